"""What the program prints, for pages that show it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
_NO_MATTER = ("COLUMNS", "COLORTERM")
"""What a terminal says of itself, which is not to change a page."""


def printed(words: str, **surroundings: str) -> str:
    """What some words after `cadence-lint` print, with more or less found.

    Raises:
        RuntimeError: when it could not be done.

    """
    ground = {name: value for name, value in os.environ.items() if name not in _NO_MATTER}
    ours = {"PYTHONPATH": str(ROOT / "src"), "PYTHONIOENCODING": "utf-8"}
    ran = subprocess.run(
        [sys.executable, "-m", "cadence_lint", *words.split()],
        cwd=ROOT,
        env=ground | ours | surroundings,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if ran.returncode > 1:
        raise RuntimeError(ran.stdout + ran.stderr)
    return ran.stdout
