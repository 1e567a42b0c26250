"""What it would take: which faults to mend first so that most sequences are ready soonest.

An estimate from what each fault costs a sequence's score: a mended message may have other faults.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadence_lint.output.report.model import Mending
from cadence_lint.score import band

if TYPE_CHECKING:
    from cadence_lint.linting.results import Run

_MOST = 6

Costs = dict[str, float]
"""What each rule costs one sequence."""


class Patient:
    """A sequence that is not ready, while one fault after the other is mended."""

    def __init__(self, costs: Costs) -> None:
        self.costs = costs

    @property
    def is_ready(self) -> bool:
        """Whether what is left leaves it ready."""
        return band(round(100 - sum(self.costs.values()))) == "ready"

    def would_be_ready(self, rule: str) -> bool:
        """Whether this is the last thing to mend."""
        left = sum(self.costs.values()) - self.costs.get(rule, 0)
        return band(round(100 - left)) == "ready"


def mendings_of(run: Run) -> list[Mending]:
    """What to mend, one after the other: what makes most sequences ready comes first.

    What makes none ready by itself stands together with what then does.
    """
    scored = [sequence.score for sequence in run.sequences if sequence.score]
    patients = [Patient({cost.rule: cost.points for cost in each.costs}) for each in scored]
    ill = [patient for patient in patients if not patient.is_ready]
    mendings: list[Mending] = []
    together: list[tuple[str, int]] = []
    while ill and len(mendings) < _MOST:
        rule = _best(ill)
        together.append((_summary(rule, run), _mend(rule, ill)))
        before = len(patients) - len(ill)
        ill = [patient for patient in ill if not patient.is_ready]
        if len(patients) - len(ill) > before:
            mendings.append(Mending(tuple(together), before, len(patients) - len(ill)))
            together = []
    return mendings


def _mend(rule: str, ill: list[Patient]) -> int:
    """Mend one fault wherever it is; how often that is."""
    return sum(patient.costs.pop(rule, None) is not None for patient in ill)


def _summary(rule: str, run: Run) -> str:
    known = run.rules.get(rule)
    return known.summary if known else rule


def _best(ill: list[Patient]) -> str:
    """The fault whose mending makes most of them ready, or brings them closest to it."""
    made_ready: dict[str, int] = {}
    saved: dict[str, float] = {}
    for patient in ill:
        for rule, points in patient.costs.items():
            made_ready[rule] = made_ready.get(rule, 0) + patient.would_be_ready(rule)
            saved[rule] = saved.get(rule, 0.0) + points
    return max(sorted(saved), key=lambda rule: (made_ready[rule], saved[rule]))
