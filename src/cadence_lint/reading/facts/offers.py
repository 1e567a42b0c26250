"""Whether a sentence offers or hands over something that the reader can use.

What tells of the sender (a brochure, a demo, some of their recent work), what is only given in
return, and a form to be filled in for the sender are nothing of the kind.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from cadence_lint.reading.facts.directions import PLEAS
from cadence_lint.reading.facts.substance import EMPTY_WORDS
from cadence_lint.reading.text.plain import PAUSE, SENDER
from cadence_lint.reading.text.word_set import word_set
from cadence_lint.reading.whom.people import I_OR_WE, OUR

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cadence_lint.reading.whom.about import About

COLLATERAL = word_set(
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
_MEETS = word_set(
    "chat talk jump hop connect meet discuss call speak answer hear have do help set schedule get"
    " be learn explain accommodate flex"
)
_ADAPTS = {("work", "around"), ("work", "with"), ("fit", "in"), ("fit", "around"), ("fit", "into")}
"""When the two could meet, which gives nothing: `happy to work around your schedule`."""
_ASKS_TO_GIVE = (("want",), ("would", "you", "like"), ("do", "you", "want"), ("like",))
_OWN = word_set("us our ours me my mine we it this that") | {SENDER}
_IN_RETURN = {("in", "return"), ("in", "exchange"), ("you'd", "get")}
_FORMS = word_set("form forms")
_FILLED_IN_FOR_US = word_set(
    "order application registration booking consent entry donation pledge sign-up signup enrolment"
    " enrollment membership feedback aid direct standing contact"
)
"""Forms that the reader fills in for the sender; a claim form is for the reader."""
_OWN_PAIRS = {
    ("price", "list"), ("whether", "we"),
    ("whether", "we'd"), ("whether", "we're"), ("if", "we'd"), ("how", "we"), ("what", "we"),
}  # fmt: skip
_OF_THEM = {"about", *_FILLED_IN_FOR_US, *(word for word, _ in _OWN_PAIRS)}
"""Without any of these, nothing tells about the sender."""
_NO_GIFT = frozenset({"asks-for-meeting", "asks-leave", "hurries", "asks-to-sign-up"})
_THERE = {
    ("i'm", "easy", "to"), ("am", "easy", "to"), ("i", "am", "here"), ("i'm", "around", PAUSE),
    ("i'm", "here", PAUSE), ("i", "am", "around"), ("number", "still", "works"),
    ("so", "does", "my"), ("my", "number", "is"),
}  # fmt: skip
_ASKED_OF_US = word_set("question questions interested interest want need help anything")
_ON_ITS_WAY = {("in", "the", "post"), ("on", "the", "way"), ("on", "its", "way")}
_WORKS = word_set(
    "ours ones work works projects jobs pieces installations latest recent references gallery"
)
_BARGAINS = word_set(
    "register sign book join subscribe order answer reply enrol enroll apply vote donate"
)
"""Whoever does this first gets the rest for it: nothing is given."""
_NEEDS = word_set("want need like")
_YOU_MAY_HAVE = [["you", may, "have"] for may in ("can", "may", "could")]
_ANSWERS = word_set("call text ring reply answer write email message say ask")
_GIVEN = word_set("my their his her the it them these those that one both a an")
_SKILLS = word_set(
    "ability abilities work writing style skills experience background craft range services"
)
_WARES = word_set("repository repo library framework extension plugin tool app beta")
_PITCHED = frozenset({"pitches", "claims"})
_PROUD = word_set("proud delighted thrilled excited pleased")
_PAGES = word_set("site website blog page article post profile listing store shop channel video")
_PAYS = word_set("pay cover reimburse")
_MADE = word_set("wrote made kept noted drew counted collected listed recorded typed copied")
_MINUTES = word_set("minutes mins")
_IMPERATIVES = word_set(
    "send reply respond call connect contact email let check read click visit review consider take"
    " book schedule join follow subscribe keep reach see feel share forward confirm provide tell"
    " act buy order sign try don't do imagine start download get discover learn claim grab"
    " double help support vote donate give rest stay hear secure network meet enjoy explore"
    " unlock"
)
_COAXES = word_set("just simply")
_LEADS = _COAXES | word_set("go ahead and")
_DO = word_set("put point add place press type fill use paste enter")
"""Imperatives only after these: `simply add it`."""
_PORTFOLIO = word_set(
    "sites websites site website apps shops pages logos designs campaigns projects videos"
)
_MADE_BY_ME = word_set("developed designed built made created did shot")
_MY_LIFE = word_set("world life journey")
_COULD = word_set("could can told showed")
_ASSURES = (["be", "assured"], ["be", "reassured"], ["fill", "out"])
_AT_NO_COST = word_set("free no nothing")
_NO_COST = {("no", "cost"), ("no", "charge"), ("for", "nothing")}
_COUNTED = word_set("a an one two three first your")
_OFFERERS = I_OR_WE | word_set("i'd i'll i'm we'd we'll we're can could want would happy glad")
_DOES = word_set(
    "offer offering run running do make give send lend bring fix clean print repair paint repaint"
    " polish test try set mend draw redraw write rewrite scan wash service"
)
_SOLD = (COLLATERAL - {"offer"}) | word_set(
    "consultation consultations session sessions call calls chat meeting valuation strategy"
    " assessment appointment review guide ebook training course seminar spot spots slot"
    " advice coaching visit evaluation analysis discovery gift gifts bonus order orders"
)
"""What is free of charge anywhere: it tells of the sender, or sells, and is no piece of work."""
_RISK = word_set("risk feel are hassle stress tax be")
"""Before `free`: `risk free`, `are you free`."""
_NEAR = 8
_SOME = 2


def hands_over(
    said: Sequence[str], about: About, facts: frozenset[str], *, is_question: bool
) -> Literal["useful-offer", "useful-resource"] | None:
    """Whether it offers or gives what the reader can use, and not the sender's own papers."""
    if facts & _NO_GIFT:
        return None
    if not COLLATERAL.isdisjoint(said):
        return "useful-offer" if _works_for_nothing(said) else None
    if _is_about_them(said) or _is_bargain(said) or _is_supposed(said):
        return None
    is_linked = (
        "resource" in facts
        and about != "sender"
        and not is_plea(said)
        and not _points_at_theirs(said)
    )
    is_resource = "shares-resource" in facts or is_linked
    if is_resource and not _is_of_the_sender(said, about, facts):
        return "useful-resource" if "offers" not in facts else "useful-offer"
    if _is_on_its_way(said):
        return "useful-resource"
    if about == "both" and said[0] == "we" and not _PAYS.isdisjoint(said[1:3]):
        return "useful-offer"  # "we cover the train and 90 euro"
    if not _MINUTES.isdisjoint(said) and "show" in said:
        return None  # "I can show you in 15 minutes"
    if _names_nothing(said):
        return None
    if _works_for_nothing(said):
        return "useful-offer"
    if "offers" in facts or (_asks_what_to_give(said) if is_question else _offers(said)):
        return "useful-offer"
    return None


