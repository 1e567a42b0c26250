"""The model: a sequence, its touches, and what each of them says.

What a file does not say is `None` here until it is assumed, so that every assumption can be
shown. Days are in the file's own count; the smallest is the first day, whether it is 0 or 1.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Literal

from cadence_lint.lazy import lazy
from cadence_lint.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from cadence_lint.source import Source, Span, Text

Purpose = Literal[
    "sales", "nurture", "recruiting", "fundraising", "renewal", "partnership", "press"
]
Relationship = Literal["cold", "warm", "inbound", "customer"]
Segment = Literal["exec", "mid", "smb"]
Consent = Literal["none", "implied", "express"]
Channel = Literal["email", "call", "linkedin", "sms", "video", "mail", "task", "other"]
"""`other` is a contact on a channel that no rule knows; `task` is work that nobody else sees."""
Action = Literal["connect", "message", "inmail", "view", "like", "comment"]
Part = Literal["subject", "body", "script", "voicemail"]
ALOUD: frozenset[Part] = frozenset({"script", "voicemail"})
"""The parts that are said, and not read."""

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
WORKING_DAYS = frozenset(range(5))


class Message(Record):
    """What one touch says; a touch with variants has one message each."""

    variant: str | None = None
    subject: Text | None = None
    body: Text | None = None
    script: Text | None = None
    voicemail: Text | None = None

    def part(self, name: Part) -> Text | None:
        """The text of one part, where the file has it."""
        text: Text | None = getattr(self, name)
        return text

    @lazy
    def parts(self) -> dict[Part, Text]:
        """The parts that the file has, in the order in which they are read."""
        names: tuple[Part, ...] = ("subject", "body", "script", "voicemail")
        return {name: text for name in names if (text := self.part(name)) is not None}


class Touch(Record):
    """One contact on one channel, or a task that the prospect never sees.

    `number` counts the enabled touches in the order in which they land; it is 0 until they are
    sorted. `day` is absolute, in the file's own count, and None where the file does not say.
    """

    channel: Channel
    span: Span
    """The touch as it stands in the file."""
    about: Span
    """Its first key: where a finding about the whole touch points."""
    number: int = 0
    action: Action | None = None
    label: str | None = None
    """What the file calls this touch, when its `type` is a purpose: `breakup`, `value_add`."""
    day: float | None = None
    minute: int | None = None
    """The written local time, in minutes after midnight."""
    thread: Literal["new", "reply"] | None = None
    """For an email: whether it opens a thread or goes on in the one before."""
    manual: bool = False
    messages: tuple[Message, ...] = ()
    places: Mapping[str, Span] = {}
    """Where the value of each key stands, by the key's canonical name."""

    @property
    def is_noticed(self) -> bool:
        """Whether the prospect notices this touch: no task, no view, no like."""
        return self.channel != "task" and self.action not in ("view", "like")

    @lazy
    def has_copy(self) -> bool:
        """Whether the file holds any of what is said."""
        return any(
            text.value.strip() for message in self.messages for text in message.parts.values()
        )

    def says(self, part: Part) -> bool:
        """Whether the file holds the words of a part, in any variant."""
        return any(
            (text := message.part(part)) is not None and text.value.strip()
            for message in self.messages
        )

    def place_of(self, key: str) -> Span:
        """Where the value of a key stands; the touch's first key where it has no such value."""
        return self.places.get(key, self.about)


class Remark(Record):
    """Something odd about how a file is written, for the rules about the file itself."""

    kind: str
    span: Span
    values: Mapping[str, str]


class Audience(Record):
    """Whom the sequence is for."""

    persona: str | None = None
    relationship: Relationship | None = None
    segment: Segment | None = None
    regions: tuple[str, ...] = ()
    timezones: tuple[str, ...] = ()
    context: Mapping[str, str] = {}
    """What the sender and the reader have in common: `event`, `date`, `spoke`, …"""


class Sequence(Record):
    """An ordered plan of touches for one audience."""

    source: Source
    id: str
    format: str
    name: str
    span: Span
    about: Span
    """Where a finding about the whole sequence points: the name, else the list's key."""
    touches: tuple[Touch, ...] = ()
    """The enabled touches, in the order in which they land."""
    purpose: Purpose | None = None
    audience: Audience = Audience()
    goal: str | None = None
    language: str | None = None
    start: date | None = None
    business_days: bool = False
    send_days: frozenset[int] | None = None
    """The weekdays on which touches go out, Monday is 0."""
    stop_on: tuple[str, ...] | None = None
    fields: Mapping[str, str] = {}
    consent: Consent | None = None
    reviewed: date | None = None
    replies: Mapping[str, str] = {}
    enrolled: int | None = None
    holidays: frozenset[date] = frozenset()
    """Days that the file itself keeps free."""
    remarks: tuple[Remark, ...] = ()
    places: Mapping[str, Span] = {}
    """Where the value of each key of the header stands, by its canonical name."""
    assumed: Mapping[str, str] = {}
    """What the file leaves unsaid, and what was assumed for it."""

    @lazy
    def has_copy(self) -> bool:
        """Whether the file holds any of what is said."""
        return any(touch.has_copy for touch in self.touches)

    @lazy
    def has_subjects(self) -> bool:
        """Whether any message has a subject, if an empty one."""
        return any(
            message.subject is not None for touch in self.touches for message in touch.messages
        )

    @lazy
    def numbers(self) -> frozenset[int]:
        """The numbers of all touches."""
        return frozenset(touch.number for touch in self.touches)

    @property
    def span_days(self) -> int | None:
        """Last day minus first day, in the file's unit; None where the days are unknown."""
        days = [touch.day for touch in self.touches if touch.day is not None]
        if len(days) < len(self.touches):
            return None if len(self.touches) > 1 else 0
        return int(max(days)) - int(min(days)) if days else 0

    def place_of(self, key: str) -> Span:
        """Where the value of a header's key stands, else where the whole sequence is named."""
        return self.places.get(key, self.about)


def number_touches(touches: Iterable[Touch]) -> tuple[Touch, ...]:
    """Sort touches into the order in which they land, and number them.

    By day, then by time where both have one, then as they stand in the file. A touch whose day
    is unknown lands right after the one before it in the file.
    """
    dated: list[tuple[float, Touch]] = []
    latest = float("-inf")
    for touch in touches:
        latest = touch.day if touch.day is not None else latest
        dated.append((latest, touch))
    dated.sort(key=lambda pair: pair[0])
    ordered: list[Touch] = []
    for _, of_a_day in groupby(dated, key=lambda pair: (pair[0], pair[1].minute is None)):
        ordered += sorted((touch for _, touch in of_a_day), key=lambda touch: touch.minute or 0)
    return tuple(touch._replace(number=n) for n, touch in enumerate(ordered, 1))
