"""A LinkedIn message to somebody who was never asked to connect.

A file often says just "linkedin". What could be a request to connect passes for one: a touch
without copy, or with a note that fits into one. With a subject it is an InMail.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadence_lint.checks import Objection, Spot
from cadence_lint.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cadence_lint.case import Case
    from cadence_lint.sequence import Action, Touch

SCOPE = "sequence"


class Options(Record):
    """What a rule may set."""

    longest_note: int = 300
    """Characters that a request to connect can carry."""


class Values(Record):
    """What a message may name."""

    step: int


def check(case: Case, options: Options) -> Iterator[Objection]:
    """Object to the first LinkedIn message that no request to connect comes before."""
    for touch in case.touches:
        action = _action(touch, options)
        if action == "connect":
            return
        if action == "message":
            yield Objection(values=Values(touch.number), spots=(_spot(case, touch),), touch=touch)
            return


def _action(touch: Touch, options: Options) -> Action | None:
    """What a touch does on LinkedIn, as far as that can be told."""
    if touch.channel != "linkedin" or touch.action is not None:
        return touch.action
    if any(message.subject for message in touch.messages):
        return "inmail"
    notes = [message.body.value.strip() for message in touch.messages if message.body]
    return "message" if any(len(note) > options.longest_note for note in notes) else "connect"


def _spot(case: Case, touch: Touch) -> Spot:
    span = touch.places.get("action") or touch.places.get("channel") or touch.about
    return Spot(span, case.sequence.source.slice(span), touch.number)
