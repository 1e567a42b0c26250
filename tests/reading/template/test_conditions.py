from __future__ import annotations

import pytest

from cadence_lint.reading.template.fields import Template, read_template
from tests.reading.templates import the_options


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{% if x == 'y' %}a{% elsif z %}b{% else %}c{% endif %}", ["a", "b", "c"]),
        ("{%- if x -%}a{%- endif -%}", ["a", ""]),
        ("{% if x %}a{% elsif y %}b{% endif %}", ["a", "b", ""]),
        ("{% if x %}a{% else if y %}b{% endif %}", ["a", "b", ""]),
        ("{% unless x %}a{% endunless %}", ["a", ""]),
        ("{% case x %} {% when 1 %}a{% when 2 %}b{% endcase %}", ["a", "b", ""]),
        ("{% case x %} {% when 1 %}a{% else %}b{% endcase %}", ["a", "b"]),
        ("{% for depot in depots %}a{% endfor %}", ["a", ""]),
        ("{{#if x}}a{{#else}}b{{#endif}}", ["a", "b"]),
        ("{{#if x}}{{#else}}b{{#endif}}", ["", "b"]),
        ("{{#if x}}a{{/if}}", ["a", ""]),
        ("{{#if x}}a{{else}}b{{/if}}", ["a", "b"]),
        ("{{#x}}a{{/x}}", ["a", ""]),
        ("{{^x}}a{{/x}}", ["a", ""]),
    ],
)
def test_conditions(text: str, expected: list[str]) -> None:
    assert the_options(text) == expected
    assert read_template(text)._replace(choices=()) == Template()


def test_a_condition_says_what_it_asks() -> None:
    assert read_template("{% if city %}a{% endif %}").choices[0].condition == "if city"
    assert read_template("{{#if city}}a{{/if}}").choices[0].condition == "if city"
    assert read_template("{a|b}").choices[0].condition is None


def test_fields_in_conditions_are_read_and_their_tags_are_none() -> None:
    template = read_template("{% if city %}in {{city}}{% endif %}")
    assert [field.name for field in template.fields] == ["city"]


@pytest.mark.parametrize(
    "written",
    [
        "{% assign x = 1 %}",
        "{{! ask Ana about this }}",
        "{% comment %}ask {Ana|Ben}{% endcomment %}",
        "{% capture x %}{{city}} rates{% endcapture %}",
    ],
)
def test_what_leaves_nothing_behind(written: str) -> None:
    (unseen,) = read_template(f"Hi. {written} Rates?").unseen
    assert (unseen.start, unseen.end) == (4, 4 + len(written))


def test_an_open_block_does_not_hide_the_one_around_it() -> None:
    text = "{% if a %}{% unless b %}x{% else %}y{% endif %}"
    template = read_template(text)
    assert [broken.kind for broken in template.broken] == ["unclosed-block"]
    assert [choice.condition for choice in template.choices] == ["if a"]


def test_tags_without_a_space_hold_no_field() -> None:
    template = read_template("{%if x%}a{%endif%}")
    assert template.fields == ()
    assert len(template.choices) == 1
