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

from cadence_lint.reading.facts.capabilities import tells_what_it_does
from cadence_lint.reading.facts.directions import gives_steps, warns
from cadence_lint.reading.facts.manners import THANKS, begs_advice, invites, is_of_manners
from cadence_lint.reading.facts.mentions import says_something_of_reader
from cadence_lint.reading.facts.observations import is_dealing, observes_theirs, shares_ground
from cadence_lint.reading.facts.offers import hands_over, is_plea, shows_own_work
from cadence_lint.reading.facts.specifics import ACTS
from cadence_lint.reading.facts.substance import EMPTY_WORDS, FUNCTION_WORDS
from cadence_lint.reading.facts.unseen import (
    is_of_their_kind,
    is_only_a_fan,
    says_what_a_trade_lives_with,
    says_what_lists_say,
)
from cadence_lint.reading.text.plain import HIDDEN, OTHER, PAUSE, READER, SENDER
from cadence_lint.reading.text.word_set import word_set
from cadence_lint.reading.whom.people import (
    CONGRATULATES,
    CONVERSATIONS,
    FIRST,
    I_OR_WE,
    MODALS,
    US,
    WE_WILL,
    without_afterword,
)

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

EFFECTS = word_set(
    "cut cuts reduced reduce saved save saves went dropped doubled tripled halved raised lowered"
    " increased grew shortened brought got moved helped gave freed recovered avoided found won"
    " fixed took built turned lifted boosted improved cutting saving reducing helping replaced"
    " lost fell rose cost closed closes kept hit reached ran solved switched achieved achieve drove"
    " generated handled"
)
_RESOURCES = frozenset({"resource", "shares-resource"})
_THANKS = (["thank", "you", "for"], ["thanks", "for", "the"], ["thanks", "for", "your"])
_CAME = word_set("coming showing attending joining visiting stopping hosting speaking dropping")
_GAVE = word_set(
    "supporting sponsoring funding backing donating giving lending buying ordering hosting housing"
    " helping letting volunteering teaching judging feeding"
)
_OWED = {("because", "of"), ("thanks", "to")}
_GIFTS_OF = word_set(
    "support sponsorship gift gifts generosity donation donations help partnership funding"
    " backing kindness partners supporters sponsors donors members friends volunteers neighbours"
    " neighbors people"
)

