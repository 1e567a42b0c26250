"""Two contacts on one channel follow each other too soon.

Gaps are compared in calendar days: where a file counts working days, five of them are a week.
Touches whose day is unknown take no part.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from cadence_lint.checks import Objection, PerAudience
from cadence_lint.linting.case import EXPECTED_DAYS, day_spot, shown_day, shown_days
from cadence_lint.record import Record
from cadence_lint.schedule import gap

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cadence_lint.linting.case import Case
    from cadence_lint.schedule import Landing

SCOPE = "sequence"

_NO_MESSAGE = frozenset({"connect", "view", "like", "comment"})


class Options(Record):
    """What a rule may set: the least days between two contacts, 0 for no limit."""

    email: PerAudience = 0.0
    linkedin: PerAudience = 0.0
    """Between two LinkedIn messages; connecting is none."""
    sms: PerAudience = 0.0
    call: PerAudience = 0.0
    any: PerAudience = 0.0
    """Between any two contacts."""
    spare_expected: bool = False
    """Spare the first 48 hours after an event or an inbound request."""
    once: bool = False
    """Speak once, at the first of the shortest gaps, where the rhythm is one decision."""


class Values(Record):
    """What a message may name."""

    after: str
    """`on the same day as`, `one day after`, `2 days after`, `5 working days after`."""
    min: float
    channel: str
    day: str
    before: str


def check(case: Case, options: Options) -> Iterator[Objection]:
    """Object to each contact that comes too soon after the one before it."""
    objections = list(_all_too_soon(case, options))
    if options.once and objections:
        yield _as_one(objections)
    else:
        yield from objections


_NAMES = {"email": "email", "linkedin": "LinkedIn message", "sms": "text message", "call": "call"}


def _all_too_soon(case: Case, options: Options) -> Iterator[Objection]:
    yield from _too_soon(case, case.contacts, case.limit(options.any), "contact", options)
    for channel, name in _NAMES.items():
        limit = case.limit(getattr(options, channel))
        if limit is None:
            continue
        landings = [
            landing
            for landing in case.schedule.landings
            if landing.touch.channel == channel and landing.touch.action not in _NO_MESSAGE
        ]
        yield from _too_soon(case, landings, limit, name, options)


def _as_one(objections: list[Objection]) -> Objection:
    """The objection to the shortest gap, which speaks for all."""
    shortest = min(objections, key=lambda objection: objection.measure or 0)
    others = [objection for objection in objections if objection is not shortest]
    return shortest._replace(
        spots=tuple(dict.fromkeys(spot for each in (shortest, *others) for spot in each.spots)),
        touches=frozenset().union(*(objection.touches for objection in objections)),
    )


def _too_soon(
    case: Case, landings: Iterable[Landing], limit: float | None, name: str, options: Options
) -> Iterator[Objection]:
    if limit is None:
        return
    known = [landing for landing in landings if landing.day is not None]
    for earlier, later in pairwise(known):
        days = gap(earlier, later) or 0
        weeks, rest = divmod(days, case.schedule.days_in_week)
        calendar_days = 7 * weeks + rest
        if calendar_days >= limit:
            continue
        if options.spare_expected and case.is_expected and (later.offset or 0) < EXPECTED_DAYS:
            continue
        yield Objection(
            values=Values(
                _shown_gap(case, days),
                limit,
                name,
                shown_day(later.touch),
                shown_day(earlier.touch),
            ),
            spots=(day_spot(case, later.touch), day_spot(case, earlier.touch)),
            touch=later.touch,
            touches=frozenset({earlier.touch.number, later.touch.number}),
            measure=calendar_days,
        )


def _shown_gap(case: Case, days: float) -> str:
    return f"{shown_days(case, days)} after" if days >= 1 else "on the same day as"
