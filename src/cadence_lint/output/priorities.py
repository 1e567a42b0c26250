"""Which of many findings matter most: what to mend first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadence_lint.finding import rank

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from cadence_lint.finding import Finding
    from cadence_lint.linting.results import SequenceResult

_FIRST = 3
_OF_THE_WHOLE = frozenset({"value/nothing-for-the-reader", "personalization/generic"})
"""Rules that judge a message as a whole: they cost most, and say least about what to change."""

Weight = tuple[int, bool, float, int]


def weight_in(sequence: SequenceResult, findings: Iterable[Finding]) -> Callable[[Finding], Weight]:
    """What sorts first what matters most: severity, what it costs the verdict, trust.

    What is said of a message as a whole comes after what is said of some words of it, which
    explains it.
    """
    costs = {cost.rule: cost.points for cost in sequence.score.costs} if sequence.score else {}
    explained = {
        finding.touch
        for finding in findings
        if finding.severity != "info" and finding.rule not in _OF_THE_WHOLE
    }

    def weight(finding: Finding) -> Weight:
        severity, trust = rank(finding)
        is_explained = finding.rule in _OF_THE_WHOLE and finding.touch in explained
        return (severity, is_explained, -costs.get(finding.rule, 0), trust)

    return weight


def to_start_with(sequence: SequenceResult, findings: Iterable[Finding]) -> list[Finding]:
    """The three to start with, of different kinds as far as there are any.

    None where there are no more than that.
    """
    serious = [finding for finding in findings if finding.severity != "info"]
    if len(serious) <= _FIRST:
        return []
    chosen: list[Finding] = []
    for finding in sorted(serious, key=weight_in(sequence, serious)):
        if not any(_is_alike(finding, other) for other in chosen):
            chosen.append(finding)
    return chosen[:_FIRST]


def _is_alike(finding: Finding, other: Finding) -> bool:
    """Whether two would have one and the same line changed, or the same habit."""
    is_same_line = finding.touch == other.touch and finding.place.line == other.place.line
    return finding.rule == other.rule or (is_same_line and bool(finding.evidence))
