"""Files to results: each under its configuration, with the rules that are on for it."""

from __future__ import annotations

import os
from functools import cached_property
from typing import TYPE_CHECKING

from cadence_lint.config import BrokenConfig, Config
from cadence_lint.config.config_file import find_config
from cadence_lint.config.selection import (
    ActiveRule,
    UnknownRule,
    check_choice,
    check_config,
    select_rules,
)
from cadence_lint.finding import Error, Note
from cadence_lint.linting.request import LARGEST, Settings
from cadence_lint.linting.results import FileResult
from cadence_lint.rulebook import Book, load_book
from cadence_lint.source import SetupError, Source, slashes
from cadence_lint.source.decoding import Undecodable, decode
from cadence_lint.source.names import YAML_NAMES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from typing import TypeVar

    from cadence_lint.config import Override
    from cadence_lint.config.leftovers import Left
    from cadence_lint.discovery import Found
    from cadence_lint.formats import Reading
    from cadence_lint.linting.file_work import FileWork
    from cadence_lint.linting.request import Request
    from cadence_lint.rulebook.rule import Rule
    from cadence_lint.source import Fault

    _Judged = TypeVar("_Judged", FileResult, FileResult | None)

_DOUBT = (
    'passed over, as no heading such as "Day 3 - Email" stands at the top; to have such a file read'
    " all the same, name it"
)


class StandardInput:
    """What is piped in, read once, and the name of the file that it stands for."""

    def __init__(self, name: str, read: Callable[[], bytes]) -> None:
        self.name = name
        self._read = read

    @cached_property
    def data(self) -> bytes:
        """What it holds."""
        return self._read()


