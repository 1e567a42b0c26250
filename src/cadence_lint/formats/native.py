"""YAML as people write it: finds the lists of touches in a file.

A sequence is a list of maps under one of the list keys, or the whole document, of which at least
one has a channel word, or timing together with copy. A map item that itself holds such a list is
a sequence of its own.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from cadence_lint.formats import keys, values
from cadence_lint.formats.canonical import Listing
from cadence_lint.tree import Entry, Items, Mapping, Node, Scalar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cadence_lint.source import Span

_DEEPEST = 4
_MOST_SEQUENCES = 500
_LIST_KEY_LINE = re.compile(
    rf"^(?:{'|'.join(keys.LIST_KEYS)})\s*:\s*(?:#.*)?$", re.MULTILINE | re.IGNORECASE
)
_TIMING = frozenset(keys.TOUCH_NAMES["day"] + keys.TOUCH_NAMES["delay"])
_COPY = frozenset(name for key in ("subject", "body", "variants") for name in keys.TOUCH_NAMES[key])
_KIND = frozenset(keys.TOUCH_NAMES["channel"]) - {"channel"}


def looks_like(text: str) -> bool:
    """Whether a text that cannot be parsed was meant to be a sequence."""
    return bool(_LIST_KEY_LINE.search(text))


def listings(document: Node) -> list[Listing]:
    """The sequences of one YAML document, in the order of the file."""
    return list(islice(_find(document, 0, set()), _MOST_SEQUENCES))


def _find(node: Node, depth: int, seen: set[int]) -> Iterator[Listing]:
    """Look for listings; `seen` keeps aliases from leading to the same place again and again."""
    if depth > _DEEPEST or isinstance(node, Scalar) or id(node) in seen:
        return
    seen.add(id(node))
    if isinstance(node, Items):
        yield from _find_in_list(node, None, node.span, depth, seen)
        return
    found = False
    for entry in _lists(node):
        for listing in _find_in_list(entry.value, node, entry.key.span, depth, seen):
            found = True
            yield listing
        if found:
            return
    if depth == 0:
        for entry in node.entries.values():
            if isinstance(entry.value, Mapping):
                yield from _find(entry.value, depth + 1, seen)


def _find_in_list(
    items: Node, header: Mapping | None, about: Span, depth: int, seen: set[int]
) -> Iterator[Listing]:
    if not isinstance(items, Items):
        return
    found = False
    for item in items.items:
        if isinstance(item, Mapping) and any(_lists(item)):
            for listing in _find(item, depth + 1, seen):
                found = True
                yield listing
    if not found and any(_is_touch(item) for item in items.items):
        yield Listing(header, items, about)


def _lists(node: Mapping) -> Iterator[Entry]:
    """The entries that may hold touches, the likeliest key first."""
    by_name = {keys.fold(entry.key.value): entry for entry in node.entries.values()}
    for name in keys.LIST_NAMES:
        entry = by_name.get(name)
        if entry and isinstance(entry.value, Items):
            yield entry


def _is_touch(item: Node) -> bool:
    """Whether an item surely is a touch: it has a channel word, or timing together with copy."""
    if not isinstance(item, Mapping):
        return False
    names = {keys.fold(entry.key.value): entry.value for entry in item.entries.values()}
    channel = names.get("channel")
    if isinstance(channel, Scalar) and values.is_channel_word(channel.value):
        return True
    for name in _KIND & names.keys():
        kind = names[name]
        if isinstance(kind, Scalar) and values.is_channel_word(kind.value, surely=True):
            return True
    return bool(_TIMING & names.keys() and _COPY & names.keys())
