"""The text of one input file, and places in it.

One owner for places: everything that a finding points at is found here, from offsets that the
formats' readers keep. Lines end at LF, CRLF or CR and at nothing else; lines and columns count
from 1, columns in code points; a byte order mark has no column.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from cadence_lint.patterns import regex
from cadence_lint.record import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

_LINE_END = regex(r"\r\n|\n|\r")


class Place(NamedTuple):
    """A range in a source; `end_column` is one past the last character."""

    file: str
    line: int
    column: int
    end_line: int
    end_column: int


class Span(NamedTuple):
    """A range of offsets in a source's text, in code points; `end` is one past the last."""

    start: int
    end: int

    def holds(self, other: Span) -> bool:
        """Whether `other` lies within this span."""
        return self.start <= other.start and other.end <= self.end


class Fault(NamedTuple):
    """Something in an input that could not be taken, where, and what to do about it."""

    message: str
    span: Span


def slashes(path: str) -> str:
    """A path as it is shown everywhere: with `/`."""
    return path.replace("\\", "/")


def starts_of_lines(text: str) -> list[int]:
    """The offset at which each line of a text starts."""
    if "\r" in text:
        return [0, *(end.end() for end in _LINE_END.finditer(text))]
    starts = [0]
    at = text.find("\n") + 1
    while at:
        starts.append(at)
        at = text.find("\n", at) + 1
    return starts


class Source:
    """The decoded text of one input file, without its byte order mark."""

    __slots__ = ("_line_starts", "_lines", "path", "text")

    def __init__(self, path: str, text: str) -> None:
        self.path = slashes(path)
        self.text = text.removeprefix("\ufeff")
        self._line_starts: list[int] | None = None
        self._lines: dict[int, str] = {}

    @property
    def line_starts(self) -> list[int]:
        """The offset at which each line starts."""
        if self._line_starts is None:
            self._line_starts = starts_of_lines(self.text)
        return self._line_starts

    def line_of(self, offset: int) -> int:
        """The number of the line that holds the character at `offset`."""
        return bisect_right(self.line_starts, offset)

    def line_text(self, line: int) -> str:
        """The text of a line, without its end; the same object each time."""
        said = self._lines.get(line)
        if said is None:
            start = self.line_starts[line - 1]
            end = self.line_starts[line] if line < len(self.line_starts) else len(self.text)
            said = self._lines[line] = self.text[start:end].rstrip("\r\n")
        return said

    def place(self, span: Span) -> Place:
        """Where `span` stands, as people and tools count."""
        starts = self.line_starts
        first = bisect_right(starts, span.start)
        last = bisect_right(starts, span.end)
        # An end that falls on the start of a line belongs to the line that it ends.
        if last > first and span.end == starts[last - 1]:
            last -= 1
        return Place(
            self.path,
            first,
            span.start - starts[first - 1] + 1,
            last,
            span.end - starts[last - 1] + 1,
        )

    def span(self, place: Place) -> Span:
        """The offsets of a place in this source."""
        starts = self.line_starts
        return Span(
            starts[place.line - 1] + place.column - 1,
            starts[place.end_line - 1] + place.end_column - 1,
        )

    def slice(self, span: Span) -> str:
        """The raw text at `span`, with every escape and tag."""
        return self.text[span.start : span.end]


class SetupError(Exception):
    """A rule file, a phrase list or a configuration that cannot be taken as it is."""

    def __init__(self, source: Source, fault: Fault) -> None:
        place = source.place(fault.span)
        super().__init__(f"{place.file}:{place.line}:{place.column}: {fault.message}")
        self.place = place
        self.message = fault.message


class Run(NamedTuple):
    """A stretch of a text and the stretch of the source that it was read from.

    A verbatim run (`length == end - start`, same characters) maps character by character. Any
    other run maps as a whole: an escape, a folded line end, an HTML entity.
    """

    at: int
    length: int
    start: int
    end: int
    verbatim: bool


class Piece(NamedTuple):
    """A part of a text that is made from another: what it says, and what it was made from."""

    value: str
    start: int
    end: int


