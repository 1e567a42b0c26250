"""What the sequences of a folder, or for a persona, have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadence_lint.output.report.view.charts import shares
from cadence_lint.output.report.view.failing import more
from cadence_lint.output.report.view.markup import Html, el
from cadence_lint.output.report.view.table import table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cadence_lint.output.report.model import Group

_MOST = 12


def groups_table(title: str, name: str, found: Sequence[Group]) -> Html | None:
    """A line for each group: how it stands, and what fails most there."""
    if not found:
        return None
    rows = [_group(group, name) for group in found[:_MOST]]
    return el(
        "section.groups",
        el("h2", title),
        table((name, "how they stand", "what fails most"), rows),
        more(len(found) - len(rows), "more stand better: choose them in the list"),
    )


def _group(group: Group, kind: str) -> Html:
    label = group.name or f"no {kind} given"
    counts = ", ".join(f"{count} {verdict}" for verdict, count in group.verdicts.items())
    return el(
        "tr",
        el("th", label, scope="row"),
        el("td", shares(group.verdicts.items()), el("span.hint", counts)),
        el("td", _inline([f"{fault.summary} ({count})" for fault, count in group.faults])),
    )


def _inline(items: list[str]) -> Html | str:
    return el("ul", [el("li", item) for item in items], role="list") if items else "nothing"
