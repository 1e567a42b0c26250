"""The whole way, once: paths to files, files to sequences, sequences to findings."""

from __future__ import annotations

import os
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any

from cadence_lint.assumptions import settle
from cadence_lint.case import Case
from cadence_lint.config import Config
from cadence_lint.config_file import find_config
from cadence_lint.decoding import Undecodable, decode
from cadence_lint.discovery import find_files
from cadence_lint.engine import judge, order
from cadence_lint.finding import Error, Finding, Note, Suppressed
from cadence_lint.formats import YAML_NAMES, read
from cadence_lint.record import Record
from cadence_lint.room import Room, send_days_of
from cadence_lint.rulebook import Book, load_book
from cadence_lint.score import Score, messages_of, score, weigh
from cadence_lint.selection import (
    ActiveRule,
    Choice,
    UnknownRule,
    all_rules,
    check_choice,
    check_config,
    named,
    select_rules,
)
from cadence_lint.source import SetupError, Source, Span
from cadence_lint.suppressions import Decisions, Policy, Rules, Suppression

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from datetime import date

    from cadence_lint.config import Assumed, Ignore, Override
    from cadence_lint.engine import Found
    from cadence_lint.leftovers import Ledger, Left
    from cadence_lint.rule import Rule
    from cadence_lint.sequence import Remark, Sequence
    from cadence_lint.source import Fault
    from cadence_lint.suppressions import Comments, Outcome

_LARGEST = 20_000_000
"""Bytes; no sequence is larger, and reading what is no sequence costs the rest of the run."""


class Step(Record):
    """A touch as an output shows it."""

    number: int
    channel: str
    action: str | None
    label: str | None
    day: float | None
    line: int
    is_noticed: bool
    date: datetime.date | None = None
    """Known once the sequence has a start."""


class SequenceResult(Record):
    """What a run says of one sequence."""

    id: str
    file: str
    line: int
    name: str
    format: str
    persona: str | None
    relationship: str
    segment: str
    steps: tuple[Step, ...]
    span_days: int | None
    assumed: Mapping[str, str]
    score: Score | None
    """None where the copy cannot be seen."""
    days_in_week: int = 7
    """How many of the file's days a week has: 5 where it counts the days from Monday to Friday."""
    send_days: frozenset[int] = frozenset()
    """The weekdays on which touches go out, Monday is 0."""
    room: Room = Room()
    """What is going on for the reader, for outputs that show the days around the touches."""


class FileResult(Record):
    """What a run says of one file."""

    file: str
    sequences: tuple[SequenceResult, ...] = ()
    findings: tuple[Finding, ...] = ()
    suppressed: tuple[Suppressed, ...] = ()
    notes: tuple[Note, ...] = ()
    errors: tuple[Error, ...] = ()


class Run(Record):
    """What a run says of all files, sorted by their paths."""

    files: tuple[FileResult, ...]
    rules: Mapping[str, Rule] = {}
    """The rules that its findings and scores speak of, for outputs that say what they mean."""

    @property
    def sequences(self) -> list[SequenceResult]:
        """The sequences of all files."""
        return [sequence for file in self.files for sequence in file.sequences]

    @property
    def findings(self) -> list[Finding]:
        """All findings, the covered ones too."""
        return [finding for file in self.files for finding in file.findings]

    @property
    def shown(self) -> list[Finding]:
        """The findings that speak for themselves."""
        return [finding for finding in self.findings if finding.is_shown]

    @property
    def suppressed(self) -> list[Suppressed]:
        """What somebody decided to live with."""
        return [suppressed for file in self.files for suppressed in file.suppressed]

    @property
    def notes(self) -> list[Note]:
        """What a reader of the results should know."""
        return [note for file in self.files for note in file.notes]

    @property
    def errors(self) -> list[Error]:
        """What could not be taken."""
        return [error for file in self.files for error in file.errors]


class Request(Record):
    """What to lint, and how."""

    paths: tuple[str, ...] = (".",)
    config: str | None = None
    use_config: bool = True
    choice: Choice = Choice()
    start: date | None = None
    today: date | None = None
    """The day on which suppressions have ended, and copy without a start is old; the real one
    when absent."""
    wants_score: bool = True
    """Whether to judge by every rule too, which takes as long again."""


class Settings(Record):
    """What holds for one file."""

    config: Config
    overrides: tuple[Override, ...]
    """Those of the configuration that are meant for the file."""
    book: Book
    rules: list[ActiveRule]

    @property
    def assume(self) -> Assumed:
        """What to take for granted where the file does not say."""
        assume = dict(self.config.assume)
        for override in self.overrides:
            assume |= override.assume
        return assume


