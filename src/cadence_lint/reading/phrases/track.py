"""A quick way to find a phrase that is looked for often.

The words of a phrase are numbered, and a number with a bit for each says how far a sentence has
come: to look at another word is to look up what can follow, and which words of the phrase it can
be. Hyphens are not known here, and an edge within a phrase is taken on trust.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadence_lint.reading.phrases.parts import TRAITS, Between, Edge, Either, OfClass, Run, Word
from cadence_lint.record import NamedTuple

if TYPE_CHECKING:
    from cadence_lint.reading.phrases.parts import Part, Sight

_MOST_STATES = 500
_LAST_EDGES = ("open", "end", "question")


class Track:
    """One phrase, as the sets of words that can follow one another in it."""

    def __init__(self, run: Run) -> None:
        inner, edges = _without_last_edges(run)
        built = _Builder()
        whole = built.run(inner)
        self.is_sure = built.is_sure
        """Whether what it finds is what the phrase matches, and not only what it may match."""
        self.is_empty = whole.is_empty
        """Whether the phrase can be had without a word, which a track cannot tell."""
        self._asks = "question" in edges
        self._ends = "end" in edges or self._asks
        self._first, self._inner, self._last = whole.first, whole.inner, whole.last
        self._following = _Following(built.follow)
        self._stems = built.stems
        self._words = {word: bits | self._of_stems(word) for word, bits in built.words.items()}
        self._classes = [built.of_class(traits) for traits in range(len(TRAITS))]
        self._is_of_any = len(set(self._classes)) == 1
        self._starters = self._only_words(self._first)
        self._enders = self._only_words(self._last)

    def matches(self, sight: Sight) -> list[tuple[int, int]]:
        """The first word and the end of the longest match from each place that has one."""
        if (
            (self._asks and not sight.edges["question"])
            or (self._starters and self._starters.isdisjoint(sight.present))
            or (self._enders and self._enders.isdisjoint(sight.present))
        ):
            return []
        can_be = self._can_be(sight)
        first = self._first if sight.edges["start"] else self._inner
        starts = [place for place, here in enumerate(can_be) if here & self._inner]
        if can_be[0] & first and starts[:1] != [0]:
            starts.insert(0, 0)
        found = [
            (start, self._end(can_be, start, self._inner if start else first)) for start in starts
        ]
        return [match for match in found if match[1]]

    def _end(self, can_be: list[int], place: int, first: int) -> int:
        """Where the longest match from a place ends; 0 where there is none."""
        following, last, count = self._following, self._last, len(can_be)
        at, end = can_be[place] & first, 0
        while at:
            place += 1
            if at & last and (place == count or not self._ends):
                end = place
            at = place < count and following[at] & can_be[place]
        return end

    def _only_words(self, bits: int) -> frozenset[str]:
        """The words that can be some of the phrase's; none where other words can, too."""
        others = [*self._classes, *(bit for _, bit in self._stems)]
        if any(bits & other for other in others):
            return frozenset()
        return frozenset(word for word, can_be in self._words.items() if bits & can_be)

    def _can_be(self, sight: Sight) -> list[int]:
        """For each word, which of the phrase it can be."""
        words, classes = self._words, self._classes
        if not self._stems and self._is_of_any:
            whatever = classes[0]
            return [words.get(word, 0) | whatever for word in sight.folded]
        both = zip(sight.folded, sight.traits, strict=True)
        if self._stems:
            return [
                (words[word] if word in words else self._of_stems(word)) | classes[traits]
                for word, traits in both
            ]
        return [words.get(word, 0) | classes[traits] for word, traits in both]

    def _of_stems(self, word: str) -> int:
        found = 0
        for stem, bit in self._stems:
            if word.startswith(stem):
                found |= bit
        return found


def _without_last_edges(run: Run) -> tuple[Run, set[str]]:
    parts, edges = list(run.parts), set()
    while (
        parts and isinstance(last := parts[-1], Edge) and last.name in ("open", "end", "question")
    ):
        edges.add(last.name)
        parts.pop()
    return Run(tuple(parts)), edges


