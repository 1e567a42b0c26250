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
from typing import TYPE_CHECKING

from cadence_lint.acceptance.counterparts import Print, counterparts, one_to_one
from cadence_lint.acceptance.known import Entry, Found, Known, found_in, relative
from cadence_lint.linting.results import Accepted
from cadence_lint.record import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cadence_lint.linting.results import FileResult, Run

_HALF = 0.5


class Comparison(NamedTuple):
    """What a run has that a baseline knows, and what the baseline would say after it."""

    known: frozenset[int]
    """The findings that it knows, by their `id()`."""
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
    found = [each for file in run.files for each in found_in(file, folder)]
    looked_at = {relative(file.file, folder) for file in run.files if not file.errors}
    pairs = _pair_sequences(baseline, [each.known for each in found], looked_at, folder)
    held = {at: _hold(baseline[old], found[at], run) for old, at in pairs.items()}
    others = [old for place, old in enumerate(baseline) if place not in pairs]
    ended = [old for old in others if _has_left(old, looked_at, folder)]
    unasked = [old for old in others if not _has_left(old, looked_at, folder)]
    here = [held[at].after if at in held else each.known for at, each in enumerate(found)]
    known = frozenset[int]().union(*(each.known for each in held.values()))
    shown = (each for at in found for each in at.findings if each.is_shown)
    return Comparison(
        known,
        sum(id(each) not in known for each in shown),
        sum(each.gone for each in held.values()) + sum(_speaking(old.entries) for old in ended),
        tuple(_in_order(each) for each in (*here, *unasked) if each.entries),
    )


class _Held(NamedTuple):
    """What came of a sequence that a baseline knows."""

    known: frozenset[int]
    gone: int
    after: Known


def _hold(old: Known, new: Found, run: Run) -> _Held:
    """Hold a sequence against what was known of it; what nothing looked for is known still."""
    steps = counterparts(old.steps, new.known.steps)
    same = same_entries(old, new.known, steps)
    left = [entry for at, entry in enumerate(old.entries) if at not in same.values()]
    unasked = (each for each in left if each.rule not in new.ran and each.rule in run.rules)
    moved = [entry for each in unasked if (entry := _moved(each, steps))]
    prints = _flagged_too(new.known.steps, old.steps, steps) if moved else new.known.steps
    here = _spoken_for(new.known.entries, {at: old.entries[was] for at, was in same.items()}, moved)
    return _Held(
        frozenset(id(new.findings[at]) for at in same),
        _speaking(left) - _speaking(moved),
        new.known._replace(steps=prints, entries=(*here, *moved)),
    )


def _in_order(known: Known) -> Known:
    return known._replace(entries=tuple(sorted(known.entries, key=_entry_order)))


def _speaking(entries: Iterable[Entry]) -> int:
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
    return one_to_one((place, was) for *_, place, was in sorted(candidates))


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


def _spoken_for(
    entries: tuple[Entry, ...], before: dict[int, Entry], unasked: list[Entry]
) -> Iterator[Entry]:
    """What was found; what nothing looked for this time speaks for some of it, as before."""
    speaking = {step for each in unasked if not each.is_covered for step in each.steps}
    for at, entry in enumerate(entries):
        is_covered = at in before and before[at].is_covered and not speaking.isdisjoint(entry.steps)
        yield entry._replace(is_covered=True) if is_covered else entry


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
