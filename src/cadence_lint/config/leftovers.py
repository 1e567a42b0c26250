"""What a configuration ignores and need not: entries that have ended, or that suppress nothing.

A comment is settled with its file; an entry of a configuration only with all of the files that
it is about. So that nothing is called unused that was not looked for, an entry counts as unused
where the whole folder of its configuration was looked at and everything in it could be read.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from cadence_lint.finding import Evidence
from cadence_lint.record import NamedTuple
from cadence_lint.sequence import Remark
from cadence_lint.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cadence_lint.acceptance.suppressions import Outcome
    from cadence_lint.config import Config, Ignore
    from cadence_lint.finding import Finding


class Entry(NamedTuple):
    """One thing that a configuration ignores."""

    config: Config
    ignore: Ignore


class Left(NamedTuple):
    """An entry that is no longer needed, and the first file that it is about."""

    ignore: Ignore
    remark: Remark
    path: str


class Ledger:
    """What came of the entries of all configurations, file by file."""

    def __init__(self) -> None:
        self._entries: dict[int, tuple[Entry, str, set[Outcome]]] = {}

    def note(self, entry: Entry, path: str, outcome: Outcome) -> None:
        """Take down what came of an entry in one file."""
        known = self._entries.setdefault(id(entry.ignore), (entry, path, set()))
        known[2].add(outcome)

    def left(self, looked_at: Iterable[str], *, all_could_be_read: bool) -> Iterator[Left]:
        """The entries that are not needed, once all files are read."""
        paths = list(looked_at)
        for entry, path, outcomes in self._entries.values():
            ignore = entry.ignore
            kind, values = "", {}
            if outcomes == {"ended"}:
                kind, values = "ended-suppression", {"until": str(ignore.until)}
            elif outcomes == {"unused"} and all_could_be_read and holds_all(paths, entry.config):
                kind, values = "unused-suppression", {"rules": ignore.rule.value}
            if kind:
                yield Left(ignore, Remark(kind, Span(0, 0), values), path)


def holds_all(paths: Iterable[str], config: Config) -> bool:
    """Whether all that a configuration holds for lies in some of the paths."""
    folders = [os.path.realpath(path) for path in paths if os.path.isdir(path)]
    inner = os.path.join(os.path.realpath(config.folder), "")
    return any(inner.startswith(os.path.join(folder, "")) for folder in folders)


def at_entry(finding: Finding, ignore: Ignore) -> Finding:
    """A finding that points at the entry, and at no step."""
    source, span = ignore.rule.text.source, ignore.rule.span
    place = source.place(span)
    line = source.line_text(place.line)
    evidence = Evidence(place, source.slice(span), ignore.rule.value, line_text=line)
    return finding._replace(place=place, evidence=(evidence,), touch=None, channel=None)
