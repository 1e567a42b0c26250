"""Tables that become stacks of lines where there is no room beside one another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadence_lint.output.report.view.markup import Html, el

if TYPE_CHECKING:
    from collections.abc import Iterable


def table(heads: Iterable[str], rows: Iterable[Html]) -> Html:
    """A table with a head for each column."""
    cells = [el("th", head, scope="col") for head in heads]
    return el(
        "div.wide",
        el("table.stacks", el("thead", el("tr", cells)), el("tbody", rows)),
    )
