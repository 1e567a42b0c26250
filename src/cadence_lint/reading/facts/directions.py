"""Whether a sentence tells its reader what to do: `change it before anybody breathes from it`.

An imperative begins a sentence, or what stands after a pause in it, with a verb in its plain form
and goes on with what is to be done to what. "Change is hard" and "order books are full" have the
same words and direct nobody.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadence_lint.reading.text.plain import PAUSE, READER, SENDER
from cadence_lint.reading.text.word_set import word_set
from cadence_lint.reading.whom.people import FIRST, YOU

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_VERBS = word_set(
    "activate add apply ask avoid block book bring call change check choose claim clear click"
    " collect compare connect copy count cut decide delete dm do download drop email file fill find"
    " fix forward get give go grab hand have hold inbox install join keep knock leave let look mail"
    " mark measure message move note open order paste pay phone pick ping plug point press print"
    " pull push put read register renew reply replace report request reserve ring rsvp run save say"
    " scan see send set share show sign skip start stay stop submit switch swap take talk tap tell"
    " test text tick touch try turn upload use visit wait walk watch whatsapp wipe wash write"
)
"""Verbs of things that somebody can go and do."""
_OBJECTS = word_set(
    "it them him her us me your the this that these those one two three a an my our yours each"
    " every all both any whoever whatever which what whether if for to by at in on out up down off"
    " over back into with from before after till until only first again now here there below"
    " through around"
) | {READER, SENDER}
"""What follows a verb that tells somebody to do something, and no noun."""
PLEAS = word_set("please kindly")
"""What is said before or after these is to be done by whoever reads it."""
_MANNERS = word_set(
    "find note see accept excuse forgive pardon bear remember be know rest understand feel do don't"
)
"""`Please find attached`, `kindly note`: these ask for nothing that is to be done."""
_PARTICLES = word_set("up out down off back over through around away")
_LEADS = word_set(
    "so and or but then just please kindly simply now first otherwise maybe also always never"
    " either way"
)
_COAXED = word_set(
    "hesitate miss forget worry be wait delay think you lose let know want believe feel"
)
"""`Don't miss out` warns of nothing."""
_OF_PEOPLE = word_set("ask call ring phone tell email")
"""Verbs after which somebody is named, as in `ask Hendley how`."""
_ON = word_set("how what who when where why whether if for about at on")
_BESIDE_THE_POINT = (
    ("let", "me", "know"), ("let", "us", "know"), ("tell", "me"), ("give", "me", "a", "call"),
    ("see", "you"), ("talk", "to", "you"), ("have", "a"), ("stop", "by"), ("look", "forward"),
)  # fmt: skip
"""Imperatives of every letter: they ask for an answer, or only say goodbye."""


def warns(said: Sequence[str]) -> bool:
    """Whether it tells the reader what not to do: `please don't pay invoice 2204`."""
    at = 1 if said[:1] == ["please"] else 0
    return said[at : at + 1] == ["don't"] and len(said) > at + 2 and _is_imperative(said, at)


def gives_steps(said: Sequence[str]) -> bool:
    """Whether it says how a thing is done, in order: `first export the users, then …`."""
    if "first" not in said or not FIRST.isdisjoint(said):
        return False
    led = {said[at - 1] for at in _starts(said) if at and _takes_an_object(said, at)}
    return {"first", "then"} <= led


def _takes_an_object(said: Sequence[str], at: int) -> bool:
    is_verb = said[at].isalpha() and said[at] not in _OBJECTS and said[at] not in YOU
    return is_verb and not _OBJECTS.isdisjoint(said[at + 1 : at + 2])


def directs(said: Sequence[str]) -> bool:
    """Whether plain words tell the reader to do something that is of use by itself."""
    return any(
        _is_begged(said, at) if at and said[at - 1] in PLEAS else _is_imperative(said, at)
        for at in _starts(said)
    )


def _is_begged(said: Sequence[str], at: int) -> bool:
    """Whether what follows `please` is to be done, in whichever words."""
    if said[at] in _MANNERS:
        return said[at] in ("do", "don't") and _is_imperative(said, at)
    return said[at].isalpha() and len(said) > at + 1


def _starts(said: Sequence[str]) -> Iterator[int]:
    """Where an imperative could begin: at the start, and after a pause that no clause bridges."""
    begin = True
    for at, word in enumerate(said):
        if word == PAUSE:
            begin = True
        elif begin and word not in _LEADS:
            yield at
            begin = False


def _is_imperative(said: Sequence[str], at: int) -> bool:
    rest = said[at : at + 6]
    if rest[0] == "don't" and len(rest) > 2:
        return rest[1] not in _COAXED and rest[1].isalpha()
    if rest[0] not in _VERBS or len(rest) < 2:
        return False
    if any(tuple(rest[: len(words)]) == words for words in _BESIDE_THE_POINT):
        return False
    if rest[0] in _OF_PEOPLE and not _ON.isdisjoint(rest[2:5]):
        return True
    if rest[1] in _PARTICLES:
        return len(rest) > 2 or rest[0] in ("look", "turn", "read")
    return rest[1] in _OBJECTS
