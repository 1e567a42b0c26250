"""A paragraph is longer than a reader takes in at a glance.

A break is an empty line, an item of a list, or a line end that its writer meant: in a text whose
lines are wrapped, the end of a line is none.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from cadence_lint.checks import Objection
from cadence_lint.patterns import regex
from cadence_lint.reading.text.segments import BODY
from cadence_lint.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cadence_lint.linting.case import Case
    from cadence_lint.reading import Passage, Reading
    from cadence_lint.sequence import Touch

SCOPE = "message"

_SAID = BODY | {"greeting"}
_WIDEST_WRAP = 100
"""Whoever wraps lines does it before that column; longer lines are paragraphs of their own."""
_EMPTY_LINE = regex(r"\n[ \t\r]*\n")


class Options(Record):
    """What a rule may set."""

    max: int
    """The most words without a break that are still fine."""


class Values(Record):
    """What a message may name."""

    words: int
    """Those of the longest paragraph."""
    max: int


def check(case: Case, touch: Touch, reading: Reading, options: Options) -> Iterator[Objection]:
    """Object to a body for all of its paragraphs that are too long."""
    passage = reading.passages.get("body")
    if passage is None or len(passage.words) <= options.max:
        return
    long = [each for each in _paragraphs(passage) if each[2] > options.max]
    if long:
        yield Objection(
            values=Values(max(words for _, _, words in long), options.max),
            spots=tuple(passage.quote(start, end) for start, end, _ in long),
            measure=max(words for _, _, words in long),
        )


def _paragraphs(passage: Passage) -> Iterator[tuple[int, int, int]]:
    """Where each paragraph starts and ends, and how many words it has."""
    said = [
        sentence
        for sentence, segment in zip(passage.sentences, passage.segments, strict=True)
        if segment in _SAID
    ]
    if not said:
        return
    value = passage.text.value
    is_wrapped = max(map(len, value.splitlines())) <= _WIDEST_WRAP
    start, words = said[0].start, 0
    for sentence, following in pairwise([*said, None]):
        assert sentence is not None
        words += sentence.last - sentence.first
        if following is None or _breaks(
            value[sentence.end : following.start], is_wrapped=is_wrapped
        ):
            yield start, sentence.end, words
            start, words = (following.start, 0) if following else (0, 0)


def _breaks(between: str, *, is_wrapped: bool) -> bool:
    """Whether what stands between two sentences is a break."""
    if "\n" not in between:
        return False
    is_item = bool(between.rpartition("\n")[2].strip())
    return is_item or not is_wrapped or _EMPTY_LINE.search(between) is not None
