"""What a sentence with "I" or "we" is about, judged by what it says of them.

"I noticed that you opened a second site" is about the reader, "we help teams like yours" about the
sender; what serves the reader (an offer, a way out) and what the two share is about both.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from cadence_lint.reading.text.plain import HIDDEN, PAUSE, READER, SENDER
from cadence_lint.reading.text.word_set import word_set
from cadence_lint.reading.whom.candid import about_candid
from cadence_lint.reading.whom.house import ON_THE_PAGE
from cadence_lint.reading.whom.people import (
    CHANCES,
    CONVERSATIONS,
    FIRST,
    MODALS,
    OUR,
    PRODUCT,
    REPROACHES,
    SERVES,
    WE,
    YOU,
    credits_reader,
    mentions_reader,
    speaks_of_sender,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cadence_lint.reading.whom.about import About

_CONTACTS = word_set(
    "email emails message messages note notes voicemail voicemails call calls invite"
)
OBSERVES = word_set(
    "noticed notice noticing saw see seeing seen read reading heard hear hearing watched"
    " watching listened listening spotted came looked looking reviewed reviewing found learned"
    " learnt following followed visited visiting tried attended enjoyed loved liked admire"
    " admired walked ordered bought used checked browsed stumbled ran counted compared gather"
    " understand fan subscriber listener customer user member admirer agree congratulate"
)
_SAW = word_set("saw see read noticed notice heard hear understand gather")
_THINKS = word_set(
    "think thought believe suspect guess imagine assume assumed assuming reminded reminds bet"
    " wonder wondered wondering curious ask asking know understand remember recall question"
    " questions idea ideas suggestion suggestions tip hunch learn spoke talked chatted met"
    " told mentioned suggested said recommended gave pointed referred asked feeling impression"
)
_LIKES = word_set("impressed love loved like liked enjoy struck reader")
_BEING = word_set("am was are were have")
_ONE = word_set("i i'm")
_I = word_set("i i'd i've i'm")
_OURS = PRODUCT | OUR
_THINGS = word_set("something idea ideas thing things thought finding")
_OF_USE = word_set("useful helpful handy interesting relevant")
_VERY = word_set("am be really very particularly also quite extremely highly so especially")
_KEEN = word_set("interested keen eager desperate excited")
_HEAR = word_set("hear know learn see understand read find help send share give")
_AMONG = word_set("in at on from with a")
_TOGETHER = word_set("both together each other's ourselves common all share mutual")
_ADVERBS = word_set("now already also just still probably")
_MAY = word_set("could can should shall might may if")
_MEETING_VERBS = word_set("talk speak meet compare discuss chat catch swap trade grab team")
_TALK = word_set("talk speak meet")
_CHAT = word_set("talk speak chat")
_THEN = word_set("after then again when next before once")
_MET = word_set("spoke met talked agreed discussed chatted overlapped crossed connected")
SHARED = CONVERSATIONS | word_set("mutual shared intro last exchange")
_OFFERS = (
    "happy to", "glad to", "can send", "could send", "can share", "could share", "could forward",
    "can forward", "can leave", "can close", "close this", "close your", "stop here", "can stop",
    "will send", "leave it", "leave you", "leave this", "stop reaching", "stop writing",
    "stop emailing", "will stop", "take you off", "out of your", "'ll not", "will not", "let you",
    "let it", "invite you", "'ll stop", "'ll send", "'ll leave", "'ll close", "'ll pause",
    "'ll hold", "can introduce", "could introduce", "can hold", "can pause", "made you",
    "put together", "wrote up", "pulled together", "wrote down", "mapped", "sketched", "drafted",
    "recorded", "at my desk", "easy to find", "am here", "'m here", "am around", "'m around",
    "am reachable", "'m reachable", "be around", "be here",
)  # fmt: skip
_MADE = word_set(
    "made built wrote written created prepared pulled put compiled collected listed ran drawn drew"
    " recorded copied counted worked typed added took taken"
)
_WRITES = word_set("wrote written")
_WRITING = word_set("email message note line letter mail word few times to you")
"""What is written to somebody, as against a book or a tool."""
_GIFTS = word_set(
    "checklist list video summary breakdown teardown audit model calculator guide template"
    " sketch draft mock-up mockup note one-pager worksheet benchmark comparison map plan"
    " overview sheet table chart page card drawing photo photos list lists figures picture poster"
)
_CONTACT_TALK = tuple(f" {phrase} " for phrase in (
    "follow up", "following up", "followed up", "circling", "circle back", "checking in",
    "check in", "check back", "checking back", "touch base", "touching base", "bumping", "bump",
    "nudge", "pinging", "reached out", "wrote", "emailed", "called", "messaged", "sent", "tried",
    "left you", "mentioned", "asked about", "told you", "owe you", "hear back",
    "hear from you", "hoping to hear",
    "be following", "left a", "left several", "closing your file",
    "written a few", "written twice", "keep this", "keep it", "make this short", "make it short",
    "make this quick", "make it quick", "be brief",
    "be quick", "be honest", "be direct", "be straight", "be upfront", "your silence",
    "be short", "you're busy", "you are busy", "hope", "looking forward", "look forward", "sorry",
    "apologise", "apologize", "wanted to thank", "appreciate", "thank you", "won't", "promise",
    "rather know", "haven't heard", "never heard", "don't want", "calling about",
    "not selling", "nothing to sell", "not a sales", "get it", "get that", "respect that",
    "understand that", "hear you", "writing again", "take no", "'d give you", "own inbox",
    "have liked to", "love to connect", "like to connect", "honored to connect",
    "honoured to connect", "glad to connect", "nice to connect", "wanted to connect", "be grateful",
    "'m back", "am back", "checking whether", "trying to contact", "trying to reach", "checking if",
    "assume", "get a lot", "for a living", "hang up", "ring off", "'m gone", "'m really gone",
    "am gone", "said i'd go", "said i'd stop", "said i was done",
))  # fmt: skip
"""What the contact itself is about: it is there for its own sake, and boasts of nothing."""
_ANYONE = word_set("who'd who whoever anyone anybody everyone")
_KEEPS = word_set("keep hold put set save reserve leave book bring lay")
_OWN_WORK = PRODUCT | word_set(
    "approach process method methodology research background experience skills expertise portfolio"
    " program programme package packages pricing rates fees strategy"
)
_OWN_THOUGHTS = word_set(
    "idea advice question suggestion guess tip hunch worry bet impression point"
)
_MANY_TIMES = word_set("times twice again once")
_TO_YOU = (("contacting", "you"), ("emailing", "you"), ("messaging", "you"), ("writing", "to"))
_BACK_AGAIN = {("follow", "up"), ("check", "in"), ("check", "back"), ("circle", "back"),
               ("touch", "base")}  # fmt: skip
_BEHALF = word_set("behalf introduce offer present")
_ENDS_NOUN = word_set(
    "of for that which who with on in at from by about to and or is was are were so where when how"
    " what it below here shows together last yesterday today as"
) | {PAUSE}
_HOPES = word_set("hoping hope hoped")
_REACHED_AT = word_set("number telephone phone mobile extension")
_SENDS = word_set(
    "send sending sent posting posted shipping shipped enclosed enclosing drawn marked"
)
_PAPERS = PRODUCT | word_set(
    "our brochure deck catalogue catalog information info proposal offer demo quote"
    " quotation prices"
)
_HOLDS = (["with"], ["about"])
"""An email with something in it, or about a matter, is more than a contact."""
_WOULD = word_set("like love want wanted hope hoping")
_HAVE = word_set(
    "have had own use run bought built wrote sold make made sell chose sent gave grow grew keep"
    " kept took led ran won put"
)
"""What a reader does or did, beside the verbs in -ed, as a thing to tell them by."""
_NEEDS = word_set("want need have remember know")
_GOES_ON = word_set("and but so before than") | {PAUSE}
_SPARED = word_set("won't needn't may did choose decide pick keep stay")
"""After `you`, these say what becomes of them, or what they did first."""
_INTO = word_set("in into on")
_HERE = ON_THE_PAGE | {"letter", "page"}
"""Where something stands that was made for the one who reads it."""
_EXPENSES = word_set("travel expenses train fare hotel fee flight flights accommodation you")
_TURNS = OBSERVES | _THINKS
_ASKS = word_set("ask asks asked asking")
_SELLS = (
    SERVES | {f"{verb}s" for verb in SERVES} | PRODUCT | word_set("program programme eliminates")
)
_SPANS = word_set("minutes hours days weeks months minute hour day week month")
_NEAR = 5
_NEAR_TALK = 6


def is_shared(said: Sequence[str], at: int) -> bool:
    """An inclusive we: could we compare notes, we both, we spoke in May, our call, we talk then."""
    subject, near = said[at], said[at + 1 : at + 1 + _NEAR]
    if subject not in WE or not near:
        return False
    if subject == "our":
        return near[0] in SHARED
    near = near[1:] if near[0] in _ADVERBS and len(near) > 1 else near
    if near[0] in _TOGETHER or near[0] in _MET or "together" in near:
        return True
    if near[0] in _BEING and near[1:2] == ["both"]:
        return True
    if near[0] in _TALK and not _THEN.isdisjoint(near[1:2]):
        return True  # we talk after the harvest
    has_modal = near[0] in _MAY or said[at - 1 : at] in (["could"], ["can"], ["if"])
    return has_modal and not _MEETING_VERBS.isdisjoint(near)


def about_sender(subject: str, rest: Sequence[str]) -> About:
    """I, we, my or our, and what is said of them."""
    if _is_there_for_them(subject, rest):
        return "both"
    if HIDDEN in rest and _may_hide_theirs(rest):
        return "neither"
    if (subject in WE and _pays(rest)) or _has_something_for_them(subject, rest):
        return "both"
    if subject in _ONE and _is_keen(rest):
        return "sender"
    if not REPROACHES.isdisjoint(rest) and "you" in rest:
        return "neither"
    if _asks_a_favour(rest):
        return "sender"
    if subject in OUR:
        return _about_thing_of_ours(subject, rest)
    return _about_deed(subject, rest)


def _is_there_for_them(subject: str, rest: Sequence[str]) -> bool:
    """Whether they are offered, made or sent something, or have it in common with the sender."""
    near = _joined(subject, rest[:_NEAR])
    if any(phrase in near for phrase in _OFFERS) or _gives(rest) or _sends(rest) or _keeps(rest):
        return True
    if ("your", "file") in pairwise(rest):
        return True
    is_one = subject in _ONE
    return is_one and (_is_as_well(rest) or _is_a_fellow(rest[:_NEAR]) or _publishes(rest))


def _about_thing_of_ours(subject: str, rest: Sequence[str]) -> About:
    """`My hunch is that your …`, `my number is …`, `our platform plans …`."""
    if subject == "my" and not _OWN_THOUGHTS.isdisjoint(rest[:2]):
        return "both" if mentions_reader(rest) else "neither"
    if not _CONTACTS.isdisjoint(rest[:3]) or not _REACHED_AT.isdisjoint(rest[:2]):
        return "neither"
    is_product = not _OWN_WORK.isdisjoint(rest[:2]) or rest[:1] in (["name"], ["name's"])
    return "both" if not is_product and mentions_reader(rest) else "sender"


def _about_deed(subject: str, rest: Sequence[str]) -> About:
    """What somebody who writes did, saw, thinks or will do."""
    if (
        _tells_of_them(rest)
        or _has_their_cause(rest)
        or _turns_to_reader(subject, rest)
        or _acts_on_theirs(rest)
    ):
        return "reader"
    if whom := about_candid(subject, rest):
        return whom
    if _speaks_of_contact(subject, rest):
        return "neither"
    if _observes(rest) and not speaks_of_sender(_without_afterthought(rest)):
        return "neither"
    is_of_both = _touches_theirs(rest) or _goes_on_about_them(rest) or _goes_on_to_see(rest)
    return "both" if is_of_both else "sender"


def _may_hide_theirs(rest: Sequence[str]) -> bool:
    """Whether what is hidden may be the reader's: not in `I wrote a post on [topic]`."""
    is_seen = not (OBSERVES | _THINKS | _LIKES).isdisjoint(rest)
    return is_seen or HIDDEN in rest[:1] or not YOU.isdisjoint(rest) or READER in rest


