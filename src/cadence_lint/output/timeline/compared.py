"""Starts of a sequence held against one another, on the screen.

What is wrong whatever the start is counted once; below each start stands only what it brings.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from cadence_lint.output import words
from cadence_lint.output.calendar import strip
from cadence_lint.output.summary import number
from cadence_lint.output.terminal import hang, padded, page, width_of, wrap
from cadence_lint.output.timeline.text import verdict_words, weekday_short
from cadence_lint.record import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cadence_lint.finding import Finding
    from cadence_lint.output.terminal import Look
    from cadence_lint.timeline import Timeline

_HEADS = ("start", "verdict", "to fix", "on days off", "last step")
_GAP = 2


class _Start(NamedTuple):
    """What comes of one start."""

    timeline: Timeline
    findings: list[Finding]
    """What should be fixed."""
    own: list[Finding]
    """What other starts do not have."""

    @property
    def weight(self) -> tuple[int, int, int]:
        """How much is against it: what must be fixed, what should be, steps on days off."""
        grave = sum(finding.severity == "error" for finding in self.findings)
        return (grave, len(self.findings), _on_days_off(self.timeline))


def render(timelines: Iterable[Timeline], look: Look) -> str:
    """The starts of each sequence: a table, then the days from each, then which is best."""
    lines: list[str] = []
    for _, group in groupby(timelines, lambda timeline: timeline.sequence.id):
        if lines:
            lines += ["", look.paint("dim", "─" * look.width), ""]
        lines += _compared(_starts(group), look)
    return page(lines)


def _starts(group: Iterable[Timeline]) -> list[_Start]:
    """The starts of one sequence, each once: a start on a day off may be the next working day."""
    timelines = list({timeline.start: timeline for timeline in group}.values())
    told = [list(_to_fix(timeline)) for timeline in timelines]
    first, *others = ({_key(each) for each in found} for found in told)
    common = first.intersection(*others)
    return [
        _Start(timeline, found, [each for each in found if _key(each) not in common])
        for timeline, found in zip(timelines, told, strict=True)
    ]


def _to_fix(timeline: Timeline) -> Iterator[Finding]:
    for finding in timeline.findings:
        if finding.severity != "info":
            yield finding
    for moment in timeline.moments:
        yield from (each for each in moment.findings if each.severity != "info")


def _key(finding: Finding) -> tuple[str, int | None]:
    """What a finding has in common with the same one from another start."""
    return (finding.rule, finding.touch)


def _compared(starts: list[_Start], look: Look) -> Iterator[str]:
    sequence = starts[0].timeline.sequence
    for line in wrap(words.file_words(sequence.name), look.width):
        yield look.paint("bold", line)
    about = (words.audience_words(sequence), words.steps_words(sequence))
    yield from hang("", " · ".join(part for part in about if part), look.width, 0)
    if starts[0].timeline.start is None:
        yield ""
        yield from wrap("the file does not say on which days its steps land", look.width)
        return
    yield ""
    yield from _table(starts, look)
    for start in starts:
        yield ""
        yield from _one(start, look)
    yield ""
    yield from _conclusion(starts, look)


def _table(starts: list[_Start], look: Look) -> Iterator[str]:
    rows = [_HEADS, *(_cells(start) for start in starts)]
    widths = [max(map(width_of, column)) + _GAP for column in zip(*rows, strict=True)]
    for place, row in enumerate(rows):
        line = "".join(padded(cell, width) for cell, width in zip(row, widths, strict=True))
        yield (
            look.paint("bold" if place == 0 else "", line.rstrip()) if place == 0 else line.rstrip()
        )


def _cells(start: _Start) -> tuple[str, ...]:
    timeline = start.timeline
    return (
        _day(timeline),
        verdict_words(timeline),
        f"{len(start.findings)}",
        f"{_on_days_off(timeline) or '-'}",
        _last(timeline),
    )


def _day(timeline: Timeline) -> str:
    date = timeline.start
    return "" if date is None else f"{weekday_short(date)} {words.date_words(date)}"


def _last(timeline: Timeline) -> str:
    dates = [moment.step.date for moment in timeline.moments if moment.step.date]
    return f"{weekday_short(max(dates))} {words.date_words(max(dates))}"


def _on_days_off(timeline: Timeline) -> int:
    return sum(
        moment.step.is_noticed
        for week in timeline.weeks
        for day in week.days
        if day.marks
        for moment in day.moments
    )


def _one(start: _Start, look: Look) -> Iterator[str]:
    """The days from one start, and what it brings."""
    yield look.paint("bold", f"from {_day(start.timeline)} {start.timeline.start:%Y}")
    yield from strip(start.timeline.sequence, start.findings, look)
    steps = {moment.step.number: moment.step for moment in start.timeline.moments}
    for finding in start.own:
        mark = look.paint(words.COLORS[finding.severity], words.MARKS[finding.severity])
        where = f"step {finding.touch}: " if finding.touch in steps else ""
        first, *rest = wrap(f"{where}{finding.message}", look.width - _GAP)
        yield f"{mark} {first}"
        yield from (f"{' ' * _GAP}{line}" for line in rest)


def _conclusion(starts: list[_Start], look: Look) -> Iterator[str]:
    """Which start has least against it."""
    least = min(start.weight for start in starts)
    best = [_day(start.timeline) for start in starts if start.weight == least]
    if len(best) < len(starts):
        said = f"least against it: a start on {words.listed(best)}"
    elif any(start.own for start in starts):
        said = "no start has less against it than another"
    else:
        said = "the start makes no difference to what is wrong"
    common = len(starts[0].findings) - len(starts[0].own)
    if common:
        said += f"; {number(common, 'thing')} to fix whatever the start"
    yield from (look.paint("bold", line) for line in wrap(said, look.width))
