"""Patterns as editors read them: regular expressions of JavaScript, not of Python."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cadence_lint.schema.parts import Schema

_PART = re.compile(r"\\.|\(\?[:=!<]|[*+?}]\+|.", re.DOTALL)
_MEANS_SOMETHING = frozenset("^$\\.*+?()[]{}|/")
"""Signs that JavaScript lets be escaped; within brackets also a hyphen."""


def portable(schema: Schema) -> Schema:
    """A schema whose patterns mean in an editor what they mean here."""
    made: Schema = _portable(schema)
    return made


def _portable(part: Any) -> Any:
    if isinstance(part, list):
        return [_portable(each) for each in part]
    if not isinstance(part, dict):
        return part
    made = {key: _portable(value) for key, value in part.items()}
    if isinstance(part.get("pattern"), str):
        made["pattern"] = portable_pattern(part["pattern"])
    if isinstance(named := made.get("patternProperties"), dict):
        made["patternProperties"] = {portable_pattern(key): said for key, said in named.items()}
    return made


def portable_pattern(text: str) -> str:
    """A pattern that finds the same, if not as fast.

    JavaScript does not know `*+`, which only spares it ways that lead nowhere, and refuses to have
    escaped what needs no escape.
    """
    in_class = False
    parts = []
    for part in _PART.findall(text):
        said = part
        if part[0] == "\\" and not (part[1].isalnum() or part[1] in _MEANS_SOMETHING):
            said = part if in_class and part[1] == "-" else part[1]
        elif not in_class and len(part) == 2 and part[1] == "+" and part[0] != "\\":
            said = part[0]
        elif part in "[]":
            in_class = part == "["
        parts.append(said)
    return "".join(parts)
