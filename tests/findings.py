"""Findings made by hand, for tests that need no rules."""

from __future__ import annotations

from typing import Any

from cadence_lint.finding import Evidence, Finding
from cadence_lint.source import Place


def place(line: int = 1, column: int = 1, file: str = "a.yaml") -> Place:
    return Place(file, line, column, line, column + 1)


def evidence(quote: str, variant: str | None = None, **fields: Any) -> Evidence:
    return Evidence(place(), quote, quote, variant=variant)._replace(**fields)


def finding(rule: str = "tone/word", touch: int | None = 1, **fields: Any) -> Finding:
    """A finding about one touch, or the whole of a sequence of three."""
    made = Finding(
        rule=rule,
        severity="warning",
        confidence="high",
        message="a word",
        advice="leave it out",
        place=place(),
        sequence="Renewals",
        sequence_id="a.yaml",
        touch=touch,
        touches=frozenset({touch} if touch else {1, 2, 3}),
    )
    return made._replace(**fields)
