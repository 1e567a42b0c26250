"""The sentences of a text.

A hard-wrapped line goes on in the next one. A blank line, a bullet, a greeting, and a line that
its writer broke although the next word had room on it, each end a sentence.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from cadence_lint.patterns import regex
from cadence_lint.reading.text.word_set import word_set
from cadence_lint.reading.text.words import FIELD
from cadence_lint.record import NamedTuple
from cadence_lint.source import starts_of_lines

if TYPE_CHECKING:
    from cadence_lint.reading.text.words import Words


class Sentence(NamedTuple):
    """One sentence: its offsets in the text, and its words from `first` up to `last`."""

    start: int
    end: int
    first: int
    last: int
    is_question: bool


_GOES_ON = frozenset({" ", ", ", "-", " - ", " – ", " — ", "–", "—", "/", "; ", ": ", "'", " & "})
_LINE_END = regex(r"\r\n|\n|\r")
_TERMINAL = regex(r"(?<![.!?…])([.!?…]++)([^\s.!?…]*+)\s")
_MARKS = frozenset({".", "!", "?"})
_OPENING = "\"'“‘«([¿¡"
_CLOSING = ".!?…\"'”’»)]"
_EMOJI_BEFORE_END = regex(
    r"[ \t]*[\u2600-\u27bf\U0001f300-\U0001faff\ufe0f\u200d]+[ \t]*[.!?…\"'”’»)\]]+"
)
_BULLETS = "•·▪◦‣"
_NO_BULLETS = frozenset({"&", "/", "|", "…", "..."})

_NARROWEST = 48
"""Nobody wraps lines narrower than this."""
_LONGEST_SIGN_OFF = 4
_LONGEST_GREETING = 6

_TITLES = word_set("dr mr mrs ms mx prof st vs e.g i.e z.b cf ca approx fig nr hr fr p.s ps")
"""Abbreviations that end no sentence."""
_ABBREVIATIONS = word_set(
    "etc inc ltd corp co llc jr sr dept est no vol ext al a.m p.m u.s u.k e.u ph.d bzw usw"
    " jan feb mar apr jun jul aug sep sept oct nov dec"
)
"""Abbreviations that end a sentence only before a word that looks like the start of another."""
_STARTERS = word_set(
    "i i'd i'll i'm i've we we're you he she it it's they our your their my this that these those"
    " there the a an if when then would could can do does did is are was have has how what why who"
    " where any and but so or let happy worth not no just most many some in at for with as thanks"
    " please"
)
_BRANDS = frozenset({"yahoo", "yum"})
"""Names that are written with an exclamation mark."""

_GREETINGS = word_set(
    "hi hello hey hiya dear greetings hallo moin servus liebe lieber bonjour bonsoir salut hola"
    " estimado estimada ciao salve gentile olá oi prezado prezada caro cara beste hoi dag"
)
_LONGER_GREETINGS = frozenset(
    {
        ("good", "afternoon"),
        ("good", "evening"),
        ("good", "morning"),
        ("guten", "morgen"),
        ("guten", "tag"),
        ("sehr", "geehrte"),
        ("sehr", "geehrter"),
        ("buenas", "tardes"),
        ("buenos", "días"),
        ("bom", "dia"),
        ("boa", "tarde"),
    }
)
_GREETING_ENDS = (",", "!", ":", "—", " - ", " – ", " — ")
_GREETED = word_set("there all team everyone folks again and both")


def split_sentences(value: str, words: Words) -> list[Sentence]:
    """The sentences of `value`, whose words are `words`; together they hold every word."""
    count = len(words)
    if not count:
        return []
    reader = _Reader(value, words)
    first = reader.greeting()
    ends = [first] if first else []
    for index in [index for index, gap in enumerate(words.gaps) if gap not in _GOES_ON]:
        if first < index < count and reader.ends(first, index):
            ends.append(index)
            first = index
    return _sentences(words, [*ends, count])


def _sentences(words: Words, ends: list[int]) -> list[Sentence]:
    starts, stops = words.starts, words.ends
    sentences: list[Sentence] = []
    first = 0
    before = _read_gap(words.gaps[0])
    for last in ends:
        behind = _read_gap(words.gaps[last])
        start, end = starts[first] - before.opening, stops[last - 1] + behind.closing
        sentences.append(Sentence(start, end, first, last, behind.asks))
        first, before = last, behind
    return sentences


class _Gap(NamedTuple):
    """What stands between two words."""

    opening: int
    """How many of its last characters belong to what follows: quotes, brackets."""
    closing: int
    """How many of its first characters belong to what goes before."""
    asks: bool
    ends_line: bool
    parts: bool
    """Whether it ends a sentence, whatever the words are."""
    marks: str
    """The full stop or its like."""
    is_aside: bool
    """Whether the mark stands in brackets or quotes: `(really?) we do`, `“Who?” she asked`."""
    is_spaced: bool


@lru_cache(maxsize=1024)
def _read_gap(gap: str) -> _Gap:
    smiles = _EMOJI_BEFORE_END.match(gap)
    closing = smiles.end() if smiles else len(gap) - len(gap.lstrip(_CLOSING))
    lines = _LINE_END.split(gap)
    terminal = _TERMINAL.search(gap)
    marks = terminal[1] if terminal else gap if gap in _MARKS else ""
    return _Gap(
        opening=len(gap) - len(gap.rstrip(_OPENING)),
        closing=closing,
        asks="?" in gap[:closing],
        ends_line=len(lines) == 2,
        parts=len(lines) > 2 or (len(lines) == 2 and _is_bullet(lines[1])),
        marks=marks,
        is_aside=bool(terminal and terminal[2]),
        is_spaced=bool(terminal),
    )


class _Reader:
    """Decides at which gaps of one text a sentence ends."""

    __slots__ = ("_line_starts", "_longest_line", "value", "words")

    def __init__(self, value: str, words: Words) -> None:
        self.value = value
        self.words = words
        self._line_starts: list[int] = []
        self._longest_line = 0

    def greeting(self) -> int:
        """How many words greet the reader: 2 in `Hi Ada, saw your post`, 0 when none do."""
        greeting = self._is_greeting()
        if not greeting:
            return 0
        for index in range(greeting, min(len(self.words), greeting + _LONGEST_GREETING)):
            if self._closes_greeting(index):
                return index
            # One word before a comma can be any name, `hi ada, …`; several must look like names.
            if not (self._is_greeted(index) or self._closes_greeting(index + 1)):
                break
        return 0

    def ends(self, first: int, index: int) -> bool:
        """Whether the sentence that starts with word `first` ends before word `index`."""
        gap = _read_gap(self.words.gaps[index])
        if gap.parts or (gap.ends_line and self._numbers(index)):
            return True
        if gap.marks and not gap.is_spaced:
            return self._misses_space(first, index)
        if gap.marks:
            goes_on = gap.is_aside and self._written(index)[0].islower()
            return not goes_on and self._terminates(gap.marks, first, index)
        return gap.ends_line and self._ends_with_line(first, index)

    def _terminates(self, marks: str, first: int, index: int) -> bool:
        """Whether punctuation before word `index` ends a sentence."""
        folded = self.words.folded
        before = folded[index - 1]
        if "?" in marks:
            return True
        if "!" in marks:
            return before not in _BRANDS or self._written(index)[0].isupper()
        if len(marks) > 1 or marks == "…":
            return not self._written(index)[0].islower()
        if before in _TITLES or (index - 1 == first and before.isdecimal()):
            return False
        is_initial = len(before) == 1 and before.isalpha() and before != "i"
        if before in _ABBREVIATIONS or is_initial:
            return folded[index] in _STARTERS and self._written(index)[0].isupper()
        return True

    def _ends_with_line(self, first: int, index: int) -> bool:
        """Whether a sentence ends with its line, though no mark says so."""
        words, gap = self.words, self.words.gaps[index]
        if gap.startswith(":"):
            return True
        line_start, line_end = self._line(words.ends[index - 1])
        length_with_next = line_end - line_start + 1 + len(self._written(index))
        if length_with_next > max(self._longest_line, _NARROWEST):
            return False
        if gap.startswith(","):
            is_whole_line = words.starts[first] >= line_start
            return is_whole_line and index - first <= _LONGEST_SIGN_OFF
        return not self._written(index)[0].islower()

    def _line(self, offset: int) -> tuple[int, int]:
        """Where the line at `offset` starts and ends."""
        if not self._line_starts:
            starts = [*starts_of_lines(self.value), len(self.value)]
            self._line_starts = starts
            self._longest_line = max(end - start - 1 for start, end in pairwise(starts))
        at = bisect_right(self._line_starts, offset, hi=len(self._line_starts) - 1)
        return self._line_starts[at - 1], self._line_starts[at] - 1

    def _numbers(self, index: int) -> bool:
        """Whether word `index` numbers an item of a list: `1. `, `2) `."""
        words = self.words
        return words.gaps[index + 1] in {". ", ") "} and words.folded[index].isdecimal()

    def _misses_space(self, first: int, index: int) -> bool:
        """Whether a sentence ends although no space follows: `thanks.Looking forward`."""
        before, after = self._written(index - 1), self._written(index)
        looks_so = len(before) > 1 and before.islower() and after.istitle()
        return looks_so and self._terminates(self.words.gaps[index], first, index)

    def _is_greeting(self) -> int:
        folded = self.words.folded
        if folded[0] == FIELD:
            field = self._written(0).lower()
            return int("name" in field and "company" not in field)
        if tuple(folded[:2]) in _LONGER_GREETINGS:
            return 2
        return int(folded[0] in _GREETINGS)

    def _closes_greeting(self, index: int) -> bool:
        gap = self.words.gaps[index]
        if gap.startswith("."):
            return self.words.folded[index - 1] not in _TITLES
        return gap.startswith(_GREETING_ENDS) or "\n" in gap or "\r" in gap

    def _is_greeted(self, index: int) -> bool:
        word = self.words.folded[index]
        return word == FIELD or word in _GREETED or self._written(index)[0].isupper()

    def _written(self, index: int) -> str:
        return self.value[self.words.starts[index] : self.words.ends[index]]


def _is_bullet(line: str) -> bool:
    """Whether what stands before a line's first word makes it an item of a list."""
    mark = line.strip()
    if not mark or mark in _NO_BULLETS:
        return False
    return line[-1].isspace() or mark[0] in _BULLETS
