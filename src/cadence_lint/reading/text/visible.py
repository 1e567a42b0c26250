"""What readers see of a text: one rendering for each way that its choices can fall.

A copy with spintax and conditions is many texts. Rules about how it reads look at the first
rendering; rules about words look at all of them, since each reaches somebody.
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise
from typing import TYPE_CHECKING

from cadence_lint.reading.template.fields import Choice, Unseen, read_template
from cadence_lint.reading.text.markup import without_markup
from cadence_lint.source import Piece

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from cadence_lint.source import Text

MOST_RENDERINGS = 8
"""How many renderings a text has at most; options beyond that many are not looked at."""


def renderings(text: Text) -> tuple[Text, ...]:
    """The texts that readers can see, the one with every first option first.

    Together they show every option of every choice. Fields stay as they are written.
    """
    plain = without_markup(text)
    template = read_template(plain.value)
    if not template.choices and not template.unseen:
        return (plain,)
    whole = _whole(len(plain.value), (*template.choices, *template.unseen))
    ways = range(min(whole.ways, MOST_RENDERINGS))
    return tuple(_rendering(plain, whole.shown(way)) for way in ways)


# The ways that choices can fall ----------------------------------------------------------------


class _Option:
    """A stretch of the text that is shown or not, with the parts in it that differ by reader.

    `ways` is how many renderings it takes to see everything in it.
    """

    __slots__ = ("end", "parts", "start", "ways")

    def __init__(self, start: int, end: int, parts: Sequence[_Part]) -> None:
        self.start = start
        self.end = end
        self.parts = parts
        self.ways: int = max((part.ways for part in parts), default=1)

    def shown(self, way: int) -> Iterator[tuple[int, int]]:
        """The stretches of the text that are seen when its choices fall this way."""
        at = self.start
        for part in self.parts:
            yield at, part.start
            yield from part.shown(way % part.ways)
            at = part.end
        yield at, self.end


class _Part:
    """A choice, or a tag that leaves nothing behind, which is a choice without options."""

    __slots__ = ("end", "options", "start", "ways")

    def __init__(self, start: int, end: int, options: Sequence[_Option]) -> None:
        self.start = start
        self.end = end
        self.options = options
        self.ways: int = sum(option.ways for option in options) or 1

    def shown(self, way: int) -> Iterator[tuple[int, int]]:
        """The stretches that are seen of the option that this way leads to."""
        for option in self.options:
            if way < option.ways:
                yield from option.shown(way)
                return
            way -= option.ways


def _whole(length: int, found: Iterable[Choice | Unseen]) -> _Option:
    """The text as an option of its own, with everything in it put where it lies."""
    ahead = sorted(found, key=lambda one: (-one.start, one.end))
    return _Option(0, length, _parts(ahead, length))


def _parts(ahead: list[Choice | Unseen], end: int) -> list[_Part]:
    """Take the parts that start before `end` from what lies ahead, the next of it last."""
    parts: list[_Part] = []
    while ahead and ahead[-1].start < end:
        one = ahead.pop()
        options: list[_Option] = []
        for start, stop in one.options if isinstance(one, Choice) else ():
            _skip(ahead, start)
            options.append(_Option(start, stop, _parts(ahead, stop)))
        _skip(ahead, one.end)
        parts.append(_Part(one.start, one.end, options))
    return parts


def _skip(ahead: list[Choice | Unseen], end: int) -> None:
    """Pass over what lies before an option, or within a comment: nobody sees it."""
    while ahead and ahead[-1].start < end:
        ahead.pop()


# One rendering ---------------------------------------------------------------------------------


def _rendering(plain: Text, shown: Iterable[tuple[int, int]]) -> Text:
    spans = [(start, end) for start, end in shown if start < end]
    rendering = plain.derive([Piece(plain.value[start:end], start, end) for start, end in spans])
    return _without_emptied_lines(rendering, _cuts(spans, len(plain.value)))


def _cuts(spans: Sequence[tuple[int, int]], length: int) -> list[int]:
    """Where in the rendering something of the text is missing."""
    cuts: list[int] = []
    at = 0
    for (_, before), (start, end) in pairwise(((0, 0), *spans, (length, length))):
        if before < start:
            cuts.append(at)
        at += end - start
    return cuts


def _without_emptied_lines(rendering: Text, cuts: Sequence[int]) -> Text:
    """The rendering without the lines on which nothing but tags stood."""
    value = rendering.value
    kept: list[Piece] = []
    start = kept_from = 0
    for line in value.split("\n"):
        end = start + len(line)
        cut = bisect_left(cuts, start)
        if cut < len(cuts) and cuts[cut] <= end and not line.strip():
            # The last line takes the line end before it along.
            last = end == len(value) and kept_from < start
            kept.append(_piece(value, kept_from, start - 1 if last else start))
            kept_from = min(end + 1, len(value))
        start = end + 1
    if not kept:
        return rendering
    return rendering.derive([*kept, _piece(value, kept_from, len(value))])


def _piece(value: str, start: int, end: int) -> Piece:
    return Piece(value[start:end], start, end)
