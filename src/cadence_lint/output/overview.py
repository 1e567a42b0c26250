"""Many sequences at a glance: the worst ten, and the faults that they share."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from cadence_lint.output import words
from cadence_lint.output.terminal import cut, hang, one_line, width_of

if TYPE_CHECKING:
    from cadence_lint.output.terminal import Look
    from cadence_lint.run import Run, SequenceResult

_WORST = 10
_SHARED = 5
_BOTH = 44
"""With fewer columns left, a table names only the files."""
_LEFT = 32


def overview(run: Run, look: Look) -> list[str]:
    """The worst sequences, worst first, and what several of them have in common."""
    counts: Counter[tuple[str, str]] = Counter()
    having: dict[str, set[str]] = {}
    for finding in run.shown:
        counts[finding.sequence_id, finding.severity] += 1
        if finding.severity != "info":
            having.setdefault(finding.rule, set()).add(finding.sequence_id)

    def badness(sequence: SequenceResult) -> tuple[float, int, int]:
        points = sequence.score.points if sequence.score else 101
        return (points, -counts[sequence.id, "error"], -counts[sequence.id, "warning"])

    worst = sorted(run.sequences, key=badness)[:_WORST]
    return [
        *_table(worst, counts, look, len(run.sequences)),
        *_shared(having, run, look),
        *hang("", "to see what to change in one: cadence-lint check FILE", look.width, 0),
        "",
    ]


def _table(
    worst: list[SequenceResult], counts: Counter[tuple[str, str]], look: Look, of: int
) -> list[str]:
    room = look.width - _LEFT
    name_room = room * 2 // 5 if room >= _BOTH else 0
    head = f"{'verdict':13}{'must fix':>8}{'should':>8}   "
    head += f"{'sequence':{name_room}}file" if name_room else "file"
    title = f"the worst {len(worst)} of {of} sequences" if of > len(worst) else f"{of} sequences"
    lines = [look.paint("bold", title), "", look.paint("dim", f"{head}")]
    for sequence in worst:
        must, should = counts[sequence.id, "error"], counts[sequence.id, "warning"]
        row = f"{words.verdict_words(sequence):13}{must or '':>8}{should or '':>8}   "
        if name_room:
            name = cut(one_line(sequence.name), name_room - 2)
            row += name + " " * (name_room - width_of(name))
        lines.append(row + _tail(words.file_words(sequence.file), room - name_room))
    return [*lines, ""]


def _tail(path: str, width: int) -> str:
    """A path, of which the end matters most."""
    return path if len(path) <= width else f"…{path[1 - width :]}"


def _shared(having: dict[str, set[str]], run: Run, look: Look) -> list[str]:
    common = sorted(
        ((len(found), rule) for rule, found in having.items() if len(found) > 1),
        key=lambda pair: (-pair[0], pair[1]),
    )
    if not common:
        return []
    lines = [look.paint("bold", "what they have in common"), ""]
    for count, name in common[:_SHARED]:
        rule = run.rules.get(name)
        first = f"in {count:>{len(str(len(run.sequences)))}}"
        said = hang(first, rule.summary if rule else name, look.width, len(first) + 3)
        lines += said
        lines.append(look.paint("dim", " " * (len(first) + 3) + name))
    return [*lines, ""]
