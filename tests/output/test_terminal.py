from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cadence_lint.output.terminal import (
    SHADES,
    Look,
    cut,
    hang,
    look_for,
    one_line,
    padded,
    page,
    safe,
    signs,
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


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("abc", 3),
        ("漢字", 4),
        ("e\u0301", 1),
        ("\u0301", 0),
        ("ก็", 1),
        ("한글", 4),
        ("\u1112\u1161\u11ab", 2),
        ("a\u200bb", 2),
        ("soft\u00adhyphen", 11),
        ("🌙", 2),
        ("👍🏽", 2),
        ("👩\u200d💻", 2),
        ("❤\ufe0f", 2),
        ("a\ufe0f", 1),
        ("🇩🇪", 2),
        ("क\u200dष", 2),
    ],
)
def test_the_columns_that_a_text_takes(text: str, width: int) -> None:
    assert width_of(text) == width


@given(st.text(alphabet="ab é漢🌙\u0301\u200d\ufe0f🏽한", max_size=40))
def test_signs_are_the_text_and_its_width(text: str) -> None:
    assert "".join(sign for sign, _ in signs(text)) == text
    if not text.isascii():
        assert sum(width for _, width in signs(text)) == width_of(text)


@given(st.text(max_size=20))
def test_the_short_way_to_a_width_agrees_with_the_long_one(text: str) -> None:
    shown = safe(text)

    assert width_of(shown) == sum(width for _, width in signs(shown))


@given(st.text(alphabet="ab é漢🌙", max_size=30), st.integers(0, 30))
def test_padded_text_fills_its_columns(text: str, width: int) -> None:
    assert width_of(padded(text, width)) == max(width, width_of(text))


def _luminance(red: int, green: int, blue: int) -> float:
    def linear(part: int) -> float:
        share = part / 255
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)


def _color(number: int) -> tuple[int, int, int]:
    """One of the 240 fixed colours of 256, as xterm has them."""
    if number >= 232:
        return (8 + 10 * (number - 232),) * 3
    red, rest = divmod(number - 16, 36)
    steps = (0, 95, 135, 175, 215, 255)
    return steps[red], steps[rest // 6], steps[rest % 6]


@pytest.mark.parametrize("ground", [(0, 0, 0), (30, 30, 30), (255, 255, 255), (253, 246, 227)])
@pytest.mark.parametrize("style", SHADES)
def test_every_shade_can_be_read_on_light_and_dark(
    style: str, ground: tuple[int, int, int]
) -> None:
    one, other = sorted((_luminance(*_color(SHADES[style])), _luminance(*ground)))

    assert (other + 0.05) / (one + 0.05) >= 3


def test_shades_where_there_are_any(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NO_COLOR", "COLORTERM", "WT_SESSION"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    assert look_for(_Terminal(), "auto").paint("red", "x") == "\x1b[31mx\x1b[0m"
    monkeypatch.setenv("TERM", "xterm-256color")
    assert look_for(_Terminal(), "auto").paint("red", "x") == "\x1b[38;5;196mx\x1b[0m"
    assert look_for(_Terminal(), "auto").paint("bold", "x") == "\x1b[1mx\x1b[0m"
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLORTERM", "truecolor")
    assert look_for(_Terminal(), "auto").has_shades


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


@pytest.mark.parametrize(("columns", "width"), [("60", 60), ("20", 32), ("400", 120)])
def test_the_width_is_the_terminals_within_reason(
    monkeypatch: pytest.MonkeyPatch, columns: str, width: int
) -> None:
    monkeypatch.setenv("COLUMNS", columns)

    assert look_for(io.StringIO(), "auto").width == width


def test_what_is_no_terminal_is_as_wide_as_usual(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("COLUMNS", raising=False)

    assert look_for(io.StringIO(), "auto").width == 80
