"""Contacts after the last one."""

from typing import TYPE_CHECKING

import pytest

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

LISTS = {
    "says-goodbye": PhraseList(
        (Phrase("my last email"), Phrase("[and] (i'll leave you be|i'm gone)")),
    )
}
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


@pytest.mark.parametrize(
    "waits",
    [
        "If it's the old lamp, I'll leave you be.",
        "Is it the old lamp? In that case I’ll leave you be.",
        "Is it the old lamp? Then I'll leave you be.",
        "Is it the old lamp? If not, I'll leave you be.",
        "Should the crew know of it, I'll leave you be.",
        "I'll leave you be once you say that it's fixed.",
        "If it is, say no more and I'm gone.",
        "One word and I'm gone.",
    ],
)
def test_a_goodbye_that_waits_for_an_answer(waits: str) -> None:
    assert objections(touch(1, body=waits), touch(5, body="Who signs off?")) == []


@pytest.mark.parametrize(
    "binds",
    [
        "If I don't hear back, I'll leave you be.",
        "If there's no answer by Friday, I'll leave you be.",
        "Write back by Friday. If not, I'll leave you be.",
        "If the lamp hums again, call me; I'll leave you be.",
        "I'll leave you be, and if the lamp hums again, you have my number.",
        "I'll leave you be if that's all right.",
        "Then I'll leave you be.",
        "The last one is a drawing, and I'll leave you be.",
    ],
)
def test_a_goodbye_that_holds_if_nobody_answers(binds: str) -> None:
    assert len(objections(touch(1, body=binds), touch(5, body="Who signs off?"))) == 1
