"""Template syntax that is broken."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cadence_lint.checks.broken_field import Options, Values, check
from cadence_lint.config import Config
from cadence_lint.linting.case import Case
from cadence_lint.rulebook import Book
from tests.builders import sequence, touch

if TYPE_CHECKING:
    from cadence_lint.checks import Objection
    from cadence_lint.sequence import Touch


def objections(*touches: Touch) -> list[Objection]:
    case = Case(sequence(*touches), Book({"rules": [], "phrases": {}}), Config())
    return list(check(case, Options()))


def test_every_slip_of_a_touch_is_shown() -> None:
    (said,) = objections(touch(1, subject="at {{company}", body="Hi {{first_name}, hello {{}}"))
    assert [spot.quote for spot in said.spots] == ["{{company}", "{{first_name}", "{{}}"]
    assert said.values == Values(3, "{{company}", 1)
    assert said.traits == {"kind": "slip"}


def test_touch_by_touch() -> None:
    said = objections(touch(1, body="Hi {{name}"), touch(2, body="Hi {{name}"))
    assert [each.touch.number for each in said if each.touch] == [1, 2]


@pytest.mark.parametrize(
    ("written", "advice"),
    [
        ("Hi {{first_name}", "Close what you open: {{first_name}}"),
        ("Hi first_name}}", "Close what you open: {{first_name}}"),
        ("Hi {first_name", "Close what you open: {first_name}"),
        ("{{name|there}", "Close what you open: {{name|there}}"),
        ("{Hi|Hello you", "as in {Hi|Hello}"),
        ("{% if x %}y", "{% endif %}"),
        ("y{% endif %}", "never began"),
        ("Hi {{}}", "Name a field"),
        ("Hi ${name}", "the way your sending tool"),
    ],
)
def test_how_to_mend_it(written: str, advice: str) -> None:
    (said,) = objections(touch(1, body=written))
    assert said.advice is not None
    assert advice in said.advice


def test_code_beside_other_fields_is_a_slip() -> None:
    (said,) = objections(touch(1, body="Hi ${name}"), touch(2, body="Hi {{name}}"))
    assert said.traits == {"kind": "slip"}


def test_code_alone_is_a_style_and_said_once() -> None:
    (said,) = objections(touch(1, body="Hi ${name}"), touch(2, body="Hi ${name}"))
    assert said.traits == {"kind": "style"}
    assert said.touches == {1, 2}
    assert [spot.touch for spot in said.spots] == [1, 2]


def test_what_a_person_sees_first() -> None:
    by_hand = objections(touch(1, "call", script="Hi {{name}"), touch(2, body="{{x", manual=True))
    assert [each.traits["kind"] for each in by_hand] == ["by-hand", "by-hand"]


def test_html_is_no_hindrance() -> None:
    (said,) = objections(touch(1, body="<p>Hi <b>{{first_name}</b>,</p>"))
    assert [spot.quote for spot in said.spots] == ["{{first_name}"]


def test_nothing_broken() -> None:
    assert (
        objections(touch(1, body="{Hi|Hey} {{name|you}}, {% if a %}b{% endif %} 5% {x: 1}")) == []
    )
