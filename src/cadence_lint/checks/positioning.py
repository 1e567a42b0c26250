"""None of the lines that sales and marketing agreed on can be heard anywhere in the copy.

One word of theirs, in any form, is enough: it is not for a linter to judge how well a line is told.
Names of the company and its products are no message. Where a field or a missing text may hold the
words, and in languages without phrase lists, it stays silent.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadence_lint.checks import Objection
from cadence_lint.reading.text.forms import stem
from cadence_lint.reading.text.words import split_words
from cadence_lint.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cadence_lint.linting.case import Case
    from cadence_lint.reading import Passage

SCOPE = "sequence"

_COMMON = frozenset(
    "about after again all also always and another any are back because been before being best"
    " better between both but can company companies could does done each else ever every everyone"
    " few first for from get gets getting give gives good great had has have help helps helping"
    " here how into its just keep keeps know less let lets like look made make makes making many"
    " may might more most much must need needs never new next not nothing now off once one only"
    " other our out over own people really right same see should since so some something still"
    " such take takes team teams than that the their them then there these they thing things this"
    " those through time too turn two under until use used uses using very want wants was way well"
    " were what when where which while who whole whose why will with within without work works"
    " working would year you your yours".split()
)
"""Words that stand in everybody's lines and everybody's emails."""
_SHORTEST = 3
_SHOWN = 3


class Options(Record):
    """What a rule may set: nothing; the lines stand in the configuration."""


class Values(Record):
    """What a message may name."""

    line: str
    """The first of the agreed lines."""
    words: str
    """Some words of theirs, in quotes."""


def check(case: Case, options: Options) -> Iterator[Objection]:
    """Object once to a sequence that uses no word of the agreed lines."""
    lines = case.config.positioning
    if not lines or not case.is_understood or not _can_be_seen(case):
        return
    names = _stems((*case.config.vocabulary.company, *case.config.vocabulary.products))
    agreed = {root: word for root, word in _stems(lines).items() if root not in names}
    if agreed and agreed.keys().isdisjoint(_said(case)):
        words = ", ".join(f'"{word}"' for word in list(agreed.values())[:_SHOWN])
        yield Objection(values=Values(lines[0], words))


def _can_be_seen(case: Case) -> bool:
    """Whether the copy of every email, and something at all, is there to read."""
    emails = [touch for touch in case.touches if touch.channel == "email"]
    return (
        case.sequence.has_copy
        and all(touch.says("body") for touch in emails)
        and not any(passage.hides_copy for passage in _passages(case))
    )


def _passages(case: Case) -> Iterator[Passage]:
    for touch, message in case.messages():
        if touch.is_noticed:
            yield from case.reading(message).passages.values()


def _said(case: Case) -> set[str]:
    return {
        stem(word)
        for passage in _passages(case)
        for text in passage.renderings
        for word in split_words(text.value).folded
    }


def _stems(lines: Iterable[str]) -> dict[str, str]:
    """The roots of the words that carry a meaning, each with the word as it is written."""
    return {
        stem(word): word
        for line in lines
        for word in split_words(line).folded
        if len(word) >= _SHORTEST and word not in _COMMON
    }
