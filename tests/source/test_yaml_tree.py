from __future__ import annotations

import time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cadence_lint.source import Source, Span, yaml_tree
from cadence_lint.source.tree import Items, Mapping, Scalar
from cadence_lint.source.yaml_tree import Tree, YamlError, check_syntax, read_tree
from tests.source.trees import plain


def tree(text: str) -> Tree:
    return read_tree(Source("a.yaml", text))


def read(text: str) -> Any:
    found = tree(text)
    assert not found.faults
    return plain(found.documents[0])


def faults(text: str) -> list[tuple[str, str]]:
    """What was faulted: the words in the source, and the message."""
    source = Source("a.yaml", text)
    return [(source.slice(fault.span), fault.message) for fault in read_tree(source).faults]


def root(text: str) -> Mapping:
    node = tree(text).documents[0]
    assert isinstance(node, Mapping)
    return node


class TestValues:
    @pytest.mark.parametrize(
        "written",
        ["NO", "010", "10:30", "on", "1e3", "0x1F", "2026-12-01", "1_000", ".5", "yes", "="],
    )
    def test_they_are_read_from_their_text(self, written: str) -> None:
        assert read(f"a: {written}") == {"a": written}

    @pytest.mark.parametrize(
        "written", ["!!int 010", "!!str 010", "!!bool 010", "! 010", "!!float '010'"]
    )
    def test_plain_tags_change_nothing(self, written: str) -> None:
        assert read(f"a: {written}") == {"a": "010"}

    @pytest.mark.parametrize(
        ("written", "is_null"),
        [
            ("", True),
            ("~", True),
            ("null", True),
            ("Null", True),
            ("''", False),
            ("'~'", False),
            ("nil", False),
        ],
    )
    def test_nothing(self, written: str, is_null: bool) -> None:
        value = root(f"a: {written}").get("a")
        assert isinstance(value, Scalar)
        assert value.is_null is is_null

    def test_a_key_that_is_not_there(self) -> None:
        assert root("a: 1").get("b") is None

    @pytest.mark.parametrize("text", ["", "# only a comment\n", "---\n# nothing\n...\n"])
    def test_no_document_or_an_empty_one(self, text: str) -> None:
        assert [plain(document) for document in tree(text).documents] in ([], [""])

    def test_several_documents(self) -> None:
        assert [plain(each) for each in tree("a: 1\n---\n- b\n--- c\n").documents] == [
            {"a": "1"},
            ["b"],
            "c",
        ]

    def test_json_is_yaml(self) -> None:
        assert read('{"a": [1, true, null, "x\\ny"]}') == {"a": ["1", "true", "null", "x\ny"]}


class TestSpans:
    TEXT = "a:\n  - b: 1\n    c: two\n\n  # a comment\n  - [d, {e: f}]\n  - |\n    text\n\ng:\n"

    def spans(self, text: str) -> dict[str, str]:
        source = Source("a.yaml", text)
        node = read_tree(source).documents[0]
        assert isinstance(node, Mapping)
        return {key: source.slice(entry.span) for key, entry in node.entries.items()}

    def test_a_block_ends_with_its_last_value(self) -> None:
        spans = self.spans(self.TEXT)
        assert spans["a"].endswith("|\n    text")
        assert spans["g"] == "g:"

    def test_a_list_item(self) -> None:
        source = Source("a.yaml", self.TEXT)
        items = root(self.TEXT).get("a")
        assert isinstance(items, Items)
        assert [source.slice(item.span) for item in items.items] == [
            "b: 1\n    c: two",
            "[d, {e: f}]",
            "|\n    text",
        ]

    def test_an_alias_belongs_to_its_block(self) -> None:
        text = "x: &x [1]\na:\n  b: 1\n  c: *x\nd: 2\n"
        assert self.spans(text)["a"] == "a:\n  b: 1\n  c: *x"

    def test_a_merge_belongs_to_its_block(self) -> None:
        text = "x: &x {y: 1}\na:\n  <<: *x\nd: 2\n"
        assert self.spans(text)["a"] == "a:\n  <<: *x"

    def test_an_aliased_value_stands_at_its_anchor(self) -> None:
        node = root("x: &x [1]\nb: *x\n")
        value = node.get("b")
        assert value is node.get("x")
        assert self.spans("x: &x [1]\nb: *x\n")["b"] == "b"

    def test_comments_lie_in_no_scalar(self) -> None:
        text = "a: &x # one\n  | # two\n  # copy\nb: 'x # copy' # three\nc: y#copy # four\n"
        found = tree(text)
        outside = [
            at
            for at, character in enumerate(text)
            if character == "#" and not any(s.start <= at < s.end for s in found.scalars)
        ]
        assert [text[at + 2 :].split()[0] for at in outside] == ["one", "two", "three", "four"]


