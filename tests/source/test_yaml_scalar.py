"""Where each character of a YAML scalar stands, in every style that YAML has."""

from __future__ import annotations

import json
import re
import time
from typing import TYPE_CHECKING

import pytest
import yaml
from hypothesis import assume, example, given
from hypothesis import strategies as st

from cadence_lint.source import Source
from cadence_lint.source.tree import Items, Mapping, Scalar
from cadence_lint.source.yaml_tree import YamlError, read_tree

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cadence_lint.source import Text
    from cadence_lint.source.tree import Node

BREAKS = "\n\r\x85\u2028\u2029"
VALUES = st.text(
    st.sampled_from(
        [*"abc   \n\n\n\t'\"\\#:-%{}[],&*!|>@`?", "é", "\U0001f600", *"\x85\u2028\u2029\xa0"]
    ),
    max_size=16,
)
LINE_ENDS = st.sampled_from(["\n", "\r\n", "\r"])
PROPERTIES = st.sampled_from(
    [
        "",
        "",
        "",
        "&a ",
        "!!str ",
        "&a !!str ",
        "! ",
        "&a # a comment & more\n  ",
        "!<tag:yaml.org,2002:str> ",
    ]
)


def texts(source: Source) -> list[Text]:
    return [scalar.text for document in read_tree(source).documents for scalar in scalars(document)]


def scalars(node: Node) -> Iterator[Scalar]:
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, Items):
        for item in node.items:
            yield from scalars(item)
    else:
        for entry in node.entries.values():
            yield entry.key
            yield from scalars(entry.value)


def check(text: Text) -> None:
    """Everything that has to be true of a text and its places, from the source's side."""
    raw, value = text.source.text, text.value
    at = 0
    for run in text.runs:
        assert run.at == at
        at += run.length
        assert not run.verbatim or raw[run.start : run.end] == value[run.at : run.at + run.length]
    assert at == len(value)
    for run, following in zip(text.runs, text.runs[1:], strict=False):
        assert run.end <= following.start
        # What was read for no character: indentation, folded lines, a line that goes on.
        assert not raw[run.end : following.start].strip(" \t\\" + BREAKS)
    for at, character in enumerate(value):
        says(text.source.slice(text.span(at, at + 1)), character)
    for start in range(len(value)):
        for end in range(start + 1, len(value) + 1):
            span = text.span(start, end)
            assert span.start == text.span(start, start + 1).start
            assert span.end == text.span(end - 1, end).end


def says(raw: str, character: str) -> None:
    """Whether this is how a source may say that character."""
    if raw == character:
        return
    if raw.startswith("\\"):
        assert yaml.safe_load(f'"{raw}"') == character
    elif character == "'":
        assert raw == "''"
    else:
        assert character in " \n"
        assert raw
        assert not raw.strip(BREAKS)


def check_all(text: str) -> None:
    source = Source("a.yaml", text)
    try:
        found = texts(source)
    except YamlError:
        assume(False)
    for each in found:
        check(each)


def value_of(text: str) -> Text:
    """The last value of a YAML text."""
    return texts(Source("a.yaml", text))[-1]


def block(value: str, header: str, indent: str, end: str) -> str:
    return header + end + end.join(indent + line for line in value.split("\n")) + end


