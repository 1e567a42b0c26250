"""What a letter only asks of whoever gets it, or says for form's sake.

A request, an invitation, thanks, and why it was sent: the reader stands in such a sentence, and
nothing was seen at theirs.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from cadence_lint.reading.facts.directions import PLEAS
from cadence_lint.reading.text.plain import PAUSE, SENDER
from cadence_lint.reading.text.word_set import word_set
from cadence_lint.reading.whom.people import CHANCES, FIRST, I_OR_MY, MODALS, OUR

if TYPE_CHECKING:
    from collections.abc import Sequence

_FAVOURS = word_set(
    "thoughts feedback insights insight input time opinion opinions review advice expertise"
    " guidance suggestions perspective support help reply response communication contribution"
    " participation cooperation vote criticism criticisms comments view views knowledge assistance"
)
_ASKS = word_set(
    "ask asking request requesting seek seeking beg begging invite solicit welcome appreciate value"
)
_COMES_OF_IT = word_set("be mean help make go")
_HAS_TO = word_set("have know possess bring")
_FINDS = word_set("see find hear feel read")
_MIGHT = word_set("might could may")
_REPLIES = word_set("reply response answer compliance accordance regard relation reference")
_TITLES = word_set("regarding re concerning")
_KNOWS = word_set("know aware heard remember seen noticed")
_CHANCES = CHANCES | {"turn"}
_WHO_WRITE = I_OR_MY | {SENDER}
_SHARES = word_set("provide give share offer spare have")
_ADVICE = word_set("advice guidance tips pointers wisdom suggestions")
_FOR_US = word_set("me us some any a few your") | {PAUSE}
THANKS = word_set("thank thanks")
_APOLOGISES = word_set("sorry apologies apologise apologize regret regrets")
_MANNERLY = _FAVOURS | word_set(
    "candor candour honesty patience understanding consideration attention kindness interest"
    " business trust loyalty advance"
)
_WISHES_WELL = word_set("wish wishing")
_WELL = word_set("best luck success well")
_INVITED = word_set("invited welcomed")
_INVITES = word_set("invite invites inviting welcome welcomes welcoming")
_ARE_YOU = word_set("are you're you")
_WHO_SEES_TO = word_set("who that responsible in")
_GETS = word_set("getting receiving received get receive")
_THIS = word_set("this email message newsletter these")
_NEAR = 4
_SOON = 6
_LATE = 10
_LATEST = 40


def asks_a_favour(said: Sequence[str]) -> bool:
    """`Your thoughts on our menu would be valued`, `we humbly request your review`."""
    for at, word in enumerate(said):
        if word != "your" or _FAVOURS.isdisjoint(said[at + 1 : at + 1 + _NEAR]):
            continue
        before = said[max(0, at - 3) : at]
        if not _ASKS.isdisjoint(before) and not FIRST.isdisjoint(said[:at]):
            return True
        is_subject = not before or before[-1] == PAUSE
        if is_subject and any(
            here in MODALS and not _COMES_OF_IT.isdisjoint(said[near + 1 : near + 3])
            for near, here in enumerate(said)
            if near > at
        ):
            return True
    return False


def requests(said: Sequence[str]) -> bool:
    """`Would you please be able to look over the draft`, `could you kindly send us a quote`."""
    if said[0] in MODALS and said[1:2] == ["you"]:
        return not PLEAS.isdisjoint(said[2:4]) or said[2:5] == ["be", "able", "to"]
    return False


def invites(said: Sequence[str]) -> bool:
    """`The board kindly invites you to speak`, `you are cordially invited to …`: so are hundreds.

    `You invited us to the depot` is the reader's own doing.
    """
    if not _INVITED.isdisjoint(said[:_LATE]):
        at = next(at for at, word in enumerate(said) if word in _INVITED)
        return not _ARE_YOU.isdisjoint(said[max(at - 3, 0) : at]) and said[at + 1 : at + 2] == [
            "to"
        ]
    return any(
        word in _INVITES and said[at + 1 : at + 3] in (["you", "to"], ["you", "as"])
        for at, word in enumerate(said[:_LATEST])
    )


def asks_for_somebody(said: Sequence[str]) -> bool:
    """`I'm looking for the name of the person who sees to your roof`, `whoever buys the salt`."""
    if "whoever" in said or ("right", "person") in pairwise(said):
        return True
    return any(
        word == "person" and not _WHO_SEES_TO.isdisjoint(said[at + 1 : at + 3])
        for at, word in enumerate(said)
    ) and ("name" in said or ("looking", "for") in pairwise(said))


def is_why_they_get_it(said: Sequence[str]) -> bool:
    """`You're getting this because you signed up on …`: so is everybody on the list."""
    return (
        "because" in said
        and not _GETS.isdisjoint(said[:_NEAR])
        and not _THIS.isdisjoint(said[: said.index("because")])
    )


def is_of_manners(said: Sequence[str]) -> bool:
    """`Many thanks for your cooperation`, `my apologies if …`, `wishing you the best`."""
    lead = said[:_NEAR]
    if not THANKS.isdisjoint(lead):
        return any(
            (word == "your" and after in _MANNERLY) or (word, after) == ("in", "advance")
            for word, after in pairwise(said[: 2 * _SOON])
        )
    if not _APOLOGISES.isdisjoint(lead[:2]):
        return "if" in lead or "caused" in said or "inconvenience" in said
    return lead[0] in _WISHES_WELL and not _WELL.isdisjoint(said[:_SOON])


def is_of_the_letter(said: Sequence[str]) -> bool:
    """Whether it says why somebody writes or what is required: of a reader, and not of this one.

    `In reply to your letter we …`, `regarding our interest in your app`, `you may know that we …`,
    `you should be able to …`, `… and might benefit from this`.
    """
    if said[0] == "in" and said[1:2] != [] and said[1] in _REPLIES:
        return not FIRST.isdisjoint(said)
    if said[0] in _TITLES and said[1:2] != [] and said[1] in OUR:
        return True
    for at, (word, after) in enumerate(pairwise(said)):
        if (word in _MIGHT and after == "benefit") or (word == "your" and after in _CHANCES):
            return True
        if (
            word == "you"
            and after in ("may", "might")
            and not _KNOWS.isdisjoint(said[at + 2 :][:3])
        ):
            return not _WHO_WRITE.isdisjoint(said[at + 3 : at + 7])
        if word == "you" and after in ("should", "must"):
            needed = said[at + 2 : at + 6]
            is_able = needed[:3] == ["be", "able", "to"] and _FINDS.isdisjoint(needed[3:])
            return is_able or not _HAS_TO.isdisjoint(needed[:1])
    return False


def begs_advice(said: Sequence[str]) -> bool:
    """`Could you share some advice on …?`: what the reader would give."""
    if _ADVICE.isdisjoint(said):
        return False
    plain = [word for word in said if word not in MODALS]
    return any(
        word == "you"
        and plain[at + 1] in _SHARES
        and plain[at + 2] in _FOR_US
        and not _ADVICE.isdisjoint(plain[at + 2 : at + 6])
        for at, word in enumerate(plain[:-2])
    )
