"""All that is said of one sequence."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zlib import crc32

from cadence_lint.output.report.view.charts import bar, bars, panel, weeks_chart
from cadence_lint.output.report.view.copy import Page, change, comment_id, comments, stop
from cadence_lint.output.report.view.inbox import inbox
from cadence_lint.output.report.view.listing import badge
from cadence_lint.output.report.view.markup import Html, el
from cadence_lint.output.summary import number
from cadence_lint.output.timeline.svg import picture
from cadence_lint.output.words import assumed_words, audience_words, cost_words, steps_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cadence_lint.output.report.model import Chapter, Comment, Gap, Row
    from cadence_lint.rulebook.rule import Rule

_WEEK = 7


def sequence_page(
    chapter: Chapter,
    rules: Mapping[str, Rule],
    beside: tuple[Row | None, Row | None],
    *,
    is_packed: bool,
) -> Html:
    """From the verdict to what costs how much, and on to the sequences `beside` it in the list."""
    address = chapter.row.address
    page = Page(address, is_packed)
    return el(
        "article.chapter",
        _head(chapter),
        _first(chapter.first, address),
        _pace(chapter),
        _stops(chapter, page),
        _inbox(chapter),
        _ignored(chapter),
        _costs(chapter, rules),
        _onward(*beside),
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
        change(each.advice),
    )


# When and how often


def _pace(chapter: Chapter) -> Html:
    """The days as a picture, then what they come to."""
    drawn = None
    if chapter.timeline is not None:
        drawn = el("div.wide", Html(picture(chapter.timeline, _picture_name(chapter))))
    panels = [
        panel(
            el("h4", "Contacts a week"), el("div.wide", weeks_chart(chapter.weeks, chapter.limit))
        )
        if chapter.weeks
        else None,
        panel(el("h4", "Days between two contacts"), _gaps(chapter)) if chapter.gaps else None,
    ]
    return el("section.pace", el("h3", "How it arrives"), drawn, el("div.panels", panels))


def _picture_name(chapter: Chapter) -> str:
    """What the ids of the picture begin with."""
    return f"t{crc32(chapter.row.address.encode()):x}"


def _gaps(chapter: Chapter) -> Html:
    most = max(_WEEK, *(gap.days for gap in chapter.gaps))
    unit = "day" if chapter.result.days_in_week == _WEEK else "working day"
    return bars(
        (f"step {gap.first} to {gap.second}", bar(gap.days, most), _days(gap, unit))
        for gap in chapter.gaps
    )


def _days(gap: Gap, unit: str) -> str:
    return number(int(gap.days), unit) if gap.days else "same day"


# What it says


def _stops(chapter: Chapter, page: Page) -> Html:
    whole = (
        el("section.stop", el("h4", el("b", "The whole plan")), comments(chapter.whole, page))
        if chapter.whole
        else None
    )
    return el(
        "section.stops",
        el("h3", "Step by step"),
        whole,
        [stop(each, page) for each in chapter.stops],
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
        said = cost_words(cost, rule.summary if rule else cost.rule)
        rows.append(
            el(
                "tr",
                el("th", said, scope="row"),
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


# Where to go from here


def _onward(before: Row | None, after: Row | None) -> Html | None:
    if before is None and after is None:
        return None
    return el(
        "nav.onward",
        _neighbour("previous", before),
        _neighbour("next", after),
        aria_label="Other sequences",
    )


def _neighbour(where: str, row: Row | None) -> Html:
    if row is None:
        return el("span")
    return el(
        "a", el("span.hint", where), badge(row.verdict), " ", row.name, href=f"#{row.address}"
    )
