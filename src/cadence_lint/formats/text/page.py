"""The lines of a pasted text, and how what stands on them becomes values that know their places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadence_lint.patterns import regex
from cadence_lint.record import NamedTuple
from cadence_lint.source import Piece, Run, Span, Text
from cadence_lint.source.tree import Entry, Mapping, Scalar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cadence_lint.source import Source

_LINE_END = regex(r"\r\n|\n|\r")
_ODD = regex("(?P<space>[\u00a0\u2007\u202f])|[\u200b\u2060\ufeff]+")
_KIND = regex(
    r"[ \t]*+(?:(?:>[ \t]*+)*+(?P<fence>`{3,}+|~{3,}+)[^`\r\n]*+"
    r"|(?P<rule>(?P<sign>[-*_=─━—–])[ \t]*+(?:(?P=sign)[ \t]*+){2,}+)"
    r"|[*_#]*+[ \t]*+(?P<week>(?i:week|phase)[ \t]++\d{1,2}[ \t*_:]*+)"
    r"|(?P<comment><!--[^\r\n]*-->|#[ \t]*+cadence-lint:[^\r\n]*+)[ \t]*+)$"
)
_HASHES = regex(r"[ \t]*+(#{1,6}+)[ \t]++(?=\S)")
_QUOTE = regex(r"[ \t]*+>[ \t]?")


class Phrase(NamedTuple):
    """A value, where it is written, and the words that introduce it."""

    value: str
    at: Span
    about: Span


class Line(NamedTuple):
    """A line of the text: its offsets, without its end, and where the next line starts."""

    start: int
    end: int
    next: int
    kind: str
    """`blank`, `rule`, `week`, `fence`, `comment`; empty for a line that says something."""
    level: int
    """How many `#` make it a heading of Markdown; 0 for any other line."""


class Slice(NamedTuple):
    """A line, or what is left of it behind a label, that belongs to a copy."""

    line: Line
    start: int
    is_whole: bool = True
    in_fence: bool = False


class Page:
    """A source's text, cleaned of what documents put into it, and its lines."""

    def __init__(self, source: Source, start: int) -> None:
        self.source = source
        self.clean = _clean(Text.verbatim(source, start, len(source.text)))
        self.text = self.clean.value
        self.lines = list(_split(self.text))

    def is_gap(self, number: int) -> bool:
        """Whether a line separates: a blank one, a rule, a fence, or none at all."""
        if not 0 <= number < len(self.lines):
            return True
        return self.lines[number].kind not in ("", "comment")

    # Values

    def span(self, at: Span) -> Span:
        """Where a stretch of the cleaned text stands in the source."""
        return self.clean.span(*at)

    def entry(self, key: str, about: Span, at: Span) -> Entry:
        """A key of ours and a value as it is written, at offsets of the cleaned text."""
        return Entry(self.said(key, about), Scalar(self.span(at), self.clean.cut(*at)))

    def phrase(self, key: str, phrase: Phrase) -> Entry:
        """A key and its value as a heading says them."""
        return Entry(self.said(key, phrase.about), self.said(phrase.value, phrase.at))

    def said(self, value: str, at: Span) -> Scalar:
        """A word of ours for what stands at an offset of the cleaned text."""
        span = self.span(at)
        runs = [Run(0, len(value), span.start, span.end, False)]
        return Scalar(span, Text(value, self.source, lambda: runs))

    def unwrapped(self, at: Span) -> Span:
        """A value without the white space, quotes, quotation and code marks around it."""
        quote = _QUOTE.match(self.text, *at)
        start = quote.end() if quote else at.start
        value = self.text[start : at.end]
        start += len(value) - len(value.lstrip())
        value = value.strip()
        for before, after in (("`", "`"), ('"', '"'), ("“", "”"), ("**", "**")):
            inner = value[len(before) : -len(after)]
            is_wrapped = value.startswith(before) and value.endswith(after)
            if inner and is_wrapped and before not in inner and after not in inner:
                return Span(start + len(before), start + len(before) + len(inner))
        return Span(start, start + len(value))

    def copy(self, slices: list[Slice]) -> Scalar | None:
        """A copy from its lines, without fences, quotation marks and blank lines around it."""
        if any(one.in_fence and not self.is_blank(one) for one in slices):
            slices = [one for one in slices if one.in_fence]
        slices = self._dedented(self._unquoted(slices))
        said = [number for number, one in enumerate(slices) if not self.is_blank(one)]
        if not said:
            return None
        pieces: list[Piece] = []
        for one in slices[said[0] : said[-1] + 1]:
            end = one.line.end
            pieces.append(Piece(self.text[one.start : end], one.start, end))
            pieces.append(Piece("\n", end, one.line.next))
        _, (last, start, _) = pieces.pop(), pieces.pop()
        pieces.append(Piece(last.rstrip(), start, start + len(last.rstrip())))
        return Scalar(self.span(Span(pieces[0].start, pieces[-1].end)), self.clean.derive(pieces))

    def is_blank(self, one: Slice) -> bool:
        """Whether a line says nothing."""
        return not self.text[one.start : one.line.end].strip()

    def _unquoted(self, slices: list[Slice]) -> list[Slice]:
        """The lines; if most of them are a quotation, those only, without its marks."""
        marks = [_QUOTE.match(self.text, one.start, one.line.end) for one in slices]
        said = [mark for one, mark in zip(slices, marks, strict=True) if not self.is_blank(one)]
        if not said or not said[0] or len(said) > 2 * sum(mark is not None for mark in said):
            return slices
        return [
            one._replace(start=mark.end()) if mark else one
            for one, mark in zip(slices, marks, strict=True)
            if mark or self.is_blank(one)
        ]

    def _dedented(self, slices: list[Slice]) -> list[Slice]:
        """The lines without the indentation that all whole ones share."""
        indents = [
            len(said) - len(said.lstrip(" \t"))
            for one in slices
            if one.is_whole and (said := self.text[one.start : one.line.end]).strip()
        ]
        shared = min(indents, default=0)
        return [
            one._replace(start=min(one.start + shared, one.line.end)) if one.is_whole else one
            for one in slices
        ]


