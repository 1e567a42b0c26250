"""`init`: what it asks, what it writes, and what it leaves alone."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from cadence_lint.cli import run

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "120")
    (tmp_path / ".git").mkdir()  # no configuration above holds


def test_nobody_to_ask(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["init"]) == 0
    said = capsys.readouterr()

    assert "nobody to ask here, so these are the usual answers" in said.err
    assert "strangers, by email, phone and LinkedIn" in said.out
    assert "purpose: sales\n" in Path("sequence.yaml").read_text("utf-8")
    assert run(["check", ".", "--fail-on", "info"]) == 0


def test_flags_are_answers(capsys: pytest.CaptureFixture[str]) -> None:
    words = ["--purpose", "recruiting", "--relationship", "warm", "--channels", "email"]
    assert run(["init", "jobs.yaml", *words]) == 0
    text = Path("jobs.yaml").read_text("utf-8")

    assert capsys.readouterr().err == ""
    assert "purpose: recruiting\n" in text
    assert "relationship: warm\n" in text
    assert "channel: call" not in text
    assert "cadence-lint check jobs.yaml" in text


def test_nothing_is_written_over(capsys: pytest.CaptureFixture[str]) -> None:
    Path("sequence.yaml").write_text("mine\n")
    Path("cadence-lint.yaml").write_text("extends: strict\n")

    assert run(["init"]) == 2
    assert "add --force" in capsys.readouterr().err
    assert run(["init", "other.yaml"]) == 0
    assert "cadence-lint.yaml: is there, and stays as it is" in capsys.readouterr().out
    assert Path("sequence.yaml").read_text() == "mine\n"
    assert Path("cadence-lint.yaml").read_text() == "extends: strict\n"


def test_force_writes_over(capsys: pytest.CaptureFixture[str]) -> None:
    Path("sequence.yaml").write_text("mine\n")
    Path("cadence-lint.yaml").write_text("extends: strict\n")

    assert run(["init", "--force"]) == 0
    assert "touches:" in Path("sequence.yaml").read_text("utf-8")
    assert "extends: recommended" in Path("cadence-lint.yaml").read_text("utf-8")


def test_a_configuration_above_holds_here_too(capsys: pytest.CaptureFixture[str]) -> None:
    Path("cadence-lint.yaml").write_text("extends: strict\n")
    Path("team").mkdir()

    assert run(["init", os.path.join("team", "plan.yaml")]) == 0
    assert not Path("team", "cadence-lint.yaml").exists()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--purpose", "renewal", "--relationship", "cold"], "cold does not fit here; write cust"),
        (["--purpose", "sale"], "'sale' is not one of 'sales'"),
        (["plan.txt"], "call it plan.txt.yaml"),
        (["gone/plan.yaml"], "No such file"),
    ],
)
def test_what_cannot_be_written(
    words: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["init", *words]) == 2
    assert said in capsys.readouterr().err
    assert os.listdir() == [".git"]


@pytest.mark.skipif(not hasattr(os, "openpty"), reason="needs a terminal to answer on")
def test_three_questions_on_a_terminal() -> None:
    ours, theirs = os.openpty()
    program = subprocess.Popen(
        [sys.executable, "-m", "cadence_lint", "init"], stdin=theirs, stdout=theirs, stderr=theirs
    )
    os.close(theirs)
    os.write(ours, b"nurture\nnone\n3\n\n")
    said = b"".join(iter(_reader(ours), b"")).decode()
    os.close(ours)

    assert program.wait() == 0
    assert said.count("a number or a name") == 4
    assert "please answer 1 to 3, or one of the names" in said
    text = Path("sequence.yaml").read_text("utf-8")
    assert "purpose: nurture\n" in text
    assert "relationship: customer\n" in text
    assert "channel: linkedin\n" in text


def _reader(terminal: int) -> Callable[[], bytes]:
    def read() -> bytes:
        try:
            return os.read(terminal, 1024)
        except OSError:  # the other end is closed
            return b""

    return read
