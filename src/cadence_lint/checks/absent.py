"""A part that every reader expects is not there: an email without a subject, or without a body.

A file that holds no copy at all is a plan, and nothing is missing from it. What a person sends by
hand is written then.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from cadence_lint.checks import Objection
from cadence_lint.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cadence_lint.linting.case import Case
    from cadence_lint.reading import Reading
    from cadence_lint.sequence import Touch

SCOPE = "message"
TRAITS = {"kind": ("forgotten", "not-pasted")}


class Options(Record):
    """What a rule may set."""

    part: Literal["subject", "body"]
    """A subject is missing where an email opens a thread; a body where its key stands empty."""


class Values(Record):
    """What a message may name."""

    channel: str
    """`email`, `text message`, `LinkedIn message`."""


_SHOWN = {"sms": "text message", "linkedin": "LinkedIn message", "mail": "letter"}


def check(case: Case, touch: Touch, reading: Reading, options: Options) -> Iterator[Objection]:
    """Object to a message that some reader gets without the part.

    The trait `kind` is `not-pasted` where none of a pasted text's emails has a subject: whoever
    copied the bodies left them behind.
    """
    if touch.manual or not case.sequence.has_copy:
        return
    is_missing = _has_no_subject if options.part == "subject" else _has_empty_body
    if not is_missing(touch, reading):
        return
    yield Objection(
        values=Values(_SHOWN.get(touch.channel, touch.channel)),
        about=touch.about,
        about_part=options.part if options.part in reading.passages else None,
        traits={"kind": "forgotten" if _has_subjects(case) else "not-pasted"},
    )


def _has_no_subject(touch: Touch, reading: Reading) -> bool:
    body = reading.passages.get("body")
    opens = touch.channel == "email" and touch.thread == "new"
    if not opens or body is None or not body.raw.value.strip():
        return False
    return "subject" not in reading.passages or _is_blank(reading, "subject")


def _has_empty_body(touch: Touch, reading: Reading) -> bool:
    is_note = touch.channel == "linkedin" and touch.action not in ("message", "inmail")
    if is_note or touch.channel not in ("email", "linkedin", "sms", "mail"):
        return False  # to connect without a note, or to call without a script, is a choice
    return _is_blank(reading, "body")


def _is_blank(reading: Reading, part: Literal["subject", "body"]) -> bool:
    """Whether some reader sees nothing of a part that the file has."""
    passage = reading.passages.get(part)
    return passage is not None and any(not text.value.strip() for text in passage.renderings)


def _has_subjects(case: Case) -> bool:
    """Whether subjects are a thing in this file."""
    return case.sequence.format != "text" or case.sequence.has_subjects
