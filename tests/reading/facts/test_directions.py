"""Sentences that tell their reader what to do, and those that only look like it."""

from __future__ import annotations

import pytest

from cadence_lint.reading.facts.directions import directs
from cadence_lint.reading.text.plain import spell_out
from cadence_lint.reading.text.sentences import split_sentences
from cadence_lint.reading.text.words import split_words


def any_directs(value: str) -> bool:
    words = split_words(value)
    sentences = split_sentences(value, words)
    return any(directs(spell_out(words, each, value, {}).words) for each in sentences)


@pytest.mark.parametrize(
    "value",
    [
        "Have your caretaker clear the gutter before the frost.",
        "If the survey was done, have them file it.",
        "Either way look it up in the register.",
        "Change it before anybody breathes from it.",
        "Bring them to the trade counter, ask for Col.",
        "Ring if you want to go through it.",
        "Please forward this to whoever runs the dock.",
        "Don't sign the extension before Friday.",
        "Please don't pay invoice 2204 on Thursday.",
        "Ask Wanda how she worked the rota.",
        "Turn the corners out, it is two screws.",
        "Please register before the 14th.",
        "Kindly confirm the number of seats.",
        "If you can take the job, kindly revert with your rate.",
        "Tap below to reserve the long table.",
        "WhatsApp me on 07700 900121.",
        "DM me the sizes of the three doors.",
    ],
)
def test_imperatives_direct(value: str) -> None:
    assert any_directs(value)


@pytest.mark.parametrize(
    "value",
    [
        "Change is hard for teams of your size.",
        "Order books are full this month.",
        "Let me know if you would like to talk.",
        "Our platform lets you find leads, share reports and print invoices.",
        "Call centres in Leeds lose nine people a month.",
        "See you on Thursday.",
        "Don't miss out on the kiln fair.",
        "Don't hesitate to call me about it.",
        "Have a great week.",
        "Talk to you soon.",
        "I wanted to check in.",
        "Please find our brochure attached.",
        "Kindly note our new address.",
        "Please accept our best wishes.",
        "Claims rose by a third.",
        "Connect boxes are sold in Leeds.",
        "Hope you are well.",
        "",
        "Ask",
    ],
)
def test_other_sentences_do_not(value: str) -> None:
    assert not any_directs(value)
