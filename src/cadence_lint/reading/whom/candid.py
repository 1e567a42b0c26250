"""What whoever writes says of themselves and boasts of nothing by.

They lived through something ("I paid £11 there yesterday"), asked around ("we asked 400 shoppers"),
think ("I'd imagine that the first month is the one"), have the same at home ("we've got that
too"), own up to what they sell ("but you don't need one for this"), or do a small thing for the
reader ("I can switch it before then"). That is about the matter, or about both, not about the
sender.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from cadence_lint.reading.text.plain import PAUSE
from cadence_lint.reading.text.word_set import word_set
from cadence_lint.reading.whom.people import (
    CAN_OR_WILL,
    FIRST,
    PRODUCT,
    SERVES,
    WE_DID,
    WE_WILL,
    YOU,
    mentions_reader,
    speaks_of_sender,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cadence_lint.reading.whom.about import About

_I = word_set("i i've i'd i'm i'll")
_ADVERBS = word_set(
    "also even just nearly almost once only now already actually recently still both"
)
_LIVED = word_set(
    "played paid ate drank drove rode sat stood stayed slept queued waited parked rang phoned asked"
    " shopped borrowed rented booked cycled swam sailed climbed flew travelled traveled dropped"
    " signed downloaded scanned printed weighed timed photographed opened clicked searched googled"
    " checked compared listened gave missed told fixed lost broke watched like enjoyed tasted"
    " cooked"
)
"""What a person did among the things of the reader's world, and sells nothing by."""
_SURVEYS = word_set(
    "asked surveyed counted measured looked analysed analyzed interviewed polled tested timed"
    " compared tracked checked added went reviewed studied mapped"
)
_THINKS = word_set(
    "think guess guessing imagine suppose reckon expect suspect bet wager know say realise realize"
    " understand gather appreciate"
)
_WHICH = word_set("who which where when how")
_PROMISES = SERVES - word_set(
    "get gets getting take takes make makes making want need request ask asking hear cut grow add"
    " adds pitch send let lets handle reduce increase give"
)
"""What a thought that serves nobody does not say; letters get lost, and a count takes an hour."""
_ADVISES = word_set(
    "suggest recommend advise propose take do go start begin leave keep put try move check change"
    " turn drop test pick choose buy wait use replace swap order skip lay begin stay stop measure"
    " ask look see write count pull hold"
)
_SOLD = (
    word_set("call chat meeting demo minutes time talk coffee visit conversation forward") | PRODUCT
)
_DISCLAIMS = frozenset(
    tuple(each.split())
    for each in (
        "isn't a pitch", "not a pitch", "a neutral party", "no part in", "no stake in",
        "an interest in", "have an interest", "so i've an", "that in mind", "nothing to sell",
        "no interest in", "but you can", "but you don't", "but you needn't", "but you may",
        "you don't need", "sell you fewer", "sell you less", "so i can't", "so take this",
        "but i can't", "i'm full until",
    )
)  # fmt: skip
"""Where an interest is owned up to, or the reader is told that they can do without."""
_DO_NOT = word_set("don't can't cannot won't wouldn't didn't couldn't")
_TRADES = word_set("do sell make take fit stock repair spend renew buy pay use order tell go start")
_AFTER = word_set("after selling asking trying pitching here chasing fishing looking")
_NOW = word_set("currently actively really now presently")
_SEEKS = word_set("looking seeking searching hiring recruiting interested")
_BOASTS = word_set("just only simply believe settle compromise")
_LIKES = word_set("love like appreciate welcome hate prefer make do")
_THEM = word_set("it them that both these those yours either one")
_COMES = word_set("write ring call be try wait stop stay come bring lend pop drop")
_CLOSES = word_set("for until since once last in at on and but when") | {PAUSE}
_SAME = {("the", "same"), ("that", "too"), ("it", "too"), ("one", "too")}
_HAVE = word_set("had have got saw see know counted count do did doing about face faced had")
_ASKED = word_set("asked rang phoned called")
_SAID = word_set("said says say told tells answered")
_FAR = 14
_APPLIES = word_set("applying apply applied application")
_POSTS = word_set("role post job position vacancy opening internship traineeship")
_NEAR = 6


def about_candid(subject: str, rest: Sequence[str]) -> About | None:
    """Whom such a sentence is about; None where it is none of these."""
    said = list(rest)
    while said and said[0] in _ADVERBS:
        said = said[1:]
    if not said:
        return None
    if _does_it_for_them(subject, said):
        return "both"
    if _has_the_same(subject, said) or _did_it_too(subject, said):
        return "both"
    if applies_for_post(said):
        return "both"
    if _reports(said) or _is_survey(said) or _disclaims(subject, said):
        return "neither"
    if _advises(subject, said):
        return "both" if mentions_reader(said) else "neither"
    if subject in _I and (
        _lived_through(said) or _thinks(said) or _only_comes(subject, said) or _is_curious(said)
    ):
        return "neither"
    return None


def _is_curious(said: Sequence[str]) -> bool:
    """`(I'm) curious who decides which dock fills first`."""
    asks = said[0] == "curious" and not _WHICH.isdisjoint(said[1:2])
    return asks and not speaks_of_sender(said) and PRODUCT.isdisjoint(said)


