from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cadence_lint.reading.text.markup import Link, images, is_html, links, without_markup
from cadence_lint.source import Source, Text


def text_of(value: str) -> Text:
    return Text.verbatim(Source("cadence.yaml", value), 0, len(value))


def seen(value: str) -> str:
    return without_markup(text_of(value)).value


@pytest.mark.parametrize(
    "plain",
    [
        "Hi Ana,\n\nrates fell 5%.",
        "5 < 6 and 7 > 3",
        "A & B &amp; C",
        "Hi <first name>, <insert a line>, <a line on their depots>",
        "Ana <ana@harbour.example>",
        "{% if rates < 5 and depots > 3 %}a{% endif %}",
        "{{ x <p> y }}",
        "",
    ],
)
def test_plain_texts_stay_what_they_are(plain: str) -> None:
    text = text_of(plain)
    assert not is_html(plain)
    assert without_markup(text) is text


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>Hi Ana,</p><p>rates fell.</p>", "Hi Ana,\n\nrates fell."),
        ("<p>Hi Ana,</p>\n\n<p>rates fell.</p>\n", "Hi Ana,\n\nrates fell."),
        ("<div>Hi</div><div>rates</div>", "Hi\nrates"),
        ("<div>Hi</div><div><br></div><div>rates</div>", "Hi\n\nrates"),
        ("<div>Hi<br></div><div>rates</div>", "Hi\nrates"),
        ("Hi<br/>rates<BR>fell<br /><br />again", "Hi\nrates\nfell\n\nagain"),
        ("<br><br>Hi<br><br>", "Hi"),
        ("<div><div><p>Hi</p></div></div><div>rates</div>", "Hi\n\nrates"),
        ("<ul>\n<li>rates</li>\n<li>depots</li></ul>so", "- rates\n- depots\nso"),
        ("a<ul><li><br>rates<li><p>depots", "a\n- rates\n\n- depots"),
        ("<ol><li><p>rates</p></li><li></li></ol>", "- rates"),
        ("<table><tr><td>Leeds</td><td>5</td></tr><tr><td>Hull</td></tr></table>", "Leeds 5\nHull"),
        ("<h1>Rates</h1>They fell.", "Rates\n\nThey fell."),
        ("<p>rates \n  fell\t again </p>", "rates fell again"),
        ("<p>rates <b>fell</b>, <i>again</i></p>", "rates fell, again"),
        ("<p>rates<b> fell </b> again</p>", "rates fell again"),
        ("<pre>a\n  b</pre><p>c  d</p>", "a\n  b\n\nc d"),
        ("<p>A &amp; B&nbsp;&lt;C&gt; &#8211; &#x2014; &eacute;</p>", "A & B <C> – — é"),
        ("<p>A\xa0B & C &unknown; ?a=1&copy=2</p>", "A B & C &unknown; ?a=1&copy=2"),
        ("<p>&nbsp;</p>", ""),
        ("<p></p>", ""),
        ("<p>5 < 6 <3 <first name> <y and</p>", "5 < 6 <3 <first name> <y and"),
        ("<!DOCTYPE html><html><head><title>x</title></head><body>Hi</body></html>", "Hi"),
        ("<p>a<style>p > b {}</style>b<SCRIPT>x</script>c</p>", "abc"),
        ("<p>a<!-- b --><!--[if mso]><p>x</p><![endif]-->c</p>", "ac"),
        ("<p>a<![if !mso]>b<![endif]><?xml x?><o:p>c</o:p></p>", "abc"),
        ("<p>a</p><!-- b <p>c</p>", "a"),
        ("<p>a</p><style>b", "a\n\nb"),
        ("<p>a</p><!-- b --", "a"),
        ("<p title=\"a > b\" data-x='c > d'>e</p>", "e"),
        ("<p {% if a > b %}class=x{% endif %}>e</p>", "e"),
    ],
)
def test_what_a_reader_sees_of_html(html: str, expected: str) -> None:
    assert seen(html) == expected


@pytest.mark.parametrize(
    "token",
    [
        "{{first_name}}",
        "{{ a & b }}",
        '{{ x | default: "<b> &amp;" }}',
        "{{AI:  what\n they <p> do}}",
        "{% if rates < 5 and depots > 3 %}",
        "{{&nbsp;}}",
    ],
)
def test_fields_and_tags_survive(token: str) -> None:
    assert seen(f"<p>Hi {token},</p><p>x</p>") == f"Hi {token},\n\nx"


def test_lines_of_an_almost_plain_text_are_kept() -> None:
    assert seen("Hi Ana,\n\nrates <b>fell</b>.\n  Ben") == "Hi Ana,\n\nrates fell.\n  Ben"
    assert (
        seen('Hi,\n\nsee <a href="https://x.example">this</a> &amp; that')
        == "Hi,\n\nsee this & that"
    )


