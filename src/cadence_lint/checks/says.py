"""A message says something that it should not, or fails to say what it should.

It speaks when the message has any of the facts in `any` (or when `any` is empty), one of those in
`also` where some are named, and none of the facts in `none`. What a merge field with prepared copy
hides cannot be judged: where a message has one, a rule that needs something to be absent stays
silent.

Words that the team's `vocabulary` allows are no fault.

What is said and what is missing are looked for in the same hearing: a subject with its body, or
a call, or a voicemail, since whoever hears the voicemail did not hear the call.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from cadence_lint.checks import FactName, Objection, Spot
from cadence_lint.reading.text.segments import (
    BODY,
    NOT_WRITTEN,
    Segment,
)
from cadence_lint.reading.text.words import fold
from cadence_lint.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cadence_lint.linting.case import Case
    from cadence_lint.reading import Fact, Passage, Reading
    from cadence_lint.sequence import Part, Touch

SCOPE = "message"
TRAITS = {"where": ("subject", "body", "script", "voicemail")}

_STOPS = frozenset(".!?…)")
_HEARINGS: tuple[tuple[Part, ...], ...] = (("subject", "body"), ("script",), ("voicemail",))


class Options(Record):
    """What a rule may set."""

    any: tuple[FactName, ...] = ()
    """Facts of which the message must have one."""
    also: tuple[FactName, ...] = ()
    """Facts of which it must have one besides."""
    cold_call: tuple[FactName, ...] = ()
    """What counts instead of `any` in a call or a voicemail to somebody who does not know the
    sender; where it is named, nothing does in other calls."""
    none: tuple[FactName, ...] = ()
    """Facts of which the message must have none."""
    at_least: int = 1
    """How many of the facts in `any` it takes."""
    at_least_in_subject: int = 0
    """How many it takes where they stand in the subject; 0 for as many as elsewhere."""
    where: Literal["anywhere", "subject", "opening", "body", "script", "voicemail"] = "anywhere"
    """Where they must stand; the opening is the first sentence after the greeting."""
    in_segments: tuple[Segment, ...] = ()
    """Only there, of greeting, body, ps, opt-out, sign-off; empty for all but quotes."""


class Values(Record):
    """What a message may name."""

    count: int
    words: str
    """The words that do it, in quotes, the first three of them."""
    instead: str
    """What the phrase list suggests to write instead of the first of them."""
    plainer: str
    """What it suggests for the first three: `"leveraging" (using), "synergies" (…)`."""


def wants(options: Options) -> tuple[str, ...]:
    """What a message must say for this check to speak; nothing where it misses something."""
    return options.any + options.cold_call


def check(case: Case, touch: Touch, reading: Reading, options: Options) -> Iterator[Objection]:
    """Object to a message for what it says, or does not say."""
    if not reading.is_understood or not reading.passages:
        return
    if options.none and _is_hidden(reading):
        return
    if options.also and not reading.facts(*options.also):
        return
    if not options.any:
        if not reading.facts(*options.none):
            yield from _about_silence(reading)
        return
    missing = reading.facts(*options.none)
    allowed = [fold(word) for word in case.config.vocabulary.allow]
    said = [
        fact
        for fact in reading.facts(*_counted(case, touch, options))
        if _stands(fact, reading, options) and not (allowed and _is_allowed(fact, allowed))
    ]
    if not missing:
        yield from _about_words(said, options)
        return
    for hearing in _HEARINGS:
        if not any(fact.part in hearing for fact in missing):
            yield from _about_words([fact for fact in said if fact.part in hearing], options)


def _counted(case: Case, touch: Touch, options: Options) -> tuple[FactName, ...]:
    """The facts of which a touch must have one."""
    if touch.channel != "call" or not options.cold_call:
        return options.any
    return options.cold_call if case.sequence.audience.relationship == "cold" else ()


def _about_words(facts: list[Fact], options: Options) -> Iterator[Objection]:
    """Point at the words that say it."""
    facts = list(_each_once(facts))
    if len(facts) < options.at_least:
        facts = [fact for fact in facts if fact.part == "subject"]
        if not options.at_least_in_subject or len(facts) < options.at_least_in_subject:
            return
    if not facts:
        return
    yield Objection(
        values=Values(len(facts), _listed(facts), facts[0].instead or "", _plainer(facts)),
        spots=tuple(fact.spot() for fact in facts),
        measure=len(facts),
        traits={"where": facts[0].part},
        advice=facts[0].advice,
    )


def _each_once(facts: list[Fact]) -> Iterator[Fact]:
    """In order, and no words twice because two phrases have them."""
    ends: dict[str, int] = {}
    for fact in sorted(facts, key=lambda fact: (fact.order[0], fact.span[0], -fact.span[1])):
        if fact.span[1] > ends.get(fact.part, -1):
            yield fact
            ends[fact.part] = fact.span[1]


def _about_silence(reading: Reading) -> Iterator[Objection]:
    """Something is missing: point at the last thing that the message does say."""
    for part in ("body", "script", "voicemail"):
        passage = reading.passages.get(part)
        spot = _last_words(passage) if passage else None
        if spot:
            yield Objection(values=Values(0, "", "", ""), spots=(spot,), is_whole=True)
            return


def _last_words(passage: Passage) -> Spot | None:
    said = [
        sentence
        for sentence, segment in zip(passage.sentences, passage.segments, strict=True)
        if segment in BODY
    ]
    if not said:
        return None
    value = passage.text.value
    ended = [each for each in said if value[each.end - 1 : each.end] in _STOPS]
    last = (ended or said)[-1]  # a name below the last sentence is none
    return passage.quote(last.start, last.end)


def _is_hidden(reading: Reading) -> bool:
    """Whether a field with prepared copy, or a blank for some, hides what is said."""
    return any(passage.hides_copy for passage in reading.spoken)


def _stands(fact: Fact, reading: Reading, options: Options) -> bool:
    if options.in_segments and fact.segment not in options.in_segments:
        return False
    if fact.segment in NOT_WRITTEN and not options.in_segments:
        return False
    if options.where == "anywhere":
        return True
    if options.where == "opening":
        opening = reading.passages[fact.part].opening
        return fact.part != "subject" and opening is not None and fact.sentence == opening
    return fact.part == options.where


def _listed(facts: list[Fact]) -> str:
    seen = dict.fromkeys(" ".join(fact.quote.split()) for fact in facts)
    return ", ".join(f'"{quote}"' for quote in list(seen)[:3])


def _plainer(facts: list[Fact]) -> str:
    plainer = {" ".join(fact.quote.split()): fact.instead for fact in facts if fact.instead}
    return ", ".join(f'"{quote}" ({instead})' for quote, instead in list(plainer.items())[:3])


def _is_allowed(fact: Fact, allowed: list[str]) -> bool:
    said = " ".join(fold(fact.quote).split())
    return any(f" {word} " in f" {said} " for word in allowed)
