"""A touch lands on a day off: no send day, a public holiday, or a period declared sensitive.

Days have dates only with a start, from the file or the command line; without, nothing is said.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from cadence_lint.checks import Objection
from cadence_lint.linting.case import day_spot, shown_date
from cadence_lint.record import Record
from cadence_lint.room import send_days_of

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable, Iterator

    from cadence_lint.linting.case import Case
    from cadence_lint.sequence import Touch

SCOPE = "touch"


class Options(Record):
    """What a rule may set."""

    kind: Literal["weekend", "public-holiday", "period"]
    """Which days off: those that are no send days, public holidays, or declared periods."""


class Values(Record):
    """What a message may name."""

    channel: str
    date: str
    """`Saturday 5 December`."""
    name: str
    """What the holidays or periods are called: `Easter Monday (DE, FR)`; for a weekend, why it
    is a day off."""


class _DayOff(Record):
    name: str
    advice: str | None = None


def check(case: Case, touch: Touch, options: Options) -> Iterator[Objection]:
    """Object to a touch that the prospect would notice on such a day."""
    date = case.schedule.landings[touch.number - 1].date
    if date is None or not touch.is_noticed:
        return
    day_off = _FIND[options.kind](case, date)
    if day_off is None:
        return
    yield Objection(
        values=Values(
            _NAMES.get(touch.channel, touch.channel),
            shown_date(date),
            day_off.name,
        ),
        spots=(day_spot(case, touch),),
        touch=touch,
        advice=day_off.advice,
    )


def _no_send_day(case: Case, date: datetime.date) -> _DayOff | None:
    sequence = case.sequence
    if date.weekday() in send_days_of(sequence):
        return None
    if date.weekday() in send_days_of(sequence._replace(send_days=None)):
        return _DayOff("your own send days leave that day free")
    return _DayOff("that is my day off, and it could have waited")


def _holiday(case: Case, date: datetime.date) -> _DayOff | None:
    regions: dict[str, list[str]] = {}
    for holiday in case.room.on(date).holidays:
        regions.setdefault(holiday.name, []).append(holiday.region)
    named = [
        f"{name} ({', '.join(where)})" if any(where) else name for name, where in regions.items()
    ]
    return _DayOff(" and ".join(named)) if named else None


def _period(case: Case, date: datetime.date) -> _DayOff | None:
    periods = case.room.on(date).periods
    if not periods:
        return None
    advice = next((period.advice for period in periods if period.advice), None)
    return _DayOff(
        " and ".join(period.name for period in periods),
        advice and f"Your team's advice for this time: {advice}",
    )


_FIND: dict[str, Callable[[Case, datetime.date], _DayOff | None]] = {
    "weekend": _no_send_day,
    "public-holiday": _holiday,
    "period": _period,
}
_NAMES = {"sms": "text message", "linkedin": "LinkedIn touch", "mail": "letter", "other": "touch"}
