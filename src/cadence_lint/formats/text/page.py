"""The lines of a pasted text, and how what stands on them becomes values that know their places."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from cadence_lint.source import Piece, Run, Span, Text
from cadence_lint.tree import Entry, Scalar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cadence_lint.formats.text.headings import Phrase
    from cadence_lint.source import Source

_LINE_END = re.compile(r"\r\n|\n|\r")
_ODD = re.compile("[\u00a0\u2007\u202f]|[\u200b\u2060\ufeff]+")
_HARD_SPACES = "\u00a0\u2007\u202f"
_FENCE = re.compile(r"[ \t]*+(?:>[ \t]*+)*+(?:`{3,}+|~{3,}+)[^`\r\n]*+$")
_RULE = re.compile(r"[ \t]*+(?:([-*_=─━—–])[ \t]*+)(?:\1[ \t]*+){2,}+$")
_COMMENT = re.compile(r"[ \t]*+(?:<!--[^\r\n]*-->|#[ \t]*+cadence-lint:[^\r\n]*+)[ \t]*+$")
_WEEK = re.compile(r"[ \t*_#]*+(?:week|phase)[ \t]++\d{1,2}[ \t*_:]*+$", re.IGNORECASE)
_HASHES = re.compile(r"[ \t]*+(#{1,6}+)[ \t]++(?=\S)")
_QUOTE = re.compile(r"[ \t]*+>[ \t]?")
_INDENT = re.compile(r"[ \t]*+")


class Line(NamedTuple):
    """A line of the text: its offsets, without its end, and where the next line starts."""

    start: int
    end: int
    next: int


class Slice(NamedTuple):
    """A line, or what is left of it behind a label, that belongs to a copy."""

    line: Line
    start: int
    in_fence: bool


class Page:
    """A source's text, cleaned of what documents put into it, and its lines."""

    __slots__ = ("clean", "lines", "source", "text")

    def __init__(self, source: Source, start: int) -> None:
        self.source = source
        self.clean = _clean(source)
        self.text = self.clean.value
        self.lines = list(_split(self.text, _cleaned_length(source.text, start)))

    # Lines

    def said_on(self, number: int) -> str:
        """The text of a line."""
        line = self.lines[number]
        return self.text[line.start : line.end]

    def is_gap(self, number: int) -> bool:
        """Whether a line separates: a blank one, a rule, a fence, or none at all."""
        if not 0 <= number < len(self.lines):
            return True
        return not self.said_on(number).strip() or self.is_rule(number) or self.is_fence(number)

    def is_rule(self, number: int) -> bool:
        """Whether a line is drawn with dashes, stars or the like."""
        line = self.lines[number]
        return bool(_RULE.match(self.text, line.start, line.end))

    def is_fence(self, number: int) -> bool:
        """Whether a line opens or closes Markdown's code."""
        line = self.lines[number]
        return bool(_FENCE.match(self.text, line.start, line.end))

    def is_comment(self, number: int) -> bool:
        """Whether a line is a comment of Markdown's or ours."""
        line = self.lines[number]
        return bool(_COMMENT.match(self.text, line.start, line.end))

    def is_week(self, number: int) -> bool:
        """Whether a line says no more than "Week 2"."""
        line = self.lines[number]
        return bool(_WEEK.match(self.text, line.start, line.end))

    def level(self, number: int) -> int:
        """How many `#` make a line a heading of Markdown; 0 for any other line."""
        line = self.lines[number]
        found = _HASHES.match(self.text, line.start, line.end)
        return len(found[1]) if found else 0

    # Values

    def span(self, start: int, end: int) -> Span:
        """Where a stretch of the cleaned text stands in the source."""
        return self.clean.span(start, end)

    def entry(self, key: str, key_at: Span, value_at: Span) -> Entry:
        """A key of ours and a value as it is written, at offsets of the cleaned text."""
        return Entry(self.said(key, self.span(*key_at)), self.scalar(value_at))

    def scalar(self, at: Span) -> Scalar:
        """A value as it is written, at offsets of the cleaned text."""
        return Scalar(self.span(*at), self.clean.cut(*at))

    def said(self, value: str, span: Span) -> Scalar:
        """A word of ours for what stands at a place in the source."""
        runs = [Run(0, len(value), span.start, span.end, False)]
        return Scalar(span, Text(value, self.source, lambda: runs))

    def phrase(self, key: str, phrase: Phrase) -> Entry:
        """A key and its value as a heading says them."""
        span = self.span(phrase.start, phrase.end)
        key_span = self.span(phrase.key_start, phrase.key_end)
        return Entry(self.said(key, key_span), self.said(phrase.value, span))

    # Copies

    def copy(self, slices: list[Slice]) -> Scalar | None:
        """A copy from its lines, without fences, quotation marks and blank lines around it."""
        text = self.text
        if any(s.in_fence and text[s.start : s.line.end].strip() for s in slices):
            slices = [s for s in slices if s.in_fence]
        pairs = self._dedented(self._without_blanks(self._unquoted(slices)))
        if not pairs:
            return None
        pieces = self._pieces(pairs)
        span = self.span(pieces[0].start, pieces[-1].end)
        return Scalar(span, self.clean.derive(pieces))

    def _without_blanks(self, pairs: list[tuple[int, Slice]]) -> list[tuple[int, Slice]]:
        first, last = 0, len(pairs)
        while first < last and self._is_blank(*pairs[first]):
            first += 1
        while last > first and self._is_blank(*pairs[last - 1]):
            last -= 1
        return pairs[first:last]

    def _is_blank(self, start: int, one: Slice) -> bool:
        return not self.text[start : one.line.end].strip()

    def _pieces(self, pairs: list[tuple[int, Slice]]) -> list[Piece]:
        """The stretches of the text that a copy consists of, every line end a line feed."""
        text = self.text
        pieces: list[Piece] = []
        first = at = pairs[0][0]
        for start, one in pairs:
            if start != at:
                pieces.append(Piece(text[first:at], first, at))
                first = start
            end, at = max(one.line.end, start), max(one.line.next, start)
            if text[end:at] != "\n":
                pieces.append(Piece(text[first:end], first, end))
                pieces.append(Piece("\n", end, at))
                first = at
        pieces.append(Piece(text[first:at], first, at))
        return _trimmed(pieces)

    def _unquoted(self, slices: list[Slice]) -> list[tuple[int, Slice]]:
        """Where each line starts; if most lines are a quotation, those only, without its marks."""
        marks = [_QUOTE.match(self.text, s.start, s.line.end) for s in slices]
        blanks = [self._is_blank(s.start, s) for s in slices]
        opens = next((i for i, is_blank in enumerate(blanks) if not is_blank), None)
        quoted = sum(mark is not None for mark in marks)
        if opens is None or not marks[opens] or quoted * 2 < len(slices) - sum(blanks):
            return [(s.start, s) for s in slices]
        return [
            (mark.end() if mark else one.start, one)
            for one, mark, is_blank in zip(slices, marks, blanks, strict=True)
            if mark or is_blank
        ]

    def _dedented(self, pairs: list[tuple[int, Slice]]) -> list[tuple[int, Slice]]:
        """Take off the indentation that all whole lines share."""
        whole = [pair for pair in pairs if pair[1].start == pair[1].line.start]
        shared = min(
            (self._indent(*pair) for pair in whole if not self._is_blank(*pair)), default=0
        )
        return [
            (min(start + shared, one.line.end) if one.start == one.line.start else start, one)
            for start, one in pairs
        ]

    def _indent(self, start: int, one: Slice) -> int:
        found = _INDENT.match(self.text, start, one.line.end)
        return found.end() - start if found else 0