def _has_something_for_them(subject: str, rest: Sequence[str]) -> bool:
    """`I thought you'd be interested in the June rule`, `I wanted to share something useful`."""
    if subject not in _I or not _OURS.isdisjoint(rest):
        return False
    if "share" in rest[:4] and not _THINGS.isdisjoint(rest[2:6]):
        return not _OF_USE.isdisjoint(rest)
    at = next((at for at, pair in enumerate(pairwise(rest)) if pair == ("interested", "in")), None)
    return at is not None and rest[:1] == ["thought"] and not YOU.isdisjoint(rest[1:at])


def _is_keen(rest: Sequence[str]) -> bool:
    """`(I'm) interested to write a guest post for your site`; not `keen to hear how you do it`."""
    said = [word for word in rest[:5] if word not in _VERY]
    return (
        said[:1] != [] and said[0] in _KEEN and said[1:2] == ["to"] and _HEAR.isdisjoint(said[2:3])
    )


def _speaks_of_contact(subject: str, rest: Sequence[str]) -> bool:
    """Whether it is about the contact itself; who wrote a book or a tool speaks of that."""
    near = rest[:_NEAR_TALK]
    written = next((at for at, word in enumerate(near) if word in _WRITES), None)
    if written is not None:
        after = rest[written + 1 : written + 4]
        return not after or not _WRITING.isdisjoint(after) or not _MANY_TIMES.isdisjoint(rest)
    if any(pair in _TO_YOU for pair in pairwise(near)) and not _comes_back(near):
        return not speaks_of_sender(rest) and _BEHALF.isdisjoint(rest) and PRODUCT.isdisjoint(rest)
    if _asks_if_they_could(rest):
        return True
    talk = f" {_joined(subject, near)} "
    return any(phrase in talk for phrase in _CONTACT_TALK)


