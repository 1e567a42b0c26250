"""A personal opening that has nothing to do with what follows.

Looked at are openings that say something of this reader in so many words, and that the sender's
own story follows, without a word that both share and without a word that leads from one to the
other. What a field hides may be the link, and whether two matters belong together without a word
in common cannot be known: this finds the plain cases only.
"""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from cadence_lint.checks import Objection
from cadence_lint.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from cadence_lint.linting.case import Case
    from cadence_lint.reading import Reading
    from cadence_lint.reading.facts.saying import Saying
    from cadence_lint.sequence import Touch

SCOPE = "message"

_LEAST_SEEN = 2
_STARTS = frozenset("with since because therefore hence when as if while for so given like".split())
"""First words that tie a sentence to the one before."""
_LEADS = frozenset(
    "that that's this these those which it it's same similar similarly then there speaking based"
    " reason reminded why both another also too one ours".split()
)
"""Words near the start that do."""
_PITCHES = frozenset({"pitches", "introduces-sender"})
_FIRST = 4
"""How many words are the start of a sentence."""
_TURNS = frozenset("wondered wonder wondering thought think figured guess curious asked so".split())
"""Verbs with which an opening itself turns to what it is about."""


class Options(Record):
    """This check has no options."""


class Values(Record):
    """What a message may name."""

    opening: str
    """Its first words."""


def check(case: Case, touch: Touch, reading: Reading, options: Options) -> Iterator[Objection]:
    """Object to an opening whose next sentence is about the sender and something else."""
    passage = reading.passages.get("body")
    if passage is None or not reading.is_understood or passage.hides_copy:
        return
    said = [saying for saying in passage.sayings if saying.is_said]
    opening = list(takewhile(_is_personal, said))
    rest = said[len(opening) :]
    if not opening or not rest or _turns(opening) or not _is_another_story(rest[0]):
        return
    if set(_matter(opening)) & set(_matter(rest)):
        return
    spot = passage.quote(opening[0].sentence.start, opening[-1].sentence.end)
    words = " ".join(spot.quote.split()).split()
    shown = " ".join(words[:_SHOWN]) + (" …" if len(words) > _SHOWN else "")
    yield Objection(values=Values(shown), spots=(spot,))


_SHOWN = 8


def _is_personal(saying: Saying) -> bool:
    """Whether a sentence says something of this reader in so many words."""
    found = saying.specifics
    if found.own or found.third or saying.sentence.is_question:
        return False
    is_seen = saying.gift == "observes-theirs" or "observes" in saying.phrases
    return is_seen and found.names + found.figures + found.words >= _LEAST_SEEN


def _turns(opening: Sequence[Saying]) -> bool:
    return any(not _TURNS.isdisjoint(saying.plain.words) for saying in opening)


def _is_another_story(saying: Saying) -> bool:
    start = saying.plain.words[:_FIRST]
    is_tied = not _LEADS.isdisjoint(start) or not _STARTS.isdisjoint(start[:1])
    is_pitch = bool(saying.capabilities) or not _PITCHES.isdisjoint(saying.phrases)
    return saying.about == "sender" and saying.gift is None and is_pitch and not is_tied


def _matter(sayings: Iterable[Saying]) -> Iterator[str]:
    """The words of a matter in some sentences, without their endings."""
    from cadence_lint.reading.facts.substance import EMPTY_WORDS
    from cadence_lint.reading.text.forms import stem
    from cadence_lint.reading.text.plain import NO_WORDS

    for saying in sayings:
        for word in saying.plain.words:
            if word not in NO_WORDS and word not in EMPTY_WORDS and word.isalnum():
                yield stem(word)
