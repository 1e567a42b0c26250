"""A message goes to people who, as far as the file says, never agreed to get it.

Some channels need consent everywhere, emails in some regions. Customers, and people who have
asked, may be written to by email.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadence_lint.checks import Objection, Spot
from cadence_lint.record import Record
from cadence_lint.room.regions import overlaps, shown_region
from cadence_lint.sequence import Channel  # noqa: TC001  read with the options

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cadence_lint.linting.case import Case
    from cadence_lint.sequence import Touch

SCOPE = "sequence"

_NAMES = {"email": "sales emails", "sms": "text messages", "call": "calls"}
_KNOWN = ("customer", "inbound")


class Options(Record):
    """What a rule may set."""

    channels: tuple[Channel, ...] = ()
    """Channels that need consent everywhere."""
    email_in: tuple[str, ...] = ()
    """Regions in which emails to strangers need it."""


class Values(Record):
    """What a message may name."""

    messages: str
    """`text messages`, `emails from a seller`."""
    where: str
    """` in Germany` where a region asks for it, else nothing."""


def check(case: Case, options: Options) -> Iterator[Objection]:
    """Object to the first contact on each channel that needs consent."""
    if case.sequence.consent not in (None, "none"):
        return
    firsts: dict[str, Touch] = {}
    for touch in case.touches:
        firsts.setdefault(touch.channel, touch)
    for channel, touch in firsts.items():
        if channel in options.channels:
            yield _objection(case, touch, "")
        elif channel == "email" and case.sequence.audience.relationship not in _KNOWN:
            where = _asking_region(case, options)
            if where:
                yield _objection(
                    case, touch, f", and in {shown_region(where)} that has to come first"
                )


def _asking_region(case: Case, options: Options) -> str | None:
    regions = case.sequence.audience.regions
    asking = (each for each in options.email_in if any(overlaps(each, at) for at in regions))
    return next(asking, None)


def _objection(case: Case, touch: Touch, where: str) -> Objection:
    span = touch.place_of("channel")
    return Objection(
        values=Values(_NAMES.get(touch.channel, "messages like this"), where),
        spots=(Spot(span, case.sequence.source.slice(span), touch.number),),
        touch=touch,
    )
