"""The hook and the action, as far as a machine without their services can run them."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml

from cadence_lint.cli.plain import FailOn, PresetName

ROOT = Path(__file__).resolve().parent.parent
SEQUENCE = "touches: [{day: 1, channel: email, subject: 'Re: hello', body: Just checking in.}]\n"


def read(name: str) -> Any:
    return yaml.safe_load((ROOT / name).read_text("utf-8"))


@pytest.mark.parametrize(
    ("path", "is_looked_at"),
    [
        ("sequences/autumn.yaml", True),
        ("sales/cadences/nl/autumn.yml", True),
        ("cadences/autumn.md", True),
        ("cadence-lint.yaml", False),
        (".github/workflows/sequences.yaml", False),
        ("sequences/logo.png", False),
        ("consequences/autumn.yaml", False),
    ],
)
def test_the_hook_looks_at_folders_for_sequences(path: str, is_looked_at: bool) -> None:
    (hook,) = read(".pre-commit-hooks.yaml")

    assert bool(re.search(hook["files"], path)) is is_looked_at


def test_pre_commit_takes_the_manifest() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "pre_commit", "validate-manifest", ".pre-commit-hooks.yaml"],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert done.returncode == 0, done.stdout + done.stderr


def lint(folder: Path, **inputs: str) -> subprocess.CompletedProcess[str]:
    """Run the step of the action that lints, as a runner runs it."""
    action = read("action.yml")
    (step,) = (step for step in action["runs"]["steps"] if step.get("name") == "Lint")
    program = folder / "runner" / "cadence-lint" / "bin" / "cadence-lint"
    program.parent.mkdir(parents=True)
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m cadence_lint "$@"\n')
    program.chmod(0o755)
    given = {name: said["default"] for name, said in action["inputs"].items()} | {
        name.replace("_", "-"): value for name, value in inputs.items()
    }
    environment = {
        name: re.sub(r"\$\{\{ inputs\.([\w-]+) \}\}", lambda found: given[found[1]], value)
        for name, value in step["env"].items()
    }
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
        cwd=folder,
        env=os.environ | environment | {"RUNNER_TEMP": str(folder / "runner")},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.skipif(os.name == "nt", reason="the action is for runners with a bin/")
def test_the_action_lints_and_writes_for_code_scanning(tmp_path: Path) -> None:
    (tmp_path / "my sequences").mkdir()
    (tmp_path / "my sequences" / "a.yaml").write_text(SEQUENCE)
    (tmp_path / "b.yaml").write_text(SEQUENCE)
    done = lint(tmp_path, paths="my sequences\nb.yaml\n", sarif="out.sarif", preset="strict")

    assert done.returncode == 1, done.stderr
    assert "file=my sequences/a.yaml" in done.stdout
    assert "file=b.yaml" in done.stdout
    assert (tmp_path / "out.sarif").exists()


@pytest.mark.skipif(os.name == "nt", reason="the action is for runners with a bin/")
def test_the_action_fails_on_what_it_is_told_to(tmp_path: Path) -> None:
    (tmp_path / "b.yaml").write_text(SEQUENCE)
    done = lint(tmp_path, fail_on="never")

    assert done.returncode == 0, done.stderr
    assert not (tmp_path / "out.sarif").exists()


def test_the_action_names_the_words_that_the_program_takes() -> None:
    inputs = read("action.yml")["inputs"]

    for name, words in (("preset", get_args(PresetName)), ("fail-on", get_args(FailOn))):
        assert all(word in inputs[name]["description"] for word in words)
