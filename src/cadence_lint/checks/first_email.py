"""The first email lacks something that it has to bring.

It can stand in the words (also of a footer), in a merge field, or be added by the sending
platform (`platform_adds` in the configuration). Where a field with prepared copy or a signature
may hold it, nobody can tell.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from cadence_lint.checks import FactName, Objection, Spot
from cadence_lint.reading.facts.postal import has_postal_address
from cadence_lint.reading.text.segments import Segment  # noqa: TC001  read with the options
from cadence_lint.reading.text.words import FIELD
from cadence_lint.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cadence_lint.linting.case import Case
    from cadence_lint.reading import Passage, Reading

SCOPE = "sequence"

_MAY_HOLD_IT = ("signature", "footer", "disclaimer")


class Options(Record):
    """What a rule may set."""

    none: tuple[FactName, ...] = ()
    """Facts that bring it."""
    address: bool = False
    """Whether a postal address brings it."""
    in_segments: tuple[Segment, ...] = ()
    """Kinds of sentences that bring it."""
    marks: tuple[str, ...] = ()
    """What stands for it in a field or a link, as `unsubscribe`; without `_`, `-` and spaces."""
    added_as: Literal["", "unsubscribe", "postal_address", "signature"] = ""
    """What the platform calls it."""


class Values(Record):
    """What a message may name: nothing but `{quote}`, the last words of the email."""


def check(case: Case, options: Options) -> Iterator[Objection]:
    """Object once, at the end of the first email that does not bring it."""
    if options.added_as in case.config.platform_adds or not case.is_understood:
        return
    first = case.first_email
    if first is None:
        return
    spots = [
        spot.said_in(first, message)
        for message in first.messages
        if (spot := _end(case.reading(message), options)) is not None
    ]
    if spots:
        yield Objection(values=Values(), spots=tuple(spots), touch=first, is_whole=True)


def _end(reading: Reading, options: Options) -> Spot | None:
    """The last words of an email that does not bring it; None where it does, or may."""
    passage = reading.passages.get("body")
    if passage is None or passage.hides_copy or not _says_something(passage):
        return None
    if reading.facts(*options.none) or _has_mark(passage, options):
        return None
    if not set(options.in_segments).isdisjoint(passage.segments):
        return None
    if options.address and has_postal_address(passage.text.value):
        return None
    last = passage.sentences[-1]
    return passage.quote(last.start, last.end)


def _says_something(passage: Passage) -> bool:
    """Whether there is more to read than fields."""
    return any(word != FIELD for word in passage.words.folded)


def _has_mark(passage: Passage, options: Options) -> bool:
    fields = passage.template.fields
    if any(mark in field.key for field in fields for mark in _MAY_HOLD_IT):
        return True
    raw = passage.raw.value.lower()
    for filling in "_- ":
        raw = raw.replace(filling, "")
    return any(mark in raw for mark in options.marks)
