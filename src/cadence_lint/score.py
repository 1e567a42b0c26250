"""A sequence's score: 100 less what its faults cost, each cost named.

It is made of every rule as it is written, whatever is selected, configured or suppressed. A
fault that stands again costs half as much each time, so that a long sequence is not worse for
being long. It is not a forecast of replies.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from cadence_lint.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cadence_lint.finding import Finding

Band = Literal["ready", "fix first", "do not send"]

_COST = {"error": 25.0, "warning": 15.0, "info": 2.0}
_TRUST = {"high": 1.0, "medium": 0.9, "low": 0.5}
_READY, _SEND = 80, 50


class Cost(Record):
    """What one rule's findings take off the score."""

    rule: str
    points: float
    findings: int


class Score(Record):
    """The score of one sequence, and what cost what."""

    points: int
    costs: tuple[Cost, ...]

    @property
    def band(self) -> Band:
        """The score in words."""
        return band(self.points)


def band(points: int) -> Band:
    """A score in words: ready from 80, do not send under 50, fix first between."""
    if points >= _READY:
        return "ready"
    return "fix first" if points >= _SEND else "do not send"


def score(findings: Iterable[Finding]) -> Score:
    """The score of a sequence whose reader meets the worst variant of each touch."""
    by_rule: dict[str, list[float]] = {}
    for finding in _met([finding for finding in findings if finding.is_shown]):
        by_rule.setdefault(finding.rule, []).append(_cost(finding))
    costs = [Cost(rule, _diminishing(each), len(each)) for rule, each in sorted(by_rule.items())]
    costs.sort(key=lambda cost: -cost.points)
    total = sum(cost.points for cost in costs)
    return Score(max(0, round(100 - total)), tuple(costs))


def _met(findings: list[Finding]) -> list[Finding]:
    """The findings that such a reader meets."""
    sums: dict[int | None, dict[str, float]] = {}
    for finding in findings:
        for variant in _variants(finding):
            labels = sums.setdefault(finding.touch, {})
            labels[variant] = labels.get(variant, 0) + _cost(finding)
    worst = {
        touch: max(sorted(labels), key=labels.__getitem__)
        for touch, labels in sums.items()
        if touch is not None
    }
    return [
        finding
        for finding in findings
        if finding.touch is None
        or not (variants := _variants(finding))
        or worst[finding.touch] in variants
    ]


def _variants(finding: Finding) -> set[str]:
    """The variants of its own touch that a finding is about; none when it is about all."""
    said = {item.variant for item in finding.evidence if item.touch in (None, finding.touch)}
    return {variant for variant in (finding.variant, *said) if variant}


def _cost(finding: Finding) -> float:
    return _COST[finding.severity] * _TRUST[finding.confidence]


def _diminishing(costs: list[float]) -> float:
    ordered = sorted(costs, reverse=True)
    return round(sum(cost * 0.5**count for count, cost in enumerate(ordered)), 1)
