"""The room: what the days are like for the recipient.

Three things make a day unlike others: a public holiday where the reader is, a weekend, and a
period that the team declares in its configuration ("year-end close").
"""

from __future__ import annotations

import datetime
import re
from functools import lru_cache
from typing import TYPE_CHECKING, get_args

from cadence_lint.patterns import regex
from cadence_lint.record import Record
from cadence_lint.room.regions import is_group, normal_region, overlaps
from cadence_lint.sequence import WORKING_DAYS, Purpose, Relationship, Segment

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from cadence_lint.sequence import Sequence

# --- Weekends

_SUNDAY_TO_THURSDAY = frozenset({6, 0, 1, 2, 3})
_FRIDAY_SATURDAY_WEEKENDS = frozenset("BD BH DJ DZ EG IL IQ JO KW MV OM QA SA SD SY YE".split())
"""As the `holidays` library has them. The Emirates have worked on Fridays since 2022."""


def send_days_of(sequence: Sequence) -> frozenset[int]:
    """The weekdays on which touches go out, Monday is 0.

    Where the file does not say: Sunday to Thursday if all its readers work so, else Monday to
    Friday.
    """
    if sequence.send_days:
        return sequence.send_days
    countries = {region.partition("-")[0] for region in sequence.audience.regions}
    if countries and countries <= _FRIDAY_SATURDAY_WEEKENDS:
        return _SUNDAY_TO_THURSDAY
    return WORKING_DAYS


# --- Public holidays


def public_holidays(region: str, dates: Iterable[datetime.date]) -> dict[datetime.date, str]:
    """Those of `dates` that are public holidays in a region, and what the day is called.

    Names are English where the `holidays` library has them. Groups of countries, and countries
    that the library does not know, have none; a subdivision that it does not know has those of
    its country.
    """
    named: dict[datetime.date, str] = {}
    for date in dates:
        name = _holidays_in(region, date.year).get(date)
        if name is not None:
            named[date] = name
    return named


_WHERE_MOST_LIVE = {"GB": "ENG"}
"""Subdivision whose holidays stand for a country that shares few of them.

Easter Monday and the summer bank holiday are in England, which has 84 % of the people, but not
in all of the United Kingdom.
"""


@lru_cache(maxsize=256)
def _holidays_in(region: str, year: int) -> Mapping[datetime.date, str]:
    normal = normal_region(region)
    if normal is None or is_group(normal):
        return {}
    country, _, subdivision = normal.partition("-")
    wanted = subdivision or _WHERE_MOST_LIVE.get(country)
    found = _look_up(country, wanted, year)
    if found is None and wanted:
        found = _look_up(country, None, year)
    return found or {}


def _look_up(
    country: str, subdivision: str | None, year: int
) -> Mapping[datetime.date, str] | None:
    """What the library knows about a year; None if it does not know the country or its part."""
    import holidays

    try:
        calendar = holidays.country_holidays(country, subdivision)
        # Without a language the library takes that of the machine it runs on.
        language = _english(calendar.supported_languages) or calendar.default_language or "en_US"
        return dict(holidays.country_holidays(country, subdivision, year, language=language))
    except NotImplementedError:
        return None


def _english(languages: Iterable[str]) -> str | None:
    return next((language for language in sorted(languages) if language.startswith("en")), None)


# --- Declared periods

WHO: Mapping[str, tuple[str, ...] | None] = {
    "persona": None,
    "region": None,
    "segment": get_args(Segment),
    "relationship": get_args(Relationship),
    "purpose": get_args(Purpose),
}
"""What a period can ask about a sequence, and the values that it can ask for."""


class PeriodError(ValueError):
    """A period that cannot be understood: which of its keys, and what to write instead."""

    def __init__(self, key: str, message: str) -> None:
        super().__init__(message)
        self.key = key


class Period(Record):
    """A time in which some readers have other things on their mind."""

    name: str
    first: tuple[int, ...]
    """The first day: month and day in every year, or year, month and day."""
    last: tuple[int, ...]
    """The last day, which belongs to the period, written as the first is."""
    who: Mapping[str, tuple[str, ...]] = {}
    """Whom it concerns: all of the keys, any of the values of each; everybody when empty."""
    advice: str = ""

    def holds(self, date: datetime.date) -> bool:
        """Whether a date lies in the period; one of every year may go over new year."""
        day = (date.year, date.month, date.day)[-len(self.first) :]
        if self.first <= self.last:
            return self.first <= day <= self.last
        return day >= self.first or day <= self.last

    def concerns(self, sequence: Sequence) -> bool:
        """Whether it is about a sequence's audience; what the file does not say is no match."""
        return all(_matches(sequence, key, values) for key, values in self.who.items())


