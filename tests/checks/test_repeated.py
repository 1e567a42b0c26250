"""What is said again."""

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from cadence_lint.checks import Objection
from cadence_lint.checks.repeated import Options, Values, check
from cadence_lint.config import Config
from cadence_lint.linting.case import Case
from cadence_lint.rulebook import Book
from cadence_lint.sequence import Message
from tests.builders import sequence, text, touch

if TYPE_CHECKING:
    from cadence_lint.sequence import Touch

FIRST = "Hotels of your size spend two hours a night on audits. The plan for two desks halves that."


def objections(*touches: "Touch", options: Options = Options()) -> list[Objection]:  # noqa: B008
    case = Case(sequence(*touches), Book({"rules": [], "phrases": {}}), Config())
    return list(check(case, options))


def test_the_same_text_again() -> None:
    (said,) = objections(touch(1, body=FIRST), touch(5, body=f"Hi Ada, {FIRST}"))
    assert said.touch is not None
    assert said.touch.number == 2
    assert said.values == Values(100, 1)
    assert [spot.touch for spot in said.spots] == [2, 2, 1, 1]


def test_the_share_decides() -> None:
    half = "Hotels of your size spend two hours a night on audits. Who would drop the third list at yours, and why?"
    assert objections(touch(1, body=FIRST), touch(5, body=half)) == []
    assert len(objections(touch(1, body=FIRST), touch(5, body=half), options=Options(0.3))) == 1


def test_short_messages_are_left_alone() -> None:
    assert objections(touch(1, body="Who signs off?"), touch(5, body="Who signs off?")) == []


def test_the_worst_of_the_earlier_ones_is_named() -> None:
    (said,) = objections(
        touch(1, body="Which gate do your lorries take when the east one is closed in May?"),
        touch(3, body=FIRST),
        touch(9, body=FIRST),
    )
    assert isinstance(said.values, Values)
    assert said.values.earlier == 2


def test_signatures_do_not_count() -> None:
    signed = "\n\nBest,\nMo Tan\nLarkfield Ltd, 4 Mill Lane, registered in England under number 123"
    assert (
        objections(touch(1, body=f"Who signs?{signed}"), touch(5, body=f"Who knows?{signed}")) == []
    )


def test_a_script_was_not_heard_but_a_voicemail_was() -> None:
    assert objections(touch(1, "call", script=FIRST), touch(5, "call", script=FIRST)) == []
    assert (
        len(objections(touch(1, "call", voicemail=FIRST), touch(5, "call", voicemail=FIRST))) == 1
    )


def test_a_reader_meets_one_variant() -> None:
    def variants(day: int, a: str, b: str) -> "Touch":
        messages = (Message("A", body=text(a)), Message("B", body=text(b)))
        return touch(day, messages=messages)

    other = "Which gate do your lorries take when the east one is closed in May and June?"
    assert objections(variants(1, FIRST, FIRST)) == []
    assert objections(variants(1, FIRST, other), variants(5, other, FIRST)) == []
    (said,) = objections(variants(1, FIRST, other), variants(5, FIRST, "Two hotels moved."))
    assert said.variant == "A"


def test_tasks_are_not_read() -> None:
    assert objections(touch(1, "task", body=FIRST), touch(5, body=FIRST)) == []


WORDS = st.lists(st.sampled_from("noon night desk list audit hotel plan".split()), max_size=30)


@given(WORDS, WORDS)
def test_shares_are_shares(first: list[str], second: list[str]) -> None:
    said = objections(
        touch(1, body=" ".join(first)), touch(2, body=" ".join(second)), options=Options(0.1, 1)
    )
    for each in said:
        assert isinstance(each.values, Values)
        assert 10 <= each.values.percent <= 100
    if len(second) > 1 and first == second:
        assert len(said) == 1
