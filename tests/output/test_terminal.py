from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cadence_lint.output.terminal import (
    Look,
    cut,
    hang,
    look_for,
    one_line,
    page,
    safe,
    width_of,
    wrap,
)


@given(st.text())
def test_safe_text_holds_nothing_that_a_terminal_obeys(text: str) -> None:
    said = safe(text)

    assert not any(ord(sign) < 0x20 or 0x7F <= ord(sign) < 0xA0 for sign in said)
    assert not any(sign in said for sign in "\u202a\u202e\u2066\u2069\u200e\u2028\u061c")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain", "plain"),
        ("\x1b[31mred", "\\x1b[31mred"),
        ("\x9b31m", "\\x9b31m"),
        ("a\u202eb", "a\\u202eb"),
        ("two\nlines\r", "two\\nlines\\r"),
        ("a\tb", "a    b"),
        ("Überblick 🌙", "Überblick 🌙"),
    ],
)
def test_what_is_not_safe_is_shown_as_an_escape(text: str, shown: str) -> None:
    assert safe(text) == shown


def test_one_line_has_no_line_ends() -> None:
    assert one_line(" two\r\n lines\x1b ") == "two lines\\x1b"


@given(st.lists(st.text(alphabet=":# [\x1b0m;errorw", max_size=20), max_size=5))
def test_no_line_of_a_page_is_a_command_of_a_ci_system(lines: list[str]) -> None:
    said = page([safe(line) for line in lines])

    assert not [line for line in said.splitlines() if line.strip()[:3] in ("::e", "::w")]
    assert "##[" not in said


def test_a_painted_line_is_no_command_either() -> None:
    look = Look(color=True)

    assert "::error" not in page([look.paint("bold", "::error::x")])


@given(st.text(alphabet="ab é漢🌙\u0301", max_size=60), st.integers(4, 30))
def test_wrapped_lines_are_no_wider_than_they_may_be(text: str, width: int) -> None:
    lines = wrap(text, width)

    assert all(width_of(line) <= width for line in lines)
    assert "".join(lines).replace(" ", "") == "".join(text.split())


@given(st.text(alphabet="ab é漢🌙", max_size=60), st.integers(2, 30))
def test_a_cut_text_fits(text: str, width: int) -> None:
    said = cut(text, width)

    assert width_of(said) <= width
    assert said == text or said.endswith("…")


def test_further_lines_hang_below_the_first() -> None:
    assert hang("why:", "one two three", 14, 6) == ["why:  one two", "      three"]


def test_the_width_of_what_is_not_ascii() -> None:
    assert width_of("abc") == 3
    assert width_of("漢字") == 4
    assert width_of("e\u0301") == 1


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_colour_where_it_is_welcome(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NO_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)

    assert look_for(_Terminal(), "auto").color
    assert not look_for(io.StringIO(), "auto").color
    assert not look_for(_Terminal(), "never").color
    assert look_for(io.StringIO(), "always").color
    monkeypatch.setenv("NO_COLOR", "1")
    assert not look_for(_Terminal(), "auto").color
    monkeypatch.delenv("NO_COLOR")
    monkeypatch.setenv("TERM", "dumb")
    assert not look_for(_Terminal(), "auto").color


@pytest.mark.parametrize(("columns", "width"), [("60", 60), ("20", 40), ("400", 120)])
def test_the_width_is_the_terminals_within_reason(
    monkeypatch: pytest.MonkeyPatch, columns: str, width: int
) -> None:
    monkeypatch.setenv("COLUMNS", columns)

    assert look_for(io.StringIO(), "auto").width == width


def test_what_is_no_terminal_is_as_wide_as_usual(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("COLUMNS", raising=False)

    assert look_for(io.StringIO(), "auto").width == 80
