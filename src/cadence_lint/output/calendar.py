"""A strip of the calendar: which steps reach the reader when, and where they crowd.

A row for each channel, a column for each day, a gap between weeks. Where the start is known, weeks
begin on Mondays and days off stay empty. A plan that is too long for that has a column for each
week.
"""

from __future__ import annotations

from itertools import groupby
from math import floor
from typing import TYPE_CHECKING

from cadence_lint.crowding import crowded_days
from cadence_lint.finding import SEVERITIES
from cadence_lint.output import words
from cadence_lint.output.terminal import hang, padded
from cadence_lint.record import NamedTuple, Record

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from cadence_lint.finding import Finding
    from cadence_lint.linting.results import SequenceResult, Step
    from cadence_lint.output.terminal import Look

_WEEK = 7
_CELLS = (3, 2, 1)
"""How many columns of the screen a day, or a week, may take; the widest that fits is taken."""
_BANDS = 2
"""With more rows of weeks than this, a column is a week."""
_FEWEST_STEPS, _MOST_WEEKS = 2, 60
_STEP, _NOTHING, _CROWDED, _DAY_OFF = "●", "·", "~", "^"
_NAMED = 4
"""How many days off are called by their names."""


class Column(Record):
    """One day of a plan, or one week of it."""

    head: str
    """What stands above it."""
    starts: bool
    """Whether its head matters most: the first day of a week."""
    is_off: bool = False
    """Whether nobody is written to then."""


class Row(NamedTuple):
    """What happens in some columns."""

    label: str
    signs: dict[int, str]
    style: str = ""
    is_range: bool = False
    """Whether signs that follow one another run together; else they stand for steps."""


class Plan(Record):
    """The columns of a plan, and the rows below them."""

    label: str
    """What the heads of the columns are."""
    columns: list[Column]
    rows: list[Row]
    in_group: int
    """How many columns stand together."""
    notes: tuple[str, ...] = ()
    weekdays: bool = False
    """Whether the columns are the days of the week, from Monday on."""


