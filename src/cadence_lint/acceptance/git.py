"""Git, asked for what it has stored: no filter, hook or other program of a repository is run."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_SETTINGS = (
    "core.fsmonitor=false",
    "core.hooksPath=/dev/null",
    "protocol.allow=never",
    "safe.bareRepository=explicit",
    "blame.ignoreRevsFile=",
    "mailmap.file=",
    "mailmap.blob=",
)
"""What a repository may say otherwise, and would have run or read."""
_NO_SURPRISES = (
    "--no-pager",
    "--literal-pathspecs",
    *(word for setting in _SETTINGS for word in ("-c", setting)),
)
_SURROUNDINGS = {
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",
}
_COMPLAINT = ("fatal: ", "error: ")


class GitError(Exception):
    """Git, a repository or a revision is not there, and what to do."""


class Git:
    """The git of one repository.

    Raises:
        GitError: when git is missing, or does not take the folder for a repository.

    """

    def __init__(self, root: str) -> None:
        self.root = root
        top = self.run("rev-parse", "--show-toplevel")
        self.root = os.path.realpath(os.fsdecode(top.rstrip(b"\n")))

    def inner(self, path: str) -> str:
        """A path as the repository has it."""
        return os.path.relpath(os.path.realpath(path), self.root).replace(os.sep, "/")

    def run(self, *words: str, asked: bytes = b"") -> bytes:
        """What git prints when it is asked for something."""
        done = subprocess.run(
            [_program(), *_NO_SURPRISES, *words],
            cwd=self.root,
            env=_environment(os.environ),
            input=asked,
            capture_output=True,
            check=False,
        )
        if done.returncode:
            raise GitError(_said(self.root, done.stderr.decode("utf-8", "replace")))
        return done.stdout

    def contents(self, names: Iterable[str]) -> dict[str, bytes]:
        """What is stored under some names, but for those under which nothing is."""
        return dict(_stored(self.run("cat-file", "--batch", asked="\n".join(names).encode())))


def _stored(said: bytes) -> Iterator[tuple[str, bytes]]:
    """The names and the contents in what `cat-file --batch` prints."""
    at = 0
    while at < len(said):
        end = said.index(b"\n", at)
        name, what, *size = said[at:end].decode("utf-8", "replace").split()
        at = end + 1
        if size and what == "blob":
            yield name, said[at : at + int(size[0])]
        at += int(size[0]) + 1 if size else 0


def _program() -> str:
    """Where git is, by a path that is whole: never a program of the folder that is looked at."""
    names = ("git.exe",) if os.name == "nt" else ("git",)
    for folder in os.get_exec_path():
        for name in names if os.path.isabs(folder) else ():
            path = os.path.join(folder, name)
            if os.path.isfile(path) and os.access(path, os.X_OK):
                return path
    raise GitError("git is not installed, or not to be found")


def _environment(given: Mapping[str, str]) -> dict[str, str]:
    """The environment without what a hook says of another repository."""
    kept = {
        name: said
        for name, said in given.items()
        if not name.startswith("GIT_") or name.startswith("GIT_CONFIG_")
    }
    kept.pop("GIT_CONFIG_PARAMETERS", None)
    return kept | _SURROUNDINGS


def _said(root: str, complaint: str) -> str:
    """What git has against a repository, and what to do where that is known."""
    if "dubious ownership" in complaint:
        return (
            f"{root} belongs to somebody else, so git does not look into it;"
            f" if you trust it: git config --global --add safe.directory {root}"
        )
    lines = complaint.strip().splitlines()
    reason = next((line for line in lines if line.startswith(_COMPLAINT)), None)
    return f"git says of {root}: {reason or next(iter(lines), 'nothing')}"


def root_of(path: str) -> str:
    """The folder of the repository that a file is in.

    Raises:
        GitError: when it is in none.

    """
    folder = os.path.realpath(path)
    while not os.path.exists(os.path.join(folder, ".git")):
        above = os.path.dirname(folder)
        if above == folder:
            raise GitError(f"{path} is in no git repository")
        folder = above
    return folder
