"""The gaps between contacts never grow: the reader gets no more room than at the start.

Contacts of one day count as one here. Where the day of a contact is unknown, so are the gaps, and
the check stays silent.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from cadence_lint.checks import Objection
from cadence_lint.linting.case import day_spot, shown_days
from cadence_lint.record import Record
from cadence_lint.schedule import by_day

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cadence_lint.linting.case import Case

SCOPE = "sequence"


class Options(Record):
    """What a rule may set."""

    from_contacts: int = 4
    """How many contacts a sequence has at least, to be looked at."""


class Values(Record):
    """What a message may name: `3 days`, `one working day`."""

    first_gap: str
    longest_later: str


def check(case: Case, options: Options) -> Iterator[Objection]:
    """Object once to a sequence whose later gaps are no longer than its first."""
    if any(item.touch.is_noticed and item.day is None for item in case.schedule.landings):
        return
    days = by_day(case.contacts)
    first, *later = [after - before for before, after in pairwise(days)] or [0]
    if len(case.contacts) < options.from_contacts or not later or max(later) > first:
        return
    firsts = [landings[0].touch for landings in days.values()]
    yield Objection(
        values=Values(shown_days(case, first), shown_days(case, max(later))),
        spots=tuple(day_spot(case, touch) for touch in firsts[2:]),
    )
