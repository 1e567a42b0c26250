"""A summary in Markdown, for a pull request or a CI job's page.

Copy is shown as text whatever stands in it: every sign that Markdown, HTML or a code host would
obey is written as a character reference.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from cadence_lint.finding import SEVERITIES
from cadence_lint.output.annotation import error_annotation
from cadence_lint.output.summary import gone, left_out, number, summarize
from cadence_lint.output.terminal import one_line
from cadence_lint.output.words import verdict_words
from cadence_lint.patterns import regex

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cadence_lint.finding import Finding, Severity
    from cadence_lint.linting.results import Run, SequenceResult
    from cadence_lint.output.terminal import Look

_MOST = 60_000
"""Characters: GitHub takes 65,536 in a comment, and nobody reads more."""
_MOST_ROWS = 100
_MOST_ERRORS = 20
_LONGEST = 1_000
_NAMES: dict[Severity, str] = {
    "error": "must be fixed",
    "warning": "should be fixed",
    "info": "detail",
}
_ADDRESS = regex(r"(?i)(www)\.")
_NO_ADDRESS = r"\1&#46;"
_SIGNS = frozenset("&<>|`*_[]#@\\~:$")
"""What may be markup, a formula, a mention, an issue's number, an emoji or a link."""


def render(run: Run, look: Look) -> str:
    """What must be fixed, sequence by sequence, then what could not be read."""
    page = ["## Outreach sequences", "", _counts(run), ""]
    if run.sequences:
        page += [*_table(run), ""]
    errors = list(_errors(run))
    room = _MOST - _size(page) - _size(errors)
    told = [] if look.quiet else [each for each in run.shown if each.severity != "info"]
    told.sort(key=lambda each: -SEVERITIES.index(each.severity))
    kept = _as_many_as_fit(told, room)
    for sequence in run.sequences:
        page += _sequence(sequence, [each for each in kept if each.sequence_id == sequence.id])
    if len(kept) < len(told):
        page += [f"… and {len(told) - len(kept)} more.", ""]
    return "\n".join([*page, *errors]).rstrip("\n") + "\n"


def _size(lines: Iterable[str]) -> int:
    return sum(len(line) + 1 for line in lines)


def _as_many_as_fit(findings: list[Finding], room: int) -> list[Finding]:
    """The first findings, as many as there is room for with their headings."""
    headed: set[str] = set()
    kept: list[Finding] = []
    for finding in findings:
        room -= _size(_finding(finding))
        if finding.sequence_id not in headed:
            headed.add(finding.sequence_id)
            room -= _size(_heading(finding.sequence, finding.place.file))
        if room < 0:
            break
        kept.append(finding)
    return kept


def _counts(run: Run) -> str:
    found = summarize(run)
    counts = [
        f"{found.errors} must be fixed" if found.errors else "",
        f"{found.warnings} should be fixed" if found.warnings else "",
        number(found.infos, "detail") if found.infos else "",
        f"{found.suppressed} ignored as asked" if found.suppressed else "",
        *map(plain, left_out(run)),
    ]
    said = ", ".join(filter(None, counts)) or "nothing to fix"
    counted = f"{number(found.sequences, 'sequence')}, {number(found.touches, 'step')}: {said}"
    return " ".join(f"{sentence}." for sentence in (counted, *map(plain, gone(run))))


def _table(run: Run) -> Iterator[str]:
    """A row for each sequence, where there are too many for the worst ones."""
    counts: dict[str, Counter[Severity]] = {each.id: Counter() for each in run.sequences}
    for finding in run.shown:
        counts[finding.sequence_id][finding.severity] += 1
    worst_first = tuple(reversed(SEVERITIES))
    sequences = run.sequences
    in_part = {each.id for file in run.files if file.errors for each in file.sequences}
    if len(sequences) > _MOST_ROWS:
        sequences.sort(key=lambda each: [-counts[each.id][name] for name in worst_first])
    yield "| Sequence | Verdict | Must be fixed | Should be fixed | Details |"
    yield "| --- | --- | ---: | ---: | ---: |"
    for sequence in sequences[:_MOST_ROWS]:
        numbers = [str(counts[sequence.id][severity]) for severity in worst_first]
        verdict = verdict_words(sequence, is_whole=sequence.id not in in_part)
        yield f"| {plain(sequence.name, 100)} | {verdict} | {' | '.join(numbers)} |"
    if len(sequences) > _MOST_ROWS:
        yield ""
        yield f"… and {number(len(sequences) - _MOST_ROWS, 'sequence')} more."


def _sequence(sequence: SequenceResult, findings: list[Finding]) -> Iterator[str]:
    if not findings:
        return
    yield from _heading(sequence.name, sequence.file)
    for finding in sorted(findings, key=lambda each: (each.touch or 0, each.place)):
        yield from _finding(finding)
    yield ""


def _heading(name: str, file: str) -> list[str]:
    return [f"### {plain(name, 100)}", "", f"<sub>{plain(file)}</sub>", ""]


def _finding(finding: Finding) -> Iterator[str]:
    where = "the whole plan" if finding.touch is None else f"step {finding.touch}"
    kind = _NAMES[finding.severity]
    yield f"- **{where}**, line {finding.place.line} ({kind}): {plain(finding.message)}"
    if finding.advice:
        yield f"  <br>change to: {plain(finding.advice)}"
    yield f"  <br><sub>{plain(finding.rule)}</sub>"


def _errors(run: Run) -> Iterator[str]:
    if not run.errors:
        return
    yield "### Could not be read"
    yield ""
    for error in run.errors[:_MOST_ERRORS]:
        said = plain(error_annotation(error))
        yield f"- {plain(error.file)}, line {error.line}: {said}"
    if len(run.errors) > _MOST_ERRORS:
        yield f"- … and {len(run.errors) - _MOST_ERRORS} more."


def plain(text: str, longest: int = _LONGEST) -> str:
    """A text, or the start of a very long one, that is shown whatever stands in it."""
    kept, room = "", longest
    for sign in one_line(text):
        said = f"&#{ord(sign)};" if sign in _SIGNS else sign
        room -= len(said)
        if room < 0:
            return f"{_ADDRESS.sub(_NO_ADDRESS, kept)}…"
        kept += said
    return _ADDRESS.sub(_NO_ADDRESS, kept)
