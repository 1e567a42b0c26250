"""A sequence in its situation: all that a check may ask about, worked out on first use."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from cadence_lint.checks import Spot
from cadence_lint.lazy import lazy
from cadence_lint.reading import Reading, read_message
from cadence_lint.room import Room, room_of
from cadence_lint.schedule import Landing, Schedule, plan

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from cadence_lint.checks import PerAudience
    from cadence_lint.config import Config
    from cadence_lint.reading.facts.judgement import Judgement
    from cadence_lint.rulebook import Book
    from cadence_lint.sequence import Message, Sequence, Touch


_PUNCTUATION = str.maketrans(dict.fromkeys('.,;:!?()"', " ") | {"\u2019": "'"})
"""What stands beside words, and the apostrophe within them."""


EXPECTED_DAYS = 2.0
"""Days after a request or an event in which quick contact is welcome."""


class Case:
    """A sequence, its schedule, its room, and what its messages say."""

    def __init__(
        self,
        sequence: Sequence,
        book: Book,
        config: Config,
        start: date | None = None,
        today: date | None = None,
    ) -> None:
        self.sequence = sequence
        self.config = config
        self._book = book
        self._start = start
        self._today = today
        self._readings: dict[int, Reading] = {}
        self.rests_on_today = False
        """Whether somebody asked for the day, and the file does not say when it starts."""

    @lazy
    def schedule(self) -> Schedule:
        """When each touch lands."""
        return plan(self.sequence, self._start)

    @lazy
    def reading_day(self) -> date:
        """The day from which the sequence is read: its start, else today."""
        start = self._start or self.sequence.start
        if start is not None:
            return start
        self.rests_on_today = True
        if self._today is None:
            from datetime import date

            return date.today()
        return self._today

    @lazy
    def contacts(self) -> tuple[Landing, ...]:
        """What the prospect notices, as far as its day is known."""
        return self.schedule.contacts(self._points_to_email)

    @lazy
    def room(self) -> Room:
        """What is going on for the recipient."""
        return room_of(self.sequence, self.config.room)

    @lazy
    def first_and_last(self) -> tuple[int, int]:
        """The numbers of the first and the last touch that the prospect notices; 0 if none."""
        noticed = [touch.number for touch in self.touches if touch.is_noticed]
        return (noticed[0], noticed[-1]) if noticed else (0, 0)

    @lazy
    def first_said(self) -> int:
        """The number of the first touch that says something, or may; 0 if none.

        Whoever asks to connect without a note has said nothing yet.
        """
        return next(
            (
                touch.number
                for touch in self.touches
                if touch.is_noticed and (touch.action != "connect" or touch.says("body"))
            ),
            0,
        )

    @lazy
    def first_email(self) -> Touch | None:
        """The first touch that is an email."""
        return next((touch for touch in self.touches if touch.channel == "email"), None)

    @property
    def is_expected(self) -> bool:
        """Whether the reader has asked for something, or has met the sender at an event."""
        audience = self.sequence.audience
        return audience.relationship == "inbound" or "event" in audience.context

    @property
    def touches(self) -> tuple[Touch, ...]:
        """The enabled touches, in the order in which they land."""
        return self.sequence.touches

    def reading(self, message: Message) -> Reading:
        """What was understood of a message."""
        known = self._readings.get(id(message))
        if known is None:
            vocabulary = self.config.vocabulary
            known = read_message(
                message,
                self.language,
                self._book.phrases(self.language),
                (*vocabulary.company, *vocabulary.products),
            )
            self._readings[id(message)] = known
        return known

    @lazy
    def heard(self) -> tuple[tuple[Touch, Message, Reading], ...]:
        """What the prospect gets to read or to hear, in order, and what was understood of it."""
        return tuple(
            (touch, message, self.reading(message))
            for touch, message in self.messages()
            if touch.is_noticed
        )

    def doing(self, facts: Iterable[str]) -> list[tuple[Touch, Message, Reading]]:
        """What is heard that does one of some things, in order."""
        places = {place for name in facts for place in self._places_of.get(name, ())}
        return [self.heard[place] for place in sorted(places)]

    @lazy
    def heard_facts(self) -> frozenset[str]:
        """The names of all that is done in what the prospect gets to read or to hear."""
        return frozenset(self._places_of)

    @lazy
    def _places_of(self) -> dict[str, list[int]]:
        """Where in what is heard each fact occurs."""
        places: dict[str, list[int]] = {}
        for place, (_, _, reading) in enumerate(self.heard):
            for name in reading.by_name:
                places.setdefault(name, []).append(place)
        return places

    def goes_on_about_theirs(self, touch: Touch) -> bool:
        """Whether a touch before it spoke of a matter of the reader's, or said what is not here."""
        return self._theirs_from < touch.number

    @lazy
    def _theirs_from(self) -> float:
        """The number of the first touch that turns to the reader; of an email without copy too."""
        for touch in self.touches:
            if touch.channel == "email" and not touch.says("body"):
                return touch.number
            readings = (self.reading(message) for message in touch.messages)
            if any(heard.turns_to_reader for each in readings for heard in each.hearings):
                return touch.number
        return math.inf

    def messages(self) -> Iterator[tuple[Touch, Message]]:
        """Every message of every touch, in order."""
        for touch in self.touches:
            for message in touch.messages:
                yield touch, message

    @lazy
    def language(self) -> str:
        """The language that the sequence is written in; English where nothing tells."""
        from cadence_lint.reading.text.language import language_of

        if self.sequence.language:
            return self.sequence.language[:2].lower()
        texts = (text.value for _, message in self.messages() for text in message.parts.values())
        words = "\n".join(texts).lower().translate(_PUNCTUATION).split()
        return language_of(words) or "en"

    @property
    def is_understood(self) -> bool:
        """Whether there are phrase lists for the language of the copy."""
        return self._book.phrases(self.language) is not None

    def limit(self, number: PerAudience) -> float | None:
        """A number that may depend on the segment or the purpose; a purpose outranks a segment."""
        if not isinstance(number, dict):
            return number
        purpose, segment = self.sequence.purpose, self.sequence.audience.segment
        return number.get(purpose or "", number.get(segment or ""))

    def _points_to_email(self, touch: Touch) -> bool:
        return any(
            fact.part == "voicemail"
            for message in touch.messages
            for fact in self.reading(message).facts("points-to-email")
        )


