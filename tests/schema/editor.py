"""Files as an editor sees them: YAML 1.2, checked against our schemas."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

import yaml
from jsonschema import Draft7Validator

from cadence_lint.rulebook import load_book
from cadence_lint.schema import schema_of

if TYPE_CHECKING:
    from cadence_lint.schema import Kind


class _Loader(yaml.SafeLoader):
    """The core schema of YAML 1.2: `yes`, `9:30` and dates are text."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}


for _tag, _pattern, _first in (
    ("null", r"~|null|Null|NULL|", [*"~nN", ""]),
    ("bool", r"true|True|TRUE|false|False|FALSE", [*"tTfF"]),
    ("int", r"[-+]?[0-9]+", [*"-+0123456789"]),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", [*"-+.0123456789"]),
):
    _Loader.add_implicit_resolver(
        f"tag:yaml.org,2002:{_tag}", re.compile(rf"^(?:{_pattern})$"), _first
    )
_Loader.add_constructor("tag:yaml.org,2002:int", lambda _, node: int(node.value))


def loaded(text: str) -> list[Any]:
    """The documents of a text."""
    return list(yaml.load_all(text, _Loader))


@cache
def schema(kind: Kind) -> dict[str, Any]:
    return schema_of(kind, load_book())


@cache
def _validator(kind: Kind) -> Draft7Validator:
    return Draft7Validator(schema(kind))


def complaints(kind: Kind, text: str) -> list[str]:
    """What an editor has against a text: the keys and numbers that lead there, and the words."""
    return [
        f"{'/'.join(map(str, error.absolute_path))}: {error.message[:200]}"
        for document in loaded(text)
        for error in _validator(kind).iter_errors(document)
    ]
