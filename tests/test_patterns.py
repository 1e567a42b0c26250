from __future__ import annotations

import re

import pytest

from cadence_lint.patterns import regex


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
