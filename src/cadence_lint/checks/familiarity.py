"""A message recalls a talk, a meeting or a request to a reader whom nobody ever spoke to.

A file says so with `relationship: cold`, or with `spoke: no` under `context`. Where it says
`spoke: yes`, or names an event under `context`, there was a talk. After a call in the same
sequence there may have been one.

A file that does not say whom it is for can hold the note after a real meeting: one that recounts
what was said there reads like it.
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
    from cadence_lint.sequence import Touch

SCOPE = "message"
TRAITS = {"spoke": ("never", "perhaps", "probably")}

_YES = frozenset({"yes", "y", "true", "on", "1"})
_NO = frozenset({"no", "n", "false", "off", "0", "never"})
_MANY = 3
_AMONG_THOSE_WHO_KNOW_US = ("renewal", "nurture")


class Options(Record):
    """What a rule may set."""

    recalls: tuple[FactName, ...] = ("recalls-talk",)
    """The facts that recall a talk."""
    recounts: tuple[FactName, ...] = ("recounts-talk",)
    """The facts that recount it as somebody does who was there."""


class Values(Record):
    """What a message may name."""

    words: str
    """The words that recall it, in quotes, the first three of them."""


def wants(options: Options) -> tuple[str, ...]:
    """What a message must say for this check to speak."""
    return options.recalls


def check(case: Case, touch: Touch, reading: Reading, options: Options) -> Iterator[Objection]:
    """Object to what recalls a talk that there was not."""
    if not reading.is_understood or not _may_be_strangers(case):
        return
    recalled = [fact for fact in reading.facts(*options.recalls) if fact.segment not in NOT_SAID]
    if recalled and _are_connected(case, touch):
        recalled = [fact for fact in recalled if "connect" not in fact.quote.lower()]
    if not recalled:
        return
    recalled.sort(key=lambda fact: fact.order)
    yield Objection(
        values=Values(_listed(recalled)),
        spots=tuple(fact.spot() for fact in recalled),
        measure=len(recalled),
        traits={"spoke": _spoke(case, touch, reading, recalled, options)},
    )


def _may_be_strangers(case: Case) -> bool:
    """Whether nothing in the file says that somebody spoke to its readers."""
    context = _context(case)
    spoke = context.get("spoke")
    if spoke in _NO:
        return True
    if spoke in _YES or "event" in context:
        return False
    is_assumed = "relationship" in case.sequence.assumed
    is_known = is_assumed and case.sequence.purpose in _AMONG_THOSE_WHO_KNOW_US
    return case.sequence.audience.relationship == "cold" and not is_known


def _context(case: Case) -> dict[str, str]:
    said = case.sequence.audience.context
    return {key.casefold(): value.strip().casefold() for key, value in said.items()}


def _are_connected(case: Case, touch: Touch) -> bool:
    """Whether a request to connect came before: "great connecting with you" is about that."""
    return any(
        other.channel == "linkedin" and other.action in ("connect", None)
        for other in case.touches[: touch.number - 1]
    )


def _spoke(
    case: Case, touch: Touch, reading: Reading, recalled: list[Fact], options: Options
) -> str:
    is_assumed = "relationship" in case.sequence.assumed and "spoke" not in _context(case)
    told = {(fact.part, fact.sentence) for fact in reading.facts(*options.recounts)}
    if is_assumed and (told or len(recalled) >= _MANY):
        return "probably"
    if any(
        other.channel in ("call", "video", "other") for other in case.touches[: touch.number - 1]
    ):
        return "perhaps"
    return "never"


def _listed(facts: list[Fact]) -> str:
    seen = dict.fromkeys(" ".join(fact.quote.split()) for fact in facts)
    return ", ".join(f'"{quote}"' for quote in list(seen)[:3])
