"""Two contacts on one channel follow each other too soon."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from cadence_lint.case import day_spot, shown_day
from cadence_lint.checks import Objection, PerAudience
from cadence_lint.schedule import gap

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cadence_lint.case import Case
    from cadence_lint.schedule import Landing

SCOPE = "sequence"

_NO_MESSAGE = frozenset({"connect", "view", "like", "comment"})


class Options(NamedTuple):
    """What a rule may set: the least days between two contacts, 0 for no limit."""

    email: PerAudience = 0.0
    linkedin: PerAudience = 0.0
    """Between two LinkedIn messages; connecting is none."""
    sms: PerAudience = 0.0
    call: PerAudience = 0.0
    any: PerAudience = 0.0
    """Between any two contacts."""


class Values(NamedTuple):
    """What a message may name."""

    after: str
    """`on the same day as`, `one day after`, `2 days after`."""
    min: float
    channel: str
    day: str
    before: str


def check(case: Case, options: Options) -> Iterator[Objection]:
    """Object to each contact that comes too soon after the one before it."""
    if case.limit(options.any):
        yield from _too_soon(case, list(case.contacts), case.limit(options.any) or 0, "touch")
    for channel in ("email", "linkedin", "sms", "call"):
        limit = case.limit(getattr(options, channel)) or 0
        if limit:
            landings = [
                landing
                for landing in case.schedule.landings
                if landing.touch.channel == channel and landing.touch.action not in _NO_MESSAGE
            ]
            yield from _too_soon(case, landings, limit, _NAMES[channel])


_NAMES = {"email": "email", "linkedin": "LinkedIn message", "sms": "text message", "call": "call"}


def _too_soon(case: Case, landings: list[Landing], limit: float, name: str) -> Iterator[Objection]:
    known = [landing for landing in landings if landing.day is not None]
    for earlier, later in pairwise(known):
        days = gap(earlier, later)
        if days is None or days >= limit:
            continue
        yield Objection(
            values=Values(
                _shown_gap(days), limit, name, shown_day(later.touch), shown_day(earlier.touch)
            ),
            spots=(day_spot(case, later.touch), day_spot(case, earlier.touch)),
            touch=later.touch,
            touches=frozenset({earlier.touch.number, later.touch.number}),
            measure=days,
        )


def _shown_gap(days: float) -> str:
    if days < 1:
        return "on the same day as"
    return "one day after" if days < 2 else f"{int(days)} days after"
