"""What to change and why, for the person who wrote the sequence.

A terminal is read from its end: the last screen holds the verdict and the three changes to start
with; who scrolls up finds the steps in their order, and the plan at the top.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadence_lint.finding import rank
from cadence_lint.output import words
from cadence_lint.output.calendar import strip
from cadence_lint.output.excerpt import excerpt, is_copy
from cadence_lint.output.priorities import to_start_with, weight_in
from cadence_lint.output.summary import gone, left_out, number, summarize
from cadence_lint.output.terminal import cut, hang, one_line, page, width_of, wrap

if TYPE_CHECKING:
    from cadence_lint.finding import Error, Evidence, Finding, Suppressed
    from cadence_lint.linting.results import FileResult, Run, SequenceResult, Step
    from cadence_lint.output.terminal import Look
    from cadence_lint.source import Place

_PER_STEP = 2
MOST = 5
"""With more sequences than this, an overview stands for the details."""
_NUMBERS = 5
"""Columns for the numbers of lines."""
_TEXT = 19
"""The column in which what the reader thinks begins."""
_NARROW = 56
"""With fewer columns, what the reader thinks stands below its label."""

_NEAR = 48
"""Where no more lines stand above, an advice among them is still in sight."""
_FILES = 3
"""How many files are named of which the same is to be known."""
_ENOUGH = 3
"""Words that say enough to know what is meant."""


def render(run: Run, look: Look) -> str:
    """The sequences with what to change in each, then problems with the files, then the counts."""
    lines: list[str] = []
    hints: list[str] = []
    if len(run.sequences) > MOST and not (look.verbose or look.quiet):
        from cadence_lint.output.overview import overview  # only for many sequences

        lines += overview(run, look)
    elif not look.quiet:
        lines += _one_by_one(run, look)
        hints += _hints(run, look)
    for error in run.errors:
        lines += _error(error, look)
    lines += _passed_over(run, look)
    return page([*lines, *_closing(run, look), *hints])


def _one_by_one(run: Run, look: Look) -> list[str]:
    lines: list[str] = []
    for file in run.files:
        for sequence in file.sequences:
            if lines:
                lines += [look.paint("dim", "─" * look.width), ""]
            lines += [*_Sequence(file, sequence, run, look).lines(), ""]
    if len(run.sequences) > 1:
        from cadence_lint.output.overview import verdicts  # only for several sequences

        lines += [look.paint("dim", "─" * look.width), "", *verdicts(run, look)]
    return lines


class _Sequence:
    """What is said of one sequence."""

    def __init__(self, file: FileResult, sequence: SequenceResult, run: Run, look: Look) -> None:
        self.file = file
        self.sequence = sequence
        self.run = run
        self.look = look
        self.findings = [
            finding
            for finding in file.findings
            if finding.is_shown and finding.sequence_id == sequence.id
        ]
        self.weight = weight_in(sequence, self.findings)
        self.told = [
            finding for finding in self.findings if look.verbose or finding.severity != "info"
        ]
        self.given: set[str] = set()
        """What has been advised among the steps."""

    def lines(self) -> list[str]:
        """The head, the days, the steps, what to start with."""
        lines = self._head()
        days = strip(self.sequence, self.told, self.look)
        lines += [""] * bool(days) + days
        if not self.told and len(self.run.sequences) > 1 and not self._is_short_of_ready():
            lines += ["", "nothing to fix"]  # of one alone, the last line of the run says so
        lines += self._step("the whole plan", None)
        for step in self.sequence.steps:
            lines += self._step(words.step_words(step), step)
        if self.look.verbose:
            lines += [*self._score(), *self._suppressed()]
        return [*lines, *self._first(is_near=len(lines) <= _NEAR), *self._held_back()]

    def _head(self) -> list[str]:
        look, sequence = self.look, self.sequence
        verdict = words.verdict_words(sequence, is_whole=not self.file.errors)
        serious = sum(finding.severity != "info" for finding in self.findings)
        but = (
            f" but for {number(serious, 'fix', 'fixes')}" if serious and verdict == "ready" else ""
        )
        lines = words.head(sequence, verdict, look, but)
        if assumed := words.assumed_words(sequence.assumed):
            dim = hang("assumed: ", assumed, look.width, 9)
            lines += [look.paint("dim", line) for line in dim]
        for note in self.file.notes:
            if note.line == sequence.line:
                lines += hang("note: ", note.message, look.width, 6)
        if self.file.errors:
            lines += hang("note: ", "not all of it could be read; see the end", look.width, 6)
        return lines

    def _step(self, head: str, step: Step | None) -> list[str]:
        touch = step.number if step else None
        findings = [finding for finding in self.told if finding.touch == touch]
        findings.sort(key=self.weight)
        if not findings:
            return []
        line = f"line {step.line}" if step else ""
        gap = self.look.width - width_of(head) - len(line)
        lines = ["", *(self.look.paint("bold", each) for each in wrap(head, self.look.width))]
        if line and gap > 1:
            lines[-1] += " " * gap + self.look.paint("dim", line)
        shown = findings if self.look.verbose else findings[:_PER_STEP]
        quoted: set[Place] = set()
        for count, finding in enumerate(shown):
            items = [item for item in finding.evidence if is_copy(item, step)]
            lines += [""] * (count > 0)
            if not quoted.issuperset(item.place for item in items):
                lines += excerpt(items, self.look, words.COLORS[finding.severity], _NUMBERS)
            quoted.update(item.place for item in items)
            lines += self._said(finding, items)
        if len(findings) > len(shown):
            more = f"    and {len(findings) - len(shown)} more: -v shows everything"
            lines += ["", self.look.paint("dim", more)]
        return lines

    def _said(self, finding: Finding, items: list[Evidence]) -> list[str]:
        mark = self.look.paint(words.COLORS[finding.severity], words.MARKS[finding.severity])
        lines = self._labelled(words.voice(finding.rule, finding.message), finding.message, mark)
        if finding.advice:
            lines += self._labelled("change to", finding.advice)
            self.given.add(finding.advice)
        if also := _also(items):
            lines += self._labelled("also", also)
        if finding.variant:
            lines += self._labelled("only in", f"version {finding.variant}")
        if self.look.verbose:
            lines += self._labelled("rule", finding.rule)
        return lines

    def _labelled(self, label: str, text: str, mark: str = " ") -> list[str]:
        start = f"  {mark} {self.look.paint('dim', label)}"
        if self.look.width < _NARROW:
            return [start, *hang("", text, self.look.width, 4)]
        first, *rest = hang("", text, self.look.width, _TEXT)
        return [start + first[4 + len(label) :], *rest]

    def _first(self, *, is_near: bool) -> list[str]:
        """What to start with; what to do about it only where that is not said nearby."""
        chosen = to_start_with(self.sequence, self.findings)
        if not chosen:
            return []
        verdict = words.verdict_words(self.sequence)
        head = "do not send it yet: start with these" if verdict == "do not send" else "start with"
        lines = ["", self.look.paint("bold", head)]
        for count, finding in enumerate(chosen, 1):
            lines += self._change(count, finding)
            if not (is_near and finding.advice in self.given):
                lines += hang("     →", finding.advice, self.look.width, 7)
        return lines

    def _change(self, count: int, finding: Finding) -> list[str]:
        """One of the three: where, and which words."""
        steps = {step.number: step for step in self.sequence.steps}
        step = steps.get(finding.touch or 0)
        quotes = [one_line(item.quote) for item in finding.evidence if is_copy(item, step)]
        where = f"step {step.number}" if step else "the whole plan"
        what = _gist(finding.message)
        if quotes:
            what = f'"{cut(quotes[0], max(self.look.width - len(where) - 9, 10))}"'
        return hang(f"  {count}", f"{where}: {what}", self.look.width, 5)

    def _is_short_of_ready(self) -> bool:
        """Whether the verdict is not the best one."""
        score = self.sequence.score
        return score is not None and score.band != "ready"

    def _held_back(self) -> list[str]:
        """Why it would not be ready, were all that is shown mended."""
        if not self._is_short_of_ready():
            return []
        from cadence_lint.output.shortfall import shortfall  # not for what is ready

        head, lacks = shortfall(self.file, self.sequence, self.findings, self.run)
        if not head:
            return []
        lines = ["", *(self.look.paint("bold", line) for line in wrap(head, self.look.width))]
        for count, lack in enumerate(lacks, 1):
            lines += hang(f"  {count}", f"{lack.where}: {lack.said}", self.look.width, 5)
            lines += hang("     → ", lack.todo, self.look.width, 7)
        return lines

    def _score(self) -> list[str]:
        score = self.sequence.score
        if score is None:
            return []
        said = f"score {score.points} of 100, not a forecast of replies"
        lines = ["", *hang("", said, self.look.width, 0)]
        for cost in score.costs:
            rule = self.run.rules.get(cost.rule)
            said = words.cost_words(cost, rule.summary if rule else cost.rule)
            lines += hang(f"{-cost.points:8g}", said, self.look.width, 10)
        return lines

    def _suppressed(self) -> list[str]:
        lines: list[str] = []
        for each in self.file.suppressed:
            if each.finding.sequence_id == self.sequence.id:
                lines += hang("ignored: ", _decision(each), self.look.width, 9)
        return [""] * bool(lines) + lines


def _gist(message: str) -> str:
    """What a message says before its colon, where that says enough."""
    start = message.partition(": ")[0]
    return start if len(start.split()) >= _ENOUGH else message


def _decision(each: Suppressed) -> str:
    where = f"line {each.finding.place.line}, {each.finding.rule}"
    until = f" until {each.until}" if each.until else ""
    return f"{where}{until}{': ' if each.reason else ''}{each.reason}"


def _also(items: list[Evidence]) -> str:
    """Where else the words stand: in other steps, on other lines."""
    places: dict[str, None] = {}
    for item in items:
        if not items[0].place.line <= item.place.line <= items[0].place.end_line:
            step = f"step {item.touch}, " if item.touch not in (None, items[0].touch) else ""
            places[f"{step}line {item.place.line}"] = None
    return "; ".join(places)


def _error(error: Error, look: Look) -> list[str]:
    where = f"{words.file_words(error.file)}, line {error.line}"
    return [
        look.paint("red", f"✗ {where}"),
        *hang("", error.message, look.width, 2),
        "",
    ]


def _passed_over(run: Run, look: Look) -> list[str]:
    """What should be known of files that hold no sequence."""
    files: dict[str, list[str]] = {}
    for note in (note for file in run.files if not file.sequences for note in file.notes):
        files.setdefault(note.message, []).append(words.file_words(note.file))
    lines: list[str] = []
    for message, names in files.items():
        rest = len(names) - _FILES
        named = names if rest <= 1 else [*names[:_FILES], f"{rest} more files"]
        lines += hang("note: ", f"{words.listed(named)}: {message}", look.width, 6)
    return [*lines, *[""] * bool(lines)]


def _closing(run: Run, look: Look) -> list[str]:
    """The counts."""
    found = summarize(run)
    counts = [
        f"{words.MARKS['error']} {found.errors} must be fixed" if found.errors else "",
        f"{words.MARKS['warning']} {found.warnings} should be fixed" if found.warnings else "",
        f"{words.MARKS['info']} {number(found.infos, 'detail')}" if found.infos else "",
        f"{found.suppressed} ignored as asked" if found.suppressed else "",
        *left_out(run),
    ]
    if not (found.errors or found.warnings):
        nothing = "nothing to fix" if run.baseline is None else "nothing new to fix"
        if any(each.score and each.score.band != "ready" for each in run.sequences):
            nothing += " line by line"
        counts.insert(0, f"{nothing} in what could be read" if run.errors else nothing)
    said = ", ".join(count for count in counts if count)
    what = f"{number(found.sequences, 'sequence')}, {number(found.touches, 'step')}"
    if not found.sequences:
        what, said = "nothing was checked", ""
    lines = hang("", f"{what}{': ' if said else ''}{said}", look.width, 0)
    if run.errors:
        problems = f"✗ {number(len(run.errors), 'problem')} with the files, shown above"
        lines += [look.paint("red", line) for line in hang("", problems, look.width, 0)]
    for line in gone(run):
        lines += hang("", line, look.width, 0)
    return lines


def _hints(run: Run, look: Look) -> list[str]:
    """How to learn more."""
    worst = min(run.shown, key=rank, default=None)
    if worst is None:
        return []
    hints: list[str] = []
    if look.verbose or worst.severity != "info":
        hint, command = "to see why:", f"cadence-lint explain {one_line(worst.rule)}"
        apart = len(hint) + 1 + len(command) > look.width
        hints += [hint, f"  {command}"] if apart else [f"{hint} {command}"]
    if not look.verbose:
        hints.append("to see everything: add -v")
    return [look.paint("dim", line) for line in hints]
