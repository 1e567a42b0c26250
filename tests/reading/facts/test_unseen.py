"""What has the reader in it and was seen nowhere at theirs."""

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


def test_what_a_career_holds_is_no_proof() -> None:
    career = "With 12 years of experience building teams, I've closed 40 contracts for Larkfield."
    assert saying(career).gift is None
    case = "In two years we cut recounts at Brandt Foods from 900 a month to 240."
    assert saying(case).gift == "proof"
