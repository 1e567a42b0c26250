"""What one sentence weighs: how much it gives, and how much of it is meant for this reader."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from cadence_lint.reading.facts.asks import asks_how_much
from cadence_lint.reading.facts.gifts import REFERRED, SERVES_SENDER
from cadence_lint.reading.text.plain import READER
from cadence_lint.reading.whom.people import FIRST, YOU_DO

if TYPE_CHECKING:
    from cadence_lint.reading.facts.saying import Saying

_FEW = 3
MOST_OF_ONE = 5
"""So much one sentence counts at most, however many names are in it."""
LEAST_OF_MATTER = 2
"""What says less says nothing that is not in any letter."""
FOR_ANYBODY = frozenset({"flatters", "accuses-reader", "breakup-gimmick"})
"""Phrases with which a sentence is half of what any letter says, whatever else is in it."""
_MINDS = frozenset(
    "know want need suspect feel wish worry struggle probably likely understand believe deserve"
    " wonder hate dream".split()
)
_LEADS_ELSEWHERE = frozenset(
    "if whether when unless what whatever how who whoever that do did would could should as"
    " because let".split()
)
_HEARD = frozenset("observes recounts-talk recalls-talk".split())
_SPECIFIC_GIFTS = frozenset({"observes-theirs", "asks-about-their-work", "example"})
_SHOWS = frozenset({("show", "you"), ("show", READER)})


def worth_of(saying: Saying) -> int:
    """What a sentence gives: nothing, something, or something worth an answer."""
    gift, weight = saying.gift, saying.specifics.weight
    if gift is None:
        return 0
    if gift == "useful-offer" and _demonstrates(saying):
        return min(2, 1 + weight // _FEW)
    if gift in ("useful-offer", "useful-resource", "example"):
        return 2
    if gift == "proof":
        return 2 if saying.specifics.third or saying.specifics.names else 1
    if gift == "insight":
        return 1
    if gift == "asks-about-their-work":
        return 2 if asks_how_much(saying.plain.words) else min(weight, 2)
    return 2 if weight >= _FEW or REFERRED in saying.phrases else 1


def specifics_of(saying: Saying) -> int:
    """How much of a sentence is meant for this reader."""
    found = saying.specifics
    if not SERVES_SENDER.isdisjoint(saying.phrases) and saying.gift is None:
        return found.own
    if REFERRED in saying.phrases and saying.gift == "observes-theirs":
        return max(_FEW, min(MOST_OF_ONE, found.particular))
    if (saying.is_recital and not found.is_named) or not FOR_ANYBODY.isdisjoint(saying.phrases):
        return min(MOST_OF_ONE, found.particular // 2)
    if saying.gift == "observes-theirs" and not found.is_named and reads_their_mind(saying):
        return 0
    if saying.said.tells_of_job == "terms" and not found.names:
        return 0
    if saying.gift in _SPECIFIC_GIFTS:
        counts = saying.gift == "asks-about-their-work" and asks_how_much(saying.plain.words)
        return max(min(MOST_OF_ONE, found.particular), LEAST_OF_MATTER * counts)
    if saying.gift is not None:
        return min(MOST_OF_ONE, found.particular) // 2
    is_of_sender = saying.about == "sender" or (
        saying.about == "neither" and not FIRST.isdisjoint(saying.plain.words)
    )
    return (1 if is_of_sender and "observes" not in saying.phrases else 3) * found.own


def says_enough(saying: Saying) -> bool:
    """Whether what is said of theirs has something in it; praise has names or figures in it."""
    if REFERRED in saying.phrases:
        return True
    return saying.specifics.weight >= LEAST_OF_MATTER and not _is_for_anybody(saying)


def _is_for_anybody(saying: Saying) -> bool:
    """Whether it says what any letter says, and has no name and no figure in it."""
    return not FOR_ANYBODY.isdisjoint(saying.phrases) and not saying.specifics.is_named


def shows_something(saying: Saying) -> bool:
    """Whether it shows something at the reader's that they may not know."""
    is_seen = saying.gift == "observes-theirs" and saying.specifics.weight >= _FEW
    return is_seen and not saying.is_recital


def is_of_the_matter(saying: Saying) -> bool:
    """Whether it tells of a matter, and of nobody to whom it happened."""
    return saying.gift in ("insight", "example") and not saying.is_case


def reads_their_mind(saying: Saying) -> bool:
    """`You run vehicles, so you know that …`: what anybody of that trade is taken to think.

    What they said, and what somebody saw of theirs, is another matter.
    """
    said = saying.plain.words
    if _MINDS.isdisjoint(said) or not _HEARD.isdisjoint(saying.phrases):
        return False
    return any(
        word in YOU_DO
        and not _MINDS.isdisjoint(said[at + 1 : at + 3])
        and (at == 0 or said[at - 1] not in _LEADS_ELSEWHERE)
        for at, word in enumerate(said)
    )


def _demonstrates(saying: Saying) -> bool:
    """Whether what is offered is to be shown: a demonstration, unless it says of what."""
    return any(pair in _SHOWS for pair in pairwise(saying.plain.words))
