"""Something odd about how the file is written, as its reader or its suppressions remarked it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from cadence_lint.checks import Objection, Spot
from cadence_lint.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cadence_lint.linting.case import Case
    from cadence_lint.sequence import Remark

SCOPE = "remark"


class Options(Record):
    """What a rule may set."""

    kind: Literal[
        "unknown-key",
        "mixed-timing",
        "day-goes-back",
        "unused-suppression",
        "malformed-suppression",
        "ended-suppression",
    ]
    """What was remarked."""


class Values(Record):
    """What a message may name; empty where it does not apply."""

    key: str
    meant: str
    day: str
    by_delay: str
    before: str
    rules: str
    problem: str
    until: str


def check(case: Case, remark: Remark, options: Options) -> Iterator[Objection]:
    """Object where the remark was made."""
    if remark.kind != options.kind:
        return
    if remark.kind == "mixed-timing" and not remark.values.get("by_delay"):
        return  # nothing to count the delay from, so nothing to disagree with
    touch = next((each for each in case.touches if each.span.holds(remark.span)), None)
    spot = Spot(
        remark.span, case.sequence.source.slice(remark.span), touch.number if touch else None
    )
    values = (remark.values.get(name, "") for name in Values._fields)
    yield Objection(values=Values(*values), spots=(spot,), touch=touch)
