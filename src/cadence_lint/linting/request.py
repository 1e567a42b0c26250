"""What a run is asked for, and what holds for each file because of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadence_lint.config.selection import Choice
from cadence_lint.record import Record

if TYPE_CHECKING:
    from datetime import date

    from cadence_lint.config import Assumed, Config, Override
    from cadence_lint.config.selection import ActiveRule
    from cadence_lint.rulebook import Book

LARGEST = 20_000_000
"""Bytes of a file; no sequence is larger, and reading what is none costs the rest of the run."""


class Request(Record):
    """What to lint, and how."""

    paths: tuple[str, ...] = (".",)
    config: str | None = None
    use_config: bool = True
    choice: Choice = Choice()
    start: date | None = None
    today: date | None = None
    """The day on which suppressions have ended, and copy without a start is old; the real one
    when absent."""
    wants_score: bool = True
    """Whether to judge by every rule too, which takes as long again."""
    keeps_sequences: bool = False
    """Whether the results keep the sequences that they are about, to compare them with others."""
    keeps_portraits: bool = False
    """Whether the results keep what a picture of each sequence is made of."""
    keeps_decisions: bool = False
    """Whether the results keep what came of each decision to live with a finding."""
    jobs: int = 1
    """How many processes may read the files."""
    uses_cache: bool = False
    """Whether what many files came to is kept, and taken from earlier runs where it holds."""


class Settings(Record):
    """What holds for one file."""

    config: Config
    overrides: tuple[Override, ...]
    """Those of the configuration that are meant for the file."""
    book: Book
    rules: list[ActiveRule]

    @property
    def assume(self) -> Assumed:
        """What to take for granted where the file does not say."""
        assume = dict(self.config.assume)
        for override in self.overrides:
            assume |= override.assume
        return assume
