"""Git, asked for what it has stored: no filter, hook or other program of a repository is run."""

from __future__ import annotations

import os
import subprocess

_NO_SURPRISES = (
    "--no-pager",
    "--literal-pathspecs",
    "-c",
    "core.fsmonitor=false",
    "-c",
    "core.hooksPath=/dev/null",
    "-c",
    "protocol.allow=never",
)
_SURROUNDINGS = {
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",
}


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

    def run(self, *words: str) -> bytes:
        """What git prints."""
        kept = {name: said for name, said in os.environ.items() if not name.startswith("GIT_")}
        try:
            done = subprocess.run(
                ["git", *_NO_SURPRISES, *words],
                cwd=self.root,
                env=kept | _SURROUNDINGS,
                stdin=subprocess.DEVNULL,
                capture_output=True,
                check=False,
            )
        except FileNotFoundError:
            raise GitError("git is not installed, or not to be found") from None
        if done.returncode:
            reason = done.stderr.decode("utf-8", "replace").strip().partition("\n")[0]
            raise GitError(f"git says of {self.root}: {reason or 'nothing'}")
        return done.stdout


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
