"""When the touches of a sequence land: day by day, and on dates once a start is known.

Days are in the file's own unit: calendar days, or working days where the file says
`business_days: true`. A day can have a fraction, which is hours (`delay: 6 hours` is a quarter
of a day); two touches share a day when they do without it.
"""

from __future__ import annotations

import datetime
from math import floor
from typing import TYPE_CHECKING

from cadence_lint.record import Record
from cadence_lint.room import send_days_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from cadence_lint.sequence import Sequence, Touch

_WINTER = datetime.date(2026, 1, 15)
_SUMMER = datetime.date(2026, 7, 15)
"""Where no date is known, a time is looked at on both sides of the clock changes."""

_LAST_DATE = datetime.date.max - datetime.timedelta(days=366)
"""A year before the calendar ends, so that whoever looks at the days around a date has them."""

_PRECISION = 6
"""Decimal places of a day that count: a tenth of a second. Added hours are not exact."""


class Landing(Record):
    """When one touch lands."""

    touch: Touch
    day: float | None
    """In the file's own count and unit."""
    offset: float | None
    """Days since the first touch, in the file's unit; the fraction is hours."""
    date: datetime.date | None
    """Known once the sequence has a start."""
    minute: int | None
    """The written local time, in minutes after midnight."""

    @property
    def whole_day(self) -> int | None:
        """The day without its hours: what two touches on the same day have in common."""
        return None if self.day is None else _whole(self.day)


class Window(Record):
    """The contacts that land within a number of days, in order; never none."""

    landings: tuple[Landing, ...]
    first_day: int
    """The day of the first contact, in the file's count."""
    last_day: int
    """The day of the last contact, in the file's count."""


class Schedule(Record):
    """When all touches of a sequence land."""

    landings: tuple[Landing, ...]
    """One for each touch, in the order of the touches."""
    days_in_week: int = 7
    """How many of the file's days a calendar week has: 7, or as many as are worked."""

    def days_within(self, calendar_days: int) -> int:
        """How many of the file's days fit in calendar days: 5 in 7, of business days."""
        weeks, rest = divmod(calendar_days, 7)
        return weeks * self.days_in_week + min(rest, self.days_in_week)

    def contacts(
        self, points_to_email: Callable[[Touch], bool] = lambda _: False
    ) -> tuple[Landing, ...]:
        """What the prospect notices, in order, as far as its day is known.

        `points_to_email` says whether a call leaves a voicemail that points to an email ("I sent
        you an email"). Such a call and an email of its day are one contact, and stand here as
        the call. It is asked only about calls that share their day with an email.
        """
        noticed = [landing for landing in self.landings if landing.touch.is_noticed]
        merged: set[int] = set()
        for landings in by_day(noticed).values():
            emails = [item.touch.number for item in landings if item.touch.channel == "email"]
            calls = [item.touch for item in landings if item.touch.channel == "call"]
            if emails and calls:
                merged.update(emails[: sum(map(points_to_email, calls))])
        return tuple(
            landing
            for landing in noticed
            if landing.day is not None and landing.touch.number not in merged
        )

    def windows(self, contacts: Iterable[Landing], days: int) -> Iterator[Window]:
        """Every window of that many calendar days that opens on the day of a contact.

        Within 7 days means day d to d+6; of business days, within 5.
        """
        groups = by_day(contacts)
        landing_days = list(groups)
        length = max(self.days_within(days), 1)
        end = 0
        for start, day in enumerate(landing_days):
            while end < len(landing_days) and landing_days[end] < day + length:
                end += 1
            within = landing_days[start:end]
            landings = tuple(landing for each in within for landing in groups[each])
            yield Window(landings, day, within[-1])

    def fullest(self, contacts: Iterable[Landing], days: int) -> Window | None:
        """The window with the most contacts, the earliest of equals; None without contacts."""
        return max(
            self.windows(contacts, days),
            key=lambda window: len(window.landings),
            default=None,
        )


def plan(sequence: Sequence, start: datetime.date | None = None) -> Schedule:
    """Say when each touch lands; a `start` overrides the file's own.

    The smallest day is the first, and lands on the start. Where the file counts working days, a
    start on any other day moves the first touch to the next working day; calendar days are never
    moved.
    """
    begin = start or sequence.start
    working = send_days_of(sequence) if sequence.business_days else frozenset(range(7))
    first = min((touch.day for touch in sequence.touches if touch.day is not None), default=0.0)
    return Schedule(
        tuple(_land(touch, first, begin, working) for touch in sequence.touches),
        len(working),
    )


def _land(
    touch: Touch, first: float, begin: datetime.date | None, working: frozenset[int]
) -> Landing:
    if touch.day is None:
        return Landing(touch, None, None, None, touch.minute)
    offset = round(touch.day - first, _PRECISION)
    date = begin and _count_days(begin, _whole(touch.day) - _whole(first), working)
    return Landing(touch, touch.day, offset, date, touch.minute)


