"""Sentences in which the reader stands, and which are about what the sender has to offer."""

import pytest

from tests.reading.whom.test_about import whom


@pytest.mark.parametrize(
    "value",
    [
        "I believe your depot could benefit from our routing software.",
        "I coach head cooks and thought you might be interested in what we do.",
        "I think your members would love our new range.",
        "I'm calling because you could see great results with our system.",
        "I thought you might want to know about a kiln we are selling.",
        "Our new integration means you can be live in a day.",
        "My coaching gives you twenty minutes back.",
        "I really think this could benefit Halden Mills.",
        "I'm sure Oventide can help with all of your rotas.",
        "Happy to tell you more about what we're building.",
        "I'd still be glad to share more about how we help bakers.",
        "I know you're busy, but I'm confident it would help your crews.",
    ],
)
def test_what_the_reader_would_gain_by_it_is_about_the_wares(value: str) -> None:
    assert whom(value) == "sender"


@pytest.mark.parametrize(
    "value",
    [
        "I would love to be your bookkeeper and help you close the month.",
        "We can also be your second supplier.",
        "We'd be your crew for the winter.",
        "I am the right translator for you.",
        "I'd love to stop by your yard and show you how it works.",
        "I'd really love to connect with you about how we can help {{company}} grow.",
        "I was hoping to set up a time to talk with you about our new sorting technology.",
        "We would like to discuss our winter range with you.",
        "I'd like to ask you for your CV because we fill a post in Graz.",
        "I came across your profile and wanted to tell you about the agency we run.",
    ],
)
def test_the_use_that_the_two_are_to_each_other_is_the_senders(value: str) -> None:
    assert whom(value) == "sender"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("I read your note on the Hull outage and thought you'd like what we sell.", "reader"),
        ("I noticed that your depot benefits from the new ring road.", "reader"),
        ("I saw that your crews would benefit from a second gate.", "reader"),
        ("I think your members would love the talk that you gave in Hull.", "reader"),
        ("I'll be your contact for the move.", "reader"),
        ("I'll change the sign to be your house blue.", "both"),
        ("My colleague helps at your stand on Friday.", "both"),
        ("I'd love to hear about how you fire the second kiln.", "reader"),
        ("I read your notes on glaze and would love to talk about how we help.", "reader"),
        ("I'd love to come by and see how you fire the second kiln.", "reader"),
        ("I'd be happy to tell you about the two bakers who tried it.", "both"),
        ("I think your second gate could help the night crews.", "reader"),
        ("I saw your ad for a fitter and think a second gate could help.", "reader"),
    ],
)
def test_what_was_seen_or_done_of_theirs_is_not(value: str, expected: str) -> None:
    assert whom(value) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("How are you doing today?", "neither"),
        ("How are you?", "neither"),
        ("How are you doing the count this year?", "reader"),
        ("How are you getting on with the new kiln?", "reader"),
        ("I'll take your silence as a no.", "neither"),
        ("I wrote a book on [what they posted on Monday].", "sender"),
        ("I was impressed by [what they posted on Monday].", "neither"),
        ("I saw [what they posted on Monday].", "neither"),
    ],
)
def test_of_the_contact_and_of_blanks(value: str, expected: str) -> None:
    assert whom(value) == expected
