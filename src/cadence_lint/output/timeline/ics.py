"""Timelines for a calendar program: RFC 5545, an event for each step that has a date.

A step with a time is an event in the reader's time zone, or in no zone where the file names none;
one without is an event of the whole day. Nothing in it depends on when it was written: the same
plan has the same events, so that importing it again changes them and adds none.
"""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from cadence_lint.output import words
from cadence_lint.output.terminal import one_line
from cadence_lint.output.timeline.text import elsewhere_words, time_words, what_words
from cadence_lint.output.timeline.zones import zone_lines
from cadence_lint.version import VERSION

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from cadence_lint.timeline import Entry, Moment, Timeline

_OCTETS = 75
"""How long a line may be, without its end."""
_DURATION = "PT15M"
_ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})


def render(timelines: Iterable[Timeline]) -> str:
    """One calendar with the steps of all of them."""
    drawn = list(timelines)
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//cadence-lint//cadence-lint {VERSION}//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{_text(drawn[0].sequence.name if len(drawn) == 1 else 'cadence-lint')}",
    ]
    for zone, dates in _zones(drawn).items():
        lines += zone_lines(zone, min(dates), max(dates))
    for timeline in drawn:
        for moment in timeline.moments:
            if moment.step.date is not None:
                lines += _event(timeline, moment, moment.step.date)
    lines.append("END:VCALENDAR")
    return "".join(f"{_folded(line)}\r\n" for line in lines)


def _zones(timelines: list[Timeline]) -> dict[str, list[date]]:
    """The time zones in which there are events, and the dates of those."""
    dates: dict[str, list[date]] = {}
    for timeline in timelines:
        for moment in timeline.moments:
            if timeline.zones and moment.minute is not None and moment.step.date is not None:
                dates.setdefault(timeline.zones[0], []).append(moment.step.date)
    return dates


def _event(timeline: Timeline, moment: Moment, day: date) -> Iterator[str]:
    entry = _entry(timeline, moment)
    yield "BEGIN:VEVENT"
    yield f"UID:{_uid(timeline, moment)}"
    yield f"DTSTAMP:{day:%Y%m%d}T000000Z"
    yield from _when(timeline, moment, day)
    yield f"SUMMARY:{_text(_summary(timeline, moment, entry))}"
    described = _description(moment, entry)
    if described:
        yield f"DESCRIPTION:{_text(described)}"
    yield f"CATEGORIES:{_text(words.channel_words(moment.step.channel))}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _when(timeline: Timeline, moment: Moment, day: date) -> Iterator[str]:
    """When an event is; one without a time takes the whole day."""
    if moment.minute is None:
        yield f"DTSTART;VALUE=DATE:{day:%Y%m%d}"
        return
    zone = f";TZID={timeline.zones[0]}" if timeline.zones else ""
    yield f"DTSTART{zone}:{day:%Y%m%d}T{time_words(moment.minute).replace(':', '')}00"
    yield f"DURATION:{_DURATION}"


def _uid(timeline: Timeline, moment: Moment) -> str:
    """A name for an event: of the plan, of when it starts, and of the step.

    The folders before the file's name are not in it: they are as the command line says them.
    """
    sequence = timeline.sequence
    file = sequence.id.rpartition("/")[2]
    identity = (file, sequence.name, f"{timeline.start}", f"{moment.step.number}")
    said = "\x1f".join(identity).encode("utf-8", "backslashreplace")
    return f"{sha256(said).hexdigest()[:24]}@cadence-lint"


def _entry(timeline: Timeline, moment: Moment) -> Entry | None:
    entries = (entry for thread in timeline.inbox for entry in thread.entries)
    return next((each for each in entries if each.moment is moment), None)


def _summary(timeline: Timeline, moment: Moment, entry: Entry | None) -> str:
    step = moment.step
    what = what_words(entry) if entry else step.label or ""
    said = f"step {step.number} · {words.channel_words(step.channel)}"
    return ": ".join(filter(None, (timeline.sequence.name, f"{said}{' · ' * bool(what)}{what}")))


def _description(moment: Moment, entry: Entry | None) -> str:
    """What the phone shows, the time elsewhere, and what is wrong."""
    versions = entry.versions if entry else ()
    shown = [version.preview or version.voicemail for version in versions[:1]]
    wrong = [f"! {each.message}" for each in moment.findings if each.severity != "info"]
    return "\n".join(one_line(line) for line in (*shown, elsewhere_words(moment), *wrong) if line)


def _text(value: str) -> str:
    """A value as a calendar holds it: nothing in it ends a line or begins a property."""
    lines = (one_line(line) for line in value.split("\n"))
    return "\n".join(lines).encode("utf-8", "replace").decode().translate(_ESCAPES)


def _folded(line: str) -> str:
    """A line in pieces of as many octets as may be; no character is taken apart."""
    pieces: list[str] = []
    piece, used = "", 0
    for character in line:
        size = len(character.encode())
        if used + size > _OCTETS:
            pieces.append(piece)
            piece, used = " ", 1
        piece += character
        used += size
    return "\r\n".join((*pieces, piece))
