"""Copy cut where marks begin and end, so that each piece is marked throughout or not at all."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from cadence_lint.finding import SEVERITIES
from cadence_lint.output.report.model import Part, Piece, Sentence
from cadence_lint.record import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cadence_lint.finding import Severity
    from cadence_lint.linting.portrait import Said
    from cadence_lint.source import Span

_NAMES = {
    "subject": "Subject",
    "body": "",
    "script": "If they answer",
    "voicemail": "Left on the machine",
}


class Claim(NamedTuple):
    """A stretch of a file that a comment is about."""

    span: Span
    number: int
    severity: Severity


class _Mark(NamedTuple):
    start: int
    end: int
    number: int
    severity: Severity


def part_of(said: Said, claims: Iterable[Claim]) -> Part:
    """A part of a message with the words marked that comments are about."""
    value = said.text.value
    sentences = (
        Sentence(len(words.split()), about, words)
        for words, about in ((value[start:end], about) for start, end, about in said.sentences)
    )
    marks = list(_marks(said, claims))
    return Part(_NAMES[said.part], tuple(_pieces(said, marks)), tuple(sentences))


def numbers_in(part: Part) -> set[int]:
    """The comments whose words are marked in a part."""
    return {number for piece in part.pieces for number in piece.ending}


def _marks(said: Said, claims: Iterable[Claim]) -> Iterator[_Mark]:
    runs = said.text.runs
    first, last = min(run.start for run in runs), max(run.end for run in runs)
    for claim in claims:
        if claim.span.start >= last or claim.span.end <= first:
            continue
        stretch = said.text.stretch(claim.span)
        if stretch is not None:
            yield _Mark(*stretch, claim.number, claim.severity)


def _pieces(said: Said, marks: list[_Mark]) -> Iterator[Piece]:
    value = said.text.value
    start, end = len(value) - len(value.lstrip()), len(value.rstrip())
    edges = {start, end}
    edges.update(at for mark in marks for at in (mark.start, mark.end))
    edges.update(at for field in said.fields for at in field)
    within = sorted(edge for edge in edges if start <= edge <= end)
    for at, until in pairwise(within):
        yield Piece(
            value[at:until],
            max(
                (mark.severity for mark in marks if mark.start <= at and until <= mark.end),
                key=SEVERITIES.index,
                default=None,
            ),
            tuple(sorted({mark.number for mark in marks if mark.start <= at < mark.end})),
            tuple(sorted({mark.number for mark in marks if mark.end == until})),
            any(first <= at and until <= last for first, last in said.fields),
        )
