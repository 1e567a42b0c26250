"""YAML text to a tree.

Built from the events of PyYAML's C parser. No value is ever typed: a scalar is its text, so `NO`
is Norway and `10:30` a time. Nothing is constructed, so no tag can run code. Repeated keys, tags
that ask for objects and endless nesting are faults with a place, and cost only themselves.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import yaml

from cadence_lint.source import Fault, Span, Text
from cadence_lint.tree import Entry, Items, Mapping, Node, Scalar
from cadence_lint.yaml_scalar import block_content, scalar_runs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cadence_lint.source import Source

_LOADER: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_BLOCK_STYLES = frozenset("|>")
_PLAIN_TAGS = frozenset(
    {
        "!",
        *(
            f"tag:yaml.org,2002:{name}"
            for name in (
                "str",
                "int",
                "float",
                "bool",
                "null",
                "timestamp",
                "seq",
                "map",
                "merge",
                "binary",
            )
        ),
    }
)
_DEEPEST = 100
"""Nesting that no sequence needs; it keeps a hostile file from costing the rest of the run."""


class YamlError(Exception):
    """A text that is no YAML; `fault` says where and why."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.message)
        self.fault = fault


class Tree(NamedTuple):
    """The documents of one text, and what in it could not be taken."""

    documents: list[Node]
    faults: list[Fault]
    scalars: list[Span]
    """Every scalar's span, in order: what lies in one of them is copy, never a comment."""


class _Open(NamedTuple):
    """A collection whose end has not been read yet."""

    node: Mapping | Items
    in_brackets: bool
    waiting: list[Scalar]
    """The key that waits for its value, at most one."""


