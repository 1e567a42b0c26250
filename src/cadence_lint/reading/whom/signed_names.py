"""The names under a message: whoever signs it is the sender, and so is the firm below.

`Familie Brandl`, `The Linden Trust`, `Paola, Fontana Dental`: what is called so in the body is the
sender's, as "Brandl repaired his first lift truck in 1976" is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadence_lint.reading.text.word_set import word_set

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cadence_lint.reading.text.segments import Segment
    from cadence_lint.reading.text.sentences import Sentence
    from cadence_lint.reading.text.words import Words

_SIGNED = frozenset({"signature", "sign-off"})
_NO_NAMES = word_set(
    "the a an and of for at in from your our my all team department office service services sales"
    " head director manager managing commercial account customer general senior junior chief"
    " officer president chair chairman chairwoman treasurer secretary founder owner partner"
    " consultant engineer editor ceo cto cfo coo mr mrs ms dr prof ing best kind warm regards"
    " yours sincerely faithfully thanks cheers with wishes greetings everyone business development"
    " contracts marketing operations support group limited ltd inc gmbh familie family street road"
    " london paris berlin england germany france"
)
_SHORTEST = 5
"""Letters that a name has to have to be known by itself: Will, May and Mark are words as well."""
_MOST_LINES = 6


def signed_places(
    value: str, words: Words, sentences: Sequence[Sentence], segments: Sequence[Segment]
) -> Iterator[int]:
    """The words above a signature that are names in it."""
    names = _names(value, words, sentences, segments)
    if not names:
        return
    for sentence, segment in zip(sentences, segments, strict=True):
        if segment in _SIGNED or segment == "quoted":
            continue
        for index in range(sentence.first, sentence.last):
            word = words.folded[index].removesuffix("'s")
            if word in names and value[words.starts[index]].isupper():
                yield index


def _names(
    value: str, words: Words, sentences: Sequence[Sentence], segments: Sequence[Segment]
) -> set[str]:
    signed = [
        sentence
        for sentence, segment in zip(sentences, segments, strict=True)
        if segment in _SIGNED
    ]
    return {
        words.folded[index].removesuffix("'s")
        for sentence in signed[:_MOST_LINES]
        if not any(words.kinds[at] != "word" for at in range(sentence.first, sentence.last))
        for index in range(sentence.first, sentence.last)
        if _is_name(value, words, index)
    }


def _is_name(value: str, words: Words, index: int) -> bool:
    word = words.folded[index]
    return len(word) >= _SHORTEST and value[words.starts[index]].isupper() and word not in _NO_NAMES
