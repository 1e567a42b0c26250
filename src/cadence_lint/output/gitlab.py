"""GitLab's Code Quality report: a JSON list of findings, each with a fingerprint of its own.

The shape is that of GitLab's documentation: description, check_name, fingerprint, severity (of
info, minor, major, critical, blocker), and a path with the line on which it begins.
"""

from __future__ import annotations

import json
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from cadence_lint.output.annotation import (
    annotation,
    error_annotation,
    error_name,
    identities,
)
from cadence_lint.output.json import inert
from cadence_lint.output.repository import repository_path

if TYPE_CHECKING:
    from cadence_lint.finding import Error, Finding, Severity
    from cadence_lint.linting.results import Run
    from cadence_lint.output.terminal import Look

_SEVERITIES: dict[Severity, str] = {"error": "critical", "warning": "major", "info": "info"}


def render(run: Run, look: Look) -> str:
    """The list, with inputs that could not be taken as blockers."""
    names = identities(run)
    report = [_finding(finding, names) for finding in run.shown]
    report += [_error(error) for error in run.errors]
    return inert(json.dumps(report, indent=2, ensure_ascii=False)) + "\n"


def _finding(finding: Finding, names: dict[int, str]) -> dict[str, Any]:
    return {
        "description": annotation(finding),
        "check_name": finding.rule,
        # GitLab compares fingerprints over the whole project, so the file belongs to it.
        "fingerprint": _digest(repository_path(finding.place.file), names[id(finding)]),
        "severity": _SEVERITIES[finding.severity],
        "location": _location(finding.place.file, finding.place.line),
    }


def _error(error: Error) -> dict[str, Any]:
    identity = (error.file, str(error.line), str(error.column), error_name(error), error.message)
    return {
        "description": error_annotation(error),
        "check_name": error_name(error),
        "fingerprint": _digest(*identity),
        "severity": "blocker",
        "location": _location(error.file, error.line),
    }


def _location(path: str, line: int) -> dict[str, Any]:
    return {"path": repository_path(path), "lines": {"begin": line}}


def _digest(*parts: str) -> str:
    return sha256("\x1f".join(parts).encode("utf-8", "backslashreplace")).hexdigest()[:32]
