"""Lists of phrases, and where a text uses them.

A book of phrases is indexed by a word, or two, that a text cannot use a phrase without. A phrase
is looked at when a text has its words, not before.
"""

from __future__ import annotations

import marshal
from bisect import bisect_right
from typing import TYPE_CHECKING, Any, TypeAlias

from cadence_lint.reading.latest import Latest
from cadence_lint.reading.phrases.parts import LONGEST_MATCH, Pattern, Run, Sight, read_back
from cadence_lint.record import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from cadence_lint.reading.phrases.parts import Part
    from cadence_lint.reading.text.sentences import Sentence
    from cadence_lint.reading.text.words import Words

Index: TypeAlias = dict[str, Any]
"""A book as JSON can hold it.

`lists` has, for each list, its name, its phrases as `[say, advice, instead]`, and its spare
phrases; all of them are numbered in that order. `anchors` leads from a word, or a stem with `*`, to
the numbers of phrases; for each of these `follows` has the words that can follow, "" for any, and
`needs` has sets of words of which a text must have one too, with a `|` between them, and `parsed`
the phrase itself, as it was parsed. `unless` has, for some lists, what excuses a sentence, parsed
too, and `groups` the words that its phrases share. What a run needs little of is kept as text, as
that loads faster; `packed` has it in the interpreter's own form, for which no run needs `json`.
"""

_Kept: TypeAlias = str | bytes
"""A part of a phrase as `to_plain` gives it: as JSON, or packed."""

_MOST_KNOWN = 8_000
"""Sentences whose phrases are remembered, in each of two generations."""
_MOST_WORDS = 1000
"""How much of a text is looked at together: work on longer numbers would not be linear."""


class Phrase(NamedTuple):
    """What a text should not say, or should; what to do about it, and what to say instead."""

    say: str
    advice: str | None = None
    instead: str | None = None


class PhraseList(NamedTuple):
    """Phrases that mean the same, and what excuses them."""

    phrases: tuple[Phrase, ...]
    spare: tuple[str, ...] = ()
    """Innocent phrases that look like them."""
    unless: tuple[str, ...] = ()
    """What excuses all of them in the same sentence, where it is no part of them."""
    groups: Mapping[str, tuple[str, ...]] = {}
    """Words that the phrases of the list share, by the name that stands for them."""


class Hit(NamedTuple):
    """A phrase that a text uses: which of which list, and its words and characters."""

    list: str
    phrase: int
    first: int
    last: int
    start: int
    end: int


class _Use(NamedTuple):
    """A phrase that a sentence uses: which of which list, and its words, counted from its first."""

    list: str
    phrase: int
    first: int
    last: int


class _Match(NamedTuple):
    number: int
    first: int
    last: int


class _Anchors(dict[str, dict[str, list[int]]]):
    """For each word that a text can use, the phrases that its next word, or any (""), can lead to.

    Worked out when a text first has the word, since most words of the index are never met.
    """

    _MOST = 100_000

    def __init__(self, anchors: Mapping[str, str], follows: Sequence[str]) -> None:
        super().__init__()
        self._numbers = anchors
        self._follows = follows
        self._stems: dict[str, list[str]] = {}
        for key in anchors:
            if key.endswith("*"):
                self._stems.setdefault(key[:3], []).append(key)

    def __missing__(self, word: str) -> dict[str, list[int]]:
        stems = [key for key in self._stems.get(word[:3], ()) if word.startswith(key[:-1])]
        found: dict[str, list[int]] = {}
        for key in (word, *stems):
            for number in map(int, self._numbers.get(key, "").split()):
                for following in self._follows[number].split() or ("",):
                    found.setdefault(following, []).append(number)
        if len(self) >= self._MOST:
            self.clear()
        self[word] = found
        return found


