"""What a sentence gives the reader: something seen at theirs, a question about their work, a fact.

- `observes-theirs`: it says something of the reader that could not be said of anyone;
- `asks-about-their-work`: it asks about what the reader does, not for their time or interest;
- `insight`: it tells something about the matter, and sells nothing;
- `example`: the same, with a name or a figure;
- `proof`: it says what the sender did for somebody, with a name or a figure;
- `useful-offer`, `useful-resource`: it offers or gives something that is not about the sender.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from cadence_lint.reading.facts.recitals import tells_more
from cadence_lint.reading.facts.substance import EMPTY_WORDS, FUNCTION_WORDS
from cadence_lint.reading.text.plain import HIDDEN, PAUSE, READER, SENDER
from cadence_lint.reading.whom.people import FIRST, YOU

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cadence_lint.reading.facts.specifics import Specifics
    from cadence_lint.reading.whom.about import About

Gift = Literal[
    "observes-theirs",
    "asks-about-their-work",
    "insight",
    "example",
    "proof",
    "useful-offer",
    "useful-resource",
]


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


EFFECTS = _set(
    "cut cuts reduced reduce saved save saves went dropped doubled tripled halved raised lowered"
    " increased grew shortened brought got moved helped gave freed recovered avoided found won"
    " fixed took built turned lifted boosted improved cutting saving reducing helping replaced"
    " lost fell rose cost closed closes kept hit reached ran solved switched achieved achieve drove"
    " generated"
)
COLLATERAL = _set(
    "proposal pricing prices rates price quote brochure deck catalogue catalog portfolio resume cv"
    " demo tour presentation one-pager kit website details information info overview"
    " offering offerings services product products platform app software solution solutions"
    " materials calendar more"
    " offer quotation quotations trial account role position opportunity profile"
    " features discount sales followers press announcement masterclass webinar lookbook"
    " roadmap newsletter showcase reference references packages logo deal deals bio bios biography"
    " headshot headshots agreement contract contracts estimate estimates"
)
"""What tells of the sender, whoever is offered it."""
_MEETS = _set(
    "chat talk jump hop connect meet discuss call speak answer hear have do help set schedule get"
    " be learn explain accommodate flex"
)
_ADAPTS = {("work", "around"), ("work", "with"), ("fit", "in"), ("fit", "around"), ("fit", "into")}
"""When the two could meet, which gives nothing: `happy to work around your schedule`."""
_ASKS_TO_GIVE = (("want",), ("would", "you", "like"), ("do", "you", "want"), ("like",))
_OWN = _set("us our ours me my mine we it this that") | {SENDER}
_IN_RETURN = {("in", "return"), ("in", "exchange"), ("you'd", "get")}
_FORMS = _set("form forms")
_FILLED_IN_FOR_US = _set(
    "order application registration booking consent entry donation pledge sign-up signup enrolment"
    " enrollment membership feedback aid direct standing contact"
)
"""Forms that the reader fills in for the sender; a claim form is for the reader."""
_OWN_PAIRS = {
    ("price", "list"), ("whether", "we"),
    ("whether", "we'd"), ("whether", "we're"), ("if", "we'd"), ("how", "we"), ("what", "we"),
}  # fmt: skip
_RESOURCES = frozenset({"resource", "shares-resource"})
_NO_GIFT = frozenset({"asks-for-meeting", "hurries", "asks-to-sign-up"})
_THANKS = (["thank", "you", "for"], ["thanks", "for", "the"], ["thanks", "for", "your"])
_DUMMIES = _set("it it's there there's there're")
_SAW = _set("saw read reading met heard found sat bought ran wrote drove rode went stood told put")
_DEALS = _set(
    "can will receive get find pay give order register sign choose benefit enjoy save follow need"
)
_MENDS = _set("switch change turn move check set ask fix stop mend correct test measure return")
_DEALS_NOUNS = _set(
    "subscription renewal contract account order signature disposal quote requirements booking"
    " licence license membership payment"
)
_SUBSCRIPTIONS = _set("subscription renewal membership licence license account")
_THERE = {
    ("i'm", "easy", "to"), ("am", "easy", "to"), ("i", "am", "here"), ("i'm", "around", PAUSE),
    ("i'm", "here", PAUSE), ("i", "am", "around"), ("number", "still", "works"),
    ("so", "does", "my"), ("my", "number", "is"),
}  # fmt: skip
_ASKED_OF_US = _set("question questions interested interest want need help anything")
_ON_ITS_WAY = {("in", "the", "post"), ("on", "the", "way"), ("on", "its", "way")}
_PROVIDERS = _set(
    "provider providers supplier suppliers vendor vendors broker brokers contractor contractors"
    " agency agencies outsource outsourced insurer carrier"
)
_CURRENT = _set(
    "current currently existing present presently happy satisfied use uses using external"
    " contract outsource outsourced work works tied locked"
)
_DEPARTMENTS = _set(
    "purchasing procurement buying marketing payroll facilities recruitment recruiting hiring"
    " accounts accounting sales finance training insurance cleaning printing packaging purchases"
    " responsible charge department organisation organization decisions maker manages oversees"
    " deals looks hr compliance legal security safety quality logistics it"
)
_OF_THE_HOUSE = _set("our my the its")
_HOUSEHOLD = _set(
    "turnover headcount series workforce team company revenue quarter fiscal year board office"
    " sales"
)
_SOME_OF = _set("one two three four five six seven eight nine ten some most")
_CLIENTS = _set(
    "helped helping client clients customer customers their them they who whose another"
)
_FOR = _set("for at with")
_SOMEBODY = _set("a an one two three four five six each every another")
_WORKS = _set(
    "ours ones work works projects jobs pieces installations latest recent references gallery"
)
_BARGAINS = _set(
    "register sign book join subscribe order answer reply enrol enroll apply vote donate"
)
"""Whoever does this first gets the rest for it: nothing is given."""
_LISTS = _set("list route round rounds patch territory")
_OF_MINE = _set("my our i we")
_GOES = _set("going working walking ringing calling driving cycling making")
_ALONG = _set("along through down around round")
_SENT_BY = _set("suggested recommended mentioned passed gave")
_ROUNDS = _LISTS | _SENT_BY | _GOES
_WOULD = _set("i'd we'd")
_WISHES = _set("hate love like want wish")
_WASTES = _set("wasting wastes overpaying bleeding struggling")
_MEANS = _set(
    "link form questionnaire offer voucher code registration invitation discount promotion"
)
_STUDIES = _set("survey study poll interview call session webinar")
_TAKES_PART = _set("minutes mins questions items open anonymous closes confidential valid free")
_HOPES = _set("hope hoping")
_GUESSES = frozenset({"presumes", "accuses-reader"})
"""What says of the reader only what the sender supposes of everybody."""
_NEEDED = _set("need deserve want")
_NEEDS = _set("want need like")
_GIVEN = _set("my the it them these those that one both a an")
_SELVES = FIRST | {"us", "me"}
_TALKS = _set("talk speak spoke talked meet met know see")
_FITS = _set("for join of try see with in into by")
_CONGRATULATES = _set("congratulations congrats kudos")
_CAN_BE = {("could", "be"), ("may", "be"), ("might", "be"), ("are", "probably"), ("are", "likely")}
_PROUD = _set("proud delighted thrilled excited pleased")
_MINUTES = _set("minutes mins")
_PLEAS = _set("please kindly")
_IMPERATIVES = _set(
    "send reply respond call contact email let check read click visit review consider take book"
    " schedule join follow subscribe keep reach see feel share forward confirm provide tell act"
    " buy order sign try don't do imagine start click download get discover learn claim grab double"
    " contact help support vote donate give rest stay hear secure network meet enjoy explore unlock"
)
_TAKES = frozenset(
    "asks-for-meeting claims hurries gives-homework bashes-competitor blames-silence names-a-slot"
    " buzzwords escalates rewards-meeting"
    " sells-on-crisis".split()
)
"""What a sentence that does it gives nothing by, unless it names what it saw."""
_LEAST_OBSERVED = 2
_LEAST_SEEN = 3
_SOME = 2
_PLENTY = 8
_LEAST_TOLD = 4
_SHORTEST = 6
_LONGEST_LEAD = 8
_LEAST_LINKS = 0.25


def gift_of(
    said: Sequence[str],
    about: About,
    specifics: Specifics,
    facts: frozenset[str] = frozenset(),
    *,
    is_question: bool = False,
    asks_about_work: bool = False,
) -> Gift | None:
    """What a sentence of plain words gives; `facts` are what phrases say that it does."""
    if not said or HIDDEN in said:
        return None
    if facts & _RESOURCES and _shows_own_work(said):
        return None
    if gives := _hands_over(said, about, facts, is_question=is_question):
        return gives
    is_named = specifics.names or specifics.figures or specifics.third or specifics.own
    takes = facts & _TAKES
    if "claims" in takes and "observes" not in facts:
        return None
    if takes == {"asks-for-meeting"} and about == "both" and specifics.weight >= _LEAST_TOLD:
        takes = frozenset()  # "I had my coffee at yours" asks for none
    if takes and not (is_named and ("observes" in facts or specifics.weight >= _PLENTY)):
        return None
    if asks_about_work:
        return None if _asks_for_the_seller(said) else "asks-about-their-work"
    if is_question:
        return None
    is_filled = bool("observes" in facts or specifics.own or specifics.third)
    if list(said[:3]) in _THANKS and specifics.figures:
        return "observes-theirs"  # what they gave
    if about == "sender":
        return "proof" if _is_proof(said, specifics) else None
    if _is_plea(said):
        return None
    if (
        about in ("reader", "both")
        and not is_filled
        and (_tells_how_they_were_picked(said, specifics) or _only_wishes(said))
    ):
        return None
    if about == "reader":
        is_guess = (
            said[0] in _HOPES
            or facts & _GUESSES
            or not _CAN_BE.isdisjoint(pairwise(said))
            or _only_judges(said)
        )
        if is_guess and not (is_named or "observes" in facts):
            return None
        if ("flatters" in facts or _tells_what_they_need(said)) and not is_named:
            return None
        is_told = specifics.figures + specifics.names >= _SOME or "observes" in facts
        if _sells(said) and not is_told:
            return None
        is_bargain = said[0] == "if" and not FIRST.isdisjoint(said)
        is_dealing = not is_filled and _is_dealing(said, specifics.words)
        is_seen = specifics.weight >= _LEAST_OBSERVED and not is_bargain and not is_dealing
        return "observes-theirs" if is_seen else None
    if SENDER in said or not {"our", "ours"}.isdisjoint(said):
        return "proof" if _is_proof(said, specifics) else None
    if about == "both" and said[0] != "if" and specifics.weight >= _LEAST_SEEN + (not is_named):
        return "observes-theirs"  # we both sat on the panel in Graz
    if said[0] in _CONGRATULATES and said[1:2] == ["to"]:
        return None  # to a colleague of the sender's
    said = _after_lead(said)
    if "observes" in facts and about == "neither" and specifics.weight >= _LEAST_SEEN:
        return "observes-theirs"
    if specifics.weight < _LEAST_TOLD or _speaks_of_sender(said) or not _tells(said):
        return None
    if _is_of_the_contact(said):
        return None
    return "example" if is_named else "insight"


def _tells_how_they_were_picked(said: Sequence[str], specifics: Specifics) -> bool:
    """`Your company was on my list`, `a friend suggested yours`, `I'm going through all the shops`.

    Whoever is named as having sent the sender is somebody whom the reader may know.
    """
    if _ROUNDS.isdisjoint(said):
        return False
    for at, word in enumerate(said):
        near = said[at + 1 : at + 4]
        if word in _LISTS and not _OF_MINE.isdisjoint([*said[max(at - 2, 0) : at], *near[:2]]):
            return True
        if word in _GOES and at and said[at - 1] in FIRST and not _ALONG.isdisjoint(near):
            return True
        if word in _SENT_BY and not specifics.names and not YOU.isdisjoint(near):
            return True
    return False


def _only_wishes(said: Sequence[str]) -> bool:
    """`I'd hate for you to be late`, where nothing was said of the reader before it."""
    for at, word in enumerate(said[:-3]):
        is_would = word in _WOULD or (word in FIRST and said[at + 1] == "would")
        if is_would and not _WISHES.isdisjoint(said[at + 1 : at + 4]):
            return YOU.isdisjoint(said[:at]) and not YOU.isdisjoint(said[at + 2 : at + 6])
    return False


def _only_judges(said: Sequence[str]) -> bool:
    """`Your planners spend too much time on it`, `it is slower than it should be`: says who?"""
    if not _WASTES.isdisjoint(said) or ("too", "much") in pairwise(said):
        return True
    return any(word == "than" and "should" in said[at + 2 : at + 4] for at, word in enumerate(said))


def _is_of_the_contact(said: Sequence[str]) -> bool:
    """`The link is valid until May`, `the form has 38 items`: how the reader takes part."""
    if said[0] not in ("the", "this", "our") or not said[2:]:
        return False
    if said[1] in _MEANS:
        return True
    return said[1] in _STUDIES and not _TAKES_PART.isdisjoint(said[2:])


def _hands_over(
    said: Sequence[str], about: About, facts: frozenset[str], *, is_question: bool
) -> Gift | None:
    """Whether it offers or gives what the reader can use, and not the sender's own papers."""
    if facts & _NO_GIFT or not COLLATERAL.isdisjoint(said):
        return None
    if _is_about_them(said) or _is_bargain(said):
        return None
    is_linked = "resource" in facts and about != "sender" and not _is_plea(said)
    is_resource = "shares-resource" in facts or is_linked
    is_own = about == "sender" and (said[0] == "our" or not _PROUD.isdisjoint(said[:4]))
    if is_resource and not is_own:
        return "useful-resource" if "offers" not in facts else "useful-offer"
    if _is_on_its_way(said):
        return "useful-resource"
    if not _MINUTES.isdisjoint(said) and "show" in said:
        return None  # "I can show you in 15 minutes"
    if "offers" in facts or (_asks_what_to_give(said) if is_question else _offers(said)):
        return "useful-offer"
    return None


