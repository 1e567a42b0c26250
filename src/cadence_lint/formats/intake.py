"""Values taken from a file by the canonical names of their keys.

What cannot be taken is a fault with a place and costs only itself; what is odd about the writing
is a remark, for the rules about the file itself to judge.
"""

from __future__ import annotations

from functools import cached_property
from itertools import islice
from operator import itemgetter
from typing import TYPE_CHECKING, Any, TypeVar

from cadence_lint.formats import keys
from cadence_lint.formats.values import Unreadable, shown
from cadence_lint.patterns import regex
from cadence_lint.sequence import Remark
from cadence_lint.source import Fault, Span
from cadence_lint.source.tree import Entry, Items, Mapping, Node, Scalar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from cadence_lint.source import Source, Text

T = TypeVar("T")

_MOST_COPY = 5_000_000
"""Characters of copy in one file; aliases let a small file repeat a long text without end."""
_MOST_MESSAGES = 5000
"""Messages in one file, for the same reason."""
_MOST_REPEATED = 1000
"""Texts that stand elsewhere in the file, for the same reason."""
_MOST_REPEATED_COPY = 500_000
"""Characters of such texts: each of them may be quoted in what is found, many times over."""
_MOST_KEYS = 200
"""Keys of one map that are compared with the known ones."""
_PLACEHOLDER = regex(r"\{\{?[^{}:\n\r]*\}?\}")
_ONE_LINE_IN_BRACKETS = regex(r"[{\[][^\n\r]*")
_HASH = regex(r"[ \t]+(#(?![ \t]*cadence-lint:)[^\s#!][^\r\n]*?)[ \t]*(?=[\r\n]|\Z)")
"""Text that YAML takes for a comment; people leave a space after the # of a real one."""
_BETWEEN = regex(r"[\s_-]+")
_WORD = regex(r"[^\s,;]+(?:\s+[^\s,;]+)*")
SYNONYMS = {
    "enterprise": "exec",
    "executive": "exec",
    "csuite": "exec",
    "clevel": "exec",
    "midmarket": "mid",
    "small": "smb",
    "smallbusiness": "smb",
    "outbound": "sales",
    "prospecting": "sales",
    "investors": "fundraising",
    "hiring": "recruiting",
    "pr": "press",
    "client": "customer",
    "existingcustomer": "customer",
}


class Keys:
    """The entries of a map by their canonical names."""

    def __init__(self, node: Mapping | None, names: keys.Names) -> None:
        self.names = names
        self.by_name: dict[str, Entry] = {}
        for entry in node.entries.values() if node else ():
            self.by_name.setdefault(keys.fold(entry.key.value), entry)

    def get(self, name: str) -> Entry | None:
        """The entry of a key under whichever of its names it stands, one with a value first."""
        entries = self._ranked.get(name, ())
        if len(entries) > 1:
            return next((entry for entry in entries if not is_blank(entry.value)), entries[0])
        return entries[0] if entries else None

    def all(self, name: str) -> Sequence[Entry]:
        """The entries of a key under all of its names that the file has."""
        return self._ranked.get(name, ())

    @property
    def places(self) -> dict[str, Span]:
        """Where the value of each key stands; the key itself where it has no value."""
        return {
            name: entry.key.span if is_blank(entry.value) else entry.value.span
            for name in self._ranked
            if (entry := self.get(name))
        }

    @cached_property
    def _ranked(self) -> dict[str, list[Entry]]:
        """The entries under each canonical name, the most canonical spelling first."""
        ranks: dict[str, list[tuple[int, Entry]]] = {}
        for name, entry in self.by_name.items():
            for rank, canonical in self.names.meanings.get(name, ()):
                ranks.setdefault(canonical, []).append((rank, entry))
        return {
            canonical: [entry for _, entry in sorted(ranked, key=itemgetter(0))]
            for canonical, ranked in ranks.items()
        }


