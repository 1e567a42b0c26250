"""From paths to the files that may hold sequences."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

from cadence_lint.formats import NAMES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_NEVER = frozenset({"node_modules", "__pycache__", "venv", "dist", "build", "site-packages"})
"""Folders that hold other people's files; hidden ones are passed over too."""


class Found(NamedTuple):
    """A file to read, and whether somebody named it."""

    path: str
    is_named: bool


def find_files(paths: Iterable[str]) -> Iterator[Found]:
    """The files under some paths, each once, folders sorted by name.

    A named file is read whatever its name; links to folders are not followed.
    """
    seen: set[str] = set()
    for path in paths:
        for found in _under(path):
            real = os.path.realpath(found.path)
            if real not in seen:
                seen.add(real)
                yield found


def _under(path: str) -> Iterator[Found]:
    if not os.path.isdir(path):
        yield Found(path, is_named=True)
        return
    for root, folders, files in os.walk(path):
        folders[:] = sorted(
            name for name in folders if not name.startswith(".") and name not in _NEVER
        )
        for name in sorted(files):
            if name.lower().endswith(NAMES) and not name.startswith("."):
                yield Found(os.path.normpath(os.path.join(root, name)), is_named=False)
