"""A favour in the first message, or once more."""

from typing import TYPE_CHECKING

from cadence_lint.checks import Objection
from cadence_lint.checks.favour import Options, Values, check
from cadence_lint.config import Config
from cadence_lint.linting.case import Case
from cadence_lint.reading.phrases import Phrase, PhraseList
from cadence_lint.reading.phrases.index import build_index
from cadence_lint.rulebook import Book
from cadence_lint.sequence import Message
from tests.builders import sequence, text, touch

if TYPE_CHECKING:
    from cadence_lint.sequence import Touch

LISTS = {"favour": PhraseList((Phrase("the right person"),))}
BOOK = {"rules": [], "phrases": {"en": build_index(LISTS)}}
ASKED = "Who is the right person?"
GIVEN = "Two depots moved to noon."


def objections(*touches: "Touch") -> list[Objection]:
    case = Case(sequence(*touches), Book(BOOK), Config())
    return list(check(case, Options(any=("favour",))))


def numbers(*touches: "Touch") -> list[int]:
    return [each.touch.number for each in objections(*touches) if each.touch]


def test_in_the_first_message() -> None:
    (said,) = objections(touch(1, body=ASKED), touch(5, body=GIVEN))
    assert said.values == Values('"the right person"', "")
    assert [(spot.quote, spot.touch) for spot in said.spots] == [("the right person", 1)]


def test_once_later_is_fine() -> None:
    assert objections(touch(1, body=GIVEN), touch(5, body=ASKED)) == []


def test_twice_is_not() -> None:
    (said,) = objections(touch(1, body=GIVEN), touch(5, body=ASKED), touch(9, body=ASKED))
    assert said.touch is not None
    assert said.touch.number == 3
    assert said.values == Values('"the right person"', " for the second time")


def test_every_time_after_the_first() -> None:
    assert numbers(*(touch(day, body=ASKED) for day in (1, 4, 8))) == [1, 2, 3]


def test_a_task_is_no_first_message() -> None:
    assert numbers(touch(1, "task", body=ASKED), touch(2, body=GIVEN), touch(3, body=ASKED)) == []
    assert numbers(touch(1, "task"), touch(2, body=ASKED)) == [2]


def test_variants_are_one_touch() -> None:
    both = (Message("A", body=text(ASKED)), Message("B", body=text(ASKED)))
    (said,) = objections(touch(1, messages=both))
    assert [spot.variant for spot in said.spots] == ["A", "B"]
    assert numbers(touch(1, body=GIVEN), touch(2, messages=both)) == []


def test_signatures_and_quotes_ask_nothing() -> None:
    assert objections(touch(1, body=f"{GIVEN}\n\n> {ASKED}")) == []
