"""Names of plants, shops and lines of the reader's, which do what products do."""

import pytest

from tests.reading.sayings import passage, sayings


def own(value: str) -> set[str]:
    found = passage(value)
    return {found.words.folded[index] for index, owner in found.owners.items() if owner == "sender"}


@pytest.mark.parametrize(
    "value",
    [
        "Elmsport handles 240 bed moves a week, according to your annual report.",
        "Elmsport supports two cranes at berth 5, going by the plan you published in May.",
        "Elmsport serves 900 breakfasts a day out of one galley, if your brochure is right.",
        "Elmsport makes its own stock, as you told the Grocer in June.",
        "Elmsport offers night slots from April, as the council's minutes have it.",
        "Elmsport builds 40 seats an hour. Who counts them at Elmsport?",
        "Elmsport serves 300. How many cooks does Elmsport have on a Sunday?",
        "Elmsport handles returns at the gate. Is Elmsport short of drivers or of vans?",
        "Elmsport offers nights. I walked past the Elmsport depot on Monday.",
        "Glasgow serves 300 with four cooks.",
        "Elmsport runs the ferry, clears the quay and sells the tickets. 900 people use it daily.",
        "What is it at Elmsport?",
    ],
)
def test_a_name_that_the_text_shows_to_be_theirs(value: str) -> None:
    assert own(value) == set()


@pytest.mark.parametrize(
    "value",
    [
        "Elmsport handles your orders. Does Elmsport sound like something for you?",
        "Elmsport builds dashboards for plants. Can I show you how Elmsport works?",
        "Elmsport makes payroll simple, as the reviews say.",
        "Elmsport serves 900 warehouses, from your first order to your last.",
        "Elmsport offers two plans. How does Elmsport help?",
        "Elmsport supports clinics. Is Elmsport right for any of them?",
        "Elmsport serves clinics. Could we meet at Elmsport?",
        "Elmsport builds a forecast from your menus and cuts the wait by 20 minutes.",
        "Elmsport supports you as your plans grow, in as few as 5 minutes.",
        "Elmsport works as your menu board.",
        "Elmsport handles returns by reading your log.",
        "Elmsport, a supplier of lamps, is at your service. I'm Mo from Elmsport.",
    ],
)
def test_a_name_that_stays_the_senders(value: str) -> None:
    assert own(value) == {"elmsport"}


def test_a_firm_that_is_called_after_a_place_is_no_place() -> None:
    assert own("Glasgow Lamps serves 300 with four cooks.") == {"glasgow", "lamps"}


def test_what_a_site_of_theirs_does_was_seen_there() -> None:
    value = "Elmsport serves 900 lunches from one hatch, per the slide you showed in Graz."
    assert [(each.about, each.gift) for each in sayings(value)] == [("reader", "observes-theirs")]
