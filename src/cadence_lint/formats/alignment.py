"""Lines of a YAML file that may stand too far in or too far out, and where they may belong.

YAML stumbles where the depth of a line no longer fits, which is often below the line that is at
fault. So each shift here is a guess: whoever asks tries them until one makes the file good.
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from cadence_lint.patterns import regex
from cadence_lint.record import Record

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from cadence_lint.source import Source

_KEY = regex(r"((?:- +)*(?P<key>[\w/][\w/ -]*|\"[^\"]*\"|'[^']*')):(?: .*)?")
_MOST_NEAR = 300
"""Lines around one that are looked at."""
_BLOCK = regex(r"[ \t]+[|>][-+\d]{0,2}")


class Shift(Record):
    """Some lines at another depth: the first of them, and those below that belong to it."""

    first: int
    last: int
    width: int
    """How many spaces stand in front of the first line."""
    lines: str
    """The lines as they would be written."""
    remedy: str
    """What to write, in words."""


class _Line(Record):
    number: int
    width: int
    text: str
    head: str
    """The dash and the key, by which lines of the same kind are known; empty without a key."""

    @property
    def is_item(self) -> bool:
        return self.text.startswith("- ")

    @property
    def is_key(self) -> bool:
        return bool(self.head)

    @property
    def opens(self) -> bool:
        """Whether keys or items have to stand below it."""
        return self.is_key and self._said.endswith(":")

    @property
    def opens_text(self) -> bool:
        """Whether a text has to stand below it."""
        return _BLOCK.fullmatch(self._said.rpartition(":")[2]) is not None

    @property
    def _said(self) -> str:
        """The line without the comment behind it."""
        return self.text.partition(" #")[0].rstrip()

    @property
    def holds_nothing(self) -> bool:
        """Whether it is a key with its value, below which nothing else can stand."""
        return self.is_key and not (self.is_item or self.opens or self.opens_text)


class Lines:
    """The lines of a file, and where they may belong; `is_key` says which words are keys here."""

    def __init__(self, source: Source, is_key: Callable[[str], bool] | None = None) -> None:
        self.source = source
        self.is_key = is_key
        self.lines = list(_lines(source, is_key))
        self.step = _step(self.lines)
        self.widths: dict[str, Counter[int]] = {}
        """For each key how many lines have it at which depth."""
        for line in self.lines:
            self.widths.setdefault(line.head, Counter())[line.width] += 1
        self.depths = {line.width for line in self.lines}

    def odd(self, near: int) -> Iterator[Shift]:
        """Lines that look out of line, where they may belong: the nearest first of either kind."""
        odd = filter(self._is_odd, self._nearest(near))
        for at in sorted(odd, key=lambda at: self.lines[at].width % self.step == 0):
            yield from self._shifts(at)

    def around(self, near: int, reach: int) -> Iterator[Shift]:
        """Other lines around one, where they may belong."""
        for at in self._nearest(near)[:reach]:
            if not self._is_odd(at):
                yield from self._shifts(at)

    def _nearest(self, near: int) -> list[int]:
        lines = self.lines
        return sorted(
            range(len(lines)),
            key=lambda at: (abs(lines[at].number - near), lines[at].number > near),
        )[:_MOST_NEAR]

    def _shifts(self, at: int) -> Iterator[Shift]:
        """A line where others stand: those with its key first, then the nearest depths."""
        line, above = self.lines[at], self.lines[at - 1].width if at else 0
        meant = self._usual(line)
        widths = self.depths | {above, above + self.step}
        near = [to for to in widths if 0 < abs(to - line.width) <= 2 * self.step]
        is_copy = line.is_key and self.is_key is not None
        for width in sorted(
            filter(lambda to: self._fits(at, to), near),
            key=lambda to: (
                to != meant,
                is_copy and self._is_text(at, to),
                abs(to - line.width),
                to != above,
            ),
        ):
            for last in dict.fromkeys((at, self._end(at))):
                yield _shift(self.source, self.lines[at : last + 1], width - line.width)

    def _usual(self, line: _Line) -> int | None:
        """How far in a line's key stands where it stands several times."""
        (width, count), *_ = self.widths[line.head].most_common(1)
        return width if line.head and count > 1 else None

    def _is_odd(self, at: int) -> bool:
        """Whether a line looks out of line, by itself or beside those around it."""
        line = self.lines[at]
        above = self.lines[at - 1] if at else None
        below = self.lines[at + 1] if at + 1 < len(self.lines) else None
        if line.width % self.step or (above is None and line.width):
            return True
        if self._usual(line) and self.widths[line.head][line.width] == 1:
            return True
        if below and below.width > line.width and line.holds_nothing:
            return True
        if above is None:
            return False
        is_too_deep = line.width > above.width + (0 if above.holds_nothing else self.step)
        return is_too_deep or (above.opens and line.width <= above.width and not line.is_item)

    def _fits(self, at: int, width: int) -> bool:
        """Whether a line may be meant to stand at a depth: no key or item is meant as text."""
        line, before = self.lines[at], self._before(at)
        holder = self._holder(at, width)
        if holder is not None and holder.opens_text:
            below = self.lines[at + 1] if at + 1 < len(self.lines) else None
            goes_on = below is not None and below.width > holder.width
            return not (line.is_key or line.is_item) or before[-1] is holder or goes_on
        if line.is_item:
            others = (*before, *self.lines[at + 1 : at + 1 + _MOST_NEAR])
            is_first = bool(before) and before[-1].opens
            return is_first or any(each.is_item and each.width == width for each in others)
        is_wrapped = self.is_key is None and holder is not None and holder.holds_nothing
        return line.is_key or is_wrapped

    def _holder(self, at: int, width: int) -> _Line | None:
        """The line below which a line would stand at a depth."""
        holder, depth = None, width
        for each in reversed(self._before(at)):
            if each.width < depth:
                holder, depth = holder or each, each.width
                if each.opens_text:
                    return each
        return holder

    def _before(self, at: int) -> list[_Line]:
        return self.lines[max(at - _MOST_NEAR, 0) : at]

    def _is_text(self, at: int, width: int) -> bool:
        holder = self._holder(at, width)
        return holder is not None and holder.opens_text

    def _end(self, at: int) -> int:
        """The last line that stands below a line and further in."""
        end = at
        while end + 1 < len(self.lines) and self.lines[end + 1].width > self.lines[at].width:
            end += 1
        return end


