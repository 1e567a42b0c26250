"""Contacts after the last one."""

from typing import TYPE_CHECKING

from cadence_lint.checks import Objection
from cadence_lint.checks.after_goodbye import Options, Values, check
from cadence_lint.config import Config
from cadence_lint.linting.case import Case
from cadence_lint.reading.phrases import Phrase, PhraseList
from cadence_lint.reading.phrases.index import build_index
from cadence_lint.rulebook import Book
from tests.builders import sequence, touch

if TYPE_CHECKING:
    from cadence_lint.sequence import Touch

LISTS = {"says-goodbye": PhraseList((Phrase("my last email"),))}
BYE = "This is my last email."


def objections(*touches: "Touch") -> list[Objection]:
    book = Book({"rules": [], "phrases": {"en": build_index(LISTS)}})
    return list(check(Case(sequence(*touches, language="en"), book, Config()), Options()))


def test_a_goodbye_at_the_end() -> None:
    assert objections(touch(1, body="Who signs off?"), touch(5, body=BYE)) == []


def test_the_first_contact_after_it_is_named_and_all_are_meant() -> None:
    (said,) = objections(touch(1, body=BYE), touch(5, "call"), touch(9, body="Who signs off?"))
    assert said.touch is not None
    assert said.touch.number == 2
    assert said.touches == {2, 3}
    assert said.values == Values(2, "5", "my last email", 1, 2)
    assert [spot.touch for spot in said.spots] == [2, 1]


def test_what_nobody_notices_is_no_contact() -> None:
    quiet = (touch(5, "task"), touch(6, "linkedin", action="view"))
    assert objections(touch(1, body=BYE), *quiet) == []


def test_a_goodbye_that_was_quoted_is_not_said() -> None:
    assert objections(touch(1, body=f"Who signs off?\n\n> {BYE}"), touch(5)) == []


def test_two_goodbyes_are_one_fault() -> None:
    assert len(objections(touch(1, body=BYE), touch(5, body=BYE), touch(9, body=BYE))) == 1


def test_without_days() -> None:
    (said,) = objections(touch(body=BYE), touch(body="Who signs off?"))
    assert isinstance(said.values, Values)
    assert said.values.day == "?"
