"""What files came to in earlier runs, and still do.

A result holds as long as all that it rests on: what the file holds and where it stands, its
configuration and the rules, what was asked for, the program itself and what is installed beside
it, and the day where that counts. All of it is looked at each time, by its content. The results
of one folder are kept together.
"""

from __future__ import annotations

import marshal
import os
import stat
from functools import cached_property
from typing import TYPE_CHECKING, Any

from cadence_lint.cache import sealed
from cadence_lint.linting.program import program
from cadence_lint.linting.request import LARGEST
from cadence_lint.record import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from cadence_lint.discovery import Found
    from cadence_lint.linting.linter import Linter
    from cadence_lint.linting.results import FileResult

_MOST_OPEN = 4
"""Folders whose results are in memory: files come folder by folder, more or less."""
_EXCLUDED = b""
"""Stands for the content of a file that its configuration excludes."""


class _Entry(NamedTuple):
    """The result of one file."""

    is_named: bool
    content: bytes
    day: int | None
    """The only day on which it holds; None where it holds on all of them."""
    data: bytes


class _Folder:
    """The results of the files of one folder."""

    def __init__(self, key: bytes) -> None:
        self.key = key
        self.is_known = sealed.is_kept(sealed.RESULTS, key)
        self.is_changed = False

    @cached_property
    def entries(self) -> dict[str, _Entry]:
        """The results by the names of their files."""
        data = sealed.load(sealed.RESULTS, self.key)
        if data is None:
            return {}
        kept: dict[str, Any] = marshal.loads(data)
        return {name: _Entry(*entry) for name, entry in kept.items()}

    def store(self, name: str) -> None:
        """Keep its results for later runs, if there are new ones, and not in memory."""
        if self.is_changed:
            there = {
                file: tuple(entry)
                for file, entry in self.entries.items()
                if os.path.exists(os.path.join(name, file))
            }
            sealed.store(sealed.RESULTS, self.key, marshal.dumps(there))
            self.is_changed = False
        vars(self).pop("entries", None)


class Kept:
    """What is known of the files of a run from earlier runs."""

    def __init__(self, linter: Linter, files: Sequence[Found], today: date) -> None:
        self._linter = linter
        self._files = files
        self.today = today.toordinal()
        """The day of the run."""
        request = linter.request
        about_files = {"paths": (), "jobs": 1, "today": None}
        self._base = sealed.digest(
            program(),
            request._replace(**about_files),
            os.getcwd(),
            [os.path.realpath(path) for path in request.paths],
        )
        self._grounds: dict[str, bytes | None] = {}
        self._folders: dict[str, _Folder] = {}
        self._open: dict[str, _Folder] = {}
        """Those whose results are in memory; the one that was asked last stands last."""
        self.contents = [self._content(file) for file in files]
        """Of each file a short name for what it holds; None where that has to be looked into."""
        self.rests_on_today = False
        """Whether any of the results may be another tomorrow."""

    def is_excluded(self, position: int) -> bool:
        """Whether the configuration of a file excludes it."""
        return self.contents[position] == _EXCLUDED

    def _content(self, file: Found) -> bytes | None:
        is_file = file.problem is None and not _is_piped(file)
        folder = self._folder(file) if is_file else None
        if folder is None:
            return None
        if not self._linter.includes(file.path):
            return _EXCLUDED
        if not folder.is_known:
            return None  # whoever judges it will read it
        try:
            state = os.stat(file.path)
            if not stat.S_ISREG(state.st_mode) or state.st_size > LARGEST:
                return None
            with open(file.path, "rb") as stream:
                return sealed.digest_of(stream.read())
        except OSError:
            return None

    def _ground(self, file: Found) -> bytes | None:
        """What the results of a file's folder rest on; None where that cannot be known."""
        folder = os.path.dirname(file.path)
        if folder not in self._grounds:
            self._grounds[folder] = self._linter.ground(file.path)
        return self._grounds[folder]

    def key(self) -> bytes | None:
        """A short name for all that the run rests on but the day; None where there is none."""
        if None in self.contents:
            return None
        files = [
            (file, content, self._ground(file))
            for file, content in zip(self._files, self.contents, strict=True)
        ]
        return sealed.digest(self._base, self._linter.request.paths, files)

    def result(self, position: int) -> FileResult | None:
        """The result of a file; None where it has to be judged."""
        file, content = self._files[position], self.contents[position]
        folder = self._opened(file) if content else None
        entry = folder.entries.get(os.path.basename(file.path)) if folder else None
        if entry is None or (entry.is_named, entry.content) != (file.is_named, content):
            return None
        if entry.day not in (None, self.today):
            return None
        from cadence_lint.linting.plain_data import from_plain  # not where a whole run is known

        self.rests_on_today |= entry.day is not None
        result: FileResult = from_plain(marshal.loads(entry.data))
        return result

    def take(self, position: int, result: FileResult | None, data: bytes | None) -> None:
        """Keep what a file came to, which `data` says too if somebody has made that."""
        from cadence_lint.linting.plain_data import NotPlain, to_plain

        file = self._files[position]
        self.contents[position] = None
        if result is None or not result.content or _is_piped(file):
            return
        if any(error.kind == "rule" for error in result.errors):
            return  # it may have been for want of memory
        try:
            data = data or marshal.dumps(to_plain(result))
        except (NotPlain, ValueError):
            return
        folder = self._opened(file)
        if folder is None:
            return
        self.contents[position] = result.content
        self.rests_on_today |= result.rests_on_today
        day = self.today if result.rests_on_today else None
        entry = _Entry(file.is_named, result.content, day, data)
        folder.entries[os.path.basename(file.path)] = entry
        folder.is_changed = True

    def store(self) -> None:
        """Keep what was taken for later runs."""
        while self._open:
            self._close_one()
        sealed.make_room(sealed.RESULTS)

    def _opened(self, file: Found) -> _Folder | None:
        """The folder of a file, whose results will be asked for; another's are put away."""
        folder, name = self._folder(file), os.path.dirname(file.path)
        if folder is not None:
            self._open.pop(name, None)
            self._open[name] = folder
            if len(self._open) > _MOST_OPEN:
                self._close_one()
        return folder

    def _close_one(self) -> None:
        name = next(iter(self._open))
        self._open.pop(name).store(name)

    def _folder(self, file: Found) -> _Folder | None:
        name, ground = os.path.dirname(file.path), self._ground(file)
        if name not in self._folders and ground is not None:
            self._folders[name] = _Folder(sealed.digest(self._base, name, ground))
        return self._folders.get(name)


def _is_piped(file: Found) -> bool:
    """Whether it may be standard input, which stands for one file today and another tomorrow."""
    return file.path == "-"
