"""Which lines of a file differ from a revision in git, and which findings they have a part in.

Git is asked for names and contents as they are stored, and nothing else: what is compared is what
was read, so whether it is committed, staged or new makes no difference, and neither a filter, a
hook nor any other program that a repository names is run.
"""

from __future__ import annotations

import os
from functools import cached_property
from typing import TYPE_CHECKING

from cadence_lint.acceptance.git import Git, GitError, root_of
from cadence_lint.finding import steady_words
from cadence_lint.patterns import regex
from cadence_lint.record import NamedTuple
from cadence_lint.source.decoding import Undecodable, decode
from cadence_lint.source.names import NAMES

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
    """The files of a repository as they were at a revision.

    Raises:
        GitError: when git, the repository or the revision is missing.

    """

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

    @cached_property
    def _entries(self) -> dict[bytes, dict[str, str]]:
        """What there was at the revision, by its kind: paths, and the names of their contents."""
        found: dict[bytes, dict[str, str]] = {b"blob": {}, b"commit": {}}
        for entry in self._git.run("ls-tree", "-r", "-z", "--full-tree", self._commit).split(b"\0"):
            about, _, path = entry.partition(b"\t")
            words = about.split()
            if len(words) == 3 and words[1] in found:
                found[words[1]][os.fsdecode(path)] = words[2].decode("ascii")
        return found

    def submodule(self, root: str) -> str | None:
        """The commit that a submodule had, by its folder; None where there was none."""
        return self._entries[b"commit"].get(self._git.inner(root))

    def before(self, path: str, text: str) -> list[str] | None:
        """The lines of a file at the revision, also under an old name; None for a new file."""
        blob = self._entries[b"blob"].get(self._git.inner(path))
        if blob is None:
            return self._renamed(text)
        if blob == _name(text, blob):
            return lines_of(text)
        return self._lines([blob])[0]

    def _lines(self, blobs: list[str]) -> list[list[str]]:
        stored = self._git.contents(blobs)
        if not stored.keys() >= set(blobs):
            raise GitError(
                f"the clone in {self.root} has not all files of that revision: fetch them first"
            )
        return [_read(stored[blob]) for blob in blobs]

    @cached_property
    def _gone(self) -> list[list[str]]:
        """The lines of what was at the revision, and is no more."""
        blobs = (
            blob
            for path, blob in self._entries[b"blob"].items()
            if path.lower().endswith(NAMES) and not os.path.lexists(os.path.join(self.root, path))
        )
        return self._lines(list(dict.fromkeys(blobs)))

    def _renamed(self, text: str) -> list[str] | None:
        """The lines of what was at the revision, is no more, and was mostly the same."""
        now = set(lines_of(text))
        best, found = 0.0, None
        for lines in self._gone:
            share = len(now & set(lines)) / max(len(now | set(lines)), 1)
            if share > best:
                best, found = share, lines
        return found if best >= _HALF else None


def _name(text: str, like: str) -> str:
    """What git calls a text, where nothing has to be done to it to store it."""
    import hashlib

    data = text.encode("utf-8", "surrogatepass")
    kind = hashlib.sha1 if len(like) == 40 else hashlib.sha256
    return kind(b"blob %d\0" % len(data) + data, usedforsecurity=False).hexdigest()


def _read(data: bytes) -> list[str]:
    try:
        return lines_of(decode(data))
    except Undecodable:
        return []


class Repositories:
    """The repositories that files lie in, as they were at a revision of the outermost."""

    def __init__(self, paths: Iterable[str], revision: str) -> None:
        roots = dict.fromkeys(root_of(path) for path in paths if path != "-")
        self._known: dict[str, Repository | None] = {
            root: Repository(root, revision) for root in roots
        }

    def of(self, path: str) -> Repository | None:
        """That of a file; None for one that was not there at all."""
        return self._at(root_of(path))

    def _at(self, root: str) -> Repository | None:
        if root not in self._known:
            outer = self._at(root_of(os.path.dirname(root)))
            commit = outer.submodule(root) if outer else None
            self._known[root] = Repository(root, commit) if commit else None
        return self._known[root]


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


def only_changed(run: Run, repositories: Repositories, revision: str) -> Run:
    """The run, with the findings set apart that no change since a revision has a part in.

    Raises:
        GitError: when a repository lacks something.

    """
    files = (_narrowed(file, repositories.of(file.file)) for file in _with_root(run))
    done = {file.file: file for file in files}
    return run._replace(files=tuple(done.get(f.file, f) for f in run.files), since=revision)


def _with_root(run: Run) -> Iterator[FileResult]:
    """The files that may have been there before; what comes from a pipe is all new."""
    return (file for file in run.files if file.findings and file.file != "-")


def _narrowed(file: FileResult, repository: Repository | None) -> FileResult:
    sources = (each.sequence.source for each in file.sequences if each.sequence)
    source = next(sources, None)
    if source is None:
        return file
    before = repository.before(file.file, source.text) if repository else None
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
