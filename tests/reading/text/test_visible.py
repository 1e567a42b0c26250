from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cadence_lint.reading.template.fields import read_template
from cadence_lint.reading.text.visible import MOST_RENDERINGS, renderings
from cadence_lint.source import Source, Text


def text_of(value: str) -> Text:
    return Text.verbatim(Source("cadence.yaml", value), 0, len(value))


def seen(value: str) -> list[str]:
    return [rendering.value for rendering in renderings(text_of(value))]


@pytest.mark.parametrize(
    "plain",
    ["", "Hi {{first_name|there}},\n\nrates fell.", "[Name] {{first_name} 5 < 6 {x", "{\n}\n\n"],
)
def test_a_text_without_choices_is_its_own_rendering(plain: str) -> None:
    text = text_of(plain)
    (rendering,) = renderings(text)
    assert rendering is text


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("{Hi|Hello|Hey} Ana", ["Hi Ana", "Hello Ana", "Hey Ana"]),
        ("{a|b} {c|d|e}", ["a c", "b d", "a e"]),
        ("{Hi {{first_name}}|Hello},", ["Hi {{first_name}},", "Hello,"]),
        ("{{RANDOM | Hi {{firstName}} | Hello}}!", ["Hi {{firstName}}!", "Hello!"]),
        ("{a|b {c|d}} e", ["a e", "b c e", "b d e"]),
        ("{a {c|d}|b} {e|f|g}", ["a c e", "a d f", "b g"]),
        ("Hi{% if city %} in {{city}}{% endif %}.", ["Hi in {{city}}.", "Hi."]),
        ("{% if a %}x{% elsif b %}y{% else %}z{% endif %}", ["x", "y", "z"]),
        ("{% if a %}{x|y}{% else %}z{% endif %}", ["x", "y", "z"]),
        ("{% case a %} {b|c} {% when 1 %}x{% else %}y{% endcase %}", ["x", "y"]),
        ("{{#if first_name}}{{first_name}}{{#else}}Hi{{#endif}},", ["{{first_name}},", "Hi,"]),
        ("{% assign a = 1 %}rates{{! ask Ana }}", ["rates"]),
        ("a{% comment %}{b|c}{% endcomment %}d", ["ad"]),
    ],
)
def test_every_option_is_seen(value: str, expected: list[str]) -> None:
    assert seen(value) == expected


def test_renderings_are_limited() -> None:
    assert seen("{" + "|".join("abcdefghijkl") + "}") == list("abcdefgh")
    assert MOST_RENDERINGS == 8


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("Hi,\n{% if a %}\nx\n{% endif %}\nBen", ["Hi,\nx\nBen", "Hi,\nBen"]),
        ("Hi,\n\n{% if a %}x{% endif %}\n\nBen", ["Hi,\n\nx\n\nBen", "Hi,\n\n\nBen"]),
        ("{% assign a = 1 %}\nHi", ["Hi"]),
        ("  {% assign a = 1 %} \r\nHi", ["Hi"]),
        ("Hi\n{% assign a = 1 %}", ["Hi"]),
        ("Hi\n{% assign a = 1 %}\n", ["Hi\n"]),
        ("{% assign a = 1 %}\n{% assign b = 1 %}", [""]),
        ("{% if a %}x{% endif %}", ["x", ""]),
        ("Hi\n\n{{! one }} x\n", ["Hi\n\n x\n"]),
        ("\n\n{a|b}\n\n", ["\n\na\n\n", "\n\nb\n\n"]),
    ],
)
def test_lines_that_only_tags_stood_on_go_with_them(value: str, expected: list[str]) -> None:
    assert seen(value) == expected


def test_markup_goes_first() -> None:
    html = "<p>{Hi|Hello} Ana,</p><p>{% if rates < 5 %}rates fell{% else %}<b>rates</b> rose{% endif %}</p>"
    assert seen(html) == ["Hi Ana,\n\nrates fell", "Hello Ana,\n\nrates rose"]


def test_words_are_found_in_the_source() -> None:
    text = text_of(
        "<p>{Hi|Hello} Ana,</p><p>{% if rates < 5 %}rates &amp; fees fell{% endif %}.</p>"
    )
    first, second = renderings(text)
    for rendering, words, written in [
        (first, "Hi", "Hi"),
        (second, "Hello", "Hello"),
        (first, "rates & fees", "rates &amp; fees"),
        (second, ".", "."),
    ]:
        at = rendering.value.index(words)
        assert text.source.slice(rendering.span(at, at + len(words))) == written


@pytest.mark.parametrize("unit", ["{a|b}\n", "{a|", "{% if x %}", "{{a b|", "{%x%}\n"])
def test_hostile_texts_are_rendered_to_their_end(unit: str) -> None:
    assert renderings(text_of(unit * (20_000 // len(unit))))


_WORDS = st.sampled_from(["Hi", "rates fell. ", "{{first_name|there}}", " ", "\n", "5 < 6 ", "-"])
_COPY = st.recursive(
    _WORDS,
    lambda copy: st.one_of(
        st.lists(copy, min_size=2, max_size=3).map("".join),
        st.lists(copy, min_size=2, max_size=4).map(lambda parts: "{" + "|".join(parts) + "}"),
        st.lists(copy, min_size=2, max_size=4).map(
            lambda parts: "{{RANDOM | " + " | ".join(parts) + "}}"
        ),
        st.tuples(copy, copy).map(
            lambda two: "{% if x %}" + "{% else %}".join(two) + "{% endif %}"
        ),
        copy.map(lambda one: "{{#if x}}" + one + "{{/if}}\n"),
        copy.map(lambda one: "{% assign x = 1 %}" + one),
    ),
    max_leaves=12,
)


@given(_COPY)
def test_renderings_hold_no_choices_and_know_their_places(value: str) -> None:
    text = text_of(value)
    rendered = renderings(text)
    assert 1 <= len(rendered) <= MOST_RENDERINGS
    for rendering in rendered:
        template = read_template(rendering.value)
        assert not template.choices
        assert not template.unseen
        assert not template.broken
        for at, character in enumerate(rendering.value):
            assert text.source.slice(rendering.span(at, at + 1)) == character


@given(_COPY)
def test_every_word_of_a_choice_is_seen(value: str) -> None:
    rendered = renderings(text_of(value))
    if len(rendered) == MOST_RENDERINGS:
        return
    offsets = {
        rendering.span(at, at + 1).start
        for rendering in rendered
        for at in range(len(rendering.value))
    }
    for word in ("Hi", "rates", "there", "5"):
        at = value.find(word)
        while at >= 0:
            assert at in offsets
            at = value.find(word, at + 1)


@given(st.text(alphabet="{}|%ab if\n<p>/&;", max_size=40))
def test_any_text_can_be_rendered(value: str) -> None:
    text = text_of(value)
    for rendering in renderings(text):
        for at in range(len(rendering.value)):
            span = rendering.span(at, at + 1)
            assert 0 <= span.start < span.end <= len(value)
