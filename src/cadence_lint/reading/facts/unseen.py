"""What is said of the reader as it could be said of anybody.

Praise without a figure or a name, growth, what happens to all of their kind, the terms they would
have: nothing of it was seen at theirs.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from cadence_lint.reading.facts.substance import EMPTY_WORDS, FUNCTION_WORDS
from cadence_lint.reading.template.field_kinds import TRADES
from cadence_lint.reading.text.plain import PAUSE, SENDER
from cadence_lint.reading.text.word_set import word_set
from cadence_lint.reading.whom.people import FIRST, I_OR_WE, MODALS, OUR, US

if TYPE_CHECKING:
    from collections.abc import Sequence

_NEVER = word_set("won't don't never needn't not")
_PAYS = word_set("charged pay paying owe commit sign install")
_DUES = word_set(
    "fee fees penny cent cents anything setup deposit commission contract card commitment extra"
    " hardware software thing upfront"
)
_NOTHING = word_set("no nothing zero")
_BOTHERS = word_set(
    "install print download buy learn sign set configure migrate replace switch train manage"
    " maintain change"
)
_GOES_WITH = word_set("works runs plugs integrates fits sits connects hooks slots syncs")
_BEFORE_IT = word_set("it that this which and") | {PAUSE}
_THEIRS_NOW = word_set("existing current")
_KINDS = word_set("size stage position space area industry sector field scale shoes kind line")
_OF = word_set("of in at like")
_NUMBERS = word_set("one two three four five six seven eight nine ten")
_SOME_OF_THEM = word_set("most many all other some few")
_LIKES = word_set("love like liked admire great")
_COUNTED = word_set("many much often long far soon")
_GROWS = word_set("growing expanding scaling thriving flourishing booming")
_IS = word_set("is are been be you're you've they're it's")
_APACE = word_set(
    "rapidly quickly fast steadily strongly aggressively nicely lately recently again so really"
    " very a lot at speed pace great impressive incredible rapid remarkable and right now this"
    " year quarter over the past last few years months"
)
_WHICH = word_set("that which who")
_OTHERS = word_set("most many companies teams businesses firms agencies which that usually often")
_LINES = TRADES | {"business"}
_CALIBRE = word_set("calibre caliber stature standing pedigree ilk")
_FANS = word_set("fan fans admirer admirers")
_LOVED = word_set("loved liked enjoyed read watched heard")
_ADMIRED = word_set(
    "approach work brand mission vision values style team company business culture everything what"
    " way how content commitment passion dedication attitude ethos philosophy thinking leadership"
    " spirit stand doing journey story"
)
_WAYS = word_set("approach goal process aim mission service services method methodology model")
_ASSURES = word_set("assure offer guarantee promise ensure provide specialize specialise")
_SKILLS = word_set("ability abilities skills style portfolio expertise craft")
_OF_ANY_SITE = word_set(
    "website site web design checklist rank ranks ranking ranked google bing yahoo search engine"
    " engines good great nice decent average poor low looks look analyzed analysed audited reviewed"
    " checked checking checks visited visiting error errors results result traffic visibility page"
    " pages seo optimized optimised performing score found issues issue top first though major"
    " follow see online major keywords technical well quite mobile speed slow loading"
)
_SITES = word_set("website site")
_PRAISES = word_set(
    "impressive remarkable outstanding amazing incredible inspiring fascinating extraordinary"
    " exceptional brilliant admirable stellar fantastic interesting prominent inspirational"
)
_VIRTUES = _PRAISES | word_set(
    "passion dedication devotion commitment journey creativity elegance beauty joy charm talent"
    " enthusiasm authenticity storytelling balance love enjoy admire adore appreciate inspire"
    " inspires showcase showcases shines unique truly"
)
_HEAPED = 2
_ACHIEVED = word_set("achieved accomplished")
_MUCH = word_set("lot much great")
_DECIDES = word_set("intend decide agree choose wish accept opt proceed")
_ONCE = word_set("after once upon when")
_CLOSES = word_set(
    "agreeing purchasing buying paying signing registering posting subscribing installing accepting"
    " joining booking"
)
_PAY = word_set("pay paying paid")
_PAID = {("you", "earn"), ("pay", "you"), ("pay", "based"), ("pay", "per"), ("receive", "your"),
         ("get", "your")}  # fmt: skip
_EARNED = word_set("percentage commission payout earnings cut share")
_DEALERS = FIRST | US | _PAY | {SENDER}
_DEALS = _DECIDES | _CLOSES | _PAY | _EARNED | {"earn"}
_ANY_ONE = word_set("a an the")
_LOTS = word_set("many several multiple different lot all lots")
_RESTS = word_set("sleep sleeps stop stops end ends rest rests matters matter")
_HARD = word_set("hard tough important difficult busy challenging vital crucial stressful much")
_MORE = word_set("more better")
_PRESSED = word_set("pressure pressures challenges stretched challenge demands")
_WHOSE = word_set("your our my their his her this it he she")
_LATEST_LOT = 14
_SHORT = 2
_NEAR = 4
_SOON = 6


def tells_terms(said: Sequence[str]) -> bool:
    """`You won't be charged a setup fee`, `no cards to print`, `it runs on your existing tills`."""
    for at, word in enumerate(said):
        after = said[at + 1 : at + 1 + _SOON]
        if word == "you" and not _NEVER.isdisjoint(after[:2]):
            return not _PAYS.isdisjoint(after) and not _DUES.isdisjoint(said[at + 3 :])
        if word in _NOTHING and at < _NEAR and "to" in after[:3]:
            bother = after[after.index("to") + 1 :][:1]
            return not _BOTHERS.isdisjoint(bother)
        if word in _GOES_WITH and (at == 0 or said[at - 1] in _BEFORE_IT):
            return any(owner == "your" and thing in _THEIRS_NOW for owner, thing in pairwise(after))
    return False


def is_of_the_deal(said: Sequence[str]) -> bool:
    """What they get or do once they agree: `you can earn up to 40`, `if you decide to sell it, …`.

    `You pay per pallet` is theirs.
    """
    if _DEALS.isdisjoint(said):
        return False
    if said[:2] == ["if", "you"] and said[2:3] and said[2] in _DECIDES:
        return not _DEALERS.isdisjoint(said)
    if said[0] in _ONCE and not _CLOSES.isdisjoint(said[1:2]):
        return True
    plain = [word for word in said if word not in MODALS]
    return any(
        pair in _PAID
        and (pair[0] != "pay" or pair[1] == "you" or not at or not FIRST.isdisjoint(said))
        and (pair[1] != "earn" or len(plain) < len(said) or "up" in said)
        and (pair[1] != "your" or not _EARNED.isdisjoint(plain[at + 2 : at + 3]))
        for at, pair in enumerate(pairwise(plain))
    )


def is_of_their_kind(said: Sequence[str], *, is_counted: bool) -> bool:
    """`Most bakeries your size`, `companies in your position`: anybody like the reader.

    What was measured at things of a size, and what two of them did, is a case.
    """
    if said[0] not in _SOME_OF_THEM and (
        is_counted or said[0] in FUNCTION_WORDS or said[0] in _NUMBERS
    ):
        return False
    return any(
        word == "your"
        and after in _KINDS
        and at > 0
        and (said[at - 1] in _OF or said[at - 1].endswith("s"))
        for at, (word, after) in enumerate(pairwise(said[:_SOON]))
    )


def praises_a_trait(said: Sequence[str]) -> bool:
    """`Love how thoughtful you are about light`: what they are, and nothing that they did."""
    if _LIKES.isdisjoint(said[:_NEAR]) or "how" not in said[:_SOON]:
        return False
    trait = said[said.index("how") + 1 :]
    if not trait or trait[0] in _COUNTED:
        return False
    return "you're" in trait[1:3] or ("you", "are") in pairwise(trait[1:_NEAR])


def praises_theirs(said: Sequence[str]) -> bool:
    """`Your web design is impressive`, `your recognition speaks volumes`.

    A word of praise is enough to say that nothing was seen; `flatters` are the phrases to which a
    rule objects.
    """
    if "your" not in said[:_SOON]:
        return False
    return not _PRAISES.isdisjoint(said) or ("speaks", "volumes") in pairwise(said)


def heaps_praise(said: Sequence[str]) -> bool:
    """`Your shop showcases the joy of clay and I love …`, `you have achieved so much`."""
    if not _ACHIEVED.isdisjoint(said):
        at = next(at for at, word in enumerate(said) if word in _ACHIEVED)
        return not _MUCH.isdisjoint(said[at + 1 : at + 3])
    return "your" in said and len(_VIRTUES.intersection(said)) >= _HEAPED


def says_what_lists_say(said: Sequence[str]) -> bool:
    """`Orrin has been growing fast`, `Orrin is in the frozen food space`: so they are by hundreds.

    `Growing into Spain`, `growing fast: 14 drivers since May` say where, or by how much.
    """
    if not _GROWS.isdisjoint(said):
        return _only_grows(said)
    if _LINES.isdisjoint(said):
        return False
    at = next(at for at, word in enumerate(said) if word in _LINES)
    is_in = ("is", "in") in pairwise(said[:at]) or ("you're", "in") in pairwise(said[:at])
    return is_in and all(word in FUNCTION_WORDS for word in said[at + 1 : at + 3])


def speaks_of_own_ways(said: Sequence[str]) -> bool:
    """`My approach involves …`, `we assure you that …`, `two samples of my writing skills`."""
    if said[0] in OUR and not _WAYS.isdisjoint(said[1:4]):
        return True
    return any(
        (word in OUR and not _SKILLS.isdisjoint(said[at + 1 : at + 3]))
        or (word in I_OR_WE and at < _SOON and not _ASSURES.isdisjoint(said[at + 1 : at + 3]))
        for at, word in enumerate(said)
    )


def fits_any_site(said: Sequence[str]) -> bool:
    """`Your site looks good, but it's not ranking on Google`: not on what, nor for which words."""
    return not _SITES.isdisjoint(said) and all(
        word in EMPTY_WORDS or word in _OF_ANY_SITE for word in said if word.isalpha()
    )


def says_what_a_trade_lives_with(said: Sequence[str]) -> bool:
    """`As a chef you wear many hats`, `chefs in Hull juggle staff and stock`: so does everybody."""
    as_one_of_them = said[0] in ("as", "being") and said[1:2] != [] and said[1] in _ANY_ONE
    return any(
        _is_everyones_lot(said[at : at + _SOON + 2])
        and ((said[at - 1] == "you" and (at == 1 or as_one_of_them)) or _is_many(said[:at]))
        for at in range(1, min(len(said), _LATEST_LOT))
    )


def _is_many(said: Sequence[str]) -> bool:
    """`Chefs`, `practice managers in Hull`, `every chef`: a trade, and none of it in particular."""
    who = said[: said.index("in")] if "in" in said else said
    if not 0 < len(who) <= _NEAR or not FIRST.isdisjoint(said):
        return False
    is_plural = who[-1].endswith("s") and who[0] not in _WHOSE and not who[-1].endswith("'s")
    return is_plural or (who[0] == "every" and len(who) > 1)


def _is_everyones_lot(said: Sequence[str]) -> bool:
    """Whether it says of somebody what is true of all who work."""
    if said[0] in ("wear", "wears"):
        return "hats" in said and not _LOTS.isdisjoint(said[1:4])
    if said[0] in ("juggle", "juggles", "never"):
        return said[0] != "never" or not _RESTS.isdisjoint(said[1:2])
    if said[0] in ("know", "knows", "understand", "understands"):
        is_how = said[1:2] == ["how"] and not _HARD.isdisjoint(said[2:4])
        return is_how or (said[1:2] == ["that"] and not _RESTS.isdisjoint(said))
    if said[0] in ("tell", "tells"):
        return said[1:2] in (["us"], ["me"]) and "struggle" in said
    if said[0] in ("expect", "deserve", "demand", "want"):
        return not _MORE.isdisjoint(said[1:2])
    if said[0] in ("face", "faces", "feel", "are"):
        return not _PRESSED.isdisjoint(said[1:4])
    return said[0] == "struggle" and said[1:2] == ["with"]


def _only_grows(said: Sequence[str]) -> bool:
    at = next(at for at, word in enumerate(said) if word in _GROWS)
    before = said[:at]
    leads = before[: before.index(PAUSE)] if PAUSE in before else []
    who = before[:-2] if before[-1:] == ["been"] else before[:-1]
    if len(leads) > _SHORT or _IS.isdisjoint(before[-2:]) or not _WHICH.isdisjoint(who[-1:]):
        return False  # you bake for a hotel that is growing
    rest = said[at + 1 :]
    while rest and rest[0] in _APACE and rest[0] != "and":
        rest = rest[1:]
    if not rest:
        return True
    if rest[0] not in ("and", PAUSE):
        return False
    is_of_others = not _OTHERS.isdisjoint(rest[1:3])
    return is_of_others or not FIRST.isdisjoint(rest[1:3])


def is_of_their_calibre(said: Sequence[str]) -> bool:
    """`I've learned that engineers of your calibre are open to …`: anybody who is flattered."""
    return not _CALIBRE.isdisjoint(said) and any(
        word == "of" and said[at + 1] == "your" and said[at + 2] in _CALIBRE
        for at, word in enumerate(said[:-2])
    )


def is_only_a_fan(said: Sequence[str]) -> bool:
    """`Huge fan of Orrin and your bold approach to freight`; not `of your talk on pallets`."""
    at = next((at for at, word in enumerate(said[:_SOON]) if word in _FANS), None)
    if at is None or said[at + 1 : at + 2] != ["of"]:
        return False
    rest = said[at + 2 :]
    liked = rest[: rest.index(PAUSE)] if PAUSE in rest else rest
    return not _ADMIRED.isdisjoint(liked) and _LOVED.isdisjoint(rest)
