"""What is remembered of a sentence is what is read of it anew, whatever stands around it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from cadence_lint.reading.facts.remembered import Said
from tests.reading.sayings import passage

if TYPE_CHECKING:
    from cadence_lint.reading import Passage

LABELLED = Path(__file__).parents[3] / "benchmarks" / "labelled" / "messages.jsonl"
SENTENCES = (
    "Hi {{first_name}},",
    "Brandl repaired his first lift truck in 1976.",
    "We helped Brandl cut 40 hours a week.",
    "It is our pump of type",
    "I saw your tender for the depot in Leeds.",
    "We",
    "40 tons went to {{similar_company}}.",
    "How do you plan the night audits at [Company]?",
    "How do you plan the night audits at [what they posted on]?",
    "“Too slow,” your team said.",
    '"We help hotels. I saw your tender for the depot in Leeds. We',
    'never lose a pallet."',
    "I'm Mo from Larkfield, and Larkfield helps hotels.",
    "Larkfield helps hotels.",
    "The job pays 60,000 a year, and the salary is net.",
    "Could you tell me how you handle stock counts?",
    "Familie Brandl",
    "Best,\nMo Brandl\nFamilie Brandl",
)
MESSAGES = st.lists(
    st.tuples(st.sampled_from(SENTENCES), st.sampled_from((" ", "\n", "\n\n"))), max_size=8
).map(lambda said: "".join(sentence + gap for sentence, gap in said))


def facts(said: Said) -> list[object]:
    return [
        said.words,
        said.offsets,
        said.is_question,
        said.specifics,
        said.tells_of_job,
        said.text,
        said.about,
        said.has_substance,
        said.asks_about_work,
        said.asks_something,
        said.mentions_reader,
        said.directs,
    ]


def check(read: Passage) -> None:
    for saying in read.sayings:
        assert facts(saying.said) == facts(Said(read, saying.sentence))


@given(MESSAGES, st.sampled_from(((), ("Brandl",), ("Larkfield", "Leeds"))))
def test_it_is_what_is_read_anew(value: str, names: tuple[str, ...]) -> None:
    check(passage(value, *names))


def test_it_is_what_is_read_anew_of_labelled_messages() -> None:
    for line in LABELLED.read_text(encoding="utf-8").splitlines():
        body = json.loads(line)["body"]
        for part in (body, *body.split("\n\n")):
            check(passage(part))
