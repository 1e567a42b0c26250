"""Subjects, and bodies that keep their promise or do not."""

from typing import Any

import pytest

from cadence_lint.checks.subject_promise import Options, Values, check
from cadence_lint.config import Config
from cadence_lint.linting.case import Case
from cadence_lint.rulebook import Book
from tests.builders import sequence, touch

PITCH = (
    "Larkfield makes gates that open by themselves, in four seconds, in any weather, without power."
)


def promises(subject: str, body: str = PITCH, **fields: Any) -> list[str]:
    language = fields.pop("language", "en")
    said = touch(1, subject=subject, body=body, **fields)
    case = Case(sequence(said, language=language), Book({"rules": [], "phrases": {}}), Config())
    (only,) = case.touches
    found = []
    for message in only.messages:
        for objection in check(case, only, case.reading(message), Options()):
            assert isinstance(objection.values, Values)
            assert objection.spots[0].quote == subject.strip()
            found.append(objection.values.promise)
    return found


@pytest.mark.parametrize(
    ("subject", "promise"),
    [
        ("Quick question", "a question"),
        ("quick question, {{first_name}}", "a question"),
        ("A quick question about your gates", "a question"),
        ("Two short questions for you", "a question"),
        ("Quick question?", "a question"),
        ("Thank you!", "thanks"),
        ("Thanks {{first_name}}", "thanks"),
        ("Your invoice", "an invoice"),
        ("Overdue payment", "an invoice"),
        ("Your order is ready", "an order"),
        ("Delivery confirmation", "an order"),
        ("Contract attached", "a contract"),
        ("Interview confirmed", "an appointment"),
    ],
)
def test_what_a_pitch_does_not_keep(subject: str, promise: str) -> None:
    assert promises(subject) == [promise]


@pytest.mark.parametrize(
    "subject",
    [
        "gates that open by themselves",
        "The question every depot asks",
        "Thanks to the new gate, 12 minutes less",
        "Invoice approval at {{company}}",
        "Payment terms in Ohio",
        "Your orders in May and the gate",
        "Order picking at night",
        "Re: quick question",
        "Contract drivers in Hull",
        "Meeting rooms",
        "{{icebreaker}}",
    ],
)
def test_what_promises_nothing(subject: str) -> None:
    assert promises(subject) == []


@pytest.mark.parametrize(
    ("subject", "more"),
    [
        ("Quick question", "Who opens yours?"),
        ("Quick question", "I wonder who opens yours."),
        ("Quick question", "Let me know which one jams."),
        ("Thank you!", "I'm grateful for the tour."),
        ("Your invoice", "The bill for May is attached."),
        ("Your order", "It ships on Thursday."),
        ("Quick question", "{{icebreaker}}"),
        ("Quick question", "[one question about their depot]"),
    ],
)
def test_what_is_kept_or_hidden(subject: str, more: str) -> None:
    assert promises(subject, f"{PITCH} {more}") == []


def test_where_nothing_is_known() -> None:
    assert promises("Quick question", "Short.") == []
    assert promises("Quick question", language="de") == []
    assert promises("Quick question", thread="reply") == []
