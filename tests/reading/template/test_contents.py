from __future__ import annotations

import pytest

from cadence_lint.reading.template.fields import Template, read_template
from tests.reading.templates import options, the_options


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


def test_a_field_as_long_as_a_page_is_none() -> None:
    (broken,) = read_template("{{" + "word. " * 500 + "}}").broken
    assert broken.kind == "unclosed"
    assert read_template("{" + "word " * 500 + "}") == Template()


def test_no_tool_takes_four_braces() -> None:
    (broken,) = read_template("Hi {{{{first_name}}}}, hello").broken
    assert (broken.start, broken.end, broken.kind) == (3, 21, "unbalanced")
    assert read_template("{{{{ 1 + 1 }}}}") == Template()
