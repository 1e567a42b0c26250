"""Audiences that several sequences would contact in the same weeks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadence_lint.output.report.view.charts import weeks_chart
from cadence_lint.output.report.view.failing import more
from cadence_lint.output.report.view.markup import Html, el

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cadence_lint.output.report.model import Meeting, Row

_MOST_ROWS = 6
_MOST_MEETINGS = 8


def meetings_section(meetings: Sequence[Meeting]) -> Html | None:
    """Each audience with its sequences, and what they come to week by week."""
    if not meetings:
        return None
    shown = meetings[:_MOST_MEETINGS]
    return el(
        "section.meetings",
        el("h2", "The same readers, at the same time"),
        el(
            "p.hint",
            "Sequences for the same persona, relationship, segment and region. Whoever is in"
            " several of them hears from all of them.",
        ),
        [_meeting(each) for each in shown],
        more(len(meetings) - len(shown), "more audiences have several sequences"),
    )


def _meeting(each: Meeting) -> Html:
    names = [el("li", _link(row)) for row in each.rows[:_MOST_ROWS]]
    others = len(each.rows) - len(names)
    when = "by week, from its Monday" if each.is_dated else "by week, if all start on the same day"
    return el(
        "div.meeting",
        el(
            "div",
            el("h3", each.audience),
            el("ul", names, el("li", f"and {others} more") if others > 0 else None, role="list"),
        ),
        el(
            "figure",
            el("div.wide", weeks_chart(each.weeks, each.limit)),
            el("figcaption.hint", when),
        ),
    )


def _link(row: Row) -> Html:
    return el("a", row.name, href=f"#{row.address}")
