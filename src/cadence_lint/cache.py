"""The user's cache folder: what was computed once and holds as long as its key does."""

from __future__ import annotations

import contextlib
import os
import sys
from pathlib import Path


def folder() -> Path:
    """Where this tool keeps what it can compute again: `XDG_CACHE_HOME`, or the system's place."""
    said = os.environ.get("XDG_CACHE_HOME")
    if said:
        return Path(said) / "cadence-lint"
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA")
        return Path(local or Path.home()) / "cadence-lint" / "cache"
    return Path.home() / ".cache" / "cadence-lint"


def load(name: str) -> str | None:
    """What was stored under a name; None where nothing was, or it cannot be read."""
    try:
        return (folder() / name).read_text("utf-8")
    except (OSError, RuntimeError, UnicodeDecodeError):
        return None


def store(name: str, text: str) -> None:
    """Keep a text under a name; never a reason to fail, and never half written."""
    with contextlib.suppress(OSError, RuntimeError):
        path = folder() / name
        path.parent.mkdir(parents=True, exist_ok=True)
        draft = path.with_name(f"{path.name}.{os.getpid()}")
        draft.write_text(text, "utf-8")
        os.replace(draft, path)


def drop_others(prefix: str, keep: int) -> None:
    """Remove the oldest of the files whose names start alike, but for the newest `keep`."""
    with contextlib.suppress(OSError, RuntimeError):
        files = sorted(folder().glob(f"{prefix}*"), key=lambda path: path.stat().st_mtime)
        for path in files[:-keep]:
            path.unlink()
