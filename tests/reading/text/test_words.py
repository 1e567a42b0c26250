"""The words of a text."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cadence_lint.reading.text.words import FIELD, Words, split_words

FIELDS = re.compile(r"\{\{.*?\}\}")


def words_of(value: str) -> Words:
    return split_words(value, [match.span() for match in FIELDS.finditer(value)])


@pytest.mark.parametrize(
    ("value", "folded"),
    [
        ("Just checking in.", ["just", "checking", "in"]),
        ("I haven’t heard back", ["i", "haven't", "heard", "back"]),
        ("‘We’ re-think it", ["we", "re", "think", "it"]),
        ("our month-end", ["our", "month", "end"]),
        ("'quoted' words'", ["quoted", "words"]),
        ("L’équipe d'Été", ["l'équipe", "d'été"]),
        ("$40M, 3.5% or 10:30, 2x 24/7", ["$40m", "3.5%", "or", "10:30", "2x", "24/7"]),
        ("€1,500 for 20+ seats (£2bn)", ["€1,500", "for", "20+", "seats", "£2bn"]),
        ("a 30-day trial", ["a", "30", "day", "trial"]),
        ("see https://a.io/x?y=1.", ["see", "https://a.io/x?y=1"]),
        ("(www.a-b.de)", ["www.a-b.de"]),
        ("acme-corp.com, Node.js", ["acme-corp.com", "node", "js"]),
        ("mail ada.l@x.co.uk.", ["mail", "ada.l@x.co.uk"]),
        ("10 a.m. in the U.S.", ["10", "a.m", "in", "the", "u.s"]),
        ("thanks.Looking forward", ["thanks", "looking", "forward"]),
        ("_really_ *now*", ["really", "now"]),
        ("Q3 and SOC 2", ["q3", "and", "soc", "2"]),
        ("cafe\u0301 ok", ["cafe\u0301", "ok"]),
        ("İstanbul", ["istanbul"]),
        ("hard\u00a0space", ["hard", "space"]),
        ("🙂 – !", []),
        ("", []),
    ],
)
def test_words_are_found(value: str, folded: list[str]) -> None:
    assert words_of(value).folded == folded


@pytest.mark.parametrize(
    ("value", "kinds"),
    [
        ("Hi {{first_name}}, 3 of us", ["word", "field", "number", "word", "word"]),
        ("{{a}}{{b}}", ["field", "field"]),
        ("#1 at 10am on acme.com", ["number", "word", "number", "word", "url"]),
        ("a@b.de e.g. https://x.y", ["url", "word", "url"]),
        ("https://x.y/{{id}} {{f}}@{{d}}.com", ["url", "url"]),
    ],
)
def test_words_have_kinds(value: str, kinds: list[str]) -> None:
    assert words_of(value).kinds == kinds


def test_field_is_one_word_with_its_possessive() -> None:
    value = "How {{company}}'s team works"
    words = words_of(value)
    assert words.folded == ["how", FIELD, "team", "works"]
    assert value[words.starts[1] : words.ends[1]] == "{{company}}'s"


def test_long_field_with_spaces_is_one_word() -> None:
    value = "Hi {{ contact.first_name | default: 'there, my friend' " + "x" * 100 + " }}!"
    assert words_of(value).folded == ["hi", FIELD]


def test_fields_out_of_order_or_range_are_passed_over() -> None:
    assert split_words("a b c", [(2, 3), (0, 1), (4, 99), (4, 4)]).folded == ["a", FIELD, "c"]


def test_hyphen_joins() -> None:
    words = split_words("check-in or check in or check‑in - or")
    assert [words.joined(index) for index in range(len(words))] == [
        *(False, True, False, False, False, False, False, True, False)
    ]


def test_hidden_marks_in_a_text_are_no_fields() -> None:
    assert "field" not in split_words("a \x01\x02 b", [(0, 1)]).kinds[1:]


@given(st.text(alphabet=st.sampled_from("aB1 .,'’-\n\r@/:{}$İé_\x01\u0301?www"), max_size=60))
def test_words_and_gaps_are_the_whole_text(value: str) -> None:
    words = words_of(value)
    at = 0
    for index, (start, end) in enumerate(zip(words.starts, words.ends, strict=True)):
        assert start - at == len(words.gaps[index])
        assert start < end
        at = end
    assert len(value) - at == len(words.gaps[-1])
    assert len(words.gaps) == len(words) + 1 == len(words.kinds) + 1


@given(st.text(max_size=40))
def test_any_text_is_split(value: str) -> None:
    words = split_words(value)
    for folded, start, end in zip(words.folded, words.starts, words.ends, strict=True):
        assert len(folded) == end - start


@pytest.mark.parametrize(
    "piece", ["a.", "a-", "a.a@", "www.", "a'", "http://,", "1,", "aa.aa-", "-", "\n", "$", "@a"]
)
def test_hostile_texts_take_no_longer(piece: str) -> None:
    start = time.process_time()
    split_words(piece * (20_000 // len(piece)))
    assert time.process_time() - start < 5