def _count_days(begin: datetime.date, days: int, working: frozenset[int]) -> datetime.date | None:
    """The working day that comes `days` working days after the first from `begin` on.

    None where the calendar ends.
    """
    weeks, rest = divmod(days, len(working))
    ahead = sorted((weekday - begin.weekday()) % 7 for weekday in working)
    try:
        date = begin + datetime.timedelta(weeks=weeks, days=ahead[rest])
    except OverflowError:
        return None
    return date if date <= _LAST_DATE else None


def by_day(landings: Iterable[Landing]) -> dict[int, tuple[Landing, ...]]:
    """Landings grouped by the day that they share, the first day first.

    Those without a known day take no part.
    """
    groups: dict[int, list[Landing]] = {}
    for landing in landings:
        if landing.day is not None:
            groups.setdefault(_whole(landing.day), []).append(landing)
    return {day: tuple(groups[day]) for day in sorted(groups)}


def gap(earlier: Landing, later: Landing) -> float | None:
    """Days between two landings, in the file's unit; None where a day is unknown."""
    if earlier.day is None or later.day is None:
        return None
    return round(abs(later.day - earlier.day), _PRECISION)


def _whole(day: float) -> int:
    return floor(round(day, _PRECISION))


def local_minutes(landing: Landing, zones: Iterable[str]) -> dict[str, tuple[int, ...]]:
    """The recipient's local times, in minutes after midnight, for each time zone.

    The written time is in the first zone. With a date there is one local time for each zone;
    without, there are two, in January and in July. Unknown zones take no part.
    """
    from zoneinfo import ZoneInfo

    known = [zone for zone in zones if is_known_zone(zone)]
    if landing.minute is None or not known:
        return {}
    hour, minute = divmod(landing.minute % (24 * 60), 60)
    written = datetime.time(hour, minute, tzinfo=ZoneInfo(known[0]))
    days = (_WINTER, _SUMMER) if landing.date is None else (landing.date,)
    moments = [datetime.datetime.combine(day, written) for day in days]
    return {
        zone: tuple(_minute_of(moment.astimezone(ZoneInfo(zone))) for moment in moments)
        for zone in known
    }


def zones_outside(
    landing: Landing, zones: Iterable[str], opens: int, closes: int
) -> dict[str, int]:
    """The zones where a touch lands before `opens` or after `closes`, and its local time there.

    All are minutes after midnight. Without a date, only zones where it does so in winter and in
    summer alike, with the winter's time.
    """
    return {
        zone: minutes[0]
        for zone, minutes in local_minutes(landing, zones).items()
        if not any(opens <= minute <= closes for minute in minutes)
    }


def _minute_of(moment: datetime.datetime) -> int:
    return moment.hour * 60 + moment.minute


def is_known_zone(name: str) -> bool:
    """Whether a name is in the time zone database, as it stands.

    What else lies in the folder of that database (`localtime`, `zone.tab`) begins with a small
    letter, as does what only a file system without capitals would find.
    """
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    if not name[:1].isupper():
        return False
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True


def check_zone(name: str) -> str | None:
    """What is wrong with the name of a time zone, and what to write; None if it is known."""
    if is_known_zone(name):
        return None
    meant = suggest_zone(name)
    remedy = (
        f"did you mean {meant}?"
        if meant
        else "write a region and a city, such as Europe/Berlin or America/New_York"
    )
    return f'"{name}" is not a time zone; {remedy}'


_SHORT_ZONES = {
    "aest": "Australia/Sydney",
    "bst": "Europe/London",
    "cdt": "America/Chicago",
    "cest": "Europe/Paris",
    "cst": "America/Chicago",
    "ct": "America/Chicago",
    "edt": "America/New_York",
    "et": "America/New_York",
    "jst": "Asia/Tokyo",
    "mdt": "America/Denver",
    "mt": "America/Denver",
    "pdt": "America/Los_Angeles",
    "pst": "America/Los_Angeles",
    "pt": "America/Los_Angeles",
    "sgt": "Asia/Singapore",
}
"""Abbreviations that the time zone database does not have, where one reading is usual."""

_CONTINENTS = (
    "Africa/",
    "America/",
    "Asia/",
    "Atlantic/",
    "Australia/",
    "Europe/",
    "Indian/",
    "Pacific/",
)


def suggest_zone(text: str) -> str | None:
    """The time zone that was probably meant by a name that is none.

    `europe/berlin` and `Berlin` mean Europe/Berlin, `PST` America/Los_Angeles, `Europe/Berln`
    Europe/Berlin.
    """
    from difflib import get_close_matches
    from zoneinfo import available_timezones

    wanted = "_".join(text.casefold().split())
    if wanted in _SHORT_ZONES:
        return _SHORT_ZONES[wanted]
    names = sorted(name for name in available_timezones() if name[0].isupper())
    for name in names:
        if name.casefold() == wanted:
            return name
    places = [name for name in names if name.startswith(_CONTINENTS)]
    for name in places:
        if name.casefold().rpartition("/")[2] == wanted:
            return name
    close = get_close_matches(wanted, [name.casefold() for name in places], n=1, cutoff=0.8)
    return next((name for name in places if name.casefold() in close), None)