def strip(sequence: SequenceResult, findings: Iterable[Finding], look: Look) -> list[str]:
    """The lines of the strip; none where it would say nothing."""
    days = {
        step.number: floor(round(step.day, 6)) for step in sequence.steps if step.day is not None
    }
    if len(days) < max(_FEWEST_STEPS, len(sequence.steps)):
        return []
    dates = {step.number: step.date for step in sequence.steps if step.date is not None}
    if len(dates) == len(days):
        plan = _dated(sequence, dates, findings)
    else:
        plan = _counted(sequence, days, findings)
    if plan is None:
        return []
    weeks = -(-len(plan.columns) // plan.in_group)
    width = max(len(label) for label in (plan.label, *(row.label for row in plan.rows))) + 2
    fitting = _groups(plan.in_group, _CELLS[-1], look.width - width)
    if weeks > fitting * _BANDS:
        plan = _by_week(plan, weeks)
    return _drawn(plan, width, look)


# From a sequence to a plan


def _counted(
    sequence: SequenceResult, at: dict[int, int], findings: Iterable[Finding]
) -> Plan | None:
    """A plan without a start: days are counted, and weeks begin with the first."""
    first, in_week = min(at.values()), sequence.days_in_week
    places = {number: day - first for number, day in at.items()}
    count = _whole_weeks(max(places.values()) + 1, in_week)
    if count > _MOST_WEEKS * in_week:
        return None
    columns = [Column(f"{first + place}", place % in_week == 0) for place in range(count)]
    label = "day" if in_week == _WEEK else "workday"
    return Plan(label, columns, _rows(sequence, places, findings, in_week), in_week)


def _dated(
    sequence: SequenceResult, at: dict[int, date], findings: Iterable[Finding]
) -> Plan | None:
    """A plan with a start: weeks begin on Mondays, and days off are known."""
    from datetime import date, timedelta  # there are dates, so it is loaded

    earliest = min(at.values()).toordinal()
    monday = earliest - date.fromordinal(earliest).weekday()
    places = {number: each.toordinal() - monday for number, each in at.items()}
    count = _whole_weeks(max(places.values()) + 1, _WEEK)
    if count > _MOST_WEEKS * _WEEK:
        return None
    days = [date.fromordinal(monday) + timedelta(days=place) for place in range(count)]
    holidays: dict[int, str] = {}
    periods: dict[int, str] = {}
    notes: dict[str, None] = {}
    for place, day in enumerate(days):
        known = sequence.room.on(day)
        for holiday in known.holidays:
            holidays[place] = _DAY_OFF
            is_somewhere = holiday.region and len(sequence.room.regions) > 1
            where = f" ({holiday.region})" if is_somewhere else ""
            notes[f"{words.date_words(day)} {holiday.name}{where}"] = None
        for period in known.periods:
            periods[place] = _CROWDED
            notes[period.name] = None
    columns = [
        Column(
            words.date_words(day),
            day.weekday() == 0,
            place in holidays or day.weekday() not in sequence.send_days,
        )
        for place, day in enumerate(days)
    ]
    weekends = {
        place: _DAY_OFF
        for place in places.values()
        if columns[place].is_off and place not in holidays
    }
    rows = [
        *_rows(sequence, places, findings, _WEEK),
        Row("day off", weekends, "yellow"),
        Row("holiday", holidays, "yellow"),
        Row("busy", periods, "yellow", is_range=True),
    ]
    rows = [row for row in rows if row.signs]
    return Plan("", columns, rows, _WEEK, tuple(notes), weekdays=True)


def _rows(
    sequence: SequenceResult, places: dict[int, int], findings: Iterable[Finding], in_week: int
) -> list[Row]:
    """A row for each channel, as it first comes up, and one for where it is too much."""
    counts: dict[str, dict[int, int]] = {}
    for step in sequence.steps:
        taken = counts.setdefault(_label(step), {})
        taken[places[step.number]] = taken.get(places[step.number], 0) + 1
    rows = [
        Row(label, {place: _sign(count) for place, count in taken.items()})
        for label, taken in counts.items()
    ]
    return [*rows, *_crowded(findings, places, in_week)]


def _label(step: Step) -> str:
    return words.channel_words(step.channel) if step.is_noticed else "unseen"


def _sign(count: int) -> str:
    return _STEP if count == 1 else f"{min(count, 9)}"


def _crowded(findings: Iterable[Finding], places: dict[int, int], in_week: int) -> Iterator[Row]:
    """Where steps come too close together, by what was found about their frequency."""
    crowded = crowded_days(findings, places, in_week)
    if crowded:
        worst = max(crowded.values(), key=SEVERITIES.index)
        signs = dict.fromkeys(crowded, _CROWDED)
        yield Row("crowded", signs, words.COLORS[worst], is_range=True)


def _whole_weeks(days: int, in_week: int) -> int:
    return -(-days // in_week) * in_week


def _by_week(plan: Plan, weeks: int) -> Plan:
    """A plan with a column for each week."""
    size = plan.in_group
    columns = [
        Column(plan.columns[week * size].head if not plan.label else f"{week + 1}", True)
        for week in range(weeks)
    ]
    return plan._replace(
        label="week",
        weekdays=False,
        columns=columns,
        rows=[_row_by_week(row, size) for row in plan.rows],
        in_group=weeks,
    )


def _row_by_week(row: Row, size: int) -> Row:
    if row.is_range or row.style:
        return row._replace(signs={place // size: sign for place, sign in row.signs.items()})
    counts: dict[int, int] = {}
    for place, sign in row.signs.items():
        count = 1 if sign == _STEP else int(sign)
        counts[place // size] = counts.get(place // size, 0) + count
    return row._replace(signs={week: _sign(count) for week, count in counts.items()})


# From a plan to lines


def _groups(in_group: int, cell: int, room: int) -> int:
    """How many groups of columns fit side by side."""
    return (room + cell) // (in_group * cell + 1)


def _drawn(plan: Plan, width: int, look: Look) -> list[str]:
    room = look.width - width
    groups = -(-len(plan.columns) // plan.in_group)
    cell = next((each for each in _CELLS if _groups(plan.in_group, each, room) >= groups), 1)
    fitting = _groups(plan.in_group, cell, room)
    if not fitting:
        return []
    bands = -(-groups // fitting)
    size = -(-groups // bands) * plan.in_group
    lines: list[str] = []
    for start in range(0, len(plan.columns), size):
        part = range(start, min(start + size, len(plan.columns)))
        lines += [""] * (start > 0)
        lines += _Band(plan, part, cell, width, look).lines()
    for line in hang("", _named(plan.notes), look.width, width) if plan.notes else []:
        lines.append(look.paint("dim", line))
    return lines


def _named(notes: tuple[str, ...]) -> str:
    more = len(notes) - _NAMED
    return ", ".join(notes[:_NAMED]) + (f" and {more} more" if more > 0 else "")


class _Band:
    """Some columns of a plan, side by side."""

    def __init__(self, plan: Plan, part: range, cell: int, width: int, look: Look) -> None:
        self.plan = plan
        self.part = part
        self.cell = cell
        self.width = width
        self.room = look.width - width
        self.look = look

    def lines(self) -> list[str]:
        """The heads, and the rows below them."""
        heads = [padded(self.plan.label, self.width) + self._heads()]
        if self.plan.weekdays and self.cell == _CELLS[0]:
            heads.append(" " * self.width + self._weekdays())
        lines = [self.look.paint("dim", line) for line in heads]
        for row in self.plan.rows:
            drawn = self._range(row) if row.style else self._steps(row)
            if drawn.strip() or not row.style:
                lines.append((padded(row.label, self.width) + drawn).rstrip())
        return lines

    def _at(self, place: int) -> int:
        """Where a column stands."""
        count = place - self.part.start
        return count * self.cell + count // self.plan.in_group

    def _heads(self) -> str:
        """The heads for which there is room, those of the first days before others."""
        heads = ""
        columns = [(place, self.plan.columns[place]) for place in self.part]
        widest = max(len(column.head) for _, column in columns)
        for place, column in columns:
            at = self._at(place)
            is_asked = column.starts or widest < self.cell
            has_room = at >= len(heads) + bool(heads) and at + len(column.head) <= self.room
            if is_asked and has_room:
                heads = heads.ljust(at) + column.head
        return heads

    def _weekdays(self) -> str:
        line = ""
        for place in self.part:
            line = line.ljust(self._at(place)) + words.weekday_words(place % _WEEK)[:2]
        return line

    def _steps(self, row: Row) -> str:
        signs = [" "] * (self._at(self.part[-1]) + 1)
        for place in self.part:
            blank = " " if self.plan.columns[place].is_off else _NOTHING
            signs[self._at(place)] = row.signs.get(place, blank)
        runs = groupby(signs, lambda sign: sign == _NOTHING)
        return (
            "".join(
                self.look.paint("dim" if is_nothing else "bold", "".join(run))
                for is_nothing, run in runs
            )
            if self.look.color
            else "".join(signs)
        )

    def _range(self, row: Row) -> str:
        signs = [" "] * (self._at(self.part[-1]) + 1)
        for place in self.part:
            sign = row.signs.get(place)
            if sign is None:
                continue
            at = self._at(place)
            signs[at] = sign
            if row.is_range and place + 1 in self.part and place + 1 in row.signs:
                signs[at : self._at(place + 1)] = sign * (self._at(place + 1) - at)
        return self.look.paint(row.style, "".join(signs).rstrip())
