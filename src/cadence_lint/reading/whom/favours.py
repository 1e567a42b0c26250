"""What whoever writes wants for themselves: a favour, a stage, a job, a look at their work.

"Could you introduce me to your buyer", "I'd be delighted to speak at your conference", "your
feedback would be invaluable to us": however often the reader stands in such a sentence, it serves
the one who wrote it. What the reader is told, given or asked of their own is no favour: "I'd love
to hear how you count", "could you tell me who plans", "we'd like to invite you to a round table".
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from cadence_lint.reading.text.plain import PAUSE, READER
from cadence_lint.reading.text.word_set import word_set
from cadence_lint.reading.whom.people import FIRST, I_OR_MY, I_OR_WE, MODALS, OUR, US, YOU

if TYPE_CHECKING:
    from collections.abc import Sequence

_MINE = word_set("me us my our mine ours")
_WISHES = word_set(
    "love like want wanted wish hoping hope interested keen eager delighted honoured honored"
    " thrilled excited glad grateful looking"
)
_ADVERBS = word_set("also really very much so just perhaps maybe possibly then only even")
_MAY = word_set("could can may might")
_PARTS = word_set("publish contribute collaborate submit guest exhibit audition intern")
"""What somebody takes part in wherever the reader has the say."""
_ON_STAGE = word_set("speak talk present appear perform play")
_STAGES = {(place, whose) for place in ("at", "on", "in") for whose in ("your", "one", READER)}
_PIECES = word_set("piece post article story column blog something chapter review")
_STUDIES = word_set(
    "internship phd doctorate thesis dissertation placement residency apprenticeship"
)
_PUTS = word_set("on in as at")
_TAKEN = word_set(
    "considered featured included mentioned listed interviewed covered hired published invited"
)
_KEEPS = word_set("keep keeping bear")
_DONE = word_set(
    "introduce introducing forward forwarding consider considering recommend recommending refer"
    " referring feature featuring mention mentioning sponsor sponsoring include including promote"
    " promoting publish publishing link linking endorse endorsing follow following share sharing"
    " place placing post posting add adding cover covering"
)
"""What a reader is asked to do for the one who writes."""
_TOWARDS = word_set("to for with about of back")
_IN_MIND = (["me", "in", "mind"], ["us", "in", "mind"])
_NOT_MINE = word_set("view views worry worries concern concerns thoughts feeling opinion passion")
_ASKS = word_set(
    "please kindly could would can mind possible ask asking request requesting appreciate hoping"
)
_COULD = word_set("could can would")
_INTROS = word_set("intro introduction intros introductions")
_MAKES = word_set("make making do doing")
_ASKING = word_set("ask asking request requesting urge urging")
_GIVES_UP = word_set(
    "sponsor support donate host fund finance endorse promote feature cover publish"
)
_HANDS = word_set("send share forward email provide")
_PAPERS = word_set("cv resume résumé portfolio rates tariff salary invoice statement paperwork")
_VIEWS = word_set("view views opinion thoughts feedback impression")
ADVICE = word_set(
    "feedback insight insights opinion opinions input support advice expertise criticism criticisms"
    " suggestions review guidance contribution"
)
"""What a reader knows or thinks, and is asked to give."""
_TO_VALUE = ADVICE | {"experience"}
_VALUED = word_set("valued valuable invaluable instrumental appreciated welcome welcomed")
_REVIEWS = word_set("review feedback opinion input help advice support guidance")
_TALKS = word_set("talk discuss explore show tell present share explain")
_ABOUT_US = FIRST | {"us"}
_LOOKS = word_set("visit try see explore browse discover check take join look read")
_EXPLAINS = word_set("explains explain shows show covers cover describes describe")
_WE = I_OR_MY | {"we're"}
_KIN = word_set("client clients author artist founder ceo speaker candidate")
_PROMOTED = word_set("guest fit speaker interview feature match candidate addition")
_NEAR = 6
_LATE = 12
_FAR = 14


def serves_the_sender(said: Sequence[str], *, is_question: bool = False) -> bool:
    """Whether it asks or wishes something that only the one who writes gains by."""
    if _asks_for_oneself(said) or _asks_for_papers(said) or _asks_for_intro(said):
        return True
    if _promotes(said):
        return True
    if _wants_a_part(said, is_question=is_question):
        return True
    if is_question:
        return False
    return (
        _asks_them_to(said)
        or _values_them_for_oneself(said)
        or _connects_to_pitch(said)
        or _invites_to_own(said)
        or _explains_oneself(said)
    )


def _wants_a_part(said: Sequence[str], *, is_question: bool) -> bool:
    """`I'd love to speak at your conference`, `I wondered if I could publish something`."""
    if is_question and said[:1] and said[0] in _MAY and said[1:2] and said[1] in FIRST:
        return _is_part(said, 2)
    if FIRST.isdisjoint(said):
        return False
    for at, word in enumerate(said[: len(said) - 1]):
        if word == "to" and at and _is_wish(said, at - 1) and _is_part(said, at + 1):
            return True
        is_asked = at > 1 and said[at - 2] in ("if", "whether") and said[at - 1] in I_OR_WE
        if word in _MAY and is_asked and _is_part(said, at + 1):
            return True
    return False


def _is_wish(said: Sequence[str], at: int) -> bool:
    """Whether whoever writes wishes something there: `I would love`, `we're keen`."""
    return said[at] in _WISHES and not FIRST.isdisjoint(said[max(0, at - 4) : at])


def _is_part(said: Sequence[str], at: int) -> bool:
    """Whether what is wished for is a part in what the reader has or does."""
    while at < len(said) and said[at] in _ADVERBS:
        at += 1
    if at >= len(said):
        return False
    verb, after = said[at], said[at + 1 : at + 9]
    if verb == "write":
        return not _PIECES.isdisjoint(after[:5]) and not {"for", "on", "in"}.isdisjoint(after)
    if verb in ("do", "pursue", "complete"):
        return not _STUDIES.isdisjoint(after)
    if verb == "have":
        return after[:1] == ["you"] and any(
            place in _PUTS and whose in OUR for place, whose in pairwise(after[1:5])
        )
    if verb == "be":
        return not _TAKEN.isdisjoint(after[:2])
    if verb in _ON_STAGE:
        return any(pair in _STAGES for pair in pairwise(after[:3]))
    return verb in _PARTS


def _asks_for_oneself(said: Sequence[str]) -> bool:
    """`Please consider me`, `could you forward my CV`, `keep us in mind`."""
    if _DONE.isdisjoint(said) and _KEEPS.isdisjoint(said):
        return False
    for at, word in enumerate(said):
        if word in _KEEPS and said[at + 1 : at + 4] in _IN_MIND:
            return True
        if word in _DONE and _is_asked(said, at):
            after = [each for each in said[at + 1 : at + 4] if each not in _TOWARDS]
            if after and after[0] in _MINE and _NOT_MINE.isdisjoint(after[1:]):
                return not (word.startswith("shar") and after[0] in US)
    return False


def _is_asked(said: Sequence[str], at: int) -> bool:
    """Whether the verb there is what the reader is asked to do, and not what the sender does."""
    before = said[max(0, at - _NEAR) : at]
    asked = next((near for near in range(len(before) - 1, -1, -1) if before[near] in _ASKS), None)
    if asked is None:
        return at == 0 and said[0] != "following"  # "following our call on Monday, …"
    if before[:asked][-1:] == ["you"] and before[asked] in _COULD:
        return before[: asked - 1][-1:] in (["if"], ["that"], ["hoping"])  # you can share my list
    return FIRST.isdisjoint(before[asked + 1 :])


def _asks_for_papers(said: Sequence[str]) -> bool:
    """`Please send me your CV`, `kindly share your rates`: what the sender can use."""
    if _PAPERS.isdisjoint(said):
        return False
    for at, word in enumerate(said[: len(said) - 1]):
        if word == "for" and not _ASKING.isdisjoint(said[max(0, at - 2) : at]):
            return said[at + 1] in YOU and not _PAPERS.isdisjoint(said[at + 2 : at + 7])
        if word in _HANDS and (at == 0 or not _ASKS.isdisjoint(said[max(0, at - 4) : at])):
            after = said[at + 1 : at + 7]
            return "your" in after[:3] and not _PAPERS.isdisjoint(after)
    return False


def _asks_for_intro(said: Sequence[str]) -> bool:
    """`Would you mind making an intro to her?`."""
    if _INTROS.isdisjoint(said):
        return False
    for at, word in enumerate(said):
        if word in _INTROS and not _MAKES.isdisjoint(said[max(0, at - 4) : at]):
            before = said[max(0, at - 9) : at]
            return FIRST.isdisjoint(before) and not _ASKS.isdisjoint(before)
    return False


def _promotes(said: Sequence[str]) -> bool:
    """`My client Rosa would be a great guest for your show`."""
    return not _KIN.isdisjoint(said) and any(
        word in OUR
        and after in _KIN
        and not _PROMOTED.isdisjoint(said[at + 2 : at + _FAR])
        and "for" in said[at + 2 :]
        for at, (word, after) in enumerate(pairwise(said))
    )


def _asks_them_to(said: Sequence[str]) -> bool:
    """`We're asking you to host a giveaway`, `I write to ask if you would sponsor us`."""
    if _ASKING.isdisjoint(said):
        return False
    for at, word in enumerate(said[: len(said) - 2]):
        if word not in _ASKING or FIRST.isdisjoint(said[max(0, at - 4) : at]):
            continue
        after = said[at + 1 : at + 4]
        if after[:2] == ["you", "to"]:
            return not (_GIVES_UP | _DONE).isdisjoint(after[2:3])
        if after[0] in ("if", "whether") and after[1] in YOU:
            return not _GIVES_UP.isdisjoint(said[at + 3 : at + 7])
        if after[:2] == ["that", "you"]:
            return True
    return False


def _values_them_for_oneself(said: Sequence[str]) -> bool:
    """`Your opinion matters to us`, `I look forward to your view on my book`."""
    for at, word in enumerate(said[: len(said) - 2]):
        if word in ("matters", "important") and said[at + 1 : at + 3] == ["to", "us"]:
            return True
        if word in _VIEWS and said[at + 1] in ("on", "of", "about") and said[at + 2] in OUR:
            return True
    return not FIRST.isdisjoint(said) and _values_what_they_give(said)


def _values_what_they_give(said: Sequence[str]) -> bool:
    """`Your insights on our app would be invaluable`, `we kindly ask for your expert review`."""
    if said[0] == "your":
        if not _TO_VALUE.isdisjoint(said[1:6]) and not MODALS.isdisjoint(said):
            return not _VALUED.isdisjoint(said[4:])
        return any(
            said[at : at + 3] == ["of", "interest", "to"] and said[at + 3] in ("me", "us", "my")
            for at in range(2, len(said) - 3)
        )
    return not _REVIEWS.isdisjoint(said) and any(
        word in ("ask", "asking")
        and said[at + 1 : at + 3] == ["for", "your"]
        and not _REVIEWS.isdisjoint(said[at + 3 : at + 6])
        for at, word in enumerate(said[:_LATE])
    )


def _connects_to_pitch(said: Sequence[str]) -> bool:
    """`I'd love to connect and talk about what we do`."""
    at = next((at for at, word in enumerate(said[:_NEAR]) if word == "connect"), None)
    if at is None or _TALKS.isdisjoint(said[at + 1 : at + 5]):
        return False
    return not _ABOUT_US.isdisjoint(said[at + 2 :])


def _invites_to_own(said: Sequence[str]) -> bool:
    """`We invite you to visit our new showroom`; not to a table where the reader has a seat."""
    return "invite" in said and any(
        said[at : at + 3] == ["invite", "you", "to"]
        and not _LOOKS.isdisjoint(said[at + 3 : at + 4])
        and not OUR.isdisjoint(said[at + 4 : at + 9])
        for at in range(min(len(said), _NEAR))
    )


def _explains_oneself(said: Sequence[str]) -> bool:
    """`So what we do is …`, `a short video that explains how we do it`."""
    start = 1 if said[:1] in (["so"], ["and"]) else 0
    if said[start : start + 3] in (["what", "we", "do"], ["what", "i", "do"]):
        return said[start + 3 : start + 4] in (["is"], ["here"], [PAUSE])
    return not _EXPLAINS.isdisjoint(said) and any(
        word in _EXPLAINS and said[at + 1] in ("how", "what") and said[at + 2] in _WE
        for at, word in enumerate(said[: len(said) - 2])
        if at > 1 and said[at - 1] in ("that", "which")
    )