def _is_about_them(said: Sequence[str]) -> bool:
    """Whether what is offered tells about the sender: `something about us`, the `order form`."""
    return any(
        (word == "about" and not _OWN.isdisjoint(said[at + 1 : at + 4]))
        or (word, said[at + 1]) in _OWN_PAIRS
        or (word in _FILLED_IN_FOR_US and said[at + 1] in _FORMS)
        for at, word in enumerate(said[:-1])
    )


def _shows_own_work(said: Sequence[str]) -> bool:
    """`Here are some of our recent ones`, `our latest projects are here`."""
    at = next((at for at, word in enumerate(said[:_LONGEST_LEAD]) if word in ("our", "ours")), None)
    return at is not None and not _WORKS.isdisjoint(said[at : at + 4])


def _is_bargain(said: Sequence[str]) -> bool:
    """`Register and we'll send you the recording`, `if you answer these I can tell you …`."""
    first = said[2:3] if said[:2] == ["if", "you"] else said[:1]
    return not _BARGAINS.isdisjoint(first)


def _offers(said: Sequence[str]) -> bool:
    """`Happy to mark the other two`, `you can have it without conditions`."""
    if said[0] in ("happy", "glad") and said[1:2] == ["to"]:
        return _MEETS.isdisjoint(said[2:5]) and _ADAPTS.isdisjoint(pairwise(said[2:5]))
    if said[:1] == ["i"] and said[1:2] in (["can"], ["could"]) and "yours" in said[2:5]:
        return True  # "I can convert yours if you send it over"
    if said[0] == "if" and _is_there_then(said):
        return True
    if tuple(said[:3]) == ("what", "you'd", "get") or tuple(said[:2]) in _IN_RETURN:
        return True
    if said[0] == "if" and not _NEEDS.isdisjoint(said[1:5]):
        return said[-2:] == ["just", "ask"] or "yours" in said or said[-1] == "ask"
    return said[0] == "you" and said[1:3] in (["can", "have"], ["may", "have"])


