from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from cadence_lint.checks.widening import Options, check
from cadence_lint.config import Config
from cadence_lint.linting.case import Case
from cadence_lint.rulebook import Book
from tests.builders import sequence, touch


def said(*days: float | None, **fields: Any) -> list[tuple[Any, ...]]:
    plan = sequence(*(touch(day) for day in days), **fields)
    case = Case(plan, Book({"rules": [], "phrases": {}}), Config())
    return [tuple(each.values._asdict().values()) for each in check(case, Options())]


def test_equal_gaps() -> None:
    assert said(1, 4, 7, 10) == [("3 days", "3 days")]


def test_shrinking_gaps() -> None:
    assert said(0, 7, 10, 11) == [("7 days", "3 days")]


def test_one_longer_gap_is_enough() -> None:
    assert said(1, 4, 7, 11, 14) == []


def test_from_four_contacts_on() -> None:
    assert said(1, 4, 7) == []


def test_contacts_of_one_day_count_as_one() -> None:
    assert said(1, 1, 4, 4, 7) == [("3 days", "3 days")]
    assert said(1, 1, 4, 4, 8) == []


def test_a_single_gap_cannot_be_compared() -> None:
    assert said(1, 1, 2, 2) == []
    assert said(1, 1, 1, 1) == []


def test_an_unknown_day_keeps_it_silent() -> None:
    assert said(1, 4, None, 7, 10) == []


def test_what_nobody_notices_is_no_contact() -> None:
    tasks = (touch(2, "task"), touch(None, "task"), touch(30, "linkedin", action="view"))
    plan = sequence(*(touch(day) for day in (1, 4, 7, 10)), *tasks)
    case = Case(plan, Book({"rules": [], "phrases": {}}), Config())
    assert len(list(check(case, Options()))) == 1


def test_it_points_at_the_later_gaps_and_is_about_the_whole() -> None:
    case = Case(
        sequence(*(touch(day) for day in (1, 4, 7, 10))),
        Book({"rules": [], "phrases": {}}),
        Config(),
    )
    (objection,) = check(case, Options())
    assert objection.touch is None
    assert [spot.touch for spot in objection.spots] == [3, 4]


def test_working_days_are_called_so() -> None:
    assert said(1, 2, 3, 4, business_days=True) == [("one working day", "one working day")]


@given(st.lists(st.integers(1, 20), min_size=3, max_size=10))
def test_like_comparing_the_gaps(gaps: list[int]) -> None:
    days = [1]
    for gap in gaps:
        days.append(days[-1] + gap)
    assert bool(said(*days)) == (max(gaps[1:]) <= gaps[0])