class Intake:
    """Takes the values of one file, and keeps what could not be taken."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.faults: list[Fault] = []
        self._remarks: dict[tuple[str, Span], Remark] = {}
        self._copy_left = _MOST_COPY
        self._messages_left = _MOST_MESSAGES
        self._repeats_left = _MOST_REPEATED
        self._repeated_copy_left = _MOST_REPEATED_COPY
        self._spent: set[Span] = set()
        """Where copy stands that was taken."""

    # What is said of the file

    def fault(self, message: str, span: Span) -> None:
        """Say what could not be taken, and what to write instead."""
        self.faults.append(Fault(message, span))

    def fault_nested(self, entry: Entry, wanted: str) -> None:
        """Say that a key has keys or a list of its own; a text may only lack its quotes."""
        raw = self.source.slice(entry.value.span)
        pattern = _ONE_LINE_IN_BRACKETS if wanted == "text" else _PLACEHOLDER
        if pattern.fullmatch(raw):
            told = "{…}" if raw.startswith("{") else "[…]"
            message = (
                f"YAML takes {told} for something of its own; if it is text, put it in quotes:"
                f" {entry.key.value}: {quoted(raw)}"
            )
        else:
            message = f"{shown(entry.key.value)} is {wanted}, but here stands something nested"
        self.fault(message, entry.value.span)

    def remark(self, kind: str, span: Span, **values: str) -> None:
        """Say what is odd, once for each place."""
        self._remarks.setdefault((kind, span), Remark(kind, span, values))

    def take_remarks(self) -> tuple[Remark, ...]:
        """The remarks since the last time."""
        remarks = tuple(self._remarks.values())
        self._remarks.clear()
        return remarks

    # Maps

    def keys(self, node: Mapping, names: keys.Names) -> Keys:
        """A map's keys by their canonical names; says which are unknown or stand there twice."""
        for entry in islice(node.entries.values(), _MOST_KEYS):
            if near := keys.nearest(entry.key.value, names):
                self.remark("unknown-key", entry.key.span, key=entry.key.value, meant=near)
        found = Keys(node, names)
        if len(found.by_name) < len(node.entries):
            self._fault_spellings(node, found)
        return found

    def _fault_spellings(self, node: Mapping, found: Keys) -> None:
        for entry in node.entries.values():
            first = found.by_name[keys.fold(entry.key.value)]
            if entry is not first and node.span.holds(entry.key.span):
                message = (
                    f"{shown(entry.key.value)} is the same key as {shown(first.key.value)} on line"
                    f" {self.source.line_of(first.key.span.start)}, which counts:"
                    " take one of them out"
                )
                self.fault(message, entry.key.span)

    def pairs(self, entry: Entry | None) -> dict[str, str]:
        """A map of texts."""
        if entry is None or is_blank(entry.value):
            return {}
        if not isinstance(entry.value, Mapping):
            message = f"{shown(entry.key.value)} is keys with values, each on a line of its own"
            self.fault(message, entry.value.span)
            return {}
        inner = entry.value.entries.values()
        return {each.key.value: self.value(each, str, "text") or "" for each in inner}

    # Values

    def value(
        self, entry: Entry | None, read: Callable[[str], T], wanted: str = "one value"
    ) -> T | None:
        """What a value means; None where there is none, or none that can be taken."""
        if entry is None or is_blank(entry.value):
            return None
        if not isinstance(entry.value, Scalar):
            self.fault_nested(entry, wanted)
            return None
        try:
            return read(entry.value.value)
        except Unreadable as problem:
            self.fault(f"{entry.key.value}: {problem}", entry.value.span)
            return None

    def plain(self, entry: Entry | None) -> str | None:
        """A text on one line."""
        return self.value(entry, lambda word: " ".join(word.split()), "text") or None

    def word(self, entry: Entry | None, allowed: tuple[str, ...]) -> Any:
        """One of some words, or another word for it."""

        def read(word: str) -> str:
            folded = _BETWEEN.sub("", word.lower())
            folded = SYNONYMS.get(folded, folded)
            if folded not in allowed:
                raise Unreadable(f"{shown(word)} is none of {', '.join(allowed)}")
            return folded

        return self.value(entry, read)

    def words(self, entry: Entry | None) -> list[Scalar]:
        """The words of a value that may be one, several with commas between them, or a list."""
        found: list[Scalar] = []
        if entry is None:
            return found
        for node in entry.value.items if isinstance(entry.value, Items) else [entry.value]:
            if isinstance(node, Scalar):
                found += _words(node)
            else:
                message = f"{shown(entry.key.value)} is a word or a list of words"
                self.fault(message, node.span)
        return found

    # Copy

    def copy(self, found: Keys, name: str) -> Text | None:
        """A text as it is written; an empty one where the key has no value."""
        entry = found.get(name)
        if entry is None:
            return None
        if not isinstance(entry.value, Scalar):
            self.fault_nested(entry, "text")
            return None
        self._check_hash(entry, entry.value)
        return entry.value.text.cut(0, 0) if entry.value.is_null else self._spend(entry.value)

    def _spend(self, node: Scalar) -> Text | None:
        if node.span in self._spent and not self._may_repeat(node):
            return None
        self._spent.add(node.span)
        had, self._copy_left = self._copy_left, self._copy_left - len(node.value)
        if self._copy_left >= 0:
            return node.text
        if had >= 0:
            self.fault(
                f"more than {_MOST_COPY:,} characters of copy in one file; the rest is not read:"
                " split it into several",
                node.span,
            )
        return None

    def _may_repeat(self, node: Scalar) -> bool:
        """Whether a text may stand for one more that aliases and `<<` take from it."""
        if self._repeats_left < 0:
            return False
        self._repeats_left -= 1
        self._repeated_copy_left -= len(node.value)
        if self._repeats_left >= 0 and self._repeated_copy_left >= 0:
            return True
        bound = f"more than {_MOST_REPEATED:,} times"
        if self._repeats_left >= 0:
            bound = f"for more than {_MOST_REPEATED_COPY:,} characters"
        self._repeats_left = self._messages_left = -1
        self.fault(
            f"texts of this file are repeated by * and << {bound},"
            " this one too; the rest is not read: take aliases out",
            node.span,
        )
        return False

    @property
    def is_full(self) -> bool:
        """Whether so many messages were read that the rest is not."""
        return self._messages_left < 0

    def may_add_message(self, span: Span) -> bool:
        """Whether one more message is worth its while."""
        self._messages_left -= 1
        if self._messages_left == -1:
            self.fault(
                f"more than {_MOST_MESSAGES} messages in one file; the rest is not read:"
                " split it into several",
                span,
            )
        return not self.is_full

    def _check_hash(self, entry: Entry, node: Scalar) -> None:
        """What follows a `#` is a comment for YAML, also in `subject: #1 mistake`."""
        if node.quoted or (node.is_null and node.value):
            return
        found = _HASH.match(self.source.text, node.span.end)
        if not found:
            return
        said = f"{self.source.slice(node.span)}{found[0] if node.value else found[1]}".strip()
        shown = f": {entry.key.value}: {quoted(said)}" if said.isprintable() else ""
        self.fault(
            f"YAML takes what follows # for a comment; if it is text, put it in quotes{shown}",
            Span(found.start(1), found.end(1)),
        )


def quoted(text: str) -> str:
    """A text in the quotes that YAML needs it in."""
    return "'" + text.replace("'", "''") + "'" if '"' in text or "\\" in text else f'"{text}"'


def is_blank(node: Node) -> bool:
    """Whether nothing is written here."""
    return isinstance(node, Scalar) and (node.is_null or not node.value.strip())


def _words(node: Scalar) -> Iterator[Scalar]:
    if node.is_null:
        return
    for found in _WORD.finditer(node.value):
        text = node.text.cut(*found.span())
        yield Scalar(text.span(0, len(text.value)), text)