_PAST = word_set("year season spring summer autumn fall winter month week term time christmas")
_CENTURIES = frozenset({"19", "20"})
_SAW = word_set(
    "saw read reading met heard found sat bought ran wrote drove rode went stood told put"
)
_PROVIDERS = word_set(
    "provider providers supplier suppliers vendor vendors broker brokers contractor contractors"
    " agency agencies outsource outsourced insurer carrier"
)
_CURRENT = word_set(
    "current currently existing present presently happy satisfied use uses using external"
    " contract outsource outsourced work works tied locked"
)
_BILLS = word_set("bill bills statement invoice contract policy")
_AT_HAND = word_set("hand handy nearby")
_BOUND = word_set("tied locked")
_TERMS = {("you", "accept"), ("you", "charge"), ("your", "budget"), ("your", "rates")}
_DEPARTMENTS = word_set(
    "purchasing procurement buying marketing payroll facilities recruitment recruiting hiring"
    " accounts accounting sales finance training insurance cleaning printing packaging purchases"
    " responsible charge department organisation organization decisions maker manages oversees"
    " deals looks buys orders hr compliance legal security safety quality logistics it"
)
_BUYS = word_set("buy buys buying purchasing procurement")
_SEES_TO = word_set("responsible charge")
_WHO = {("one", "who"), ("person", "who"), ("person", "for"), ("one", "for")}
_OF_THE_HOUSE = word_set("our my the its")
_HOUSEHOLD = word_set(
    "turnover headcount series workforce team company revenue quarter fiscal year board office"
    " sales"
)
_SOME_OF = word_set("one two three four five six seven eight nine ten some most")
_HARMED = word_set(
    "burned burnt cracked broke ruined scrapped jammed tore split snapped leaked melted bent seized"
    " warped flooded blew stripped shattered chipped scorched spoiled spoilt"
)
_CLIENTS = word_set(
    "helped helping client clients customer customers their them they who whose another"
)
_OF_WORK = word_set("experience experiences expertise")
_FOR = word_set("for at with")
_SOMEBODY = word_set("a an one two three four five six each every another")
_SELVES = FIRST | US
_AWARDS = word_set("award awards prize shortlisted finalist finalists competition competitions")
_TALKS = word_set("talk speak spoke talked meet met know see meant mentioned")
_OUR_TALK = CONVERSATIONS | {"talk"}
_TOLD_US = word_set("told tell tells telling asked ask asks wrote showed")
_THINKS = word_set("think guess believe reckon")
_WORKS = word_set("work worked")
"""`Two agencies we work with` are told of, and not the sender."""
_QUALIFICATIONS = word_set(
    "experience knowledge background proficiency proficient fluency fluent familiarity familiar"
    " degree understanding skills expertise ability"
)
_CALL_ME_AT = word_set("again that's it's is my number once more or at on the phone ,")
_IN = word_set("in of with on or to using")
_MEANS = word_set(
    "link form questionnaire offer voucher code registration invitation discount promotion"
)
_INVITES = word_set("invitation invite offer discount promotion code")
_STUDIES = word_set("survey study poll interview call session webinar")
_THIS = word_set("the this our")
_SOLD = word_set(
    "price registration fee fees ticket tickets journal programme program conference summit course"
    " webinar workshop event masterclass retreat bootcamp version package packages subscription"
    " discount deal admission entry"
)
_STANDS = word_set(
    "is are has have does costs comes runs starts begins includes covers supports will can offers"
    " features consists"
)
_TAKERS = word_set(
    "countries delegates attendees leaders experts speakers participants merchants places seats"
    " spots spaces tickets guests"
)
_WILL_BE = word_set("will be seats places spots spaces tickets are")
_TAKEN = word_set("participate attend accepted admitted left remaining available gather present")
_TAKES_PART = word_set("minutes mins questions items open anonymous closes confidential valid free")
_TAKES = frozenset(
    "asks-for-meeting claims hurries gives-homework bashes-competitor blames-silence names-a-slot"
    " buzzwords escalates rewards-meeting"
    " sells-on-crisis".split()
)
"""What a sentence that does it gives nothing by, unless it names what it saw."""
_SEES_AND_PRESUMES = frozenset({"observes", "presumes"})
SERVES_SENDER = frozenset({"serves-sender", "teases"})
"""What a sentence that does it gives nothing by, however much it names, unless it saw that."""
REFERRED = "names-referrer"
"""Who sent the sender is named: nobody else could be told that, and it is a reason to listen."""
_LEAST_SEEN = 3
_SOME = 2
_PLENTY = 8
_LEAST_TOLD = 4
_SHORTEST = 6
_LONGEST_LEAD = 8
_LONGEST_CAUSE = 9
_NEAR = 5
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
    if not said or _gives_nothing(said, specifics, facts):
        return None
    if REFERRED in facts and not is_question:
        return "observes-theirs"
    if gives := hands_over(said, about, facts, is_question=is_question):
        return gives
    if about in ("reader", "both") and not is_question and shares_ground(said):
        is_of_many = said[0] in FIRST and "fellow" in said and not specifics.is_named
        return None if is_of_many else "observes-theirs"  # "I'm a fellow dog lover"
    if _takes(about, specifics, facts):
        return None
    if asks_about_work:
        return None if _asks_for_the_seller(said) else "asks-about-their-work"
    return None if is_question else _told(said, about, specifics, facts)


def _gives_nothing(said: Sequence[str], specifics: Specifics, facts: frozenset[str]) -> bool:
    """Whether it is hidden what it says, or it is for the sender's sake."""
    if HIDDEN in said or _is_of_writing(said) or begs_advice(said):
        return True
    told = [word for word in said if word not in _CALL_ME_AT]
    if told in ([READER], [OTHER]) and not specifics.own:
        return True  # "[Number].", "again, that's [number]", "[Link to the form]"
    if list(said[:2]) == ["no", "more"] and said[2:3] != ["than"]:
        return True  # "no more [typical problem]"
    if facts & _RESOURCES and (shows_own_work(said) or "reasons" in said):
        return True  # "here are 8 reasons why it matters"
    return not SERVES_SENDER.isdisjoint(facts) and "observes" not in facts


