"""Personal openings that have nothing to do with what follows."""

from __future__ import annotations

import pytest

from cadence_lint import lint_text

RULE = "personalization/bolted-on"
SEEN = "I saw that you ran the Linz marathon in April."


def flagged(said: str) -> list[str]:
    text = f"touches:\n  - channel: email\n    body: |\n      Hi Ada,\n\n      {said}\n"
    return [finding.message for finding in lint_text(text, select=[RULE]).findings]


@pytest.mark.parametrize(
    "rest",
    [
        "We help bakeries to pay their night shifts. Who does payroll?",
        "My company sells till systems.",
        "I work for Larkfield, which pays night shifts.",
    ],
)
def test_another_story(rest: str) -> None:
    (message,) = flagged(f"{SEEN} {rest}")
    assert message.startswith('"I saw that you ran the Linz marathon …"')


@pytest.mark.parametrize(
    "rest",
    [
        "",
        "We timed the runners of that marathon for ten years.",
        "That is why I write: we time runners.",
        "Who pays your night shifts?",
        "Your night shifts start at ten. We pay those of eleven bakeries.",
        "Ours took three hours and a half.",
        "We are not one to run that far, and we help nobody who does.",
        "Nobody here slept after that.",
        "{{custom_line}} We help bakeries to pay their night shifts.",
    ],
)
def test_the_same_story_or_none_to_see(rest: str) -> None:
    assert flagged(f"{SEEN} {rest}") == []


def test_no_personal_opening() -> None:
    assert flagged("We help bakeries to pay their night shifts. Who does payroll?") == []
    assert flagged("Love what you're doing. We help bakeries to pay their night shifts.") == []
