from __future__ import annotations

import pytest

from cadence_lint.reading.template.fields import read_template


@pytest.mark.parametrize(
    ("text", "kind", "span"),
    [
        ("Hi {{first_name}, rates?", "unbalanced", "{{first_name}"),
        ("Hi {first_name}}, rates?", "unbalanced", "{first_name}}"),
        ("Hi {{first_name}}}, rates?", "unbalanced", "{{first_name}}}"),
        ("Hi {{{first_name}}, rates?", "unbalanced", "{{{first_name}}"),
        ("Hi {{first_name} }, rates?", "unbalanced", "{{first_name}"),
        ("Hi {{first_name, rates?", "unclosed", "{{first_name"),
        ("Hi {first_name, rates?", "unclosed", "{first_name"),
        ("Hi first_name}}, rates?", "unopened", "first_name}}"),
        ("{Hi|Hello there", "unclosed-choice", "{Hi|"),
        ("{% if city %}In town?", "unclosed-block", "{% if city %}"),
        ("{{#if city}}In town?", "unclosed-block", "{{#if city}}"),
        ("{% if city In town?", "unclosed", "{% if"),
        ("{% if city } In town?", "unclosed", "{% if city }"),
        ("In town?{% endif %}", "stray-tag", "{% endif %}"),
        ("In town?{% else %}", "stray-tag", "{% else %}"),
        ("In town?{{/if}}", "stray-tag", "{{/if}}"),
        ("Hi ${first_name}, rates?", "code", "${first_name}"),
        ("Hi <%= first_name %>, rates?", "code", "<%= first_name %>"),
        ("Hi <%= first_name, rates?", "code", "<%="),
        ("Hi [object Object], rates?", "code", "[object Object]"),
        ("Hi {{}}, rates?", "empty", "{{}}"),
        ("Hi {{ }}, rates?", "empty", "{{ }}"),
        ("Hi {{ {{first_name}} }}", "unbalanced", "{{ {{first_name}} }}"),
    ],
)
def test_what_is_broken(text: str, kind: str, span: str) -> None:
    template = read_template(text)
    (broken,) = template.broken
    assert (broken.kind, text[broken.start : broken.end]) == (kind, span)
    assert template.fields == ()


def test_two_broken_fields_do_not_hide_each_other() -> None:
    text = "Hi {{first_name}, are rates at {company}} firm?"
    broken = read_template(text).broken
    assert [text[one.start : one.end] for one in broken] == ["{{first_name}", "{company}}"]


def test_a_choice_with_a_brace_too_many_is_both() -> None:
    template = read_template("{{Hi|Hello}")
    assert [broken.kind for broken in template.broken] == ["unbalanced"]
    assert len(template.choices) == 1


def test_what_follows_a_broken_field_is_still_read() -> None:
    template = read_template("Hi {{first_name, {how|why} is {{company}}?{% endif %} {{city}}")
    assert [field.name for field in template.fields] == ["company", "city"]
    assert len(template.choices) == 1
    assert [broken.kind for broken in template.broken] == ["unclosed", "stray-tag"]
