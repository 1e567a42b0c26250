"""Blanks that nobody has filled in."""

from typing import TYPE_CHECKING

import pytest

from cadence_lint.checks import Objection
from cadence_lint.checks.placeholder import Options, Values, check
from cadence_lint.config import Config
from cadence_lint.linting.case import Case
from cadence_lint.rulebook import Book
from tests.builders import sequence, touch

if TYPE_CHECKING:
    from cadence_lint.sequence import Touch


def objections(*touches: "Touch") -> list[Objection]:
    case = Case(sequence(*touches), Book({"rules": [], "phrases": {}}), Config())
    return list(check(case, Options()))


def test_a_slip_between_fields() -> None:
    (said,) = objections(
        touch(1, subject="Hi {{first_name}}", body="Hi [First Name], [Company]?"),
        touch(2, body="x"),
    )
    assert said.traits == {"kind": "slip"}
    thought = 'I read "[First Name]": a letter for anybody, and nobody looked before it went out'
    assert said.values == Values(2, "2 blanks", thought)
    assert [spot.quote for spot in said.spots] == ["[First Name]", "[Company]"]


@pytest.mark.parametrize(
    ("subject", "body", "worst"),
    [
        ("hello", "Who audits [Company]?\n\nRegards,\n[Sender]\n[Street], [Town]", "[Company]"),
        ("hello", "[Intro]\n\nHi [First Name],\n\nWho audits [Company]?", "[Intro]"),
        ("hello", "Your talk on [topic] was good. Is it at [Company]?", "[topic]"),
        ("at [Company]", "Who audits [Hotel]?", "[Company]"),
        ("hello", "Hi [First Name],\n\n[insert their post] made me think.", "[insert their post]"),
        (
            "[Company]",
            "Hi there,\n\n[one thing they did lately] is new.",
            "[one thing they did lately]",
        ),
        ("[Name]", "Hi there,\n\n[Reference number] is yours.", "[Name]"),
    ],
)
def test_of_several_blanks_the_worst_is_quoted(subject: str, body: str, worst: str) -> None:
    (said,) = objections(touch(1, subject=subject, body=f"{body} {{{{city}}}}"))
    assert isinstance(said.values, Values)
    assert f'I read "{worst}"' in said.values.thought
    assert said.spots[0].quote in f"{subject} {body}"


def test_a_slip_beside_a_broken_field() -> None:
    (said,) = objections(touch(1, subject="at {{company}", body="Hi [First Name]"))
    assert said.traits == {"kind": "slip"}


def test_every_touch_with_a_slip_is_named() -> None:
    said = objections(touch(1, body="{{company}} XXX"), touch(2, body="TBD"))
    assert [each.touch.number for each in said if each.touch] == [1, 2]


def test_a_style_is_named_once() -> None:
    (said,) = objections(touch(1, body="Hi [First Name]"), touch(2, body="[First Name], hello"))
    assert said.traits == {"kind": "style"}
    assert said.touches == {1, 2}
    assert [spot.touch for spot in said.spots] == [1, 2]


def test_what_a_person_does_by_hand() -> None:
    by_hand = touch(1, "linkedin", body="Your talk on [topic]", manual=True)
    call = touch(2, "call", script="Hi [Name], {{company}} grows")
    assert [each.traits for each in objections(by_hand, call)] == [{"kind": "by-hand"}] * 2
    (said,) = objections(by_hand)
    thought = 'there is 1 blank for the rep to fill; forgotten, I read "[topic]"'
    assert said.values == Values(1, "1 blank", thought)


def test_no_blanks() -> None:
    assert (
        objections(touch(1, body="Hi {{first_name}}, see [the plan](https://a.example) [1]")) == []
    )
