"""The weeks of a timeline as shapes: a column for each day, steps as labels in it."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from cadence_lint.output import words
from cadence_lint.output.terminal import one_line
from cadence_lint.output.timeline.svg_shapes import box, fitted, hint, label, span
from cadence_lint.output.timeline.text import (
    UNPLACED,
    contacts_words,
    day_words,
    gaps,
    quiet_words,
    time_words,
    unit_words,
    week_words,
    weekday_short,
    what_words,
    when_words,
)
from cadence_lint.record import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cadence_lint.timeline import Day, Moment, Timeline, Week

MARGIN, LEAD = 8, 22
"""The room around everything, and what a line takes that stands on its own."""
_DAY, _EMPTY = 108, 46
"""The width of a day, and of a day off in a plan that leaves all of them empty."""
_NAME, _LINE, _STEP = 20, 15, 33
"""The heights of a day's name, of what is special about it, and of a step."""
_PAD, _GAP, _BAR = 6, 4, 3
_SEVERITIES = {"error": "e", "warning": "w", "info": "i"}
_HUES = frozenset({"email", "call", "linkedin"})


class _Band(NamedTuple):
    """A declared period in a week: its row, its columns, and its name."""

    row: int
    first: int
    last: int
    name: str


class Calendar:
    """The weeks of a timeline, drawn from the top down."""

    def __init__(self, timeline: Timeline) -> None:
        self.timeline = timeline
        self.widths = _widths(timeline.weeks)
        self.lefts = [MARGIN + sum(self.widths[:place]) for place in range(len(self.widths))]
        self.width = 2 * MARGIN + sum(self.widths)
        self.height = 0
        self.what = {
            entry.moment.step.number: one_line(what_words(entry))
            for thread in timeline.inbox
            for entry in thread.entries
        }

    def shapes(self) -> Iterator[str]:
        """Everything, in the order in which it is painted; after it the height is known."""
        quiet = gaps(self.timeline.weeks)
        for week in self.timeline.weeks:
            if week.number in quiet:
                yield self._line(quiet_words(*quiet[week.number]), "d")
            yield self._week_head(week)
            yield from self._week(week)
        if self.timeline.unplaced:
            yield self._line(UNPLACED, "d")
            for moment in self.timeline.unplaced:
                yield from self._step(moment, MARGIN, self.height, _DAY)
                self.height += _STEP + _GAP
        self.height += MARGIN

    def _line(self, said: str, style: str, more: str = "") -> str:
        """A line on its own."""
        self.height += LEAD
        return label(said, MARGIN, self.height - 7, style, more)

    def _week_head(self, week: Week) -> str:
        style = _SEVERITIES[week.crowded] if week.crowded else "d"
        return self._line(week_words(week), "b", span(f" · {contacts_words(week)}", style))

    def _week(self, week: Week) -> Iterator[str]:
        """The days of a week, the periods across them, and the steps on them."""
        bands = list(_bands(week.days))
        across = self.height + _NAME + _LINE * any(map(_holiday, week.days))
        below = across + _LINE * (1 + max((band.row for band in bands), default=-1))
        most = max(len(day.moments) for day in week.days)
        bottom = below + most * (_STEP + _GAP) + _PAD + _BAR
        columns = list(zip(week.days, self.lefts, self.widths, strict=False))
        for day, left, width in columns:
            yield from self._day(day, left, width, bottom - self.height)
        for band in bands:
            yield from self._band(band, across + band.row * _LINE)
        for day, left, width in columns:
            for count, moment in enumerate(day.moments):
                yield from self._step(moment, left, below + count * (_STEP + _GAP), width)
        self.height = bottom + _PAD

    def _day(self, day: Day, left: int, width: int, height: int) -> Iterator[str]:
        """The ground of a day, its name, and the holiday that it is."""
        top = self.height
        yield box("k" if day.crowded else "o" if day.is_off else "c", left, top, width, height)
        if day.crowded:
            style = f"{_SEVERITIES[day.crowded]}-bar"
            yield box(style, left, top + height - _BAR, width, _BAR)
        name = _name(day, unit_words(self.timeline), is_narrow=width < _DAY)
        yield label(name, left + 4, top + 13, "d w" if _is_on_day_off(day) else "d")
        holiday = _holiday(day)
        if holiday:
            said = fitted(holiday, width - 6)
            yield label(said, left + 4, top + _NAME + 10, "d", hint(holiday))

    def _band(self, band: _Band, top: int) -> Iterator[str]:
        left = self.lefts[band.first]
        width = self.lefts[band.last] + self.widths[band.last] - left
        yield box("p", left + 1, top, width - 2, _LINE - 2)
        yield label(fitted(band.name, width - 8), left + 4, top + 10, "d")

    def _step(self, moment: Moment, left: int, top: int, width: int) -> Iterator[str]:
        """One step: its number and channel, its time, and a sign where something is wrong."""
        step, severity = moment.step, moment.severity
        hue = step.channel if step.channel in _HUES else "other"
        name = f"{step.number} {words.channel_words(step.channel)}"
        yield f"<g>{hint(self._told(moment))}"
        yield box("s" if step.is_noticed else "u", left + 3, top, width - 6, _STEP)
        yield box(hue, left + 3, top, _BAR, _STEP)
        yield label(fitted(name, width - 26), left + 10, top + 13)
        if about := self._about(moment):
            yield label(fitted(about, width - 18), left + 10, top + 27, "d")
        if severity and severity != "info":
            style = f"{_SEVERITIES[severity]} m"
            yield label(words.MARKS[severity], left + width - 17, top + 14, style)
        yield "</g>"

    def _about(self, moment: Moment) -> str:
        """The second line of a step: its time, or else what it is."""
        if moment.minute is not None:
            return time_words(moment.minute)
        return self.what.get(moment.step.number, "")

    def _told(self, moment: Moment) -> str:
        """What a pointer on a step shows."""
        number = moment.step.number
        said = (f"step {number}", when_words(moment), self.what.get(number, ""))
        wrong = (one_line(each.message) for each in moment.findings if each.severity != "info")
        return "\n".join((" · ".join(filter(None, said)), *wrong))


