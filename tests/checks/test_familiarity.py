"""How sure it is that there was no talk."""

import pytest

from cadence_lint import lint_text

RULE = "honesty/false-familiarity"
CLAIM = "Great chatting with you yesterday."
RECAP = "Per our conversation, the ramp you described is what the plan is for."


def severity(text: str) -> str | None:
    said = [finding for finding in lint_text(text).findings if finding.rule == RULE]
    assert len(said) <= 1
    return said[0].severity if said else None


def plan(body: str, audience: str = "", before: str = "") -> str:
    head = f"audience: {audience}\n" if audience else ""
    return (
        f"{head}touches:\n{before}  - {{day: 2, channel: email, subject: ramps, body: '{body}'}}\n"
    )


def test_to_a_stranger() -> None:
    assert severity(plan(CLAIM)) == "error"
    assert severity(plan(CLAIM, "{relationship: cold}")) == "error"


def test_a_recap_in_a_file_that_says_nothing_of_its_readers() -> None:
    assert severity(plan(RECAP)) == "info"
    assert severity(plan(f"{CLAIM} Thanks for the call. As agreed, the ramp is free.")) == "info"


@pytest.mark.parametrize(
    "recap",
    [
        "Following our meeting on Monday about your second kiln, the plan is on one page.",
        "When we talked last spring, the snag was that two of your printers were ill.",
        "As per our call, you load by hand until May.",
        "Thanks again for the call. I rang Dana at the mill, as you suggested.",
    ],
)
def test_what_was_said_there_is_told_by_who_was_there(recap: str) -> None:
    assert severity(plan(recap)) == "info"
    assert severity(plan(recap, "{relationship: cold}")) == "error"


def test_a_recap_to_a_stranger() -> None:
    assert severity(plan(RECAP, "{relationship: cold}")) == "error"
    assert severity(plan(RECAP, "{context: {spoke: no}}")) == "error"


def test_whoever_renews_or_is_kept_in_touch_with_is_no_stranger() -> None:
    for purpose in ("renewal", "nurture"):
        assert severity(f"purpose: {purpose}\n{plan(CLAIM)}") is None
        stranger = plan(CLAIM, "{relationship: cold}")
        assert severity(f"purpose: {purpose}\n{stranger}") == "error"
    assert severity(f"purpose: recruiting\n{plan(CLAIM)}") == "error"


def test_after_a_call_that_some_have_taken() -> None:
    assert severity(plan(CLAIM, before="  - {day: 1, channel: call}\n")) == "warning"
    assert severity(plan(CLAIM, before="  - {day: 1, channel: linkedin}\n")) == "error"


def test_connected_and_never_spoken_to() -> None:
    asked = "  - {day: 1, channel: linkedin, action: connect}\n"
    assert severity(plan("Great connecting with you.", before=asked)) is None
    assert severity(plan("Great connecting with you.")) == "error"
    assert severity(plan(CLAIM, before=asked)) == "error"


@pytest.mark.parametrize(
    ("audience", "expected"),
    [
        ("{relationship: warm}", None),
        ("{relationship: warm, context: {spoke: 'no'}}", "error"),
        ("{relationship: cold, context: {Spoke: Yes}}", None),
        ("{relationship: cold, context: {event: a fair}}", None),
        ("{relationship: cold, context: {event: a fair, spoke: no}}", "error"),
        ("{relationship: cold, context: {date: 2026-10-13}}", "error"),
    ],
)
def test_what_the_file_says_of_it(audience: str, expected: str | None) -> None:
    assert severity(plan(CLAIM, audience)) == expected


def test_what_is_quoted_was_said_by_others() -> None:
    assert (
        severity(plan('"Great chatting with you" is how most pitches begin; is yours one?')) is None
    )
