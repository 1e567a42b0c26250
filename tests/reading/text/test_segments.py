"""What each sentence of a message is there for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cadence_lint.reading import Passage
from cadence_lint.reading.text.segments import Segment
from tests.builders import text


def segments(value: str) -> list[Segment]:
    return Passage("body", text(value), None).segments


def of_kind(value: str, kind: Segment) -> list[str]:
    passage = Passage("body", text(value), None)
    return [
        passage.text.value[sentence.start : sentence.end]
        for sentence, segment in zip(passage.sentences, passage.segments, strict=True)
        if segment == kind
    ]


LETTER = """Hi {{first_name}},

Hope you're doing well. Who signs off night audits?

Best,
Mo Tan
Larkfield Ltd

P.S. The plan is here.

On Monday, Ada Moss wrote:
> Please send it.
"""


def test_a_whole_letter() -> None:
    assert of_kind(LETTER, "greeting") == ["Hi {{first_name}}", "Hope you're doing well."]
    assert of_kind(LETTER, "body") == ["Who signs off night audits?"]
    assert of_kind(LETTER, "sign-off") == ["Best"]
    assert of_kind(LETTER, "ps") == ["P.S. The plan is here."]
    assert any("Please send it" in each for each in of_kind(LETTER, "quoted"))


@pytest.mark.parametrize(
    "value",
    [
        "Hi Ada,",
        "Good morning Ada,",
        "{{first_name}},",
        "[First Name],",
        "Hope this finds you well.",
        "I know you're busy, so I'll keep this short.",
        "How are you?",
        "Happy Friday!",
        "Sorry to bother you.",
    ],
)
def test_what_only_greets(value: str) -> None:
    assert segments(f"{value}\n\nWho signs off night audits?")[0] == "greeting"


@pytest.mark.parametrize(
    "value",
    [
        "I hope the move to Leeds went well.",
        "Happy to send the plan.",
        "Sorry to hear that your east gate closes.",
        "How do you plan the night shifts?",
        "Quick question:",
    ],
)
def test_what_says_more_than_a_greeting(value: str) -> None:
    assert segments(f"Hi Ada,\n\n{value}\n\nWho signs off?")[1] == "body"


def test_thanks_in_the_middle_is_no_sign_off() -> None:
    value = "Hi Ada,\n\nThanks so much!\n\nThe plan you asked for is attached, with both desks.\n\nBest,\nMo"
    assert "The plan you asked for is attached, with both desks." in of_kind(value, "body")
    assert of_kind(value, "signature") == ["Mo"]


@pytest.mark.parametrize(
    "value",
    [
        "Thanks in advance, Mo",
        "With best wishes for the holidays, Mo Tan",
        "With every good wish",
        "Thank you for your support,\nKiln team, Larkfield",
        "Thank you for taking part,\nThe Larkfield team",
    ],
)
def test_a_wish_with_the_name_behind_it_is_a_sign_off(value: str) -> None:
    assert segments(f"Hi Ada,\n\nWho signs off night audits?\n\n{value}")[2] == "sign-off"


@pytest.mark.parametrize(
    "value",
    [
        "Thank you for the £100 for the bells, which now ring on Sundays.",
        "Thanks for your note, we moved the audits to noon.",
        "With all the regards to noon, which of the two desks stays open?",
        "With best wishes nobody gets two desks open by noon.",
    ],
)
def test_what_only_starts_like_a_sign_off(value: str) -> None:
    assert segments(f"Hi Ada,\n\nWho signs off night audits?\n\n{value}")[2] == "body"


def test_a_name_without_a_sign_off() -> None:
    assert of_kind("Who signs off night audits?\n\nMo Tan", "signature") == ["Mo Tan"]
    assert of_kind("Who signs off night audits?\n\n{{sender_name}}", "signature") != []


def test_what_a_colon_announces_is_no_signature() -> None:
    assert of_kind("Here is the plan:\nhttps://larkfield.example/plan", "signature") == []


def test_below_dashes_stands_the_signature() -> None:
    assert of_kind("Who signs off?\n--\nMo plans audits.", "signature") == ["Mo plans audits."]


@pytest.mark.parametrize(
    "value",
    [
        "Reply 'no' and you are off the list.",
        "If you'd rather not hear from us, say so.",
        "Unsubscribe here.",
        "P.S. To opt out, write one word.",
    ],
)
def test_ways_out(value: str) -> None:
    assert of_kind(f"Who signs off night audits?\n\nBest,\nMo\n\n{value}", "opt-out") == [value]


@given(st.text(alphabet="aI ,.!?\n\r>-_PSps:'Hibest", max_size=80))
def test_every_sentence_has_a_segment(value: str) -> None:
    passage = Passage("body", text(value), None)
    assert len(passage.segments) == len(passage.sentences)


def test_a_greeting_after_the_name_is_a_greeting() -> None:
    letter = "Ada,\n\nGood day. Hope all is well. Who opens the east gate?"
    assert of_kind(letter, "body") == ["Who opens the east gate?"]
    assert of_kind("Ada,\n\nGood day for a gate.", "body") == ["Good day for a gate."]
