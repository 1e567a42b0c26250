from __future__ import annotations

import ast
import re
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

import cadence_lint
from cadence_lint.patterns import _METHODS, _Pattern, regex
from cadence_lint.reading.template import blanks
from tests.pattern_growth import slow_stretch

if TYPE_CHECKING:
    from collections.abc import Iterator

_SEARCHES = {"search", "finditer", "findall", "split", "sub"}
_WHOLE_LINES = {"_ITEM", "_VALUE"}
"""Matched with `fullmatch` under another name."""
_SHORT = {"_PAIR"}
"""Searched in a line that YAML stumbled over, if it has at most 1,000 characters."""


def test_it_matches_as_the_pattern_does() -> None:
    day = regex(r"day (\d+)", re.IGNORECASE)
    assert day.fullmatch("Day 3")
    assert [found[1] for found in day.finditer("day 3, DAY 5")] == ["3", "5"]
    assert day.sub("day", "day 3 and day 5") == "day and day"
    assert day.search("no date") is None


def test_a_wrong_pattern_fails_on_its_first_use() -> None:
    wrong = regex("(")
    with pytest.raises(re.error):
        wrong.match("")


def test_it_has_no_other_names() -> None:
    with pytest.raises(AttributeError, match="scanner"):
        regex("x").scanner("x")  # type: ignore[attr-defined]


class _Used(NamedTuple):
    where: str
    text: str
    flags: int
    methods: frozenset[str]


def test_no_text_makes_matching_slow() -> None:
    slow = {}
    for used in _patterns():
        is_searched = not used.methods or bool(used.methods & _SEARCHES)
        is_whole = used.methods == {"fullmatch"}
        stretch = slow_stretch(used.text, used.flags, is_searched=is_searched, is_whole=is_whole)
        if stretch:
            slow[used.where] = stretch
    assert slow == {}


@pytest.mark.parametrize(
    "text",
    [
        r"\s*x",
        r"\b\d[\d.]*%",
        r"you .*\bmy",
        r"(?:to |a )*to b",
        r"^(?:a|a)*b",
        r"^(?:a*)*b",
        r"^\d+\d+x",
        r"^(?=.*\d.*\d)x",
        r"(?<!a)(?:a|b)*c",
    ],
)
def test_it_is_known_what_makes_matching_slow(text: str) -> None:
    assert slow_stretch(text)


@pytest.mark.parametrize(
    "text",
    [
        r"x\s*",
        r"(?<!\s)\s*x",
        r"\b\w+@",
        r"^\s*x",
        r"\b\d[\d.]{0,20}%",
        r"(?m)^[ \t]*>",
        r"^\d++\d*x",
        r"a(?:, b)*",
        r"[^\s,]+(?:\s+[^\s,]+)*",
    ],
)
def test_it_is_known_what_keeps_matching_quick(text: str) -> None:
    assert slow_stretch(text) is None


def _patterns() -> Iterator[_Used]:
    """Every pattern of the program, with the methods that its module calls on it."""
    for found in walk_packages(cadence_lint.__path__, "cadence_lint."):
        if found.name.endswith("__main__"):
            continue
        module = import_module(found.name)
        calls = list(_calls(ast.parse(Path(str(module.__file__)).read_text(encoding="utf-8"))))
        for name, value in vars(module).items():
            methods = {method for named, method in calls if named == name}
            used = frozenset({"fullmatch"} if name in _WHOLE_LINES else methods)
            is_written = isinstance(value, str) and methods
            for text, flags in [(value, 0)] if is_written else _made(value):
                if name not in _SHORT:
                    yield _Used(f"{found.name}.{name}", text, flags, used)
        for text, method in calls:
            if not text.isidentifier():
                yield _Used(found.name, text, 0, frozenset({method}))
    for sign, pattern, _ in blanks._KINDS:
        yield _Used(f"a blank with {sign}", pattern.pattern, 0, frozenset({"finditer"}))


def _made(value: Any) -> Iterator[tuple[str, int]]:
    """The patterns in a value of a module: it may be one, or a table of them."""
    if isinstance(value, (re.Pattern, _Pattern)):
        yield value.pattern, int(value.flags)
    elif isinstance(value, (tuple, list, dict)):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _made(each)


def _calls(tree: ast.AST) -> Iterator[tuple[str, str]]:
    """Names of patterns, or their text, and methods that are called: `_DAY.match`, `re.sub(…)`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            method = node.func.attr
            if method not in _METHODS:
                continue
            of = node.args[0] if ast.unparse(node.func.value) == "re" else node.func.value
            of = of.value if isinstance(of, ast.Subscript) else of
            if isinstance(of, ast.Name):
                yield of.id, method
            elif isinstance(of, ast.Constant) and node.func.value is not of:
                yield str(of.value), method
