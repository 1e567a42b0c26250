"""A baseline: the findings that a team knows and has not mended yet, in a file.

A finding is known by its rule, its words, and the steps that it is about; the file says of each
step what it is known by, so that a finding stays known where lines, steps and files move, and a
mended one never pays for the same words in another step.

What another finding speaks for is known too, though nobody sees it: it was there and accepted, so
that it fails nothing when the one that speaks is mended, and it is left.
"""

from __future__ import annotations

import os
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from cadence_lint.acceptance.counterparts import Print, counterparts
from cadence_lint.finding import steady_words
from cadence_lint.linting.results import Accepted
from cadence_lint.patterns import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cadence_lint.finding import Evidence, Finding
    from cadence_lint.linting.results import FileResult, Run, SequenceResult
    from cadence_lint.sequence import Sequence, Touch
    from cadence_lint.source import Place, Source, Span

_SENTENCE = regex(r"[^.!?\r\n]+")
_HALF = 0.5
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


class Comparison(NamedTuple):
    """What a run has that a baseline knows, and what the baseline would say after it."""

    known: frozenset[int]
    """The findings that it knows and that speak for themselves, by their `id()`."""
    new: int
    gone: int
    after: tuple[Known, ...]
    """What the run found, and what the baseline knows and the run did not look for."""


def hold_against(run: Run, path: str, baseline: tuple[Known, ...]) -> Run:
    """The run, with what a baseline knows set apart."""
    compared = compare(run, path, baseline)

    def split(file: FileResult) -> FileResult:
        known = tuple(each for each in file.findings if id(each) in compared.known)
        if not known:
            return file
        others = tuple(each for each in file.findings if id(each) not in compared.known)
        return file._replace(findings=others, known=known)

    files = tuple(split(file) for file in run.files)
    return run._replace(files=files, baseline=Accepted(path, compared.gone))


def compare(run: Run, path: str, baseline: tuple[Known, ...]) -> Comparison:
    """Hold the findings of a run against a baseline that stands at a path."""
    folder = os.path.dirname(os.path.abspath(path))
    found = [each for file in run.files for each in _found(file, folder)]
    looked_at = {_relative(file.file, folder) for file in run.files if not file.errors}
    pairs = _pair_sequences(baseline, [each.known for each in found], looked_at, folder)
    after = {at: list(each.known.entries) for at, each in enumerate(found)}
    prints = {at: each.known.steps for at, each in enumerate(found)}
    known: set[int] = set()
    unasked: list[Known] = []
    gone = 0
    for place, old in enumerate(baseline):
        if place not in pairs:
            if _has_left(old, looked_at, folder):
                gone += _speaking(old.entries)
            else:
                unasked.append(old)
            continue
        new = found[pairs[place]]
        steps = counterparts(old.steps, new.known.steps)
        same = same_entries(old, new.known, steps)
        known.update(id(new.findings[at]) for at in same if new.findings[at].is_shown)
        left = set(range(len(old.entries))) - set(same.values())
        for entry in (old.entries[at] for at in sorted(left)):
            was_asked = entry.rule in new.ran or entry.rule not in run.rules
            moved = None if was_asked else _moved(entry, steps)
            if moved is None:
                gone += not entry.is_covered
            else:
                after[pairs[place]].append(moved)
                prints[pairs[place]] = _flagged_too(prints[pairs[place]], old.steps, steps)
    here = (
        each.known._replace(steps=prints[at], entries=tuple(sorted(after[at], key=_entry_order)))
        for at, each in enumerate(found)
    )
    shown = sum(finding.is_shown for each in found for finding in each.findings)
    return Comparison(
        frozenset(known),
        shown - len(known),
        gone,
        tuple(each for each in (*here, *unasked) if each.entries),
    )


def _speaking(entries: tuple[Entry, ...]) -> int:
    """How many findings somebody has seen."""
    return sum(not each.is_covered for each in entries)


def _entry_order(entry: Entry) -> tuple[int, str, list[tuple[int, tuple[str, ...]]]]:
    return (min(entry.steps, default=0), entry.rule, sorted(entry.steps.items()))


def same_entries(old: Known, new: Known, steps: dict[int, int]) -> dict[int, int]:
    """The entries of a sequence that were known before, and which they were, by their places.

    One is known where it is all, or a part, of what is known of the same steps.
    """
    before = [_moved_marks(entry, steps) for entry in old.entries]
    by_rule: dict[str, list[int]] = {}
    for place, entry in enumerate(old.entries):
        by_rule.setdefault(entry.rule, []).append(place)
    candidates = [
        (
            before[was].total() - marks.total(),
            old.entries[was].is_covered != entry.is_covered,
            place,
            was,
        )
        for place, entry in enumerate(new.entries)
        for marks in [entry.marks]
        for was in by_rule.get(entry.rule, ())
        if marks <= before[was]
    ]
    same: dict[int, int] = {}
    taken: set[int] = set()
    for *_, place, was in sorted(candidates):
        if place not in same and was not in taken:
            same[place] = was
            taken.add(was)
    return same


