"""Which lines are the headings of touches: what they say, judged by what stands around them.

Markdown's headings and bold lines are believed where a text has them. A plain line has to be set
off, and to go on counting where the heading before it left off: a message that lists "Day 1:
kickoff" keeps its list. The items of a list count only where nothing else does.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cadence_lint.formats.text.headings import BOLD, HASH, LIST, PLAIN, read_heading
from cadence_lint.formats.text.labels import read_header, read_label, title_in
from cadence_lint.patterns import regex
from cadence_lint.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cadence_lint.formats.text.headings import Heading
    from cadence_lint.formats.text.labels import Label
    from cadence_lint.formats.text.page import Line, Page

_MARKED = (HASH, BOLD)
_GREETING = regex(r"[ \t>]*+(?:hi|hello|hey|dear|good (?:morning|afternoon))\b", re.IGNORECASE)
_NEAR = 6
"""How many lines below a heading its labels are looked for."""


class Plan:
    """The headings of a text, and its labels."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.labels: dict[int, Label] = {}
        """The labels with which lines begin."""
        self.mail_opens: int | None = None
        """The first line that is a subject or a greeting."""
        self.is_tight = all(line.kind != "blank" for line in page.lines)
        """Whether the text leaves no lines blank."""
        self.headings = self._choose(list(self._candidates()))
        self.has_marks = any(heading.rank in _MARKED for heading in self.headings)

    @property
    def subjects(self) -> list[int]:
        """The lines with a subject."""
        return [number for number, label in self.labels.items() if label.name == "subject"]

    def _candidates(self) -> Iterator[Heading]:
        text = self.page.text
        for number, line in enumerate(self.page.lines):
            if line.kind:
                continue
            at = Span(line.start, line.end)
            label = read_label(text, at)
            opens_mail = label.name == "subject" if label else _GREETING.match(text, *at)
            if self.mail_opens is None and opens_mail:
                self.mail_opens = number
            if label:
                self.labels[number] = label
            elif heading := read_heading(text, number, at):
                yield heading

    def _choose(self, candidates: list[Heading]) -> list[Heading]:
        firm = [h for h in candidates if h.rank in _MARKED and h.is_firm]
        is_marked = len(firm) >= 2 or (firm and all(h.rank != PLAIN for h in candidates))
        hashes = sum(h.rank == HASH for h in firm)
        unlisted = [h for h in candidates if h.rank != LIST]
        chosen: list[Heading] = []
        counted: Heading | None = None
        around = zip([None, *unlisted], unlisted, [*unlisted[1:], None], strict=False)
        for above, heading, below in around:
            if not heading.parts.is_counted:
                is_one = heading.parts.is_known and self._names_channel(heading, counted)
            elif is_marked:
                # Below real headings a bold line in a copy has to say more.
                is_sure = heading.rank == HASH or hashes < 2 or heading.parts.is_known
                is_one = heading.rank in _MARKED and heading.is_firm and is_sure
            else:
                before = chosen[-1] if chosen else None
                is_one = self._is_plain_heading(heading, before, below) or (
                    before is not None and self._ends_copy(before, above, heading, below)
                )
            if is_one:
                chosen.append(heading)
                counted = heading if heading.parts.is_counted else counted
        return chosen or self._listed(candidates)

    def _names_channel(self, heading: Heading, above: Heading | None) -> bool:
        """Whether a line that names only a channel ("Breakup email", "Call:") opens a touch."""
        has_channel = above is not None and bool(above.parts.channels)
        if heading.rank == HASH:
            is_part = above is not None and above.rank == HASH and heading.level > above.level
            return not (is_part and has_channel)
        if any(label.name == "subject" for label in self._labels_below(heading.line)):
            return True
        if above is None or has_channel:
            return False
        ends = self.page.text[slice(*heading.at)].rstrip(" \t*_")[-1:]
        return heading.rank == BOLD or ends == ":" or heading.line == above.line + 1

    def _is_plain_heading(
        self, heading: Heading, before: Heading | None, below: Heading | None
    ) -> bool:
        """Whether a line in a text without marks is a heading after the one before it."""
        if heading.rank in _MARKED:
            return True
        goes_on = _goes_on(before, heading)
        if next(self._labels_below(heading.line), None):
            return heading.is_firm or goes_on
        follows = before is not None and before.line == heading.line - 1
        is_set_off = self.page.is_gap(heading.line - 1)
        if before is None and heading.is_firm:
            is_set_off = is_set_off or self.is_on_top(heading)
        if goes_on and (follows or is_set_off):
            if follows or self.page.is_gap(heading.line + 1):
                return True
            if heading.is_firm and (before or not self._is_in_mail(heading)):
                return True
        if before is None:
            return self._opens_plan(heading, below)
        return self.is_tight and goes_on and _stands_alone(heading, below)

    def is_on_top(self, heading: Heading) -> bool:
        """Whether all that stands above a line is about the whole plan, such as its name."""
        if self._is_in_mail(heading):
            return False
        said = [line for line in self.page.lines[: heading.line] if not line.kind]
        return all(
            read_header(self.page.text, Span(line.start, line.end))
            or (line is said[0] and self._may_be_title(line))
            for line in said
        )

    def _may_be_title(self, line: Line) -> bool:
        at = Span(line.start, line.end)
        return title_in(self.page.text, at, is_marked=bool(line.level)) is not None

    def _ends_copy(
        self, before: Heading, above: Heading | None, heading: Heading, below: Heading | None
    ) -> bool:
        """Whether a line right below a copy says that the next touch begins.

        A document leaves lines blank within its mails, and maybe none between them.
        """
        is_listed = above is not None and above.line == heading.line - 1
        if is_listed or not (_goes_on(before, heading) and _stands_alone(heading, below)):
            return False
        line = self.page.lines[heading.line - 1]
        return not self.page.text[line.start : line.end].rstrip(" \t*_").endswith(":")

    def _opens_plan(self, heading: Heading, below: Heading | None) -> bool:
        """Whether a line is the first of a plan, one touch a line, and not part of a message."""
        if below is None or below.line != heading.line + 1 or self._is_in_mail(heading):
            return False
        have_days = heading.parts.day is not None and below.parts.day is not None
        return have_days and _goes_on(heading, below) and self.page.is_gap(heading.line - 1)

    def _is_in_mail(self, heading: Heading) -> bool:
        """Whether a subject or a greeting stands above a line."""
        return self.mail_opens is not None and self.mail_opens < heading.line

    def _listed(self, candidates: list[Heading]) -> list[Heading]:
        """The items of a list, if they are a plan and not part of a message."""
        listed = [h for h in candidates if h.rank == LIST and h.is_firm]
        sure = [h for h in listed if h.parts.is_known and h.parts.said.keys() & {"day", "delay"}]
        if len(sure) < 2 or not all(h.parts.channels for h in sure):
            return []
        return [] if self._is_in_mail(listed[0]) else listed

    def _labels_below(self, number: int) -> Iterator[Label]:
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


def _stands_alone(heading: Heading, below: Heading | None) -> bool:
    """Whether a line says a day and a channel, and is not one of a list of such lines."""
    parts = heading.parts
    is_sure = parts.is_known and parts.day is not None and bool(parts.channels)
    return is_sure and (below is None or below.line > heading.line + 1)


def _goes_on(before: Heading | None, heading: Heading) -> bool:
    """Whether the days or numbers go on from the heading before, as they do in a plan."""
    if before is None:
        return True
    day, latest = heading.parts.day, before.parts.day
    if day is not None and latest is not None:
        return day >= latest
    if heading.is_firm:
        return True
    return before.parts.noun == heading.parts.noun and heading.parts.number > before.parts.number
