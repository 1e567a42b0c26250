from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cadence_lint import lint_text
from cadence_lint.checks.calling_hours import Options, Values, check
from cadence_lint.config import Config
from cadence_lint.linting.case import Case
from cadence_lint.rulebook import Book
from tests.builders import sequence, touch

NEW_YORK, LOS_ANGELES, BERLIN = "America/New_York", "America/Los_Angeles", "Europe/Berlin"
PHOENIX, LONDON = "America/Phoenix", "Europe/London"


def said(clock: str, *zones: str, **fields: Any) -> list[str]:
    hour, minute = clock.split(":")
    call = touch(1, "call", minute=60 * int(hour) + int(minute))
    plan = sequence(call, timezones=zones, **fields)
    case = Case(plan, Book({"rules": [], "phrases": {}}), Config())
    found = list(check(case, plan.touches[0], Options()))
    assert all(isinstance(each.values, Values) for each in found)
    return [each.values.when for each in found if isinstance(each.values, Values)]


@pytest.mark.parametrize("clock", ["08:00", "12:30", "20:00"])
def test_within_the_hours(clock: str) -> None:
    assert said(clock) == []
    assert said(clock, BERLIN) == []


@pytest.mark.parametrize("clock", ["00:00", "07:59", "20:01", "23:59"])
def test_outside_the_hours(clock: str) -> None:
    assert said(clock) == [f"at {clock}"]
    assert said(clock, BERLIN) == [f"at {clock} in {BERLIN}"]


def test_without_a_time_nothing_is_said() -> None:
    plan = sequence(touch(1, "call"))
    case = Case(plan, Book({"rules": [], "phrases": {}}), Config())
    assert list(check(case, plan.touches[0], Options())) == []


def test_it_names_the_zones_that_break() -> None:
    assert said("09:00", NEW_YORK, LOS_ANGELES) == [f"at 06:00 in {LOS_ANGELES}"]
    assert said("09:00", BERLIN, NEW_YORK, LOS_ANGELES) == [
        f"at 03:00 in {NEW_YORK} and at 00:00 in {LOS_ANGELES}"
    ]
    assert said("12:00", NEW_YORK, LOS_ANGELES) == []


class TestClockChanges:
    """Phoenix has no summer time: eleven in New York is nine there in winter, eight in summer."""

    def test_without_a_date_a_zone_must_break_all_year(self) -> None:
        assert said("10:30", NEW_YORK, PHOENIX) == []
        assert said("09:30", NEW_YORK, PHOENIX) == [f"at 07:30 in {PHOENIX}"]

    def test_with_a_date_the_day_decides(self) -> None:
        assert said("10:30", NEW_YORK, PHOENIX, start=date(2026, 12, 1)) == []
        assert said("10:30", NEW_YORK, PHOENIX, start=date(2026, 7, 1)) == [
            f"at 07:30 in {PHOENIX}"
        ]

    def test_between_the_changes_of_two_countries(self) -> None:
        assert said("12:30", LONDON, NEW_YORK, start=date(2026, 3, 2)) == [
            f"at 07:30 in {NEW_YORK}"
        ]
        assert said("12:30", LONDON, NEW_YORK, start=date(2026, 3, 16)) == []


@given(
    st.integers(0, 1439),
    st.dates(date(2024, 1, 1), date(2030, 12, 31)),
    st.lists(
        st.sampled_from([NEW_YORK, LOS_ANGELES, BERLIN, PHOENIX, LONDON, "Asia/Kolkata"]),
        min_size=1,
        unique=True,
    ),
)
def test_like_asking_each_zone(minute: int, day: date, zones: list[str]) -> None:
    from datetime import datetime

    written = datetime(
        day.year, day.month, day.day, minute // 60, minute % 60, tzinfo=ZoneInfo(zones[0])
    )
    outside = [
        zone
        for zone in zones
        if not 8 * 60
        <= (local := written.astimezone(ZoneInfo(zone))).hour * 60 + local.minute
        <= 1200
    ]
    found = said(f"{minute // 60}:{minute % 60}", *zones, start=day)
    assert [zone for zone in zones if found and zone in found[0]] == outside


class TestRule:
    def flagged(self, touch_line: str) -> list[tuple[int | None, str]]:
        text = f"touches:\n  - {touch_line}\n"
        findings = lint_text(text, select=["timing/outside-calling-hours"]).findings
        return [(finding.touch, finding.evidence[0].quote) for finding in findings]

    def test_it_points_at_the_time(self) -> None:
        assert self.flagged('{day: 1, channel: call, time: "21:15"}') == [(1, '"21:15"')]

    @pytest.mark.parametrize("channel", ["email", "linkedin", "mail", "task"])
    def test_what_makes_no_noise_may_come_at_night(self, channel: str) -> None:
        assert self.flagged(f'{{day: 1, channel: {channel}, time: "21:15"}}') == []

    def test_a_text_message_is_called_so(self) -> None:
        text = 'touches:\n  - {day: 1, channel: sms, time: "21:15"}\n'
        (finding,) = lint_text(text, select=["timing/outside-calling-hours"]).findings
        assert finding.message.startswith("a text message at 21:15")
        assert finding.severity == "error"
