"""Praise that fits anyone: nothing in it, or right beside it, says what was seen.

Praise with a figure, a name, a field of what is known of this reader or a few words of their own
matter is a compliment. So is praise that the sentence before or after it makes concrete.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from cadence_lint.checks import Objection
from cadence_lint.reading.text.segments import BODY
from cadence_lint.reading.whom.people import FIRST
from cadence_lint.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from cadence_lint.linting.case import Case
    from cadence_lint.reading import Fact, Passage, Reading
    from cadence_lint.reading.facts.saying import Saying
    from cadence_lint.sequence import Touch

SCOPE = "message"

_SAID = BODY | {"greeting"}
_LEAST_WORDS = 2
_MOST_OF_A_SENTENCE = 8
_NO_MATTER = frozenset(
    "fan fans huge big amazing awesome space industry industries sector market field world domain"
    " area success successful journey career crushing built build building creating working"
    " fintech software technology tech profile background growth impressive impressed inspired"
    " inspiring unique kudos congrats congratulations fast quickly rapidly lately recently years"
    " absolutely truly genuinely team leadership leader leaders stood caught attention eye linkedin"
    " online website site everyone anyone community especially particularly".split()
)
"""Words of praise, and the kinds of things that everybody is in."""
_JOINS = frozenset("and but so while".split())
_SAW = frozenset(
    "saw see read heard hear watched listened met noticed visited tried used ate bought rode"
    " enjoyed liked love loved admire like tasted looked went".split()
)
"""What the sender may have done with a thing of the reader's."""


class Options(Record):
    """What a rule may set."""

    facts: tuple[str, ...] = ("flatters",)
    """The facts that are praise."""


class Values(Record):
    """What a message may name."""

    words: str
    """The praise, the first of it."""
    count: int


def wants(options: Options) -> tuple[str, ...]:
    """What a message must say for this check to speak."""
    return options.facts


def check(case: Case, touch: Touch, reading: Reading, options: Options) -> Iterator[Objection]:
    """Object to a message for all of its empty praise at once."""
    empty = [
        fact
        for fact in _a_few_of_each_sentence(reading.facts(*options.facts))
        if fact.part != "subject"
        and fact.segment in _SAID
        and not _is_made_concrete(fact, reading.passages[fact.part])
    ]
    if empty:
        empty.sort(key=lambda fact: fact.order)
        yield Objection(
            values=Values(" ".join(empty[0].quote.split()), len(empty)),
            spots=tuple(fact.spot() for fact in empty),
            measure=len(empty),
        )


def _a_few_of_each_sentence(facts: Iterable[Fact]) -> Iterator[Fact]:
    """The facts but for those of a sentence that praises on and on: the first say enough."""
    counts: Counter[tuple[str, int]] = Counter()
    for fact in facts:
        counts[fact.part, fact.sentence] += 1
        if counts[fact.part, fact.sentence] <= _MOST_OF_A_SENTENCE:
            yield fact


def _is_made_concrete(fact: Fact, passage: Passage) -> bool:
    sayings = passage.sayings
    if not 0 <= fact.sentence < len(sayings):
        return True
    saying = sayings[fact.sentence]
    start = passage.text.value.find(fact.quote, saying.sentence.start, saying.sentence.end)
    if start < 0:
        return True  # said to those only who get another option; what they get beside it is unknown
    if _has_matter(saying, (start, start + len(fact.quote))):
        return True
    beside = sayings[max(fact.sentence - 1, 0) : fact.sentence + 2]
    return any(_shows_what(other) for other in beside if other is not saying)


def _has_matter(saying: Saying, praise: tuple[int, int]) -> bool:
    """Whether a sentence names something beside the praise in it."""
    found = saying.specifics
    if found.figures or found.own or found.third or _is_hidden(saying):
        return True
    words, value = saying.passage.words, saying.passage.text.value
    matter = set()
    for word, place in _beside(saying, praise):
        if value[words.starts[place]].isupper() and place > saying.sentence.first:
            if words.folded[place - 1] not in ("at", "of", "with", "hi", "team", "by"):
                matter.add(word)
        elif _is_of_a_trade(word):
            matter.add(word)
    return len(matter) >= _LEAST_WORDS


def _beside(saying: Saying, praise: tuple[int, int]) -> Iterator[tuple[str, int]]:
    """The words beside the praise that can make it concrete, each with its place.

    What the sender is or wishes says nothing of the reader: `I study finance and I love your work`.
    """
    starts = saying.passage.words.starts
    for clause in _clauses(saying):
        is_of_praise = any(praise[0] <= starts[place] < praise[1] for _, place in clause)
        if is_of_praise or not _is_of_sender([word for word, _ in clause]):
            yield from (each for each in clause if not praise[0] <= starts[each[1]] < praise[1])


def _clauses(saying: Saying) -> Iterator[list[tuple[str, int]]]:
    """A sentence in parts, at its pauses and where the sender begins to speak of themselves."""
    said = list(zip(saying.plain.words, saying.plain.places, strict=True))
    begin = 0
    for at, (word, place) in enumerate(said):
        is_new = word in _JOINS and at + 1 < len(said) and said[at + 1][0] in FIRST
        if place < 0 or is_new:
            yield said[begin:at]
            begin = at + 1
    yield said[begin:]


def _is_of_sender(clause: Sequence[str]) -> bool:
    """Whether it tells of the sender, and of nothing that they saw."""
    return bool(clause) and clause[0] in FIRST and _SAW.isdisjoint(clause[1:5])


def _is_of_a_trade(word: str) -> bool:
    from cadence_lint.reading.facts.sales_words import SALES_WORDS
    from cadence_lint.reading.facts.substance import EMPTY_WORDS

    return word.isalpha() and not any(
        word in words for words in (_NO_MATTER, EMPTY_WORDS, SALES_WORDS)
    )


def _shows_what(saying: Saying) -> bool:
    """Whether a sentence says what was seen at the reader's."""
    if not saying.is_said or saying.sentence.is_question or saying.about == "sender":
        return saying.is_said and _is_hidden(saying)
    if _is_of_sender(saying.plain.words):
        return _is_hidden(saying)
    found = saying.specifics
    is_seen = saying.gift == "observes-theirs" or "observes" in saying.phrases
    return _is_hidden(saying) or bool(
        found.own or (is_seen and (found.figures or found.names or found.words >= _LEAST_WORDS))
    )


def _is_hidden(saying: Saying) -> bool:
    from cadence_lint.reading.text.plain import HIDDEN

    return HIDDEN in saying.plain.words