class Linter:
    """Lints files under their configurations, each of which is read once."""

    def __init__(self, request: Request, config: Config | None = None) -> None:
        self.request = request
        self._only_config = config
        self._configs: dict[str, Config | SetupError] = {}
        self._nearest_of: dict[str, str | None] = {}
        self._books: dict[tuple[tuple[str, ...], ...], Book] = {}
        self._rules: dict[tuple[str | None, tuple[int, ...]], list[ActiveRule]] = {}
        self.stdin: StandardInput | None = None
        """What is piped in, where `-` stands for it."""

    def __reduce__(self) -> tuple[type[Linter], tuple[Request, Config | None]]:
        """Another process reads its rules and configurations itself."""
        return Linter, (self.request, self._only_config)

    @property
    def rules(self) -> Mapping[str, Rule]:
        """The rules of every book that was needed, by their ids."""
        return {name: rule for book in self._books.values() for name, rule in book.rules.items()}

    @property
    def configs(self) -> list[Config]:
        """Every configuration that was read, and could be taken."""
        return [each for each in self._configs.values() if isinstance(each, Config)]

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

    def know(self, found: Found) -> None:
        """Read the configuration and the rules of a file that was linted elsewhere."""
        self._book(self._config(self._name(found)))

    def includes(self, path: str) -> bool:
        """Whether a file is to be linted."""
        return self._config(path).includes(path)

    def ground(self, path: str) -> bytes | None:
        """A short name for what a file's configuration and rules say; None with plugins.

        What a plugin looks at, nobody else knows. There is none either for a configuration that
        cannot be taken.
        """
        from cadence_lint.cache.sealed import digest  # not for few files

        try:
            config = self._config(path)
        except BrokenConfig:
            return None
        if config.plugins or self._only_config is not None:
            return None
        return digest(config.path, config.folder, config.texts, self._book(config).digest)

    def lint_found(self, found: Found) -> FileResult | None:
        """Lint what was found; None for a file that the configuration excludes."""
        if found.problem is not None:
            return _failed(found.path, f"cannot be looked into: {found.problem}")
        if found.path == "-" and self.stdin is not None:
            return self.lint_stdin(self.stdin.name, self.stdin.data)
        return self.lint_file(found.path, is_named=found.is_named)

    def lint_file(self, path: str, *, is_named: bool) -> FileResult | None:
        """Lint one file; None for one that the configuration excludes."""
        return _guarded(path, lambda: self._lint_file(path, is_named=is_named))

    def _lint_file(self, path: str, *, is_named: bool) -> FileResult | None:
        try:
            size = os.path.getsize(path)
            if not self._config(path).includes(path):
                return None
            if size > LARGEST:
                return _too_large(path, is_named=is_named)
            with open(path, "rb") as file:
                data = file.read()
        except OSError as problem:
            return _failed(path, f"cannot be read: {problem.strerror or problem}")
        return self.lint_bytes(path, data, is_named=is_named)

    def lint_stdin(self, name: str, data: bytes) -> FileResult | None:
        """Lint standard input, which stands for a file if `name` is not `-`."""
        return _guarded(name, lambda: self._lint_stdin(name, data))

    def _lint_stdin(self, name: str, data: bytes) -> FileResult | None:
        if name != "-" and not self._config(name).includes(name):
            return None
        return self.lint_bytes(name, data, is_named=True)

    def lint_bytes(self, path: str, data: bytes, *, is_named: bool) -> FileResult:
        """Lint the content of a file."""
        return _guarded(path, lambda: self._lint_bytes(path, data, is_named=is_named))

    def lint_text(self, path: str, text: str, *, is_named: bool = True) -> FileResult:
        """Lint a text as if it were the content of a file."""
        return _guarded(path, lambda: self._lint(Source(path, text), path, is_named=is_named))

    def _lint_bytes(self, path: str, data: bytes, *, is_named: bool) -> FileResult:
        result = self._lint_data(path, data, is_named=is_named)
        if not self.request.uses_cache:
            return result
        from cadence_lint.cache.sealed import digest_of  # not without a cache

        return result._replace(content=digest_of(data))

    def _lint_data(self, path: str, data: bytes, *, is_named: bool) -> FileResult:
        try:
            text = decode(data)
        except Undecodable as problem:
            if is_named or _is_ours(Source(path, problem.legible)):
                return _failed(path, str(problem), problem.line, problem.column)
            return FileResult(slashes(path))
        return self._lint(Source(path, text), path, is_named=is_named)

    def _lint(self, source: Source, path: str, *, is_named: bool) -> FileResult:
        from cadence_lint.formats import read  # not where all is known

        reading = read(source, is_named=is_named)
        errors = _errors(source, reading.faults)
        if not reading.sequences:
            doubt = (Note(source.path, 1, _DOUBT),) if reading.is_doubtful else ()
            return FileResult(source.path, notes=doubt, errors=errors)
        return self._judge(reading, path).result(errors)

    def _judge(self, reading: Reading, path: str) -> FileWork:
        from cadence_lint.assumptions import settle  # not where all is known
        from cadence_lint.linting.file_work import FileWork
        from cadence_lint.reading import forget_readings

        forget_readings()
        settings = self.settings(path)
        work = FileWork(self.request, path, settings, reading.comments)
        for sequence in reading.sequences:
            work.lint(settle(sequence, settings.assume))
        return work

    # What configurations ignore and need not

    def with_leftovers(self, files: list[tuple[Found, FileResult]]) -> list[FileResult]:
        """The results of all files, with what their configurations ignore and need not.

        Each entry is told once, with the first file that it is about.
        """
        left = self._left(files) if any(file.ignored for _, file in files) else {}
        return [
            self._with_left(found, left[file.file]) if file.file in left else file
            for found, file in files
        ]

    def with_sequences(self, found: Found, file: FileResult) -> FileResult:
        """The result of a file with the sequences that it is about, which are read again."""
        from cadence_lint.assumptions import settle
        from cadence_lint.formats import read

        if not file.sequences:
            return file
        name = self._name(found)
        source = Source(name, decode(self._bytes(found)))
        settings = self.settings(name)
        sequences = [
            settle(sequence, settings.assume)
            for sequence in read(source, is_named=found.is_named).sequences
        ]
        if [each.id for each in sequences] != [each.id for each in file.sequences]:
            raise OSError(f"{name} changed while it was read; run this again")
        failed = {error.rule for error in file.errors}
        return file._replace(
            sequences=tuple(
                result._replace(sequence=sequence)
                for result, sequence in zip(file.sequences, sequences, strict=True)
            ),
            ran=frozenset(active.rule.id for active in settings.rules) - failed,
        )

    def _left(self, files: list[tuple[Found, FileResult]]) -> dict[str, list[Left]]:
        """What is left over, by the files with which it is told."""
        from cadence_lint.config.leftovers import Entry, Ledger  # seldom needed

        ledger = Ledger()
        for found, file in files:
            config = self._config(self._name(found))
            for position, outcome in file.ignored:
                ledger.note(Entry(config, config.ignore[position]), file.file, outcome)
        all_could_be_read = not any(file.errors for _, file in files)
        by_file: dict[str, list[Left]] = {}
        for left in ledger.left(self.request.paths, all_could_be_read=all_could_be_read):
            by_file.setdefault(left.path, []).append(left)
        return by_file

    def _with_left(self, found: Found, left: list[Left]) -> FileResult:
        """The result of a file, judged again, with what is left over in its configuration."""
        from cadence_lint.formats import read

        name = self._name(found)
        source = Source(name, decode(self._bytes(found)))
        reading = read(source, is_named=found.is_named)
        work = self._judge(reading, name)
        return work.with_leftovers(work.result(_errors(source, reading.faults)), left)

    def _name(self, found: Found) -> str:
        """The path of a file, or what standard input stands for."""
        return self.stdin.name if found.path == "-" and self.stdin is not None else found.path

    def _bytes(self, found: Found) -> bytes:
        if found.path == "-" and self.stdin is not None:
            return self.stdin.data
        with open(found.path, "rb") as file:
            return file.read()

    # What holds for a file

    def _config(self, path: str) -> Config:
        if self._only_config is not None:
            return self._only_config
        if not self.request.use_config:
            return Config()
        if self.request.config is not None:
            return self._read(self.request.config)
        found: str | None = None
        try:
            found = self._nearest(path)
            return Config() if found is None else self._read(found)
        except SetupError as problem:
            raise BrokenConfig(problem, found) from None

    def _read(self, path: str) -> Config:
        """A configuration and its rules; one that cannot be taken is not read again either."""
        if path not in self._configs:
            from cadence_lint.config.config_reader import read_config  # not without a configuration

            try:
                config = read_config(path)
                check_config(config, self._book(config))
                self._configs[path] = config
            except SetupError as problem:
                self._configs[path] = problem
        known = self._configs[path]
        if isinstance(known, SetupError):
            raise known.with_traceback(None)
        return known

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
                from cadence_lint.rulebook.plugins import load_plugins

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