def read_period(values: Mapping[str, str], who: Mapping[str, Iterable[str]]) -> Period:
    """Read a period as a team declares it; one without a `to` is one day long.

    Raises:
        PeriodError: with a sentence that says what to write instead.
    """
    for key, reason in (("name", "shown when a touch lands in it"), ("from", "its first day")):
        if not values.get(key, "").strip():
            raise PeriodError(key, f"a period needs a `{key}`, {reason}")
    first = _read_day("from", values["from"])
    last = _read_day("to", values["to"]) if "to" in values else first
    if len(first) != len(last):
        raise PeriodError(
            "to",
            f'"{values["from"]}" and "{values["to"]}": write the year in both, for one period, '
            "or in neither, for every year",
        )
    if len(first) == 3 and last < first:
        raise PeriodError(
            "to",
            f'the period ends on "{values["to"]}", before it begins on "{values["from"]}"',
        )
    return Period(
        values["name"].strip(),
        first,
        last,
        {key: _read_who(key, wanted) for key, wanted in who.items()},
        values.get("advice", "").strip(),
    )


_WORD = regex(r"[^\W\d_]{3}")
DAY = regex(r"(?:(\d{4})-)?(\d{1,2})-(\d{1,2})", re.ASCII)
_HOW = "write month and day, such as 12-15, or a full date, such as 2026-12-15"
_LEAP_YEAR = 2024


def _read_day(key: str, text: str) -> tuple[int, ...]:
    written = DAY.fullmatch(text.strip())
    parts = tuple(int(part) for part in written.groups() if part) if written else _in_words(text)
    if not parts:
        raise PeriodError(key, f'"{text}" is not a day that can be read; {_HOW}')
    try:
        datetime.date(*(parts if len(parts) == 3 else (_LEAP_YEAR, *parts)))
    except ValueError:
        raise PeriodError(key, f'"{text}" is not a day of the calendar; {_HOW}') from None
    return parts


def _in_words(text: str) -> tuple[int, ...]:
    """A day such as "15 December" or "Dec 15, 2026"; empty if there is no telling which.

    Figures alone are refused: 1/2 is in January for some and in February for others. What the
    text leaves open is seen by filling it in twice, with different days of two leap years.
    """
    if not _WORD.search(text):
        return ()
    from dateutil.parser import parse

    try:
        one = parse(text, default=datetime.datetime(2000, 1, 1), ignoretz=True)
        two = parse(text, default=datetime.datetime(2004, 2, 2), ignoretz=True)
    except (ValueError, OverflowError):
        return ()
    if (one.month, one.day) != (two.month, two.day):
        return ()
    return (one.month, one.day) if one.year != two.year else (one.year, one.month, one.day)


def _read_who(key: str, values: Iterable[str]) -> tuple[str, ...]:
    if key not in WHO:
        raise PeriodError("who", f'"{key}" is unknown; use {_either(WHO)}')
    listed = [value for value in values if value.strip()]
    if not listed:
        raise PeriodError("who", f"{key} is empty; leave it out to mean everybody")
    return tuple(_read_value(key, value) for value in listed)


def _read_value(key: str, value: str) -> str:
    if key == "region":
        region = normal_region(value)
        if region is None:
            raise PeriodError(
                "who", f'"{value}" is not a region; write a country such as DE, or EU or EMEA'
            )
        return region
    plain = value.strip().casefold()
    known = WHO[key]
    if known and plain not in known:
        raise PeriodError("who", f'"{value}" is not a {key}; use {_either(known)}')
    return plain


def _either(names: Iterable[str]) -> str:
    *others, last = names
    return f"{', '.join(others)} or {last}"


def _matches(sequence: Sequence, key: str, values: tuple[str, ...]) -> bool:
    audience = sequence.audience
    if key == "region":
        return any(overlaps(region, value) for region in audience.regions for value in values)
    if key == "persona":
        return any(_names(audience.persona or "", value) for value in values)
    if key == "purpose":
        return sequence.purpose in values
    return getattr(audience, key) in values


def _names(persona: str, wanted: str) -> bool:
    """Whether a persona names what a period is about: "VP Finance" names finance.

    The match begins where a word does; up to three letters are a word of their own, so that "IT"
    is not in "Credit Analyst" nor "Italy Lead".
    """
    end = r"(?!\w)" if len(wanted) <= 3 else ""
    return re.search(rf"(?<!\w){re.escape(wanted)}{end}", persona.casefold()) is not None


# --- The room


class Holiday(Record):
    """A public holiday, and where it is one."""

    region: str
    """Empty for a day that a sequence itself keeps free."""
    name: str


class Day(Record):
    """What is going on for the recipient on one day."""

    holidays: tuple[Holiday, ...] = ()
    periods: tuple[Period, ...] = ()


class Room(Record):
    """What is going on for the readers of a sequence."""

    periods: tuple[Period, ...] = ()
    """The declared periods that concern them."""
    regions: tuple[str, ...] = ()
    kept_free: frozenset[datetime.date] = frozenset()
    """Days that the sequence itself calls holidays."""

    def on(self, date: datetime.date) -> Day:
        """What is going on that day."""
        holidays = tuple(
            Holiday(region, name)
            for region in self.regions
            for name in public_holidays(region, (date,)).values()
        )
        if date in self.kept_free and not holidays:
            holidays = (Holiday("", "a holiday in your plan"),)
        return Day(
            holidays,
            tuple(period for period in self.periods if period.holds(date)),
        )


def room_of(sequence: Sequence, periods: Iterable[Period]) -> Room:
    """The room of a sequence: its regions, and those of the declared periods that concern it."""
    return Room(
        tuple(period for period in periods if period.concerns(sequence)),
        sequence.audience.regions,
        sequence.holidays,
    )
