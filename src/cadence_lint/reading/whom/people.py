"""Who occurs in a sentence: the reader, or the one who writes.

Not every "you" is about the reader: "thank you", "reach out to you", "we help you" and "you haven't
replied" speak of the contact, or of what the sender does for money.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadence_lint.reading.text.plain import PAUSE, READER, SENDER
from cadence_lint.reading.text.word_set import word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

FIRST = word_set("i i'm i've i'd i'll my we we're we've we'd we'll our")
WE = word_set("we we're we've we'd we'll our")
OUR = word_set("my our")
US = word_set("me us")
I_OR_WE = word_set("i we")
WE_DID = I_OR_WE | {"i've", "we've"}
WE_WILL = word_set("i'll i'd we'll we'd")
I_OR_MY = I_OR_WE | OUR
YOU = word_set("you you're you've you'd you'll your yours yourself")
READERS = YOU | {READER}
YOU_DO = word_set("you you're you've")
YOU_OR_YOUR = YOU_DO | {"your", READER}
PERSONS = FIRST | READERS
CONGRATULATES = word_set("congratulations congrats kudos")
CONVERSATIONS = word_set("conversation call chat discussion meeting")
"""What the two had, or are to have."""
PRODUCT = word_set(
    "platform product products solution solutions software company team teams tool tools"
    " service services app technology clients customers mission experts engineers agency firm"
    " system"
)
_POLITE = word_set(
    "thank thanks see meet bother reach contact email call message write chase disturb to from"
)
"""Before `you`, these say nothing of the reader: thank you, see you, reach out to you."""
SERVES = word_set(
    "help helps helped helping support supports show showing tell offer offers offering"
    " give gives giving send sending provide provides providing bring brings save saves saving"
    " make makes making let lets enable enables enabling get gets getting take takes boost"
    " improve increase reduce cut grow transform automate streamline solve replace introduce"
    " introducing serve serves equip empower empowers deliver delivers pitch assist partner"
    " want need request ask asking invite inviting share sharing hear discuss add adds adding"
    " accelerate optimize optimise scale drive simplify maximize maximise unlock protect fix"
    " handle"
)
"""Before `you` or `your`, these say what the sender does for money."""
_CONTACT_NOUNS = word_set(
    "inbox time reply response email emails message feedback consideration attention"
    " convenience calendar diary thoughts interest earliest availability schedule input help"
    " phone patience profile requirements custom fingertips answers way area region industry sector"
    " space niche profession postcode neighbourhood neighborhood signature spot revert"
)
"""After `your`, these are about the contact, not about anything that the reader does."""
_MACHINES = word_set("bot robot desk page pages chat line lines centre center form menu queue tree")
"""`Your help desk` and `your phone menu` are things of theirs all the same."""
_COURTEOUS = word_set("kind valuable precious busy esteemed prompt")
_AT_NO_COST = word_set("free complimentary no-obligation personalised personalized")
_ON_TRIAL = word_set(
    "trial demo quote quotation consultation session audit assessment strategy survey review copy"
    " sample account estimate valuation access ticket tickets place guide report ebook webinar"
)
"""`Your free quote` is the sender's to give; `your free returns` are the reader's."""
REPROACHES = word_set("haven't hadn't didn't missed must never ignored still")
_KNOWS = word_set("know may might can probably see likely already")
_HOPES = word_set("hope hoping hoped wonder wondering wondered appreciate grateful love thankful")
CAN_OR_WILL = word_set("can could will would")
MODALS = CAN_OR_WILL | {"may", "might"}
"""Somebody will do what stands after one of these, or can, and has not done it.

