"""What is remembered of words is what is judged of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cadence_lint.reading.facts import asks, directions, remembered, substance
from cadence_lint.reading.whom import about as whom
from cadence_lint.reading.whom import people

WORDS = st.lists(
    st.sampled_from(
        "i we you your our {reader} {sender} , how do does handle audits call email send help"
        " noticed the a to with bring it".split()
    ),
    max_size=12,
)


@given(WORDS, st.booleans())
def test_it_is_the_same_the_second_time(said: list[str], is_question: bool) -> None:
    for _ in range(2):
        about = remembered.about(said, is_question=is_question)
        assert about == whom.about(said, is_question=is_question)
        has_substance = remembered.has_substance(said, is_question=is_question)
        assert has_substance == substance.has_substance(said, is_question=is_question)
        assert remembered.mentions_reader(said) == people.mentions_reader(said)
        assert remembered.directs(said) == directions.directs(said)
        if asks.question_about_them(said, is_question=is_question) is None:
            assert not remembered.asks_about_work(said, is_question=is_question)


@pytest.mark.parametrize(
    "value",
    [
        "my name is {other} and i'm the head of partnerships",
        "if that's not interesting , i'd rather know",
        "{other} linen has been a family business since 1974",
        "i was only ringing to let you know we're here",
    ],
)
def test_whole_sentences_are_judged_as_lists_are(value: str) -> None:
    said = value.split()
    assert remembered.about(said, is_question=False) == whom.about(said)
    assert remembered.has_substance(said, is_question=False) == substance.has_substance(said)
