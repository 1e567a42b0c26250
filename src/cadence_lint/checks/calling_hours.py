"""A touch that rings or buzzes at an hour when the reader is not at work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadence_lint.checks import Objection, Spot
from cadence_lint.record import Record
from cadence_lint.schedule import zones_outside

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cadence_lint.linting.case import Case
    from cadence_lint.sequence import Touch

SCOPE = "touch"


class Options(Record):
    """What a rule may set, in hours of the reader's day."""

    opens: int = 8
    closes: int = 20


class Values(Record):
    """What a message may name."""

    channel: str
    when: str
    """`at 21:30`; with time zones `at 03:00 in America/New_York and at 00:00 in …`."""
    opens: int
    closes: int


def check(case: Case, touch: Touch, options: Options) -> Iterator[Objection]:
    """Object to a written time that lies outside the hours anywhere among the readers.

    A touch at the very start or end of the hours is within them. Without a date, a zone is named
    only when the time lies outside in winter and in summer.
    """
    if touch.minute is None:
        return
    opens, closes = options.opens * 60, options.closes * 60
    zones = case.sequence.audience.timezones
    if zones:
        landing = case.schedule.landings[touch.number - 1]
        outside = zones_outside(landing, zones, opens, closes)
        times = [f"at {_clock(minute)} in {zone}" for zone, minute in outside.items()]
    else:
        is_within = opens <= touch.minute <= closes
        times = [] if is_within else [f"at {_clock(touch.minute)}"]
    if not times:
        return
    span = touch.place_of("time")
    name = _NAMES.get(touch.channel, touch.channel)
    yield Objection(
        values=Values(name, _listed(times), options.opens, options.closes),
        spots=(Spot(span, case.sequence.source.slice(span), touch.number),),
        touch=touch,
    )


_NAMES = {"sms": "text message"}


def _clock(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}"


def _listed(times: list[str]) -> str:
    *others, last = times
    return f"{', '.join(others)} and {last}" if others else last
