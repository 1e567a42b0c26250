"""What the first email to a stranger brings along."""

from __future__ import annotations

import json
from typing import Any

import pytest

from cadence_lint import lint_text

RULE = "craft/heavy-first-email"


def found(body: str, *more: dict[str, Any]) -> list[str]:
    """The messages of the findings, which name all that a first email brings."""
    touches = [{"day": 1, "channel": "email", "subject": "water", "body": body}, *more]
    said = lint_text(json.dumps({"touches": touches}), select=[RULE]).findings
    return [finding.message.partition(" from somebody")[0] for finding in said]


@pytest.mark.parametrize(
    ("body", "what"),
    [
        ("See https://a.example/1 and https://a.example/2", "2 links"),
        ("See {{calendar_link}} and [link]", "2 links"),
        ("See {{caseStudyUrl}}, {{link_1}} and {{link_2}}", "3 links"),
        ("<p><a href='https://a.example'>one</a> <a href='{{b_link}}'>two</a></p>", "2 links"),
        ("![the kit](https://a.example/kit.png) Who?", "a picture"),
        ("<p>Who?</p><img src=a><img src=b>", "2 pictures"),
        ("Who? I've attached our deck.", "an attachment"),
        ("Please find attached our brochure.", "an attachment"),
        ("The case study is attached.", "an attachment"),
        (
            "https://a.example/1, https://a.example/2 <p><img src=a>See attachment</p>",
            "2 links, a picture and an attachment",
        ),
    ],
)
def test_what_it_brings(body: str, what: str) -> None:
    assert found(body) == [what]


@pytest.mark.parametrize(
    "body",
    [
        "See https://a.example/1",
        "See https://a.example/1 and https://A.example/1/",
        "See https://a.example/1\n\nBest,\nAda\nhttps://a.example\nhttps://b.example",
        "See https://a.example/1 or reply stop, or https://a.example/unsubscribe",
        "See https://a.example/1 {{unsubscribe_link}} {{linkedin_url}} {{sender_link}}",
        "I am https://www.linkedin.com/in/ada-of-larkfield, see https://a.example",
        "{See https://a.example/1|Look at https://a.example/2}, who takes the samples?",
        "We build on Node.js, next to booking.com and a.b.c, v1.2/3.4.",
        "There are no strings attached to this. Nothing attached.",
        "Shall I attach the sheet? Happy to attach it.",
        "The crane attached to the wall is yours, and its sheet is kept there.",
    ],
)
def test_what_is_light(body: str) -> None:
    assert found(body) == []


def test_only_the_first_email() -> None:
    heavy = {"day": 5, "channel": "email", "body": "https://a.example/1 https://a.example/2"}
    assert found("Who takes the samples?", heavy) == []


def test_the_first_email_after_a_call() -> None:
    touches = [
        {"day": 1, "channel": "call"},
        {"day": 2, "channel": "email", "body": "https://a.example/1 https://a.example/2"},
    ]
    (finding,) = lint_text(json.dumps({"touches": touches}), select=[RULE]).findings
    assert finding.touch == 2
    assert [each.quote for each in finding.evidence] == [
        "https://a.example/1",
        "https://a.example/2",
    ]


def severity(body: str) -> str:
    touches = [{"day": 1, "channel": "email", "subject": "tides", "body": body}]
    (finding,) = lint_text(json.dumps({"touches": touches}), select=[RULE]).findings
    return finding.severity


OF_THEIRS = (
    "Your tide board at berth 7 shows Wednesday's low water at 14:10, and the harbour office has "
    "15:02. Three of the pilots went by the board. "
)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (OF_THEIRS + "I've attached the photo.", "info"),
        (OF_THEIRS + "I've attached it. See https://a.example/1, https://a.example/2", "warning"),
        ("We are a leading maker of tide boards. Please find attached our brochure.", "warning"),
    ],
)
def test_a_file_with_what_was_written_for_one(body: str, expected: str) -> None:
    assert severity(body) == expected
