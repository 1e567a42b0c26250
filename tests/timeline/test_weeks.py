from __future__ import annotations

from datetime import date

import pytest

from cadence_lint.api import lint_text
from cadence_lint.room import Period
from cadence_lint.timeline import timeline_of
from tests.timeline.drawn import timeline

TWO_WEEKS = """\
audience: {region: DE, timezone: Europe/Berlin}
touches:
  - {day: 1, channel: email, subject: a, time: "09:30"}
  - {day: 1, channel: task}
  - {day: 3, channel: call}
  - {day: 23, channel: email}
"""
DAILY = """\
touches:
  - {day: 1, channel: email, subject: a}
  - {day: 2, channel: call}
  - {day: 3, channel: call}
  - {day: 4, channel: call}
  - {day: 5, channel: email}
"""


def test_without_a_start_weeks_begin_with_the_first_day() -> None:
    drawn = timeline(TWO_WEEKS)
    assert drawn.start is None
    assert [week.number for week in drawn.weeks] == [1, 4]
    first = drawn.weeks[0]
    assert [day.number for day in first.days] == [1, 2, 3, 4, 5, 6, 7]
    assert [day.date for day in first.days] == [None] * 7
    assert [[each.step.number for each in day.moments] for day in first.days[:3]] == [
        [1, 2],
        [],
        [3],
    ]


def test_with_a_start_weeks_begin_on_monday_and_days_off_are_marked() -> None:
    drawn = timeline(TWO_WEEKS, date(2026, 12, 3))
    assert drawn.start == date(2026, 12, 3)
    assert drawn.weeks[0].days[0].date == date(2026, 11, 30)
    saturday, christmas = drawn.weeks[0].days[5], drawn.weeks[1].days[4]
    assert drawn.weeks[1].number == 4
    assert [(mark.kind, mark.name) for mark in saturday.marks] == [("weekend", "Saturday")]
    assert [(mark.kind, mark.name) for mark in christmas.marks] == [("holiday", "Christmas Day")]
    assert christmas.is_off
    assert [each.step.number for each in christmas.moments] == [4]


def test_working_days_are_those_of_the_dates() -> None:
    text = f"business_days: yes\n{TWO_WEEKS}"
    drawn = timeline(text, date(2026, 12, 3))
    (monday,) = (day for week in drawn.weeks for day in week.days if day.number == 3)
    assert monday.date == date(2026, 12, 7)
    assert len(timeline(text).weeks[0].days) == 5


def test_declared_periods_are_marked_and_are_no_days_off() -> None:
    close = Period("year-end close", (12, 1), (12, 1))
    drawn = timeline(TWO_WEEKS, date(2026, 11, 30), [close])
    marks = {day.date: day.marks for day in drawn.weeks[0].days if day.marks}
    assert [mark.name for mark in marks[date(2026, 12, 1)]] == ["year-end close"]
    assert not drawn.weeks[0].days[1].is_off


def test_a_holiday_names_its_region_only_among_several() -> None:
    text = TWO_WEEKS.replace("region: DE", "region: [DE, FR]")
    drawn = timeline(text, date(2026, 12, 3))
    regions = [mark.region for mark in drawn.weeks[1].days[4].marks]
    assert regions == ["DE", "FR"]


def test_what_is_wrong_stands_with_its_step_and_the_rest_with_the_plan() -> None:
    drawn = timeline(DAILY)
    wrong = {
        each.step.number: [finding.touch for finding in each.findings] for each in drawn.moments
    }
    assert all(touch == number for number, touches in wrong.items() for touch in touches)
    assert any(wrong.values())
    assert all(finding.touch is None for finding in drawn.findings)
    assert {day.crowded for day in drawn.weeks[0].days[:5]} == {drawn.weeks[0].crowded}
    assert drawn.weeks[0].crowded is not None


def test_other_time_zones_have_their_own_time() -> None:
    text = TWO_WEEKS.replace("Europe/Berlin", "[Europe/Berlin, America/New_York, Asia/Kolkata]")
    (first, *_) = timeline(text).moments
    assert first.minute == 9 * 60 + 30
    assert first.elsewhere == (
        ("America/New_York", (3 * 60 + 30,)),
        ("Asia/Kolkata", (14 * 60, 13 * 60)),
    )
    (dated, *_) = timeline(text, date(2026, 12, 1)).moments
    assert dated.elsewhere[1] == ("Asia/Kolkata", (14 * 60,))


def test_steps_without_a_day_are_in_no_week() -> None:
    drawn = timeline("touches:\n  - {channel: email, body: Hello}\n  - {channel: call}\n")
    assert drawn.weeks == ()
    assert [each.step.number for each in drawn.unplaced] == [1, 2]
    assert [each.step.number for each in drawn.moments] == [1, 2]


def test_what_the_reader_does_not_notice_is_no_contact() -> None:
    assert timeline(TWO_WEEKS).weeks[0].contacts == 2


def test_a_far_day_costs_no_more_than_its_week() -> None:
    drawn = timeline(TWO_WEEKS.replace("day: 23", "day: 3000"), date(2026, 12, 3))
    assert len(drawn.weeks) == 2


def test_a_run_that_did_not_keep_its_sequences_has_no_timeline() -> None:
    file = lint_text(TWO_WEEKS)
    with pytest.raises(ValueError, match="keeps_sequences"):
        timeline_of(file.sequences[0], file.findings)
