"""What somebody decided to live with, why and until when, and what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadence_lint.output import words
from cadence_lint.output.report.model import Ignored

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from cadence_lint.finding import Suppressed
    from cadence_lint.linting.results import Decided, FileResult, Run, SequenceResult
    from cadence_lint.output.report.model import Row
    from cadence_lint.rulebook.rule import Rule

_OUTCOMES = {"unused": "not needed any more", "ended": "has ended", "unknown": "no effect here"}


def ignored_in(
    file: FileResult, sequence: SequenceResult, rules: Mapping[str, Rule]
) -> Iterator[Ignored]:
    """What is ignored in one sequence."""
    here = [each for each in file.suppressed if each.finding.sequence_id == sequence.id]
    yield from _together(here, rules, {})


def all_ignored(run: Run, rows: Mapping[str, Row]) -> Iterator[Ignored]:
    """What is ignored anywhere, then what is written down to be ignored and is not there."""
    yield from _together(run.suppressed, run.rules, rows)
    left: dict[tuple[str, int], Decided] = {}
    used: set[tuple[str, int]] = set()
    for decided in (each for file in run.files for each in file.decided):
        key = (decided.file, decided.line)
        if decided.outcome == "used":
            used.add(key)
        left.setdefault(key, decided)
    for key, decided in left.items():
        if key not in used:
            yield _left(decided, run.rules)


def _together(
    suppressed: Iterable[Suppressed], rules: Mapping[str, Rule], rows: Mapping[str, Row]
) -> Iterator[Ignored]:
    """One line for the same rule in the same sequence for the same reason."""
    found: dict[tuple[str, str, str, str | None], int] = {}
    names: dict[str, str] = {}
    for each in suppressed:
        finding = each.finding
        key = (finding.sequence_id, finding.rule, each.reason, each.until)
        found[key] = found.get(key, 0) + 1
        names[finding.sequence_id] = finding.sequence
    for (sequence, rule, reason, until), count in found.items():
        row = rows.get(sequence)
        name = words.file_words(names[sequence])
        address = row.address if row else None
        yield Ignored((_summary(rule, rules),), name, address, reason, until, "in use", count)


def _left(decided: Decided, rules: Mapping[str, Rule]) -> Ignored:
    return Ignored(
        tuple(_summary(rule, rules) for rule in decided.rules),
        f"{words.file_words(decided.file)}, line {decided.line}",
        None,
        decided.reason,
        str(decided.until) if decided.until else None,
        _OUTCOMES.get(decided.outcome, decided.outcome),
        0,
    )


def _summary(rule: str, rules: Mapping[str, Rule]) -> str:
    known = rules.get(rule)
    return known.summary if known else rule
