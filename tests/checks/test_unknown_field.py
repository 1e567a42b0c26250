"""Names of fields that are one slip away from a declared one."""

from __future__ import annotations

import pytest

from cadence_lint.checks.unknown_field import Options, Values, check, meant_by
from cadence_lint.config import Config
from cadence_lint.linting.case import Case
from cadence_lint.rulebook import Book
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


def test_what_may_mean_two_names_is_no_slip() -> None:
    assert meant_by("rate", ["rates", "rated"]) is None
