import datetime
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cadence_lint.schedule import (
    Landing,
    Schedule,
    by_day,
    check_zone,
    gap,
    is_known_zone,
    local_minutes,
    plan,
    suggest_zone,
    zones_outside,
)
from cadence_lint.sequence import Touch
from tests.builders import sequence, touch

MONDAY = date(2026, 11, 30)
SATURDAY = date(2026, 12, 5)

whole_days = st.lists(st.integers(0, 90), min_size=1, max_size=12)
dates = st.dates(date(2020, 1, 1), date(2035, 12, 31))
workweeks = st.frozensets(st.integers(0, 6), min_size=1)


def plan_days(*days: float | None, **fields: object) -> Schedule:
    return plan(sequence(*(touch(day) for day in days), **fields))


def dates_of(schedule: Schedule) -> list[date | None]:
    return [landing.date for landing in schedule.landings]


def numbers(landings: tuple[Landing, ...]) -> list[int]:
    return [landing.touch.number for landing in landings]


class TestDays:
    @pytest.mark.parametrize("first", [0, 1, 7])
    def test_the_smallest_day_is_the_first(self, first: int) -> None:
        schedule = plan_days(first, first + 3, start=MONDAY)
        assert [landing.offset for landing in schedule.landings] == [0, 3]
        assert dates_of(schedule) == [MONDAY, date(2026, 12, 3)]

    def test_days_are_the_files_own(self) -> None:
        assert [landing.day for landing in plan_days(1, 4).landings] == [1, 4]

    def test_without_a_start_there_are_no_dates(self) -> None:
        assert dates_of(plan_days(1, 4)) == [None, None]

    def test_a_given_start_overrides_the_files(self) -> None:
        schedule = plan(sequence(touch(1), start=SATURDAY), MONDAY)
        assert dates_of(schedule) == [MONDAY]

    def test_an_unknown_day_has_no_offset_and_no_date(self) -> None:
        landing = plan_days(1, None, start=MONDAY).landings[1]
        assert (landing.day, landing.offset, landing.date) == (None, None, None)
        assert landing.whole_day is None

    def test_a_fraction_is_hours_of_the_same_day(self) -> None:
        schedule = plan_days(1, 1.25, 2.5, start=MONDAY)
        assert [landing.offset for landing in schedule.landings] == [0, 0.25, 1.5]
        assert dates_of(schedule) == [MONDAY, MONDAY, date(2026, 12, 1)]

    def test_added_hours_that_make_a_day_are_a_day(self) -> None:
        eight_hours = 1 / 3
        assert plan_days(1, 1 + eight_hours + eight_hours + eight_hours).landings[1].offset == 1
        assert plan_days(0, 0.1 + 0.2 + 0.7).landings[1].whole_day == 1

    def test_calendar_days_are_never_moved(self) -> None:
        assert dates_of(plan_days(1, 2, start=SATURDAY)) == [SATURDAY, date(2026, 12, 6)]

    def test_a_written_time_is_kept(self) -> None:
        assert plan(sequence(touch(1, minute=570))).landings[0].minute == 570

    def test_nothing_to_plan(self) -> None:
        assert plan(sequence(), MONDAY).landings == ()

    def test_days_beyond_the_calendar_have_no_date(self) -> None:
        assert dates_of(plan_days(1, 5_000_000, 10.0**30, start=MONDAY)) == [MONDAY, None, None]

    def test_a_date_leaves_room_for_the_days_around_it(self) -> None:
        assert dates_of(plan_days(1, 2, start=date.max)) == [None, None]


class TestBusinessDays:
    def test_days_count_working_days(self) -> None:
        schedule = plan_days(1, 5, 6, 11, start=MONDAY, business_days=True)
        assert dates_of(schedule) == [
            MONDAY,
            date(2026, 12, 4),
            date(2026, 12, 7),
            date(2026, 12, 14),
        ]

    def test_a_start_at_the_weekend_moves_to_monday(self) -> None:
        schedule = plan_days(1, 2, start=SATURDAY, business_days=True)
        assert dates_of(schedule) == [date(2026, 12, 7), date(2026, 12, 8)]

    def test_the_declared_send_days_are_the_working_days(self) -> None:
        schedule = plan_days(1, 2, 3, start=MONDAY, business_days=True, send_days=frozenset({1, 3}))
        assert dates_of(schedule) == [date(2026, 12, 1), date(2026, 12, 3), date(2026, 12, 8)]

    def test_an_israeli_week_starts_on_sunday(self) -> None:
        schedule = plan_days(1, 2, start=date(2026, 12, 4), business_days=True, regions=("IL",))
        assert dates_of(schedule) == [date(2026, 12, 6), date(2026, 12, 7)]

    @given(dates, workweeks, st.integers(0, 60))
    def test_like_a_walk_from_day_to_day(
        self, start: date, working: frozenset[int], days: int
    ) -> None:
        schedule = plan_days(1, 1 + days, start=start, business_days=True, send_days=working)
        day = start
        left = days
        while day.weekday() not in working or left:
            left -= day.weekday() in working
            day += datetime.timedelta(days=1)
        assert schedule.landings[1].date == day


