"""When the times of a year fall: its months, quarters, seasons and holidays.

Each is looked for in the year of a day and in those around it.
"""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    Season = tuple[datetime.date, datetime.date]
    """The first and the last day of a time of the year."""

_SEASONS = {"winter": 12, "spring": 3, "summer": 6, "autumn": 9, "fall": 9}
"""The month in which each begins in the north."""


def years_around(day: datetime.date) -> range:
    """The year of a day, the one before and the one after."""
    return range(day.year - 1, day.year + 2)


def last_of(year: int, month: int) -> datetime.date:
    """The last day of a month."""
    following = datetime.date(year + month // 12, month % 12 + 1, 1)
    return following - datetime.timedelta(1)


def months(month: int, day: datetime.date) -> Iterator[Season]:
    """When a month is."""
    for year in years_around(day):
        yield datetime.date(year, month, 1), last_of(year, month)


def quarters(quarter: int, day: datetime.date) -> Iterator[Season]:
    """When a quarter is."""
    for year in years_around(day):
        yield datetime.date(year, 3 * quarter - 2, 1), last_of(year, 3 * quarter)


def seasons(name: str, day: datetime.date, *, is_south: bool) -> Iterator[Season]:
    """When a season is, north or south of the equator."""
    month = _SEASONS[name]
    if is_south:
        month = (month + 5) % 12 + 1
    for year in years_around(day):
        end = year + (month + 2 > 12)
        yield datetime.date(year, month, 1), last_of(end, (month + 1) % 12 + 1)


def holidays(name: str, day: datetime.date) -> Iterator[Season]:
    """When a holiday is, which is Christmas where its name is not known."""
    for year in years_around(day):
        yield _holiday(name, year)


def easter_sunday(year: int) -> datetime.date:
    """When Easter is."""
    from dateutil.easter import easter

    return easter(year)


def _holiday(name: str, year: int) -> Season:
    if name == "easter":
        sunday = easter_sunday(year)
        return sunday, sunday + datetime.timedelta(1)
    if name in ("thanksgiving", "black friday", "cyber monday"):
        first = datetime.date(year, 11, 1)
        thursday = first + datetime.timedelta((3 - first.weekday()) % 7 + 21)
        later = {"thanksgiving": 1, "black friday": 2, "cyber monday": 5}[name]
        return thursday, thursday + datetime.timedelta(later)
    if name == "halloween":
        return datetime.date(year, 10, 31), datetime.date(year, 11, 1)
    if name.endswith("new year"):
        return datetime.date(year, 1, 1), datetime.date(year, 1, 31)
    return datetime.date(year, 12, 24), datetime.date(year, 12, 31)
