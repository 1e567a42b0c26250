"""From paths to the files that may hold sequences."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

from cadence_lint.discovery.gitignore import Ignored
from cadence_lint.source.names import NAMES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_NEVER = frozenset({"node_modules", "__pycache__", "venv", "dist", "build", "site-packages"})
"""Folders that hold other people's files; hidden ones are passed over too."""


class Found(NamedTuple):
    """A file to read, and whether somebody named it."""

    path: str
    is_named: bool
    problem: str | None = None
    """Why a folder cannot be looked into."""


def find_files(paths: Iterable[str]) -> Iterator[Found]:
    """The files under some paths, each once, folders sorted by name.

    A named file is read whatever its name; in folders, what git ignores is passed over. Links to
    folders are not followed.
    """
    given = list(paths)
    named = {os.path.realpath(path) for path in given if not os.path.isdir(path)}
    seen: set[str] = set()
    for path in given:
        for found in _under(path):
            real = os.path.realpath(found.path)
            if real not in seen:
                seen.add(real)
                yield found._replace(is_named=found.is_named or real in named)


def _is_file(path: str) -> bool:
    """Whether it can be read as a file: no pipe, no device; a link to nowhere is told of."""
    return os.path.isfile(path) or not os.path.exists(path)


def _under(path: str) -> Iterator[Found]:
    if not os.path.isdir(path):
        yield Found(path, is_named=True)
        return
    problems: list[OSError] = []
    ignored = {path: Ignored.above(path)}
    for root, folders, files in os.walk(path, onerror=problems.append):
        here = ignored.pop(root).within(os.path.realpath(root))
        real = os.path.realpath(root)
        folders[:] = sorted(
            name
            for name in folders
            if not name.startswith(".")
            and name not in _NEVER
            and not here.holds(os.path.join(real, name), is_folder=True)
        )
        ignored |= {os.path.join(root, name): here for name in folders}
        for name in sorted(files):
            if name.lower().endswith(NAMES) and not name.startswith("."):
                below = os.path.join(root, name)
                if not here.holds(os.path.join(real, name)) and _is_file(below):
                    yield Found(os.path.normpath(below) if path == "." else below, is_named=False)
    for problem in problems:
        reason = problem.strerror or str(problem)
        yield Found(str(problem.filename or path), is_named=True, problem=reason)
