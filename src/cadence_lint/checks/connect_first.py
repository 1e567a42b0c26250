"""A LinkedIn message to somebody who was never asked to connect."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from cadence_lint.checks import Objection, Spot

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cadence_lint.case import Case
    from cadence_lint.sequence import Touch

SCOPE = "sequence"


class Options(NamedTuple):
    """This check has no options."""


class Values(NamedTuple):
    """What a message may name."""

    step: int


def check(case: Case, options: Options) -> Iterator[Objection]:
    """Object to the first LinkedIn message that no request to connect comes before."""
    for touch in case.touches:
        if touch.channel != "linkedin":
            continue
        if touch.action == "connect":
            return
        if touch.action == "message" or (touch.action is None and touch.has_copy):
            yield Objection(values=Values(touch.number), spots=(_spot(case, touch),), touch=touch)
            return


def _spot(case: Case, touch: Touch) -> Spot:
    span = touch.places.get("action") or touch.places.get("channel") or touch.about
    return Spot(span, case.sequence.source.slice(span), touch.number)
