"""How each sequence stands, worst first, and where on the page it is."""

from __future__ import annotations

from collections import Counter
from posixpath import basename, commonpath, dirname, relpath
from typing import TYPE_CHECKING, cast

from cadence_lint.output import words
from cadence_lint.output.report.model import VERDICTS, Row
from cadence_lint.output.terminal import one_line
from cadence_lint.patterns import regex

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cadence_lint.finding import Finding
    from cadence_lint.linting.results import FileResult, Run, SequenceResult
    from cadence_lint.output.report.model import Verdict, Verdicts

_UNFIT = regex(r"[^\w./-]+")
"""What would have to be written with `%` in an address."""
_UNJUDGED = 101.0


def root_of(run: Run) -> str:
    """The folder that all sequences are in; nothing where there is no such."""
    folders = {dirname(sequence.file) for sequence in run.sequences}
    if not folders or len({folder.startswith("/") for folder in folders}) > 1:
        return ""
    return commonpath(folders)


def rows_of(run: Run, root: str) -> dict[str, Row]:
    """The row of each sequence, by the sequence's id."""
    findings: dict[str, list[Finding]] = {}
    for finding in run.shown:
        findings.setdefault(finding.sequence_id, []).append(finding)
    taken: set[str] = set()
    return {
        sequence.id: _row(file, sequence, root, findings.get(sequence.id, []), taken)
        for file in run.files
        for sequence in file.sequences
    }


def badness(row: Row) -> tuple[int, int, float, int, str]:
    """What sorts the worst first, and among equals what reaches most people."""
    return (
        VERDICTS.index(row.verdict),
        -(row.people or 0),
        row.points,
        -row.must,
        row.name,
    )


def verdicts_of(rows: Iterable[Row]) -> Verdicts:
    """How many have which verdict; the worst verdict first."""
    counts = Counter(row.verdict for row in rows)
    return {verdict: counts[verdict] for verdict in VERDICTS if counts[verdict]}


def people_of(rows: Iterable[Row]) -> Verdicts:
    """How many people are in sequences with which verdict."""
    people: Verdicts = {}
    for row in rows:
        if row.people:
            people[row.verdict] = people.get(row.verdict, 0) + row.people
    return {verdict: people[verdict] for verdict in VERDICTS if verdict in people}


def _row(
    file: FileResult,
    sequence: SequenceResult,
    root: str,
    findings: list[Finding],
    taken: set[str],
) -> Row:
    counts = Counter(finding.severity for finding in findings)
    serious = (finding.rule for finding in findings if finding.severity != "info")
    folder = dirname(sequence.file)
    return Row(
        address=_address(sequence, taken),
        name=words.file_words(sequence.name),
        file=words.file_words(sequence.file),
        folder=one_line(_below(folder, root)),
        persona=one_line(sequence.persona or ""),
        verdict=cast("Verdict", words.verdict_words(sequence, is_whole=not file.errors)),
        points=sequence.score.exact if sequence.score else _UNJUDGED,
        must=counts["error"],
        should=counts["warning"],
        details=counts["info"],
        steps=len(sequence.steps),
        people=sequence.sequence.enrolled if sequence.sequence else None,
        faults=tuple(dict.fromkeys(serious)),
    )


def _below(folder: str, root: str) -> str:
    """A folder as it is called within the one that all are in, which has its own name."""
    if not root or folder == root:
        return basename(folder) or "this folder"
    return relpath(folder, root)


def _address(sequence: SequenceResult, taken: set[str]) -> str:
    """A fragment that is made of the file's path, so that it is the same in the next report."""
    wished = _UNFIT.sub("-", sequence.id).strip("-") or "sequence"
    address, count = wished, 1
    while address in taken:
        count += 1
        address = f"{wished}-{count}"
    taken.add(address)
    return address
