"""Names of fields that are one slip away from a declared one."""

from __future__ import annotations

import pytest

from cadence_lint.checks import unknown_field
from cadence_lint.checks.unknown_field import Options, Values, check, meant_by
from cadence_lint.config import Config
from cadence_lint.linting.case import Case
from cadence_lint.rulebook import Book
from cadence_lint.spelling import is_one_edit
from tests.builders import sequence, touch


def test_once_for_each_name_at_all_its_places() -> None:
    plan = sequence(
        touch(1, subject="at {{compnay}}", body="{{frist_name}}, {{compnay}}"),
        touch(2, body="{{compnay}}"),
        fields={"company": "required", "first_name": "required"},
    )
    one, two = check(Case(plan, Book({"rules": [], "phrases": {}}), Config()), Options())
    assert one.values == Values("{{compnay}}", "compnay", "company")
    assert [spot.touch for spot in one.spots] == [1, 1, 2]
    assert one.touches == {1, 2}
    assert two.values == Values("{{frist_name}}", "frist_name", "first_name")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("compny", "company"),
        ("companyy", "company"),
        ("comapny", "company"),
        ("cmpn", None),
        ("line3", None),
        ("cty", None),
        ("sender", None),
    ],
)
def test_what_was_meant(written: str, meant: str | None) -> None:
    assert meant_by(written, ["company", "line1", "line2", "city"]) == meant


def test_a_name_is_compared_once_however_often_it_is_written(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    compared: list[str] = []

    def one_edit(one: str, other: str) -> bool:
        compared.append(other)
        return is_one_edit(one, other)

    monkeypatch.setattr(unknown_field, "is_one_edit", one_edit)
    fields = {"company": "required", "first_name": "required"}
    plan = sequence(touch(1, body="{{compnay}} " * 50), fields=fields)
    (found,) = check(Case(plan, Book({"rules": [], "phrases": {}}), Config()), Options())
    assert len(found.spots) == 50
    assert len(compared) == len(fields)


def test_of_very_many_names_none_is_taken_for_the_one_that_was_meant() -> None:
    names = ["company", *(f"column_{letter * 3}" for letter in map(chr, range(1000, 1199)))]
    assert meant_by("compnay", names) == "company"
    assert meant_by("compnay", [*names, "one_more"]) is None


def test_what_may_mean_two_names_is_no_slip() -> None:
    assert meant_by("rate", ["rates", "rated"]) is None
