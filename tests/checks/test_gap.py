from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cadence_lint import lint_text
from cadence_lint.checks import Objection
from cadence_lint.checks.gap import Options, Values, check
from cadence_lint.config import Config
from cadence_lint.linting.case import Case
from cadence_lint.rulebook import Book
from tests.builders import sequence, touch

if TYPE_CHECKING:
    from cadence_lint.sequence import Touch


def objections(options: Options, *touches: "Touch", **fields: Any) -> list[Objection]:
    case = Case(sequence(*touches, **fields), Book({"rules": [], "phrases": {}}), Config())
    return list(check(case, options))


def flagged(options: Options, *touches: "Touch", **fields: Any) -> list[int]:
    said = objections(options, *touches, **fields)
    return [objection.touch.number for objection in said if objection.touch]


def emails(*days: float | None) -> list["Touch"]:
    return [touch(day) for day in days]


EMAILS = Options(email=3)


def test_a_gap_as_long_as_the_limit_is_fine() -> None:
    assert flagged(EMAILS, *emails(1, 4, 7)) == []
    assert flagged(EMAILS, *emails(1, 3, 6, 8)) == [2, 4]


def test_it_speaks_of_both_and_points_at_the_later() -> None:
    (said,) = objections(EMAILS, *emails(1, 2))
    assert said.touches == {1, 2}
    assert [spot.touch for spot in said.spots] == [2, 1]
    assert said.measure == 1


def test_other_channels_between_do_not_matter() -> None:
    assert flagged(EMAILS, touch(1), touch(2, "call"), touch(2, "sms"), touch(3)) == [4]


def test_only_linkedin_messages_are_messages() -> None:
    options = Options(linkedin=3)
    silent = [touch(5, "linkedin", action=action) for action in ("view", "like", "comment")]
    connect = touch(4, "linkedin", action="connect")
    first, second = (touch(day, "linkedin", action="message") for day in (5, 6))
    assert flagged(options, connect, *silent, first) == []
    assert flagged(options, first, second) == [2]


def test_any_channel() -> None:
    options = Options(any=7)
    assert flagged(options, touch(1), touch(5, "call"), touch(30)) == [2]
    assert flagged(options, touch(1), touch(5, "task"), touch(30)) == []


@pytest.mark.parametrize(
    ("days", "business", "shown"),
    [
        ((1, 1), False, "on the same day as"),
        ((1, 1.5), False, "on the same day as"),
        ((0, 1), False, "one day after"),
        ((1, 3), False, "2 days after"),
        ((1, 2), True, "one working day after"),
        ((1, 3), True, "2 working days after"),
    ],
)
def test_how_long_after(days: tuple[float, float], business: bool, shown: str) -> None:
    (said,) = objections(EMAILS, *emails(*days), business_days=business)
    assert isinstance(said.values, Values)
    assert said.values.after == shown


def test_five_working_days_are_a_week() -> None:
    options = Options(any=7)
    assert flagged(options, *emails(1, 6), business_days=True) == []
    assert flagged(options, *emails(1, 5), business_days=True) == [2]
    assert flagged(options, *emails(1, 6)) == [2]
    assert flagged(options, *emails(1, 4), business_days=True, send_days=frozenset({0, 2, 4})) == []


def test_touches_without_a_day_take_no_part() -> None:
    assert flagged(EMAILS, *emails(None, None)) == []
    assert flagged(EMAILS, *emails(1, None, 2)) == [3]


def test_once_it_speaks_of_the_first_of_the_shortest_gaps() -> None:
    (said,) = objections(Options(email=5, once=True), *emails(1, 5, 7, 9, 20))
    assert said.touch is not None
    assert said.touch.number == 3
    assert said.touches == {1, 2, 3, 4}
    assert [spot.touch for spot in said.spots] == [3, 2, 1, 4]
    assert said.measure == 2


def test_the_limit_may_depend_on_the_segment() -> None:
    options = Options(email={"exec": 4, "mid": 2})
    assert flagged(options, *emails(1, 4), segment="exec") == [2]
    assert flagged(options, *emails(1, 4), segment="mid") == []
    assert flagged(options, *emails(1, 1), segment="smb") == []


@given(st.lists(st.integers(0, 30), max_size=12), st.integers(1, 9))
def test_like_looking_at_neighbours(days: list[int], limit: int) -> None:
    ordered = sorted(days)
    short = [number for number, (a, b) in enumerate(pairwise(ordered), 2) if b - a < limit]
    assert flagged(Options(email=limit), *emails(*days)) == short


class TestNurture:
    def severities(self, *days: int, header: str = "") -> list[str]:
        touches = "".join(f"  - {{day: {day}, channel: email}}\n" for day in days)
        text = f"purpose: nurture\n{header}touches:\n{touches}"
        findings = lint_text(text, select=["frequency/nurture-too-frequent"]).findings
        return [finding.severity for finding in findings]

    def test_under_a_week_warns_and_under_two_weeks_informs(self) -> None:
        assert self.severities(1, 7, 13) == ["warning"]
        assert self.severities(1, 8, 15) == ["info"]
        assert self.severities(1, 14) == ["info"]
        assert self.severities(1, 15) == []

    def test_in_working_days(self) -> None:
        header = "business_days: true\n"
        assert self.severities(1, 5, header=header) == ["warning"]
        assert self.severities(1, 6, header=header) == ["info"]
        assert self.severities(1, 11, header=header) == []


def test_quick_contact_is_welcome_where_somebody_has_asked() -> None:
    options = Options(email=3, spare_expected=True)
    assert flagged(options, *emails(0, 1, 2)) == [2, 3]
    assert flagged(options, *emails(0, 1, 2), relationship="inbound") == [3]
    assert flagged(options, *emails(5, 6, 7), context={"event": "Hotel Night"}) == [3]
