"""Capitals in a row, and exclamation marks."""

from typing import Any

import pytest

from cadence_lint.checks import Objection
from cadence_lint.checks.shouting import Options, Values, check
from cadence_lint.config import Config, Vocabulary
from cadence_lint.linting.case import Case
from cadence_lint.rulebook import Book
from tests.builders import sequence, touch

BOOK: dict[str, Any] = {"rules": [], "phrases": {}}


def objections(vocabulary: Vocabulary = Vocabulary(), **parts: Any) -> list[Objection]:  # noqa: B008
    case = Case(sequence(touch(1, **parts)), Book(BOOK), Config(vocabulary=vocabulary))
    (only,) = case.touches
    return [
        each
        for message in only.messages
        for each in check(case, only, case.reading(message), Options())
    ]


def quotes(**parts: Any) -> list[str]:
    return [spot.quote for each in objections(**parts) for spot in each.spots]


@pytest.mark.parametrize(
    ("body", "loud"),
    [
        ("Who signs off NIGHT AUDITS now?", ["NIGHT AUDITS"]),
        ("It is FREE, REALLY FREE! Take it.", ["FREE, REALLY FREE!"]),
        ("It is FREE. Take it NOW.", []),
        ("It is FREE. REALLY.", []),
        ("NIGHT {{company}} AUDITS", []),
        ("The SOC, GDPR and HIPAA GDPR lists.", []),
        ("The ABC DEF and Q3 FY26 lists.", []),
        ("Two moved! Three stayed! One left.", ["Two moved!", "Three stayed!"]),
        ("Two moved!! Three stayed.", ["Two moved!!"]),
        ("Two moved?! Three stayed.", []),
        ("Two moved! Three stayed.", []),
        ("The Yahoo! and the Yum! feeds, and a != b.", []),
        ("Hi Ada!\n\nWho signs?\n\nThanks!\nMo", []),
        ("What a fine morning! And well done on the hearth! Who signs?", []),
        ("Who signs? And!", []),
        ("Hi Ada!!\n\nWho signs?", ["Hi Ada!!"]),
        ("Who signs?\n\n> NIGHT AUDITS!! NOW", []),
    ],
)
def test_what_is_loud(body: str, loud: list[str]) -> None:
    assert quotes(body=body) == loud


def test_both_are_said_once_each() -> None:
    capitals, marks = objections(subject="NIGHT AUDITS NOW!", body="COME OVER TODAY! See you!")
    assert capitals.traits == {"kind": "capitals"}
    assert capitals.values == Values('"NIGHT AUDITS", "COME OVER TODAY!"', 2)
    assert marks.traits == {"kind": "marks"}
    assert marks.measure == 3


def test_the_teams_own_names_are_not_loud() -> None:
    vocabulary = Vocabulary(products=("LARK AUDIT",), allow=("EXTRA", "Yay"))
    said = "LARK AUDIT and EXTRA LARK. Yay! Yay!"
    assert objections(body=said)
    assert objections(vocabulary, body=said) == []


def test_capitals_are_loud_in_any_language() -> None:
    case = Case(sequence(touch(body="JETZT ANRUFEN"), language="de"), Book(BOOK), Config())
    (only,) = case.touches
    (message,) = only.messages
    assert list(check(case, only, case.reading(message), Options()))
