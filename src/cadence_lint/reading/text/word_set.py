"""How sets of words are written down: `word_set("saw read met")`."""

from __future__ import annotations


def word_set(words: str) -> frozenset[str]:
    """The words of a text, which spaces part."""
    return frozenset(words.split())
