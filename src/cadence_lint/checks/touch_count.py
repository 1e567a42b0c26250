"""More contacts than the reader welcomes: in all, or within some days.

Counted is what the prospect notices: no tasks, views or likes; an email on the day of a
voicemail that points to it is one contact with it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from cadence_lint.case import day_spot, shown_day
from cadence_lint.checks import Days, Objection, PerAudience

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cadence_lint.case import Case
    from cadence_lint.schedule import Landing

SCOPE = "sequence"

_EXPECTED_HOURS = 2.0
"""Days after an inbound request or an event in which quick contact is welcome."""


class Options(NamedTuple):
    """What a rule may set."""

    max: PerAudience
    """How many contacts are still welcome."""
    within: Days | None = None
    """Within how many days; the whole sequence when absent."""
    channels: tuple[str, ...] = ()
    """Only contacts on these channels."""
    extra_when_expected: int = 0
    """How many more are welcome in the first 48 hours after an event or an inbound request."""


class Values(NamedTuple):
    """What a message may name."""

    count: int  # type: ignore[assignment]  # hides tuple.count
    max: float
    first_day: str
    last_day: str
    excess: int


def check(case: Case, options: Options) -> Iterator[Objection]:
    """Object to the fullest stretch, once, at the first contact beyond the limit."""
    limit = case.limit(options.max)
    if limit is None:
        return
    contacts = _contacts(case, options)
    if options.within is None:
        crowd = contacts if len(contacts) > limit else ()
    else:
        window = case.schedule.fullest(contacts, max(int(options.within), 1))
        crowd = window.landings if window and len(window.landings) > limit else ()
    if not crowd:
        return
    over = crowd[int(limit)]
    others = [landing.touch for landing in crowd if landing is not over]
    yield Objection(
        values=Values(
            len(crowd),
            limit,
            shown_day(crowd[0].touch),
            shown_day(crowd[-1].touch),
            len(crowd) - int(limit),
        ),
        spots=tuple(day_spot(case, touch) for touch in (over.touch, *others)),
        touch=over.touch,
        touches=frozenset(landing.touch.number for landing in crowd),
        measure=len(crowd),
    )


def _contacts(case: Case, options: Options) -> tuple[Landing, ...]:
    if options.within is None:
        noticed = tuple(item for item in case.schedule.landings if item.touch.is_noticed)
    else:
        noticed = case.contacts
    if options.channels:
        noticed = tuple(item for item in noticed if item.touch.channel in options.channels)
    return _less_expected(case, noticed, options.extra_when_expected)


def _less_expected(case: Case, contacts: tuple[Landing, ...], extra: int) -> tuple[Landing, ...]:
    """Leave out as many of the first contacts as an event or a request makes welcome."""
    audience = case.sequence.audience
    if not extra or not (audience.relationship == "inbound" or "event" in audience.context):
        return contacts
    welcome = [
        landing
        for landing in contacts
        if landing.offset is not None and landing.offset < _EXPECTED_HOURS
    ][:extra]
    return tuple(landing for landing in contacts if landing not in welcome)