def lint(
    request: Request,
    stdin: Callable[[], bytes] | None = None,
    stdin_name: str = "-",
    watch: Callable[[int, int], None] | None = None,
) -> Run:
    """Lint files and folders; `-` among the paths reads `stdin`.

    `watch` is told before each file how many are done, and of how many.

    Raises:
        SetupError: when a configuration or a rule cannot be taken.
        UnknownRule: when the request names a rule that does not exist.

    """
    linter = Linter(request)
    results: list[FileResult | None] = []
    to_read = list(find_files(request.paths))
    for done, found in enumerate(to_read):
        if watch is not None:
            watch(done, len(to_read))
        if found.problem is not None:
            results.append(_failed(found.path, f"cannot be looked into: {found.problem}"))
        elif found.path == "-" and stdin is not None:
            results.append(linter.lint_stdin(stdin_name, stdin()))
        else:
            results.append(linter.lint_file(found.path, is_named=found.is_named))
    linter.check_request()
    files = linter.with_leftovers([result for result in results if result is not None])
    return Run(tuple(sorted(files, key=lambda result: result.file)), linter.rules)


class Linter:
    """Lints files under their configurations, each of which is read once."""

    def __init__(self, request: Request, config: Config | None = None) -> None:
        self.request = request
        self._only_config = config
        self._configs: dict[str, Config] = {}
        self._nearest_of: dict[str, str | None] = {}
        self._books: dict[tuple[tuple[str, ...], ...], Book] = {}
        self._rules: dict[tuple[str | None, tuple[int, ...]], list[ActiveRule]] = {}
        self._ledger: Ledger | None = None
        self._ignoring: dict[str, _FileWork] = {}

    @property
    def rules(self) -> Mapping[str, Rule]:
        """The rules of every book that was needed, by their ids."""
        return {name: rule for book in self._books.values() for name, rule in book.rules.items()}

    def check_request(self) -> None:
        """Refuse what the request names and nothing has, even where there was nothing to lint."""
        if not self._books:
            self._book(self._config(self.request.paths[0] if self.request.paths else "."))

    def settings(self, path: str) -> Settings:
        """What holds for a file, whether it exists or not."""
        config = self._config(path)
        overrides = tuple(each for each in config.overrides if each.files.hold(path))
        book = self._book(config)
        return Settings(config, overrides, book, self._active(config, overrides, book))

    def lint_file(self, path: str, *, is_named: bool) -> FileResult | None:
        """Lint one file; None for one that the configuration excludes."""
        try:
            size = os.path.getsize(path)
            if not self._config(path).includes(path):
                return None
            if size > _LARGEST:
                return _too_large(path, is_named=is_named)
            with open(path, "rb") as file:
                data = file.read()
        except OSError as problem:
            return _failed(path, f"cannot be read: {problem.strerror or problem}")
        return self.lint_bytes(path, data, is_named=is_named)

    def lint_stdin(self, name: str, data: bytes) -> FileResult | None:
        """Lint standard input, which stands for a file if `name` is not `-`."""
        if name != "-" and not self._config(name).includes(name):
            return None
        return self.lint_bytes(name, data, is_named=True)

    def lint_bytes(self, path: str, data: bytes, *, is_named: bool) -> FileResult:
        """Lint the content of a file."""
        try:
            text = decode(data)
        except Undecodable as problem:
            if is_named or _is_ours(Source(path, problem.legible)):
                return _failed(path, str(problem), problem.line, problem.column)
            return FileResult(_slashes(path))
        return self.lint_text(path, text, is_named=is_named)

    def lint_text(self, path: str, text: str, *, is_named: bool = True) -> FileResult:
        """Lint a text as if it were the content of a file."""
        try:
            return self._lint(Source(path, text), path, is_named=is_named)
        except (SetupError, UnknownRule):
            raise
        except Exception as problem:  # a fault of ours, which costs this file and no other
            said = f"cannot be linted ({type(problem).__name__}: {problem}); report it"
            return _failed(path, said)

    def _lint(self, source: Source, path: str, *, is_named: bool) -> FileResult:
        reading = read(source, is_named=is_named)
        if not reading.sequences:
            return FileResult(source.path, errors=_errors(source, reading.faults))
        settings = self.settings(path)
        work = _FileWork(self.request, path, settings, reading.comments)
        for sequence in reading.sequences:
            work.lint(settle(sequence, settings.assume))
        result = work.result(_errors(source, reading.faults))
        if settings.config.ignore:
            self._take_down(work)
        return result

    def _take_down(self, work: _FileWork) -> None:
        """Note what came of what a configuration ignores in a file."""
        from cadence_lint.leftovers import Entry, Ledger  # seldom needed

        if self._ledger is None:
            self._ledger = Ledger()
        self._ignoring[_slashes(work.path)] = work
        for ignore, outcome in work.outcomes():
            self._ledger.note(Entry(work.settings.config, ignore), _slashes(work.path), outcome)

    def with_leftovers(self, files: list[FileResult]) -> list[FileResult]:
        """The results of all files, with what their configurations ignore and need not.

        Each entry is told once, with the first file that it is about.
        """
        if self._ledger is None:
            return files
        all_could_be_read = not any(file.errors for file in files)
        found: dict[str, list[Left]] = {}
        for left in self._ledger.left(self.request.paths, all_could_be_read=all_could_be_read):
            found.setdefault(left.path, []).append(left)
        return [
            self._ignoring[file.file].with_leftovers(file, found[file.file])
            if file.file in found
            else file
            for file in files
        ]

    def _config(self, path: str) -> Config:
        if self._only_config is not None:
            return self._only_config
        if not self.request.use_config:
            return Config()
        found = self.request.config or self._nearest(path)
        if found is None:
            return Config()
        if found not in self._configs:
            from cadence_lint.config_reader import read_config  # not without a configuration

            config = read_config(found)
            check_config(config, self._book(config))
            self._configs[found] = config
        return self._configs[found]

    def _nearest(self, path: str) -> str | None:
        folder = os.path.dirname(path)
        if folder not in self._nearest_of:
            self._nearest_of[folder] = find_config(path)
        return self._nearest_of[folder]

    def _book(self, config: Config) -> Book:
        key = (config.plugins, config.rule_folders)
        if key not in self._books:
            folders = config.rule_folders
            if config.plugins:
                from cadence_lint.plugins import load_plugins

                folders = load_plugins(config) + folders
            book = load_book(folders)
            check_choice(self.request.choice, book)
            self._books[key] = book
        return self._books[key]

    def _active(
        self, config: Config, overrides: tuple[Override, ...], book: Book
    ) -> list[ActiveRule]:
        key = (config.path, tuple(map(id, overrides)))
        if key not in self._rules:
            self._rules[key] = select_rules(book, config, overrides, self.request.choice)
        return self._rules[key]