def _trimmed(pieces: list[Piece]) -> list[Piece]:
    """Take the white space off the end."""
    while pieces:
        value, start, end = pieces.pop()
        kept = value.rstrip()
        if kept:
            is_cut = kept != value
            pieces.append(Piece(kept, start, start + len(kept) if is_cut else end))
            break
    return pieces


def _clean(source: Source) -> Text:
    """The text with plain spaces for hard ones and without zero-width characters."""
    text = source.text
    whole = Text.verbatim(source, 0, len(text))
    pieces: list[Piece] = []
    at = 0
    for odd in _ODD.finditer(text):
        if odd.start() > at:
            pieces.append(Piece(text[at : odd.start()], at, odd.start()))
        if odd.group() in _HARD_SPACES:
            pieces.append(Piece(" ", odd.start(), odd.end()))
        at = odd.end()
    if not at:
        return whole
    if at < len(text):
        pieces.append(Piece(text[at:], at, len(text)))
    return whole.derive(pieces)


def _cleaned_length(text: str, end: int) -> int:
    """How much of the cleaned text comes before an offset of the source."""
    dropped = sum(
        len(odd.group()) for odd in _ODD.finditer(text, 0, end) if odd.group() not in _HARD_SPACES
    )
    return end - dropped


def _split(text: str, start: int) -> Iterator[Line]:
    """The lines from an offset on."""
    at = start
    for found in _LINE_END.finditer(text, start):
        yield Line(at, found.start(), found.end())
        at = found.end()
    if at < len(text):
        yield Line(at, len(text), len(text))
