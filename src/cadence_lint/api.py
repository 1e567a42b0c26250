"""What a Python program may ask for: lint some paths, or a text."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from cadence_lint.config.selection import Choice
from cadence_lint.linting.linter import Linter
from cadence_lint.linting.request import Request
from cadence_lint.linting.run import lint

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from cadence_lint.linting.results import FileResult, Run


def lint_paths(
    paths: Iterable[str | os.PathLike[str]] = (".",),
    *,
    config: str | None = None,
    use_config: bool = True,
    preset: str | None = None,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    start: date | None = None,
) -> Run:
    """Lint files and folders, as `cadence-lint check` does.

    Raises:
        SetupError: when the configuration that is named, or a built-in rule, cannot be taken.
        UnknownRule: when `select` or `ignore` names a rule that does not exist.

    """
    named = tuple(os.fspath(path) for path in paths)
    return lint(
        _request(named, config, use_config, Choice(preset, tuple(select), tuple(ignore)), start)
    )


def lint_text(
    text: str,
    *,
    filename: str = "sequence.yaml",
    config: str | None = None,
    use_config: bool = False,
    preset: str | None = None,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    start: date | None = None,
) -> FileResult:
    """Lint a text as if it were the content of a file, whose name tells the format.

    Raises:
        SetupError: when the configuration that is named, or a built-in rule, cannot be taken.
        UnknownRule: when `select` or `ignore` names a rule that does not exist.

    """
    choice = Choice(preset, tuple(select), tuple(ignore))
    request = _request((), config, use_config or config is not None, choice, start)
    return Linter(request).lint_text(filename, text)


def _request(
    paths: tuple[str, ...],
    config: str | None,
    use_config: bool,
    choice: Choice,
    start: date | None,
) -> Request:
    return Request(paths, config, use_config, choice, start)
