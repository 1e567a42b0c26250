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
    from collections.abc import Callable, Iterable

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
        return (_NUMBERS[kind], *_all_plain([getattr(value, name) for name in kind._fields]))
    if kind is tuple:
        return _all_plain(value)
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
        return tuple(_all_made(data))
    if kind is dict:
        return {key: from_plain(each) for key, each in data.items()}
    return data


# Most values are atoms: to call nothing for them is most of the speed.


def _all_plain(values: Iterable[Any]) -> list[Any]:
    return [value if type(value) in _ATOMS else to_plain(value) for value in values]


def _all_made(data: Iterable[Any]) -> list[Any]:
    return [each if type(each) in _ATOMS else from_plain(each) for each in data]


def _maker(kind: type[Any]) -> Callable[[Any], Any]:
    """What makes a record of one kind from its number and its fields."""
    if not issubclass(kind, Record):
        return lambda data: kind(*_all_made(data[1:]))
    names = ("", *kind._fields)

    def make(data: Any) -> Any:
        made = object.__new__(kind)
        fields = made.__dict__
        fields.update(zip(names, _all_made(data), strict=True))
        del fields[""]  # the number
        return made

    return make


_MAKERS = (*map(_maker, _KINDS), lambda data: date.fromordinal(data[1]))
