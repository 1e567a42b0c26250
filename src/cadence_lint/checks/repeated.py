"""A message says again what an earlier one said.

Compared are runs of words, without greeting, sign-off, signature, opt-out and quoted thread, and
only with what the same reader has met: variants of the same label, or copy without variants. A
call script is not looked at: whoever is called again did not hear it the first time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadence_lint.checks import Objection, Spot
from cadence_lint.reading.text.segments import BODY
from cadence_lint.record import NamedTuple, Record

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence, Set

    from cadence_lint.linting.case import Case
    from cadence_lint.reading import Passage
    from cadence_lint.sequence import Message, Touch

SCOPE = "sequence"

_RUN = 4
_MOST = 200
"""So many messages are compared with; nobody writes more."""


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
    """How many words it has."""


class _Said(Record):
    """What a message says, sentence by sentence."""

    touch: Touch
    message: Message
    passage: Passage
    runs_of: dict[_Sentence, frozenset[tuple[str, ...]]]
    """The runs of words in each of its sentences."""
    runs: frozenset[tuple[str, ...]]
    """All of them."""
    length: int
    """How many words it has."""


def check(case: Case, options: Options) -> Iterator[Objection]:
    """Object to each message most of which stood in one earlier message."""
    met: list[_Said] = []
    known: set[tuple[str, ...]] = set()
    for touch, message in case.messages():
        said = _said(case, touch, message)
        if said is None:
            continue
        # In none of them stood more than in all of them.
        if said.length >= options.words and _share(said, known) >= options.share:
            earlier = max(
                (each for each in met if _same_path(each, said)),
                key=lambda each: _share(said, each.runs),
                default=None,
            )
            if earlier and _share(said, earlier.runs) >= options.share:
                yield _objection(said, earlier)
        known |= said.runs
        if len(met) < _MOST:
            met.append(said)


def _said(case: Case, touch: Touch, message: Message) -> _Said | None:
    passages = case.reading(message).passages
    passage = passages.get("body") or passages.get("voicemail")
    if passage is None or not touch.is_noticed:
        return None
    folded = passage.words.folded
    sentences = zip(passage.sentences, passage.segments, strict=True)
    runs_of = {
        _Sentence(index, each.last - each.first): _runs(folded[each.first : each.last])
        for index, (each, segment) in enumerate(sentences)
        if segment in BODY
    }
    runs = frozenset[tuple[str, ...]]().union(*runs_of.values())
    length = sum(each.length for each in runs_of)
    return _Said(touch, message, passage, runs_of, runs, length)


def _same_path(earlier: _Said, later: _Said) -> bool:
    labels = (earlier.message.variant, later.message.variant)
    return earlier.touch is not later.touch and (None in labels or labels[0] == labels[1])


def _runs(said: Sequence[str]) -> frozenset[tuple[str, ...]]:
    if len(said) < _RUN:
        return frozenset([tuple(said)] if len(said) > 1 else [])
    return frozenset(zip(said, said[1:], said[2:], said[3:], strict=False))


def _share(later: _Said, earlier: Set[tuple[str, ...]]) -> float:
    """The part of a message's words that stand in sentences which mostly stood before."""
    if later.runs.isdisjoint(earlier):
        return 0.0
    again = sum(each.length for each, runs in later.runs_of.items() if _stood(runs, earlier))
    return again / later.length


def _stood(runs: frozenset[tuple[str, ...]], earlier: Set[tuple[str, ...]]) -> bool:
    return bool(runs) and len(runs & earlier) >= 0.6 * len(runs)


def _objection(later: _Said, earlier: _Said) -> Objection:
    return Objection(
        values=Values(round(100 * _share(later, earlier.runs)), earlier.touch.number),
        spots=(*_spots(later, earlier), *_spots(earlier, later)),
        touch=later.touch,
        variant=later.message.variant,
    )


def _spots(said: _Said, other: _Said) -> Iterator[Spot]:
    for each, runs in said.runs_of.items():
        if _stood(runs, other.runs):
            sentence = said.passage.sentences[each.number]
            spot = said.passage.quote(sentence.start, sentence.end)
            yield spot.said_in(said.touch, said.message)