def _is_of_the_sender(said: Sequence[str], about: About, facts: frozenset[str]) -> bool:
    """`Two samples that show my style`, `here is our library`, `we've built a tool that …`."""
    if any(
        (word in OUR and (after in _SKILLS or after in _MY_LIFE))
        or (word in I_OR_WE and after == "need")
        for word, after in pairwise(said)
    ):
        return True
    if _shows_portfolio(said) or _links_to_theirs(said):
        return True
    if any(
        word == "our" and not _WARES.isdisjoint(said[at : at + 3]) for at, word in enumerate(said)
    ):
        return True
    is_pitched = not _PITCHED.isdisjoint(facts) or said[0] == "our"
    return about == "sender" and (is_pitched or not _PROUD.isdisjoint(said[:4]))


def _shows_portfolio(said: Sequence[str]) -> bool:
    """`Here are two shops that I designed`."""
    return any(
        word in I_OR_WE
        and not _MADE_BY_ME.isdisjoint(said[at + 1 : at + 2])
        and not _PORTFOLIO.isdisjoint(said[max(at - 2, 0) : at])
        for at, word in enumerate(said)
    )


def _links_to_theirs(said: Sequence[str]) -> bool:
    """`I have put a link to your shop on our page`."""
    return ("link", "to") in pairwise(said) and ("to", "your") in pairwise(said)


def _names_nothing(said: Sequence[str]) -> bool:
    """`Happy to send something over`: of what?"""
    return "something" in said and all(word in EMPTY_WORDS for word in said if word.isalpha())


def _points_at_theirs(said: Sequence[str]) -> bool:
    """Whether a link is to something of the reader's: `an article of yours here: …`."""
    return any(
        (word == "your" and after in _PAGES) or (word == "of" and after == "yours")
        for word, after in pairwise(said)
    )


def _is_about_them(said: Sequence[str]) -> bool:
    """Whether what is offered tells about the sender: `something about us`, the `order form`."""
    return not _OF_THEM.isdisjoint(said) and any(
        (word == "about" and not _OWN.isdisjoint(said[at + 1 : at + 4]))
        or (word, said[at + 1]) in _OWN_PAIRS
        or (word in _FILLED_IN_FOR_US and said[at + 1] in _FORMS)
        for at, word in enumerate(said[:-1])
    )


def shows_own_work(said: Sequence[str]) -> bool:
    """`Here are some of our recent ones`, `our latest projects are here`."""
    at = next((at for at, word in enumerate(said[:_NEAR]) if word in ("our", "ours")), None)
    return at is not None and not _WORKS.isdisjoint(said[at : at + 4])


