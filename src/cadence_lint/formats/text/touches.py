"""From headings and the lines between them to touches."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cadence_lint.formats.text.draft import UNLABELLED, Draft
from cadence_lint.formats.text.headings import BOLD, HASH, LIST, Phrase, read_heading, read_parts
from cadence_lint.formats.text.labels import BEFORE_COPY, PLAIN_BEFORE_COPY, read_variant
from cadence_lint.formats.text.page import Slice
from cadence_lint.source import Span

if TYPE_CHECKING:
    from cadence_lint.formats.text.draft import Done
    from cadence_lint.formats.text.headings import Heading, Parts
    from cadence_lint.formats.text.labels import Label
    from cadence_lint.formats.text.page import Page
    from cadence_lint.formats.text.plan import Plan

_MAIL_HEADER = re.compile(r"[ \t>*]*+(?:from|to|cc|date|sent)[ \t*]*+:", re.IGNORECASE)
_BARE_NUMBER = re.compile(r"\+?(\d{1,3})(?!\w)")
_QUOTE_MARK = re.compile(r"[ \t]*+>[ \t]?")
_QUOTED = (("`", "`"), ('"', '"'), ("“", "”"), ("**", "**"))
_SHORT = 60
"""No line is longer that names nothing but a channel."""
_MOST_TOUCHES = 2001
"""One more than any sequence may have, so that the rest of an endless text costs nothing."""
_REMARK = "remark"
"""A part for people: why, when, how well it works. It ends at the next blank line."""


class Walk:
    """Goes through the lines from the first touch on and puts the touches together."""

    def __init__(self, page: Page, plan: Plan, start: int) -> None:
        self.page = page
        self.text = page.text
        self.plan = plan
        self.start = start
        self.drafts: list[Draft] = []
        self.context: Heading | None = None
        """The latest heading that says a day, for those below it that say none."""
        self.wait: Phrase | None = None
        self.title_line: int | None = None
        self.part = UNLABELLED
        self.variant = 0
        self.in_fence = False
        self.awaits_subject: Label | None = None

    def touches(self) -> list[Done]:
        """All touches of the text."""
        numbers = range(self.start, len(self.page.lines))
        if numbers and self.start not in self.plan.by_line:
            self._open(None, self.start)
        for number in numbers:
            if len(self.drafts) > _MOST_TOUCHES:
                break
            heading = self.plan.by_line.get(number)
            if heading:
                self._take_heading(heading)
            elif self.drafts:
                self._take_line(number)
        return [done for draft in self.drafts for done in draft.finish()]

    # Headings

    @property
    def draft(self) -> Draft:
        """The touch that is being read."""
        return self.drafts[-1]

    def _open(self, heading: Heading | None, number: int) -> Draft:
        draft = Draft(self.page, heading, number)
        draft.title_line, self.title_line = self.title_line, None
        self.drafts.append(draft)
        self.part, self.variant, self.awaits_subject = UNLABELLED, 0, None
        return draft

    def _sibling(self, number: int) -> Draft:
        """Another touch on the same day, without a heading of its own."""
        before = self.draft
        draft = self._open(None, number)
        draft.heading = before.heading
        if "day" in before.entries:
            draft.entries["day"] = before.entries["day"]
        return draft

    def _take_heading(self, heading: Heading) -> None:
        if heading.rank in (HASH, BOLD):
            self.in_fence = False
        before = self.drafts[-1] if self.drafts else None
        if heading.is_wait:
            self.wait = heading.parts.delay
            if before:
                before.is_closed = True
            return
        if before and _is_its_voicemail(before, heading):
            before.is_closed = False
            before.copy_keys[0, "voicemail"] = Span(heading.start, heading.end)
            self.part, self.variant = "voicemail", 0
            return
        if before and _repeats(before, heading):
            return
        if before and _is_but_a_day(before, heading):
            self.drafts.pop()
            self.title_line = before.title_line
        self._say_heading(self._open(heading, heading.line), heading)

    def _say_heading(self, draft: Draft, heading: Heading) -> None:
        parts = heading.parts
        day, delay = self._timing(heading)
        said = {
            "day": day,
            "delay": None if day else delay,
            "time": parts.time,
            "thread": parts.thread,
            "manual": parts.manual,
            "label": parts.title,
        }
        for key, phrase in said.items():
            if phrase:
                draft.say(key, phrase)
        if parts.contacts:
            draft.say_contact(parts.contacts[0])

    def _timing(self, heading: Heading) -> tuple[Phrase | None, Phrase | None]:
        """The day and the delay of a heading, or of the heading above that holds for it."""
        wait, self.wait = self.wait, None
        parts = heading.parts
        if parts.day or parts.delay:
            self.context = heading
            return parts.day, parts.delay
        if self.context and self.context.depth >= heading.depth:
            self.context = None
        if self.context and self.context.parts.day:
            return self.context.parts.day, None
        return None, wait

    # Lines

    def _take_line(self, number: int) -> None:
        page = self.page
        if page.is_fence(number):
            self.in_fence = not self.in_fence
            return
        if page.is_rule(number) or page.is_comment(number):
            return
        line = page.lines[number]
        label = self.plan.labels.get(number)
        level = 0 if self.in_fence or not self.plan.has_marks else page.level(number)
        if level and not label and self._ends_touch(level):
            self.draft.is_closed = True
            self.title_line = number
        if page.is_week(number) and self.draft.heading:
            self.draft.is_closed = True
        if self.draft.is_closed:
            return
        if label and self._is_label(label, number):
            self._take_label(label, number)
            return
        letter = read_variant(self.text, line.start, line.end)
        if letter:
            self.part, self.variant = UNLABELLED, self.draft.variant(letter)
        elif not level and not self._takes_channel(number):
            self._add(Slice(line, line.start, self.in_fence))

    def _ends_touch(self, level: int) -> bool:
        """Whether a Markdown heading of some level ends the touch above it."""
        above = self.draft.heading
        return above is None or above.rank != HASH or level <= above.level

    def _add(self, one: Slice) -> None:
        is_blank = not self.text[one.start : one.line.end].strip()
        if self.part == _REMARK:
            if is_blank:
                self.part = UNLABELLED
        elif self.awaits_subject and not is_blank:
            label, self.awaits_subject = self.awaits_subject, None
            self._say_subject(label, one.start, one.line.end)
        else:
            self.draft.add(self.variant, self.part, one, is_blank=is_blank)

    def _takes_channel(self, number: int) -> bool:
        """Take a line that only names a channel, as `Email:`, under a heading that names none."""
        draft, line = self.draft, self.page.lines[number]
        heading = draft.heading
        if heading is None or (heading.is_counted and heading.parts.contacts) or self.in_fence:
            return False
        if not 2 <= line.end - line.start <= _SHORT:
            return False
        found = read_heading(self.text, number, line.start, line.end)
        if found is None or found.is_counted or not found.parts.is_known or found.rank == LIST:
            return False
        if not found.parts.contacts:
            return False
        is_bare = not self.text[found.start : found.end].rstrip(" \t*_").endswith(":")
        follows = number - 1 == draft.line and not draft.has_content
        if is_bare and found.rank != BOLD and not follows:
            return False
        if draft.has_content or draft.channel:
            draft = self._sibling(number)
        draft.say_contact(found.parts.contacts[0])
        draft.reach(found.end)
        return True

    # Labels

    def _is_label(self, label: Label, number: int) -> bool:
        """Whether a line that looks like a label is one here, and not a line of the copy."""
        draft = self.draft
        if label.name == "subject":
            if not draft.has_copy(self.variant):
                return True
            if _MAIL_HEADER.match(self.page.said_on(number - 1)):
                return False
            return label.is_marked or self.page.is_gap(number - 1)
        if not draft.copies:
            return True
        if label.name in BEFORE_COPY:
            return False
        return label.is_marked or label.name not in PLAIN_BEFORE_COPY

    def _take_label(self, label: Label, number: int) -> None:
        name, channel = label.name, self.draft.channel
        self.awaits_subject = None
        if name == "note":
            name = "body" if channel == "linkedin" else "comment"
        elif name == "notes" and channel != "call":
            name = "comment"
        if name == "subject":
            self._take_subject(label, number)
        elif name in ("when", "day", "action", "thread"):
            if label.has_value:
                self._take_when(label)
            self.part = UNLABELLED
        elif name in ("comment", "remark", "aim"):
            self.part = _REMARK
        else:
            self._take_part(name, label, number)

    def _take_part(self, part: str, label: Label, number: int) -> None:
        """Begin the part of the copy that a label announces."""
        draft = self.draft
        at = (label.start, label.end)
        if part == "voicemail" and draft.channel not in ("", "call"):
            draft = self._sibling(number)
        if part in ("script", "voicemail") and not draft.channel and not draft.subjects:
            draft.say("channel", Phrase("call", *at, *at))
        if label.letter:
            self.variant = draft.variant(Phrase(label.letter, *at, *at))
        self.part = part
        draft.copy_keys.setdefault((self.variant, part), Span(*at))
        if label.has_value:
            line = self.page.lines[number]._replace(end=label.value_end)
            self._add(Slice(line, label.value_start, self.in_fence))

    def _take_subject(self, label: Label, number: int) -> None:
        if self.draft.has_copy(self.variant) and not label.letter and not self.variant:
            self._sibling(number)
        self.part = UNLABELLED
        if label.has_value:
            self._say_subject(label, label.value_start, label.value_end)
        elif label.is_heading or self._value_follows(number):
            self.awaits_subject = label
        else:
            self._say_subject(label, label.value_start, label.value_start)

    def _value_follows(self, number: int) -> bool:
        """Whether the line below an empty `Subject:` is its value, in Markdown's marks."""
        if number + 1 >= len(self.page.lines):
            return False
        return self.page.said_on(number + 1).lstrip()[:1] in ("`", ">")

    def _say_subject(self, label: Label, start: int, end: int) -> None:
        start, end = self._unwrapped(start, end)
        at = Span(label.start, label.end)
        entry = self.page.entry("subject", at, Span(start, end))
        variant = self.variant
        if label.letter:
            variant = self.draft.variant(Phrase(label.letter, *at, *at))
        self.draft.add_subject(entry, variant, at)
        self.draft.reach(end)

    def _unwrapped(self, start: int, end: int) -> tuple[int, int]:
        """A value without the white space, quotes and code marks around it."""
        text = self.text
        quote = _QUOTE_MARK.match(text, start, end)
        start = quote.end() if quote else start
        value = text[start:end]
        start += len(value) - len(value.lstrip())
        end = start + len(value.strip())
        for before, after in _QUOTED:
            first, last = start + len(before), end - len(after)
            is_wrapped = text.startswith(before, start, end) and text.endswith(after, start, end)
            if first < last and is_wrapped and before not in text[first:last]:
                return (first, last) if after not in text[first:last] else (start, end)
        return start, end

    def _take_when(self, label: Label) -> None:
        """Take the value of `Channel:`, `Day:`, `Timing:`, `Action:` and the like."""
        draft = self.draft
        start, end = self._unwrapped(label.value_start, label.value_end)
        draft.reach(end)
        at = Span(label.start, label.end)
        number = _BARE_NUMBER.match(self.text, start, end) if label.name == "day" else None
        if number:
            draft.entries.setdefault("day", self.page.entry("day", at, Span(*number.span(1))))
            return
        parts = read_parts(self.text, start, end, strict=False)
        named = self.text[label.start : label.end].strip(" \t*:").lower()
        if parts:
            self._take_timing(parts, at)
        if parts and parts.contacts and named in ("channel", "action", "type", "send"):
            contact = parts.contacts[0]
            channel = _under(contact.channel, at)
            action = _under(contact.action, at) if contact.action else None
            if not draft.channel or named == "channel":
                draft.say_contact(contact._replace(channel=channel, action=action))
            elif action and draft.channel == channel.value:
                draft.say("action", action)
        elif named in ("channel", "action") or (
            named == "thread" and "thread" not in draft.entries
        ):
            draft.entries.setdefault(named, self.page.entry(named, at, Span(start, end)))

    def _take_timing(self, parts: Parts, at: Span) -> None:
        entries = self.draft.entries
        for key, phrase in (
            ("day", parts.day),
            ("delay", parts.delay),
            ("time", parts.time),
            ("thread", parts.thread),
        ):
            if phrase and key not in entries and not (key == "delay" and "day" in entries):
                self.draft.say(key, _under(phrase, at))


def _under(phrase: Phrase, label: Span) -> Phrase:
    """A phrase whose key is a label."""
    return phrase._replace(key_start=label.start, key_end=label.end)


def _is_its_voicemail(before: Draft, heading: Heading) -> bool:
    """Whether a heading is about the voicemail of the call before it."""
    contacts, day = heading.parts.contacts, heading.parts.day
    if not (contacts and contacts[0].is_voicemail and before.channel == "call"):
        return False
    if (0, "voicemail") in before.copies or before.is_voicemail or heading.parts.delay:
        return False
    other = before.heading.parts.day if before.heading else None
    return day is None or bool(other and other.value == day.value)


def _repeats(before: Draft, heading: Heading) -> bool:
    """Whether a heading only names the channel of the touch that was just opened."""
    if before.has_content or heading.is_counted or before.heading is None:
        return False
    said = {contact.channel.value for contact in before.heading.parts.contacts}
    return any(contact.channel.value in said for contact in heading.parts.contacts)


def _is_but_a_day(before: Draft, heading: Heading) -> bool:
    """Whether the touch before is only a day, whose touches follow below it."""
    above = before.heading
    if above is None or before.has_content or above.parts.contacts:
        return False
    return above.depth < heading.depth and above.parts.day is not None
