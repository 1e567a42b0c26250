"""Paths as a code host knows them: from the folder that the repository stands in."""

from __future__ import annotations

import os
from functools import cache

from cadence_lint.source import slashes


def repository_path(path: str) -> str:
    """A path from the repository's root, wherever below it the program runs.

    One that leads out of it stays as it is; without a repository, this folder is the root.
    """
    if path == "-":
        return path
    whole = os.path.abspath(path)
    root = _root(os.getcwd())
    if whole.startswith(os.path.join(root, "")):
        return slashes(os.path.relpath(whole, root))
    return path.removeprefix("./")


@cache
def _root(start: str) -> str:
    folder = start
    while not os.path.exists(os.path.join(folder, ".git")):
        above = os.path.dirname(folder)
        if above == folder:
            return start
        folder = above
    return folder