def _is_bargain(said: Sequence[str]) -> bool:
    """`Register and we'll send you the recording`, `if you answer these I can tell you …`."""
    first = said[2:3] if said[:2] == ["if", "you"] else said[:1]
    return not _BARGAINS.isdisjoint(first)


def _is_supposed(said: Sequence[str]) -> bool:
    """`If we could promise you half the scrap, …`: who supposes it has not said that they will."""
    return (
        said[0] == "if"
        and said[1:2] != []
        and said[1] in I_OR_WE
        and not _COULD.isdisjoint(said[2:3])
    )


def _works_for_nothing(said: Sequence[str]) -> bool:
    """`We'd press one of your suits free of charge`, `shall I run a free week for you?`.

    One piece of work is there to be seen; what is free anywhere (`a free consultation`) is not.
    """
    at = _where_free(said)
    if at is None or not _SOLD.isdisjoint(said):
        return False
    if said[0] == "the" and said[1] == "offer":
        return not _COUNTED.isdisjoint(said[2:at])
    is_offered = not _OFFERERS.isdisjoint(said[:2]) and not _DOES.isdisjoint(said[1:at])
    return is_offered and not _COUNTED.isdisjoint(said[2:at]) and _is_of_something(said)


def _where_free(said: Sequence[str]) -> int | None:
    """Where it says that something costs nothing; not `risk free`, `are you free on Tuesday`."""
    if _AT_NO_COST.isdisjoint(said):
        return None
    for at, (before, word) in enumerate(pairwise(said), 1):
        if (before, word) in _NO_COST or (word == "free" and before not in _RISK):
            return at
    return None


def _offers(said: Sequence[str]) -> bool:
    """`Happy to mark the other two`, `you can have it without conditions`."""
    if said[0] in ("happy", "glad") and said[1:2] == ["to"]:
        return _MEETS.isdisjoint(said[2:5]) and _ADAPTS.isdisjoint(pairwise(said[2:5]))
    if said[0] == "i" and (said[1:2] == ["post"] or said[1:3] == ["put", "up"]):
        return _is_of_something(said[2:])  # "I post the counts from the docks here"
    if said[:1] == ["i"] and said[1:2] in (["can"], ["could"]) and "yours" in said[2:5]:
        return True  # "I can convert yours if you send it over"
    if said[0] == "if" and _is_there_then(said):
        return True
    if said[0] in ("i", "we", "i've") and not _MADE.isdisjoint(said[1:3]):
        return ("if", "you'd") in pairwise(said)  # "I kept the figures if you'd like to see them"
    if tuple(said[:3]) == ("what", "you'd", "get") or tuple(said[:2]) in _IN_RETURN:
        return True
    if said[0] == "if" and not _NEEDS.isdisjoint(said[1:5]):
        return said[-2:] == ["just", "ask"] or "yours" in said or said[-1] == "ask"
    if said[0] in _ANSWERS and "if" in said[1:6]:
        return _is_asked_for(said[said.index("if") + 1 :])
    if list(said[:3]) not in _YOU_MAY_HAVE or said[4:5] == ["look"]:
        return False
    return not _GIVEN.isdisjoint(said[3:4])


def _is_asked_for(said: Sequence[str]) -> bool:
    """`(Call me if) you'd like their references`."""
    at = 1 if said[:1] == ["you'd"] else 2 if said[:2] == ["you", "would"] else 1
    return said[at : at + 1] in (["like"], ["want"]) and not _GIVEN.isdisjoint(said[at + 1 :][:1])


def _is_there_then(said: Sequence[str]) -> bool:
    """`If the towels go grey again, I'm easy to find`; not `if you have questions`."""
    is_there = any(tuple(said[at : at + 3]) in _THERE for at in range(2, len(said)))
    return is_there and _is_of_something(said) and _ASKED_OF_US.isdisjoint(said)


def _is_of_something(said: Sequence[str]) -> bool:
    """Whether some of its words are not in any letter."""
    return sum(word.isalpha() and word not in EMPTY_WORDS for word in said) >= _SOME


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


def is_plea(said: Sequence[str]) -> bool:
    """Whether it tells the reader what to do: `please send your …`, `keep my details`."""
    if _is_coaxed(said):
        return True
    if said[1:2] == [PAUSE] and said[2:]:
        said = said[2:]  # "finally, don't forget to follow us"
    if list(said[:2]) in _ASSURES or said[-1] == "welcome":
        return True  # "issues, forks and feedback all welcome"
    return said[0] in PLEAS or said[0] in _IMPERATIVES or said[1:2] == ["please"] or "mean" in said


def _is_coaxed(said: Sequence[str]) -> bool:
    """`Just take a look`, `simply add our code`, `go ahead and click it`."""
    if said[0] not in _COAXES and said[:2] != ["go", "ahead"]:
        return False
    at = next((at for at, word in enumerate(said) if word not in _LEADS), None)
    return at is not None and (said[at] in _IMPERATIVES or said[at] in _DO)
