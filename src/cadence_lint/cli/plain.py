"""The options of `check`, and a reader of them that needs no library.

It understands what the documentation shows and gives up on anything else: then Typer reads the
same words again, and says what is wrong with them. A test holds the two together.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, get_args

from cadence_lint.record import Record

if TYPE_CHECKING:
    from collections.abc import Sequence

Output = Literal[
    "pretty",
    "concise",
    "json",
    "jsonl",
    "csv",
    "github",
    "gitlab",
    "sarif",
    "junit",
    "checkstyle",
    "markdown",
    "html",
]
Format = Literal[Output, "auto"]
"""An output, or `auto`: GitHub's under GitHub Actions, else the one for people."""
FailOn = Literal["error", "warning", "info", "never"]
Color = Literal["auto", "always", "never"]
PresetName = Literal["recommended", "strict", "all"]


class CheckOptions(Record):
    """What the words after `check` say."""

    paths: tuple[str, ...] = ()
    format: Format = "pretty"
    output: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    preset: PresetName | None = None
    config: str | None = None
    no_config: bool = False
    start: str | None = None
    baseline: str | None = None
    write_baseline: str | None = None
    changed_since: str | None = None
    statistics: bool = False
    fail_on: FailOn = "warning"
    allow_empty: bool = False
    stdin_filename: str | None = None
    jobs: str | None = None
    no_cache: bool = False
    verbose: bool = False
    quiet: bool = False
    color: Color = "auto"


class UsageError(Exception):
    """Something on the command line that cannot be done, and what was meant."""


FLAGS = {
    "--no-config": "no_config",
    "--allow-empty": "allow_empty",
    "--statistics": "statistics",
    "--no-cache": "no_cache",
    "--verbose": "verbose",
    "-v": "verbose",
    "--quiet": "quiet",
    "-q": "quiet",
}
"""The options that stand alone, and their fields."""

VALUES: dict[str, tuple[str, tuple[str, ...]]] = {
    "--format": ("format", get_args(Format)),
    "--output": ("output", ()),
    "--select": ("select", ()),
    "--ignore": ("ignore", ()),
    "--preset": ("preset", get_args(PresetName)),
    "--config": ("config", ()),
    "--start": ("start", ()),
    "--baseline": ("baseline", ()),
    "--write-baseline": ("write_baseline", ()),
    "--changed-since": ("changed_since", ()),
    "--fail-on": ("fail_on", get_args(FailOn)),
    "--stdin-filename": ("stdin_filename", ()),
    "--jobs": ("jobs", ()),
    "--color": ("color", get_args(Color)),
}
"""The options that take a value: their fields, and the words they take; () for any."""

_REPEATED = frozenset({"output", "select", "ignore"})


def read_check(words: Sequence[str]) -> CheckOptions | None:
    """Read the words after `check`; None where it takes more than this to understand them."""
    said: dict[str, Any] = {}
    paths: list[str] = []
    rest = iter(words)
    for word in rest:
        if word == "--":
            paths += rest
            break
        if word in FLAGS:
            said[FLAGS[word]] = True
            continue
        if word == "-" or not word.startswith("-"):
            paths.append(word)
            continue
        name, equals, value = word.partition("=")
        if name not in VALUES:
            return None
        field, choices = VALUES[name]
        if not equals:
            value = next(rest, "-")
        if value.startswith("-") or (choices and value not in choices):
            return None
        if field in _REPEATED:
            said[field] = (*said.get(field, ()), value)
        else:
            said[field] = value
    return CheckOptions(paths=tuple(paths), **said)
