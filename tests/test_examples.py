"""Each example is clean or shows what it is there to show, and goes on doing so."""

from __future__ import annotations

from pathlib import Path

import pytest

from cadence_lint.run import FileResult, Request, lint

EXAMPLES = Path(__file__).parents[1] / "examples"

FINDINGS = {
    "read-the-room.yaml": [
        "tone/greeting-cliche at step 1",
        "self-focus/self-focused-opening at step 1",
        "consent/missing-opt-out at step 1",
        "value/empty-follow-up at step 3",
        "channels/linkedin-message-before-connect at step 4",
        "value/empty-follow-up at step 4",
        "tone/guilt-trip at step 4",
        "frequency/too-many-touches-in-a-week at step 5",
        "value/empty-follow-up at step 6",
    ],
    "read-the-room-done-well.yaml": [],
}


def _lint(name: str) -> FileResult:
    (result,) = lint(Request(paths=(str(EXAMPLES / name),))).files
    return result


def test_every_example_is_looked_at() -> None:
    assert {path.name for path in EXAMPLES.glob("*.yaml")} == set(FINDINGS)


@pytest.mark.parametrize("name", sorted(FINDINGS))
def test_an_example_shows_its_findings(name: str) -> None:
    result = _lint(name)
    assert result.errors == ()
    shown = [f"{each.rule} at step {each.touch}" for each in result.findings if each.is_shown]
    assert shown == FINDINGS[name]


def test_the_story_is_not_to_be_sent_and_the_same_campaign_done_well_is() -> None:
    (story,) = _lint("read-the-room.yaml").sequences
    (done_well,) = _lint("read-the-room-done-well.yaml").sequences
    assert story.score is not None
    assert story.score.points <= 40
    assert done_well.score is not None
    assert done_well.score.points >= 85
