"""What a message weighs."""

from collections.abc import Iterator

import pytest

from cadence_lint.reading.facts.judgement import Judgement
from cadence_lint.reading.facts.saying import Saying
from tests.reading.sayings import judgement, passage

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


def test_who_is_asked_for_something_is_not_spoken_of() -> None:
    asked = "We make yard software. Could you find 15 minutes for it on your Tuesday?"
    assert judgement(asked).sender_share == 1
    assert judgement(f"{asked} You opened a gate at Harbour Road.").sender_share != 1


def test_who_is_asked_for_something_still_occurs() -> None:
    assert judgement(BAD).turns_to_nobody
    asked = judgement("We make yard software. Could you find half an hour for your yard?")
    assert not asked.turns_to_nobody


def test_what_could_be_said_to_anybody_is_not_spoken_of_them() -> None:
    told = "We make yard software, and we won a prize in May."
    assert judgement(f"I came across your profile. {told} Your work is great.").sender_share == 1
    seen = "Your gate at Harbour Road opens at six."
    assert judgement(f"{seen} {told}").sender_share != 1


def test_who_applies_for_a_post_answers_what_was_asked() -> None:
    told = "I spent four years on scales in Hull. I like small teams."
    assert judgement(told).sender_share == 1
    assert not judgement(f"I'm applying for the fitter's role. {told}").sender_share


def test_who_was_asked_may_say_what_they_can_do() -> None:
    told = "We can do the hall in May, with four people. We bring the lights."
    assert judgement(told).sender_share == 1
    assert not judgement(f"As asked: {told}").sender_share
    assert not judgement(f"You asked on the list for a hall in May. {told}").sender_share
    assert judgement(f"You never asked. {told}").sender_share


def test_what_is_told_counts_as_meant_for_the_reader_beside_something_about_them() -> None:
    told = "When a site adds a second bay, recounts usually double for about two months."
    assert judgement(f"{told} We sell shelves.").specifics == 0
    assert judgement(told).specifics == 0
    asked = "Who counts the shelves in your bay at night?"
    assert judgement(f"{told} {asked}").specifics > judgement(asked).specifics


def test_a_lecture_is_worth_nothing_to_anybody_in_particular() -> None:
    lecture = (
        "A kilo of wet sand holds 200 grams of water. In frost it expands by 9%. Kilns lose a third"
        " of their heat through the door."
    )
    assert judgement(f"{lecture} When can we meet?").worth == 0
    assert judgement(f"{lecture} The door of your kiln at Harrow Lane does not shut.").worth > 4


def test_what_happened_to_somebody_counts_by_itself() -> None:
    case = "The kiln at Brandt & Cole got a second door, and its gas bill went from 900 to 610."
    assert judgement(f"{case} When can we meet?").worth >= 2


def test_to_recite_what_they_know_is_worth_little_beside_a_wish() -> None:
    known = (
        "You have two kilns in Stoke, and make 4,000 plates a week. Your showroom in Leek opened in"
        " 2019."
    )
    assert judgement(f"{known} We sell clay. When can we meet?").worth == 1
    assert judgement(f"{known} Your second kiln is cold, since the gas man never came.").worth >= 3


def test_a_list_of_questions_helps_whoever_asks() -> None:
    asked = "How many kilns do you fire? Which clay do you use? Who are your glaze suppliers?"
    assert judgement(f"{asked} We will then send an offer.").worth == 1
    assert judgement("Which clay do you use for the plates in the oven range?").worth == 2


def test_a_subject_line_can_say_that_it_is_theirs() -> None:
    told = "The third plank is soft. Larch of 40 mm would hold for ten winters or more."
    theirs = Judgement([passage("your landing stage at Wick", part="subject"), passage(told)])
    nobodys = Judgement([passage("landing stages", part="subject"), passage(told)])
    assert theirs.worth > nobodys.worth == 0


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


def test_who_offers_themselves_for_what_is_sought_answers_a_call() -> None:
    skills = "I did the books of a hospice for nine years. I live two streets off."
    sought = f"I read that you are looking for a treasurer in Otley on Saturdays. {skills}"
    assert judgement(sought).sender_words == 0
    assert judgement(f"I saw your stall in Otley on Saturday. {skills}").sender_words > 0
    house = sought.replace("I did", "We did").replace("I live", "We live")
    assert judgement(house).sender_words > 0


def test_what_is_told_in_answer_is_told_to_the_reader() -> None:
    told = "since the revision of July a cold store may claim 40% of the meter"
    assert judgement(f"Yes, {told}.").worth >= 2
    assert judgement(f"{told.capitalize()}.").worth < 2


