"""Whose name stands above what arrives: that of whoever signs it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadence_lint.reading import Passage
from cadence_lint.timeline.seen import seen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cadence_lint.sequence import Sequence
    from cadence_lint.source import Text

UNKNOWN = "‹your name›"
_LONGEST = 40


def sender_of(sequence: Sequence) -> str:
    """The name below the first email that has one; a stand-in where none has."""
    return next(_names(sequence), UNKNOWN)


def _names(sequence: Sequence) -> Iterator[str]:
    for touch in sequence.touches:
        for message in touch.messages:
            if touch.channel == "email" and message.body is not None:
                name = _name_below(message.body)
                if name:
                    yield name


def _name_below(body: Text) -> str:
    """The first line of a signature, up to the comma: `Ada Brandt, Larkfield`."""
    passage = Passage("body", body, None)
    for sentence, segment in zip(passage.sentences, passage.segments, strict=True):
        if segment == "signature":
            line = passage.text.value[sentence.start : sentence.end].strip().split("\n")[0]
            start = sentence.start + passage.text.value[sentence.start :].index(line)
            name = seen(passage.text.cut(start, start + len(line)))
            return name.split(", ")[0].strip("-–— ")[:_LONGEST]
    return ""
