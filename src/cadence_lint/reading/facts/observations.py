"""Whether what is said of the reader was seen at theirs, and could not be said of anybody.

What the sender wishes or supposes, what they need, what they may order or sign, and a judgement
without a figure or a name are seen nowhere.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from cadence_lint.reading.facts.manners import (
    asks_a_favour,
    asks_for_somebody,
    is_of_the_letter,
    is_why_they_get_it,
    requests,
    tells_how_they_were_picked,
)
from cadence_lint.reading.facts.mentions import says_something_of_reader, tried_something
from cadence_lint.reading.facts.recitals import tells_more
from cadence_lint.reading.facts.unseen import (
    fits_any_site,
    heaps_praise,
    is_of_the_deal,
    is_of_their_calibre,
    praises_a_trait,
    praises_theirs,
    speaks_of_own_ways,
    tells_terms,
)
from cadence_lint.reading.text.plain import PAUSE, READER, SENDER
from cadence_lint.reading.text.word_set import word_set
from cadence_lint.reading.whom.people import CAN_OR_WILL, FIRST, I_OR_WE, YOU

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cadence_lint.reading.facts.specifics import Specifics
    from cadence_lint.reading.whom.about import About

_HOPES = word_set("hope hoping")
_GUESSES = frozenset({"presumes", "accuses-reader"})
"""What says of the reader only what the sender supposes of everybody."""
_CAN_BE = {
    ("could", "be"), ("may", "be"), ("might", "be"), ("are", "probably"), ("are", "likely"),
    ("may", "not"), ("might", "not"),
}  # fmt: skip
_DUMMIES = word_set("it it's there there's there're")
_DEALS = word_set(
    "can will receive get find pay give order register sign choose benefit enjoy save follow need"
)
_MENDS = word_set("switch change turn move check set ask fix stop mend correct test measure return")
_DEALS_NOUNS = word_set(
    "subscription renewal contract account order signature disposal quote requirements booking"
    " licence license membership payment"
)
_THINGS = word_set("page pages form site desk system calendar office counter screen app")
"""A booking page is no booking."""
_SUBSCRIPTIONS = word_set("subscription renewal membership licence license account")
_REASONS = word_set("because since")
_RELATIVES = word_set("that which where")
_WORKS = word_set(
    "post posts article articles talk interview piece report podcast episode book thread review"
    " comment video essay column lecture paper"
)
_ON = word_set("on about regarding")
_LEADS = word_set("after having while when upon")
_REQUESTS = word_set("requesting request ask asking")
_KINDNESSES = word_set("thank congratulate warn tell point apologise apologize")
_WOULD = word_set("i'd we'd")
_WISHES = word_set("hate love like want wish")
_WONDERS = word_set("wonder wondering wondered checking check see ask asking")
_WHETHER = word_set("if whether")
_WASTES = word_set("wasting wastes overpaying bleeding struggling")
_NEEDED = word_set("need needs deserve want wants")
_NEEDS = word_set("need needs")
_WILL = word_set("i'll we'll")
_EVEN = word_set("also even easily usually definitely certainly quickly")
_LIFTS = word_set(
    "place put get bring raise boost increase improve double triple rank drive grow make turn"
    " lift skyrocket transform enhance optimize optimise accelerate maximize maximise"
)
"""What everybody who sells can do for everybody."""
_ARTICLES = word_set("a an")
_ARE = word_set("you're your")
"""`I see your a baker` is meant for `you're`."""
_WHERE = word_set("in at with from based near")
_LONGEST_PLACE = 4
_IS_IN = {("work", "in"), ("works", "in"), ("working", "in"), ("you're", "in")}
_FITS = word_set("for join of try see with in into by")
_FITTING = word_set(
    "perfect ideal great good excellent fantastic wonderful valuable strong natural"
)
_FOUND_FITTING = word_set(
    "fit match guest addition candidate choice partner resource solution opportunity speaker option"
    " person place platform product asset contributor expert"
)
_SHARE = word_set("too also both same as")
_ALIKE = word_set("fellow alum alumni alumnus mutual")
_LINKS = word_set("but and so or")
_LINKS_ON = _LINKS | {PAUSE}
_WISHED = word_set("wanted thought hoped hope figured wondered wish would think felt")
_LONGEST_ROLE = 9
_VACANCIES = word_set("hiring recruiting opening openings vacancy vacancies")
_PRESENT = word_set(
    "there speaking presenting exhibiting attending attend attended going went"
    " studied worked member members group groups"
    " connected live lives lived based grew alum alumni alumnus connections graduate graduates"
    " colleagues"
)
_TITLES = word_set(
    "vp head director manager ceo cto cfo coo cmo cio chief president founder owner lead leader"
    " responsible"
)
_LEAST_TOLD = 4
_LEAST_OBSERVED = 2
_LEAST_SHARED = 3
_PARTICULAR = 3
"""So many words that are not in any letter make praise a compliment."""
_SOME = 2
_NEAR = 8
_SOON = 6


def observes_theirs(
    said: Sequence[str], about: About, specifics: Specifics, facts: frozenset[str]
) -> bool:
    """Whether plain words about the reader, or about both, say what was seen at theirs."""
    is_filled = bool("observes" in facts or specifics.own or specifics.third)
    if _was_seen_nowhere(said, specifics, facts, is_filled=is_filled):
        return False
    if "observes" in facts and _names_their_work(said):
        return specifics.weight > 0
    if "observes" not in facts and _only_wishes(said):
        return False
    if not is_filled and _only_wonders(said):
        return False
    if _tells_only_their_role(said, specifics):
        return False
    if _is_of_a_trade(said, specifics) or _is_promised(said, about, specifics):
        return False
    if "observes" in facts and _seeks_somebody(said):
        return specifics.words > 0
    if about == "both":
        return _tells_of_both(said, specifics, facts)
    return _tells_of_reader(said, specifics, facts, is_filled=is_filled)


def _was_seen_nowhere(
    said: Sequence[str], specifics: Specifics, facts: frozenset[str], *, is_filled: bool
) -> bool:
    """Whether it could be written to whoever is picked, asked, praised or offered the terms."""
    if tells_how_they_were_picked(said, specifics) or asks_for_somebody(said):
        return True
    if requests(said) or is_why_they_get_it(said):
        return True
    if said[0] == "as" and ("you", "know") in pairwise(said[:_NEAR]):
        return True  # as a leader in retail, you know that …
    if "asks-leave" in facts or asks_a_favour(said):
        return True
    if praises_a_trait(said) and not specifics.figures:
        return True
    if "watches-reader" in facts and not specifics.is_named:
        return True
    if not (is_filled or specifics.is_named or tells_more(said)) and praises_theirs(said):
        return True
    if not specifics.is_named and heaps_praise(said):
        return True
    if is_of_their_calibre(said) or (not specifics.figures and fits_any_site(said)):
        return True
    if "observes" not in facts and speaks_of_own_ways(said):
        return True
    if said[0] == "whether" and "observes" not in facts and not specifics.is_named:
        return True  # whether it's your roof or your gutters, …
    if "observes" not in facts and is_of_the_deal(said):
        return True
    return not is_filled and (tells_terms(said) or is_of_the_letter(said))


def _tells_of_both(said: Sequence[str], specifics: Specifics, facts: frozenset[str]) -> bool:
    """`We both sat on the panel in Graz`."""
    if "observes" in facts and specifics.particular >= _SOME:
        return True
    if said[:2] == ["my", "colleague"] and YOU.isdisjoint(said):
        return False  # our surveyor Una has brought out a handbook
    if ("my", "number") in pairwise(said):
        return False
    if "introduces-sender" in facts and not specifics.is_named:
        return False
    if _offers_the_sender(said):
        return False
    return said[0] != "if" and specifics.weight >= _LEAST_SHARED + (not specifics.is_named)


def _tells_of_reader(
    said: Sequence[str], specifics: Specifics, facts: frozenset[str], *, is_filled: bool
) -> bool:
    """`Your gate opens at six`; no guess, no praise of anybody, no bargain."""
    is_named = specifics.is_named
    is_seen = "observes" in facts and specifics.particular >= _SOME
    if not (is_named or is_seen) and (_is_guess(said, facts) or _only_leads(said)):
        return False
    if "observes" not in facts and not says_something_of_reader(said):
        return False
    is_plain_praise = "flatters" in facts and specifics.particular < _PARTICULAR
    is_empty = is_plain_praise or "finds-reader" in facts or _tells_what_they_need(said)
    if is_empty and not is_named:
        return False
    is_told = specifics.figures + specifics.names >= _SOME or "observes" in facts
    if _sells(said) and not is_told:
        return False
    is_bargain = "if" in said[: 1 + (said[0] in _LINKS)] and not FIRST.isdisjoint(said)
    if is_bargain or (not is_filled and is_dealing(said, specifics.words)):
        return False
    return specifics.weight >= _LEAST_OBSERVED


def _offers_the_sender(said: Sequence[str]) -> bool:
    """`My years at sea make me a good fit for your crew`, `I could contribute to your group`."""
    return any(
        (word in _FITTING and _is_fit_for_them(said[at + 1 : at + 6]))
        or (word == "contribute" and said[at + 1 : at + 3] == ["to", "your"])
        for at, word in enumerate(said)
    )


def _tells_only_their_role(said: Sequence[str], specifics: Specifics) -> bool:
    """`I noticed you're the head of sales at Orrin and wanted to …`: that is on any list."""
    if specifics.figures or FIRST.isdisjoint(said):
        return False
    if _tells_only_their_trade(said):
        return True
    if ["you", "work", "in"] in (list(said[at : at + 3]) for at in range(len(said))):
        return specifics.words < _SOME  # and thought that we …
    return any(
        (
            word == "you're"
            or (word == "are" and said[at - 1 : at] == ["you"])
            or (word, said[at + 1 : at + 2]) == ("as", ["the"])
        )
        and not _TITLES.isdisjoint(said[at + 1 : at + 4])
        and _VACANCIES.isdisjoint(said[at + 1 : at + 3])
        and (len(said) - at <= _LONGEST_ROLE or _turns_to_sender(said[at:]))
        for at, word in enumerate(said)
    )


def _turns_to_sender(said: Sequence[str]) -> bool:
    """`… and wanted to reach out`; not `… and moved the quote form behind a login`."""
    return any(
        word in _LINKS_ON and (after in FIRST or after in _WISHED) for word, after in pairwise(said)
    )


def _tells_only_their_trade(said: Sequence[str]) -> bool:
    """`I see you're a dentist in Leeds`; not `… in Leeds who takes walk-ins on Saturdays`."""
    at = next((at for at, word in enumerate(said[:_NEAR]) if word in _ARTICLES), None)
    if not at or not (said[at - 1] in _ARE or (said[max(at - 2, 0) : at] == ["you", "are"])):
        return False
    of = next((near for near in range(at + 2, min(at + 5, len(said))) if said[near] in _WHERE), 0)
    return bool(of) and len(said) - of <= _LONGEST_PLACE


def shares_ground(said: Sequence[str]) -> bool:
    """Whether the two have been in one place: `I'll be there too`, `as a fellow member of …`."""
    if not _ALIKE.isdisjoint(said):
        return True
    if ("both", "from") in pairwise(said):
        return True
    return not _SHARE.isdisjoint(said) and not _PRESENT.isdisjoint(said) and "if" not in said


def _is_of_a_trade(said: Sequence[str], specifics: Specifics) -> bool:
    """`I see that you work in Education`; `if you need a quicker lift`: so do many."""
    if said[0] == "if" and said[1:2] and said[1] in YOU:
        return not _NEEDS.isdisjoint(said[2:4])
    is_in = any(pair in _IS_IN for pair in pairwise(said))
    return is_in and specifics.weight <= _LEAST_OBSERVED


def _is_promised(said: Sequence[str], about: About, specifics: Specifics) -> bool:
    """`We can move your listing to the top`; not `I'll keep 12 of them for you until Friday`."""
    if about != "both" or specifics.figures:
        return False
    if said[0] in _WILL:
        return True
    could = [word for word in said[1:5] if word not in _EVEN]
    is_could = said[0] in I_OR_WE and not CAN_OR_WILL.isdisjoint(could[:1])
    return is_could and not _LIFTS.isdisjoint(could[1:2])


def _seeks_somebody(said: Sequence[str]) -> bool:
    """`I saw that you're hiring for a …`, `I heard you were looking for a copywriter`."""
    return not _VACANCIES.isdisjoint(said) or ("looking", "for") in pairwise(said)


def _is_guess(said: Sequence[str], facts: frozenset[str]) -> bool:
    """Whether the sender hopes, supposes or judges."""
    return (
        said[0] in _HOPES
        or not _GUESSES.isdisjoint(facts)
        or not _CAN_BE.isdisjoint(pairwise(said))
        or _only_judges(said)
    )


def _names_their_work(said: Sequence[str]) -> bool:
    """`I read your post about dropping the annual plan`: of what it was is said."""
    return any(word in _WORKS and said[at + 1] in _ON for at, word in enumerate(said[:-2]))


def _only_leads(said: Sequence[str]) -> bool:
    """`After looking at your site, I feel that I have something to offer`."""
    if said[0] not in _LEADS or PAUSE not in said:
        return False
    main = said[said.index(PAUSE) + 1 :]
    return bool(main) and main[0] in FIRST and YOU.isdisjoint(main) and READER not in main


def _only_wishes(said: Sequence[str]) -> bool:
    """`I'd like to write for your blog`, `I'd hate for you to be late` and nothing before it."""
    if said[0] in FIRST and not _REQUESTS.isdisjoint(said[1:3]) and "that" in said[2:4]:
        return True
    for at, word in enumerate(said[:-3]):
        is_would = word in _WOULD or (word in FIRST and said[at + 1] == "would")
        if is_would and not _WISHES.isdisjoint(said[at + 1 : at + 4]):
            is_of_them = not YOU.isdisjoint(said[at + 2 : at + 6])
            return YOU.isdisjoint(said[:at]) and (is_of_them or _wants_to(said[at + 2 : at + 6]))
    return False


def _only_wonders(said: Sequence[str]) -> bool:
    """`Just checking whether the catalogue reached your desk` asks, and knows of nothing."""
    return any(
        word in _WONDERS and not _WHETHER.isdisjoint(said[at + 1 : at + 3])
        for at, word in enumerate(said[:_SOON])
    )


def _wants_to(said: Sequence[str]) -> bool:
    return "to" in said and _KINDNESSES.isdisjoint(said)


def _only_judges(said: Sequence[str]) -> bool:
    """`Your planners spend too much time on it`, `it is slower than it should be`: says who?"""
    if not _WASTES.isdisjoint(said) or ("too", "much") in pairwise(said):
        return True
    if any(
        word in _FITTING and _is_fit_for_them(said[at + 1 : at + 6]) for at, word in enumerate(said)
    ):
        return True
    return any(word == "than" and "should" in said[at + 2 : at + 4] for at, word in enumerate(said))


def _is_fit_for_them(after: Sequence[str]) -> bool:
    """`(a perfect) guest for your show`, `(a great) fit for them`."""
    at = next((at for at, word in enumerate(after[:3]) if word in _FOUND_FITTING), None)
    return at is not None and after[at + 1 : at + 2] in (["for"], ["to"], ["on"], ["in"])


def is_dealing(said: Sequence[str], words: int) -> bool:
    """Whether all that it says of the reader is what they may do, get or sign with the sender.

    `You can pay by cheque`, `we ask you to register`, `it was a pleasure to guard your sites`.
    """
    if said[0] in _DUMMIES:
        return words < _LEAST_TOLD or not tells_more(said)
    if said[0] in FIRST:
        looked = list(said[1:4]) == ["had", "a", "look"]
        tells = tried_something(said) or looked or _tells_what_they_did(said)
        return not tells and _REASONS.isdisjoint(said)
    at = next((at for at, word in enumerate(said) if word in YOU or word == READER), None)
    if at is None:
        return False
    after = said[at + 1] if at + 1 < len(said) else ""
    if at > _NEAR or said[at + 2 : at + 3] == ["not"]:
        return False  # you will not be charged for Thursday
    if at == 0 and said[:2] == ["you", "can"] and said[2:3] != [] and said[2] in _MENDS:
        return False  # you can switch it to Dublin under Settings
    if said[at] == "your":  # your subscription, your StowBack subscription
        is_deal = after in _DEALS_NOUNS and _THINGS.isdisjoint(said[at + 2 : at + 3])
        return is_deal or not _SUBSCRIPTIONS.isdisjoint(said[at + 2 : at + 3])
    if after == "pay" and said[at + 2 : at + 3] == ["for"]:
        return False  # you pay for 190 seats
    return said[at] in ("you'll", "you'd") or after in _DEALS


def _tells_what_they_did(said: Sequence[str]) -> bool:
    """`I had the honour of sitting on the board that you chaired`."""
    return any(
        said[at - 1] in _RELATIVES and word in YOU and said[at + 1].endswith("ed")
        for at, word in enumerate(said[:-1])
        if at
    )


def _tells_what_they_need(said: Sequence[str]) -> bool:
    """`As a leader, you need software that keeps up`."""
    return any(
        word == "you" and not _NEEDED.isdisjoint(said[at + 1 : at + 3])
        for at, word in enumerate(said)
    )


def _sells(said: Sequence[str]) -> bool:
    """`With Larkfield you get …`, `we think that you'd be perfect for our team`."""
    is_of_sender = SENDER in said or any(
        word == "our" and at and said[at - 1] in _FITS for at, word in enumerate(said)
    )
    return is_of_sender and said[0] not in YOU and said[0] != READER
