"""A stranger asks the reader for a favour: in the first message, or once more in a later one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadence_lint.checks import FactName, Objection
from cadence_lint.reading.text.segments import NOT_SAID
from cadence_lint.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cadence_lint.checks import Spot
    from cadence_lint.linting.case import Case

SCOPE = "sequence"


class Options(Record):
    """What a rule may set."""

    any: tuple[FactName, ...]
    """The facts that are favours."""


class Values(Record):
    """What a message may name."""

    words: str
    """The words that ask for it, in quotes."""
    again: str
    """` for the second time`, ` once more`; empty in the first message."""


def check(case: Case, options: Options) -> Iterator[Objection]:
    """Object to each favour that is asked in the first message, or was asked before."""
    first, _ = case.first_and_last
    times = 0
    for touch in case.touches:
        spots: list[Spot] = []
        for message in touch.messages if touch.is_noticed else ():
            spots += [
                fact.spot().said_in(touch, message)
                for fact in case.reading(message).facts(*options.any)
                if fact.segment not in NOT_SAID
            ]
        if not spots:
            continue
        times += 1
        if times > 1 or touch.number == first:
            quote = " ".join(spots[0].quote.split())
            yield Objection(
                values=Values(f'"{quote}"', _again(times)), spots=tuple(spots), touch=touch
            )


def _again(times: int) -> str:
    if times == 1:
        return ""
    return " for the second time" if times == 2 else " once more"
