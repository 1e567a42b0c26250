"""Fields that leave a gap."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from cadence_lint.checks.no_fallback import Options, Values, check
from cadence_lint.config import Config
from cadence_lint.linting.case import Case
from cadence_lint.rulebook import Book
from tests.builders import sequence, touch

if TYPE_CHECKING:
    from cadence_lint.checks import Objection
    from cadence_lint.sequence import Touch


def objections(*touches: Touch, **fields: Any) -> list[Objection]:
    case = Case(sequence(*touches, **fields), Book({"rules": [], "phrases": {}}), Config())
    return list(check(case, Options()))


def values(body: str, **fields: Any) -> list[Any]:
    return [said.values for said in objections(touch(1, body=body), **fields)]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Hi {{first_name}},\nwho?", Values("first_name", "Hi ,", "{{first_name|there}}")),
        ("Who in {{city}} does it?", Values("city", "Who in does it?", "{{city|your city}}")),
        ("{{ pain }}: who has it?", Values("pain", ": who has", "{{pain|…}}")),
        ("See {{company}}'s roof", Values("company", "See 's", "{{company|your company}}")),
    ],
)
def test_what_is_read_in_its_place(body: str, expected: Values) -> None:
    (said,) = values(body)
    assert said._replace(gap=" ".join(said.gap.split())) == expected


def test_once_for_each_name_at_all_its_places() -> None:
    (said,) = objections(touch(1, body="Hi {{first_name}}"), touch(2, body="{{firstName}}, hi"))
    assert [spot.touch for spot in said.spots] == [1, 2]
    assert said.touches == {1, 2}


@pytest.mark.parametrize(
    "body",
    [
        "Hi {{first_name|there}}",
        "Hi{% if first_name %} {{first_name}}{% endif %}",
        "Hi {{#if contact.first_name}}{{contact.first_name}}{{else}}there{{/if}}",
        "{{icebreaker}} {{sender_name}} {{unsubscribe}} {{calendar_link}}",
        "Who?\n\nBest,\nAda\n{{title}}, {{company}}",
        "Hi [First Name]",
        "See https://a.example/{{contact_id}}?at={{company}} for it",
        "Unsubscribe {{email}}",
    ],
)
def test_what_leaves_no_gap(body: str) -> None:
    assert values(body) == []


def test_some_readers_only() -> None:
    (said,) = values("{% if city %}Who in {{city}}?{% else %}Hi {{first_name}}{% endif %}")
    assert said.name == "first_name"


def test_required_and_misspelt() -> None:
    body = "{{first_name}} {{companny}} {{city}}"
    declared = {"firstName": "required", "company": "required", "city": "optional"}
    assert [said.name for said in values(body, fields=declared)] == ["city"]


def test_what_a_person_sees_first() -> None:
    assert objections(touch(1, "call", script="Hi {{first_name}}")) == []
    assert objections(touch(1, body="Hi {{first_name}}", manual=True)) == []