def _comes_back(near: Sequence[str]) -> bool:
    """`(I'm) writing to follow up on the quote`."""
    return any(
        word == "to" and tuple(near[at + 1 : at + 3]) in _BACK_AGAIN for at, word in enumerate(near)
    )


def _asks_if_they_could(rest: Sequence[str]) -> bool:
    """`I wanted to see if you'd had a chance to look at our proposal`."""
    at = next((at for at, word in enumerate(rest) if word in CHANCES), None)
    return at is not None and not YOU.isdisjoint(rest[max(0, at - 4) : at])


def _is_a_fellow(near: Sequence[str]) -> bool:
    """`I'm a fellow member of the branch`; a fellow of the Royal Society is one by themselves."""
    return any(word == "fellow" and near[at + 1 : at + 2] != ["of"] for at, word in enumerate(near))


def _is_as_well(rest: Sequence[str]) -> bool:
    """`I was at the Harrogate evening too`: what the one who writes has in common with them."""
    if _BEING.isdisjoint(rest[:1]) and _AMONG.isdisjoint(rest[:1]):
        return False
    ends = [at for at, word in enumerate((*rest, PAUSE)) if word in (PAUSE, "and", "so", "but")]
    clause = rest[: ends[0]]
    is_too = clause[-1:] == ["too"] or list(clause[-2:]) == ["as", "well"]
    return is_too and not _AMONG.isdisjoint(clause[:2]) and _SELLS.isdisjoint(clause)


