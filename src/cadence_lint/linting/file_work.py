"""The work on one file: its sequences judged and scored, suppressions heeded, all of it told."""

from __future__ import annotations

from functools import cache, cached_property
from typing import TYPE_CHECKING, Any

from cadence_lint.acceptance.suppressions import Decisions, Policy, Rules, Suppression
from cadence_lint.config.selection import Choice, all_rules, named, select_rules
from cadence_lint.finding import Note
from cadence_lint.linting.case import Case
from cadence_lint.linting.engine import judge, order
from cadence_lint.linting.results import Decided, FileResult, SequenceResult, Step
from cadence_lint.room import send_days_of
from cadence_lint.score import messages_of, score, weigh
from cadence_lint.source import Span, slashes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date

    from cadence_lint.acceptance.suppressions import Comments, Outcome
    from cadence_lint.config import Ignore
    from cadence_lint.config.leftovers import Left
    from cadence_lint.finding import Error, Finding
    from cadence_lint.linting.engine import Found, Judgement
    from cadence_lint.linting.request import Request, Settings
    from cadence_lint.rulebook.rule import Rule
    from cadence_lint.score import Score
    from cadence_lint.sequence import Remark, Sequence


class FileWork:
    """The linting of one file's sequences."""

    def __init__(self, request: Request, path: str, settings: Settings, comments: Comments) -> None:
        self.request = request
        self.path = path
        self.settings = settings
        self.comments = comments
        self.config = settings.config._replace(assume=settings.assume)
        self.cases: list[Case] = []
        self.sequences: list[SequenceResult] = []
        self.findings: Found = []
        self.errors: list[Error] = []
        self.notes: list[Note] = []

    def lint(self, sequence: Sequence) -> None:
        """Judge one sequence, and score it."""
        request = self.request
        case = Case(sequence, self.settings.book, self.config, request.start, request.today)
        self.cases.append(case)
        known: dict[str, Found] = {}
        judgement = judge(case, self.settings.rules, sequence.remarks, known)
        self.findings += judgement.findings
        self.errors += judgement.errors
        self.notes += _notes(case)
        # What a rule that failed would have cost is unknown.
        scored = None if judgement.errors else self._score(case, judgement, known)
        result = _sequence_result(case, scored)
        if request.keeps_sequences:
            result = result._replace(sequence=sequence)
        if request.keeps_portraits:
            from cadence_lint.linting.portrait import portray  # only where it is shown

            result = result._replace(portrait=portray(case, self.settings))
        self.sequences.append(result)

    def _score(self, case: Case, judgement: Judgement, known: dict[str, Found]) -> Score | None:
        if not self.request.wants_score or not case.sequence.has_copy or not case.is_understood:
            return None  # what the rules cannot read they cannot call ready
        if len(known) < len(self.settings.book.rules):  # else every rule has spoken as written
            rules = all_rules(self.settings.book)
            judgement = judge(case, rules, case.sequence.remarks, known)
        found = (finding for finding, _ in judgement.findings)
        return score(found, weigh(case), messages_of(case))

    def result(self, faults: tuple[Error, ...]) -> FileResult:
        """What is to be said of the file, after suppressions."""
        decisions = self.decisions
        about_copy = decisions.sort(self.findings)
        remarks = (*self.comments.remarks, *decisions.remarks())
        about_comments = decisions.sort(self._judged(remarks))
        standing = about_copy.standing + about_comments.standing
        suppressed = about_copy.suppressed + about_comments.suppressed
        return FileResult(
            slashes(self.path),
            tuple(self.sequences),
            tuple(sorted(standing, key=self._order)),
            tuple(sorted(suppressed, key=lambda each: self._order(each.finding))),
            tuple(self.notes),
            (*faults, *self.errors),
            ran=self._ran if self.request.keeps_sequences else frozenset(),
            decided=tuple(self._decided()) if self.request.keeps_decisions else (),
            ignored=tuple(self._ignored()),
            rests_on_today=self._rests_on_today,
        )

    @property
    def _rests_on_today(self) -> bool:
        """Whether it counts which day it is: something may have ended, or is old."""
        decided = (*self.comments.suppressions, *(each for _, each in self._from_config()))
        return any(case.rests_on_today for case in self.cases) or any(
            each.until is not None for each in decided
        )

    def _decided(self) -> Iterator[Decided]:
        """What came of the comments, and of what the configuration ignores here."""
        source = self.cases[0].sequence.source
        for each in self.comments.suppressions:
            line = source.line_of(each.span.start)
            outcome = self.decisions.outcome(each)
            yield Decided(source.path, line, each.rules, each.reason, each.until, outcome, False)
        for position, outcome in self._ignored():
            yield decided_in_config(self.settings.config.ignore[position], outcome)

    def _ignored(self) -> Iterator[tuple[int, Outcome]]:
        """What came of what the configuration ignores in this file."""
        for position, suppression in self._from_config():
            yield position, self.decisions.outcome(suppression)

    def with_leftovers(self, file: FileResult, left: list[Left]) -> FileResult:
        """The result of the file, with what is left over in its configuration."""
        from cadence_lint.config.leftovers import at_entry  # seldom needed

        found: Found = []
        for each in left:
            judged = self._judged((each.remark,))
            found += ((at_entry(finding, each.ignore), span) for finding, span in judged)
        by_now = self.decisions.sort(found)
        standing = (*file.findings, *by_now.standing)
        suppressed = (*file.suppressed, *by_now.suppressed)
        return file._replace(
            findings=tuple(sorted(standing, key=self._order)),
            suppressed=tuple(sorted(suppressed, key=lambda each: self._order(each.finding))),
        )

    def _order(self, finding: Finding) -> tuple[Any, ...]:
        ids = [sequence.id for sequence in self.sequences]
        return (ids.index(finding.sequence_id), *order(finding))

    def _judged(self, remarks: tuple[Remark, ...]) -> Found:
        """What the rules about comments say of some, each in the sequence where it stands."""
        found: Found = []
        rules = [active for active in self.settings.rules if _is_about_comments(active.rule)]
        for case in self.cases:
            here = tuple(each for each in remarks if self._case_of(each.span) is case)
            judgement = judge(case, rules if here else [], here)
            found += judgement.findings
            self.errors += judgement.errors
        return found

    def _case_of(self, span: Span) -> Case:
        """The sequence that a comment stands in; the first for one that stands in none."""
        holding = (case for case in self.cases if case.sequence.span.holds(span))
        return next(holding, self.cases[0])

    # Suppressions

    @cached_property
    def decisions(self) -> Decisions:
        """What was decided about the file's findings, once all of them are there."""
        config, book = self.settings.config, self.settings.book
        means = cache(lambda word: frozenset(rule.id for rule in named(word, book)))
        never = (means(name.value) for name in config.never_suppress)
        return Decisions(
            (*self.comments.suppressions, *(each for _, each in self._from_config())),
            self._rules(means),
            Policy(config.require_reason, frozenset[str]().union(*never)),
            self.request.today or _today(),
        )

    def _from_config(self) -> list[tuple[int, Suppression]]:
        """What the configuration ignores in this file."""
        return [
            (
                position,
                Suppression(
                    (each.rule.value,), each.reason, each.until, Span(0, 0), None, each.touch, True
                ),
            )
            for position, each in enumerate(self.settings.config.ignore)
            if each.files is None or each.files.hold(self.path)
        ]

    @property
    def _ran(self) -> frozenset[str]:
        """The rules that ran and did not fail."""
        names = {active.rule.id for active in self.settings.rules}
        return frozenset(names - {each.rule for each in self.errors})

    def _rules(self, means: Callable[[str], frozenset[str]]) -> Rules:
        """What ran in this run, and what would have without the command line."""
        settings, book = self.settings, self.settings.book
        if not (self.comments.suppressions or settings.config.ignore):
            return Rules(means, book.rules, frozenset(), frozenset())  # nobody asks
        ran = self._ran
        rules = select_rules(book, settings.config, settings.overrides, Choice())
        on = {active.rule.id for active in rules}
        spoke = frozenset(name for name in ran if not _is_about_comments(book.rules[name]))
        return Rules(means, book.rules, spoke, frozenset(on - ran))


