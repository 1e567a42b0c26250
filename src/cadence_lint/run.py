"""The whole way, once: paths to files, files to sequences, sequences to findings."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

from cadence_lint import checks, suppressions
from cadence_lint.assumptions import settle
from cadence_lint.case import Case
from cadence_lint.config import Config, Override, find_config, read_config
from cadence_lint.discovery import find_files
from cadence_lint.engine import judge, order
from cadence_lint.finding import Error, Finding, Note, Suppressed
from cadence_lint.formats import read
from cadence_lint.rulebook import Book, load_book
from cadence_lint.score import Score, score
from cadence_lint.selection import (
    ActiveRule,
    Choice,
    all_rules,
    check_choice,
    check_config,
    matches,
    select_rules,
)
from cadence_lint.source import Fault, Source, Span
from cadence_lint.suppressions import Names, Policy, Suppression

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import date

    from cadence_lint.rule import Rule
    from cadence_lint.sequence import Sequence

_LARGEST = 20_000_000
"""Bytes; no sequence is larger, and reading what is no sequence costs the rest of the run."""


class Step(NamedTuple):
    """A touch as an output shows it."""

    number: int
    channel: str
    action: str | None
    label: str | None
    day: float | None
    line: int
    is_noticed: bool


class SequenceResult(NamedTuple):
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


class FileResult(NamedTuple):
    """What a run says of one file."""

    file: str
    sequences: tuple[SequenceResult, ...] = ()
    findings: tuple[Finding, ...] = ()
    suppressed: tuple[Suppressed, ...] = ()
    notes: tuple[Note, ...] = ()
    errors: tuple[Error, ...] = ()


class Run(NamedTuple):
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


class Request(NamedTuple):
    """What to lint, and how."""

    paths: tuple[str, ...] = (".",)
    config: str | None = None
    use_config: bool = True
    choice: Choice = Choice()
    start: date | None = None
    today: date | None = None
    """The day on which suppressions are judged to have ended; the real one when absent."""
    wants_score: bool = True
    """Whether to judge by every rule too, which takes as long again."""


class Settings(NamedTuple):
    """What holds for one file."""

    config: Config
    overrides: tuple[Override, ...]
    """Those of the configuration that are meant for the file."""
    book: Book
    rules: list[ActiveRule]

    @property
    def assume(self) -> dict[str, str]:
        """What to take for granted where the file does not say."""
        assume = dict(self.config.assume)
        for override in self.overrides:
            assume |= override.assume
        return assume


def lint(request: Request, stdin: Callable[[], bytes] | None = None, stdin_name: str = "-") -> Run:
    """Lint files and folders; `-` among the paths reads `stdin`.

    Raises:
        SetupError: when a configuration or a rule cannot be taken.
        UnknownRule: when the request names a rule that does not exist.

    """
    linter = Linter(request)
    results: list[FileResult] = []
    for found in find_files(request.paths):
        if found.path == "-" and stdin is not None:
            results.append(linter.lint_bytes(stdin_name, stdin(), is_named=True))
        else:
            result = linter.lint_file(found.path, is_named=found.is_named)
            if result is not None:
                results.append(result)
    linter.check_request()
    return Run(tuple(sorted(results, key=lambda result: result.file)), linter.rules)


class Linter:
    """Lints files under their configurations, each of which is read once."""

    def __init__(self, request: Request, config: Config | None = None) -> None:
        self.request = request
        self._only_config = config
        self._configs: dict[str, Config] = {}
        self._nearest_of: dict[str, str | None] = {}
        self._books: dict[tuple[tuple[str, ...], ...], Book] = {}
        self._rules: dict[tuple[str | None, tuple[int, ...]], list[ActiveRule]] = {}
        self._today = request.today

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
        overrides = tuple(each for each in config.overrides if _applies(each.files, path, config))
        book = self._book(config)
        return Settings(config, overrides, book, self._active(config, overrides, book))

    def lint_file(self, path: str, *, is_named: bool) -> FileResult | None:
        """Lint one file; None for one that the configuration excludes."""
        config = self._config(path)
        if not _is_included(path, config):
            return None
        try:
            if os.path.getsize(path) > _LARGEST:
                size = f"larger than {_LARGEST // 1_000_000} MB: no sequence is; split the file"
                return _failed(path, size) if is_named else FileResult(_slashes(path))
            with open(path, "rb") as file:
                data = file.read()
        except OSError as problem:
            return _failed(path, f"cannot be read: {problem.strerror or problem}")
        return self.lint_bytes(path, data, is_named=is_named)

    def lint_bytes(self, path: str, data: bytes, *, is_named: bool) -> FileResult:
        """Lint the content of a file."""
        text = _decode(data)
        if isinstance(text, Fault):
            return _failed(path, text.message) if is_named else FileResult(_slashes(path))
        return self.lint_text(path, text, is_named=is_named)

    def lint_text(self, path: str, text: str, *, is_named: bool = True) -> FileResult:
        """Lint a text as if it were the content of a file."""
        source = Source(path, text)
        reading = read(source, is_named=is_named)
        if not reading.sequences:
            return FileResult(source.path, errors=_errors(source, reading.faults))
        settings = self.settings(path)
        work = _FileWork(
            self.request,
            source,
            settings.config,
            settings.book,
            settings.rules,
            reading.comments,
            self._today,
        )
        assume = settings.assume
        for sequence in reading.sequences:
            work.lint(settle(sequence, assume))
        return work.result(_errors(source, reading.faults))

    def _config(self, path: str) -> Config:
        if self._only_config is not None:
            return self._only_config
        if not self.request.use_config:
            return Config()
        found = self.request.config or self._nearest(path)
        if found is None:
            return Config()
        if found not in self._configs:
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

    def __init__(
        self,
        request: Request,
        source: Source,
        config: Config,
        book: Book,
        rules: list[ActiveRule],
        comments: suppressions.Comments,
        today: date | None,
    ) -> None:
        self.request = request
        self.source = source
        self.config = config
        self.book = book
        self.rules = rules
        self.comments = comments
        self.today = today
        self.sequences: list[SequenceResult] = []
        self.findings: list[tuple[Finding, Span]] = []
        self.errors: list[Error] = []
        self.notes: list[Note] = []
        self.cases: list[Case] = []

    def lint(self, sequence: Sequence) -> None:
        """Judge one sequence, and score it."""
        case = Case(sequence, self.book, self.config, self.request.start)
        self.cases.append(case)
        judgement = judge(case, self.rules, sequence.remarks)
        self.findings += judgement.findings
        self.errors += judgement.errors
        self.notes += _notes(case)
        self.sequences.append(_sequence_result(case, self._score(case)))

    def _score(self, case: Case) -> Score | None:
        if not self.request.wants_score or not case.sequence.has_copy:
            return None
        judgement = judge(case, all_rules(self.book), case.sequence.remarks)
        ways = _ways(case.sequence)
        return score([finding for finding, _ in judgement.findings], ways)

    def result(self, faults: tuple[Error, ...]) -> FileResult:
        """What is to be said of the file, after suppressions."""
        sorted_out = suppressions.apply(
            self.findings, self._suppressions(), self._names(), self._policy(), self._day()
        )
        remarks = (*self.comments.remarks, *sorted_out.remarks)
        more = judge(self.cases[0], self._remark_rules() if remarks else [], remarks)
        findings = [*sorted_out.standing, *(finding for finding, _ in more.findings)]
        return FileResult(
            self.source.path,
            tuple(self.sequences),
            tuple(sorted(findings, key=order)),
            tuple(sorted_out.suppressed),
            tuple(self.notes),
            (*faults, *self.errors, *more.errors),
        )

    def _remark_rules(self) -> list[ActiveRule]:
        return [
            active
            for active in self.rules
            if (check := checks.find_check(active.rule.check)) and check.SCOPE == "remark"
        ]

    def _suppressions(self) -> tuple[Suppression, ...]:
        from_config = tuple(
            Suppression((each.rule,), each.reason, each.until, Span(0, 0), None, each.touch, True)
            for each in self.config.ignore
            if not each.files or _applies(each.files, self.source.path, self.config)
        )
        return self.comments.suppressions + from_config

    def _names(self) -> Names:
        from cadence_lint import options

        rules = self.book.rules

        def means(word: str, rule_id: str) -> bool:
            rule = self.book.get(rule_id)
            return rule is not None and matches(word, rule)

        def problem(word: str) -> str | None:
            if any(matches(word, rule) for rule in rules.values()):
                return None
            return options.unknown("rule", word, rules)

        def ran(word: str) -> bool:
            return any(matches(word, active.rule) for active in self.rules)

        return Names(means, problem, ran)

    def _policy(self) -> Policy:
        return Policy(self.config.require_reason, self.config.never_suppress)

    def _day(self) -> date:
        from datetime import date

        return self.today or date.today()


def _sequence_result(case: Case, scored: Score | None) -> SequenceResult:
    sequence = case.sequence
    source = sequence.source
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
            )
            for touch in sequence.touches
        ),
        span_days=sequence.span_days,
        assumed=sequence.assumed,
        score=scored,
    )


def _ways(sequence: Sequence) -> list[frozenset[str]]:
    """The labels that one reader may meet: each variant label on its own."""
    labels = {m.variant for touch in sequence.touches for m in touch.messages if m.variant}
    return [frozenset({label}) for label in sorted(labels)]


def _notes(case: Case) -> Iterable[Note]:
    place = case.sequence.source.place(case.sequence.about)
    if not case.sequence.has_copy:
        said = "copy rules skipped: the file holds no copy"
        yield Note(place.file, place.line, said)
    elif not case.is_understood:
        said = f"rules about wording skipped: the copy is in {case.language!r}, not in English"
        yield Note(place.file, place.line, said)


def _decode(data: bytes) -> str | Fault:
    """The text of a file: UTF-8, or UTF-16 with its mark."""
    for mark, name in ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark):
            try:
                return data.decode(name)
            except UnicodeDecodeError:
                return Fault("is marked as UTF-16 and is not: save it as UTF-8", Span(0, 0))
    if b"\0" in data:
        return Fault("holds NUL bytes, so it is no text: export it as text", Span(0, 0))
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as problem:
        line = data.count(b"\n", 0, problem.start) + 1
        return Fault(f"is not UTF-8 (line {line}): save it as UTF-8", Span(0, 0))


def _failed(path: str, message: str) -> FileResult:
    error = Error("input", _slashes(path), 1, 1, message)
    return FileResult(error.file, errors=(error,))


def _errors(source: Source, faults: Iterable[Fault]) -> tuple[Error, ...]:
    errors = []
    for fault in faults:
        place = source.place(fault.span)
        errors.append(Error("input", place.file, place.line, place.column, fault.message))
    return tuple(errors)


def _slashes(path: str) -> str:
    return path.replace("\\", "/")


def _is_included(path: str, config: Config) -> bool:
    if config.include and not _applies(config.include, path, config):
        return False
    return not (config.exclude and _applies(config.exclude, path, config))


def _applies(patterns: tuple[str, ...], path: str, config: Config) -> bool:
    """Whether a file is meant by patterns as in .gitignore, relative to the configuration."""
    from pathspec import GitIgnoreSpec

    relative = os.path.relpath(os.path.abspath(path), config.folder or ".")
    if relative.startswith(".."):
        return False
    return GitIgnoreSpec.from_lines(patterns).match_file(relative.replace(os.sep, "/"))
