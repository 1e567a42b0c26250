"""Fields for what a reader's work is measured by: `{{pain_point}}`, `[specific goal]`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadence_lint.patterns import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cadence_lint.reading import Passage

_OUTCOME = regex(
    r"pain|problem|challenge|goal|outcome|result|metric|priorit|initiative|kpi|objective|roi\b|benefit"
    r"|improvement|bottleneck|struggle|need\b|concern|deadline|cost|saving|value_?prop|value prop"
)


def find_outcome_fields(passage: Passage) -> Iterator[tuple[int, int]]:
    """Where the fields and blanks stand whose names say that they hold such a thing."""
    for field in passage.template.fields:
        if _OUTCOME.search(field.name.lower()):
            yield field.start, field.end
    for blank in passage.template.placeholders:
        if _OUTCOME.search(blank.words.lower()):
            yield blank.start, blank.end