def _publishes(rest: Sequence[str]) -> bool:
    """`(I) post the counts here`, `(I) put up the cases as they come`: there to be read by them."""
    is_put_up = rest[:1] in (["post"], ["publish"], ["share"]) or rest[:2] == ["put", "up"]
    return is_put_up and _OURS.isdisjoint(rest)


def _pays(rest: Sequence[str]) -> bool:
    """`(We) cover the train and 90 euro`: what whoever takes part gets; not what ours are paid."""
    at = 1 if not MODALS.isdisjoint(rest[:1]) or rest[:1] == ["also"] else 0
    if rest[at : at + 1] not in (["pay"], ["cover"], ["reimburse"]) or "our" in rest:
        return False
    after = rest[at + 1 : at + 1 + _NEAR]
    return not _EXPENSES.isdisjoint(after) or any(word[-1:].isdecimal() for word in after)


def _asks_a_favour(rest: Sequence[str]) -> bool:
    """`I am hoping you can recommend somebody`."""
    return any(
        word in _HOPES and rest[at + 1] == "you" and rest[at + 2] in _MAY
        for at, word in enumerate(rest[:-2])
    )


def _observes(rest: Sequence[str]) -> bool:
    """Whether the sender saw or read something; who looks for somebody sees nothing yet."""
    return any(
        word in OBSERVES and not (word == "looking" and rest[at + 1 : at + 2] != ["at"])
        for at, word in enumerate(rest[:3])
    )


