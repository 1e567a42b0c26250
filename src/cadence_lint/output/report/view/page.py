"""The page: everything that a browser needs in one file, and leave to load nothing else."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING

from cadence_lint.output.report.view.chapter import sequence_page
from cadence_lint.output.report.view.charts import PATTERNS
from cadence_lint.output.report.view.markup import Html, el, join
from cadence_lint.output.report.view.overview import overview
from cadence_lint.output.report.view.parcels import packed
from cadence_lint.output.report.view.problems import problems_section
from cadence_lint.output.timeline.svg import STYLE
from cadence_lint.version import VERSION

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from cadence_lint.output.report.model import Report
    from cadence_lint.rulebook.rule import Rule

_FEW = 12
"""As many sequences stand on the page from the start; more are unpacked when they are asked for."""


def page(report: Report, rules: Mapping[str, Rule]) -> str:
    """The whole page."""
    style, script = _file("page.css") + STYLE, _file("page.js")
    title = f"{report.root}: outreach report" if report.root else "Outreach report"
    head = el(
        "head",
        el("meta", charset="utf-8"),
        el("meta", http_equiv="Content-Security-Policy", content=_policy(style, script)),
        el("meta", name="viewport", content="width=device-width, initial-scale=1"),
        el("meta", name="color-scheme", content="light dark"),
        el("title", title),
        el("style", Html(style)),
    )
    body = el(
        "body",
        el("a.skip", "Skip to the content", href="#content"),
        PATTERNS,
        _top(report),
        el("main", _content(report, rules), id="content", tabindex=-1),
        el("footer", _foot()),
        el("script", Html(script)),
    )
    return f"<!doctype html>\n{el('html', head, body, lang='en')}\n"


def _top(report: Report) -> Html:
    home = "Outreach report" if len(report.chapters) == 1 else "All sequences"
    return el(
        "nav.top",
        el("a.home", home, href="#"),
        el("span.where", report.root) if report.root else None,
        aria_label="Report",
    )


def _content(report: Report, rules: Mapping[str, Rule]) -> Html:
    """Everything about all of them, then each; a single one speaks for itself."""
    is_packed = len(report.chapters) > _FEW
    written = list(_written(report, rules, is_packed=is_packed))
    if is_packed:
        return join(overview(report), el("div.chapters"), _unpackable(), packed(written, report))
    pages = [html for _, html in written]
    if len(pages) == 1:
        return join(pages, problems_section(report))
    return join(overview(report), el("div.chapters", pages))


def _unpackable() -> Html:
    return el("noscript", el("p", "Without scripts, make a report of fewer sequences at a time."))


def _written(
    report: Report, rules: Mapping[str, Rule], *, is_packed: bool
) -> Iterator[tuple[str, Html]]:
    """Each sequence with its address, as they stand in the list."""
    around = [None, *report.rows, None]
    for place, chapter in enumerate(report.chapters):
        beside = around[place], around[place + 2]
        page = sequence_page(chapter, rules, beside, is_packed=is_packed)
        yield chapter.row.address, page


def _foot() -> Html:
    return el(
        "p.hint",
        f"Made by cadence-lint {VERSION}. It judges what a plan says and how often,"
        " not who wrote it, and it is no forecast of replies.",
    )


def _policy(style: str, script: str) -> str:
    """Nothing but this style and this script, and nothing from elsewhere."""
    return (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}';"
        " base-uri 'none'; form-action 'none'"
    )


def _hash(content: str) -> str:
    return f"sha256-{b64encode(sha256(content.encode()).digest()).decode()}"


def _file(name: str) -> str:
    return files(__package__).joinpath(name).read_text(encoding="utf-8")
