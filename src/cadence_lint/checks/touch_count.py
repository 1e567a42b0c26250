"""More contacts than the reader welcomes: in all, or within some days.

Counted is what the prospect notices: no tasks, views or likes; an email on the day of a
voicemail that points to it is one contact with it. Where only some channels count, each touch on
them does: such an email is still an email. Touches whose day is unknown count only in all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from cadence_lint.checks import Days, Objection, PerAudience
from cadence_lint.linting.case import EXPECTED_DAYS, day_spot, shown_day
from cadence_lint.record import Record
from cadence_lint.sequence import Channel  # noqa: TC001  read with the options

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cadence_lint.linting.case import Case
    from cadence_lint.schedule import Landing

SCOPE = "sequence"


class Options(Record):
    """What a rule may set."""

    max: PerAudience
    """How many contacts are still welcome."""
    within: Days | None = None
    """Within how many days; the whole sequence when absent."""
    channels: tuple[Channel, ...] = ()
    """Only contacts on these channels."""
    part: Literal["any", "script", "voicemail"] = "any"
    """Only contacts that leave this: a call without a voicemail leaves none."""
    extra_when_expected: int = 0
    """How many more are welcome in the first 48 hours after an event or an inbound request."""


class Values(Record):
    """What a message may name."""

    count: int
    max: float
    """How many are welcome there, with those that are expected."""
    first_day: str
    last_day: str
    when: str
    """`on day 1`, `from day 1 to day 5`."""
    excess: int


class _Crowd(Record):
    """Contacts that come together."""

    contacts: tuple[Landing, ...]
    expected: int
    """How many of them are welcome beside the limit."""

    @property
    def unasked(self) -> int:
        """How many of them the limit is for."""
        return len(self.contacts) - self.expected


def check(case: Case, options: Options) -> Iterator[Objection]:
    """Object to the fullest stretch, at the first contact beyond the limit.

    It speaks once, since longer stretches overlap; where a stretch is one day, for each such day.
    """
    limit = case.limit(options.max)
    if limit is None or len(case.touches) <= limit:
        return
    contacts = _contacts(case, options)
    if len(contacts) <= limit:
        return
    crowds = [crowd for crowd in _crowds(case, contacts, options) if crowd.unasked > limit]
    if crowds and not _is_one_day(options):
        crowds = [max(crowds, key=lambda crowd: crowd.unasked)]
    for crowd in crowds:
        yield _objection(case, crowd, int(limit) + crowd.expected)


def _objection(case: Case, crowd: _Crowd, welcome: int) -> Objection:
    contacts = crowd.contacts
    over = contacts[welcome]
    others = [landing.touch for landing in contacts if landing is not over]
    return Objection(
        values=Values(
            len(contacts),
            welcome,
            shown_day(contacts[0].touch),
            shown_day(contacts[-1].touch),
            _shown_days(contacts),
            len(contacts) - welcome,
        ),
        spots=tuple(day_spot(case, touch) for touch in (over.touch, *others)),
        touch=over.touch,
        touches=frozenset(landing.touch.number for landing in contacts),
        measure=crowd.unasked,
    )


def _shown_days(contacts: tuple[Landing, ...]) -> str:
    first, last = shown_day(contacts[0].touch), shown_day(contacts[-1].touch)
    return f"on day {first}" if first == last else f"from day {first} to day {last}"


def _is_one_day(options: Options) -> bool:
    return options.within is not None and options.within <= 1


def _crowds(case: Case, contacts: tuple[Landing, ...], options: Options) -> Iterator[_Crowd]:
    """The stretches to look at: the whole sequence, or one from the day of each contact on."""
    expected = _expected(case, contacts, options.extra_when_expected)
    if options.within is None:
        stretches = [contacts]
    else:
        days = max(int(options.within), 1)
        stretches = [window.landings for window in case.schedule.windows(contacts, days)]
    for stretch in stretches:
        yield _Crowd(stretch, sum(landing in expected for landing in stretch))


def _contacts(case: Case, options: Options) -> tuple[Landing, ...]:
    noticed = tuple(item for item in case.schedule.landings if item.touch.is_noticed)
    if options.part != "any":
        noticed = tuple(item for item in noticed if item.touch.says(options.part))
    if options.channels:
        return tuple(item for item in noticed if item.touch.channel in options.channels)
    merged = {item.touch.number for item in noticed if item.day is not None} - {
        item.touch.number for item in case.contacts
    }
    return tuple(item for item in noticed if item.touch.number not in merged)


def _expected(case: Case, contacts: tuple[Landing, ...], extra: int) -> tuple[Landing, ...]:
    """As many of the first contacts as an event or a request makes welcome."""
    if not extra or not case.is_expected:
        return ()
    early = (
        landing
        for landing in contacts
        if landing.offset is not None and landing.offset < EXPECTED_DAYS
    )
    return tuple(early)[:extra]
