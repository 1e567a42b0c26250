"""Checkstyle's XML, which many a code review tool reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadence_lint.output.annotation import annotation, error_annotation, error_name
from cadence_lint.output.xml import attributes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cadence_lint.linting.results import FileResult, Run
    from cadence_lint.output.terminal import Look


def render(run: Run, look: Look) -> str:
    """A `file` for each file that was looked at, with an `error` for each finding."""
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', '<checkstyle version="4.3">']
    for file in run.files:
        lines += [f"  <file{attributes(name=file.file)}>", *_errors(file), "  </file>"]
    return "".join(f"{line}\n" for line in (*lines, "</checkstyle>"))


def _errors(file: FileResult) -> Iterator[str]:
    for finding in file.findings:
        if finding.is_shown:
            at = finding.place
            yield _error(at.line, at.column, finding.severity, annotation(finding), finding.rule)
    for error in file.errors:
        said = error_annotation(error)
        yield _error(error.line, error.column, "error", said, error_name(error))


def _error(line: int, column: int, severity: str, message: str, rule: str) -> str:
    said = attributes(
        line=line,
        column=column,
        severity=severity,
        message=message,
        source=f"cadence-lint.{rule}",
    )
    return f"    <error{said}/>"
