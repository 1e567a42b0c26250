"""The two examples of a rule that `explain` shows: a fault, and the same put right."""

from __future__ import annotations

import re
from itertools import product
from typing import TYPE_CHECKING, TypeAlias

import pytest

from cadence_lint.formats import read
from cadence_lint.rulebook import built_in_folder
from cadence_lint.rulebook.rule_folder import rule_pages
from cadence_lint.source import Source

if TYPE_CHECKING:
    from cadence_lint.rulebook.rule_file import Example

Pair: TypeAlias = tuple[frozenset[str], frozenset[str]]

LEAST = 0.4
"""The share of words that a pair has in common.

Of two rules' examples, two pairs in a hundred have as many, but for the night audit that many tell of.
"""
OTHER_WORDS = {
    "craft/hard-to-read": "its words are the fault, so next to none of them are in the plain text",
}
_WORD = re.compile(r"\w{4,}")
"""A shorter word is in every text."""


def _words(example: Example) -> frozenset[str]:
    """The words of all copy of an example; a plan of days and channels has none."""
    sequences = read(Source("example", example.sequence), is_named=True).sequences
    messages = (each for one in sequences for touch in one.touches for each in touch.messages)
    texts = (text.value for message in messages for text in message.parts.values())
    return frozenset(word for text in texts for word in _WORD.findall(text.lower()))


def _in_common(flagged: frozenset[str], passing: frozenset[str]) -> float:
    """The share of the words of the shorter one that are in the other, too."""
    return len(flagged & passing) / max(min(len(flagged), len(passing)), 1)


@pytest.fixture(name="shown", scope="module")
def _shown() -> dict[str, Pair]:
    """The words of the first flagged and the first passing example of each rule about copy."""
    pages = rule_pages(built_in_folder())
    shown = {page.rule.id: (_words(page.flag[0]), _words(page.passing[0])) for page in pages}
    return {rule: pair for rule, pair in shown.items() if pair[0]}


def test_what_is_fine_is_what_was_marked_put_right(shown: dict[str, Pair]) -> None:
    apart = {rule for rule, pair in shown.items() if _in_common(*pair) < LEAST}

    assert len(shown) > 70
    assert apart == set(OTHER_WORDS), (
        "the first example under `pass` does not say what the first under `flag` could have said:"
        " put one first that keeps its people and its matter"
    )


def test_examples_of_two_rules_would_be_noticed(shown: dict[str, Pair]) -> None:
    strangers = [
        (flagged, passing)
        for (one, (flagged, _)), (other, (_, passing)) in product(shown.items(), repeat=2)
        if one != other and not (_is_of_night_audits(flagged) and _is_of_night_audits(passing))
    ]
    alike = sum(_in_common(*pair) >= LEAST for pair in strangers)

    assert alike < len(strangers) / 50


def _is_of_night_audits(words: frozenset[str]) -> bool:
    return not words.isdisjoint({"audit", "audits"})
