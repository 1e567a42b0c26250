"""Whom a sentence is about: the reader, the sender, both, or neither.

Judged by its subject and verb, not by counting pronouns: "I noticed that you opened a second
site" is about the reader, "thank you for your time" about nobody.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from cadence_lint.reading.segments import GREETINGS
from cadence_lint.reading.words import FIELD

if TYPE_CHECKING:
    from cadence_lint.reading.sentences import Sentence
    from cadence_lint.reading.words import Words

About = Literal["reader", "sender", "both", "neither"]

_I = frozenset("i i'm i've i'd i'll my we we're we've we'd we'll our us me".split())
_YOU = frozenset("you you're you've you'd you'll your yours yourself".split())
_BEFORE_SUBJECT = frozenset(
    "and but so also then now well yes ok okay today recently first second actually honestly"
    " quick just so again still while since because as if when".split()
)
_OBSERVES = frozenset(
    "noticed notice saw see read heard hear watched listened spotted came looked reviewed found"
    " learned learnt seen reading looking following".split()
)
_TOGETHER = frozenset("both together each other's ourselves".split())
_MODALS = frozenset("could can should shall might may".split())
_SHARED_VERBS = frozenset("talk speak meet compare discuss work met spoke talked agreed".split())
_NEAR = 4


def about(words: Words, sentence: Sentence, reader_fields: frozenset[int]) -> About:
    """Whom a sentence is about; `reader_fields` are the indexes of fields for the reader."""
    indexes = list(range(sentence.first, sentence.last))
    start = _subject(words, indexes, reader_fields)
    if start is None:
        return "neither"
    subject = words.folded[start]
    rest = words.folded[start + 1 : sentence.last]
    mentions = any(word in _YOU for word in rest) or any(
        index in reader_fields for index in range(start + 1, sentence.last)
    )
    if subject in _YOU or start in reader_fields:
        return "reader"
    if subject not in _I:
        return "neither"
    if _is_shared(subject, rest) or _offers(rest):
        return "both"
    observes = any(word in _OBSERVES for word in rest[:_NEAR])
    return "reader" if observes and mentions else "sender"


def _subject(words: Words, indexes: list[int], reader_fields: frozenset[int]) -> int | None:
    """The index of the word that the sentence is likely about: past greeting and connectives."""
    position = 0
    greeted = False
    while position < len(indexes):
        index = indexes[position]
        word = words.folded[index]
        is_name = greeted and (word == FIELD or position == 1) and word not in _I | _YOU
        if word in GREETINGS and position < 2:
            greeted = True
        elif not is_name and word not in _BEFORE_SUBJECT and not _is_call_by_name(words, index, position):
            return index
        position += 1
    return None


def _is_call_by_name(words: Words, index: int, position: int) -> bool:
    """`{{first_name}}, I saw …`: a field that is called, not spoken about."""
    return position == 0 and words.folded[index] == FIELD and words.gaps[index + 1][:1] in ",—–-:"


def _is_shared(subject: str, rest: list[str]) -> bool:
    """An inclusive we: could we compare notes, we both, we spoke in May."""
    if not subject.startswith("we"):
        return False
    near = rest[:_NEAR]
    return any(word in _TOGETHER for word in near) or any(word in _SHARED_VERBS for word in near)


def _offers(rest: list[str]) -> bool:
    """The verbs of an offer or an exit serve the reader: happy to send, I can stop here."""
    near = " ".join(rest[:_NEAR])
    return any(
        phrase in near
        for phrase in ("happy to", "glad to", "can send", "could send", "close this", "stop here",
                       "leave it", "leave you", "stop reaching", "can share", "made you", "put together")
    )  # fmt: skip
