"""The schema of a rule file; the options and the values of a rule are those of its check."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from cadence_lint.checks import traits_of
from cadence_lint.declared import declared
from cadence_lint.finding import SEVERITIES, Confidence
from cadence_lint.rulebook import rule_file
from cadence_lint.rulebook.options import fields_of
from cadence_lint.rulebook.principles import PRINCIPLES, TRUST
from cadence_lint.rulebook.rule import PRESETS
from cadence_lint.schema.options import fact_names, known_checks, option_schemas
from cadence_lint.schema.parts import (
    SAID,
    TEXT,
    TIME_SPAN,
    Schema,
    described,
    keys,
    one_of,
    or_blank,
    or_null,
    padded,
    some,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cadence_lint.checks import CheckModule
    from cadence_lint.rulebook import Book

_REQUIRED = ("summary", "check", "message", "advice", "why")
_NULL: Schema = {"type": "null"}


def rule_schema(book: Book) -> Schema:
    """The schema of a rule file; it offers the rules and the facts of a rule book."""
    modules = dict(known_checks())
    names = fact_names()
    schema = keys(rule_file.KEYS, _types(modules, book))
    return schema | {
        "required": list(_REQUIRED),
        "allOf": [_of_check(name, module, names) for name, module in modules.items()],
    }


def _types(modules: dict[str, CheckModule], book: Book) -> dict[str, Schema]:
    rule = one_of({"enum": sorted(book.rules)}, TEXT)
    principle = one_of(
        *({"const": number, "description": said} for number, said in enumerate(PRINCIPLES, 1)),
        {"type": "string", "pattern": r"^\d+$"},
        _NULL,
    )
    return {
        "summary": SAID,
        "preset": or_blank(padded(PRESETS)),
        "severity": or_blank(padded(SEVERITIES)),
        "levels": _list(_level(modules)),
        "confidence": or_blank(padded(get_args(Confidence))),
        "when": or_null(_when()),
        "check": padded(modules),
        "options": {"type": ["object", "null"]},
        "covers": some(rule),
        "message": SAID,
        "advice": SAID,
        "why": SAID,
        "serves": some(principle),
        "sources": _list(_source()),
        "examples": or_null(
            keys(rule_file.EXAMPLES, dict.fromkeys(rule_file.EXAMPLES, _list(_example())))
        ),
        "aliases": some(one_of({"type": "string", "pattern": "/"}, _NULL)),
    }


def _list(item: Schema) -> Schema:
    return {"type": ["array", "null"], "items": item}


def _conditions(allowed: Iterable[str]) -> Schema:
    words = list(allowed)
    if not words:
        return some(TEXT) | {"not": _NULL}
    return some(one_of({"enum": words}, _NULL)) | {"not": _NULL}


def _when() -> Schema:
    types = {name: _conditions(words) for name, words in rule_file.WHEN.items()}
    return {"type": "object", "properties": types, "additionalProperties": False}


def _level(modules: dict[str, CheckModule]) -> Schema:
    bound = {
        "above": described(TIME_SPAN, "When the number that the check measures is above this"),
        "below": described(TIME_SPAN, "When the number that the check measures is below this"),
    }
    traits = {name: _conditions(()) for module in modules.values() for name in traits_of(module)}
    return {
        "type": "object",
        "properties": {"severity": padded(SEVERITIES), **bound, **traits, **_when()["properties"]},
        "required": ["severity"],
        "additionalProperties": False,
    }


def _source() -> Schema:
    said = {name: field.means for name, field in declared(rule_file.Reference).items()}
    strength = padded(get_args(rule_file.Strength))
    strength["description"] = "; ".join(f"{word}: {means}" for word, means in TRUST.items())
    types = dict.fromkeys(said, SAID) | {"strength": strength, "url": TEXT}
    needed = [name for name in said if name not in rule_file.Reference._field_defaults]
    schema = keys(said, types)
    return schema | {"required": needed}


def _example() -> Schema:
    at = {"type": "string", "pattern": f"^(?:{rule_file.POSITION.pattern})$"}
    types = {
        "name": SAID,
        "at": some(one_of(at, _NULL)),
        "sequence": SAID,
        "settings": TEXT,
    }
    return keys(rule_file.EXAMPLE, types) | {"required": ["name", "sequence"]}


def _of_check(name: str, module: CheckModule, names: list[str]) -> Schema:
    """What holds for the rules that are made of one check."""
    needed = [field.name for field in fields_of(module.Options) if field.is_required]
    options: Schema = {
        "properties": option_schemas(module, names),
        "additionalProperties": False,
    }
    if needed:
        options |= {"required": needed, "type": "object"}
    template = _template(module)
    then: Schema = {"properties": {"options": options, "message": template, "advice": template}}
    if needed:
        then["required"] = ["options"]
    return {
        "if": {"properties": {"check": {"const": name}}, "required": ["check"]},
        "then": then,
    }


def _template(module: CheckModule) -> Schema:
    """A text that names no other values than those of a check."""
    offered = (*module.Values._fields, "quote")
    strange = rf"(?<!\{{)\{{(?!(?:{'|'.join(offered)})\}})\w+\}}(?!\}})"
    shown = ", ".join(f"{{{value}}}" for value in offered)
    return {
        "pattern": rf"^(?![\s\S]*{strange})",
        "patternErrorMessage": f"the values of this check are: {shown}",
    }
