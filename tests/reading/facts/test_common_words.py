"""Words that stand in any letter."""

import pytest

from cadence_lint.reading.facts.common_words import is_common


@pytest.mark.parametrize(
    "word",
    ["contribute", "contributed", "contributing", "relies", "inspiring", "warmly", "qualities"],
)
def test_a_form_of_a_common_word_is_common(word: str) -> None:
    assert is_common(word)


@pytest.mark.parametrize("word", ["kiln", "shelf", "puncture", "mezzanine", "s", "ing", "ly", "d"])
def test_a_thing_is_not(word: str) -> None:
    assert not is_common(word)
