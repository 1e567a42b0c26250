"""The language of a text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cadence_lint.reading.text.language import language_of
from cadence_lint.reading.text.words import split_words

EMAILS = {
    "en": "Hi Ada, I saw that your team opened an office in Leeds. How do you handle renewals there?",
    "de": "Hallo Ada, ich habe gesehen, dass Ihr Team ein Büro in Leeds eröffnet hat. Wie läuft das?",
    "fr": "Bonjour Ada, j'ai vu que votre équipe vient d'ouvrir un bureau à Lyon. Qui gère les contrats ?",
    "es": "Hola Ada, he visto que su equipo abrió una oficina en Madrid. ¿Cómo gestionan los contratos?",
    "it": "Ciao Ada, ho visto che il vostro team ha aperto un ufficio a Roma. Come gestite i contratti?",
    "nl": "Hoi Ada, ik zag dat jullie team een kantoor in Gent heeft geopend. Hoe gaat het met de contracten?",
    "pt": "Olá Ada, vi que a sua equipa abriu um escritório em Lisboa. Como é que gerem os contratos?",
}


@pytest.mark.parametrize(("language", "email"), EMAILS.items())
def test_ordinary_emails_are_told_apart(language: str, email: str) -> None:
    assert language_of(split_words(email).folded) == language


@pytest.mark.parametrize(
    "value",
    [
        "",
        "Any thoughts?",
        "de la 1 2 3 4 5 6 7",
        "Acme Beta Gamma Delta Omega Sigma Kappa Lambda Zeta",
        "The team is here and that is it. Das Team ist hier und das ist es.",
        "tere hommikust kas teil oleks aega homme kell kolm rääkida",
    ],
)
def test_it_says_nothing_when_unsure(value: str) -> None:
    assert language_of(split_words(value).folded) is None


def test_short_copy_is_enough() -> None:
    value = "Worth a look? I can send it over to you."
    assert language_of(split_words(value).folded) == "en"


@given(st.text())
def test_any_text_is_read(value: str) -> None:
    assert language_of(split_words(value).folded) in {*EMAILS, None}
