"""Each example is clean or shows what it is there to show, and goes on doing so."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from cadence_lint.api import lint_text
from cadence_lint.linting.request import Request
from cadence_lint.linting.run import lint
from cadence_lint.rulebook.rule_folder import rule_pages
from cadence_lint.rulebook.rule_tests import run_examples

if TYPE_CHECKING:
    from cadence_lint.linting.results import FileResult

EXAMPLES = Path(__file__).parents[1] / "examples"
OUR_RULES = EXAMPLES / "team" / "our-rules"

CLEAN = (
    "fundraiser.yaml",
    "nurture.yaml",
    "read-the-room-done-well.yaml",
    "recruiting.yaml",
    "renewal.yaml",
    "team/keeping-in-touch/brewers.yaml",
    "team/sequences/second-line.yaml",
)
FINDINGS = {
    "event-follow-up.yaml": [
        "honesty/fake-reply-subject at step 1",
        "personalization/generic at step 1",
        "honesty/false-familiarity at step 1",
        "value/nothing-for-the-reader at step 1",
        "value/empty-follow-up at step 2",
    ],
    "executive.yaml": [
        "craft/email-too-long at step 1",
        "frequency/too-many-touches-in-a-week at step 4",
    ],
    "read-the-room.yaml": [
        "consent/missing-opt-out at step 1",
        "tone/greeting-cliche at step 1",
        "tone/vague-claim at step 1",
        "personalization/generic at step 1",
        "self-focus/self-focused-copy at step 1",
        "value/empty-follow-up at step 3",
        "channels/linkedin-message-before-connect at step 4",
        "value/empty-follow-up at step 4",
        "tone/guilt-trip at step 4",
        "frequency/too-many-touches-in-a-week at step 5",
        "value/empty-follow-up at step 6",
    ],
    "team/sequences/duty-return.yaml": [
        "timing/touch-in-sensitive-period at step 2",
        "house/quotes-a-price at step 2",
        "timing/touch-in-sensitive-period at step 3",
        "frequency/too-many-touches-in-a-week at step 4",
        "timing/touch-in-sensitive-period at step 4",
        "value/empty-follow-up at step 4",
    ],
}


@cache
def _lint(name: str) -> FileResult:
    (result,) = lint(Request(paths=(str(EXAMPLES / name),))).files
    return result


def _shown(result: FileResult) -> list[str]:
    return [f"{each.rule} at step {each.touch}" for each in result.findings if each.is_shown]


def test_every_example_is_looked_at() -> None:
    found = {
        path.relative_to(EXAMPLES).as_posix()
        for path in EXAMPLES.rglob("*.yaml")
        if OUR_RULES not in path.parents and path.name != "cadence-lint.yaml"
    }
    assert found == {*CLEAN, *FINDINGS}


@pytest.mark.parametrize("name", sorted(FINDINGS))
def test_an_example_shows_its_findings(name: str) -> None:
    assert _lint(name).errors == ()
    assert _shown(_lint(name)) == FINDINGS[name]


@pytest.mark.parametrize("name", CLEAN)
def test_a_clean_example_is_worth_copying(name: str) -> None:
    result = _lint(name)
    (sequence,) = result.sequences

    assert result.errors == ()
    assert _shown(result) == []
    assert sequence.score is not None
    assert sequence.score.points >= 85


@pytest.mark.parametrize("name", [*CLEAN, *FINDINGS])
def test_an_example_begins_with_what_it_teaches(name: str) -> None:
    assert (EXAMPLES / name).read_text("utf-8").startswith("# ")


def test_the_story_is_not_to_be_sent_and_the_same_campaign_done_well_is() -> None:
    (story,) = _lint("read-the-room.yaml").sequences
    assert story.score is not None
    assert story.score.points <= 40


def test_the_event_is_followed_up_badly_and_then_well() -> None:
    usual, honest = _lint("event-follow-up.yaml").sequences
    faulty = {each.sequence_id for each in _lint("event-follow-up.yaml").findings}

    assert faulty == {usual.id}
    assert honest.score is not None
    assert honest.score.points >= 85


def test_what_is_too_much_for_an_executive_is_not_for_a_small_business() -> None:
    text = (EXAMPLES / "executive.yaml").read_text("utf-8")
    for_a_small_one = lint_text(text.replace("segment: exec\n", "segment: smb\n"))

    assert all(each.severity == "info" for each in for_a_small_one.findings if each.is_shown)


def test_a_finding_that_somebody_lives_with_has_its_reason() -> None:
    (suppressed,) = _lint("renewal.yaml").suppressed

    assert suppressed.finding.rule == "channels/sms-too-long"
    assert suppressed.reason == "they asked for the figures in the text itself"


def test_the_rules_of_the_team_do_justice_to_their_own_examples() -> None:
    tally = run_examples(rule_pages(OUR_RULES), (str(OUR_RULES),))

    assert tally.failures == ()
    assert tally.passed >= 8


def test_the_team_assumes_what_its_files_leave_out() -> None:
    (nurture,) = _lint("team/keeping-in-touch/brewers.yaml").sequences
    (sales,) = _lint("team/sequences/second-line.yaml").sequences

    assert (nurture.relationship, sales.relationship) == ("customer", "cold")
    assert nurture.assumed["region"] == "GB"
