"""SARIF: valid against the standard's schema, whatever the copy holds."""

from __future__ import annotations

import json
import re
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hypothesis import given, settings
from jsonschema import Draft7Validator
from markdown_it import MarkdownIt

from cadence_lint.config import Config
from cadence_lint.finding import Edit, Fix
from cadence_lint.linting.linter import Linter
from cadence_lint.linting.request import Request
from cadence_lint.linting.results import Run
from cadence_lint.output.sarif import described, render
from cadence_lint.output.terminal import Look
from cadence_lint.rulebook import load_book
from cadence_lint.rulebook.rule import named_values
from tests.output.hostile import runs
from tests.output.runs import full_story

if TYPE_CHECKING:
    from cadence_lint.linting.results import FileResult

SCHEMA = json.loads((Path(__file__).parent / "schemas" / "sarif-2.1.0.json").read_text("utf-8"))
VALIDATOR = Draft7Validator(SCHEMA, format_checker=Draft7Validator.FORMAT_CHECKER)


def log(run: Run) -> dict[str, Any]:
    said: dict[str, Any] = json.loads(render(run, Look()))
    errors = [f"{error.json_path}: {error.message}" for error in VALIDATOR.iter_errors(said)]
    assert errors == []
    return said


def lint(text: str) -> FileResult:
    return Linter(Request(), Config()).lint_text("plans/a b.yaml", text)


@settings(max_examples=50, deadline=None)
@given(runs())
def test_any_run_is_valid(run: Run) -> None:
    for result in log(run)["runs"][0]["results"]:
        assert not re.search(r"\[[^\]]*\]\(", result["message"]["text"]), "a link"


def test_a_result_has_its_rule_level_region_and_fingerprint() -> None:
    text = (
        "name: Renewals\n"
        "touches:\n"
        "  - {day: 1, channel: email, subject: the east gate, body: Who opens the east gate?}\n"
        "  - {day: 9, channel: email, body: Just checking in.}\n"
    )
    linter = Linter(Request(), Config())
    run = Run((linter.lint_text("plans/a b.yaml", text),), linter.rules)
    (said,) = log(run)["runs"]
    (result,) = (each for each in said["results"] if each["ruleId"] == "value/empty-follow-up")
    rule = said["tool"]["driver"]["rules"][result["ruleIndex"]]
    assert rule["id"] == "value/empty-follow-up"
    assert rule["help"]["text"].endswith("cadence-lint explain value/empty-follow-up")
    assert rule["help"]["text"].startswith(rule["fullDescription"]["text"])
    assert result["level"] == "warning"
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "plans/a%20b.yaml"
    region = place["region"]
    line = text.splitlines()[region["startLine"] - 1]
    quoted = line[region["startColumn"] - 1 : region["endColumn"] - 1]
    assert quoted == region["snippet"]["text"] == "Just checking in"
    assert len(result["partialFingerprints"]["cadenceLint/v1"]) == 16


def test_the_help_of_every_rule_is_fit_for_people() -> None:
    """GitHub wants a short and a full description, of no more than 1,024 characters."""
    for rule in load_book().rules.values():
        said = described(rule.id, rule)
        texts = [said["shortDescription"]["text"], said["fullDescription"]["text"]]
        assert all(0 < len(text) <= 1024 for text in texts), rule.id
        help_text = MarkdownIt().renderInline(said["help"]["markdown"])
        assert unescape(help_text.replace("\n\n", " ")) == said["help"]["text"]
        assert not named_values(said["help"]["text"])


def test_covered_findings_are_left_out_and_suppressed_ones_say_why() -> None:
    text = (
        "touches:\n"
        "  - {day: 1, channel: email, subject: the east gate, body: Who opens the east gate?}\n"
        "  # cadence-lint: ignore[value/empty-follow-up until 2999-01-01] they asked for it\n"
        "  - {day: 9, channel: email, body: Just checking in.}\n"
    )
    result = lint(text)
    assert any(not finding.is_shown for finding in result.findings)
    results = log(Run((result,)))["runs"][0]["results"]
    assert {each["ruleId"] for each in results}.isdisjoint(
        {each.rule for each in result.findings if not each.is_shown}
    )
    (suppressed,) = (each for each in results if "suppressions" in each)
    assert suppressed["suppressions"] == [
        {
            "kind": "inSource",
            "status": "accepted",
            "justification": "they asked for it (until 2999-01-01)",
        }
    ]


def test_a_fix_is_a_replacement_of_a_region() -> None:
    story = full_story()
    place = story.findings[0].place
    fix = Fix("safe", "Leave it out", (Edit(place, ""), Edit(place._replace(file="b.yaml"), "x")))
    story.findings[0] = story.findings[0]._replace(fix=fix)
    results = log(story.run())["runs"][0]["results"]
    (said,) = (each["fixes"][0] for each in results if "fixes" in each)
    uris = [change["artifactLocation"]["uri"] for change in said["artifactChanges"]]
    assert uris == ["night-audits.yaml", "b.yaml"]


def test_an_unreadable_file_is_a_notification() -> None:
    said = log(Run((lint("touches: [\n"),)))["runs"][0]
    assert said["invocations"][0]["executionSuccessful"] is False
    assert said["invocations"][0]["toolExecutionNotifications"][0]["level"] == "error"
