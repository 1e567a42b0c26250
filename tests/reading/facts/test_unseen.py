"""What is said of the reader as it could be said of anybody."""

import pytest

from tests.reading.sayings import saying


@pytest.mark.parametrize(
    ("value", "gift"),
    [
        ("Bakeries of your size always hit a wall in their second winter.", "insight"),
        ("Most practices your size still write the recall letters by hand.", "insight"),
        ("Most practices your size lose 14 calls a week between noon and two.", "example"),
    ],
)
def test_what_happens_to_all_of_their_kind_was_not_seen_at_theirs(value: str, gift: str) -> None:
    assert saying(value).gift == gift


def test_praise_of_what_they_are_was_not_seen() -> None:
    assert (
        saying("Your carpentry skills are impressive, I love the joints and the grain.").gift
        is None
    )
    seen = "Your joints are impressive, but the third tenon on the stair is split."
    assert saying(seen).gift == "observes-theirs"


@pytest.mark.parametrize(
    "value",
    [
        "I noticed Orrin Logistics has been growing quickly.",
        "Congrats, Larkfield seems to be expanding rapidly and I wanted to reach out.",
        "I noticed Orrin is in the frozen food space.",
        "I see you're a dentist in Leeds.",
        "I see that you are an accountant based in Ohio.",
        "Big fan of Orrin and your bold approach to freight!",
        "Huge fan of Larkfield Vineyard and everything your team stands for.",
        "I've learned that engineers of your calibre are always open to new options.",
        "I could raise your bookings on Airbnb and Vrbo with better photos.",
    ],
)
def test_what_a_list_says_flattery_and_promises_show_nothing_seen(value: str) -> None:
    assert saying(value).gift is None


@pytest.mark.parametrize(
    "value",
    [
        "You bake the rye for a hotel group that is growing.",
        "I noticed you are expanding into Spain with a second depot.",
        "Your depot is growing fast: 14 new drivers since May.",
        "I saw that Larkfield put up three planner jobs in May, often a sign of a yard that grows.",
        "You're a dentist in Leeds who still takes walk-ins on Saturdays.",
        "Huge fan of your talk on pallet pooling in Graz.",
        "I can hold 12 of the oak boards for you until Friday.",
        "I can move your Thursday slot to Monday so the crane misses the school run.",
    ],
)
def test_what_is_near_to_a_list_s_words_was_seen(value: str) -> None:
    assert saying(value).gift == "observes-theirs"


@pytest.mark.parametrize(
    "value",
    [
        "I audited your website and the results were poor.",
        "Your site has many errors and is not ranking on the first page of Google.",
        "My approach starts with a look at your ledgers and ends with a plan for your bookkeepers.",
        "We assure you that your cattle are handled with calm and care at the mart.",
        "Attached are two walls that show my skills and would suit your terrace in Otley.",
        "I found your profile/resume on a job board and wanted to send a quick note your way.",
    ],
)
def test_what_fits_any_site_and_the_sender_s_own_ways_were_not_seen(value: str) -> None:
    assert saying(value).gift is None


@pytest.mark.parametrize(
    "value",
    [
        "Your site doesn't rank on Google for dry stone walling in Hexham.",
        "Your website takes 9 seconds to load on a phone.",
    ],
)
def test_what_is_wrong_with_their_site_was_seen(value: str) -> None:
    assert saying(value).gift == "observes-theirs"


@pytest.mark.parametrize(
    "value",
    [
        "As the head of a busy kitchen in Hull, you wear many hats.",
        "As a plant manager in Almelo you know how hard it is to find fitters.",
        "Garage owners in Tyrone juggle parts, people and paper all week.",
        "Transport managers in Tamworth know that diesel and drivers never sleep.",
        "Head teachers in Fife tell us that they struggle with rotas and cover.",
    ],
)
def test_what_a_whole_trade_lives_with_is_no_gift(value: str) -> None:
    assert saying(value).gift is None


@pytest.mark.parametrize(
    "value",
    [
        "As the notice says, you wear two hats at Harbour Road: chef and fire warden.",
        "Garage owners in Tyrone juggle 14 suppliers since the depot in Omagh closed.",
        "Bakers in Leeds pay for flour by the pallet since January.",
        "You told the council that you juggle three diaries at Harbour Road.",
    ],
)
def test_what_is_near_to_what_a_trade_lives_with(value: str) -> None:
    assert saying(value).gift is not None
