"""Many sequences at a glance: the worst ten, the faults that they share, and where to look next."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from cadence_lint.output import words
from cadence_lint.output.pretty import MOST
from cadence_lint.output.summary import number
from cadence_lint.output.terminal import cut, hang, one_line, padded, width_of
from cadence_lint.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cadence_lint.linting.results import Run
    from cadence_lint.output.terminal import Look

_WORST = 10
_SHARED = 5
_BOTH = 40
"""With fewer columns left, a table names only the files."""
_COUNTS = 56
"""On a screen with fewer columns, a table has no counts."""
_VERDICT, _MUST, _SHOULD = 12, 10, 12
_LEFT = _VERDICT + _MUST + _SHOULD + 3
_WORSE_TO_BETTER = ("do not send", "fix first", "ready", "read in part", "not judged")


class Standing(Record):
    """How a sequence stands."""

    name: str
    file: str
    """Both as they are shown."""
    path: str
    points: float
    verdict: str
    must: int
    should: int
    beside: int
    """How many sequences its file holds."""

    @property
    def badness(self) -> tuple[float, int, int]:
        """What sorts the worst first."""
        return (self.points, -self.must, -self.should)

    @property
    def needs_work(self) -> bool:
        """Whether it belongs among the worst."""
        return self.must > 0 or self.verdict in ("do not send", "fix first")


def overview(run: Run, look: Look) -> list[str]:
    """The worst sequences, worst first, what several of them have in common, and what to do."""
    ranked = sorted(_standings(run), key=lambda each: each.badness)
    worst = [each for each in ranked if each.needs_work][:_WORST]
    shared = _shared(run)
    lines = [*hang("", _verdict_counts(ranked), look.width, 0), ""]
    if worst:
        more = f" {len(worst)} of {len(ranked)}" if len(worst) < len(ranked) else ""
        lines += [look.paint("bold", f"the worst{more}"), "", *_table(worst, look)]
    if shared:
        lines += [look.paint("bold", "what they have in common"), ""]
        lines += _shared_lines(shared, run, look)
    if worst:
        lines += [look.paint("bold", "where to look next"), "", *_next(worst[0], shared, look)]
    return lines


def verdicts(run: Run, look: Look) -> list[str]:
    """A line for each of a few sequences, as they stand above."""
    return _table(list(_standings(run)), look)


def _standings(run: Run) -> Iterator[Standing]:
    counts = Counter((finding.sequence_id, finding.severity) for finding in run.shown)
    for file in run.files:
        for sequence in file.sequences:
            yield Standing(
                words.file_words(sequence.name),
                words.file_words(sequence.file),
                sequence.file,
                sequence.score.points if sequence.score else 101,
                words.verdict_words(sequence, is_whole=not file.errors),
                counts[sequence.id, "error"],
                counts[sequence.id, "warning"],
                len(file.sequences),
            )


def _verdict_counts(standings: list[Standing]) -> str:
    found = Counter(each.verdict for each in standings)
    each = [f"{found[name]} {name}" for name in _WORSE_TO_BETTER if found[name]]
    return f"{number(len(standings), 'sequence')}: {', '.join(each)}"


def _table(standings: list[Standing], look: Look) -> list[str]:
    if look.width < _COUNTS:
        return [*_short_rows(standings, look), ""]
    room = look.width - _LEFT
    name_room = _name_room(standings, room)
    head = f"{'verdict':{_VERDICT}}{'must fix':>{_MUST}}{'should fix':>{_SHOULD}}   "
    head += f"{'sequence':{name_room}}" if name_room else ""
    head += "sequence" if not name_room and standings[0].beside > 1 else "file"
    lines = [look.paint("dim", head)]
    for each in standings:
        row = _verdict(each, look)
        row += f"{each.must or '·':>{_MUST}}{each.should or '·':>{_SHOULD}}   "
        if name_room:
            row += padded(cut(each.name, name_room - 2), name_room)
            lines.append(row + _tail(each.file, room - name_room))
        else:
            lines.append(row + _known_by(each, room))
    return [*lines, ""]


def _verdict(standing: Standing, look: Look) -> str:
    style = words.BANDS.get(standing.verdict, "dim")
    return look.paint(style, f"{standing.verdict:{_VERDICT}}")


def _short_rows(standings: list[Standing], look: Look) -> Iterator[str]:
    """The rows of a table for a narrow screen: the verdicts and the files."""
    for each in standings:
        yield f"{_verdict(each, look)} {_known_by(each, look.width - _VERDICT - 1)}"


def _known_by(standing: Standing, room: int) -> str:
    """The file of a sequence, or its name where the file holds others."""
    return cut(standing.name, room) if standing.beside > 1 else _tail(standing.file, room)


def _name_room(standings: list[Standing], room: int) -> int:
    """The columns for names, as far as those of the files leave them; 0 for no names."""
    if room < _BOTH:
        return 0
    names = max(width_of(each.name) for each in standings) + 2
    files = max(width_of(each.file.rpartition("/")[2]) for each in standings) + 2
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
    total = f"{len(run.sequences)}"
    for count, name in shared:
        rule = run.rules.get(name)
        first = f"{count:>{len(total)}} of {total}"
        lines += hang(first, rule.summary if rule else name, look.width, len(first) + 3)
        lines.append(look.paint("dim", " " * (len(first) + 3) + one_line(name)))
    return [*lines, ""]


def _next(worst: Standing, shared: list[tuple[int, str]], look: Look) -> list[str]:
    from shlex import quote  # a name is typed into a shell

    all_of_it = " -v" if worst.beside > MOST else ""
    check = f"cadence-lint check {quote(one_line(worst.path))}{all_of_it}"
    asks = [("the worst, step by step", check)]
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