def _is_there_then(said: Sequence[str]) -> bool:
    """`If the towels go grey again, I'm easy to find`; not `if you have questions`."""
    is_there = any(tuple(said[at : at + 3]) in _THERE for at in range(2, len(said)))
    own = [word for word in said if word.isalpha() and word not in EMPTY_WORDS]
    return is_there and len(own) >= _SOME and _ASKED_OF_US.isdisjoint(said)


def _is_on_its_way(said: Sequence[str]) -> bool:
    """`The samples are in the post`."""
    is_sent = tuple(said[-3:]) in _ON_ITS_WAY and said[-4:-3] in (["is"], ["are"])
    return is_sent and "invoice" not in said


def _asks_what_to_give(said: Sequence[str]) -> bool:
    """`Want the page?`, `would you like my notes?`."""
    for lead in _ASKS_TO_GIVE:
        if tuple(said[: len(lead)]) == lead and said[len(lead) : len(lead) + 1]:
            return said[len(lead)] in _GIVEN
    return False


def _is_plea(said: Sequence[str]) -> bool:
    """Whether it tells the reader what to do: `please send your …`, `keep my details`."""
    if said[1:2] == [PAUSE] and said[2:]:
        said = said[2:]  # "finally, don't forget to follow us"
    return said[0] in _PLEAS or said[0] in _IMPERATIVES or said[1:2] == ["please"] or "mean" in said


