"""A timeline as a picture: weeks below one another, a column for each day, steps as labels.

`picture` is a part of a page, which has `STYLE` once; `document` is a file of its own. Every colour
is a custom property that follows the viewer's choice of light or dark, and none says anything that
a word or a sign does not say too.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from cadence_lint.output import words
from cadence_lint.output.terminal import cut, one_line
from cadence_lint.output.timeline.text import (
    UNPLACED,
    contacts_words,
    day_words,
    gaps,
    mark_words,
    quiet_words,
    time_words,
    unit_words,
    verdict_words,
    week_words,
    weekday_short,
    what_words,
    when_words,
)
from cadence_lint.output.xml import attributes, text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

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

_DAY, _EMPTY = 108, 46
"""The width of a day, and of a day off in a plan that leaves all of them empty."""
_MARGIN, _LEAD = 8, 22
_LABEL, _LINE, _PAD, _GAP, _BAR = 20, 15, 6, 4, 3
_STEP = 33
_LETTER = 6
"""What a letter takes, at most, of the smaller text."""
_SEVERITIES = {"error": "e", "warning": "w", "info": "i"}
_HUES = frozenset({"email", "call", "linkedin"})


class Drawn(NamedTuple):
    """What is drawn, and how much room it takes."""

    parts: list[str]
    width: float
    height: float


def picture(timeline: Timeline, name: str = "timeline") -> str:
    """The `<svg>` of one timeline; `name` begins its ids, and is another for each of a page."""
    drawn = _drawn(timeline)
    return _svg(drawn, name, _title(timeline), description(timeline), "")


def document(timelines: Iterable[Timeline]) -> str:
    """A file of its own, with one timeline below another."""
    parts: list[str] = []
    said: list[str] = []
    height, width = float(_MARGIN), 0.0
    for timeline in timelines:
        drawn = _drawn(timeline)
        parts += _headed(timeline, drawn, height)
        said += [_title(timeline), description(timeline)]
        height += drawn.height + 3 * _LEAD
        width = max(width, drawn.width)
    ground = f"<rect{attributes(class_='g', width='100%', height='100%')}/>"
    title = said[0] if len(said) == 2 else f"{len(said) // 2} timelines"
    whole = Drawn([ground, *parts], width, height)
    desc = said[1] if len(said) == 2 else " ".join(said)
    return _svg(whole, "timeline", title, desc, f"<style>\n{STYLE}</style>\n") + "\n"


def description(timeline: Timeline) -> str:
    """The picture in words, week by week."""
    return " ".join(_week_said(week) for week in timeline.weeks)


# The whole -------------------------------------------------------------------------------------


def _svg(drawn: Drawn, name: str, title: str, desc: str, style: str) -> str:
    size = f"0 0 {drawn.width:g} {drawn.height:g}"
    named = attributes(
        class_="tl",
        viewBox=size,
        width=f"{drawn.width:g}",
        height=f"{drawn.height:g}",
        role="img",
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg"{named} aria-labelledby="{name}-t {name}-d">\n'
        f'<title id="{name}-t">{text(title)}</title>\n<desc id="{name}-d">{text(desc)}</desc>\n'
        f"{style}{chr(10).join(drawn.parts)}\n</svg>"
    )


def _title(timeline: Timeline) -> str:
    start = timeline.start
    since = f", from {words.date_words(start)} {start.year}" if start else ""
    return f"{one_line(timeline.sequence.name)}{since}"


def _headed(timeline: Timeline, drawn: Drawn, top: float) -> Iterator[str]:
    """A timeline with its name above it, some way down."""
    verdict = verdict_words(timeline)
    about = f"{verdict} · {words.steps_words(timeline.sequence)}"
    yield _text(cut(_title(timeline), 80), _MARGIN, top + 14, "h")
    yield _text(about, _MARGIN, top + 32, "d")
    yield f'<g transform="translate(0 {top + 2 * _LEAD:g})">'
    yield from drawn.parts
    yield "</g>"


def _week_said(week: Week) -> str:
    days = (_day_said(day) for day in week.days if day.moments)
    return f"{week_words(week).replace(' · ', ', ')}: {'; '.join(days)}."


def _day_said(day: Day) -> str:
    marks = ", ".join(mark_words(mark) for mark in day.marks)
    steps = ", ".join(_step_said(moment) for moment in day.moments)
    return f"{day_words(day)}{f' ({marks})' if marks else ''} {steps}"


def _step_said(moment: Moment) -> str:
    time = "" if moment.minute is None else f"{time_words(moment.minute)} "
    wrong = len([each for each in moment.findings if each.severity != "info"])
    return f"{time}{words.channel_words(moment.step.channel)}{f', {wrong} to fix' * bool(wrong)}"


# Weeks -----------------------------------------------------------------------------------------


def _drawn(timeline: Timeline) -> Drawn:
    calendar = _Calendar(timeline)
    parts = list(calendar.parts())
    return Drawn(parts, calendar.width, calendar.height)


class _Calendar:
    """The weeks of a timeline, drawn from the top down."""

    def __init__(self, timeline: Timeline) -> None:
        self.timeline = timeline
        self.widths = _widths(timeline.weeks)
        self.lefts = [_MARGIN + sum(self.widths[:place]) for place in range(len(self.widths))]
        self.width = 2 * _MARGIN + sum(self.widths)
        self.height = 0.0
        self.what = {
            entry.moment.step.number: what_words(entry)
            for thread in timeline.inbox
            for entry in thread.entries
        }

    def parts(self) -> Iterator[str]:
        """Everything, in the order in which it is painted."""
        quiet = gaps(self.timeline.weeks)
        for week in self.timeline.weeks:
            if week.number in quiet:
                yield self._line(quiet_words(*quiet[week.number]), "d")
            yield from self._week(week)
        if self.timeline.unplaced:
            yield self._line(UNPLACED, "d")
            for moment in self.timeline.unplaced:
                yield from self._step(moment, _MARGIN, self.height, _DAY)
                self.height += _STEP + _GAP
        self.height += _MARGIN

    def _line(self, said: str, style: str) -> str:
        self.height += _LEAD
        return _text(said, _MARGIN, self.height - 7, style)

    def _week(self, week: Week) -> Iterator[str]:
        head = self._line(week_words(week), "b")
        color = f" class={_quoted(_SEVERITIES[week.crowded])}" if week.crowded else ' class="d"'
        yield head.replace("</text>", f"<tspan{color}> · {contacts_words(week)}</tspan></text>")
        top = self.height
        periods = list(_periods(week.days))
        marks = _LINE * any(_holiday(day) for day in week.days)
        bands = _LINE * (1 + max((row for row, _, _, _ in periods), default=-1))
        steps = max(len(day.moments) for day in week.days) * (_STEP + _GAP)
        height = _LABEL + marks + bands + steps + _PAD + _BAR
        for day, left, width in zip(week.days, self.lefts, self.widths, strict=False):
            yield from self._day(day, left, width, height)
        for row, first, last, name in periods:
            left, right = self.lefts[first], self.lefts[last] + self.widths[last]
            yield _band(name, left, top + _LABEL + marks + row * _LINE, right - left)
        for day, left, width in zip(week.days, self.lefts, self.widths, strict=False):
            for count, moment in enumerate(day.moments):
                at = top + _LABEL + marks + bands + count * (_STEP + _GAP)
                yield from self._step(moment, left, at, width)
        self.height = top + height + _PAD

    def _day(self, day: Day, left: float, width: float, height: float) -> Iterator[str]:
        """The ground of a day, its name, and what is special about it."""
        style = "k" if day.crowded else "o" if day.is_off else "c"
        yield _rect(style, left, self.height, width, height)
        if day.crowded:
            bar = f"{_SEVERITIES[day.crowded]}-bar"
            yield _rect(bar, left, self.height + height - _BAR, width, _BAR)
        label = _day_label(day, self.timeline, width)
        yield _text(label, left + 4, self.height + 13, "d w" if _is_on_day_off(day) else "d")
        name = _holiday(day)
        if name:
            said = cut(one_line(name), int((width - 6) / _LETTER))
            yield _text(said, left + 4, self.height + _LABEL + 10, "d", name)

    def _step(self, moment: Moment, left: float, top: float, width: float) -> Iterator[str]:
        """One step: its number and channel, its time, and a sign where something is wrong."""
        step = moment.step
        hue = step.channel if step.channel in _HUES else "other"
        yield f"<g><title>{text(self._told(moment))}</title>"
        yield _rect("s" if step.is_noticed else "u", left + 3, top, width - 6, _STEP)
        yield _rect(hue, left + 3, top, _BAR, _STEP)
        name = f"{step.number} {words.channel_words(step.channel)}"
        yield _text(cut(name, int((width - 26) / _LETTER)), left + 10, top + 13, "")
        about = self._about(moment)
        if about:
            yield _text(cut(about, int((width - 18) / _LETTER)), left + 10, top + 27, "d")
        if moment.severity and moment.severity != "info":
            sign, style = words.MARKS[moment.severity], _SEVERITIES[moment.severity]
            yield _text(sign, left + width - 17, top + 14, f"{style} m")
        yield "</g>"

    def _about(self, moment: Moment) -> str:
        """The second line of a step: its time, or else what it is."""
        if moment.minute is not None:
            return time_words(moment.minute)
        return one_line(self.what.get(moment.step.number, ""))

    def _told(self, moment: Moment) -> str:
        """What a pointer on a step shows."""
        step = moment.step
        said = [f"step {step.number}", when_words(moment), self.what.get(step.number, "")]
        wrong = (one_line(each.message) for each in moment.findings if each.severity != "info")
        return "\n".join([" · ".join(filter(None, map(one_line, said))), *wrong])


def _widths(weeks: Sequence[Week]) -> list[float]:
    """How wide the columns are; days off take less where none has anything."""
    widths: list[float] = []
    for place in range(max((len(week.days) for week in weeks), default=1)):
        days = [week.days[place] for week in weeks if place < len(week.days)]
        is_empty = all(day.is_off and not day.moments for day in days)
        widths.append(_EMPTY if is_empty and days else _DAY)
    return widths


def _day_label(day: Day, timeline: Timeline, width: float) -> str:
    if day.date is None:
        return day_words(day, unit_words(timeline))
    if width < _DAY:
        return f"{weekday_short(day.date)[:2]} {day.date.day}"
    return f"{day_words(day)}{' · off' * _is_on_day_off(day)}"


def _is_on_day_off(day: Day) -> bool:
    """Whether something lands on a day off that the reader would notice."""
    return day.is_off and any(moment.step.is_noticed for moment in day.moments)


def _holiday(day: Day) -> str:
    return ", ".join(dict.fromkeys(mark.name for mark in day.marks if mark.kind == "holiday"))


def _periods(days: Sequence[Day]) -> Iterator[tuple[int, int, int, str]]:
    """The bands of declared periods in a week: their row, first and last column, and name."""
    names = dict.fromkeys(mark.name for day in days for mark in day.marks if mark.kind == "period")
    for row, name in enumerate(names):
        held = [any(mark.name == name for mark in day.marks) for day in days]
        for is_in, run in groupby(range(len(days)), held.__getitem__):
            columns = list(run)
            if is_in:
                yield row, columns[0], columns[-1], name


# Shapes ----------------------------------------------------------------------------------------


def _band(name: str, left: float, top: float, width: float) -> str:
    said = cut(one_line(name), int((width - 8) / _LETTER))
    return _rect("p", left + 1, top, width - 2, _LINE - 2) + _text(said, left + 4, top + 10, "d")


def _rect(style: str, left: float, top: float, width: float, height: float) -> str:
    return f'<rect class="{style}" x="{left:g}" y="{top:g}" width="{width:g}" height="{height:g}"/>'


def _text(said: str, left: float, top: float, style: str, title: str = "") -> str:
    named = f' class="{style}"' if style else ""
    more = f"<title>{text(title)}</title>" if title and title != said else ""
    return f'<text{named} x="{left:g}" y="{top:g}">{more}{text(said)}</text>'


def _quoted(value: str) -> str:
    return f'"{value}"'
