"""What a run comes to, in numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadence_lint.record import Record

if TYPE_CHECKING:
    from cadence_lint.finding import Severity
    from cadence_lint.results import Run


class Summary(Record):
    """How much was read, and how much was found."""

    files: int
    """Files that hold a sequence."""
    sequences: int
    touches: int
    errors: int
    warnings: int
    infos: int
    suppressed: int
    covered: int


def summarize(run: Run) -> Summary:
    """Count what a run says; a covered finding counts as nothing else."""
    counts: dict[Severity, int] = {"error": 0, "warning": 0, "info": 0}
    covered = 0
    for finding in run.findings:
        if finding.is_shown:
            counts[finding.severity] += 1
        else:
            covered += 1
    sequences = run.sequences
    return Summary(
        files=sum(1 for file in run.files if file.sequences),
        sequences=len(sequences),
        touches=sum(len(sequence.steps) for sequence in sequences),
        errors=counts["error"],
        warnings=counts["warning"],
        infos=counts["info"],
        suppressed=len(run.suppressed),
        covered=covered,
    )


def number(count: int, word: str, plural: str = "") -> str:
    """A number and its word: `1 file`, `2 files`."""
    return f"{count} {word if count == 1 else plural or word + 's'}"


def totals(run: Run) -> str:
    """What a run comes to, in one line for logs."""
    found = summarize(run)
    said = (
        f"{number(found.sequences, 'sequence')} in {number(found.files, 'file')}:"
        f" {number(found.errors, 'error')}, {number(found.warnings, 'warning')},"
        f" {number(found.infos, 'info')}"
    )
    if found.suppressed:
        said += f", {found.suppressed} suppressed"
    if run.errors:
        said += f"; {number(len(run.errors), 'problem')} with the input"
    return said
