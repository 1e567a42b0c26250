"""The report in a real browser: it opens, sorts, filters, is driven by keys, and can be read."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from cadence_lint.linting.linter import Linter
from cadence_lint.linting.request import Request
from cadence_lint.linting.results import Run
from cadence_lint.linting.run import lint
from cadence_lint.output import render
from cadence_lint.output.terminal import Look
from tests.browser import launch
from tests.output.hostile import SIGNS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

ROOT = Path(__file__).resolve().parents[3]
CONTRAST = Path(__file__).with_name("contrast.js").read_text("utf-8")
WORST = "#examples/read-the-room.yaml"
REQUEST = Request(
    ("examples",), keeps_sequences=True, keeps_portraits=True, keeps_decisions=True, use_config=True
)

browser = pytest.fixture(scope="module")(launch)


class Reader:
    """Somebody in front of a page, who notices what goes wrong."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.address = address
        self.trouble: list[str] = []
        page.on("pageerror", lambda error: self.trouble.append(f"error: {error}"))
        page.on("dialog", lambda dialog: self.trouble.append(f"dialog: {dialog.message}"))
        page.on("console", lambda said: self.trouble.append(f"console: {said.text}"))
        page.on("request", lambda request: self._asked(request.url))

    def _asked(self, url: str) -> None:
        if url.partition("#")[0] != self.address:
            self.trouble.append(f"asked for {url}")

    def open(self, fragment: str = "") -> Reader:
        self.page.goto(self.address + fragment)
        return self

    def shown(self, selector: str) -> list[str]:
        found = self.page.locator(selector).all()
        return [each.inner_text() for each in found if each.is_visible()]

    @property
    def names(self) -> list[str]:
        return self.shown(".list tbody a")

    @property
    def focused(self) -> Any:
        return self.page.evaluate("document.activeElement.id")


@pytest.fixture(scope="module")
def run() -> Run:
    with pytest.MonkeyPatch.context() as here:
        here.chdir(ROOT)
        return lint(REQUEST)


@pytest.fixture(scope="module")
def report(run: Run, tmp_path_factory: pytest.TempPathFactory) -> str:
    return written(run, tmp_path_factory.mktemp("report"))


