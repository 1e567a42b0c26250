"""A job without its company, its place or its pay."""

from typing import TYPE_CHECKING

from cadence_lint.checks.job_facts import Options, Values, check
from cadence_lint.config import Config
from cadence_lint.linting.case import Case
from cadence_lint.reading.phrases.index import build_index
from cadence_lint.rulebook import Book
from tests.builders import sequence, touch

if TYPE_CHECKING:
    from cadence_lint.checks import Objection
    from cadence_lint.sequence import Touch

BOOK = {"rules": [], "phrases": {"en": build_index({})}}
NOTHING = "We have a great role for you, and a great team."
PAY = "It pays £24 an hour."
ALL = "Brightway is hiring in Corby, for £24 an hour."


def objections(
    *touches: "Touch",
    options: Options = Options(),  # noqa: B008
    language: str = "en",
) -> "list[Objection]":
    case = Case(sequence(*touches, language=language), Book(BOOK), Config())
    return list(check(case, options))


def test_nothing_at_all() -> None:
    (said,) = objections(touch(1, body=NOTHING), touch(4, body=NOTHING), touch(9, body=ALL))
    assert said.values == Values(3, "whose job it is, where it is or what it pays")
    assert said.measure == 3
    assert said.touch is not None
    assert said.touch.number == 2


def test_some_of_it() -> None:
    (said,) = objections(touch(1, body=PAY), touch(4, body=NOTHING))
    assert said.values == Values(2, "whose job it is or where it is")
    assert objections(touch(1, body=PAY), options=Options(missing=3)) == []


def test_in_either_of_the_first_two() -> None:
    assert objections(touch(1, body=NOTHING), touch(4, body=ALL)) == []
    assert objections(touch(1, body=ALL), touch(4, body=NOTHING)) == []


def test_tasks_and_bare_requests_do_not_count() -> None:
    (said,) = objections(
        touch(1, "task"), touch(2, "linkedin", action="connect"), touch(3, body=NOTHING)
    )
    assert said.touch is not None
    assert said.touch.number == 3
    assert objections(touch(1, "linkedin", action="connect"), touch(2, body=ALL)) == []


def test_what_cannot_be_seen_may_say_it() -> None:
    assert objections(touch(1, body=NOTHING), touch(2)) == []
    assert objections(touch(1, body=NOTHING), touch(2, "call", script=NOTHING)) == []
    assert objections(touch(1, body=f"{{{{icebreaker}}}} {NOTHING}")) == []
    assert objections(touch(1, body=NOTHING), language="de") == []
