"""A sentence in its message."""

import pytest

from tests.reading.sayings import saying, sayings


def test_it_goes_on_about_the_sender() -> None:
    about = [each.about for each in sayings("We sell car-park software. It runs on handhelds.")]
    assert about == ["sender", "sender"]


def test_it_goes_on_about_somebody_else() -> None:
    said = sayings("Hartmann Pumps closed on day nine. They now close on day four.")
    assert [each.about for each in said] == ["neither", "neither"]


def test_a_name_from_the_senders_sentence_goes_on() -> None:
    said = sayings("We welcomed Dana as our new director. Dana brings twenty years of Oracle.")
    assert [each.about for each in said] == ["sender", "sender"]


def test_items_below_the_sender_are_the_senders() -> None:
    said = sayings("Here is what we do:\n- payroll by phone\n- rotas by rain")
    assert {each.about for each in said[1:]} <= {"sender", "neither"}
    said = sayings("Our app has:\n- payroll by phone\n- rotas by rain")
    assert [each.about for each in said] == ["sender", "sender", "sender"]


def test_a_goodbye_boasts_of_nothing() -> None:
    assert saying("I have not found the right moment, so this is my last note.").about == "neither"


def test_an_introduction_only_introduces() -> None:
    assert saying("This is Mo from Larkfield.").only_introduces
    assert not saying("This is Mo from Larkfield, and we plan shifts for hotels.").only_introduces
    assert not saying("Two hotels moved.").only_introduces


def test_who_writes_may_stand_before_what_is_for_the_reader() -> None:
    lead, seen = sayings("I farm cherries in the next valley. You lost the lower field in April.")
    assert lead.leads_to(seen)
    lead, seen = sayings("We mend franking machines in Truro. You lost the lower field in April.")
    assert lead.leads_to(seen)
    wish, seen = sayings("I wanted to reach out to you. You lost the lower field in April.")
    assert not wish.leads_to(seen)
    warned = "In the photo of the hall on your website you can read the password on the wall."
    lead, seen = sayings(f"My name's Anil, we look after the computers of four schools. {warned}")
    assert lead.leads_to(seen)
    lead, ask = sayings("I farm cherries in the next valley. Do you have 15 minutes?")
    assert not lead.leads_to(ask)


def test_a_plan_that_leads_to_a_question_is_about_both() -> None:
    asked = "before I draw another line I'd like to know what crews do now"
    assert saying(f"I'm working on a stretcher rail, and {asked}.").about == "both"
    assert saying("I'm working on a stretcher rail of steel and ash.").about == "sender"
    assert saying(f"We work on a stretcher rail, and {asked}.").about == "sender"


def test_what_the_two_have_in_common_is_no_recital() -> None:
    assert not saying("We've got the same queue at 9 on Mondays in Leeds.").is_recital
    assert saying("You run 26 vans in Leeds and two depots in Hull.").is_recital


def test_what_a_product_does_with_theirs_is_about_the_sender() -> None:
    assert saying("We sell a dispatch tool. It sorts your stops by hour.").about == "sender"
    assert saying("Our app prints bills. You can also send your lists.").about == "sender"


def test_how_a_product_stands_with_them_and_what_they_can_do_is_theirs() -> None:
    assert saying("We sell a valve. It fits your line 3.").about == "reader"
    assert saying("Our van was there. You can see your two slates from it.").about == "reader"
    assert saying("Two slates slipped. It looks worse from your yard.").about == "reader"


def test_what_was_given_does_not_go_on_about_the_sender() -> None:
    assert saying("Here is our checklist. It takes an hour.").about == "neither"


def test_a_founder_is_of_the_senders_company() -> None:
    assert saying("I'm Mo, co-founder of [Company].").about == "sender"
    assert saying("I'm curious about the second bay of [Company].").about != "sender"


def test_a_wish_without_its_subject_is_not_about_the_reader() -> None:
    assert saying("Would love 15 minutes to share what we see at {{company}}.").about != "reader"


def test_a_line_that_is_only_wrapped_goes_on() -> None:
    assert "," not in saying("I was just calling to follow\nup on my email.").plain.words


def test_who_writes_may_be_a_firm_where_much_of_theirs_follows() -> None:
    seen = "Your bays 3 and 4 at Harbour Road close at six, and eleven lorries stood there."
    firm, recruiter, hope = (
        sayings(f"{told} {seen}")
        for told in (
            "We are a small company of two people in Hull.",
            "I recruit for a yard in Basel.",
            "We are a small company that would love to meet.",
        )
    )
    assert firm[0].leads_to(firm[1])
    assert recruiter[0].leads_to(recruiter[1])
    assert not hope[0].leads_to(hope[1])


def test_who_asks_a_favour_asks_nothing_about_their_work() -> None:
    (asked,) = sayings("Could you link to us from your page on kilns in Kent?")
    assert not asked.asks_about_work


def test_small_talk_asks_nothing_about_their_work() -> None:
    assert not saying("What's the weather like over in Malmö?").asks_about_work
    assert saying("What happens to the fish in Malmö when the weather turns?").asks_about_work


@pytest.mark.parametrize(
    "asked",
    [
        "Would you place a link to our guide on your page?",
        "I read your page on kilns and would be glad of a guest post there.",
    ],
)
def test_who_asks_a_favour_speaks_for_themselves(asked: str) -> None:
    (saying,) = sayings(asked)
    assert saying.about == "sender"
