"""The rule book: the rules and phrase lists of the built-in folder and of a team's own.

A hundred small files cost more to load than everything else, so the book is kept compiled: as
plain JSON, built into the wheel, and cached by content for a checkout and for a team's folders.
"""

from __future__ import annotations

import json
import os
from functools import cache as once
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cadence_lint import cache
from cadence_lint.reading.phrases import PhraseBook
from cadence_lint.rule_file import Level, Rule
from cadence_lint.version import VERSION

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cadence_lint.rule_file import RulePage

_PACKAGE = Path(__file__).parent
COMPILED = _PACKAGE / "rulebook.json"
"""The compiled built-in book; only a wheel has it."""
_KEPT = 8
"""How many compiled books the cache holds."""


class Book:
    """The rules and phrases that a run goes by."""

    __slots__ = ("_phrase_data", "_phrases", "aliases", "rules")

    def __init__(self, data: dict[str, Any]) -> None:
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
            self._phrases[language] = PhraseBook.from_index(self._phrase_data[language])
        return self._phrases.get(language)


def built_in_folder() -> Path:
    """Where the built-in rule files are: beside the code in a wheel, at the top of a checkout."""
    in_wheel = _PACKAGE / "rules"
    return in_wheel if in_wheel.is_dir() else _PACKAGE.parents[1] / "rules"


@once
def load_book(folders: tuple[str, ...] = ()) -> Book:
    """The built-in rules with those of a team's folders.

    Raises:
        SetupError: when a rule file or a phrase list cannot be taken.

    """
    if not folders and COMPILED.is_file():
        return Book(json.loads(COMPILED.read_text("utf-8")))
    paths = [built_in_folder(), *(Path(folder) for folder in folders)]
    name = f"rules-{_content_key(paths)}.json"
    stored = cache.load(name)
    if stored is not None:
        try:
            return Book(json.loads(stored))
        except (ValueError, KeyError, TypeError):
            pass  # damaged: compile it again
    data = compile_book(paths)
    cache.store(name, json.dumps(data, ensure_ascii=False, separators=(",", ":")))
    cache.drop_others("rules-", _KEPT)
    return Book(data)


def compile_book(folders: list[Path]) -> dict[str, Any]:
    """Read all rule files and phrase lists of some folders into plain data."""
    from cadence_lint.rule_folder import compile_folders

    return compile_folders(folders)


def read_pages(folders: tuple[str, ...] = ()) -> Iterator[RulePage]:
    """All that the rule files say, for those who explain, document or test them."""
    from cadence_lint.rule_folder import rule_pages

    for folder in (built_in_folder(), *(Path(folder) for folder in folders)):
        yield from rule_pages(folder)


def rule_files(folder: Path) -> list[tuple[str, str]]:
    """The YAML files of a rule folder: their names relative to it, and their paths, sorted."""
    found = []
    for root, folders, files in os.walk(folder):
        folders.sort()
        for file in files:
            if file.endswith((".yaml", ".yml")):
                path = os.path.join(root, file)
                found.append((os.path.relpath(path, folder).replace(os.sep, "/"), path))
    return sorted(found)


def _content_key(folders: list[Path]) -> str:
    from hashlib import blake2b

    key = blake2b(VERSION.encode(), digest_size=16)
    for folder in folders:
        for name, path in rule_files(folder):
            with open(path, "rb") as file:
                key.update(f"\0{folder}\0{name}\0".encode(errors="replace"))
                key.update(file.read())
    return key.hexdigest()


def _revive(raw: dict[str, Any]) -> Rule:
    raw["levels"] = tuple(Level(*level) for level in raw["levels"])
    raw["covers"] = tuple(raw["covers"])
    raw["aliases"] = tuple(raw["aliases"])
    return Rule(**raw)
