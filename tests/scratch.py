"""Checks, rule folders and sequences that tests make up, so that none rests on the built-in rules."""

from __future__ import annotations

import os
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, Literal

from cadence_lint import checks, rulebook
from cadence_lint.checks import Days, Objection, PerAudience, Spot
from cadence_lint.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import pytest

    from cadence_lint.linting.case import Case
    from cadence_lint.reading import Reading
    from cadence_lint.sequence import Touch


class WordOptions(Record):
    words: tuple[str, ...]
    where: Literal["anywhere", "subject", "body"] = "anywhere"
    max: PerAudience = 0.0
    within: Days | None = None
    at_least: int = 1
    loud: bool = False
    instead: dict[str, str] = {}


class WordValues(Record):
    count: int
    word: str


def find_words(
    case: Case, touch: Touch, reading: Reading, options: WordOptions
) -> Iterator[Objection]:
    """One objection for each word that a message has."""
    for part, passage in reading.passages.items():
        value = passage.raw.value
        for word in options.words if options.where in ("anywhere", part) else ():
            starts = [at for at in range(len(value)) if value.startswith(word, at)]
            if len(starts) >= options.at_least:
                spots = tuple(passage.quote(at, at + len(word)) for at in starts)
                yield Objection(
                    WordValues(len(spots), word), spots, measure=len(spots), traits={"where": part}
                )


class NoOptions(Record):
    channels: tuple[str, ...] = ()


class DayValues(Record):
    days: str


def each_touch(case: Case, touch: Touch, options: NoOptions) -> Iterator[Objection]:
    """Every touch on some channels."""
    if touch.channel in options.channels:
        yield Objection(DayValues(f"{touch.day:g}"), touch=touch)


def all_touches(case: Case, options: NoOptions) -> Iterator[Objection]:
    """The touches on some channels, together."""
    touches = [touch for touch in case.touches if touch.channel in options.channels]
    if touches:
        yield Objection(
            DayValues(", ".join(f"{touch.day:g}" for touch in touches)),
            tuple(
                Spot(span, case.sequence.source.slice(span), touch.number)
                for touch in touches
                for span in [touch.place_of("day")]
            ),
            touches=frozenset(touch.number for touch in touches),
            measure=len(touches),
        )


class HeaderOptions(Record):
    pass


class HeaderValues(Record):
    name: str


def whole(case: Case, options: HeaderOptions) -> Iterator[Objection]:
    """Every sequence, as it is."""
    yield Objection(HeaderValues(case.sequence.name))


def broken(case: Case, options: HeaderOptions) -> Iterator[Objection]:
    raise ValueError("out of order")


CHECKS: dict[str, Any] = {
    "finds-words": SimpleNamespace(
        SCOPE="message",
        Options=WordOptions,
        Values=WordValues,
        TRAITS={"where": ("subject", "body", "script", "voicemail")},
        check=find_words,
    ),
    "each-touch": SimpleNamespace(
        SCOPE="touch", Options=NoOptions, Values=DayValues, check=each_touch
    ),
    "all-touches": SimpleNamespace(
        SCOPE="sequence", Options=NoOptions, Values=DayValues, check=all_touches
    ),
    "whole": SimpleNamespace(
        SCOPE="sequence", Options=HeaderOptions, Values=HeaderValues, check=whole
    ),
    "broken": SimpleNamespace(
        SCOPE="sequence", Options=HeaderOptions, Values=HeaderValues, check=broken
    ),
}


def register_checks() -> Iterator[None]:
    """Add the checks above for one test."""
    known = dict(checks._EXTRA)
    for name, module in CHECKS.items():
        checks.register(name, module)
    yield
    checks._EXTRA.clear()
    checks._EXTRA.update(known)
    checks.find_check.cache_clear()


RULE = {
    "summary": "A word that nobody needs",
    "check": "finds-words",
    "options": "{words: [really]}",
    "message": '"{word} is said {count} times"',
    "advice": "Leave it out.",
    "why": "It says nothing.",
}


def rule_text(**keys: str) -> str:
    """A rule file; a key without a value is left out."""
    return "".join(f"{key}: {said}\n" for key, said in (RULE | keys).items() if said)


def write(folder: Path, files: dict[str, str]) -> Path:
    """Write files into a folder, by their paths in it."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode("utf-8"))
    return folder


def repository(
    folder: Path, monkeypatch: pytest.MonkeyPatch, rules: dict[str, str]
) -> Iterator[Path]:
    """A repository to work in, with checks and rules of its own; rules and cache are outside."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(folder / "cache"))
    use_rules(monkeypatch, write(folder, rules) / "rules")
    (folder / "work/.git").mkdir(parents=True)
    monkeypatch.chdir(folder / "work")
    yield from (folder / "work" for _ in register_checks())


def use_rules(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    """Take a folder for the built-in rules."""
    monkeypatch.setattr(rulebook, "built_in_folder", lambda: str(folder))
    monkeypatch.setattr(rulebook, "COMPILED", str(folder / "rulebook.json"))


def close_folder(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let nobody look into any folder of this name."""
    scandir = os.scandir

    def refuse(path: str) -> Iterator[os.DirEntry[str]]:
        if os.path.basename(path) == name:
            raise PermissionError(13, "Permission denied", path)
        return scandir(path)

    monkeypatch.setattr("os.scandir", refuse)
