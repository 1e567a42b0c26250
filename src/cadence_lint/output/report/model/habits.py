"""What all sequences do, counted: how far apart, how often in a week, and about whom they write."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadence_lint.output.report.model import Habits
from cadence_lint.output.report.model.pace import fullest_week, gaps_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from cadence_lint.linting.results import SequenceResult
    from cadence_lint.reading.whom.about import About

_GAPS = ((0, "same day"), (1, "1 day"), (2, "2 days"), (3, "3 days"), (6, "4 to 6"), (13, "1 week"))
_LONGER = "2 weeks or more"
_MOST_STEPS = 8


def habits_of(sequences: Iterable[SequenceResult]) -> Habits:
    """Count what they do."""
    every = list(sequences)
    return Habits(_gaps(every), _crowding(every), _subjects(every))


def _gaps(sequences: list[SequenceResult]) -> tuple[tuple[str, int], ...]:
    counts = dict.fromkeys([*(label for _, label in _GAPS), _LONGER], 0)
    for sequence in sequences:
        for gap in gaps_of(sequence):
            counts[next((label for most, label in _GAPS if gap.days <= most), _LONGER)] += 1
    return tuple(counts.items()) if any(counts.values()) else ()


def _crowding(sequences: list[SequenceResult]) -> tuple[tuple[str, int], ...]:
    labels = ("within the limit", "1 more", "2 more", "3 more", "4 or more above it")
    counts = dict.fromkeys(labels, 0)
    for sequence in sequences:
        portrait = sequence.portrait
        if portrait and portrait.weekly is not None and (fullest := fullest_week(sequence)):
            excess = max(fullest - portrait.weekly - portrait.expected, 0)
            counts[labels[min(excess, len(labels) - 1)]] += 1
    return tuple(counts.items()) if any(counts.values()) else ()


def _subjects(
    sequences: list[SequenceResult],
) -> tuple[tuple[str, Mapping[About, int]], ...]:
    counts: dict[int, dict[About, int]] = {}
    for sequence in sequences:
        for spoken in sequence.portrait.spoken if sequence.portrait else ():
            place = min(spoken.touch, _MOST_STEPS)
            by_subject = counts.setdefault(place, {})
            for part in spoken.parts:
                for told in part.sentences:
                    length = len(part.text.value[told.start : told.end].split())
                    by_subject[told.about] = by_subject.get(told.about, 0) + length
    return tuple(
        (f"step {place}{' and later' * (place == _MOST_STEPS)}", counts[place])
        for place in sorted(counts)
        if counts[place]
    )
