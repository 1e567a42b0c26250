"""Options of rules: from what a file says to what a check declares, and refused with reasons.

A check declares its options as a `Record` of words, choices, numbers, yes or no, lists and
maps of them, and numbers for each audience. What comes out is plain data, so that a compiled
rule book can hold it; `make` turns it into the check's own type.
"""

from __future__ import annotations

import re
from functools import lru_cache, reduce
from operator import or_
from typing import TYPE_CHECKING, Any, Literal, get_args, get_origin, get_type_hints

from cadence_lint import checks
from cadence_lint.formats.values import Unreadable, is_yes, read_delay
from cadence_lint.patterns import regex
from cadence_lint.record import Record
from cadence_lint.sequence import Purpose, Segment
from cadence_lint.source import Fault
from cadence_lint.source.tree import Items, Mapping, Scalar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cadence_lint.source.tree import Node

AUDIENCES = (*get_args(Segment), *get_args(Purpose))
_NUMBER = regex(r"\d+(?:\.\d+)?", re.ASCII)

_MOST_LISTED = 20
"""More choices than that help nobody who mistyped one."""

Plain = str | float | int | bool | list[Any] | dict[str, Any] | None


class Field(Record):
    """One option as its check declares it."""

    name: str
    type: Any
    default: Any
    is_required: bool


def fields_of(declared: type[Record]) -> Iterator[Field]:
    """The options that a check declares, in order."""
    defaults = declared._field_defaults
    hints = get_type_hints(declared)
    for name in declared._fields:
        yield Field(name, hints[name], defaults.get(name), name not in defaults)


def fact_options(declared: type[Record]) -> list[str]:
    """The options of a check that name facts."""
    hints = get_type_hints(declared, include_extras=True)
    return [name for name in declared._fields if get_args(hints[name])[:1] == (checks.FactName,)]


def read_options(node: Mapping, declared: type[Record]) -> tuple[dict[str, Plain], list[Fault]]:
    """Read the options that a rule file or a configuration sets."""
    known = {field.name: field for field in fields_of(declared)}
    read: dict[str, Plain] = {}
    faults: list[Fault] = []
    for name, entry in node.entries.items():
        field = known.get(name)
        if field is None:
            faults.append(Fault(unknown("option", name, known), entry.key.span))
            continue
        try:
            read[name] = _read(entry.value, field.type)
        except Unreadable as problem:
            faults.append(Fault(f"{name}: {problem}", entry.value.span))
    return read, faults


def missing_options(read: dict[str, Plain], declared: type[Record]) -> list[str]:
    """The options that a check cannot do without and that nobody has set."""
    return [
        field.name for field in fields_of(declared) if field.is_required and field.name not in read
    ]


def make(declared: type, data: dict[str, Plain]) -> Any:
    """The check's own options, from what a rule and a configuration say."""
    return declared(
        **{name: tuple(said) if isinstance(said, list) else said for name, said in data.items()}
    )


def unknown(kind: str, name: str, known: Iterable[str]) -> str:
    """A sentence that refuses a name and says what was probably meant."""
    choices = tuple(sorted(known))
    near = _meant(name, choices)
    if near:
        return f"there is no {kind} {name!r}; did you mean {near[0]!r}?"
    if len(choices) > _MOST_LISTED:
        return f"there is no {kind} {name!r}"
    return f"there is no {kind} {name!r}; there is: {', '.join(choices) or 'none'}"


@lru_cache
def _meant(name: str, choices: tuple[str, ...]) -> list[str]:
    from difflib import get_close_matches

    return get_close_matches(name, choices, n=1, cutoff=0.6)


def read_number(value: str) -> float:
    """A number from 0, or a length of time in days."""
    if _NUMBER.fullmatch(value.strip()):
        return float(value)
    try:
        return read_delay(value)
    except Unreadable:
        said = f"{value!r} is no number from 0, and no time such as `2 days`"
        raise Unreadable(said) from None


def _read(node: Node, wanted: Any) -> Plain:
    kinds = get_args(wanted)
    if type(None) in kinds:
        if isinstance(node, Scalar) and node.is_null:
            return None
        return _read(node, reduce(or_, (kind for kind in kinds if kind is not type(None))))
    if wanted == checks.PerAudience:
        return _read_per_audience(node)
    origin = get_origin(wanted)
    if origin is tuple:
        return [_read(item, kinds[0]) for item in _items(node)]
    if origin is dict:
        if not isinstance(node, Mapping):
            raise Unreadable("wants keys with values")
        return {name: _read(entry.value, kinds[1]) for name, entry in node.entries.items()}
    if not isinstance(node, Scalar):
        raise Unreadable("wants one value, not a list or keys")
    return _read_choice(node.value, kinds) if origin is Literal else _read_word(node.value, wanted)


def _items(node: Node) -> list[Node]:
    """What a list holds; one value is a list of one, and nothing is a list of none."""
    if isinstance(node, Items):
        return node.items
    return [] if isinstance(node, Scalar) and node.is_null else [node]


def _read_word(value: str, wanted: Any) -> Plain:
    if wanted is str:
        return value
    if wanted is bool:
        return is_yes(value)
    if wanted is float:
        return read_number(value)
    if _NUMBER.fullmatch(value) and "." not in value:
        return int(value)
    raise Unreadable(f"{value!r} is no whole number from 0")


def _read_choice(value: str, choices: tuple[str, ...]) -> str:
    if value not in choices:
        raise Unreadable(unknown("choice", value, choices))
    return value


def _read_per_audience(node: Node) -> Plain:
    if isinstance(node, Mapping):
        for name in node.entries:
            if name not in AUDIENCES:
                raise Unreadable(unknown("segment or purpose", name, AUDIENCES))
        return {name: _read(entry.value, float) for name, entry in node.entries.items()}
    return _read(node, float)
