"""How all sequences stand, before anything else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadence_lint.output.report.view.charts import shares
from cadence_lint.output.report.view.copy import GRAVITY
from cadence_lint.output.report.view.listing import sign
from cadence_lint.output.report.view.markup import Html, el
from cadence_lint.output.summary import number

if TYPE_CHECKING:
    from cadence_lint.output.report.model import Report, Verdicts


def standing(report: Report) -> Html:
    """A sentence, a bar, and what was counted."""
    total = len(report.chapters)
    ready = report.verdicts.get("ready", 0)
    return el(
        "header.standing",
        el("h1", _headline(ready, total)),
        el("div.verdicts", shares(report.verdicts.items()), _legend(report.verdicts)),
        el("p.lead", " ".join(_counts(report))),
    )


def _headline(ready: int, total: int) -> str:
    if not total:
        return "There was no sequence to look at"
    if ready == total:
        said = "It is" if total == 1 else f"All {total} are"
        return f"{said} ready to send"
    if not ready:
        said = "It is not" if total == 1 else f"None of {total} is"
        return f"{said} ready to send yet"
    return f"{ready} of {total} {'is' if ready == 1 else 'are'} ready to send"


def _legend(verdicts: Verdicts) -> Html:
    return el(
        "ul.legend",
        [
            el(
                "li",
                el(
                    "button.plain", sign(name), f" {count} ", name, type="button", data_verdict=name
                ),
            )
            for name, count in verdicts.items()
        ],
        role="list",
    )


def _counts(report: Report) -> list[str]:
    steps = sum(row.steps for row in report.rows)
    said = [f"{number(steps, 'step')} in {number(len(report.rows), 'sequence')}."]
    counts = (
        (report.must, f"{report.must} {GRAVITY['error']}"),
        (report.should, f"{report.should} {GRAVITY['warning']}"),
        (report.details, number(report.details, "detail")),
    )
    found = [words for count, words in counts if count]
    said.append(f"Found: {', '.join(found)}." if found else "Nothing to fix.")
    people, waiting = sum(report.people.values()), _people_waiting(report.people)
    if people:
        said.append(f"{people:,} people are enrolled, {waiting:,} of them in what is not ready.")
    return said


def _people_waiting(people: Verdicts) -> int:
    return sum(count for verdict, count in people.items() if verdict != "ready")
