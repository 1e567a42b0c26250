"""A message holds too little of what counts for its reader, or too much of its sender.

What is weighed is a subject with its body, a call, or a voicemail. What a merge field with
prepared copy hides cannot be weighed, and a call in which the reader is asked and heard gives by
that: there the check stays silent.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from cadence_lint.checks import FactName, Objection, Spot
from cadence_lint.linting.case import excuses
from cadence_lint.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cadence_lint.linting.case import Case
    from cadence_lint.reading import Fact, Reading
    from cadence_lint.reading.facts.judgement import Judgement
    from cadence_lint.sequence import Touch

SCOPE = "message"


class Options(Record):
    """What a rule may set."""

    of: Literal["worth", "specifics", "sender-share", "we-share"]
    """What is weighed: what it gives, what is meant for this reader, whom it is about."""
    below: float | None = None
    """It speaks of a message that weighs less; each thing that counts adds one or more."""
    below_for_anybody: float | None = None
    """The same for what could be said to anybody, of which more is asked."""
    one_more_for: tuple[FactName, ...] = ()
    """Facts beside which it has to weigh one more: what stands in any letter."""
    above: float | None = None
    """It speaks of a message that weighs more; shares go from 0 to 1."""
    at_least: int = 0
    """Only where the message has so many facts in `shown`; where a share is whole and nobody else
    occurs, one will do."""
    shown: tuple[FactName, ...] = ()
    """The facts that it points at; without any of them it points at the first sentence."""
    alone: Literal["anywhere", "first"] = "anywhere"
    """Where it speaks without any fact in `shown`: anywhere, or where the sender speaks first."""
    unless: tuple[FactName, ...] = ()
    """Facts that make it stay silent."""
    unless_told: tuple[FactName, ...] = ()
    """Facts that do so beside something that the message tells, shows or asks in its own words."""
    asked: bool = False
    """Only for messages that ask something of the reader: a signature, a gift, their time."""
    least_words: int = 0
    """Only for messages that say so much beside greeting and signature."""


class Values(Record):
    """What a message may name."""

    weight: float
    words: str
    """The words that it points at, in quotes, the first two of them."""


def check(case: Case, touch: Touch, reading: Reading, options: Options) -> Iterator[Objection]:
    """Object to a message that weighs too little, or too much."""
    if not reading.is_understood:
        return
    for judgement in reading.hearings:
        if not _is_weighed(judgement, options):
            continue
        parts = {passage.part for passage in judgement.passages}
        one_more = any(fact.part in parts for fact in reading.facts(*options.one_more_for))
        weight = _weight_beyond(case, touch, judgement, options, one_more=one_more)
        if weight is None:
            continue
        facts = [fact for fact in reading.facts(*options.shown) if fact.part in parts]
        facts = [fact for fact in facts if fact.part != "subject"] or facts
        is_whole = weight == 1 and options.of.endswith("-share") and judgement.turns_to_nobody
        if len(facts) < (min(1, options.at_least) if is_whole else options.at_least):
            continue
        if not facts and options.alone == "first" and touch.number != case.first_said:
            continue
        unless = options.unless + options.unless_told * judgement.tells_something
        if any(fact.part in parts for fact in reading.facts(*excuses(touch, judgement, unless))):
            continue
        facts = sorted(_beyond_who_speaks(judgement, facts), key=lambda fact: fact.order)
        spots = tuple(fact.spot() for fact in facts) or (_first(judgement),)
        yield Objection(
            values=Values(weight, _listed(spots)),
            spots=spots,
            measure=weight,
            advice=next((fact.advice for fact in facts if fact.advice), None),
            is_whole=True,
        )


def _is_weighed(judgement: Judgement, options: Options) -> bool:
    """Whether enough is said, and the reader is not asked to say something first."""
    hides = judgement.has_prepared_copy if options.of == "sender-share" else True
    if (hides and judgement.is_hidden) or judgement.length < max(1, options.least_words):
        return False
    if judgement.passages[0].part == "script" and judgement.listens:
        return False
    return judgement.asks or not options.asked


def _weight_beyond(
    case: Case, touch: Touch, judgement: Judgement, options: Options, *, one_more: bool
) -> float | None:
    """What a message weighs, where that is too little or too much."""
    least = _least(options, judgement)
    below = None if least is None else least + one_more
    weight = _weight(judgement, options.of)
    if weight is None or not _is_beyond(weight, below, options.above):
        return None
    if options.of == "worth":
        weight = judgement.worth_beside(is_theirs=case.goes_on_about_theirs(touch))
    return weight if _is_beyond(weight, below, options.above) else None


def _weight(judgement: Judgement, of: str) -> float | None:
    match of:
        case "worth":
            return judgement.worth
        case "specifics":
            return judgement.specifics
        case "sender-share":
            return judgement.sender_share
        case _:
            return judgement.we_share


def _least(options: Options, judgement: Judgement) -> float | None:
    """What a message has to weigh."""
    is_asked_for_more = options.below_for_anybody is not None and not judgement.is_for_them
    return options.below_for_anybody if is_asked_for_more else options.below


def _is_beyond(weight: float, below: float | None, above: float | None) -> bool:
    return (below is not None and weight < below) or (above is not None and weight > above)


def _beyond_who_speaks(judgement: Judgement, facts: Iterable[Fact]) -> Iterator[Fact]:
    """The facts of sentences that say more than a name: `Arjun from Billwise` is no fault."""
    only_introduce = {
        (saying.passage.part, saying.index)
        for saying in judgement.sayings
        if saying.only_introduces
    }
    return (fact for fact in facts if (fact.part, fact.sentence) not in only_introduce)


def _first(judgement: Judgement) -> Spot:
    """The first sentence that says more than who writes."""
    sayings = judgement.sayings
    saying = next((each for each in sayings if not each.only_introduces), sayings[0])
    return saying.passage.quote(saying.sentence.start, saying.sentence.end)


def _listed(spots: Iterable[Spot]) -> str:
    quotes = dict.fromkeys(_short(" ".join(spot.quote.split())) for spot in spots)
    return " and ".join(f'"{quote}"' for quote in list(quotes)[:2])


def _short(quote: str) -> str:
    return quote if len(quote) <= 60 else quote[:57].rsplit(" ", 1)[0] + " …"
