"""From a source to its sequences: which format it is in, and what of it could not be taken.

Each format is one file here. Every reader ends in the same tree of keys and values, and
`canonical` makes sequences of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from cadence_lint.formats import native
from cadence_lint.formats.canonical import Listing, build
from cadence_lint.source import Fault, Source, Span
from cadence_lint.suppressions import Comments, read_comments
from cadence_lint.tree import Items
from cadence_lint.yaml_tree import YamlError, read_tree

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cadence_lint.sequence import Sequence
    from cadence_lint.tree import Mapping, Node

YAML_NAMES = (".yaml", ".yml")
TEXT_NAMES = (".txt", ".md", ".markdown", ".text")
STANDARD_INPUT = "-"
"""The path of a text that was piped in: whatever is no YAML there was pasted."""
NAMES = YAML_NAMES + TEXT_NAMES
"""How the names of files end that may hold a sequence."""


class Reading(NamedTuple):
    """What was read from a file."""

    sequences: tuple[Sequence, ...] = ()
    faults: tuple[Fault, ...] = ()
    comments: Comments = Comments()


def read(source: Source, *, is_named: bool) -> Reading:
    """Read the sequences of a file.

    What is no sequence gives nothing when a folder is walked, and a fault when it was named.
    """
    if not source.text.strip():
        return _nothing(source, "this file is empty", is_named=is_named)
    if source.path.lower().endswith(TEXT_NAMES):
        return _read_text(source, is_named=is_named)
    if source.path.lower().endswith(YAML_NAMES):
        return _read_yaml(source, is_named=is_named)
    return _sniff(source, is_named=is_named)


def _sniff(source: Source, *, is_named: bool) -> Reading:
    """Read what has no telling name: YAML if it holds a sequence, else pasted text."""
    from cadence_lint.formats import text

    as_yaml = _read_yaml(source, is_named=is_named)
    if as_yaml.sequences or native.looks_like(source.text):
        return as_yaml
    is_pasted = source.path == STANDARD_INPUT or text.looks_like(source)
    return _read_text(source, is_named=is_named) if is_pasted else as_yaml


def _read_yaml(source: Source, *, is_named: bool) -> Reading:
    try:
        tree = read_tree(source)
    except YamlError as error:
        if not is_named and not native.looks_like(source.text):
            return Reading()
        from cadence_lint.formats.corrections import explain

        return Reading(faults=(explain(source, error.fault),))
    sequences: list[Sequence] = []
    faults: list[Fault] = []
    for document in tree.documents:
        for listing, name in _listings(document, faults):
            sequence, problems = build(source, listing, name)
            sequences.append(sequence)
            faults += problems
    if not sequences:
        wanted = "no sequence here: a list of touches is wanted, under `touches:`"
        return _nothing(source, wanted, is_named=is_named)
    comments = read_comments(source, tree.documents, tree.scalars)
    return _numbered(sequences, [*tree.faults, *faults], comments)


def _listings(document: Node, faults: list[Fault]) -> Iterable[tuple[Listing, str]]:
    from cadence_lint.formats import cadenceml

    if cadenceml.looks_like(document):
        trees, problems = cadenceml.read(document)
        faults += problems
        return [(_listing(tree), "cadenceml") for tree in trees]
    return [(listing, "native") for listing in native.listings(document)]


def _read_text(source: Source, *, is_named: bool) -> Reading:
    from cadence_lint.formats import text

    if not is_named and not text.looks_like(source):
        return Reading()
    trees, problems = text.read(source)
    faults = list(problems)
    sequences = []
    for tree in trees:
        sequence, more = build(source, _listing(tree), "text")
        sequences.append(sequence)
        faults += more
    if not sequences:
        wanted = 'no sequence here: head each touch with a line such as "Day 3 - Email"'
        return _nothing(source, wanted, is_named=is_named)
    return _numbered(sequences, faults, Comments())


def _listing(tree: Mapping) -> Listing:
    """The list of touches of a canonical tree."""
    entry = tree.entries.get("touches")
    if entry and isinstance(entry.value, Items):
        return Listing(tree, entry.value, entry.key.span)
    return Listing(tree, Items(tree.span), tree.span)


def _numbered(sequences: list[Sequence], faults: list[Fault], comments: Comments) -> Reading:
    """Several sequences of one file are told apart by their count."""
    named = tuple(
        sequence._replace(id=f"{sequence.id}#{count}") if count > 1 else sequence
        for count, sequence in enumerate(sequences, 1)
    )
    return Reading(named, tuple(sorted(faults, key=lambda fault: fault.span)), comments)


def _nothing(source: Source, message: str, *, is_named: bool) -> Reading:
    return Reading(faults=(Fault(message, Span(0, 0)),) if is_named else ())
