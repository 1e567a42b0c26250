"""A field that the file does not declare, and that is one slip of the fingers from one it does.

Without `fields` in the file nothing is known of its names, and nothing is said.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadence_lint.checks import Objection
from cadence_lint.reading.template.names import record_key
from cadence_lint.record import Record
from cadence_lint.spelling import is_one_edit

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from cadence_lint.linting.case import Case
    from cadence_lint.reading.template.occurrences import Occurrence
    from cadence_lint.sequence import Message, Touch

SCOPE = "sequence"

_SHORTEST = 4
"""Shorter names are too near to each other."""
_MOST_DECLARED = 200
"""Of more names, some are always near to each other."""


class Options(Record):
    """This check has no options."""


class Values(Record):
    """What a message may name."""

    written: str
    """The field as it is written: `{{compnay}}`."""
    name: str
    meant: str
    """The declared name that was probably meant."""


def check(case: Case, options: Options) -> Iterator[Objection]:
    """Object once for each such name, at all of its places."""
    declared = {record_key(name): name for name in case.sequence.fields}
    if not declared:
        return
    undeclared: dict[str, list[tuple[Touch, Message, Occurrence]]] = {}
    for place in _fields(case):
        key = place[2].key
        if key not in declared:
            undeclared.setdefault(key, []).append(place)
    for key, places in undeclared.items():
        meant = meant_by(key, declared)
        if meant is None:
            continue
        spots = tuple(each.spot.said_in(touch, message) for touch, message, each in places)
        touch, _, first = places[0]
        yield Objection(
            values=Values(spots[0].quote, first.field.name, declared[meant]),
            spots=spots,
            touch=touch,
            touches=frozenset(touch.number for touch, _, _ in places),
        )


def _fields(case: Case) -> Iterator[tuple[Touch, Message, Occurrence]]:
    from cadence_lint.reading.template.occurrences import field_occurrences

    for touch, message in case.messages():
        for each in field_occurrences(case.reading(message)):
            yield touch, message, each


def meant_by(key: str, declared: Collection[str]) -> str | None:
    """The one declared name that is a slip away; `line_2` and `line_3` are two names."""
    if len(key) < _SHORTEST or len(declared) > _MOST_DECLARED:
        return None
    near = [name for name in declared if is_one_edit(key, name) and not _count(key, name)]
    return near[0] if len(near) == 1 else None


def _count(one: str, other: str) -> bool:
    """Whether two names count several of a kind."""
    return one.strip("0123456789") == other.strip("0123456789")
