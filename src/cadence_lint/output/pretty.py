"""What to change and why, for the person who wrote the sequence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadence_lint.finding import SEVERITIES
from cadence_lint.output import words
from cadence_lint.output.excerpt import excerpt
from cadence_lint.output.summary import number, summarize
from cadence_lint.output.terminal import hang, one_line, page, width_of

if TYPE_CHECKING:
    from cadence_lint.finding import Error, Evidence, Finding, Severity, Suppressed
    from cadence_lint.output.terminal import Look
    from cadence_lint.run import FileResult, Run, SequenceResult, Step

_PER_STEP = 2
_FIRST = 3
_MOST = 5
"""With more sequences than this, an overview stands for the details."""
_NUMBERS = 5
"""Columns for the numbers of lines."""
_TEXT = 19
"""The column in which what the reader thinks begins."""

_MARKS: dict[Severity, str] = {"error": "✗", "warning": "•", "info": "◦"}
_COLORS: dict[Severity, str] = {"error": "red", "warning": "yellow", "info": "cyan"}
_BANDS = {"ready": "green", "fix first": "yellow", "do not send": "red"}
_TRUST = ("low", "medium", "high")


def render(run: Run, look: Look) -> str:
    """The sequences with what to change in each, then problems with the files, then the counts."""
    lines: list[str] = []
    if not look.quiet:
        if len(run.sequences) > _MOST and not look.verbose:
            from cadence_lint.output.overview import overview  # only for many sequences

            lines += overview(run, look)
        else:
            for file in run.files:
                for sequence in file.sequences:
                    lines += [*_Sequence(file, sequence, run, look).lines(), ""]
    for error in run.errors:
        lines += _error(error, look)
    return page([*lines, *_closing(run, look)])


def rank(finding: Finding) -> tuple[int, int]:
    """What to fix first sorts first: the most serious, then the surest."""
    return (-SEVERITIES.index(finding.severity), -_TRUST.index(finding.confidence))


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
        self.told = [
            finding for finding in self.findings if look.verbose or finding.severity != "info"
        ]

    def lines(self) -> list[str]:
        """The head, the steps, what to fix first."""
        lines = self._head()
        if not self.told:
            lines += ["", "nothing to fix"]
        lines += self._step("the whole plan", None)
        for step in self.sequence.steps:
            lines += self._step(words.step_words(step), step)
        lines += self._first()
        if self.look.verbose:
            lines += [*self._score(), *self._suppressed()]
        return lines

    def _head(self) -> list[str]:
        look, sequence = self.look, self.sequence
        verdict = words.verdict_words(sequence)
        color = _BANDS.get(verdict, "dim")
        name = words.file_words(sequence.name)
        gap = look.width - width_of(name) - width_of(verdict)
        if gap > 1:
            lines = [look.paint("bold", name) + " " * gap + look.paint(color, verdict)]
        else:
            lines = [look.paint("bold", line) for line in hang("", name, look.width, 0)]
            lines.append(look.paint(color, verdict))
        about = [words.file_words(sequence.file), words.audience_words(sequence)]
        about = [part for part in (*about, words.steps_words(sequence)) if part]
        lines += hang("", " · ".join(about), look.width, 0)
        if assumed := words.assumed_words(sequence.assumed):
            said = hang("assumed: ", assumed, look.width, 9)
            lines += [look.paint("dim", line) for line in said]
        for note in self.file.notes:
            if note.line == sequence.line:
                lines += hang("note: ", note.message, look.width, 6)
        return lines

    def _step(self, head: str, step: Step | None) -> list[str]:
        touch = step.number if step else None
        findings = sorted((finding for finding in self.told if finding.touch == touch), key=rank)
        if not findings:
            return []
        line = f"line {step.line}" if step else ""
        gap = max(self.look.width - width_of(head) - len(line), 2)
        lines = ["", self.look.paint("bold", head) + " " * gap + self.look.paint("dim", line)]
        lines[-1] = lines[-1].rstrip()
        shown = findings if self.look.verbose else findings[:_PER_STEP]
        for count, finding in enumerate(shown):
            lines += [""] * (count > 0)
            lines += self._finding(finding, step)
        if len(findings) > len(shown):
            lines += ["", self.look.paint("dim", f"    and {len(findings) - len(shown)} more")]
        return lines

    def _finding(self, finding: Finding, step: Step | None) -> list[str]:
        look = self.look
        color = _COLORS[finding.severity]
        items = [item for item in finding.evidence if _is_copy(item, step)]
        lines = excerpt(items, look, color, _NUMBERS) if items else []
        lines += self._labelled(f"  {_MARKS[finding.severity]} reader thinks", finding.message)

        if finding.advice:
            lines += self._labelled("    change to", finding.advice)
        if also := _also(items):
            lines += self._labelled("    also", also)
        if finding.variant:
            lines += self._labelled("    only in", f"version {finding.variant}")
        if look.verbose:
            lines += self._labelled("    rule", finding.rule)
        return lines

    def _labelled(self, label: str, text: str) -> list[str]:
        first, *rest = hang(label, text, self.look.width, _TEXT)
        return [self.look.paint("dim", first[:_TEXT]) + first[_TEXT:], *rest]

    def _first(self) -> list[str]:
        """The three to fix first, of different kinds as far as there are any."""
        serious = [finding for finding in self.findings if finding.severity != "info"]
        if len(serious) <= _FIRST:
            return []
        score = self.sequence.score
        costs = {cost.rule: cost.points for cost in score.costs} if score else {}
        chosen: dict[str, Finding] = {}
        for finding in sorted(serious, key=lambda each: (*rank(each), -costs.get(each.rule, 0))):
            chosen.setdefault(finding.rule, finding)
        lines = ["", self.look.paint("bold", "fix first")]
        for count, finding in enumerate(list(chosen.values())[:_FIRST], 1):
            where = "the whole plan" if finding.touch is None else f"step {finding.touch}"
            said = f"{where}: {finding.advice or finding.message}"
            lines += hang(f"  {count}", said, self.look.width, 4)
        return lines

    def _score(self) -> list[str]:
        score = self.sequence.score
        if score is None:
            return []
        lines = ["", f"score {score.points} of 100, not a forecast of replies"]
        for cost in score.costs:
            rule = self.run.rules.get(cost.rule)
            times = f" ({cost.findings} times)" if cost.findings > 1 else ""
            said = f"{rule.summary if rule else cost.rule}{times}"
            lines += hang(f"{-cost.points:8g}", said, self.look.width, 10)
        return lines

    def _suppressed(self) -> list[str]:
        lines: list[str] = []
        for each in self.file.suppressed:
            if each.finding.sequence_id == self.sequence.id:
                lines += hang("ignored: ", _decision(each), self.look.width, 9)
        return [""] * bool(lines) + lines


def _decision(each: Suppressed) -> str:
    where = f"line {each.finding.place.line}, {each.finding.rule}"
    until = f" until {each.until}" if each.until else ""
    return f"{where}{until}{': ' if each.reason else ''}{each.reason}"


def _is_copy(item: Evidence, step: Step | None) -> bool:
    """Whether evidence is words to show, and no day, time or channel that the head names."""
    quote = item.quote.strip()
    known = {step.channel, step.action, step.label} if step else set()
    return any(sign.isalpha() for sign in quote) and quote not in known


def _also(items: list[Evidence]) -> str:
    """Where else the words stand: in other steps, on other lines."""
    places: dict[str, None] = {}
    for item in items:
        if item.place.line != items[0].place.line:
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


def _closing(run: Run, look: Look) -> list[str]:
    """The counts, and how to learn more."""
    found = summarize(run)
    counts = [
        f"{_MARKS['error']} {found.errors} must be fixed" if found.errors else "",
        f"{_MARKS['warning']} {found.warnings} should be fixed" if found.warnings else "",
        f"{_MARKS['info']} {number(found.infos, 'detail')}" if found.infos else "",
        f"{found.suppressed} ignored as asked" if found.suppressed else "",
    ]
    said = ", ".join(count for count in counts if count) or "nothing to fix"
    what = f"{number(found.sequences, 'sequence')}, {number(found.touches, 'step')}"
    if not found.sequences:
        what, said = "nothing was checked", ""
    lines = hang("", f"{what}{': ' if said else ''}{said}", look.width, 0)
    if run.errors:
        lines += hang("", f"{number(len(run.errors), 'problem')} with the files", look.width, 0)
    worst = min(run.shown, key=rank, default=None)
    if worst and not look.quiet:
        hint, command = "to see why:", f"cadence-lint explain {one_line(worst.rule)}"
        apart = len(hint) + 1 + len(command) > look.width
        hints = [hint, f"  {command}"] if apart else [f"{hint} {command}"]
        lines += [look.paint("dim", line) for line in hints]
        if not look.verbose:
            lines.append(look.paint("dim", "to see everything: add -v"))
    return lines
