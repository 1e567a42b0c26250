"""Pasted text: a sequence as it is copied from a document, a mail or a Markdown file.

`read` makes the same tree of it that a YAML file would give. Headings such as "Day 3 – Email" open
touches, and the copy runs to the next one. Hard spaces are read as spaces and zero-width
characters not at all; blank lines around a copy, indentation that all its lines share, a code
fence and the marks of a quotation are not part of it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cadence_lint.formats import keys
from cadence_lint.formats.text.labels import read_header, title_in
from cadence_lint.formats.text.page import Page, mapping
from cadence_lint.formats.text.plan import Plan
from cadence_lint.formats.text.touches import Walk
from cadence_lint.patterns import regex
from cadence_lint.source import Fault, Source, Span
from cadence_lint.source.tree import Entry, Items, Mapping

if TYPE_CHECKING:
    from cadence_lint.formats.text.headings import Heading

__all__ = ["looks_like", "may_be_meant", "read"]

_MAYBE = regex(
    r"^[^\w\r\n]{0,12}(?:\d{1,2}[.)][ \t\xa0]+)?[^\w\r\n]{0,6}"
    r"(?:day|[dt]\+?\d|step|touch|subject|e-?mail|follow|sequence|cadence|message)",
    re.IGNORECASE | re.MULTILINE,
)
_MEANT = regex(
    r"^[ \t>*_#]{0,8}(?:"
    r"(?:hi|hello|hey|dear)[ \t]{1,3}[\w{][^\r\n,.!?]{0,40},"
    r"|subject(?: line)?[*_ \t]{0,4}:[^\r\n]*\S"
    r"|(?:day|step|touch)[ \t]{1,3}\d{1,2}\b[^\r\n\w]{1,6}"
    r"(?:e-?mail|call|phone|linkedin|sms|voicemail|letter)\b"
    r")",
    re.IGNORECASE | re.MULTILINE,
)
_ABOUT_OTHERS = frozenset(
    "readme contributing changelog changes history license licence security support governance"
    " code_of_conduct authors maintainers agents claude notice todo install faq index".split()
)
_FRONT_MATTER = regex(r"---[ \t]*+(?:\r\n|\n|\r)")
_FRONT_MATTER_END = regex(r"^(?:---|\.\.\.)[ \t]*+(?:\r\n|\n|\r|\Z)", re.MULTILINE)
_TOUCH_KEYS = frozenset({"channel", "subject", "day", "delay", "time", "thread", "action"})
_HEADER_KEYS = keys.HEADER_NAMES | keys.AUDIENCE_NAMES


def looks_like(source: Source) -> bool:
    """Whether a text surely holds a sequence: headings of touches with copy, days or channels."""
    if not _MAYBE.search(source.text):
        return False
    reader = _Reader(source)
    headings, subjects = reader.plan.headings, reader.plan.subjects
    if reader.front_list():
        return True
    if not headings:
        page = reader.page
        first = next((n for n in range(len(page.lines)) if not page.is_gap(n)), None)
        return first in subjects and reader.plan.labels[first].has_value
    timed = [h for h in headings if h.parts.said.keys() & {"day", "delay"}]
    if len(timed) >= 2 and any(h.parts.channels for h in headings):
        return True
    if timed and timed[0] is headings[0] and reader.opens_with(headings[0]):
        return True
    return any(number > headings[0].line for number in subjects)


def may_be_meant(source: Source) -> bool:
    """Whether a text that does not look like a sequence has a message in it, to all appearance.

    What is called README.md or CONTRIBUTING.md is about other files, whatever it quotes.
    """
    name = source.path.rpartition("/")[2].partition(".")[0]
    return name.lower() not in _ABOUT_OTHERS and _MEANT.search(source.text) is not None


def read(source: Source) -> tuple[list[Mapping], list[Fault]]:
    """The sequence of a pasted text, if it holds one, and what could not be taken.

    A text without any heading of a touch is one email. A text that says nothing holds no
    sequence. Front matter that itself holds a list of touches is the sequence, as it is written.
    """
    reader = _Reader(source)
    tree = reader.tree()
    return [tree] if tree else [], reader.faults


class _Reader:
    def __init__(self, source: Source) -> None:
        self.faults: list[Fault] = []
        self.front: dict[str, Entry] = {}
        self.page = Page(source, self._read_front_matter(source))
        self.plan = Plan(self.page)

    def _read_front_matter(self, source: Source) -> int:
        """Read the YAML between two `---` at the top; returns where the text after it starts."""
        opening = _FRONT_MATTER.match(source.text)
        closing = _FRONT_MATTER_END.search(source.text, opening.end()) if opening else None
        if not opening or not closing or closing.start() == opening.end():
            return 0
        from cadence_lint.source.yaml_tree import YamlError, read_tree

        # What stands at the top of a text has the same places in the text cut behind it.
        head = Source(source.path, source.text[: closing.start()])
        try:
            tree = read_tree(head)
        except YamlError as error:
            self.faults.append(error.fault)
        else:
            self.faults += tree.faults
            if tree.documents and isinstance(tree.documents[0], Mapping):
                self.front = tree.documents[0].entries
        return closing.end()

    def opens_with(self, heading: Heading) -> bool:
        """Whether the text begins with a heading that names a channel, and has a copy below."""
        parts, lines = heading.parts, self.page.lines
        is_plain = parts.is_known and bool(parts.channels) and not parts.is_wait
        has_copy = any(not line.kind for line in lines[heading.line + 1 :])
        return is_plain and has_copy and self.plan.is_on_top(heading)

    def front_list(self) -> Entry | None:
        """The list of touches in the front matter, if it holds the sequence itself."""
        for entry in self.front.values():
            items = entry.value.items if isinstance(entry.value, Items) else []
            if items and keys.fold(entry.key.value) in keys.LIST_NAMES:
                return entry if all(isinstance(item, Mapping) for item in items) else None
        return None

    def tree(self) -> Mapping | None:
        """The sequence of the text, if it has one."""
        if listed := self.front_list():
            return mapping(self.front | {"touches": listed}, listed.span)
        firsts = [heading.line for heading in self.plan.headings[:1]] + self.plan.subjects[:1]
        start = min(firsts, default=0)
        drafts = Walk(self.page, self.plan, start).drafted()
        touches = [touch for draft in drafts for touch in draft.finish()]
        if not touches:
            return None
        items = Items(Span(touches[0].span.start, touches[-1].span.end))
        items.items += touches
        if len(touches) == 1 and not drafts[0].heading:
            # A file for one message: its channel, day and subject stand in the front matter.
            front = {key: entry for key, entry in self.front.items() if key in _TOUCH_KEYS}
            touches[0].entries = front | touches[0].entries
        about = Entry(self.page.said("touches", drafts[0].about), items)
        return mapping(self._header(range(start)) | {"touches": about}, items.span)

    # The header

    def _header(self, lines: range) -> dict[str, Entry]:
        """The header's keys, in the front matter and in the lines above the first touch."""
        known = {name for names in _HEADER_KEYS.values() for name in names}
        front = {name: entry for name, entry in self.front.items() if keys.fold(name) in known}
        page = self.page
        said: dict[str, Entry] = {}
        title: Span | None = None
        in_fence, is_first = False, True
        for line in (page.lines[number] for number in lines):
            in_fence ^= line.kind == "fence"
            if in_fence or line.kind:
                continue
            if found := read_header(page.text, Span(line.start, line.end)):
                said.setdefault(found[0], page.entry(*found))
            elif title is None and (is_first or line.level):
                at = Span(line.start, line.end)
                title = title_in(page.text, at, is_marked=bool(line.level))
            is_first = False
        if title:
            said.setdefault("name", page.entry("name", title, title))
        folded = {keys.fold(name) for name in front}
        return front | {k: e for k, e in said.items() if folded.isdisjoint(_HEADER_KEYS[k])}
