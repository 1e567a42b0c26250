"""git itself, which the tests hold our reading of its patterns against."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def git(folder: Path, *words: str, said: str = "", may_fail: bool = False) -> str:
    """What git prints in a folder, with no settings but its own."""
    environment = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    done = subprocess.run(
        ["git", "-C", str(folder), *words],
        input=said,
        capture_output=True,
        text=True,
        check=not may_fail,
        env=environment,
    )
    return done.stdout
