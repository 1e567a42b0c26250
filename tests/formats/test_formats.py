from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cadence_lint import formats
from cadence_lint.formats import Reading, intake, read
from cadence_lint.source import Source, Span
from tests.formats.yaml_text import faults, read_yaml

GOOD = "touches:\n- {day: 1, channel: email, body: Hi}\n"


class TestNothing:
    @pytest.mark.parametrize("text", ["", "  \n\t\n", "\ufeff"])
    def test_an_empty_file(self, text: str) -> None:
        assert read_yaml(text, is_named=False) == Reading()
        [fault] = read_yaml(text).faults
        assert fault.message == "this file is empty"

    @pytest.mark.parametrize(
        "text", ["# only a comment\n", "---\n", "---\n...\n", "~\n", "{}", "[]"]
    )
    def test_a_file_that_says_nothing(self, text: str) -> None:
        assert read_yaml(text, is_named=False) == Reading()
        [fault] = read_yaml(text).faults
        assert "`touches:`" in fault.message
        assert fault.span == Span(0, 0)


class TestNames:
    @pytest.mark.parametrize("path", ["a.yaml", "a.yml", "A.YAML", "a", "-", "a.json", "a.cadence"])
    def test_yaml_is_read_whatever_its_name(self, path: str) -> None:
        reading = read_yaml(GOOD, path=path)
        assert [(s.format, s.id) for s in reading.sequences] == [("native", path)]

    def test_json_is_read_too(self) -> None:
        reading = read_yaml(
            '{"steps": [{"day": 1, "channel": "email", "body": "Hi\\nyou"}]}', path="a.json"
        )
        body = reading.sequences[0].touches[0].messages[0].body
        assert body is not None
        assert body.value == "Hi\nyou"

    @pytest.mark.parametrize("path", ["a.txt", "a.md", "a", "-"])
    def test_pasted_text(self, path: str) -> None:
        text = "Day 1 - Email\nSubject: Hello\n\nHi you,\n\nDay 3 - Call\n\nHi, it is me.\n"
        reading = read_yaml(text, path=path)
        assert [(s.format, len(s.touches)) for s in reading.sequences] == [("text", 2)]

    @pytest.mark.parametrize("path", ["a.txt", "a.md"])
    def test_a_text_that_is_none(self, path: str) -> None:
        text = "# Read me\n\nThis is about something else.\n"
        assert read_yaml(text, path=path, is_named=False) == Reading()

    @pytest.mark.parametrize("path", ["a.txt", "a.md"])
    def test_a_named_text_without_words(self, path: str) -> None:
        [fault] = read_yaml("---\n", path=path).faults
        assert "Day 3 - Email" in fault.message

    def test_cadenceml(self) -> None:
        text = "winback:\n  cadence:\n    1:\n      - channel: email\n    3:\n      - channel: call\nother: 1\n"
        [sequence] = read_yaml(text).sequences
        assert (sequence.format, sequence.name, len(sequence.touches)) == (
            "cadenceml",
            "winback",
            2,
        )

    def test_a_document_of_each_kind(self) -> None:
        text = "winback:\n  cadence:\n    1:\n      - channel: email\n---\n" + GOOD
        assert [s.format for s in read_yaml(text).sequences] == ["cadenceml", "native"]


class TestBroken:
    @pytest.mark.parametrize(
        "text", ["a: b: c\n", "foo: [\n", "a: 'x\n", "a: \x07\n", "x: " + "[" * 2000]
    )
    def test_what_is_none_of_ours_is_passed_over(self, text: str) -> None:
        assert read_yaml(text, is_named=False) == Reading()
        assert len(read_yaml(text).faults) == 1

    @pytest.mark.parametrize(
        "end", ["a: b: c\n", "foo: [\n", "a: 'x\n", "a: \x07\n", "x: " + "[" * 2000]
    )
    def test_what_looks_like_ours_is_not(self, end: str) -> None:
        reading = read_yaml(GOOD + end, is_named=False)
        assert len(reading.faults) == 1
        assert not reading.sequences

    def test_a_fault_says_why_there_is_no_sequence(self) -> None:
        text = "touches: !mine\n- channel: email\n"
        for is_named in (True, False):
            [fault] = faults(text, is_named=is_named)
            assert fault.words.startswith("!mine")
            assert "'!mine' asks for an object" in fault.message

    def test_a_fault_of_what_is_none_of_ours_is_not_told(self) -> None:
        assert not faults("a: !Ref b\n", is_named=False)
        assert len(faults("a: !Ref b\n")) == 1

    def test_a_fault_of_the_tree_costs_only_itself(self) -> None:
        reading = read_yaml(
            GOOD + "- {day: 2, day: 3, channel: !x call}\n- {day: 4, channel: *none}\n"
        )
        assert len(reading.faults) == 3
        assert [touch.day for touch in reading.sequences[0].touches] == [1, 2, 4]

    def test_faults_come_in_the_order_of_the_file(self) -> None:
        told = faults(
            "touches:\n- {day: x, channel: email}\n- {day: 1, day: 2, channel: pigeon}\nstart: never\n"
        )
        assert [fault.words for fault in told] == ["x", "day", "pigeon", "never"]

    def test_not_all_of_many_faults_are_told(self) -> None:
        told = faults("touches:\n" + "- {day: x, channel: email}\n" * 150)
        assert len(told) == 101
        assert told[-1].message == "and 50 more faults in this file: mend these first"