def _takes(about: About, specifics: Specifics, facts: frozenset[str]) -> bool:
    """Whether it asks, claims or presses, and shows too little for that."""
    takes = facts & _TAKES
    if "claims" in takes and "observes" not in facts:
        return True
    if takes == {"asks-for-meeting"} and about == "both" and specifics.weight >= _LEAST_TOLD:
        return False  # "I had my coffee at yours" asks for none
    is_seen = specifics.is_named and ("observes" in facts or specifics.weight >= _PLENTY)
    return bool(takes) and not is_seen


def _told(
    said: Sequence[str], about: About, specifics: Specifics, facts: frozenset[str]
) -> Gift | None:
    """What is told: of the sender, of the reader, of both, or else of the matter."""
    if "observes" not in facts and (tells_what_it_does(said) or invites(said)):
        return None
    if says_what_lists_say(said) or (not specifics.figures and is_only_a_fan(said)):
        return None
    if not specifics.figures and says_what_a_trade_lives_with(said):
        return None
    if list(said[:3]) in _THANKS and (specifics.figures or not _CAME.isdisjoint(said[3:5])):
        return "observes-theirs"  # what they gave, that they came
    if _thanks_for_what_they_gave(said) or _tells_what_came_of_it(said, specifics):
        return "observes-theirs"
    if is_of_manners(said) and not specifics.figures and specifics.words <= _LEAST_TOLD:
        return None
    if about == "sender":
        return "proof" if _is_proof(said, specifics) else None
    if "recounts-talk" in facts and _goes_back_to_our_talk(said):
        return "observes-theirs"
    if warns(said):
        return "example" if specifics.is_named else "insight"
    if _befell_others(said):
        return "example"
    if specifics.weight >= _LEAST_TOLD and gives_steps(said):
        return "example"
    said = without_afterword(said)
    if is_plea(said) and not (about == "reader" and "observes" in facts):
        return None
    is_of_kind = is_of_their_kind(said, is_counted=specifics.figures > 0)
    if about == "reader" and not is_of_kind:
        if observes_theirs(said, about, specifics, facts):
            return "observes-theirs"
        is_of_them = says_something_of_reader(said) or is_dealing(said, specifics.words)
        if is_of_them or not FIRST.isdisjoint(said):
            return None  # what is only said to them may be of the matter
    if SENDER in said or not {"our", "ours"}.isdisjoint(said):
        return "proof" if _is_proof(said, specifics) else None
    if about == "both" and observes_theirs(said, about, specifics, facts):
        return "observes-theirs"
    if said[0] in CONGRATULATES and said[1:2] == ["to"]:
        return None  # to a colleague of the sender's
    return _told_of_matter(_after_lead(said), about, specifics, facts, is_of_kind=is_of_kind)


def _befell_others(said: Sequence[str]) -> bool:
    """`Three dairies cracked a lid with it`: what went wrong for some is a warning to others."""
    is_some = said[0] in _SOME_OF or (said[0].isdecimal() and len(said[0]) <= _SOME)
    if not is_some or not _SELVES.isdisjoint(said):
        return False
    return not _HARMED.isdisjoint(said[2:4]) and said[1].endswith("s")


def _goes_back_to_our_talk(said: Sequence[str]) -> bool:
    """`Following our meeting on Monday about your second kiln`: a matter that both know of."""
    return any(
        word == "our" and not _OUR_TALK.isdisjoint(said[at + 1 : at + 3])
        for at, word in enumerate(said)
    )


def _thanks_for_what_they_gave(said: Sequence[str]) -> bool:
    """`A huge thank you for sponsoring our regatta last year`: that is known of few."""
    at = next((at for at, word in enumerate(said[:_LONGEST_LEAD]) if word in _GAVE), 0)
    if said[at - 1] != "for" or THANKS.isdisjoint(said[max(at - 5, 0) : at]):
        return False
    return any(
        (word == "last" and after in _PAST) or (word == "in" and after[:2] in _CENTURIES)
        for word, after in pairwise(said[at:])
    )