class TestAnyText:
    @given(VALUES, st.sampled_from("|>'\""), st.booleans(), st.sampled_from([5, 20, 80]), LINE_ENDS)
    def test_as_yaml_itself_writes_it(
        self, value: str, style: str, plain: bool, width: int, end: str
    ) -> None:
        dumped = yaml.dump(
            {"k": [value, {"l": value}]},
            default_style=None if plain else style,
            allow_unicode=style in "|>",
            width=width,
        )
        check_all(dumped.replace("\n", end))

    @given(
        VALUES,
        st.sampled_from(["|", ">", "|-", ">-", "|+", ">+", "|2", ">1+", "|-3"]),
        st.sampled_from([" ", "  ", "   "]),
        st.sampled_from(["", " # a comment", " "]),
        PROPERTIES,
        LINE_ENDS,
    )
    @example("a\n\n  b\nc", ">", "  ", " # a comment", "&a ", "\r\n")
    @example("  \n x", "|2", "  ", "", "", "\n")
    def test_in_a_block(
        self, value: str, header: str, indent: str, comment: str, properties: str, end: str
    ) -> None:
        said = properties.replace("\n", end) + block(value, header + comment, indent, end)
        check_all(f"a: 1{end}k: {said}b: 2{end}")

    @given(VALUES, st.sampled_from(["'", '"', ""]), PROPERTIES, LINE_ENDS)
    @example("&-:>", "", "", "\n")
    @example("a  \n  \n b", "'", "", "\r\n")
    @example("a\\\n  b", '"', "", "\n")
    @example("a \\\n\n b\\x41", '"', "&a !!str ", "\r")
    def test_in_quotes_or_none(self, value: str, mark: str, properties: str, end: str) -> None:
        said = f"{properties}{mark}{value}{mark}".replace("\n", end + "  ")
        check_all(f"k: {said}{end}b: 2{end}")

    @given(VALUES, VALUES, st.sampled_from(["'", '"', ""]), LINE_ENDS)
    def test_within_brackets(self, one: str, other: str, mark: str, end: str) -> None:
        first, second = (f"{mark}{each}{mark}" for each in (one, other))
        check_all(
            f"k: [{first}, {{l: {second}, m: {first}}},\n  {second}]".replace("\n", end + " ")
        )

    @given(VALUES, VALUES, st.sampled_from(["|", ">", ">-", "|+"]), LINE_ENDS)
    def test_deep_within_and_in_several_documents(
        self, one: str, other: str, header: str, end: str
    ) -> None:
        first = block(one, header, "      ", end)
        second = block(other, header, "  ", end)
        check_all(
            f"--- {second}---{end}- - k: {first}    l: &a {first}  - *a{end}"
            f"- <<: {{m: {one!r}}}{end}  n: {first}---{end}- {second}...{end}"
        )

    @given(VALUES, LINE_ENDS)
    def test_after_a_byte_order_mark(self, value: str, end: str) -> None:
        check_all("\ufeff" + block(value, "k: |", "  ", end))

    @given(
        st.text(
            st.sampled_from([*"ab:-|>'\"\\[]{},&*!#? \n\n\t", "\U0001f600", "\x85"]), max_size=40
        )
    )
    def test_in_any_yaml_at_all(self, text: str) -> None:
        check_all(text)


@pytest.mark.parametrize(
    ("text", "value", "part", "raw"),
    [
        ("k: plain text", "plain text", "text", "text"),
        ("k: 'it''s'", "it's", "it's", "it''s"),
        ('k: "a\\tb"', "a\tb", "\t", "\\t"),
        ('k: "\\u00e9\\U0001F600\\x41"', "\u00e9\U0001f600A", "\U0001f600", "\\U0001F600"),
        ('k: "\\N\\_\\L\\P\\e\\/"', "\x85\xa0\u2028\u2029\x1b/", "\u2028", "\\L"),
        ('k: "one\n  two"', "one two", "one two", "one\n  two"),
        ('k: "one\n\n  two"', "one\ntwo", "\n", "\n"),
        ('k: "one\\\n  two"', "onetwo", "onetwo", "one\\\n  two"),
        ('k: "one \\\r\n  \\ two"', "one  two", "one  two", "one \\\r\n  \\ two"),
        ("k: |\n  one\n  two", "one\ntwo", "one\ntwo", "one\n  two"),
        ("k: >\n  one\n  two\n\n  three", "one two\nthree", "two\nthree", "two\n\n  three"),
        ("k: |2\n    one\n   two", "  one\n two", "  one", "  one"),
        ("k: |2+\n    \n", "  \n", "  ", "  "),
        ("k: |+\n  one\n\n", "one\n\n", "\n\n", "\n\n"),
        ("k: |\r\n  one\r\n  two\r\n", "one\ntwo\n", "\ntwo", "\r\n  two"),
        ("k: |\r  one\r  two\r", "one\ntwo\n", "e\nt", "e\r  t"),
        ("k: |\n  one\x85  two", "one\ntwo", "two", "two"),
        ("k: |\n  one\u2028  two", "one\u2028two", "\u2028two", "\u2028  two"),
        ("k: &a !!str one", "one", "one", "one"),
        ("k: !<tag:yaml.org,2002:str> one", "one", "one", "one"),
        ("k: &a # more & more\n  one\n  two", "one two", "one", "one"),
        ("k: &a # what | is\n  |\n  one", "one", "one", "one"),
        ("k: &a # comment\n  'it''s'", "it's", "'s", "''s"),
        ("k: &a \u3000one\n  two", "\u3000one two", "\u3000one", "\u3000one"),
        ("\ufeffk: one", "one", "one", "one"),
        ("k: \U0001f600 {{name}}", "\U0001f600 {{name}}", "{{name}}", "{{name}}"),
    ],
)
def test_a_part_of_a_value_stands_where_it_was_read(
    text: str, value: str, part: str, raw: str
) -> None:
    found = value_of(text)
    assert found.value == value
    at = value.index(part)
    assert found.source.slice(found.span(at, at + len(part))) == raw
    check(found)