class TestContacts:
    def test_tasks_views_and_likes_are_not_noticed(self) -> None:
        schedule = plan(
            sequence(
                touch(1),
                touch(1, "task"),
                touch(2, "linkedin", action="view"),
                touch(2, "linkedin", action="like"),
                touch(2, "linkedin", action="connect"),
            )
        )
        assert numbers(schedule.contacts()) == [1, 5]

    def test_a_touch_without_a_day_takes_no_part(self) -> None:
        assert numbers(plan_days(1, None, 3).contacts()) == [1, 3]

    def test_a_voicemail_and_the_email_it_points_to_are_one_contact(self) -> None:
        schedule = plan(
            sequence(touch(1), touch(1, "call", voicemail="I sent you an email"), touch(2))
        )
        assert numbers(schedule.contacts(lambda _: True)) == [2, 3]
        assert numbers(schedule.contacts()) == [1, 2, 3]

    def test_one_voicemail_is_one_contact_with_one_email(self) -> None:
        schedule = plan(sequence(touch(1), touch(1), touch(1, "call")))
        assert len(schedule.contacts(lambda _: True)) == 2

    def test_only_calls_that_share_a_day_with_an_email_are_judged(self) -> None:
        asked: list[int] = []

        def points_to_email(call: Touch) -> bool:
            asked.append(call.number)
            return False

        plan(sequence(touch(1), touch(1, "call"), touch(2, "call"), touch(3))).contacts(
            points_to_email
        )
        assert asked == [2]

    def test_landings_of_a_day_are_a_group(self) -> None:
        groups = by_day(plan_days(1, 1.5, None, 3).landings)
        assert {day: len(landings) for day, landings in groups.items()} == {1: 2, 3: 1}

    def test_gaps_are_in_the_files_unit(self) -> None:
        first, second, unknown = plan_days(1, 3.5, None).landings
        assert gap(first, second) == gap(second, first) == 2.5
        assert gap(first, unknown) is None


class TestWindows:
    def test_seven_days_are_day_d_to_d_plus_6(self) -> None:
        schedule = plan_days(1, 7, 8)
        window = schedule.fullest(schedule.contacts(), 7)
        assert window is not None
        assert numbers(window.landings) == [1, 2]
        assert (window.first_day, window.last_day) == (1, 7)

    def test_seven_days_are_five_business_days(self) -> None:
        schedule = plan_days(1, 5, 6, business_days=True)
        window = schedule.fullest(schedule.contacts(), 7)
        assert window is not None
        assert (window.first_day, window.last_day) == (1, 5)

    @pytest.mark.parametrize(("calendar", "business"), [(1, 1), (5, 5), (7, 5), (8, 6), (30, 22)])
    def test_calendar_days_in_business_days(self, calendar: int, business: int) -> None:
        assert plan_days(1, business_days=True).days_within(calendar) == business
        assert plan_days(1).days_within(calendar) == calendar

    def test_the_earliest_of_equals(self) -> None:
        schedule = plan_days(1, 2, 20, 21)
        window = schedule.fullest(schedule.contacts(), 7)
        assert window is not None
        assert window.first_day == 1

    def test_hours_do_not_push_a_contact_out_of_its_day(self) -> None:
        schedule = plan_days(1.5, 7.75)
        window = schedule.fullest(schedule.contacts(), 7)
        assert window is not None
        assert len(window.landings) == 2

    def test_no_contacts_no_window(self) -> None:
        assert plan_days(None).fullest((), 7) is None

    @given(whole_days, st.integers(1, 40), st.booleans())
    def test_the_fullest_against_brute_force(
        self, days: list[int], length: int, business: bool
    ) -> None:
        schedule = plan_days(*days, business_days=business)
        span = schedule.days_within(length)
        window = schedule.fullest(schedule.contacts(), length)
        counts = {day: sum(day <= other < day + span for other in days) for day in sorted(days)}
        best = max(counts.values())
        assert window is not None
        assert len(window.landings) == best
        assert window.first_day == min(day for day in days if counts[day] == best)
        assert window.last_day == max(d for d in days if d < window.first_day + span)

    @given(whole_days, st.integers(1, 40))
    def test_a_window_opens_on_each_day_with_a_contact(self, days: list[int], length: int) -> None:
        schedule = plan_days(*days)
        windows = list(schedule.windows(schedule.contacts(), length))
        assert [window.first_day for window in windows] == sorted(set(days))
        assert all(window.last_day - window.first_day < length for window in windows)


def at(hour: int, minute: int = 0, day: date | None = None) -> Landing:
    return Landing(touch(1), 1, 0, day, hour * 60 + minute)