`I was hoping you could …` asks a favour, and says nothing of the reader.
"""
_WANTED = word_set("interested open available free busy swamped slammed")
_TIME = word_set("time availability minute minutes moment half second questions")
CHANCES = word_set("chance opportunity moment")
_MEETS = word_set("saw see seen got get received receive read had missed opened open")
_KNOWING = word_set("know hear see it")
_THOUGHT = word_set("thought figured guessed")
_YOU_WOULD = word_set("you'd you might")
_SO = word_set("so and but") | {PAUSE}
_FARING = word_set("doing today all feeling keeping this morning") | {PAUSE}
_FILLERS = word_set(
    "be are probably very also a any some the super really so quite pretty extremely incredibly"
)
_VERBS_OF_READER = word_set("are were run handle deal manage use plan do")
"""After `you`, these make it the subject, whatever stands before: `to hear how you handle`."""

_GENERIC = word_set(
    "companies company teams team businesses business firms brands organizations like"
)


def mentions_reader(said: Sequence[str]) -> bool:
    """Whether the reader occurs in plain words."""
    return any(credits_reader(said, at) for at, word in enumerate(said) if word in READERS)


def credits_reader(said: Sequence[str], at: int) -> bool:
    """Whether a word speaks of the reader and of more than the contact itself."""
    word = said[at]
    before = said[at - 1] if at else ""
    after = said[at + 1] if at + 1 < len(said) else ""
    if word == READER:
        return before not in SERVES and before != "like"
    if word not in YOU:
        return False
    if word == "your":
        if after in _COURTEOUS:
            after = said[at + 2] if at + 2 < len(said) else ""
        is_contact = after in _CONTACT_NOUNS and _MACHINES.isdisjoint(said[at + 2 : at + 3])
        return not is_contact and before not in SERVES and not _is_trial(said, at)
    if word in ("yours", "yourself"):
        return not (before == "like" and _is_many(said[max(0, at - 3) : at - 1]))
    if before == "on" and said[max(0, at - 2)] in ("call", "calling"):
        return False
    if before in _POLITE or after in REPROACHES:
        return False
    if before == "are" and _asks_after(said, at):
        return False
    if before == "as" and after in _KNOWS:
        return False
    hopes = said[at - 2] if before == "if" and at > 1 else before
    if hopes in _HOPES and after in MODALS:
        return False
    if word == "you" and before in SERVES and after not in _VERBS_OF_READER:
        return False
    return not (is_wanted(said[at + 1 : at + 6]) or _met_contact(said[at + 1 : at + 6]))


def _asks_after(said: Sequence[str], at: int) -> bool:
    """`How are you doing today?`; not `how are you doing the count?`."""
    return said[at - 2 : at - 1] == ["how"] and _FARING.issuperset(said[at + 1 : at + 4])


def without_afterword(said: Sequence[str]) -> Sequence[str]:
    """What is told, without why: `…, so I thought you'd want to know`."""
    if not said or said[-1] not in _KNOWING:
        return said
    at = next((at for at in range(len(said) - 1, 2, -1) if said[at] in _THOUGHT), 0)
    if not at or said[at + 1] not in _YOU_WOULD:
        return said
    start = at - 1 if said[at - 1] == "i" else at
    while start and said[start - 1] in _SO:
        start -= 1
    return said[:start] or said


def _is_trial(said: Sequence[str], at: int) -> bool:
    """Whether `your` thing is what the sender would give to be tried: `your free strategy call`."""
    return not _AT_NO_COST.isdisjoint(said[at + 1 : at + 2]) and not _ON_TRIAL.isdisjoint(
        said[at + 2 : at + 5]
    )


def _is_many(said: Sequence[str]) -> bool:
    """Whether the one who is `like yours` is one of many, or any: `homes exactly like yours`."""
    return said[-1:] == ["exactly"] or any(
        word in _GENERIC or (len(word) > 3 and word.endswith("s")) for word in said
    )


def _met_contact(after: Sequence[str]) -> bool:
    """Whether all that is said of `you` is that they got a message, or could look at it.

    `You saw my email`, `you had a chance to read the proposal`.
    """
    if not CHANCES.isdisjoint(after[:4]) and "to" in after:
        return True
    return not _MEETS.isdisjoint(after[:2]) and not {"my", "this", "it"}.isdisjoint(after)


def is_wanted(after: Sequence[str]) -> bool:
    """Whether `you` is only asked to be there for the sender: you'd be interested, you're busy."""
    said = [word for word in after if word not in _FILLERS]
    if said[:1] in (["had"], ["find"], ["found"]):
        return said[1:2] == ["time"]
    if said[:1] == ["have"]:
        return not _TIME.isdisjoint(said[1:]) or any(word.isdecimal() for word in said[1:])
    if said[:2] in (["looking", "for"], ["looking", "to"]):
        return True
    return bool(said) and said[0] in _WANTED


def speaks_of_sender(said: Sequence[str]) -> bool:
    """Whether whoever writes occurs in plain words."""
    return any(word in FIRST or word in ("us", SENDER) for word in said)
