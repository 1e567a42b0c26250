"""What all sequences do: about whom they write, how far apart, how often."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadence_lint.output.report.view.charts import ABOUT, bar, bars, panel, shares
from cadence_lint.output.report.view.markup import Html, el, join

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cadence_lint.output.report.model import Habits
    from cadence_lint.reading.whom.about import About


def habits_section(habits: Habits) -> Html | None:
    """A chart for each habit."""
    panels = [
        panel(el("h3", "Whom they talk about, step by step"), _subjects(habits))
        if habits.subjects
        else None,
        panel(el("h3", "Days between two contacts"), _counted(habits.gaps))
        if habits.gaps
        else None,
        panel(el("h3", "The fullest week, against its limit"), _counted(habits.crowding))
        if habits.crowding
        else None,
    ]
    if not any(panels):
        return None
    return el("section.habits", el("h2", "What they do"), el("div.panels", panels))


def _counted(counts: Sequence[tuple[str, int]]) -> Html:
    most = max(count for _, count in counts)
    return bars((label, bar(count, most), f"{count}") for label, count in counts)


def _subjects(habits: Habits) -> Html:
    rows = ((label, shares(_parts(counts)), _sender(counts)) for label, counts in habits.subjects)
    return join(bars(rows), about_legend())


def _parts(counts: Mapping[About, int]) -> list[tuple[str, float]]:
    return [(name, counts.get(name, 0)) for name in ABOUT]


def _sender(counts: Mapping[About, int]) -> str:
    return f"{100 * counts.get('sender', 0) / (sum(counts.values()) or 1):.0f} % sender"


def about_legend() -> Html:
    """What the patterns in the bars about sentences mean."""
    return el(
        "ul.legend.about",
        [el("li", shares([(name, 1)]), f" {said}") for name, said in ABOUT.items()],
        role="list",
    )
