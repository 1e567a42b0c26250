from typing import Any

import pytest

from cadence_lint.checks import Objection
from cadence_lint.checks.preferred_words import Options, check
from cadence_lint.config import Config, Vocabulary
from cadence_lint.linting.case import Case
from cadence_lint.rulebook import load_book
from tests.builders import sequence, touch

PREFER = {"clients": "customers", "utilise": "use", "end user": "reader", "audit": "night audit"}


def objections(prefer: dict[str, str], **fields: Any) -> list[Objection]:
    case = Case(
        sequence(touch(1, **fields)),
        load_book(()),
        Config(vocabulary=Vocabulary(prefer=prefer)),
    )
    return [
        said
        for each, message in case.messages()
        for said in check(case, each, case.reading(message), Options())
    ]


def words(body: str, prefer: dict[str, str] = PREFER, **fields: Any) -> list[tuple[str, str]]:
    return [
        (said.values.word, said.values.agreed)  # type: ignore[attr-defined]
        for said in objections(prefer, body=body, **fields)
    ]


@pytest.mark.parametrize(
    ("body", "word", "agreed"),
    [
        ("Our clients close at noon.", "clients", "customers"),
        ("One client closes at noon.", "client", "customer"),
        ("Clients close at noon.", "Clients", "customers"),
        ("The client's desk closes at noon.", "client's", "customer"),
        ("We're utilizing the night.", "utilizing", "use"),
        ("What does the end user see?", "end user", "reader"),
        ("What do end users see?", "end users", "readers"),
        ("What does the end-user see?", "end-user", "reader"),
        ("Who does the audit?", "audit", "night audit"),
        ("CLIENTS ONLY", "CLIENTS", "customers"),
        ("Clients I met close at noon.", "Clients", "customers"),
        ("Who reads it?\n\nP.S. Two clients asked.", "clients", "customers"),
    ],
)
def test_another_word(body: str, word: str, agreed: str) -> None:
    assert words(body) == [(word, agreed)]


@pytest.mark.parametrize(
    "body",
    [
        "Our customers close at noon.",
        "The clientele changes at noon.",
        "A client-facing desk and a multi-client desk.",
        "Hi {{client}}, the desk of {{clients.name}} closes at noon.",
        "See https://clients.example/clients and ask clients@larkfield.example for more.",
        "“Our clients wait an hour”, your team says.",
        "I read the Client Earth report on hotels.",
        "Who does the night audit, and who reads night audits?",
        "Who closes?\n\nBest,\nMo Adeyemi\nClients, Larkfield",
        "Who closes?\n\nOn Mon, 3 May 2027 Ada wrote:\n> our clients close at noon",
        "Clients Ltd, the firm in Hull, closes at noon.",
        "Who audits the desk at night?",
        "Unsere Clients schließen um zwölf, und wir wissen nicht, wer das nachts unterschreibt.",
    ],
)
def test_no_other_word(body: str) -> None:
    assert words(body) == []


def test_once_a_word_with_all_of_its_places() -> None:
    (said,) = objections(PREFER, subject="for clients", body="A client of yours asks clients.")
    assert [spot.quote for spot in said.spots] == ["clients", "client", "clients"]


def test_every_option_of_a_choice_is_read() -> None:
    assert words("{Our customers|Our clients} close at noon.") == [("clients", "customers")]


def test_words_around_a_link_are_not_counted() -> None:
    prefer = {"night audit": "close of day"}
    assert words("Who does the night audits?", prefer) == [("night audits", "close of day")]


def test_a_name_that_the_team_has_given_up() -> None:
    prefer = {"Larkfield Cloud": "Larkfield"}
    assert words("Who runs Larkfield Cloud at night?", prefer) == [("Larkfield Cloud", "Larkfield")]
    assert words("Who runs Larkfield at night?", prefer) == []


def test_without_agreed_words_there_is_nothing_to_say() -> None:
    assert words("Our clients close at noon.", {}) == []
    assert words("Our clients close at noon.", {"": "x", "!": "y"}) == []
