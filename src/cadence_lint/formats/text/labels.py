"""Lines that say what follows them: `Subject: …`, `Variant B`, `Persona: …`."""

from __future__ import annotations

from cadence_lint.formats import keys
from cadence_lint.patterns import regex
from cadence_lint.record import NamedTuple
from cadence_lint.source import Span


class Label(NamedTuple):
    """A line such as `Subject: …`."""

    name: str
    at: Span
    value: Span
    is_marked: bool
    """Whether it stands in Markdown's marks."""
    is_heading: bool
    letter: str
    """The variant that it belongs to: `Subject B: …`."""

    @property
    def has_value(self) -> bool:
        """Whether anything stands behind it on its line."""
        return self.value.start < self.value.end


COPY = frozenset({"subject", "body", "script", "voicemail", "notes"})
"""Labels of what a touch says; any other says when and how, or is a remark for people."""
REMARK = "remark"

_LABELS = {
    "subject": "subject, subject line, email subject, subj",
    "body": "body, email body, message, message body, linkedin message, connection message,"
    " connection note, connection request, connection request note, invitation note, invite note,"
    " email copy, copy, template, text",
    "script": "script, call script, talk track",
    "voicemail": "voicemail, voice mail, voicemail script, voicemail message, vm, vm script,"
    " if vm, if voicemail",
    "note": "note",
    "notes": "notes, instructions, talking points",
    "channel": "channel, type",
    "action": "action",
    "day": "day, send day",
    "delay": "delay, wait",
    "time": "time, send time",
    "when": "timing, send",
    "thread": "thread",
    "variant": "variant, version, option",
    REMARK: "angle, best for, cta, format, format rules, goal, hook, kpi, length, objective,"
    " personalisation, personalization, purpose, tip, tips, tone, trigger, subject lines,"
    " subject options",
    # For people wherever they stand; no copy holds these words at the start of a line.
    "comment": "alt subjects, alternative subjects, subject line options, success metric,"
    " timing note, why it works, why this works, word count",
}
_NAMES = {name: label for label, names in _LABELS.items() for name in names.split(", ")}
_ANYWHERE = frozenset({"script", "voicemail", "comment", "variant"})
_MARK = r"(?:\*{1,3}|__?)"
_LABEL = regex(
    r"[ \t]*+(?:>[ \t]*+)*+(?P<hash>\#{1,6}[ \t]++)?(?:[-+*•◦▪‣][ \t]++)?"
    rf"(?P<bold>{_MARK})?[ \t]*+(?P<name>[A-Za-z][A-Za-z/_ \t\-]{{0,24}}?)"
    rf"(?:[ \t]++(?P<letter>[A-Fa-f1-6]))?[ \t]*+(?P<inner>{_MARK})?[ \t]*+"
    rf"(?:\([^()\n\r]{{0,40}}\)[ \t]*+{_MARK}?[ \t]*+)?"
    rf"(?:(?P<colon>:)[ \t]*+(?P<outer>{_MARK})?[ \t]*+|$)"
)


def read_label(text: str, at: Span) -> Label | None:
    """The label that a line begins with, and where what it says stands."""
    found = _LABEL.match(text, *at)
    if found is None:
        return None
    name = _NAMES.get(" ".join(found["name"].lower().replace("-", " ").split()))
    letter = found["letter"] or ""
    # `Subject B:` and `Body B:` are a variant's; `Message 2:` is the second message.
    if name is None or (letter and name not in ("subject", "variant", "body")):
        return None
    last = found.end() + len(text[found.end() : at.end].rstrip())
    is_marked = bool(found["bold"] or found["hash"])
    is_plain_option = found["name"].lower() == "option" or last > found.end()
    if name == "variant" and (not letter or (is_plain_option and not is_marked)):
        return None
    if (name == "body" and letter.isdigit()) or not (found["colon"] or is_marked or letter):
        return None
    is_closed = found["inner"] or found["outer"]
    if found["bold"] and not is_closed and text.endswith(found["bold"], found.end(), last):
        last -= len(found["bold"])
    end = found.end("colon") if found["colon"] else found.end("name")
    about, value = Span(found.start("name"), end), Span(found.end(), last)
    return Label(name, about, value, is_marked, bool(found["hash"]), letter)


def counts_in_copy(label: Label) -> bool:
    """Whether a label is one also where a copy has begun, and not a line of it."""
    return label.is_marked or label.name in _ANYWHERE


_FREE = frozenset({"name", "goal", "persona", "audience"})
_WORDS = frozenset({"purpose", "relationship", "segment", "consent", "language", "business_days"})
_LISTS = frozenset({"send_days", "stop_on", "region", "timezone"})
_DATES = frozenset({"start", "reviewed"})
_HEADER = {
    alias: name
    for name, aliases in (keys.HEADER_NAMES | keys.AUDIENCE_NAMES).items()
    if name in _FREE | _WORDS | _LISTS | _DATES
    for alias in aliases
} | {"cadence": "name", "target": "persona", "objective": "goal", "requiredfields": "fields"}


def read_header(text: str, at: Span) -> tuple[str, Span, Span] | None:
    """The key and value of a line such as `Persona: VP Finance` before the first touch.

    A value that the key cannot have (`Purpose: to get a call`) is a remark for people.
    """
    found = _LABEL.match(text, *at)
    key = _HEADER.get(keys.fold(found["name"])) if found and found["colon"] else None
    if found is None or key is None:
        return None
    value = text[found.end() : at.end].rstrip()
    if (key in _WORDS and len(value.split()) != 1) or (key in _DATES and not value[:1].isdigit()):
        return None
    start = found.end()
    return (key, Span(*found.span("name")), Span(start, start + len(value))) if value else None


def title_in(text: str, at: Span, *, is_marked: bool) -> Span | None:
    """The words of a line that may be the name of the sequence; a plain one must not be prose."""
    value = text[at.start : at.end]
    words = value.strip(" \t*_#")
    is_prose = len(words) > 80 or len(words.split()) > 10 or words[-1:] in ".?!:,;"
    if not words or (not is_marked and (is_prose or words[0] in "|<>")):
        return None
    start = at.start + value.index(words)
    return Span(start, start + len(words))
