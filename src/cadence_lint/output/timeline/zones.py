"""A time zone as a calendar file describes it: the offsets that hold around some dates.

Each change of the clocks is written with its own date, as the time zone database has it; a rule for
all years would be wrong where a country changes its mind.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from cadence_lint.record import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

_YEAR = timedelta(days=366)
_MINUTE = timedelta(minutes=1)
_NONE = timedelta()


class _Change(NamedTuple):
    """A moment from which another offset holds, in UTC."""

    at: datetime
    before: timedelta


def zone_lines(name: str, first: date, last: date) -> Iterator[str]:
    """The lines that describe a zone from the year before the first date to that after the last."""
    zone = ZoneInfo(name)
    yield "BEGIN:VTIMEZONE"
    yield f"TZID:{name}"
    begin = _midnight(max(first, date(3, 1, 1)) - _YEAR)
    end = _midnight(min(last, date(9997, 1, 1)) + _YEAR)
    yield from _observance(zone, begin, _offset(zone, begin))
    for change in _changes(zone, begin, end):
        yield from _observance(zone, change.at, change.before)
    yield "END:VTIMEZONE"


def _observance(zone: ZoneInfo, at: datetime, before: timedelta) -> Iterator[str]:
    """What holds from a moment on; its start is written in the time that held before."""
    local = at.astimezone(zone)
    kind = "DAYLIGHT" if (local.dst() or _NONE) > _NONE else "STANDARD"
    yield f"BEGIN:{kind}"
    yield f"DTSTART:{at + before:%Y%m%dT%H%M%S}"
    yield f"TZOFFSETFROM:{_signed(before)}"
    yield f"TZOFFSETTO:{_signed(_offset(zone, at))}"
    yield f"TZNAME:{local.tzname()}"
    yield f"END:{kind}"


def _changes(zone: ZoneInfo, begin: datetime, end: datetime) -> Iterator[_Change]:
    """Each change of the offset, found day by day and then to the minute."""
    day = begin
    while day < end:
        following = day + timedelta(days=1)
        if _offset(zone, day) != _offset(zone, following):
            yield _Change(_first_minute(zone, day, following), _offset(zone, day))
        day = following


def _first_minute(zone: ZoneInfo, before: datetime, after: datetime) -> datetime:
    """The first minute that has the offset of the later of two moments."""
    old = _offset(zone, before)
    while after - before > _MINUTE:
        middle = before + (after - before) // (2 * _MINUTE) * _MINUTE
        if _offset(zone, middle) == old:
            before = middle
        else:
            after = middle
    return after


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=UTC)


def _offset(zone: ZoneInfo, at: datetime) -> timedelta:
    return at.astimezone(zone).utcoffset() or _NONE


def _signed(offset: timedelta) -> str:
    minutes, seconds = divmod(abs(round(offset.total_seconds())), 60)
    sign = "-" if offset < _NONE else "+"
    return f"{sign}{minutes // 60:02}{minutes % 60:02}" + f"{seconds:02}" * bool(seconds)
