"""Copy that is out of date where it lands."""

from datetime import date
from typing import Any

import pytest

from cadence_lint import lint_text
from cadence_lint.checks import Objection
from cadence_lint.checks.stale import Options, Values, check
from cadence_lint.config import Config
from cadence_lint.linting.case import Case
from cadence_lint.rulebook import Book
from cadence_lint.sequence import Message
from tests.builders import sequence, text, touch

JUNE = date(2026, 6, 10)
BODY = "How do you heat the hall this winter?"


def objections(
    *touches: Any,
    options: Options = Options(),  # noqa: B008
    today: date | None = None,
    **fields: Any,
) -> list[Objection]:
    plan = sequence(*touches, **{"language": "en"} | fields)
    case = Case(plan, Book({"rules": [], "phrases": {}}), Config(), today=today)
    return list(check(case, options))


def test_it_points_at_the_words_and_names_the_day() -> None:
    (said,) = objections(touch(1), touch(3, body=f"Hi Ada,\n\n{BODY}"), start=JUNE)
    assert said.values == Values('"this winter" on Friday 12 June 2026', 0)
    assert [(spot.quote, spot.touch) for spot in said.spots] == [("this winter", 2)]
    assert said.touch is not None
    assert said.touch.number == 2


def test_each_touch_once_with_all_its_words() -> None:
    (said,) = objections(touch(1, subject="Happy New Year", body=BODY), start=JUNE)
    assert [spot.quote for spot in said.spots] == ["Happy New Year", "this winter"]


def test_the_first_variant_that_is_out_of_date() -> None:
    messages = (
        Message(variant="A", body=text("Which hall is cold?")),
        Message(variant="B", body=text(BODY)),
        Message(variant="C", body=text(BODY)),
    )
    (said,) = objections(touch(1, messages=messages), start=JUNE)
    assert said.variant == "B"


@pytest.mark.parametrize(
    "body",
    [
        'Your sign says "this winter only", is that so?',
        "Which hall is cold?\n\nOn 3 Jan Ada wrote:\n> Happy New Year!\n",
        "Which hall is cold?\n\nBest,\nMo\n-- \nHappy New Year from Larkfield",
    ],
)
def test_what_others_said_or_what_stands_below(body: str) -> None:
    assert objections(touch(1, body=body), start=JUNE) == []


def test_without_a_start_or_in_another_language() -> None:
    assert objections(touch(1, body=BODY), today=JUNE) == []
    assert objections(touch(1, body=BODY), start=JUNE, language="de") == []


def test_what_nobody_notices() -> None:
    assert objections(touch(1, "task", body=BODY), start=JUNE) == []


@pytest.mark.parametrize(
    ("where", "is_stale"),
    [
        ({"regions": ("DE",)}, True),
        ({"regions": ("AU",)}, False),
        ({"regions": ("AU-NSW", "NZ")}, False),
        ({"regions": ("AU", "DE")}, False),
        ({"regions": ("APAC",)}, False),
        ({"timezones": ("Australia/Perth",)}, False),
        ({"timezones": ("Europe/Berlin",)}, True),
    ],
)
def test_whose_winter_it_is(where: dict[str, Any], is_stale: bool) -> None:
    assert bool(objections(touch(1, body=BODY), start=JUNE, **where)) == is_stale


class TestReview:
    def test_it_is_counted_at_the_start(self) -> None:
        reviewed = date(2026, 1, 10)
        (said,) = objections(touch(1), start=date(2026, 7, 10), reviewed=reviewed)
        assert said.values == Values("nobody has read this again for 181 days", 181)
        assert said.traits == {"kind": "review"}
        assert objections(touch(1), start=date(2026, 7, 9), reviewed=reviewed) == []

    def test_without_a_start_it_is_counted_today(self) -> None:
        reviewed = date(2026, 1, 10)
        assert len(objections(touch(1), today=date(2026, 7, 10), reviewed=reviewed)) == 1
        assert objections(touch(1), today=date(2026, 7, 9), reviewed=reviewed) == []

    def test_the_day_is_today_unless_it_is_said(self) -> None:
        assert objections(touch(1), reviewed=date.today()) == []
        assert len(objections(touch(1), reviewed=date(2020, 1, 1))) == 1

    def test_how_long_it_holds(self) -> None:
        reviewed = {"reviewed": date(2026, 1, 10), "start": date(2026, 7, 10)}
        assert objections(touch(1), options=Options(reviewed_within=200), **reviewed) == []
        assert objections(touch(1), options=Options(reviewed_within=0), **reviewed) == []

    def test_it_is_no_more_than_worth_knowing(self) -> None:
        said = lint_text(
            "reviewed: 2026-01-10\nstart: 2026-07-10\ntouches: [{channel: call, day: 1}]\n"
        )
        (finding,) = (each for each in said.findings if each.rule == "timing/stale-copy")
        assert (finding.severity, finding.place.line) == ("info", 1)
