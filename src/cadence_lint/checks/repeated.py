"""A message says again what an earlier one said.

Compared are runs of words, without greeting, sign-off, signature, opt-out and quoted thread, and
only with what the same reader has met: variants of the same label, or copy without variants. A
call script is not looked at: whoever is called again did not hear it the first time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from cadence_lint.checks import Objection, Spot
from cadence_lint.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cadence_lint.linting.case import Case
    from cadence_lint.reading import Passage
    from cadence_lint.reading.text.sentences import Sentence
    from cadence_lint.sequence import Message, Touch

SCOPE = "sequence"

_RUN = 4
_SAID = frozenset({"body", "ps"})


class Options(Record):
    """What a rule may set."""

    share: float = 0.6
    """The part of the message's words that must have stood before."""
    words: int = 12
    """Shorter messages are not looked at."""


class Values(Record):
    """What a message may name."""

    percent: int
    earlier: int


class _Sentence(NamedTuple):
    number: int
    length: int
    """In words."""
    runs: frozenset[tuple[str, ...]]


class _Said(Record):
    """What a message says, sentence by sentence."""

    touch: Touch
    message: Message
    passage: Passage
    sentences: list[_Sentence]
    runs: frozenset[tuple[str, ...]]
    """Those of all its sentences."""


def check(case: Case, options: Options) -> Iterator[Objection]:
    """Object to each message most of which stood in one earlier message."""
    met: list[_Said] = []
    for touch, message in case.messages():
        said = _said(case, touch, message)
        if said is None:
            continue
        if sum(sentence.length for sentence in said.sentences) >= options.words:
            earlier = max(
                (each for each in met if _same_path(each, said)),
                key=lambda each: _share(said, each),
                default=None,
            )
            if earlier and _share(said, earlier) >= options.share:
                yield _objection(said, earlier)
        met.append(said)


def _said(case: Case, touch: Touch, message: Message) -> _Said | None:
    passages = case.reading(message).passages
    passage = passages.get("body") or passages.get("voicemail")
    if passage is None or not touch.is_noticed:
        return None
    words = passage.words.folded
    sentences = [
        _Sentence(index, sentence.last - sentence.first, _runs(words, sentence))
        for index, (sentence, segment) in enumerate(
            zip(passage.sentences, passage.segments, strict=True)
        )
        if segment in _SAID
    ]
    runs = frozenset().union(*(sentence.runs for sentence in sentences))
    return _Said(touch, message, passage, sentences, runs)


def _same_path(earlier: _Said, later: _Said) -> bool:
    labels = (earlier.message.variant, later.message.variant)
    return earlier.touch is not later.touch and (None in labels or labels[0] == labels[1])


def _runs(words: list[str], sentence: Sentence) -> frozenset[tuple[str, ...]]:
    said = words[sentence.first : sentence.last]
    if len(said) < _RUN:
        return frozenset([tuple(said)] if len(said) > 1 else [])
    return frozenset(zip(*(said[at:] for at in range(_RUN)), strict=False))


def _share(later: _Said, earlier: _Said) -> float:
    """The part of a message's words that stand in sentences which mostly stood before."""
    if later.runs.isdisjoint(earlier.runs):
        return 0.0
    total = sum(sentence.length for sentence in later.sentences)
    again = sum(each.length for each in later.sentences if _stood(each, earlier))
    return again / total


def _stood(sentence: _Sentence, other: _Said) -> bool:
    runs = sentence.runs
    return bool(runs) and len(runs & other.runs) >= 0.6 * len(runs)


def _objection(later: _Said, earlier: _Said) -> Objection:
    return Objection(
        values=Values(round(100 * _share(later, earlier)), earlier.touch.number),
        spots=(*_spots(later, earlier), *_spots(earlier, later)),
        touch=later.touch,
        variant=later.message.variant,
    )


def _spots(said: _Said, other: _Said) -> Iterator[Spot]:
    for each in said.sentences:
        if _stood(each, other):
            sentence = said.passage.sentences[each.number]
            spot = said.passage.quote(sentence.start, sentence.end)
            yield spot.said_in(said.touch, said.message)
