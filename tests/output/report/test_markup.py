from __future__ import annotations

from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from cadence_lint.output.report.view.markup import Html, el, join, text
from tests.output.hostile import words


class _Reader(HTMLParser):
    """What a browser would make of some HTML."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, list[tuple[str, str | None]]]] = []
        self.said = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, attrs))

    def handle_data(self, data: str) -> None:
        self.said += data


def test_an_element_has_classes_attributes_and_content() -> None:
    made = el("p.note.wide", "5 < 7 ", el("b", "holds"), None, ["a", "b"], id="first")
    assert made == '<p class="note wide" id="first">5 &lt; 7 <b>holds</b>ab</p>'


def test_attributes_are_named_as_python_can_name_them() -> None:
    made = el("th", for_="x", aria_sort="none", data_n=3, hidden=True, open=False, title=None)
    assert made == '<th for="x" aria-sort="none" data-n="3" hidden></th>'


def test_what_has_no_content_has_no_end() -> None:
    assert el("input", type="search") == '<input type="search">'


def test_only_html_is_taken_as_it_is() -> None:
    assert join("<b>", Html("<b>")) == "&lt;b&gt;<b>"


def test_signs_that_a_browser_would_obey_are_shown_as_they_are_written() -> None:
    assert text("a\x00b\u202ec\ud800d\x1be") == r"a\x00b\u202ec\ud800d\x1be"
    assert text("one\r\n\ttwo") == "one\n\ttwo"


@given(words, words)
def test_no_text_becomes_an_element_or_leaves_its_attribute(said: str, title: str) -> None:
    reader = _Reader(el("p", said, title=title))
    assert [tag for tag, _ in reader.tags] == ["p"]
    ((_, attributes),) = reader.tags
    assert [name for name, _ in attributes] == ["title"]
    assert not any(sign in reader.said for sign in "\x00\x1b\u202e\ud800")


@given(st.text())
def test_a_text_can_be_written_to_a_file(said: str) -> None:
    el("p", said).encode("utf-8")
