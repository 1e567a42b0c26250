"""A message that asks for several things at once.

One ask that is put twice is one. What is asked instead of another thing (if you are not the right
person, …), or left to choose from (a call or a trial), is no second ask. A question that expects no
answer, or is somebody else's in quotation marks, is none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadence_lint.checks import Objection
from cadence_lint.patterns import regex
from cadence_lint.reading.facts.asks import expects_no_answer
from cadence_lint.reading.text.segments import BODY
from cadence_lint.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cadence_lint.checks import Spot
    from cadence_lint.linting.case import Case
    from cadence_lint.reading import Fact, Passage, Reading
    from cadence_lint.sequence import Touch

SCOPE = "message"
TRAITS = {"kind": ("asks", "questions")}

_INSTEAD = regex(
    r"\bif not\b|\botherwise\b|\balternatively\b|\binstead\b|\bor\b|\brather\b|\bprefer\b"
    r"|\bnot (?:you|the right|for you|your|interested|relevant)\b|\bisn't (?:you|yours?|for you)\b"
    r"|\b(?:aren't|are not) the\b|\b(?:somebody|someone) else\b|\bif you'd like\b"
)
_SHORTEST_QUESTION = 3


class Options(Record):
    """What a rule may set."""

    asks: tuple[str, ...]
    """The facts that ask for something, each for another thing."""
    max: int = 1
    """How many different things may be asked for."""
    max_questions: int = 3
    """How many questions may be put."""


class Values(Record):
    """What a message may name."""

    count: int
    asked: str
    """`2 different things`, `5 questions`."""


def check(case: Case, touch: Touch, reading: Reading, options: Options) -> Iterator[Objection]:
    """Object to a text with too many asks, else to one with too many questions."""
    passage = reading.passages.get("body")
    if passage is None or not reading.is_understood:
        return
    if len(set(options.asks).intersection(reading.by_name)) > options.max:
        asks = _different(passage, options)
        if len(asks) > options.max:
            yield _objection(f"{len(asks)} different things", "asks", [ask.spot() for ask in asks])
            return
    if sum(sentence.is_question for sentence in passage.sentences) <= options.max_questions:
        return
    questions = list(_questions(passage))
    if len(questions) > options.max_questions:
        yield _objection(f"{len(questions)} questions", "questions", questions)


def _objection(asked: str, kind: str, spots: list[Spot]) -> Objection:
    return Objection(
        values=Values(len(spots), asked),
        spots=tuple(spots),
        measure=len(spots),
        traits={"kind": kind},
    )


def _different(passage: Passage, options: Options) -> list[Fact]:
    """The first words of each ask, in the order in which they stand."""
    facts = [
        fact
        for fact in passage.facts
        if fact.name in options.asks and fact.segment in BODY and not _is_instead(passage, fact)
    ]
    first: dict[str, Fact] = {}
    for fact in facts:
        is_known = fact.name in first or any(
            fact.span.start < other.span.end and other.span.start < fact.span.end
            for other in first.values()
        )
        if not is_known:
            first[fact.name] = fact
    return list(first.values())


def _is_instead(passage: Passage, fact: Fact) -> bool:
    if fact.sentence < 0:
        return False
    sentence = passage.sentences[fact.sentence]
    said = passage.words.folded[sentence.first : sentence.last]
    return bool(_INSTEAD.search(" ".join(said)))


def _questions(passage: Passage) -> Iterator[Spot]:
    for saying in passage.sayings:
        sentence = saying.sentence
        if not sentence.is_question or passage.segments[saying.index] not in BODY:
            continue
        is_speech = any(start < sentence.end <= end for start, end in passage.speech)
        is_short = sentence.last - sentence.first < _SHORTEST_QUESTION
        if not (is_speech or is_short or expects_no_answer(saying.plain.words)):
            yield passage.quote(sentence.start, sentence.end)
