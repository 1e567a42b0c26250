"""The program as people run it, in a process of its own or in this one; and a plan for it."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING, NamedTuple

from cadence_lint.cli import run as run_program

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    import pytest

WEEK = "frequency/too-many-touches-in-a-week"
HASTY = """\
name: Night audits
touches:
  - {day: 1, channel: email}
  - {day: 2, channel: call}
  - {day: 3, channel: call}
  - {day: 4, channel: email}
  - {day: 5, channel: call}
"""
"""A plan with one finding."""


class Outcome(NamedTuple):
    status: int
    out: str
    err: str


def run(
    *words: str, cwd: Path, stdin: bytes = b"", environment: Mapping[str, str] | None = None
) -> Outcome:
    """Run cadence-lint in a folder, in a plain environment."""
    kept = ("PATH", "PYTHONPATH", "HOME", "XDG_CACHE_HOME", "SYSTEMROOT", "COVERAGE_PROCESS_START")
    surroundings = {name: os.environ[name] for name in kept if name in os.environ}
    done = subprocess.run(
        [sys.executable, "-m", "cadence_lint", *words],
        cwd=cwd,
        input=stdin,
        capture_output=True,
        env=surroundings | dict(environment or {}),
        check=False,
    )
    return Outcome(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))


def runner(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *first: str
) -> Callable[..., Outcome]:
    """What runs cadence-lint in a folder and in this process, for many runs that say little."""
    monkeypatch.chdir(folder)
    monkeypatch.setenv("COLUMNS", "80")

    def run_here(*words: str) -> Outcome:
        status = run_program([*first, *words])
        return Outcome(status, *capsys.readouterr())

    return run_here
