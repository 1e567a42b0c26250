"""Facts that need judgement: what a message does beyond the phrases that say it outright."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadence_lint.reading import Fact
from cadence_lint.reading.about import about
from cadence_lint.reading.words import FIELD

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cadence_lint.reading import Passage
    from cadence_lint.reading.sentences import Sentence

_NOT_SAID = frozenset({"quoted", "signature", "sign-off", "greeting", "opt-out"})
_FUNCTION_WORDS = frozenset(
    "a an the and or but so if then than that this these those there here it its it's is are was"
    " were be been being am do does did have has had having will would can could should may might"
    " must shall not no yes i i'm i've i'd i'll me my we we're we've we'd we'll us our you you're"
    " you've you'd you'll your he she they them their his her of in on at to for from by with"
    " about as into over under after before up down out off again also just really very much more"
    " most some any all each every few many other another such own same too only even still yet"
    " what which who whom whose when where why how because while since until although though let"
    " let's don't didn't doesn't haven't hasn't isn't aren't wasn't won't wouldn't can't couldn't"
    " please thanks thank sorry ok okay well now".split()
)
_CONTACT_WORDS = frozenset(
    "email emails e mail message messages note notes call calls voicemail voicemails inbox reply"
    " replies response respond responded responding reach reached reaching touch base back check"
    " checking checked circle circling follow following followed bump bumping bumped float"
    " floating nudge ping pinging resurface resurfacing resurfaced top chance see seen saw get got"
    " receive received read look looked last previous earlier below above week weeks day days today"
    " tomorrow month busy schedule calendar time times minute minutes quick quickly brief briefly"
    " chat talk talking speak connect connecting connected conversation meeting meet discuss"
    " discussing thought thoughts interest interested interesting feedback hear heard hearing know"
    " knowing let make made sure wanted want hope hoping hopefully find finds found finding well"
    " doing great good best love forward looking wondering wonder think thinking believe gentle"
    " friendly reminder missed miss buried slipped cracks case trying tried try attempt send sent"
    " sending share shared topic regarding work works available availability free open possible"
    " opportunity explore learn learning fit value add significant help company first second third"
    " once one two couple final lost mind sense right person wrong new question questions".split()
)
"""Words that talk about the contact itself, not about anything that the reader has to do with."""
_LEAST_SUBSTANCE = 3


def find_facts(passage: Passage) -> Iterator[Fact]:
    """The facts of a passage that no phrase list knows."""
    for index, sentence in enumerate(passage.sentences):
        if passage.segments[index] in _NOT_SAID:
            continue
        if sentence.is_question:
            yield _fact("question", passage, index)
        if _has_substance(passage, sentence):
            yield _fact("substance", passage, index)
        whom = about(passage.words, sentence, passage.reader_fields)
        if whom in ("reader", "sender"):
            yield _fact(f"about-{whom}", passage, index)


def _has_substance(passage: Passage, sentence: Sentence) -> bool:
    """Whether a sentence speaks of more than the contact itself."""
    words = passage.words
    more = sum(
        1
        for index in range(sentence.first, sentence.last)
        if words.kinds[index] in ("number", "url")
        or (
            words.folded[index] != FIELD
            and words.folded[index] not in _FUNCTION_WORDS
            and words.folded[index] not in _CONTACT_WORDS
        )
    )
    return more >= _LEAST_SUBSTANCE


def _fact(name: str, passage: Passage, index: int) -> Fact:
    sentence = passage.sentences[index]
    spot = passage.quote(sentence.start, sentence.end)
    return Fact(name, passage.part, spot.span, spot.quote, index, passage.segments[index])
