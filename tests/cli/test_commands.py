"""The commands about rules and configurations, and how the program takes what goes wrong."""

from __future__ import annotations

import gc
import io
import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from cadence_lint.cli import COMPLETION, main
from cadence_lint.cli import run as run_program
from tests.cli.program import Outcome, runner

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Run = Callable[..., Outcome]

WEEK = "frequency/too-many-touches-in-a-week"
DAY = "frequency/too-many-touches-in-a-day"
HAS_SHELL = pytest.mark.skipif(os.name == "nt", reason="for shells that close streams")
HASTY = "touches:\n" + "".join(f"  - {{day: {day}, channel: call}}\n" for day in range(1, 7))


@pytest.fixture(name="run")
def _run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Run:
    (tmp_path / "hasty.yaml").write_text(HASTY)
    return runner(tmp_path, monkeypatch, capsys)


# rules


def test_the_rules_by_family(run: Run) -> None:
    said = run("rules")

    assert said.status == 0
    assert f"frequency\n  {DAY}" in said.out or f"\n  {DAY}  " in said.out
    assert "More touches in a week than a stranger welcomes" in said.out
    assert "on here (no configuration)" in said.out
    assert max(map(len, said.out.splitlines())) <= 80


def test_the_rules_go_by_the_configuration(run: Run, tmp_path: Path) -> None:
    (tmp_path / "cadence-lint.yaml").write_text(f"rules: {{{WEEK}: off, {DAY}: error}}\n")
    out = run("rules").out

    assert f"{WEEK}  off (recommended)" in out
    assert f"{DAY}  error" in out
    assert "(cadence-lint.yaml)" in out
    assert f"{WEEK}  warning" in run("rules", "--no-config").out


def test_the_rules_for_programs(run: Run) -> None:
    listed = json.loads(run("rules", "--format", "json", "--preset", "all").out)["rules"]
    by_id = {rule["id"]: rule for rule in listed}

    assert list(by_id) == sorted(by_id)
    assert by_id[WEEK] == {
        "id": WEEK,
        "family": "frequency",
        "summary": "More touches in a week than a stranger welcomes",
        "severity": "warning",
        "confidence": "high",
        "preset": "recommended",
        "enabled": True,
        "aliases": [],
    }
    assert all(rule["enabled"] for rule in listed)


# config


def test_what_holds_for_a_file_and_why(run: Run, tmp_path: Path) -> None:
    (tmp_path / "base.yaml").write_text("extends: strict\nassume: {segment: smb, region: US}\n")
    (tmp_path / "cadence-lint.yaml").write_text(
        "extends: base.yaml\n"
        f"rules:\n  {WEEK}: {{max: 5, severity: error}}\n  frequency/*: info\n"
        "overrides:\n"
        '  - files: ["hasty.yaml"]\n    assume: {purpose: nurture}\n'
        f"    rules: {{{DAY}: off}}\n"
        '  - files: ["other.yaml"]\n    assume: {segment: exec}\n'
        "vocabulary: {company: [Larkfield, Larkfield Cloud]}\n"
        "room:\n  - {name: close, from: 12-15, to: 01-15}\n"
    )
    said = run("config", "hasty.yaml")
    rows = {tuple(line.split()[:2]): line.split()[-1] for line in said.out.splitlines() if line}

    assert said.status == 0
    assert rows["extends", "strict"] == "base.yaml:1"
    assert rows["extends", "base.yaml"] == "cadence-lint.yaml:1"
    assert rows["assume.relationship", "cold"] == "default"
    assert rows["assume.segment", "smb"] == "base.yaml:2"
    assert rows["assume.purpose", "nurture"] == "cadence-lint.yaml:7"
    assert rows["vocabulary.company", "Larkfield,"] == "cadence-lint.yaml:11"
    assert rows["room.1.name", "close"] == "cadence-lint.yaml:13"
    assert rows["error", WEEK] == "cadence-lint.yaml:3"
    assert rows["off", DAY] == "cadence-lint.yaml:8"
    assert rows["max:", "5"] == "5"
    assert ("assume.segment", "exec") not in rows


def test_what_holds_without_a_configuration(run: Run) -> None:
    out = run("config", "hasty.yaml").out

    assert "extends" in out
    assert "by default" in out
    assert "in recommended" in out