def _tells_what_came_of_it(said: Sequence[str], specifics: Specifics) -> bool:
    """`Because of your gift, 14 children learned to sail`, `thanks to sponsors like you, we …`."""
    if tuple(said[:2]) not in _OWED or PAUSE not in said[2:_LONGEST_CAUSE]:
        return False
    giver = said[2 : said.index(PAUSE)]
    if giver not in (["you"], ["you", "all"]) and _GIFTS_OF.isdisjoint(giver):
        return False
    is_theirs = giver[0] in ("you", "your") or giver[1:2] == ["like"]
    return is_theirs and (specifics.figures > 0 or specifics.weight >= _LEAST_TOLD)


def _told_of_matter(
    said: Sequence[str],
    about: About,
    specifics: Specifics,
    facts: frozenset[str],
    *,
    is_of_kind: bool,
) -> Gift | None:
    """What is told of anybody or anything else, if it is told in full and not of the sender."""
    if facts.issuperset(_SEES_AND_PRESUMES) and not specifics.is_named:
        return None  # "I see you are scaling and must be feeling it"
    least = _SOME if specifics.names else _LEAST_SEEN
    if "observes" in facts and about == "neither" and specifics.weight >= least:
        return "observes-theirs"
    if specifics.weight < _LEAST_TOLD or _speaks_of_sender(said):
        return None
    if not (_tells(said) or _tells_what_somebody_did(said, specifics)):
        return None
    if _is_of_the_contact(said) or _is_of_the_offer(said):
        return None
    if _presents(said, specifics) or _gives_name(said, facts):
        return None
    if is_of_kind and not specifics.figures:
        return "insight"
    return "example" if specifics.is_named else "insight"


def _is_of_writing(said: Sequence[str]) -> bool:
    """`I sent you [an email] about [topic]`."""
    return said[0] in I_OR_WE and said[1:3] in (["sent", "you"], ["emailed", "you"])


def _is_of_the_contact(said: Sequence[str]) -> bool:
    """`The link is valid until May`, `the form has 38 items`: how the reader takes part."""
    if said[0] not in _THIS or not said[3:]:
        return False
    if said[1] in _MEANS or (said[2] in _INVITES and said[3] in ("will", "expires", "ends")):
        return True
    return said[1] in _STUDIES and not _TAKES_PART.isdisjoint(said[2:])


def _is_of_the_offer(said: Sequence[str]) -> bool:
    """`The registration is £90`, `the journal has …`, `only 9 seats are left`: what is for sale.

    `The price of oak is up`, and what a post pays, is of the matter.
    """
    if said[0] in _THIS and any(
        word in _SOLD and after in _STANDS for word, after in pairwise(said[1:_SHORTEST])
    ):
        return True
    return not _TAKERS.isdisjoint(said[:_SHORTEST]) and any(
        word in _WILL_BE and after in _TAKEN for word, after in pairwise(said[:_LONGEST_LEAD])
    )


def _presents(said: Sequence[str], specifics: Specifics) -> bool:
    """`Marlow is a glazier and speaker who …`: somebody or something is introduced by name."""
    is_subject = specifics.names > 0 and said[0] not in FUNCTION_WORDS
    return is_subject and said[1:2] == ["is"] and said[2:3] in (["a"], ["an"])


def _gives_name(said: Sequence[str], facts: frozenset[str]) -> bool:
    """`This is Marta Lind at 555 0134`."""
    return "introduces-sender" in facts and list(said[:2]) == ["this", "is"]


def _after_lead(said: Sequence[str]) -> Sequence[str]:
    """Past what announces it: `one number I left out: the reading takes …`."""
    for at, word in enumerate(said[:_LONGEST_LEAD]):
        if word == PAUSE:
            return said[at + 1 :] if _speaks_of_sender(said[:at]) else said
    return said


