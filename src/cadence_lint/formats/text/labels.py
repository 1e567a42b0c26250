"""Lines that say what follows them: `Subject: …`, `Variant B`, `Persona: …`."""

from __future__ import annotations

import re
from typing import NamedTuple

from cadence_lint.formats.text.headings import LONGEST, Phrase


class Label(NamedTuple):
    """A line such as `Subject: …`."""

    name: str
    start: int
    end: int
    value_start: int
    value_end: int
    is_marked: bool
    is_heading: bool
    letter: str = ""
    """The variant that it belongs to: `Subject B: …`."""

    @property
    def has_value(self) -> bool:
        """Whether anything stands behind it on its line."""
        return self.value_start < self.value_end


_HEADER = [
    "name",
    "purpose",
    "goal",
    "language",
    "start",
    "business_days",
    "send_days",
    "stop_on",
    "consent",
    "reviewed",
]
_AUDIENCE = ["persona", "relationship", "segment", "region", "timezone"]
HEADER_KEYS = {
    **{name: name for name in (*_HEADER, *_AUDIENCE)},
    "sequence": "name",
    "sequence_name": "name",
    "cadence": "name",
    "cadence_name": "name",
    "campaign": "name",
    "title": "name",
    "objective": "goal",
    "start_date": "start",
    "exit_criteria": "stop_on",
    "target_persona": "persona",
    "target": "persona",
    "audience": "persona",
    "time_zone": "timezone",
    "country": "region",
}
"""What stands before the first touch, by how people write it."""
AUDIENCE_KEYS = frozenset(_AUDIENCE)

_COMMENTS = (
    "alt subjects",
    "alternative subjects",
    "subject line options",
    "success metric",
    "timing note",
    "why it works",
    "why this works",
    "word count",
)
_REMARKS = ("best for", "format rules", "subject lines", "subject options", "tone")
"""Remarks for people that need Markdown's marks, since a copy may hold the words."""
_AIMS = (
    "angle",
    "cta",
    "format",
    "goal",
    "hook",
    "kpi",
    "length",
    "objective",
    "personalisation",
    "personalization",
    "purpose",
    "tip",
    "tips",
    "trigger",
)
"""Remarks that a copy may hold as well, so that they are remarks only before it."""
_LABELS = {
    "subject": "subject",
    "subject line": "subject",
    "email subject": "subject",
    "subj": "subject",
    "body": "body",
    "email body": "body",
    "message": "body",
    "message body": "body",
    "linkedin message": "body",
    "connection message": "body",
    "connection note": "body",
    "email copy": "body",
    "copy": "body",
    "template": "body",
    "text": "body",
    "script": "script",
    "call script": "script",
    "talk track": "script",
    "voicemail": "voicemail",
    "voice mail": "voicemail",
    "voicemail script": "voicemail",
    "voicemail message": "voicemail",
    "vm": "voicemail",
    "channel": "when",
    "day": "day",
    "send day": "day",
    "delay": "when",
    "wait": "when",
    "time": "when",
    "send time": "when",
    "timing": "when",
    "send": "when",
    "action": "action",
    "type": "when",
    "thread": "thread",
    "note": "note",
    "notes": "notes",
    "instructions": "notes",
    "talking points": "notes",
    **dict.fromkeys(_COMMENTS, "comment"),
    **dict.fromkeys(_REMARKS, "remark"),
    **dict.fromkeys(_AIMS, "aim"),
}
BEFORE_COPY = frozenset({"when", "day", "action", "thread", "note", "aim"})
"""Labels that are labels only before the copy has begun; in it they are words like others."""
PLAIN_BEFORE_COPY = frozenset({"body", "notes", "remark"})
"""Labels that need Markdown's marks once the copy has begun."""
_LABEL = re.compile(
    r"[ \t]*+(?:>[ \t]*+)*+(?P<hash>\#{1,6}[ \t]++)?(?:[-+*•◦▪‣][ \t]++)?"
    r"(?P<bold>\*{1,3}|__?)?[ \t]*+(?P<name>[A-Za-z][A-Za-z/ \t\-]{0,24}?)"
    r"(?:[ \t]++(?P<letter>[A-F1-6]))?[ \t]*+(?:\([^()\n\r]{0,40}\)[ \t]*+)?"
    r"(?P<inner>\*{1,3}|__?)?[ \t]*+(?:(?P<colon>:)[ \t]*+(?P<outer>\*{1,3}|__?)?[ \t]*+|$)"
)
_SPACES = re.compile(r"[ \t]+")


def read_label(text: str, start: int, end: int) -> Label | None:
    """The label that a line begins with, and where what it says stands."""
    found = _LABEL.match(text, start, end)
    if found is None:
        return None
    name = _LABELS.get(_SPACES.sub(" ", found["name"].strip().lower().replace("-", " ")))
    if name is None or (found["letter"] and not _may_have_letter(name, found["letter"])):
        return None
    is_alone = found.end() >= end
    is_closed = bool(found["inner"] or found["outer"])
    if not found["colon"] and not (is_alone and (found["hash"] or (found["bold"] and is_closed))):
        return None
    last = found.end() + len(text[found.end() : end].rstrip())
    if found["bold"] and not is_closed and text.endswith(found["bold"], found.end(), last):
        last -= len(found["bold"])
    return Label(
        name,
        found.start("name"),
        found.end("colon") if found["colon"] else found.end("name"),
        found.end(),
        last,
        bool(found["bold"] or found["hash"]),
        bool(found["hash"]),
        found["letter"] or "",
    )


def _may_have_letter(name: str, letter: str) -> bool:
    """`Subject B:` and `Body B:` are a variant's; `Message 2:` is the second message."""
    return name == "subject" or (name == "body" and letter.isalpha())


_VARIANT = re.compile(
    r"[ \t]*+(?P<mark>\#{1,6}[ \t]++|\*\*|__)?[ \t]*+"
    r"(?P<noun>variant|version|option)[ \t]++(?P<letter>[A-F]|[1-6])(?!\w)[ \t]*+"
    r"(?:\*\*|__)?[ \t]*+(?P<rest>[:(–—\-][^\n\r]*+)?$",
    re.IGNORECASE,
)


def read_variant(text: str, start: int, end: int) -> Phrase | None:
    """The letter of a line such as `Variant A:`, after which an alternative is written."""
    found = _VARIANT.match(text, start, end)
    if found is None or end - start > LONGEST:
        return None
    rest = (found["rest"] or "").strip(" \t*_:")
    if not found["mark"] and (rest or found["noun"].lower() == "option"):
        return None
    return Phrase(found["letter"], *found.span("letter"), *found.span("noun"))


_KEY = re.compile(
    r"[ \t]*+(?:[-+*•][ \t]++)?(?:\*\*|__)?(?P<name>[A-Za-z][A-Za-z_ \t]{1,20}?)[ \t]*+"
    r"(?:\*\*|__)?[ \t]*+:[ \t]*+(?:\*\*|__)?[ \t]*+(?P<value>[^ \t].*)"
)


def read_header(text: str, start: int, end: int) -> tuple[str, Phrase] | None:
    """The key and value of a line such as `Persona: VP Finance` before the first touch."""
    found = _KEY.match(text, start, end)
    if found is None:
        return None
    key = HEADER_KEYS.get(_SPACES.sub("_", found["name"].strip().lower()))
    if key is None:
        return None
    value = found["value"].rstrip()
    value_start = found.start("value")
    return key, Phrase(value, value_start, value_start + len(value), *found.span("name"))
