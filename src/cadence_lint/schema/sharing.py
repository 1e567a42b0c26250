"""What stands in a schema more than once is written once, and referred to.

An editor loads the whole schema each time; written out, it would be ten times as long.
"""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cadence_lint.schema.parts import Schema

_MAPS = frozenset({"properties", "patternProperties", "definitions"})
"""Keys with schemas by name."""
_NO_SCHEMAS = frozenset({"enum", "const", "default", "examples", "required", "type"})
_SHORT = 160
"""Characters that are as well written out."""


def shared(schema: Schema) -> Schema:
    """The same schema, with its repeated parts among its definitions."""
    met: Counter[str] = Counter()
    _count(schema, met)
    names: dict[str, str] = {}
    definitions: dict[str, Schema] = {}
    for text, count in met.items():
        if count > 1 and len(text) > _SHORT:
            names[text] = f"shared-{len(names) + 1}"
    for text, name in names.items():
        definitions[name] = _inside(json.loads(text), names)
    made: Schema = _inside(schema, names)
    return made | {"definitions": made.get("definitions", {}) | definitions}


def _text(schema: Any) -> str:
    return json.dumps(schema)


def _count(schema: Any, met: Counter[str]) -> None:
    """Count the schemas in a schema, but not again what stands in one that is met again."""
    for key, value in schema.items() if isinstance(schema, dict) else ():
        for part in _parts(key, value):
            text = _text(part)
            met[text] += 1
            if met[text] == 1:
                _count(part, met)


def _parts(key: str, value: Any) -> list[Any]:
    if key in _NO_SCHEMAS:
        return []
    if key in _MAPS:
        return list(value.values())
    parts = value if isinstance(value, list) else [value]
    return [part for part in parts if isinstance(part, dict)]


def _inside(schema: Schema, names: dict[str, str]) -> Any:
    """A schema whose parts are referred to, where they have a name."""
    return {
        key: value if key in _NO_SCHEMAS else _replaced(key, value, names)
        for key, value in schema.items()
    }


def _replaced(key: str, value: Any, names: dict[str, str]) -> Any:
    if key in _MAPS:
        return {name: _reference(part, names) for name, part in value.items()}
    if isinstance(value, list):
        return [_reference(part, names) for part in value]
    return _reference(value, names)


def _reference(part: Any, names: dict[str, str]) -> Any:
    if not isinstance(part, dict):
        return part
    name = names.get(_text(part))
    return {"$ref": f"#/definitions/{name}"} if name else _inside(part, names)
