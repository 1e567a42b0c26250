"""A greeting that could stand over a letter to anybody.

A greeting that only those get whose name is unknown is a fallback, and is fine: a field's, or the
branch of a condition.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadence_lint.checks import FactName, Objection
from cadence_lint.reading.template.fields import read_template
from cadence_lint.reading.text.markup import without_markup
from cadence_lint.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cadence_lint.linting.case import Case
    from cadence_lint.reading import Fact, Passage, Reading
    from cadence_lint.sequence import Touch

SCOPE = "message"
TRAITS = {"kind": ("formal", "casual"), "meant": ("for-anybody", "for-one")}


class Options(Record):
    """The facts that such a greeting is, by how it sounds."""

    formal: tuple[FactName, ...] = ("addresses-nobody",)
    casual: tuple[FactName, ...] = ("greets-nobody",)


class Values(Record):
    """What a message may name."""

    greeting: str
    """The greeting, as it is written."""


def check(case: Case, touch: Touch, reading: Reading, options: Options) -> Iterator[Objection]:
    """Object to the first words of a text; what is said aloud greets nobody by name.

    The trait `kind` is `formal` (`Dear Sir or Madam`) or `casual` (`Hi there`). The trait `meant`
    is `for-one` where what follows could have been written to this reader only, and was not for
    everybody, else `for-anybody`.
    """
    passage = reading.passages.get("body")
    if passage is None:
        return
    for kind, names in (("formal", options.formal), ("casual", options.casual)):
        for fact in reading.facts(*names):
            if fact.part == "body" and fact.sentence == 0 and not _is_fallback(fact, passage):
                yield Objection(
                    values=Values(" ".join(fact.quote.split())),
                    spots=(fact.spot(),),
                    traits={
                        "kind": kind,
                        "meant": "for-one" if reading.is_for_one else "for-anybody",
                    },
                    advice=fact.advice,
                )
                return


def _is_fallback(fact: Fact, passage: Passage) -> bool:
    """Whether only some readers get it, depending on what is known of them."""
    plain = without_markup(passage.raw)
    for choice in read_template(plain.value).choices:
        span = plain.span(choice.start, choice.end)
        if choice.condition and fact.span.start < span.end and span.start < fact.span.end:
            return True
    return False
