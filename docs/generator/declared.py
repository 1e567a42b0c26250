"""The types and values of options, in the words of the docs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, get_args, get_origin

from cadence_lint import checks
from cadence_lint.cli.ground import as_yaml
from docs.generator.markdown import code, listed

if TYPE_CHECKING:
    from cadence_lint.checks import CheckModule
    from cadence_lint.rulebook.options import Field


def type_words(field: Field, annotation: str) -> str:
    """An option's type in the words of the docs."""
    written = annotation.removesuffix(" | None")
    if written == "PerAudience":
        return "number, or one for each segment or purpose"
    if written == "Days":
        return "length of time"
    return _type_words(_without_none(field.type))


def _without_none(wanted: Any) -> Any:
    kinds = [kind for kind in get_args(wanted) if kind is not type(None)]
    return kinds[0] if type(None) in get_args(wanted) and len(kinds) == 1 else wanted


def _type_words(wanted: Any) -> str:
    simple = {int: "whole number", float: "number", bool: "yes or no", str: "text"}
    if wanted in simple:
        return simple[wanted]
    kinds = get_args(wanted)
    origin = get_origin(wanted)
    if origin is Literal:
        return f"one of {listed(kinds)}"
    if origin is tuple:
        return "list of words" if kinds[0] is str else f"list: {_type_words(kinds[0])}"
    if origin is dict:
        return f"names with values: {_type_words(kinds[1])}"
    raise TypeError(f"docs/generator has no words for the type {wanted}")


def shown(value: Any, annotation: str = "") -> str:
    """A value as a configuration would have it."""
    if value in (None, "", (), [], {}):
        return "none"
    if annotation.startswith("Days") and isinstance(value, (int, float)):
        return code(f"{value:g} days" if value != 1 else "1 day")
    return code(as_yaml(value))


def module_of(name: str) -> CheckModule:
    """The module of a check that there is."""
    module = checks.find_check(name)
    if module is None:
        raise LookupError(name)
    return module
