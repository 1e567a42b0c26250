"""A LinkedIn message to somebody who was never asked to connect.

A file often says just "linkedin". What could be a request to connect passes for one: a touch
without copy, or with a note that fits into one. With a subject it is an InMail. A long message that
is the whole of a file may have been pasted from anywhere.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadence_lint.checks import Objection, Spot
from cadence_lint.linkedin import LONGEST_NOTE, linkedin_action
from cadence_lint.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cadence_lint.linting.case import Case
    from cadence_lint.sequence import Touch

SCOPE = "sequence"


class Options(Record):
    """What a rule may set."""

    longest_note: int = LONGEST_NOTE
    """Characters that a request to connect can carry."""


class Values(Record):
    """What a message may name."""

    step: int


def check(case: Case, options: Options) -> Iterator[Objection]:
    """Object to the first LinkedIn message that no request to connect comes before."""
    for touch in case.touches:
        action = linkedin_action(touch, options.longest_note)
        if action == "connect":
            return
        if action == "message" and (touch.action or len(case.touches) > 1):
            yield Objection(values=Values(touch.number), spots=(_spot(case, touch),), touch=touch)
            return


def _spot(case: Case, touch: Touch) -> Spot:
    span = touch.places.get("action") or touch.places.get("channel") or touch.about
    return Spot(span, case.sequence.source.slice(span), touch.number)
