"""A recruiter's first messages do not say whose job it is, where it is, or what it pays.

Looked at are the first contacts together. Where one of them has no copy, is a call, or holds a
field with prepared copy, what is missed may stand there, and nothing is said.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadence_lint.checks import Objection
from cadence_lint.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cadence_lint.linting.case import Case
    from cadence_lint.sequence import Touch

SCOPE = "sequence"

_WANTED = {"company": "whose job it is", "place": "where it is", "pay": "what it pays"}


class Options(Record):
    """What a rule may set."""

    contacts: int = 2
    """In how many of the first contacts they must be named."""
    missing: int = 2
    """From how many missing ones on it speaks."""


class Values(Record):
    """What a message may name."""

    count: int
    missing: str
    """`whose job it is, where it is or what it pays`."""


def check(case: Case, options: Options) -> Iterator[Objection]:
    """Object once, at the last of the first contacts."""
    if not case.is_understood:
        return
    first = [touch for touch in case.touches if touch.is_noticed][: options.contacts]
    said = [touch for touch in first if not (touch.action == "connect" and not touch.has_copy)]
    if not said or any(_hides(case, touch) for touch in said):
        return
    named = {fact for touch in said for fact in _named(case, touch)}
    missing = [words for fact, words in _WANTED.items() if fact not in named]
    if len(missing) >= options.missing:
        listed = f"{', '.join(missing[:-1])} or {missing[-1]}" if missing[1:] else missing[0]
        yield Objection(values=Values(len(missing), listed), touch=said[-1], measure=len(missing))


def _hides(case: Case, touch: Touch) -> bool:
    if not touch.has_copy or touch.channel == "call":
        return True
    return any(
        passage.hides_copy
        for message in touch.messages
        for passage in case.reading(message).passages.values()
    )


def _named(case: Case, touch: Touch) -> Iterator[str]:
    from cadence_lint.reading.facts.jobs import job_facts  # only recruiters need it

    for message in touch.messages:
        for passage in case.reading(message).passages.values():
            yield from job_facts(passage)
