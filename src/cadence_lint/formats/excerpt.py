"""The part of a long YAML file around one of its lines, in which corrections are tried.

To read a file of thousands of lines once for each guess would cost seconds.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadence_lint.patterns import regex
from cadence_lint.source import Source

if TYPE_CHECKING:
    from collections.abc import Callable

_ENOUGH = 8_000
"""Characters of a file that are read as a whole."""
_TOO_MUCH = 20_000
"""Characters that are too many after some were left out."""
_LINES_NEAR = 40
_ITEM = regex(r" *-(?: |$)")


class _Line:
    """A line, how deep it stands, and where what belongs to it ends."""

    __slots__ = ("depth", "end", "is_item", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.is_item = _ITEM.match(text) is not None
        # An item belongs to the key above it also where both stand at the same depth.
        self.depth = 2 * (len(text) - len(text.lstrip(" "))) + self.is_item
        self.end = 0


def excerpt(source: Source, near: int) -> Source:
    """A file with the same lines, of which those that are far from one are empty if it is long.

    Items of lists are left out first, but for the first one of each: without them a file is
    most often as good as with them. Only if that is not enough all else is that stands far off.
    """
    if len(source.text) <= _ENOUGH:
        return source
    lines = [_Line(source.line_text(each)) for each in range(1, len(source.line_starts) + 1)]
    _find_ends(lines)
    texts = _without(lines, near - 1, _goes_on)
    if sum(map(len, texts)) > _TOO_MUCH:
        texts = _without(lines, near - 1, lambda _, __: True)
    return Source(source.path, "\n".join(texts))


def _find_ends(lines: list[_Line]) -> None:
    held: list[_Line] = []
    for number, line in enumerate(lines):
        if line.text.strip():
            while held and held[-1].depth >= line.depth:
                held.pop().end = number
            held.append(line)
    for line in held:
        line.end = len(lines)


def _goes_on(line: _Line, above: _Line | None) -> bool:
    """Whether a line is an item that is not the first one of its list."""
    return line.is_item and above is not None and above.depth >= line.depth


def _without(
    lines: list[_Line], near: int, is_spare: Callable[[_Line, _Line | None], bool]
) -> list[str]:
    """The texts of lines, empty where they belong to something far off that may be spared."""
    texts = [line.text for line in lines]
    above: _Line | None = None
    number = 0
    while number < len(lines):
        line = lines[number]
        after = number + 1
        if line.text.strip():
            is_far = line.end + _LINES_NEAR <= near or number > near + _LINES_NEAR
            if is_far and is_spare(line, above):
                after = line.end
                texts[number:after] = [""] * (after - number)
            above = line
        number = after
    return texts
