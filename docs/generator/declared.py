"""What the classes of the code declare: fields, their types, and the docstrings under them."""

from __future__ import annotations

import ast
import inspect
import sys
from functools import cache
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, get_args, get_origin

from cadence_lint import checks
from cadence_lint.cli.ground import as_yaml
from docs.generator.markdown import code, listed

if TYPE_CHECKING:
    from cadence_lint.checks import CheckModule
    from cadence_lint.options import Field


class Declared(NamedTuple):
    """A field of a class as it is written: its type, and the docstring under it."""

    annotation: str
    means: str


def declared(cls: type) -> dict[str, Declared]:
    """The fields of a class by name, read from its source."""
    module = _parsed(cls.__module__)
    body = next(
        node.body
        for node in ast.walk(module)
        if isinstance(node, ast.ClassDef) and node.name == cls.__name__
    )
    found = {}
    for at, node in enumerate(body):
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            following = body[at + 1] if at + 1 < len(body) else None
            found[node.target.id] = Declared(ast.unparse(node.annotation), _docstring(following))
    return found


@cache
def _parsed(module: str) -> ast.Module:
    return ast.parse(inspect.getsource(sys.modules[module]))


def _docstring(node: ast.stmt | None) -> str:
    if (
        isinstance(node, ast.Expr)
        and isinstance(node.value, ast.Constant)
        and isinstance(node.value.value, str)
    ):
        return " ".join(node.value.value.split())
    return ""


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