def _moved_marks(entry: Entry, steps: dict[int, int]) -> Counter[tuple[int, str]]:
    """What a known finding says, in the steps as they are now; what is gone says nothing."""
    now = {place + 1: steps[place] + 1 for place in steps} | {0: 0}
    return Counter({(now[s], word): n for (s, word), n in entry.marks.items() if s in now})


def _moved(entry: Entry, steps: dict[int, int]) -> Entry | None:
    """A known finding in the steps as they are now; None where one of them is gone."""
    now = {place + 1: steps[place] + 1 for place in steps} | {0: 0}
    if not all(step in now for step in entry.steps):
        return None
    return entry._replace(steps={now[step]: words for step, words in entry.steps.items()})


def _flagged_too(
    now: tuple[Print, ...], before: tuple[Print, ...], steps: dict[int, int]
) -> tuple[Print, ...]:
    """The steps as they are now, with the faults of before that nothing looked for this time."""
    prints = list(now)
    for old, new in steps.items():
        known = prints[new].plain & before[old].flagged
        prints[new] = Print(prints[new].way, prints[new].plain - known, prints[new].flagged | known)
    return tuple(prints)


# Sequences


def _pair_sequences(
    olds: tuple[Known, ...], news: list[Known], looked_at: set[str], folder: str
) -> dict[int, int]:
    """The known sequences that are there, by their places: by name and file, else by their copy.

    One can have moved only where its file holds it no more.
    """
    pairs: dict[int, int] = {}
    free = [at for at, old in enumerate(olds) if _has_left(old, looked_at, folder)]
    by_key: dict[tuple[str, str], list[int]] = {}
    for at, new in enumerate(news):
        by_key.setdefault((new.file, new.name), []).append(at)
    staying = (
        (-_alike(old, news[at]), before, at)
        for before, old in enumerate(olds)
        for at in by_key.get((old.file, old.name), ())
    )
    _take(staying, pairs)
    taken = set(pairs.values())
    come = [at for at in range(len(news)) if at not in taken]
    moving = (
        (-likeness, before, at)
        for before in free
        if before not in pairs
        for at in come
        if (likeness := _moved_likeness(olds[before], news[at]))
    )
    _take(moving, pairs)
    return pairs


def _take(candidates: Iterator[tuple[float, int, int]], pairs: dict[int, int]) -> None:
    taken = set(pairs.values())
    for _, before, at in sorted(candidates):
        if before not in pairs and at not in taken:
            pairs[before] = at
            taken.add(at)


def _moved_likeness(old: Known, new: Known) -> float:
    """How surely one is the other elsewhere; 0 where it is not."""
    likeness = _alike(old, new)
    is_named_alike = bool(old.name) and old.name == new.name
    has_copy = any(each.all for each in (*old.steps, *new.steps))
    if not has_copy:
        same_ways = [each.way for each in old.steps] == [each.way for each in new.steps]
        return float(is_named_alike or (same_ways and old.name == new.name))
    if is_named_alike and likeness:
        return 1 + likeness
    return likeness if likeness >= _HALF else 0


def _alike(old: Known, new: Known) -> float:
    """How much of their copy two sequences share, from 0 to 1."""
    said = {name for each in old.steps for name in each.all}
    says = {name for each in new.steps for name in each.all}
    return len(said & says) / len(said | says) if said | says else 0


def _has_left(old: Known, looked_at: set[str], folder: str) -> bool:
    """Whether a sequence that a run does not have where it was is gone from there."""
    return old.file in looked_at or not _exists(old, folder)


def _exists(old: Known, folder: str) -> bool:
    return old.file == "-" or os.path.exists(os.path.join(folder, old.file))


# From a run to what is known


class _Found(NamedTuple):
    known: Known
    findings: list[Finding]
    """Those that the entries stand for, in the same order."""
    ran: frozenset[str]


def _found(file: FileResult, folder: str) -> Iterator[_Found]:
    for result in file.sequences:
        findings = [each for each in file.findings if each.sequence_id == result.id]
        yield _Found(_known(result, findings, folder), findings, file.ran)


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
        _relative(result.file, folder),
        sequence.name if "name" in sequence.places else "",
        tuple(_print(touch, flagged) for touch in sequence.touches),
        tuple(_entry(finding, sequence) for finding in findings),
    )


def _relative(path: str, folder: str) -> str:
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
