"""What could not be read, and what was passed over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadence_lint.output.report.view.markup import Html, el
from cadence_lint.output.words import file_words

if TYPE_CHECKING:
    from cadence_lint.output.report.model import Report


def problems_section(report: Report) -> Html | None:
    """Each file, and why."""
    if not (report.errors or report.notes):
        return None
    errors = [
        el("li", el("b", f"{file_words(each.file)}, line {each.line}"), f": {each.message}")
        for each in report.errors
    ]
    notes = [el("li", el("b", file), f": {message}") for file, message in report.notes]
    return el(
        "section.problems",
        el("h2", "What could not be read"),
        el("ul", errors, notes),
    )
