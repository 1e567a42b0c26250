"""A field of the reader's that leaves a gap where nothing is known of them.

A field is fine that `fields` says is required, that has a fallback, or that stands in a condition
which asks for it. What a person sends by hand is seen first, and the sender's own fields, those of
the sending tool and prepared copy are always filled.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadence_lint.checks import Objection
from cadence_lint.checks.unknown_field import meant_by
from cadence_lint.reading.template.names import record_key
from cadence_lint.reading.text.segments import PASSED_OVER
from cadence_lint.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cadence_lint.linting.case import Case
    from cadence_lint.reading.template.occurrences import Occurrence
    from cadence_lint.sequence import Message, Touch

SCOPE = "sequence"

_READERS = ("reader", "company")


class Options(Record):
    """This check has no options."""


class Values(Record):
    """What a message may name."""

    name: str
    gap: str
    """What is read there when nothing is known: `Hi ,`."""
    example: str
    """The field with a fallback."""


def check(case: Case, options: Options) -> Iterator[Objection]:
    """Object once for each such field, at all of its places."""
    declared = {record_key(name): said for name, said in case.sequence.fields.items()}
    gaps: dict[str, list[tuple[Touch, Message, Occurrence]]] = {}
    for place in _occurrences(case):
        each = place[2]
        if _leaves_a_gap(each) and declared.get(each.key) != "required":
            gaps.setdefault(each.key, []).append(place)
    for key, places in gaps.items():
        if key not in declared and meant_by(key, declared):
            continue
        touch, _, first = places[0]
        yield Objection(
            values=Values(first.field.name, first.gap, _with_fallback(first)),
            spots=tuple(each.spot.said_in(touch, message) for touch, message, each in places),
            touch=touch,
            touches=frozenset(touch.number for touch, _, _ in places),
        )


def _occurrences(case: Case) -> Iterator[tuple[Touch, Message, Occurrence]]:
    from cadence_lint.reading.template.occurrences import field_occurrences

    for touch, message in case.messages():
        if touch.manual or touch.channel == "call":
            continue
        for each in field_occurrences(case.reading(message)):
            yield touch, message, each


def _leaves_a_gap(each: Occurrence) -> bool:
    """Whether nothing fills it; a title or a company at the end of an email is the sender's."""
    if each.field.fallback is not None or each.is_asked_for or each.is_in_address:
        return False
    return each.field.owner in _READERS and each.segment not in PASSED_OVER


_NAMES = frozenset({"firstname", "name", "fname", "nickname", "preferredname"})


def _with_fallback(each: Occurrence) -> str:
    """`{{first_name|there}}`, the way that most tools take; with dots where none comes to mind."""
    said = "there" if each.key in _NAMES else "…"
    if each.key in ("company", "companyname", "city", "industry", "team", "department"):
        said = f"your {each.key.removesuffix('name')}"
    return f"{{{{{each.field.name}|{said}}}}}"