@pytest.fixture(scope="module")
def large(run: Run, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The same files in twenty folders."""
    files = [
        file._replace(
            file=f"{place}/{file.file}",
            sequences=tuple(
                each._replace(file=f"{place}/{each.file}", id=f"{place}/{each.id}")
                for each in file.sequences
            ),
            findings=tuple(
                each._replace(sequence_id=f"{place}/{each.sequence_id}") for each in file.findings
            ),
        )
        for place in range(20)
        for file in run.files
    ]
    return written(run._replace(files=tuple(files)), tmp_path_factory.mktemp("large"))


def written(run: Run, folder: Path) -> str:
    path = folder / "report.html"
    path.write_text(render(run, "html", Look()), encoding="utf-8")
    return path.as_uri()


def reader(browser: Browser, address: str, **look: Any) -> Reader:
    return Reader(browser.new_page(**look), address)


@pytest.fixture
def ada(browser: Browser, report: str) -> Iterator[Reader]:
    found = reader(browser, report)
    yield found.open()
    assert not found.trouble
    found.page.close()


def test_it_opens_on_all_sequences(ada: Reader) -> None:
    (title,) = ada.shown("h1")
    assert title.endswith("of 12 are ready to send")
    assert len(ada.names) == 12
    assert not ada.shown("article.chapter")


def test_a_click_on_a_head_sorts_and_another_turns_it_round(ada: Reader) -> None:
    head = ada.page.get_by_role("columnheader", name="sequence").get_by_role("button")
    head.click()
    up = ada.names
    assert (up[0][0], up[-1]) == ("A", "Second line, brewers")
    head.click()
    assert ada.names == up[::-1]
    assert ada.page.locator("th[aria-sort]").get_attribute("aria-sort") == "descending"


def test_figures_sort_the_largest_first(ada: Reader) -> None:
    ada.page.get_by_role("button", name="should fix", exact=True).click()
    counts = [int(each.replace("·", "0")) for each in ada.shown(".list tbody td:nth-child(6)")]
    assert counts == sorted(counts, reverse=True)
    assert counts[0] > counts[-1]


def test_words_and_a_verdict_filter_together(ada: Reader) -> None:
    ada.page.get_by_label("Find").fill("night")
    assert len(ada.names) == 2
    ada.page.get_by_label("Verdict").select_option("ready")
    assert ada.names == ["Night audits, hotel groups, done well"]
    assert ada.page.get_by_role("status").inner_text() == "1 of 12 sequences"
    ada.page.get_by_role("button", name="Clear").click()
    assert len(ada.names) == 12


def test_a_fault_leads_to_the_sequences_that_have_it(ada: Reader) -> None:
    fault = ada.page.locator(".fault button").first
    fault.click()
    count = int(ada.shown(".fault .figure")[0].split()[0])
    assert len(ada.names) == count
    chosen = ada.page.locator("select[name=fault] option:checked").inner_text()
    assert chosen == fault.inner_text()


def test_keys_alone_reach_a_sequence_and_lead_back(ada: Reader) -> None:
    ada.page.keyboard.press("Tab")
    assert ada.page.evaluate("document.activeElement.className") == "skip"
    ada.page.locator(".list thead button").nth(1).focus()
    ada.page.keyboard.press("Enter")
    first = ada.names[0]
    ada.page.locator(".list tbody a").first.focus()
    ada.page.keyboard.press("Enter")
    ada.page.wait_for_selector("article.chapter:visible")
    assert ada.shown("article.chapter h2") == [first]
    assert ada.page.evaluate("document.activeElement.className") == "chapter"
    ada.page.go_back()
    ada.page.wait_for_selector("#overview:visible")
    assert not ada.shown("article.chapter")


def test_a_sequence_opens_by_its_address(browser: Browser, report: str) -> None:
    found = reader(browser, report).open(WORST)
    found.page.wait_for_selector("article.chapter:visible")
    assert found.shown("article.chapter h2") == ["Night audits, hotel groups"]
    assert not found.shown("#overview")
    assert found.page.title().startswith("Night audits, hotel groups")
    assert not found.trouble


def test_a_comment_opens_by_its_address_and_shows_its_words(browser: Browser, report: str) -> None:
    found = reader(browser, report).open(f"{WORST}:2")
    found.page.wait_for_selector("article.chapter:visible")
    assert found.focused == f"{WORST[1:]}:2"
    assert found.page.locator("mark.meant").count()
    assert not found.trouble


def test_an_address_that_is_none_shows_them_all(browser: Browser, report: str) -> None:
    for fragment in ("#nobody", "#%zz", "#overview"):
        found = reader(browser, report).open(fragment)
        assert found.shown("#overview")
        assert not found.trouble


def test_many_are_unpacked_one_at_a_time(browser: Browser, large: str) -> None:
    found = reader(browser, large).open(f"#7/{WORST[1:]}")
    found.page.wait_for_selector("article.chapter")
    assert found.shown("article.chapter h2") == ["Night audits, hotel groups"]
    found.page.locator("article details.why summary").first.click()
    assert len(found.shown("article details.why[open] p")[0]) > 100
    found.open("")
    assert len(found.names) == 50
    found.page.get_by_label("Find").fill("19/examples")
    assert found.page.get_by_role("status").inner_text() == "12 of 240 sequences"
    found.page.get_by_role("button", name="Clear").click()
    found.page.get_by_role("button", name="Show all").click()
    assert len(found.names) == 240
    assert not found.trouble


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("fragment", ["", WORST, "#examples/team/sequences/duty-return.yaml"])
def test_words_stand_out(browser: Browser, report: str, scheme: Any, fragment: str) -> None:
    found = reader(browser, report, color_scheme=scheme).open(fragment)
    found.page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
    contrast = found.page.evaluate(CONTRAST)
    assert contrast["weak"] == []
    assert contrast["looked"] > 100


@pytest.mark.parametrize("fragment", ["", WORST])
def test_a_phone_scrolls_one_way_only(browser: Browser, report: str, fragment: str) -> None:
    found = reader(browser, report, viewport={"width": 380, "height": 800}).open(fragment)
    found.page.wait_for_selector("h2:visible")
    assert found.page.evaluate("document.documentElement.scrollWidth") <= 380


def test_paper_gets_no_controls_and_all_reasons(browser: Browser, report: str) -> None:
    found = reader(browser, report).open(WORST)
    found.page.wait_for_selector("article.chapter:visible")
    found.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    found.page.emulate_media(media="print")
    assert len(found.shown("details.why p")) > 10
    assert not found.shown("nav")
    found.page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert not found.page.locator("details[open]").count()


def test_without_scripts_it_is_one_long_document(browser: Browser, report: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    found = Reader(context.new_page(), report).open()
    assert len(found.page.locator("article.chapter").all()) == 12
    assert found.page.locator("article.chapter").last.is_visible()
    assert not found.page.locator(".filters").is_visible()
    context.close()


def test_copy_that_would_be_obeyed_is_shown(browser: Browser, tmp_path: Path) -> None:
    signs = [sign for sign in SIGNS if sign.isprintable()]
    copy = [
        *signs,
        '<img src="http://b.example/x" onerror="alert(1)">',
        "</p></script> is it 5 < 7?",
    ]
    lines = "".join(f"\n      {each}" for each in copy)
    name = "<b onclick=alert(3)>"
    text = f"name: '{name}'\ntouches:\n  - day: 1\n    subject: '{name}'\n    body: |{lines}\n"
    file = Linter(REQUEST).lint_text("<i>.yaml", text)
    found = reader(browser, written(Run((file,)), tmp_path)).open()
    (shown,) = found.shown("article.chapter")
    assert found.shown("h2") == [name]
    assert "is it 5 < 7?" in shown
    assert "=1+1" in shown
    assert not found.page.locator("article img, article b[onclick], article failure").count()
    assert not found.trouble
