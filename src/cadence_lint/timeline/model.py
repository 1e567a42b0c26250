"""What a timeline is made of; every output of one draws these."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from cadence_lint.record import Record

if TYPE_CHECKING:
    import datetime

    from cadence_lint.finding import Finding, Severity
    from cadence_lint.linting.results import SequenceResult, Step


class Mark(Record):
    """What makes a day unlike others for the reader."""

    kind: Literal["weekend", "holiday", "period"]
    """`weekend` is any day of the week on which nothing goes out; `period` is what a team
    declares."""
    name: str
    region: str | None = None
    """Where a holiday is one, if the readers are in several regions."""


class Moment(Record):
    """A step as it lands."""

    step: Step
    minute: int | None
    """The reader's local time, in minutes after midnight; in the first of their time zones."""
    elsewhere: tuple[tuple[str, tuple[int, ...]], ...] = ()
    """Their other time zones, with the local time there; two times where winter and summer differ
    and the date is unknown."""
    findings: tuple[Finding, ...] = ()
    """What is wrong with it, the gravest first."""

    @property
    def severity(self) -> Severity | None:
        """How grave the gravest thing about it is."""
        return self.findings[0].severity if self.findings else None


class Day(Record):
    """One day of a plan."""

    number: int | None
    """The day in the file's own count; None for a day with a date and without a step."""
    date: datetime.date | None = None
    """Known once the sequence has a start."""
    marks: tuple[Mark, ...] = ()
    moments: tuple[Moment, ...] = ()
    crowded: Severity | None = None
    """How gravely steps crowd around this day."""

    @property
    def is_off(self) -> bool:
        """Whether the reader is off that day, or nothing goes out."""
        return any(mark.kind != "period" for mark in self.marks)


class Week(Record):
    """A week with at least one step: from Monday with a start, from the first day without."""

    number: int
    """1 for the first; a number that is left out is a week in which nothing arrives."""
    days: tuple[Day, ...]

    @property
    def moments(self) -> tuple[Moment, ...]:
        """The steps of the week."""
        return tuple(moment for day in self.days for moment in day.moments)

    @property
    def contacts(self) -> int:
        """How many of its steps the reader notices."""
        return sum(moment.step.is_noticed for moment in self.moments)

    @property
    def crowded(self) -> Severity | None:
        """How gravely the most crowded of its days is."""
        from cadence_lint.finding import SEVERITIES

        found = [day.crowded for day in self.days if day.crowded]
        return max(found, key=SEVERITIES.index, default=None)


class Version(Record):
    """What one version of a step shows; a step without versions has one, without a name."""

    name: str | None
    subject: str = ""
    """The subject as it arrives, with `Re:` in a thread."""
    preview: str = ""
    """The beginning of the text, as much as a phone shows."""
    voicemail: str = ""
    """All that a voicemail says."""
    script: str = ""
    """The beginning of what somebody hears who answers a call."""


class Entry(Record):
    """Something that arrives at the reader's, or a call."""

    moment: Moment
    sender: str
    """Whose name stands above it."""
    headline: str
    """What the phone says of it; for an email, who it is from."""
    versions: tuple[Version, ...]
    is_silent: bool = False
    """Whether it is known to leave no words: a call without a voicemail, a request without a
    note. Of a file without any copy, nothing is known."""


class Thread(Record):
    """What stands together in an inbox: an email with those that go on in its thread.

    Whatever is no email is a thread of its own.
    """

    entries: tuple[Entry, ...]


class Timeline(Record):
    """A sequence as its reader lives it."""

    sequence: SequenceResult
    start: datetime.date | None
    """The date of the first day, if there is one."""
    zones: tuple[str, ...]
    """The reader's time zones; the written times are those of the first."""
    channels: tuple[str, ...]
    """The channels of its steps, as they first come up."""
    weeks: tuple[Week, ...]
    unplaced: tuple[Moment, ...] = ()
    """Steps whose day the file does not say."""
    findings: tuple[Finding, ...] = ()
    """What is wrong with the plan as a whole, the gravest first."""
    inbox: tuple[Thread, ...] = ()
    """What arrives, in the order in which its threads begin."""
    is_whole: bool = True
    """Whether all of its file could be read."""

    @property
    def moments(self) -> tuple[Moment, ...]:
        """All steps, in order."""
        return (*(moment for week in self.weeks for moment in week.moments), *self.unplaced)
