"""Patterns that are kept match as those that `re` compiles."""

from __future__ import annotations

import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cadence_lint import cache
from cadence_lint.cache import kept_patterns
from cadence_lint.cache.kept_patterns import compile_kept, keep

if TYPE_CHECKING:
    from pathlib import Path

PATTERNS = [
    (r"day (\d+)", re.IGNORECASE),
    (r"(?P<year>\d{4})-(?P<month>\d\d)|(x)", 0),
    (r" ( [^\W_] | \x01 )++ # words", re.VERBOSE),
    (r"(?<!\w)(?:“[^”]{1,30}”|[а-я]+)(?!\w)", 0),
    (r"(?i:ß|\u0130)\b.*?$", re.MULTILINE | re.DOTALL),
]


@pytest.fixture(autouse=True)
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setattr(kept_patterns, "_SHELF", kept_patterns._Shelf())
    return tmp_path / "cadence-lint"


def next_run(monkeypatch: pytest.MonkeyPatch) -> None:
    keep()
    monkeypatch.setattr(kept_patterns, "_SHELF", kept_patterns._Shelf())


@pytest.mark.parametrize(("text", "flags"), PATTERNS)
def test_a_kept_pattern_is_the_same(text: str, flags: int, monkeypatch: pytest.MonkeyPatch) -> None:
    compiled = re.compile(text, flags)
    assert compile_kept(text, int(flags)) == compiled
    next_run(monkeypatch)
    monkeypatch.setattr(re, "compile", None)  # nothing may be compiled anew
    kept = compile_kept(text, int(flags))
    assert (kept.pattern, kept.flags, kept.groups) == (text, compiled.flags, compiled.groups)
    assert kept.groupindex == compiled.groupindex


@given(st.text(alphabet="day 0123456789-xX“”абв\u0130iß\n", max_size=30))
def test_a_kept_pattern_finds_the_same(value: str) -> None:
    for text, flags in PATTERNS:
        compiled = re.compile(text, flags)
        kept = kept_patterns._revive(text, kept_patterns._taken_apart(text, int(flags), compiled))
        found = [(each.span(), each.groups()) for each in kept.finditer(value)]
        assert found == [(each.span(), each.groups()) for each in compiled.finditer(value)]


def test_what_is_damaged_is_compiled_anew(shelf: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    compile_kept("a+", 0)
    next_run(monkeypatch)
    cache.store(kept_patterns._NAME, b"no marshal")
    assert compile_kept("a+", 0).fullmatch("aa")
    kept = kept_patterns._SHELF.load()
    flags, _, *rest = kept["a+", 0]
    kept["a+", 0] = (flags, b"\xff\xff\xff\xff" * 4, *rest)  # type: ignore[assignment]
    assert compile_kept("a+", 0).fullmatch("aa")


def test_a_wrong_pattern_is_refused_each_time() -> None:
    for _ in range(2):
        with pytest.raises(re.error):
            compile_kept("(", 0)


def test_nothing_is_written_where_nothing_was_compiled(shelf: Path) -> None:
    keep()
    assert not shelf.exists()


def test_the_program_keeps_what_it_compiles(shelf: Path) -> None:
    words = [sys.executable, "-m", "cadence_lint", "check", "examples", "--format", "json"]
    first = subprocess.run(words, capture_output=True, check=False).stdout
    (path,) = shelf.glob("patterns-*")
    written = path.stat().st_mtime_ns
    assert subprocess.run(words, capture_output=True, check=False).stdout == first
    assert path.stat().st_mtime_ns == written
