"""Timelines on the screen: the head of each, its calendar, and the inbox below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadence_lint.output import words
from cadence_lint.output.terminal import page
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
        lines += words.head(timeline.sequence, verdict_words(timeline), look)
        lines += ["", *Calendar(timeline, look).lines()]
        lines += ["", *inbox_lines(timeline, look)]
    return page(lines)