def _after_lead(said: Sequence[str]) -> Sequence[str]:
    """Past what announces it: `one number I left out: the reading takes …`."""
    for at, word in enumerate(said[:_LONGEST_LEAD]):
        if word == PAUSE:
            return said[at + 1 :] if _speaks_of_sender(said[:at]) else said
    return said


def _speaks_of_sender(said: Sequence[str]) -> bool:
    """Whether the sender occurs, and not as a witness.

    `Most managers I talk to` is about the managers, `the plank is soft, I put my boot through it`
    about the plank.
    """
    for at, word in enumerate(said):
        if word not in _SELVES:
            continue
        if (
            word == "i"
            and at
            and said[at - 1] == PAUSE
            and _SAW.intersection(said[at + 1 : at + 2])
        ):
            return False
        after = said[at + 1] if at + 1 < len(said) else ""
        if word not in ("i", "we") or after not in _TALKS:
            return True
    return False


def _is_dealing(said: Sequence[str], words: int) -> bool:
    """Whether all that it says of the reader is what they may do, get or sign with the sender.

    `You can pay by cheque`, `we ask you to register`, `it was a pleasure to guard your sites`.
    """
    if said[0] in _DUMMIES:
        return words < _LEAST_TOLD or not tells_more(said)
    if said[0] in FIRST:
        saw = any(word.endswith("ed") or word in _SAW for word in said[1:5])
        looked = list(said[1:4]) == ["had", "a", "look"]
        return not (saw or looked) and "because" not in said
    at = next((at for at, word in enumerate(said) if word in YOU or word == READER), None)
    if at is None:
        return False
    after = said[at + 1] if at + 1 < len(said) else ""
    if at > _LONGEST_LEAD or said[at + 2 : at + 3] == ["not"]:
        return False  # you will not be charged for Thursday
    if at == 0 and said[:2] == ["you", "can"] and said[2:3] != [] and said[2] in _MENDS:
        return False  # you can switch it to Dublin under Settings
    if said[at] == "your":  # your subscription, your StowBack subscription
        return after in _DEALS_NOUNS or not _SUBSCRIPTIONS.isdisjoint(said[at + 2 : at + 3])
    return said[at] in ("you'll", "you'd") or after in _DEALS


