"""A table for a spreadsheet: a line for each thing found, and one for each sequence without any.

No cell runs as a formula, whatever a sequence says: what would begin one gets an apostrophe before
it, which spreadsheets take for "this is text". A cell is one line, so that a row is.
"""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any

from cadence_lint.output import words
from cadence_lint.output.excerpt import is_copy
from cadence_lint.output.terminal import one_line, page
from cadence_lint.patterns import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cadence_lint.finding import Error, Finding
    from cadence_lint.linting.results import FileResult, Run, SequenceResult, Step
    from cadence_lint.output.terminal import Look

COLUMNS = (
    "file",
    "sequence",
    "persona",
    "relationship",
    "segment",
    "steps",
    "verdict",
    "score",
    "step",
    "day",
    "date",
    "channel",
    "version",
    "severity",
    "rule",
    "what is wrong",
    "what to do",
    "words",
    "line",
)
NOT_READ = "not read"
"""Stands for the severity where a part of a file could not be taken."""
_FORMULA = regex(r"(^|;[\s\"']*)(?=[=+\-@\uff1d\uff0b\uff0d\uff20])")
"""Where a formula may begin: at the start, and where some spreadsheets split at semicolons."""
LARGEST = 32_767
"""UTF-16 units that a cell can hold in Excel."""

Row = dict[str, Any]


def render(run: Run, look: Look) -> str:  # every output takes the same
    """All rows, below a row of names."""
    text = io.StringIO()
    table = csv.DictWriter(text, COLUMNS, restval="", lineterminator="\n")
    table.writeheader()
    for file in run.files:
        for row in _rows(file):
            table.writerow({name: cell(value) for name, value in row.items()})
    return page(text.getvalue().removesuffix("\n").split("\n"))


def _rows(file: FileResult) -> Iterator[Row]:
    for sequence in file.sequences:
        about = _sequence(sequence, is_whole=not file.errors)
        steps = {step.number: step for step in sequence.steps}
        findings = [
            finding
            for finding in file.findings
            if finding.is_shown and finding.sequence_id == sequence.id
        ]
        for finding in findings:
            yield about | _finding(finding, steps.get(finding.touch or 0))
        if not findings:
            yield about | {"line": sequence.line}
    for error in file.errors:
        yield _error(error)


def _sequence(sequence: SequenceResult, *, is_whole: bool) -> Row:
    score = sequence.score
    return {
        "file": sequence.file,
        "sequence": sequence.name,
        "persona": sequence.persona or "",
        "relationship": sequence.relationship,
        "segment": words.segment_words(sequence.segment),
        "steps": len(sequence.steps),
        "verdict": words.verdict_words(sequence, is_whole=is_whole),
        "score": score.points if score else "",
    }


def _finding(finding: Finding, step: Step | None) -> Row:
    copy = [item for item in finding.evidence if is_copy(item, step)]
    quotes = dict.fromkeys(one_line(item.quote) for item in copy)
    return {
        "step": step.number if step else "",
        "day": f"{step.day:g}" if step and step.day is not None else "",
        "date": step.date.isoformat() if step and step.date else "",
        "channel": words.channel_words(step.channel) if step else "",
        "version": finding.variant or "",
        "severity": finding.severity,
        "rule": finding.rule,
        "what is wrong": finding.message,
        "what to do": finding.advice,
        "words": " … ".join(quotes),
        "line": finding.place.line,
    }


def _error(error: Error) -> Row:
    return {
        "file": error.file,
        "severity": NOT_READ,
        "rule": error.rule or "",
        "what is wrong": error.message,
        "line": error.line,
    }


def cell(value: str | int) -> str | int:
    """A value that no spreadsheet runs, and every one takes."""
    return value if isinstance(value, int) else _cut(_FORMULA.sub(r"\1'", one_line(value)))


def _cut(text: str) -> str:
    """A text, or the start of one that is too long for a cell."""
    if len(text) <= LARGEST // 2:
        return text
    data = text.encode("utf-16-le", "surrogatepass")
    if len(data) <= LARGEST * 2:
        return text
    return data[: (LARGEST - 1) * 2].decode("utf-16-le", "ignore") + "…"
