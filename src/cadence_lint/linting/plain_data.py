"""Results as plain data, to be handed from one process to another or kept in a file.

A record becomes a tuple of the number of its kind and its fields, and a tuple a list. What is
none of the kinds that results are made of is refused: it would not come back as it was.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from cadence_lint.finding import Edit, Error, Evidence, Finding, Fix, Note, Suppressed
from cadence_lint.linting.results import Decided, FileResult, SequenceResult, Step
from cadence_lint.record import Record
from cadence_lint.room import Period, Room
from cadence_lint.score import Cost, Score
from cadence_lint.source import Place

if TYPE_CHECKING:
    from collections.abc import Callable

_ATOMS = frozenset({str, int, float, bool, bytes, type(None)})
_KINDS: tuple[type[Any], ...] = (
    *(FileResult, SequenceResult, Step, Score, Cost, Room, Period, Decided),
    *(Finding, Evidence, Place, Suppressed, Note, Error, Fix, Edit),
)
_NUMBERS = {kind: number for number, kind in enumerate(_KINDS)}
_DATE = len(_KINDS)


class NotPlain(TypeError):
    """Something that results are not made of."""


def to_plain(value: Any) -> Any:
    """A value as plain data.

    Raises:
        NotPlain: when it holds what would not come back.

    """
    kind = type(value)
    if kind in _ATOMS:
        return value
    if kind in _NUMBERS:
        return (_NUMBERS[kind], *[to_plain(getattr(value, name)) for name in kind._fields])
    if kind is tuple:
        return [to_plain(each) for each in value]
    if kind is frozenset and _ATOMS.issuperset(map(type, value)):
        return value
    if kind is dict and _ATOMS.issuperset(map(type, value)):
        return {key: to_plain(each) for key, each in value.items()}
    if kind is date:
        return (_DATE, value.toordinal())
    raise NotPlain(f"{kind.__name__} is no part of a result")


def from_plain(data: Any) -> Any:
    """What plain data was made from."""
    kind = type(data)
    if kind is tuple:
        return _MAKERS[data[0]](data)
    if kind is list:
        return tuple([from_plain(each) for each in data])
    if kind is dict:
        return {key: from_plain(each) for key, each in data.items()}
    return data


def _maker(kind: type[Any]) -> Callable[[Any], Any]:
    """What makes a record of one kind from its number and its fields."""
    names = kind._fields
    if not issubclass(kind, Record):
        return lambda data: kind(*map(from_plain, data[1:]))

    def make(data: Any) -> Any:
        made = object.__new__(kind)
        made.__dict__.update(zip(names, map(from_plain, data[1:]), strict=True))
        return made

    return make


_MAKERS = (*map(_maker, _KINDS), lambda data: date.fromordinal(data[1]))
