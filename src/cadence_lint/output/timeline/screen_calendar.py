"""The calendar on the screen: a row for each day, a lane for each channel, faults beside the steps.

Days on which nothing arrives stand together as far as they are alike.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from cadence_lint.output import words
from cadence_lint.output.terminal import padded, width_of, wrap
from cadence_lint.output.timeline.screen_beside import Beside
from cadence_lint.output.timeline.screen_lanes import NOTHING, STEP, UNSEEN, Lanes
from cadence_lint.output.timeline.text import (
    UNPLACED,
    column_words,
    contacts_words,
    gaps,
    marks_words,
    quiet_words,
    unit_words,
    week_words,
    weekday_short,
    zone_words,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cadence_lint.output.terminal import Look
    from cadence_lint.timeline import Day, Moment, Timeline, Week

_CROWDED = "┃"
_BETWEEN = " · "
_GUTTER = _GAP = 2
_LEAST = 24
"""With fewer columns beside the lanes, the words stand below them."""


class Calendar:
    """The days of a timeline as lines."""

    def __init__(self, timeline: Timeline, look: Look) -> None:
        self.timeline = timeline
        self.look = look
        self.unit = unit_words(timeline)
        labels = [self._label(run) for week in timeline.weeks for run in _runs(week)]
        self.day_width = max(map(width_of, labels), default=0) + _GAP
        lead = _GUTTER + self.day_width
        self.lanes = Lanes(timeline, look.width - lead)
        self.is_below = look.width - lead - self.lanes.width < _LEAST
        self.text = 2 * _GUTTER if self.is_below else lead + self.lanes.width
        self.beside = Beside(timeline, look, look.width - self.text)

    def lines(self) -> list[str]:
        """What is wrong with the plan, the weeks, what is in none of them, and the signs."""
        timeline, paint = self.timeline, self.look.paint
        parts = [self._whole_plan(), self._head()]
        quiet = gaps(timeline.weeks)
        for week in timeline.weeks:
            if week.number in quiet:
                parts.append([paint("dim", quiet_words(*quiet[week.number]))])
            parts.append([*self._week_head(week), *self._week(week)])
        if timeline.unplaced:
            steps = [line for each in timeline.unplaced for line in self._step("", each, [], "")]
            parts.append([paint("bold", UNPLACED), *steps])
        parts.append([paint("dim", line) for line in wrap(self._legend(), self.look.width)])
        return [line for part in parts if part for line in (*part, "")][:-1]

    def _whole_plan(self) -> list[str]:
        faults = list(self.beside.of_plan(self.timeline.findings))
        return [self.look.paint("bold", "the whole plan"), *faults] if faults else []

    def _head(self) -> list[str]:
        """The names of the channels, above their lanes."""
        head = self.lanes.head().rstrip() if self.timeline.weeks else ""
        return [self.look.paint("dim", " " * (_GUTTER + self.day_width) + head)] if head else []

    def _legend(self) -> str:
        """What the signs and the times mean."""
        timeline = self.timeline
        is_crowded = any(week.crowded for week in timeline.weeks)
        all_noticed = all(moment.step.is_noticed for moment in timeline.moments)
        said = (
            self._times(),
            "" if all_noticed else f"{UNSEEN} a step that the reader does not notice",
            f"{_CROWDED} too close together" if is_crowded else "",
            self._missing(),
        )
        return ", ".join(filter(None, said))

    def _times(self) -> str:
        if not self.lanes.has_times:
            return f"{STEP} a step"
        zones = self.timeline.zones
        return f"times are those of {zone_words(zones[0])}" if zones else "times are the reader's"

    def _missing(self) -> str:
        """What would show more."""
        if self.timeline.start is None:
            return "--start 2026-12-01 shows dates and days off" if self.timeline.weeks else ""
        return "" if self.timeline.sequence.room.regions else "no region, so no public holidays"

    # Weeks

    def _week_head(self, week: Week) -> list[str]:
        """Which week it is, and how much arrives in it."""
        style = words.COLORS[week.crowded] if week.crowded else "dim"
        name, said = week_words(week), contacts_words(week)
        head = self.look.paint("bold", name)
        if len(name) + len(said) + len(_BETWEEN) > self.look.width:
            return [head, self.look.paint(style, said)]
        return [head + self.look.paint(style, f"{_BETWEEN}{said}")]

    def _week(self, week: Week) -> Iterator[str]:
        for run in self._shown_runs(week):
            day, label = run[0], self._label(run)
            color = words.COLORS[day.crowded] if day.crowded else ""
            marks = self.beside.of_day(day)
            if not day.moments:
                lanes = self.lanes.empty(self.look, " " if day.is_off else NOTHING)
                label = self.look.paint("dim", padded(label, self.day_width))
                yield from self._row(label, lanes, marks, color)
            for moment in day.moments:
                yield from self._step(label, moment, marks, color)
                label, marks = "", []

    def _step(self, label: str, moment: Moment, marks: list[str], color: str) -> Iterator[str]:
        texts = self.beside.of_step(moment, marks)
        lanes = self.lanes.with_step(self.look, moment)
        yield from self._row(padded(label, self.day_width), lanes, texts, color)

    def _row(self, label: str, lanes: str, texts: list[str], color: str) -> Iterator[str]:
        """A row: the day, the lanes, and the words beside or below them."""
        gutter = f"{self.look.paint(color, _CROWDED)} " if color else " " * _GUTTER
        first, *rest = ["", *texts] if self.is_below or not texts else texts
        yield f"{gutter}{label}{lanes}{first}".rstrip()
        for text in rest:
            yield f"{gutter}{' ' * (self.text - _GUTTER)}{text}"

    # Days

    def _shown_runs(self, week: Week) -> list[list[Day]]:
        """The days of a week, in the last one without those after the last step."""
        runs = list(_runs(week))
        while week is self.timeline.weeks[-1] and runs[1:] and not runs[-1][0].moments:
            runs.pop()
        return runs

    def _label(self, run: list[Day]) -> str:
        """What days are called that stand together."""
        first, last = run[0], run[-1]
        if first.date is None or last.date is None:
            return f"{self.unit} {first.number}" + f"–{last.number}" * (first is not last)
        if first is not last:
            return f"{weekday_short(first.date)} – {weekday_short(last.date)}"
        return column_words(first.date)


def _runs(week: Week) -> Iterator[list[Day]]:
    """The days of a week; those without steps that are alike stand together."""
    for _, days in groupby(week.days, _alike):
        run = list(days)
        if run[0].moments:
            yield from ([day] for day in run)
        else:
            yield run


def _alike(day: Day) -> tuple[object, ...]:
    return (bool(day.moments), marks_words(day.marks), day.crowded)
