"""The program as people run it, in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


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
