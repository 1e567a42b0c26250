"""The file does not say something about itself that others would need to know.

What the configuration takes for granted (`assume`) is said.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadence_lint.checks import FactName, Objection
from cadence_lint.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cadence_lint.linting.case import Case

SCOPE = "sequence"


class Options(Record):
    """What a rule may set."""

    any: tuple[str, ...]
    """Keys of a sequence file of which one must be there, as `goal` or `persona`."""
    formats: tuple[str, ...] = ("native", "text", "markdown")
    """The formats that have a place for it; others are left alone."""
    when_facts: tuple[FactName, ...] = ()
    """Only where a message has one of these facts; any message when empty."""


class Values(Record):
    """What a message may name."""

    step: int
    """The first step that has one of the facts, else 0."""


def check(case: Case, options: Options) -> Iterator[Objection]:
    """Object once to a file that says none of it."""
    if case.sequence.format not in options.formats or any(
        _is_said(case, key) for key in options.any
    ):
        return
    step = _first_step(case, options) if options.when_facts else 0
    if step is not None:
        yield Objection(values=Values(step))


def _is_said(case: Case, key: str) -> bool:
    sequence = case.sequence
    value = getattr(sequence, key, None) or getattr(sequence.audience, key, None)
    return key in case.config.assume or (bool(value) and key not in sequence.assumed)


def _first_step(case: Case, options: Options) -> int | None:
    return next(
        (
            touch.number
            for touch, message in case.messages()
            if touch.is_noticed and case.reading(message).facts(*options.when_facts)
        ),
        None,
    )
