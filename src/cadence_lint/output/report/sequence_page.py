"""All that is said of one sequence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadence_lint.output.report.charts import bar, weeks_chart
from cadence_lint.output.report.copy import comment_id, comments, stop
from cadence_lint.output.report.inbox import inbox
from cadence_lint.output.report.listing import badge
from cadence_lint.output.report.markup import Html, el
from cadence_lint.output.summary import number
from cadence_lint.output.words import assumed_words, audience_words, steps_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cadence_lint.output.report.model import Chapter, Comment, Gap
    from cadence_lint.rulebook.rule import Rule


def sequence_page(chapter: Chapter, rules: Mapping[str, Rule]) -> Html:
    """From the verdict to what costs how much."""
    address = chapter.row.address
    return el(
        "article.chapter",
        _head(chapter),
        _first(chapter.first, address),
        _pace(chapter),
        _stops(chapter),
        _inbox(chapter),
        _ignored(chapter),
        _costs(chapter, rules),
        id=address,
        tabindex=-1,
        aria_label=chapter.row.name,
    )


def _head(chapter: Chapter) -> Html:
    row, result = chapter.row, chapter.result
    about = (audience_words(result), steps_words(result), _people(row.people))
    assumed = assumed_words(result.assumed)
    return el(
        "header",
        el("p", badge(row.verdict)),
        el("h2", row.name),
        el("p.lead", " · ".join(filter(None, about))),
        el("p.hint", row.file, f", line {result.line}" if result.line > 1 else None),
        el("p.hint", f"Assumed, as the file does not say: {assumed}") if assumed else None,
        [el("p.hint", f"Note: {note}") for note in chapter.notes],
    )


def _people(count: int | None) -> str:
    return f"{count:,} people" if count else ""


def _first(found: Sequence[Comment], address: str) -> Html | None:
    if not found:
        return None
    return el(
        "section.first",
        el("h3", "Start with these"),
        el("ol", [_change(each, address) for each in found]),
    )


def _change(each: Comment, address: str) -> Html:
    where = f"step {each.touch}" if each.touch else "the whole plan"
    return el(
        "li",
        el("a", where, href=f"#{comment_id(address, each.number)}"),
        f": {each.message}",
        el("p.change", el("span.label", "change to"), " ", each.advice) if each.advice else None,
    )


# When and how often


def _pace(chapter: Chapter) -> Html | None:
    panels = [
        _panel("Contacts a week", el("div.wide", weeks_chart(chapter.weeks, chapter.limit)))
        if chapter.weeks
        else None,
        _panel("Days between two contacts", _gaps(chapter)) if chapter.gaps else None,
    ]
    if not any(panels):
        return None
    return el("section.pace", el("h3", "How it arrives"), el("div.panels", panels))


def _panel(title: str, content: Html) -> Html:
    return el("div.panel", el("h4", title), content)


def _gaps(chapter: Chapter) -> Html:
    most = max(gap.days for gap in chapter.gaps)
    unit = "day" if chapter.result.days_in_week == 7 else "working day"
    return el(
        "table.bars",
        el(
            "tbody",
            [
                el(
                    "tr",
                    el("th", f"step {gap.first} to {gap.second}", scope="row"),
                    el("td", bar(gap.days, most)),
                    el("td.figure", _days(gap, unit)),
                )
                for gap in chapter.gaps
            ],
        ),
    )


def _days(gap: Gap, unit: str) -> str:
    return number(int(gap.days), unit) if gap.days else "same day"


# What it says


def _stops(chapter: Chapter) -> Html:
    address = chapter.row.address
    whole = (
        el("section.stop", el("h4", "The whole plan"), comments(chapter.whole, address))
        if chapter.whole
        else None
    )
    return el(
        "section.stops",
        el("h3", "Step by step"),
        whole,
        [stop(each, address) for each in chapter.stops],
    )


def _inbox(chapter: Chapter) -> Html | None:
    shown = inbox(chapter.timeline)
    return el("section.phone", el("h3", "On the reader's phone"), shown) if shown else None


# What was decided, and what it costs


def _ignored(chapter: Chapter) -> Html | None:
    if not chapter.ignored:
        return None
    return el(
        "section.ignored",
        el("h3", "Ignored on purpose"),
        el(
            "ul",
            [
                el(
                    "li",
                    el("b", ", ".join(each.what)),
                    f": {each.reason or 'no reason given'}",
                    f" (until {each.until})" if each.until else None,
                )
                for each in chapter.ignored
            ],
        ),
    )


def _costs(chapter: Chapter, rules: Mapping[str, Rule]) -> Html | None:
    score = chapter.result.score
    if score is None or not score.costs:
        return None
    rows = []
    for cost in score.costs:
        rule = rules.get(cost.rule)
        times = f" ({cost.findings} times)" if cost.findings > 1 else ""
        rows.append(
            el(
                "tr",
                el("th", rule.summary if rule else cost.rule, times, scope="row"),
                el("td.figure", f"−{cost.points:g}"),
            )
        )
    return el(
        "details.costs",
        el("summary", "What the verdict is made of"),
        el("p.hint", f"Score {score.points} of 100: ready from 80, not to be sent below 50."),
        el("p.hint", "It is by all rules, whatever is selected, and no forecast of replies."),
        el("table", el("tbody", rows)),
    )