class _FileWork:
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
        scored = None if judgement.errors else self._score(case, known)
        self.sequences.append(_sequence_result(case, scored))

    def _score(self, case: Case, known: dict[str, Found]) -> Score | None:
        if not self.request.wants_score or not case.sequence.has_copy:
            return None
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
            _slashes(self.path),
            tuple(self.sequences),
            tuple(sorted(standing, key=self._order)),
            tuple(sorted(suppressed, key=lambda each: self._order(each.finding))),
            tuple(self.notes),
            (*faults, *self.errors),
        )

    def outcomes(self) -> Iterator[tuple[Ignore, Outcome]]:
        """What came of what the configuration ignores in this file."""
        for ignore, suppression in self._from_config():
            yield ignore, self.decisions.outcome(suppression)

    def with_leftovers(self, file: FileResult, left: list[Left]) -> FileResult:
        """The result of the file, with what is left over in its configuration."""
        from cadence_lint.leftovers import at_entry  # seldom needed

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

    def _from_config(self) -> list[tuple[Ignore, Suppression]]:
        """What the configuration ignores in this file."""
        return [
            (
                each,
                Suppression(
                    (each.rule.value,), each.reason, each.until, Span(0, 0), None, each.touch, True
                ),
            )
            for each in self.settings.config.ignore
            if each.files is None or each.files.hold(self.path)
        ]

    def _rules(self, means: Callable[[str], frozenset[str]]) -> Rules:
        """What ran in this run, and what would have without the command line."""
        settings, book = self.settings, self.settings.book
        ran = {active.rule.id for active in settings.rules} - {each.rule for each in self.errors}
        on: set[str] = set()
        if self.comments.suppressions or settings.config.ignore:
            rules = select_rules(book, settings.config, settings.overrides, Choice())
            on = {active.rule.id for active in rules}
        spoke = frozenset(name for name in ran if not _is_about_comments(book.rules[name]))
        return Rules(means, book.rules, spoke, frozenset(on - ran))


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


def _is_ours(source: Source) -> bool:
    """Whether what can be read of a file was meant to be a sequence."""
    from cadence_lint.formats import native

    if source.path.lower().endswith(YAML_NAMES) and native.looks_like(source.text):
        return True
    reading = read(source, is_named=False)
    return bool(reading.sequences or reading.faults)


def _too_large(path: str, *, is_named: bool) -> FileResult:
    said = f"larger than {_LARGEST // 1_000_000} MB, as no sequence is"
    if is_named:
        return _failed(path, f"{said}: split the file")
    return FileResult(_slashes(path), notes=(Note(_slashes(path), 1, f"passed over: {said}"),))


def _failed(path: str, message: str, line: int = 1, column: int = 1) -> FileResult:
    error = Error("input", _slashes(path), line, column, message)
    return FileResult(error.file, errors=(error,))


def _errors(source: Source, faults: Iterable[Fault]) -> tuple[Error, ...]:
    errors = []
    for fault in faults:
        place = source.place(fault.span)
        errors.append(Error("input", place.file, place.line, place.column, fault.message))
    return tuple(errors)


def _slashes(path: str) -> str:
    return path.replace("\\", "/")
