"""The sender's own names."""

import time

import pytest

from tests.reading.sayings import passage, saying


def own(value: str, *names: str) -> list[str]:
    found = passage(value, *names)
    return [
        found.words.folded[index]
        for index, owner in sorted(found.owners.items())
        if owner == "sender"
    ]


@pytest.mark.parametrize(
    "value",
    [
        "This is Mo from Larkfield.",
        "It is Mo from Larkfield.",
        "I'm Mo, and I lead sales at Larkfield.",
        "I work for Larkfield.",
        "Here at Larkfield the day closes at noon.",
        "At Larkfield, we close the day.",
        "Larkfield is a leading provider of shift plans.",
        "Larkfield helps hotels.",
        "With Larkfield you close the day at noon.",
        "Larkfield, a platform for hotels, closes the day.",
        "I founded Larkfield in May.",
        "Have you heard of Larkfield?",
        "As a leader in lamps, Larkfield has helped hundreds of hotels.",
        "The Larkfield team has served pharmacies since 2009.",
        "From counts to moves, Larkfield does it all.",
        "Larkfield, based in Hull, is proud to announce a lamp.",
        "Hi Ada, Mo from Larkfield. Your count is out by nine.",
        "Ada, Mo Dahl at Larkfield, 01632 960 114.",
        "Mo with Larkfield – the stair that you asked about is dry.",
    ],
)
def test_a_name_that_the_text_gives_the_sender(value: str) -> None:
    assert own(value) == ["larkfield"]


@pytest.mark.parametrize(
    "value",
    [
        "I read your post about Larkfield.",
        "You run finance at Larkfield.",
        "I'm curious how you handle returns at Larkfield.",
        "The hotels of Larkfield moved their audits.",
        "Congrats on joining Larkfield!",
        "The trick is old, but it did at Larkfield what it does here.",
        "At Larkfield we had to give that up.",
        "I wrote to you about the stair at Larkfield. I have mended such stairs for years.",
        "I spoke with Larkfield, your neighbours.",
        "The team at Larkfield moved its counts to noon.",
        "Larkfield has helped me with the list.",
        "A firm of 19 in Larkfield, makes the gates.",
        "I'm a huge fan of Larkfield's kiln.",
        "I'm a regular reader of Larkfield.",
        "I am a customer of Larkfield.",
        "I'm originally from Larkfield.",
        "Hi Ada, Mo from Larkfield told me that you count at noon.",
        "Greetings from Larkfield. The fair is on.",
        "Hi Ada, your cod from Larkfield. It came late.",
    ],
)
def test_a_name_that_is_not_the_senders(value: str) -> None:
    assert own(value) == []


def test_a_name_ends_with_what_it_owns() -> None:
    assert own("Larkfield's AI-powered platform empowers hotels.") == ["larkfield's"]


def test_a_name_is_known_throughout_once_it_is_known() -> None:
    value = "This is Mo from Larkfield. Larkfield's rota knows the weather."
    assert own(value) == ["larkfield", "larkfield's"]
    assert saying(value).about == "sender"


def test_names_from_the_configuration() -> None:
    assert own("Acme Cloud plans shifts; acme does not.", "Acme Cloud") == ["acme", "cloud"]
    assert saying("Ledger closes the books overnight.", "Ledger").about == "sender"
    assert saying("Ledger closes the books overnight.").about == "neither"


def test_a_field_after_an_introduction_is_the_senders_company() -> None:
    assert own("I'm the Head of Sales at [Company].") == ["{}"]
    assert own("[Your Name] from [Company].") == ["{}", "{}"]
    assert own("How do you plan shifts at [Company]?") == []


@pytest.mark.parametrize(
    "value",
    [
        "Kessler lets 40 people go at the end of March.",
        "I'm selling the warehouse at Quay 6 for the owners.",
        "Ian, the 15% solution that you buy loses strength in the heat.",
        "I'm a University of Kiel graduate.",
        "I am an alumnus of Kiel and a planner.",
        "I'm a student of Norlake College.",
    ],
)
def test_names_of_others_and_of_places(value: str) -> None:
    assert own(value) == []


def test_a_thing_that_works_and_is_used_is_the_senders() -> None:
    value = "Larkfield turns notes into tasks. Thousands of teams run their week on Larkfield."
    assert own(value) == ["larkfield", "larkfield"]
    assert saying(value).about == "sender"


def test_what_works_and_is_not_said_to_be_used_may_be_anybodys() -> None:
    assert own("Larkfield sorts your newsletter into junk.") == []


@pytest.mark.parametrize(
    "value",
    [
        "Garages in Tyrone trust Spanlo because it knows the parts.",
        "That's why chefs in Hull swear by Spanlo.",
        "Porters choose Spanlo: keys, calls and parcels in one place.",
        "With Spanlo it wouldn't happen.",
        "Spanlo counts the float, checks the till and files the sheet. 300 bars run on it.",
    ],
)
def test_what_a_whole_trade_is_said_to_love_is_the_senders(value: str) -> None:
    assert own(value) == ["spanlo"]


def test_a_name_that_is_spelt_as_products_are_and_does_three_things() -> None:
    assert own("FreightIQ reads the bill, checks the seal and books the slot.") == ["freightiq"]


@pytest.mark.parametrize(
    "value",
    [
        "Your drivers love Sygic because it knows the low bridges.",
        "Why do garages in Tyrone choose Bosch?",
        "Bakers in Leeds love Allinson because it forgives a cold room, the miller told me.",
        "Kev sorts the post, answers the phone and makes the tea.",
        "With Sage it takes two hours.",
        "PayFit hires, trains and houses its drivers in Lyon.",
        "Keighley cooks, serves and washes up from one hatch.",
    ],
)
def test_what_others_love_and_do_is_theirs(value: str) -> None:
    assert own(value) == []


@pytest.mark.parametrize(
    "clause",
    [
        "Quillo scans it, checks it and books it, ",
        "Quillo sorts your stops. ",
        "that's why bakers choose Quillo, ",
        "does Elmsport sort it at Elmsport, ",
    ],
)
def test_names_are_looked_for_in_no_more_than_their_neighbourhood(clause: str) -> None:
    started = time.process_time()
    own(clause * 1_500)
    assert time.process_time() - started < 5
