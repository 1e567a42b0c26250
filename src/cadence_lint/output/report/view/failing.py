"""What fails most, and what it would take to mend it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadence_lint.output.report.view.charts import bar, shares
from cadence_lint.output.report.view.copy import GRAVITY, why
from cadence_lint.output.report.view.markup import Html, el
from cadence_lint.output.words import MARKS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cadence_lint.output.report.model import Fault, Mending

_MOST_FAULTS = 8


def faults_section(faults: Sequence[Fault], total: int) -> Html | None:
    """The faults that most sequences have, each with why it matters."""
    if not faults:
        return None
    shown = faults[:_MOST_FAULTS]
    return el(
        "section.faults",
        el("h2", "What fails most"),
        el("ol", [_fault(place, fault, total) for place, fault in enumerate(shown)], role="list"),
        more(len(faults) - len(shown), "other kinds of fault are rarer: choose them in the list"),
    )


def _fault(place: int, fault: Fault, total: int) -> Html:
    return el(
        f"li.fault.{fault.severity}",
        el("span.sign", MARKS[fault.severity], title=GRAVITY[fault.severity]),
        el(
            "div",
            el("button.plain", fault.summary, type="button", data_fault=place),
            why(fault.why, fault.rule),
        ),
        bar(fault.sequences, total),
        el("span.figure", f"{fault.sequences} of {total}"),
    )


def mendings_section(mendings: Sequence[Mending], total: int) -> Html | None:
    """What to mend first, and how many are ready then."""
    if not mendings:
        return None
    return el(
        "section.mendings",
        el("h2", "What it would take"),
        el(
            "p.hint",
            "Mend this wherever it is, from the top down, and about so many are ready.",
        ),
        el("ol", [_mending(each, total) for each in mendings], role="list"),
    )


def _mending(each: Mending, total: int) -> Html:
    steps = (("before", each.before), ("gain", each.ready - each.before))
    return el(
        "li.mending",
        el(
            "ul",
            [el("li", fault, el("span.hint", f" in {count}")) for fault, count in each.faults],
            role="list",
        ),
        shares((*steps, ("rest", total - each.ready))),
        el("span.figure", f"{each.ready} of {total}"),
    )


def more(count: int, said: str) -> Html | None:
    """That there are others that are not shown."""
    return el("p.hint", f"{count} {said}") if count > 0 else None
