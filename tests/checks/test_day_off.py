from datetime import date
from typing import Any, Literal

import pytest

from cadence_lint import lint_text
from cadence_lint.checks import Objection
from cadence_lint.checks.day_off import Options, Values, check
from cadence_lint.config import Config
from cadence_lint.linting.case import Case
from cadence_lint.room import read_period
from cadence_lint.rulebook import Book
from tests.builders import sequence, touch

Kind = Literal["weekend", "public-holiday", "period"]
FRIDAY, SATURDAY, SUNDAY = date(2026, 12, 4), date(2026, 12, 5), date(2026, 12, 6)
DAY_OFF = "that is my day off, and it could have waited"
CHRISTMAS = date(2026, 12, 25)


def objection(
    kind: Kind, day: date | None, config: Config | None = None, **fields: Any
) -> Objection | None:
    first = fields.pop("touch", touch(1, "call"))
    plan = sequence(first, start=day, **fields)
    case = Case(plan, Book({"rules": [], "phrases": {}}), config or Config())
    found = list(check(case, plan.touches[0], Options(kind=kind)))
    assert len(found) <= 1
    return found[0] if found else None


def name(kind: Kind, day: date | None, config: Config | None = None, **fields: Any) -> str | None:
    said = objection(kind, day, config, **fields)
    if said is None:
        return None
    assert isinstance(said.values, Values)
    return said.values.name


@pytest.mark.parametrize("kind", ["weekend", "public-holiday", "period"])
def test_without_a_start_there_are_no_dates(kind: Kind) -> None:
    assert name(kind, None, regions=("DE",)) is None


@pytest.mark.parametrize("kind", ["weekend", "public-holiday"])
def test_what_nobody_notices_may_land_on_any_day(kind: Kind) -> None:
    for unseen in (touch(1, "task"), touch(1, "linkedin", action="view")):
        assert name(kind, date(2027, 12, 25), touch=unseen, regions=("DE",)) is None


class TestWeekend:
    def test_saturday_and_sunday(self) -> None:
        assert name("weekend", FRIDAY) is None
        assert name("weekend", SATURDAY) == DAY_OFF
        assert name("weekend", SUNDAY) == DAY_OFF

    def test_where_the_week_begins_on_sunday(self) -> None:
        assert name("weekend", SUNDAY, regions=("IL",)) is None
        assert name("weekend", FRIDAY, regions=("IL",)) == DAY_OFF

    def test_declared_send_days(self) -> None:
        assert name("weekend", SATURDAY, send_days=frozenset({5})) is None
        said = name("weekend", FRIDAY, send_days=frozenset({0, 1}))
        assert said == "your own send days leave that day free"

    def test_the_day_is_named(self) -> None:
        said = objection("weekend", SATURDAY)
        assert said is not None
        assert isinstance(said.values, Values)
        assert said.values.date == "Saturday 5 December"

    def test_only_what_rings_or_buzzes(self) -> None:
        text = "start: 2026-12-05\ntouches:\n  - {day: 1, channel: %s}\n"
        for channel, count in (("call", 1), ("sms", 1), ("email", 0), ("linkedin", 0)):
            findings = lint_text(text % channel, select=["timing/weekend-touch"]).findings
            assert len(findings) == count, channel


class TestPublicHoliday:
    def test_of_the_reader_s_region(self) -> None:
        assert name("public-holiday", CHRISTMAS, regions=("DE",)) == "Christmas Day (DE)"
        assert name("public-holiday", CHRISTMAS, regions=("JP",)) is None
        assert name("public-holiday", CHRISTMAS) is None

    def test_it_names_the_regions_that_have_it(self) -> None:
        both = name("public-holiday", CHRISTMAS, regions=("DE", "GB", "JP"))
        assert both == "Christmas Day (DE, GB)"

    def test_a_day_that_the_plan_calls_one(self) -> None:
        days = frozenset({CHRISTMAS})
        assert name("public-holiday", CHRISTMAS, holidays=days) == "a holiday in your plan"
        assert name("public-holiday", date(2026, 12, 28), holidays=days) is None
        both = name("public-holiday", CHRISTMAS, holidays=days, regions=("DE",))
        assert both == "Christmas Day (DE)"

    def test_a_group_of_countries_has_none(self) -> None:
        assert name("public-holiday", CHRISTMAS, regions=("EMEA",)) is None


def config(**declared: str) -> Config:
    advice = declared.pop("advice", "")
    values = {"name": "year-end close", "from": "12-15", "to": "01-15", "advice": advice}
    return Config(room=(read_period(values, {key: [who] for key, who in declared.items()}),))


class TestPeriod:
    @pytest.mark.parametrize(
        ("day", "is_in"),
        [
            (date(2026, 12, 14), False),
            (date(2026, 12, 15), True),
            (date(2027, 1, 15), True),
            (date(2027, 1, 16), False),
        ],
    )
    def test_both_ends_belong_to_it(self, day: date, is_in: bool) -> None:
        assert (name("period", day, config()) == "year-end close") == is_in

    def test_only_for_whom_it_names(self) -> None:
        finance = config(persona="Finance")
        assert name("period", CHRISTMAS, finance, persona="VP Finance") == "year-end close"
        assert name("period", CHRISTMAS, finance, persona="Head of Recruiting") is None
        assert name("period", CHRISTMAS, finance) is None

    def test_the_team_s_advice_is_passed_on(self) -> None:
        said = objection("period", CHRISTMAS, config(advice="pause"))
        assert said is not None
        assert said.advice == "Your team's advice for this time: pause"
        said = objection("period", CHRISTMAS, config())
        assert said is not None
        assert said.advice is None

    def test_two_at_once_are_one_finding(self) -> None:
        twice = Config(room=(*config().room, *config(advice="send help only").room))
        said = objection("period", CHRISTMAS, twice)
        assert said is not None
        assert said.values._asdict()["name"] == "year-end close and year-end close"
        assert said.advice == "Your team's advice for this time: send help only"


def test_the_period_speaks_for_the_days_off_in_it(tmp_path: Any) -> None:
    settings = tmp_path / "cadence-lint.yaml"
    settings.write_text("room:\n  - {name: year-end close, from: 12-15, to: 01-15}\n")
    text = "start: 2027-12-25\naudience: {region: DE}\ntouches:\n  - {day: 1, channel: call}\n"
    result = lint_text(text, config=str(settings), select=["timing"])
    assert {finding.rule: finding.covered_by for finding in result.findings} == {
        "timing/public-holiday": "timing/touch-in-sensitive-period",
        "timing/touch-in-sensitive-period": None,
        "timing/weekend-touch": "timing/touch-in-sensitive-period",
    }