class TestLimits:
    def test_too_many_sequences(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(formats, "_MOST_SEQUENCES", 2)
        text = "---\n".join([GOOD] * 4)
        reading = read_yaml(text)
        assert [s.id[-3:] for s in reading.sequences] == ["aml", "l#2"]
        [fault] = reading.faults
        assert "more than 2 sequences" in fault.message

    def test_after_too_many_messages_no_more_sequences_are_read(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(intake, "_MOST_MESSAGES", 2)
        reading = read_yaml("---\n".join([GOOD] * 6))
        assert len(reading.faults) == 1
        assert len(reading.sequences) == 3

    @pytest.mark.parametrize(
        "text",
        [
            GOOD + "x: [" + "a," * 1_000_000 + "]",
            GOOD + "a: b: c\n" * 50_000,
            "touches:\n" + "- {day: 1, channel: email, subject: Re: x}\n" * 20_000,
            "touches:\n- " * 30_000,
            "touches:\n" + "- " * 50_000 + "x",
            "touches: " + "[" * 100_000,
            "touches: " + "{a: " * 20_000,
            "touches:\n- body: " + "'" * 100_001,
            "touches:\n- body: " + "x: " * 50_000,
            "touches:\n- body: |\n" + "    many words here\n" * 300_000,
            "touches:\n- channel: email\n  body: x\n" + "  day: 1\n" * 20_000,
            "touches:\n- day: " + "9" * 1_000_000,
            "\t" * 100_000 + GOOD,
            "#" * 1_000_000 + "\n" + GOOD,
            "- - - -\n" * 20_000,
            "? " * 20_000,
            "&a " * 20_000,
            "%YAML 1.1\n" * 10_000,
        ],
        ids=range(18),
    )
    def test_a_huge_file_costs_no_time(self, text: str) -> None:
        started = time.process_time()
        read_yaml(text)
        assert time.process_time() - started < 10


# Whatever stands in a file

PARTS = [
    "touches:", "steps:", "sequence:", "cadence:", "- ", "  - ", "day: ", "delay: ", "channel: ", "email", "call",
    "linkedin_connect", "subject: ", "body: ", "variants: ", "label: ", "step: ", "variant: ", "thread: ", "reply",
    "audience: ", "region: ", "timezone: ", "start: ", "send_days: ", "fields: ", "replies: ", "name: ", "enabled: ",
    "&a ", "*a", "<<: ", "!!str ", "!x ", "|", ">-", "{", "}", "[", "]", ", ", ": ", "? ", "# c", " #1", "'", '"', "\\",
    "\n", "\n", "\n", "\n  ", "\n  ", "\n    ", "\r\n", "\r", "\t", "1", "2", "0", "-1", "NO", "on", "~", "null", "10:30",
    "{{x}}", "Subject: y", "---\n", "...\n", "%", "@", "`", "é", "\U0001f600", "\x85", "\u2028", "\0", "\ud800", "\ufeff",
]  # fmt: skip


def check(text: str, path: str) -> None:
    source = Source(path, text)
    for is_named in (True, False):
        reading = read(source, is_named=is_named)
        assert reading.sequences or reading.faults or not is_named
        spans = [fault.span for fault in reading.faults]
        for sequence in reading.sequences:
            spans += [sequence.span, sequence.about, *sequence.places.values()]
            spans += [remark.span for remark in sequence.remarks]
            for touch in sequence.touches:
                spans += [touch.span, touch.about, *touch.places.values()]
                for message in touch.messages:
                    for part in message.parts.values():
                        spans.append(part.span(0, len(part.value)))
        for span in spans:
            assert 0 <= span.start <= span.end <= len(source.text)
            assert source.place(span).line <= len(source.line_starts)
        for fault in reading.faults:
            assert fault.message
            assert "\n" not in fault.message


@given(st.lists(st.sampled_from(PARTS), max_size=40))
def test_it_is_read_or_faulted(parts: list[str]) -> None:
    check("".join(parts), "a.yaml")


@given(st.lists(st.sampled_from(PARTS), max_size=20))
def test_so_are_touches(parts: list[str]) -> None:
    check("touches:\n- channel: email\n  " + "".join(parts), "a.yaml")


@given(
    st.recursive(
        st.sampled_from([part.strip(": ") for part in PARTS])
        | st.text(max_size=8)
        | st.integers()
        | st.none(),
        lambda inner: (
            st.lists(inner, max_size=4)
            | st.dictionaries(
                st.sampled_from(
                    [part[:-2] for part in PARTS if part.endswith(": ")] + ["touches", "steps"]
                ),
                inner,
                max_size=5,
            )
        ),
        max_leaves=25,
    )
)
def test_so_is_every_shape_of_values(value: object) -> None:
    import json

    check("touches: [{channel: email}, " + json.dumps(value, ensure_ascii=False) + "]", "a.yaml")
    check(json.dumps({"steps": [{"type": "call"}], "audience": value, "name": value}), "a.yaml")


@given(st.binary(max_size=80))
def test_so_are_bytes(data: bytes) -> None:
    check(data.decode("latin-1"), "a.yaml")
    check(data.decode("utf-8", "surrogateescape"), "a")


def test_a_pasted_text_that_is_no_plan_is_refused_at_once() -> None:
    text = "Day 1 - Email\n" + "Who signs off the night audits?\n" * 40_000
    named = read(Source("plan.txt", text), is_named=True)
    assert [fault.message for fault in named.faults] == [
        "longer than 1,000,000 characters, as no plan is: split the text"
    ]
    assert read(Source("plan.txt", text), is_named=False).faults == ()
