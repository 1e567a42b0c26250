"""Which lines are the headings of touches: what they say, judged by what stands around them.

Markdown's headings and bold lines are believed where a text has them. A plain line has to be set
off, and to go on counting where the heading before it left off: a message that lists "Day 1:
kickoff" keeps its list. The items of a list count only where nothing else does.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cadence_lint.formats.text.headings import BOLD, HASH, LIST, PLAIN, read_heading
from cadence_lint.formats.text.labels import read_label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cadence_lint.formats.text.headings import Heading
    from cadence_lint.formats.text.labels import Label
    from cadence_lint.formats.text.page import Page

_MARKED = (HASH, BOLD)
_GREETING = re.compile(r"[ \t>]*+(?:hi|hello|hey|dear|good (?:morning|afternoon))\b", re.IGNORECASE)
_NEAR = 6
"""How many lines below a heading its labels are looked for."""


class Plan:
    """The headings of a text."""

    __slots__ = (
        "by_line",
        "first_greeting",
        "first_subject",
        "has_marks",
        "headings",
        "labels",
        "page",
    )

    def __init__(self, page: Page) -> None:
        self.page = page
        self.first_subject: int | None = None
        """The line of the first subject."""
        self.first_greeting: int | None = None
        self.labels: dict[int, Label] = {}
        """The labels with which lines begin."""
        self.headings = self._choose(list(self._candidates()))
        self.by_line = {heading.line: heading for heading in self.headings}
        self.has_marks = any(heading.rank in _MARKED for heading in self.headings)

    def has_subject_after(self, number: int) -> bool:
        """Whether a subject line stands below a line."""
        return any(
            label.name == "subject" and below > number for below, label in self.labels.items()
        )

    def opens_with_subject(self) -> bool:
        """Whether the first words of the text are a subject line."""
        numbers = range(len(self.page.lines))
        first = next((number for number in numbers if not self.page.is_gap(number)), None)
        label = self.labels.get(first) if first is not None else None
        return label is not None and label.name == "subject" and label.has_value

    def _candidates(self) -> Iterator[Heading]:
        for number, line in enumerate(self.page.lines):
            if line.start == line.end:
                continue
            label = read_label(self.page.text, line.start, line.end)
            if label:
                self.labels[number] = label
            if label and label.name == "subject" and self.first_subject is None:
                self.first_subject = number
            if self.first_greeting is None and _GREETING.match(
                self.page.text, line.start, line.end
            ):
                self.first_greeting = number
            if label and not (label.name == "voicemail" and label.is_heading):
                continue
            heading = read_heading(self.page.text, number, line.start, line.end)
            if heading:
                yield heading

    def _choose(self, candidates: list[Heading]) -> list[Heading]:
        marked = [h for h in candidates if h.rank in _MARKED and h.is_firm]
        if len(marked) >= 2 or (marked and not any(h.rank == PLAIN for h in candidates)):
            return self._choose_marked(candidates)
        chosen = self._choose_plain([h for h in candidates if h.rank != LIST])
        return chosen or self._choose_listed(candidates)

    def _choose_marked(self, candidates: list[Heading]) -> list[Heading]:
        hashes = sum(h.rank == HASH and h.is_firm for h in candidates)
        chosen: list[Heading] = []
        for heading in candidates:
            if heading.rank not in _MARKED:
                continue
            if heading.is_firm:
                # Below real headings a bold line in a copy has to say more.
                if heading.rank == HASH or hashes < 2 or heading.parts.is_known:
                    chosen.append(heading)
            elif heading.parts.is_known and self._opens_copy(heading, chosen):
                chosen.append(heading)
        return chosen

    def _opens_copy(self, heading: Heading, chosen: list[Heading]) -> bool:
        """Whether a heading that names only a channel ("Breakup email") opens a touch."""
        if heading.rank == BOLD:
            return self._subject_follows(heading.line)
        above = chosen[-1] if chosen else None
        return (
            above is None
            or above.rank != HASH
            or heading.level <= above.level
            or not above.parts.contacts
        )

    def _choose_plain(self, candidates: list[Heading]) -> list[Heading]:
        chosen: list[Heading] = []
        is_tight = False
        for heading, below in zip(candidates, [*candidates[1:], None], strict=False):
            before = chosen[-1] if chosen else None
            if self._is_set_off(heading, before):
                is_tight |= before is not None and not self.page.is_gap(heading.line - 1)
            elif before is None:
                if not (below and self._opens_plan(heading, below)):
                    continue
            elif not (is_tight and _is_sure(heading, before, below)):
                continue
            chosen.append(heading)
        return chosen

    def _opens_plan(self, heading: Heading, below: Heading) -> bool:
        """Whether a line is the first of a plan, one touch a line, and not part of a message."""
        if below.line != heading.line + 1 or not (heading.parts.day and below.parts.day):
            return False
        is_set_off = self.page.is_gap(heading.line - 1)
        return is_set_off and _goes_on(heading, below) and not self._is_in_mail(heading.line)

    def _is_in_mail(self, number: int) -> bool:
        """Whether a subject or a greeting stands above a line."""
        opens = [line for line in (self.first_subject, self.first_greeting) if line is not None]
        return any(line < number for line in opens)

    def _is_set_off(self, heading: Heading, before: Heading | None) -> bool:
        """Whether a line is a heading after the one that was believed before it."""
        if not heading.is_counted:
            return heading.parts.is_known and self._subject_follows(heading.line)
        if heading.rank in _MARKED:
            return True
        goes_on = _goes_on(before, heading)
        if self._label_follows(heading.line):
            return heading.is_firm or goes_on
        follows = before is not None and before.line == heading.line - 1
        if not goes_on or not (follows or self.page.is_gap(heading.line - 1)):
            return False
        if follows or self.page.is_gap(heading.line + 1):
            return True
        return heading.is_firm and (before is not None or not self._is_in_mail(heading.line))

    def _choose_listed(self, candidates: list[Heading]) -> list[Heading]:
        """The items of a list, if they are a plan and not part of a message."""
        listed = [h for h in candidates if h.rank == LIST and h.is_firm]
        sure = [h for h in listed if h.parts.is_known and (h.parts.day or h.parts.delay)]
        if len(sure) < 2 or not all(h.parts.contacts for h in sure):
            return []
        return [] if self._is_in_mail(listed[0].line) else listed

    def _next_labels(self, number: int) -> Iterator[Label]:
        """The labels that follow a line, beyond at most two lines without words."""
        gaps = 0
        for below in range(number + 1, min(number + 1 + _NEAR, len(self.page.lines))):
            if gaps < 2 and self.page.is_gap(below):
                gaps += 1
                continue
            label = self.labels.get(below)
            if label is None:
                return
            yield label

    def _label_follows(self, number: int) -> bool:
        return next(self._next_labels(number), None) is not None

    def _subject_follows(self, number: int) -> bool:
        return any(label.name == "subject" for label in self._next_labels(number))


def _is_sure(heading: Heading, before: Heading, below: Heading | None) -> bool:
    """Whether a line is a heading in a text that leaves no lines blank.

    It says a later day and a channel and nothing else, and is not one of a list of such lines.
    """
    parts = heading.parts
    if not (parts.is_known and parts.day and parts.contacts and before.parts.day):
        return False
    is_later = int(parts.day.value) > int(before.parts.day.value)
    return is_later and (below is None or below.line > heading.line + 1)


def _goes_on(before: Heading | None, heading: Heading) -> bool:
    """Whether the days or numbers go on from the heading before, as they do in a plan."""
    if before is None:
        return True
    day, latest = heading.parts.day, before.parts.day
    if day and latest:
        return int(day.value) >= int(latest.value)
    if heading.is_firm:
        return True
    return before.parts.noun == heading.parts.noun and heading.parts.number > before.parts.number
