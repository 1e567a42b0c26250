"""The words of a text, and what stands between them.

A contraction is one word (`haven't`), a hyphenated compound several with a `-` between them; a
number (`$40M`, `3.5%`, `10:30`, `2x`), a web or e-mail address and a merge field are one word each.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache
from itertools import accumulate, chain
from typing import TYPE_CHECKING, Literal

from cadence_lint.patterns import regex

if TYPE_CHECKING:
    from collections.abc import KeysView, Sequence

Kind = Literal["word", "number", "url", "field"]

FIELD = "{}"
"""What every merge field is folded to; no other word can be this."""

# A field is hidden behind a mark and as much filling as it has characters left.
_MARK = "\x01"
_FILLING = "\x02"
_HIDDEN = r"\x01\x02"

_LABEL = rf"[\w{_HIDDEN}-]++"
_ACCENTS = r"\u0300-\u036f"
_ADDRESS = r"""(?: ['.,;:!?()\[\]*_]*+ [^\s<>"'.,;:!?()\[\]*_]++ )+"""
"""The rest of a web address: what ends a sentence is a part of it where more follows."""

# Characters beyond Latin-1 stand outside character sets, where they would cost a start of the
# program a millisecond.
_WORD = regex(
    rf"""(
      (?: [^\W_] | \x01 ) [\w.+%{_HIDDEN}-]{{0,64}}+ @ {_LABEL} (?: \. {_LABEL} )*+
    | \x01 \x02*+ (?: 's\b )?
    | (?: https?:// | www\. ) {_ADDRESS}
    | (?: [^\W_][\w-]{{0,62}}+ \. ){{1,4}}
      (?: com | org | net | io | ai | dev | app | co | edu | gov | eu | de | fr | nl | uk | ch )
      (?! [\w-] ) (?: / (?: {_ADDRESS} )? )?
    | (?: [$£¥\#] | € )? \d (?: [.,:/]? \d )*+ [^\W_]*+ (?: [%£] | € | \+(?!\w) )?
    | [^\W\d_] (?: \.[^\W\d_] (?! \w ) )+
    | [^\W_] (?: '? [^\W_] | [{_ACCENTS}] )*+
    )""",
    re.VERBOSE,
)


class Words:
    """The words of one text, as lists side by side.

    `folded` holds each word in lower case with plain apostrophes. `gaps[i]` is what stands before
    word i, and the last of `gaps` what stands behind the last word, so `gaps` has one more.
    """

    __slots__ = (
        "_capital_places",
        "_capitals",
        "_ends",
        "_fields",
        "_kinds",
        "_starts",
        "_written",
        "folded",
        "gaps",
    )

    def __init__(self, folded: list[str], gaps: list[str], written: list[str]) -> None:
        self.folded = folded
        self.gaps = gaps
        self._written = written
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._kinds: list[Kind] | None = None
        self._capitals: dict[int, None] | None = None
        self._capital_places: list[int] | None = None
        self._fields: list[int] | None = None

    def __len__(self) -> int:
        return len(self.folded)

    @property
    def starts(self) -> list[int]:
        """The offset in the text at which each word starts."""
        if not self._starts:
            self._find_offsets()
        return self._starts

    @property
    def ends(self) -> list[int]:
        """The offset one past the last character of each word."""
        if not self._ends:
            self._find_offsets()
        return self._ends

    @property
    def kinds(self) -> list[Kind]:
        """What each word is."""
        if self._kinds is None:
            self._kinds = [kind_of(word) for word in self.folded]
        return self._kinds

    @property
    def fields(self) -> list[int]:
        """The words that are merge fields."""
        if self._fields is None:
            folded = enumerate(self.folded) if FIELD in self.folded else ()
            self._fields = [index for index, word in folded if word == FIELD]
        return self._fields

    def capitals(self, value: str) -> KeysView[int]:
        """The words that start with a capital in `value`, of which they are the words, in order."""
        if self._capitals is None:
            starts = enumerate(self.starts)
            self._capitals = {index: None for index, start in starts if value[start].isupper()}
        return self._capitals.keys()

    def capitals_in(self, value: str, first: int, last: int) -> list[int]:
        """Those of them from word `first` up to `last`."""
        if self._capital_places is None:
            self._capital_places = list(self.capitals(value))
        places = self._capital_places
        return places[bisect_left(places, first) : bisect_left(places, last)]

    def joined(self, index: int) -> bool:
        """Whether a hyphen joins a word to the one before it, as it does `in` in `check-in`."""
        return 0 < index < len(self.folded) and self.gaps[index] == "-"

    def _find_offsets(self) -> None:
        # Gaps and words by turns; left until somebody asks, since most texts are never asked.
        sizes = [0] * (2 * len(self.gaps) - 1)
        sizes[::2] = map(len, self.gaps)
        sizes[1::2] = map(len, self._written)
        offsets = list(accumulate(sizes))
        self._starts = offsets[:-1:2]
        self._ends = offsets[1::2]

    def __repr__(self) -> str:
        return f"Words({self.folded!r})"


def split_words(value: str, fields: Sequence[tuple[int, int]] = ()) -> Words:
    """The words of `value`, whose merge fields stand at `fields`, in order."""
    text = fold(value)
    if fields:
        text = _hide(text, fields)
    if "\n" in text:
        text = text.replace("\n", "\n ").replace("\n \n ", "\n\n ")
    parts = list(chain.from_iterable(map(_CHUNKS.__getitem__, text.split(" "))))
    written, gaps = parts[::2], ["", *parts[1::2]]
    gaps[-1] = gaps[-1][:-1]  # no space stands behind the last chunk
    if "" in written:
        written, gaps = _without_empty(written, gaps)
    folded = (
        [_name_field(word) if word[0] == _MARK else word for word in written] if fields else written
    )
    return Words(folded, gaps, written)


def fold(value: str) -> str:
    """`value` as it is compared: lower case, plain apostrophes and hyphens, as long as before."""
    if _MARK in value or _FILLING in value:
        value = value.replace(_MARK, " ").replace(_FILLING, " ")
    if value.isascii():
        return value.lower()
    for written, plain in (
        ("’", "'"),
        ("‘", "'"),
        ("ʼ", "'"),
        ("‐", "-"),
        ("‑", "-"),
        ("İ", "i"),  # the one character whose lower case is two
    ):
        value = value.replace(written, plain)
    return value.lower()


def _hide(text: str, fields: Sequence[tuple[int, int]]) -> str:
    pieces: list[str] = []
    at = 0
    for start, end in fields:
        if at <= start < end <= len(text):
            pieces += (text[at:start], _MARK, _FILLING * (end - start - 1))
            at = end
    return "".join([*pieces, text[at:]])


def _name_field(word: str) -> str:
    return word if "@" in word else FIELD


class _Chunks(dict[str, tuple[str, ...]]):
    """What stands before a space or ends a line, as word, gap, word, gap, …; with that space.

    People write the same few thousand chunks again and again: to look one up costs a tenth of
    taking it apart. A chunk that starts with a gap has an empty word before it.
    """

    _MOST = 50_000
    _LONGEST = 40

    def __missing__(self, chunk: str) -> tuple[str, ...]:
        first, *parts = _WORD.split(chunk)
        if first or not parts:
            parts = ["", first, *parts]
        if not chunk.endswith("\n"):
            parts[-1] += " "
        if len(chunk) <= self._LONGEST:
            if len(self) >= self._MOST:
                self.clear()
            self[chunk] = tuple(parts)
        return tuple(parts)


_CHUNKS = _Chunks()


def _without_empty(written: list[str], gaps: list[str]) -> tuple[list[str], list[str]]:
    words: list[str] = []
    between = gaps[:1]
    for word, gap in zip(written, gaps[1:], strict=True):
        if word:
            words.append(word)
            between.append(gap)
        else:
            between[-1] += gap
    return words, between


@lru_cache(maxsize=50_000)
def kind_of(word: str) -> Kind:
    """What a folded word is."""
    if word == FIELD:
        return "field"
    if "@" in word or "://" in word or word.startswith("www."):
        return "url"
    if word[0].isdecimal() or word[0] in "$€£¥#":
        return "number"
    dots = word.count(".")
    # Initials have a dot after every letter but the last; any other dotted word is an address.
    return "url" if dots and len(word) != 2 * dots + 1 else "word"
