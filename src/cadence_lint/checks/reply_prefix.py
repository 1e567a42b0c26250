"""A subject starts with Re: or Fwd: although there is nothing that it answers or passes on.

Or it has one too many: in a reply the mail program puts the prefix there by itself.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from cadence_lint.checks import Objection
from cadence_lint.patterns import regex
from cadence_lint.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cadence_lint.linting.case import Case
    from cadence_lint.reading import Passage
    from cadence_lint.sequence import Message, Touch

SCOPE = "sequence"

_PREFIX = regex(r"\s*((?:re|fw|fwd|aw|wg|antw|tr|rv)\s*+(?:\[\d+\]\s*+)?:)\s*", re.IGNORECASE)
_REAL_ESTATE = regex(r"\s*RE\s*:\s*real estate\b", re.IGNORECASE)
_EARLIER = frozenset("original previous earlier prior initial thread".split())
_WORDS = regex(r"[a-z]+")
_THEIR_EMAIL = regex(r"^[^\n]{10,200}\bwrote:[^\S\n]*+\n\s*+>", re.MULTILINE)


class Options(Record):
    """What a rule may set."""

    kind: Literal["fake", "doubled"] = "fake"
    """Prefixes without an earlier email, or prefixes that stand there twice."""


class Values(Record):
    """What a message may name."""

    prefix: str
    subject: str
    """The subject without its prefixes."""


def check(case: Case, options: Options) -> Iterator[Objection]:
    """Object to each email whose subject claims an earlier one in vain, or twice.

    The only email that is written out may have its thread elsewhere, where it follows one up.
    """
    yield from _fake(case) if options.kind == "fake" else _doubled(case)


def _fake(case: Case) -> Iterator[Objection]:
    earlier: set[str] = set()
    for touch in case.touches:
        if touch.channel != "email" or _is_late_one_alone(case, touch) or _quotes_them(case, touch):
            continue
        said = list(_subjects(case, touch))
        answers = touch.thread == "reply" and bool(earlier)
        for message, passage in said:
            found = _prefix(passage, case)
            if found and not answers and not _is_among(earlier, passage):
                yield _objection(touch, message, passage, found)
                break
        earlier.update(_base(text.value) for _, passage in said for text in passage.renderings)
        earlier.discard("")


def _is_late_one_alone(case: Case, touch: Touch) -> bool:
    """Whether no other email's copy is here, and it speaks of an earlier one."""
    is_alone = not any(
        each.channel == "email" and each.says("body") for each in case.touches if each is not touch
    )
    return is_alone and (
        any(
            fact.part == "body"
            for message in touch.messages
            for fact in case.reading(message).facts("bump", "follow-up-cliche")
        )
        or any(_names_an_earlier_one(passage) for _, passage in _subjects(case, touch))
    )


def _names_an_earlier_one(passage: Passage) -> bool:
    """Whether a field holds the subject of an earlier email: `Re: {{original_subject}}`."""
    fields = _fields(passage)
    return any(not _EARLIER.isdisjoint(_WORDS.findall(field)) for field in fields)


def _quotes_them(case: Case, touch: Touch) -> bool:
    """Whether an email of theirs stands below it: a template for answers brings none."""
    return "relationship" not in case.sequence.assumed and any(
        _THEIR_EMAIL.search(passage.text.value)
        for message in touch.messages
        if (passage := case.reading(message).passages.get("body"))
    )


def _doubled(case: Case) -> Iterator[Objection]:
    """A typed prefix in a reply, where the mail program adds its own, or two typed ones."""
    has_thread = False
    for touch in case.touches:
        if touch.channel != "email":
            continue
        adds_one = touch.thread == "reply" and has_thread
        for message, passage in _subjects(case, touch):
            found = _prefix(passage, case)
            if not found:
                continue
            is_added = adds_one and not _stands_for_any(passage)
            is_twice = _PREFIX.match(passage.text.value, found.end())
            if is_added or (is_twice and not _is_late_one_alone(case, touch)):
                yield _objection(touch, message, passage, found)
                break
        has_thread = True


def _objection(touch: Touch, message: Message, passage: Passage, found: re.Match[str]) -> Objection:
    spot = passage.quote(*found.span(1)).said_in(touch, message)
    subject = " ".join(_without_prefixes(passage.text.value).split())
    return Objection(
        values=Values(found[1], subject), spots=(spot,), touch=touch, variant=message.variant
    )


def starts_as_reply(subject: str) -> bool:
    """Whether a subject starts with Re:, Fwd: or the like."""
    return _PREFIX.match(subject) is not None


def _subjects(case: Case, touch: Touch) -> Iterator[tuple[Message, Passage]]:
    for message in touch.messages:
        passage = case.reading(message).passages.get("subject")
        if passage:
            yield message, passage


def _prefix(passage: Passage, case: Case) -> re.Match[str] | None:
    found = _PREFIX.match(passage.text.value)
    if _REAL_ESTATE.match(passage.text.value):
        return None
    if found and found[1].rstrip(": ") in case.config.vocabulary.allow:
        return None  # RE: is real estate there
    return found


def _is_among(earlier: set[str], passage: Passage) -> bool:
    """Whether there was an earlier email of that subject, more or less, or a field for it."""
    base = _base(passage.text.value)
    if any(base == other or _is_part(base, other) or _is_part(other, base) for other in earlier):
        return True
    return bool(earlier) and _stands_for_any(passage)


def _is_part(some: str, whole: str) -> bool:
    """Whether two words and more stand in another subject: "Re: dock slots – a new figure"."""
    return " " in some and f" {some} " in f" {whole} "


def _stands_for_any(passage: Passage) -> bool:
    """Whether a field holds the subject of whichever email this answers."""
    base = _base(passage.text.value)
    return any(base == field or "subject" in field for field in _fields(passage))


def _fields(passage: Passage) -> list[str]:
    """The fields and blanks of a subject, as they are written."""
    value = passage.text.value
    spans = [(field.start, field.end) for field in passage.template.fields]
    spans += [(blank.start, blank.end) for blank in passage.template.placeholders]
    return [_base(value[start:end]) for start, end in spans]


def _base(subject: str) -> str:
    """A subject without its prefixes, as mail programs compare it."""
    return " ".join(_without_prefixes(subject).lower().split())


def _without_prefixes(subject: str) -> str:
    rest = subject
    while found := _PREFIX.match(rest):
        rest = rest[found.end() :]
    return rest
