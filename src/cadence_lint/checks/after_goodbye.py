"""The sender said goodbye, and contacts the reader again all the same.

A goodbye that hangs on an answer ("if it is the old lamp, I'll leave you be") binds nobody before
the answer comes. One that hangs on silence ("if I don't hear back, I'll stop") does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadence_lint.checks import FactName, Objection, Spot
from cadence_lint.linting.case import day_spot, shown_day
from cadence_lint.patterns import regex
from cadence_lint.reading.text.segments import NOT_WRITTEN
from cadence_lint.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cadence_lint.linting.case import Case
    from cadence_lint.reading import Fact, Passage
    from cadence_lint.sequence import Touch

SCOPE = "sequence"

_CONDITION = regex(
    r"(?<!even )\b(?:if(?! (?:i may|nothing else|i'm honest)\b)|provided|in that case"
    r"|should (?:it|that|this|they|the|your|you|somebody|someone|anybody|anyone)"
    r"|(?:once|as soon as|the moment|when) (?:it|that|you|your|the|they|somebody))\b"
)
_POLITELY = regex(
    r"(?: that's| that is| it's| it is)?(?: ok| okay| fine| all right| alright|,? you "
    r"(?:don't|do not) mind)\b"
)
"""`I'll leave it here if that's all right` waits for nothing."""
_ON_SILENCE = regex(
    r" not\b|\b(?:i|we|you)(?: (?:don't|do not|haven't|have not|can't|never|won't|get|have|would"
    r"|rather not|prefer not to)){1,2} (?:hear|heard|reply|replied|answer|answered|respond"
    r"|responded|get back|got back|write back|come back|no (?:answer|reply|response|word))\b"
    r"|\b(?:i|we) (?:hear|get|got) nothing\b|\b(?:there's|there is|with) no"
    r" (?:answer|reply|response|word)\b|\bnothing comes\b|\bsilen(?:t|ce)\b|\bstays? quiet\b"
)
_ASKS_FOR_A_WORD = regex(
    r"\b(?:say|tell|reply|answer|write|text|send|drop|shout|(?:a|one)"
    r"(?: single| short| plain| simple| quick)? (?:word|no|yes|nod|line|answer|reply))\b"
)
"""`One word and I'm gone`, `a plain no is enough, and I'll stop`."""
_STARTS_CLAUSE = regex(r"(?:^|[,:(–—-] ?|\b(?:and|but|so|or|because|just|simply|please|then) )$")
_NEAR = 8
_LINKED = (",", " and")
_THEN = regex(r"(?:and |so )?then\b")


class Options(Record):
    """What a rule may set."""

    goodbye: tuple[FactName, ...] = ("says-goodbye",)
    """The facts that say goodbye."""


class Values(Record):
    """What a message may name."""

    step: int
    day: str
    goodbye: str
    said_in: int
    count: int


def check(case: Case, options: Options) -> Iterator[Objection]:
    """Object once, at the first contact after the first goodbye."""
    noticed = [touch for touch in case.touches if touch.is_noticed]
    for index, touch in enumerate(noticed[:-1]):
        words = _goodbye(case, touch, options)
        if words is None:
            continue
        later = noticed[index + 1 :]
        yield Objection(
            values=Values(
                later[0].number,
                shown_day(later[0]),
                " ".join(words.quote.split()),
                touch.number,
                len(later),
            ),
            spots=(day_spot(case, later[0]), words),
            touch=later[0],
            touches=frozenset(each.number for each in later),
        )
        return


def _goodbye(case: Case, touch: Touch, options: Options) -> Spot | None:
    for message in touch.messages:
        reading = case.reading(message)
        for fact in reading.facts(*options.goodbye):
            if fact.segment in NOT_WRITTEN:
                continue
            if not _waits_for_answer(reading.passages[fact.part], fact):
                return fact.spot().said_in(touch, message)
    return None


def _waits_for_answer(passage: Passage, fact: Fact) -> bool:
    """Whether a goodbye holds only after the reader has answered."""
    if not 0 <= fact.sentence < len(passage.sentences):
        return False
    sentence = passage.sentences[fact.sentence]
    said = _plainly(passage.text.value[sentence.start : sentence.end]).rstrip(".!")
    goodbye = _plainly(fact.quote)
    before, found, after = said.partition(goodbye.removeprefix("and "))
    if not found:
        return False
    is_asked = fact.sentence > 0 and passage.sentences[fact.sentence - 1].is_question
    condition = _condition(before, after)
    if condition is not None:
        is_bare = condition.startswith(" not,")
        return is_asked if is_bare else _ON_SILENCE.search(condition) is None
    return (is_asked and _THEN.match(said) is not None) or _hangs_on_a_word(before)


def _condition(before: str, after: str) -> str | None:
    """On what a goodbye hangs, by what stands before and after it in its sentence."""
    clause = before[before.rfind(";") + 1 :].lstrip()
    for found in _CONDITION.finditer(clause):
        if _STARTS_CLAUSE.search(clause[: found.start()][-_NEAR:]):
            return clause[found.end() :]
    following = _CONDITION.match(after.lstrip(", "))
    if following is None or any(sign in after.lstrip(", ") for sign in ",;:"):
        return None
    condition = following.string[following.end() :]
    return None if _POLITELY.match(condition) else condition


def _hangs_on_a_word(before: str) -> bool:
    """`One word and I'm gone`; not `the last word is yours, and I'll leave it there`."""
    clause = before[before.rfind(";") + 1 :].lstrip()
    return clause.rstrip().endswith(_LINKED) and any(
        _STARTS_CLAUSE.search(clause[: found.start()][-_NEAR:])
        for found in _ASKS_FOR_A_WORD.finditer(clause)
    )


def _plainly(text: str) -> str:
    return " ".join(text.lower().replace("’", "'").split())
