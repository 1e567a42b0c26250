"""A sentence as plain words, which is what its judges look at.

A comma stands for any punctuation within it, `{reader}`, `{sender}` and `{hidden}` for merge
fields and the sender's names, and what somebody else said is left out.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from cadence_lint.patterns import regex
from cadence_lint.reading.text.words import FIELD
from cadence_lint.record import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cadence_lint.reading.template.names import Owner
    from cadence_lint.reading.text.sentences import Sentence
    from cadence_lint.reading.text.words import Words

READER = "{reader}"
SENDER = "{sender}"
OTHER = "{other}"
HIDDEN = "{hidden}"
PAUSE = ","
NO_WORDS = frozenset({PAUSE, READER, SENDER, OTHER, HIDDEN})
"""What stands for something else than a word that was written."""

_FIELDS: dict[Owner, str] = {
    "reader": READER,
    "company": READER,
    "sender": SENDER,
    "copy": HIDDEN,
}
_NUMERALS_FOLLOW = frozenset(
    "type phase class tier part volume title series level stage war world".split()
)
_DASHES = frozenset("–—")
_NEEDS_A_LOOK = frozenset({FIELD, "us", "we", "i"})
"""Any other word that nobody owns is plain as it is."""
_PAUSES = regex(r"[,;:—–()…|\n]| - |\. ")


class Plain(NamedTuple):
    """The plain words of a sentence, and which word of its text each one is."""

    words: list[str]
    places: list[int]
    """Indexes into the words of the text; -1 for a pause."""


def spell_out(
    words: Words,
    sentence: Sentence,
    value: str,
    owners: Mapping[int, Owner],
    speech: Sequence[tuple[int, int]] = (),
) -> Plain:
    """A sentence as plain words; `owners` says whom its fields and names stand for."""
    plain: list[str] = []
    places: list[int] = []
    is_pause = False
    for index in range(sentence.first, sentence.last):
        gap = words.gaps[index]
        if gap != " " and not _is_range(words, index):
            is_pause = is_pause or _is_pause(gap, value, words.starts[index])
        if speech and is_within(words.starts[index], speech):
            continue
        if plain and is_pause:
            plain.append(PAUSE)
            places.append(-1)
        is_pause = False
        said = words.folded[index]
        if said in _NEEDS_A_LOOK or index in owners:
            said = _plain_word(words, index, value, owners)
        if said == SENDER and plain[-1:] == [SENDER]:
            continue
        plain.append(said)
        places.append(index)
    return Plain(plain, places)


def _is_range(words: Words, index: int) -> bool:
    """Whether a dash stands between two figures: `$2–5m a year`."""
    return words.gaps[index] in _DASHES and words.kinds[index - 1 : index + 1] == ["number"] * 2


def _is_pause(gap: str, value: str, following: int) -> bool:
    """Whether what stands between two words parts them; a line that is only wrapped does not."""
    if gap.strip(" ") == "\n" and value[following].islower():
        return False
    return bool(_PAUSES.search(gap))


def is_within(start: int, speech: Sequence[tuple[int, int]]) -> bool:
    """Whether an offset lies in one of some stretches, which are in order."""
    at = bisect_right(speech, start, key=lambda span: span[0]) - 1
    return at >= 0 and start < speech[at][1]


def _plain_word(words: Words, index: int, value: str, owners: Mapping[int, Owner]) -> str:
    word = words.folded[index]
    if word == FIELD or index in owners:
        return _FIELDS.get(owners.get(index, "system"), OTHER)
    written = value[words.starts[index] : words.ends[index]]
    if word == "us" and written.isupper():
        return OTHER  # the country
    if word == "we" and written.isupper() and words.kinds[index + 1 : index + 2] == ["number"]:
        return OTHER  # week ending
    if word == "i" and index and words.folded[index - 1] in _NUMERALS_FOLLOW:
        return OTHER
    return word
