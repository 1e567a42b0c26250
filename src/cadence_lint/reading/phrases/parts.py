"""The parts that a phrase is made of, and how they find their places in a text.

A phrase is matched by following all the places that its parts can lead to at once, as bits of a
number: nothing is ever tried twice.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from cadence_lint.lazy import lazy
from cadence_lint.patterns import regex
from cadence_lint.record import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from cadence_lint.reading.text.sentences import Sentence
    from cadence_lint.reading.text.words import Kind, Words

LONGEST_MATCH = 100
"""Words that a phrase can stretch over at most."""
_LONGEST_COMPOUND = 5


class Sight:
    """A sentence, or a stretch of a long one, as the parts of a phrase look at it.

    Each word has a bit, which also stands for the place before it, and so has the end.
    """

    def __init__(self, value: str, words: Words, sentence: Sentence, first: int, last: int) -> None:
        self._value = value
        self._words = words
        self._stretch = slice(first, last)
        self.folded = words.folded[first:last]
        # What was looked for before: classes, and stems behind a space.
        self._found: dict[str, int] = {}
        self._spelt = ""
        bit = 1 << len(self.folded)
        inside = bit - 1
        every = inside | bit
        self.edges = {
            "every": every,
            "inside": inside,
            "open": every,
            "joined": 0,
            "start": 1 if first == sentence.first else 0,
            "end": bit if last == sentence.last else 0,
            "question": bit if last == sentence.last and sentence.is_question else 0,
        }
        gaps = words.gaps[first + 1 : last]
        if "-" in gaps:
            joined = _bits(gap == "-" for gap in gaps) << 1
            self.edges["open"] = every & ~joined
            self.edges["joined"] = joined

    @lazy
    def _where(self) -> dict[str, int]:
        """Where each word stands."""
        where: dict[str, int] = {}
        bit = 1
        for word in self.folded:
            where[word] = where.get(word, 0) | bit
            bit <<= 1
        return where

    @lazy
    def present(self) -> frozenset[str]:
        """The words that stand in it."""
        return frozenset(self.folded)

    @lazy
    def kinds(self) -> list[Kind]:
        """What each word is."""
        return self._words.kinds[self._stretch]

    def where(self, words: frozenset[str]) -> int:
        """Where any of some words stands."""
        found = 0
        for word in words & self.present:
            found |= self._where[word]
        return found

    def where_stem(self, stem: str) -> int:
        """Where the words stand that begin with `stem`."""
        key = f" {stem}"
        if key not in self._found:
            self._found[key] = self._find_stem(key)
        return self._found[key]

    def _find_stem(self, key: str) -> int:
        # To search all words as one text is faster than to ask each.
        self._spelt = self._spelt or f" {' '.join(self._where)} "
        found = 0
        at = self._spelt.find(key)
        while at >= 0:
            end = self._spelt.index(" ", at + 1)
            found |= self._where[self._spelt[at + 1 : end]]
            at = self._spelt.find(key, end)
        return found

    def where_class(self, name: str) -> int:
        """Where the words of a class stand."""
        if name not in self._found:
            self._found[name] = self._find_class(name)
        return self._found[name]

    def _find_class(self, name: str) -> int:
        if name == "any":
            return self.edges["inside"]
        if name == "name":
            first = self._stretch.start
            starts = self._words.capitals_in(self._value, first, self._stretch.stop)
            capitals = sum(1 << place - first for place in starts)
            first_persons = self.where(_FIRST_PERSONS)
            return capitals & ~self.edges["start"] & ~first_persons
        wanted = _KINDS[name]
        if wanted not in self.kinds:
            return 0
        if name == "amount":
            numbers = zip(self.folded, self.kinds, strict=True)
            return _bits(kind == wanted and bool(_AMOUNT.search(word)) for word, kind in numbers)
        return _bits(kind == wanted for kind in self.kinds)


def _bits(are: Iterable[bool]) -> int:
    """A number with a bit for each that is true."""
    return sum(1 << place for place, is_one in enumerate(are) if is_one)


_FIRST_PERSONS = frozenset({"i", "i'm", "i've", "i'd", "i'll", "i'd've"})
_AMOUNT = regex(r"[%£$¥]|€|^\d[\d.,]*(?:x|k|m|bn)$")
_KINDS: dict[str, Kind] = {
    "amount": "number",
    "field": "field",
    "link": "url",
    "number": "number",
}


class Word(NamedTuple):
    """One of several words or stems, behind an edge."""

    words: frozenset[str]
    stems: tuple[str, ...] = ()
    edge: str = "every"

    def after(self, places: int, sight: Sight) -> int:
        """The places that this part leads to from `places`."""
        where = self._where(sight) if self.stems else sight.where(self.words)
        return (places & sight.edges[self.edge] & where) << 1

    def before(self, places: int, sight: Sight) -> int:
        """The places from which this part leads to `places`."""
        where = self._where(sight) if self.stems else sight.where(self.words)
        return places >> 1 & sight.edges[self.edge] & where

    def lengths(self) -> tuple[int, int]:
        """How many words this part takes, at least and at most."""
        return 1, 1

    def _where(self, sight: Sight) -> int:
        found = sight.where(self.words)
        for stem in self.stems:
            found |= sight.where_stem(stem)
        return found


class OfClass(NamedTuple):
    """A word of a class, or a compound of such words: `20-30`, `best-in-class`."""

    name: str

    def after(self, places: int, sight: Sight) -> int:
        """The places that this part leads to from `places`."""
        where = sight.where_class(self.name)
        found = (places & where) << 1
        if joined := sight.edges["joined"] & where:
            for _ in range(_LONGEST_COMPOUND - 1):
                found |= (found & joined) << 1
        return found

    def before(self, places: int, sight: Sight) -> int:
        """The places from which this part leads to `places`."""
        where = sight.where_class(self.name)
        found = places >> 1 & where
        if joined := sight.edges["joined"]:
            for _ in range(_LONGEST_COMPOUND - 1):
                found |= (found & joined) >> 1 & where
        return found

    def lengths(self) -> tuple[int, int]:
        """How many words this part takes, at least and at most."""
        return 1, _LONGEST_COMPOUND


class Between(NamedTuple):
    """A few words, whatever they are."""

    most: int

    def after(self, places: int, sight: Sight) -> int:
        """The places that this part leads to from `places`."""
        inside = sight.edges["inside"]
        for _ in range(self.most):
            places |= (places & inside) << 1
        return places

    def before(self, places: int, sight: Sight) -> int:
        """The places from which this part leads to `places`."""
        inside = sight.edges["inside"]
        for _ in range(self.most):
            places |= places >> 1 & inside
        return places

    def lengths(self) -> tuple[int, int]:
        """How many words this part takes, at least and at most."""
        return 0, self.most


class Edge(NamedTuple):
    """What a place between two words must be: `open`, `joined`, a `start`, an `end`."""

    name: str

    def after(self, places: int, sight: Sight) -> int:
        """Those of `places` that are such an edge."""
        return places & sight.edges[self.name]

    def before(self, places: int, sight: Sight) -> int:
        """Those of `places` that are such an edge."""
        return places & sight.edges[self.name]

    def lengths(self) -> tuple[int, int]:
        """How many words this part takes, at least and at most."""
        return 0, 0


class Run(NamedTuple):
    """Parts, one after the other."""

    parts: tuple[Part, ...]

    def after(self, places: int, sight: Sight) -> int:
        """The places that these parts lead to from `places`."""
        for part in self.parts:
            places = part.after(places, sight)
            if not places:
                break
        return places

    def before(self, places: int, sight: Sight) -> int:
        """The places from which these parts lead to `places`."""
        for part in reversed(self.parts):
            places = part.before(places, sight)
        return places

    def lengths(self) -> tuple[int, int]:
        """How many words these parts take, at least and at most."""
        lengths = [part.lengths() for part in self.parts]
        return sum(least for least, _ in lengths), sum(most for _, most in lengths)


class Either(NamedTuple):
    """One of several runs, or none of them when the choice is optional."""

    runs: tuple[Run, ...]
    optional: bool
    ways: tuple[tuple[frozenset[str] | None, Part], ...]
    """Each run, and the words of which it needs one to begin with; None where any will do."""

    @classmethod
    def of(cls, runs: tuple[Run, ...], *, optional: bool) -> Either:
        """A choice between runs."""
        return cls(runs, optional, tuple((_head(run), _shortest(run)) for run in runs))

    def after(self, places: int, sight: Sight) -> int:
        """The places that any of the runs leads to from `places`."""
        found = places if self.optional else 0
        present = sight.present
        for head, part in self.ways:
            if head is None or not head.isdisjoint(present):
                found |= part.after(places, sight)
        return found

    def before(self, places: int, sight: Sight) -> int:
        """The places from which any of the runs leads to `places`."""
        found = places if self.optional else 0
        present = sight.present
        for head, part in self.ways:
            if head is None or not head.isdisjoint(present):
                found |= part.before(places, sight)
        return found

    def lengths(self) -> tuple[int, int]:
        """How many words the choice takes, at least and at most."""
        lengths = [run.lengths() for run in self.runs]
        least = 0 if self.optional else min(least for least, _ in lengths)
        return least, max(most for _, most in lengths)


def _head(run: Run) -> frozenset[str] | None:
    first = run.parts[0] if run.parts else None
    return first.words if isinstance(first, Word) and not first.stems else None


def _shortest(run: Run) -> Part:
    """A run of one part is that part."""
    return run.parts[0] if len(run.parts) == 1 else run


Part: TypeAlias = Word | OfClass | Between | Edge | Run | Either


class Pattern(NamedTuple):
    """A phrase that was understood."""

    run: Run

    def matches(self, sight: Sight) -> Iterator[tuple[int, int]]:
        """The first word and the end of the longest match from each place that has one.

        Words are counted from the first that is in sight.
        """
        ends = self.run.after(sight.edges["every"], sight)
        starts = self.run.before(ends, sight) if ends else 0
        is_only_one = starts & (starts - 1) == 0  # mostly, and then all ends are its own
        while starts:
            start = starts & -starts
            starts ^= start
            longest = ends if is_only_one else self.run.after(start, sight)
            yield start.bit_length() - 1, longest.bit_length() - 1


# A parsed phrase as lists, texts and numbers, so that a compiled book can hold it: to read it back
# takes a fifth of the time of parsing, on which a short run would spend most of its time. Groups,
# which many phrases share, are held once.


Plain: TypeAlias = list[Any] | str
"""Words behind a space, which most parts are, as one text; anything else with what it is."""


def to_plain(part: Part, groups: Mapping[str, Part] | None = None) -> Plain:
    """A part of a phrase as JSON can hold it; in place of a group, its name."""
    if groups:
        for name, group in groups.items():
            if part is group:
                return ["group", name]
    if isinstance(part, Word):
        words = " ".join(sorted(part.words))
        is_usual = part.edge == "open" and not part.stems
        return words if is_usual else ["word", words, " ".join(part.stems), part.edge]
    if isinstance(part, Run):
        return ["run", *(to_plain(each, groups) for each in part.parts)]
    if isinstance(part, Either):
        kind = "optional" if part.optional else "either"
        return [kind, *(to_plain(run, groups) for run in part.runs)]
    if isinstance(part, Between):
        return ["between", part.most]
    return ["class" if isinstance(part, OfClass) else "edge", part.name]


def read_back(plain: Plain, groups: Mapping[str, Part] | None = None) -> Part:
    """The part of a phrase that `to_plain` was given, with the same groups."""
    if isinstance(plain, str):
        return Word(frozenset(plain.split()), (), "open")
    kind = plain[0]
    if kind == "word":
        _, words, stems, edge = plain
        return Word(frozenset(words.split()), tuple(stems.split()), edge)
    if kind == "run":
        return Run(tuple([read_back(each, groups) for each in plain[1:]]))
    if kind in ("either", "optional"):
        runs = tuple([_run(each, groups) for each in plain[1:]])
        return Either.of(runs, optional=kind == "optional")
    if kind == "between":
        return Between(plain[1])
    if kind == "group" and groups is not None:
        return groups[plain[1]]
    return OfClass(plain[1]) if kind == "class" else Edge(plain[1])


def _run(plain: Plain, groups: Mapping[str, Part] | None) -> Run:
    part = read_back(plain, groups)
    return part if isinstance(part, Run) else Run((part,))
