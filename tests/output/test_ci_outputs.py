"""GitHub, GitLab and lines of JSON: what their readers make of them."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, NamedTuple, get_args

from hypothesis import given, settings

from cadence_lint.cli.plain import Output
from cadence_lint.finding import SEVERITIES
from cadence_lint.output import github, gitlab, jsonl, parts, render
from cadence_lint.output.terminal import OBEYED, Look
from cadence_lint.patterns import regex
from tests.output.hostile import runs
from tests.output.runs import full_story

if TYPE_CHECKING:
    from cadence_lint.linting.results import Run

LEVELS = {"error": "error", "warning": "warning", "info": "notice"}
COMMAND = regex(r"::(?P<name>[a-z]+)(?: (?P<properties>[^:]*))?::(?P<message>.*)")


class Annotation(NamedTuple):
    """What GitHub's runner understands of a line."""

    name: str
    properties: dict[str, str]
    message: str


def understood(line: str) -> Annotation | None:
    """Read a line as the runner does: properties between commas, `%XX` for what it would obey."""
    found = COMMAND.fullmatch(line)
    if found is None:
        return None
    pairs = (pair.split("=", 1) for pair in (found["properties"] or "").split(","))
    properties = {name: _plain(value, "%3A", "%2C") for name, value in pairs}
    return Annotation(found["name"], properties, _plain(found["message"]))


def _plain(value: str, *more: str) -> str:
    for code in ("%0D", "%0A", *more, "%25"):
        value = value.replace(code, bytes.fromhex(code[1:]).decode())
    return value


@given(runs())
def test_each_line_but_the_last_is_one_annotation(run: Run) -> None:
    *lines, last = github.render(run, Look()).split("\n")[:-1]
    assert last.startswith("cadence-lint: 1 sequence in 1 file")
    annotations = [understood(line) for line in lines]
    assert len(annotations) == len(run.shown) + len(run.errors)
    allowed = {"file", "line", "endLine", "col", "endColumn", "title"}
    for each in annotations:
        assert each is not None
        assert each.name in {"error", "warning", "notice"}
        assert set(each.properties) <= allowed
        assert OBEYED.isdisjoint(map(ord, each.message))
        assert all(sign >= " " for sign in each.message)


def test_the_most_serious_come_first_at_their_places() -> None:
    run = full_story().run()
    lines = github.render(run, Look()).splitlines()[:-1]
    annotations = [understood(line) for line in lines]
    names = [each.name for each in annotations if each]
    order = [LEVELS[severity] for severity in reversed(SEVERITIES)]
    assert names == sorted(names, key=order.index)
    for finding in run.shown:
        at = finding.place
        assert any(
            each.properties["title"] == finding.rule
            and each.properties["file"] == at.file
            and each.properties["line"] == str(at.line)
            and finding.message[:20] in each.message
            for each in annotations
            if each
        )


@settings(max_examples=30, deadline=None)
@given(runs())
def test_no_output_in_a_log_is_a_command(run: Run) -> None:
    """GitHub's runner obeys `::` at the start of a line, and `##[` wherever it stands."""
    names = [name for name in get_args(Output) if name != "html"]
    for name in names:
        said = render(run, name, Look())
        assert "##[" not in said, name
        commands = [line for line in re.split(r"[\r\n]", said) if re.match(r"\s*::\w", line)]
        wanted = len(run.shown) + len(run.errors) if name == "github" else 0
        assert len(commands) == wanted, (name, commands)


@given(runs())
def test_gitlab_takes_each_finding_with_a_fingerprint_of_its_own(run: Run) -> None:
    issues = json.loads(gitlab.render(run, Look()))
    assert len(issues) == len(run.shown) + len(run.errors)
    assert len({issue["fingerprint"] for issue in issues}) == len(issues)
    for issue in issues:
        assert set(issue) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert issue["severity"] in {"info", "minor", "major", "critical", "blocker"}
        assert issue["location"]["lines"]["begin"] >= 1


@given(runs())
def test_lines_of_json_hold_what_the_report_holds(run: Run) -> None:
    lines = [json.loads(line) for line in jsonl.render(run, Look()).split("\n")[:-1]]
    said = json.loads(render(run, "json", Look()))
    by_type: dict[str, list[object]] = {}
    for line in lines:
        by_type.setdefault(line.pop("type"), []).append(line)
    assert by_type.get("finding", []) == said["findings"]
    assert by_type.get("sequence", []) == said["sequences"]
    assert by_type.get("error", []) == said["errors"]
    (summary,) = by_type["summary"]
    assert summary == {"version": said["version"], "tool": said["tool"], **said["summary"]}


@given(runs())
def test_json_is_told_thing_by_thing(run: Run) -> None:
    told = list(parts(run, "json", Look()))
    things = (run.sequences, run.findings, run.suppressed, run.notes, run.errors)
    assert len(told) > sum(len(each) for each in things)
    assert "".join(told) == render(run, "json", Look())