def _speaks_of_sender(said: Sequence[str]) -> bool:
    """Whether the sender occurs, and not as a witness.

    `Most managers I talk to` is about the managers, `the plank is soft, I put my boot through it`
    about the plank, and `six of them told us that …` about the six.
    """
    for at, word in enumerate(said):
        if word not in _SELVES or (word in US and said[at - 1] in _TOLD_US):
            continue
        if (
            word == "i"
            and at
            and said[at - 1] == PAUSE
            and _SAW.intersection(said[at + 1 : at + 2])
        ):
            return False
        after = said[at + 1] if at + 1 < len(said) else ""
        if at and word == "i" and after in _THINKS:
            continue  # "she is right on 31 of them, I think"
        is_between = at > 0 and after in _WORKS and said[at + 2 : at + 3] in (["with"], ["for"])
        if word not in I_OR_WE or not (after in _TALKS or is_between):
            return True
    return False


def _tells(said: Sequence[str]) -> bool:
    """Whether it is a sentence that says something of something, and no title or item."""
    if said[0] in _QUALIFICATIONS and said[1:2] and said[1] in _IN:
        return False  # "experience with Kafka or other queues": what a post asks for
    words = [word for word in said if word != PAUSE]
    if _went_from_to(words):
        return True
    links = sum(word in FUNCTION_WORDS for word in words)
    return len(words) >= _SHORTEST and links >= _LEAST_LINKS * len(words)


def _tells_what_somebody_did(said: Sequence[str], specifics: Specifics) -> bool:
    """`Lindqvist moved 40 lanes to night slots`: short as it is, it has who, what and how much."""
    did = said[1:2] != [] and (said[1] in ACTS or said[1].endswith("ed"))
    return did and specifics.names > 0 and specifics.figures > 0


def _went_from_to(words: Sequence[str]) -> bool:
    """`Counting the stock went from 3 weekends to 2 hours`."""
    if EFFECTS.isdisjoint(words) or "from" not in words:
        return False
    after = words[words.index("from") + 1 :]
    return after[:1] != [] and after[0][0].isdecimal() and "to" in after[1:_NEAR]


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
    if any(pair in _TERMS for pair in pairwise(said)):
        return True  # do you accept links?
    if not _BILLS.isdisjoint(said) and not (_AT_HAND | _BOUND).isdisjoint(said):
        return True  # have you got a recent bill to hand? are you tied into a contract?
    if not _BUYS.isdisjoint(said) and (
        not _SEES_TO.isdisjoint(said) or any(pair in _WHO for pair in pairwise(said))
    ):
        return True  # are you responsible for buying the salt?
    is_who = (
        said[:1] == ["who"]
        or ("me", "who") in pairwise(said)
        or "responsible" in said
        or "charge" in said
    )
    own = {word for word in said if word.isalpha() and word not in EMPTY_WORDS}
    return is_who and bool(own) and own <= _DEPARTMENTS


def _is_proof(said: Sequence[str], specifics: Specifics) -> bool:
    """Whether something came of it for somebody who is named, or that was measured."""
    if shows_own_work(said) or not _AWARDS.isdisjoint(said) or _is_of_a_career(said):
        return False
    if _is_to_come(said) and not (specifics.names or specifics.third):
        return False
    if said[0] in _SOME_OF and said[1:3] == ["of", "our"] and specifics.words >= _LEAST_TOLD:
        return True  # "two of our customers do it on paper in the canteen"
    if said[0] in _FOR and specifics.names and specifics.words >= _LEAST_SEEN and said[3:5]:
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


def _is_of_a_career(said: Sequence[str]) -> bool:
    """`With 12 years of experience building teams, I've closed …`: what stands on a CV.

    Whoever names a client whom it was done for tells of that client.
    """
    return any(
        word == "years" and not _OF_WORK.isdisjoint(said[at + 1 : at + 3])
        for at, word in enumerate(said)
    ) and not _CLIENTS.intersection(said)


def _is_to_come(said: Sequence[str]) -> bool:
    """`We can cut it by 40%`: that is still to be seen."""
    return said[0] in WE_WILL or (said[0] in I_OR_WE and not MODALS.isdisjoint(said[1:2]))


def _is_for_somebody(said: Sequence[str]) -> bool:
    """`For a brewery in Hull`, `our clients`; not `for a 5% discount`."""
    return not _CLIENTS.isdisjoint(said) or any(
        said[at] in _FOR and said[at + 1] in _SOMEBODY and said[at + 2].isalpha()
        for at in range(len(said) - 2)
    )
