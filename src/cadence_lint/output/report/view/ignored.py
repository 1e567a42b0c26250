"""What somebody decided to live with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadence_lint.output.report.view.markup import Html, el
from cadence_lint.output.report.view.table import table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cadence_lint.output.report.model import Ignored


def ignored_section(found: Sequence[Ignored]) -> Html | None:
    """What somebody decided to live with."""
    if not found:
        return None
    return el(
        "section.ignored",
        el("h2", "Ignored on purpose"),
        table(("what", "where", "why", "until"), [_ignored(each) for each in found]),
    )


def _ignored(each: Ignored) -> Html:
    times = f" ({each.findings} times)" if each.findings > 1 else ""
    outcome = "" if each.findings else f" · {each.outcome}"
    where = el("a", each.where, href=f"#{each.address}") if each.address else each.where
    return el(
        "tr",
        el("th", ", ".join(each.what), times, outcome, scope="row"),
        el("td", where),
        el("td", each.reason or el("span.hint", "no reason given")),
        el("td", each.until or "further notice"),
    )