class TestMerges:
    def test_own_keys_win_wherever_the_merge_stands(self) -> None:
        text = "a: &a {x: 1, y: 2}\nb:\n  <<: *a\n  x: own\nc:\n  x: own\n  <<: *a\n"
        found = read(text)
        assert found["b"] == found["c"] == {"x": "own", "y": "2"}

    def test_own_keys_come_first(self) -> None:
        assert list(read("a: &a {x: 1}\nb: {<<: *a, y: 2}")["b"]) == ["y", "x"]

    def test_of_several_the_first_wins(self) -> None:
        text = "- &a {x: 1}\n- &b {x: 2, y: 2}\n- <<: [*a, *b]\n- {<<: *b, << : *a}\n"
        assert read(text)[2:] == [{"x": "1", "y": "2"}, {"x": "2", "y": "2"}]

    def test_a_merge_of_a_merge(self) -> None:
        assert read("- &a {x: 1}\n- &b {<<: *a, y: 2}\n- {<<: *b}\n")[2] == {"x": "1", "y": "2"}

    def test_a_quoted_one_is_a_key(self) -> None:
        assert read("'<<': x") == {"<<": "x"}

    @pytest.mark.parametrize("value", ["x", "[x]", "[{a: b}, x]", "[[]]"])
    def test_of_what_is_no_map(self, value: str) -> None:
        [(where, message)] = faults(f"a: {{<<: {value}, b: c}}")
        assert where == "<<"
        assert "`<<: *name`" in message

    def test_with_itself(self) -> None:
        assert read("&a {<<: *a, b: c}") == {"b": "c"}


class TestFaults:
    def test_a_key_that_stands_twice(self) -> None:
        [(where, message)] = faults("a: 1\nb: 2\na: 3\n")
        assert where == "a"
        assert "first on line 1" in message
        assert plain(tree("a: 1\nb: 2\na: 3\n").documents[0]) == {"a": "1", "b": "2"}

    @pytest.mark.parametrize(
        "written",
        [
            "!!python/object/apply:os.system [ls]",
            "!!python/name:os.system x",
            "!Ref {a: b}",
            "!important x",
        ],
    )
    def test_a_tag_that_asks_for_an_object(self, written: str) -> None:
        found = tree(f"a: {written}\nb: 1")
        assert plain(found.documents[0]) == {"a": "", "b": "1"}
        assert len(found.faults) == 1
        assert "remove it" in found.faults[0].message

    def test_what_is_within_such_a_tag_is_not_read(self) -> None:
        found = tree("a: !x [!y {b: [c]}, &d e, *f]\nb: 1")
        assert (len(found.faults), plain(found.documents[0])) == (1, {"a": "", "b": "1"})

    def test_an_anchor_of_what_was_not_read_is_known(self) -> None:
        assert len(faults("a: &a !x {b: c}\nd: *a")) == 1

    @pytest.mark.parametrize("text", ["a: *b", "a: &b 1\n---\na: *b", "a: [*b, &b 1]"])
    def test_an_alias_of_nothing(self, text: str) -> None:
        [(where, message)] = faults(text)
        assert where == "*b"
        assert "quotes" in message

    @pytest.mark.parametrize(
        "text", ["? [a, b]\n: c\nd: e", "? {a: b}\n: c\nd: e", "{[a]: c, {b: c}: d, d: e}"]
    )
    def test_a_key_that_is_no_text(self, text: str) -> None:
        found = tree(text)
        assert plain(found.documents[0]) == {"d": "e"}
        assert {"brackets" in fault.message for fault in found.faults} == {True}

    def test_a_placeholder_is_left_to_who_wants_a_text(self) -> None:
        found = tree("a: {{name}}")
        assert not found.faults
        assert plain(found.documents[0]) == {"a": {}}

    def test_a_key_may_be_an_alias(self) -> None:
        assert read("- &a x\n- {*a : y}") == ["x", {"x": "y"}]