class _Following(dict[int, int]):
    """What can follow on the words that a sentence has come to; worked out when it does."""

    def __init__(self, follow: list[int]) -> None:
        super().__init__()
        self._follow = follow

    def __missing__(self, at: int) -> int:
        found, rest = 0, at
        while rest:
            bit = rest & -rest
            rest ^= bit
            found |= self._follow[bit.bit_length() - 1]
        if len(self) >= _MOST_STATES:
            self.clear()
        self[at] = found
        return found


class _Ends(NamedTuple):
    """The words of a part that can come first in it, and last; whether it can be had with none.

    `first` and `is_empty` hold at the start of a sentence, `inner` and `is_empty_inside` elsewhere.
    """

    first: int = 0
    inner: int = 0
    last: int = 0
    is_empty: bool = False
    is_empty_inside: bool = False


_NEVER = _Ends()
_NOTHING = _Ends(is_empty=True, is_empty_inside=True)


class _Builder:
    """Numbers the words of a phrase, and notes which can be what, and follow which."""

    def __init__(self) -> None:
        self.follow: list[int] = []
        self.words: dict[str, int] = {}
        self.stems: list[tuple[str, int]] = []
        self.is_sure = True
        self._classes: dict[str, int] = {}

    def of_class(self, traits: int) -> int:
        """Which words of the phrase any word with some traits can be."""
        found = 0
        for name, bits in self._classes.items():
            if name in TRAITS[traits]:
                found |= bits
        return found

    def part(self, part: Part) -> _Ends:
        """Any part of a phrase."""
        if isinstance(part, Word):
            return self._word(part)
        if isinstance(part, OfClass):
            return self._of(part.name)
        if isinstance(part, Between):
            return self._between(part.most)
        if isinstance(part, Edge):
            return self._edge(part.name)
        return self.run(part) if isinstance(part, Run) else self._either(part)

    def run(self, run: Run) -> _Ends:
        """Parts, one after the other."""
        whole = _NOTHING
        for part in run.parts:
            ends = self.part(part)
            self._lead(whole.last, ends.inner)
            whole = _Ends(
                whole.first | (ends.first if whole.is_empty else 0),
                whole.inner | (ends.inner if whole.is_empty_inside else 0),
                ends.last | (whole.last if ends.is_empty_inside else 0),
                whole.is_empty and ends.is_empty,
                whole.is_empty_inside and ends.is_empty_inside,
            )
        return whole

    def _either(self, part: Either) -> _Ends:
        whole = _NOTHING if part.optional else _NEVER
        for run in part.runs:
            ends = self.run(run)
            whole = _Ends(
                whole.first | ends.first,
                whole.inner | ends.inner,
                whole.last | ends.last,
                whole.is_empty or ends.is_empty,
                whole.is_empty_inside or ends.is_empty_inside,
            )
        return whole

    def _edge(self, name: str) -> _Ends:
        if name == "joined":
            return _NEVER
        if name == "start":
            return _Ends(is_empty=True)
        self.is_sure &= name in ("open", "every")
        return _NOTHING

    def _word(self, part: Word) -> _Ends:
        if part.edge == "joined":
            return _NEVER
        self.is_sure &= part.edge in ("open", "every")
        bit = self._new()
        for word in part.words:
            self.words[word] = self.words.get(word, 0) | bit
        self.stems += ((stem, bit) for stem in part.stems)
        return _Ends(bit, bit, bit)

    def _of(self, name: str) -> _Ends:
        bit = self._new()
        self._classes[name] = self._classes.get(name, 0) | bit
        return _Ends(bit, bit, bit)

    def _between(self, most: int) -> _Ends:
        first = latest = last = 0
        for _ in range(most):
            bit = self._of("any").first
            self._lead(latest, bit)
            first, latest, last = first or bit, bit, last | bit
        return _Ends(first, first, last, is_empty=True, is_empty_inside=True)

    def _lead(self, before: int, after: int) -> None:
        """Let some words be followed by others."""
        while before:
            bit = before & -before
            before ^= bit
            self.follow[bit.bit_length() - 1] |= after

    def _new(self) -> int:
        self.follow.append(0)
        return 1 << (len(self.follow) - 1)
