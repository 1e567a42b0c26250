"""Figures, and whose they are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cadence_lint.reading import Passage
from tests.builders import text

NAMES = {"sourced-figure", "unsourced-figure"}


def figures(value: str) -> list[str]:
    said = f"Hi Ada,\n\n{value}\n\nWho signs off at yours?"
    facts = Passage("body", text(said), None).facts
    return [fact.name for fact in facts if fact.name in NAMES]


@pytest.mark.parametrize(
    "value",
    [
        "The hotel in Mill Lane went from 140 to 40 minutes.",
        "41 of 60 firms in our survey close the books on day nine.",
        "Brightway Cold Store cut its energy bill by 18%.",
        "At Hartwell Dental, no-shows fell 30% in a quarter.",
        "We cut SDR ramp time from 90 to 45 days at [Similar Company].",
        "We helped a 40-person agency in Leeds cut invoicing by 60%.",
        "{{similar_company}} saw a 3x lift in replies after they dropped the form.",
        "Your checkout loses 12% of carts on the address page.",
        "You've grown 40% since May, and the page still lists two sites.",
        "According to the census, 23% of flats in Hove stand empty.",
        "We asked 212 depot managers: 61% plan next week on Friday night.",
        "One client, a bakery, went from 9 hours of baking to 6.",
        "Across 38 clinics we timed, check-in took 11 minutes.",
        "A care home in Ludlow saved 14 hours a week on rosters.",
        "Priya Nair at the Grand said 70% of it was the second desk.",
        "Two dental groups in Ohio cut no-shows by a third, from 12% to 8%.",
        "They moved it to noon and halved the queue: the Grand went from 40 minutes to 20.",
        "In the ONS figures, 8 out of 10 new firms never hire.",
        "Oakhill switched in March and saved $6k a month.",
        "Teams like Hartwell and Brightway cut dwell time by 25%.",
        "Your reviews mention parking in 40% of cases.",
        "Of the 48 tickets we looked at, 31% were the same question.",
        "Marlow Foods and two others reduced spoilage by 22%.",
        "I ran your sitemap: 34% of your pages have no title.",
        "Nine of the twelve schools we visited throw away 60 meals a day.",
        "Hartwell's returns dropped from 22% to 13% in eight weeks.",
        "My last client, a print shop in Bath, got paid 11 days sooner, a 40% drop.",
    ],
)
def test_it_says_whose_it_is(value: str) -> None:
    assert set(figures(value)) == {"sourced-figure"}


@pytest.mark.parametrize(
    "value",
    [
        "We cut costs by 40%.",
        "Clients see 3x ROI.",
        "Our clients save 10 hours a week.",
        "Our platform reduces downtime by 35%.",
        "You could save up to 30% on energy.",
        "We help companies like yours increase revenue by 25%.",
        "We can make your 40 vans 30% cheaper to run.",
        "Your vans cost you 3 days in May. That is why we help fleets save 30%.",
        "Save 40% on shipping.",
        "70% of sales reps miss their quota.",
        "9 out of 10 buyers prefer video.",
        "Most teams save 10 minutes per prospect.",
        "Studies show that 60% of meetings are wasted.",
        "Boost reply rates by 3x.",
        "Companies using Larkfield close deals 50% faster.",
        "Our customers typically see a 20% lift in conversions.",
        "Larkfield helps hotels cut audit time by 60%.",
        "It's 4x cheaper than an agency.",
        "Increase your pipeline by 200% in 90 days.",
        "We've helped businesses generate $2M in new pipeline.",
        "Customers report 45% fewer tickets.",
        "We guarantee 20 qualified leads and a 5x return.",
        "Our software saves recruiters 12 hours per hire.",
        "We save teams 15 hours a week.",
        "With Larkfield, teams save 40% of their time.",
        "80% of companies struggle with onboarding.",
        "I can get you 30% more bookings.",
        "Get 20% more out of your ad spend.",
        "On average, we save our clients 25% on freight.",
        "Teams that switch to us see 2x faster onboarding.",
    ],
)
def test_it_could_be_anybodys(value: str) -> None:
    assert figures(value) == ["unsourced-figure"]


@pytest.mark.parametrize(
    "value",
    [
        "The role pays $120k to $140k plus a 10% bonus.",
        "Do you have 15 minutes this week?",
        "Worth 20 minutes?",
        "VAT goes from 19% to 16% in July.",
        "We are a team of 40 in Leeds.",
        "We've grown 20% month on month since March.",
        "The room is 100% free.",
        "There's a 10% discount until 31 March.",
        "I can be there at 10 on Thursday.",
        "We raised $4M from two funds.",
        "Our ARR grew 3x last year.",
        "30% of the price is due at signing.",
        "You get 0.5% equity and four days a week.",
        "Open from 9 to 5.",
        "A 20-minute call would do.",
        "Call me on 020 7946 0000.",
        "The minimum wage rises 9.8% in April.",
        "You'd get 25 days of leave.",
        "Give $25 a month and a child eats for a week.",
        "Take 10 minutes with me on Friday?",
        "I'm 100% sure that it is the seal.",
        "Two of our engineers live in Hove.",
        "Even 5% would be worth a look?",
        "How much of your week goes on rosters: 10%, 20%?",
        "Buy two and the third is 50% off.",
        "We have been in business for 25 years and have 300 customers.",
        "Reply with 1, 2 or 3.",
    ],
)
def test_it_is_no_such_figure(value: str) -> None:
    assert figures(value) == []


def test_the_sentences_after_a_name_speak_of_it() -> None:
    assert figures("Marlow Foods changed the seals. It saved 18%.") == ["sourced-figure"]
    assert figures("Marlow Foods changed the seals. You could save 18%.") == ["unsourced-figure"]


def test_a_report_lends_its_name_to_what_it_found() -> None:
    found = "We published a survey of depots. Three findings:\n- 61% of depots plan by hand"
    assert figures(found) == ["sourced-figure"]


def test_the_senders_name_is_no_source() -> None:
    assert figures("I'm Mo from Larkfield. Larkfield saves teams 40%.") == ["unsourced-figure"]


def test_signatures_are_left_alone() -> None:
    said = "Who signs off?\n\nBest,\nMo\nLarkfield: cut costs by 40%"
    assert not [fact for fact in Passage("body", text(said), None).facts if fact.name in NAMES]


PIECES = st.lists(
    st.sampled_from("We Mo cut 40% by 3x of 60 9 firms survey : . ? {{name}} from to".split())
)


@given(PIECES)
def test_a_sentence_has_one_verdict(pieces: list[str]) -> None:
    passage = Passage("body", text(" ".join(pieces)), None)
    found = [fact.sentence for fact in passage.facts if fact.name in NAMES]
    assert len(found) == len(set(found))
