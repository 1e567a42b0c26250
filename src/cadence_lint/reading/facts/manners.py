"""What a letter only asks of whoever gets it, or says for form's sake.

A request, an invitation, thanks, why it was sent, and how they came onto the sender's list: the
reader stands in such a sentence, and nothing was seen at theirs.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from cadence_lint.reading.facts.directions import PLEAS
from cadence_lint.reading.facts.mentions import says_something_of_reader
from cadence_lint.reading.text.plain import PAUSE, READER, SENDER
from cadence_lint.reading.text.word_set import word_set
from cadence_lint.reading.whom.favours import ADVICE
from cadence_lint.reading.whom.people import CHANCES, FIRST, I_OR_MY, MODALS, OUR, YOU

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cadence_lint.reading.facts.specifics import Specifics

_FAVOURS = ADVICE | word_set(
    "thoughts time perspective help reply response communication participation cooperation vote"
    " comments view views knowledge assistance"
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
_LISTS = word_set("list route round rounds patch territory")
_GOES = word_set("going working walking ringing calling driving cycling making")
_ALONG = word_set("along through down around round")
_SENT_BY = word_set("suggested recommended mentioned passed gave")
_FOUND = word_set("found discovered")
_CAME = word_set("came come run ran stumbled happened")
_UPON = word_set("across upon into on onto")
_SITES = word_set(
    "site website blog page profile company channel store shop number details email"
    " contact name address resume cv"
)
_THINKS = word_set(
    "think thought thinking figured believe believed felt feel decided wanted want would was am"
    " liked loved love reached"
)
_SAW = word_set("saw noticed see notice read noted learned learnt")
_BY_CHANCE = word_set("using via in on while through and by from online") | {PAUSE}
_CHOSEN = {
    (how, chosen)
    for how in ("been", "are", "you're", "were")
    for chosen in ("selected", "chosen", "shortlisted", "nominated", "invited", "pre-selected")
} | {("invite", "you")}
_ROUNDS = _LISTS | _SENT_BY | _GOES | _FOUND | _CAME | {chosen for _, chosen in _CHOSEN}
_KINDS = word_set("kind sort type")
_SHORTEST_FIND = 4
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


def tells_how_they_were_picked(said: Sequence[str], specifics: Specifics) -> bool:
    """`Your company was on my list`, `a friend suggested yours`, `I found your site in a search`.

    Whoever is named as having sent the sender is somebody whom the reader may know.
    """
    if said[0] in FIRST and ("kind", "of") in pairwise(said):
        return True  # I write since you're exactly the kind of leader that we look for
    if "contact" in said and ("listed", "as") in pairwise(said):
        return True  # I noticed that you're listed as a contact on the town's site
    if ("looking", "for") in pairwise(said) and _is_of_a_kind(said):
        return True
    if _ROUNDS.isdisjoint(said):
        return False
    if any(pair in _CHOSEN for pair in pairwise(said)):
        return True
    for at, word in enumerate(said):
        near = said[at + 1 : at + 4]
        is_list = word in _LISTS and said[at - 1 : at] != ["went"]  # your talk went round our lab
        if is_list and not I_OR_MY.isdisjoint([*said[max(at - 2, 0) : at], *near[:2]]):
            return True
        if word in _GOES and at and said[at - 1] in FIRST and not _ALONG.isdisjoint(near):
            return True
        if word in _SENT_BY and not specifics.names and not YOU.isdisjoint(near):
            return True
        is_found = word in _FOUND or (word in _UPON and at and said[at - 1] in _CAME)
        if is_found and _is_only_found(said[at + 1 :]):
            return True
    return False


def _is_of_a_kind(said: Sequence[str]) -> bool:
    """`You seem like the sort of baker (that we're looking for)`."""
    seeks = said[said.index("looking") - 1]
    return (seeks in FIRST or seeks == "are") and any(
        word in _KINDS and after == "of" for word, after in pairwise(said)
    )


def _is_only_found(after: Sequence[str]) -> bool:
    """Whether a site was found, and nothing on it: `… your site using a search engine`."""
    if after[:1] == [READER]:
        rest = after[2:] if not _SITES.isdisjoint(after[1:2]) else after[1:]
    elif after[:1] == ["your"] and after[1:2] and after[1] in _SITES:
        rest = after[2:]
    else:
        return after[:1] == ["your"] and len(after) <= _SHORTEST_FIND
    while rest and rest[0] in _SITES:
        rest = rest[1:]
    if not rest:
        return True
    return rest[0] in _BY_CHANCE and not _goes_on_to_tell(rest)


def _goes_on_to_tell(rest: Sequence[str]) -> bool:
    """`(I found your site) and saw that you …`; not `and thought I'd write`."""
    end = next((at for at, word in enumerate(rest) if word in ("and", PAUSE)), len(rest))
    tail = rest[end + 1 :]
    while tail and (tail[0] in FIRST or tail[0] in ("and", PAUSE)):
        tail = tail[1:]
    if not tail or tail[0] in _THINKS:
        return False
    return tail[0] in _SAW or says_something_of_reader(tail)


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
