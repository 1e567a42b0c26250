"""What calendar programs are given, read back by two parsers."""

from __future__ import annotations

import io
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import icalendar
import pytest
from dateutil import tz
from hypothesis import given, settings

from cadence_lint.output.timeline.ics import render
from tests.output.timeline.plans import BOILERS, TIMED, drawn
from tests.timeline.drawn import timelines

if TYPE_CHECKING:
    from cadence_lint.timeline import Timeline

ACROSS = """\
name: "Boilers; depots, 3"
audience: {timezone: ZONE}
touches:
  - {day: 1, channel: email, time: "09:30", subject: boiler 3, body: Who looks?}
  - {day: 3, channel: call, time: "09:30"}
  - {day: 4, channel: linkedin, action: connect}
"""


def events(*drawn: Timeline) -> list[Any]:
    return icalendar.Calendar.from_ical(render(drawn)).walk("VEVENT")


@pytest.mark.parametrize(
    ("zone", "start", "offsets"),
    [
        ("Europe/Berlin", date(2026, 3, 28), (1, 2)),
        ("Europe/Berlin", date(2026, 10, 24), (2, 1)),
        ("America/New_York", date(2026, 10, 31), (-4, -5)),
        ("America/New_York", date(2026, 3, 7), (-5, -4)),
        ("Australia/Lord_Howe", date(2026, 4, 4), (11, 10.5)),
        ("Europe/Dublin", date(2026, 10, 24), (1, 0)),
        ("Africa/Casablanca", date(2026, 2, 14), (1, 0)),
        ("Asia/Kolkata", date(2026, 10, 24), (5.5, 5.5)),
    ],
)
def test_the_clock_on_the_wall_is_right_across_a_change(
    zone: str, start: date, offsets: tuple[float, float]
) -> None:
    email, call, _ = events(drawn(ACROSS.replace("ZONE", zone), start))
    for event, day, hours in ((email, 0, offsets[0]), (call, 2, offsets[1])):
        moment = event["DTSTART"].dt
        assert moment.replace(tzinfo=None) == datetime(
            start.year, start.month, start.day, 9, 30
        ) + timedelta(days=day)
        assert moment.utcoffset() == timedelta(hours=hours)


@pytest.mark.parametrize("zone", ["Europe/Berlin", "America/New_York", "Africa/Casablanca"])
def test_the_zone_that_is_written_has_the_offsets_of_the_real_one(zone: str) -> None:
    """As a program reads it that knows no zones but those of the file."""
    start = date(2026, 2, 1)
    text = ACROSS.replace("ZONE", zone).replace("day: 3", "day: 300")
    own = tz.tzical(io.StringIO(render([drawn(text, start)]).replace("\r\n", "\n"))).get(zone)
    real = ZoneInfo(zone)
    for day in range(310):
        noon = datetime(2026, 2, 1, 12) + timedelta(days=day)
        assert noon.replace(tzinfo=own).utcoffset() == noon.replace(tzinfo=real).utcoffset(), noon


def test_a_step_without_a_time_takes_the_whole_day() -> None:
    *_, connect = events(drawn(ACROSS.replace("ZONE", "Europe/Berlin"), date(2026, 3, 28)))
    assert connect["DTSTART"].dt == date(2026, 3, 31)
    assert "DURATION" not in connect


def test_a_zone_at_the_beginning_of_the_calendar() -> None:
    text = ACROSS.replace("ZONE", "Asia/Tokyo")
    assert "TZID:Asia/Tokyo" in render([drawn(text, date(1, 1, 2))])


def test_a_time_without_a_zone_is_in_none() -> None:
    text = TIMED.replace("timezone: [Europe/Berlin, America/New_York]", "segment: mid")
    (email, *_) = events(drawn(text, date(2026, 12, 1)))
    assert email["DTSTART"].dt == datetime(2026, 12, 1, 9, 30)
    assert "VTIMEZONE" not in render([drawn(text, date(2026, 12, 1))])


def test_an_event_says_what_it_is() -> None:
    (email, *_, last) = events(drawn(TIMED, date(2026, 11, 30)))
    assert email["SUMMARY"] == "Boilers, depots: step 1 · email · boiler 3"
    assert email["DESCRIPTION"] == "Who looks?\n03:30 in New York"
    assert email["CATEGORIES"].cats == ["email"]
    assert email["TRANSP"] == "TRANSPARENT"
    assert "! 5 contacts from day 1 to day 5" in last["DESCRIPTION"]


def test_the_same_plan_has_the_same_events_and_another_start_others() -> None:
    plan = ACROSS.replace("ZONE", "Europe/Berlin")
    one, two = drawn(plan, date(2026, 12, 1)), drawn(plan, date(2026, 12, 2))
    assert render([one]) == render([drawn(plan, date(2026, 12, 1))])
    names = [event["UID"] for event in (*events(one), *events(two))]
    assert len(set(names)) == 6
    moved = drawn(plan.replace("day: 4", "day: 5"), date(2026, 12, 1))
    assert [event["UID"] for event in events(moved)] == names[:3]


def test_a_plan_of_several_holds_all_of_them() -> None:
    start = date(2026, 12, 3)
    assert len(events(drawn(BOILERS, start), drawn(TIMED, start))) == 9


def test_steps_without_a_date_are_left_out() -> None:
    assert events(drawn(BOILERS)) == []


@settings(max_examples=25, deadline=None)
@given(timelines())
def test_any_text_is_text_and_lines_are_short(timeline: Timeline) -> None:
    text = render([timeline])
    lines = text.split("\r\n")
    assert lines.pop() == ""
    assert all(len(line.encode()) <= 75 for line in lines)
    assert not any(sign in line for line in lines for sign in "\r\n\x00\x1b")
    dated = [each for each in timeline.moments if each.step.date]
    found = icalendar.Calendar.from_ical(text).walk("VEVENT")
    assert len(found) == len(dated)