def test_a_demonstration_is_worth_less_than_a_list() -> None:
    assert judgement("Shall I show you around in it?").worth <= 1
    assert judgement("Happy to send you the list of blocked drains.").worth == 2


def test_a_plea_is_a_wish() -> None:
    known = "You have bought pallets of ours in Stoke and Leek."
    assert judgement(f"{known} Please confirm by Friday.").worth == 1


def test_who_wants_nothing_tells_for_the_reader_s_sake() -> None:
    told = (
        "The county moved its deadline for food waste to autumn, and the letter they sent still"
        " says spring."
    )
    assert judgement(told).worth == 2
    assert judgement(f"{told} Do you have 15 minutes for a quick call?").worth == 0
    assert judgement(f"{told} We sell bins.").worth == 0


def test_what_the_house_of_the_reader_is_they_know() -> None:
    said = "Orrin & Sons was founded in 1962 and runs three kilns in Wick, Leek and Stoke."
    rest = "You sell tiles and employ 45 people. We print labels, and would like to print yours."
    assert judgement(f"Dear Mr Orrin,\n\n{said} {rest}").worth == 1
    assert judgement(f"Dear Mr Bell,\n\n{said} {rest}").worth == 3


def test_answers_to_pick_from_say_nothing() -> None:
    asked = "Is it that\n\nA) you've run off with the circus and its tent\n\nB) my mails sank"
    assert judgement(f"Hi Ada,\n\n{asked}").worth == 0


def test_to_speak_of_oneself_asks_for_nothing() -> None:
    assert not judgement("We sell bins. Our team is large.").asks
    assert judgement("We sell bins. Please sign the form.").asks
    assert judgement("We print menus, and would like to print yours.").asks


def test_what_is_shown_without_a_wish_is_left_to_them() -> None:
    shown = "Your gate lets the forklift clip the left post, which is cracked up to knee height."
    assert judgement(shown).leaves_it_to_them
    assert not judgement(f"{shown} We sell posts.").leaves_it_to_them
    assert not judgement(f"{shown} Please call us.").leaves_it_to_them
    assert not judgement("You have eleven hectares and harvest by hand.").leaves_it_to_them


def test_a_survey_and_a_recital_without_a_name_are_meant_for_nobody_in_particular() -> None:
    asked = "Who books the travel? How many trips do you make? What do you use for hotels?"
    assert judgement(asked).specifics == 0
    assert judgement("You are responsible for the lives of your drivers.").specifics <= 1
    assert judgement("You are responsible for 40 drivers in Wick.").specifics >= 4


def test_what_is_told_of_a_matter_that_was_theirs_before_counts() -> None:
    told = judgement(
        "One of the two web shops has taken down the charger with most of the faults. Have you got"
        " 15 minutes?"
    )
    assert told.worth == 0
    assert told.worth_beside(is_theirs=True) > 0


def test_a_thing_of_theirs_in_the_subject_is_half_of_it() -> None:
    def weight(subject: str) -> int:
        parts = [passage(subject, part="subject"), passage("Happy to help with it.")]
        return Judgement(parts).specifics

    assert weight("I mended the import of your issue #2214") >= 1
    assert weight("your team") == weight("issue #2214") == 0
    assert weight("A guest for your show: Ines Okafor, potter") == 0
    assert weight("Cut your gas bill by 40%") == 0


@pytest.mark.parametrize(
    ("value", "hides"),
    [
        ("I'm an editor at [name of a big magazine]. Could we talk?", False),
        ("We also run [a house for bells and horns].", False),
        ("I was struck by [something that they wrote lately].", True),
        ("We loved [what they said in their talk].", True),
        ("We're glad that you [did something concrete and good].", True),
        ("{{icebreaker}} We print menus.", True),
    ],
)
def test_a_blank_for_who_writes_hides_nothing(value: str, hides: bool) -> None:
    assert judgement(value).is_hidden == hides


def test_a_question_for_a_count_of_theirs_is_for_them() -> None:
    asked = judgement("How many jobs did your team do last week?")
    assert asked.worth == asked.specifics == 2


def test_a_field_beside_the_sender_is_not_of_the_reader() -> None:
    assert judgement("At the moment I work with [a house for bicycle bells].").specifics == 1
    assert judgement("They told us of [bicycle bell].").specifics == 1
    assert judgement("It began with [bicycle bell].").specifics == 3


