"""Timelines on the screen: the head of each, its calendar, and the inbox below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadence_lint.output import words
from cadence_lint.output.terminal import hang, page, width_of, wrap
from cadence_lint.output.timeline.screen_calendar import Calendar
from cadence_lint.output.timeline.screen_inbox import inbox_lines
from cadence_lint.output.timeline.text import verdict_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cadence_lint.output.terminal import Look
    from cadence_lint.timeline import Timeline


def render(timelines: Iterable[Timeline], look: Look) -> str:
    """The timelines one below another."""
    lines: list[str] = []
    for timeline in timelines:
        if lines:
            lines += ["", look.paint("dim", "─" * look.width), ""]
        lines += [*head(timeline, look), "", *Calendar(timeline, look).lines()]
        lines += ["", *inbox_lines(timeline, look)]
    return page(lines)


def head(timeline: Timeline, look: Look) -> list[str]:
    """What the sequence is called, its verdict, and whom it is for."""
    sequence = timeline.sequence
    verdict = verdict_words(timeline)
    shown = look.paint("bold", look.paint(words.BANDS.get(verdict, "dim"), verdict))
    name = words.file_words(sequence.name)
    gap = look.width - width_of(name) - width_of(verdict)
    if gap > 1:
        lines = [look.paint("bold", name) + " " * gap + shown]
    else:
        lines = [*(look.paint("bold", line) for line in wrap(name, look.width)), shown]
    about = (words.audience_words(sequence), words.steps_words(sequence))
    lines += hang("", " · ".join(part for part in about if part), look.width, 0)
    file = words.file_words(sequence.file)
    if file != name:
        lines += (look.paint("dim", line) for line in wrap(file, look.width))
    return lines