class _Needs(dict[int, list[frozenset[str]]]):
    """For each phrase, sets of words of which a text must have one each; read when it is met."""

    def __init__(self, needs: Sequence[str]) -> None:
        super().__init__()
        self._texts = needs

    def __missing__(self, number: int) -> list[frozenset[str]]:
        sets = (frozenset(words.split()) for words in self._texts[number].split("|") if words)
        # A stem stands for more words than can be looked up.
        found = [words for words in sets if not any(word.endswith("*") for word in words)]
        self[number] = found
        return found


class _Groups(dict[str, "Part"]):
    """The words that the phrases of a list share, by name; read back when a phrase has them."""

    def __init__(self, data: Mapping[str, _Kept]) -> None:
        super().__init__()
        self._data = data

    def __missing__(self, name: str) -> Part:
        part = self[name] = read_back(_unpacked(self._data[name]))
        return part


class PhraseBook:
    """All phrases that texts are searched for."""

    __slots__ = (
        "_anchors",
        "_excuses",
        "_firsts",
        "_group_data",
        "_groups",
        "_known",
        "_lists",
        "_needs",
        "_parsed",
        "_patterns",
        "_phrases",
        "_unless",
    )

    def __init__(self, lists: Mapping[str, PhraseList]) -> None:
        from cadence_lint.reading.phrases.index import build_index  # parsing is slow to load

        self._load(build_index(lists))

    @classmethod
    def from_index(cls, index: Index) -> PhraseBook:
        """The book that `build_index` made an index of."""
        book = cls.__new__(cls)
        book._load(index)
        return book

    def _load(self, index: Index) -> None:
        self._lists: list[tuple[str, list[list[str | None]], list[str]]] = index["lists"]
        self._anchors = _Anchors(index["anchors"], index["follows"])
        self._needs = _Needs(index["needs"])
        self._parsed: list[_Kept] = index["parsed"]
        self._unless: dict[str, list[_Kept]] = index.get("unless", {})
        self._group_data: dict[str, dict[str, _Kept]] = index.get("groups", {})
        self._groups: dict[str, _Groups] = {}
        self._excuses: dict[str, list[Pattern]] = {}
        self._patterns: dict[int, Pattern] = {}
        self._known: Latest[list[_Use]] = Latest(_MOST_KNOWN)
        """What sentences were found to use; keyed by all that phrases look at."""
        self._phrases = {name: phrases for name, phrases, _ in self._lists}
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
        say, advice, instead = self._phrases[hit.list][hit.phrase]
        return Phrase(say or "", advice, instead)

    def find(self, value: str, words: Words, sentences: Sequence[Sentence]) -> list[Hit]:
        """Where `value` uses phrases of any list, in the order of the text.

        Of the matches of one list that overlap, the longest is found, and none that overlaps what
        the list spares, or that stands beside what excuses its sentence.
        """
        hits: list[Hit] = []
        folded = words.folded
        for sentence in sentences:
            first, last = sentence.first, sentence.last
            # Teams say the same sentences again and again: each is searched once.
            said = (
                value[sentence.start : sentence.end],
                " ".join(folded[first:last]),
                sentence.is_question,
            )
            uses = self._known.get(said)
            if uses is None:
                uses = self._find_in(value, words, sentence)
                self._known.keep(said, uses)
            for each in uses:
                begin, end = each.first + first, each.last + first
                start, stop = words.starts[begin], words.ends[end - 1]
                hits.append(Hit(each.list, each.phrase, begin, end, start, stop))
        return hits

    def _find_in(self, value: str, words: Words, sentence: Sentence) -> list[_Use]:
        """The phrases that one sentence uses, by their places in it."""
        first, last = sentence.first, sentence.last
        numbers = self._candidates(words.folded[first:last])
        if not numbers:
            return []
        sights = [
            (start - first, Sight(value, words, sentence, start, min(start + _MOST_WORDS, last)))
            for start in range(first, last, _MOST_WORDS - LONGEST_MATCH)
        ]
        matches: dict[int, list[_Match]] = {}
        spare: list[tuple[int, int]] = []
        for number in numbers:
            list_number = self._list_of(number)
            if number - self._firsts[list_number] >= len(self._lists[list_number][1]):
                spare.append((list_number, number))
            elif found := self._matches(number, list_number, sights):
                matches.setdefault(list_number, []).extend(found)
        for list_number, number in spare:  # nothing needs sparing where nothing was found
            if list_number in matches:
                matches[list_number] += self._matches(number, list_number, sights)
        uses: list[_Use] = []
        for list_number, found in matches.items():
            name, phrases, _ = self._lists[list_number]
            settled = list(_settle(found, len(phrases)))
            if settled and not (name in self._unless and self._is_excused(name, settled, sights)):
                uses += (_Use(name, number, begin, end) for number, begin, end in settled)
        return sorted(uses, key=lambda use: (use.first, use.last, use.list))

    def _matches(
        self, number: int, list_number: int, sights: Iterable[tuple[int, Sight]]
    ) -> list[_Match]:
        """Where a sentence has one phrase."""
        pattern = self._pattern(number)
        in_list = number - self._firsts[list_number]
        found: list[_Match] = []
        for at, sight in sights:
            for begin, end in pattern.matches(sight):
                found.append(_Match(in_list, begin + at, end + at))  # mostly none
        return found

    def _is_excused(
        self, name: str, settled: list[_Match], sights: Iterable[tuple[int, Sight]]
    ) -> bool:
        """Whether something stands beside a list's matches that excuses their sentence."""
        taken = {place for _, first, last in settled for place in range(first, last)}
        return any(
            not taken.issuperset(range(first + at, last + at))
            for at, sight in sights
            for pattern in self._excuses_of(name)
            for first, last in pattern.matches(sight)
        )

    def _excuses_of(self, name: str) -> list[Pattern]:
        if name not in self._excuses:
            parsed = self._unless[name]
            self._excuses[name] = [self._read_back(each, name) for each in parsed]
        return self._excuses[name]

    def _candidates(self, folded: list[str]) -> list[int]:
        """The numbers of the phrases that the words hold an anchor of."""
        anchored = [
            (after, nexts)
            for after, nexts in enumerate(map(self._anchors.__getitem__, folded), 1)
            if nexts
        ]
        candidates: dict[int, None] = {}
        following = [*folded, ""]
        for after, nexts in anchored:
            if alone := nexts.get(""):
                candidates.update(dict.fromkeys(alone))
            if (word := following[after]) and (paired := nexts.get(word)):
                candidates.update(dict.fromkeys(paired))
        lacks = frozenset(folded).isdisjoint
        needs = self._needs
        found: list[int] = []
        for number in candidates:
            for words in needs[number]:
                if lacks(words):
                    break
            else:
                found.append(number)
        return found

    def _list_of(self, number: int) -> int:
        return bisect_right(self._firsts, number) - 1

    def _pattern(self, number: int) -> Pattern:
        pattern = self._patterns.get(number)
        if pattern is None:
            name = self._lists[self._list_of(number)][0]
            pattern = self._patterns[number] = self._read_back(self._parsed[number], name)
        return pattern

    def _read_back(self, parsed: _Kept, name: str) -> Pattern:
        """A phrase of a list."""
        if name not in self._groups:
            self._groups[name] = _Groups(self._group_data.get(name, {}))
        run = read_back(_unpacked(parsed), self._groups[name])
        return Pattern(run if isinstance(run, Run) else Run((run,)))


def packed(index: Index) -> Index:
    """The same index with all that is kept as text in the interpreter's own form."""
    return index | {
        "parsed": list(map(_packed, index["parsed"])),
        "groups": {
            name: {group: _packed(part) for group, part in groups.items()}
            for name, groups in index.get("groups", {}).items()
        },
        "unless": {
            name: list(map(_packed, phrases)) for name, phrases in index.get("unless", {}).items()
        },
    }


def _packed(text: str) -> bytes:
    import json

    return marshal.dumps(json.loads(text))


def _unpacked(kept: _Kept) -> Any:
    if isinstance(kept, bytes):
        return marshal.loads(kept)
    import json  # not where the book is kept

    return json.loads(kept)


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
