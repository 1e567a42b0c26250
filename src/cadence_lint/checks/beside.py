"""A contact that works only beside another one stands alone.

A voicemail is heard once and gone; the email beside it is what the reader can find again. Touches
whose day is unknown take no part.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from typing import TYPE_CHECKING, Literal

from cadence_lint.checks import Days, FactName, Objection
from cadence_lint.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cadence_lint.linting.case import Case
    from cadence_lint.sequence import Touch

SCOPE = "sequence"


class Options(Record):
    """What a rule may set."""

    part: Literal["script", "voicemail"] = "voicemail"
    """What the contact leaves."""
    channel: str = "email"
    """The channel that must stand beside it."""
    within: Days = 1.0
    """How many days later it may come; the same day is 0."""
    unless_any: tuple[FactName, ...] = ()
    """Facts that point back to one which came before."""


class Values(Record):
    """What a message may name."""

    step: int


def check(case: Case, options: Options) -> Iterator[Objection]:
    """Object to each contact that has nothing beside it."""
    others = [
        landing for landing in case.schedule.landings if landing.touch.channel == options.channel
    ]
    if any(landing.day is None for landing in others):
        return
    days = sorted(landing.whole_day for landing in others if landing.whole_day is not None)
    first = min((landing.touch.number for landing in others), default=math.inf)
    for landing in case.schedule.landings:
        touch = landing.touch
        if not touch.says(options.part) or landing.whole_day is None:
            continue
        if _next_of(days, landing.whole_day) - landing.whole_day > options.within and not (
            first < touch.number and _points_back(case, touch, options)
        ):
            yield Objection(
                values=Values(touch.number), touch=touch, about=touch.place_of(options.part)
            )


def _next_of(days: list[int], day: int) -> float:
    """The first of some days that is not before another."""
    at = bisect_left(days, day)
    return days[at] if at < len(days) else math.inf


def _points_back(case: Case, touch: Touch, options: Options) -> bool:
    return any(case.reading(message).facts(*options.unless_any) for message in touch.messages)
