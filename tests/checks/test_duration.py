from typing import Any

from cadence_lint import lint_text
from cadence_lint.checks import Objection
from cadence_lint.checks.duration import Options, Values, check
from cadence_lint.config import Config
from cadence_lint.linting.case import Case
from cadence_lint.rulebook import Book
from tests.builders import sequence, touch


def objections(*touches: Any, limit: float = 60, **fields: Any) -> list[Objection]:
    case = Case(sequence(*touches, **fields), Book({"rules": [], "phrases": {}}), Config())
    return list(check(case, Options(max=limit)))


def test_sixty_days_are_fine_from_day_0_and_from_day_1() -> None:
    assert objections(touch(0), touch(60)) == []
    assert objections(touch(1), touch(61)) == []
    assert len(objections(touch(0), touch(61))) == 1
    assert len(objections(touch(1), touch(62))) == 1


def test_once_at_the_first_contact_beyond() -> None:
    (said,) = objections(touch(1), touch(30), touch(70), touch(99))
    assert said.touch is not None
    assert said.touch.number == 3
    assert said.touches == {3, 4}
    assert said.values == Values("98 days", "60 days")
    assert said.measure == 98


def test_it_counts_from_the_first_contact_to_the_last() -> None:
    assert objections(touch(1, "task"), touch(20), touch(75), touch(99, "task")) == []
    assert objections(touch(1, "linkedin", action="view"), touch(20), touch(75)) == []


def test_sixty_days_are_44_working_days() -> None:
    assert objections(touch(1), touch(45), business_days=True) == []
    (said,) = objections(touch(1), touch(46), business_days=True)
    assert said.values == Values("45 working days", "44 working days")


def test_touches_without_a_day_take_no_part() -> None:
    assert objections(touch(), touch()) == []
    assert objections(touch(1), touch(), touch(40)) == []


def test_nothing_to_measure() -> None:
    assert objections() == []
    assert objections(touch(99)) == []


def test_the_rule_is_about_strangers() -> None:
    rule = ["frequency/drags-on"]
    touches = "touches: [{day: 1, channel: email}, {day: 90, channel: email}]\n"
    assert len(lint_text(touches, select=rule).findings) == 1
    for header in ("audience: {relationship: customer}\n", "purpose: nurture\n"):
        assert lint_text(header + touches, select=rule).findings == ()
