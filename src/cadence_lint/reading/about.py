"""Whom a sentence is about: the reader, the sender, both, or neither.

Judged by its subject and what it says of it, not by counting pronouns. "I noticed that you opened
a second site" is about the reader, "we help teams like yours" about the sender, "thank you for
your time" about neither. What serves the reader (an offer, a way out) and what the two share is
about both; a question is never about the one who asks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from cadence_lint.reading.people import (
    FIRST,
    REPROACHES,
    SERVES,
    WE,
    YOU,
    credits_reader,
    is_wanted,
    mentions_reader,
    speaks_of_sender,
)
from cadence_lint.reading.plain import HIDDEN, PAUSE, READER, SENDER

if TYPE_CHECKING:
    from collections.abc import Sequence

About = Literal["reader", "sender", "both", "neither"]


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_SUBJECTS = FIRST | YOU | {READER, SENDER, "let's"}
_CONTACTS = _set("email emails message messages note notes voicemail voicemails call calls invite")

_OBSERVES = _set(
    "noticed notice noticing saw see seeing seen read reading heard hear hearing watched"
    " watching listened listening spotted came looked looking reviewed reviewing found learned"
    " learnt following followed visited visiting tried attended enjoyed loved liked admire"
    " admired walked ordered bought used checked browsed stumbled ran counted compared gather"
    " understand fan subscriber listener customer user member admirer agree congratulate"
)
_THINKS = _set(
    "think thought believe suspect guess imagine assume assumed assuming reminded reminds bet"
    " wonder wondered wondering curious ask asking know understand remember recall question"
    " questions idea ideas suggestion suggestions tip hunch learn spoke talked chatted met"
    " told mentioned suggested said recommended gave pointed referred asked"
)
_TOGETHER = _set("both together each other's ourselves common all share mutual")
_MODALS = _set("could can should shall might may if")
_MEETING_VERBS = _set("talk speak meet compare discuss chat catch swap trade grab team")
_MET = _set("spoke met talked agreed discussed chatted overlapped crossed connected")
_SHARED_NOUNS = _set("mutual shared call conversation meeting chat intro discussion last exchange")
_OFFERS = (
    "happy to", "glad to", "can send", "could send", "can share", "could share", "could forward",
    "can forward", "can leave", "can close", "close this", "close your", "stop here", "can stop",
    "will send", "leave it", "leave you", "leave this", "stop reaching", "stop writing",
    "stop emailing", "will stop", "take you off", "out of your", "'ll not", "will not", "let you",
    "let it", "invite you", "'ll stop", "'ll send", "'ll leave", "'ll close", "'ll pause",
    "'ll hold", "can introduce", "could introduce", "can hold", "can pause", "made you",
    "put together", "wrote up", "pulled together", "wrote down", "mapped", "sketched", "drafted",
    "recorded", "at my desk", "am here", "'m here", "am around", "'m around", "am reachable",
    "'m reachable", "be around", "be here",
)  # fmt: skip
_MADE = _set("made built wrote created prepared pulled put compiled collected listed ran")
_GIFTS = _set(
    "checklist list video summary breakdown teardown audit model calculator guide template"
    " sketch draft mock-up mockup note one-pager worksheet benchmark comparison map plan"
    " overview sheet"
)
_CONTACT_TALK = (
    "follow up", "following up", "followed up", "circling", "circle back", "checking in",
    "check in", "check back", "checking back", "touch base", "touching base", "bumping", "bump",
    "nudge", "pinging", "reached out", "wrote", "emailed", "called", "messaged", "sent", "tried",
    "left you", "mentioned", "asked about", "told you", "owe you", "hear back", "hoping to hear",
    "be following", "keep this", "keep it", "be brief", "be quick", "be honest", "be direct",
    "be short", "you're busy", "you are busy", "hope", "looking forward", "look forward", "sorry",
    "apologise", "apologize", "wanted to thank", "appreciate", "thank", "won't", "promise",
    "rather know", "haven't heard", "never heard", "don't want", "calling about",
    "not selling", "nothing to sell", "not a sales", "get it", "get that", "respect that",
    "understand that", "hear you", "writing again", "take no",
    "assume", "get a lot",
)  # fmt: skip
"""What the contact itself is about: it is there for its own sake, and boasts of nothing."""
_SELF_DESCRIPTIONS = _set(
    "provider platform company startup start-up agency firm solution tool software vendor"
    " leader app consultancy marketplace maker supplier specialist suite"
)
_PRODUCT = _set(
    "platform product products solution solutions software company team teams tool tools"
    " service services app technology clients customers mission experts engineers agency firm"
    " system"
)
_SELF_VERBS = _set(
    "helps provides offers specializes specialises delivers enables powers automates builds"
)
_OFFERINGS = _set(
    "service platform product solution software app tool role position opportunity program"
    " programme company client job technology"
)
_OFFERS_VERBS = _set(
    "is will has offers helps provides includes uses allows lets comes combines enables delivers"
    " works requires pays gives makes integrates automates"
)
_WE_ARE = _set("we're we i'm i")
_SPANS_OF_TIME = _set("last this today recently")
_SPANS = _set("week month quarter year morning spring summer autumn fall winter")
_NO_NAMES = _set("it this that there here what which who one he she") | {READER}
_CONNECTIVES = _set("and but so also then first just")
_LEADS = _set(
    "at as with in over for from since after during through throughout by on based given"
    " because while when if before today recently currently now once unlike to of under"
    " founded backed trusted established headquartered"
)
_WILLS = _set("will can could would may might")
_DENIALS = _set("not no isn't nothing never")
_TURNS = _OBSERVES | _THINKS
_SELLS = SERVES | _PRODUCT
_NEAR = 5
_LONGEST = 200
_NEAR_TALK = 6


def about(said: Sequence[str], *, is_question: bool = False) -> About:
    """Whom a sentence of plain words is about; of a very long one, its start decides."""
    said = said[:_LONGEST]
    said = _without_lead(_without_pleasantry(_without_call_by_name(said)))
    if is_question:
        return "reader" if mentions_reader(said) else "neither"
    if said[:1] == ["if"] and not _DENIALS.isdisjoint(said[1:6]) and YOU.isdisjoint(said[1:3]):
        return "neither"  # "if that's not interesting, I'd rather know": a way out
    at = _subject(said)
    if at is None:
        return _without_subject(said)
    subject, rest = said[at], said[at + 1 :]
    if subject in YOU or subject == READER:
        return _about_you(said, at)
    if subject == SENDER:
        return "sender"
    if subject == "let's" or _is_shared(said, at):
        return "both"
    return _about_sender(subject, rest)


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
    if not {"hope", "hoping", "trust"}.isdisjoint(said[:2]):
        for at, word in enumerate(said):
            if word in ("and", "but", PAUSE) and said[at + 1 : at + 2] and said[at + 1] in FIRST:
                return said[at + 1 :]
    return said


def _without_lead(said: Sequence[str]) -> Sequence[str]:
    """Past what comes before the clause that counts: `in my experience, …`, `thought I'd …`."""
    if said[:1] in (["thought"], ["figured"]) and said[1:2] and said[1] in FIRST:
        return said[1:]
    main = next((at for at, word in enumerate(said) if word == PAUSE), 0)
    if not main or not _is_lead(said):
        return said
    first = next((at for at, word in enumerate(said) if word in _SUBJECTS), main)
    is_mine = first < main and said[first] in FIRST and not _is_shared(said, first)
    # "Last week I asked …, today …" is one thought; "before I forget, …" is no part of it.
    return said[main + 1 :] if is_mine and said[0] not in _SPANS_OF_TIME else said


def _subject(said: Sequence[str]) -> int | None:
    """Where the word is that the sentence is about; None when no person is."""
    if not said:
        return None
    first = 1 if said[0] in _CONNECTIVES and len(said) > 1 else 0
    if said[first] in _SUBJECTS:
        return first
    if not _is_lead(said):
        return None
    return next((at for at, word in enumerate(said) if word in _SUBJECTS), None)


def _is_lead(said: Sequence[str]) -> bool:
    """Whether a sentence starts with something that comes before its subject."""
    second = said[1] if len(said) > 1 else ""
    is_span = said[0] in ("this", "last") and second in _SPANS
    return said[0] in _LEADS or is_span or (said[0] == "here" and second == "at")


def _about_you(said: Sequence[str], at: int) -> About:
    if said[0] == "if":
        # "If you have half an hour, I'd love to show you our platform"
        main = next((place for place, word in enumerate(said) if word == PAUSE), None)
        rest = said[main + 1 :] if main is not None else []
        if rest and rest[0] != "if" and about(rest) == "sender":
            return "both"
    after = said[at + 1 : at + 6]
    if said[at] != READER and after and (after[0] in REPROACHES or is_wanted(after)):
        return "neither"
    if not {"me", "us", "my", "our"}.isdisjoint(after) and "can" in after:
        return "neither"  # you can reach me, you can see our references
    return "reader"


def _is_shared(said: Sequence[str], at: int) -> bool:
    """An inclusive we: could we compare notes, we both, we spoke in May, our call."""
    subject, near = said[at], said[at + 1 : at + 1 + _NEAR]
    if subject not in WE or not near:
        return False
    if subject == "our":
        return near[0] in _SHARED_NOUNS
    if near[0] in _TOGETHER or near[0] in _MET or "together" in near:
        return True
    has_modal = near[0] in _MODALS or said[at - 1 : at] in (["could"], ["can"], ["if"])
    return has_modal and not _MEETING_VERBS.isdisjoint(near)


def _about_sender(subject: str, rest: Sequence[str]) -> About:
    """I, we, my or our, and what is said of them."""
    near = _joined(subject, rest[:_NEAR])
    if any(phrase in near for phrase in _OFFERS) or _gives(rest):
        return "both"
    if HIDDEN in rest:
        return "neither"
    if not REPROACHES.isdisjoint(rest) and "you" in rest:
        return "neither"
    if subject in ("my", "our"):
        if not _CONTACTS.isdisjoint(rest[:3]):
            return "neither"
        is_product = bool(rest) and (rest[0] in _PRODUCT or rest[0] == "name")
        return "both" if not is_product and mentions_reader(rest) else "sender"
    if (
        _tells_of_them(rest)
        or _has_their_cause(rest)
        or _turns_to_reader(subject, rest)
        or _acts_on_theirs(rest)
    ):
        return "reader"
    talk = f" {_joined(subject, rest[:_NEAR_TALK])} "
    if any(f" {phrase} " in talk for phrase in _CONTACT_TALK):
        return "neither"
    if _observes(rest) and not speaks_of_sender(rest):
        return "neither"
    return "both" if _touches_theirs(rest) else "sender"


def _observes(rest: Sequence[str]) -> bool:
    """Whether the sender saw or read something; who looks for somebody sees nothing yet."""
    return any(
        word in _OBSERVES and not (word == "looking" and rest[at + 1 : at + 2] != ["at"])
        for at, word in enumerate(rest[:3])
    )


def _touches_theirs(rest: Sequence[str]) -> bool:
    """Whether it is about something of theirs too, and sells nothing: `near your depot`."""
    if not _SELLS.isdisjoint(rest):
        return False
    return any(
        credits_reader(rest, at) and (word != "you" or rest[at - 1] == "that")
        for at, word in enumerate(rest)
    )


def _tells_of_them(rest: Sequence[str]) -> bool:
    """Whether a clause says what the reader did: `the board that you chaired`."""
    return any(
        rest[at - 1] in ("that", "where", "when", "which", "whom")
        and word in ("you", "you've", "you'd")
        and rest[at + 1 : at + 2]
        and rest[at + 1].endswith("ed")
        and credits_reader(rest, at)
        for at, word in enumerate(rest[1:], 1)
    )


def _has_their_cause(rest: Sequence[str]) -> bool:
    """Whether the sender says what of the reader's is the reason: `because you opened a site`."""
    cause = next((at for at, word in enumerate(rest) if word in ("because", "since")), None)
    return cause is not None and _is_about_reader(rest[cause + 1 :])


