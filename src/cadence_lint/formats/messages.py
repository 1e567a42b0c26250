"""What a touch says: its copy, in all the places and versions that people write it in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cadence_lint.formats import keys, values
from cadence_lint.patterns import regex
from cadence_lint.sequence import Message
from cadence_lint.source.tree import Items, Mapping

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cadence_lint.formats.intake import Intake, Keys
    from cadence_lint.formats.values import Way
    from cadence_lint.source import Text
    from cadence_lint.source.tree import Entry

_SUBJECT_LINE = regex(r"\s*subject(?: line)?\s*:([^\r\n]*)[\r\n]*", re.IGNORECASE)
_NOTES = frozenset({"instructions", "notes"})
"""Names of a call's script that may also be what somebody notes about the call."""


def read_messages(intake: Intake, found: Keys, way: Way) -> tuple[Message, ...]:
    """The messages of a touch, one for each enabled variant; none where nobody sees the touch."""
    if way.channel == "task" or way.action in ("view", "like"):
        return ()
    own = _message(intake, found, way, intake.plain(found.get("variant")))
    messages = tuple(_variants(intake, found.get("variants"), way, own))
    return messages or (own,)


def _variants(intake: Intake, entry: Entry | None, way: Way, own: Message) -> Iterator[Message]:
    if entry and isinstance(entry.value, Mapping):
        intake.fault("variants are a list, each with a `- label`", entry.value.span)
    items = entry.value.items if entry and isinstance(entry.value, Items) else []
    for index, item in enumerate(items):
        if not isinstance(item, Mapping):
            intake.fault("a variant is keys with values, such as `label` and `body`", item.span)
            continue
        if not intake.may_add_message(item.span):
            return
        found = intake.keys(item, keys.VARIANT_NAMES)
        if intake.value(found.get("enabled"), values.is_yes) is not False:
            label = intake.plain(found.get("label")) or chr(ord("A") + index % 26)
            yield _filled_up(_message(intake, found, way, label), own)


def _message(intake: Intake, found: Keys, way: Way, variant: str | None) -> Message:
    body = intake.copy(found, "body")
    script = intake.copy(found, "script") if way.channel in ("call", "video") else None
    voicemail = _voicemail(intake, found)
    if way.channel == "call":
        if script is None or (body is not None and _is_note(found)):
            script = body
        if way.voicemail and voicemail is None:
            script, voicemail = None, script
        return Message(variant, None, None, script, voicemail)
    subject = intake.copy(found, "subject")
    if body is not None and way.channel == "email" and not (subject and subject.value.strip()):
        subject, body = _split_subject(subject, body)
    return Message(variant, subject, body, script, voicemail)


def _voicemail(intake: Intake, found: Keys) -> Text | None:
    """What is said to the machine; a mere yes or no does not say it."""
    voicemail = intake.copy(found, "voicemail")
    return None if voicemail is None or values.is_truth(voicemail.value) else voicemail


def _is_note(found: Keys) -> bool:
    entry = found.get("script")
    return entry is not None and keys.fold(entry.key.value) in _NOTES


def _filled_up(said: Message, own: Message) -> Message:
    """A variant with what it leaves to its touch."""
    return said._replace(
        subject=own.subject if said.subject is None else said.subject,
        body=own.body if said.body is None else said.body,
        script=own.script if said.script is None else said.script,
        voicemail=own.voicemail if said.voicemail is None else said.voicemail,
    )


def _split_subject(subject: Text | None, body: Text) -> tuple[Text | None, Text]:
    """A body that opens with `Subject: …` brings its own subject."""
    found = _SUBJECT_LINE.match(body.value)
    if not found:
        return subject, body
    return body.cut(*found.span(1)).strip(), body.cut(found.end(), len(body.value))
