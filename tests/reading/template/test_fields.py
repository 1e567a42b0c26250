from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cadence_lint.reading.template.fields import Template, read_template
from tests.reading.templates import the_field


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("{{first_name}}", "first_name"),
        ("{{firstName}}", "firstName"),
        ("{{FIRST_NAME}}", "FIRST_NAME"),
        ("{{First Name}}", "First Name"),
        ("{{ contact.firstname }}", "contact.firstname"),
        ("{{~first_name~}}", "first_name"),
        ("{{{first_name}}}", "first_name"),
        ("{{first-name}}", "first-name"),
        ("{{line_2}}", "line_2"),
        ("{{My.first_name}}", "My.first_name"),
        ("{{sl_day_of_week}}", "sl_day_of_week"),
        ("{{dn_date 2 days from now dddd}}", "dn_date 2 days from now dddd"),
        ("{first_name}", "first_name"),
        ("{COMPANY}", "COMPANY"),
        ("{ first name }", "first name"),
        ("{contactfield=firstname}", "firstname"),
        ("{!Contact.FirstName}", "Contact.FirstName"),
        ("%signature%", "signature"),
        ("%contact_first_name%", "contact_first_name"),
        ("%FIRST_NAME%", "FIRST_NAME"),
        ("%%first_name%%", "first_name"),
        ("#firstname#", "firstname"),
        ("[[firstname]]", "firstname"),
        ("<<First Name>>", "First Name"),
        ("«First Name»", "First Name"),
        ("*|FNAME|*", "FNAME"),
    ],
)
def test_fields_are_read_in_every_syntax(written: str, name: str) -> None:
    text = f"Hi {written}, a word about rates."
    field = the_field(text)
    assert text[field.start : field.end] == written
    assert (field.name, field.fallback) == (name, None)


def test_choices_that_cross_are_told_apart() -> None:
    choices = read_template("{% if x %}{Hi|Hey{% endif %} there}").choices
    assert [choice.condition for choice in choices] == ["if x"]


def test_choices_nest_only_so_deep() -> None:
    text = "{a|" * 50 + "b" + "}" * 50
    assert len(read_template(text).choices) == 20
    text = "{% if x %}" * 50 + "b" + "{% endif %}" * 50
    assert len(read_template(text).choices) == 20


@pytest.mark.parametrize(
    "unit",
    [
        "{{",
        "}}",
        "{%",
        "[[",
        "[",
        "<<",
        "<%=",
        "{a|",
        "{{a b|",
        "{% if x %}",
        "{% endif %}",
        "a}}",
        "{{x ",
        "%a",
        "#a",
        "X",
        "_",
        "(add ",
        "{|",
        " ",
        "{% case x %}{",
        "${",
    ],
)
def test_hostile_texts_are_read_to_their_end(unit: str) -> None:
    text = unit * (20_000 // len(unit))
    for hostile in (text, text[:10_000] + "}" * 10_000, text + "a"):
        assert_sound(hostile, read_template(hostile))


def assert_sound(text: str, template: Template) -> None:
    """Everything lies in the text, in order, and choices nest."""
    for kind in template:
        places = [(one.start, one.end) for one in kind]
        assert all(0 <= start < end <= len(text) for start, end in places)
        assert [start for start, _ in places] == sorted(start for start, _ in places)
    for field in template.fields:
        written = " ".join(text[field.start : field.end].split())
        assert field.name in written or field.name == "AI"
        assert field.fallback is None or field.fallback in text[field.start : field.end]
    for choice in template.choices:
        edges = [choice.start, *(edge for option in choice.options for edge in option), choice.end]
        assert edges == sorted(edges)


_SIGNS = (
    "{ } {{ }} | || {% %} [ ] [[ ]] < > << >> % # ( ) : , ?? ~ ! / X TBD ___ first_name company "
    "if else endif #if /if for endfor RANDOM AI: insert default fallback= \" ' Hi ${ <%= é 1"
)
_BITS = st.sampled_from([*_SIGNS.split(), " ", "\n"])


@given(st.lists(_BITS, max_size=40).map("".join))
def test_whatever_is_read_lies_where_it_says(text: str) -> None:
    assert_sound(text, read_template(text))


@given(st.text(max_size=60))
def test_any_text_can_be_read(text: str) -> None:
    assert_sound(text, read_template(text))
