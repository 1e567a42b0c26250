"""Pasted text: a sequence as it is copied from a document, an e-mail or a Markdown file.

`read` makes the same tree of it that a YAML file would give. What `text_lines` takes for the
heading of a touch is believed if the lines around it agree; the copy runs to the next heading.
Hard spaces are read as spaces and zero-width characters not at all; blank lines around a copy,
indentation that all its lines share, a code fence and the marks of a quotation are not part of it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from cadence_lint.formats import text_lines
from cadence_lint.formats.text_lines import BOLD, HASH, LIST, PLAIN, Phrase
from cadence_lint.source import Fault, Piece, Source, Span, Text
from cadence_lint.tree import Entry, Items, Mapping, Node, Scalar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cadence_lint.formats.text_lines import Contact, Heading, Label

_MAYBE = re.compile(
    r"^[^\w\r\n]{0,12}(?:\d{1,2}[.)][ \t\xa0]+)?[^\w\r\n]{0,6}(?:day|[dt]\+?\d|step|touch|subject|e-?mail)",
    re.IGNORECASE | re.MULTILINE,
)
_FRONT_MATTER = re.compile(r"---[ \t]*(?:\r\n|\n|\r)")
_FRONT_MATTER_END = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\r\n|\n|\r|\Z)", re.MULTILINE)
_LIST_KEYS = ("touches", "steps", "sequence")
_TOUCH_KEYS = frozenset({"channel", "subject", "day", "delay", "time", "thread", "action"})
_WORD_KEYS = frozenset({"purpose", "relationship", "segment", "consent", "language", "timezone"})
"""Keys whose values are one word; a longer value is a remark for people."""
_YES_KEYS = frozenset({"business_days"})
_LISTS = frozenset({"region", "timezone", "stop_on"})
def looks_like(source: Source) -> bool:
    """Whether a text surely holds a sequence: headings of touches with copy, days or channels."""
    if not _MAYBE.search(source.text):
        return False
    reader = _Reader(source)
    headings = reader.headings
    if not headings:
        return reader.first_subject is not None and reader.opens_with_subject()
    timed = [h for h in headings if h.parts.day or h.parts.delay]
    if len(timed) >= 2 and any(h.parts.contacts for h in headings):
        return True
    return reader.has_subject_after(headings[0].line)


def read(source: Source) -> tuple[list[Mapping], list[Fault]]:
    """The sequences of a pasted text, with our own keys, and what could not be taken.

    A text without any heading of a touch is one email. A text that says nothing holds no
    sequence. Front matter with a list of touches is returned as it is written.
    """
    reader = _Reader(source)
    return reader.sequences(), reader.faults


class _Reader:
    def __init__(self, source: Source) -> None:
        self.source = source
        self.faults: list[Fault] = []
        self.clean = _clean(source)
        self.text = self.clean.value
        self.front: Mapping | None = None
        self.body_start = self._read_front_matter()
        self.lines = list(_split(self.text, self.body_start))
        self.first_subject: int | None = None
        self.headings = self._choose(self._candidates())
        self.by_line = {heading.line: heading for heading in self.headings}
        self.has_marks = any(heading.rank in (HASH, BOLD) for heading in self.headings)

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
        return len(_cleaned_before(self.source.text, closing.end()))

    # Headings

    def sequences(self) -> list[Mapping]:
        """One tree for each sequence of the text."""
        if self.front and any(isinstance(self.front.get(key), Items) for key in _LIST_KEYS):
            return [self.front]
        first = self.headings[0].line if self.headings else len(self.lines)
        if not self.headings or (self.first_subject is not None and self.first_subject < first):
            start = self._start_of_mail(first)
        else:
            start = first
        header = self._header(0, start)
        touches = _Walk(self, start).touches()
        groups = self._split_sequences(touches)
        trees = []
        for index, (title, group) in enumerate(groups):
            if index:
                header = self._header(title, group[0].start_line, named=True)
            elif len(groups) > 1:
                header = self._header(0, start, last_title=True)
            tree = self._tree(header, group, with_front=True)
            if tree:
                trees.append(tree)
        return trees

    def _start_of_mail(self, end: int) -> int:
        """Where a message without a heading starts: at its subject, else at once."""
        return (
            self.first_subject if self.first_subject is not None and self.first_subject < end else 0
        )

    def _split_sequences(self, touches: list[_Done]) -> list[tuple[int, list[_Done]]]:
        """Touches by sequence: a heading above the touches, after which the days start again."""
        groups: list[tuple[int, list[_Done]]] = []
        for touch in touches:
            title = touch.title_line
            if groups and (title is None or not self._restarts(groups[-1][1][0], touch)):
                groups[-1][1].append(touch)
            else:
                groups.append((title or 0, [touch]))
        return groups

    @staticmethod
    def _restarts(first: _Done, touch: _Done) -> bool:
        one, other = first.heading, touch.heading
        if one is None or other is None:
            return False
        if one.parts.day and other.parts.day:
            return int(other.parts.day.value) <= int(one.parts.day.value)
        return bool(one.parts.noun) and (
            (one.parts.noun, one.parts.number) == (other.parts.noun, other.parts.number)
        )

    def _header(
        self, start: int, end: int, *, named: bool = False, last_title: bool = False
    ) -> dict[str, Entry]:
        """The header's keys in the lines before the first touch."""
        entries: dict[str, Entry] = {}
        title: Span | None = None
        is_first = True
        in_fence = False
        for number in range(start, end):
            line = self.lines[number]
            if _FENCE.match(self.text, line.start, line.end):
                in_fence = not in_fence
            if self.is_gap(number) or _COMMENT.match(self.text, line.start, line.end):
                continue
            said = None if in_fence else text_lines.read_header(self.text, line.start, line.end)
            if said:
                key, phrase = said
                self._add_header(entries, key, phrase)
            else:
                found = self._title(line, may_be_plain=is_first)
                if found and (title is None or (last_title and self._is_hash(line))):
                    title = found
            is_first = False
        if title and "name" not in entries:
            entries["name"] = self.entry("name", title, title)
        return entries if not named else {**entries}

    def _is_hash(self, line: _Line) -> bool:
        return bool(_HASHES.match(self.text, line.start, line.end))

    def _title(self, line: _Line, *, may_be_plain: bool) -> Span | None:
        hashes = _HASHES.match(self.text, line.start, line.end)
        start = hashes.end() if hashes else line.start
        value = self.text[start : line.end]
        if not hashes and not may_be_plain:
            return None
        words = value.strip(" \t*_#")
        if not hashes and (len(words) > 80 or len(words.split()) > 10 or words[-1:] in ".?!:,;"):
            return None
        if not words or words[0] in "|<>":
            return None
        start += value.index(words)
        return Span(start, start + len(words))

    def _add_header(self, entries: dict[str, Entry], key: str, phrase: Phrase) -> None:
        value = phrase.value
        if key in entries or (key in _WORD_KEYS and len(value.split()) > 1 and "," not in value):
            return
        if key in ("start", "reviewed") and not value[0].isdigit():
            return
        if key in _YES_KEYS and value.lower() not in ("yes", "no", "true", "false", "on", "off"):
            return
        span = Span(phrase.start, phrase.end)
        entry = self.entry(key, Span(phrase.key_start, phrase.key_end), span)
        if key in _LISTS and "," in value:
            node = Items(entry.value.span)
            at = phrase.start
            for part in value.split(","):
                words = part.strip()
                if words:
                    first = at + part.index(words)
                    node.items.append(self._scalar(Span(first, first + len(words))))
                at += len(part) + 1
            entry = Entry(entry.key, node)
        entries[key] = entry

    # Trees

    def _tree(
        self, header: dict[str, Entry], touches: list[_Done], *, with_front: bool
    ) -> Mapping | None:
        if not touches:
            return None
        first, last = touches[0], touches[-1]
        tree = Mapping(Span(first.node.span.start, last.node.span.end))
        audience: dict[str, Entry] = {}
        front = self.front.entries if self.front and with_front else {}
        for name, entry in front.items():
            key = text_lines.HEADER_KEYS.get(name.lower().replace("-", "_"))
            if name == "audience" and isinstance(entry.value, Mapping):
                audience.update(entry.value.entries)
            elif key in text_lines.AUDIENCE_KEYS:
                audience.setdefault(key, entry)
            elif key and (key not in tree.entries or name == key):
                tree.entries[key] = entry
            elif name in ("fields", "replies", "holidays", "enrolled"):
                tree.entries[name] = entry
        for key, entry in header.items():
            if key in text_lines.AUDIENCE_KEYS:
                audience.setdefault(key, entry)
            else:
                tree.entries.setdefault(key, entry)
        if audience:
            spans = [entry.span for entry in audience.values()]
            node = Mapping(Span(min(s.start for s in spans), max(s.end for s in spans)))
            node.entries = audience
            tree.entries["audience"] = Entry(self.said("audience", node.span), node)
        items = Items(tree.span)
        items.items.extend(touch.node for touch in touches)
        self._add_front_touch(touches)
        tree.entries["touches"] = Entry(self.said("touches", first.about), items)
        spans = [entry.value.span for entry in tree.entries.values()]
        tree.span = Span(min(s.start for s in spans), max(s.end for s in spans))
        return tree

    def _add_front_touch(self, touches: list[_Done]) -> None:
        """A file for one message: its channel, day and subject stand in the front matter."""
        if len(touches) != 1 or touches[0].heading or not self.front:
            return
        for key, entry in self.front.entries.items():
            if key in _TOUCH_KEYS and isinstance(entry.value, Scalar):
                touches[0].node.entries.setdefault(key, entry)

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

