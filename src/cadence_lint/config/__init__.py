"""The configuration: which rules are on, with which limits, and what a team takes for granted."""

from __future__ import annotations

import os
from functools import lru_cache
from typing import TYPE_CHECKING

from cadence_lint.record import Record
from cadence_lint.source import SetupError

if TYPE_CHECKING:
    from datetime import date

    from cadence_lint.discovery.path_patterns import PathPattern
    from cadence_lint.finding import Severity
    from cadence_lint.room import Period
    from cadence_lint.source import Source
    from cadence_lint.source.tree import Mapping, Scalar

Assumed = dict[str, tuple[str, ...]]
"""What to take for granted, by key."""


class Files(Record):
    """Some files, by patterns as in .gitignore."""

    folder: str
    """What the patterns are relative to: where the configuration stands that has them."""
    patterns: tuple[str, ...]

    def hold(self, path: str) -> bool:
        """Whether a file is one of them."""
        from cadence_lint.discovery.path_patterns import hold  # not without patterns

        try:
            relative = os.path.relpath(os.path.abspath(path), self.folder)
        except ValueError:  # on another drive
            return False
        names = relative.replace(os.sep, "/").split("/")
        return hold(compiled(self.patterns), names)


@lru_cache(maxsize=64)
def compiled(patterns: tuple[str, ...]) -> tuple[PathPattern, ...]:
    """Patterns as in .gitignore, ready to match."""
    from cadence_lint.discovery.path_patterns import read_patterns

    return read_patterns(pattern.removeprefix("./") for pattern in patterns)


class RuleSetting(Record):
    """What a configuration says of a rule, or of all rules that a glob matches."""

    key: Scalar
    severity: Severity | None
    is_off: bool
    options: Mapping | None
    """Options as they are written; they are read once the rule's check is known."""
    source: Source

    @property
    def pattern(self) -> str:
        """The rule's id, or a family or a glob for several."""
        return self.key.value


class Override(Record):
    """Other settings for some of the files."""

    files: Files
    rules: tuple[RuleSetting, ...]
    assume: Assumed


class Ignore(Record):
    """A decision to live with a finding, for files that can hold no comment."""

    rule: Scalar
    """A rule's id, a family or a glob, with its place."""
    files: Files | None
    """None for all files."""
    touch: int | None
    reason: str
    until: date | None


class Vocabulary(Record):
    """A team's own names and words."""

    company: tuple[str, ...] = ()
    """Your company's names: they count as "we"."""
    products: tuple[str, ...] = ()
    """The names of what you sell."""
    allow: tuple[str, ...] = ()
    """Words that are never jargon and never shouting."""
    prefer: dict[str, str] = {}
    """The words that you agreed on: `{clients: customers}` wants customers."""


class Config(Record):
    """A configuration as it was read, with what it extends already in it."""

    path: str | None = None
    folder: str = ""
    preset: str = "recommended"
    rule_folders: tuple[str, ...] = ()
    plugins: tuple[str, ...] = ()
    rules: tuple[RuleSetting, ...] = ()
    overrides: tuple[Override, ...] = ()
    assume: Assumed = {}
    vocabulary: Vocabulary = Vocabulary()
    positioning: tuple[str, ...] = ()
    platform_adds: frozenset[str] = frozenset()
    room: tuple[Period, ...] = ()
    include: Files | None = None
    """The only files to lint; None for all."""
    exclude: tuple[Files, ...] = ()
    ignore: tuple[Ignore, ...] = ()
    require_reason: bool = False
    never_suppress: tuple[Scalar, ...] = ()
    """What nobody may suppress: ids, families and globs, with their places."""
    texts: tuple[str, ...] = ()
    """All that was read for it, as it was written."""

    def includes(self, path: str) -> bool:
        """Whether a file is to be linted."""
        if self.include is not None and not self.include.hold(path):
            return False
        return not any(files.hold(path) for files in self.exclude)


class BrokenConfig(SetupError):
    """A configuration that was come across and cannot be taken.

    It costs the files that it holds for, and nobody else's result.
    """

    def __init__(self, problem: SetupError, path: str | None) -> None:
        Exception.__init__(self, str(problem))
        self.place = problem.place
        self.message = problem.message
        self.path = path
        """The configuration; None where it was in looking for one that the problem arose."""