def test_a_table_in_a_pyproject_is_a_configuration(run: Run, tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text(
        '[project]\nname = "x"\n[tool.cadence-lint]\nextends = "all"\n'
    )

    assert "pyproject.toml:3" in run("config", "hasty.yaml").out


def test_a_pyproject_without_our_table_is_none(run: Run, tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text('[project]\nname = "cadence-lint"\n[tool.x]\n')

    assert "pyproject.toml" not in run("config", "hasty.yaml").out


# The program


def test_typer_and_the_plain_reader_do_the_same(run: Run) -> None:
    plain = run("check", "hasty.yaml", "--format", "json", "--select", "frequency")
    typer = run("check", "--format", "json", "--select", "frequency", "--", "hasty.yaml")

    assert plain == typer
    assert plain.status == 1


def test_the_version(run: Run) -> None:
    assert run("--version").out.startswith("cadence-lint ")
    assert run("--version", "check").out.startswith("cadence-lint ")


def test_help_for_those_who_say_nothing(run: Run) -> None:
    said = run()

    assert said.status == 2
    assert "test-rules" in said.out


@pytest.mark.parametrize("words", [("rules", "--nope"), ("config",), ("explain",), ("nope",)])
def test_mistakes_point_to_the_help(run: Run, words: tuple[str, ...]) -> None:
    said = run(*words)

    assert said.status == 2
    assert said.err.startswith("cadence-lint: ")
    assert "--help`" in said.err
    assert said.out == ""


def test_a_shell_is_told_the_names_of_rules(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(COMPLETION, "complete_bash")
    monkeypatch.setenv("COMP_WORDS", "cadence-lint explain frequency/too")
    monkeypatch.setenv("COMP_CWORD", "2")
    with pytest.raises(SystemExit):
        run("check")


def test_rule_names_for_a_shell() -> None:
    from cadence_lint.cli.app import _rule_names

    assert {WEEK, DAY} <= set(_rule_names("frequency/too"))


def _run_that_raises(problem: BaseException, monkeypatch: pytest.MonkeyPatch) -> int:
    def fail(words: list[str]) -> int:
        raise problem

    monkeypatch.setattr("cadence_lint.cli._run", fail)
    return run_program(["check"])


def test_what_goes_wrong_outside_is_said(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    gone = FileNotFoundError(2, "No such file or directory", "x.yaml")

    assert _run_that_raises(gone, monkeypatch) == 2
    assert _run_that_raises(OSError("the disk is full"), monkeypatch) == 2
    assert capsys.readouterr().err == (
        "cadence-lint: x.yaml: No such file or directory\ncadence-lint: the disk is full\n"
    )
    assert _run_that_raises(KeyboardInterrupt(), monkeypatch) == 130


def test_our_own_mistakes_are_not_hidden(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ZeroDivisionError):
        _run_that_raises(ZeroDivisionError(), monkeypatch)


def test_nobody_reads_any_more(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    with (tmp_path / "out").open("w") as file:
        monkeypatch.setattr(sys, "stdout", file)
        assert _run_that_raises(BrokenPipeError(), monkeypatch) == 0


@HAS_SHELL
@pytest.mark.parametrize("closed", [">&-", "<&-", "2>&-", "<&- >&- 2>&-"])
def test_closed_streams_change_no_status(closed: str, tmp_path: Path) -> None:
    (tmp_path / "hasty.yaml").write_text(HASTY)
    line = f'"$1" -m cadence_lint check hasty.yaml --output json:out.json {closed}'
    done = _in_shell(line, tmp_path)

    assert (done.returncode, done.stderr) == (1, b"")
    assert json.loads((tmp_path / "out.json").read_text("utf-8"))["summary"]["sequences"] == 1


@HAS_SHELL
def test_a_reader_who_has_enough_changes_no_status(tmp_path: Path) -> None:
    (tmp_path / "hasty.yaml").write_text(HASTY)
    words = "check --format html --output json:out.json"
    line = f'{{ "$1" -m cadence_lint {words}; echo $? > status; }} | true'
    done = _in_shell(line, tmp_path)

    assert done.stderr == b""
    assert (tmp_path / "status").read_text() == "1\n"
    assert (tmp_path / "out.json").exists()


def _in_shell(line: str, folder: Path) -> subprocess.CompletedProcess[bytes]:
    words = ["sh", "-c", line, "sh", sys.executable]
    return subprocess.run(words, cwd=folder, capture_output=True, check=False)


def test_a_mistake_of_ours_is_no_finding(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(words: list[str]) -> int:
        raise ZeroDivisionError

    monkeypatch.setattr("cadence_lint.cli.run", fail)
    threshold = gc.get_threshold()
    try:
        assert main() == 2
    finally:
        gc.unfreeze()
        gc.set_threshold(*threshold)
    assert "ZeroDivisionError" in capsys.readouterr().err


# check, in this process


class _Stdin(io.StringIO):
    buffer = io.BytesIO(HASTY.encode())


def test_standard_input(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", _Stdin())
    said = run("check", "-", "--format", "concise", "--select", WEEK, "--start", "2026-12-01")

    assert said.out.startswith("-:")
    assert said.status == 1


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        (["--verbose", "-q"], "--verbose and --quiet"),
        (["--config", "x", "--no-config"], "--config and --no-config"),
        (["--start", "1 May"], "--start: '1 May' is no date"),
        (["--output", "yaml:x"], "FORMAT is one of pretty, concise, json"),
    ],
)
def test_what_cannot_be_done(run: Run, words: list[str], problem: str) -> None:
    said = run("check", "hasty.yaml", *words)

    assert said.status == 2
    assert problem in said.err


def test_an_output_in_a_file(run: Run, tmp_path: Path) -> None:
    said = run("check", "hasty.yaml", "-q", "--output", "json:out.json", "--fail-on", "never")
    report: Any = json.loads((tmp_path / "out.json").read_text("utf-8"))

    assert said.status == 0
    assert report["summary"]["touches"] == 6


def test_nothing_to_lint(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()

    assert "nothing to lint: no sequence in empty" in run("check", "empty").err
    assert run("check", "empty", "--allow-empty").status == 0
    assert run("check", "gone.yaml").status == 2


def test_six_of_them_are_a_table(run: Run, tmp_path: Path) -> None:
    for number in range(5):
        (tmp_path / f"{number}.yaml").write_text(HASTY)

    assert "6 sequences" in run("check").out


def test_rules_are_tested(run: Run) -> None:
    folder = os.path.join(os.path.dirname(__file__), "..", "..", "examples", "team", "our-rules")

    assert run("test-rules", folder).out.endswith(" 0 failed\n")
    assert "there is no folder gone" in run("test-rules", "gone").err


def test_the_program_itself(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    thresholds = gc.get_threshold()
    monkeypatch.setattr(sys, "argv", ["cadence-lint", "--version"])
    try:
        assert main() == 0
    finally:
        gc.set_threshold(*thresholds)
        gc.unfreeze()
    assert capsys.readouterr().out.startswith("cadence-lint ")
