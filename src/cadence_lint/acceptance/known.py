"""What can be known of the sequences of a run: findings, and what steps are known by."""

from __future__ import annotations

import os
from collections import Counter
from typing import TYPE_CHECKING

from cadence_lint.acceptance.counterparts import Print
from cadence_lint.finding import steady_words
from cadence_lint.patterns import regex
from cadence_lint.record import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cadence_lint.finding import Evidence, Finding
    from cadence_lint.linting.results import FileResult, SequenceResult
    from cadence_lint.sequence import Sequence, Touch
    from cadence_lint.source import Place, Source, Span

_SENTENCE = regex(r"[^.!?\r\n]+")
_LONGEST = 100
_DIGITS = 6
_PASSAGE = 4
"""With as many sentences, a quote is no words but all that a step says, in whatever words."""


class Entry(NamedTuple):
    """A finding that is known."""

    rule: str
    steps: dict[int, tuple[str, ...]]
    """The steps that it is about, and its words in each; 0 is the whole plan."""
    is_covered: bool = False
    """Whether another finding speaks for it."""

    @property
    def marks(self) -> Counter[tuple[int, str]]:
        """What another has to be a part of to be what is left of it."""
        return Counter((step, word) for step, words in self.steps.items() for word in ("", *words))


class Known(NamedTuple):
    """A sequence, and what is known of it."""

    file: str
    """Relative to the folder of the baseline, with `/`."""
    name: str
    """Empty where it has none of its own."""
    steps: tuple[Print, ...]
    entries: tuple[Entry, ...]


class Found(NamedTuple):
    """A sequence of a run."""

    known: Known
    findings: list[Finding]
    """Those that the entries stand for, in the same order."""
    ran: frozenset[str]


def found_in(file: FileResult, folder: str) -> Iterator[Found]:
    """The sequences of a file, by their paths from a folder."""
    for result in file.sequences:
        findings = [each for each in file.findings if each.sequence_id == result.id]
        yield Found(_known(result, findings, folder), findings, file.ran)


def _known(result: SequenceResult, findings: list[Finding], folder: str) -> Known:
    sequence = result.sequence
    if sequence is None:
        raise ValueError("a baseline needs a run that keeps its sequences")
    items = [(finding, item) for finding in findings for item in finding.evidence]
    flagged = [
        _offsets(item.place, sequence.source)
        for _, item in items
        if item.place.file == sequence.source.path and _words(item)
    ]
    return Known(
        relative(result.file, folder),
        sequence.name if "name" in sequence.places else "",
        tuple(_print(touch, flagged) for touch in sequence.touches),
        tuple(_entry(finding, sequence) for finding in findings),
    )


def relative(path: str, folder: str) -> str:
    """A path as it is from a folder, with `/`."""
    if path == "-":
        return path
    try:
        return os.path.relpath(os.path.abspath(path), folder).replace(os.sep, "/")
    except ValueError:  # on another drive
        return path


def _entry(finding: Finding, sequence: Sequence) -> Entry:
    steps: dict[int, list[str]] = {}
    if finding.touch is not None or len(finding.touches) < len(sequence.touches):
        steps = {step: [] for step in finding.touches}
    for item in finding.evidence:
        if not finding.is_whole and (words := _words(item)):
            steps.setdefault(_step(item, finding, sequence), []).append(_short(words))
    ordered = {step: tuple(sorted(steps[step])) for step in sorted(steps)}
    return Entry(finding.rule, ordered, not finding.is_shown)


def _words(item: Evidence) -> str:
    """The words that a finding is known by; none for a day, and none for a whole message."""
    words = steady_words(item)
    if len(words) <= _LONGEST:
        return words
    sentences = (each for each in _SENTENCE.findall(item.quote) if _says_something(each))
    return words if sum(1 for _ in sentences) < _PASSAGE else ""


def _says_something(said: str) -> bool:
    return any(sign.isalnum() for sign in said)


def _step(item: Evidence, finding: Finding, sequence: Sequence) -> int:
    """The step that some words stand in; 0 for none."""
    if item.touch is not None:
        return item.touch
    source = sequence.source
    if item.place.file == source.path:
        span = _offsets(item.place, source)
        for touch in sequence.touches:
            if touch.span.holds(span):
                return touch.number
    return finding.touch or 0


def _offsets(place: Place, source: Source) -> Span:
    from cadence_lint.source import Span

    starts = source.line_starts
    start = starts[place.line - 1] + place.column - 1
    return Span(start, starts[place.end_line - 1] + place.end_column - 1)


def _print(touch: Touch, flagged: list[Span]) -> Print:
    way = f"{touch.channel}/{touch.action}" if touch.action else touch.channel
    plain: set[str] = set()
    faulty: set[str] = set()
    near = [span for span in flagged if touch.span.start < span.end and span.start < touch.span.end]
    for message in touch.messages:
        for text in message.parts.values():
            for found in _SENTENCE.finditer(text.value):
                said = " ".join(found[0].casefold().split())
                if not _says_something(said):
                    continue
                here = text.span(found.start(), found.end()) if near else None
                is_faulty = here and any(s.start < here.end and here.start < s.end for s in near)
                (faulty if is_faulty else plain).add(_digest(said))
    return Print(way, frozenset(plain - faulty), frozenset(faulty))


def _short(words: str) -> str:
    """Words that are not too long to look at."""
    if len(words) <= _LONGEST:
        return words
    return f"{words[: _LONGEST - 20].rstrip()} … {_digest(words)}"


def _digest(said: str) -> str:
    from hashlib import sha256

    return sha256(said.encode("utf-8", "backslashreplace")).hexdigest()[:_DIGITS]
