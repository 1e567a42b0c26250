from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cadence_lint.reading.text.syllables import syllables

WORDS = {
    1: "a be the make makes worked called through your yard eyes you're queue called",
    2: "table wanted settled uses changes isn't business people movement pipeline voicemail buyer"
    " replies beyond create league's union million useful evening hundred flying",
    3: "company enabled companies anyone ratio idea  interested area example"
    " recruiting beautiful regular everyone",
    4: "january february mechanism usually information  specifically situation",
    5: "opportunity individual organization university",
    6: "responsibility availability",
}


@pytest.mark.parametrize(
    ("word", "count"),
    [(word, count) for count, words in WORDS.items() for word in words.split()],
)
def test_syllables(word: str, count: int) -> None:
    assert syllables(word) == count


@pytest.mark.parametrize(("word", "count"), [("crm", 3), ("pdf", 3), ("hmmmmm", 1), ("b", 1)])
def test_what_has_no_vowel_is_spelt(word: str, count: int) -> None:
    assert syllables(word) == count


@given(st.text(max_size=30))
def test_every_word_has_at_least_one(word: str) -> None:
    assert 1 <= syllables(word.lower()) <= 2 * len(word) + 4
