"""Whom a sentence is about."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cadence_lint.reading import Passage
from cadence_lint.reading.text.plain import spell_out
from cadence_lint.reading.whom.about import About, about
from tests.builders import text


def plain(value: str) -> list[str]:
    passage = Passage("body", text(value), None)
    (sentence,) = passage.sentences
    return spell_out(
        passage.words, sentence, passage.text.value, passage.owners, passage.speech
    ).words


def whom(value: str) -> About:
    return about(plain(value), is_question=value.endswith("?"))


class TestSpellOut:
    def test_fields_and_blanks_stand_for_people(self) -> None:
        assert plain("{{company}} met {{sender_company}} on {{date}}") == [
            "{reader}", "met", "{sender}", "on", "{other}",
        ]  # fmt: skip
        assert plain("[Company] met [My Company]") == ["{reader}", "met", "{sender}"]

    def test_prepared_copy_is_hidden(self) -> None:
        assert plain("I saw {{icebreaker}} there") == ["i", "saw", "{hidden}", "there"]
        assert plain("I saw [what they posted on Monday]") == ["i", "saw", "{hidden}"]

    def test_punctuation_is_a_pause_and_speech_is_left_out(self) -> None:
        said = plain('We like it — "our month-end is chaos" was fair, after all.')
        assert said == ["we", "like", "it", ",", "was", "fair", ",", "after", "all"]

    @pytest.mark.parametrize(
        "value", ["The US market grows", "Type I permits end", "Due WE 12 December"]
    )
    def test_letters_that_are_no_pronouns(self, value: str) -> None:
        assert "{other}" in plain(value)

    def test_a_dash_between_two_figures_is_no_pause(self) -> None:
        assert "," not in plain("It costs $2–5m a year")
        assert "," in plain("It costs 2 – sometimes more")


@pytest.mark.parametrize(
    "value",
    [
        "We are a leading provider of shift software.",
        "We speak in six languages.",
        "We pay our people 12 euros an hour.",
        "We cover the whole of Wales.",
        "We help teams scale and I saw great growth in the market.",
        "We help teams scale and noticed great growth in the market.",
        "I share tips on how our platform helps leaders.",
        "Our platform helps hotels close the day.",
        "I am very interested to write a guest post for your site.",
        "My name is Mo and I plan shifts.",
        "I'd love 30 minutes to show you what we built.",
        "I wanted to reach out because we help bakeries.",
        "I wanted to introduce myself and our team.",
        "Allow me to introduce myself.",
        "At Larkfield, we help hotels close the day.",
        "Over the last ten years our team has helped 500 firms.",
        "Here at Larkfield we close the day faster.",
        "We help teams like yours save time.",
        "I believe our platform can help your team.",
        "{{sender_company}} is the one-stop shop for hotels.",
        "Larkfield is a leading provider of shift software.",
        "Larkfield helps hotels close the day.",
        "Thought I'd share what we do at Larkfield.",
        "This is Mo from Larkfield.",
        "We built a tool that plans shifts.",
        "We work with 40 hotels.",
        "I work with leaders at companies like {{company}}.",
        "I hope you're well, and I wanted to introduce our platform.",
        "Companies like Harlow use our platform.",
        "I was wondering if you'd be interested in our tool.",
        "I think you'd know people, but I am hoping you can recommend some.",
        "Our reporting tool turns your data into decisions.",
        "The service will be disruptive and change everything.",
        "The company that I'm most excited about is in Leeds.",
        "Ours is the best on the market.",
        "We are looking for an engineer.",
        "Sparrow has been cleaning offices for over twenty years.",
        "Floating this again: our second yard has opened.",
        "My approach begins with a week in which I count your crates.",
        "My research on moss makes me a good fit for your garden.",
        "I'd love to talk about how we can help you with your crates.",
    ],
)
def test_about_the_sender(value: str) -> None:
    assert whom(value) == "sender"


@pytest.mark.parametrize(
    "value",
    [
        "I noticed you opened a Leeds office.",
        "I read your post on noon audits.",
        "We tune organs and I read your notice on the pipes at Thun.",
        "I'm calling because you opened a Leeds office.",
        "I wanted to reach out directly, since your gate in Leeds closes at four.",
        "You don't know me, but I read your post on noon audits.",
        "As a fellow planner I was struck by your move to Leeds — it's the one that I weigh.",
        "Saw that {{company}} is hiring two planners.",
        "Congrats on your Leeds opening.",
        "You opened a Leeds office in May.",
        "{{company}} opened a Leeds office in May.",
        "How {{company}} handles renewals caught my eye.",
        "I imagine month-end is busy for you.",
        "I'm writing because your Leeds depot opens in May.",
        "In your last post, you asked for figures.",
        "As a member of the board, you have seen the lists.",
        "I have two questions about your dock schedule.",
        "I'd love to hear how you plan night shifts.",
        "I use your app every week.",
        "We calibrated the scale of your packing line in May.",
        "I served on the board that you chaired.",
        "Ada, your Leeds depot opens in May.",
        "Who signs off night audits at {{company}}?",
        "Can I ask how you handle returns?",
        '"Our month-end is chaos," as your CFO put it on the panel in May.',
        "Your platform team posted two jobs.",
        "I'd love to talk about how you feed the second herd.",
        "I get the impression that your yard is full.",
    ],
)
def test_about_the_reader(value: str) -> None:
    assert whom(value) == "reader"


@pytest.mark.parametrize(
    "value",
    [
        "We both know the Leeds depot.",
        "We spoke in May about noon audits.",
        "Our call on Monday was short.",
        "I grew up two streets from your Leeds depot.",
        "We'd like to invite you to a round table.",
        "Let's compare notes on Thursday.",
        "We talk again when the audit is over.",
        "We pay the train and 300 francs.",
        "We'll cover your train and the hotel.",
        "I post the readings of the stations each morning.",
        "I put up the frost maps in April.",
        "We'd pay the old rent, leave the crane, and you keep the yard.",
        "We take the pallets back, so you need no store for them.",
        "We dye and sew in one mill, so from your sketch to the shelf takes three weeks.",
        "If we ever work together, audits come first.",
        "I'll close this out, no worries.",
        "I can stop here.",
        "I'd be happy to send the plan.",
        "I made you a short video of the lobby.",
        "I am sending you an email with the list that two bakeries use.",
        "If you have half an hour, I'd love to show you our platform.",
        "We lost two cooks in May, and I hear you've kept all of yours.",
        "I'm writing to ask whether I should take it that your file can go.",
        "I've been researching mills in the wool trade and noticed that your yard has grown.",
    ],
)
def test_about_both(value: str) -> None:
    assert whom(value) == "both"


@pytest.mark.parametrize(
    "value",
    [
        "Thank you for your time.",
        "Then I'll hang up.",
        "Now I'm really gone.",
        "You haven't replied.",
        "You must have missed it.",
        "I know you're busy.",
        "I wanted to follow up on my note.",
        "Last week I asked about rosters; today I have the answer.",
        "Before I forget: two hotels moved their audits to noon.",
        "My previous email had the wrong figure.",
        "I noticed you haven't answered my email.",
        "I wanted to share {{snippet}} with you.",
        "Imagine a lobby without a queue.",
        "In my experience, most planners start late.",
        "You can reach me on Monday.",
        "Could we compare notes on Thursday?",
        "Can I show our platform?",
        "If that's not interesting, I'd rather know.",
        "I'm not selling anything.",
        "Which as you know is a large company.",
        "Two hotels moved their audits to noon.",
        "Hope you saw my last email.",
        "Floating this back to you, and then I'm done.",
        "Following up on the tender from May.",
        "I'll make this short, so that nobody misses the match.",
        "",
    ],
)
def test_about_neither(value: str) -> None:
    assert (whom(value) if value else about([])) == "neither"


def test_a_long_chain_of_conditions() -> None:
    assert about(["if", "you", ","] * 5000) == "reader"


WORDS = st.sampled_from(
    "i i'd we our my you your you're {reader} {sender} {hidden} , if as at because that saw think"
    " show help love happy to send the platform like companies and hope is a provider met".split()
)


@given(st.lists(WORDS, max_size=25), st.booleans())
def test_every_sentence_is_about_somebody_or_nobody(said: list[str], is_question: bool) -> None:
    found = about(said, is_question=is_question)
    assert found in ("reader", "sender", "both", "neither")
    if is_question:
        assert found in ("reader", "neither")


class TestFirstPersonForTheReader:
    @pytest.mark.parametrize(
        "value",
        [
            "We are posting you two reels of the cord in the blue you had last year",
            "I am sending you the three samples today",
            "I sell the barn on Mill Lane and you bought the one beside it",
            "I've drawn on the back of this letter where I would cut your hedge",
        ],
    )
    def test_what_is_on_its_way_and_what_they_did(self, value: str) -> None:
        assert whom(value) == "both"

    @pytest.mark.parametrize(
        "value",
        [
            "We are sending you our brochure today",
            "I would like to send you information on our services",
            "I sell software and you can save money",
            "We are a platform for barns and you get three months free",
        ],
    )
    def test_the_senders_own_papers(self, value: str) -> None:
        assert whom(value) == "sender"

    @pytest.mark.parametrize("value", ["My telephone number is below", "I do this for a living"])
    def test_how_to_reach_me_is_no_boast(self, value: str) -> None:
        assert whom(value) == "neither"


@pytest.mark.parametrize(
    "value",
    [
        "I'm in the Humber Bakers group as well, glad to connect.",
        "I was at the Malvern evening too and stood by the door.",
        "We are both in the Humber Bakers group.",
        "Fellow member of the Humber branch.",
        "I'd bring a cake and send you all I write down from the five stations.",
    ],
)
def test_what_the_two_share(value: str) -> None:
    assert whom(value) == "both"


@pytest.mark.parametrize(
    "value", ["We have a platform for bakeries too.", "I work with bakeries, and with mills too."]
)
def test_what_the_sender_does_too_is_not_shared(value: str) -> None:
    assert whom(value) == "sender"


@pytest.mark.parametrize(
    "value",
    [
        "Harlow Linen has been a family business since 1974.",
        "Harlow Facilities has been cleaning offices in Kent for over twenty years.",
    ],
)
def test_a_firm_that_tells_its_age_talks_of_itself(value: str) -> None:
    assert whom(value) == "sender"


def test_the_age_of_something_else_is_nobodys_boast() -> None:
    assert whom("The bridge has been closed since March.") == "neither"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("On 2 February we opened our third depot, at Wick.", "sender"),
        ("In my experience, teams leave it too long.", "neither"),
        ("Just ringing round to say we've got two new fitters.", "sender"),
        ("I'm calling to tell you that I have left the bakery.", "sender"),
        ("I'm calling about our new range of oven cloths.", "sender"),
        ("I'm here to talk about our rates.", "sender"),
        ("I'm calling about our meeting on Tuesday.", "neither"),
        ("I talk to many bakers, and they all say that the flour comes late.", "neither"),
        ("I speak with a lot of head bakers, and what they complain of is dust.", "neither"),
        ("We talk to many bakers, and they tell us that our oven is the best.", "sender"),
        ("I talk to a lot of bakers, and I bake them an oven.", "sender"),
        ("You'll find us at 9 Corn Street, above the bank.", "sender"),
        ("Enclosed you find our list of works for 2025.", "sender"),
        ("On the call we had, you said that planning takes two days.", "reader"),
    ],
)
def test_what_the_sender_has_to_tell(value: str, expected: str) -> None:
    assert whom(value) == expected


@pytest.mark.parametrize(
    "value",
    [
        "With our widget you collect three times as many.",
        "2,000 restaurants use it from Milan to Palermo.",
        "Hundreds of schools trust us.",
    ],
)
def test_about_the_sender_whoever_stands_first(value: str) -> None:
    assert whom(value) == "sender"


def test_two_who_use_it_are_themselves() -> None:
    assert whom("Two hotels use it on Mondays.") == "neither"


@pytest.mark.parametrize(
    "value",
    [
        "I've written three times without an answer.",
        "I wrote an email to the office in May.",
        "I'm contacting you in confidence.",
        "We've been trying to reach you for weeks.",
        "I thought I'd give you a bit more on the plans.",
        "I just wanted to see if you'd had a chance to look at our proposal.",
        "Checking whether you had time to review the quote.",
        "Circling back as my manager is asking me for an update on your proposal.",
        "You do not need to do anything.",
        "A member of the sales team will call on you shortly.",
        "Please return both copies with your signature.",
        "Book your complimentary strategy session here.",
        "My idea is simpler: one camera at the stop for a day.",
    ],
)
def test_the_contact_and_the_matter_are_about_neither(value: str) -> None:
    assert whom(value) == "neither"


@pytest.mark.parametrize(
    "value",
    [
        "I wrote a tool that tails logs.",
        "I have written a picture book about a fox.",
        "I'm contacting you because we make conveyor belts.",
        "I thought I'd tell you what we do at Larkfield.",
        "Whether it's the coast or the hills, our team will craft your bespoke escape.",
        "Please find our spring collection attached.",
        "That would really help me out.",
        "We thank all of our employees for their work.",
    ],
)
def test_what_the_sender_made_has_or_needs(value: str) -> None:
    assert whom(value) == "sender"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("I'll keep twelve until Friday for you.", "both"),
        ("I can't find glaze that holds, and I hear you've fired yours in salt.", "both"),
        ("Following our call about your dock, we have drawn both ramps.", "both"),
        ("Following our launch in May, we have opened in Hull.", "sender"),
        ("I'm curious who decides which dock fills first.", "neither"),
        ("I'm curious how our lamps could serve them.", "sender"),
        ("Ours did too until my father moved the intake.", "both"),
        ("Ours is the largest fleet in Hull.", "sender"),
        ("We're sending copies to reviewers who'd like one.", "both"),
        ("I wrote you a short list of the gaps.", "both"),
        ("Your free delivery starts at forty pounds.", "reader"),
        ("Circling back because your Leeds depot opened in May.", "reader"),
    ],
)
def test_what_is_kept_or_sent_for_them_and_what_is_theirs(value: str, expected: str) -> None:
    assert whom(value) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("We are [Company], a leading agency for finance.", "sender"),
        ("By partnering with us you can save half of your cost.", "sender"),
        ("By closing at noon you lost your lunch trade.", "reader"),
        ("I'd love to connect and keep learning from you.", "neither"),
        ("Please allow me half an hour of your valuable time.", "neither"),
        ("Hope you and your family are keeping safe.", "neither"),
        ("It would be great if you could cover us.", "sender"),
        ("It would help if you could confirm the address.", "neither"),
        ("If you don't have any need now, please keep our details.", "neither"),
        ("This is Ana, the coordinator of the Hull congress.", "sender"),
    ],
)
def test_wishes_favours_and_promises(value: str, expected: str) -> None:
    assert whom(value) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("We'll take the other away, and you won't see it on the bill.", "both"),
        ("I'd bring the photographs from our archive, you may keep them.", "both"),
        ("We delivered the wrong grit, and we noticed it before you did.", "both"),
        ("We bring the chairs, and you choose the second half.", "both"),
        ("We sell tills, and you save money.", "sender"),
        ("We rang for weeks but you won't answer us.", "neither"),
        ("As asked: we can do the hall in three nights.", "both"),
    ],
)
def test_what_comes_of_it_for_them_and_what_they_asked_for(value: str, expected: str) -> None:
    assert whom(value) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (
            "Given your role as CFO, I'd love to show you how our platform closes the books.",
            "sender",
        ),
        ("Based on your experience, I thought you'd like our new tool.", "sender"),
        ("Given your second bay at Harbour Road, recounts will double.", "reader"),
        ("On behalf of the whole team at Larkfield, thank you for your donation.", "neither"),
        ("I have left a couple of messages but have not heard back from you.", "neither"),
        ("I know you're super busy, so I wanted to check if you had a chance to look.", "neither"),
        ("I wanted to share something that might be useful to you whether or not we talk.", "both"),
        ("I thought you'd be interested in the June rule on glazes.", "both"),
        ("I thought you'd be interested in our new tool.", "sender"),
        ("Would love to hear from you.", "neither"),
    ],
)
def test_labels_thanks_and_what_is_of_use(value: str, expected: str) -> None:
    assert whom(value) == expected


def test_to_come_back_to_a_quote_speaks_of_nobody() -> None:
    assert about("i'm writing to follow up on the quote that i sent".split()) == "neither"
    assert about("i'm writing to introduce our new kiln to bakers".split()) == "sender"


@pytest.mark.parametrize(
    ("value", "about_whom"),
    [
        ("I asked your help bot for a wheel.", "reader"),
        ("We rang your phone line for a towel.", "reader"),
        ("I ask for your help.", "sender"),
    ],
)
def test_a_machine_of_theirs_is_no_contact(value: str, about_whom: About) -> None:
    assert whom(value) == about_whom
