"""What tells the reader more than they know."""

import pytest

from cadence_lint.reading.facts.recitals import asks_for, tells_more
from tests.reading.sayings import saying


@pytest.mark.parametrize(
    "said",
    [
        "Your bakery was founded in 1951 and has four shops in Leeds.",
        "You are the head of estates at the college in Wick.",
        "Your hens live in the open, and you sell the eggs at the gate.",
        "You spoke about flax at the fair in Ghent.",
    ],
)
def test_their_own_leaflet_read_out_to_them(said: str) -> None:
    assert not tells_more(saying(said).plain.words)
    assert saying(said).is_recital


@pytest.mark.parametrize(
    "said",
    [
        "The till of your shop in Leeds does not print the VAT number.",
        "Your hens get more light in March than the pullets in shed two.",
        "Your estates office closes at four, before the drivers are back with the pallets.",
        "I counted nine lorries at your gate in Wick.",
        "You asked in the flax group who still spins Nm 36.",
        "Your lease for the shed in Wick ends in June.",
    ],
)
def test_a_lack_a_contrast_a_cause_a_count_a_wish(said: str) -> None:
    assert tells_more(saying(said).plain.words)
    assert not saying(said).is_recital


def test_what_goes_on_about_it_is_a_part_of_the_recital() -> None:
    house = "Your house in Mill Lane has been on the market in Stoke."
    assert saying(f"{house} It has four bedrooms, a long garden and a garage.").is_recital
    assert not saying(
        f"{house} It has four bedrooms, but the stairs are missing a rail."
    ).is_recital


def test_what_they_asked_for_is_no_recital() -> None:
    assert asks_for("you asked who still spins hemp".split())
    assert not asks_for("you said that you spin hemp".split())


def test_their_own_words_and_things_near_theirs_are_no_recital() -> None:
    assert not saying('Your invoices say "payable in 30 days" in the footer.').is_recital
    assert not saying("Sheet 9 of the plan puts the bypass drain 14 m from your well.").is_recital
