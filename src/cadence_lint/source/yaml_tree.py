"""YAML text to a tree.

Built from the events of PyYAML's C parser. No value is ever typed: a scalar is its text, so `NO`
is Norway and `10:30` a time. Nothing is constructed, so no tag can run code. Repeated keys, tags
that ask for objects and endless nesting are faults with a place, and cost only themselves.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cadence_lint.cache.kept_patterns import while_importing
from cadence_lint.patterns import regex
from cadence_lint.record import NamedTuple, Record
from cadence_lint.source import Fault, Span, Text
from cadence_lint.source.tree import Entry, Items, Mapping, Node, Scalar
from cadence_lint.source.yaml_scalar import block_content, scalar_runs

with while_importing():  # it compiles patterns for twice as long as all the rest of it takes
    import yaml

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterator

    from cadence_lint.source import Source

_SURROGATES = regex(r"(?<!\\)\\u([dD][89abAB][\da-fA-F]{2})\\u([dD][c-fC-F][\da-fA-F]{2})")
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
ITEM_WANTED = "put a dash in front of what begins a new item"
"""What is said of a key that an item has twice."""
_DEEPEST = 100
"""Nesting that no sequence needs; it keeps a hostile file from costing the rest of the run."""
_HOPELESS = 1000
"""Nesting beyond which the rest of the file is not worth its while."""
_MOST_VALUES = 100_000
"""Values in one file, for the same reason."""
_MOST_MERGED = 50_000
"""Keys that `<<` may bring into the maps of one file."""


class YamlError(Exception):
    """A text that is no YAML, or too much of it.

    `fault` says where and why. `began` is where that starts which breaks YAML's grammar; None
    where the grammar is not at fault.
    """

    def __init__(self, fault: Fault, began: Span | None = None) -> None:
        super().__init__(fault.message)
        self.fault = fault
        self.began = began


class Tree(Record):
    """The documents of one text, and what in it could not be taken."""

    documents: list[Node]
    faults: list[Fault]
    scalars: list[Span]
    """Every scalar's span, in order: what lies in one of them is copy, never a comment."""


class _Open(NamedTuple):
    """A collection whose end has not been read yet."""

    node: Mapping | Items
    in_brackets: bool
    waiting: list[Scalar | None]
    """The key that waits for its value, at most one; None for a key that is no text."""
    merges: list[Entry]
    """Its `<<`, whose keys come after its own."""
    anchor: str | None
    values_before: int


