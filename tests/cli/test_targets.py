"""What is written, and never over what is read."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

import pytest

from tests.cli.program import HASTY, Outcome, runner

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PASTED = "Day 1 - Email\nSubject: night audits\nWho signs off the night audit?\n\nDay 3 - Call\n"


@pytest.fixture(name="folder")
def _folder(tmp_path: Path) -> Path:
    (tmp_path / ".git").mkdir()
    (tmp_path / "audits.yaml").write_text(HASTY)
    (tmp_path / "pasted.txt").write_text(PASTED)
    (tmp_path / "notes.md").write_text("# What we talked of\n\nNothing that is sent.\n")
    (tmp_path / "cadence-lint.yaml").write_text("extends: all\n")
    (tmp_path / "rules.toml").write_text("")
    (tmp_path / "there.json").write_text("{}")
    os.link(tmp_path / "audits.yaml", tmp_path / "twin.json")
    (tmp_path / "way").symlink_to("audits.yaml")
    return tmp_path


@pytest.fixture(name="run")
def _run(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., Outcome]:
    return runner(folder, monkeypatch, capsys)


def _held(folder: Path) -> dict[str, bytes]:
    return {each.name: each.read_bytes() for each in folder.iterdir() if each.is_file()}


@pytest.mark.parametrize(
    ("words", "path", "why"),
    [
        ("check audits.yaml --output json:audits.yaml", "audits.yaml", "is a file to lint"),
        ("check . --output json:audits.yaml", "audits.yaml", "is a file to lint"),
        ("check . --output json:./x/../audits.yaml", "./x/../audits.yaml", "is a file to lint"),
        ("check . --output html:pasted.txt", "pasted.txt", "is a file to lint"),
        ("check notes.md --output markdown:notes.md", "notes.md", "is a file to lint"),
        ("check audits.yaml --output json:twin.json", "twin.json", "is a file to lint"),
        ("check audits.yaml --output json:way", "way", "is a file to lint"),
        ("check - --output json:pasted.txt", "pasted.txt", "is a file to lint"),
        ("check audits.yaml --output json:cadence-lint.yaml", "cadence-lint.yaml", "is there"),
        ("check audits.yaml --output json:rules.toml", "rules.toml", "is there already"),
        (
            "check audits.yaml --output json:new --output sarif:./new",
            "./new",
            "is written by two outputs",
        ),
        (
            "check audits.yaml --output json:there.json --output csv:there.json",
            "there.json",
            "is written by two outputs",
        ),
        (
            "check audits.yaml --write-baseline known.json --output json:known.json",
            "known.json",
            "is the baseline",
        ),
        ("report audits.yaml -o audits.yaml", "audits.yaml", "is a file to lint"),
        ("report . -o pasted.txt", "pasted.txt", "is a file to lint"),
        ("timeline pasted.txt --format json -o pasted.txt", "pasted.txt", "is a file to lint"),
        ("timeline pasted.txt --format json -o audits.yaml", "audits.yaml", "is there already"),
        ("schema sequence -o audits.yaml", "audits.yaml", "is there already"),
    ],
)
def test_nothing_is_written_over_what_is_read(
    folder: Path,
    run: Callable[..., Outcome],
    monkeypatch: pytest.MonkeyPatch,
    words: str,
    path: str,
    why: str,
) -> None:
    (folder / "x").mkdir()
    before = _held(folder)
    with (folder / "pasted.txt").open() as stdin:
        monkeypatch.setattr("sys.stdin", stdin)
        outcome = run(*words.split())

    assert outcome.status == 2
    assert outcome.out == ""
    assert outcome.err.startswith(f"cadence-lint: --output: {path} {why}")
    assert outcome.err.endswith("name another file\n")
    assert outcome.err.count("\n") == 1
    assert _held(folder) == before


def test_a_baseline_that_is_read_stays(folder: Path, run: Callable[..., Outcome]) -> None:
    run("check", "audits.yaml", "--write-baseline", "known.json")
    known = (folder / "known.json").read_bytes()

    outcome = run("check", "audits.yaml", "--baseline=known.json", "--output", "json:known.json")

    assert (outcome.status, outcome.out) == (2, "")
    assert "known.json is the baseline" in outcome.err
    assert (folder / "known.json").read_bytes() == known


def test_what_is_an_output_is_written_again(folder: Path, run: Callable[..., Outcome]) -> None:
    outputs = ["json:there.json", "markdown:notes.md", "concise:c.txt", "pretty:p.txt"]
    words = ["check", ".", *(word for each in outputs for word in ("--output", each))]

    first, again = run(*words), run(*words)

    assert first == again
    assert first.status == 1
    assert json.loads((folder / "there.json").read_text("utf-8"))["summary"]["sequences"] == 2


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="there is no such device")
@pytest.mark.parametrize(
    "words",
    [
        "check audits.yaml --output json:/dev/full",
        "check audits.yaml --output html:/dev/full",
        "check audits.yaml --write-baseline /dev/full",
        "report audits.yaml -o /dev/full",
        "timeline audits.yaml --format json -o /dev/full",
        "schema sequence -o /dev/full",
    ],
)
def test_a_file_that_cannot_be_written_is_named(run: Callable[..., Outcome], words: str) -> None:
    outcome = run(*words.split())

    assert outcome.status == 2
    assert outcome.err.endswith("cadence-lint: /dev/full: No space left on device\n")


def test_devices_may_be_named_more_than_once(run: Callable[..., Outcome]) -> None:
    nowhere = ("--output", f"json:{os.devnull}", "--output", f"csv:{os.devnull}")

    assert run("check", "audits.yaml", "--fail-on=never", *nowhere).status == 0
