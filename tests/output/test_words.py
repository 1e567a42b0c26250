from __future__ import annotations

from datetime import date

import pytest

from cadence_lint.linting.results import Step
from cadence_lint.output.words import (
    assumed_words,
    audience_words,
    cost_words,
    days_words,
    step_words,
    steps_words,
    voice,
)
from cadence_lint.room import Room
from cadence_lint.score import Cost
from tests.output.runs import Story


@pytest.mark.parametrize(
    ("days", "words"),
    [
        ("mon, tue, wed, thu, fri", "Monday to Friday"),
        ("mon, tue, wed, thu, fri, sat, sun", "every day"),
        ("mon, thu", "Monday and Thursday"),
        ("sat", "Saturday"),
        ("mon, wed, fri", "Monday, Wednesday and Friday"),
    ],
)
def test_days(days: str, words: str) -> None:
    assert days_words(days.split(", ")) == words


def test_what_is_assumed() -> None:
    assumed = {"purpose": "recruiting", "relationship": "warm", "segment": "exec", "region": "DE"}

    assert assumed_words(assumed) == "warm, executives, recruiting, DE"
    assert assumed_words({"purpose": "sales"}) == ""


def test_steps() -> None:
    assert step_words(Step(2, "linkedin", "connect", None, 3, 1, True)) == (
        "step 2 · day 3 · LinkedIn connect"
    )
    dated = Step(2, "call", None, None, 3, 1, True, date(2026, 12, 4))
    assert step_words(dated) == "step 2 · day 3, Fri 4 Dec · call"
    assert step_words(Step(1, "sms", None, "break\x1bup", None, 1, True)) == (
        "step 1 · SMS · break\\x1bup"
    )


def test_the_length_of_a_plan() -> None:
    sequence = Story().file().sequences[0]

    assert steps_words(sequence) == "3 steps from day 1 to 4"
    worked = sequence._replace(days_in_week=5)
    assert steps_words(worked) == "3 steps from working day 1 to 4"
    assert steps_words(sequence._replace(steps=sequence.steps[:1])) == "1 step on day 1"
    undated = tuple(step._replace(day=None) for step in sequence.steps)
    assert steps_words(sequence._replace(steps=undated)) == "3 steps"


def test_the_audience_is_what_the_file_says() -> None:
    sequence = Story().file().sequences[0]

    assert audience_words(sequence) == "Director of Finance"
    said = sequence._replace(assumed={}, room=Room(regions=("DE", "AT")))
    assert audience_words(said) == "Director of Finance, cold, mid-market, DE, AT"


@pytest.mark.parametrize(
    ("rule", "message", "said"),
    [
        ("value/empty-follow-up", "nothing new in this", "reader thinks"),
        ("value/empty-follow-up", 'the reader opens it and finds "my note"', "what happens"),
        ("self-focus/only-you", '"readers love us": so you say', "reader thinks"),
        ("frequency/too-many-calls", "5 calls: I know that number by now", "reader thinks"),
        ("frequency/too-many-calls", "5 calls: the number is left to ring", "reader sees"),
        ("channels/no-connection", "nothing: step 3 never arrives", "reader sees"),
        ("timing/stale-copy", "nobody thought of me when it went out", "reader thinks"),
        ("timing/weekend-touch", "a call on Saturday 5 December", "reader sees"),
        ("structure/day-goes-back", "I am on a line below, says the reader", "in the file"),
        ("consent/no-basis", "I never agreed to that", "by law"),
        ("our-own/too-loud", "they shout", "reader thinks"),
    ],
)
def test_whose_word_a_message_is(rule: str, message: str, said: str) -> None:
    assert voice(rule, message) == said


@pytest.mark.parametrize(
    ("cost", "said"),
    [
        (Cost("tone/word", 13.5, 1, (2,)), "A word (step 2)"),
        (Cost("tone/word", 20.0, 3, (1, 2, 5)), "A word (3 times: steps 1, 2 and 5)"),
        (Cost("tone/word", 4.5, 0, (2,)), "A word (to a degree: step 2)"),
        (Cost("tone/word", 0.4, 1), "A word"),
    ],
)
def test_what_a_cost_is_for_and_where(cost: Cost, said: str) -> None:
    assert cost_words(cost, "A word") == said
