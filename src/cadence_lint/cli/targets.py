"""The files that a command is to write: never over what it reads, nor one over another."""

from __future__ import annotations

import os
import stat
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from cadence_lint.cli.plain import UsageError
from cadence_lint.source.names import YAML_NAMES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from cadence_lint.discovery import Found

    Identity = tuple[int, int] | str
    """What two names of one file have in common: the file itself, or its path to be."""

_NEVER_WRITTEN = (*YAML_NAMES, ".toml")
"""How files end that people write: sequences, configurations, rules. No output is one."""


def refuse_overwriting(
    option: str,
    paths: Sequence[str],
    files: Iterable[Found] = (),
    baselines: Iterable[str | None] = (),
) -> None:
    """Refuse to write over what a run reads, before it does anything.

    Raises:
        UsageError: when a path is a file to lint, a baseline, another output, or something that
            people write.

    """
    taken = {_identity(path): "is the baseline" for path in baselines if path is not None}
    wanted: dict[Identity, str] = {}
    for path in paths:
        identity = _identity(path)
        if identity is None:
            continue
        if identity in taken:
            raise _refused(option, path, taken[identity])
        taken[identity] = "is written by two outputs"
        wanted[identity] = path
    for file in files if any(map(os.path.exists, paths)) else ():
        target = wanted.get(_identity_of(file) or "")
        if target is not None and (file.is_named or _holds_a_sequence(target)):
            raise _refused(option, target, "is a file to lint")
    for path in wanted.values():
        if path.lower().endswith(_NEVER_WRITTEN) and os.path.exists(path):
            raise _refused(option, path, "is there already, and may be one of yours")


@contextmanager
def named(path: str) -> Iterator[None]:
    """Write a file, which is named where that fails; else only opening it would name it."""
    try:
        yield
    except OSError as problem:
        problem.filename = problem.filename or path
        raise


def _refused(option: str, path: str, why: str) -> UsageError:
    return UsageError(f"{option}: {path} {why}, and would be written over; name another file")


def _identity_of(file: Found) -> Identity | None:
    """The file itself, of standard input the one that is piped in."""
    if file.path != "-":
        return _identity(file.path)
    try:
        return _in_itself(os.fstat(sys.stdin.fileno()))
    except (OSError, ValueError):  # a stream without a file
        return None


def _identity(path: str) -> Identity | None:
    """What a name stands for; None for what can be written any number of times."""
    try:
        return _in_itself(os.stat(path))
    except OSError:
        return os.path.normcase(os.path.realpath(path))


def _in_itself(status: os.stat_result) -> Identity | None:
    return (status.st_dev, status.st_ino) if stat.S_ISREG(status.st_mode) else None


def _holds_a_sequence(path: str) -> bool:
    """Whether a file that was come across is read as a sequence, as no output is."""
    from cadence_lint.formats import read
    from cadence_lint.source import Source
    from cadence_lint.source.decoding import Undecodable, decode

    try:
        with open(path, "rb") as file:
            reading = read(Source(path, decode(file.read())), is_named=False)
    except (OSError, Undecodable):
        return False
    return bool(reading.sequences or reading.faults)
