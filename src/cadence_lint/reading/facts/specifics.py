"""What in a sentence could not stand in just any letter: names, figures, words of a trade.

What is on every list (a first name, a company's name, an industry) does not count, nor do the
sender's own names, the words of every contact, and the words that sell anything.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from cadence_lint.reading.facts.common_words import is_common
from cadence_lint.reading.facts.sales_words import SALES_WORDS
from cadence_lint.reading.facts.substance import EMPTY_WORDS, FUNCTION_WORDS, is_time_or_phone
from cadence_lint.reading.text.plain import NO_WORDS, PAUSE
from cadence_lint.reading.whom.people import OUR, YOU
from cadence_lint.record import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from cadence_lint.reading.template.field_kinds import Kind
    from cadence_lint.reading.text.plain import Plain
    from cadence_lint.reading.text.words import Words


class Specifics(NamedTuple):
    """How much of each kind a sentence has."""

    words: int = 0
    """Different words of a trade or a matter."""
    names: int = 0
    """Names of third parties, places and things."""
    figures: int = 0
    own: int = 0
    """Fields that are filled with what is known of this reader only."""
    third: int = 0
    """Fields that name a third party."""
    common: int = 0
    """How many of the words could stand in any letter all the same."""

    @property
    def weight(self) -> int:
        """All of it; what is known of one reader only counts three times."""
        return self.words + 2 * self.names + 2 * self.figures + 3 * self.own + 2 * self.third

    @property
    def is_named(self) -> bool:
        """Whether there is any of what can be looked up: a name, a figure, a filled field."""
        return bool(self.names or self.figures or self.own or self.third)

    @property
    def particular(self) -> int:
        """The same without the words of any letter: what nobody else could be told."""
        return self.weight - self.common


_NO_NAMES = frozenset(
    "i i'm i've i'd i'll monday tuesday wednesday thursday friday saturday sunday january february"
    " march april may june july august september october november december ai crm seo roi hr it"
    " b2b saas ceo cto cfo coo vp us uk eu usa kpi kpis api sdk faq pdf ps p.s ok mr mrs ms dr asap"
    " linkedin zoom google calendly email english internet web christmas new"
    " app store play product hunt instagram facebook twitter youtube tiktok crunchbase indeed"
    " omg dm url vat gdpr sms iso"
    " github yahoo bing pinterest reddit quora kickstarter glassdoor upwork wordpress"
    " whatsapp".split()
)
_UNITS = frozenset(
    "minute minutes min mins hour hours am pm o'clock second seconds"
    " min january february march april may june july august september october november"
    " december".split()
)
_WORKS = frozenset(
    "post posts article articles talk interview piece report episode book thread review comment"
    " video essay column lecture paper write-up question story series work research".split()
)
_PLACES = frozenset(
    "page table row section slide line annex appendix paragraph clause lot chapter column figure"
    " plot platform gate dock berth bay stop question form item drawing sheet".split()
)
_ON = (["on"], ["about"], ["regarding"])
_ENDS_TOPIC = frozenset(
    "it i we you they and which that made was were is are has had got gets really resonated caught"
    " who last this at in from".split()
)
_LONGEST_LEAD, _LONGEST_TOPIC = 4, 6
_LEAST_OF_TOPIC = 2
_LONGEST_NUMBER = 3
_WHOLLY = "100%"
_LONG_FOR_LETTERS = 6
"""Letters from which on a word in capitals is hardly an abbreviation."""
ACTS = frozenset(
    "had has went cut found uses used moved closed now said says saw did does runs ran got gets"
    " opened asked told lost won kept pays paid was is were switched stopped started halved took"
    " takes made reduced doubled saved counted showed dropped".split()
)
"""Behind the first word of a sentence these make a name of it: `Brandt cut its recounts`."""
_NOBODY = frozenset(
    "somebody nobody everybody everyone others another nothing staff payroll crew personnel"
    " traffic freight procurement logistics".split()
)
_OF_THINGS = ("ing", "ion", "ment", "ness", "ly")
"""What ends so is rather a thing than somebody: `automation cut the recounts`."""


def specifics(plain: Plain, words: Words, value: str, kinds: Mapping[int, Kind]) -> Specifics:
    """What is specific in a sentence of plain words."""
    fresh: set[str] = set()
    names = figures = own = third = 0
    was_name = False
    said, capitals = plain.words, words.capitals(value)
    for at, word in enumerate(said):
        index = plain.places[at]
        kind = kinds.get(index, "none")
        if kind != "none":
            own += kind == "own"
            third += kind == "third"
            figures += kind == "figure"
            was_name = False
            continue
        if word in NO_WORDS:
            was_name = False
            continue
        if at == 0 and _is_item_number(plain, words):
            continue
        is_name = index in capitals and _is_name(plain, at, words, value)
        if is_name and not was_name:
            names += 1
        was_name = is_name
        if is_name:
            continue
        if not word.isalpha() and any(sign.isdecimal() for sign in word):
            is_sure = word == _WHOLLY or (word[-1] == "%" and said[at + 1 : at + 2] == ["sure"])
            is_of_it = not is_sure and not _is_year(word) and said[at - 1] not in OUR
            figures += is_of_it and not _is_of_the_clock(said, at)
        elif word not in EMPTY_WORDS and word not in SALES_WORDS:
            fresh.add(word)
    topic = set() if _WORKS.isdisjoint(said) else set(_topic_of_their_work(said))
    common = sum(map(is_common, fresh - topic))
    names += len(topic) >= _LEAST_OF_TOPIC
    return Specifics(len(fresh | topic), names, figures, own, third, common)


def _topic_of_their_work(said: Sequence[str]) -> Iterator[str]:
    """The words for what they wrote or said something about: `your post on hotel retention rates`.

    As a topic, words that sell anything are of this reader's work; several are as good as a name.
    """
    for at, word in enumerate(said):
        if word not in _WORKS or said[at + 1 : at + 2] not in _ON:
            continue
        if YOU.isdisjoint(said[max(0, at - _LONGEST_LEAD) : at]):
            continue
        for of_it in said[at + 2 : at + 2 + _LONGEST_TOPIC]:
            if of_it in NO_WORDS or of_it in _ENDS_TOPIC:
                return
            if of_it not in FUNCTION_WORDS:
                yield of_it
        return


def points_into(said: Sequence[str]) -> bool:
    """Whether it points to a place in something: `on page 31 of last year's report`."""
    if _PLACES.isdisjoint(said):
        return False
    return any(word in _PLACES and after[:1].isdecimal() for word, after in pairwise(said))


def _is_item_number(plain: Plain, words: Words) -> bool:
    """Whether a sentence starts with its number in a list: `1. Your plan`, `2) Your plan`."""
    number = plain.words[0]
    if not number.isdecimal() or len(number) >= _LONGEST_NUMBER or len(plain.words) == 1:
        return False
    return words.gaps[plain.places[0] + 1].startswith((".", ")"))


def _is_of_the_clock(said: Sequence[str], at: int) -> bool:
    """Whether a number says when, how many minutes, or whom to call."""
    after = said[at + 1] if at + 1 < len(said) else PAUSE
    counts = after not in _UNITS and after not in FUNCTION_WORDS and after not in NO_WORDS
    return is_time_or_phone(said, at) and not (
        counts and said[at].replace(".", "").replace(",", "").isdecimal()
    )


def _is_year(word: str) -> bool:
    return len(word) == 4 and word[:2] in ("19", "20") and word.isdecimal()


def _is_said_loudly(word: str) -> bool:
    """Whether capitals make it no name: `SELECTED`; they do not take one from `NHS` and `IKEA`."""
    known = word in EMPTY_WORDS or word in SALES_WORDS or is_common(word)
    return known or (len(word) >= _LONG_FOR_LETTERS and word.isalpha())


def _needs_its_capital(plain: Plain, at: int, words: Words, value: str) -> bool:
    """Whether a capital within a sentence makes a name: of a word of any letter, beside another."""
    word = plain.words[at]
    if word in FUNCTION_WORDS:
        return False
    if word not in EMPTY_WORDS and word not in SALES_WORDS and not is_common(word):
        return True
    return any(
        0 <= near < len(plain.words)
        and plain.places[near] >= 0
        and plain.words[near] not in FUNCTION_WORDS
        and words.gaps[plain.places[max(near, at)]] == " "
        and value[words.starts[plain.places[near]]].isupper()
        for near in (at - 1, at + 1)
    )


def _is_name(plain: Plain, at: int, words: Words, value: str) -> bool:
    """Whether a word has a capital that its place does not explain."""
    word = plain.words[at]
    written = value[words.starts[plain.places[at]]]
    if not written.isupper() or word in _NO_NAMES or word.removesuffix("'s") in _NO_NAMES:
        return False
    is_loud = value[words.starts[plain.places[at]] : words.ends[plain.places[at]]].isupper()
    if is_loud and len(word) > 1 and _is_said_loudly(word):
        return False
    first = 1 if _is_item_number(plain, words) else 0
    is_first = at <= first or (plain.words[at - 1] == PAUSE and at == first + 1)
    if not is_first:
        return _needs_its_capital(plain, at, words, value)
    following: Sequence[str] = plain.words[at + 1 : at + 2]
    if not following or word in EMPTY_WORDS or word in SALES_WORDS:
        return False
    return (
        _acts(word, following[0])
        or word.endswith("'s")
        or (
            plain.places[at + 1] >= 0
            and value[words.starts[plain.places[at + 1]]].isupper()
            and following[0] not in _NO_NAMES
        )
    )


def _acts(word: str, did: str) -> bool:
    """Whether it did something, so that it is somebody, by their name."""
    if word.endswith(_OF_THINGS) or word in _NOBODY:
        return False
    return did in ACTS or (did.endswith("ed") and word[-1] != "s" and not is_common(word))
