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
from cadence_lint.formats.text.draft import around
from cadence_lint.formats.text.labels import AUDIENCE_KEYS, HEADER_KEYS, read_header
from cadence_lint.formats.text.page import Page
from cadence_lint.formats.text.plan import Plan
from cadence_lint.formats.text.touches import Walk
from cadence_lint.source import Fault, Source, Span, Text
from cadence_lint.tree import Entry, Items, Mapping, Node, Scalar

if TYPE_CHECKING:
    from cadence_lint.formats.text.draft import Done
    from cadence_lint.formats.text.headings import Phrase

__all__ = ["looks_like", "read"]

_MAYBE = re.compile(
    r"^[^\w\r\n]{0,12}(?:\d{1,2}[.)][ \t\xa0]+)?[^\w\r\n]{0,6}"
    r"(?:day|[dt]\+?\d|step|touch|subject|e-?mail|follow|sequence|cadence|message)",
    re.IGNORECASE | re.MULTILINE,
)
_FRONT_MATTER = re.compile(r"---[ \t]*+(?:\r\n|\n|\r)")
_FRONT_MATTER_END = re.compile(r"^(?:---|\.\.\.)[ \t]*+(?:\r\n|\n|\r|\Z)", re.MULTILINE)
_TOUCH_KEYS = frozenset({"channel", "subject", "day", "delay", "time", "thread", "action"})
_OWN_KEYS = frozenset({"fields", "replies", "holidays", "enrolled"})
_WORD_KEYS = frozenset({"purpose", "relationship", "segment", "consent", "language", "timezone"})
"""Keys whose values are one word; a longer value is a remark for people."""
_YES_OR_NO = frozenset({"yes", "no", "true", "false", "on", "off"})
_LISTS = frozenset({"region", "timezone", "stop_on"})


def looks_like(source: Source) -> bool:
    """Whether a text surely holds a sequence: headings of touches with copy, days or channels."""
    if not _MAYBE.search(source.text):
        return False
    reader = _Reader(source)
    if reader.front_list():
        return True
    plan = reader.plan
    headings = plan.headings
    if not headings:
        return plan.opens_with_subject()
    timed = [h for h in headings if h.parts.day or h.parts.delay]
    if len(timed) >= 2 and any(h.parts.contacts for h in headings):
        return True
    return plan.has_subject_after(headings[0].line)


def read(source: Source) -> tuple[list[Mapping], list[Fault]]:
    """The sequences of a pasted text, with our own keys, and what could not be taken.

    A text without any heading of a touch is one email. A text that says nothing holds no
    sequence. Front matter that itself holds a list of touches is the sequence, as it is written.
    """
    reader = _Reader(source)
    return reader.sequences(), reader.faults


