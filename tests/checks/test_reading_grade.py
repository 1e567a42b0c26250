"""How hard a text is to read."""

from __future__ import annotations

from typing import Any

import pytest

from cadence_lint.checks.reading_grade import Options, Values, check
from cadence_lint.config import Config
from cadence_lint.linting.case import Case
from cadence_lint.rulebook import Book
from tests.builders import sequence, touch

HARD = "The cat sat on the mat. International administration deliberates. The cat sat on the mat."
PLAIN = "The cat sat on the mat. "


def found(body: str, options: Options | None = None, **fields: Any) -> list[Any]:
    plan = sequence(touch(1, body=body), **fields)
    case = Case(plan, Book({"rules": [], "phrases": {}}), Config())
    (one,) = plan.touches
    options = options or Options(max=-1000, from_words=1)
    return list(check(case, one, case.reading(one.messages[0]), options))


def grade(body: str) -> float:
    (said,) = found(body)
    return float(said.measure)


def test_the_formula() -> None:
    assert grade("The cat sat on the mat. It ate.") == pytest.approx(0.39 * 4 + 11.8 - 15.59)


@pytest.mark.parametrize(
    "more",
    [
        "Hi Alessandra,\n\n",
        "{{company}} ",
        "https://availability.example/considerations ",
        "4,318,204 ",
    ],
)
def test_what_is_left_out(more: str) -> None:
    assert grade(more + PLAIN * 6) == pytest.approx(grade(PLAIN * 6))


def test_names_and_abbreviations_are_left_out() -> None:
    assert grade("We met Alessandra at the SAAS fair.") == grade("We met at the fair.")


def test_a_signature_is_left_out() -> None:
    signed = PLAIN * 3 + "\n\nBest,\nAda Lovelace\nInternational Administration Coordinator"
    assert grade(signed) == grade(PLAIN * 3)


def test_few_words_are_not_looked_at() -> None:
    assert found(PLAIN, Options(max=-1000, from_words=7)) == []
    assert found(PLAIN, Options(max=-1000, from_words=6)) != []


def test_only_english_is_counted() -> None:
    hard = "International administration necessitates interdepartmental coordination."
    assert found(hard)
    assert found(hard, language="de") == []


def test_the_hardest_sentence_and_its_words() -> None:
    (said,) = found(HARD)
    assert [spot.quote for spot in said.spots] == ["International administration deliberates."]
    words = 'words such as "administration", "deliberates"'
    assert said.values == Values(round(grade(HARD)), 5, words)


@pytest.mark.parametrize(
    "word", ["usually", "analysis", "disappointed", "opportunities", "especially", "availability"]
)
def test_long_words_that_everybody_uses_are_not_hard(word: str) -> None:
    (said,) = found(f"{PLAIN * 3} The {word} cat sat.")
    assert "words such as" not in said.values.because
    assert said.measure < grade(f"{PLAIN * 3} The deliverability cat sat.")


def test_the_longest_sentence_where_no_word_is_hard() -> None:
    (said,) = found(f"{PLAIN} The old cat sat on the mat and usually slept. {PLAIN}")
    assert said.values.because == "10 words in one sentence"
    assert said.spots[0].quote == "The old cat sat on the mat and usually slept."


def test_long_sentences() -> None:
    (said,) = found(" and ".join(["the cat sat on the mat"] * 8) + ".")
    assert said.values.because == "55 words in a sentence"
