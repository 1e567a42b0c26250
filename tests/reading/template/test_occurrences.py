"""Where the fields of a message stand."""

from __future__ import annotations

import pytest

from cadence_lint.reading import read_message
from cadence_lint.reading.template.occurrences import Occurrence, field_occurrences
from cadence_lint.sequence import Message
from tests.builders import text


def occurrences(body: str, subject: str | None = None) -> list[Occurrence]:
    message = Message(subject=text(subject) if subject else None, body=text(body))
    return list(field_occurrences(read_message(message, "en", None)))


def test_part_by_part() -> None:
    found = occurrences("Hi {{contact.first_name}}, {{city}}?", subject="at {{Company}}")
    assert [each.key for each in found] == ["company", "firstname", "city"]
    assert found[0].spot.quote == "{{Company}}"


def test_in_whichever_text_a_reader_gets_them_and_once() -> None:
    found = occurrences("{Hi|Hello} {{first_name}}, {who|where in {{city}}}?")
    assert [each.key for each in found] == ["firstname", "city"]


def test_what_a_condition_asks_for() -> None:
    found = occurrences("{% if city %}{{city}} {{name}}{% else %}{{city}}{% endif %} {{city}}")
    asked = [(each.key, each.is_asked_for) for each in found]
    assert sorted(asked) == [("city", False), ("city", True), ("city", True), ("name", False)]


@pytest.mark.parametrize(
    ("body", "gap"),
    [
        ("Hi {{first_name}},\nwho does it?", "Hi ,"),
        ("{{first_name}},\nwho does it?", ", who does"),
        ("Who does it at {{company}}?", "does it at ?"),
        ("Who in {{city}} does it for {{company}}?", "Who in does it for"),
        ("The {{product}} of {{company}} runs.", "The of … runs."),
        ("{{company}}'s crane", "'s crane"),
    ],
)
def test_what_is_read_in_its_place(body: str, gap: str) -> None:
    assert occurrences(body)[0].gap == gap


def test_a_part_of_an_address() -> None:
    found = occurrences("See https://a.example/?at={{company}}, {{first_name}}")
    assert [each.is_in_address for each in found] == [True, False]


def test_segments() -> None:
    found = occurrences("Who does it at {{company}}?\n\nBest,\n{{name}}\n{{title}}")
    assert [each.segment for each in found] == ["body", "signature", "signature"]


def test_without_fields() -> None:
    assert occurrences("Hi Ada, 5% [1] <b>off</b> #1 * {a b, c}") == []
