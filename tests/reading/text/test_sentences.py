"""The sentences of a text."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cadence_lint.reading.text.sentences import Sentence, split_sentences
from cadence_lint.reading.text.words import split_words

FIELDS = re.compile(r"\{\{.*?\}\}")


def sentences_of(value: str) -> list[Sentence]:
    fields = [match.span() for match in FIELDS.finditer(value)]
    return split_sentences(value, split_words(value, fields))


def split(value: str) -> list[str]:
    return [value[sentence.start : sentence.end] for sentence in sentences_of(value)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Dr. Smith runs it with Prof. Jones.",
        "Acme Inc. sells to Beta Ltd. in the U.S. market.",
        "Free at 10 a.m. on Monday?",
        "J. R. Hartley wrote it.",
        "It grew 3.5% to $1.2M.",
        "See https://a.io/b?c=d for it",
        "We use Node.js here.",
        "So... maybe not.",
        "I looked… and left.",
        "Ask {{contact.first_name}} about it.",
        "Pens, paper, e.g. pencils, etc. are here.",
        "We (really?) do.",
        "“Did you see it?” she asked.",
        "Yahoo! and Yum! do it.",
        "1. Open the file",
        "the team there now runs three systems side by side and\nSalesforce is one of them.",
        "P.S. Reply no",
    ],
)
def test_one_sentence_stays_one(sentence: str) -> None:
    assert split(sentence) == [sentence]


@pytest.mark.parametrize(
    ("value", "sentences"),
    [
        ("One. Two! Three? four", ["One.", "Two!", "Three?", "four"]),
        ("hi there. any thoughts? happy to", ["hi there.", "any thoughts?", "happy to"]),
        ("It ends at 10 a.m. Would that do?", ["It ends at 10 a.m.", "Would that do?"]),
        ("Hi Ada,\njust a note\nthat goes on", ["Hi Ada", "just a note\nthat goes on"]),
        ("Hi Ada, just a note", ["Hi Ada", "just a note"]),
        ("hey - quick one", ["hey", "quick one"]),
        ("Hi {{first_name}}, saw it", ["Hi {{first_name}}", "saw it"]),
        ("{{first_name}}, saw it", ["{{first_name}}", "saw it"]),
        ("{{company_name}}, as most", ["{{company_name}}, as most"]),
        ("Good morning Ada,\n\nit is", ["Good morning Ada", "it is"]),
        ("Sehr geehrte Frau Dr. Ott,\n\nwir", ["Sehr geehrte Frau Dr. Ott", "wir"]),
        ("Hi there who are you, friend", ["Hi there who are you, friend"]),
        ("It works.\n\nBest,\nGrace\nAcme", ["It works.", "Best", "Grace", "Acme"]),
        ("Three things:\n- one\n- two\n• three", ["Three things", "one", "two", "three"]),
        ("1. one thing\n2) another", ["1. one thing", "2) another"]),
        ("✅ fast\n✅ cheap", ["fast", "cheap"]),
        ("Worth a look\nHappy to send it", ["Worth a look", "Happy to send it"]),
        ("a line\r\n\r\nanother\r\rthird", ["a line", "another", "third"]),
        ("thanks.Looking forward", ["thanks.", "Looking forward"]),
        ('He said: "No." We left.', ['He said: "No."', "We left."]),
        ("(“Why?”) Because.", ["(“Why?”)", "Because."]),
        ("and you and I. We go", ["and you and I.", "We go"]),
        ("Wait... What?", ["Wait...", "What?"]),
        ("🙂", []),
        ("", []),
    ],
)
def test_sentences_are_split(value: str, sentences: list[str]) -> None:
    assert split(value) == sentences


@pytest.mark.parametrize(
    ("value", "questions"),
    [
        ("Any thoughts? None. (Really?) What?!", [True, False, True, True]),
        ("See https://a.io/?b=c. Worth a look", [False, False]),
        ("Is it the bus, or did Dana stretch it (she does 😄)?", [True]),
        ("Does yours drip 🙂? Ours did 🙂.", [True, False]),
    ],
)
def test_questions_end_with_a_question_mark(value: str, questions: list[bool]) -> None:
    assert [sentence.is_question for sentence in sentences_of(value)] == questions


PIECES = [
    "Hi",
    "Ada",
    "dr",
    "I",
    "{{name}}",
    "1",
    " ",
    " ",
    ". ",
    "? ",
    ",",
    "\n",
    "\r\n",
    "- ",
    '"',
]


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_sentences_hold_every_word_once(value: str) -> None:
    fields = [match.span() for match in FIELDS.finditer(value)]
    words = split_words(value, fields)
    sentences = split_sentences(value, words)
    places = [at for sentence in sentences for at in range(sentence.first, sentence.last)]
    assert places == list(range(len(words)))
    for sentence in sentences:
        assert sentence.first < sentence.last
        assert 0 <= sentence.start <= words.starts[sentence.first]
        assert words.ends[sentence.last - 1] <= sentence.end <= len(value)


@pytest.mark.parametrize(
    "value",
    [
        *("a\n" * 50_000, "a. " * 33_000, "a\n\r" * 33_000, "a\n1. " * 20_000, "Hi " * 33_000),
        *("a" + "." * 20_000 + "*b", "a" + '"' * 20_000 + "*b", "a\n" + "-" * 20_000 + "b"),
    ],
    ids=lambda value: repr(value[:6]),
)
def test_hostile_texts_take_no_longer(value: str) -> None:
    start = time.process_time()
    sentences_of(value)
    assert time.process_time() - start < 10
