"""Several things asked for at once."""

from typing import TYPE_CHECKING

import pytest

from cadence_lint.checks import Objection
from cadence_lint.checks.asks import Options, Values, check
from cadence_lint.config import Config
from cadence_lint.linting.case import Case
from cadence_lint.reading.phrases import Phrase, PhraseList
from cadence_lint.reading.phrases.index import build_index
from cadence_lint.rulebook import Book
from tests.builders import sequence, touch

if TYPE_CHECKING:
    from cadence_lint.sequence import Touch

LISTS = {
    "meeting": PhraseList((Phrase("a call"), Phrase("half an hour"), Phrase("a demo call"))),
    "referral": PhraseList((Phrase("point me to"),)),
    "trial": PhraseList((Phrase("sign up"), Phrase("demo call"))),
}
BOOK = {"rules": [], "phrases": {"en": build_index(LISTS)}}
ASKS = Options(asks=("meeting", "referral", "trial"))
FOUR = "Who opens the depot? Who closes the depot? Who has keys to it? Who lost the keys?"


def objections(said: "Touch", options: Options = ASKS, language: str = "en") -> list[Objection]:
    case = Case(sequence(said, language=language), Book(BOOK), Config())
    (only,) = case.touches
    (message,) = only.messages
    return list(check(case, only, case.reading(message), options))


def quotes(body: str) -> list[str]:
    return [spot.quote for each in objections(touch(1, body=body)) for spot in each.spots]


def test_two_different_things() -> None:
    (said,) = objections(touch(1, body="Could we have a call? Please point me to the buyer."))
    assert said.values == Values(2, "2 different things")
    assert said.traits == {"kind": "asks"}
    assert [spot.quote for spot in said.spots] == ["a call", "point me to"]


@pytest.mark.parametrize(
    "body",
    [
        "Could we have a call? Half an hour would do.",
        "Could we have a call? If not, point me to the buyer.",
        "Could we have a call? If you are not the right one, point me to the buyer.",
        "Could we have a call, or would you rather sign up?",
        "Could we have a demo call?",
        "Could we have a call?\n\n> Please sign up.",
    ],
)
def test_one_thing(body: str) -> None:
    assert quotes(body) == []


def test_more_than_three_questions() -> None:
    (said,) = objections(touch(1, body=FOUR))
    assert said.values == Values(4, "4 questions")
    assert said.traits == {"kind": "questions"}
    assert said.spots[0].quote == "Who opens the depot?"
    assert objections(touch(1, body=FOUR), ASKS._replace(max_questions=4)) == []


@pytest.mark.parametrize(
    "body",
    [
        "Who opens the depot? Who closes it? Who has keys to it?",
        "Who opens the depot? Who closes it? Who has keys to it? https://larkfield.example/?a=1",
        "We saw nine depots at night, and heard: “Who opens?” “Who closes?” “Who has keys?” “Why?”",
        "What if you could sleep? Did you know that? Ready to close? Who opens the depot?",
    ],
)
def test_what_counts_as_a_question(body: str) -> None:
    assert quotes(body) == []


def test_only_what_is_read_counts() -> None:
    assert objections(touch(1, "call", script=FOUR)) == []
    assert objections(touch(1, body=FOUR), language="de") == []
