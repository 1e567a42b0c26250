"""A touch that rings or buzzes at an hour when the reader is not at work."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from cadence_lint.checks import Objection, Spot
from cadence_lint.schedule import zones_outside

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cadence_lint.case import Case
    from cadence_lint.sequence import Touch

SCOPE = "touch"


class Options(NamedTuple):
    """What a rule may set, in hours of the reader's day."""

    opens: int = 8
    closes: int = 20


class Values(NamedTuple):
    """What a message may name."""

    time: str
    channel: str
    where: str
    """The zones where it breaks, with their local time; empty where the file names none."""
    opens: int
    closes: int


def check(case: Case, touch: Touch, options: Options) -> Iterator[Objection]:
    """Object to a written time that lies outside the hours anywhere among the readers."""
    if touch.minute is None:
        return
    opens, closes = options.opens * 60, options.closes * 60
    zones = case.sequence.audience.timezones
    landing = case.schedule.landings[touch.number - 1]
    outside = zones_outside(landing, zones, opens, closes) if zones else {}
    if not outside and (zones or opens <= touch.minute <= closes):
        return
    span = touch.place_of("time")
    where = ", ".join(f"{_clock(minute)} in {zone}" for zone, minute in outside.items())
    yield Objection(
        values=Values(_clock(touch.minute), touch.channel, where, options.opens, options.closes),
        spots=(Spot(span, case.sequence.source.slice(span), touch.number),),
        touch=touch,
    )


def _clock(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}"