def _is_ours(source: Source) -> bool:
    """Whether what can be read of a file was meant to be a sequence."""
    from cadence_lint.formats import native, read  # not where all is known

    if source.path.lower().endswith(YAML_NAMES) and native.looks_like(source.text):
        return True
    reading = read(source, is_named=False)
    return bool(reading.sequences or reading.faults)


def _guarded(path: str, judge: Callable[[], _Judged]) -> _Judged | FileResult:
    """What is said of a file; a fault of ours costs this file and no other."""
    try:
        return judge()
    except BrokenConfig as problem:
        return _not_governed(problem)
    except (SetupError, UnknownRule):
        raise
    except Exception as problem:
        said = f"cannot be linted ({type(problem).__name__}: {problem}); report it"
        return _failed(path, said)


def _not_governed(problem: BrokenConfig) -> FileResult:
    """What is said of all files together that a broken configuration holds for."""
    from cadence_lint.config.config_file import shown

    place, broken = problem.place, shown(problem.place.file)
    config = broken if problem.path is None else shown(problem.path)
    said = "of this configuration" if config == broken else f"of {config}"
    message = f"the files {said} are not linted: {problem.message}"
    return _failed(broken, message, place.line, place.column)


def _too_large(path: str, *, is_named: bool) -> FileResult:
    said = f"larger than {LARGEST // 1_000_000} MB, as no sequence is"
    if is_named:
        return _failed(path, f"{said}: split the file")
    return FileResult(slashes(path), notes=(Note(slashes(path), 1, f"passed over: {said}"),))


def _failed(path: str, message: str, line: int = 1, column: int = 1) -> FileResult:
    error = Error("input", slashes(path), line, column, message)
    return FileResult(error.file, errors=(error,))


def _errors(source: Source, faults: Iterable[Fault]) -> tuple[Error, ...]:
    errors = []
    for fault in faults:
        place = source.place(fault.span)
        errors.append(Error("input", place.file, place.line, place.column, fault.message))
    return tuple(errors)
