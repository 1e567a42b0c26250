import contextlib
import datetime
from collections.abc import Mapping
from datetime import date

import holidays
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cadence_lint import room
from cadence_lint.room import (
    Day,
    Holiday,
    Period,
    PeriodError,
    Room,
    public_holidays,
    read_period,
    room_of,
    send_days_of,
)
from tests.builders import sequence

MONDAY_TO_FRIDAY = frozenset(range(5))
SUNDAY_TO_THURSDAY = frozenset({6, 0, 1, 2, 3})
CHRISTMAS = date(2026, 12, 25)


def period(
    first: str, last: str | None = None, who: Mapping[str, str | list[str]] | None = None
) -> Period:
    """A period as a configuration declares it."""
    days = {"from": first} if last is None else {"from": first, "to": last}
    return read_period(
        {"name": "busy", "advice": "pause"} | days,
        {key: [value] if isinstance(value, str) else value for key, value in (who or {}).items()},
    )


YEAR_END = period("12-15", "01-15", {"persona": "Finance"})


class TestSendDays:
    @pytest.mark.parametrize(
        ("regions", "days"),
        [
            ((), MONDAY_TO_FRIDAY),
            (("DE",), MONDAY_TO_FRIDAY),
            (("IL",), SUNDAY_TO_THURSDAY),
            (("SA", "QA"), SUNDAY_TO_THURSDAY),
            (("AE",), MONDAY_TO_FRIDAY),
            (("IL", "DE"), MONDAY_TO_FRIDAY),
            (("EMEA",), MONDAY_TO_FRIDAY),
        ],
    )
    def test_where_the_file_does_not_say(
        self, regions: tuple[str, ...], days: frozenset[int]
    ) -> None:
        assert send_days_of(sequence(regions=regions)) == days

    def test_where_it_does(self) -> None:
        assert send_days_of(sequence(regions=("IL",), send_days=frozenset({1}))) == {1}

    def test_the_weekends_agree_with_the_holidays_library(self) -> None:
        for country in room._FRIDAY_SATURDAY_WEEKENDS:
            assert holidays.country_holidays(country).weekend == {4, 5}, country


