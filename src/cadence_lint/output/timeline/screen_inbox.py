"""The inbox on the screen: what the phone shows of each step, threads together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadence_lint.output import words
from cadence_lint.output.terminal import padded, width_of, wrap
from cadence_lint.output.timeline.text import column_words, differing, landing_words, time_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cadence_lint.output.terminal import Look
    from cadence_lint.timeline import Entry, Timeline, Version

_GAP = 2
_IN_THREAD = "↳ "
_WIDEST = 72
"""Columns that a text takes at most: no phone is wider."""
_NO_COPY = "(no text in the file)"


def inbox_lines(timeline: Timeline, look: Look) -> list[str]:
    """What arrives, one below another; none where nothing does."""
    entries = [entry for thread in timeline.inbox for entry in thread.entries]
    whens = [line for entry in entries for line in _when(entry)]
    if not entries:
        return []
    width = len(_IN_THREAD) + max(map(width_of, whens), default=0) + _GAP
    lines = [look.paint("bold", "what arrives")]
    for thread in timeline.inbox:
        for place, entry in enumerate(thread.entries):
            lines += [""] * (place == 0)
            lines += _Entry(entry, place > 0, width, look).lines()
    return lines


def _when(entry: Entry) -> list[str]:
    """The day and the time of an entry, one below the other."""
    moment, date = entry.moment, entry.moment.step.date
    day = landing_words(moment.step) if date is None else column_words(date)
    time = "" if moment.minute is None else time_words(moment.minute)
    return [each for each in (day, time) if each]


def _has_text(version: Version) -> bool:
    return bool(version.preview or version.voicemail or version.script)


class _Entry:
    """One thing that arrives, as lines."""

    def __init__(self, entry: Entry, is_reply: bool, width: int, look: Look) -> None:
        self.entry = entry
        self.step = entry.moment.step
        self.is_reply = is_reply
        self.width = width
        self.look = look
        self.room = max(min(look.width - width, _WIDEST), 10)

    def lines(self) -> Iterator[str]:
        """The day on the left, what the phone shows on the right."""
        left = _when(self.entry)
        right = list(self._shown())
        left += [""] * (len(right) - len(left))
        right += [""] * (len(left) - len(right))
        for count, (when, text) in enumerate(zip(left, right, strict=True)):
            lead = _IN_THREAD if self.is_reply and count == 0 else " " * len(_IN_THREAD)
            start = padded(lead + when, self.width)
            yield f"{self.look.paint('dim', start)}{text}".rstrip()

    def _shown(self) -> Iterator[str]:
        yield from self._headline()
        versions = differing(self.entry.versions)
        if self.entry.is_silent:
            yield "no voicemail" if self.step.channel == "call" else "without a note"
        for count, version in enumerate(versions):
            if len(versions) > 1:
                yield from self._dim(f'{"or " * bool(count)}version "{version.name or count + 1}"')
            yield from self._version(version)
        is_empty = not any(map(_has_text, versions))
        if is_empty and self.step.is_noticed and not self.entry.is_silent:
            yield from self._dim(_NO_COPY)

    def _headline(self) -> Iterator[str]:
        """Who it is from, or what the phone says; and which step it is, at the right."""
        which = f"step {self.step.number} · {words.channel_words(self.step.channel)}"
        first, *rest = wrap(self.entry.headline, self.room)
        gap = self.look.width - self.width - width_of(first) - width_of(which)
        style = "bold" if self.step.is_noticed else "dim"
        first = self.look.paint(style, first)
        yield first + " " * gap + self.look.paint("dim", which) if gap > 1 else first
        yield from (self.look.paint(style, line) for line in rest)
        if gap <= 1:
            yield from self._dim(which)

    def _version(self, version: Version) -> Iterator[str]:
        if version.subject:
            yield from wrap(version.subject, self.room)
        yield from self._text("", version.preview)
        yield from self._text("voicemail: ", version.voicemail)
        yield from self._text("if they answer: ", version.script)

    def _text(self, label: str, text: str) -> Iterator[str]:
        if not text:
            return
        first, *rest = wrap(f"{label}{text}", self.room)
        yield self.look.paint("dim", label) + first[len(label) :] if label else first
        yield from rest

    def _dim(self, said: str) -> Iterator[str]:
        yield from (self.look.paint("dim", line) for line in wrap(said, self.room))
