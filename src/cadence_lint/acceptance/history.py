"""Since when lines of a file are as they are, as far as git knows."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from cadence_lint.acceptance.git import Git, GitError, root_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


def dates_of(path: str, lines: Iterable[int]) -> dict[int, date]:
    """The days on which some lines got the words that they have; none where nobody knows."""
    try:
        git = Git(root_of(path))
        said = git.run("blame", "--porcelain", "--no-textconv", "HEAD", "--", git.inner(path))
        with open(path, "rb") as file:
            now = [line.rstrip(b"\r") for line in file.read().split(b"\n")]
    except (GitError, OSError):
        return {}
    known: dict[bytes, list[tuple[int, date]]] = {}
    for number, day, text in _blamed(said):
        known.setdefault(text, []).append((number, day))
    dates: dict[int, date] = {}
    for line in lines:
        there = known.get(now[line - 1], []) if line <= len(now) else []
        if there:
            dates[line] = min(there, key=lambda pair: abs(pair[0] - line))[1]
    return dates


def _blamed(said: bytes) -> Iterator[tuple[int, date, bytes]]:
    """Each line of what git says: its number, its day and its text."""
    days: dict[bytes, date] = {}
    commit, number = b"", 0
    for line in said.split(b"\n"):
        word, _, rest = line.partition(b" ")
        if line.startswith(b"\t"):
            yield number, days[commit], line[1:].rstrip(b"\r")
        elif word == b"author-time":
            days[commit] = datetime.fromtimestamp(int(rest), UTC).date()
        elif len(word) in (40, 64) and not word.strip(b"0123456789abcdef"):
            commit, number = word, int(rest.split()[1])