class Text:
    """What a reader reads, each character of which knows where it stands in a source.

    The runs are worked out on the first question about a place, since most texts are never
    asked.
    """

    __slots__ = ("_ats", "_find_runs", "_runs", "source", "value")

    def __init__(self, value: str, source: Source, runs: Callable[[], list[Run]]) -> None:
        self.value = value
        self.source = source
        self._find_runs = runs
        self._runs: list[Run] | None = None
        self._ats: list[int] = []

    @classmethod
    def verbatim(cls, source: Source, start: int, end: int) -> Text:
        """The text that stands in the source as it is read."""
        return cls(
            source.text[start:end],
            source,
            lambda: [Run(0, end - start, start, end, True)],
        )

    @classmethod
    def of(cls, value: str) -> Text:
        """A text that stands in no file: its places count within itself."""
        return cls.verbatim(Source("", value), 0, len(value))

    @property
    def runs(self) -> list[Run]:
        """The stretches that this text is made of, in order, without gaps; never none."""
        if self._runs is None:
            self._runs = self._find_runs()
            self._ats = [run.at for run in self._runs]
        return self._runs

    def span(self, start: int, end: int) -> Span:
        """The stretch of the source that `value[start:end]` was read from."""
        runs = self.runs
        if len(runs) == 1 and runs[0].verbatim:
            shift = runs[0].start
            return Span(start + shift, max(start, end) + shift)
        first = runs[max(bisect_right(self._ats, start) - 1, 0)]
        if end <= start:
            offset = self._offset(first, start)
            return Span(offset, offset)
        last = runs[max(bisect_right(self._ats, end - 1) - 1, 0)]
        begin = first.start + (start - first.at) if first.verbatim else first.start
        stop = last.start + (end - last.at) if last.verbatim else last.end
        return Span(begin, stop)

    def stretch(self, span: Span) -> tuple[int, int] | None:
        """The stretch of `value` that was read from `span` of the source; None if nothing was."""
        runs = self.runs
        first = bisect_right(runs, span.start, key=lambda run: run.end)
        last = bisect_left(runs, span.end, key=lambda run: run.start) - 1
        if first > last or not runs[first].length:
            return None
        begin, end = runs[first], runs[last]
        start = begin.at + (max(span.start - begin.start, 0) if begin.verbatim else 0)
        cut = max(end.end - span.end, 0) if end.verbatim else 0
        return start, end.at + end.length - cut

    @staticmethod
    def _offset(run: Run, at: int) -> int:
        if run.verbatim:
            return run.start + (at - run.at)
        return run.start if at == run.at else run.end

    def derive(self, pieces: Iterable[Piece]) -> Text:
        """A text made from pieces of this one: cut, replaced, put together.

        A piece whose value equals `self.value[start:end]` keeps a place for every character; any
        other piece (what stands for a field, an entity, a tag) has the place of all that it was
        made from.
        """
        made_from = list(pieces)
        value = "".join(piece.value for piece in made_from)
        return Text(value, self.source, lambda: self._derive_runs(made_from))

    def _derive_runs(self, pieces: Sequence[Piece]) -> list[Run]:
        derived: list[Run] = []
        at = 0
        for piece in pieces:
            if not piece.value:
                continue
            if piece.value == self.value[piece.start : piece.end]:
                derived.extend(self._runs_between(piece.start, piece.end, at))
            else:
                span = self.span(piece.start, piece.end)
                derived.append(Run(at, len(piece.value), span.start, span.end, False))
            at += len(piece.value)
        if not derived:
            anchor = self.span(pieces[0].start, pieces[0].start) if pieces else self.span(0, 0)
            derived.append(Run(0, 0, anchor.start, anchor.start, True))
        return derived

    def _runs_between(self, start: int, end: int, at: int) -> Iterable[Run]:
        runs = self.runs
        index = max(bisect_right(self._ats, start) - 1, 0)
        while index < len(runs) and runs[index].at < end:
            run = runs[index]
            index += 1
            cut_start = max(run.at, start)
            cut_end = min(run.at + run.length, end)
            shift = at + cut_start - start
            if run.verbatim:
                offset = run.start + (cut_start - run.at)
                yield Run(shift, cut_end - cut_start, offset, offset + cut_end - cut_start, True)
            else:
                yield Run(shift, cut_end - cut_start, run.start, run.end, False)

    def cut(self, start: int, end: int) -> Text:
        """The part from `start` to `end`."""
        return self.derive([Piece(self.value[start:end], start, end)])

    def strip(self) -> Text:
        """The text without the white space around it."""
        start = len(self.value) - len(self.value.lstrip())
        end = len(self.value.rstrip())
        return self if (start, end) == (0, len(self.value)) else self.cut(start, max(start, end))

    def __repr__(self) -> str:
        return f"Text({self.value!r})"
