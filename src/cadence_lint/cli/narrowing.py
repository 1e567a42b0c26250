"""What `check` leaves out: what a baseline knows, and what no change has a part in."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from cadence_lint.acceptance.baseline import compare, hold_against
from cadence_lint.acceptance.baseline_file import read_baseline, write_baseline
from cadence_lint.cli.plain import UsageError
from cadence_lint.cli.targets import named
from cadence_lint.linting.results import Accepted
from cadence_lint.output.summary import number
from cadence_lint.output.terminal import one_line

if TYPE_CHECKING:
    from cadence_lint.acceptance.changes import Repositories
    from cadence_lint.acceptance.known import Known
    from cadence_lint.cli.plain import CheckOptions
    from cadence_lint.linting.results import Run


class Narrowing:
    """What the options ask for; files and revisions are looked at before anything is linted."""

    def __init__(self, options: CheckOptions) -> None:
        self.baseline = options.baseline
        self.to_write = options.write_baseline
        self.since = options.changed_since
        self._repositories = _repositories(options) if options.changed_since is not None else None
        self._known = _read(options.baseline) if options.baseline else ()
        self._to_replace = _read_if_there(options.write_baseline) if options.write_baseline else ()

    def __call__(self, run: Run) -> Run:
        """The run with only what counts among its findings."""
        if self.to_write is not None:
            return self._written(run, self.to_write)
        if self.baseline is not None:
            run = hold_against(run, self.baseline, self._known)
        if self._repositories is not None and self.since is not None:
            from cadence_lint.acceptance.changes import only_changed
            from cadence_lint.acceptance.git import GitError

            try:
                run = only_changed(run, self._repositories, self.since)
            except GitError as problem:
                raise UsageError(f"--changed-since: {problem}") from None
        return run

    def _written(self, run: Run, path: str) -> Run:
        if run.errors:
            said = f"{path} is not written, since not all could be read; mend that first"
            sys.stderr.write(f"cadence-lint: {one_line(said)}\n")
            return run
        compared = compare(run, path, self._to_replace)
        with named(path):
            write_baseline(path, compared.after)
        count = sum(not entry.is_covered for each in compared.after for entry in each.entries)
        said = (
            f"{path} knows {number(count, 'finding')} now: {compared.new} new, {compared.gone} gone"
        )
        sys.stderr.write(f"cadence-lint: {one_line(said)}\n")
        return hold_against(run, path, compared.after)._replace(baseline=Accepted(path, 0))


def _repositories(options: CheckOptions) -> Repositories:
    from cadence_lint.acceptance.changes import Repositories
    from cadence_lint.acceptance.git import GitError

    piped = options.stdin_filename or "-"
    paths = [piped if path == "-" else path for path in options.paths] or [os.curdir]
    try:
        return Repositories(paths, options.changed_since or "")
    except GitError as problem:
        raise UsageError(f"--changed-since: {problem}") from None


def _read(path: str) -> tuple[Known, ...]:
    if not os.path.exists(path):
        raise UsageError(f"--baseline: there is no {path}; --write-baseline {path} makes one")
    return read_baseline(path)


def _read_if_there(path: str) -> tuple[Known, ...]:
    """The baseline that is to be replaced: nothing else is ever written over."""
    return read_baseline(path) if os.path.isfile(path) else ()
