"""What the classes of the code declare: their fields, as written, and the docstrings under them.

Checks say what their options mean in docstrings; whoever explains a rule, or documents it, reads
them here.
"""

from __future__ import annotations

import ast
import inspect
import sys
from functools import cache

from cadence_lint.record import NamedTuple


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
