"""The gaps between contacts never grow: the reader gets no more room than at the start."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from cadence_lint.case import day_spot
from cadence_lint.checks import Objection
from cadence_lint.schedule import gap

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cadence_lint.case import Case

SCOPE = "sequence"


class Options(NamedTuple):
    """What a rule may set."""

    from_contacts: int = 4
    """How many contacts a sequence has at least, to be looked at."""


class Values(NamedTuple):
    """What a message may name."""

    first_gap: int
    longest_later: int


def check(case: Case, options: Options) -> Iterator[Objection]:
    """Object once to a sequence whose later gaps are no longer than its first."""
    contacts = case.contacts
    if len(contacts) < options.from_contacts:
        return
    gaps = [gap(a, b) for a, b in pairwise(contacts)]
    days = [int(each) for each in gaps if each is not None]
    if len(days) < len(gaps) or max(days[1:]) > days[0]:
        return
    yield Objection(
        values=Values(days[0], max(days[1:])),
        spots=tuple(day_spot(case, landing.touch) for landing in contacts[1:]),
    )
