from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cadence_lint.reading.fields import (
    Choice,
    Field,
    Template,
    field_key,
    owner_of,
    read_template,
)


def the_field(text: str) -> Field:
    """The only thing that is read in a text, a field."""
    template = read_template(text)
    (field,) = template.fields
    assert template == Template(fields=(field,))
    return field


def options(text: str, choice: Choice) -> list[str]:
    return [text[start:end] for start, end in choice.options]


def the_options(text: str) -> list[str]:
    (choice,) = read_template(text).choices
    return options(text, choice)


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


@pytest.mark.parametrize(
    ("written", "name", "fallback"),
    [
        ("{{firstName|there}}", "firstName", "there"),
        ("{{First Name|there}}", "First Name", "there"),
        ("{{firstName|}}", "firstName", ""),
        ('{{FIRST_NAME | "there"}}', "FIRST_NAME", "there"),
        ("{{FIRST_NAME | 'there'}}", "FIRST_NAME", "there"),
        ("{{FIRST_NAME | “there”}}", "FIRST_NAME", "there"),
        ("{{first_name || 'there'}}", "first_name", "there"),
        ("{{first_name ?? 'there'}}", "first_name", "there"),
        ("{{first_name: there}}", "first_name", "there"),
        ("{{name,fallback=you}}", "name", "you"),
        ("{{name, default: you}}", "name", "you"),
        ('{{ insert city "default=your city" }}', "city", "your city"),
        ("{{ insert city }}", "city", None),
        ('{{ first_name | default: "there" }}', "first_name", "there"),
        ('{{ first_name | default("there") }}', "first_name", "there"),
        ('{{ first_name | capitalize | default: "there" }}', "first_name", "there"),
        ("{{ city | capitalize }}", "city", None),
        ("{{ harbour | truncate: 20 }}", "harbour", None),
        ("{{first_name|{{nick_name}}}}", "first_name", "{{nick_name}}"),
        ("{{AI:name one depot of theirs|your depots}}", "AI", "your depots"),
        ("{{AI: name one depot of theirs}}", "AI", None),
        ("{contactfield=firstname|there}", "firstname", "there"),
        ("{first_name|there}", "first_name", "there"),
    ],
)
def test_fallbacks_are_told_from_filters(written: str, name: str, fallback: str | None) -> None:
    field = the_field(f"Hi {written}, hello.")
    assert (field.name, field.fallback) == (name, fallback)


@pytest.mark.parametrize(
    ("owner", "names"),
    [
        ("reader", "first_name lastName FULL_NAME contact.firstname name prospect_name title"),
        ("reader", "job_title lead.email vorname prénom contact recipient.name"),
        ("company", "company industry city competitor_name account.name harbour_fees pain_point"),
        ("company", "product_line CASE_STUDY_COMPANY referrer_first_name custom.industry"),
        ("sender", "My.first_name sender.first_name sendingAccountFirstName senderName"),
        ("sender", "sender_name your_name YOUR_COMPANY my_phone signature accountSignature"),
        ("sender", "SENDER_EMAIL_SIGNATURE account.owner.first_name from_name"),
        ("copy", "icebreaker ice_breaker personalization PersonalizedLine first_line snippet_1"),
        ("copy", "customLine ai_opener AI line1 email_2 custom_3 GENUINE_REACTION"),
        ("system", "unsubscribe_link UNSUBSCRIBE calendar_link meetingLink date today dn_date"),
        ("system", "postal_address __previous_subject__ sl_time_of_day current_month"),
    ],
)
def test_whose_a_field_is(owner: str, names: str) -> None:
    assert {name: owner_of(name) for name in names.split()} == dict.fromkeys(names.split(), owner)


def test_a_name_of_signs_is_a_fact_about_the_reader() -> None:
    assert owner_of("__") == "company"


@pytest.mark.parametrize("name", ["First Name", "first_name", "firstName", "FIRST-NAME"])
def test_names_compare_without_case_and_signs(name: str) -> None:
    assert field_key(name) == "firstname"
    assert the_field("{{" + name + "}}").key == "firstname"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{Hi|Hello|Hey} there", ["Hi", "Hello", "Hey"]),
        ("{Hi |}there", ["Hi ", ""]),
        ("{Hi {{first_name}}|Hello}", ["Hi {{first_name}}", "Hello"]),
        ("{Hello|Hi {{first_name}}}", ["Hello", "Hi {{first_name}}"]),
        ("{{{first_name}}|there}", ["{{first_name}}", "there"]),
        ("{rates|firm fees}", ["rates", "firm fees"]),
        ("{{RANDOM | Hi | Hello}}", ["Hi", "Hello"]),
        ("{{random|Hi {{firstName}}|Hello}}", ["Hi {{firstName}}", "Hello"]),
        ('{{SPINTAX | "Hi" | "Hello"}}', ["Hi", "Hello"]),
        ("{{I noticed|I saw that}}", ["I noticed", "I saw that"]),
        ("{{Morning|Hello}}", ["Morning", "Hello"]),
        ("{{hey|hello}}", ["hey", "hello"]),
        ("{{quick|brief|short}} note", ["quick", "brief", "short"]),
    ],
)
def test_spintax(text: str, expected: list[str]) -> None:
    assert the_options(text) == expected
    assert read_template(text).broken == ()