class _Builder:
    """Puts nodes together from events, without recursion."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.documents: list[Node] = []
        self.faults: list[Fault] = []
        self.scalars: list[Span] = []
        self.anchors: dict[str, Node] = {}
        self.sizes: dict[str, int] = {}
        """How many values stand for each anchor, with all that its own aliases stand for."""
        self.open: list[_Open] = []
        self.skipped: list[tuple[Span, str | None]] = []
        """The collections that are not read, the outermost first, and their anchors."""
        self.values = 0
        self.merged = 0
        self.end = 0
        """Where the last value ends that was read."""

    def feed(self, event: yaml.Event) -> None:
        take = _TAKES.get(type(event))
        if take is not None:
            take(self, event)

    def _document(self, _: yaml.DocumentStartEvent) -> None:
        self.anchors, self.sizes = {}, {}

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        span = self._span(event)
        if event.style in _BLOCK_STYLES:
            span = Span(span.start, self._end_of_block(span))
            self.scalars.append(Span(block_content(self.source.text, span), span.end))
        else:
            self.scalars.append(span)
        self._count(span)
        if self.skipped:
            return
        if event.tag and event.tag not in _PLAIN_TAGS:
            self._fault_tag(event)
            self._add(self._nothing(span), event.anchor)
        else:
            self._add(self._read(span, event.value, event.style or ""), event.anchor)

    def _count(self, span: Span) -> None:
        self.end = span.end
        self.values += 1
        if self.values > _MOST_VALUES:
            message = f"more than {_MOST_VALUES:,} values in one file: split it into several"
            raise YamlError(Fault(message, span))

    def _count_again(self, anchor: str, span: Span) -> None:
        """Count what an alias stands for: a few lines of aliases of aliases can be millions."""
        self.values += self.sizes.get(anchor, 1) - 1
        if self.values > _MOST_VALUES:
            message = (
                f"with *{anchor} written out, the file has more than {_MOST_VALUES:,} values:"
                " take aliases out"
            )
            raise YamlError(Fault(message, span))

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
        span = self._span(event)
        self._count(span)
        if self.skipped or len(self.open) >= _DEEPEST:
            self._start_too_deep(span, event.anchor)
        elif event.tag and event.tag not in _PLAIN_TAGS:
            self._fault_tag(event)
            self.skipped.append((span, event.anchor))
        else:
            is_map = isinstance(event, yaml.MappingStartEvent)
            node: Mapping | Items = Mapping(span) if is_map else Items(span)
            self._add(node, event.anchor)
            before = self.values - 1
            self.open.append(_Open(node, bool(event.flow_style), [], [], event.anchor, before))

    def _start_too_deep(self, span: Span, anchor: str | None) -> None:
        fault = Fault(
            f"nested more than {_DEEPEST} levels deep; a sequence needs five: take levels out", span
        )
        if len(self.skipped) >= _HOPELESS:
            raise YamlError(fault)
        if not self.skipped:
            self.faults.append(fault)
        self.skipped.append((span, anchor))

    def _end(self, event: yaml.MappingEndEvent | yaml.SequenceEndEvent) -> None:
        if self.skipped:
            span, anchor = self.skipped.pop()
            if not self.skipped:
                self._add(self._nothing(span), anchor)
            return
        node, in_brackets, _, merges, anchor, values_before = self.open.pop()
        if anchor:
            self.sizes[anchor] = self.values - values_before
        if in_brackets:
            self.end = self._span(event).end
        # A block's own end mark lies at the next key, beyond blank lines and comments.
        node.span = Span(node.span.start, max(node.span.start, self.end))
        if isinstance(node, Mapping):
            for entry in merges:
                self._merge_all(node, entry)

    def _alias(self, event: yaml.AliasEvent) -> None:
        span = self._span(event)
        self._count(span)
        if self.skipped:
            return
        target = self.anchors.get(event.anchor or "")
        if target is None:
            message = (
                f"*{event.anchor} refers to nothing above it;"
                " if the * is part of the text, put the text in quotes"
            )
            self.faults.append(Fault(message, span))
            target = self._nothing(span)
        self._count_again(event.anchor or "", span)
        self._add(target, None)

    def _add(self, node: Node, anchor: str | None) -> None:
        if anchor:
            self.anchors[anchor] = node
        if not self.open:
            self.documents.append(node)
            return
        holder, waiting = self.open[-1].node, self.open[-1].waiting
        if isinstance(holder, Items):
            holder.items.append(node)
        elif waiting:
            key = waiting.pop()
            if key is not None:
                self._add_entry(holder, key, node)
        elif isinstance(node, Scalar):
            waiting.append(node)
        else:
            waiting.append(None)
            # In `{{first_name}}` the value is at fault, as whoever wanted a text will say.
            if node.span.start != holder.span.start + 1:
                message = "a key is text, not keys or a list of its own: take the brackets out"
                self.faults.append(Fault(message, node.span))

    def _add_entry(self, holder: Mapping, key: Scalar, value: Node) -> None:
        if key.value == "<<" and not key.quoted:
            self.open[-1].merges.append(Entry(key, value))
        elif key.value in holder.entries:
            first = holder.entries[key.value].key.span
            message = (
                f"the key {key.value!r} stands here for the second time"
                f" (first on line {self.source.line_of(first.start)});"
                " the first one counts: take one of them out"
            )
            if len(self.open) > 1 and isinstance(self.open[-2].node, Items):
                message += f", or {ITEM_WANTED}"
            self.faults.append(Fault(message, key.span))
        else:
            holder.entries[key.value] = Entry(key, value)

    def _merge_all(self, holder: Mapping, merge: Entry) -> None:
        nodes = merge.value.items if isinstance(merge.value, Items) else [merge.value]
        if all(isinstance(node, Mapping) for node in nodes):
            for node in {id(node): node for node in nodes}.values():
                self._merge(holder, node)
        else:
            message = "<< takes over the keys of a map that stands above it, such as `<<: *name`"
            self.faults.append(Fault(message, merge.key.span))

    def _merge(self, holder: Mapping, merged: Node) -> None:
        """Take over another map's keys, as YAML's `<<` asks; the map's own keys win."""
        if merged is holder or not isinstance(merged, Mapping):
            return
        before = self.merged
        self.merged += len(merged.entries)
        if self.merged <= _MOST_MERGED:
            for name, entry in merged.entries.items():
                holder.entries.setdefault(name, entry)
        elif before <= _MOST_MERGED:
            message = f"<< brings in more than {_MOST_MERGED:,} keys; the rest is not read"
            self.faults.append(Fault(message, holder.span))

    def _fault_tag(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        message = (
            f"the tag {event.tag!r} asks for an object, and only plain values are read: remove it,"
            " or put the text in quotes if the ! is part of it"
        )
        self.faults.append(Fault(message, self._span(event)))

    @staticmethod
    def _span(event: yaml.Event) -> Span:
        start, end = event.start_mark, event.end_mark
        return Span(start.index if start else 0, end.index if end else 0)


_TAKES: dict[type, Callable[[_Builder, Any], None]] = {
    yaml.ScalarEvent: _Builder._scalar,
    yaml.MappingStartEvent: _Builder._start,
    yaml.SequenceStartEvent: _Builder._start,
    yaml.MappingEndEvent: _Builder._end,
    yaml.SequenceEndEvent: _Builder._end,
    yaml.AliasEvent: _Builder._alias,
    yaml.DocumentStartEvent: _Builder._document,
}
"""What takes an event of each kind."""


def read_tree(source: Source) -> Tree:
    """Read a YAML text.

    Raises:
        YamlError: when the text is no YAML; the fault has the place.

    """
    builder = _Builder(source)
    for event in _events(source):
        builder.feed(event)
    return Tree(builder.documents, builder.faults, builder.scalars)


def check_syntax(source: Source) -> None:
    """Find out whether a text is YAML, for less than it costs to read it.

    Raises:
        YamlError: when the text is no YAML; the fault has the place.

    """
    for _ in _events(source):
        pass


def _events(source: Source) -> Iterator[yaml.Event]:
    loader = None
    try:
        loader = _LOADER(_without_surrogates(source.text))
        while (event := loader.get_event()) is not None:
            yield event
    except UnicodeEncodeError as error:
        raise _character_error(source.text[error.start], source) from None
    except yaml.reader.ReaderError as error:
        raise _character_error(chr(error.character), source) from None
    except yaml.MarkedYAMLError as error:
        raise _syntax_error(error, source) from None
    finally:
        if loader is not None:
            loader.dispose()


def _without_surrogates(text: str) -> str:
    r"""JSON with its characters beyond the first plane written as YAML writes them, as long.

    JSON has two escapes for one of them, `\ud83d\udd25`, which YAML does not know. An escaped
    line end, which is nothing, takes the place that is left over.
    """
    has_them = "\\ud" in text or "\\uD" in text
    if not has_them or not text.lstrip().startswith(("{", "[")):
        return text
    return _SURROGATES.sub(_as_one_escape, text)


def _as_one_escape(pair: re.Match[str]) -> str:
    high, low = int(pair[1], 16), int(pair[2], 16)
    return f"\\\n\\U{0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00):08X}"


def _syntax_error(error: yaml.MarkedYAMLError, source: Source) -> YamlError:
    what = " ".join(part for part in (error.context, error.problem) if part)
    problem = _at(error.problem_mark or error.context_mark, source)
    # The scanner knows where the text starts that it cannot read, the parser only which block.
    is_scanned = (error.context or "").startswith("while scanning")
    began = _at(error.context_mark, source) if is_scanned and error.context_mark else problem
    return YamlError(Fault(what or "this is no YAML", problem), began)


def _at(mark: yaml.Mark | None, source: Source) -> Span:
    at = min(mark.index, len(source.text)) if mark else 0
    return Span(at, at)


def _character_error(character: str, source: Source) -> YamlError:
    at = max(source.text.find(character), 0)
    message = f"the character U+{ord(character):04X} is not allowed in YAML: remove it"
    return YamlError(Fault(message, Span(at, at + 1)))
