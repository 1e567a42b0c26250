"""What in a sentence could not stand in just any letter."""

import pytest

from tests.reading.sayings import saying


def specifics(value: str) -> tuple[int, int, int, int, int]:
    return tuple(saying(value).specifics)  # type: ignore[return-value]


@pytest.mark.parametrize(
    "value",
    [
        "We help companies like yours grow their business and save time.",
        "I would love to schedule a quick call this week to discuss your needs.",
        "Hope to hear from {{first_name}} at {{company}} on Monday at 10:30 or in 15 minutes.",
        "Our innovative, scalable platform drives results for clients across the industry.",
    ],
)
def test_words_that_anybody_could_be_sent_weigh_nothing(value: str) -> None:
    assert saying(value).specifics.weight == 0


def test_words_of_a_trade_names_and_figures_are_counted() -> None:
    assert specifics("The kiln cracked two glazes, and the kiln cooled.")[0] == 4
    assert specifics("Your second office in Leeds opens.")[1] == 1
    assert specifics("Ines Okafor runs it.")[1] == 1
    assert specifics("You have 12 open roles and 4.2 stars.")[2] == 2
    assert specifics("It has been so since 2019.")[2] == 0


def test_fields_weigh_by_what_they_know_of_the_reader() -> None:
    assert specifics("You opened {{new_property}}.")[3] == 1
    assert specifics("You work at {{company}} as {{title}}.")[3] == 0
    assert specifics("You know [Mutual Connection].")[4] == 1
    assert specifics("It went to [Result].")[2] == 1


def test_what_is_known_of_one_reader_weighs_most() -> None:
    assert saying("You see {{new_property}}.").specifics.weight == 3