class TestDepth:
    @pytest.mark.parametrize(
        "text", ["[" * 150 + "]" * 150, "{a: " * 150 + "}" * 150, "- " * 150 + "x"]
    )
    def test_what_is_too_deep_costs_only_itself(self, text: str) -> None:
        found = tree(f"a:\n  {text}\nb: 1\n")
        assert len(found.faults) == 1
        assert "levels deep" in found.faults[0].message
        assert plain(found.documents[0])["b"] == "1"

    @pytest.mark.parametrize("text", ["[" * 50_000, "{a: " * 2000, "- " * 5000])
    def test_what_is_hopeless_is_given_up(self, text: str) -> None:
        started = time.process_time()
        with pytest.raises(YamlError, match=r"levels deep|nesting|depth"):
            tree(text)
        assert time.process_time() - started < 3


class TestSize:
    def test_too_many_values(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(yaml_tree, "_MOST_VALUES", 10)
        with pytest.raises(YamlError, match="more than 10 values"):
            tree("[" + "a, " * 20 + "]")

    def test_too_many_merged_keys(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(yaml_tree, "_MOST_MERGED", 5)
        found = tree("- &a {x: 1, y: 2, z: 3}\n" + "- {<<: *a}\n" * 5)
        assert len(found.faults) == 1
        assert "more than 5 keys" in found.faults[0].message
        assert [len(item) for item in plain(found.documents[0])] == [3, 3, 0, 0, 0, 0]

    @pytest.mark.parametrize("kind", ["[{}]", "{{<<: [{}]}}"])
    def test_a_billion_laughs(self, kind: str) -> None:
        lines = ["- &a0 {x: y}"]
        for level in range(40):
            nine = ", ".join([f"*a{level}"] * 9)
            lines.append(f"- &a{level + 1} {kind.format(nine)}")
        started = time.process_time()
        with pytest.raises(YamlError, match=r"with \*a4 written out, .* 100,000 values") as caught:
            tree("\n".join(lines))
        assert "\n".join(lines)[: caught.value.fault.span.end].endswith("*a4")
        assert time.process_time() - started < 2

    @pytest.mark.parametrize("kind", ["[{}]", "{{k: {}}}", "{{<<: {}}}"])
    def test_an_alias_of_an_alias(self, kind: str) -> None:
        lines = ["- &a0 {x: y}"]
        lines += [f"- &a{level + 1} {kind.format(f'*a{level}')}" for level in range(40)]
        assert not tree("\n".join(lines)).faults

    @pytest.mark.parametrize(
        "text", ["&a [*a]", "&a {b: *a}", "&a {<<: [*a, {b: *a}]}", "- &a [&b [*a, *b]]"]
    )
    def test_what_holds_itself(self, text: str) -> None:
        assert not tree(text).faults


class TestWhatIsNoYaml:
    def error(self, text: str) -> YamlError:
        with pytest.raises(YamlError) as caught:
            tree(text)
        with pytest.raises(YamlError) as checked:
            check_syntax(Source("a.yaml", text))
        assert checked.value.fault == caught.value.fault
        return caught.value

    def test_it_says_where_it_stumbled(self) -> None:
        error = self.error("a: b\nc: d: e\n")
        assert error.fault.span == Span(9, 9)
        assert error.began == Span(9, 9)

    def test_it_says_where_a_text_began_that_never_ends(self) -> None:
        error = self.error("a: b\nc: 'd\ne: f\n")
        assert error.began == Span(8, 8)
        assert error.fault.span.start == 16

    @pytest.mark.parametrize("character", ["\0", "\x07", "\x1b", "\x7f", "\ufffe", "\ud800"])
    @pytest.mark.parametrize("before", ["", "a: é\U0001f600\n", "é" * 3000])
    def test_a_character_that_yaml_does_not_allow(self, character: str, before: str) -> None:
        error = self.error(before + character)
        assert error.began is None
        assert error.fault.span == Span(len(before), len(before) + 1)
        assert f"U+{ord(character):04X}" in error.fault.message

    def test_good_yaml_has_no_fault(self) -> None:
        check_syntax(Source("a.yaml", "a: [b, {c: d}]"))

    @given(
        st.lists(
            st.sampled_from([*"ab:-|>'\"\\[]{},&*!#?%@` \n\n\t<~", "\0", "\ud800", "---\n"]),
            max_size=60,
        )
    )
    def test_nothing_else_is_raised(self, parts: list[str]) -> None:
        check_raises("".join(parts))

    @given(st.binary(max_size=60))
    def test_not_even_for_bytes(self, data: bytes) -> None:
        check_raises(data.decode("latin-1"))


def check_raises(text: str) -> None:
    """At worst, what is raised is an error that has a place in the text."""
    fault = None
    try:
        tree(text)
    except YamlError as error:
        fault = error.fault
    if fault is not None:
        assert 0 <= fault.span.start <= fault.span.end <= len(text)
        assert fault.message
