"""Sentences of the sender's own house, in which nobody says we."""

import pytest

from tests.reading.sayings import saying, sayings


@pytest.mark.parametrize(
    "value",
    [
        "The trustees met on 6 May and approved the accounts.",
        "On 1 March the combined practice will have 44 dentists.",
        "The company paid out 31 million last year.",
        "Today there are 85 of us, in three halls.",
        "We moved in June. There are two furnaces and a test bench in the hall.",
        "We are a choir from Wick. Founded by two sisters, and led by a third.",
        "We run a kiln. All are made of brick from Stoke.",
    ],
)
def test_the_house_is_the_senders(value: str) -> None:
    assert saying(value).about == "sender"


@pytest.mark.parametrize(
    "value",
    [
        "Your roof was mended in May. The board met twice about it.",
        "The team at Orrin & Sons moved its counts to noon.",
        "The registry office needs an interpreter on the 14th.",
        "The maker wrote to all of us.",
        "I tried the demo. There are 11 places where the text is wrong.",
        "The price of tin went up.",
        "I've got a bench left. There's a photo below.",
        "A day's exercise for the board.",
        "Following up on the partnership conversation last Thursday.",
    ],
)
def test_other_houses(value: str) -> None:
    assert saying(value).about != "sender"


def test_a_long_letter_about_a_house_is_heard_to_its_end() -> None:
    heard = sayings("The board met. " * 200)
    assert {each.about for each in heard} == {"sender"}
