"""CadenceML: a map of nicknames to cadences, each a map of days to lists of touches.

Its days are business days, counted from 1. It holds no copy, only a title and notes.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cadence_lint.patterns import regex
from cadence_lint.source import Fault, Piece, Span
from cadence_lint.source.tree import Entry, Items, Mapping, Node, Scalar

if TYPE_CHECKING:
    from collections.abc import Iterator

_DAY = regex(r"\s*(?:day\s*)?(\d{1,4})\s*", re.IGNORECASE)
_NO_REGION = frozenset({"", "none", "null", "~"})
_TOUCH_KEYS = {"title": "label", "notes": "note"}
"""Ours for theirs. Their notes are for the sender: no script that anybody says."""


def looks_like(document: Node) -> bool:
    """Whether a YAML document is a map of cadences, each with a `cadence` map of days."""
    if not isinstance(document, Mapping):
        return False
    return any(_days(entry.value) is not None for entry in document.entries.values())


def read(document: Node) -> tuple[list[Mapping], list[Fault]]:
    """The cadences of a document as sequences with our own keys, and what could not be taken."""
    trees: list[Mapping] = []
    faults: list[Fault] = []
    for entry in document.entries.values() if isinstance(document, Mapping) else ():
        days = _days(entry.value)
        if isinstance(entry.value, Mapping) and days is not None:
            trees.append(_tree(entry.key, entry.value, days, faults))
    return trees, faults


def _days(node: Node) -> Entry | None:
    """The entry of a cadence that maps days to lists of touches."""
    entry = node.entries.get("cadence") if isinstance(node, Mapping) else None
    if entry is None or not isinstance(entry.value, Mapping):
        return None
    lists = [day for day in entry.value.entries.values() if isinstance(day.value, Items)]
    return entry if lists and any(_DAY.fullmatch(day.key.value) for day in lists) else None


def _tree(name: Scalar, cadence: Mapping, days: Entry, faults: list[Fault]) -> Mapping:
    tree = Mapping(Span(name.span.start, max(name.span.end, cadence.span.end)))
    tree.entries["name"] = Entry(_said("name", name), name)
    tree.entries["business_days"] = Entry(_said("business_days", days.key), _said("yes", days.key))
    for key, entry in cadence.entries.items():
        if key == "eligible_days":
            tree.entries["send_days"] = Entry(_said("send_days", entry.key), entry.value)
        elif key == "holidays":
            tree.entries["holidays"] = entry
        elif key == "holiday_region" and not _is_none(entry.value):
            audience = Mapping(entry.span)
            audience.entries["region"] = Entry(_said("region", entry.key), entry.value)
            tree.entries["audience"] = Entry(_said("audience", entry.key), audience)
    items = Items(days.value.span)
    items.items.extend(_touches(days.value, faults))
    tree.entries["touches"] = Entry(_said("touches", days.key), items)
    return tree


def _touches(days: Node, faults: list[Fault]) -> Iterator[Mapping]:
    for entry in days.entries.values() if isinstance(days, Mapping) else ():
        day = _DAY.fullmatch(entry.key.value)
        if day is None:
            faults.append(
                Fault(
                    f"{entry.key.value!r} is no day; write a whole number from 1, such as `3:`,"
                    " above the touches of that day",
                    entry.key.span,
                )
            )
            continue
        for touch in _of_day(entry, faults):
            yield _with_day(touch, entry.key, day.span(1))


def _of_day(entry: Entry, faults: list[Fault]) -> Iterator[Mapping]:
    """The touches of a day: a list of them, or one alone."""
    value = entry.value
    if isinstance(value, Scalar) and value.is_null:
        return
    for touch in value.items if isinstance(value, Items) else [value]:
        if isinstance(touch, Mapping):
            yield touch
        else:
            faults.append(
                Fault(
                    "below a day stands a list of touches, such as `- channel: email`", touch.span
                )
            )


def _with_day(touch: Mapping, key: Scalar, digits: tuple[int, int]) -> Mapping:
    """A touch that knows its day; its own keys come first, for the day stands above them all."""
    node = Mapping(touch.span)
    for name, entry in touch.entries.items():
        own = _TOUCH_KEYS.get(name, name)
        if own != name:
            entry = Entry(_said(own, entry.key), entry.value)
        node.entries[own] = entry
    number = Scalar(key.text.span(*digits), key.text.cut(*digits))
    node.entries["day"] = Entry(_said("day", key), number)
    return node


def _is_none(node: Node) -> bool:
    return isinstance(node, Scalar) and node.value.strip().lower() in _NO_REGION


def _said(value: str, at: Scalar) -> Scalar:
    """A word of ours at the place of a word of the file's."""
    return Scalar(at.span, at.text.derive([Piece(value, 0, len(at.value))]))
