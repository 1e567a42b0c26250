"""Markdown: what a renderer makes of it is the copy, and nothing that the copy wants."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import TYPE_CHECKING

from hypothesis import given
from markdown_it import MarkdownIt

from cadence_lint.finding import Error
from cadence_lint.linting.results import Accepted
from cadence_lint.output.markdown import render
from cadence_lint.output.terminal import Look, one_line
from tests.output.hostile import runs
from tests.output.runs import Story, full_story, many, run_of

if TYPE_CHECKING:
    from cadence_lint.linting.results import Run

OURS = {"h2", "h3", "p", "table", "thead", "tbody", "tr", "th", "td", "ul", "li", "strong", "br"}
OURS |= {"sub"}


class _Page(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)

    def handle_data(self, data: str) -> None:
        self.text += data


def page(run: Run, *, quiet: bool = False) -> _Page:
    renderer = MarkdownIt("gfm-like", {"html": True, "linkify": False}).disable("linkify")
    return _Page(renderer.render(render(run, Look(quiet=quiet))))


@given(runs())
def test_copy_is_text(run: Run) -> None:
    shown = page(run)
    assert shown.tags <= OURS
    for finding in run.shown:
        if finding.severity != "info":
            said = " ".join(one_line(finding.message).split())
            assert said in " ".join(shown.text.split())


def test_it_says_what_to_do_at_which_step() -> None:
    text = page(full_story().run()).text
    assert "step 1" in text
    assert "Say what you saw at their company." in text
    assert "Night audits, hotel groups" in text


def test_a_page_is_never_too_long_for_a_comment() -> None:
    story = full_story()
    worst = story.findings[0]._replace(message="|" * 20_000, advice="@all " * 5_000)
    story.findings += [worst, *(worst._replace(message=f"{n} ::" * 99) for n in range(300))]
    error = Error("input", "<a>" * 5_000, 1, 1, "#1 " * 5_000)
    file = story.file(name="*" * 5_000)
    said = render(run_of(*many(700).files, *[file._replace(errors=(error,))] * 40), Look())

    assert len(said) < 65_536
    assert "… and 640 sequences more." in said
    assert "more." in said.split("### Could not be read")[0]
    first = said.partition("must be fixed")[2]
    assert "do not send" in first[:2_000]


def test_a_clean_run_says_so_in_a_line() -> None:
    assert "1 sequence, 3 steps: nothing to fix." in page(Story().run()).text


def test_what_was_read_in_part_is_not_ready() -> None:
    whole = Story().file()
    in_part = whole._replace(errors=(Error("input", whole.file, 9, 1, "no day"),))
    of_another = tuple(each._replace(id="other") for each in whole.sequences)
    run = run_of(in_part, whole._replace(file="other.yaml", sequences=of_another))
    rows = [line for line in render(run, Look()).splitlines() if "hotel groups" in line]

    assert ["read in part" in row for row in rows] == [True, False]
    assert ["ready" in row for row in rows] == [False, True]
    unseen = render(Story().run(score=None), Look())
    assert "| Night audits, hotel groups | not judged |" in unseen


def test_what_is_gone_from_a_baseline_is_told() -> None:
    shown = page(Story().run()._replace(baseline=Accepted("b_c_*.json", gone=2)))

    assert "0 known. 2 of the baseline are gone: write it anew" in shown.text
    assert "b_c_*.json" in shown.text
    assert shown.tags <= OURS


def test_quiet_leaves_the_table() -> None:
    text = page(full_story().run(), quiet=True).text
    assert "Say what you saw" not in text
    assert "Night audits, hotel groups" in text
