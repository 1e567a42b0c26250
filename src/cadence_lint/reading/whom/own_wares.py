"""Sentences in which the reader stands, and which are about what the sender has to offer.

"You could benefit from our platform", "I'd love to be your writer": whoever writes them speaks of
their own wares. What was seen of the reader first, and is no mere address, counts for the reader.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from cadence_lint.reading.text.plain import PAUSE
from cadence_lint.reading.text.word_set import word_set
from cadence_lint.reading.whom.people import (
    CAN_OR_WILL,
    FIRST,
    MODALS,
    OUR,
    PERSONS,
    PRODUCT,
    READERS,
    WE_WILL,
    YOU,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

_MAY = MODALS | word_set("you'd you'll")
_GAINS = word_set("benefit profit gain interested love enjoy appreciate results know")
_WARES = PRODUCT | word_set(
    "website site store shop offer offers offering offerings model program programme package"
    " packages agency range catalogue catalog coaching integration showroom brand"
)
_WE = word_set("we we're we've i i'm i've")
_I = _WE | {"i'd"}
_BELIEVES = word_set("think believe sure convinced certain confident feel")
_AVAILS = word_set("help benefit")
_DO = word_set("do offer provide sell make have")
_MAKES = word_set(
    "sell selling make making build building built launched launching offer offering run running"
    " created released opened made developed"
)
_SEES = word_set(
    "saw see noticed came come found find visited visiting stumbled read loved looked looking"
    " going checked browsed following followed"
)
_ADDRESSES = word_set(
    "profile website site blog page linkedin github work company store shop channel web online"
    " internet today recently across while surfing browsing through upon the a an on in to of at my"
    " for that have has was am been just over"
)
_SERVES = word_set(
    "means lets helps gives delivers enables allows saves guarantees ensures offers provides"
)
_COLLEAGUES = word_set("colleague colleagues friend boss manager partner wife husband")
_FITTING = word_set("right best perfect ideal")
_WISHES = word_set("love like want wanted hope hoping happy glad wondering")
_WANTS = word_set("wanted thought figured decided would want think")
_CONTACTS = word_set("contact point guide host")
_ON = word_set("about discuss explore")
_TALKS = word_set("talk speak connect meet chat meeting conversation share tell")
_DOING = word_set("doing building working making developing")
_HELPS = word_set("help support assist save")
_CALLS_IN = word_set("come stop drop swing pop")
_TURNS = _CALLS_IN | _FITTING | {"be"}
_IN = word_set("by in over round around")
_SHOWS = word_set("show tell introduce present demonstrate")
_NEAR = 5
_FAR = 12


def is_about_own_wares(said: Sequence[str]) -> bool:
    """Whether a sentence, no question, is about what the sender has, however often "you" is in it.

    `I believe your team would benefit from our app`, `we'd like to be your supplier`.
    """
    if FIRST.isdisjoint(said):
        return False
    return (
        _are_to_gain_by_ours(said)
        or _believes_in_own(said)
        or _turns_from_their_address(said)
        or _serve_them(said)
        or _wants_to_be_theirs(said)
        or _meets_about_ours(said)
    )


def _are_to_gain_by_ours(said: Sequence[str]) -> bool:
    """`You might be interested in what we do`; not what we found out about theirs."""
    if _GAINS.isdisjoint(said):
        return False
    for at, word in enumerate(said):
        if word not in _GAINS or _MAY.isdisjoint(said[max(0, at - _NEAR) : at]):
            continue
        who = next((each for each in reversed(said[:at]) if each in PERSONS), "")
        if who and who not in FIRST and _names_ours(said[at + 1 : at + _FAR]):
            return not _saw_something(said[:at])
    return False


def _believes_in_own(said: Sequence[str]) -> bool:
    """`I really think this could benefit Larkfield`, `I'm sure Oventide can help with your rotas`.

    What the reader's own would gain by is a thought about them.
    """
    if _AVAILS.isdisjoint(said):
        return False
    for at, word in enumerate(said[: len(said) - 2]):
        if word not in _BELIEVES or _I.isdisjoint(said[max(0, at - 3) : at]):
            continue
        near = said[at + 1 : at + _FAR]
        gain = next((place for place, each in enumerate(near) if each in _AVAILS), 0)
        if gain and not CAN_OR_WILL.isdisjoint(near[max(0, gain - 3) : gain]):
            return READERS.isdisjoint(near[:gain]) and not _saw_something(said[:at])
    return False


def _names_ours(after: Sequence[str]) -> bool:
    """Whether what stands there, up to a pause, is something the sender makes or sells."""
    after = after[: after.index(PAUSE)] if PAUSE in after else after
    for at, (word, then) in enumerate(pairwise(after)):
        if word in OUR and not _WARES.isdisjoint(after[at + 1 : at + 5]):
            return True
        if word in _WE and then in _DO and after[at - 1] == "what" and at:
            return True
        if word in _WE and at and not _MAKES.isdisjoint(after[at + 1 : at + 3]):
            return True
    return False


def _saw_something(said: Sequence[str]) -> bool:
    """Whether it says first what was seen of theirs, and more than that they have a website."""
    if _SEES.isdisjoint(said[:4]):
        return False
    ends = [at for at, word in enumerate(said) if word in (PAUSE, "and", "so")]
    seen = said[: ends[0]] if ends else said
    return not all(word in _ADDRESSES or word in _SEES or word in PERSONS for word in seen)


def _turns_from_their_address(said: Sequence[str]) -> bool:
    """`I came across your profile and wanted to tell you about our app`."""
    at = next((at for at, word in enumerate(said[:_FAR]) if word in ("and", "so")), 0)
    if not at or _SEES.isdisjoint(said[:4]) or _saw_something(said[:at]):
        return False
    rest = [word for word in said[at + 1 : at + 4] if word not in PERSONS]
    return not _WANTS.isdisjoint(rest[:1]) and _names_ours(said[at + 2 :])


def _serve_them(said: Sequence[str]) -> bool:
    """`Our new hall means you can park`, `my coaching delivers workouts for your schedule`."""
    return (
        said[0] in OUR
        and said[1:2] != []
        and said[1] not in _COLLEAGUES
        and not _SERVES.isdisjoint(said[2:8])
    )


def _wants_to_be_theirs(said: Sequence[str]) -> bool:
    """`I'd love to be your writer`, `we're the right crew for you`, `come by and show you`."""
    return not _TURNS.isdisjoint(said) and any(
        (word == "be" and then == "your" and _is_for_us_to_be(said, at))
        or (word == "the" and then in _FITTING and _says_who_fits(said, at))
        or (word in _CALLS_IN and then in _IN and _comes_to_show(said, at))
        for at, (word, then) in enumerate(pairwise(said))
        if at
    )


def _says_who_fits(said: Sequence[str], at: int) -> bool:
    is_ours = said[at - 1] in ("i'm", "we're") or said[at - 2 : at] in (["i", "am"], ["we", "are"])
    return is_ours and not YOU.isdisjoint(said[at + 3 : at + 6])


def _comes_to_show(said: Sequence[str], at: int) -> bool:
    is_wish = said[at - 1] == "to" and not FIRST.isdisjoint(said[:at])
    return is_wish and not _SHOWS.isdisjoint(said[at + 2 :])


def _is_for_us_to_be(said: Sequence[str], at: int) -> bool:
    """`We'd be …`, `I can also be …`, `I would love to be …`."""
    if not said[at + 2 : at + 3] or not _CONTACTS.isdisjoint(said[at + 2 : at + 4]):
        return False
    before = said[max(0, at - 4) : at]
    if before[-1] == "to":
        return not _WISHES.isdisjoint(before) and not FIRST.isdisjoint(said[:at])
    if before[-1] == "also":
        before = before[:-1]
    is_will = before[-1:] != [] and before[-1] in MODALS and not FIRST.isdisjoint(before[-2:])
    return is_will or not WE_WILL.isdisjoint(before[-1:])


def _meets_about_ours(said: Sequence[str]) -> bool:
    """`I'd love to connect about how we help mills`, `happy to tell you more about our range`."""
    if _ON.isdisjoint(said):
        return False
    for at, word in enumerate(said):
        if word not in _ON or (FIRST.isdisjoint(said[:at]) and said[0] not in _WISHES):
            continue
        is_talk = word != "about" or not _TALKS.isdisjoint(said[max(0, at - _NEAR) : at])
        if is_talk and not _WISHES.isdisjoint(said[:at]) and _is_of_ours(said[at + 1 : at + _FAR]):
            return not _saw_something(said[:at])
    return False


def _is_of_ours(after: Sequence[str]) -> bool:
    """Whether it starts with what the sender makes, or with how they help."""
    if after[:1] and after[0] in OUR:
        return not _WARES.isdisjoint(after[1:5])
    is_how = after[:1] in (["how"], ["what"]) and after[1:2] != [] and after[1] in _WE
    return is_how and not (_HELPS | _DO | _DOING).isdisjoint(after[2:4])
