"""Options of rules: from what a file says to what a check declares, and refused with reasons.

A check declares its options as a `NamedTuple`; the types that may stand there are listed in
`_READERS`. What comes out is plain data (numbers, texts, lists, maps), so that a compiled rule
book can hold it; `make` turns it into the check's own type.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, NamedTuple, get_args, get_origin, get_type_hints

from cadence_lint import checks
from cadence_lint.formats.values import Unreadable, is_yes, read_delay
from cadence_lint.sequence import Purpose, Segment
from cadence_lint.source import Fault
from cadence_lint.tree import Items, Mapping, Scalar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cadence_lint.tree import Node

_AUDIENCES = (*get_args(Segment), *get_args(Purpose))

Plain = str | float | int | bool | list[Any] | dict[str, Any] | None


class Field(NamedTuple):
    """One option as its check declares it."""

    name: str
    type: Any
    default: Any
    is_required: bool


def fields_of(declared: type) -> Iterator[Field]:
    """The options that a check declares, in order."""
    defaults: dict[str, Any] = getattr(declared, "_field_defaults", {})
    names: tuple[str, ...] = getattr(declared, "_fields", ())
    hints = get_type_hints(declared)
    for name in names:
        yield Field(name, hints[name], defaults.get(name), name not in defaults)


def read_options(node: Mapping, declared: type) -> tuple[dict[str, Plain], list[Fault]]:
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


def missing_options(read: dict[str, Plain], declared: type) -> list[str]:
    """The options that a check cannot do without and that nobody has set."""
    return [
        field.name for field in fields_of(declared) if field.is_required and field.name not in read
    ]


def make(declared: type, data: dict[str, Plain]) -> Any:
    """The check's own options, from what a rule and a configuration say."""
    return declared(
        **{name: tuple(said) if isinstance(said, list) else said for name, said in data.items()}
    )


def unknown(kind: str, name: str, known: Any) -> str:
    """A sentence that refuses a name and says what was probably meant."""
    from difflib import get_close_matches

    choices = sorted(known)
    near = get_close_matches(name, choices, n=1, cutoff=0.6)
    if near:
        return f"there is no {kind} {name!r}; did you mean {near[0]!r}?"
    return f"there is no {kind} {name!r}; there is: {', '.join(choices) or 'none'}"


def _read(node: Node, wanted: Any) -> Plain:
    if wanted == checks.PerAudience:
        return _read_per_audience(node)
    origin = get_origin(wanted)
    if origin is tuple:
        items = node.items if isinstance(node, Items) else [node]
        return [_read(item, get_args(wanted)[0]) for item in items]
    if origin is dict:
        if not isinstance(node, Mapping):
            raise Unreadable("wants keys with values")
        return {name: _read(e.value, get_args(wanted)[1]) for name, e in node.entries.items()}
    if not isinstance(node, Scalar):
        raise Unreadable("wants one value, not a list or keys")
    if origin is Literal:
        return _read_choice(node.value, get_args(wanted))
    if type(None) in get_args(wanted):
        inner = next(arg for arg in get_args(wanted) if arg is not type(None))
        return None if node.is_null else _read(node, inner)
    return _read_scalar(node.value, wanted)


def _read_scalar(value: str, wanted: Any) -> Plain:
    if wanted is str:
        return value
    if wanted is bool:
        return is_yes(value)
    if wanted is int and value.strip().isdigit():
        return int(value)
    if wanted is float:
        return _read_number(value)
    raise Unreadable(f"{value!r} is no whole number")


def _read_number(value: str) -> float:
    """A number, or a length of time in days."""
    try:
        return float(value)
    except ValueError:
        return read_delay(value)


def _read_choice(value: str, choices: tuple[str, ...]) -> str:
    if value not in choices:
        raise Unreadable(f"{value!r} is none of {', '.join(choices)}")
    return value


def _read_per_audience(node: Node) -> Plain:
    if isinstance(node, Mapping):
        for name in node.entries:
            if name not in _AUDIENCES:
                raise Unreadable(unknown("segment or purpose", name, _AUDIENCES))
        return {name: _read(entry.value, float) for name, entry in node.entries.items()}
    return _read(node, float)