class _Reader:
    def __init__(self, source: Source) -> None:
        self.source = source
        self.faults: list[Fault] = []
        self.front: Mapping | None = None
        self.page = Page(source, self._read_front_matter())
        self.plan = Plan(self.page)

    # Front matter

    def _read_front_matter(self) -> int:
        """Read the YAML between two `---` at the top; returns where the text after it starts."""
        opening = _FRONT_MATTER.match(self.source.text)
        if not opening:
            return 0
        closing = _FRONT_MATTER_END.search(self.source.text, opening.end())
        if not closing or closing.start() == opening.end():
            return 0
        from cadence_lint.yaml_tree import YamlError, read_tree

        # What stands at the top of a text has the same places in the text cut behind it.
        head = Source(self.source.path, self.source.text[: closing.start()])
        try:
            tree = read_tree(head)
        except YamlError as error:
            self.faults.append(error.fault)
        else:
            self.faults.extend(tree.faults)
            node = tree.documents[0] if tree.documents else None
            if isinstance(node, Mapping):
                moved = _moved(node, self.source)
                self.front = moved if isinstance(moved, Mapping) else None
        return closing.end()

    # Headings

    def sequences(self) -> list[Mapping]:
        """One tree for each sequence of the text."""
        listed = self.front_list()
        if self.front and listed:
            self.front.entries["touches"] = listed
            return [self.front]
        start = self._start()
        groups = _split_sequences(Walk(self.page, self.plan, start).touches())
        trees: list[Mapping] = []
        for index, (title_line, touches) in enumerate(groups):
            lines = range(title_line, touches[0].line) if index else range(start)
            header = self._header(lines, last_title=len(groups) > 1 and not index)
            trees.append(self._tree(header, touches, is_one_of_many=len(groups) > 1))
        return trees

    def front_list(self) -> Entry | None:
        """The list of touches in the front matter, if it holds the sequence itself."""
        for entry in self.front.entries.values() if self.front else ():
            items = entry.value.items if isinstance(entry.value, Items) else []
            if keys.fold(entry.key.value) in keys.LIST_NAMES and items:
                return entry if all(isinstance(item, Mapping) for item in items) else None
        return None

    def _start(self) -> int:
        """The line with which the first touch starts: a heading, else a subject, else any line."""
        plan = self.plan
        first = plan.headings[0].line if plan.headings else len(self.page.lines)
        if plan.first_subject is not None and plan.first_subject < first:
            return plan.first_subject
        return first if plan.headings else 0

    # The header

    def _header(self, lines: range, *, last_title: bool) -> dict[str, Entry]:
        """The header's keys in the lines above the first touch."""
        page = self.page
        entries: dict[str, Entry] = {}
        title: Span | None = None
        in_fence = False
        is_first = True
        for number in lines:
            if page.is_fence(number):
                in_fence = not in_fence
            if in_fence or page.is_gap(number) or page.is_comment(number):
                continue
            line = page.lines[number]
            said = read_header(page.text, line.start, line.end)
            if said:
                self._add_header(entries, *said)
            elif title is None or (last_title and page.level(number)):
                title = self._title(number, may_be_plain=is_first) or title
            is_first = False
        if title and "name" not in entries:
            entries["name"] = page.entry("name", title, title)
        return entries

    def _title(self, number: int, *, may_be_plain: bool) -> Span | None:
        """The words of a line that may be the name of the sequence."""
        value = self.page.said_on(number)
        is_heading = self.page.level(number) > 0
        words = value.strip(" \t*_#")
        if not words or self.page.is_week(number) or not (is_heading or may_be_plain):
            return None
        is_prose = len(words) > 80 or len(words.split()) > 10 or words[-1] in ".?!:,;"
        if not is_heading and (is_prose or words[0] in "|<>"):
            return None
        start = self.page.lines[number].start + value.index(words)
        return Span(start, start + len(words))

    def _add_header(self, entries: dict[str, Entry], key: str, phrase: Phrase) -> None:
        value = phrase.value
        if key in entries or (key in _WORD_KEYS and len(value.split()) > 1 and "," not in value):
            return
        if key in ("start", "reviewed") and not value[0].isdigit():
            return
        if key == "business_days" and value.lower() not in _YES_OR_NO:
            return
        at = Span(phrase.start, phrase.end)
        entry = self.page.entry(key, Span(phrase.key_start, phrase.key_end), at)
        if key in _LISTS and "," in value:
            entry = Entry(entry.key, self._list(entry.value.span, phrase))
        entries[key] = entry

    def _list(self, span: Span, phrase: Phrase) -> Items:
        """A value whose parts stand between commas."""
        items = Items(span)
        at = phrase.start
        for part in phrase.value.split(","):
            words = part.strip()
            if words:
                first = at + part.index(words)
                items.items.append(self.page.scalar(Span(first, first + len(words))))
            at += len(part) + 1
        return items

    # Trees

    def _tree(
        self, header: dict[str, Entry], touches: list[Done], *, is_one_of_many: bool
    ) -> Mapping:
        page = self.page
        items = Items(Span(touches[0].node.span.start, touches[-1].node.span.end))
        items.items.extend(touch.node for touch in touches)
        self._add_front_touch(touches)
        entries, audience = self._front_header()
        if is_one_of_many and "name" in header:
            entries["name"] = header["name"]
        for key, entry in header.items():
            (audience if key in AUDIENCE_KEYS else entries).setdefault(key, entry)
        if audience:
            node = Mapping(around(audience))
            node.entries = audience
            entries["audience"] = Entry(page.said("audience", node.span), node)
        entries["touches"] = Entry(page.said("touches", touches[0].about), items)
        tree = Mapping(around(entries))
        tree.entries = entries
        return tree

    def _front_header(self) -> tuple[dict[str, Entry], dict[str, Entry]]:
        """The header's keys, and the audience's, that stand in the front matter."""
        entries: dict[str, Entry] = {}
        audience: dict[str, Entry] = {}
        for name, entry in self.front.entries.items() if self.front else ():
            key = HEADER_KEYS.get(name.lower().replace("-", "_"), "")
            if name == "audience" and isinstance(entry.value, Mapping):
                audience.update(entry.value.entries)
            elif key in AUDIENCE_KEYS:
                audience.setdefault(key, entry)
            elif (key and (key not in entries or name == key)) or name in _OWN_KEYS:
                entries[key or name] = entry
        return entries, audience

    def _add_front_touch(self, touches: list[Done]) -> None:
        """A file for one message: its channel, day and subject stand in the front matter."""
        if len(touches) != 1 or touches[0].heading or not self.front:
            return
        for key, entry in self.front.entries.items():
            if key in _TOUCH_KEYS and isinstance(entry.value, Scalar):
                touches[0].node.entries.setdefault(key, entry)


def _split_sequences(touches: list[Done]) -> list[tuple[int, list[Done]]]:
    """Touches by sequence: after another heading the days start again."""
    groups: list[tuple[int, list[Done]]] = []
    for touch in touches:
        title = touch.title_line
        if groups and (title is None or not _restarts(groups[-1][1][0], touch)):
            groups[-1][1].append(touch)
        else:
            groups.append((title or 0, [touch]))
    return groups


def _restarts(first: Done, touch: Done) -> bool:
    if first.heading is None or touch.heading is None:
        return False
    one, other = first.heading.parts, touch.heading.parts
    if one.day and other.day:
        return int(other.day.value) <= int(one.day.value)
    return bool(one.noun) and (one.noun, one.number) == (other.noun, other.number)


def _moved(node: Node, source: Source) -> Node:
    """A node read from the head of a source, as one of the source itself."""
    if isinstance(node, Scalar):
        text = node.text
        return Scalar(node.span, Text(text.value, source, lambda: text.runs), quoted=node.quoted)
    if isinstance(node, Items):
        items = Items(node.span)
        items.items = [_moved(item, source) for item in node.items]
        return items
    moved = Mapping(node.span)
    for name, entry in node.entries.items():
        key = _moved(entry.key, source)
        if isinstance(key, Scalar):
            moved.entries[name] = Entry(key, _moved(entry.value, source))
    return moved
