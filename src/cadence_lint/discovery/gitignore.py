"""What a repository does not keep: its `.gitignore` files, read as git reads them.

The innermost file that speaks of a path decides, and within a file its last pattern that fits.
What lies in an ignored folder is ignored, whatever the folder's own file says. Outside of a
repository nothing is ignored.
"""

from __future__ import annotations

import os

from cadence_lint.discovery.path_patterns import PathPattern, last_match, read_patterns
from cadence_lint.record import NamedTuple

_NAME = ".gitignore"


class _File(NamedTuple):
    """The patterns of one file, and the folder that they count from."""

    folder: str
    patterns: tuple[PathPattern, ...]


class Ignored:
    """What is ignored within one folder: by its own file, and by those of the folders above."""

    __slots__ = ("_files",)

    def __init__(self, files: tuple[_File, ...] = ()) -> None:
        self._files = files
        """The innermost first."""

    @classmethod
    def above(cls, folder: str) -> Ignored:
        """What the files above a folder say, up to the top of its repository."""
        at = os.path.realpath(folder)
        folders: list[str] = []
        while not os.path.exists(os.path.join(at, ".git")):
            parent = os.path.dirname(at)
            if parent == at:
                return cls()
            folders.append(at)
            at = parent
        ignored = cls(_read(at, os.path.join(at, ".git", "info", "exclude")))
        for each in [at, *reversed(folders[1:])] if folders else []:
            ignored = ignored.within(each)
        return ignored

    def within(self, folder: str) -> Ignored:
        """What is ignored within a folder that lies in this one."""
        files = _read(folder, os.path.join(folder, _NAME))
        return Ignored(files + self._files) if files else self

    def holds(self, path: str, *, is_folder: bool = False) -> bool:
        """Whether something is ignored that stands in this folder, by its real path."""
        for folder, patterns in self._files:
            names = path[len(folder) :].lstrip(os.sep).split(os.sep)
            said = last_match(patterns, names, is_folder=is_folder)
            if said is not None:
                return said
        return False


def _read(folder: str, path: str) -> tuple[_File, ...]:
    try:
        with open(path, encoding="utf-8", errors="surrogateescape") as file:
            return (_File(folder, read_patterns(file.read().split("\n"))),)
    except OSError:
        return ()
