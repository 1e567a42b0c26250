"""The report as data: what the page shows, and nothing about how."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from cadence_lint.record import NamedTuple, Record

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cadence_lint.finding import Error, Severity
    from cadence_lint.linting.results import SequenceResult, Step
    from cadence_lint.reading.whom.about import About
    from cadence_lint.timeline import Timeline

Verdict = Literal["do not send", "fix first", "ready", "read in part", "not judged"]
VERDICTS: tuple[Verdict, ...] = ("do not send", "fix first", "ready", "read in part", "not judged")

Verdicts = dict[Verdict, int]
"""How many sequences have which verdict."""


class Row(Record):
    """How a sequence stands among the others."""

    address: str
    """Its fragment in the page's address."""
    name: str
    file: str
    folder: str
    persona: str
    verdict: Verdict
    points: float
    must: int
    should: int
    details: int
    steps: int
    people: int | None
    """How many it reaches, where the file says so."""
    faults: tuple[str, ...]
    """The rules that found more than a detail."""


class Fault(Record):
    """What is wrong in some of the sequences."""

    rule: str
    summary: str
    why: str
    severity: Severity
    """The gravest that it has anywhere."""
    sequences: int
    findings: int


class Mending(Record):
    """What to mend wherever it is, and what comes of it."""

    faults: tuple[tuple[str, int], ...]
    """Each in words, and in how many sequences it is to be mended."""
    before: int
    """How many are ready with all that was mended before."""
    ready: int
    """How many are ready then."""


class Group(Record):
    """Some of the sequences: those of a folder, or for a persona."""

    name: str
    verdicts: Verdicts
    faults: tuple[tuple[Fault, int], ...]
    """What fails most among them, and in how many."""


class Week(NamedTuple):
    """A week, and how often somebody is contacted in it."""

    label: str
    contacts: int


class Meeting(Record):
    """Several sequences that would reach the same people in the same weeks."""

    audience: str
    rows: tuple[Row, ...]
    weeks: tuple[Week, ...]
    limit: int | None
    is_dated: bool
    """Whether their starts are known; else the weeks are counted as if they started together."""


class Habits(Record):
    """What all sequences do, counted."""

    gaps: tuple[tuple[str, int], ...]
    """How many touches follow the one before after how long."""
    crowding: tuple[tuple[str, int], ...]
    """How many sequences keep to the limit in their fullest week, and by how much others do not."""
    subjects: tuple[tuple[str, Mapping[About, int]], ...]
    """How many words are about whom, by the place of the message in its sequence."""


class Ignored(Record):
    """A decision to live with something, and what came of it."""

    what: tuple[str, ...]
    """The rules in words."""
    where: str
    address: str | None
    reason: str
    until: str | None
    outcome: str
    findings: int


class Piece(NamedTuple):
    """A stretch of copy that is marked throughout, or not at all."""

    words: str
    severity: Severity | None
    """The gravest of what was found in it."""
    numbers: tuple[int, ...]
    """The comments that are about it."""
    ending: tuple[int, ...]
    """Those whose words end with it."""
    is_field: bool


class Sentence(NamedTuple):
    """A sentence, by how long it is and whom it is about."""

    words: int
    about: About
    text: str


class Part(Record):
    """A subject, a body, a script or a voicemail."""

    name: str
    pieces: tuple[Piece, ...]
    sentences: tuple[Sentence, ...]


class Sheet(Record):
    """What one message says."""

    variant: str | None
    parts: tuple[Part, ...]


class Comment(Record):
    """What a reader minds, beside the copy: it has the number that stands at the words."""

    number: int
    severity: Severity
    touch: int | None
    voice: str
    """Whose word the message is: `reader thinks`."""
    message: str
    advice: str
    quotes: tuple[str, ...]
    """The words, where the copy does not show them marked."""
    rule: str
    why: str
    variant: str | None


class Stop(Record):
    """A step with its copy and what was found there."""

    step: Step
    sheets: tuple[Sheet, ...]
    comments: tuple[Comment, ...]


class Gap(NamedTuple):
    """How long the reader has peace between two contacts."""

    first: int
    second: int
    days: float


class Chapter(Record):
    """One sequence, from its verdict to its last step."""

    row: Row
    result: SequenceResult
    notes: tuple[str, ...]
    first: tuple[Comment, ...]
    """What to mend first."""
    whole: tuple[Comment, ...]
    """What was found about the plan as a whole."""
    stops: tuple[Stop, ...]
    weeks: tuple[Week, ...]
    limit: int | None
    """How many contacts are welcome in a week."""
    gaps: tuple[Gap, ...]
    ignored: tuple[Ignored, ...]
    timeline: Timeline | None
    """When each step lands, and what the reader sees of it, where the request keeps sequences."""


class Report(Record):
    """All that the page says."""

    root: str
    """The folder that all files are in."""
    chapters: tuple[Chapter, ...]
    """Of each sequence, the worst first."""
    verdicts: Verdicts
    people: Verdicts
    """How many people are enrolled in sequences with which verdict; empty where no file says."""
    must: int
    should: int
    details: int
    faults: tuple[Fault, ...]
    """What fails, most often first."""
    mendings: tuple[Mending, ...]
    folders: tuple[Group, ...]
    personas: tuple[Group, ...]
    habits: Habits
    meetings: tuple[Meeting, ...]
    ignored: tuple[Ignored, ...]
    errors: tuple[Error, ...]
    notes: tuple[tuple[str, str], ...]
    """Files that hold no sequence, and why."""

    @property
    def rows(self) -> list[Row]:
        """All sequences as they stand."""
        return [chapter.row for chapter in self.chapters]
