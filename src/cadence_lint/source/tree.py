"""What every reader makes of a file first: keys, lists and texts that know their places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadence_lint.record import NamedTuple
from cadence_lint.source import Span

if TYPE_CHECKING:
    from cadence_lint.source import Text

_NULLS = frozenset({"", "~", "null", "Null", "NULL"})


class Scalar:
    """A value as it is written: one text, never a number or a truth value."""

    __slots__ = ("quoted", "span", "text")

    def __init__(self, span: Span, text: Text, *, quoted: bool = True) -> None:
        self.span = span
        self.text = text
        self.quoted = quoted

    @property
    def value(self) -> str:
        """The text without its places."""
        return self.text.value

    @property
    def is_null(self) -> bool:
        """Whether nothing is written here: an empty value, `~` or `null` without quotes."""
        return not self.quoted and self.text.value in _NULLS


class Entry(NamedTuple):
    """A key and its value."""

    key: Scalar
    value: Node

    @property
    def span(self) -> Span:
        """From the first character of the key to the last of the value."""
        return Span(self.key.span.start, max(self.key.span.end, self.value.span.end))


class Mapping:
    """Keys and their values, in the order of the file; a key stands once."""

    __slots__ = ("entries", "span")

    def __init__(self, span: Span) -> None:
        self.span = span
        self.entries: dict[str, Entry] = {}

    def get(self, key: str) -> Node | None:
        """The value of a key."""
        entry = self.entries.get(key)
        return entry.value if entry else None


class Items:
    """A list."""

    __slots__ = ("items", "span")

    def __init__(self, span: Span) -> None:
        self.span = span
        self.items: list[Node] = []


Node = Scalar | Mapping | Items
