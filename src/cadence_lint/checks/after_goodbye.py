"""The sender said goodbye, and contacts the reader again all the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadence_lint.checks import FactName, Objection, Spot
from cadence_lint.linting.case import day_spot, shown_day
from cadence_lint.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cadence_lint.linting.case import Case
    from cadence_lint.sequence import Touch

SCOPE = "sequence"


class Options(Record):
    """What a rule may set."""

    goodbye: tuple[FactName, ...] = ("says-goodbye",)
    """The facts that say goodbye."""


class Values(Record):
    """What a message may name."""

    step: int
    day: str
    goodbye: str
    said_in: int
    count: int


def check(case: Case, options: Options) -> Iterator[Objection]:
    """Object once, at the first contact after the first goodbye."""
    noticed = [touch for touch in case.touches if touch.is_noticed]
    for index, touch in enumerate(noticed[:-1]):
        words = _goodbye(case, touch, options)
        if words is None:
            continue
        later = noticed[index + 1 :]
        yield Objection(
            values=Values(
                later[0].number,
                shown_day(later[0]),
                " ".join(words.quote.split()),
                touch.number,
                len(later),
            ),
            spots=(day_spot(case, later[0]), words),
            touch=later[0],
            touches=frozenset(each.number for each in later),
        )
        return


def _goodbye(case: Case, touch: Touch, options: Options) -> Spot | None:
    for message in touch.messages:
        for fact in case.reading(message).facts(*options.goodbye):
            if fact.segment not in ("quoted", "signature"):
                return fact.spot().said_in(touch, message)
    return None
