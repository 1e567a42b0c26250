"""The user's cache folder: what was computed once and holds as long as its key does."""

from __future__ import annotations

import contextlib
import os
import sys


def folder() -> str:
    """Where this tool keeps what it can compute again: `XDG_CACHE_HOME`, or the system's place."""
    said = os.environ.get("XDG_CACHE_HOME")
    if said:
        return os.path.join(said, "cadence-lint")
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA") or os.path.expanduser("~")
        return os.path.join(local, "cadence-lint", "cache")
    return os.path.join(os.path.expanduser("~"), ".cache", "cadence-lint")


def load(name: str) -> str | None:
    """What was stored under a name; None where nothing was, or it cannot be read."""
    try:
        with open(os.path.join(folder(), name), encoding="utf-8") as file:
            return file.read()
    except (OSError, UnicodeDecodeError):
        return None


def store(name: str, text: str) -> None:
    """Keep a text under a name; never a reason to fail, and never half written."""
    with contextlib.suppress(OSError):
        path = os.path.join(folder(), name)
        os.makedirs(folder(), exist_ok=True)
        draft = f"{path}.{os.getpid()}"
        with open(draft, "w", encoding="utf-8") as file:
            file.write(text)
        os.replace(draft, path)


def drop_others(prefix: str, keep: int) -> None:
    """Remove the oldest of the files whose names start alike, but for the newest `keep`."""
    with contextlib.suppress(OSError):
        with os.scandir(folder()) as entries:
            files = [entry for entry in entries if entry.name.startswith(prefix)]
        for entry in sorted(files, key=lambda entry: entry.stat().st_mtime)[:-keep]:
            os.unlink(entry.path)