def excuses(touch: Touch, judgement: Judgement, facts: Iterable[str]) -> tuple[str, ...]:
    """Which of some facts excuse what a touch says.

    An email says nothing by pointing to another email, and who asks for a favour says no goodbye
    and gives nothing.
    """
    none = {
        "points-to-email": touch.channel == "email",
        "says-goodbye": judgement.trades,
        "useful-offer": judgement.trades,
        "useful-resource": judgement.trades,
    }
    return tuple(fact for fact in facts if not none.get(fact))


def day_spot(case: Case, touch: Touch) -> Spot:
    """Where a file says when a touch lands, else where the touch starts."""
    span = touch.places.get("day") or touch.places.get("delay") or touch.about
    return Spot(span, case.sequence.source.slice(span), touch.number)


def shown_day(touch: Touch) -> str:
    """A touch's day as people say it."""
    return f"{int(touch.day)}" if touch.day is not None else "?"


def shown_days(case: Case, days: float) -> str:
    """A number of the file's days as people say it: `one day`, `3 days`, `5 working days`."""
    unit = "working day" if case.sequence.business_days else "day"
    return f"one {unit}" if int(days) == 1 else f"{int(days)} {unit}s"


def shown_date(day: date) -> str:
    """A date as people say it: `Saturday 5 December`."""
    return f"{_WEEKDAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]}"


_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
