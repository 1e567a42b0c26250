import pytest
from hypothesis import given
from hypothesis import strategies as st

from cadence_lint.reading.text.forms import forms, is_plural, plural, singular, stem


@pytest.mark.parametrize(
    ("one", "many"),
    [
        ("client", "clients"),
        ("company", "companies"),
        ("survey", "surveys"),
        ("box", "boxes"),
        ("batch", "batches"),
        ("address", "addresses"),
        ("house", "houses"),
        ("price", "prices"),
    ],
)
def test_one_and_many(one: str, many: str) -> None:
    assert plural(one) == many
    assert singular(many) == one
    assert plural(many) == many
    assert singular(one) == one


@pytest.mark.parametrize("word", ["business", "status", "analysis", "bus", "is", "gas"])
def test_an_s_at_the_end_makes_no_plural(word: str) -> None:
    assert not is_plural(word)
    assert singular(word) == word


@pytest.mark.parametrize(
    ("word", "form"),
    [
        ("clients", "client"),
        ("client", "client's"),
        ("utilise", "utilizing"),
        ("utilize", "utilised"),
        ("utilizing", "utilize"),
        ("leverage", "leveraging"),
        ("leveraging", "leverages"),
        ("automate", "automated"),
        ("specify", "specified"),
        ("companies", "company"),
    ],
)
def test_a_form_of_a_word(word: str, form: str) -> None:
    assert form in forms(word)


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("lead", "leading"),
        ("deal", "dealing"),
        ("client", "clientele"),
        ("use", "user"),
        ("message", "messaging"),
        ("rate", "rating"),
        ("account", "accounting"),
    ],
)
def test_a_word_of_its_own(word: str, other: str) -> None:
    assert other not in forms(word)


@pytest.mark.parametrize(
    "words",
    [
        ("close", "closes", "closed", "closing"),
        ("audit", "audits", "auditing", "audited"),
        ("plan", "plans", "planned", "planning", "planner"),
        ("company", "companies", "company's"),
        ("automate", "automated", "automating"),
    ],
)
def test_forms_have_one_stem(words: tuple[str, ...]) -> None:
    assert len({stem(word) for word in words}) == 1


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=12))
def test_a_word_is_a_form_of_itself(word: str) -> None:
    assert word in forms(word)
    assert stem(word)
