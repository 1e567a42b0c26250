"""Greetings that could stand over a letter to anybody."""

from __future__ import annotations

import pytest

from cadence_lint import lint_text

RULE = "personalization/impersonal-salutation"


def severities(greeting: str, after: str = "who checks the doors?") -> list[str]:
    body = f"{greeting}\n\n{after}".replace("\n", "\n      ")
    text = f"touches:\n  - channel: email\n    subject: doors\n    body: |\n      {body}\n"
    return [finding.severity for finding in lint_text(text, select=[RULE]).findings]


@pytest.mark.parametrize(
    "greeting",
    [
        "Dear Sir/Madam,",
        "Dear Sir,",
        "Dear Sirs",
        "dear sir or madam",
        "Dear Madam or Sir,",
        "Dear Mr/Mrs,",
        "Dear ladies and gentlemen,",
        "To whom it may concern,",
        "To whomever this may concern",
        "Dear Hiring Manager,",
        "Dear hiring team,",
        "Dear Marketing Director,",
        "Hello Business Owner,",
        "Dear valued customer,",
        "Dear Customer,",
        "Dear team,",
        "Dear decision-maker,",
        "Attn: Procurement Department",
        "Attn: Managing Director,",
        "ATTENTION BUSINESS OWNER,",
        "Hello Sir/Madam,",
        "Respected Sir,",
        "Dear Esteemed Researcher,",
    ],
)
def test_formal(greeting: str) -> None:
    assert severities(greeting) == ["warning"]


@pytest.mark.parametrize("greeting", ["Hi there,", "Hey there!", "Hello there -", "hey guys"])
def test_casual(greeting: str) -> None:
    assert severities(greeting) == ["info"]


@pytest.mark.parametrize(
    "greeting",
    [
        "Hi Ada,",
        "Hi {{first_name}},",
        "Dear Sir Keir,",
        "Dear Madam Chair Olsen,",
        "Dear Ms Brandt,",
        "Dear Customer Success team at Ribe,",
        "Hi team,",
        "Hi all,",
        "Hi again,",
        "Hey Guy,",
        "Hello Theresa,",
        "Hi both,",
        "Dear Editor-in-chief Olsen,",
    ],
)
def test_innocent(greeting: str) -> None:
    assert severities(greeting) == []


def test_only_the_first_words() -> None:
    assert severities("Hi Ada,", "Dear Sir or Madam,\n\nis what your letters begin with.") == []


def test_what_was_written_for_one_did_not_go_to_everybody() -> None:
    of_theirs = (
        "your tender 41/7 asks for 900 hinges on page 3 and for 90 in annex B. Which of the two do "
        "you need at the Weser gate?"
    )
    assert severities("Dear Sir or Madam,", of_theirs) == ["info"]
    assert severities("Dear Sir or Madam,", "we offer hinges of any size.") == ["warning"]
