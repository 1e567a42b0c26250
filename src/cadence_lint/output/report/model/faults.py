"""What fails most: in all sequences, in those of each folder, in those for each persona."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadence_lint.finding import SEVERITIES
from cadence_lint.output.report.model import VERDICTS, Fault, Group
from cadence_lint.output.report.model.rows import verdicts_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from cadence_lint.finding import Finding
    from cadence_lint.linting.results import Run
    from cadence_lint.output.report.model import Row

_MOST_OF_GROUP = 3


def faults_of(run: Run) -> list[Fault]:
    """What is more than a detail somewhere, that of most sequences first."""
    by_rule: dict[str, list[Finding]] = {}
    for finding in run.shown:
        if finding.severity != "info":
            by_rule.setdefault(finding.rule, []).append(finding)
    faults = [_fault(rule, findings, run) for rule, findings in by_rule.items()]
    return sorted(faults, key=lambda fault: (-fault.sequences, -fault.findings, fault.rule))


def groups_of(
    rows: Iterable[Row], faults: Iterable[Fault], name: Callable[[Row], str]
) -> list[Group]:
    """The rows by a name that they have; none where all have the same."""
    members: dict[str, list[Row]] = {}
    for row in rows:
        members.setdefault(name(row), []).append(row)
    if len(members) < 2:
        return []
    known = list(faults)
    groups = [_group(name, members[name], known) for name in sorted(members)]
    return sorted(groups, key=_standing)


def _standing(group: Group) -> tuple[int, ...]:
    """What sorts first a group with more bad ones, and of equals the larger."""
    return tuple(-group.verdicts.get(verdict, 0) for verdict in VERDICTS)


def _fault(rule: str, findings: list[Finding], run: Run) -> Fault:
    known = run.rules.get(rule)
    return Fault(
        rule,
        known.summary if known else rule,
        known.why if known else "",
        max((finding.severity for finding in findings), key=SEVERITIES.index),
        len({finding.sequence_id for finding in findings}),
        len(findings),
    )


def _group(name: str, rows: list[Row], faults: list[Fault]) -> Group:
    having = [(fault, sum(fault.rule in row.faults for row in rows)) for fault in faults]
    having = sorted((pair for pair in having if pair[1]), key=lambda pair: -pair[1])
    return Group(name, verdicts_of(rows), tuple(having[:_MOST_OF_GROUP]))
