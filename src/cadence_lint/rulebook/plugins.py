"""Installed packages that bring checks and rule folders, where a configuration names them.

A package says so through the entry point group `cadence_lint.plugins`: an object with `RULES`, the
path of a folder with rules, `CHECKS`, a mapping from names to check modules, or both. Only what
is installed is ever loaded, and nothing from the files that are linted.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from cadence_lint import checks
from cadence_lint.rulebook import options
from cadence_lint.source import Fault, SetupError, Source, Span

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

    from cadence_lint.config import Config

GROUP = "cadence_lint.plugins"


def load_plugins(config: Config) -> tuple[str, ...]:
    """Register the checks of a configuration's plugins; their rule folders.

    Raises:
        SetupError: when a plugin is not installed, or cannot be used.

    """
    found = installed()
    folders: list[str] = []
    for name in config.plugins:
        if name not in found:
            raise _refused(config, options.unknown("installed plugin", name, found))
        try:
            plugin = found[name].load()
            folder = _take(plugin)
        except Exception as problem:  # whatever a plugin does, it is the plugin's fault
            said = f"the plugin {name!r} cannot be used ({type(problem).__name__}: {problem})"
            raise _refused(config, f"{said}; update it, or take it out of `plugins:`") from problem
        if folder is not None:
            folders.append(folder)
    return tuple(folders)


def installed() -> dict[str, EntryPoint]:
    """The plugins that are installed, by name."""
    from importlib.metadata import entry_points  # slow to load, needed by few

    return {point.name: point for point in entry_points(group=GROUP)}


def _take(plugin: Any) -> str | None:
    """Register what a plugin brings, and say where its rules are."""
    for name, module in dict(getattr(plugin, "CHECKS", {})).items():
        missing = [
            part for part in ("SCOPE", "Options", "Values", "check") if not hasattr(module, part)
        ]
        if missing:
            raise TypeError(f"its check {name!r} has no {', '.join(missing)}")
        if checks.find_check(name) not in (None, module):
            raise ValueError(f"there is a check {name!r} already")
        checks.register(name, module)
    checks.find_check.cache_clear()
    rules = getattr(plugin, "RULES", None)
    if rules is None:
        return None
    folder = os.fspath(rules)
    if not os.path.isdir(folder):
        raise NotADirectoryError(f"there is no folder {folder}")
    return str(folder)


def _refused(config: Config, message: str) -> SetupError:
    return SetupError(Source(config.path or "plugins", ""), Fault(message, Span(0, 0)))
