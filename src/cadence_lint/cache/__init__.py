"""The user's cache folder: what was computed once and holds as long as its key does.

Whatever goes wrong here costs time and nothing else: what is damaged was never there, and what
cannot be kept is computed again.
"""

from __future__ import annotations

import contextlib
import os
import sys
from zlib import crc32


def folder() -> str:
    """Where this tool keeps what it can compute again: `XDG_CACHE_HOME`, or the system's place."""
    said = os.environ.get("XDG_CACHE_HOME", "")
    if os.path.isabs(said):
        return os.path.join(said, "cadence-lint")
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA") or os.path.expanduser("~")
        return os.path.join(local, "cadence-lint", "cache")
    return os.path.join(os.path.expanduser("~"), ".cache", "cadence-lint")


def load(name: str) -> bytes | None:
    """What was stored under a name; None where nothing was, or it is no longer whole."""
    head, _, data = (read(name) or b"").partition(b"\n")
    return data if head == _check(data) else None


def store(name: str, data: bytes) -> None:
    """Keep something under a name; never a reason to fail, and never half written."""
    write(name, _check(data) + b"\n" + data)


def read(name: str) -> bytes | None:
    """A file of the cache, as it is; None where there is none that nobody else could write."""
    try:
        with open(os.path.join(folder(), name), "rb") as file:
            return file.read() if _is_private(os.fstat(file.fileno())) else None
    except OSError:
        return None


def write(name: str, data: bytes) -> None:
    """Write a file of the cache, all of it or nothing, for nobody else to read."""
    path = os.path.join(folder(), name)
    draft = f"{path}.{os.urandom(4).hex()}"
    with contextlib.suppress(OSError):
        os.makedirs(folder(), mode=0o700, exist_ok=True)
        try:
            with open(draft, "wb", opener=_open_private) as file:
                file.write(data)
            os.replace(draft, path)
        except OSError:
            os.unlink(draft)


def drop_others(prefix: str, keep: int) -> None:
    """Remove the oldest of the files whose names start alike, but for the newest `keep`."""
    with contextlib.suppress(OSError):
        with os.scandir(folder()) as entries:
            files = [entry for entry in entries if entry.name.startswith(prefix)]
        for entry in sorted(files, key=lambda entry: entry.stat().st_mtime)[:-keep]:
            os.unlink(entry.path)


def shrink(prefix: str, most: int) -> None:
    """Remove the oldest of the files whose names start alike, until they have `most` bytes."""
    with contextlib.suppress(OSError):
        with os.scandir(folder()) as entries:
            files = [(entry.stat(), entry) for entry in entries if entry.name.startswith(prefix)]
        files.sort(key=lambda file: file[0].st_mtime, reverse=True)
        size = 0
        for state, entry in files:
            size += state.st_size
            if size > most:
                with contextlib.suppress(OSError):
                    os.unlink(entry.path)


def _open_private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def _is_private(state: os.stat_result) -> bool:
    """Whether a file is the user's own, and nobody else's to write."""
    if not hasattr(os, "geteuid"):
        return True
    return state.st_uid == os.geteuid() and not state.st_mode & 0o022


def _check(data: bytes) -> bytes:
    return b"%08x" % crc32(data)