class TestLocalTimes:
    def test_the_written_time_is_in_the_first_zone(self) -> None:
        zones = ("Europe/Berlin", "Europe/London")
        assert local_minutes(at(9, 30, MONDAY), zones) == {
            "Europe/Berlin": (9 * 60 + 30,),
            "Europe/London": (8 * 60 + 30,),
        }

    def test_a_date_brings_its_own_offsets(self) -> None:
        zones = ("America/New_York", "Europe/London")
        weeks = {
            "winter": date(2026, 3, 2),
            "new york only": date(2026, 3, 16),
            "both": date(2026, 4, 6),
        }
        london = {
            name: local_minutes(at(9, 0, day), zones)["Europe/London"]
            for name, day in weeks.items()
        }
        assert london == {"winter": (14 * 60,), "new york only": (13 * 60,), "both": (14 * 60,)}

    def test_without_a_date_january_and_july(self) -> None:
        zones = ("UTC", "Europe/Berlin")
        assert local_minutes(at(9), zones)["Europe/Berlin"] == (10 * 60, 11 * 60)

    def test_a_zone_that_breaks_only_in_summer_is_not_reported_without_a_date(self) -> None:
        zones = ("UTC", "Europe/Berlin")
        assert zones_outside(at(18, 30), zones, 8 * 60, 20 * 60) == {}
        assert zones_outside(at(18, 30, date(2026, 7, 1)), zones, 8 * 60, 20 * 60) == {
            "Europe/Berlin": 20 * 60 + 30
        }

    def test_the_zones_that_break_are_named(self) -> None:
        zones = ("Europe/Berlin", "America/New_York", "Asia/Tokyo")
        assert zones_outside(at(9), zones, 8 * 60, 20 * 60) == {"America/New_York": 3 * 60}

    def test_the_limits_are_within(self) -> None:
        zones = ("Europe/Berlin",)
        assert zones_outside(at(8), zones, 8 * 60, 20 * 60) == {}
        assert zones_outside(at(20), zones, 8 * 60, 20 * 60) == {}
        assert zones_outside(at(20, 1), zones, 8 * 60, 20 * 60) == {"Europe/Berlin": 20 * 60 + 1}

    def test_no_time_or_no_zone_says_nothing(self) -> None:
        assert local_minutes(Landing(touch(1), 1, 0, None, None), ("Europe/Berlin",)) == {}
        assert local_minutes(at(9), ()) == {}

    def test_an_unknown_zone_takes_no_part(self) -> None:
        assert local_minutes(at(9), ("Mars/Base", "UTC")) == {"UTC": (540, 540)}

    @given(
        dates, st.integers(0, 24 * 60 - 1), st.sampled_from(["Europe/Berlin", "America/New_York"])
    )
    def test_the_first_zone_keeps_the_written_time(self, day: date, minute: int, zone: str) -> None:
        landing = Landing(touch(1), 1, 0, day, minute)
        assert local_minutes(landing, (zone,)) == {zone: (minute,)}


class TestZones:
    @pytest.mark.parametrize("name", ["Europe/Berlin", "America/Argentina/Ushuaia", "UTC", "EST"])
    def test_known(self, name: str) -> None:
        assert is_known_zone(name)

    @pytest.mark.parametrize(
        "name",
        ["", "Europe", "Mars/Base", "europe/berlin", "Europe/Berlin ", "../etc/passwd", "localtime",
         "/etc/localtime", "zone.tab", "A\0", "A" * 400],
    )  # fmt: skip
    def test_unknown(self, name: str) -> None:
        assert not is_known_zone(name)

    @pytest.mark.parametrize(
        ("text", "zone"),
        [
            ("europe/berlin", "Europe/Berlin"),
            ("EUROPE/BERLIN", "Europe/Berlin"),
            ("Europe/Berln", "Europe/Berlin"),
            ("Berlin", "Europe/Berlin"),
            ("new york", "America/New_York"),
            ("utc", "UTC"),
            ("PST", "America/Los_Angeles"),
            ("Mars/Base", None),
            ("", None),
        ],
    )
    def test_suggestions(self, text: str, zone: str | None) -> None:
        assert suggest_zone(text) == zone

    @pytest.mark.parametrize("text", ["America/NewYork", "gmt", "cest", "sydney"])
    def test_what_is_suggested_is_known(self, text: str) -> None:
        assert is_known_zone(suggest_zone(text) or "")

    @given(st.text(max_size=30))
    def test_whatever_is_written_is_known_or_not(self, text: str) -> None:
        assert is_known_zone(text) in (True, False)

    def test_a_known_zone_has_no_problem(self) -> None:
        assert check_zone("Europe/Berlin") is None

    def test_an_unknown_zone_has_a_remedy(self) -> None:
        assert check_zone("berlin") == '"berlin" is not a time zone; did you mean Europe/Berlin?'
        assert "such as Europe/Berlin" in (check_zone("Mars/Base") or "")