class _Builder:
    """Puts nodes together from events, without recursion."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.documents: list[Node] = []
        self.faults: list[Fault] = []
        self.scalars: list[Span] = []
        self.anchors: dict[str, Node] = {}
        self.open: list[_Open] = []
        self.skipping = 0

    def feed(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.ScalarEvent):
            self._scalar(event)
        elif isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
            self._start(event)
        elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
            self._end(event)
        elif isinstance(event, yaml.AliasEvent):
            self._alias(event)
        elif isinstance(event, yaml.DocumentStartEvent):
            self.anchors = {}

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        span = self._span(event)
        if event.style in _BLOCK_STYLES:
            span = Span(span.start, self._end_of_block(span))
            self.scalars.append(Span(block_content(self.source.text, span.start), span.end))
        else:
            self.scalars.append(span)
        if self.skipping:
            return
        if event.tag and event.tag not in _PLAIN_TAGS:
            self._fault_tag(event)
            self._add(self._nothing(span), event.anchor)
        else:
            self._add(self._read(span, event.value, event.style or ""), event.anchor)

    def _read(self, span: Span, value: str, style: str) -> Scalar:
        raw = self.source.text
        text = Text(value, self.source, lambda: scalar_runs(raw, span, value, style))
        return Scalar(span, text, quoted=bool(style))

    def _nothing(self, span: Span) -> Scalar:
        """What stands where something could not be taken."""
        return self._read(Span(span.start, span.start), "", "")

    def _end_of_block(self, span: Span) -> int:
        raw = self.source.slice(span)
        return span.start + len(raw.rstrip(" \t\r\n"))

    def _start(self, event: yaml.MappingStartEvent | yaml.SequenceStartEvent) -> None:
        if self.skipping or len(self.open) >= _DEEPEST:
            if not self.skipping:
                self.faults.append(
                    Fault(
                        f"nested more than {_DEEPEST} levels deep; a sequence needs five",
                        self._span(event),
                    )
                )
            self.skipping += 1
            return
        if event.tag and event.tag not in _PLAIN_TAGS:
            self._fault_tag(event)
            self.skipping += 1
            return
        node: Mapping | Items = (
            Mapping(self._span(event))
            if isinstance(event, yaml.MappingStartEvent)
            else Items(self._span(event))
        )
        self._add(node, event.anchor)
        self.open.append(_Open(node, bool(event.flow_style), []))

    def _end(self, event: yaml.MappingEndEvent | yaml.SequenceEndEvent) -> None:
        if self.skipping:
            self.skipping -= 1
            if not self.skipping:
                self._add(self._nothing(self._span(event)), None)
            return
        node, in_brackets, _ = self.open.pop()
        end = self._span(event).end
        if not in_brackets:
            # A block's end mark lies at the next key, beyond blank lines and comments.
            end = max(node.span.start, *self._ends(node))
        node.span = Span(node.span.start, end)

    @staticmethod
    def _ends(node: Mapping | Items) -> Iterator[int]:
        if isinstance(node, Items):
            yield from (item.span.end for item in node.items)
        else:
            yield from (entry.span.end for entry in node.entries.values())
        yield node.span.start

    def _alias(self, event: yaml.AliasEvent) -> None:
        if self.skipping:
            return
        target = self.anchors.get(event.anchor or "")
        if target is None:
            self.faults.append(
                Fault(f"*{event.anchor} refers to nothing above it", self._span(event))
            )
            target = self._nothing(self._span(event))
        self._add(target, None)

    def _add(self, node: Node, anchor: str | None) -> None:
        if anchor:
            self.anchors[anchor] = node
        if not self.open:
            self.documents.append(node)
            return
        holder, _, waiting = self.open[-1]
        if isinstance(holder, Items):
            holder.items.append(node)
        elif waiting:
            self._add_entry(holder, waiting.pop(), node)
        elif isinstance(node, Scalar):
            waiting.append(node)
        else:
            self.faults.append(Fault("a key is text, not keys or a list of its own", node.span))
            waiting.append(self._nothing(node.span))

    def _add_entry(self, holder: Mapping, key: Scalar, value: Node) -> None:
        if key.value == "<<" and not key.quoted:
            self._merge(holder, value)
        elif key.value in holder.entries:
            first = holder.entries[key.value].key.span
            line = self.source.line_of(first.start)
            self.faults.append(
                Fault(
                    f"the key {key.value!r} stands here for the second time"
                    f" (first on line {line}); the first one counts: take one of them out",
                    key.span,
                )
            )
        else:
            holder.entries[key.value] = Entry(key, value)

    @staticmethod
    def _merge(holder: Mapping, value: Node) -> None:
        """Take over another map's keys, as YAML's `<<` asks; the map's own keys win."""
        for merged in value.items if isinstance(value, Items) else [value]:
            if isinstance(merged, Mapping) and merged is not holder:
                for name, entry in merged.entries.items():
                    holder.entries.setdefault(name, entry)

    def _fault_tag(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        self.faults.append(
            Fault(
                f"the tag {event.tag!r} asks for an object; only plain values are read: remove it",
                self._span(event),
            )
        )

    @staticmethod
    def _span(event: yaml.Event) -> Span:
        start, end = event.start_mark, event.end_mark
        return Span(start.index if start else 0, end.index if end else 0)


def read_tree(source: Source) -> Tree:
    """Read a YAML text.

    Raises:
        YamlError: when the text is no YAML; the fault has the place.

    """
    builder = _Builder(source)
    try:
        for event in _events(source.text):
            builder.feed(event)
    except yaml.MarkedYAMLError as error:
        raise YamlError(_syntax_fault(error, source)) from None
    except yaml.YAMLError as error:
        raise YamlError(_reader_fault(error, source)) from None
    return Tree(builder.documents, builder.faults, builder.scalars)


def _events(text: str) -> Iterator[yaml.Event]:
    loader = _LOADER(text)
    try:
        while loader.check_event():
            yield loader.get_event()
    finally:
        loader.dispose()


def _syntax_fault(error: yaml.MarkedYAMLError, source: Source) -> Fault:
    mark = error.problem_mark or error.context_mark
    at = min(mark.index, len(source.text)) if mark else 0
    what = " ".join(part for part in (error.context, error.problem) if part)
    return Fault(what or "this is no YAML", Span(at, at))


def _reader_fault(error: yaml.YAMLError, source: Source) -> Fault:
    position = getattr(error, "position", None)  # libyaml counts bytes of UTF-8
    before = source.text.encode()[: position if isinstance(position, int) else 0]
    at = len(before.decode(errors="ignore"))
    character = source.text[at : at + 1]
    return Fault(
        f"the character U+{ord(character):04X} is not allowed in YAML: remove it"
        if character
        else "this is no YAML",
        Span(at, at),
    )
