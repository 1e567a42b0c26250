"""From paths to the files that may hold sequences."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from cadence_lint.record import NamedTuple
from cadence_lint.source.names import NAMES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cadence_lint.discovery.gitignore import Ignored

_NEVER = frozenset({"node_modules", "__pycache__", "venv", "dist", "build", "site-packages"})
"""Folders that hold other people's files; hidden ones are passed over too."""


class Found(NamedTuple):
    """A file to read, and whether somebody named it."""

    path: str
    is_named: bool
    problem: str | None = None
    """Why a folder cannot be looked into."""


class _Real(NamedTuple):
    """What was found, and where it really is."""

    found: Found
    path: str


def find_files(paths: Iterable[str]) -> Iterator[Found]:
    """The files under some paths, each once, folders sorted by name.

    A named file is read whatever its name; in folders, what git ignores is passed over. Links to
    folders are not followed, and links to files not out of the folder that is walked. Where a
    folder holds a file and links to it, the file is read under its own name.
    """
    given = list(paths)
    named = {os.path.realpath(path) for path in given if not os.path.isdir(path)}
    seen: dict[str, Found] = {}
    for path in given:
        for found, real in _under(path):
            before = seen.setdefault(real, found)
            if before is not found and _is_but_a_link(before) and not _is_but_a_link(found):
                seen[real] = found
    for real, found in seen.items():
        yield found._replace(is_named=True) if real in named else found


def _is_but_a_link(found: Found) -> bool:
    """Whether a link was come across, which nobody named."""
    return not found.is_named and os.path.islink(found.path)


def _under(path: str) -> Iterator[_Real]:
    real = os.path.realpath(path)
    if not os.path.isdir(path):
        yield _Real(Found(path, is_named=True), real)
        return
    from cadence_lint.discovery.gitignore import Ignored  # not for a file

    top = os.path.join(real, "")
    waiting = [(path, real, Ignored.above(path))]
    while waiting:
        folder, real, ignored = waiting.pop()
        try:
            with os.scandir(folder) as entries:
                inner = sorted(entries, key=lambda entry: entry.name)
        except OSError as problem:
            reason = problem.strerror or str(problem)
            yield _Real(Found(_shown(folder, path), is_named=True, problem=reason), real)
            continue
        here = ignored.within(real)
        for entry in inner:
            place = _place(entry, os.path.join(real, entry.name), top, here)
            if place is not None:
                yield _Real(Found(_shown(entry.path, path), is_named=False), place)
        waiting += (
            (entry.path, os.path.join(real, entry.name), here)
            for entry in reversed(inner)
            if _is_open(entry, os.path.join(real, entry.name), here)
        )


def _shown(below: str, top: str) -> str:
    """A path as people would write it."""
    return os.path.normpath(below) if top == "." else below


def _place(entry: os.DirEntry[str], path: str, top: str, ignored: Ignored) -> str | None:
    """Where a file really is that may hold a sequence; None for anything else.

    A link to nowhere is told of, as long as it would not lead out of the folder that is walked.
    """
    name = entry.name
    if name.startswith(".") or not name.lower().endswith(NAMES) or ignored.holds(path):
        return None
    if not entry.is_symlink():
        return path if entry.is_file(follow_symlinks=False) else None
    real = os.path.realpath(path)
    is_one = os.path.isfile(real) or not os.path.exists(real)
    return real if real.startswith(top) and is_one else None


def _is_open(entry: os.DirEntry[str], path: str, ignored: Ignored) -> bool:
    """Whether a folder is to be looked into."""
    name = entry.name
    return (
        not name.startswith(".")
        and name not in _NEVER
        and entry.is_dir(follow_symlinks=False)
        and not _is_junction(path)
        and not ignored.holds(path, is_folder=True)
    )


def _is_junction(path: str) -> bool:
    """Whether a folder is what Windows has beside links."""
    return os.name == "nt" and os.path.realpath(path) != path