def _does_it_for_them(subject: str, said: Sequence[str]) -> bool:
    """`I can switch it before the invoice goes out`, `I'll convert both tonight`."""
    if subject == "i" and said[0] in CAN_OR_WILL:
        said = said[1:]
    elif subject not in WE_WILL:
        return False
    is_done = not said[:1] or said[0] not in _LIKES
    return is_done and not _THEM.isdisjoint(said[1:3]) and not said[0].startswith("be")


def _only_comes(subject: str, said: Sequence[str]) -> bool:
    """`I'll write when they answer me`, `I could stay until six`."""
    if subject == "i" and said[0] in CAN_OR_WILL:
        said = said[1:]
    elif subject != "i'll":
        return False
    said = [word for word in said[:2] if word not in _ADVERBS]
    return not _COMES.isdisjoint(said[:1])


def _has_the_same(subject: str, said: Sequence[str]) -> bool:
    """`We had that too`, `we're about to do the same with 4,000 lines of paint`."""
    if "same" in said[:_NEAR] and not YOU.isdisjoint(said) and SERVES.isdisjoint(said):
        return ("same", "for") not in pairwise(said)  # the same rig that you showed
    has = not _HAVE.isdisjoint(said[:3]) or subject in ("we've", "i've")
    if not has or not SERVES.isdisjoint(said) or ("same", "for") in pairwise(said):
        return False
    return any(pair in _SAME for pair in pairwise(said)) or "ours" in said[:3]


def _did_it_too(subject: str, said: Sequence[str]) -> bool:
    """`I taught it like that too for years`."""
    at = next((at for at in range(2, min(len(said), _NEAR)) if said[at] == "too"), None)
    if subject not in _I or at is None or not _CLOSES.issuperset(said[at + 1 : at + 2]):
        return False
    return PRODUCT.isdisjoint(said) and SERVES.isdisjoint(said[:at])


def applies_for_post(said: Sequence[str]) -> bool:
    """Whether one person answers an advertisement: `I'm applying for the backend role`."""
    return not _APPLIES.isdisjoint(said[:4]) and not _POSTS.isdisjoint(said[2:])


def _reports(said: Sequence[str]) -> bool:
    """`I asked two of our drivers, and both said the same`: what others have to say."""
    is_asked = said[0] in _ASKED and PRODUCT.isdisjoint(said)
    return is_asked and not _SAID.isdisjoint(said[3:_FAR])


def _is_survey(said: Sequence[str]) -> bool:
    """`We asked 400 shoppers`, `we repair both, so we counted: 1,900 chargers`: a source."""
    for at, word in enumerate(said):
        if word in _SURVEYS and (at == 0 or said[at - 1] in WE_DID):
            near = said[at + 1 : at + _NEAR]
            count = next((place for place, each in enumerate(near) if each[0].isdecimal()), -1)
            if count >= 0 and FIRST.isdisjoint(near[:count]):
                return True
    return False


def _disclaims(subject: str, said: Sequence[str]) -> bool:
    """`I sell the needles, but you don't need new ones`, `we don't do the test, a lab does`."""
    if said[0] in _DO_NOT or (said[0] in CAN_OR_WILL and said[1:2] == ["not"]):
        is_trade = not _TRADES.isdisjoint(said[1:4]) and _BOASTS.isdisjoint(said[1:4])
        return is_trade and (subject in _I or PAUSE in said)
    if said[0] == "not" and not _AFTER.isdisjoint(said[1:2]):
        return True  # I'm not after it
    if "not" in said and _declines(said):
        return True
    text = [subject, *said]
    return any(tuple(text[at : at + 3]) in _DISCLAIMS for at in range(len(text) - 2))


def _declines(said: Sequence[str]) -> bool:
    """`(I) signed in May and am not currently looking to move`: an answer, and no pitch."""
    at = said.index("not")
    after = [word for word in said[at + 1 : at + 4] if word not in _NOW]
    return not _SEEKS.isdisjoint(after[:1]) and FIRST.isdisjoint(said[at:])


def _lived_through(said: Sequence[str]) -> bool:
    """`I paid £11 yesterday and didn't mind`: nothing of theirs is sold by it."""
    clause = said[: said.index(PAUSE)] if PAUSE in said else said
    return said[0] in _LIVED and SERVES.isdisjoint(clause[1:]) and not speaks_of_sender(clause)


def _thinks(said: Sequence[str]) -> bool:
    """`I'd imagine the first month is the one where …`: what is thought is not about them."""
    if said[:2] == ["take", "it"]:
        return True
    if _THINKS.isdisjoint(said[:2]):
        return False
    clause = said[: said.index(PAUSE)] if PAUSE in said else said
    return not speaks_of_sender(clause) and _PROMISES.isdisjoint(clause)


def _advises(subject: str, said: Sequence[str]) -> bool:
    """`I'd take the smaller one`: what one would do in their place."""
    if subject == "i" and said[:1] == ["would"]:
        said = [word for word in said[1:4] if word not in _ADVERBS] + list(said[4:])
    elif subject != "i'd":
        return False
    return (
        bool(said) and said[0] in _ADVISES and _SOLD.isdisjoint(said) and not speaks_of_sender(said)
    )
