"""What schemas are made of: texts, words, numbers, lists, and keys in any spelling."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from cadence_lint.formats import values

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Schema = dict[str, Any]

TEXT: Schema = {"type": ["string", "number", "boolean", "null"]}
"""Any single value: readers take its text."""
BLANK: Schema = {"anyOf": [{"type": "null"}, {"type": "string", "pattern": r"^\s*$"}]}
SAID: Schema = {"type": ["string", "number", "boolean"], "pattern": r"\S"}
"""A single value that says something."""
_ESCAPED = re.compile(r"\\.|\(\?[:=!]|.", re.DOTALL)


def described(schema: Schema, means: str) -> Schema:
    """A schema, and what an editor says about it."""
    return {"description": means} | schema if means else schema


def one_of(*choices: Schema) -> Schema:
    """What fits any of some schemas."""
    return {"anyOf": list(choices)}


def or_blank(schema: Schema) -> Schema:
    """What fits a schema, or says nothing."""
    return one_of(schema, *BLANK["anyOf"])


def or_null(schema: Schema) -> Schema:
    """What fits a schema, or is left empty."""
    return one_of(schema, {"type": "null"})


def pattern(text: str, *, ignore_case: bool = True) -> Schema:
    """Text that matches a whole pattern, with white space around it."""
    written = ignoring_case(text) if ignore_case else text
    return {"type": "string", "pattern": rf"^\s*(?:{written})\s*$"}


def ignoring_case(text: str) -> str:
    """A pattern that finds capitals and small letters alike: JSON Schema has no flags."""
    in_class = False
    parts = []
    for part in _ESCAPED.findall(text):
        if part in "[]":
            in_class = part == "["
        if len(part) == 1 and part.isascii() and part.isalpha():
            both = part.lower() + part.upper()
            part = both if in_class else f"[{both}]"
        parts.append(part)
    return "".join(parts).replace("aA-zZ", "a-zA-Z")


def spelled(names: Iterable[str], between: str = "[-_ ]*") -> str:
    """A pattern for names in any case, with or without marks between their letters."""
    choices = "|".join(
        between.join(ignoring_case(re.escape(letter)) for letter in name) for name in names
    )
    return f"^{between}(?:{choices}){between}$"


def words(shown: Iterable[str], others: Iterable[str] = (), between: str = r"[\s_-]*") -> Schema:
    """Some words, which an editor offers, and other ways to write them."""
    known = list(shown)
    folded = dict.fromkeys(re.sub(r"[\s_-]+", "", word) for word in (*known, *others))
    return one_of({"enum": known}, {"type": "string", "pattern": spelled(folded, between)})


def padded(choices: Iterable[str]) -> Schema:
    """One of some words, with white space around it as texts after `|` have it."""
    known = list(choices)
    escaped = "|".join(map(re.escape, known))
    return one_of({"enum": known}, {"type": "string", "pattern": rf"^\s*(?:{escaped})\s*$"})


def some(item: Schema) -> Schema:
    """One value, or a list of them."""
    return one_of({"type": "array", "items": item}, item)


def keys(means: Mapping[str, str], types: Mapping[str, Schema]) -> Schema:
    """Keys with their meanings, and no others."""
    return {
        "type": "object",
        "properties": {name: described(types[name], said) for name, said in means.items()},
        "additionalProperties": False,
    }


YES_OR_NO: Schema = one_of(
    {"enum": ["yes", "no"]},
    {"type": "boolean"},
    {"enum": [0, 1]},
    pattern("|".join(sorted(values.YES | values.NO))),
)
NUMBER: Schema = {"type": "number", "minimum": 0}
TIME_SPAN: Schema = one_of(NUMBER, pattern(values.DELAY.pattern.replace("-?", "")))
DATE: Schema = {
    "type": "string",
    "anyOf": [
        pattern(values.ISO_DATE.pattern, ignore_case=False),
        {"pattern": r"[^\W\d_]{3}[\s\S]*\d{4}|\d{4}[\s\S]*[^\W\d_]{3}"},
    ],
    "examples": ["2026-12-01"],
}
