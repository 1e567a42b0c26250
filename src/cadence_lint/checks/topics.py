"""A message that has nothing to do with any message before it.

Compared are the words that say what a message is about: no function words, none that every message
has, and none of the names that are the same in all of them. Short messages are not looked at, nor
goodbyes, nor a first message, nor one that hides copy; and nothing is compared with what is hidden.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from cadence_lint.checks import Objection
from cadence_lint.reading.facts.substance import EMPTY_WORDS
from cadence_lint.reading.text.segments import BODY
from cadence_lint.reading.text.words import FIELD
from cadence_lint.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cadence_lint.checks import Spot
    from cadence_lint.linting.case import Case
    from cadence_lint.reading import Passage, Reading
    from cadence_lint.sequence import Message, Touch

SCOPE = "sequence"

_STEM = 5
"""So many letters of a word say what it is about: `audit` and `auditors`."""
_SHORTEST = 3


class Options(Record):
    """What a rule may set."""

    least: int = 6
    """Messages with fewer words of their own are not looked at."""


class Values(Record):
    """What a message may name."""

    step: int
    words: str
    """Three of its words, in quotes."""


def check(case: Case, options: Options) -> Iterator[Objection]:
    """Object to each message that shares no topic with what the same reader has met before."""
    if not case.is_understood:
        return
    met: dict[str | None, set[str]] = {}
    is_hidden = False
    for touch in case.touches:
        if not touch.is_noticed or (touch.action == "connect" and not touch.has_copy):
            continue
        if not touch.has_copy or any(_hides(case.reading(each)) for each in touch.messages):
            is_hidden = True
            continue
        said = [(message, _topics(case.reading(message))) for message in touch.messages]
        for message, topics in said:
            before = _before(met, message)
            if before and not is_hidden and _is_apart(case, message, topics, before, options):
                yield _objection(case, touch, message, topics)
        for message, topics in said:
            met.setdefault(message.variant, set()).update(topics)


def _before(met: dict[str | None, set[str]], message: Message) -> set[str]:
    if message.variant is None:
        return set().union(*met.values())
    return met.get(None, set()) | met.get(message.variant, set())


def _is_apart(
    case: Case, message: Message, topics: dict[str, str], before: set[str], options: Options
) -> bool:
    if len(topics) < options.least or not before.isdisjoint(topics):
        return False
    return not case.reading(message).facts("says-goodbye", "bump", "points-to-email")


def _hides(reading: Reading) -> bool:
    return any(passage.hides_copy for passage in reading.passages.values())


def _topics(reading: Reading) -> dict[str, str]:
    """What a message is about: the beginnings of its words, and one such word for each."""
    topics: dict[str, str] = {}
    for passage in reading.passages.values():
        folded, kinds, owners = passage.words.folded, passage.words.kinds, passage.owners
        for sentence, segment in zip(passage.sentences, passage.segments, strict=True):
            if segment not in BODY:
                continue
            said = enumerate(folded[sentence.first : sentence.last], sentence.first)
            for at, word in [each for each in said if each[1] not in EMPTY_WORDS]:
                if word == FIELD:
                    if name := _of_field(passage, at):
                        topics.setdefault(_stem(name), name)
                elif kinds[at] == "word" and len(word) >= _SHORTEST and owners.get(at) != "sender":
                    topics.setdefault(_stem(word), word)
    return topics


def _of_field(passage: Passage, at: int) -> str:
    """The name of a field that tells the reader something about themselves."""
    if passage.field_kinds.get(at) != "own":
        return ""
    return passage.field_names.get(passage.words.starts[at], "").lower()


@lru_cache(maxsize=8192)
def _stem(word: str) -> str:
    plain = word.removesuffix("'s")
    return plain[:_STEM] if len(plain) > _STEM else plain.rstrip("s") or plain


def _objection(case: Case, touch: Touch, message: Message, topics: dict[str, str]) -> Objection:
    return Objection(
        values=Values(touch.number, ", ".join(f'"{word}"' for word in list(topics.values())[:3])),
        spots=tuple(_first_words(case, touch, message)),
        touch=touch,
        variant=message.variant,
    )


def _first_words(case: Case, touch: Touch, message: Message) -> Iterator[Spot]:
    """The first sentence that it says."""
    for passage in case.reading(message).spoken:
        if passage.opening is not None:
            sentence = passage.sentences[passage.opening]
            spot = passage.quote(sentence.start, sentence.end)
            yield spot.said_in(touch, message)
            return
