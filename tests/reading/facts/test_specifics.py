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
    assert specifics("You reach our 20,000 listeners and my 300 readers.")[2] == 0


def test_fields_weigh_by_what_they_know_of_the_reader() -> None:
    assert specifics("You opened {{new_property}}.")[3] == 1
    assert specifics("You work at {{company}} as {{title}}.")[3] == 0
    assert specifics("You know [Mutual Connection].")[4] == 1
    assert specifics("It went to [Result].")[2] == 1


def test_what_is_known_of_one_reader_weighs_most() -> None:
    assert saying("You see {{new_property}}.").specifics.weight == 3


@pytest.mark.parametrize(
    "value",
    [
        "Your unique and inspirational message would certainly enrich the discussion.",
        "I would be honoured to contribute and to collaborate with your readership.",
        "You have been SELECTED and CONFIRMED.",
    ],
)
def test_words_of_any_letter_are_not_particular(value: str) -> None:
    assert saying(value).specifics.particular == 0


def test_things_are_particular() -> None:
    found = saying("Your seconds shelf is empty by two, and the crate beside it too.").specifics
    assert found.particular == found.weight > 2


@pytest.mark.parametrize("number", ["1.", "2)", "12."])
def test_the_number_of_an_item_is_no_figure(number: str) -> None:
    assert saying(f"{number} You're slow to answer").specifics.figures == 0
    assert saying(f"{number} You're slow to answer").specifics.names == 0


def test_numbers_that_begin_a_sentence_are_figures() -> None:
    assert saying("12 trucks wait at the gate.").specifics.figures == 1


def test_capitals_make_no_name_of_a_long_word() -> None:
    assert saying("Your site is LOSING visitors.").specifics.names == 0
    assert saying("It went to IKEA and to the NHS.").specifics.names == 2


def test_wholly_is_no_figure() -> None:
    assert saying("The article will be 100% free of errors.").specifics.figures == 0
    assert saying("It rose to 90% at the kiln.").specifics.figures == 1


def test_a_topic_of_their_work_is_as_good_as_a_name() -> None:
    named = saying("I read your post on dropping the annual plan, and it stayed with me.").specifics
    assert named.names == 1
    assert named.particular >= 4
    assert saying("I read your post on growth.").specifics.names == 0
    assert saying("I wrote a post on dropping the annual plan.").specifics.names == 0


@pytest.mark.parametrize(
    ("value", "names"),
    [
        ("It will elevate You in their eyes, Which helps.", 0),
        ("We would like to Place a link.", 0),
        ("It went to the Sound Wise desk.", 1),
        ("The tide turned at Black Friday.", 1),
        ("It stood in Leeds.", 1),
    ],
)
def test_capitals_of_words_of_any_letter(value: str, names: int) -> None:
    assert saying(value).specifics.names == names
