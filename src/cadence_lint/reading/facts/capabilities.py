"""What a product or a company can do, as a sentence says it.

"It plans shifts, tracks hours and exports payroll" lists three capabilities, "we offer onboarding,
payroll and analytics" too; "we moved to Leeds in May" lists none. "Larkfield can take over your
night desk" says what it does for the reader.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadence_lint.reading.facts.directions import PLEAS
from cadence_lint.reading.facts.substance import FUNCTION_WORDS
from cadence_lint.reading.text.plain import NO_WORDS, PAUSE, READER, SENDER
from cadence_lint.reading.text.word_set import word_set
from cadence_lint.reading.whom.people import FIRST, PRODUCT, US

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cadence_lint.reading.text.plain import Plain

_CAN = word_set(
    "offer offers offering provide provides providing include includes including feature features"
    " has have combine combines automate automates automating integrate integrates integrating"
    " support supports handle handles manage manages managing track tracks tracking deliver"
    " delivers delivering specialize specialise specializes specialises specializing enable enables"
    " help helps helping let lets allow allows give gives make makes build builds design designs"
    " create creates develop develops sell sells streamline streamlines simplify simplifies"
    " optimize optimise optimizes connect connects sync syncs plan plans predict predicts generate"
    " generates analyze analyse analyzes monitor monitors run runs reduce reduces save saves boost"
    " boosts improve improves increase increases covers cover does do uses use works detects detect"
    " finds find sends send exports export imports import scores score clean deliver assemble"
    " install installs serve serves comes cut cuts turns turn keeps brings replaces"
)
_NO_CAPABILITY = word_set(
    "raised founded won grew moved started hiring looking recruiting seeking spent born wanted"
    " reaching writing calling love wondering hoping like i'd would could"
)
_HAPPENED = word_set(
    "dropped went fell rose was were grew doubled halved saved closed took signed moved got became"
    " increased decreased shrank jumped improved reduced cut gained lost won shortened wanted asked"
    " worked"
)
"""An item with one of these tells what came of it, not what the product can do."""
_ARE = word_set("are is were was")
_ALSO = word_set("also still now")
_LINKS = word_set("and or plus &")
_RELATIVES = word_set("who which that where when because since so but though")
_SAYS_MORE = _RELATIVES | word_set(
    "if whether without while whilst as even both more please only depending costs cost"
)
"""An item with one of these in front says when, or at what price; it adds no ability."""
_HOW = word_set("using focusing leveraging ensuring taking empowering improving depending e.g i.e")
"""From one of these on a list tells how it is done, or gives examples of it."""
_GAINS = word_set("save saves increase increases boost boosts improve improves reduce reduces")
_NOUNS_TOO = word_set("cut cuts have has turn plan plans design designs score scores cover covers")
_SUBJECTS = word_set("it they which that who and to can will also you") | {PAUSE, SENDER}
_BEFORE_NOUNS = word_set(
    "in on of for with by from at a an the my your his her their its no more this that less"
)
"""After these a verb is none: in support tickets, the design, your plans."""
_ASIDES = word_set(
    "in on of for with by from at mostly mainly about around roughly nearly down up not all each"
)
"""What goes on with one of these says more of what was before it: with 140 people."""
_NEGATIONS = word_set("not don't doesn't can't cannot won't never no so nor didn't neither none")
_DOES = word_set("do does")
_NO_OBJECT = word_set("those it this that these either both so too and but") | {PAUSE, ""}
_ARTICLES = word_set("a an the")
_BEGS = word_set("request ask invite urge want need beg")
_NO_VERBS = word_set("is was does has's its this us")
_BEGINS_NO_ABILITY = word_set("no that's try")
"""A bullet that begins with one of these says what it takes, or asks for a try."""
_SERVES = word_set(
    "help handle automate streamline boost improve support fill free save deliver provide build"
    " double triple grow generate manage increase optimise optimize"
)
_SERVES_NOW = frozenset(f"{verb}s" for verb in _SERVES)
_WORKS_NOW = _SERVES_NOW | word_set(
    "syncs integrates analyzes analyses detects predicts transcribes summarizes summarises"
)
"""What a product with a name does; who `runs`, `drafts` or `pulls` theirs may be a person."""
_OPERATES = word_set(
    "log upload connect plug click paste install type point drop snap scan speak import"
)
_STARTS = word_set("just simply only")
_WITH = word_set("with using through")
_DOES_FOR_THEM = _SERVES | word_set("set design clean run write create turn take")
_SERVES_BY = {("stand", "up"), ("take", "over"), ("take", "care"), ("close", "the")}
_CAN_DO = word_set("can could")
_SUPPOSES = word_set("think believe that sure because how")
_THEM = word_set("your you") | {READER}
_PRESENTED_AS = word_set(
    "tool app platform software crm system service solution agency marketplace plugin extension"
    " assistant product suite firm startup consultancy studio"
)
"""What somebody calls their product or their house when they present it."""
_EVER = word_set("never always even just also then simply")
_IS = word_set("is was has does it's costs takes fits looks seems needs means")
_LEAST_DEEDS = 3
_LATEST_VERB = 5
_LONGEST_ITEM = 14
_NEAR = 4
_SOON = 6
_FAR = 9


def capabilities(plain: Plain, *, is_bullet: bool = False) -> Iterator[tuple[int, int]]:
    """The first and the last word of each item, as indexes into the words of the text."""
    said = plain.words
    if said[0] == "it" and len(deeds := list(_deeds_of_it(said))) >= _LEAST_DEEDS:
        yield from _bounds(plain, deeds)
        return
    start = _start(said)
    if start is None:
        if is_bullet and _is_ability_by_itself(said):
            yield from _bounds(plain, [range(len(said))])
        return
    yield from _bounds(plain, list(_abilities(said, start)))


def _deeds_of_it(said: Sequence[str]) -> Iterator[range]:
    """`It calls, it books, and it never sleeps`: each deed of it."""
    first = 0
    for end in [*(at for at, word in enumerate(said) if word == PAUSE), len(said)]:
        deed = [word for word in said[first:end] if word not in _LINKS and word not in _EVER]
        does = deed[1] if deed[:1] == ["it"] and deed[1:2] != [] else ""
        if does.endswith("s") and does not in _IS:
            yield range(first, end)
        first = end + 1


def _is_ability_by_itself(said: Sequence[str]) -> bool:
    """`Live positions of every lorry`: a line that stands alone, and tells of no deed or wish."""
    is_told = _HAPPENED.isdisjoint(said) and not _counts_something(said)
    return is_told and said[0] not in _BEGINS_NO_ABILITY and US.isdisjoint(said)


def _counts_something(said: Sequence[str]) -> bool:
    """`70% of the loans are eleven tools`: what somebody found."""
    return said[0][:1].isdecimal() and not _ARE.isdisjoint(said)


def _start(said: Sequence[str]) -> int | None:
    """Where the list of what it can do starts; None where nothing is said of that."""
    if not _NO_CAPABILITY.isdisjoint(said):
        return None
    if said[0] in ("our", SENDER):
        for at in range(1, min(len(said), _LATEST_VERB)):
            if _is_its_verb(said, at):
                return at
    return next((at for at in range(1, len(said)) if _is_ability(said, at)), None)


def _is_ability(said: Sequence[str], at: int) -> bool:
    """Whether a verb says what it can do: not what it cannot, has to, or what somebody owns."""
    word, before = said[at], said[at - 1]
    after = said[at + 1] if at + 1 < len(said) else ""
    if word not in _CAN or before in _NEGATIONS or after == "to":
        return False
    if not PLEAS.isdisjoint(said[:at]) or _is_begged(said, at):
        return False  # please send me your papers and give me …
    if before in _BEFORE_NOUNS or after in US:
        return False  # it lets us, they give me: what the sender gets
    owner = said[at - 2] if before in _ALSO and at > 1 else before
    if word in ("have", "has") and owner in FIRST:
        return False  # we have ten years of …, I also have …
    if word in _NOUNS_TOO and not (before in _SUBJECTS or before in FIRST or before in PRODUCT):
        return False  # the wrong cut-off; of the last five, two have stayed
    if word == "use" and after == "it":
        return False  # 400 shops use it
    if word in _DOES and (after in _NO_OBJECT or (before == "i" and after in _ARTICLES)):
        return False  # I do, so you get an answer; we do those; I do a show on Sundays
    return not any(near.isdecimal() for near in said[at + 1 : at + 3])  # we offer you 40 …


def _is_begged(said: Sequence[str], at: int) -> bool:
    """`I request you to give …`: it is the reader who is to do it."""
    return at > 2 and said[at - 2 : at] == ["you", "to"] and said[at - 3] in _BEGS


def _is_its_verb(said: Sequence[str], at: int) -> bool:
    """Any verb right after the product or its name: `our system books slots`."""
    word, before = said[at], said[at - 1]
    is_verb = word.endswith("s") and word not in PRODUCT and word not in _NO_VERBS
    return is_verb and (before in PRODUCT or before == SENDER)


def _abilities(said: Sequence[str], start: int) -> Iterator[range]:
    """The items that tell of an ability, until the list goes on with how, or with examples."""
    is_gain = said[start] in _GAINS
    for item in _items(said, start):
        if item[0] == start:
            yield item
        elif not _HOW.isdisjoint(said[item[0] : item[0] + 2]):
            return  # using …, greatly improving …
        elif not is_gain or said[item[0]] in _CAN:
            yield item  # who saves you money on fuel, tyres and tolls has said one thing


def _items(said: Sequence[str], start: int) -> Iterator[range]:
    """The parts of a list, which pauses and a last "and" hold together."""
    first = start
    has_pauses = PAUSE in said[start:]
    for at in range(start, len(said)):
        is_link = said[at] in ("and", "&", "plus") and has_pauses and at > first
        if said[at] == PAUSE or is_link:
            if first < at and (first == start or said[first] not in _ASIDES):
                yield range(first, at)
            first = at + 1
    if first < len(said) and (first == start or said[first] not in _ASIDES):
        yield range(first, len(said))


def _bounds(plain: Plain, items: Sequence[range]) -> Iterator[tuple[int, int]]:
    for item in items:
        places = [
            plain.places[at]
            for at in item
            if plain.places[at] >= 0 and plain.words[at] not in _LINKS and plain.words[at] != PAUSE
        ]
        words = [word for at in item if (word := plain.words[at]) not in NO_WORDS | _LINKS]
        is_said = any(word[:1].isalpha() for word in words) and words[0] not in _SAYS_MORE
        if _says_how_it_is(words):
            continue
        if places and is_said and len(words) <= _LONGEST_ITEM:
            yield places[0], places[-1]


def _says_how_it_is(words: Sequence[str]) -> bool:
    """`It works`, `it's 60 lines`, `it's yours`: how a thing is, and not what it can do."""
    first = 1 if words[:1] == ["it"] else 0
    return words[first:] in (["works"], ["runs"], ["is"]) or words[:1] == ["it's"]


def tells_what_it_does(said: Sequence[str]) -> bool:
    """`Larkfield can take over your night desk`, `Oventide is a rota tool that plans your shifts`.

    Whoever has an article (`the council can …`) or is anybody is no product.
    """
    if said[0] == "we" and said[1:2] != [] and said[1] in _DOES_FOR_THEM:
        return "your" in said[2:_SOON]
    if _is_presented(said) or _is_operated(said):
        return True
    return any(
        (at == 0 or said[at - 1] in _SUPPOSES or said[at - 1] == PAUSE)
        and word.isalpha()
        and word not in FUNCTION_WORDS
        and _serves(said[at + 1 : at + _FAR])
        for at, word in enumerate(said)
    )


def _is_operated(said: Sequence[str]) -> bool:
    """`You log in once, after that it bills the hours`, `with your phone you are able to …`."""
    if "able" in said and said[0] in _WITH:
        return any(
            word == "able" and (said[at - 1] == "you're" or said[at - 2 : at] == ["you", "are"])
            for at, word in enumerate(said)
        )
    at = 1 + (said[1:2] != [] and said[1] in _STARTS)
    return said[0] == "you" and not _OPERATES.isdisjoint(said[at : at + 1]) and "it" in said


def _is_presented(said: Sequence[str]) -> bool:
    """`Oventide is a rota tool that plans your shifts`, `it's a till called Oventide`."""
    is_it = said[0] == "it's" or said[:2] == ["it", "is"]
    is_named = said[0] not in FUNCTION_WORDS and said[0] != READER and said[1:2] == ["is"]
    if not (is_it or is_named) or _PRESENTED_AS.isdisjoint(said[2:_FAR]):
        return False
    article = said[1:3] if is_it else said[2:3]
    if article[:1] not in (["a"], ["an"], ["is"]):
        return False
    return "called" in said if is_it else not _THEM.isdisjoint(said)


def _serves(rest: Sequence[str]) -> bool:
    """Whether what follows a name says that it does something for the reader."""
    if rest[:1] != [] and rest[0] in _WORKS_NOW:
        return not _THEM.isdisjoint(rest[1:_NEAR])
    if rest[:1] == ["will"]:
        return rest[1:2] != [] and rest[1] in _SERVES and not _THEM.isdisjoint(rest[2:])
    if _CAN_DO.isdisjoint(rest[:1]):
        return False
    does = rest[1:2] != [] and (rest[1] in _SERVES or tuple(rest[1:3]) in _SERVES_BY)
    return does and not _THEM.isdisjoint(rest[2:])
