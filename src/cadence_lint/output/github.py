"""Workflow commands of GitHub Actions: each finding as an annotation on its line.

GitHub shows ten annotations of each level for a step, so the most serious come first. The log
ends with the counts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadence_lint.finding import SEVERITIES
from cadence_lint.output.annotation import annotation, error_annotation, error_name
from cadence_lint.output.repository import repository_path
from cadence_lint.output.summary import totals
from cadence_lint.output.terminal import safe

if TYPE_CHECKING:
    from cadence_lint.finding import Finding, Severity
    from cadence_lint.linting.results import Run
    from cadence_lint.output.terminal import Look

_COMMANDS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "notice"}
_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


def render(run: Run, look: Look) -> str:
    """A command a finding, then one for each input that could not be taken, then the counts."""
    worst_first = sorted(run.shown, key=lambda each: -SEVERITIES.index(each.severity))
    lines = [] if look.quiet else [_finding(finding) for finding in worst_first]
    for error in run.errors:
        at: dict[str, str | int] = {
            "file": repository_path(error.file),
            "line": error.line,
            "col": error.column,
        }
        lines.append(_command("error", error_annotation(error), error_name(error), at))
    return "".join(f"{line}\n" for line in (*lines, f"cadence-lint: {totals(run)}"))


def _finding(finding: Finding) -> str:
    at = finding.place
    place: dict[str, str | int] = {
        "file": repository_path(at.file),
        "line": at.line,
        "endLine": at.end_line,
    }
    if at.line == at.end_line:  # columns of a stretch of lines are refused
        place |= {"col": at.column, "endColumn": at.end_column}
    return _command(_COMMANDS[finding.severity], annotation(finding), finding.rule, place)


def _command(name: str, message: str, title: str, place: dict[str, str | int]) -> str:
    properties = {**place, "title": title}
    said = ",".join(
        f"{key}={_plain(str(value)).translate(_PROPERTY)}" for key, value in properties.items()
    )
    return f"::{name} {said}::{_shown(message)}"


def _shown(text: str) -> str:
    """A text on one line, with nothing in it that a log would obey."""
    return _plain(" ".join(text.split())).translate(_DATA)


def _plain(text: str) -> str:
    """A text without `##[`, which is a command wherever it stands, and cannot be escaped."""
    return safe(text).replace("##[", "## [")
