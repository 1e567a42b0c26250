"""Facts that need judgement."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cadence_lint.reading import Passage, facts, read_message
from cadence_lint.reading.phrases import Phrase, PhraseBook, PhraseList
from cadence_lint.reading.phrases.index import build_index
from cadence_lint.sequence import Message
from tests.builders import text


def names(value: str) -> set[str]:
    return {fact.name for fact in Passage("body", text(value), None).facts}


@pytest.mark.parametrize(
    "value",
    [
        "Just checking in.",
        "Any thoughts?",
        "Following up on my email about shift planning software.",
        "Did you get a chance to look at the audit deck I sent?",
        "Do you have 15 minutes on Thursday at 2 pm?",
        "Is this still on your radar?",
        "Is there someone else on your team I should speak with?",
        "I'm still interested in connecting and believe we could add value to {{company}}.",
        "Let me know if you have some availability this week.",
        "This is Mo from Larkfield Ltd, please call me on 020 7946 0000.",
        "Book a time here: https://calendly.com/mo",
        "Any news?\n\nBest,\nMo Tan\nHead of Night Audits",
        "Hope you had a great weekend.",
        "If you'd rather not hear about dock doors and gates, unsubscribe here.",
    ],
)
def test_no_substance(value: str) -> None:
    assert "substance" not in names(f"Hi Ada,\n\n{value}")


@pytest.mark.parametrize(
    "value",
    [
        "Following up with a figure: the hotel went from 140 lists to 40.",
        "Circling back with the plan: https://larkfield.example/plan",
        "Following up since your Leeds depot opens in May.",
        "Did the new rest rule change your night audits?",
        "Who pays for the second desk?",
        "Two hotels moved their audits to noon.",
    ],
)
def test_substance(value: str) -> None:
    assert "substance" in names(value)


def test_a_subject_alone_has_no_substance() -> None:
    passage = Passage("subject", text("Two hotels moved their audits to noon"), None)
    assert "substance" not in {fact.name for fact in passage.facts}


def test_how_are_you_is_no_question() -> None:
    assert "question" not in names("Hi Ada, how are you? Larkfield has moved.")
    assert "question" in names("Hi Ada, who signs off?")


def test_a_fact_knows_its_place() -> None:
    value = "Hi Ada,\n\nTwo hotels moved to noon.\nWho signs off at yours?"
    passage = Passage("body", text(value), None)
    (question,) = [fact for fact in passage.facts if fact.name == "question"]
    assert question.quote == "Who signs off at yours?"
    assert value[question.span.start : question.span.end] == question.quote
    assert question.sentence == 2
    assert question.segment == "body"
    assert question.spot().quote == question.quote


def test_a_voicemail_that_points_to_the_email_has_said_enough() -> None:
    lists = {"points-to-email": PhraseList((Phrase("sent you an email"),))}
    book = PhraseBook.from_index(build_index(lists))
    said = text("I sent you an email.")
    assert read_message(Message(voicemail=said), "en", book).facts("substance")
    assert not read_message(Message(body=said), "en", book).facts("substance")


@given(st.text(alphabet="abI ,.?!\n'\"“”{}[]0123456789:@/", max_size=120))
def test_facts_lie_in_the_text(value: str) -> None:
    for fact in Passage("body", text(value), None).facts:
        assert 0 <= fact.span.start <= fact.span.end <= len(value)


def test_the_facts_that_code_finds_are_those_that_it_says_it_finds() -> None:
    said = (facts.__doc__ or "").partition("Greetings")[0]

    assert set(re.findall(r"`([a-z-]+)`", said)) == facts.NAMES