def test_spintax_nests() -> None:
    text = "{Hi|Good {morning|day}}"
    outer, inner = read_template(text).choices
    assert options(text, outer) == ["Hi", "Good {morning|day}"]
    assert options(text, inner) == ["morning", "day"]


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


def test_an_open_block_does_not_hide_the_one_around_it() -> None:
    text = "{% if a %}{% unless b %}x{% else %}y{% endif %}"
    template = read_template(text)
    assert [broken.kind for broken in template.broken] == ["unclosed-block"]
    assert [choice.condition for choice in template.choices] == ["if a"]


@pytest.mark.parametrize(
    "written",
    [
        "[First Name]",
        "[Name]",
        "[If yes]",
        "[specific observation]",
        "[link]",
        "[X]",
        "[their depot / their site]",
        "[number of depots, per region]",
        "[[MISSING TOKEN - X]]",
        "XXX",
        "XX",
        "XX%",
        "X%",
        "$X",
        "€XX",
        "TBD",
        "TBC",
        "TODO",
        "<first name>",
        "<name>",
        "<pain_point>",
        "<insert a figure: days saved>",
        "<a line on their depots>",
        "(insert link)",
        "____",
        "{{POST / INTERVIEW}}",
        "{{X}}",
        "{{insert a line here}}",
        "{{say what you saw at their depot}}",
        "{one thing you saw at theirs}",
    ],
)
def test_what_is_left_to_fill_in(written: str) -> None:
    text = f"A word about {written}, if I may."
    (placeholder,) = read_template(text).placeholders
    assert text[placeholder.start : placeholder.end] == written
    assert placeholder.words in written
    assert read_template(text)._replace(placeholders=()) == Template()


@pytest.mark.parametrize(
    "text",
    [
        "See [the list](https://harbour.example/list).",
        "See ![the list](list.png).",
        "See [the list][1].",
        "[1]: https://harbour.example/list",
        "[rates]: https://harbour.example/list",
        "As the port says [1], and [12].",
        "Rates [...] fell […] twice [..].",
        "- [x] book the berth\n- [ ] ask Ana\n- [X] call",
        "Part [3/6] of the list",
        "[https://harbour.example] or [harbour.example/rates]",
        'Send {"port": {"code": "RTM"}} or {"a": "x|y"} or ["RTM", "HAM"] or [1, 2]',
        "function () { return rates[0] || depots[i]; }",
        "He said [sic] that [the] rates fell; [T]he port agreed. Invoice[s] too.",
        "[EXTERNAL] Rates",
        "[pause] Rates?",
        "a [a-z] range",
        "[image: our logo]",
        "<b>Rates</b> <a href='https://harbour.example'>here</a><br/> <title>x</title>",
        "<td nowrap> <input disabled>",
        "Ana <ana@harbour.example>, see <https://harbour.example>",
        "<foo> and </foo> and <o:p>",
        "5 < 6 and 7 > 3, x<y>z",
        "He said «rates fall» and left.",
        "Save 5% or 10% of $5, 100%sure, https://x.example/%C3%A9%20b",
        "Super Bowl XX and size XXL and Louis XX",
        "Hugs, xxx",
        "-----\n________\nAna",
        "___bold___ and snake_case__name",
        "#harbour #rates, a#b#c",
        "A smile :} and {: and }} { and {}",
        "X marks the spot",
        "TBDs and xTBD",
        "TODOs",
        "CSS: p { color: red } and {0}",
    ],
)
def test_innocents(text: str) -> None:
    assert read_template(text) == Template()


def test_nothing_is_read_twice() -> None:
    text = "{{AI: name [one depot] of <their company>, XXX}} and ${[Name]} and {% if [Name] %}"
    template = read_template(text)
    assert template.placeholders == ()
    assert len(template.fields) == 1


def test_choices_that_cross_are_told_apart() -> None:
    choices = read_template("{% if x %}{Hi|Hey{% endif %} there}").choices
    assert [choice.condition for choice in choices] == ["if x"]


def test_choices_nest_only_so_deep() -> None:
    text = "{a|" * 50 + "b" + "}" * 50
    assert len(read_template(text).choices) == 20
    text = "{% if x %}" * 50 + "b" + "{% endif %}" * 50
    assert len(read_template(text).choices) == 20


def test_a_field_as_long_as_a_page_is_none() -> None:
    (broken,) = read_template("{{" + "word. " * 500 + "}}").broken
    assert broken.kind == "unclosed"
    assert read_template("{" + "word " * 500 + "}") == Template()


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
    text = unit * (200_000 // len(unit))
    for hostile in (text, text[:100_000] + "}" * 100_000):
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
