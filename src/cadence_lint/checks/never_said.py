"""A whole sequence never says something that it should.

It speaks only where it can see all that is said. Where a call has no script, a step no copy, or a
field with prepared copy hides some, what is missed may stand there, and it stays silent. A request
to connect without a note says nothing, and hides nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadence_lint.checks import Objection
from cadence_lint.reading.text.segments import NOT_WRITTEN
from cadence_lint.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cadence_lint.linting.case import Case
    from cadence_lint.sequence import Message, Touch

SCOPE = "sequence"


class Options(Record):
    """What a rule may set."""

    any: tuple[str, ...]
    """Facts of which one, anywhere, is enough."""
    from_messages: int = 3
    """How many contacts with copy it takes, to be looked at."""


class Values(Record):
    """What a message may name."""

    count: int
    """How many contacts there are with copy."""


def check(case: Case, options: Options) -> Iterator[Objection]:
    """Object once to the whole sequence."""
    if not case.is_understood:
        return
    saying = [touch for touch in case.touches if touch.is_noticed and not _says_nothing(touch)]
    if len(saying) < options.from_messages:
        return
    if any(_hides(case, touch) for touch in saying):
        return
    messages = [message for touch in saying for message in touch.messages]
    if not any(_says(case, message, options) for message in messages):
        yield Objection(values=Values(len(saying)))


def _says_nothing(touch: Touch) -> bool:
    return touch.action == "connect" and not touch.has_copy


def _hides(case: Case, touch: Touch) -> bool:
    """Whether something is said there that the file does not show."""
    if not any(touch.says(part) for part in ("body", "script", "voicemail")):
        return True  # a subject alone does not show what the email says
    if touch.channel == "call" and not any(message.script for message in touch.messages):
        return True
    return any(
        passage.hides_copy
        for message in touch.messages
        for passage in case.reading(message).passages.values()
    )


def _says(case: Case, message: Message, options: Options) -> bool:
    facts = case.reading(message).facts(*options.any)
    return any(fact.segment not in NOT_WRITTEN for fact in facts)
