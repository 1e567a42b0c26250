"""Timelines of texts and of anything, for tests of what they know and of what draws them."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from cadence_lint.config import Config
from cadence_lint.config.selection import Choice
from cadence_lint.linting.linter import Linter
from cadence_lint.linting.request import Request
from cadence_lint.linting.results import Step
from cadence_lint.timeline import (
    Day,
    Entry,
    Mark,
    Moment,
    Thread,
    Timeline,
    Version,
    Week,
    timeline_of,
)
from tests.output.hostile import words
from tests.output.runs import full_story

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cadence_lint.room import Period

TODAY = date(2026, 11, 2)
MONDAY = date(2026, 11, 30)


def timeline(
    text: str, start: date | None = None, room: Iterable[Period] = (), *rules: str
) -> Timeline:
    """The timeline of a sequence as its file has it, by some rules or by all that are on."""
    request = Request(
        (),
        choice=Choice(select=rules),
        start=start,
        today=TODAY,
        wants_score=not rules,
        keeps_sequences=True,
    )
    file = Linter(request, Config(room=tuple(room))).lint_text("plan.yaml", text)
    assert not file.errors
    return timeline_of(file.sequences[0], file.findings)


@st.composite
def timelines(draw: st.DrawFn) -> Timeline:
    """A timeline with something of every kind, all of its texts drawn."""
    story = full_story()
    findings = tuple(each._replace(message=draw(words)) for each in story.findings[:3])
    has_dates = draw(st.booleans())
    moments = [_moment(draw, place, has_dates) for place in range(4)]
    moments[0] = moments[0]._replace(findings=findings)
    entries = tuple(_entry(draw, moment) for moment in moments)
    days = tuple(_day(draw, place, moments, has_dates) for place in range(7))
    sequence = story.file().sequences[0]._replace(name=draw(words), persona=draw(words))
    return Timeline(
        sequence=sequence,
        start=MONDAY if has_dates else None,
        zones=draw(st.sampled_from([(), ("Europe/Berlin",)])),
        channels=("email", "call", "linkedin", "task"),
        weeks=(Week(draw(st.integers(1, 3)), days),),
        unplaced=(moments[3],),
        findings=findings[:1],
        inbox=(Thread(entries[:2]), Thread(entries[2:])),
    )


def _moment(draw: st.DrawFn, place: int, has_dates: bool) -> Moment:
    channel, action = [("email", None), ("call", None), ("linkedin", "view"), ("task", None)][place]
    landed = MONDAY + timedelta(days=place) if has_dates and place < 3 else None
    step = Step(place + 1, channel, action, draw(words), place, place + 1, place < 2, landed)
    elsewhere = (("America/New_York", (600, 660)),)
    return Moment(
        step, draw(st.none() | st.integers(0, 1439)), draw(st.sampled_from([(), elsewhere]))
    )


def _entry(draw: st.DrawFn, moment: Moment) -> Entry:
    versions = [Version(*(draw(words) for _ in Version._fields)) for _ in range(2)]
    return Entry(moment, draw(words), draw(words), tuple(versions))


def _day(draw: st.DrawFn, place: int, moments: list[Moment], has_dates: bool) -> Day:
    marks = (Mark("holiday", draw(words), draw(words)), Mark("period", draw(words)))
    return Day(
        place,
        MONDAY + timedelta(days=place) if has_dates else None,
        draw(st.sampled_from([(), marks])),
        (moments[place],) if place < 3 else (),
        draw(st.sampled_from([None, "warning", "error"])),
    )