def test_characters_keep_their_places() -> None:
    text = text_of("<p>Hi &amp; <b>low</b></p><p>rates</p>")
    visible = without_markup(text)
    assert visible.value == "Hi & low\n\nrates"
    slices = {
        "Hi": "Hi",
        "&": "&amp;",
        "low": "low",
        "\n\n": "</p>",
        "rates": "rates",
        "& low": "&amp; <b>low",
    }
    for words, written in slices.items():
        at = visible.value.index(words)
        assert text.source.slice(visible.span(at, at + len(words))) == written


def found(value: str) -> list[tuple[str, str, str]]:
    return [(value[one.start : one.end], one.href, one.words) for one in links(text_of(value))]


@pytest.mark.parametrize(
    ("value", "written", "href"),
    [
        ("See https://x.example/a?b=1.", "https://x.example/a?b=1", None),
        ("See www.x.example, then", "www.x.example", None),
        ("(https://x.example/a_(b))", "https://x.example/a_(b)", None),
        ("(https://x.example/a).", "https://x.example/a", None),
        ("<https://x.example>", "https://x.example", None),
        ("book: calendly.com/ana!", "calendly.com/ana", None),
        ("at https://x.example/{{ my slug }}/a", "https://x.example/{{ my slug }}/a", None),
        ("See **https://x.example**", "https://x.example", None),
    ],
)
def test_bare_addresses(value: str, written: str, href: str | None) -> None:
    assert found(value) == [(written, href or written, written)]


def test_markdown_links() -> None:
    assert found("See [the list](https://x.example/l), ok") == [
        ("[the list](https://x.example/l)", "https://x.example/l", "the list")
    ]
    assert found("[book]({{calendar link}})") == [
        ("[book]({{calendar link}})", "{{calendar link}}", "book")
    ]


@pytest.mark.parametrize(
    "value",
    [
        "Node.js and e.g.this",
        "ana@harbour.com",
        "![list](list.png)",
        "a/b",
        "{{calendar_link}}",
        "<a>x</a>",
    ],
)
def test_what_is_no_link(value: str) -> None:
    assert found(value) == []


def test_anchors() -> None:
    html = (
        '<p>See <a class="x" href="https://x.example/?a=1&amp;b={{c &amp; d}}">the\n <b>list</b></a>, '
        "<a href='{{UNSUBSCRIBE}}'>stop</a> <A HREF=/x>y</A> <a name=z data-href=q>z</a> "
        "or https://y.example.</p>"
    )
    assert [(one.href, one.words) for one in links(text_of(html))] == [
        ("https://x.example/?a=1&b={{c &amp; d}}", "the list"),
        ("{{UNSUBSCRIBE}}", "stop"),
        ("/x", "y"),
        ("https://y.example", "https://y.example"),
    ]
    assert found(html)[1][0] == "<a href='{{UNSUBSCRIBE}}'>stop</a>"


def test_anchors_that_do_not_end() -> None:
    html = "<a href=x>one <a href=y><img src=z>"
    assert links(text_of(html)) == (Link(0, 14, "x", "one"), Link(14, len(html), "y", ""))


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("<p><img src=x></p>", True),
        ("<IMG/>", True),
        ("![a chart](chart.png)", True),
        ("an <image>, [a](b), {{ <img > }}", False),
    ],
)
def test_pictures(value: str, expected: bool) -> None:
    assert bool(images(text_of(value))) is expected


@pytest.mark.parametrize(
    "unit",
    [
        "<",
        "<p '",
        "<p '\"",
        "<a =",
        "<!--",
        "<script>",
        "<head>",
        "<a href=x>",
        "&a",
        "<li>",
        "a.",
        "[a](b",
        "http://",
        "https://x)",
        " ",
        "{{",
        "<pre>\n",
    ],
)
def test_hostile_texts_are_read_to_their_end(unit: str) -> None:
    text = text_of("<p>" + unit * (20_000 // len(unit)))
    without_markup(text)
    links(text)
    images(text)


_SIGNS = (
    "< > <p> </p> <br> <b> </b> <li> <td> <pre> </pre> <a </a> href= \" ' / = & &amp; &nbsp; ; <!-- --> "
    "<style> </style> {{ }} {{x}} {% %} a https://x.example ) ( [a](b) \n"
)
_BITS = st.sampled_from([*_SIGNS.split(), " ", "\n", "\xa0", "<a href=x>"])


@given(st.lists(_BITS, max_size=40).map("".join))
def test_every_character_has_a_place(value: str) -> None:
    text = text_of(value)
    visible = without_markup(text)
    place = 0
    for at, character in enumerate(visible.value):
        span = visible.span(at, at + 1)
        assert place <= span.start < span.end <= len(value)
        written = value[span.start : span.end]
        assert written == character or written[0] in "<&" or written.isspace()
        place = span.start
    for link in links(text):
        assert 0 <= link.start < link.end <= len(value)
