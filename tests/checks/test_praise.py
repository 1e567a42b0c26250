"""Praise that fits anyone, and compliments."""

from __future__ import annotations

import pytest

from cadence_lint import lint_text

RULE = "personalization/generic-flattery"


def flagged(said: str) -> list[str]:
    text = f"touches:\n  - channel: email\n    body: |\n      Hi Ada,\n\n      {said}\n"
    found = lint_text(text, select=[RULE]).findings
    return [evidence.quote for finding in found for evidence in finding.evidence]


@pytest.mark.parametrize(
    "said",
    [
        "Love what you're doing at Larkfield!",
        "I really love what you are building at {{company}}.",
        "I absolutely admire what you and your team have accomplished.",
        "We love the work you're doing over there.",
        "Big fan of the amazing work your team is doing.",
        "I was very impressed with your profile.",
        "I came across your profile and was impressed by your experience.",
        "Really impressed by all of your achievements.",
        "I'm impressed with how great your growth is. Your impressive growth says it all.",
        "Your background really impressed me.",
        "Your LinkedIn profile caught my attention.",
        "Your company's growth is truly impressive.",
        "{{company}}'s growth is amazing.",
        "You have an impressive background.",
        "You've built an amazing company.",
        "You guys are doing some really great things.",
        "{{company}} is crushing it.",
        "Congratulations on your continued success, and kudos for all the hard work.",
        "Keep up the great work!",
        "It is rare to meet a thought leader like you.",
        "We look for people of your caliber.",
        "Huge fan of your work.",
        "Love what you're doing in the fintech space.",
        "Your unique perspective really stood out to me.",
        "We are impressed with your leadership. You can see our website for references of dairies.",
        "Your company is growing rapidly.",
        "Impressed by your growth at Larkfield. We helped 40 companies to grow by 12%.",
    ],
)
def test_what_fits_anyone(said: str) -> None:
    assert flagged(said) != []


@pytest.mark.parametrize(
    "said",
    [
        "Congrats on the $40M Series B.",
        "Congrats on the move to Ghent.",
        "Congratulations on your success with the night trains to Ghent.",
        "Impressed by your growth from 3 to 9 depots.",
        "I admire what you've built for wheelchair sailors in Hoorn.",
        "Love how you let drivers pick their own dock door.",
        "I loved your talk on dock doors.",
        "Your profile says that you run the depot in Ghent.",
        "Does your growth slow down the depot?",
        "Love what you're doing with {{recent_project}}.",
        "Impressed by your work on [Specific Project].",
        "{{icebreaker}} Love what you're doing.",
        "Your growth is impressive: nine depots in two years.",
        "You opened a depot in Ghent without a crane. Impressive work, and I admire what you've built.",
        "I would love to hear what you are doing about dock doors.",
        "If you love what you're doing, tell us.",
        "Your team is doing the night audits by hand.",
        "Your company is growing mushrooms.",
        "What do you like about what you're building there?",
        "Your experience with cold doors would help us a lot.",
        "Thank you for all your work.",
    ],
)
def test_compliments_and_what_is_none(said: str) -> None:
    assert flagged(said) == []


def test_all_praise_of_a_message_is_one_finding() -> None:
    assert len(flagged("Love what you're doing. Your background is impressive. Who audits?")) == 2


def test_a_sentence_that_praises_without_end_is_looked_at_eight_times() -> None:
    assert len(flagged("your background is impressive, " * 40 + "and who audits?")) == 8
