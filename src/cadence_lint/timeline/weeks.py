"""From a linted sequence to its timeline: the steps on their days, the days in their weeks."""

from __future__ import annotations

import datetime
from math import floor
from typing import TYPE_CHECKING

from cadence_lint.crowding import crowded_days
from cadence_lint.finding import rank
from cadence_lint.schedule import Landing, is_known_zone, local_minutes
from cadence_lint.timeline.inbox import inbox_of
from cadence_lint.timeline.model import Day, Mark, Moment, Timeline, Week

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from cadence_lint.finding import Finding, Severity
    from cadence_lint.linting.results import SequenceResult, Step
    from cadence_lint.sequence import Touch

_WEEK = 7
_DAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_PRECISION = 6


def timeline_of(
    result: SequenceResult, findings: Iterable[Finding], *, is_whole: bool = True
) -> Timeline:
    """The timeline of one sequence, with what was found in its file.

    `is_whole` says whether all of the file could be read.

    Raises:
        ValueError: when the run did not keep its sequences.

    """
    sequence = result.sequence
    if sequence is None:
        raise ValueError("lint with keeps_sequences, so that there is copy to show")
    told = [
        finding for finding in findings if finding.is_shown and finding.sequence_id == result.id
    ]
    told.sort(key=rank)
    zones = tuple(zone for zone in sequence.audience.timezones if is_known_zone(zone))
    moments = [
        _moment(step, touch, zones, told)
        for step, touch in zip(result.steps, sequence.touches, strict=True)
    ]
    placed, unplaced = _placed(moments)
    is_dated = any(moment.step.date for moment in moments)
    weeks = _dated(result, placed, told) if is_dated else _counted(result, placed, told)
    return Timeline(
        sequence=result,
        start=min((each.step.date for each in moments if each.step.date), default=None),
        zones=zones,
        channels=tuple(dict.fromkeys(moment.step.channel for moment in moments)),
        weeks=tuple(weeks),
        unplaced=tuple(unplaced),
        findings=tuple(finding for finding in told if finding.touch is None),
        inbox=inbox_of(sequence, moments),
        is_whole=is_whole,
    )


def _moment(step: Step, touch: Touch, zones: tuple[str, ...], told: list[Finding]) -> Moment:
    landing = Landing(touch, touch.day, None, step.date, touch.minute)
    elsewhere = local_minutes(landing, zones) if zones[1:] else {}
    return Moment(
        step,
        touch.minute,
        tuple((zone, tuple(dict.fromkeys(elsewhere[zone]))) for zone in zones[1:] if elsewhere),
        tuple(finding for finding in told if finding.touch == step.number),
    )


def _placed(moments: list[Moment]) -> tuple[dict[int, list[Moment]], list[Moment]]:
    """The steps by a number for their day, and those that have none.

    The number is that of the date where any step has one, else the day in the file's own count.
    """
    is_dated = any(moment.step.date for moment in moments)
    placed: dict[int, list[Moment]] = {}
    unplaced = []
    for moment in moments:
        step = moment.step
        if is_dated and step.date is not None:
            placed.setdefault(step.date.toordinal(), []).append(moment)
        elif not is_dated and step.day is not None:
            placed.setdefault(_whole(step.day), []).append(moment)
        else:
            unplaced.append(moment)
    return placed, unplaced


def _whole(day: float) -> int:
    return floor(round(day, _PRECISION))


def _crowded(
    placed: Mapping[int, list[Moment]], told: list[Finding], in_week: int
) -> dict[int, Severity]:
    days = {moment.step.number: day for day, moments in placed.items() for moment in moments}
    return crowded_days(told, days, in_week)


def _counted(
    result: SequenceResult, placed: Mapping[int, list[Moment]], told: list[Finding]
) -> Iterator[Week]:
    """Weeks that begin with the first day, whatever day of the week that is."""
    size = result.days_in_week
    crowded = _crowded(placed, told, size)
    first = min(placed, default=0)
    for number in _week_numbers(placed, first, size):
        days = range(first + number * size, first + (number + 1) * size)
        yield Week(
            number + 1,
            tuple(Day(day, None, (), tuple(placed.get(day, ())), crowded.get(day)) for day in days),
        )


def _dated(
    result: SequenceResult, placed: Mapping[int, list[Moment]], told: list[Finding]
) -> Iterator[Week]:
    """Weeks from Monday to Sunday, with what is known of each day."""
    crowded = _crowded(placed, told, _WEEK)
    earliest = min(placed)
    monday = earliest - datetime.date.fromordinal(earliest).weekday()
    for number in _week_numbers(placed, monday, _WEEK):
        days = range(monday + number * _WEEK, monday + (number + 1) * _WEEK)
        yield Week(
            number + 1,
            tuple(
                _dated_day(day, result, placed.get(day, []), crowded.get(day))
                for day in days
                if day <= datetime.date.max.toordinal()
            ),
        )


def _week_numbers(placed: Iterable[int], first: int, size: int) -> list[int]:
    return sorted({(day - first) // size for day in placed})


def _dated_day(
    ordinal: int, result: SequenceResult, moments: list[Moment], crowded: Severity | None
) -> Day:
    date = datetime.date.fromordinal(ordinal)
    number = next((_whole(each.step.day) for each in moments if each.step.day is not None), None)
    return Day(number, date, tuple(_marks(date, result)), tuple(moments), crowded)


def _marks(date: datetime.date, result: SequenceResult) -> Iterator[Mark]:
    known = result.room.on(date)
    is_anywhere = len(result.room.regions) > 1
    for holiday in known.holidays:
        where = holiday.region if is_anywhere else ""
        yield Mark("holiday", holiday.name, where or None)
    if date.weekday() not in result.send_days:
        yield Mark("weekend", _DAY_NAMES[date.weekday()])
    for period in known.periods:
        yield Mark("period", period.name)
