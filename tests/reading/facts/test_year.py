"""When the times of a year fall."""

from __future__ import annotations

from datetime import date

import pytest

from cadence_lint.reading.facts.year import holidays, last_of, months, quarters, seasons

DAY = date(2026, 11, 22)


def test_a_time_is_looked_for_in_the_years_around() -> None:
    assert [first.year for first, _ in months(2, DAY)] == [2025, 2026, 2027]
    assert last_of(2028, 2) == date(2028, 2, 29)
    assert list(quarters(4, DAY))[1] == (date(2026, 10, 1), date(2026, 12, 31))


def test_a_winter_goes_over_new_year_in_the_north_only() -> None:
    north, south = (
        list(seasons("winter", DAY, is_south=is_south))[1] for is_south in (False, True)
    )
    assert north == (date(2026, 12, 1), date(2027, 2, 28))
    assert south == (date(2026, 6, 1), date(2026, 8, 31))


@pytest.mark.parametrize(
    ("name", "first", "last"),
    [
        ("easter", date(2026, 4, 5), date(2026, 4, 6)),
        ("thanksgiving", date(2026, 11, 26), date(2026, 11, 27)),
        ("cyber monday", date(2026, 11, 26), date(2026, 12, 1)),
        ("halloween", date(2026, 10, 31), date(2026, 11, 1)),
        ("the new year", date(2026, 1, 1), date(2026, 1, 31)),
        ("xmas", date(2026, 12, 24), date(2026, 12, 31)),
    ],
)
def test_holidays(name: str, first: date, last: date) -> None:
    assert list(holidays(name, DAY))[1] == (first, last)
