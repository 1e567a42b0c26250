"""Whom a sentence is about: the reader, the sender, both, or neither.

Judged by its subject and what it says of it, not by counting pronouns. "I noticed that you opened
a second site" is about the reader, "we help teams like yours" about the sender, "thank you for
your time" about neither. What serves the reader (an offer, a way out) and what the two share is
about both; a question is about the one who asks only where it asks a favour.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from cadence_lint.reading.text.plain import PAUSE, READER, SENDER
from cadence_lint.reading.text.word_set import word_set
from cadence_lint.reading.whom.favours import serves_the_sender
from cadence_lint.reading.whom.first_person import SHARED, about_sender, is_shared
from cadence_lint.reading.whom.no_person import about_no_person
from cadence_lint.reading.whom.own_wares import is_about_own_wares
from cadence_lint.reading.whom.people import (
    FIRST,
    MODALS,
    OUR,
    PRODUCT,
    REPROACHES,
    US,
    WE,
    YOU,
    is_wanted,
    mentions_reader,
    speaks_of_sender,
    without_afterword,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

About = Literal["reader", "sender", "both", "neither"]

_SUBJECTS = FIRST | YOU | {READER, SENDER, "let's"}
_SPANS_OF_TIME = word_set("last this today recently")
_SPANS = word_set("week month quarter year morning spring summer autumn fall winter")
_CONNECTIVES = word_set("and but so also then first just")
_LEADS = word_set(
    "at as with in over for from since after during through throughout by on based given"
    " because while when if before today recently currently now once unlike to of under"
    " founded backed trusted established headquartered following"
)
_SAYS = word_set("ask say know mention write call wonder asked rang wrote called")
_BECAUSE = word_set("because since as")
_REACHES = word_set(
    "i'm i've i'd am been was wanted want wanting thought to reach reaching out get getting in"
    " touch write writing call calling ring ringing email emailing message messaging drop dropping"
    " a line note quick contact contacting you direct directly today again just this reason"
)
_CLAUSE_LEADS = word_set("as because while when if before after since given based unlike with")
_OF_US = US | OUR
_WITH_US = word_set("us our")
_CALLING = word_set("ringing calling writing emailing messaging texting call note line")
_TALKING = word_set("talk talking talked speak speaking spoke spoken chat chatted")
_MANY_OF_THEM = word_set("they them all both")
_TELLING = word_set("tell telling told say saying said complain complaining mention mentioning")
_SPEAKING = _CALLING | {"here"}
_SAYING = word_set("say tell let announce inform")
_PLACES_OF_US = (("find", "us"), ("visit", "us"), ("see", "us"), ("reach", "us"))
_ENCLOSED = word_set("enclosed attached")
_SELVES = word_set("myself ourselves")
_WOULD = word_set("love like appreciate value")
_AGREED = word_set("asked requested agreed discussed")
_DENIALS = word_set("not no isn't nothing never")
_NEEDS_NOT = word_set("don't do needn't won't")
_TO_DO = word_set("reply answer anything respond")
_HOPES = word_set("hope hoping trust")
_WELL = word_set("well safe healthy fine great good")
_KIND = word_set("kind good gentle easy merciful generous")
_SHORT_WISH = 16
_NEEDS = word_set("need needs requirement requirements interest")
_YEARS = word_set("years decades")
_THANKS = (("thank", "you"), ("many", "thanks"), ("thanks", "for"))
_EARLIEST = 3
_ROLES = word_set(
    "role position title background experience expertise leadership profile responsibilities"
    " interest work seniority track"
)
_LONGEST_LABEL = 14
_NICE = word_set("it it'd it'll that that'd")
_CHASES = word_set("circling checking following bumping reaching touching floating popping looping")
_APPEARS = word_set("looks seems appears")
_CAPACITIES = (["as", "a"], ["as", "an"], ["as", "the"])
"""`As a planner I saw …` is no clause that comes before another."""
_ACQUAINTED = word_set("met spoken talked know crossed")
_NEAR = 9
_LONGEST_REASON = 14
_LONGEST = 200


def about(said: Sequence[str], *, is_question: bool = False) -> About:
    """Whom a sentence of plain words is about; of a very long one, its start decides."""
    said = _main_clause(said[:_LONGEST])
    if serves_the_sender(said, is_question=is_question):
        return "sender"
    if is_question:
        return "reader" if mentions_reader(said) else "neither"
    if said and is_about_own_wares(said):
        return "sender"
    if (reason := _after_reason(said)) is not None:
        return about(said[reason:])
    if said[:1] and said[0] in _CHASES and said[1:2] != ["our"]:
        return _about_chase(said)
    return _about_turn(said) or _about_subject(said)


def _about_chase(said: Sequence[str]) -> About:
    """`Following up on the plans`, `floating this up once, then I'll stop`: the contact itself."""
    whom = about(["i'm", *said])
    if whom != "sender":
        return whom
    clause = said[: said.index(PAUSE)] if PAUSE in said else said
    rest = said[len(clause) + 1 :]
    if speaks_of_sender(clause) or (speaks_of_sender(rest) and about(rest) == "sender"):
        return "sender"
    return "neither"


def _about_turn(said: Sequence[str]) -> About | None:
    """Whom a turn of phrase is about that has little to do with its subject; None for others."""
    if said[:1] == ["as"] and not _AGREED.isdisjoint(said[1:2]):
        return "both"  # "as asked: we can do the hall in three nights"
    if _retells_of_many(said):
        return "neither"
    if _leaves_a_way_out(said) or _wishes_well(said) or _asks_nothing(said) or _gives_thanks(said):
        return "neither"
    if _hopes_for_favour(said):
        return "sender" if speaks_of_sender(said) or "me" in said else "neither"
    is_of_ours = (
        _says_their_blank_is_ours(said)
        or _is_by_our_help(said)
        or _turns_from_their_role(said)
        or _introduces_oneself(said)
        or _encloses_papers(said)
        or _is_with_our_product(said)
        or _calls_about_ours(said)
    )
    return "sender" if is_of_ours else None


def _about_subject(said: Sequence[str]) -> About:
    """Whom the subject of a sentence, and what it says of it, are about."""
    at = _subject(said)
    if at is None:
        return about_no_person(said)
    subject, rest = said[at], said[at + 1 :]
    if subject in YOU or subject == READER:
        return _about_you(said, at)
    if subject == SENDER:
        return "sender"
    if subject == "let's" or is_shared(said, at):
        return "both"
    whom = about_sender(subject, rest)
    is_condition = said[0] == "if" and at > 0 and PRODUCT.isdisjoint(rest) and "love" not in rest
    return "neither" if is_condition and whom == "sender" else whom


def _main_clause(said: Sequence[str]) -> Sequence[str]:
    """The clause that counts, with the subject that `would love to hear it` leaves out."""
    said = _without_call_by_name(without_afterword(said))
    said = _without_lead(_without_pleasantry(said))
    leaves_out = said[:1] == ["would"] and said[1:2] and said[1] in _WOULD
    return ["i", *said] if leaves_out else said


def _leaves_a_way_out(said: Sequence[str]) -> bool:
    """`If that's not interesting, I'd rather know`."""
    is_denied = said[:1] == ["if"] and not _DENIALS.isdisjoint(said[1:6])
    return is_denied and YOU.isdisjoint(said[1:3])


def _wishes_well(said: Sequence[str]) -> bool:
    """`Hope you and your family are keeping safe`."""
    is_wish = not _HOPES.isdisjoint(said[:2]) and len(said) <= _SHORT_WISH
    if (
        is_wish
        and not speaks_of_sender(said[2:])
        and any(
            word in _KIND and said[at + 1 : at + 3] == ["to", "you"] for at, word in enumerate(said)
        )
    ):
        return True  # I hope the harvest was kind to you and the crew
    return is_wish and not _WELL.isdisjoint(said) and not YOU.isdisjoint(said[1:4])


def _asks_nothing(said: Sequence[str]) -> bool:
    """`If you don't have any requirement now, kindly keep our details`."""
    return (
        said[:2] == ["if", "you"]
        and not _NEEDS_NOT.isdisjoint(said[2:3])
        and not _NEEDS.isdisjoint(said[3:7])
    )


def _says_their_blank_is_ours(said: Sequence[str]) -> bool:
    """`We are [Company], a leading agency`, `For over 20 years, [Charity] has been feeding`.

    The blank is for the sender's own name.
    """
    if said[:1] == ["for"] and not _YEARS.isdisjoint(said[1:5]) and PAUSE in said[2:6]:
        main = said.index(PAUSE) + 1
        return said[main : main + 2] == [READER, "has"]
    at = 2 if said[:2] == ["we", "are"] else 1 if said[:1] == ["we're"] else 0
    return at > 0 and said[at : at + 2] in ([READER], [READER, PAUSE], [READER, "and"])


def _is_by_our_help(said: Sequence[str]) -> bool:
    """`By partnering with us you can save half`."""
    is_means = said[:1] == ["by"] and said[1:2] != [] and said[1].endswith("ing")
    return is_means and not _WITH_US.isdisjoint(said[2:5])


def _introduces_oneself(said: Sequence[str]) -> bool:
    """`Allow me to introduce myself`."""
    return "introduce" in said and not _SELVES.isdisjoint(said)


def _encloses_papers(said: Sequence[str]) -> bool:
    """`Enclosed you find our list of works`."""
    is_paper = not _ENCLOSED.isdisjoint(said[:3]) or said[:2] == ["please", "find"]
    return is_paper and not OUR.isdisjoint(said[:8])


def _is_with_our_product(said: Sequence[str]) -> bool:
    """`With our widget you collect three times as many`; not `with our call in mind`."""
    is_with = said[:2] in (["with", "our"], ["using", "our"])
    return is_with and said[2:3] != [] and said[2] not in SHARED


def _retells_of_many(said: Sequence[str]) -> bool:
    """`I speak to many bakers, and most of them tell me that …`: what their like go through."""
    talks = said[:1] in (["i"], ["we"]) and not _TALKING.isdisjoint(said[1:3])
    if not talks or _MANY_OF_THEM.isdisjoint(said):
        return False
    after = said[min(said.index(word) for word in _MANY_OF_THEM.intersection(said)) + 1 :]
    return not _TELLING.isdisjoint(after[:3]) and OUR.isdisjoint(after)


def _calls_about_ours(said: Sequence[str]) -> bool:
    """`I'm calling about our new lamps`, `I'm here to talk about our rates`; not `our meeting`."""
    if said[:1] != ["i'm"] or _SPEAKING.isdisjoint(said[1:3]) or "about" not in said[2:8]:
        return False
    ours = said[said.index("about") + 1 :][:2]
    return not OUR.isdisjoint(ours[:1]) and SHARED.isdisjoint(ours[1:])


def _gives_thanks(said: Sequence[str]) -> bool:
    """`On behalf of the team at Larkfield, thank you for …`."""
    return said[:2] == ["on", "behalf"] and any(
        pair in _THANKS and said[at - 1] == PAUSE
        for at, pair in enumerate(pairwise(said))
        if at > _EARLIEST
    )


def _turns_from_their_role(said: Sequence[str]) -> bool:
    """`Given your role as CFO, I'd love to show you our platform`: a label, and the sender."""
    if said[:1] not in (["given"], ["based"]) or PAUSE not in said[:_LONGEST_LABEL]:
        return False
    main = said.index(PAUSE) + 1
    if "your" not in said[1:3] or _ROLES.isdisjoint(said[:main]) or main >= len(said):
        return False
    rest = said[main:]
    return rest[0] in FIRST and (about(rest) == "sender" or not PRODUCT.isdisjoint(rest))


def _hopes_for_favour(said: Sequence[str]) -> bool:
    """`It would be great if you could cover us`."""
    if not said or said[0] not in _NICE:
        return False
    return any(
        said[at : at + 2] == ["if", "you"] and not MODALS.isdisjoint(said[at + 2 : at + 3])
        for at in range(2, min(len(said) - 2, 8))
    )


def _without_call_by_name(said: Sequence[str]) -> Sequence[str]:
    """Past a name or a connective before a comma: `Ada, I saw`, `recently, we`."""
    for at, word in enumerate(said[:3]):
        if word == PAUSE:
            return said[at + 1 :]
        if (word in _SUBJECTS and word != READER) or word in _LEADS:
            break
    return said


def _without_pleasantry(said: Sequence[str]) -> Sequence[str]:
    """Past a wish that more follows on: `I hope you're well, and I wanted to …`."""
    if not _HOPES.isdisjoint(said[:2]):
        for at, word in enumerate(said):
            if word in ("and", "but", PAUSE) and said[at + 1 : at + 2] and said[at + 1] in FIRST:
                return said[at + 1 :]
    return said


def _without_lead(said: Sequence[str]) -> Sequence[str]:
    """Past what comes before the clause that counts: `in my experience, …`, `thought I'd …`."""
    if said[:1] == ["it"] and said[1:2] and said[1] in _APPEARS and said[3:4] and said[3] in WE:
        return said[3:]  # "it seems that we both read law in Kiel"
    thinks = 1 if said[:1] == ["i"] else 0
    if said[thinks : thinks + 1] in (["thought"], ["figured"]):
        rest = said[thinks + 1 :]
        return rest if rest and rest[0] in FIRST else said
    if said[:1] == ["whether"]:
        return _after_either(said)
    if (start := _after_call(said)) is not None:
        return said[start:]
    if (start := _after_denial(said)) is not None:
        return said[start:]
    main = next((at for at, word in enumerate(said) if word == PAUSE), 0)
    if not main or not _is_lead(said):
        return said
    first = next((at for at, word in enumerate(said) if word in _SUBJECTS), main)
    is_aside = (
        (said[0] in _CLAUSE_LEADS and said[:2] not in _CAPACITIES)
        or said[first] in OUR
        or said[main + 1 : main + 2] in (["you"], ["your"], ["you've"], ["you're"])
    )  # "on 2 May we moved, …" is none
    is_mine = first < main and is_aside and said[first] in FIRST and not is_shared(said, first)
    # "Last week I asked …, today …" is one thought; "before I forget, …" is no part of it.
    return said[main + 1 :] if is_mine and said[0] not in _SPANS_OF_TIME else said


def _after_reason(said: Sequence[str]) -> int | None:
    """Past `I ask because …`, `I wanted to reach out, since …`: why somebody writes counts."""
    if not said or said[0] not in FIRST or said[0] in OUR:
        return None
    at = next((at for at, word in enumerate(said[:_LONGEST_REASON]) if word in _BECAUSE), 0)
    to_reach = [word for word in said[1:at] if word != PAUSE]
    says = to_reach[:1] and to_reach[0] in _SAYS and len(to_reach) == 1
    return at + 1 if at and said[at + 1 :] and (says or _REACHES.issuperset(to_reach)) else None


def _after_denial(said: Sequence[str]) -> int | None:
    """Past `we've never met, but …`."""
    if FIRST.isdisjoint(said[:1]) and YOU.isdisjoint(said[:1]):
        return None
    for at, word in enumerate(said[:_NEAR]):
        if word == "but" and not _ACQUAINTED.isdisjoint(said[:at]):
            return at + 1 if said[at + 1 :] else None
    return None


def _after_either(said: Sequence[str]) -> Sequence[str]:
    """Past `whether you run one shop or fifty`: all are meant by it, and nobody is."""
    return next(
        (
            said[at + 1 :]
            for at, word in enumerate(said[:-1])
            if word == PAUSE and said[at + 1] in _SUBJECTS
        ),
        said,
    )


def _after_call(said: Sequence[str]) -> int | None:
    """Where it starts after `just ringing round to say (that)`, with what the sender has or did."""
    at = next((at for at in range(2, min(7, len(said))) if said[at] in _SAYING), None)
    if at is None or _CALLING.isdisjoint(said[:4]) or said[at - 1] != "to":
        return None
    start = next((near for near in range(at + 1, min(at + 4, len(said))) if said[near] in FIRST), 0)
    return start or None


def _subject(said: Sequence[str]) -> int | None:
    """Where the word is that the sentence is about; None when no person is."""
    if not said:
        return None
    first = 1 if said[0] in _CONNECTIVES and len(said) > 1 else 0
    if said[first] in _SUBJECTS:
        return first
    if said[0] == "the" and said[1:2] == [SENDER]:
        return 1
    if not _is_lead(said):
        return None
    return next((at for at, word in enumerate(said) if word in _SUBJECTS), None)


def _is_lead(said: Sequence[str]) -> bool:
    """Whether a sentence starts with something that comes before its subject."""
    second = said[1] if len(said) > 1 else ""
    is_span = said[0] in ("this", "last") and second in _SPANS
    is_now = (said[0], second) in (("here", "at"), ("right", "now"))
    return said[0] in _LEADS or is_span or is_now


def _is_of_the_contact(after: Sequence[str]) -> bool:
    """Whether `you` is only one who is silent, is wanted, or need not answer."""
    if not after:
        return False
    needs_nothing = after[0] in _NEEDS_NOT and not _TO_DO.isdisjoint(after)
    return needs_nothing or after[0] in REPROACHES or is_wanted(after[:5])


def _about_you(said: Sequence[str], at: int) -> About:
    if said[0] == "if":
        # "If you have half an hour, I'd love to show you our platform"
        main = next((place for place, word in enumerate(said) if word == PAUSE), None)
        rest = said[main + 1 :] if main is not None else []
        if rest and rest[0] != "if" and about(rest) == "sender":
            return "both"
    after = said[at + 1 : at + 6]
    if any(pair in _PLACES_OF_US for pair in pairwise(after)):
        return "sender"  # "you'll find us above the bank"
    if said[at] not in (READER, "your") and _is_of_the_contact(said[at + 1 : at + 8]):
        return "neither"
    if not _OF_US.isdisjoint(after) and "can" in after:
        return "neither"  # you can reach me, you can see our references
    return "reader"
