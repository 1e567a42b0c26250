"""A message says again what an earlier one said.

Compared are runs of words, without greeting, sign-off, signature, opt-out and quoted thread, and
only with what the same reader has met: variants of the same label, or copy without variants. A
call script is not looked at: whoever is called again did not hear it the first time.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from cadence_lint.checks import Objection, Spot
from cadence_lint.record import NamedTuple, Record

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cadence_lint.linting.case import Case
    from cadence_lint.reading import Passage
    from cadence_lint.sequence import Message, Touch

SCOPE = "sequence"

_RUN = 4
_MOST = 200
"""So many messages are compared with; nobody writes more."""
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
    first: int
    last: int
    """Its words are those from the first up to the last."""

    @property
    def length(self) -> int:
        return self.last - self.first


class _Said(Record):
    """What a message says, sentence by sentence."""

    touch: Touch
    message: Message
    passage: Passage
    sentences: list[_Sentence]
    runs: frozenset[tuple[str, ...]]
    """The runs of words in its sentences."""

    @cached_property
    def runs_of(self) -> dict[_Sentence, frozenset[tuple[str, ...]]]:
        """The runs of words in each of its sentences."""
        return {each: frozenset(_runs(self.passage, each)) for each in self.sentences}


def check(case: Case, options: Options) -> Iterator[Objection]:
    """Object to each message most of which stood in one earlier message."""
    met: list[_Said] = []
    known: set[tuple[str, ...]] = set()
    for touch, message in case.messages():
        said = _said(case, touch, message)
        if said is None:
            continue
        if not said.runs.isdisjoint(known) and _length(said) >= options.words:
            earlier = max(
                (each for each in met if _same_path(each, said)),
                key=lambda each: _share(said, each),
                default=None,
            )
            if earlier and _share(said, earlier) >= options.share:
                yield _objection(said, earlier)
        known |= said.runs
        if len(met) < _MOST:
            met.append(said)


def _said(case: Case, touch: Touch, message: Message) -> _Said | None:
    passages = case.reading(message).passages
    passage = passages.get("body") or passages.get("voicemail")
    if passage is None or not touch.is_noticed:
        return None
    sentences = [
        _Sentence(index, sentence.first, sentence.last)
        for index, (sentence, segment) in enumerate(
            zip(passage.sentences, passage.segments, strict=True)
        )
        if segment in _SAID
    ]
    runs = frozenset[tuple[str, ...]]().union(*(_runs(passage, each) for each in sentences))
    return _Said(touch, message, passage, sentences, runs)


def _length(said: _Said) -> int:
    return sum(sentence.length for sentence in said.sentences)


def _same_path(earlier: _Said, later: _Said) -> bool:
    labels = (earlier.message.variant, later.message.variant)
    return earlier.touch is not later.touch and (None in labels or labels[0] == labels[1])


def _runs(passage: Passage, sentence: _Sentence) -> Iterable[tuple[str, ...]]:
    said = passage.words.folded[sentence.first : sentence.last]
    if len(said) < _RUN:
        return [tuple(said)] if len(said) > 1 else []
    return zip(said, said[1:], said[2:], said[3:], strict=False)


def _share(later: _Said, earlier: _Said) -> float:
    """The part of a message's words that stand in sentences which mostly stood before."""
    if later.runs.isdisjoint(earlier.runs):
        return 0.0
    again = sum(each.length for each, runs in later.runs_of.items() if _stood(runs, earlier))
    return again / _length(later)


def _stood(runs: frozenset[tuple[str, ...]], other: _Said) -> bool:
    return bool(runs) and len(runs & other.runs) >= 0.6 * len(runs)


def _objection(later: _Said, earlier: _Said) -> Objection:
    return Objection(
        values=Values(round(100 * _share(later, earlier)), earlier.touch.number),
        spots=(*_spots(later, earlier), *_spots(earlier, later)),
        touch=later.touch,
        variant=later.message.variant,
    )


def _spots(said: _Said, other: _Said) -> Iterator[Spot]:
    for each, runs in said.runs_of.items():
        if _stood(runs, other):
            sentence = said.passage.sentences[each.number]
            spot = said.passage.quote(sentence.start, sentence.end)
            yield spot.said_in(said.touch, said.message)
