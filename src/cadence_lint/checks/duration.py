"""A sequence goes on longer than a stranger's patience."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from cadence_lint.case import day_spot
from cadence_lint.checks import Days, Objection

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cadence_lint.case import Case

SCOPE = "sequence"


class Options(NamedTuple):
    """What a rule may set."""

    max: Days
    """The days from the first contact to the last that are still welcome."""


class Values(NamedTuple):
    """What a message may name."""

    days: int
    max: float


def check(case: Case, options: Options) -> Iterator[Objection]:
    """Object once, at the first contact beyond the limit."""
    contacts = case.contacts
    beyond = [each for each in contacts if each.offset is not None and each.offset > options.max]
    if not beyond:
        return
    last = max(each.offset or 0 for each in beyond)
    yield Objection(
        values=Values(int(last), options.max),
        spots=tuple(day_spot(case, each.touch) for each in beyond),
        touch=beyond[0].touch,
        touches=frozenset(each.touch.number for each in beyond),
        measure=last,
    )
