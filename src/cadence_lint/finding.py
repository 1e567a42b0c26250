"""What a run says: findings, the words that they rest on, errors and notes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from cadence_lint.patterns import regex
from cadence_lint.record import NamedTuple, Record

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cadence_lint.source import Place

Severity = Literal["error", "warning", "info"]
Confidence = Literal["high", "medium", "low"]
SEVERITIES: tuple[Severity, ...] = ("info", "warning", "error")
_TRUST: tuple[Confidence, ...] = ("low", "medium", "high")


class Evidence(NamedTuple):
    """The words, or the value, that a finding rests on."""

    place: Place
    text: str
    """The raw slice of the source at the place."""
    quote: str
    """What the reader sees there."""
    touch: int | None = None
    variant: str | None = None
    line_text: str = ""
    """The line of the source on which it starts, for outputs that show it in its place."""


class Edit(Record):
    """A replacement of one range of a source."""

    place: Place
    replacement: str


class Fix(Record):
    """Text edits that would settle a finding; an unsafe one may change what the copy means."""

    safety: Literal["safe", "unsafe"]
    title: str
    edits: tuple[Edit, ...]


class Finding(NamedTuple):
    """One objection of one rule."""

    rule: str
    severity: Severity
    confidence: Confidence
    message: str
    advice: str
    place: Place
    sequence: str
    """The name of the sequence, which is made from the file's where it has none of its own."""
    sequence_id: str
    touch: int | None = None
    """The number of the touch; None for a finding about the whole sequence."""
    channel: str | None = None
    variant: str | None = None
    evidence: tuple[Evidence, ...] = ()
    touches: frozenset[int] = frozenset()
    """The touches that it speaks about: what a covering rule has to reach."""
    covered_by: str | None = None
    fix: Fix | None = None
    is_named: bool = True
    """Whether the sequence has a name of its own."""
    is_whole: bool = False
    """Whether its words only show where it is, and it would be the same with other words there."""

    @property
    def is_shown(self) -> bool:
        """Whether it speaks for itself: a covered finding is kept and not shown."""
        return self.covered_by is None


def rank(finding: Finding) -> tuple[int, int]:
    """What to fix first sorts first: the most serious, then the surest."""
    return (-SEVERITIES.index(finding.severity), -_TRUST.index(finding.confidence))


class Suppressed(Record):
    """A finding that somebody decided to live with."""

    finding: Finding
    reason: str
    until: str | None
    in_config: bool = False
    """Whether it is decided in the configuration, not beside the copy."""


class Note(Record):
    """Something that a reader of the results should know, and that is nobody's fault."""

    file: str
    line: int
    message: str


class Error(Record):
    """Input that could not be taken, or a rule that failed: where, why, and what to do."""

    kind: Literal["input", "rule"]
    file: str
    line: int
    column: int
    message: str
    rule: str | None = None


_MOVING = regex(
    r"(?:day|week|step)?\s*+[+-]?\d[\d.,]*+\s*+(?:\w++\s++)?(?:[dwhm]|days?|weeks?|hours?)?"
)
"""A day or a wait, which moves when a touch is inserted; a time of day does not."""


def fingerprints(findings: Iterable[Finding], counts: dict[bytes, int] | None = None) -> list[str]:
    """A short name for each finding that survives moved lines and renamed files.

    Made of the rule, the sequence's own name, the quoted words and a count among equals, which
    goes on where `counts` is given again. Days and waits are left out, and each quote counts once:
    they change when a touch is inserted.
    """
    from hashlib import sha256

    seen = {} if counts is None else counts
    names = []
    for finding in findings:
        name = sha256(_identity(finding).encode("utf-8", "backslashreplace"))
        equal = name.digest()
        ordinal = seen[equal] = seen.get(equal, 0) + 1
        name.update(f"\x1f{ordinal}".encode())
        names.append(name.hexdigest()[:16])
    return names


def _identity(finding: Finding) -> str:
    words = dict.fromkeys(filter(None, map(steady_words, finding.evidence)))
    return "\x1f".join((finding.rule, finding.sequence if finding.is_named else "", *words))


def steady_words(item: Evidence) -> str:
    """The words of some evidence as they are compared; none for a day or a wait."""
    quote = " ".join(item.quote.casefold().split())
    return "" if _MOVING.fullmatch(quote) else quote
