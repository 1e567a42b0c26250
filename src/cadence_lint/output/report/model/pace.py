"""How often a sequence contacts its reader: week by week, and with which pauses."""

from __future__ import annotations

from itertools import pairwise
from math import floor
from typing import TYPE_CHECKING

from cadence_lint.output.report.model import Gap, Week

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cadence_lint.linting.results import SequenceResult, Step

_MOST_WEEKS = 60


def contacts_of(sequence: SequenceResult) -> list[tuple[float, Step]]:
    """The steps that are contacts and have a day, each with its day counted from the first."""
    if sequence.portrait is None:
        return []
    counted = set(sequence.portrait.contacts)
    found = [
        (step.day, step)
        for step in sequence.steps
        if step.number in counted and step.day is not None
    ]
    first = min((day for day, _ in found), default=0.0)
    return [(day - floor(first), step) for day, step in found]


def weeks_of(sequence: SequenceResult) -> list[Week]:
    """Every week of the plan, the empty ones too."""
    weeks = [week_of(day, sequence) for day, _ in contacts_of(sequence)]
    if not weeks or max(weeks) >= _MOST_WEEKS:
        return []
    return [Week(f"{week + 1}", weeks.count(week)) for week in range(max(weeks) + 1)]


def week_of(day: float, sequence: SequenceResult) -> int:
    """The week that a day lies in, counted from the first."""
    return floor(round(day, 6)) // sequence.days_in_week


def gaps_of(sequence: SequenceResult) -> Iterator[Gap]:
    """The pauses between one contact and the next, in the file's days."""
    contacts = contacts_of(sequence)
    for (day, step), (next_day, next_step) in pairwise(contacts):
        days = floor(round(next_day, 6)) - floor(round(day, 6))
        yield Gap(step.number, next_step.number, days)


def fullest_week(sequence: SequenceResult) -> int:
    """How many contacts lie within a week, counted from any of them on."""
    days = [floor(round(day, 6)) for day, _ in contacts_of(sequence)]
    length = sequence.days_in_week
    return max((sum(day <= other < day + length for other in days) for day in days), default=0)
