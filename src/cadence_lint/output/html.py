"""The report: one page about all sequences and each of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadence_lint.output.report.model.compose import report_of
from cadence_lint.output.report.view.page import page

if TYPE_CHECKING:
    from cadence_lint.linting.results import Run
    from cadence_lint.output.terminal import Look


def render(run: Run, look: Look) -> str:
    """The whole page; the request must have kept sequences and portraits."""
    return page(report_of(run), run.rules)
