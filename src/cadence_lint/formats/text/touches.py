"""From headings and the lines between them to touches."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadence_lint.formats.text.draft import UNLABELLED, Draft
from cadence_lint.formats.text.headings import BOLD, HASH, Heading
from cadence_lint.formats.text.labels import COPY, REMARK, counts_in_copy
from cadence_lint.formats.text.page import Phrase, Slice
from cadence_lint.formats.text.words import read_parts
from cadence_lint.source import Span

if TYPE_CHECKING:
    from cadence_lint.formats.text.draft import Version
    from cadence_lint.formats.text.labels import Label
    from cadence_lint.formats.text.page import Page
    from cadence_lint.formats.text.plan import Plan

_MOST_TOUCHES = 2001
"""One more than any sequence may have, so that the rest of an endless text costs nothing."""


class Walk:
    """Goes through the lines from the first touch on and puts the touches together."""

    def __init__(self, page: Page, plan: Plan, start: int) -> None:
        self.page = page
        self.plan = plan
        self.start = start
        self.drafts: list[Draft] = []
        self.day: Heading | None = None
        """The latest heading that says a day, for those below it that say none."""
        self.wait: Phrase | None = None
        self.part = UNLABELLED
        self.variant: Version | None = None
        self.in_fence = False
        self.value_line = -1
        """The line that is the value of the label above it."""

    def drafted(self) -> list[Draft]:
        """All touches of the text."""
        headings = {heading.line: heading for heading in self.plan.headings}
        numbers = range(self.start, len(self.page.lines))
        if numbers and self.start not in headings:
            self._open(None, self.start)
        for number in numbers:
            if len(self.drafts) > _MOST_TOUCHES:
                break
            if number in headings:
                self._take_heading(headings[number])
            elif self.drafts and number != self.value_line:
                self._take_line(number)
        return self.drafts

    # Headings

    @property
    def draft(self) -> Draft:
        """The touch that is being read."""
        return self.drafts[-1]

    @property
    def version(self) -> Version:
        """What is being read of it: what all readers get, or a variant."""
        return self.variant or self.draft.common

    def _open(self, heading: Heading | None, number: int) -> Draft:
        draft = Draft(self.page, heading, number)
        self.drafts.append(draft)
        self.part, self.variant = UNLABELLED, None
        return draft

    def _sibling(self, number: int) -> Draft:
        """Another touch on the same day, without a heading of its own."""
        day = self.draft.entries.get("day")
        draft = self._open(None, number)
        draft.entries |= {"day": day} if day else {}
        return draft

    def _take_heading(self, heading: Heading) -> None:
        if heading.rank in (HASH, BOLD):
            self.in_fence = False
        before = self.draft if self.drafts else None
        if heading.parts.is_wait:
            self.wait = heading.parts.said["delay"]
            if before:
                before.is_closed = True
        elif before and _is_its_voicemail(before, heading):
            before.is_closed = False
            before.common.labels["voicemail"] = heading.at
            self.part, self.variant = "voicemail", None
        else:
            if before and _is_but_a_day(before, heading):
                self.drafts.pop()
            self._say_heading(self._open(heading, heading.line), heading)

    def _say_heading(self, draft: Draft, heading: Heading) -> None:
        said = dict(heading.parts.said)
        wait, self.wait = self.wait, None
        if self.day and self.day.depth >= heading.depth:
            self.day = None
        if said.keys() & {"day", "delay"}:
            self.day = heading
        elif self.day and "day" in self.day.parts.said:
            said["day"] = self.day.parts.said["day"]
        elif wait:
            said["delay"] = wait
        if "day" in said:
            said.pop("delay", None)
        if heading.parts.channels:
            said["channel"] = heading.parts.channels[0]
        for key, phrase in said.items():
            draft.say(key, phrase)

    # Lines

    def _take_line(self, number: int) -> None:
        line = self.page.lines[number]
        if line.kind == "fence":
            self.in_fence = not self.in_fence
        elif line.kind == "week":
            self.draft.is_closed = self.draft.heading is not None
        elif line.kind in ("", "blank") and not self._ends_touch(number):
            label = self.plan.labels.get(number)
            if label and self._is_label(label, number):
                self._take_label(label, number)
            elif self.in_fence or not (line.level and self.plan.has_marks):
                self._add(Slice(line, line.start, in_fence=self.in_fence))

    def _ends_touch(self, number: int) -> bool:
        """Whether a line is beyond the touch: below another heading of Markdown."""
        level, above = self.page.lines[number].level, self.draft.heading
        if self.in_fence or not self.plan.has_marks or number in self.plan.labels:
            level = 0
        if level and (above is None or above.rank != HASH or level <= above.level):
            self.draft.is_closed = True
        return self.draft.is_closed

    def _add(self, one: Slice) -> None:
        if self.part != REMARK:
            self.version.add(self.part, one)
        elif one.line.kind == "blank":
            self.part = UNLABELLED

    # Labels

    def _is_label(self, label: Label, number: int) -> bool:
        """Whether a line that looks like a label is one here, and not a line of the copy."""
        if label.name == "subject" and self.version.has_copy:
            return label.is_marked or self.page.is_gap(number - 1)
        return label.name == "subject" or not self.draft.has_copy or counts_in_copy(label)

    def _take_label(self, label: Label, number: int) -> None:
        name = label.name
        if name == "notes" and self.draft.channel not in ("call", "voicemail"):
            name = REMARK
        elif name == "note":
            name = "body" if self.draft.channel.startswith("linkedin") else REMARK
        if name == "subject":
            self._take_subject(label, number)
        elif name == "variant":
            self.part, self.variant = UNLABELLED, self._variant(label)
        elif name in COPY:
            self._take_part(name, label, number)
        elif name in (REMARK, "comment"):
            self.part = REMARK
        else:
            self._take_value(label)

    def _variant(self, label: Label) -> Version:
        return self.draft.variant(Phrase(label.letter, label.at, label.at))

    def _take_part(self, part: str, label: Label, number: int) -> None:
        """Begin the part of the copy that a label announces."""
        draft = self.draft
        if part == "voicemail" and draft.channel not in ("", "call", "voicemail"):
            draft = self._sibling(number)
        if part in ("script", "voicemail") and not draft.channel and not draft.has_subject:
            draft.say("channel", Phrase("call", label.at, label.at))
        if label.letter:
            self.variant = self._variant(label)
        self.part = part
        self.version.labels.setdefault(part, label.at)
        if label.has_value:
            line = self.page.lines[number]._replace(end=label.value.end)
            self._add(Slice(line, label.value.start, is_whole=False, in_fence=self.in_fence))

    def _take_subject(self, label: Label, number: int) -> None:
        if self.version.has_copy and not label.letter and not self.variant:
            self._sibling(number)
        self.part = UNLABELLED
        value = self.page.unwrapped(self._value_below(label, number) or label.value)
        said = self._variant(label) if label.letter else self.version
        self.draft.add_subject(self.page.entry("subject", label.at, value), said, label.at)

    def _value_below(self, label: Label, number: int) -> Span | None:
        """The line below a marked `Subject` without a value, which is its value."""
        lines = self.page.lines
        below = number + 1
        if label.is_heading and below < len(lines) and lines[below].kind == "blank":
            below += 1
        if label.has_value or not label.is_marked or below >= len(lines) or lines[below].kind:
            return None
        self.value_line = below
        return Span(lines[below].start, lines[below].end)

    def _take_value(self, label: Label) -> None:
        """Take the value of `Channel:`, `Day:`, `Timing:`, `Action:` and the like."""
        draft, value = self.draft, self.page.unwrapped(label.value)
        self.part = UNLABELLED
        parts = read_parts(self.page.text, value, strict=False)
        said = parts.said if parts else {}
        said.pop("label", None)
        if parts and parts.channels and label.name in ("channel", "action", "when"):
            said["channel"] = parts.channels[0]
        for key, phrase in said.items():
            is_new = key not in draft.entries and not (key == "delay" and "day" in draft.entries)
            is_other = key == label.name == "channel" and not draft.channel.startswith(phrase.value)
            if is_new or is_other:
                draft.say(key, phrase._replace(about=label.at))
        if not said and label.name != "when" and label.has_value:
            entry = self.page.entry(label.name, label.at, value)
            draft.entries.setdefault(label.name, entry)


def _is_its_voicemail(before: Draft, heading: Heading) -> bool:
    """Whether a heading is about the voicemail of the call before it."""
    parts = heading.parts
    is_voicemail = [channel.value for channel in parts.channels[:1]] == ["voicemail"]
    is_new = "delay" in parts.said or "voicemail" in before.common.copies
    if not is_voicemail or is_new or before.channel != "call":
        return False
    return parts.day is None or bool(before.heading and before.heading.parts.day == parts.day)


def _is_but_a_day(before: Draft, heading: Heading) -> bool:
    """Whether the touch before is only a day, whose touches follow below it."""
    above = before.heading
    if above is None or before.has_copy or before.has_subject or above.parts.channels:
        return False
    return above.depth < heading.depth and above.parts.day is not None
