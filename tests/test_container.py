"""The Dockerfile, as far as a machine without containers can follow it: its steps are run here."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).resolve().parent.parent


class Step(NamedTuple):
    """One instruction of the file."""

    word: str
    said: str


def stages() -> list[list[Step]]:
    """The instructions of each stage; what stands before the first is left out."""
    text = (ROOT / "Dockerfile").read_text("utf-8")
    text = re.sub(r"^#.*\n", "", text, flags=re.MULTILINE).replace("\\\n", " ")
    found: list[list[Step]] = []
    for line in filter(str.strip, text.splitlines()):
        word, _, said = line.partition(" ")
        if word == "FROM":
            found.append([])
        if found:
            found[-1].append(Step(word, " ".join(said.split())))
    return found


def copied(stage: list[Step]) -> list[str]:
    """What a stage takes from the folder in which it is built."""
    copies = (step.said.split() for step in stage if step.word == "COPY")
    return [word for words in copies if not words[0].startswith("--") for word in words[:-1]]


def test_all_that_is_copied_is_there_and_nothing_else_is_sent() -> None:
    build, last = stages()
    sent = (ROOT / ".dockerignore").read_text("utf-8").splitlines()

    assert all((ROOT / name).exists() for name in copied(build))
    assert sorted(copied(build)) == sorted(line[1:] for line in sent if line.startswith("!"))
    assert copied(last) == []


def test_the_base_is_one_that_stays() -> None:
    text = (ROOT / "Dockerfile").read_text("utf-8")

    assert re.search(r"^ARG BASE=python:3\.\d+\.\d+-alpine3\.\d+$", text, re.MULTILINE)
    assert [stage[0].said for stage in stages()] == ["${BASE} AS build", "${BASE}"]


def test_the_program_runs_as_nobody_in_particular() -> None:
    last = stages()[-1]
    (user,) = (step.said for step in last if step.word == "USER")
    after = last[last.index(Step("USER", user)) :]

    assert re.fullmatch(r"[1-9]\d*:[1-9]\d*", user)
    assert not any(step.word in ("RUN", "COPY", "ADD") for step in after)
    assert Step("ENTRYPOINT", '["cadence-lint"]') in after


@pytest.mark.skipif(os.name == "nt", reason="the image is one of Linux")
def test_the_steps_make_a_program_that_lints(tmp_path: Path) -> None:
    build, last = stages()
    (tmp_path / "src").mkdir()
    for name in copied(build):
        (tmp_path / "src" / name).parent.mkdir(exist_ok=True)
        if (ROOT / name).is_dir():
            ignored = shutil.ignore_patterns("__pycache__")
            shutil.copytree(ROOT / name, tmp_path / "src" / name, ignore=ignored)
        else:
            shutil.copy(ROOT / name, tmp_path / "src" / name)
    python = tmp_path / "bin" / "python"
    python.parent.mkdir()
    python.write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n')
    (tmp_path / "bin" / "pip").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m pip "$@"\n')
    for each in python.parent.iterdir():
        each.chmod(0o755)
    environment = dict(os.environ, PATH=f"{python.parent}{os.pathsep}{os.environ['PATH']}")
    for step in build:
        if step.word == "ENV":
            environment |= dict(pair.split("=", 1) for pair in step.said.split())
        if step.word != "RUN":
            continue
        command = step.said.replace(" /", f" {tmp_path}/")
        done = subprocess.run(
            ["sh", "-c", command],
            cwd=tmp_path / "src",
            env=environment,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        if done.returncode and "pip download" in command and not os.environ.get("CI"):
            pytest.skip(f"what the lock names cannot be fetched here: {done.stderr[-200:]}")
        assert done.returncode == 0, f"{command}\n{done.stdout}{done.stderr}"

    (made,) = (step.said.split()[-1] for step in last if step.word == "COPY")
    home = tmp_path / made.lstrip("/")
    assert not list(home.rglob("hatchling"))
    assert list((home / "lib").rglob("cadence_lint/__pycache__/*.pyc"))
    done = subprocess.run(
        [home / "bin" / "cadence-lint", "check", "examples/read-the-room.yaml"],
        cwd=ROOT,
        env={"HOME": str(tmp_path), "PATH": os.environ["PATH"]},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 1, done.stderr
    assert "do not send" in done.stdout