def _lines(source: Source, is_key: Callable[[str], bool] | None) -> Iterator[_Line]:
    """The lines that say something."""
    for number in range(1, len(source.line_starts) + 1):
        text = source.line_text(number)
        said = text.strip()
        indent = text[: len(text) - len(text.lstrip())]
        if said and not said.startswith("#") and "\t" not in indent:
            found = _KEY.fullmatch(said)
            head = found[1] if found and (is_key is None or is_key(found["key"])) else ""
            yield _Line(number, len(indent), said, head)


def _step(lines: list[_Line]) -> int:
    """By how much most lines stand further in than the one above, where they do."""
    steps = Counter(after.width - before.width for before, after in pairwise(lines))
    inward = [(count, -step) for step, count in steps.items() if step > 1]
    return -max(inward)[1] if inward else 2


def _shift(source: Source, lines: list[_Line], by: int) -> Shift:
    first, last = lines[0], lines[-1]
    width = first.width + by
    texts = [source.line_text(number) for number in range(first.number, last.number + 1)]
    depths = [len(text) - len(text.lstrip()) + by if text.strip() else 0 for text in texts]
    written = [" " * depth + text.lstrip() for depth, text in zip(depths, texts, strict=True)]
    way = "in" if by < 0 else "out"
    spaces = "1 space" if abs(by) == 1 else f"{abs(by)} spaces"
    remedy = (
        f"this line stands {spaces} too far {way}: write the line with"
        f" {width} {'space' if width == 1 else 'spaces'} in front: {first.text}"
    )
    if last is not first:
        how = f"{abs(by)} {'fewer' if by < 0 else 'more'}"
        remedy += f" (and those below it, down to line {last.number}, with {how} too)"
    return Shift(first.number, last.number, width, "\n".join(written), remedy)
