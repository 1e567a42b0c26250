"""The first email lacks something that it has to bring.

It can stand in the words (also of a footer), in a merge field, or be added by the sending
platform (`platform_adds` in the configuration). Where a field with prepared copy or a signature
may hold it, nobody can tell.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from cadence_lint.checks import FactName, Objection
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
    """What a message may name: nothing."""


def check(case: Case, options: Options) -> Iterator[Objection]:
    """Object once, to the first email that does not bring it; no words of it are at fault."""
    if options.added_as in case.config.platform_adds or not case.is_understood:
        return
    first = case.first_email
    if first is None:
        return
    lacking = [each for each in first.messages if _lacks_it(case.reading(each), options)]
    if lacking:
        is_one_of_many = len(lacking) == 1 < len(first.messages)
        yield Objection(
            values=Values(),
            touch=first,
            variant=lacking[0].variant if is_one_of_many else None,
            is_whole=True,
        )


def _lacks_it(reading: Reading, options: Options) -> bool:
    """Whether an email does not bring it, for all that can be seen."""
    passage = reading.passages.get("body")
    if passage is None or passage.hides_copy or not _says_something(passage):
        return False
    if reading.facts(*options.none) or _has_mark(passage, options):
        return False
    if not set(options.in_segments).isdisjoint(passage.segments):
        return False
    return not (options.address and has_postal_address(passage.text.value))


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
