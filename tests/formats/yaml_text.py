"""Sequence files made of YAML, and what was read of them, for the tests of the formats."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from cadence_lint.formats import Reading, read
from cadence_lint.source import Source

if TYPE_CHECKING:
    from cadence_lint.sequence import Message, Sequence, Touch
    from cadence_lint.source import Span


class Told(NamedTuple):
    """A fault, and the words of the file that it is about."""

    words: str
    message: str


def read_yaml(text: str, *, path: str = "cadences/spring.yaml", is_named: bool = True) -> Reading:
    """What is read of a YAML file."""
    return read(Source(path, text), is_named=is_named)


def faults(text: str, *, is_named: bool = True) -> list[Told]:
    """What could not be taken of a YAML file."""
    source = Source("cadences/spring.yaml", text)
    reading = read(source, is_named=is_named)
    return [Told(source.slice(fault.span), fault.message) for fault in reading.faults]


def sequence_of(text: str) -> Sequence:
    """The one sequence of a YAML file, all of which could be taken."""
    reading = read_yaml(text)
    assert not reading.faults
    [sequence] = reading.sequences
    return sequence


def touches_of(text: str) -> tuple[Touch, ...]:
    """The touches of the one sequence of a YAML file."""
    return sequence_of(text).touches


def touch_of(keys: str) -> Touch:
    """A touch of some keys, in brackets: `day: 1, channel: call`."""
    [touch] = touches_of(f"touches: [{{{keys}}}]" if keys else "touches: []")
    return touch


def message_of(keys: str) -> Message:
    """The one message of a touch."""
    [message] = touch_of(keys).messages
    return message


def said(message: Message) -> dict[str, str]:
    """What a message says, by its parts."""
    return {name: text.value for name, text in message.parts.items()}


def words(sequence: Sequence, span: Span) -> str:
    """The words of the file at a place."""
    return sequence.source.slice(span)


def remarks(text: str) -> list[tuple[str, str]]:
    """What is odd about a file: the kinds, and the words they are about."""
    return [
        (remark.kind, words(sequence, remark.span))
        for sequence in read_yaml(text).sequences
        for remark in sequence.remarks
    ]
