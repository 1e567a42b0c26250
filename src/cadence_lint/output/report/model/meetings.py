"""Audiences that several sequences would contact in the same weeks.

Two sequences have the same readers when their files name the same persona, relationship and
segment, and regions that overlap. Where both have a start, the weeks are those of the calendar;
where neither has one, those after the day on which both start.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from cadence_lint.output import words
from cadence_lint.output.report.model import Meeting, Week
from cadence_lint.output.report.model.pace import contacts_of, week_of
from cadence_lint.room.regions import overlaps

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from cadence_lint.linting.results import SequenceResult
    from cadence_lint.output.report.model import Row

_MOST_WEEKS = 26
_DAYS = 7

Regions = tuple[str, ...]
Weeks = Counter[int]
"""How many contacts lie in which week."""


def meetings_of(sequences: Iterable[SequenceResult], rows: Mapping[str, Row]) -> list[Meeting]:
    """Where several sequences meet, the fullest week first."""
    found = [
        meeting
        for audience in _audiences(sequences)
        for is_dated in (True, False)
        if (meeting := _meeting(audience, rows, is_dated=is_dated))
    ]
    return sorted(found, key=lambda each: -max(week.contacts for week in each.weeks))


def _audiences(sequences: Iterable[SequenceResult]) -> Iterator[list[SequenceResult]]:
    """Sequences with the same readers, as far as their files say who these are."""
    alike: dict[tuple[str, str, str], list[SequenceResult]] = {}
    for sequence in sequences:
        if sequence.persona:
            persona = " ".join(sequence.persona.casefold().split())
            key = (persona, sequence.relationship, sequence.segment)
            alike.setdefault(key, []).append(sequence)
    for found in alike.values():
        yield from _by_region(found)


def _by_region(sequences: list[SequenceResult]) -> Iterator[list[SequenceResult]]:
    """Those whose regions overlap; one without a region may be for anywhere."""
    alike: dict[Regions, list[SequenceResult]] = {}
    for sequence in sequences:
        alike.setdefault(sequence.room.regions, []).append(sequence)
    groups: list[set[Regions]] = []
    for regions in alike:
        near = [group for group in groups if any(_overlap(regions, each) for each in group)]
        groups = [group for group in groups if group not in near]
        groups.append({regions}.union(*near))
    for group in groups:
        yield [sequence for sequence in sequences if sequence.room.regions in group]


def _overlap(here: Regions, there: Regions) -> bool:
    if not here or not there:
        return True
    return any(overlaps(region, each) for region in here for each in there)


def _meeting(
    sequences: list[SequenceResult], rows: Mapping[str, Row], *, is_dated: bool
) -> Meeting | None:
    """What several of them come to together; None where no week has two of them."""
    weeks = {
        sequence.id: found
        for sequence in sequences
        if (found := _dated(sequence) if is_dated else _counted(sequence))
    }
    shared = Counter(week for each in weeks.values() for week in each)
    busy = {week for week, count in shared.items() if count > 1}
    meeting = [each for each in sequences if not busy.isdisjoint(weeks.get(each.id, ()))]
    if not meeting:
        return None
    total = sum((weeks[each.id] for each in meeting), Weeks())
    first = min(total)
    last = min(max(total), first + _MOST_WEEKS - 1)
    limits = (each.portrait.weekly for each in meeting if each.portrait)
    return Meeting(
        words.audience_words(meeting[0]),
        tuple(rows[each.id] for each in meeting),
        tuple(
            Week(_monday(week) if is_dated else f"{week + 1}", total[week])
            for week in range(first, last + 1)
        ),
        min((limit for limit in limits if limit is not None), default=None),
        is_dated,
    )


def _dated(sequence: SequenceResult) -> Weeks:
    """Its contacts by the week of the calendar, counted in weeks from the first Monday of all."""
    return Weeks(
        (step.date.toordinal() - 1) // _DAYS for _, step in contacts_of(sequence) if step.date
    )


def _counted(sequence: SequenceResult) -> Weeks:
    contacts = contacts_of(sequence)
    if any(step.date for _, step in contacts):
        return Weeks()
    return Weeks(week_of(day, sequence) for day, _ in contacts)


def _monday(week: int) -> str:
    from datetime import date  # there are dates, so it is loaded

    return words.date_words(date.fromordinal(week * _DAYS + 1))
