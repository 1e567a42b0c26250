"""The calendar on the screen: a row for each day, a lane for each channel, faults beside the steps.

Days on which nothing arrives stand together as far as they are alike. Where there is no room for
lanes and faults side by side, one lane names the channel.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from cadence_lint.output import words
from cadence_lint.output.terminal import cut, hang, one_line, padded, width_of, wrap
from cadence_lint.output.timeline.text import (
    UNPLACED,
    column_words,
    contacts_words,
    elsewhere_words,
    gaps,
    marks_words,
    quiet_words,
    time_words,
    unit_words,
    week_words,
    weekday_short,
    what_words,
    zone_words,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cadence_lint.finding import Finding
    from cadence_lint.output.terminal import Look
    from cadence_lint.timeline import Day, Moment, Timeline, Week

_STEP, _UNSEEN, _NOTHING, _CROWDED = "●", "○", "·", "┃"
_BETWEEN = " · "
_GUTTER = _GAP = 2
_TIME = 5
"""Columns for a time of day."""
_FEWEST = 28
"""Columns that the words beside the lanes must have, or one lane stands for all."""
_LEAST = 24
"""With fewer columns beside one lane, the words stand below it."""
_NUMBER = 3
"""Columns for the number of a step."""
_PER_STEP, _LINES = 2, 2
"""How many faults of a step are shown, and how many lines of each."""


class Calendar:
    """The days of a timeline as lines."""

    def __init__(self, timeline: Timeline, look: Look) -> None:
        self.timeline = timeline
        self.look = look
        self.unit = unit_words(timeline)
        self.what = {
            entry.moment.step.number: one_line(what_words(entry))
            for thread in timeline.inbox
            for entry in thread.entries
        }
        self.has_times = any(moment.minute is not None for moment in timeline.moments)
        labels = [self._label(run) for week in timeline.weeks for run in _runs(week)]
        self.day_width = max(map(width_of, labels), default=0) + _GAP
        self.lanes = self._lanes()
        self.text = _GUTTER + self.day_width + sum(self.lanes.values())
        self.is_below = look.width - self.text < _LEAST
        if self.is_below:
            self.text = 2 * _GUTTER
        self.room = look.width - self.text

    def lines(self) -> list[str]:
        """What is wrong with the plan, the weeks, what is in none of them, and the signs."""
        timeline, look = self.timeline, self.look
        lines = self._whole_plan()
        quiet = gaps(timeline.weeks)
        if any(self.lanes) and timeline.weeks:
            names = "".join(padded(name, width) for name, width in self.lanes.items())
            lines.append(look.paint("dim", f"{' ' * (_GUTTER + self.day_width)}{names}".rstrip()))
        for week in timeline.weeks:
            if week.number in quiet:
                lines += ["", look.paint("dim", quiet_words(*quiet[week.number]))]
            lines += [""] * bool(lines) + [*self._week_head(week), *self._week(week)]
        if timeline.unplaced:
            lines += ["", look.paint("bold", UNPLACED)]
            for moment in timeline.unplaced:
                lines += self._row("", moment, self._about(moment), "")
        return [*lines, "", *(look.paint("dim", line) for line in self._legend())]

    def _whole_plan(self) -> list[str]:
        found = [each for each in self.timeline.findings if self._is_told(each)]
        if not found:
            return []
        lines = [self.look.paint("bold", "the whole plan")]
        for finding in found:
            lines += self._fault(finding, self.look.width - _GUTTER, " " * _GUTTER)
        return [*lines, ""]

    def _legend(self) -> list[str]:
        """What the signs and the times mean."""
        said = []
        moments = self.timeline.moments
        if not self.has_times:
            said.append(f"{_STEP} a step")
        elif self.timeline.zones:
            said.append(f"times are those of {zone_words(self.timeline.zones[0])}")
        else:
            said.append("times are the reader's")
        if not all(moment.step.is_noticed for moment in moments):
            said.append(f"{_UNSEEN} a step that the reader does not notice")
        if any(week.crowded for week in self.timeline.weeks):
            said.append(f"{_CROWDED} too close together")
        if self.timeline.start is None:
            said.append("--start 2026-12-01 shows dates and days off")
        elif not self.timeline.sequence.room.regions:
            said.append("no region, so no public holidays")
        return hang("", one_line(", ".join(said)), self.look.width, 0)

    # Columns

    def _lanes(self) -> dict[str, int]:
        """The lanes and how wide each is; one without a name stands for all channels."""
        names = [words.channel_words(channel) for channel in self.timeline.channels]
        least = _TIME if self.has_times else 1
        lanes = {name: max(len(name), least) + _GAP for name in names}
        if self.look.width - _GUTTER - self.day_width - sum(lanes.values()) >= _FEWEST:
            return lanes
        return {"": least + 1 + max(map(len, names), default=0) + _GAP}

    def _label(self, run: list[Day]) -> str:
        """What days are called that stand together."""
        first, last = run[0], run[-1]
        if first.date is None or last.date is None:
            return f"{self.unit} {first.number}" + f"–{last.number}" * (first is not last)
        if first is not last:
            return f"{weekday_short(first.date)} – {weekday_short(last.date)}"
        return column_words(first.date)

    def _cells(self, moment: Moment | None, blank: str) -> str:
        """The lanes of a row, with a step in one of them."""
        paint = self.look.paint
        name = words.channel_words(moment.step.channel) if moment else None
        if "" in self.lanes:
            sign = padded(_sign(moment), _TIME if self.has_times else 1) if moment else blank
            cell = f"{sign} {name}" if moment else blank
            return paint("bold" if moment else "dim", cell) + " " * (self.lanes[""] - len(cell))
        cells = []
        for lane, width in self.lanes.items():
            sign = _sign(moment) if moment and lane == name else blank
            style = "bold" if sign is not blank else "dim"
            cells.append((paint(style, sign) if sign != " " else sign) + " " * (width - len(sign)))
        return "".join(cells)

    # Rows

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
            bar = words.COLORS[day.crowded] if day.crowded else ""
            marks = self._marks(day)
            if not day.moments:
                yield from self._row(label, None, marks, bar, " " if day.is_off else _NOTHING)
            for moment in day.moments:
                head, *about = self._about(moment)
                yield from self._row(label, moment, [head, *marks, *about], bar)
                label, marks = "", []

    def _shown_runs(self, week: Week) -> list[list[Day]]:
        """The days of a week, in the last one without those after the last step."""
        runs = list(_runs(week))
        while week is self.timeline.weeks[-1] and runs[1:] and not runs[-1][0].moments:
            runs.pop()
        return runs

    def _row(
        self, label: str, moment: Moment | None, texts: list[str], bar: str, blank: str = _NOTHING
    ) -> Iterator[str]:
        """A row: the day, the lanes, and the words beside them."""
        gutter = f"{self.look.paint(bar, _CROWDED)} " if bar else " " * _GUTTER
        label = padded(label, self.day_width)
        shown = self.look.paint("dim", label) if moment is None else label
        first, *rest = ["", *texts] if self.is_below or not texts else texts
        yield f"{gutter}{shown}{self._cells(moment, blank)}{first}".rstrip()
        for text in rest:
            yield f"{gutter}{' ' * (self.text - _GUTTER)}{text}"

    def _marks(self, day: Day) -> list[str]:
        """What is special about a day, in colour unless it is an empty weekend."""
        is_news = bool(day.moments) or any(mark.kind != "weekend" for mark in day.marks)
        indent = " " * _NUMBER * bool(day.moments)
        lines = wrap(marks_words(day.marks), self.room - len(indent)) if day.marks else []
        return [indent + self.look.paint("yellow" if is_news else "dim", line) for line in lines]

    def _about(self, moment: Moment) -> list[str]:
        """What a step is, and what is wrong with it."""
        number = moment.step.number
        what = self.what.get(number, moment.step.label or "")
        lines = [f"{number:<{_NUMBER}}{cut(one_line(what), self.room - _NUMBER)}"]
        indent = " " * _NUMBER
        if moment.elsewhere:
            said = elsewhere_words(moment)
            room = self.room - _NUMBER
            lines += (indent + self.look.paint("dim", line) for line in wrap(said, room))
        found = [each for each in moment.findings if self._is_told(each)]
        shown = found if self.look.verbose else found[:_PER_STEP]
        for finding in shown:
            lines += self._fault(finding, self.room - _NUMBER, indent)
        if len(found) > len(shown):
            more = f"and {len(found) - len(shown)} more"
            lines.append(indent + self.look.paint("dim", more))
        return lines

    def _is_told(self, finding: Finding) -> bool:
        return self.look.verbose or finding.severity != "info"

    def _fault(self, finding: Finding, room: int, indent: str) -> Iterator[str]:
        """What is wrong, in a line or two."""
        mark = self.look.paint(words.COLORS[finding.severity], words.MARKS[finding.severity])
        lines = wrap(finding.message, room - _GAP)
        if len(lines) > _LINES and not self.look.verbose:
            kept = " ".join(lines[_LINES - 1 : _LINES + 1])
            lines = [*lines[: _LINES - 1], cut(kept, room - _GAP)]
        for count, line in enumerate(lines):
            yield f"{indent}{' ' if count else mark} {line}"


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


def _sign(moment: Moment) -> str:
    """What stands for a step in its lane: the time, if it has one."""
    if not moment.step.is_noticed:
        return _UNSEEN
    return _STEP if moment.minute is None else time_words(moment.minute)