def _tells_what_they_need(said: Sequence[str]) -> bool:
    """`As a leader, you need software that keeps up`."""
    return any(
        word == "you" and said[at + 1 : at + 2] and said[at + 1] in _NEEDED
        for at, word in enumerate(said)
    )


def _sells(said: Sequence[str]) -> bool:
    """`With Larkfield you get …`, `we think that you'd be perfect for our team`."""
    is_of_sender = SENDER in said or any(
        word == "our" and at and said[at - 1] in _FITS for at, word in enumerate(said)
    )
    return is_of_sender and said[0] not in YOU and said[0] != READER


def _tells(said: Sequence[str]) -> bool:
    """Whether it is a sentence that says something of something, and no title or item."""
    words = [word for word in said if word != PAUSE]
    links = sum(word in FUNCTION_WORDS for word in words)
    return len(words) >= _SHORTEST and links >= _LEAST_LINKS * len(words)


def _asks_for_the_seller(said: Sequence[str]) -> bool:
    """Whether only one who sells has a use for the answer: `are you happy with your provider?`."""
    if not _PROVIDERS.isdisjoint(said) and not _CURRENT.isdisjoint(said):
        return True
    if said[-3:] == ["what", "you", "do"]:
        return True  # "I'd love to stop by and learn more about what you do"
    if "in house or" in " ".join(said):
        return True
    if "charge" in said and "they" in said:
        return True  # what do they charge you?
    is_who = said[:1] == ["who"] or "responsible" in said or "charge" in said
    own = {word for word in said if word.isalpha() and word not in EMPTY_WORDS}
    return is_who and bool(own) and own <= _DEPARTMENTS


