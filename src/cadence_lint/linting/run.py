"""The whole way, once: paths to files, files to sequences, sequences to findings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadence_lint.config import BrokenConfig
from cadence_lint.discovery import find_files
from cadence_lint.linting.linter import Linter, StandardInput
from cadence_lint.linting.results import FileResult, Run

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from cadence_lint.discovery import Found
    from cadence_lint.finding import Error
    from cadence_lint.linting.kept import Kept
    from cadence_lint.linting.request import Request

_MANY = 20
"""Files that it takes for several processes to be worth their start, and for the cache."""
_WARM_UP = 3
"""Files after which a process has read all that it needs for others."""


def lint(
    request: Request,
    stdin: Callable[[], bytes] | None = None,
    stdin_name: str = "-",
    watch: Callable[[int, int], None] | None = None,
) -> Run:
    """Lint files and folders; `-` among the paths reads `stdin`.

    `watch` is told before each file how many are done, and of how many.

    Raises:
        SetupError: when the configuration that the request names, or a built-in rule, cannot be
            taken.
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
    return Job(linter, stdin, stdin_name).run(watch)


class Job:
    """A run that is about to begin: its files are found, and what is known of them."""

    def __init__(
        self, linter: Linter, stdin: Callable[[], bytes] | None = None, stdin_name: str = "-"
    ) -> None:
        if stdin is not None:
            linter.stdin = StandardInput(stdin_name, stdin)
        self._linter = linter
        self.files = list(find_files(linter.request.paths))
        """What there is to read."""
        self._reads_again = self._is_large and linter.request.keeps_sequences
        if self._reads_again:  # sequences go from no process to another, and into no cache
            linter.request = linter.request._replace(keeps_sequences=False)
        self.kept = self._kept()
        """What is known of the files from earlier runs; None where nothing is kept of them."""
        if self.kept is None:
            linter.request = linter.request._replace(uses_cache=False)

    @property
    def _is_large(self) -> bool:
        """Whether several processes and the cache are worth their while, and enough."""
        return len(self.files) >= _MANY and not self._linter.request.keeps_portraits

    def _kept(self) -> Kept | None:
        request = self._linter.request
        if not request.uses_cache or request.keeps_decisions or not self._is_large:
            return None
        from datetime import date

        from cadence_lint.linting.kept import Kept  # not for few files

        today = request.today or date.today()
        self._linter.request = request._replace(today=today)
        return Kept(self._linter, self.files, today)

    def run(self, watch: Callable[[int, int], None] | None = None) -> Run:
        """Lint the files, or say again what is known of them."""
        linter, files = self._linter, self.files
        results = self._known()
        done = len(results)
        for position, result in self._judged([at for at in range(len(files)) if at not in results]):
            results[position] = result
            done += 1
            if watch is not None:
                watch(done, len(files))
        found = [(file, results[at]) for at, file in enumerate(files)]
        there = list(_told_once(found))
        for file, result in there:
            if result.sequences:
                linter.know(file)
        _check_request(linter, there)
        if self._reads_again:
            there = [(file, linter.with_sequences(file, result)) for file, result in there]
        by_file = sorted(linter.with_leftovers(there), key=lambda result: result.file)
        return Run(tuple(by_file), linter.rules)

    def _known(self) -> dict[int, FileResult | None]:
        """What is known from earlier runs: the results by the positions of the files."""
        if self.kept is None:
            return {}
        known: dict[int, FileResult | None] = {}
        for position in range(len(self.files)):
            result = self.kept.result(position)
            if result is not None or self.kept.is_excluded(position):
                known[position] = result
        return known

    def _judged(self, unknown: list[int]) -> Iterator[tuple[int, FileResult | None]]:
        """The positions and the results of files that have to be judged, as they come in."""
        kept = self.kept
        try:
            for place, result, data in self._lint([self.files[at] for at in unknown]):
                if kept is not None:
                    kept.take(unknown[place], result, data)
                yield unknown[place], result
        finally:
            if kept is not None and unknown:
                kept.store()

    def _lint(self, files: list[Found]) -> Iterator[tuple[int, FileResult | None, bytes | None]]:
        """The place and the result of each file: of few in order, of many as they come in."""
        linter = self._linter
        here, elsewhere = list(range(len(files))), []
        if linter.request.jobs > 1 and self._is_large and len(files) >= _MANY:
            plain = [at for at in here if files[at].problem is None and files[at].path != "-"]
            elsewhere = plain[_WARM_UP:]
            here = sorted(set(here).difference(elsewhere))
        for place in here:
            yield place, linter.lint_found(files[place]), None
        if elsewhere:
            from cadence_lint.linting.workers import judged_by_many  # slow to load

            others = [files[place] for place in elsewhere]
            for at, result, data in judged_by_many(linter, others, linter.request.jobs):
                yield elsewhere[at], result, data


def _told_once(
    results: Iterable[tuple[Found, FileResult | None]],
) -> Iterator[tuple[Found, FileResult]]:
    """The results that there are; what keeps several files from being linted is told once."""
    told: set[tuple[Error, ...]] = set()
    for file, result in results:
        if result is None or result.errors in told:
            continue
        if result.errors and not result.sequences:
            told.add(result.errors)
        yield file, result


def _check_request(linter: Linter, there: list[tuple[Found, FileResult]]) -> None:
    """Refuse what the request names and nothing has, where the configuration can be taken."""
    try:
        linter.check_request()
    except BrokenConfig:
        if not there:  # else one of them says so
            raise
