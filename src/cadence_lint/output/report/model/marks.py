"""Copy cut where marks begin and end, so that each piece is marked throughout or not at all."""

from __future__ import annotations

from bisect import bisect_left
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


class Claims:
    """The claims about a file, in its order, so that those about a part of it are found at once."""

    def __init__(self, claims: Iterable[Claim]) -> None:
        self._claims = sorted(claims, key=_start)
        self._longest = max(
            (claim.span.end - claim.span.start for claim in self._claims), default=0
        )

    def within(self, first: int, last: int) -> Iterator[Claim]:
        """Those about anything from one offset to another."""
        begin = bisect_left(self._claims, first - self._longest, key=_start)
        end = bisect_left(self._claims, last, key=_start)
        return (claim for claim in self._claims[begin:end] if claim.span.end > first)


def _start(claim: Claim) -> int:
    return claim.span.start


class _Mark(NamedTuple):
    start: int
    end: int
    number: int
    severity: Severity


def part_of(said: Said, claims: Claims) -> Part:
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


def _marks(said: Said, claims: Claims) -> Iterator[_Mark]:
    runs = said.text.runs
    first, last = min(run.start for run in runs), max(run.end for run in runs)
    for claim in claims.within(first, last):
        stretch = said.text.stretch(claim.span)
        if stretch is not None:
            yield _Mark(*stretch, claim.number, claim.severity)


def _pieces(said: Said, marks: list[_Mark]) -> Iterator[Piece]:
    value = said.text.value
    start, end = len(value) - len(value.lstrip()), len(value.rstrip())
    edges = {start, end}
    edges.update(at for mark in marks for at in (mark.start, mark.end))
    edges.update(at for field in said.fields for at in field)
    ending: dict[int, set[int]] = {}
    for mark in marks:
        ending.setdefault(mark.end, set()).add(mark.number)
    coming = sorted(marks, reverse=True)
    fields = sorted(said.fields, reverse=True)
    here: list[_Mark] = []
    field_end = 0
    for at, until in pairwise(sorted(edge for edge in edges if start <= edge <= end)):
        while coming and coming[-1].start <= at:
            here.append(coming.pop())
        here = [mark for mark in here if mark.end > at]
        while fields and fields[-1][0] <= at:
            field_end = max(field_end, fields.pop()[1])
        yield Piece(
            value[at:until],
            max((mark.severity for mark in here), key=SEVERITIES.index, default=None),
            tuple(sorted({mark.number for mark in here})),
            tuple(sorted(ending.get(until, ()))),
            until <= field_end,
        )
