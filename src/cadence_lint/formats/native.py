"""YAML as people write it: finds the lists of touches in a file.

A sequence is a list of maps under one of the list keys, or the whole document, of which at least
one has a channel word, or timing together with copy. A map item that itself holds such a list is
a sequence of its own.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cadence_lint.formats import keys, values
from cadence_lint.formats.header import Listing
from cadence_lint.patterns import regex
from cadence_lint.source.tree import Entry, Items, Mapping, Node, Scalar

if TYPE_CHECKING:
    from collections.abc import Iterator

_DEEPEST = 4
_LIST_KEY_LINE = regex(
    rf"(?:^|(?<=\r))[\"']?(?:{'|'.join(keys.LIST_KEYS)})[\"']?[ \t]*:[ \t]*"
    r"(?:[\[&*!#\r\n]|-[ \t]|\Z)"
    r"|(?:^|(?<=\r))[\"']?(?:touches|touchpoints)[\"']?[ \t]*:[ \t]*[\"'|>{{]",
    re.MULTILINE | re.IGNORECASE,
)
"""A key of a list, or of what cannot be one but under a key that nobody else has."""
_LINE = regex(
    r"(?P<indent>[ \t]*)(?P<dash>-[ \t]+)?[\"']?(?P<key>\w[\w-]*+)[\"']?[ \t]*+:"
    r"(?:[ \t]++[\"']?(?P<value>\w[\w -]*+))?"
)
_TIMING = frozenset(keys.TOUCH_NAMES["day"] + keys.TOUCH_NAMES["delay"])
_DAY = frozenset(keys.TOUCH_NAMES["day"])
_TEXTS = frozenset(
    name for key in ("subject", "body", "voicemail") for name in keys.TOUCH_NAMES[key]
) | {"callscript", "talktrack", "templateid", "prompt"}
"""Names of copy, or of what leads to it; a bare `script` or `notes` may be anything."""
_VARIANTS = frozenset(keys.TOUCH_NAMES["variants"])
_KIND = frozenset(keys.TOUCH_NAMES["channel"]) - {"channel"}
_WRAPPERS = frozenset({*keys.LIST_NAMES, "campaign", "workflow", "flow", "plan", "outreach"})
"""Keys of a map that holds a sequence which say what it is, and not what it is called."""
_INHERITED = frozenset(
    name
    for names in (keys.HEADER_NAMES, keys.AUDIENCE_NAMES)
    for key in names
    for name in names[key]
) - {*keys.HEADER_NAMES["name"], *keys.LIST_NAMES}
"""What is said once for all sequences of a file."""


def looks_like(text: str) -> bool:
    """Whether a text that cannot be parsed was meant to be a sequence."""
    return bool(_LIST_KEY_LINE.search(text)) or _has_item(text)


def _has_item(text: str) -> bool:
    """Whether an item of a list has a day with a number and a channel, wherever the list stands."""
    depth, seen = -1, set[str]()
    for line in text.splitlines():
        found = _LINE.match(line)
        if found is None:
            continue
        indent = len(found["indent"])
        if found["dash"]:
            depth, seen = indent, set()
        elif indent <= depth:
            depth = -1
        key, value = keys.fold(found["key"]), found["value"] or ""
        if depth >= 0 and key in _DAY and value[:1].isdigit():
            seen.add("day")
        elif depth >= 0 and key == "channel" and values.is_channel_word(value):
            seen.add("channel")
        if len(seen) > 1:
            return True
    return False


def listings(document: Node) -> Iterator[Listing]:
    """The sequences of one YAML document, in the order of the file."""
    return _Finder().find(document, 0, None)


def slip(document: Node) -> str | None:
    """A key of a document that is one slip of the fingers from a list key, and that key."""
    if isinstance(document, Mapping):
        for entry in document.entries.values():
            near = keys.nearest(entry.key.value, {"touches": keys.LIST_NAMES})
            if near and isinstance(entry.value, Items):
                return entry.key.value
    return None


def unsure_list(document: Node) -> str | None:
    """A list key of a document that holds maps, of which none surely is a touch."""
    if isinstance(document, Mapping):
        for key, items in _lists(document):
            if any(isinstance(item, Mapping) for item in items.items):
                return key.value
    return None


class _Finder:
    """Looks for listings; an alias leads to each place but once."""

    def __init__(self) -> None:
        self.seen: set[int] = set()
        self.holds_touches: dict[int, bool] = {}

    def find(
        self, node: Node, depth: int, around: Mapping | None, title: Scalar | None = None
    ) -> Iterator[Listing]:
        """The listings in a document, a map or a list."""
        if depth > _DEEPEST or isinstance(node, Scalar) or id(node) in self.seen:
            return
        self.seen.add(id(node))
        if isinstance(node, Items):
            yield from self._find_in_list(node, Listing(None, node, node.span), depth, around)
            return
        header = _inheriting(node, around)
        found = False
        lists = list(_lists(node))
        for place, (key, items) in enumerate(lists, 1):
            others = tuple(other for other, more in lists[place:] if _is_plan(more))
            here = Listing(header, items, key.span, title, others)
            for listing in self._find_in_list(items, here, depth, header):
                found = True
                yield listing
            if found:
                return
        if depth == 0:
            for entry in node.entries.values():
                if isinstance(entry.value, Mapping):
                    yield from self.find(entry.value, 1, header, _title(entry))

    def _find_in_list(
        self, items: Items, here: Listing, depth: int, around: Mapping | None
    ) -> Iterator[Listing]:
        """The sequences that a list's items hold, else the list itself if it holds touches."""
        if id(items) not in self.holds_touches:
            self.holds_touches[id(items)] = False
            found = False
            for item in items.items:
                if isinstance(item, Mapping) and any(_lists(item)):
                    for listing in self.find(item, depth + 1, around):
                        found = True
                        yield listing
            is_bare = here.header is None
            self.holds_touches[id(items)] = not found and any(
                _is_touch(item, is_bare=is_bare) for item in items.items
            )
        if self.holds_touches[id(items)]:
            yield here