def test_a_matter_of_somebody_named_is_told_to_few() -> None:
    told = (
        "Harker tested the boilers of Marlow House in 2019, and all nine papers end on 31 March."
        " The county fines 400 euros for each flat of Marlow House that has none."
    )
    assert judgement(told).specifics >= 7
    lecture = told.replace("Marlow House", "a house").replace("Harker", "Somebody")
    assert judgement(lecture).specifics == 0


def test_what_is_plainly_for_one_reader() -> None:
    assert judgement(GOOD).is_for_one
    assert not judgement(BAD).is_for_one


def test_what_points_to_a_place_in_something_is_told_to_whom_it_belongs() -> None:
    found = "On page 31 of last year's report the totals in table 4 are 212 and 87, which is 299."
    assert judgement(found).specifics >= 2
    assert judgement(found).worth == 2
    assert judgement(found.replace("page 31", "a page").replace("table 4", "a table")).worth == 0


def test_empty_praise_turns_to_nobody() -> None:
    told = "The journal has an index of 6.8 and prints in 5 days."
    praise = "Love what you do with the oven, the kiln and the glaze."
    assert judgement(f"{praise} {told}").specifics <= 2
    assert judgement(f"You fire the kiln in Leeds at noon. {told}").specifics > 4


def test_what_they_are_taken_to_think_is_told_to_anybody() -> None:
    assert judgement("You run vans, so you know that diesel is dear after wages.").specifics == 0
    assert judgement("You said that you know the drivers by their vans.").specifics > 0


def test_a_call_listens_where_it_asks_about_their_work() -> None:
    assert judgement("We print menus. Which of your houses changes its menu most often?").listens
    assert not judgement("We print menus. You might be interested in a new paper.").listens
    assert not judgement("We print menus. Which one suits you better, and is it Tuesday?").listens


def test_a_call_listens_where_it_asks_for_leave_and_wants_nothing_more() -> None:
    opening = "It is Ada from Orrin Print, and you do not know me. Is this a bad moment?"
    assert judgement(opening).listens
    assert not judgement(f"{opening} I would love a quick call on Tuesday.").listens


def test_a_question_listens_where_nobody_speaks_of_themselves() -> None:
    asked = "Fair enough. Would you rather get it by post?"
    assert judgement(asked).listens
    assert not judgement(f"We print menus for hotels in the north. {asked}").listens


@pytest.mark.parametrize(
    "greeting",
    [
        "Greta Lind? How are you today?",
        "Hello, is this Greta? How are you?",
        "Are you the person for menus at the Harbour House?",
        "Are you the person for menus? I'm selling menus. Your houses want one now!",
    ],
)
def test_to_ask_after_them_is_not_to_listen(greeting: str) -> None:
    assert not judgement(greeting, part="script").listens
    asked = judgement(
        f"{greeting} Which of your houses changes its menu most often?", part="script"
    )
    assert asked.listens


@pytest.mark.parametrize(
    "asked",
    [
        "If I could take a third off the bill for cloth, would that change your mind?",
        "Would you be interested in a better cloth?",
        "Would you be willing to answer four questions about menus?",
        "Could you take a short survey?",
    ],
)
def test_to_ask_for_a_nod_is_not_to_listen(asked: str) -> None:
    assert not judgement(f"Good to reach you. {asked}", part="script").listens
    work = "Which of your houses changes its menu most often?"
    assert judgement(f"{asked} {work}", part="script").listens


@pytest.mark.parametrize(
    "greeting",
    [
        "Greta Lind? How are you today?",
        "Hello, is this Greta?",
        "Is this Greta? Ada from Orrin Print here.",
    ],
)
def test_a_call_that_only_greets_does_not_say_what_for(greeting: str) -> None:
    assert judgement(greeting, "Orrin Print", part="script").only_opens
    assert not judgement(greeting, "Orrin Print", part="voicemail").only_opens
    seen = "I read that the Harbour House opens again in May."
    assert not judgement(f"{greeting} {seen}", "Orrin Print", part="script").only_opens


@pytest.mark.parametrize(
    ("opening", "is_candid"),
    [
        ("It is Ada from Orrin Print. Is this a bad moment?", False),
        ("Is this Greta? Have you got half a minute?", False),
        ("This is a cold call. Have you got half a minute?", True),
        ("Have you got half a minute, to hear why I rang?", True),
    ],
)
def test_a_moment_is_asked_for_and_not_what_for(opening: str, is_candid: bool) -> None:
    said = judgement(opening, "Orrin Print", part="script")
    assert said.listens
    assert said.only_opens
    assert said.is_candid == is_candid
    assert not judgement(opening, "Orrin Print").only_opens