class TestPublicHolidays:
    def test_only_those_of_the_dates(self) -> None:
        boxing_day = date(2026, 12, 26)
        assert public_holidays("DE", [CHRISTMAS, date(2026, 12, 24)]) == {
            CHRISTMAS: "Christmas Day"
        }
        assert set(public_holidays("DE", [CHRISTMAS, boxing_day])) == {CHRISTMAS, boxing_day}

    def test_names_are_english(self) -> None:
        assert public_holidays("FR", [date(2026, 7, 14)]) == {date(2026, 7, 14): "National Day"}

    def test_the_language_of_the_machine_plays_no_part(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("LANGUAGE", "uk")
        room._holidays_in.cache_clear()
        assert public_holidays("DE", [CHRISTMAS]) == {CHRISTMAS: "Christmas Day"}
        assert public_holidays("NZ", [CHRISTMAS]) == {CHRISTMAS: "Christmas Day"}

    def test_a_subdivision_has_its_own(self) -> None:
        epiphany = [date(2026, 1, 6)]
        assert public_holidays("DE-BY", epiphany)
        assert not public_holidays("DE", epiphany)
        assert not public_holidays("DE-BE", epiphany)

    def test_an_unknown_subdivision_has_those_of_the_country(self) -> None:
        assert public_holidays("DE-QQ", [CHRISTMAS])

    def test_the_united_kingdom_has_those_of_england(self) -> None:
        easter_monday = [date(2026, 4, 6)]
        assert public_holidays("UK", easter_monday)
        assert not public_holidays("GB-SCT", easter_monday)

    @pytest.mark.parametrize("region", ["EU", "EMEA", "DACH", "XX", ""])
    def test_groups_and_what_is_no_region_have_none(self, region: str) -> None:
        assert public_holidays(region, [CHRISTMAS]) == {}

    def test_a_country_that_the_library_does_not_know_has_none(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def unknown(*_: object, **__: object) -> None:
            raise NotImplementedError

        monkeypatch.setattr(holidays, "country_holidays", unknown)
        room._holidays_in.cache_clear()
        assert public_holidays("GB", [CHRISTMAS]) == {}
        room._holidays_in.cache_clear()


month_days = st.dates(date(2024, 1, 1), date(2024, 12, 31)).map(lambda day: (day.month, day.day))
any_date = st.dates(date(2000, 1, 1), date(2050, 12, 31))


class TestPeriods:
    @pytest.mark.parametrize(
        ("day", "held"),
        [
            (date(2026, 12, 14), False),
            (date(2026, 12, 15), True),
            (date(2026, 12, 31), True),
            (date(2027, 1, 15), True),
            (date(2027, 1, 16), False),
            (date(2026, 7, 1), False),
        ],
    )
    def test_every_year_over_new_year(self, day: date, held: bool) -> None:
        assert YEAR_END.holds(day) is held

    def test_once(self) -> None:
        declared = period("2026-12-15", "2027-01-15")
        assert declared.holds(date(2027, 1, 15))
        assert not declared.holds(date(2027, 12, 20))

    def test_one_day(self) -> None:
        declared = period("2026-10-13")
        assert declared.holds(date(2026, 10, 13))
        assert not declared.holds(date(2026, 10, 14))

    @given(month_days, month_days, any_date)
    def test_one_that_wraps_holds_the_days_of_either_side(
        self, one: tuple[int, int], two: tuple[int, int], day: date
    ) -> None:
        first, last = max(one, two), min(one, two)
        wrapping = Period("", first, last)
        if first == last:
            assert wrapping.holds(day) == ((day.month, day.day) == first)
        else:
            either = Period("", first, (12, 31)).holds(day) or Period("", (1, 1), last).holds(day)
            assert wrapping.holds(day) == either

    @given(any_date, st.integers(0, 400), any_date)
    def test_a_dated_one_holds_the_days_between(self, first: date, length: int, day: date) -> None:
        last = first + datetime.timedelta(days=length)
        declared = period(first.isoformat(), last.isoformat())
        assert declared.holds(day) == (first <= day <= last)

    @pytest.mark.parametrize(
        ("text", "parts"),
        [
            ("12-15", (12, 15)),
            (" 1-5 ", (1, 5)),
            ("02-29", (2, 29)),
            ("2026-12-15", (2026, 12, 15)),
            ("15 December", (12, 15)),
            ("Dec 15", (12, 15)),
            ("15 Dec 2026", (2026, 12, 15)),
            ("December 15th, 2026", (2026, 12, 15)),
        ],
    )
    def test_days_that_can_be_read(self, text: str, parts: tuple[int, ...]) -> None:
        assert period(text).first == parts

    @pytest.mark.parametrize(
        "text",
        ["", "15-12", "02-30", "2026-02-29", "1/2", "01/02/2026", "15.12.", "December", "Dec 2026",
         "Monday", "mid December", "31 April", "soon", "12"],
    )  # fmt: skip
    def test_days_that_cannot(self, text: str) -> None:
        with pytest.raises(PeriodError, match="write month and day, such as 12-15") as error:
            period("12-01", text)
        assert error.value.key == "to"

    @given(st.text(max_size=20))
    def test_whatever_is_written_is_read_or_refused(self, text: str) -> None:
        with contextlib.suppress(PeriodError):
            assert len(period(text).first) in (2, 3)

    @pytest.mark.parametrize("key", ["name", "from"])
    def test_what_a_period_needs(self, key: str) -> None:
        values = {"name": "busy", "from": "12-15"}
        with pytest.raises(PeriodError, match=f"a period needs a `{key}`") as error:
            read_period(values | {key: " "}, {})
        assert error.value.key == key

    def test_a_year_in_one_only(self) -> None:
        with pytest.raises(PeriodError, match="write the year in both"):
            period("2026-12-15", "01-15")

    def test_an_end_before_the_start(self) -> None:
        with pytest.raises(PeriodError, match="before it begins"):
            period("2026-12-15", "2026-01-15")

    @pytest.mark.parametrize(
        ("who", "sentence"),
        [
            ({"industry": "retail"}, "use persona, region, segment, relationship or purpose"),
            ({"segment": "big"}, "use exec, mid or smb"),
            ({"region": ["DE", "Atlantis"]}, '"Atlantis" is not a region'),
            ({"persona": " "}, "persona is empty"),
            ({"relationship": []}, "relationship is empty"),
        ],
    )
    def test_who_it_cannot_concern(self, who: Mapping[str, str | list[str]], sentence: str) -> None:
        with pytest.raises(PeriodError, match=sentence) as error:
            period("12-15", who=who)
        assert error.value.key == "who"


def concerns(who: Mapping[str, str | list[str]], **fields: object) -> bool:
    return period("12-15", who=who).concerns(sequence(**fields))


class TestWhomAPeriodConcerns:
    def test_everybody(self) -> None:
        assert concerns({})

    @pytest.mark.parametrize(
        ("wanted", "persona"),
        [
            ("Finance", "VP Finance"),
            ("finance", "Head of Finance, EMEA"),
            ("engineer", "Engineering Manager"),
            ("IT", "IT Director"),
            ("head of", "Head of People"),
        ],
    )
    def test_a_persona_that_names_it(self, wanted: str, persona: str) -> None:
        assert concerns({"persona": wanted}, persona=persona)

    @pytest.mark.parametrize(
        ("wanted", "persona"),
        [("Finance", "CTO"), ("Finance", None), ("IT", "Credit Analyst"), ("IT", "Italy Lead")],
    )
    def test_a_persona_that_does_not(self, wanted: str, persona: str | None) -> None:
        assert not concerns({"persona": wanted}, persona=persona)

    def test_any_of_the_values(self) -> None:
        assert concerns({"persona": ["Legal", "Finance"]}, persona="VP Finance")

    def test_all_of_the_keys(self) -> None:
        who = {"persona": "Finance", "region": "EU"}
        assert concerns(who, persona="VP Finance", regions=("DE",))
        assert not concerns(who, persona="VP Finance", regions=("US",))
        assert not concerns(who, persona="VP Finance")

    def test_a_region_with_some_of_the_readers(self) -> None:
        assert concerns({"region": "Germany"}, regions=("US", "EMEA"))

    def test_segment_relationship_and_purpose(self) -> None:
        assert concerns({"segment": "Exec"}, segment="exec")
        assert concerns({"relationship": ["cold", "warm"]}, relationship="warm")
        assert concerns({"purpose": "nurture"}, purpose="nurture")
        assert not concerns({"purpose": "nurture"}, purpose="sales")
        assert not concerns({"purpose": "nurture"})


class TestRoom:
    def test_what_is_going_on_that_day(self) -> None:
        day = Room((YEAR_END,), ("DE", "FR", "EU")).on(CHRISTMAS)
        assert day.holidays == (Holiday("DE", "Christmas Day"), Holiday("FR", "Christmas Day"))
        assert day.periods == (YEAR_END,)

    def test_an_ordinary_day(self) -> None:
        assert Room((YEAR_END,), ("DE",)).on(date(2026, 7, 1)) == Day()

    def test_only_the_periods_that_concern_the_readers(self) -> None:
        assert room_of(sequence(persona="CTO"), [YEAR_END]).periods == ()
        finance = room_of(sequence(persona="VP Finance", regions=("DE",)), [YEAR_END])
        assert finance == Room((YEAR_END,), ("DE",))
