"""What stands beside the days of a calendar on the screen: what a step is, and what is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadence_lint.output import words
from cadence_lint.output.terminal import cut, one_line, wrap
from cadence_lint.output.timeline.text import elsewhere_words, marks_words, what_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cadence_lint.finding import Finding
    from cadence_lint.output.terminal import Look
    from cadence_lint.timeline import Day, Moment, Timeline

_GAP = 2
_PER_STEP, _LINES = 2, 2
"""How many faults of a step are shown, and how many lines of each."""


class Beside:
    """The words beside days and steps, in so many columns."""

    def __init__(self, timeline: Timeline, look: Look, room: int) -> None:
        self.look = look
        self.room = room
        entries = (entry for thread in timeline.inbox for entry in thread.entries)
        self._what = {entry.moment.step.number: one_line(what_words(entry)) for entry in entries}
        last = max((moment.step.number for moment in timeline.moments), default=0)
        self._indent = " " * (len(f"{last}") + _GAP)

    def of_day(self, day: Day) -> list[str]:
        """What is special about a day, in colour unless it is an empty weekend."""
        is_news = bool(day.moments) or any(mark.kind != "weekend" for mark in day.marks)
        indent = self._indent if day.moments else ""
        said = marks_words(day.marks)
        return self._lines(said, "yellow" if is_news else "dim", indent) if said else []

    def of_step(self, moment: Moment, marks: Iterable[str] = ()) -> list[str]:
        """What a step is, and below it what is special about its day and what is wrong."""
        number = moment.step.number
        what = self._what.get(number, one_line(moment.step.label or ""))
        head = f"{number}".ljust(len(self._indent)) + cut(what, self.room - len(self._indent))
        lines = [head, *marks]
        if moment.elsewhere:
            lines += self._lines(elsewhere_words(moment), "dim", self._indent)
        return [*lines, *self._faults(moment)]

    def of_plan(self, findings: Iterable[Finding]) -> Iterator[str]:
        """What is wrong with the plan as a whole, across the screen."""
        for finding in filter(self._is_told, findings):
            yield from self._fault(finding, " " * _GAP, self.look.width)

    def _faults(self, moment: Moment) -> Iterator[str]:
        found = [each for each in moment.findings if self._is_told(each)]
        shown = found if self.look.verbose else found[:_PER_STEP]
        for finding in shown:
            yield from self._fault(finding, self._indent, self.room)
        if len(found) > len(shown):
            yield self._indent + self.look.paint("dim", f"and {len(found) - len(shown)} more")

    def _is_told(self, finding: Finding) -> bool:
        return self.look.verbose or finding.severity != "info"

    def _fault(self, finding: Finding, indent: str, width: int) -> Iterator[str]:
        """What is wrong, in a line or two."""
        mark = self.look.paint(words.COLORS[finding.severity], words.MARKS[finding.severity])
        room = width - len(indent) - _GAP
        lines = wrap(finding.message, room)
        if len(lines) > _LINES and not self.look.verbose:
            rest = " ".join(lines[_LINES - 1 : _LINES + 1])
            lines = [*lines[: _LINES - 1], cut(rest, room)]
        for count, line in enumerate(lines):
            yield f"{indent}{' ' if count else mark} {line}"

    def _lines(self, said: str, style: str, indent: str) -> list[str]:
        lines = wrap(said, self.room - len(indent))
        return [indent + self.look.paint(style, line) for line in lines]
