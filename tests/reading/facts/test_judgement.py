"""What a message weighs."""

from tests.reading.sayings import judgement

GOOD = (
    "Hi Ada,\n\nYour gate at Harbour Road opens at six, and eleven lorries stood there on Monday."
    "\n\nThe yard at Orrin & Sons gave three hauliers a fixed slot.\n\nWho decides on slots at yours?"
)
BAD = (
    "Hi Ada,\n\nWe are the leading provider of yard software. Our team has twelve years of"
    " experience.\n\nDo you have 15 minutes for a quick call?\n\nBest,\nMo"
)


def test_what_is_in_it_for_the_reader() -> None:
    assert judgement(GOOD).worth >= 5
    assert judgement(BAD).worth == 0


def test_what_is_meant_for_this_reader() -> None:
    assert judgement(GOOD).specifics >= 8
    assert judgement(BAD).specifics == 0


def test_how_much_is_about_the_sender() -> None:
    assert judgement(GOOD).sender_share == 0
    assert judgement(BAD).sender_share == 1
    assert judgement("Two hotels moved.").sender_share is None


def test_what_is_told_counts_as_meant_for_the_reader_beside_something_about_them() -> None:
    told = "When a site adds a second bay, recounts usually double for about two months."
    assert judgement(f"{told} We sell shelves.").specifics == 0
    assert judgement(told).specifics > 0
    assert (
        judgement(f"{told} Who counts at yours?").specifics
        > judgement("Who counts at yours?").specifics
    )


def test_a_company_says_we_and_a_person_says_i() -> None:
    assert judgement("We plan rotas. Our tool is quick. We answer.").we_share == 1
    assert judgement("I plan rotas. My brother answers. We answer.").we_share == 1 / 3
    assert judgement("We both sat on the panel.").we_share is None
    assert judgement("Two hotels moved.").we_share is None


def test_prepared_copy_hides() -> None:
    assert judgement("{{icebreaker}} We plan rotas.").is_hidden
    assert judgement('[Quick update, e.g., "we opened [place]"] We plan rotas.').is_hidden
    assert not judgement("Hi {{first_name}}, we plan rotas.").is_hidden


def test_greetings_and_signatures_are_not_weighed() -> None:
    assert judgement("Hi Ada,\n\nTwo hotels moved.\n\nBest,\nMo").length == 3
