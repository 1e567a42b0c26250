"""The file of a baseline: JSON with a line for each step and each known finding."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from cadence_lint.acceptance.counterparts import Print
from cadence_lint.acceptance.known import Entry, Known
from cadence_lint.output.json import ESCAPES
from cadence_lint.source import Fault, SetupError, Source, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

VERSION = 1
_FAULTY = "~"
"""Before the name of a sentence that something was found in."""
_REMEDY = "take back what changed it, or delete it and write it anew with --write-baseline"


def read_baseline(path: str) -> tuple[Known, ...]:
    """What a file says is known.

    Raises:
        SetupError: when it is no baseline, or no longer whole.

    """
    with open(path, "rb") as file:
        data = file.read()
    source = Source(path, data.decode("utf-8", "replace"))
    try:
        data.decode("utf-8")
        said = json.loads(source.text)
    except json.JSONDecodeError as problem:
        message = f"this is no baseline, or a damaged one ({problem.msg}); {_REMEDY}"
        raise SetupError(source, Fault(message, Span(problem.pos, problem.pos))) from None
    except (UnicodeDecodeError, RecursionError):
        raise _refused(source, "this is no baseline, or a damaged one") from None
    if not isinstance(said, dict) or said.get("cadence-lint") != "baseline":
        message = "this is no baseline of cadence-lint; name another file"
        raise SetupError(source, Fault(message, Span(0, 0)))
    if said.get("version") != VERSION:
        raise _refused(source, f"this baseline is not of version {VERSION}, which is all I know")
    try:
        return tuple(_sequence(each) for each in _list(said["sequences"]))
    except (KeyError, ValueError) as problem:
        raise _refused(source, f"this baseline is damaged ({_words(problem)})") from None


def _refused(source: Source, message: str) -> SetupError:
    return SetupError(source, Fault(f"{message}; {_REMEDY}", Span(0, 0)))


def _words(problem: KeyError | ValueError) -> str:
    said = str(problem.args[0]) if problem.args else ""
    return f"{said!r} is missing" if isinstance(problem, KeyError) else said


def _sequence(said: Any) -> Known:
    about = _mapping(said)
    steps = tuple(_print(_text(each)) for each in _list(about["steps"]))
    entries = tuple(_entry(_mapping(each), len(steps)) for each in _list(about["findings"]))
    return Known(_text(about["file"]), _text(about["name"]), steps, entries)


def _print(said: str) -> Print:
    way, *names = said.split() or [""]
    plain = frozenset(name for name in names if not name.startswith(_FAULTY))
    return Print(way, plain, frozenset(n.removeprefix(_FAULTY) for n in names) - plain)


def _entry(said: dict[str, Any], count: int) -> Entry:
    steps: dict[int, tuple[str, ...]] = {}
    for step, words in _mapping(said["steps"]).items():
        if not (step.isascii() and step.isdigit() and int(step) <= count):
            raise ValueError(f"there is no step {step!r}")
        steps[int(step)] = tuple(_text(each) for each in _list(words))
    return Entry(_text(said["rule"]), steps, said.get("covered") is True)


def _mapping(said: Any) -> dict[str, Any]:
    if not isinstance(said, dict):
        raise ValueError(f"{said!r:.40} where keys should be")
    return said


def _list(said: Any) -> list[Any]:
    if not isinstance(said, list):
        raise ValueError(f"{said!r:.40} where a list should be")
    return said


def _text(said: Any) -> str:
    if not isinstance(said, str):
        raise ValueError(f"{said!r:.40} where a text should be")
    return said


def write_baseline(path: str, known: tuple[Known, ...]) -> None:
    """Write a baseline."""
    text = baseline_text(known)
    with open(path, "w", encoding="utf-8", errors="backslashreplace", newline="\n") as file:
        file.write(text)


def baseline_text(known: tuple[Known, ...]) -> str:
    """What the file of a baseline says: the same for the same findings."""
    ordered = sorted(known, key=lambda each: (each.file, each.name))
    lines = ["{", '  "cadence-lint": "baseline",', f'  "version": {VERSION},', '  "sequences": [']
    lines += _joined("\n".join(["    {", *_sequence_lines(each), "    }"]) for each in ordered)
    return "\n".join([*lines, "  ]", "}"]) + "\n"


def _sequence_lines(known: Known) -> Iterator[str]:
    yield f'      "file": {_json(known.file)},'
    yield f'      "name": {_json(known.name)},'
    yield '      "steps": ['
    yield from _joined(f"        {_json(_print_words(each))}" for each in known.steps)
    yield "      ],"
    yield '      "findings": ['
    yield from _joined(f"        {_json(_plain(each))}" for each in known.entries)
    yield "      ]"


def _joined(parts: Iterator[str]) -> list[str]:
    """Parts with a comma after each but the last."""
    *others, last = [*parts] or [""]
    return [*(f"{part}," for part in others), *([last] if last else [])]


def _print_words(said: Print) -> str:
    names = {name: name for name in said.plain} | {name: _FAULTY + name for name in said.flagged}
    return " ".join([said.way, *(names[name] for name in sorted(names))])


def _plain(entry: Entry) -> dict[str, Any]:
    steps = {str(step): list(words) for step, words in entry.steps.items()}
    covered = {"covered": True} if entry.is_covered else {}
    return {"rule": entry.rule, "steps": steps} | covered


def _json(said: Any) -> str:
    return json.dumps(said, ensure_ascii=False).translate(ESCAPES)
