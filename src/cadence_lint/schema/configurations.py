"""The schema of a configuration, with the rules of a rule book and the options of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadence_lint import room
from cadence_lint.checks import find_check
from cadence_lint.config import Vocabulary, config_reader
from cadence_lint.declared import declared
from cadence_lint.finding import SEVERITIES
from cadence_lint.rulebook.rule import PRESETS
from cadence_lint.schema import places
from cadence_lint.schema.options import fact_names, option_schemas
from cadence_lint.schema.parts import (
    BLANK,
    DATE,
    SAID,
    TEXT,
    YES_OR_NO,
    Schema,
    described,
    ignoring_case,
    keys,
    one_of,
    or_null,
    some,
)
from cadence_lint.schema.sequences import WEEKDAY

if TYPE_CHECKING:
    from cadence_lint.rulebook import Book
    from cadence_lint.rulebook.rule import Rule

_NULL: Schema = {"type": "null"}
_WORDS = some(TEXT)
_SETTINGS = (*SEVERITIES, "on", "off")
_SEVERITY: Schema = {"enum": list(_SETTINGS)}


def config_schema(book: Book) -> Schema:
    """The schema of a configuration that can name the rules of a rule book."""
    rules = {"$ref": "#/definitions/rules"}
    assume = {"$ref": "#/definitions/assume"}
    named = one_of({"enum": [*sorted(book.rules), *_families(book)]}, TEXT)
    vocabulary = {name: field.means for name, field in declared(Vocabulary).items()}
    override = keys(config_reader.OVERRIDE, {"files": _FILES, "rules": rules, "assume": assume}) | {
        "required": ["files"]
    }
    ignore = keys(
        config_reader.IGNORE,
        {
            "rule": _one(named),
            "files": _WORDS,
            "touch": _one(one_of(_WHOLE, _NULL)),
            "reason": _WORDS,
            "until": _one(one_of(DATE, _NULL)),
        },
    ) | {"required": ["rule"]}
    types: dict[str, Schema] = {
        "extends": one_of({"enum": list(PRESETS)}, TEXT),
        "rule_folders": _WORDS,
        "plugins": _WORDS,
        "rules": rules,
        "overrides": _list(override),
        "assume": assume,
        "vocabulary": or_null(
            keys(
                vocabulary,
                dict.fromkeys(vocabulary, _WORDS)
                | {"prefer": {"type": ["object", "null"], "additionalProperties": _one(TEXT)}},
            )
        ),
        "positioning": _WORDS,
        "platform_adds": some(one_of({"enum": list(config_reader.PLATFORM_ADDS)}, _NULL)),
        "room": _list(_period()),
        "include": _WORDS,
        "exclude": _WORDS,
        "ignore": _list(ignore),
        "suppressions": or_null(
            keys(
                config_reader.SUPPRESSIONS,
                {"require_reason": _one(one_of(YES_OR_NO, _NULL)), "never": some(named)},
            )
        ),
    }
    schema = keys(config_reader.KEYS, types)
    return schema | {
        "type": ["object", "null"],
        "definitions": {"rules": or_null(_rules(book)), "assume": or_null(_assume())},
    }


_FILES: Schema = one_of(
    {"type": "array", "contains": {"type": ["string", "number", "boolean"]}, "items": TEXT},
    {"type": ["string", "number", "boolean"]},
)
_WHOLE = one_of({"type": "integer", "minimum": 0}, {"type": "string", "pattern": r"^\d*$"})


def _list(item: Schema) -> Schema:
    return {"type": ["array", "null"], "items": item}


def _one(item: Schema) -> Schema:
    """A value, or a list of no more than one."""
    return one_of(item, {"type": "array", "items": item, "maxItems": 1})


def _families(book: Book) -> list[str]:
    return sorted({rule.family for rule in book.rules.values()})


def _rules(book: Book) -> Schema:
    """The settings of rules: each with its options; patterns and families without any."""
    properties: dict[str, Schema] = {}
    names = fact_names()
    for rule in sorted(book.rules.values(), key=lambda each: each.id):
        setting = _setting(rule, names)
        properties[rule.id] = setting
        properties |= dict.fromkeys(rule.aliases, setting)
    only = {"properties": {"severity": _SEVERITY}, "additionalProperties": False}
    several = one_of(_SEVERITY, {"type": "object", **only})
    properties |= {
        family: described(several, f"All rules of the family {family}")
        for family in _families(book)
    }
    ours = "|".join(_families(book))
    return {
        "type": "object",
        "properties": properties,
        "patternProperties": {
            r"\*": several,
            rf"^(?!(?:{ours})/)[^*]*/[^*]*$": one_of(_SEVERITY, {"type": "object"}),
        },
        "additionalProperties": False,
    }


def _setting(rule: Rule, names: list[str]) -> Schema:
    check = find_check(rule.check)
    options = option_schemas(check, names) if check else {}
    for name, value in rule.options.items():
        if name in options:
            options[name] = options[name] | {"default": value}
    severity = described(_SEVERITY, f"{rule.severity} unless you say otherwise")
    limits = {
        "type": "object",
        "properties": {"severity": severity, **options},
        "additionalProperties": False,
    }
    return described(one_of(_SEVERITY, limits), rule.summary)


def _assume() -> Schema:
    types: dict[str, Schema] = {}
    for name, words in config_reader.ASSUMABLE.items():
        if words:
            types[name] = _one(one_of({"enum": list(words)}, _NULL))
    types["region"] = some(one_of(places.region(several=False), _NULL))
    types["send_days"] = some(WEEKDAY)
    return {"type": "object", "properties": types, "additionalProperties": False}


def _period() -> Schema:
    who: dict[str, Schema] = {}
    for name, words in room.WHO.items():
        known = "|".join(map(ignoring_case, words)) if words else ""
        any_case = {"type": "string", "pattern": rf"^\s*(?:{known})?\s*$"}
        who[name] = some(one_of({"enum": list(words)}, any_case, _NULL)) if words else _WORDS
    who["region"] = some(one_of(places.region(several=False), *BLANK["anyOf"]))
    day = one_of(
        {"type": "string", "pattern": rf"^\s*(?:{room.DAY.pattern})\s*$"},
        {"type": "string", "pattern": r"[^\W\d_]{3}"},
    )
    types = {
        "name": _one(SAID),
        "from": _one(day),
        "to": _one(one_of(day, _NULL)),
        "who": {"type": ["object", "null"], "properties": who, "additionalProperties": False},
        "advice": _one(TEXT),
    }
    return keys(config_reader.PERIOD, types) | {"required": ["name", "from"]}
