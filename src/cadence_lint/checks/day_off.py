"""A touch lands on a day off: no send day, a public holiday, or a period declared sensitive."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from cadence_lint.case import day_spot
from cadence_lint.checks import Objection
from cadence_lint.room import send_days_of

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator

    from cadence_lint.case import Case
    from cadence_lint.sequence import Touch

SCOPE = "touch"

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


class Options(NamedTuple):
    """What a rule may set."""

    kind: Literal["weekend", "public-holiday", "period"]
    """Which days off; dates are known only with a start date."""


class Values(NamedTuple):
    """What a message may name."""

    date: str
    weekday: str
    name: str
    """What the holiday or the period is called."""
    advice: str
    """What the period's declaration advises."""


def check(case: Case, touch: Touch, options: Options) -> Iterator[Objection]:
    """Object to a touch that the prospect would notice on such a day."""
    date = case.schedule.landings[touch.number - 1].date
    if date is None or not touch.is_noticed:
        return
    for name, advice in _reasons(case, date, options.kind):
        yield Objection(
            values=Values(_shown(date), _DAYS[date.weekday()], name, advice),
            spots=(day_spot(case, touch),),
            touch=touch,
        )
        return


def _reasons(case: Case, date: datetime.date, kind: str) -> Iterator[tuple[str, str]]:
    if kind == "weekend":
        if date.weekday() not in send_days_of(case.sequence):
            yield _DAYS[date.weekday()], ""
        return
    day = case.room.on(date)
    if kind == "public-holiday":
        for holiday in day.holidays:
            yield f"{holiday.name} ({holiday.region})", ""
    else:
        for period in day.periods:
            yield period.name, period.advice


def _shown(date: datetime.date) -> str:
    return f"{_DAYS[date.weekday()]} {date.day} {date:%B}"
