"""What stands on a line of a file, what is found there, and why: `explain FILE:LINE`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from cadence_lint.cli import FAILED, complain
from cadence_lint.cli.ground import find_page
from cadence_lint.finding import rank
from cadence_lint.formats import read
from cadence_lint.linting.linter import Linter
from cadence_lint.output.excerpt import excerpt
from cadence_lint.output.terminal import cut, hang, one_line, page
from cadence_lint.output.words import file_words, step_words, voice
from cadence_lint.record import NamedTuple
from cadence_lint.source import Source
from cadence_lint.source.decoding import Undecodable, decode

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cadence_lint.finding import Finding, Suppressed
    from cadence_lint.linting.request import Request, Settings
    from cadence_lint.linting.results import FileResult, Step
    from cadence_lint.output.terminal import Look
    from cadence_lint.sequence import Sequence, Touch
    from cadence_lint.source import Place

_COLORS = {"error": "red", "warning": "yellow", "info": "cyan"}
_MARKS = {"error": "✗", "warning": "•", "info": "◦"}
_NUMBERS = 5
"""Columns for the number of a line."""
_TEXT = 19
"""The column in which what the reader thinks begins."""
_PARTS = {"subject": "the subject", "body": "the text", "script": "what is said on the call"}


class Spot(NamedTuple):
    """A line of a file, or a column on it."""

    line: int
    column: int | None

    def is_in(self, place: Place) -> bool:
        """Whether a place covers it."""
        if not place.line <= self.line <= place.end_line:
            return False
        if self.column is None:
            return True
        starts_later = self.line == place.line and self.column < place.column
        ended_before = self.line == place.end_line and self.column >= place.end_column
        return not starts_later and not ended_before

    def is_of(self, finding: Finding) -> bool:
        """Whether a finding is about it."""
        return any(map(self.is_in, (finding.place, *(item.place for item in finding.evidence))))


def explain_line(path: str, asked: Spot, request: Request, look: Look) -> int:
    """Lint a file, and say what is found on one of its lines, and what is not shown there."""
    with open(path, "rb") as file:
        data = file.read()
    try:
        source = Source(path, decode(data))
    except Undecodable as problem:
        return complain(f"{path}, line {problem.line}: {problem}")
    lines = len(source.line_starts) - (source.text[-1:] in ("\n", "\r"))
    if not 1 <= asked.line <= lines:
        return complain(f"{path} ends on line {lines}: there is no line {asked.line}")
    linter = Linter(request._replace(wants_score=False))
    result = linter.lint_text(path, source.text)
    work = _Line(source, asked, result, linter.settings(path), look)
    sys.stdout.write(page(list(work.lines())))
    return 0 if result.sequences else FAILED


class _Line:
    def __init__(
        self, source: Source, spot: Spot, result: FileResult, settings: Settings, look: Look
    ) -> None:
        self.source = source
        self.result = result
        self.settings = settings
        self.look = look
        found = [finding for finding in result.findings if finding.is_shown]
        found += (each.finding for each in result.suppressed)
        self.is_missed = spot.column is not None and not any(map(spot.is_of, found))
        """Whether nothing is about the column, and so the whole line is looked at."""
        self.spot = Spot(spot.line, None) if self.is_missed else spot
        self.asked = spot
        self.found = self._sequence_and_step()

    def lines(self) -> Iterator[str]:
        """Where it is, what is said there, what is not shown, and what else is wrong nearby."""
        errors = [error for error in self.result.errors if error.line == self.spot.line]
        if not self.result.sequences:
            said = f"nothing in {file_words(self.source.path)} could be checked"
            yield from hang("", said, self.look.width, 0)
            errors = list(self.result.errors)
        else:
            yield from self._head()
        for error in errors:
            yield ""
            said = f"could not be taken: {error.message}"
            yield from hang("  ✗", said, self.look.width, 4)
        if not self.result.sequences:
            return
        if self.is_missed:
            yield ""
            said = f"nothing is found at column {self.asked.column}; this is about the whole line"
            yield from hang("", said, self.look.width, 0)
        here = sorted(filter(self.spot.is_of, self.result.findings), key=rank)
        shown = [finding for finding in here if finding.is_shown]
        for finding in shown:
            yield from self._shown(finding)
        if not shown and not errors:
            yield ""
            yield from self._line()
            said = "nothing wrong here" if self.found else "nothing is checked here"
            yield self.look.paint("green" if self.found else "dim", said)
        yield from self._unshown(here)
        yield from self._nearby()

    def _line(self) -> Iterator[str]:
        text = one_line(self.source.line_text(self.spot.line))
        if text:
            number = self.look.paint("dim", f"{self.spot.line:>{_NUMBERS}} │")
            yield f"{number} {cut(text, self.look.width - _NUMBERS - 3)}"
            yield ""

    # Where it is

    def _head(self) -> Iterator[str]:
        where = f"{file_words(self.source.path)}, line {self.spot.line}"
        words = "in no sequence"
        if self.found:
            sequence, touch, step = self.found
            words = f"about the whole of {one_line(sequence.name)}"
            if touch and step:
                words = " · ".join(filter(None, (step_words(step), self._part(touch))))
        for line in hang("", f"{where}: {words}", self.look.width, 0):
            yield self.look.paint("bold", line)
        if not self.found:
            starts = [
                f"{one_line(each.name)} starts on line {each.line}"
                for each in self.result.sequences
            ]
            yield from hang("", "; ".join(starts[:3]), self.look.width, 0)
        if not self.settings.config.includes(self.source.path):
            said = "check passes over this file, as the configuration says"
            yield from hang("", said, self.look.width, 0)

    def _sequence_and_step(self) -> tuple[Sequence, Touch | None, Step | None] | None:
        sequences = read(self.source, is_named=True).sequences
        for sequence, result in zip(sequences, self.result.sequences, strict=False):
            for touch, step in zip(sequence.touches, result.steps, strict=True):
                if Spot(self.spot.line, None).is_in(self.source.place(touch.span)):
                    return sequence, touch, step
        for sequence in sequences:
            if Spot(self.spot.line, None).is_in(self.source.place(sequence.span)):
                return sequence, None, None
        return None

    def _part(self, touch: Touch) -> str:
        """Which text of a step it is."""
        for message in touch.messages:
            for name, text in message.parts.items():
                place = self.source.place(text.span(0, len(text.value)))
                if text.value and Spot(self.spot.line, None).is_in(place):
                    version = f" of version {message.variant}" if message.variant else ""
                    return _PARTS.get(name, f"the {name}") + version
        return ""

    # What is said of it

    def _shown(self, finding: Finding) -> Iterator[str]:
        yield ""
        yield from self._words(finding)
        mark = f"  {_MARKS[finding.severity]} {voice(finding.rule, finding.message)}"
        yield from self._labelled(mark, finding.message)
        if finding.advice:
            yield from self._labelled("    change to", finding.advice)
        yield from self._labelled("    why", self._why(finding))
        yield from self._labelled("    rule", finding.rule)

    def _words(self, finding: Finding) -> Iterator[str]:
        """The words on the line that it rests on."""
        items = [item for item in finding.evidence if any(map(str.isalpha, item.quote))]
        items.sort(key=lambda item: not self.spot.is_in(item.place))
        if items:
            yield from excerpt(items, self.look, _COLORS[finding.severity], _NUMBERS)

    def _why(self, finding: Finding) -> str:
        rule = self.settings.book.get(finding.rule)
        return find_page(rule, self.settings.config).why if rule else ""

    def _labelled(self, label: str, text: str) -> Iterator[str]:
        first, *rest = hang(label, text, self.look.width, _TEXT)
        yield self.look.paint("dim", first[:_TEXT]) + first[_TEXT:]
        yield from rest

    # What is not shown, and what else there is

    def _unshown(self, here: list[Finding]) -> Iterator[str]:
        covered = [finding for finding in here if not finding.is_shown]
        ignored = [each for each in self.result.suppressed if self.spot.is_of(each.finding)]
        if not covered and not ignored:
            return
        yield ""
        yield self.look.paint("bold", "found too, and not shown by check")
        for finding in covered:
            yield from self._silent(finding, f"{finding.covered_by} says it already")
        for each in ignored:
            yield from self._silent(each.finding, _decision(each))

    def _silent(self, finding: Finding, reason: str) -> Iterator[str]:
        yield ""
        if self.look.verbose:
            yield from self._words(finding)
        yield from self._labelled(f"    {voice(finding.rule, finding.message)}", finding.message)
        yield from self._labelled("    not shown", reason)
        if self.look.verbose:
            yield from self._labelled("    why", self._why(finding))
        yield from self._labelled("    rule", finding.rule)

    def _nearby(self) -> Iterator[str]:
        """What is wrong with the rest of the step, in a line each."""
        sequence, _, step = self.found or (None, None, None)
        if sequence is None or step is None:
            return
        others = [
            finding
            for finding in self.result.findings
            if finding.is_shown
            and finding.sequence_id == sequence.id
            and finding.touch == step.number
            and not self.spot.is_of(finding)
        ]
        if others:
            yield ""
            yield self.look.paint("bold", "elsewhere in this step")
        for finding in others:
            number = f"{finding.place.line:>{_NUMBERS}} │"
            yield from hang(number, finding.message, self.look.width, _NUMBERS + 3)


def _decision(each: Suppressed) -> str:
    until = f" until {each.until}" if each.until else ""
    reason = f": {each.reason}" if each.reason else ", without a reason"
    return f"it is ignored as asked{until}{reason}"