def mapping(entries: dict[str, Entry], span: Span) -> Mapping:
    """Keys in the order of the text; `span` is where it stands if it has none."""
    spans = [at for entry in entries.values() for at in (entry.key.span, entry.value.span)]
    start = min((at.start for at in spans), default=span.start)
    node = Mapping(Span(start, max((at.end for at in spans), default=span.end)))
    node.entries = dict(sorted(entries.items(), key=lambda item: item[1].key.span.start))
    return node


def _clean(whole: Text) -> Text:
    """The text with plain spaces for hard ones and without zero-width characters."""
    text = whole.value
    pieces: list[Piece] = []
    at = 0
    for odd in _ODD.finditer(text):
        pieces.append(Piece(text[at : odd.start()], at, odd.start()))
        if odd["space"]:
            pieces.append(Piece(" ", *odd.span()))
        at = odd.end()
    pieces.append(Piece(text[at:], at, len(text)))
    return whole.derive(pieces) if at else whole


def _split(text: str) -> Iterator[Line]:
    at = 0
    for found in _LINE_END.finditer(text):
        yield _line(text, at, *found.span())
        at = found.end()
    if at < len(text):
        yield _line(text, at, len(text), len(text))


def _line(text: str, start: int, end: int, after: int) -> Line:
    if not text[start:end].strip():
        return Line(start, end, after, "blank", 0)
    found = _KIND.match(text, start, end)
    kind = (found.lastgroup or "") if found else ""
    hashes = _HASHES.match(text, start, end)
    return Line(start, end, after, kind, len(hashes[1]) if hashes else 0)
