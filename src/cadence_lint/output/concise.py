"""A line for each thing found, for editors and logs: `file:line:column: severity rule message`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadence_lint.output.summary import totals
from cadence_lint.output.terminal import one_line, page

if TYPE_CHECKING:
    from cadence_lint.finding import Error, Finding
    from cadence_lint.linting.results import Run
    from cadence_lint.output.terminal import Look


def render(run: Run, look: Look) -> str:
    """The findings, then what could not be taken, then one line with the counts."""
    lines = [] if look.quiet else [_finding(finding) for finding in run.shown]
    lines += [_error(error) for error in run.errors]
    lines.append(totals(run))
    return page(lines)


def _finding(finding: Finding) -> str:
    place = finding.place
    return (
        f"{one_line(place.file)}:{place.line}:{place.column}:"
        f" {finding.severity} {finding.rule} {one_line(finding.message)}"
    )


def _error(error: Error) -> str:
    return (
        f"{one_line(error.file)}:{error.line}:{error.column}:"
        f" error {error.rule or error.kind} {one_line(error.message)}"
    )
