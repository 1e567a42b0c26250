"""Lists of phrases, and where a text uses them.

A book of phrases is indexed by a word, or two, that a text cannot use a phrase without. A phrase
is parsed when a text has its words, not before.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from cadence_lint.reading.phrase_language import (
    LONGEST_MATCH,
    Key,
    Pattern,
    PhraseError,
    Sight,
    parse_phrase,
)
from cadence_lint.reading.words import split_words

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence

    from cadence_lint.reading.sentences import Sentence
    from cadence_lint.reading.words import Words

__all__ = [
    "Hit",
    "Pattern",
    "Phrase",
    "PhraseBook",
    "PhraseError",
    "PhraseList",
    "build_index",
    "parse_phrase",
]

Index: TypeAlias = dict[str, Any]
"""A book as JSON can hold it.

`lists` has, for each list, its name, its phrases as `[say, advice, instead]`, and its spare
phrases; all of them are numbered in that order. `anchors` leads from a word, or from a stem with
`*`, and the word after it ("" for any) to the numbers of phrases.
"""

_STRETCH = 1000
"""A longer sentence is looked at in stretches, which overlap by the longest match."""


class Phrase(NamedTuple):
    """What a text should not say, or should; what to do about it, and what to say instead."""

    say: str
    advice: str | None = None
    instead: str | None = None


class PhraseList(NamedTuple):
    """Phrases that mean the same, and the innocent ones that look like them."""

    phrases: tuple[Phrase, ...]
    spare: tuple[str, ...] = ()


class Hit(NamedTuple):
    """A phrase that a text uses: which of which list, and its words and characters."""

    list: str
    phrase: int
    first: int
    last: int
    start: int
    end: int


class _Match(NamedTuple):
    number: int
    first: int
    last: int


def build_index(lists: Mapping[str, PhraseList]) -> Index:
    """Parse all phrases, and note for each the words that no match can do without.

    Raises:
        PhraseError: when a phrase cannot be understood.
    """
    says = [
        say
        for entry in lists.values()
        for say in (*(phrase.say for phrase in entry.phrases), *entry.spare)
    ]
    cost = _cost_in(says)
    anchors: dict[str, dict[str, list[int]]] = {}
    for number, say in enumerate(says):
        rarest = min(parse_phrase(say).anchors(cost), key=cost)
        for word, following in sorted(rarest):
            anchors.setdefault(word, {}).setdefault(following, []).append(number)
    return {
        "lists": [
            [name, [list(phrase) for phrase in entry.phrases], list(entry.spare)]
            for name, entry in lists.items()
        ],
        "anchors": anchors,
    }


def _cost_in(says: Iterable[str]) -> Callable[[frozenset[Key]], float]:
    """How often, roughly, texts will hold one of some keys."""
    from cadence_lint.reading.language import FUNCTION_WORDS

    common = set(FUNCTION_WORDS["en"])
    counts: dict[str, int] = {}
    for say in says:
        for word in split_words(say).folded:
            counts[word] = counts.get(word, 0) + 1

    def weight(word: str) -> float:
        if not word:
            return 1000
        return counts.get(word.rstrip("*"), 1) + 100 * (word in common) + 10 * word.endswith("*")

    return lambda keys: sum(weight(word) * weight(following) for word, following in keys)


class _Anchors(dict[str, dict[str, list[int]]]):
    """What the index has for each word that a text can use, stems included; {} for most."""

    _MOST = 100_000

    def __init__(self, index: Mapping[str, dict[str, list[int]]]) -> None:
        super().__init__()
        self._index = index
        self._stems: dict[str, list[str]] = {}
        for key in index:
            if key.endswith("*"):
                self._stems.setdefault(key[:3], []).append(key)

    def __missing__(self, word: str) -> dict[str, list[int]]:
        keys = [key for key in self._stems.get(word[:3], ()) if word.startswith(key[:-1])]
        found = self._index.get(word, {})
        for key in keys:
            found = {
                following: [*found.get(following, ()), *self._index[key].get(following, ())]
                for following in {**found, **self._index[key]}
            }
        if len(self) >= self._MOST:
            self.clear()
        self[word] = found
        return found


class PhraseBook:
    """All phrases that texts are searched for."""

    __slots__ = ("_anchors", "_firsts", "_lists", "_patterns")

    def __init__(self, lists: Mapping[str, PhraseList]) -> None:
        self._load(build_index(lists))

    @classmethod
    def from_index(cls, index: Index) -> PhraseBook:
        """The book that `build_index` made an index of."""
        book = cls.__new__(cls)
        book._load(index)
        return book

    def _load(self, index: Index) -> None:
        self._lists: list[tuple[str, list[list[str | None]], list[str]]] = index["lists"]
        self._anchors = _Anchors(index["anchors"])
        self._patterns: dict[int, Pattern] = {}
        self._firsts: list[int] = []
        number = 0
        for _, phrases, spare in self._lists:
            self._firsts.append(number)
            number += len(phrases) + len(spare)

    @property
    def lists(self) -> list[str]:
        """The names of the lists."""
        return [name for name, _, _ in self._lists]

    def phrase(self, hit: Hit) -> Phrase:
        """The phrase that was found."""
        phrases = next(phrases for name, phrases, _ in self._lists if name == hit.list)
        say, advice, instead = phrases[hit.phrase]
        return Phrase(say or "", advice, instead)

    def find(
        self,
        value: str,
        words: Words,
        sentences: Sequence[Sentence],
        only: Container[str] | None = None,
    ) -> list[Hit]:
        """Where `value` uses phrases of the lists in `only`, or of any, in the order of the text.

        Of the matches of one list that overlap, the longest is found, and none that overlaps what
        the list spares.
        """
        matches: dict[int, list[_Match]] = {}
        sights: dict[int, list[tuple[int, Sight]]] = {}
        for at, number in self._candidates(words.folded, sentences):
            list_number = bisect_right(self._firsts, number) - 1
            if only is not None and self._lists[list_number][0] not in only:
                continue
            if at not in sights:
                sights[at] = list(_sights(value, words, sentences[at]))
            pattern = self._pattern(number)
            matches.setdefault(list_number, []).extend(
                _Match(number - self._firsts[list_number], shift + first, shift + last)
                for shift, sight in sights[at]
                for first, last in pattern.matches(sight)
            )
        hits = [
            Hit(name, number, first, last, words.starts[first], words.ends[last - 1])
            for list_number, found in matches.items()
            for name, phrases, _ in [self._lists[list_number]]
            for number, first, last in _settle(found, len(phrases))
        ]
        return sorted(hits, key=lambda hit: (hit.first, hit.last, hit.list))

    def _candidates(
        self, folded: list[str], sentences: Sequence[Sentence]
    ) -> Iterable[tuple[int, int]]:
        """Sentences, and the phrases that could be in them."""
        candidates: dict[tuple[int, int], None] = {}
        firsts: list[int] = []
        last = len(folded) - 1
        for place, nexts in enumerate(map(self._anchors.__getitem__, folded)):
            if not nexts:
                continue
            numbers = nexts.get("", ())
            if place < last and (pairs := nexts.get(folded[place + 1])):
                numbers = [*numbers, *pairs]
            if numbers:
                firsts = firsts or [sentence.first for sentence in sentences]
                at = bisect_right(firsts, place) - 1
                if at >= 0 and place < sentences[at].last:
                    candidates.update(((at, number), None) for number in numbers)
        return candidates

    def _pattern(self, number: int) -> Pattern:
        pattern = self._patterns.get(number)
        if pattern is None:
            at = bisect_right(self._firsts, number) - 1
            _, phrases, spare = self._lists[at]
            number_in_list = number - self._firsts[at]
            is_spare = number_in_list >= len(phrases)
            say = spare[number_in_list - len(phrases)] if is_spare else phrases[number_in_list][0]
            pattern = self._patterns[number] = parse_phrase(say or "")
        return pattern


def _sights(value: str, words: Words, sentence: Sentence) -> Iterator[tuple[int, Sight]]:
    """A sentence to match in, with the number of its first word; in stretches when it is long."""
    first = sentence.first
    while True:
        last = min(first + _STRETCH, sentence.last)
        yield first, Sight(value, words, sentence, first, last)
        if last == sentence.last:
            break
        first = last - LONGEST_MATCH


def _settle(matches: list[_Match], first_spare: int) -> Iterator[_Match]:
    """Those that no spare phrase excuses, the longest first, none over another."""
    taken = {
        place
        for number, first, last in matches
        if number >= first_spare
        for place in range(first, last)
    }
    longest_first = sorted(matches, key=lambda match: (match.first - match.last, *match[1:], match))
    for match in longest_first:
        places = range(match.first, match.last)
        if match.number < first_spare and taken.isdisjoint(places):
            taken.update(places)
            yield match
