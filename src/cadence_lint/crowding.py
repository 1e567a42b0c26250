"""On which days steps come too close together, by what was found about their frequency."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadence_lint.finding import SEVERITIES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from cadence_lint.finding import Finding, Severity

_FAMILY = "frequency/"


def crowded_days(
    findings: Iterable[Finding], days: Mapping[int, int], in_week: int
) -> dict[int, Severity]:
    """The days that are crowded, and how gravely.

    `days` are those of the touches, by their numbers; `in_week` is how many of them a week has. A
    finding about more than a week is about the whole plan, unless it is about a gap.
    """
    crowded: dict[int, Severity] = {}
    for finding in findings:
        taken = [days[number] for number in finding.touches if number in days]
        if not finding.rule.startswith(_FAMILY) or len(taken) < 2:
            continue
        first, last = min(taken), max(taken)
        if last - first < in_week or len(taken) == 2:
            for day in range(first, last + 1):
                crowded[day] = max(crowded.get(day, "info"), finding.severity, key=SEVERITIES.index)
    return crowded
