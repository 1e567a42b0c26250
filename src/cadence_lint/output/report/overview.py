"""The first thing on the page: how all sequences stand, what fails, what it would take."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadence_lint.output.report.charts import ABOUT, bar, shares, weeks_chart
from cadence_lint.output.report.copy import GRAVITY, MARKS, why
from cadence_lint.output.report.listing import listing, sign
from cadence_lint.output.report.markup import Html, el, join
from cadence_lint.output.summary import number
from cadence_lint.output.words import file_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cadence_lint.output.report.model import (
        Fault,
        Group,
        Habits,
        Ignored,
        Meeting,
        Mending,
        Report,
        Row,
        Verdicts,
    )

_MOST_FAULTS = 8
_MOST_ROWS = 6
_MOST_MEETINGS = 12


def overview(report: Report) -> Html:
    """All that is said of the sequences together."""
    return el(
        "section.overview",
        _standing(report),
        el(
            "div.columns",
            _faults(report.faults, len(report.chapters)),
            _mendings(report.mendings, len(report.chapters)),
        ),
        listing(report),
        _groups("Folder by folder", "folder", report.folders),
        _groups("Persona by persona", "persona", report.personas),
        _habits(report.habits),
        _meetings(report.meetings),
        ignored(report.ignored),
        _problems(report),
        id="overview",
        tabindex=-1,
    )


# How they stand


def _standing(report: Report) -> Html:
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


# What fails, and what it would take


def _faults(faults: Sequence[Fault], total: int) -> Html | None:
    if not faults:
        return None
    shown = faults[:_MOST_FAULTS]
    return el(
        "section.faults",
        el("h2", "What fails most"),
        el("ol", [_fault(fault, total) for fault in shown], role="list"),
        _more(len(faults) - len(shown), "more kinds of fault are in the list below"),
    )


def _fault(fault: Fault, total: int) -> Html:
    return el(
        f"li.{fault.severity}",
        el(
            "p.fault",
            el("span.sign", MARKS[fault.severity], title=GRAVITY[fault.severity]),
            " ",
            el("button.plain", fault.summary, type="button", data_fault=fault.rule),
        ),
        el(
            "p.measure",
            bar(fault.sequences, total),
            el("span", f"{fault.sequences} of {total}"),
        ),
        why(fault.why, fault.rule),
    )


def _mendings(mendings: Sequence[Mending], total: int) -> Html | None:
    if not mendings:
        return None
    return el(
        "section.mendings",
        el("h2", "What it would take"),
        el("p.hint", "Mend these everywhere, one after the other, and about so many are ready:"),
        el("ol", [_mending(each, total) for each in mendings], role="list"),
    )


def _mending(each: Mending, total: int) -> Html:
    return el(
        "li",
        el("p.fault", each.summary, el("span.hint", f" in {each.sequences}")),
        el(
            "p.measure",
            bar(each.ready, total, "rect.is-ready"),
            el("span", f"{each.ready} of {total} ready"),
        ),
    )


# What groups have in common


def _groups(title: str, name: str, groups: Sequence[Group]) -> Html | None:
    if not groups:
        return None
    return el(
        "section.groups",
        el("h2", title),
        el(
            "div.wide",
            el(
                "table",
                el(
                    "thead",
                    el(
                        "tr",
                        el("th", name, scope="col"),
                        el("th", "how they stand", scope="col"),
                        el("th", "what fails most", scope="col"),
                    ),
                ),
                el("tbody", [_group(group, name) for group in groups]),
            ),
        ),
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


# What they do


def _habits(habits: Habits) -> Html | None:
    panels = [
        _panel("Whom they talk about", _subjects(habits)) if habits.subjects else None,
        _panel("Days between two contacts", _counted(habits.gaps)) if habits.gaps else None,
        _panel("The fullest week, against its limit", _counted(habits.crowding))
        if habits.crowding
        else None,
    ]
    if not any(panels):
        return None
    return el("section.habits", el("h2", "What they do"), el("div.panels", panels))


def _panel(title: str, *content: Html) -> Html:
    return el("div.panel", el("h3", title), content)


def _counted(counts: Sequence[tuple[str, int]]) -> Html:
    most = max(count for _, count in counts)
    return el(
        "table.bars",
        el(
            "tbody",
            [
                el(
                    "tr",
                    el("th", label, scope="row"),
                    el("td", bar(count, most)),
                    el("td.figure", f"{count}"),
                )
                for label, count in counts
            ],
        ),
    )


def _subjects(habits: Habits) -> Html:
    rows = []
    for label, counts in habits.subjects:
        total = sum(counts.values()) or 1
        sender = f"{100 * counts.get('sender', 0) / total:.0f} % sender"
        parts = [(name, counts.get(name, 0)) for name in ABOUT]  # type: ignore[call-overload]
        rows.append(
            el(
                "tr",
                el("th", label, scope="row"),
                el("td", shares(parts)),
                el("td.figure", sender),
            )
        )
    return join(el("table.bars", el("tbody", rows)), about_legend())


def about_legend() -> Html:
    """What the patterns in the bars about sentences mean."""
    return el(
        "ul.legend.about",
        [el("li", shares([(name, 1)]), f" {said}") for name, said in ABOUT.items()],
        role="list",
    )


# Where they meet


def _meetings(meetings: Sequence[Meeting]) -> Html | None:
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
        _more(len(meetings) - len(shown), "more audiences have several sequences"),
    )


def _meeting(each: Meeting) -> Html:
    names = [el("li", _link(row)) for row in each.rows[:_MOST_ROWS]]
    more = len(each.rows) - len(names)
    when = "weeks from" if each.is_dated else "weeks, if all start on the same day"
    return el(
        "div.meeting",
        el(
            "div",
            el("h3", each.audience),
            el("ul", names, el("li", f"and {more} more") if more > 0 else None, role="list"),
        ),
        el(
            "figure",
            el(
                "div.wide", weeks_chart(each.weeks, each.limit, "week" if not each.is_dated else "")
            ),
            el("figcaption.hint", when),
        ),
    )


def _link(row: Row) -> Html:
    return el("a", row.name, href=f"#{row.address}")


# What is ignored, and what could not be read


def ignored(found: Sequence[Ignored]) -> Html | None:
    """What somebody decided to live with."""
    if not found:
        return None
    return el(
        "section.ignored",
        el("h2", "Ignored on purpose"),
        el(
            "div.wide",
            el(
                "table",
                el(
                    "thead",
                    el(
                        "tr",
                        [el("th", name, scope="col") for name in ("what", "where", "why", "until")],
                    ),
                ),
                el("tbody", [_ignored(each) for each in found]),
            ),
        ),
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


def _problems(report: Report) -> Html | None:
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


def _more(count: int, said: str) -> Html | None:
    return el("p.hint", f"{count} {said}") if count > 0 else None
