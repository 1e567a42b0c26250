"""Which lines of a file differ from a revision in git, and which findings they have a part in.

Git is asked for names and contents as they are stored, and nothing else: what is compared is what
was read, so whether it is committed, staged or new makes no difference, and neither a filter, a
hook nor any other program that a repository names is run.
"""

from __future__ import annotations

import os
from functools import cache, cached_property
from typing import TYPE_CHECKING, NamedTuple

from cadence_lint.acceptance.git import Git, GitError, root_of
from cadence_lint.finding import steady_words
from cadence_lint.formats import NAMES
from cadence_lint.patterns import regex
from cadence_lint.source.decoding import Undecodable, decode

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cadence_lint.finding import Finding
    from cadence_lint.linting.results import FileResult, Run, SequenceResult
    from cadence_lint.source import Source, Span

_LINE_END = regex(r"\r\n|\n|\r")
_HALF = 0.5


class Changes(NamedTuple):
    """What is new in a file since a revision."""

    lines: frozenset[int]
    """The lines that are new or different, counted from 1."""
    cuts: frozenset[int]
    """The lines before which something was taken out."""

    def touch(self, first: int, last: int) -> bool:
        """Whether anything from one line to another changed."""
        return any(first <= line <= last for line in self.lines) or any(
            first < line <= last for line in self.cuts
        )


# Git


class Repository:
    """The files of a repository as they were at a revision."""

    def __init__(self, root: str, revision: str) -> None:
        self._git = Git(root)
        self.root = self._git.root
        commit = f"{revision}^{{commit}}"
        try:
            said = self._git.run("rev-parse", "--verify", "--quiet", "--end-of-options", commit)
        except GitError:
            raise GitError(
                f"there is no revision {revision!r} in {root};"
                " `git log --oneline` lists some, and a shallow clone has only the newest"
            ) from None
        self._commit = said.decode("ascii").split()[-1]
        self._gone: dict[str, list[str]] | None = None

    @cached_property
    def _blobs(self) -> dict[str, str]:
        """What there was at the revision: paths, and the names of their contents."""
        return dict(self._listed())

    def _listed(self) -> Iterator[tuple[str, str]]:
        """The path and the name of the content of each file that was there."""
        for entry in self._git.run("ls-tree", "-r", "-z", "--full-tree", self._commit).split(b"\0"):
            about, _, path = entry.partition(b"\t")
            words = about.split()
            if len(words) == 3 and words[1] == b"blob":
                yield os.fsdecode(path), words[2].decode("ascii")

    def before(self, path: str, text: str) -> list[str] | None:
        """The lines of a file at the revision, also under an old name; None for a new file."""
        inner = self._git.inner(path)
        if inner in self._blobs:
            return self._lines(self._blobs[inner])
        return self._renamed(text)

    def _lines(self, blob: str) -> list[str]:
        try:
            return lines_of(decode(self._git.run("cat-file", "blob", blob)))
        except Undecodable:
            return []

    def _renamed(self, text: str) -> list[str] | None:
        """The lines of what was at the revision, is no more, and was mostly the same."""
        if self._gone is None:
            self._gone = {
                path: self._lines(blob)
                for path, blob in self._blobs.items()
                if path.lower().endswith(NAMES)
                and not os.path.lexists(os.path.join(self.root, path))
            }
        now = set(lines_of(text))
        best, found = 0.0, None
        for lines in self._gone.values():
            share = len(now & set(lines)) / max(len(now | set(lines)), 1)
            if share > best:
                best, found = share, lines
        return found if best >= _HALF else None


def lines_of(text: str) -> list[str]:
    """The lines of a text, whatever they end with."""
    return _LINE_END.split(text.removeprefix("\ufeff"))


def changes_between(before: list[str] | None, after: list[str]) -> Changes:
    """What is new in some lines; all of it where there was nothing before."""
    if before is None:
        return Changes(frozenset(range(1, len(after) + 1)), frozenset())
    start = 0
    while start < min(len(before), len(after)) and before[start] == after[start]:
        start += 1
    end = 0
    while end < min(len(before), len(after)) - start and before[-1 - end] == after[-1 - end]:
        end += 1
    old, new = before[start : len(before) - end], after[start : len(after) - end]
    if old == new:
        return Changes(frozenset(), frozenset())
    from difflib import SequenceMatcher  # only where something changed

    lines: set[int] = set()
    cuts: set[int] = set()
    for what, _, _, first, last in SequenceMatcher(None, old, new, False).get_opcodes():
        if what in ("replace", "insert"):
            lines.update(range(start + first + 1, start + last + 1))
        elif what == "delete":
            cuts.add(start + first + 1)
    return Changes(frozenset(lines), frozenset(cuts))


# Findings


def only_changed(run: Run, revision: str) -> Run:
    """The run, with the findings set apart that no change since a revision has a part in.

    Raises:
        GitError: when git, a repository or the revision is missing.

    """
    repository = cache(lambda root: Repository(root, revision))
    files = tuple(_narrowed(file, repository(root_of(file.file))) for file in _with_root(run))
    done = {file.file: file for file in files}
    return run._replace(files=tuple(done.get(f.file, f) for f in run.files), since=revision)


def check_revision(paths: Iterable[str], revision: str) -> None:
    """Refuse a revision that is not there, before anything is linted.

    Raises:
        GitError: when git, a repository or the revision is missing.

    """
    for root in dict.fromkeys(root_of(path) for path in paths if path != "-"):
        Repository(root, revision)


def _with_root(run: Run) -> Iterator[FileResult]:
    """The files that may have been there before; what comes from a pipe is all new."""
    return (file for file in run.files if file.findings and file.file != "-")


def _narrowed(file: FileResult, repository: Repository) -> FileResult:
    sources = (each.sequence.source for each in file.sequences if each.sequence)
    source = next(sources, None)
    if source is None:
        return file
    before = repository.before(file.file, source.text)
    changes = changes_between(before, lines_of(source.text))
    sequences = {each.id: each for each in file.sequences}
    kept: list[Finding] = []
    left: list[Finding] = []
    for finding in file.findings:
        counts = _counts(finding, sequences[finding.sequence_id], source, changes)
        (kept if counts else left).append(finding)
    return file._replace(findings=tuple(kept), unchanged=tuple(left))


def _counts(finding: Finding, result: SequenceResult, source: Source, changes: Changes) -> bool:
    """Whether a change has a part in a finding.

    What rests on words counts with their lines, what rests on steps with all of theirs and what
    lies between them, and what is about the whole sequence with any line of it.
    """
    if finding.place.file != source.path:  # it stands in the configuration
        return True
    sequence = result.sequence
    if sequence is None or finding.touch is None:
        span = sequence.span if sequence else None
        return span is None or changes.touch(*_lines_of_span(span, source))
    if finding.evidence and all(steady_words(item) for item in finding.evidence):
        return any(changes.touch(item.place.line, item.place.end_line) for item in finding.evidence)
    spans = [touch.span for touch in sequence.touches if touch.number in finding.touches]
    lines = [_lines_of_span(span, source) for span in spans]
    lines += [(item.place.line, item.place.end_line) for item in finding.evidence]
    return changes.touch(min(first for first, _ in lines), max(last for _, last in lines))


def _lines_of_span(span: Span, source: Source) -> tuple[int, int]:
    place = source.place(span)
    return place.line, place.end_line