def decided_in_config(ignore: Ignore, outcome: Outcome) -> Decided:
    """What came of an entry of a configuration."""
    source = ignore.rule.text.source
    line = source.line_of(ignore.rule.span.start)
    rules = (ignore.rule.value,)
    return Decided(source.path, line, rules, ignore.reason, ignore.until, outcome, True)


def _is_about_comments(rule: Rule) -> bool:
    """Whether a rule is about suppressions, of which all is known at the end only."""
    return rule.check == "remark" and str(rule.options.get("kind")).endswith("-suppression")


def _today() -> date:
    from datetime import date  # seldom needed without a schedule

    return date.today()


def _sequence_result(case: Case, scored: Score | None) -> SequenceResult:
    sequence = case.sequence
    source, schedule = sequence.source, case.schedule
    return SequenceResult(
        id=sequence.id,
        file=source.path,
        line=source.line_of(sequence.about.start),
        name=sequence.name,
        format=sequence.format,
        persona=sequence.audience.persona,
        relationship=sequence.audience.relationship or "",
        segment=sequence.audience.segment or "",
        steps=tuple(
            Step(
                touch.number,
                touch.channel,
                touch.action,
                touch.label,
                touch.day,
                source.line_of(touch.about.start),
                touch.is_noticed,
                landing.date,
            )
            for touch, landing in zip(sequence.touches, schedule.landings, strict=True)
        ),
        span_days=sequence.span_days,
        assumed=sequence.assumed,
        score=scored,
        days_in_week=schedule.days_in_week,
        send_days=send_days_of(sequence),
        room=case.room,
    )


def _notes(case: Case) -> Iterable[Note]:
    place = case.sequence.source.place(case.sequence.about)
    if not case.sequence.has_copy:
        said = "copy rules skipped: the file holds no copy"
        yield Note(place.file, place.line, said)
    elif not case.is_understood:
        said = f"rules about wording skipped: the copy is in {case.language!r}, not in English"
        yield Note(place.file, place.line, said)
    elif hidden := _hidden_copy(case):
        steps = sorted(hidden)
        said = (
            f"rules about what is missing skipped in step{'s' if steps[1:] else ''}"
            f" {_listed([str(step) for step in steps])}:"
            f" {hidden[steps[0]]} stands for copy that is not in the file"
        )
        yield Note(place.file, place.line, said)


def _hidden_copy(case: Case) -> dict[int, str]:
    """The steps of which not all can be read, each with the first field that hides something."""
    hidden: dict[int, str] = {}
    for touch, message in case.messages():
        for passage in case.reading(message).spoken:
            if passage.hidden_copy and touch.is_noticed:
                hidden.setdefault(touch.number, " ".join(passage.hidden_copy[0].split()))
    return hidden


def _listed(words: list[str]) -> str:
    """`1`, `1 and 3`, `1, 3 and 4`."""
    return " and ".join(filter(None, (", ".join(words[:-1]), words[-1])))
