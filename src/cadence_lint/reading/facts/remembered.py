"""Sentences that are remembered: teams say the same ones again and again, in other messages.

What a sentence says by itself is judged once. What it says where it stands is no matter of this
memory: whom it goes on about, what phrases around it say.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cadence_lint.lazy import lazy
from cadence_lint.reading.facts import asks, directions, substance
from cadence_lint.reading.facts.gifts import gift_of
from cadence_lint.reading.facts.jobs import tells_of_job
from cadence_lint.reading.facts.specifics import specifics
from cadence_lint.reading.latest import Latest
from cadence_lint.reading.text.plain import is_within, spell_out
from cadence_lint.reading.whom import about as whom
from cadence_lint.reading.whom import house, people

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator

    from cadence_lint.reading import Passage
    from cadence_lint.reading.facts.gifts import Gift
    from cadence_lint.reading.facts.specifics import Specifics
    from cadence_lint.reading.text.sentences import Sentence
    from cadence_lint.reading.whom.about import About

_MOST = 8_000
"""Sentences of which each of two generations holds as many at most: some twenty megabytes."""


class Said:
    """What a sentence says by itself."""

    def __init__(self, passage: Passage, sentence: Sentence) -> None:
        value, first = passage.text.value, sentence.first
        plain = spell_out(passage.words, sentence, value, passage.owners, passage.speech)
        self.words = plain.words
        """Its plain words."""
        self.offsets = [place - first if place >= 0 else -1 for place in plain.places]
        """Which of its words each plain word is; -1 for a pause."""
        self.is_question = sentence.is_question
        self.specifics: Specifics = specifics(plain, passage.words, value, passage.field_kinds)
        """What in it could not stand in just any letter."""
        self.tells_of_job = (
            None
            if sentence.is_question
            else tells_of_job(value[sentence.start : sentence.end].lower())
        )
        """Whether it names a post, or its terms, for one who may take it."""

        self._gifts: dict[Hashable, Gift | None] = {}

    def gift(
        self, about: About, specifics: Specifics, phrases: frozenset[str], *, asks_about_work: bool
    ) -> Gift | None:
        """What it gives the reader where it is about somebody and phrases say so much of it."""
        key = (about, specifics, phrases, asks_about_work)
        if key not in self._gifts:
            self._gifts[key] = gift_of(
                self.words,
                about,
                specifics,
                phrases,
                is_question=self.is_question,
                asks_about_work=asks_about_work,
            )
        return self._gifts[key]

    @lazy
    def text(self) -> str:
        """Its plain words as one text."""
        return " ".join(self.words)

    @lazy
    def about(self) -> About:
        """Whom it is about."""
        return whom.about(self.words, is_question=self.is_question)

    @lazy
    def speaks_of_house(self) -> bool:
        """Whether it is about the house that somebody works for."""
        return house.speaks_of_house(self.words)

    @lazy
    def has_substance(self) -> bool:
        """Whether it says something beyond the contact itself."""
        return substance.has_substance(self.words, is_question=self.is_question)

    @lazy
    def asks_about_work(self) -> bool:
        """Whether it asks about the reader's own work."""
        asked = asks.question_about_them(self.words, is_question=self.is_question)
        return bool(asked) and (
            asks.asks_what_they_do(asked or ())
            or substance.has_substance(asked or (), is_question=True)
        )

    @lazy
    def asks_something(self) -> bool:
        """Whether, as a question, it is one, and not for time, interest, a favour or effect."""
        return asks.question_about_them(self.words, is_question=True) is not None

    @lazy
    def asks_after_theirs(self) -> bool:
        """Whether, as a question, it asks after something of theirs, or for their wish."""
        return self.is_question and asks.asks_after_theirs(self.words)

    @lazy
    def mentions_reader(self) -> bool:
        """Whether the reader occurs in it."""
        return people.mentions_reader(self.words)

    @lazy
    def directs(self) -> bool:
        """Whether it tells the reader what to do."""
        return directions.directs(self.words)


_known: Latest[Said] = Latest(_MOST)


def remember(key: Hashable, passage: Passage, sentence: Sentence) -> Said:
    """What a sentence of a passage says by itself, which is the same for the same key."""
    said = _known.get(key)
    if said is None:
        said = Said(passage, sentence)
        _known.keep(key, said)
    return said


def keys(passage: Passage) -> Iterator[Hashable]:
    """For each sentence of a passage, all that what it says by itself depends on."""
    value, words = passage.text.value, passage.words
    folded = words.folded
    marks = _marks(passage)
    for sentence in passage.sentences:
        first, last = sentence.first, sentence.last
        of_sentence = []
        while marks and marks[-1][0] < last:
            at, *what = marks.pop()
            of_sentence.append((at - first, *what))
        yield (
            value[sentence.start : sentence.end],
            " ".join(folded[first:last]),
            sentence.is_question,
            tuple(of_sentence),
            # Two words are read by what stands next to them, in another sentence, too.
            folded[first - 1] if first and folded[first] == "i" else "",
            last < len(folded) and folded[last - 1] == "we" and words.kinds[last],
        )


def _marks(passage: Passage) -> list[tuple[Any, ...]]:
    """What is known of words by where they stand, with the index of the word, the last first."""
    words = passage.words
    marks: list[tuple[Any, ...]] = list(passage.owners.items())
    names = passage.field_names
    marks += ((index, "", names.get(words.starts[index], "")) for index in words.fields)
    if passage.speech:
        marks += (
            (index, "", "", "speech")
            for index, start in enumerate(words.starts)
            if is_within(start, passage.speech)
        )
    return sorted(marks, reverse=True)
