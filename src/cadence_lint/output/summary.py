"""What a run comes to, in numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadence_lint.output.terminal import one_line
from cadence_lint.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cadence_lint.finding import Severity
    from cadence_lint.linting.results import Run


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
    said += "".join(f", {count}" for count in left_out(run))
    if passed_over := sum(bool(file.notes) and not file.sequences for file in run.files):
        said += f", {number(passed_over, 'file')} passed over"
    if run.errors:
        said += f"; {number(len(run.errors), 'problem')} with the input"
    return "\n".join([said, *gone(run)])


def left_out(run: Run) -> Iterator[str]:
    """How many findings a baseline knows, and how many no change has a part in."""
    if run.baseline:
        yield f"{len(run.known)} known"
    if run.since is not None:
        yield f"{len(run.unchanged)} not changed since {one_line(run.since)}"


def gone(run: Run) -> Iterator[str]:
    """That a baseline knows what there is no more, and what to do about it."""
    if run.baseline and run.baseline.gone:
        from shlex import quote  # a name is typed into a shell

        count = run.baseline.gone
        path = quote(one_line(run.baseline.path))
        yield (
            f"{count} of the baseline {'is' if count == 1 else 'are'} gone:"
            f" write it anew with --write-baseline {path}"
        )
