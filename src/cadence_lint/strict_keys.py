"""Keys of a rule file or a configuration, read strictly: what is not known is refused.

A mistake in such a file must not pass in silence, since it would change what is found elsewhere.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn, TypeVar

from cadence_lint.patterns import regex
from cadence_lint.rulebook import options
from cadence_lint.source import Fault, SetupError, Source, Span
from cadence_lint.source.tree import Items, Mapping, Scalar
from cadence_lint.source.yaml_tree import YamlError, check_syntax, read_tree

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from cadence_lint.source.tree import Node

T = TypeVar("T")

_SWALLOWED = regex(r"[\r\n][ \t]*(-)[ \t]")
"""An item of a list that stands so far in that it goes on with the one above it."""


class StrictKeys:
    """Reads the values of keys of one file; every method raises `SetupError` at what is wrong."""

    def __init__(self, source: Source) -> None:
        self.source = source

    def refuse(self, message: str, span: Span) -> NoReturn:
        """Say what cannot be taken, and where."""
        raise SetupError(self.source, Fault(message, span))

    def only(self, node: Mapping, known: Iterable[str], kind: str) -> None:
        """Refuse all keys but some."""
        names = tuple(known)
        for name, entry in node.entries.items():
            if name not in names:
                self.refuse(options.unknown(kind, name, names), entry.key.span)

    def mapping(self, node: Mapping, key: str, known: Iterable[str] | None = None) -> Mapping:
        """The keys below a key, none when it is empty or absent; `known` are all there may be."""
        value = node.get(key)
        if value is None or (isinstance(value, Scalar) and value.is_null):
            return Mapping(node.span)
        if not isinstance(value, Mapping):
            told = ", as in `key: value` without a dash" if isinstance(value, Items) else ""
            self.refuse(f"`{key}` is keys with values{told}", value.span)
        if known is not None:
            self.only(value, known, "key")
        return value

    def items(self, node: Mapping, key: str) -> list[Node]:
        """The list below a key, empty when there is none."""
        value = node.get(key)
        if value is None or (isinstance(value, Scalar) and value.is_null):
            return []
        if not isinstance(value, Items):
            self.refuse(f"`{key}` is a list: put a dash before each of its items", value.span)
        return value.items

    def scalars(self, node: Mapping, key: str) -> tuple[Scalar, ...]:
        """The words below a key, one or a list."""
        value = node.get(key)
        return () if value is None else self.words_of(value)

    def words_of(self, node: Node) -> tuple[Scalar, ...]:
        """A value as words, one or a list."""
        words = []
        for item in node.items if isinstance(node, Items) else [node]:
            if not isinstance(item, Scalar):
                told = "; a text that holds a colon stands in quotes"
                told = told if isinstance(item, Mapping) else ""
                self.refuse(f"wants a word or a list of words here{told}", item.span)
            if not item.quoted and (dash := _SWALLOWED.search(self.source.slice(item.span))):
                at = item.span.start + dash.start(1)
                self.refuse("this is read as part of the line above", Span(at, at + 1))
            if not item.is_null:
                words.append(item)
        return tuple(words)


def read_strictly(source: Source, read: Callable[[Source], T]) -> T:
    """What `read` makes of a file; where lines of it are out of line, the refusal says which.

    Raises:
        SetupError: when it cannot be taken.

    """
    try:
        return read(source)
    except SetupError as refused:
        fault = _mended(source, refused, read) if refused.place.file == source.path else None
        if fault is None:
            raise
        raise SetupError(source, fault) from None


def _mended(source: Source, refused: SetupError, read: Callable[[Source], object]) -> Fault | None:
    """What to write so that the whole file can be taken; None where nothing helps."""
    from cadence_lint.formats.corrections import explain, realigned

    def is_sound(changed: Source) -> bool:
        try:
            check_syntax(changed)
            read(changed)
        except (YamlError, SetupError):
            return False
        return True

    if isinstance(refused.__cause__, YamlError):
        return explain(source, refused.__cause__, is_sound, is_strict=True)
    return realigned(source, refused.place.line, is_sound)


def read_mapping(source: Source) -> Mapping:
    """The keys of a YAML file that holds just keys.

    Raises:
        SetupError: when it does not.

    """
    try:
        tree = read_tree(source)
    except YamlError as error:
        from cadence_lint.formats.corrections import explain

        raise SetupError(source, explain(source, error)) from error
    for fault in tree.faults:
        raise SetupError(source, fault)
    if len(tree.documents) > 1:
        at = tree.documents[1].span.start
        said = "only one document is read; take out the `---` above this"
        raise SetupError(source, Fault(said, Span(at, at)))
    root = tree.documents[0] if tree.documents else Mapping(Span(0, 0))
    if isinstance(root, Scalar) and root.is_null:
        return Mapping(root.span)
    if not isinstance(root, Mapping):
        raise SetupError(source, Fault("keys with values are expected here", root.span))
    return root
