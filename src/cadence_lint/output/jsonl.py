"""A JSON object a line, for programs that read as they go: each says its `type`.

The objects are those of the JSON report: sequences, findings, what is suppressed, notes, errors,
and at the end the summary.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from cadence_lint.output.json import inert, report

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
    lines = (inert(json.dumps(line, ensure_ascii=False)) for line in _lines(run))
    return "".join(f"{line}\n" for line in lines)


def _lines(run: Run) -> Iterator[dict[str, Any]]:
    said = report(run)
    for key, name in _TYPES.items():
        for each in said[key]:
            yield {"type": name, **each}
    yield {"type": "summary", "version": said["version"], "tool": said["tool"], **said["summary"]}
