"""Why a sequence would still not be ready, were all mended that is shown.

How much a message gives its reader is a matter of degree, of which no rule says where; and the
verdict is by all rules, also by those that are off here, and by what somebody chose to ignore.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadence_lint.output.words import listed
from cadence_lint.record import NamedTuple
from cadence_lint.score import band

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cadence_lint.finding import Finding
    from cadence_lint.linting.results import FileResult, Run, SequenceResult
    from cadence_lint.score import Cost

_MOST = 3
_LEAST_POINTS = 2.0
"""What costs less is not worth a line."""

_BY_DEGREE = {
    "value/nothing-for-the-reader": (
        "it could hold more for the reader",
        "Add what they can use without you: a figure, what somebody like them did, a page.",
    ),
    "personalization/generic": (
        "little in it could be told to this reader only",
        "Name what you saw at theirs, who sent you, a place, a date or a number of theirs.",
    ),
    "self-focus/self-focused-copy": (
        "more of it is about you than about them",
        "Say what happens at theirs; what you do fits in one line, after that.",
    ),
}
"""What stands for a rule where no finding of it does."""


class Lack(NamedTuple):
    """One thing that holds a sequence back: where, what, and what to do about it."""

    where: str
    said: str
    todo: str


def shortfall(
    file: FileResult, sequence: SequenceResult, findings: Sequence[Finding], run: Run
) -> tuple[str, list[Lack]]:
    """What to say above them, and what holds a sequence back most, beside what is shown.

    Nothing where it would be ready once the findings that should be fixed are mended.
    """
    costs = sequence.score.costs if sequence.score else ()
    serious = {finding.rule for finding in findings if finding.severity != "info"}
    beside = [cost for cost in costs if cost.rule not in serious]
    if band(round(100 - sum(cost.points for cost in beside))) == "ready":
        return "", []
    details = {finding.rule: finding.advice for finding in findings}
    elsewhere = [cost for cost in beside if cost.findings and cost.rule not in details]
    suppressed = (each.finding for each in file.suppressed)
    ignored = {each.rule for each in suppressed if each.sequence_id == sequence.id}
    lacks = list(_lacks(beside, details, ignored, run))
    if serious:
        return "that mended, this would still hold it back:", lacks
    if sum(cost.points for cost in elsewhere) * 2 < sum(cost.points for cost in beside):
        return "nothing is wrong line by line, but it is not ready:", lacks
    if run.baseline or run.since is not None:
        return "nothing new to fix; the verdict is by all that is there:", lacks
    return "nothing to fix by the rules that are on; the verdict is by all of them:", lacks


def _lacks(
    costs: Sequence[Cost], details: dict[str, str], ignored: set[str], run: Run
) -> Iterator[Lack]:
    for count, cost in enumerate(costs):
        if count and (count == _MOST or cost.points < _LEAST_POINTS):
            return
        rule = run.rules.get(cost.rule)
        said, todo = rule.summary if rule else cost.rule, f"see: cadence-lint explain {cost.rule}"
        if not cost.findings:
            said, todo = _BY_DEGREE.get(cost.rule, (said, todo))
        elif cost.rule in details:
            todo = details[cost.rule]
        elif cost.rule in ignored:
            todo = "ignored as asked"
        yield Lack(_where(cost.touches), said, todo)


def _where(touches: Sequence[int]) -> str:
    if not touches:
        return "the whole plan"
    return f"step{'s' if len(touches) > 1 else ''} {listed([str(number) for number in touches])}"
