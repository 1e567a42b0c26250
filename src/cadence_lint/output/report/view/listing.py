"""The list of all sequences, to sort and to filter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadence_lint.output.report.view.markup import Html, el

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from cadence_lint.output.report.model import Fault, Report, Row, Verdict

_SIGNS: Mapping[Verdict, str] = {
    "do not send": "✗",
    "fix first": "•",
    "ready": "✓",
    "read in part": "?",
    "not judged": "–",
}


_FEW = 50
"""Rows that stand on the page from the start; the script shows others when they are asked for."""


def sign(verdict: Verdict) -> Html:
    """A verdict's sign, which says the same without colour."""
    return el(f"span.verdict.is-{verdict.replace(' ', '-')}", _SIGNS[verdict], aria_hidden="true")


def badge(verdict: Verdict) -> Html:
    """A verdict, with its sign."""
    return el("span.badge", sign(verdict), " ", verdict)


def listing(report: Report) -> Html | None:
    """The table, with what filters it above."""
    if len(report.chapters) < 2:
        return None
    rules = {fault.rule: place for place, fault in enumerate(report.faults)}
    has_people = bool(report.people)
    rows = [_row(place, row, rules, has_people=has_people) for place, row in enumerate(report.rows)]
    return el(
        "section.listing",
        el("h2", "All sequences", id="sequences"),
        _filters(report, rules),
        el("p.tally", f"{len(report.chapters)} sequences", role="status"),
        el(
            "div.wide",
            el(
                "table.list",
                _head(has_people),
                el("tbody", rows[:_FEW]),
            ),
        ),
        el("template.rest", rows[_FEW:]) if len(rows) > _FEW else None,
        el("button.all", "Show all", type="button", hidden=True),
    )


# Filters


def _filters(report: Report, rules: Mapping[str, int]) -> Html:
    rows = report.rows
    return el(
        "form.filters",
        el("label", "Find", el("input", type="search", name="words", placeholder="name or file")),
        _choice("Verdict", "verdict", ((verdict, verdict) for verdict in report.verdicts)),
        _choice("Fault", "fault", ((_key(each, rules), each.summary) for each in report.faults)),
        _choice("Folder", "folder", _names(row.folder for row in rows)),
        _choice("Persona", "persona", _names(row.persona for row in rows)),
        el("button", "Clear", type="reset"),
        role="search",
        aria_label="Filter the sequences",
    )


def _key(fault: Fault, rules: Mapping[str, int]) -> str:
    """What stands for a fault in rows and filters, shorter than its name."""
    return f"{rules[fault.rule]}"


def _choice(label: str, name: str, values: Iterable[tuple[str, str]]) -> Html | None:
    options = [el("option", said, value=value) for value, said in values]
    if not options:
        return None
    return el("label", label, el("select", el("option", "any", value=""), options, name=name))


def _names(values: Iterable[str]) -> list[tuple[str, str]]:
    found = sorted({value for value in values if value})
    return [(value, value) for value in found] if len(found) > 1 else []


# Rows


def _head(has_people: bool) -> Html:
    names = ["verdict", "sequence", "persona", "steps", "must fix", "should fix"]
    cells = [
        el(
            "th",
            el("button.plain", name, type="button"),
            scope="col",
            aria_sort="ascending" if name == "verdict" else None,
        )
        for name in [*names, *["people"] * has_people]
    ]
    return el("thead", el("tr", cells))


def _row(place: int, row: Row, rules: Mapping[str, int], *, has_people: bool) -> Html:
    faults = " ".join(f"{rules[rule]}" for rule in row.faults if rule in rules)
    return el(
        "tr",
        el("td", badge(row.verdict), data_rank=place),
        el("th", el("a", row.name, href=f"#{row.address}"), el("span.file", row.file), scope="row"),
        el("td", row.persona),
        [_figure(count) for count in (row.steps, row.must, row.should)],
        _figure(row.people) if has_people else None,
        data_verdict=row.verdict,
        data_faults=faults,
        data_folder=row.folder,
    )


def _figure(count: int | None) -> Html:
    return el("td.figure", "" if count is None else f"{count:,}" if count else "·")
