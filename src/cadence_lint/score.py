"""A sequence's score: 100 less what its faults cost, each cost named.

It is made of every rule as it is written, whatever is selected, configured or suppressed. A
fault that stands again costs half as much each time, so that a long sequence is not worse for
being long. It is not a forecast of replies.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cadence_lint.finding import Finding

Band = Literal["ready", "fix first", "do not send"]

_COST = {"error": 24.0, "warning": 14.0, "info": 2.0}
_TRUST = {"high": 1.0, "medium": 0.75, "low": 0.4}
_READY, _SEND = 80, 50


class Cost(NamedTuple):
    """What one rule's findings take off the score."""

    rule: str
    points: float
    findings: int


class Score(NamedTuple):
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


def score(findings: Iterable[Finding], variants: Iterable[frozenset[str]] = ()) -> Score:
    """The score that the worst variant gets; `variants` are the labels of each way through."""
    shown = [finding for finding in findings if finding.is_shown]
    ways = list(variants) or [frozenset[str]()]
    return min((_score(shown, way) for way in ways), key=lambda each: each.points)


def _score(findings: list[Finding], way: frozenset[str]) -> Score:
    by_rule: dict[str, list[float]] = {}
    for finding in findings:
        if not finding.variant or not way or finding.variant in way:
            cost = _COST[finding.severity] * _TRUST[finding.confidence]
            by_rule.setdefault(finding.rule, []).append(cost)
    costs = [Cost(rule, _diminishing(each), len(each)) for rule, each in sorted(by_rule.items())]
    costs.sort(key=lambda cost: -cost.points)
    total = sum(cost.points for cost in costs)
    return Score(max(0, round(100 - total)), tuple(costs))


def _diminishing(costs: list[float]) -> float:
    ordered = sorted(costs, reverse=True)
    return round(sum(cost * 0.5**count for count, cost in enumerate(ordered)), 1)
