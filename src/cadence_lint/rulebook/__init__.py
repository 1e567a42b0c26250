"""The rule book: the rules and phrase lists of the built-in folder and of a team's own.

A hundred small files cost more to load than everything else, so the book is kept compiled: as
plain JSON in the wheel, and in the cache, in the interpreter's own form, until any of the files is
touched that it was made from.
"""

from __future__ import annotations

import contextlib
import marshal
import os
import sys
from functools import cache as once
from functools import lru_cache
from typing import TYPE_CHECKING, Any
from zlib import crc32

from cadence_lint import cache
from cadence_lint.rulebook.rule import Level, Rule
from cadence_lint.version import VERSION

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cadence_lint.reading.phrases import PhraseBook
    from cadence_lint.rulebook.rule_file import RulePage

    Folder = str | os.PathLike[str]

_PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
COMPILED = os.path.join(_PACKAGE, "rulebook.json")
"""The compiled built-in book; only a wheel has it."""
_KEPT = 8
"""How many compiled books the cache holds."""


class Book:
    """The rules and phrases that a run goes by."""

    __slots__ = ("_phrase_data", "_phrases", "aliases", "digest", "rules")

    def __init__(self, data: dict[str, Any], digest: bytes = b"") -> None:
        self.digest = digest
        """A short name for all that it says."""
        self.rules: dict[str, Rule] = {raw["id"]: _revive(raw) for raw in data["rules"]}
        self.aliases = {alias: rule.id for rule in self.rules.values() for alias in rule.aliases}
        self._phrase_data: dict[str, Any] = data["phrases"]
        self._phrases: dict[str, PhraseBook] = {}

    def get(self, rule_id: str) -> Rule | None:
        """A rule by its id, or by a name that it once had."""
        return self.rules.get(self.aliases.get(rule_id, rule_id))

    def phrases(self, language: str) -> PhraseBook | None:
        """The phrase lists of a language; None where the book has none."""
        if language not in self._phrases and language in self._phrase_data:
            from cadence_lint.reading.phrases import PhraseBook  # not before something is read

            self._phrases[language] = PhraseBook.from_index(self._phrase_data[language])
        return self._phrases.get(language)


def built_in_folder() -> str:
    """Where the built-in rule files are: beside the code in a wheel, at the top of a checkout."""
    in_wheel = os.path.join(_PACKAGE, "rules")
    if os.path.isdir(in_wheel):
        return in_wheel
    return os.path.join(os.path.dirname(os.path.dirname(_PACKAGE)), "rules")


def load_book(folders: tuple[str, ...] = ()) -> Book:
    """The built-in rules with those of a team's folders, as their files are now.

    Raises:
        SetupError: when a rule file or a phrase list cannot be taken.

    """
    if not folders and os.path.isfile(COMPILED):
        return _load((), _state(COMPILED))
    paths = (built_in_folder(), *folders)
    return _load(paths, _stamp(paths))


@lru_cache(maxsize=_KEPT)
def _load(paths: tuple[str, ...], stamp: str) -> Book:
    """The book of some folders, or the one of the wheel: kept from before, or made now."""
    form = f"{sys.implementation.cache_tag}-{marshal.version}"
    name = f"rules-{crc32(repr((_PACKAGE, paths)).encode(errors='replace')):08x}-{form}"
    kept = cache.load(name)
    if kept is not None:
        with contextlib.suppress(EOFError, ValueError, TypeError):
            known, digest, book = marshal.loads(kept)
            if known == stamp:
                return Book(book, digest)
    book, digest = _made(paths)
    cache.store(name, marshal.dumps((stamp, digest, book)))
    cache.drop_others("rules-", _KEPT)
    return Book(book, digest)


def _made(paths: tuple[str, ...]) -> tuple[dict[str, Any], bytes]:
    """A book as it is kept, and its digest."""
    import json  # neither of them where the book is kept

    from cadence_lint.reading.phrases import packed

    if paths:
        text = json.dumps(compile_book(paths))
    else:
        with open(COMPILED, encoding="utf-8") as file:
            text = file.read()
    book = json.loads(text)
    lists = {language: packed(index) for language, index in book["phrases"].items()}
    return book | {"phrases": lists}, _digest(text)


def _digest(text: str) -> bytes:
    from hashlib import blake2b  # not where the book is kept

    return blake2b(text.encode("utf-8", "backslashreplace"), digest_size=16).digest()


def compile_book(folders: Iterable[Folder]) -> dict[str, Any]:
    """Read all rule files and phrase lists of some folders into plain data."""
    from cadence_lint.rulebook.rule_folder import compile_folders

    return compile_folders(folders)


def read_pages(folders: tuple[str, ...] = ()) -> Iterator[RulePage]:
    """All that the rule files say, for those who explain, document or test them."""
    from cadence_lint.rulebook.rule_folder import rule_pages

    for folder in (built_in_folder(), *folders):
        yield from rule_pages(folder)


def rule_files(folder: Folder) -> list[tuple[str, str]]:
    """The YAML files of a rule folder: their names relative to it, and their paths, sorted."""
    return sorted(
        (os.path.relpath(path, folder).replace(os.sep, "/"), path)
        for path in _files(folder, (".yaml", ".yml"))
    )


def _files(folder: Folder, endings: tuple[str, ...]) -> Iterator[str]:
    """The files of a folder; hidden files and folders belong to other tools."""
    with contextlib.suppress(OSError), os.scandir(folder) as entries:
        for entry in sorted(entries, key=lambda entry: entry.name):
            if entry.name.startswith((".", "__pycache__")):
                continue
            if entry.is_dir(follow_symlinks=False):
                yield from _files(entry.path, endings)
            elif entry.name.endswith(endings):
                yield entry.path


def _stamp(folders: tuple[str, ...]) -> str:
    """The names, sizes and times of all files that a compiled book depends on.

    The times of change besides those of writing, which some tools set to what they like.
    """
    paths = [path for folder in folders for path in _files(folder, (".yaml", ".yml"))]
    return "\n".join((VERSION, *map(_state, paths), *_code()))


@once
def _code() -> tuple[str, ...]:
    """The same of the code, which stays in a process what it was when it was loaded."""
    return tuple(map(_state, _files(_PACKAGE, (".py",))))


def _state(path: str) -> str:
    try:
        state = os.stat(path)
    except OSError:
        return path  # reading it will say why
    return f"{path} {state.st_size} {state.st_mtime_ns} {state.st_ctime_ns}"


def _revive(raw: dict[str, Any]) -> Rule:
    raw["levels"] = tuple(Level(*level) for level in raw["levels"])
    raw["covers"] = tuple(raw["covers"])
    raw["aliases"] = tuple(raw["aliases"])
    return Rule(**raw)
