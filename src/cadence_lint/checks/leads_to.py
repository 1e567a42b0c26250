"""A message says one thing to get to another: bad news, and then the pitch.

It speaks when the message has one of the facts in `any`, and after it, or in the same sentence,
one of the facts in `then`; both in the same hearing: a subject with its body, or a call, or a
voicemail. Where the hearing has one of the facts in `none`, it stays silent.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadence_lint.checks import FactName, Objection
from cadence_lint.reading.text.segments import NOT_SAID
from cadence_lint.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cadence_lint.linting.case import Case
    from cadence_lint.reading import Fact, Reading
    from cadence_lint.sequence import Part, Touch

SCOPE = "message"

_HEARINGS: tuple[tuple[Part, ...], ...] = (("subject", "body"), ("script",), ("voicemail",))


class Options(Record):
    """What a rule may set."""

    any: tuple[FactName, ...]
    """The facts that lead to something."""
    then: tuple[FactName, ...]
    """The facts that they lead to."""
    none: tuple[FactName, ...] = ()
    """The facts that excuse it."""


class Values(Record):
    """What a message may name."""

    words: str
    """The words that lead to it, in quotes."""
    then: str
    """The words that they lead to, in quotes; empty where both are the same."""


def wants(options: Options) -> tuple[FactName, ...]:
    """Facts that lead to something."""
    return options.any


def check(case: Case, touch: Touch, reading: Reading, options: Options) -> Iterator[Objection]:
    """Object once to a hearing in which the one leads to the other."""
    if not reading.is_understood:
        return
    leading = _said(reading, options.any)
    if not leading:
        return
    following = _said(reading, options.then)
    excuses = {fact.part for fact in _said(reading, options.none)}
    for hearing in _HEARINGS:
        if excuses.isdisjoint(hearing):
            yield from _objections(leading, following, hearing)


def _said(reading: Reading, names: tuple[str, ...]) -> list[Fact]:
    return [fact for fact in reading.facts(*names) if fact.segment not in NOT_SAID]


def _objections(
    leading: list[Fact], following: list[Fact], hearing: tuple[Part, ...]
) -> Iterator[Objection]:
    def place(fact: Fact) -> tuple[int, int]:
        return hearing.index(fact.part), fact.sentence

    first = min((fact for fact in leading if fact.part in hearing), key=place, default=None)
    if first is None:
        return
    after = [fact for fact in following if fact.part in hearing and place(fact) >= place(first)]
    if not after:
        return
    then = min(after, key=place)
    spots = [first.spot()]
    if then.order != first.order:
        spots.append(then.spot())
    yield Objection(
        values=Values(_quoted(first), _quoted(then) if then.order != first.order else ""),
        spots=tuple(spots),
    )


def _quoted(fact: Fact) -> str:
    return f'"{" ".join(fact.quote.split())}"'
