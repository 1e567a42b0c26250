"""Many sequences at a glance: the worst ten, the faults that they share, and where to look next."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from cadence_lint.output import words
from cadence_lint.output.summary import number
from cadence_lint.output.terminal import cut, hang, one_line, padded, width_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cadence_lint.output.terminal import Look
    from cadence_lint.run import Run, SequenceResult

_WORST = 10
_SHARED = 5
_BOTH = 40
"""With fewer columns left, a table names only the files."""
_COUNTS = 56
"""On a screen with fewer columns, a table has no counts."""
_VERDICT, _MUST, _SHOULD = 11, 10, 12
_LEFT = _VERDICT + _MUST + _SHOULD + 3
_WORSE_TO_BETTER = ("do not send", "fix first", "ready", "not judged")

Counts = Counter[tuple[str, str]]


def overview(run: Run, look: Look) -> list[str]:
    """The worst sequences, worst first, what several of them have in common, and what to do."""
    counts = _counts(run)
    ranked = sorted(run.sequences, key=lambda sequence: _badness(sequence, counts))
    worst = [sequence for sequence in ranked if _needs_work(sequence, counts)][:_WORST]
    shared = _shared(run)
    lines = [*hang("", _verdict_counts(ranked), look.width, 0), ""]
    if worst:
        more = f" {len(worst)} of {len(ranked)}" if len(worst) < len(ranked) else ""
        lines += [look.paint("bold", f"the worst{more}"), ""]
        lines += _table(worst, counts, look)
    if shared:
        lines += [look.paint("bold", "what they have in common"), ""]
        lines += _shared_lines(shared, run, look)
    if worst:
        lines += [look.paint("bold", "where to look next"), ""]
        lines += _next(worst[0], shared, look)
    return lines


def verdicts(run: Run, look: Look) -> list[str]:
    """A line for each of a few sequences, as they stand above."""
    return _table(run.sequences, _counts(run), look)


def _counts(run: Run) -> Counts:
    return Counter((finding.sequence_id, finding.severity) for finding in run.shown)


def _badness(sequence: SequenceResult, counts: Counts) -> tuple[float, int, int]:
    points = sequence.score.points if sequence.score else 101
    return (points, -counts[sequence.id, "error"], -counts[sequence.id, "warning"])


def _needs_work(sequence: SequenceResult, counts: Counts) -> bool:
    is_ready = sequence.score is None or sequence.score.band == "ready"
    return not is_ready or counts[sequence.id, "error"] > 0


def _verdict_counts(sequences: list[SequenceResult]) -> str:
    found = Counter(words.verdict_words(sequence) for sequence in sequences)
    each = [f"{found[name]} {name}" for name in _WORSE_TO_BETTER if found[name]]
    return f"{number(len(sequences), 'sequence')}: {', '.join(each)}"


def _table(sequences: list[SequenceResult], counts: Counts, look: Look) -> list[str]:
    if look.width < _COUNTS:
        return [*_short_rows(sequences, look), ""]
    room = look.width - _LEFT
    name_room = _name_room(sequences, room)
    head = f"{'verdict':{_VERDICT}}{'must fix':>{_MUST}}{'should fix':>{_SHOULD}}   "
    head += f"{'sequence':{name_room}}file" if name_room else "file"
    lines = [look.paint("dim", head)]
    for sequence in sequences:
        verdict = words.verdict_words(sequence)
        must, should = counts[sequence.id, "error"], counts[sequence.id, "warning"]
        row = look.paint(words.BANDS.get(verdict, "dim"), f"{verdict:{_VERDICT}}")
        row += f"{must or '·':>{_MUST}}{should or '·':>{_SHOULD}}   "
        if name_room:
            row += padded(cut(words.file_words(sequence.name), name_room - 2), name_room)
        lines.append(row + _tail(words.file_words(sequence.file), room - name_room))
    return [*lines, ""]


def _short_rows(sequences: list[SequenceResult], look: Look) -> Iterator[str]:
    """The rows of a table for a narrow screen: the verdicts and the files."""
    for sequence in sequences:
        verdict = words.verdict_words(sequence)
        row = look.paint(words.BANDS.get(verdict, "dim"), f"{verdict:{_VERDICT}}")
        room = look.width - _VERDICT - 2
        yield f"{row}  {_tail(words.file_words(sequence.file), room)}"


def _name_room(sequences: list[SequenceResult], room: int) -> int:
    """The columns for names: what they take, as far as the files leave it; 0 for no names."""
    if room < _BOTH:
        return 0
    names = max(width_of(words.file_words(sequence.name)) for sequence in sequences) + 2
    files = max(width_of(words.file_words(sequence.file)) for sequence in sequences)
    return min(names, max(room - files, room // 2))


def _tail(path: str, width: int) -> str:
    """A path, of which the end matters most: whole folders are left out first."""
    kept = path
    while "/" in kept and width_of(kept) > width - 2 * (kept != path):
        kept = kept.partition("/")[2]
    if kept == path and width_of(kept) <= width:
        return path
    while width_of(kept) > width - 2:
        kept = kept[1:]
    return f"…/{kept}" if f"/{kept}" in path else f"…{kept}"


def _shared(run: Run) -> list[tuple[int, str]]:
    """How many sequences a rule speaks about, for those that speak about several."""
    having: dict[str, set[str]] = {}
    for finding in run.shown:
        if finding.severity != "info":
            having.setdefault(finding.rule, set()).add(finding.sequence_id)
    common = [(len(found), rule) for rule, found in having.items() if len(found) > 1]
    return sorted(common, key=lambda pair: (-pair[0], pair[1]))[:_SHARED]


def _shared_lines(shared: list[tuple[int, str]], run: Run, look: Look) -> list[str]:
    lines = []
    for count, name in shared:
        rule = run.rules.get(name)
        first = f"in {count:>{len(str(len(run.sequences)))}}"
        lines += hang(first, rule.summary if rule else name, look.width, len(first) + 3)
        lines.append(look.paint("dim", " " * (len(first) + 3) + name))
    return [*lines, ""]


def _next(worst: SequenceResult, shared: list[tuple[int, str]], look: Look) -> list[str]:
    from shlex import quote  # a name is typed into a shell

    asks = [("the worst, step by step", f"cadence-lint check {quote(one_line(worst.file))}")]
    if shared:
        rule = one_line(shared[0][1])
        asks.append(("why a reader minds", f"cadence-lint explain {rule}"))
        asks.append(("every line with it", f"add --select {rule} --format concise"))
    asks.append(("all in a spreadsheet", "add --output csv:cadences.csv"))
    indent = max(len(what) for what, _ in asks) + 3
    lines: list[str] = []
    for what, said in asks:
        is_short = indent + width_of(said) <= look.width
        lines += [padded(what, indent) + said] if is_short else [what, f"  {said}"]
    return [*lines, ""]
