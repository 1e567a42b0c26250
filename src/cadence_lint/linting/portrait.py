"""What a picture of a sequence is made of, beside what was found: its words, and its contacts.

Worked out while the readings are at hand, so that results need not keep those.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadence_lint.config.selection import all_rules
from cadence_lint.reading.text.visible import renderings
from cadence_lint.record import NamedTuple, Record

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cadence_lint.config.selection import ActiveRule
    from cadence_lint.linting.case import Case
    from cadence_lint.linting.request import Settings
    from cadence_lint.reading import Passage
    from cadence_lint.reading.whom.about import About
    from cadence_lint.sequence import Message, Part, Touch
    from cadence_lint.source import Text

_WEEK = 7


class Told(NamedTuple):
    """A sentence that is said to the reader, and whom it is about."""

    start: int
    end: int
    about: About


class Said(Record):
    """One part of a message as a reader sees it: a subject, a body, a voicemail."""

    part: Part
    text: Text
    sentences: tuple[Told, ...]
    """Those that are about somebody, or could be: no greeting, no signature, no subject."""
    fields: tuple[tuple[int, int], ...]
    """Where merge fields and blanks stand."""


class Spoken(Record):
    """What one message says."""

    touch: int
    variant: str | None
    parts: tuple[Said, ...]


class Portrait(Record):
    """What is said in a sequence, and how often."""

    spoken: tuple[Spoken, ...]
    contacts: tuple[int, ...]
    """The touches that count as contacts, by their numbers."""
    weekly: int | None
    """How many contacts in a week are welcome, where a rule sets a limit."""
    expected: int
    """How many more are welcome in the first two days, where the reader expects them."""


def portray(case: Case, settings: Settings) -> Portrait:
    """What a sequence says, and how often it may say something."""
    weekly, expected = _welcome(case, settings)
    return Portrait(
        tuple(_spoken(case, touch, message) for touch, message in case.messages()),
        tuple(landing.touch.number for landing in case.contacts),
        weekly,
        expected if case.is_expected else 0,
    )


# What is said


def _spoken(case: Case, touch: Touch, message: Message) -> Spoken:
    passages = case.reading(message).passages
    parts = (
        _said(passages[part], text, is_understood=case.is_understood)
        for part, text in message.parts.items()
    )
    return Spoken(touch.number, message.variant, tuple(parts))


def _said(passage: Passage, text: Text, *, is_understood: bool) -> Said:
    template = passage.template
    fields = [(field.start, field.end) for field in template.fields]
    fields += [(blank.start, blank.end) for blank in template.placeholders]
    judged = is_understood and passage.part != "subject"
    sentences = tuple(_told(passage)) if judged else ()
    return Said(passage.part, renderings(text)[0], sentences, tuple(sorted(fields)))


def _told(passage: Passage) -> Iterator[Told]:
    for saying in passage.sayings:
        if saying.is_said and saying.plain.words:
            yield Told(saying.sentence.start, saying.sentence.end, saying.about)


# How often


def _welcome(case: Case, settings: Settings) -> tuple[int | None, int]:
    """The limit of the rule about contacts in a week, also where that rule is off."""
    for active in (*_weekly(settings.rules), *_weekly(all_rules(settings.book))):
        limit = case.limit(active.options.max)
        if limit is not None:
            return int(limit), active.options.extra_when_expected
    return None, 0


def _weekly(rules: Iterable[ActiveRule]) -> Iterator[ActiveRule]:
    """The rules that count all contacts within a week."""
    for active in rules:
        if active.rule.check != "touch-count":
            continue
        options = active.options
        if options.within == _WEEK and not options.channels and options.part == "any":
            yield active
