"""One sequence in full: its copy with the words marked, and beside it what a reader minds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadence_lint.output import words
from cadence_lint.output.excerpt import is_copy
from cadence_lint.output.priorities import to_start_with, weight_in
from cadence_lint.output.report.model import Chapter, Comment, Sheet, Stop
from cadence_lint.output.report.model.ignored import ignored_in
from cadence_lint.output.report.model.marks import Claim, Claims, numbers_in, part_of
from cadence_lint.output.report.model.pace import gaps_of, weeks_of
from cadence_lint.output.terminal import one_line
from cadence_lint.timeline import timeline_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from cadence_lint.finding import Finding
    from cadence_lint.linting.results import FileResult, SequenceResult, Step
    from cadence_lint.output.report.model import Row
    from cadence_lint.rulebook.rule import Rule
    from cadence_lint.source import Source


def chapter_of(
    file: FileResult, sequence: SequenceResult, row: Row, rules: Mapping[str, Rule]
) -> Chapter:
    """All that is said of one sequence."""
    return _Writer(file, sequence, rules).chapter(row)


class _Writer:
    """Numbers what was found in a sequence, step by step, and marks its words."""

    def __init__(
        self, file: FileResult, sequence: SequenceResult, rules: Mapping[str, Rule]
    ) -> None:
        self.file = file
        self.sequence = sequence
        self.rules = rules
        steps: dict[int | None, Step] = {step.number: step for step in sequence.steps}
        self.steps = steps
        places = {number: place for place, number in enumerate(steps, 1)}
        shown = [
            each for each in file.findings if each.is_shown and each.sequence_id == sequence.id
        ]
        weight = weight_in(sequence, shown)
        self.findings = sorted(
            shown,
            key=lambda finding: (places.get(finding.touch or 0, 0), weight(finding)),
        )

    def chapter(self, row: Row) -> Chapter:
        """The whole of it."""
        sequence, portrait = self.sequence, self.sequence.portrait
        sheets = self._sheets()
        marked = {
            number
            for each in sheets.values()
            for sheet in each
            for part in sheet.parts
            for number in numbers_in(part)
        }
        comments = {
            id(finding): self._comment(number, finding, is_marked=number in marked)
            for number, finding in enumerate(self.findings, 1)
        }
        first = to_start_with(sequence, self.findings)
        by_step: dict[int | None, list[Comment]] = {}
        for finding in self.findings:
            touch = finding.touch if finding.touch in self.steps else None
            by_step.setdefault(touch, []).append(comments[id(finding)])
        return Chapter(
            row=row,
            result=sequence,
            notes=tuple(self._notes()),
            first=tuple(comments[id(finding)] for finding in first),
            whole=tuple(by_step.get(None, ())),
            stops=tuple(
                Stop(step, sheets.get(step.number, ()), tuple(by_step.get(step.number, ())))
                for step in sequence.steps
            ),
            weeks=tuple(weeks_of(sequence)),
            limit=portrait.weekly if portrait else None,
            gaps=tuple(gaps_of(sequence)),
            ignored=tuple(ignored_in(self.file, sequence, self.rules)),
            timeline=timeline_of(sequence, self.findings) if sequence.sequence else None,
        )

    def _notes(self) -> Iterator[str]:
        for note in self.file.notes:
            if note.line == self.sequence.line:
                yield note.message
        if self.file.errors:
            yield "not all of its file could be read"

    def _sheets(self) -> dict[int, tuple[Sheet, ...]]:
        """The messages of each touch."""
        if self.sequence.portrait is None or self.sequence.sequence is None:
            return {}
        claims = Claims(self._claims(self.sequence.sequence.source))
        sheets: dict[int, tuple[Sheet, ...]] = {}
        for spoken in self.sequence.portrait.spoken:
            parts = (part_of(said, claims) for said in spoken.parts)
            written = tuple(part for part in parts if part.pieces)
            sheets[spoken.touch] = (*sheets.get(spoken.touch, ()), Sheet(spoken.variant, written))
        return sheets

    def _claims(self, source: Source) -> Iterator[Claim]:
        for number, finding in enumerate(self.findings, 1):
            for item in finding.evidence:
                if is_copy(item, self.steps.get(item.touch)):
                    yield Claim(source.span(item.place), number, finding.severity)

    def _comment(self, number: int, finding: Finding, *, is_marked: bool) -> Comment:
        step = self.steps.get(finding.touch)
        copy = (item.quote for item in finding.evidence if is_copy(item, step))
        rule = self.rules.get(finding.rule)
        return Comment(
            number=number,
            severity=finding.severity,
            touch=step.number if step else None,
            voice=words.voice(finding.rule, finding.message),
            message=finding.message,
            advice=finding.advice,
            quotes=() if is_marked else tuple(_distinct(copy)),
            rule=finding.rule,
            why=rule.why if rule else "",
            variant=finding.variant,
        )


def _distinct(quotes: Iterable[str]) -> Iterable[str]:
    return dict.fromkeys(map(one_line, quotes))