def _without_afterthought(rest: Sequence[str]) -> Sequence[str]:
    """What was seen, without what the sender thinks of it: `…, so I'm guessing that …`."""
    for at in range(1, len(rest) - 2):
        if rest[at] in ("and", "so", "but") and rest[at + 1] in ("i", "i'm", "i'd"):
            said = [word for word in rest[at + 2 : at + 5] if word not in _VERY]
            if not (_TURNS | {"guessing", "like", "love"}).isdisjoint(said[:1]):
                return rest[:at]
    return rest


def _touches_theirs(rest: Sequence[str]) -> bool:
    """Whether it is about something of theirs too, and sells nothing: `near your depot`."""
    if any(word in _SELLS and not _is_how_long(rest, at) for at, word in enumerate(rest)):
        return False
    return any(
        credits_reader(rest, at) and (word != "you" or rest[at - 1] == "that")
        for at, word in enumerate(rest)
    )


def _is_how_long(rest: Sequence[str], at: int) -> bool:
    """`(It) takes four days rather than nine`."""
    return rest[at] == "takes" and not _SPANS.isdisjoint(rest[at + 2 : at + 4])


def _goes_on_about_them(rest: Sequence[str]) -> bool:
    """Whether a later clause says what the reader did: `…, and you bought the other one`."""
    if YOU.isdisjoint(rest) or not PRODUCT.isdisjoint(rest):
        return False
    for at in range(1, len(rest) - 1):
        if rest[at] in YOU and rest[at - 1] in _GOES_ON:
            verb = rest[at + 1]
            if rest[at] == "you" and verb in _SPARED and rest[at - 1] != "but":
                return True
            if _turns_to_them(rest[at], verb) and SERVES.isdisjoint(rest[:at]):
                return True
            if rest[at - 1 : at + 2] == ["so", "you", "need"]:
                return rest[at + 2 : at + 3] != ["not"]  # we keep the disks, so you need new ones
    return False


def _goes_on_to_see(rest: Sequence[str]) -> bool:
    """Whether a later clause says what was seen of theirs: `…, and I saw your ad for a fitter`."""
    for at in range(1, len(rest) - 2):
        if rest[at] == "and":
            seen = at + 1 + (rest[at + 1] == "i")
            if rest[seen] in _SAW and is_about_reader(rest[seen + 1 :]):
                return True
    return False


def _turns_to_them(word: str, verb: str) -> bool:
    if word == "you'll":
        return verb in _NEEDS
    return word in ("you've", "you'd") or (word == "you" and _did(verb))


def _did(verb: str) -> bool:
    return (verb in _HAVE or verb.endswith("ed")) and verb != "need"


def _tells_of_them(rest: Sequence[str]) -> bool:
    """Whether a clause says what the reader did: `the board that you chaired`."""
    return any(
        rest[at - 1] in ("that", "where", "when", "which", "whom")
        and word in ("you", "you've", "you'd")
        and rest[at + 1 : at + 2]
        and (rest[at + 1].endswith("ed") or rest[at + 1] in _HAVE)
        and credits_reader(rest, at)
        for at, word in enumerate(rest[1:], 1)
    )


def _has_their_cause(rest: Sequence[str]) -> bool:
    """Whether the sender says what of the reader's is the reason: `because you opened a site`."""
    cause = next((at for at, word in enumerate(rest) if word in ("because", "since")), None)
    return cause is not None and is_about_reader(rest[cause + 1 :])


