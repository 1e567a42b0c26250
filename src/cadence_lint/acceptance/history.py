"""Since when lines of a file are as they are, as far as git knows."""

from __future__ import annotations

import os
from contextlib import suppress
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from cadence_lint.acceptance.git import Git, GitError, root_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


def dates_of(path: str, lines: Iterable[int]) -> dict[int, date]:
    """The days on which some lines got the words that they have; none where nobody knows.

    In a shallow clone all that is older seems to have come with its first commit, whose day says
    nothing.
    """
    try:
        git = Git(root_of(path))
        said = git.run("blame", "--porcelain", "--no-textconv", "HEAD", "--", git.inner(path))
        cut_off = _cut_off(git)
        with open(path, "rb") as file:
            now = [line.rstrip(b"\r") for line in file.read().split(b"\n")]
    except (GitError, OSError):
        return {}
    known: dict[bytes, list[tuple[int, date]]] = {}
    for commit, number, day, text in _blamed(said):
        if commit not in cut_off:
            known.setdefault(text, []).append((number, day))
    dates: dict[int, date] = {}
    for line in lines:
        there = known.get(now[line - 1], []) if line <= len(now) else []
        if there:
            dates[line] = min(there, key=lambda pair: abs(pair[0] - line))[1]
    return dates


def _cut_off(git: Git) -> set[bytes]:
    """The commits behind which a clone has nothing."""
    path = os.path.join(git.root, os.fsdecode(git.run("rev-parse", "--git-path", "shallow")[:-1]))
    if not os.path.exists(path):
        return set()
    with open(path, "rb") as file:
        return set(file.read().split())


def _blamed(said: bytes) -> Iterator[tuple[bytes, int, date, bytes]]:
    """Each line of what git says: its commit, its number, its day and its text."""
    days: dict[bytes, date] = {}
    commit, number = b"", 0
    for line in said.split(b"\n"):
        word, _, rest = line.partition(b" ")
        if line.startswith(b"\t"):
            if commit in days:
                yield commit, number, days[commit], line[1:].rstrip(b"\r")
        elif word == b"author-time":
            with suppress(ValueError, OverflowError, OSError):  # a time that no calendar has
                days[commit] = datetime.fromtimestamp(int(rest), UTC).date()
        elif len(word) in (40, 64) and not word.strip(b"0123456789abcdef"):
            commit, number = word, int(rest.split()[1])
