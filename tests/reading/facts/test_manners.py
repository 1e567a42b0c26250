"""What a letter only asks of whoever gets it, or says for form's sake."""

import pytest

from tests.reading.sayings import saying


@pytest.mark.parametrize(
    "value",
    [
        "Would you please be able to look over the draft of our second cookbook.",
        "Could you kindly send your full price list for oak boards to our Riga office.",
        "The board of the Kaunas Weaving Week cordially invites you to give an opening talk.",
        (
            "The board of the Tenth Week of Weavers and Dyers of the Baltic (Kaunas, Lithuania, 12-18"
            " August 2026, hall four, second floor) kindly invites you to give a talk on flax."
        ),
        "You are kindly invited to the spring fair of the Porto bakers on 4 May.",
        "I'm looking for the name of the person who sees to the gutters on your building.",
        "You're receiving this email because you signed up on Hoverel.",
    ],
)
def test_what_is_asked_of_whoever_gets_it_was_not_seen(value: str) -> None:
    assert saying(value).gift is None


@pytest.mark.parametrize(
    "value",
    [
        "You invited the bakers of Porto to your spring fair last May.",
        "The person who sees to your gutters left a ladder on the roof on Friday.",
        "You're getting 40 calls a day because your form still lists the old depot.",
    ],
)
def test_what_is_near_to_such_a_request_was_seen(value: str) -> None:
    assert saying(value).gift == "observes-theirs"


@pytest.mark.parametrize(
    "value",
    [
        "Knowing the experience of chefs like yourself, we kindly ask for your opinion.",
        "Your time and thoughts on our menu software would be valued.",
        "Your support would be greatly appreciated by all of us at the museum.",
        "Your insights on the draft would be invaluable for our thesis.",
        "We humbly request your review of our glaze recipes.",
        "In reply to your letter we enclose the full list of our lathes.",
        "Regarding our interest in buying your bakery app's route planner.",
        "You might remember that our yard holds forty sorts of oak.",
        "You should be able to plan a rota and suggest improvements to the ward.",
        "Your team handles slate and might benefit from this.",
    ],
)
def test_a_favour_and_what_is_of_the_letter_were_seen_nowhere(value: str) -> None:
    assert saying(value).gift is None


@pytest.mark.parametrize(
    "value",
    [
        "Many thanks for your cooperation in advance.",
        "Thank you so much for your patience with the kiln, Marta.",
        "My apologies if I have trodden on your toes with the tarpaulin.",
        "Wishing you the best of luck with the harvest.",
    ],
)
def test_manners_give_nothing(value: str) -> None:
    assert saying(value).gift is None


@pytest.mark.parametrize(
    "value",
    [
        "I was wondering if you could share some advice on getting into marine insurance.",
        "Could you give me any tips on breaking into product design?",
    ],
)
def test_to_beg_advice_asks_nothing_of_their_work(value: str) -> None:
    assert saying(value).gift is None
