"""Another word than the one that the team has agreed on (`vocabulary: {prefer: …}`).

Nouns are found in the plural and the possessive too, verbs such as `utilise` in all their forms.
Not looked at: what somebody else says, signatures, fields and addresses, names ("Client Earth"),
parts of hyphenated words, and the agreed words themselves. In languages without phrase lists it
stays silent.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadence_lint.checks import Objection, Spot
from cadence_lint.reading.template.fields import read_template
from cadence_lint.reading.text.forms import forms, is_plural, plural, singular
from cadence_lint.reading.text.segments import NOT_WRITTEN
from cadence_lint.reading.text.words import split_words
from cadence_lint.record import NamedTuple, Record

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cadence_lint.linting.case import Case
    from cadence_lint.reading import Passage, Reading
    from cadence_lint.reading.text.words import Words
    from cadence_lint.sequence import Touch

SCOPE = "message"

_UNCOUNTED = frozenset("people staff personnel software data feedback equipment children".split())
_LINKS = frozenset("of for in to on at by with and or".split())
_DOERS = frozenset("he she it who everybody everyone somebody someone nobody".split())


class Options(Record):
    """What a rule may set: nothing; the words stand in the configuration."""


class Values(Record):
    """What a message may name."""

    word: str
    """The word as it is written."""
    agreed: str
    """The word that the team has agreed on, in the same number."""


class _Term(NamedTuple):
    """A word, or several, that another is preferred to."""

    written: list[str]
    is_name: bool
    """Whether it is written with a capital letter."""
    last: frozenset[str]
    """The forms of its last word."""
    agreed: str
    spared: list[str]
    """The agreed words, in lower case."""

    def fits(self, words: list[str], at: int) -> bool:
        """Whether it stands at a place, in any form."""
        end = at + len(self.written)
        return (
            end <= len(words)
            and words[at : end - 1] == self.written[:-1]
            and words[end - 1] in self.last
            and not self._is_agreed(words, at)
        )

    def in_the_number_of(self, found: str) -> str:
        """The agreed words as many as those found: `customers` for `clients`."""
        *before, last = self.agreed.split() or [""]
        word = found.lower().replace("\u2019", "'").removesuffix("'s")
        is_as_written = is_plural(word) == is_plural(self.written[-1])
        is_fixed = last != last.lower() or last in _UNCOUNTED or not _LINKS.isdisjoint(before)
        if is_as_written or is_fixed:
            return self.agreed
        return " ".join([*before, plural(last) if is_plural(word) else singular(last)])

    def _is_agreed(self, words: list[str], at: int) -> bool:
        """Whether it is part of the agreed words: `audit` in `night audit`."""
        length, own = len(self.spared), len(self.written)
        return length > own and any(
            [singular(word) for word in words[start : start + length]] == self.spared
            for start in range(max(0, at - length + own), at + 1)
        )


def check(case: Case, touch: Touch, reading: Reading, options: Options) -> Iterator[Objection]:
    """Object once to each such word of a message, wherever it stands there."""
    prefer = case.config.vocabulary.prefer
    if not prefer or not reading.is_understood:
        return
    for term in (_term(written, agreed) for written, agreed in prefer.items()):
        if not term.written:
            continue
        spots = [spot for passage in reading.passages.values() for spot in _found(passage, term)]
        if spots:
            word = spots[0].quote
            yield Objection(values=Values(word, term.in_the_number_of(word)), spots=tuple(spots))


def _term(written: str, agreed: str) -> _Term:
    words = split_words(written).folded
    last = forms(words[-1]) if words else frozenset()
    spared = [singular(word) for word in split_words(agreed).folded]
    return _Term(words, written != written.lower(), last, agreed, spared)


def _found(passage: Passage, term: _Term) -> list[Spot]:
    """Where it stands in what any reader can see, each place once."""
    found = {spot.span: spot for spot in _seen(passage, term)}
    return [found[span] for span in sorted(found)]


def _seen(passage: Passage, term: _Term) -> Iterator[Spot]:
    for number, text in enumerate(passage.renderings):
        value = text.value
        fields = [(field.start, field.end) for field in read_template(value).fields]
        words = passage.words if number == 0 else split_words(value, fields)
        for at in range(len(words)):
            if not term.fits(words.folded, at):
                continue
            last = at + len(term.written) - 1
            start, end = words.starts[at], words.ends[last]
            if number == 0 and not _is_said(passage, start, end):
                continue
            if _is_joined(words, at, last) or _is_done(words, at, last):
                continue
            if not term.is_name and _is_in_a_name(value, words, at, last):
                continue
            yield Spot(text.span(start, end), value[start:end], part=passage.part)


def _is_said(passage: Passage, start: int, end: int) -> bool:
    """Whether a stretch is the sender's own words."""
    if any(first <= start and end <= last for first, last in passage.speech):
        return False
    return not any(
        sentence.start <= start < sentence.end and segment in NOT_WRITTEN
        for sentence, segment in zip(passage.sentences, passage.segments, strict=True)
    )


def _is_joined(words: Words, first: int, last: int) -> bool:
    return words.joined(first) or words.joined(last + 1)


def _is_done(words: Words, first: int, last: int) -> bool:
    """Whether it is what somebody does: `who leads` is no talk of leads."""
    return first > 0 and words.folded[first - 1] in _DOERS and words.folded[last].endswith("s")


def _is_in_a_name(value: str, words: Words, first: int, last: int) -> bool:
    """Whether words have a capital letter in the middle of a sentence, or before another one."""
    if not value[words.starts[first]].isupper():
        return False
    if first and words.gaps[first].strip(" ") == "":
        return True
    after = last + 1
    if after == len(words) or words.gaps[after] != " " or words.folded[after][0] == "i":
        return False
    return value[words.starts[after]].isupper() and not value[words.starts[first] + 1].isupper()
