import pytest
from hypothesis import given
from hypothesis import strategies as st

from cadence_lint.reading.text.plain import spell_out
from cadence_lint.reading.text.sentences import split_sentences
from cadence_lint.reading.text.words import split_words
from cadence_lint.reading.whom.about import About, about
from cadence_lint.reading.whom.people import FIRST, MODALS


def whom(value: str) -> About:
    words = split_words(value)
    (sentence,) = split_sentences(value, words)
    return about(spell_out(words, sentence, value, {}).words)


@pytest.mark.parametrize(
    "value",
    [
        "I paid eleven pounds there yesterday and did not mind.",
        "I nearly gave up on the second page.",
        "I rang the makers.",
        "We asked 400 shoppers about that last month.",
        "We looked at 212 contracts our customers signed.",
        "I'd imagine the first month is the hard one.",
        "I think the second sum is right.",
        "I sell the needles but you don't need new ones.",
        "We don't sell the small ones and never will but you can borrow one.",
        "I would not renew before June.",
        "I'm not a neutral party.",
        "I'll write when they answer.",
        "I could stay until six.",
        "I ask because the depot in Hull had the same shape.",
        "I know emails get buried in August.",
        "I know from my own inbox how quickly these get lost, so I'm trying once more.",
        "I'd do it before the clocks change.",
        "For a dairy I would take listeria on a Friday.",
        "I'd ask him before June.",
        "We sell boilers, so take this with a pinch of salt.",
        "I'm back on the 12th.",
        "I asked two of our drivers, and both said the same: the sign says Returns.",
        "I signed on for two more years and am not currently looking to move.",
        "We are not interested, because the yard is full.",
    ],
)
def test_what_sells_nothing_is_about_neither(value: str) -> None:
    assert whom(value) == "neither"


@pytest.mark.parametrize(
    "value",
    [
        "We've got the same queue on Mondays.",
        "We had that too.",
        "I can switch it before the bill goes out.",
        "I'll convert both tonight.",
        "We've now both turned them down.",
        "I taught it like that too for years.",
        "I'd bring it over on Friday.",
        "We run the same rig you showed on slide 14.",
    ],
)
def test_what_is_the_same_at_home_or_done_for_them_is_about_both(value: str) -> None:
    assert whom(value) == "both"


@pytest.mark.parametrize(
    "value",
    [
        "We tested our platform with 40 hotels.",
        "I think our platform can help.",
        "We don't just build websites.",
        "We can help you with that.",
        "I've got two slots left.",
        "I ask because we run a contact centre in Lublin.",
        "We do the same for 400 hotels.",
        "I spent ten years in finance.",
        "I know we can get this done for you.",
        "I'd recommend our platform.",
        "We'd love it.",
        "We do the same for you that we do for 400 hotels.",
        "I asked our team to build a platform, and they said yes.",
        "I'd suggest a quick call to show what we do.",
        "We're not just looking for a supplier.",
        "We are not looking for a buyer, we are looking for a partner.",
    ],
)
def test_what_boasts_is_about_the_sender(value: str) -> None:
    assert whom(value) == "sender"


@given(st.sampled_from(sorted(FIRST)), st.lists(st.sampled_from(sorted(MODALS)), max_size=2))
def test_a_sentence_that_breaks_off_is_about_somebody_or_nobody(who: str, rest: list[str]) -> None:
    assert whom(" ".join((who.capitalize(), *rest)) + ".") in ("sender", "neither", "both")
