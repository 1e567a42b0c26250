"""A LinkedIn message wants something on the heels of the request to connect.

After a request, a touch that the file calls just "linkedin" is a message: nobody asks twice.
Touches whose day is unknown take no part.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadence_lint.checks import Days, FactName, Objection, Spot
from cadence_lint.linkedin import linkedin_action
from cadence_lint.linting.case import shown_days
from cadence_lint.reading.text.segments import NOT_SAID
from cadence_lint.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cadence_lint.linting.case import Case
    from cadence_lint.reading import Fact
    from cadence_lint.schedule import Landing
    from cadence_lint.sequence import Action, Touch

SCOPE = "sequence"


class Options(Record):
    """What a rule may set."""

    any: tuple[FactName, ...]
    """Facts that want something of the reader."""
    within: Days = 1.0
    """How many days after the request they come too soon."""


class Values(Record):
    """What a message may name."""

    after: str
    """`on the day of`, `one day after`, `one working day after`."""


def check(case: Case, options: Options) -> Iterator[Objection]:
    """Object to each message that comes too soon after the last request and wants something."""
    request: Landing | None = None
    for landing in case.schedule.landings:
        action = landing.touch.action or _action(landing.touch, has_asked=request is not None)
        if action == "connect":
            request = landing
        elif action == "message" and request is not None:
            days = _days_between(request, landing)
            facts = _wanting(case, landing, options)
            if days is not None and days <= options.within and facts:
                yield Objection(
                    values=Values(_shown_gap(case, days)), spots=tuple(facts), touch=landing.touch
                )


def _action(touch: Touch, *, has_asked: bool) -> Action | None:
    """What a touch that the file calls just "linkedin" does."""
    action = linkedin_action(touch)
    return "message" if action == "connect" and has_asked else action


def _days_between(request: Landing, landing: Landing) -> int | None:
    if request.whole_day is None or landing.whole_day is None:
        return None
    return landing.whole_day - request.whole_day


def _shown_gap(case: Case, days: int) -> str:
    return f"{shown_days(case, days)} after" if days else "on the day of"


def _wanting(case: Case, landing: Landing, options: Options) -> list[Spot]:
    spots: list[Spot] = []
    for message in landing.touch.messages:
        facts: list[Fact] = [
            fact
            for fact in case.reading(message).facts(*options.any)
            if fact.segment not in NOT_SAID
        ]
        facts.sort(key=lambda fact: fact.order)
        spots += [fact.spot().said_in(landing.touch, message) for fact in facts]
    return spots
