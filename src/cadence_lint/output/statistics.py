"""How many findings each rule and each sequence has, as two small tables."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from cadence_lint.output.summary import number
from cadence_lint.output.terminal import one_line, page
from cadence_lint.output.words import file_words

if TYPE_CHECKING:
    from cadence_lint.linting.results import Run, SequenceResult
    from cadence_lint.output.terminal import Look


def statistics(run: Run, look: Look) -> str:
    """The tables, most first."""
    rules = Counter(one_line(finding.rule) for finding in run.shown)
    found = Counter(finding.sequence_id for finding in run.shown)
    sequences = [(found[each.id], _name(each, look)) for each in run.sequences]
    having = [(count, name) for count, name in sequences if count]
    by_rule = [(count, rule) for rule, count in rules.items()]
    lines = ["", *_table("by rule", by_rule, look), "", *_table("by sequence", having, look)]
    if having and len(having) < len(sequences):
        lines.append(f"  and {number(len(sequences) - len(having), 'sequence')} without any")
    return page(lines)


def _name(sequence: SequenceResult, look: Look) -> str:
    name, file = file_words(sequence.name), file_words(sequence.file)
    return name if name == file else f"{name}  {look.paint('dim', file)}"


def _table(head: str, rows: list[tuple[int, str]], look: Look) -> list[str]:
    width = max((len(str(count)) for count, _ in rows), default=1)
    lines = [look.paint("bold", head)]
    for count, name in sorted(rows, key=lambda row: (-row[0], row[1])):
        lines.append(f"  {count:>{width}}  {name}")
    return lines if rows else [*lines, "  none"]
