"""The whole way, once: paths to files, files to sequences, sequences to findings."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from cadence_lint.assumptions import settle
from cadence_lint.config import Config
from cadence_lint.config.config_file import find_config
from cadence_lint.config.selection import (
    ActiveRule,
    UnknownRule,
    check_choice,
    check_config,
    select_rules,
)
from cadence_lint.discovery import find_files
from cadence_lint.finding import Error, Note
from cadence_lint.formats import YAML_NAMES, read
from cadence_lint.linting.file_work import FileWork
from cadence_lint.linting.request import Settings
from cadence_lint.linting.results import FileResult, Run
from cadence_lint.rulebook import Book, load_book
from cadence_lint.source import SetupError, Source, slashes
from cadence_lint.source.decoding import Undecodable, decode

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from cadence_lint.config import Override
    from cadence_lint.config.leftovers import Ledger, Left
    from cadence_lint.linting.request import Request
    from cadence_lint.rulebook.rule import Rule
    from cadence_lint.source import Fault

_LARGEST = 20_000_000
"""Bytes; no sequence is larger, and reading what is no sequence costs the rest of the run."""


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
    return lint_with(Linter(request), stdin, stdin_name, watch)


def lint_with(
    linter: Linter,
    stdin: Callable[[], bytes] | None = None,
    stdin_name: str = "-",
    watch: Callable[[int, int], None] | None = None,
) -> Run:
    """Lint what a linter was asked for, and leave it with the configurations that it read."""
    results: list[FileResult | None] = []
    to_read = list(find_files(linter.request.paths))
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
        self._ignoring: dict[str, FileWork] = {}

    @property
    def rules(self) -> Mapping[str, Rule]:
        """The rules of every book that was needed, by their ids."""
        return {name: rule for book in self._books.values() for name, rule in book.rules.items()}

    @property
    def configs(self) -> list[Config]:
        """Every configuration that was read."""
        return list(self._configs.values())

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
            return FileResult(slashes(path))
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
        work = FileWork(self.request, path, settings, reading.comments)
        for sequence in reading.sequences:
            work.lint(settle(sequence, settings.assume))
        result = work.result(_errors(source, reading.faults))
        if settings.config.ignore:
            self._take_down(work)
        return result

    def _take_down(self, work: FileWork) -> None:
        """Note what came of what a configuration ignores in a file."""
        from cadence_lint.config.leftovers import Entry, Ledger  # seldom needed

        if self._ledger is None:
            self._ledger = Ledger()
        self._ignoring[slashes(work.path)] = work
        for ignore, outcome in work.outcomes():
            self._ledger.note(Entry(work.settings.config, ignore), slashes(work.path), outcome)

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
            from cadence_lint.config.config_reader import read_config  # not without a configuration

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
    from cadence_lint.formats import native

    if source.path.lower().endswith(YAML_NAMES) and native.looks_like(source.text):
        return True
    reading = read(source, is_named=False)
    return bool(reading.sequences or reading.faults)


def _too_large(path: str, *, is_named: bool) -> FileResult:
    said = f"larger than {_LARGEST // 1_000_000} MB, as no sequence is"
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
