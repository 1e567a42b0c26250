"""`explain`: a rule, a family, a line of a file."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from cadence_lint.cli import run as run_program
from tests.cli.program import Outcome, runner

if TYPE_CHECKING:
    from collections.abc import Callable

    Run = Callable[..., Outcome]

WEEK = "frequency/too-many-touches-in-a-week"
DAY = "frequency/too-many-touches-in-a-day"
EMPTY = "value/empty-follow-up"
PLAN = """\
# A plan for a test.
name: Night audits
touches:
  - day: 1
    channel: email
    subject: night audits
    body: |
      Hi {{first_name}},

      Who signs off the night audit at your seven houses?

  - day: 6
    channel: email
    body: |
      Hi {{first_name}},

      Just checking in on my note below. Any thoughts?

  # cadence-lint: ignore[tone/guilt-trip] the legal team wants it so
  - day: 13
    channel: email
    body: "I haven't heard back from you. Which of the seven closes last?"
"""


@pytest.fixture(name="run")
def _run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Run:
    (tmp_path / "plan.yaml").write_text(PLAN)
    return runner(tmp_path, monkeypatch, capsys, "explain")


# A rule


def test_why_a_reader_minds_comes_first(run: Run) -> None:
    said = run(WEEK)
    parts = ["More touches in a week", WEEK, "this is marked", "reader sees", "change to"]
    parts += ["this is fine", "what is known", "what it is for", "say nothing of the same"]
    parts += ["to change it", "max: {exec: 3", "to switch it off", "ignore["]
    places = [said.out.index(part) for part in parts]

    assert said.status == 0
    assert places == sorted(places)
    assert "should be fixed · nearly always right" in said.out
    assert "(seen in" in said.out
    assert "read the room." in said.out
    assert "More touches in a day than a reader can overlook" in said.out


def test_the_words_of_the_example_are_marked(run: Run) -> None:
    lines = run(EMPTY).out.splitlines()
    at = next(count for count, line in enumerate(lines) if "}}, just checking in" in line)

    assert lines[at + 1].find("~") == lines[at].find("just checking in")


def test_steps_that_are_too_many_are_marked_themselves(run: Run) -> None:
    out = run(WEEK).out
    marked, fine = out.split("this is fine")

    assert "  • step 6 · day 5 · call" in marked
    assert "  • step" not in fine


def test_the_limits_are_those_that_hold_here(run: Run) -> None:
    assert "max: 2\n" in run(DAY).out
    Path("cadence-lint.yaml").write_text(f"rules: {{{DAY}: {{max: 5, severity: error}}}}\n")

    assert "max: 5\n" in run(DAY).out
    assert f"{DAY} · must be fixed" in run(DAY).out
    assert "max: 2\n" in run(DAY, "--no-config").out


def test_what_a_rule_is_made_of_is_for_those_who_ask(run: Run) -> None:
    assert "none: [" not in run(EMPTY).out
    assert "none: [" in run(EMPTY, "-v").out


def test_for_what_a_rule_speaks(run: Run) -> None:
    assert "It speaks only in the later or last steps." in run(EMPTY).out
    no_next_step = " ".join(run("value/no-next-step").out.split())
    assert "for strangers, people who know you or people who asked, by email" in no_next_step
    assert "and not in nurture or press sequences." in no_next_step


def test_a_rule_that_is_off(run: Run) -> None:
    Path("cadence-lint.yaml").write_text(f"rules: {{{DAY}: off}}\n")

    assert f"{DAY} · off here" in run(DAY).out


def test_what_nobody_may_ignore_is_not_offered(run: Run) -> None:
    Path("cadence-lint.yaml").write_text(f"suppressions: {{never: [{DAY}]}}\n")
    out = run(DAY).out

    assert "ignore[" not in out
    assert "nobody may ignore it" in out


def test_every_rule_can_be_explained_within_sixty_columns(
    run: Run, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    run_program(["rules", "--format", "json"])
    for rule in json.loads(capsys.readouterr().out)["rules"]:
        said = run(rule["id"])
        wide = [line for line in said.out.splitlines() if len(line) > 60]

        assert said.status == 0
        assert all(rule["id"] in line for line in wide), "what is copied is not broken"


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("frequency/too-many-touches-in-a-weak", f"did you mean '{WEEK}'"),
        ("values/empty-folow-up", f"did you mean '{EMPTY}'?"),
        ("guilt", "did you mean 'tone/guilt-trip'?"),
        ("too-many-tuches-in-a-day", f"'{DAY}'"),
        ("xyzzy", "there is no rule 'xyzzy'; `cadence-lint rules` lists them all"),
        ("", "`cadence-lint rules` lists them all"),
    ],
)
def test_an_unknown_rule(run: Run, name: str, said: str) -> None:
    answer = run(name)

    assert answer.status == 2
    assert said in answer.err


def test_the_family_of_a_rule_can_be_left_out(run: Run) -> None:
    assert run("empty-follow-up") == run(EMPTY)


def test_a_family(run: Run) -> None:
    out = run("value").out

    assert out.startswith("value\nWhat is in it for the reader.\n")
    assert f"{EMPTY} · should be fixed" in out
    assert WEEK not in out


# A line


def test_a_line_and_why_the_reader_minds_it(run: Run) -> None:
    said = run("plan.yaml:17")

    assert said.status == 0
    assert said.out.startswith("plan.yaml, line 17: step 2 · day 6 · email · the text\n")
    assert "17 │ Just checking in on my note below. Any thoughts?" in said.out
    assert "The last message was read or it was not" in said.out
    assert EMPTY in said.out


def test_what_is_covered_is_told_with_the_rule_that_speaks(run: Run) -> None:
    shown, unshown = run("plan.yaml:17").out.split("found too, and not shown by check")

    assert "tone/follow-up-cliche" not in shown
    assert "tone/follow-up-cliche" in unshown
    assert f"not shown      {EMPTY} says it already" in unshown
    assert "These lines are the sound of a machine" not in unshown
    assert "These lines are the sound of a machine" in run("plan.yaml:17", "-v").out


def test_what_is_ignored_is_told_with_the_reason(run: Run) -> None:
    out = run("plan.yaml:22").out

    assert "not shown      it is ignored as asked: the legal team wants it so" in out


def test_only_what_covers_the_column(run: Run) -> None:
    at_words, beside = run("plan.yaml:17:7").out, run("plan.yaml:17:40").out

    assert "nothing is found at column" not in at_words
    assert "nothing is found at column 40; this is about the whole line" in beside
    assert EMPTY in beside


def test_a_line_without_a_fault_points_to_those_of_its_step(run: Run) -> None:
    out = run("plan.yaml:13").out

    assert "nothing wrong here" in out
    assert "elsewhere in this step\n   17 │" in out


def test_a_line_of_the_whole_plan_and_one_of_none(run: Run) -> None:
    assert "line 2: about the whole of Night audits\n" in run("plan.yaml:2").out
    out = run("plan.yaml:1").out
    assert "line 1: in no sequence\nNight audits starts on line 2\n" in out
    assert "nothing is checked here" in out


def test_what_could_not_be_taken_is_said_on_its_line(run: Run) -> None:
    Path("plan.yaml").write_text(PLAN.replace("channel: email", "channel: carrier pigeon", 1))
    out = run("plan.yaml:5").out

    assert "could not be taken" in out
    assert "nothing wrong here" not in out


def test_what_is_found_with_the_same_options(run: Run) -> None:
    Path("plan.yaml").write_text(PLAN.replace("name: Night", "region: DE\nname: Night"))

    assert "nothing wrong here" in run("plan.yaml:13").out
    assert "timing/public-holiday" in run("plan.yaml:13", "--start", "2026-12-20").out
    assert run("plan.yaml:14", "--start", "May").status == 2
    assert "off here" in run("frequency/gaps-never-widen").out
    assert "off here" not in run("frequency/gaps-never-widen", "--preset", "strict").out


def test_a_file_that_check_passes_over(run: Run) -> None:
    Path("cadence-lint.yaml").write_text("exclude: [plan.yaml]\n")

    assert "check passes over this file" in run("plan.yaml:17").out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("plan.yaml:23", "plan.yaml ends on line 22: there is no line 23"),
        ("plan.yaml:0", "there is no line 0"),
        ("gone.yaml:3", "gone.yaml: No such file"),
        ("plan.yaml", "which line of it? `cadence-lint explain plan.yaml:12`"),
    ],
)
def test_what_cannot_be_explained(run: Run, words: str, said: str) -> None:
    answer = run(words)

    assert answer.status == 2
    assert said in answer.err


def test_a_file_without_a_sequence(run: Run) -> None:
    Path("notes.yaml").write_text("a: b\n")
    said = run("notes.yaml:1")

    assert said.status == 2
    assert "could not be taken: no sequence here" in said.out