def _inheriting(node: Mapping, around: Mapping | None) -> Mapping:
    """A sequence's own keys, and those that stand around several sequences and hold for each."""
    if around is None:
        return node
    header = Mapping(node.span)
    header.entries |= node.entries
    own = {keys.fold(name) for name in node.entries}
    for name, entry in around.entries.items():
        if keys.fold(name) in _INHERITED - own:
            header.entries.setdefault(name, entry)
    return header


def _title(entry: Entry) -> Scalar | None:
    return None if keys.fold(entry.key.value) in _WRAPPERS else entry.key


def _lists(node: Mapping) -> Iterator[tuple[Scalar, Items]]:
    """The keys whose lists may hold touches, the likeliest first."""
    by_name = {keys.fold(entry.key.value): entry for entry in node.entries.values()}
    for name in keys.LIST_NAMES:
        entry = by_name.get(name)
        if entry and isinstance(entry.value, Items):
            yield entry.key, entry.value


def _is_plan(items: Items) -> bool:
    """Whether a list says when something is sent, and is not just a store of copy."""
    return any(
        isinstance(item, Mapping) and _is_touch(item, is_bare=False) and _has_timing(_named(item))
        for item in items.items
    )


def _named(item: Mapping) -> dict[str, Node]:
    return {keys.fold(entry.key.value): entry.value for entry in item.entries.values()}


def _has_timing(names: dict[str, Node]) -> bool:
    return any(isinstance(names[name], Scalar) for name in _TIMING & names.keys())


def _is_touch(item: Node, *, is_bare: bool) -> bool:
    """Whether an item surely is a touch: it has a channel word, or timing together with copy.

    In a list without a key, `type: email` alone may as well be a field of a form.
    """
    if not isinstance(item, Mapping):
        return False
    names = _named(item)
    if _says_channel(names.get("channel"), surely=False):
        return True
    has_timing = _has_timing(names)
    has_copy = any(isinstance(names[name], Scalar) for name in _TEXTS & names.keys()) or any(
        isinstance(names[name], Items) for name in _VARIANTS & names.keys()
    )
    if any(_says_channel(names[name], surely=True) for name in _KIND & names.keys()):
        return has_timing or has_copy or not is_bare
    return has_timing and has_copy


def _says_channel(node: Node | None, *, surely: bool) -> bool:
    return isinstance(node, Scalar) and values.is_channel_word(node.value, surely=surely)
