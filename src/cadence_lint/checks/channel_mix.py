"""All contacts come on one channel, or none comes on a channel that this reader expects.

Counted is what the prospect notices. A channel that the reader has asked for
(`context: {preferred_channel: email}`) is no fault of the sender's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadence_lint.checks import Objection
from cadence_lint.record import Record
from cadence_lint.sequence import Channel  # noqa: TC001  read with the options

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cadence_lint.linting.case import Case

SCOPE = "sequence"

_NAMES = {
    "email": "emails",
    "call": "calls",
    "linkedin": "LinkedIn contacts",
    "sms": "text messages",
    "video": "videos",
    "mail": "letters",
    "other": "contacts",
}


class Options(Record):
    """What a rule may set."""

    from_contacts: int = 4
    """How many contacts a sequence has at least, to be looked at."""
    least: int = 1
    """How many different channels there must be."""
    one_of: tuple[Channel, ...] = ()
    """Channels of which there must be one."""
    spared: tuple[Channel, ...] = ()
    """Channels that may stand alone."""


class Values(Record):
    """What a message may name."""

    count: int
    contacts: str
    """`5 emails` where all are on one channel, else `5 contacts`."""


def check(case: Case, options: Options) -> Iterator[Objection]:
    """Object once to a sequence whose channels are too few, or the wrong ones."""
    channels = [touch.channel for touch in case.touches if touch.is_noticed]
    different = set(channels)
    if len(channels) < options.from_contacts or _asked_for_a_channel(case):
        return
    if different <= set(options.spared):
        return
    has_enough = len(different) >= options.least
    if has_enough and (not options.one_of or not different.isdisjoint(options.one_of)):
        return
    name = _NAMES[channels[0]] if len(different) == 1 else "contacts"
    yield Objection(values=Values(len(channels), f"{len(channels)} {name}"))


def _asked_for_a_channel(case: Case) -> bool:
    return any("prefer" in key.lower() for key in case.sequence.audience.context)