def _is_proof(said: Sequence[str], specifics: Specifics) -> bool:
    """Whether something came of it for somebody who is named, or that was measured."""
    if _shows_own_work(said):
        return False
    if said[0] in _SOME_OF and said[1:3] == ["of", "our"] and specifics.words >= _LEAST_TOLD:
        return True  # "two of our customers do it on paper in the canteen"
    if said[0] == "at" and specifics.names and specifics.words >= _LEAST_SEEN and said[3:5]:
        return PAUSE not in said[:3] and not {"we", "i"}.isdisjoint(said[2:5])
    if EFFECTS.isdisjoint(said) or said[0] == "if" or ("of", "us") in pairwise(said):
        return False
    if any(
        word in _OF_THE_HOUSE and not _HOUSEHOLD.isdisjoint(said[at + 1 : at + 2])
        for at, word in enumerate(said)
    ):
        return False
    if "our" in said[:2] and not _is_for_somebody(said):
        return False  # "from our purpose-built hall in Leeds we wash 900,000 pieces"
    if specifics.third or (specifics.figures and specifics.names):
        return True
    return bool(specifics.figures and specifics.words >= _SOME and _is_for_somebody(said))


def _is_for_somebody(said: Sequence[str]) -> bool:
    """`For a brewery in Hull`, `our clients`; not `for a 5% discount`."""
    return not _CLIENTS.isdisjoint(said) or any(
        said[at] in _FOR and said[at + 1] in _SOMEBODY and said[at + 2].isalpha()
        for at in range(len(said) - 2)
    )
