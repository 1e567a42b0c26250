"""A JSON object a line, for programs that read as they go: each says its `type`.

The objects are those of the JSON report: sequences, findings, what is suppressed, notes, errors,
and at the end the summary.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cadence_lint.output.json import inert, members, said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cadence_lint.linting.results import Run
    from cadence_lint.output.terminal import Look

_TYPES = {
    "sequences": "sequence",
    "findings": "finding",
    "suppressed": "suppressed",
    "notes": "note",
    "errors": "error",
}


def render(run: Run, look: Look) -> str:
    """The lines, with nothing in them that a terminal would obey."""
    return "".join(parts(run, look))


def parts(run: Run, look: Look) -> Iterator[str]:
    """The same, line by line, so that a run of many files is in memory only once."""
    return (f"{inert(said(line))}\n" for line in _lines(run))


def _lines(run: Run) -> Iterator[dict[str, Any]]:
    told = members(run)
    for key, name in _TYPES.items():
        for each in told[key]:
            yield {"type": name, **each}
    yield {"type": "summary", "version": told["version"], "tool": told["tool"], **told["summary"]}
