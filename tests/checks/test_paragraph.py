"""How long a paragraph is."""

from __future__ import annotations

from typing import Any

import pytest

from cadence_lint.checks.paragraph import Options, check
from cadence_lint.config import Config
from cadence_lint.linting.case import Case
from cadence_lint.rulebook import Book
from tests.builders import sequence, touch

FIVE = "The cat sat there then. "


def paragraphs(body: str, most: int = 5) -> list[Any]:
    plan = sequence(touch(1, body=body))
    case = Case(plan, Book({"rules": [], "phrases": {}}), Config())
    (one,) = plan.touches
    found = list(check(case, one, case.reading(one.messages[0]), Options(max=most)))
    return [(said.measure, len(said.spots)) for said in found]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (FIVE, []),
        (FIVE * 2, [(10, 1)]),
        (FIVE + "\n\n" + FIVE, []),
        (FIVE * 2 + "\n\n" + FIVE + "\n\n" + FIVE * 3, [(15, 2)]),
        (FIVE + "\n" + FIVE, [(10, 1)]),
        (FIVE + "\n- " + FIVE + "\n- " + FIVE, []),
        (FIVE + "\n" + "The cat sat on the mat for as long as it could, " * 3, [(36, 1)]),
        ("<p>" + FIVE + "</p><p>" + FIVE + "</p>", []),
        (FIVE + "\n\nBest regards,\nAda Lovelace\nLine Planning, Stavoren Works, Hengelo", []),
    ],
)
def test_what_is_a_paragraph(body: str, found: list[Any]) -> None:
    assert paragraphs(body) == found


def test_a_limit_is_still_fine() -> None:
    assert paragraphs(FIVE * 2, most=10) == []
