"""Whether what is said of the reader was seen at theirs, and could not be said of anybody.

How they came onto the sender's list, what the sender wishes or supposes, what they need, what they
may order or sign, and a judgement without a figure or a name are seen nowhere.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from cadence_lint.reading.facts.recitals import tells_more
from cadence_lint.reading.text.plain import READER, SENDER
from cadence_lint.reading.whom.people import FIRST, YOU

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cadence_lint.reading.facts.specifics import Specifics
    from cadence_lint.reading.whom.about import About


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_HOPES = _set("hope hoping")
_GUESSES = frozenset({"presumes", "accuses-reader"})
"""What says of the reader only what the sender supposes of everybody."""
_CAN_BE = {("could", "be"), ("may", "be"), ("might", "be"), ("are", "probably"), ("are", "likely")}
_DUMMIES = _set("it it's there there's there're")
_SAW = _set("saw read reading met heard found sat bought ran wrote drove rode went stood told put")
_DEALS = _set(
    "can will receive get find pay give order register sign choose benefit enjoy save follow need"
)
_MENDS = _set("switch change turn move check set ask fix stop mend correct test measure return")
_DEALS_NOUNS = _set(
    "subscription renewal contract account order signature disposal quote requirements booking"
    " licence license membership payment"
)
_SUBSCRIPTIONS = _set("subscription renewal membership licence license account")
_LISTS = _set("list route round rounds patch territory")
_OF_MINE = _set("my our i we")
_GOES = _set("going working walking ringing calling driving cycling making")
_ALONG = _set("along through down around round")
_SENT_BY = _set("suggested recommended mentioned passed gave")
_ROUNDS = _LISTS | _SENT_BY | _GOES
_WOULD = _set("i'd we'd")
_WISHES = _set("hate love like want wish")
_WASTES = _set("wasting wastes overpaying bleeding struggling")
_NEEDED = _set("need deserve want")
_FITS = _set("for join of try see with in into by")
_LEAST_TOLD = 4
_LEAST_OBSERVED = 2
_LEAST_SHARED = 3
_SOME = 2
_NEAR = 8


def observes_theirs(
    said: Sequence[str], about: About, specifics: Specifics, facts: frozenset[str]
) -> bool:
    """Whether plain words about the reader, or about both, say what was seen at theirs."""
    is_named = bool(specifics.names or specifics.figures or specifics.third or specifics.own)
    is_filled = bool("observes" in facts or specifics.own or specifics.third)
    if not is_filled and (_tells_how_they_were_picked(said, specifics) or _only_wishes(said)):
        return False
    if about == "both":  # we both sat on the panel in Graz
        return said[0] != "if" and specifics.weight >= _LEAST_SHARED + (not is_named)
    if not (is_named or "observes" in facts) and _is_guess(said, facts):
        return False
    if ("flatters" in facts or _tells_what_they_need(said)) and not is_named:
        return False
    is_told = specifics.figures + specifics.names >= _SOME or "observes" in facts
    if _sells(said) and not is_told:
        return False
    is_bargain = said[0] == "if" and not FIRST.isdisjoint(said)
    if is_bargain or (not is_filled and _is_dealing(said, specifics.words)):
        return False
    return specifics.weight >= _LEAST_OBSERVED


def _is_guess(said: Sequence[str], facts: frozenset[str]) -> bool:
    """Whether the sender hopes, supposes or judges."""
    return (
        said[0] in _HOPES
        or not _GUESSES.isdisjoint(facts)
        or not _CAN_BE.isdisjoint(pairwise(said))
        or _only_judges(said)
    )


def _tells_how_they_were_picked(said: Sequence[str], specifics: Specifics) -> bool:
    """`Your company was on my list`, `a friend suggested yours`, `I'm going through all the shops`.

    Whoever is named as having sent the sender is somebody whom the reader may know.
    """
    if _ROUNDS.isdisjoint(said):
        return False
    for at, word in enumerate(said):
        near = said[at + 1 : at + 4]
        if word in _LISTS and not _OF_MINE.isdisjoint([*said[max(at - 2, 0) : at], *near[:2]]):
            return True
        if word in _GOES and at and said[at - 1] in FIRST and not _ALONG.isdisjoint(near):
            return True
        if word in _SENT_BY and not specifics.names and not YOU.isdisjoint(near):
            return True
    return False


def _only_wishes(said: Sequence[str]) -> bool:
    """`I'd hate for you to be late`, where nothing was said of the reader before it."""
    for at, word in enumerate(said[:-3]):
        is_would = word in _WOULD or (word in FIRST and said[at + 1] == "would")
        if is_would and not _WISHES.isdisjoint(said[at + 1 : at + 4]):
            return YOU.isdisjoint(said[:at]) and not YOU.isdisjoint(said[at + 2 : at + 6])
    return False


def _only_judges(said: Sequence[str]) -> bool:
    """`Your planners spend too much time on it`, `it is slower than it should be`: says who?"""
    if not _WASTES.isdisjoint(said) or ("too", "much") in pairwise(said):
        return True
    return any(word == "than" and "should" in said[at + 2 : at + 4] for at, word in enumerate(said))


def _is_dealing(said: Sequence[str], words: int) -> bool:
    """Whether all that it says of the reader is what they may do, get or sign with the sender.

    `You can pay by cheque`, `we ask you to register`, `it was a pleasure to guard your sites`.
    """
    if said[0] in _DUMMIES:
        return words < _LEAST_TOLD or not tells_more(said)
    if said[0] in FIRST:
        saw = any(word.endswith("ed") or word in _SAW for word in said[1:5])
        looked = list(said[1:4]) == ["had", "a", "look"]
        return not (saw or looked) and "because" not in said
    at = next((at for at, word in enumerate(said) if word in YOU or word == READER), None)
    if at is None:
        return False
    after = said[at + 1] if at + 1 < len(said) else ""
    if at > _NEAR or said[at + 2 : at + 3] == ["not"]:
        return False  # you will not be charged for Thursday
    if at == 0 and said[:2] == ["you", "can"] and said[2:3] != [] and said[2] in _MENDS:
        return False  # you can switch it to Dublin under Settings
    if said[at] == "your":  # your subscription, your StowBack subscription
        return after in _DEALS_NOUNS or not _SUBSCRIPTIONS.isdisjoint(said[at + 2 : at + 3])
    return said[at] in ("you'll", "you'd") or after in _DEALS


def _tells_what_they_need(said: Sequence[str]) -> bool:
    """`As a leader, you need software that keeps up`."""
    return any(
        word == "you" and said[at + 1 : at + 2] and said[at + 1] in _NEEDED
        for at, word in enumerate(said)
    )


def _sells(said: Sequence[str]) -> bool:
    """`With Larkfield you get …`, `we think that you'd be perfect for our team`."""
    is_of_sender = SENDER in said or any(
        word == "our" and at and said[at - 1] in _FITS for at, word in enumerate(said)
    )
    return is_of_sender and said[0] not in YOU and said[0] != READER
