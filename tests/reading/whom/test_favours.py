"""What whoever writes wants for themselves."""

import pytest

from tests.reading.whom.test_about import whom


@pytest.mark.parametrize(
    "value",
    [
        "I'm keen to contribute a column to your magazine.",
        "I'd love to write a piece for your winter issue.",
        "I was wondering if I could publish something on your site.",
        "Could I contribute a chapter?",
        "I would really like to do my thesis in your lab.",
        "I'd be delighted to speak at your autumn conference.",
        "We'd love to be considered for your next tender.",
        "Would love to have you on our podcast.",
        "We are asking you to host a giveaway in April.",
        "I'm requesting that you place our banner on your page.",
        "I'm writing to ask whether you would sponsor our summer gala.",
        "Please keep me in mind for openings.",
        "Kindly consider us for your second depot.",
        "Could you introduce me to your head of buying?",
        "Would you mind making an intro to Ruth?",
        "Please send me your updated CV.",
        "Kindly share your rates for a banner with us.",
        "Would it be possible to forward my CV to your manager?",
    ],
)
def test_a_part_or_a_favour_is_for_the_one_who_asks(value: str) -> None:
    assert whom(value) == "sender"


@pytest.mark.parametrize(
    "value",
    [
        "I'd love to connect and talk about what we do with other mills.",
        "We'd like to invite you to visit our new showroom.",
        "So what we do is we partner with mills on their power bill.",
        "I put together a short video that explains how we do it.",
        "Your opinion matters to us.",
        "I look forward to hearing your view on my book.",
        "Your insights on our ledger app would be highly valued.",
        "Your years at the port are of interest to me and my firm.",
        "We kindly ask for your expert review.",
        "My client, Rosa Lindt, would be a great guest for your listeners.",
        "For over 20 years, [Charity] has been feeding families in Kent.",
        "Right now I am working to build an audience for my book.",
    ],
)
def test_what_the_reader_is_only_to_look_at_is_the_senders(value: str) -> None:
    assert whom(value) == "sender"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("I'd love to hear how you plan the second shift.", "reader"),
        ("Could you tell me how you count the lost crates?", "reader"),
        ("Would you share with us how you count them?", "reader"),
        ("Would you share my worry about the June rule?", "reader"),
        ("If you mention my name at the gate, they let you in.", "reader"),
        ("Who links to your page on drone brood?", "reader"),
        ("I noticed you wrote a piece on night shifts.", "reader"),
        ("Your feedback on the June draft was valuable.", "reader"),
        ("I'd love to connect and follow your posts.", "neither"),
        ("I'd love to connect and compare notes.", "neither"),
        ("We ask you to register by 1 June.", "reader"),
        ("We'd like to invite you to a round table on kilns.", "both"),
        ("I can introduce you to Mara Lind, who runs the Graz branch.", "both"),
        ("I put together a short list of the gaps in your page.", "both"),
        ("I saw that Penwith is hiring, so I'm guessing the second shift is coming.", "neither"),
        ("I came across the Harbour Review and I really like it.", "neither"),
        ("I saw that Penwith is hiring, and I have three planners.", "sender"),
    ],
)
def test_what_is_asked_told_or_given_is_no_favour(value: str, expected: str) -> None:
    assert whom(value) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("Could you send me the list of your three depots?", "reader"),
        ("Your rates on page 4 are lower than those on your May invoice.", "reader"),
    ],
)
def test_a_list_of_theirs_is_no_paper_for_the_sender(value: str, expected: str) -> None:
    assert whom(value) == expected
