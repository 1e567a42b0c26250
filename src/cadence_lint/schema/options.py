"""The options of checks, as a rule file or a configuration sets them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, get_args, get_origin

from cadence_lint import checks
from cadence_lint.declared import declared
from cadence_lint.reading import facts
from cadence_lint.rulebook import built_in_folder, rule_files
from cadence_lint.rulebook.options import AUDIENCES, fields_of
from cadence_lint.schema.parts import (
    TEXT,
    TIME_SPAN,
    YES_OR_NO,
    Schema,
    described,
    one_of,
    or_null,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cadence_lint.checks import CheckModule

_WHOLE = one_of({"type": "integer", "minimum": 0}, {"type": "string", "pattern": r"^\d+$"})
_SIMPLE = {int: _WHOLE, float: TIME_SPAN, bool: YES_OR_NO, str: TEXT}


def known_checks() -> Iterator[tuple[str, CheckModule]]:
    """The checks that there are, by name."""
    for name in checks.check_names():
        module = checks.find_check(name)
        if module is not None:
            yield name, module


def fact_names() -> list[str]:
    """What rules can ask a message for: the facts of the code, and the built-in phrase lists."""
    listed = (name for name, _ in rule_files(built_in_folder()) if name.startswith("phrases/"))
    return sorted({*facts.NAMES, *(name.rpartition("/")[2].partition(".")[0] for name in listed)})


def option_schemas(check: CheckModule, names: Iterable[str]) -> dict[str, Schema]:
    """The options of a check, with their meanings and what they are when nobody sets them."""
    said = declared(check.Options)
    schemas = {}
    for field in fields_of(check.Options):
        schema = _schema(field.type)
        if "FactName" in said[field.name].annotation:
            schema = _offering(schema, names)
        if not field.is_required and field.default not in (None, ()):
            schema = schema | {"default": _plain(field.default)}
        schemas[field.name] = described(schema, said[field.name].means)
    return schemas


def _plain(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value


def _offering(schema: Schema, names: Iterable[str]) -> Schema:
    """A list of facts; those of a team need not be known here."""
    named = {"type": "array", "items": one_of({"enum": list(names)}, TEXT)}
    return one_of(named, *schema["anyOf"][1:])


def _schema(wanted: Any) -> Schema:
    kinds = get_args(wanted)
    if type(None) in kinds:
        rest = [kind for kind in kinds if kind is not type(None)]
        return or_null(_per_audience() if len(rest) > 1 else _schema(rest[0]))
    if wanted == checks.PerAudience:
        return _per_audience()
    origin = get_origin(wanted)
    if origin is tuple:
        item = _schema(kinds[0])
        return one_of({"type": "array", "items": item}, item, {"type": "null"})
    if origin is dict:
        return {"type": "object", "additionalProperties": _schema(kinds[1])}
    if origin is Literal:
        return {"enum": list(kinds)}
    return _SIMPLE[wanted]


def _per_audience() -> Schema:
    number = _SIMPLE[float]
    each = {
        "type": "object",
        "properties": dict.fromkeys(AUDIENCES, number),
        "additionalProperties": False,
    }
    return one_of(number, each)
