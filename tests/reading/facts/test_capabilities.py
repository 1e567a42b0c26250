"""What the sender's product can do, item by item."""

import pytest

from tests.reading.sayings import passage, sayings


def listed(value: str) -> list[str]:
    text = passage(value).text.value
    return [text[start:end] for each in sayings(value) for start, end in each.capabilities]


@pytest.mark.parametrize(
    ("value", "count"),
    [
        ("Our platform offers planning, time tracking and payroll.", 3),
        ("We ask you to give us a slot, send the plans, and install the plug.", 0),
        (
            "Our client is in Ghent, so please send me your papers, tell me when, and give two dates.",
            0,
        ),
        ("We deliver within ten days, we assemble it, and we take the old ones.", 3),
        ("Our system exports payroll.", 1),
        ("Our system books slots, reads plates and orders soap.", 3),
        ("Our team grew to sixty people.", 0),
        ("We have twelve years of experience.", 0),
        ("I still have nine summers of counts, sorted, cleaned and without names.", 0),
        ("We are raising two million.", 0),
        ("I'd like to give a talk about clay, frost and rain.", 0),
        ("You plan, load and invoice at three depots.", 0),
        ("What we offer:", 0),
        ("Our macro works, it's 60 lines, and it's ugly.", 0),
        ("We do leaflets, banners and cards.", 3),
        ("I do, so you get an answer: copper costs more, zinc less.", 0),
        ("I do a show on Sundays, a market on Fridays and a choir.", 0),
        ("The survey on file is old, and we do those.", 0),
        ("We run a call centre in Lublin, in six languages, with 140 people on two shifts.", 1),
        ("We did it in May, and it showed in support tickets, sales and calls.", 0),
        ("Our system prints the ticket, and opens the gate, 24/7.", 2),
        ("Our app reads the meter (street, number, stand), and sends the bill.", 2),
        ("We seat people of every trade (e.g. tilers, roofers, glaziers).", 0),
        ("Our ovens save you 20% on gas, flour and wages.", 1),
        ("Our ovens save gas, cut the noise and keep the crust.", 2),
        ("We sort the stones by colour, using a camera, a scale and a sieve.", 0),
        ("We sell a scale that sorts by colour, using a camera, a scale and a sieve.", 1),
        ("Our system sorts the stones, even at night, and costs less than a sieve.", 1),
        ("We have a library, and they give us rooms, chairs and light.", 0),
        ("Neither works for us, so our team waits.", 0),
        ("We hold 18 microns, and 12 if you let us rough, relieve and come back.", 0),
    ],
)
def test_capabilities_are_counted(value: str, count: int) -> None:
    assert len(listed(value)) == count


def test_each_capability_has_its_words() -> None:
    value = "Our platform offers planning, time tracking and payroll."
    assert listed(value) == ["offers planning", "time tracking", "payroll"]


def test_items_of_a_list_below_the_sender() -> None:
    value = "Our system gives you:\n- live positions\n- booking of slots\n- invoices without paper"
    assert listed(value) == ["live positions", "booking of slots", "invoices without paper"]


def test_what_is_asked_in_a_list_is_no_ability() -> None:
    value = "Our club offers this:\n- Try it for a month\n- Tell me what you hear\n- No fee"
    assert listed(value) == []


def test_what_came_of_it_for_somebody_is_no_list() -> None:
    assert (
        listed("We cut recounts at Brandt Foods to 240, saved 40 hours and closed two aisles.")
        == []
    )


def test_items_that_tell_what_came_of_it_are_no_abilities() -> None:
    value = (
        "In ninety days with our system, at Harbour & Pine:\n"
        "- hours at the gate dropped from nine to three\n"
        "- two claims were saved by the photos\n"
        "- overtime went from 61 hours to 12"
    )
    assert listed(value) == []


def test_words_that_are_nouns_too_are_abilities_after_their_subject_only() -> None:
    assert not listed("We counted 1,900 chargers, 212 with the wrong cut-off, and people have one.")


def test_items_that_tell_what_was_found() -> None:
    value = """We cast bells in Aarau, and we found this:

- 60% of the cracks are at the gate
- the buyers wanted a drawing for each of them
- two more hours in the sand worked"""
    assert listed(value) == []


def test_what_it_does_again_and_again() -> None:
    value = "With Quillo it wouldn't happen. It greets, it checks them in, and it never yawns."
    assert listed(value) == ["It greets", "it checks them in", "it never yawns"]


def test_how_many_use_it_is_no_ability() -> None:
    assert listed("Our system books slots. 400 shops use it.") == ["books slots"]


def test_how_it_is_with_the_reader_is_no_ability() -> None:
    assert listed("Our till is new. It is small, it costs 90, and it fits your bar.") == []