def _turns_to_reader(subject: str, rest: Sequence[str]) -> bool:
    """Whether the sender saw, thought or asked something, and that is the reader's."""
    if subject == "i" and "love" in rest[:2] and is_about_reader(rest):
        return True
    if subject == "i'd" and _talks_of_theirs(rest):
        return True
    return any(
        word in _TURNS
        and not (word in _ASKS and rest[at + 1 : at + 2] == ["me"])
        and is_about_reader(rest[at + 1 :])
        for at, word in enumerate(rest[: _NEAR + 2])
    )


def _talks_of_theirs(rest: Sequence[str]) -> bool:
    """`(I'd) love to talk about how you plan`; not about how we could help you to."""
    at = next((at for at, word in enumerate(rest[1:_NEAR], 1) if word in _CHAT), None)
    if at is None or not _SELLS.isdisjoint(rest):
        return False
    return rest[at + 1 : at + 2] == ["about"] and is_about_reader(rest[at + 2 :])


def _joined(subject: str, near: Sequence[str]) -> str:
    """The subject's contraction and the words near it: `'ll leave it here`."""
    _, mark, ending = subject.partition("'")
    return " ".join((mark + ending, *near))


def is_about_reader(rest: Sequence[str]) -> bool:
    """Whether what was noticed or thought is the reader's: the first person in it decides."""
    for at, word in enumerate(rest):
        if word in FIRST or word == SENDER or word == "us":
            # "I saw your post and we …" was decided before; "that we both …" is shared.
            return is_shared(rest, at)
        if credits_reader(rest, at):
            return True
    return False


def _acts_on_theirs(rest: Sequence[str]) -> bool:
    """Whether the sender did something with what is the reader's: `I use your app`."""
    if not MODALS.isdisjoint(rest[:2]):
        return False  # what the sender will do, or can, is the sender's
    for at in range(1, min(len(rest), _NEAR)):
        if rest[at] in ("your", READER) and credits_reader(rest, at):
            return SERVES.isdisjoint((rest[0], rest[at - 1])) and rest[at - 1] != PAUSE
    return False


def _sends(rest: Sequence[str]) -> bool:
    """Whether something is on its way to the reader that is not the sender's own paper."""
    near = rest[:_NEAR]
    if not _WOULD.isdisjoint(near):
        return False
    is_to_them = ("send", "you") in pairwise(rest)
    if _SENDS.isdisjoint(near) and not is_to_them:
        return False
    is_theirs = is_to_them or "you" in near or "your" in rest or not _ANYONE.isdisjoint(rest[2:])
    if not _PAPERS.isdisjoint(rest):
        return False
    at = next((at for at, word in enumerate(rest) if word in _CONTACTS), None)
    return is_theirs and (at is None or rest[at + 1 : at + 2] in _HOLDS)


def _keeps(rest: Sequence[str]) -> bool:
    """Whether something is put aside for the reader: `I'll keep twelve until Friday for you`."""
    is_kept = not _KEEPS.isdisjoint(rest[:2]) and PRODUCT.isdisjoint(rest)
    return is_kept and ("for", "you") in pairwise(rest)


def _gives(rest: Sequence[str]) -> bool:
    """Whether the sender made something for the reader: `I built you a short model`."""
    near = rest[:_NEAR]
    if _MADE.isdisjoint(near):
        return False
    if not _HERE.isdisjoint(rest) and PRODUCT.isdisjoint(rest):
        return True
    if "put" in near and not _INTO.isdisjoint(rest):
        return not _GIFTS.isdisjoint(rest)  # I put the closing days in one picture
    is_gift = any(_is_gift(rest, at) for at in range(min(8, len(rest))))
    is_to_them = any(word in _MADE and then == "you" for word, then in pairwise(near))
    return is_gift or is_to_them or ("for", "you") in pairwise(rest)


def _is_gift(rest: Sequence[str], at: int) -> bool:
    """`A list of the gaps`; not a picture book, and no list-building app."""
    after = rest[at + 1 : at + 2]
    return rest[at] in _GIFTS and (not after or after[0] in _ENDS_NOUN or after[0].endswith("ing"))
