"""What a run says: of each sequence, of each file, and of them all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadence_lint.record import NamedTuple, Record
from cadence_lint.room import Room

if TYPE_CHECKING:
    import datetime
    from collections.abc import Mapping

    from cadence_lint.acceptance.suppressions import Outcome
    from cadence_lint.finding import Error, Finding, Note, Suppressed
    from cadence_lint.linting.portrait import Portrait
    from cadence_lint.rulebook.rule import Rule
    from cadence_lint.score import Score
    from cadence_lint.sequence import Sequence


class Step(NamedTuple):
    """A touch as an output shows it."""

    number: int
    channel: str
    action: str | None
    label: str | None
    day: float | None
    line: int
    is_noticed: bool
    date: datetime.date | None = None
    """Known once the sequence has a start."""


class SequenceResult(Record):
    """What a run says of one sequence."""

    id: str
    file: str
    line: int
    name: str
    format: str
    persona: str | None
    relationship: str
    segment: str
    steps: tuple[Step, ...]
    span_days: int | None
    assumed: Mapping[str, str]
    score: Score | None
    """None where the copy cannot be seen."""
    days_in_week: int = 7
    """How many of the file's days a week has: 5 where it counts the days from Monday to Friday."""
    send_days: frozenset[int] = frozenset()
    """The weekdays on which touches go out, Monday is 0."""
    room: Room = Room()
    """What is going on for the reader, for outputs that show the days around the touches."""
    sequence: Sequence | None = None
    """What it is made of, where the request keeps that."""
    portrait: Portrait | None = None
    """What is said in it, and how often, where the request keeps that."""


class Decided(Record):
    """A decision to live with findings, and what came of it."""

    file: str
    """Where it is written: beside the copy, or in the configuration."""
    line: int
    rules: tuple[str, ...]
    reason: str
    until: datetime.date | None
    outcome: Outcome
    in_config: bool


class FileResult(Record):
    """What a run says of one file."""

    file: str
    sequences: tuple[SequenceResult, ...] = ()
    findings: tuple[Finding, ...] = ()
    suppressed: tuple[Suppressed, ...] = ()
    notes: tuple[Note, ...] = ()
    errors: tuple[Error, ...] = ()
    known: tuple[Finding, ...] = ()
    """Findings that a baseline knows."""
    unchanged: tuple[Finding, ...] = ()
    """Findings that no changed line has a part in, where only changes count."""
    ran: frozenset[str] = frozenset()
    """The rules that ran, where the request keeps that."""
    decided: tuple[Decided, ...] = ()
    """What is suppressed in it, where the request keeps that."""
    ignored: tuple[tuple[int, Outcome], ...] = ()
    """What came of the entries under `ignore` of its configuration, by their positions there."""
    content: bytes = b""
    """A short name for what the file held, where the request uses the cache."""
    rests_on_today: bool = False
    """Whether it may be another tomorrow."""


class Accepted(Record):
    """What came of a baseline."""

    path: str
    gone: int
    """How many of its findings there are no more."""


class Run(Record):
    """What a run says of all files, sorted by their paths."""

    files: tuple[FileResult, ...]
    rules: Mapping[str, Rule] = {}
    """The rules that its findings and scores speak of, for outputs that say what they mean."""
    baseline: Accepted | None = None
    """The baseline that the findings were held against."""
    since: str | None = None
    """The revision since which lines have to have changed to count."""

    @property
    def sequences(self) -> list[SequenceResult]:
        """The sequences of all files."""
        return [sequence for file in self.files for sequence in file.sequences]

    @property
    def findings(self) -> list[Finding]:
        """All findings, the covered ones too."""
        return [finding for file in self.files for finding in file.findings]

    @property
    def shown(self) -> list[Finding]:
        """The findings that speak for themselves."""
        return [finding for finding in self.findings if finding.is_shown]

    @property
    def suppressed(self) -> list[Suppressed]:
        """What somebody decided to live with."""
        return [suppressed for file in self.files for suppressed in file.suppressed]

    @property
    def known(self) -> list[Finding]:
        """What a baseline knows, of what would speak for itself."""
        return [each for file in self.files for each in file.known if each.is_shown]

    @property
    def unchanged(self) -> list[Finding]:
        """What no changed line has a part in, of what would speak for itself."""
        return [each for file in self.files for each in file.unchanged if each.is_shown]

    @property
    def notes(self) -> list[Note]:
        """What a reader of the results should know."""
        return [note for file in self.files for note in file.notes]

    @property
    def errors(self) -> list[Error]:
        """What could not be taken."""
        return [error for file in self.files for error in file.errors]
