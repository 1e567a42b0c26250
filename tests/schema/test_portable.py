"""Patterns in an engine that reads them as an editor does, with JavaScript's `u` flag."""

from __future__ import annotations

import importlib
import importlib.util
import re
from typing import TYPE_CHECKING, Any, get_args

import pytest

from cadence_lint.schema import Kind
from cadence_lint.schema.portable import portable_pattern
from tests.schema.editor import schema

if TYPE_CHECKING:
    from collections.abc import Iterator

SAID = (
    "", " ", "touches", "Send-Day", "2 business days", "+3 days later", "2 hours", "9:30", "24:00",
    "2:15 p.m.", "17h30", "Day 3", "mon-fri", "mon, tue & thu", "U.K.", "the  united states",
    "DE-BY", "Europe/Berlin", "2026-12-01", "3 March 2026", "tone/guilt-trip", "our/own", "tone/*",
    "just (checking|circling) in", "one|other", "any thoughts?", "well, hello", "vendor data",
    "touch-count", "too long: {count}", "{{first_name}} {words}", "step 3", "touch 2", "1,200",
    "I'd love to pick your brain", "a\nb", "é ß", "yes", "off", "12-15", "15 December",
)  # fmt: skip


def patterns(part: Any) -> Iterator[str]:
    """All patterns of a schema."""
    if isinstance(part, list):
        for each in part:
            yield from patterns(each)
    elif isinstance(part, dict):
        if isinstance(part.get("pattern"), str):
            yield part["pattern"]
        named = part.get("patternProperties")
        yield from named if isinstance(named, dict) else ()
        yield from patterns(list(part.values()))


@pytest.mark.skipif(
    importlib.util.find_spec("regress") is None,
    reason="regress, which comes with check-jsonschema, is not installed; `make setup` installs it",
)
@pytest.mark.parametrize("kind", get_args(Kind))
def test_an_editor_finds_what_we_find(kind: Kind) -> None:
    engine = importlib.import_module("regress").Regex
    for pattern in dict.fromkeys(patterns(schema(kind))):
        theirs = engine(pattern, "u")
        for text in SAID:
            assert bool(theirs.find(text)) is bool(re.search(pattern, text)), (pattern, text)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (r"\s*+a++b?+c{2}+", r"\s*a+b?c{2}"),
        (r"\++\*+[*+]+\\+", r"\++\*+[*+]+\\+"),
        (r"a\-b\ c[a\-z]", r"a-b c[a\-z]"),
        (r"\w\s\.(?:a|b)(?!c)", r"\w\s\.(?:a|b)(?!c)"),
    ],
)
def test_what_javascript_does_not_know_is_said_in_its_way(ours: str, theirs: str) -> None:
    assert portable_pattern(ours) == theirs
