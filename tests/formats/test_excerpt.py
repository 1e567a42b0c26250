"""What is left of a long file is the part around a line, on the lines where it stood."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cadence_lint.formats.excerpt import excerpt
from cadence_lint.source import Source
from tests.formats.yaml_text import read_yaml

HEAD = "name: Night audits\nfields:\n  hotel: required\ntouches:\n"
TOUCH = "  - day: {}\n    channel: email\n    body: |\n      Who signs off the audit?\n\n      Mo\n"
LONG = HEAD + "".join(TOUCH.format(day) for day in range(1, 400))
AT = LONG.splitlines().index("  - day: 200") + 1


def said(part: Source) -> dict[int, str]:
    """The lines of a part that say something."""
    lines = range(1, len(part.line_starts) + 1)
    return {line: part.line_text(line) for line in lines if part.line_text(line).strip()}


def test_a_short_file_is_left_as_it_is() -> None:
    source = Source("a.yaml", HEAD + TOUCH)
    assert excerpt(source, 3) is source


def test_lines_stand_where_they_stood() -> None:
    source = Source("a.yaml", LONG)
    part = excerpt(source, AT)
    assert len(part.line_starts) == len(source.line_starts)
    assert len(part.text) < len(LONG) / 4
    assert all(text == source.line_text(line) for line, text in said(part).items())
    assert set(range(AT - 30, AT + 30)) <= {*said(part)} | {
        line for line in range(AT - 30, AT + 30) if not source.line_text(line)
    }


def test_a_part_of_a_sequence_is_a_sequence() -> None:
    part = excerpt(Source("a.yaml", LONG), AT)
    reading = read_yaml(part.text)
    assert not reading.faults
    assert reading.sequences[0].name == "Night audits"
    days = [touch.day for touch in reading.sequences[0].touches]
    assert days[0] == 1
    assert 200 in days
    assert len(days) < 25


def test_items_that_stand_as_deep_as_their_key_belong_to_it() -> None:
    text = LONG.replace("\n    ", "\n  ").replace("\n  - day", "\n- day")
    reading = read_yaml(excerpt(Source("a.yaml", text), AT).text)
    assert not reading.faults
    assert len(reading.sequences[0].touches) < 25


def test_keys_are_left_out_only_where_items_are_not_enough() -> None:
    fields = "".join(f"  field_{each}: required\n" for each in range(2000))
    source = Source("a.yaml", f"goal: a talk\nfields:\n{fields}touches:\n{TOUCH.format(1)}")
    lines = [*said(excerpt(source, 1000)).values()]
    assert lines[0] == "fields:"
    assert len(lines) < 100


@settings(max_examples=25)
@given(
    st.lists(
        st.tuples(st.integers(0, 6), st.sampled_from(["a:", "- b", "c: d", "- - e", "#", "", "f"])),
        min_size=100,
        max_size=140,
    ),
    st.integers(0, 99),
)
def test_whatever_stands_near_is_kept(written: list[tuple[int, str]], near: int) -> None:
    lines = [" " * width + text + " " * 90 for width, text in written]
    source = Source("a.yaml", "\n".join(lines))
    part = excerpt(source, near + 1)
    assert len(part.line_starts) == len(source.line_starts)
    for line in range(max(near - 38, 1), min(near + 38, len(lines))):
        assert part.line_text(line) == source.line_text(line)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_whatever_ends_the_lines(end: str) -> None:
    part = excerpt(Source("a.yaml", LONG.replace("\n", end)), AT)
    assert part.text == excerpt(Source("a.yaml", LONG), AT).text
