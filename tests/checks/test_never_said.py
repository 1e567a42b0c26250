"""What a whole sequence never says."""

from typing import TYPE_CHECKING

from cadence_lint.checks.never_said import Options, Values, check
from cadence_lint.config import Config
from cadence_lint.linting.case import Case
from cadence_lint.reading.phrases.index import build_index
from cadence_lint.rulebook import Book
from cadence_lint.sequence import Message
from tests.builders import sequence, text, touch

if TYPE_CHECKING:
    from cadence_lint.checks import Objection
    from cadence_lint.sequence import Touch

BOOK = {"rules": [], "phrases": {"en": build_index({})}}
SAID = "Two depots moved to noon."
ASKED = "Who signs off at yours?"
HIDDEN = "{{icebreaker}} Two depots moved to noon."


def objections(*touches: "Touch", language: str = "en") -> "list[Objection]":
    case = Case(sequence(*touches, language=language), Book(BOOK), Config())
    return list(check(case, Options(any=("question",))))


def three(*bodies: str) -> "list[Touch]":
    return [touch(day, body=body) for day, body in enumerate(bodies, 1)]


def test_never() -> None:
    (said,) = objections(*three(SAID, SAID, SAID))
    assert said.touch is None
    assert said.values == Values(3)


def test_once_is_enough() -> None:
    assert objections(*three(SAID, SAID, ASKED)) == []
    assert objections(*three(SAID, SAID), touch(3, "call", script=ASKED)) == []
    variants = (Message("A", body=text(SAID)), Message("B", body=text(ASKED)))
    assert objections(*three(SAID, SAID), touch(3, messages=variants)) == []


def test_a_quoted_thread_says_nothing() -> None:
    assert len(objections(*three(SAID, SAID, f"{SAID}\n\n> {ASKED}"))) == 1


def test_too_few_messages_to_judge() -> None:
    assert objections(*three(SAID, SAID)) == []


def test_what_cannot_be_seen_may_say_it() -> None:
    said = three(SAID, SAID, SAID)
    assert objections(*said, touch(4)) == []
    assert objections(*said, touch(4, "call", voicemail=SAID)) == []
    assert objections(*three(SAID, SAID, HIDDEN)) == []
    assert objections(*said, touch(4, subject=SAID)) == []


def test_what_says_nothing_hides_nothing() -> None:
    said = three(SAID, SAID, SAID)
    assert len(objections(*said, touch(4, "task"))) == 1
    assert len(objections(*said, touch(4, "linkedin", action="view"))) == 1
    assert len(objections(*said, touch(4, "linkedin", action="connect"))) == 1
    assert len(objections(*said, touch(4, "call", script=SAID, voicemail=SAID))) == 1


def test_other_languages_are_not_judged() -> None:
    assert objections(*three(SAID, SAID, SAID), language="de") == []
