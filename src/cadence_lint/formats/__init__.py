"""From a source to its sequences: which format it is in, and what of it could not be taken.

Each format is one file here. Every reader ends in the same tree of keys and values, and
`canonical` makes sequences of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadence_lint.acceptance.suppressions import Comments, read_comments
from cadence_lint.formats import keys, native
from cadence_lint.formats.canonical import build
from cadence_lint.formats.header import Listing
from cadence_lint.formats.intake import Intake
from cadence_lint.formats.values import shown
from cadence_lint.record import Record
from cadence_lint.source import Fault, Source, Span
from cadence_lint.source.names import TEXT_NAMES, YAML_NAMES
from cadence_lint.source.tree import Items, Mapping
from cadence_lint.source.yaml_tree import ITEM_WANTED, YamlError, read_tree

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cadence_lint.sequence import Sequence
    from cadence_lint.source.tree import Node

STANDARD_INPUT = "-"
"""The path of a text that was piped in: whatever is no YAML there was pasted."""
_LONGEST_TEXT = 1_000_000
"""Characters of a pasted text; to tell headings from prose takes its time."""
_MOST_SEQUENCES = 500
_MOST_FAULTS = 100
"""Faults of one file that are told; whoever mends these will run again."""


class Reading(Record):
    """What was read from a file."""

    sequences: tuple[Sequence, ...] = ()
    faults: tuple[Fault, ...] = ()
    comments: Comments = Comments()
    is_doubtful: bool = False
    """Whether it was passed over, and yet may be meant."""


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

        return Reading(faults=(explain(source, error, _is_sound),))
    intake = Intake(source)
    sequences = _build_all(intake, _listings(tree.documents, intake))
    if sequences:
        comments = read_comments(source, tree.documents, tree.scalars)
        faults = [*tree.faults, *intake.faults]
        swallowed = _swallowed_item(source, tree.faults)
        return _reading(sequences, [swallowed] if swallowed else faults, comments)
    if tree.faults and (is_named or native.looks_like(source.text)):
        return _reading([], tree.faults, Comments())
    return _nothing(source, _wanted(tree.documents), is_named=is_named)


def _wanted(documents: list[Node]) -> str:
    """What a file lacks that holds no sequence."""
    if key := next(filter(None, map(native.unsure_list, documents)), None):
        return (
            f"no sequence here: nothing under {shown(key)} has a channel that I know, such as"
            " `channel: email`, or a day and copy"
        )
    slip = next(filter(None, map(native.slip, documents)), None)
    told = f", not {slip!r}" if slip else ""
    return f"no sequence here: a list of touches is wanted, under `touches:`{told}"


def _swallowed_item(source: Source, faults: list[Fault]) -> Fault | None:
    """The item that stands so far in that it is part of the text above, if it is all there is.

    What belongs to it then belongs to the item above, whose keys it repeats.
    """
    repeated = next((fault for fault in faults if ITEM_WANTED in fault.message), None)
    if repeated is None:
        return None
    from cadence_lint.formats.corrections import realigned

    line = source.line_of(repeated.span.start)
    found = realigned(source, line, _is_sound, is_strict=False)
    return found if found and source.slice(found.span).startswith("- ") else None


def _is_sound(source: Source) -> bool:
    """Whether a YAML file holds sequences, and nothing in it is in doubt."""
    try:
        tree = read_tree(source)
    except YamlError:
        return False
    intake = Intake(source)
    sequences = _build_all(intake, _listings(tree.documents, intake))
    remarks = (remark for sequence in sequences for remark in sequence.remarks)
    is_in_doubt = any(remark.kind == "unknown-key" for remark in remarks)
    faults = tree.faults or intake.faults
    return bool(sequences) and not (faults or is_in_doubt or any(map(_mixes, tree.documents)))


def _mixes(document: Node) -> bool:
    """Whether keys of a touch stand beside those of the sequence, or these among the audience's."""
    if not isinstance(document, Mapping):
        return False
    audience = document.get("audience")
    inner = map(keys.fold, audience.entries) if isinstance(audience, Mapping) else ()
    return any(name in keys.HEADER_NAMES.meanings for name in inner) or any(
        map(keys.is_of_touch, document.entries)
    )


def _listings(documents: list[Node], intake: Intake) -> Iterator[tuple[Listing, str]]:
    from cadence_lint.formats import cadenceml

    for document in documents:
        if cadenceml.looks_like(document):
            trees, faults = cadenceml.read(document)
            intake.faults += faults
            yield from ((_listing(tree), "cadenceml") for tree in trees)
        else:
            yield from ((listing, "native") for listing in native.listings(document))


def _build_all(intake: Intake, listings: Iterable[tuple[Listing, str]]) -> list[Sequence]:
    sequences: list[Sequence] = []
    for listing, name in listings:
        if len(sequences) == _MOST_SEQUENCES:
            message = (
                f"more than {_MOST_SEQUENCES} sequences in one file; the rest is not read:"
                " split it into several"
            )
            intake.fault(message, listing.about)
            break
        if intake.is_full:
            break
        sequences.append(build(intake, listing, name))
    return sequences


def _read_text(source: Source, *, is_named: bool) -> Reading:
    from cadence_lint.formats import text

    if len(source.text) > _LONGEST_TEXT:
        said = f"longer than {_LONGEST_TEXT:,} characters, as no plan is: split the text"
        return _nothing(source, said, is_named=is_named)
    if not is_named and not text.looks_like(source):
        return Reading(is_doubtful=text.may_be_meant(source))
    trees, faults = text.read(source)
    intake = Intake(source)
    sequences = _build_all(intake, ((_listing(tree), "text") for tree in trees))
    if sequences:
        return _reading(sequences, [*faults, *intake.faults], Comments())
    wanted = 'no sequence here: head each touch with a line such as "Day 3 - Email"'
    return _nothing(source, wanted, is_named=is_named)


def _listing(tree: Mapping) -> Listing:
    """The list of touches of a canonical tree."""
    entry = tree.entries["touches"]
    items = entry.value if isinstance(entry.value, Items) else Items(entry.value.span)
    return Listing(tree, items, entry.key.span)


def _reading(sequences: list[Sequence], faults: list[Fault], comments: Comments) -> Reading:
    """Several sequences of one file are told apart by their count."""
    named = tuple(
        sequence._replace(id=f"{sequence.id}#{count}") if count > 1 else sequence
        for count, sequence in enumerate(sequences, 1)
    )
    # An alias leads to the same fault again and again.
    told = sorted(dict.fromkeys(faults), key=lambda fault: fault.span)
    if len(told) > _MOST_FAULTS:
        rest = f"and {len(told) - _MOST_FAULTS:,} more faults in this file: mend these first"
        told[_MOST_FAULTS:] = [Fault(rest, told[_MOST_FAULTS].span)]
    return Reading(named, tuple(told), comments)


def _nothing(source: Source, message: str, *, is_named: bool) -> Reading:
    return Reading(faults=(Fault(message, Span(0, 0)),) if is_named else ())
