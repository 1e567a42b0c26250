"""A sequence goes on longer than a stranger's patience."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadence_lint.checks import Days, Objection
from cadence_lint.linting.case import day_spot, shown_days
from cadence_lint.record import Record
from cadence_lint.schedule import gap

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cadence_lint.linting.case import Case

SCOPE = "sequence"


class Options(Record):
    """What a rule may set."""

    max: Days
    """The calendar days from the first contact to the last that are still welcome."""


class Values(Record):
    """What a message may name."""

    length: str
    """`75 days`, `50 working days`: from the first contact to the last."""
    max: str
    """The limit, in the file's days."""


def check(case: Case, options: Options) -> Iterator[Objection]:
    """Object once, at the first contact beyond the limit."""
    contacts = case.contacts
    if not contacts:
        return
    limit = case.schedule.days_within(int(options.max))
    beyond = [each for each in contacts if (gap(contacts[0], each) or 0) > limit]
    if not beyond:
        return
    days = gap(contacts[0], beyond[-1]) or 0
    yield Objection(
        values=Values(shown_days(case, days), shown_days(case, limit)),
        spots=tuple(day_spot(case, each.touch) for each in beyond),
        touch=beyond[0].touch,
        touches=frozenset(each.touch.number for each in beyond),
        measure=days,
    )
