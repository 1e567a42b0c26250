"""Lint outreach cadences from Python.

Names are loaded when they are first used, so that `import cadence_lint` costs nothing.
"""

from __future__ import annotations

from importlib import import_module

from cadence_lint.version import VERSION

TYPE_CHECKING = False  # typing's own would cost as much as all the rest
if TYPE_CHECKING:
    from typing import Any

    from cadence_lint.api import lint_paths, lint_text
    from cadence_lint.config.selection import UnknownRule
    from cadence_lint.finding import Edit, Error, Evidence, Finding, Fix, Note, Suppressed
    from cadence_lint.linting.results import FileResult, Run, SequenceResult, Step
    from cadence_lint.score import Cost, Score
    from cadence_lint.source import Place, SetupError

__version__ = VERSION
__all__ = [
    "Cost",
    "Edit",
    "Error",
    "Evidence",
    "FileResult",
    "Finding",
    "Fix",
    "Note",
    "Place",
    "Run",
    "Score",
    "SequenceResult",
    "SetupError",
    "Step",
    "Suppressed",
    "UnknownRule",
    "__version__",
    "lint_paths",
    "lint_text",
]

_HOMES = {
    **dict.fromkeys(("lint_paths", "lint_text"), "api"),
    **dict.fromkeys(
        ("Edit", "Error", "Evidence", "Finding", "Fix", "Note", "Suppressed"), "finding"
    ),
    **dict.fromkeys(("FileResult", "Run", "SequenceResult", "Step"), "linting.results"),
    **dict.fromkeys(("Cost", "Score"), "score"),
    "UnknownRule": "config.selection",
    **dict.fromkeys(("Place", "SetupError"), "source"),
}


def __getattr__(name: str) -> Any:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{home}"), name)


def __dir__() -> list[str]:
    return __all__