def _turns_to_reader(subject: str, rest: Sequence[str]) -> bool:
    """Whether the sender saw, thought or asked something, and that is the reader's."""
    if subject == "i" and "love" in rest[:2] and _is_about_reader(rest):
        return True
    return any(
        word in _TURNS and _is_about_reader(rest[at + 1 :])
        for at, word in enumerate(rest[: _NEAR + 2])
    )


def _joined(subject: str, near: Sequence[str]) -> str:
    """The subject's contraction and the words near it: `'ll leave it here`."""
    _, mark, ending = subject.partition("'")
    return " ".join((mark + ending, *near))


def _is_about_reader(rest: Sequence[str]) -> bool:
    """Whether what was noticed or thought is the reader's: the first person in it decides."""
    for at, word in enumerate(rest):
        if word in FIRST or word == SENDER or word == "us":
            # "I saw your post and we …" was decided before; "that we both …" is shared.
            return _is_shared(rest, at)
        if credits_reader(rest, at):
            return True
    return False


def _acts_on_theirs(rest: Sequence[str]) -> bool:
    """Whether the sender did something with what is the reader's: `I use your app`."""
    if not _WILLS.isdisjoint(rest[:2]):
        return False  # what the sender will do, or can, is the sender's
    for at in range(1, min(len(rest), _NEAR)):
        if rest[at] in ("your", READER) and credits_reader(rest, at):
            return rest[at - 1] not in SERVES and rest[at - 1] != PAUSE
    return False


