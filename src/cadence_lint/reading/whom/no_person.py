"""What a sentence is about that starts with neither the reader nor the sender.

"Saw that you opened a second site", "Larkfield is a leading provider of …", "the service will …".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadence_lint.reading.text.plain import PAUSE, READER, SENDER
from cadence_lint.reading.text.word_set import word_set
from cadence_lint.reading.whom.first_person import OBSERVES, is_about_reader
from cadence_lint.reading.whom.people import CONGRATULATES, FIRST, PRODUCT, US, mentions_reader

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cadence_lint.reading.whom.about import About

_SELF_DESCRIPTIONS = word_set(
    "provider platform company startup start-up agency firm solution tool software vendor"
    " leader app consultancy marketplace maker supplier specialist suite"
)
_SELF_VERBS = word_set(
    "helps provides offers specializes specialises delivers enables powers automates builds"
)
_OFFERINGS = word_set(
    "service platform product solution software app tool role position opportunity program"
    " programme company client job technology"
)
_OFFERS_VERBS = word_set(
    "is will has offers helps provides includes uses allows lets comes combines enables delivers"
    " works requires pays gives makes integrates automates"
)
_MANY = word_set("over more many most hundreds thousands dozens countless")
_USE = word_set("use uses used using trust trusts love loves choose chose recommend")
_TENS = 2
_BEEN = ["has", "been"]
_ARTICLES = word_set("the a an your their his her every each one demand")
_FIRMS = word_set("business manufacturer family-run family-owned independent trusted name partner")
_ROLES = word_set(
    "coordinator organiser organizer founder director manager head owner editor secretary president"
    " recruiter consultant chair"
)
_LIKEWISE = word_set("too also same likewise")
_WE_ARE = word_set("we're we i'm i")
_NO_NAMES = word_set("it this that there here what which who one he she") | {READER}


def about_no_person(said: Sequence[str]) -> About:
    """A sentence that starts with neither of them: `Saw that you …`, `Larkfield is a leading …`."""
    if not said:
        return "neither"
    if said[0] == "ours" and not _LIKEWISE.isdisjoint(said[1:4]):
        return "both"  # ours did too, until we moved the intake
    if said[0] == "fellow" or said[:2] in (["a", "fellow"], ["as", "fellow"]):
        return "both"  # fellow members of the branch
    if said[0] in OBSERVES or said[0] in CONGRATULATES:
        return "reader" if is_about_reader(said[1:]) else "neither"
    if (
        _describes_itself(said)
        or said[0] == "ours"
        or (said[1:2] == ["me"] and "introduce" in said)
    ):
        return "sender"
    mentions = mentions_reader(said)
    if not mentions and (SENDER in said or _is_on_offer(said) or _is_the_senders(said)):
        return "sender"
    if not mentions and (
        _describes_itself_later(said) or _is_used_by_many(said) or _helps_us(said)
    ):
        return "sender"
    speaks_of_product = any(
        word == "our"
        and said[at + 1 : at + 2]
        and said[at + 1] in PRODUCT
        and said[at - 1] != "without"
        for at, word in enumerate(said)
    )
    if mentions:
        return "both" if speaks_of_product else "reader"
    return "sender" if speaks_of_product else "neither"


def _describes_itself_later(said: Sequence[str]) -> bool:
    """`Larkfield is the other side of that, we're the platform that …`."""
    return any(
        said[at] in _WE_ARE and not _SELF_DESCRIPTIONS.isdisjoint(said[at + 1 : at + 5])
        for at in range(1, len(said) - 1)
        if said[at - 1] == PAUSE
    )


def _helps_us(said: Sequence[str]) -> bool:
    """`That would really help me out`: good for the sender."""
    at = next((at for at, word in enumerate(said[:6]) if word in ("help", "helps")), None)
    return at is not None and said[0] in _NO_NAMES and not US.isdisjoint(said[at + 1 : at + 2])


def _is_used_by_many(said: Sequence[str]) -> bool:
    """`2,000 restaurants use it`, `hundreds of schools trust us`."""
    is_many = said[0] in _MANY or (said[0][0].isdecimal() and len(said[0].strip("+")) > _TENS)
    return is_many and any(
        said[at] in _USE and said[at + 1] in ("it", "us") for at in range(1, len(said) - 1)
    )


def _is_the_senders(said: Sequence[str]) -> bool:
    """`The company that I'm most excited about is …`."""
    return said[0] == "the" and any(
        word == "that" and said[at + 1] in FIRST
        for at, word in enumerate(said[1:5], 1)
        if at + 1 < len(said)
    )


def _is_on_offer(said: Sequence[str]) -> bool:
    """`The service will be …`, `this role comes with …`: what is sold is the sender's."""
    if said[0] not in ("the", "this") or len(said) < 4:
        return False
    return any(
        said[at] in _OFFERINGS and said[at + 1] in _OFFERS_VERBS
        for at in range(1, min(4, len(said) - 1))
    )


def _has_long_been(said: Sequence[str]) -> bool:
    """`Larkfield Linen has been a family business since …`, `… has been cleaning for 20 years`."""
    at = next((at for at in range(1, min(6, len(said) - 2)) if said[at : at + 2] == _BEEN), None)
    if at is None or said[0] in _NO_NAMES or said[0] in _ARTICLES or mentions_reader(said):
        return False
    what = said[at + 2 : at + 8]
    is_long = not {"since", "years", "decades", "decade"}.isdisjoint(said[at + 3 :])
    is_firm = not (_SELF_DESCRIPTIONS | _FIRMS).isdisjoint(what)
    return is_long and (is_firm or what[0].endswith("ing"))


def _introduces_by_role(said: Sequence[str]) -> bool:
    """`This is Ana, the coordinator of the Hull congress`."""
    if said[:2] != ["this", "is"] or PAUSE not in said[3:6] or mentions_reader(said):
        return False
    after = said.index(PAUSE) + 1
    return not _ROLES.isdisjoint(said[after : after + 4])


def _describes_itself(said: Sequence[str]) -> bool:
    """`Larkfield is a leading provider of …`, `Larkfield helps …`, `this is Mo from Larkfield`."""
    if said[1:2] and said[1] in _SELF_VERBS and said[0] not in _NO_NAMES:
        return not mentions_reader(said)
    if said[0] in ("this", "it's") and "from" in said[1:6]:
        is_introduction = said[0] == "it's" or said[1:2] == ["is"]
        return is_introduction and not mentions_reader(said)
    if _has_long_been(said) or _introduces_by_role(said):
        return True
    for at, word in enumerate(said[1:5], 1):
        if word == "is" and said[at + 1 : at + 2] and said[at + 1] in ("a", "an", "the"):
            return said[0] not in _NO_NAMES and not _SELF_DESCRIPTIONS.isdisjoint(
                said[at + 2 : at + 9]
            )
    return False
