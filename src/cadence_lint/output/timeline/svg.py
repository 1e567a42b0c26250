"""A timeline as a picture: weeks below one another, a column for each day, steps as labels.

`picture` is a part of a page, which has `STYLE` once; `document` is a file of its own. Every colour
is a custom property that follows the viewer's choice of light or dark, and none says anything that
a word or a sign does not say too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadence_lint.output import words
from cadence_lint.output.terminal import cut, one_line
from cadence_lint.output.timeline.svg_calendar import LEAD, MARGIN, Calendar
from cadence_lint.output.timeline.svg_shapes import box, label
from cadence_lint.output.timeline.text import (
    day_words,
    mark_words,
    time_words,
    verdict_words,
    week_words,
)
from cadence_lint.output.xml import text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cadence_lint.timeline import Day, Moment, Timeline, Week

STYLE = """\
:where(.tl){--tl-ground:#fff;--tl-ink:#1f2328;--tl-dim:#59636e;--tl-line:#d1d9e0;--tl-off:#f1f3f5;\
--tl-step:#e4ecf5;--tl-error:#b3261e;--tl-warning:#8f4700;--tl-info:#0b5cad;--tl-crowd:#fde9dc;\
--tl-period:#efe6fb;--tl-email:#0b5cad;--tl-call:#1a7f37;--tl-linkedin:#6639ba;--tl-other:#8f4700}
@media (prefers-color-scheme:dark){:where(.tl){--tl-ground:#0d1117;--tl-ink:#e6edf3;\
--tl-dim:#9aa4af;--tl-line:#3d444d;--tl-off:#161b22;--tl-step:#21304a;--tl-error:#ff8a80;\
--tl-warning:#f0a35e;--tl-info:#79c0ff;--tl-crowd:#3b2416;--tl-period:#33264d;--tl-email:#79c0ff;\
--tl-call:#56d364;--tl-linkedin:#d2a8ff;--tl-other:#f0a35e}}
.tl{font:12px system-ui,-apple-system,"Segoe UI",Roboto,"DejaVu Sans",sans-serif}
.tl text{fill:var(--tl-ink)}.tl .d{fill:var(--tl-dim);font-size:11px}.tl .b{font-weight:600}
.tl .h{font-size:16px;font-weight:600}.tl .m{font-size:15px;font-weight:700}
.tl .e{fill:var(--tl-error)}.tl .w{fill:var(--tl-warning)}
.tl .i{fill:var(--tl-info)}.tl rect{fill:none}.tl .c{stroke:var(--tl-line)}
.tl .o{fill:var(--tl-off);stroke:var(--tl-line)}.tl .k{fill:var(--tl-crowd);stroke:var(--tl-line)}
.tl .p{fill:var(--tl-period)}.tl .s{fill:var(--tl-step)}.tl .u{stroke:var(--tl-dim);\
stroke-dasharray:3 2}.tl .e-bar{fill:var(--tl-error)}.tl .w-bar{fill:var(--tl-warning)}\
.tl .i-bar{fill:var(--tl-info)}
.tl .email{fill:var(--tl-email)}.tl .call{fill:var(--tl-call)}.tl .linkedin{fill:var(--tl-linkedin)}
.tl .other{fill:var(--tl-other)}.tl .g{fill:var(--tl-ground)}
"""
"""The style sheet of pictures; a page may set the custom properties of `.tl` otherwise."""

_LONGEST = 80
"""Columns of a heading."""


def picture(timeline: Timeline, name: str = "timeline") -> str:
    """The `<svg>` of one timeline; `name` begins its ids, and is another for each of a page."""
    calendar = Calendar(timeline)
    shapes = "\n".join(calendar.shapes())
    size = (calendar.width, calendar.height)
    return _svg(shapes, size, name, _title(timeline), description(timeline))


def document(timelines: Iterable[Timeline]) -> str:
    """A file of its own, with one timeline below another."""
    drawn = list(timelines)
    shapes: list[str] = []
    width, height = 0, MARGIN
    for timeline in drawn:
        calendar = Calendar(timeline)
        shapes += [*_heading(timeline, height), *calendar.shapes(), "</g>"]
        width = max(width, calendar.width)
        height += calendar.height + 3 * LEAD
    title = _title(drawn[0]) if len(drawn) == 1 else f"{len(drawn)} timelines"
    said = (f"{_title(each)}. {description(each)}" for each in drawn)
    ground = f"<style>\n{STYLE}</style>\n{box('g', 0, 0, width, height)}"
    inner = "\n".join((ground, *shapes))
    return _svg(inner, (width, height), "timeline", title, " ".join(said)) + "\n"


def description(timeline: Timeline) -> str:
    """The picture in words, week by week."""
    return " ".join(_week_said(week) for week in timeline.weeks)


def _svg(inner: str, size: tuple[int, int], name: str, title: str, said: str) -> str:
    width, height = size
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="tl" viewBox="0 0 {width} {height}"'
        f' width="{width}" height="{height}" role="img" aria-labelledby="{name}-t {name}-d">\n'
        f'<title id="{name}-t">{text(title)}</title>\n<desc id="{name}-d">{text(said)}</desc>\n'
        f"{inner}\n</svg>"
    )


def _title(timeline: Timeline) -> str:
    start = timeline.start
    since = f", from {words.date_words(start)} {start.year}" if start else ""
    return f"{one_line(timeline.sequence.name)}{since}"


def _heading(timeline: Timeline, top: int) -> Iterator[str]:
    """The name of a timeline, and the beginning of what is below it."""
    about = f"{verdict_words(timeline)} · {words.steps_words(timeline.sequence)}"
    yield label(cut(_title(timeline), _LONGEST), MARGIN, top + 14, "h")
    yield label(about, MARGIN, top + 32, "d")
    yield f'<g transform="translate(0 {top + 2 * LEAD})">'


def _week_said(week: Week) -> str:
    days = (_day_said(day) for day in week.days if day.moments)
    return f"{week_words(week).replace(' · ', ', ')}: {'; '.join(days)}."


def _day_said(day: Day) -> str:
    marks = ", ".join(mark_words(mark) for mark in day.marks)
    steps = ", ".join(_step_said(moment) for moment in day.moments)
    return f"{day_words(day)}{f' ({marks})' if marks else ''} {steps}"


def _step_said(moment: Moment) -> str:
    time = "" if moment.minute is None else f"{time_words(moment.minute)} "
    wrong = sum(each.severity != "info" for each in moment.findings)
    return f"{time}{words.channel_words(moment.step.channel)}{f', {wrong} to fix' if wrong else ''}"