def _gives(rest: Sequence[str]) -> bool:
    """Whether the sender made something for the reader: `I built you a short model`."""
    near = rest[:_NEAR]
    if _MADE.isdisjoint(near):
        return False
    return not _GIFTS.isdisjoint(rest[:8]) or "for you" in " ".join(rest) or "you" in near


def _without_subject(said: Sequence[str]) -> About:
    """A sentence that starts with neither of them: `Saw that you …`, `Larkfield is a leading …`."""
    if not said:
        return "neither"
    if said[0] in _OBSERVES or said[0] in ("congrats", "congratulations", "kudos"):
        return "reader" if _is_about_reader(said[1:]) else "neither"
    if (
        _describes_itself(said)
        or said[0] == "ours"
        or (said[1:2] == ["me"] and "introduce" in said)
    ):
        return "sender"
    mentions = mentions_reader(said)
    if not mentions and _is_on_offer(said):
        return "sender"
    if not mentions and _describes_itself_later(said):
        return "sender"
    speaks_of_product = any(
        word == "our"
        and said[at + 1 : at + 2]
        and said[at + 1] in _PRODUCT
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


def _is_on_offer(said: Sequence[str]) -> bool:
    """`The service will be …`, `this role comes with …`: what is sold is the sender's."""
    if said[0] not in ("the", "this") or len(said) < 4:
        return False
    return any(
        said[at] in _OFFERINGS and said[at + 1] in _OFFERS_VERBS
        for at in range(1, min(4, len(said) - 1))
    )


def _describes_itself(said: Sequence[str]) -> bool:
    """`Larkfield is a leading provider of …`, `Larkfield helps …`, `this is Mo from Larkfield`."""
    if said[1:2] and said[1] in _SELF_VERBS and said[0] not in _NO_NAMES:
        return not mentions_reader(said)
    if said[0] in ("this", "it's") and "from" in said[1:6]:
        is_introduction = said[0] == "it's" or said[1:2] == ["is"]
        return is_introduction and not mentions_reader(said)
    for at, word in enumerate(said[1:5], 1):
        if word == "is" and said[at + 1 : at + 2] and said[at + 1] in ("a", "an", "the"):
            return said[0] not in _NO_NAMES and not _SELF_DESCRIPTIONS.isdisjoint(
                said[at + 2 : at + 9]
            )
    return False