@pytest.mark.parametrize(
    "text", ["k:", "k: ''", 'k: ""', "k: ~", "k: !!str", "k: &a", "k: |\n", "k: >+"]
)
def test_an_empty_value_has_a_place(text: str) -> None:
    found = value_of(text + "\nb: x") if "|" not in text else value_of(text)
    check(found)
    assert texts(Source("a.yaml", text + "\n"))[1].span(0, 0).start <= len(text) + 1


def test_a_place_is_in_the_lines_of_the_file_not_of_yaml() -> None:
    source = Source("a.yaml", "a: x\u2028\nb: 'y\x85  y'\r\nc: z")
    last = texts(source)[-1]
    assert source.place(last.span(0, 1))[1:] == (3, 4, 3, 5)


@pytest.mark.parametrize(
    "said", ['"a\\n{}b"', "'a''{}b'", '"a\\t' + "\\ {}b" + '"', "|2\n    {}b", ">\n  a\n  {}b"]
)
def test_long_white_space_costs_no_time(said: str) -> None:
    text = value_of("k: " + said.replace("{}", " " * 200_000))
    started = time.process_time()
    assert len(text.source.slice(text.span(0, len(text.value)))) > 200_000
    assert time.process_time() - started < 2


def test_comments_of_properties_are_found_in_linear_time() -> None:
    text = value_of("k: &a " + "# " * 50_000 + "\n  one\n  two")
    started = time.process_time()
    assert text.source.slice(text.span(0, 3)) == "one"
    assert time.process_time() - started < 2


def test_what_stands_in_quotes_is_known() -> None:
    node = read_tree(Source("a.yaml", "a: null\nb: 'null'\nc: |\n  null\n")).documents[0]
    assert isinstance(node, Mapping)
    values = [entry.value for entry in node.entries.values()]
    assert [isinstance(value, Scalar) and value.is_null for value in values] == [True, False, False]


def test_the_alphabet_of_these_tests_has_every_line_end() -> None:
    assert re.fullmatch("[\n\r\x85\u2028\u2029]+", BREAKS)


def test_characters_that_json_writes_as_two_escapes() -> None:
    value = "Hi \U0001f525 there \U0001f525\U0001f600 end"
    raw = json.dumps({"body": value, "other": "\\ud83d\\udd25"})
    (document,) = read_tree(Source("plan.json", raw)).documents
    assert isinstance(document, Mapping)
    body, other = (document.entries[key].value for key in ("body", "other"))
    assert isinstance(body, Scalar)
    assert isinstance(other, Scalar)
    assert (body.value, other.value) == (value, "\\ud83d\\udd25")
    for word in ("there", "end"):
        at = value.index(word)
        span = body.text.span(at, at + len(word))
        assert raw[span.start : span.end] == word
