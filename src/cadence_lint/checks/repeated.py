"""A message says again what an earlier one said.

Compared are runs of words, without greeting, sign-off, signature, opt-out and quoted thread, and
only with what the same reader has met: variants of the same label, or copy without variants. A
call script is not looked at: whoever is called again did not hear it the first time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadence_lint.checks import Objection, Spot
from cadence_lint.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cadence_lint.case import Case
    from cadence_lint.reading import Passage
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


class _Said(Record):
    """What a message says, sentence by sentence."""

    touch: Touch
    message: Message
    passage: Passage
    sentences: list[tuple[int, list[str]]]
    """Each sentence's index and its words."""


def check(case: Case, options: Options) -> Iterator[Objection]:
    """Object to each message most of which stood in one earlier message."""
    met: list[_Said] = []
    for touch, message in case.messages():
        said = _said(case, touch, message)
        if said is None:
            continue
        if sum(len(words) for _, words in said.sentences) >= options.words:
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
        (index, words[sentence.first : sentence.last])
        for index, (sentence, segment) in enumerate(
            zip(passage.sentences, passage.segments, strict=True)
        )
        if segment in _SAID
    ]
    return _Said(touch, message, passage, sentences)


def _same_path(earlier: _Said, later: _Said) -> bool:
    labels = (earlier.message.variant, later.message.variant)
    return earlier.touch is not later.touch and (None in labels or labels[0] == labels[1])


def _runs(words: list[str]) -> set[tuple[str, ...]]:
    if len(words) < _RUN:
        return {tuple(words)} if len(words) > 1 else set()
    return {tuple(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1)}


def _share(later: _Said, earlier: _Said) -> float:
    """The part of a message's words that stand in sentences which mostly stood before."""
    before = {run for _, words in earlier.sentences for run in _runs(words)}
    total = sum(len(words) for _, words in later.sentences)
    again = sum(len(words) for _, words in later.sentences if _stood(words, before))
    return again / total if total else 0.0


def _stood(words: list[str], before: set[tuple[str, ...]]) -> bool:
    runs = _runs(words)
    return bool(runs) and len(runs & before) >= 0.6 * len(runs)


def _objection(later: _Said, earlier: _Said) -> Objection:
    before = {run for _, words in earlier.sentences for run in _runs(words)}
    again = {run for _, words in later.sentences for run in _runs(words)}
    return Objection(
        values=Values(round(100 * _share(later, earlier)), earlier.touch.number),
        spots=(*_spots(later, before), *_spots(earlier, again)),
        touch=later.touch,
        variant=later.message.variant,
    )


def _spots(said: _Said, other: set[tuple[str, ...]]) -> Iterator[Spot]:
    for index, words in said.sentences:
        if _stood(words, other):
            sentence = said.passage.sentences[index]
            spot = said.passage.quote(sentence.start, sentence.end)
            yield spot._replace(touch=said.touch.number, variant=said.message.variant)
