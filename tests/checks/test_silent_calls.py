import pytest

from cadence_lint.checks.silent_calls import Options, check
from cadence_lint.config import Config
from cadence_lint.linting.case import Case
from cadence_lint.rulebook import Book
from cadence_lint.sequence import Touch
from tests.builders import NOWHERE, sequence, touch

SCRIPT = "Who signs off the night audit?"


def flagged(*touches: Touch) -> list[int]:
    case = Case(sequence(*touches), Book({"rules": [], "phrases": {}}), Config())
    return [said.touch.number for said in check(case, Options()) if said.touch]


def call(day: float, script: str = SCRIPT) -> Touch:
    return touch(day, "call", script=script)


def test_the_first_of_two() -> None:
    assert flagged(touch(1), call(2), call(5), call(9)) == [2]


def test_only_calls_that_are_written_out() -> None:
    assert flagged(call(1), touch(2, "call"), touch(3, "call", script=" ")) == []


def test_a_note_for_the_caller_is_no_script() -> None:
    assert (
        flagged(call(1, "Call to follow up on the email"), call(4, "Second call, ask for Ada"))
        == []
    )
    assert flagged(call(1, "Hi, it's Mo."), call(4, "It is Mo. Have you read it?")) == [1]


@pytest.mark.parametrize(
    "said",
    [
        "No voicemail.",
        "If you get their voice mail, hang up.",
        "VM: see the email",
        "After the beep: name and number",
        "Leave a short message.",
        "Left him a message on Monday?",
    ],
)
def test_somebody_has_thought_of_the_machine(said: str) -> None:
    assert flagged(call(1), call(4, f"{SCRIPT} {said}")) == []
    assert flagged(call(1), call(4), touch(5, body=said)) == []


def test_talk_of_messages_is_no_voicemail() -> None:
    assert flagged(call(1), call(4, "What do guests do with the message on the door?")) == [1]


def test_a_key_that_says_no_is_a_decision() -> None:
    silent = touch(4, "call", script=SCRIPT, places={"voicemail": NOWHERE})
    assert flagged(call(1), silent) == []