def _widths(weeks: Sequence[Week]) -> list[int]:
    """How wide the columns are; days off take less where none has anything."""
    count = max((len(week.days) for week in weeks), default=0)
    columns = [
        [week.days[place] for week in weeks if place < len(week.days)] for place in range(count)
    ]
    is_empty = [all(day.is_off and not day.moments for day in column) for column in columns]
    return [_EMPTY if each else _DAY for each in is_empty] or [_DAY]


def _name(day: Day, unit: str, *, is_narrow: bool) -> str:
    """What stands above a day: `Tue 1 Dec`, `Sat 5 Dec · off`, `Sa 5`, `day 3`."""
    if day.date is not None and is_narrow:
        return f"{weekday_short(day.date)[:2]} {day.date.day}"
    return f"{day_words(day, unit)}{' · off' * _is_on_day_off(day)}"


def _is_on_day_off(day: Day) -> bool:
    """Whether something lands on a day off that the reader would notice."""
    return day.is_off and any(moment.step.is_noticed for moment in day.moments)


def _holiday(day: Day) -> str:
    return ", ".join(dict.fromkeys(mark.name for mark in day.marks if mark.kind == "holiday"))


def _bands(days: Sequence[Day]) -> Iterator[_Band]:
    """The declared periods of a week, each in a row of its own."""
    names = dict.fromkeys(mark.name for day in days for mark in day.marks if mark.kind == "period")
    for row, name in enumerate(names):
        holds = [any(mark.name == name for mark in day.marks) for day in days]
        for is_held, run in groupby(range(len(days)), holds.__getitem__):
            columns = list(run)
            if is_held:
                yield _Band(row, columns[0], columns[-1], name)