@pytest.mark.parametrize(
    "reason",
    [
        "I read that the Harbour House opens again in May.",
        "We print menus on cloth.",
        "Greta Lind suggested I write.",
        "Which of your houses changes its menu most often?",
        "I ring round the inns of the coast before the season.",
    ],
)
def test_who_gives_a_reason_does_not_only_open(reason: str) -> None:
    opening = "It is Ada from Orrin Print. Is this a bad moment?"
    assert not judgement(f"{opening} {reason}", "Orrin Print", part="script").only_opens


def test_a_moment_for_something_is_asked_for_with_a_reason() -> None:
    asked = "Have you got half a minute, to hear how the Swan saved on menus?"
    assert not judgement(asked, part="script").only_opens


def test_a_call_listens_where_it_asks_who_with_a_reason() -> None:
    asked = "Who looks after that at yours?"
    assert judgement(f"I read that a second site opens. {asked}").listens
    assert not judgement(f"We print menus. {asked}").listens


def test_what_is_offered_for_a_favour_is_its_price() -> None:
    offered = "Happy to send you the table with all nine kilns."
    assert judgement(offered).worth == 2
    assert judgement(f"I would like to write a guest post. {offered}").worth == 0


def test_thanks_are_enough_where_nothing_is_asked() -> None:
    thanks = "Thank you for the cake."
    assert judgement(thanks).worth == 2
    assert judgement(f"{thanks} Do you have 15 minutes for a quick call?").worth == 0


def test_a_word_of_manners_and_a_favour_make_no_survey() -> None:
    asked = judgement(
        "How have you been, Ada?\n\nI saw that you are at Norlake now; who plans the gates there?"
        "\n\nWould you have lunch with us in May?"
    )
    assert asked.worth >= 2


@pytest.mark.parametrize(
    "sent",
    [
        "When we met, Greta Lind suggested I write.",
        "My note: Halm gave me your name.",
        "I was there, and Lind suggested I write.",
    ],
)
def test_who_sent_the_sender_is_a_reason_that_is_theirs(sent: str) -> None:
    told = judgement(f"We make yard software. {sent}")
    assert told.worth == 2
    assert told.specifics >= 3
    assert told.turns_to_reader
    assert told.sender_words == len("We make yard software".split())


def test_to_ask_whether_somebody_sent_them_names_nobody() -> None:
    asked = judgement("We make yard software. Did Halm, who gave me your name, call?")
    assert all(saying.gift != "observes-theirs" for saying in asked.sayings)


def test_what_came_of_it_for_the_customer_before_counts_by_itself() -> None:
    done = "With Harlow Foods we moved the night audit within two weeks."
    then = "After a month they cut the count by 15%."
    assert judgement(f"{done} {then}").worth > judgement(then).worth
    assert judgement(then).worth == 0


def test_a_long_row_of_such_sentences_is_read_to_its_end() -> None:
    row = judgement("They cut the count by 15%. " * 1500)
    assert not any(saying.is_case for saying in reversed(row.sayings))


def test_praise_with_its_topic_is_meant_for_them_and_bare_praise_gives_little() -> None:
    named = judgement("Your work on frost cover for young vines caught my attention.")
    bare = judgement("Your work caught my attention.")
    assert named.is_for_them
    assert not bare.is_for_them


def test_how_a_company_does_is_told_to_an_investor_and_to_nobody_else() -> None:
    books = "We're at $31k MRR, up 18% since March, from 64 dental labs."
    assert judgement(f"{books} You backed Orrin. We're raising a seed round.").sender_words == 0
    assert judgement(f"I saw your investment in Orrin. {books}").sender_words == 0
    assert judgement(f"{books} We plan the ovens of dental labs.").sender_words > 0
    assert judgement("We're raising a seed round. We plan dental ovens.").sender_words > 0


class Walked(list[Saying]):
    """A list that counts how often somebody walks over it."""

    walks = 0

    def __iter__(self) -> Iterator[Saying]:
        self.walks += 1
        return super().__iter__()


def test_what_is_said_is_walked_over_as_often_however_much_it_is() -> None:
    def walks(questions: int) -> int:
        judged = judgement("Does your depot book slots by phone or by mail? " * questions)
        sayings = judged.__dict__["sayings"] = Walked(judged.sayings)
        assert len(sayings) == questions
        assert judged.worth + judged.specifics > 0
        return sayings.walks

    assert walks(40) == walks(8)
