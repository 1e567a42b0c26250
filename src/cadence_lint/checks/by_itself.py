"""Every contact goes out by itself: no person writes, calls or looks at anything on the way.

Emails and text messages go out by themselves, unless the file says `manual` or they have a field
for what somebody writes to this reader alone. A call, a LinkedIn contact, a video and a letter
have a person behind them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadence_lint.checks import Objection
from cadence_lint.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cadence_lint.linting.case import Case
    from cadence_lint.sequence import Touch

SCOPE = "sequence"

_AUTOMATIC = ("email", "sms")


class Options(Record):
    """What a rule may set."""

    from_contacts: int = 3
    """How many contacts a sequence has at least, to be looked at."""


class Values(Record):
    """What a message may name."""

    count: int


def check(case: Case, options: Options) -> Iterator[Objection]:
    """Object once to a sequence without a person in it."""
    noticed = [touch for touch in case.touches if touch.is_noticed]
    if len(noticed) < options.from_contacts:
        return
    if all(_goes_out_by_itself(case, touch) for touch in noticed):
        yield Objection(values=Values(len(noticed)))


def _goes_out_by_itself(case: Case, touch: Touch) -> bool:
    if touch.channel not in _AUTOMATIC or touch.manual:
        return False
    return not any(
        passage.hides_copy
        for message in touch.messages
        for passage in case.reading(message).passages.values()
    )
