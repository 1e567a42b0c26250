"""SARIF 2.1.0, the OASIS standard for results of static analysis, which code hosts show.

Covered findings are left out, suppressed ones are in it with their reasons. Columns are counted in
code points, as `columnKind` says.
"""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from cadence_lint.output.annotation import (
    annotation,
    error_annotation,
    error_name,
    identities,
)
from cadence_lint.output.json import inert
from cadence_lint.output.markdown import plain
from cadence_lint.output.repository import repository_path
from cadence_lint.output.terminal import one_line
from cadence_lint.version import VERSION

if TYPE_CHECKING:
    from cadence_lint.finding import Error, Evidence, Finding, Fix, Severity, Suppressed
    from cadence_lint.linting.results import Run
    from cadence_lint.output.terminal import Look
    from cadence_lint.rulebook.rule import Rule
    from cadence_lint.source import Place

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_LEVELS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "note"}
_PRECISION = {"high": "high", "medium": "medium", "low": "low"}


def render(run: Run, look: Look) -> str:
    """One log with one run, indented, with nothing in it that a terminal would obey."""
    return inert(json.dumps(_log(run), indent=2, ensure_ascii=False)) + "\n"


def _log(run: Run) -> dict[str, Any]:
    names = identities(run)
    decided = run.suppressed
    used = dict.fromkeys(
        finding.rule for finding in (*run.shown, *(each.finding for each in decided))
    )
    index = {rule: number for number, rule in enumerate(used)}
    results = [_result(finding, index, names) for finding in run.shown]
    results += [_suppressed(each, index, names) for each in decided]
    driver = {
        "name": "cadence-lint",
        "version": VERSION,
        "semanticVersion": VERSION,
        "rules": [described(rule, run.rules.get(rule)) for rule in used],
    }
    invocation = {
        "executionSuccessful": not run.errors,
        "toolExecutionNotifications": [_notification(error) for error in run.errors],
    }
    return {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": driver},
                "columnKind": "unicodeCodePoints",
                "invocations": [invocation],
                "results": results,
            }
        ],
    }


def described(name: str, rule: Rule | None) -> dict[str, Any]:
    """A rule, with what it is for; of one that the run does not know no more than the name."""
    if rule is None:
        return {"id": name}
    why = one_line(rule.why) or rule.summary
    more = "To see an example: cadence-lint explain"
    return {
        "id": name,
        "name": "".join(word.title() for word in name.replace("/", "-").split("-")),
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": why},
        "help": {
            "text": f"{why} {more} {name}",
            "markdown": f"{plain(why)}\n\n{plain(more)} {plain(name)}",
        },
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"tags": [rule.family], "precision": _PRECISION[rule.confidence]},
    }


def _result(finding: Finding, index: dict[str, int], names: dict[int, str]) -> dict[str, Any]:
    first = finding.evidence[0] if finding.evidence else None
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": index[finding.rule],
        "level": _LEVELS[finding.severity],
        "message": {"text": _no_link(annotation(finding))},
        "locations": [_location(finding.place, first) | _logical(finding)],
        "partialFingerprints": {"cadenceLint/v1": names[id(finding)]},
        "properties": {"sequence": finding.sequence, "touch": finding.touch},
    }
    related = [_location(item.place, item) for item in finding.evidence[1:]]
    if related:
        result["relatedLocations"] = [
            {"id": number, **location} for number, location in enumerate(related, 1)
        ]
    if finding.fix:
        result["fixes"] = [_fix(finding.fix)]
    return result


def _no_link(text: str) -> str:
    """A text in which no viewer finds a link, `[so](to say)`; there is no way to escape one."""
    return text.replace("](", "] (")


def _suppressed(each: Suppressed, index: dict[str, int], names: dict[int, str]) -> dict[str, Any]:
    until = f" (until {each.until})" if each.until else ""
    suppression = {
        "kind": "external" if each.in_config else "inSource",
        "status": "accepted",
        "justification": f"{each.reason}{until}".strip(),
    }
    return {**_result(each.finding, index, names), "suppressions": [suppression]}


def _location(place: Place, item: Evidence | None) -> dict[str, Any]:
    region: dict[str, Any] = _region(place)
    if item is not None and item.text:
        region["snippet"] = {"text": item.text}
    return {"physicalLocation": {"artifactLocation": _artifact(place.file), "region": region}}


def _logical(finding: Finding) -> dict[str, Any]:
    step = [] if finding.touch is None else [f"step {finding.touch}"]
    name = " / ".join([finding.sequence, *step])
    return {"logicalLocations": [{"fullyQualifiedName": name}]}


def _region(place: Place) -> dict[str, Any]:
    return {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
    }


def _artifact(path: str) -> dict[str, Any]:
    inner = repository_path(path)
    if not os.path.isabs(inner):
        return {"uri": _quoted(inner, "/")}
    uri = _quoted(inner, "/:")
    return {"uri": f"file://{uri}" if uri.startswith("/") else f"file:///{uri}"}


def _quoted(path: str, safe: str) -> str:
    """A path as a part of an address: its bytes, also where they are no Unicode."""
    try:
        return quote(path, safe, errors="surrogateescape")
    except UnicodeEncodeError:  # half a character in a name on Windows, of which there are no bytes
        return quote(path, safe, errors="backslashreplace")


def _fix(fix: Fix) -> dict[str, Any]:
    by_file: dict[str, list[dict[str, Any]]] = {}
    for edit in fix.edits:
        change = {
            "deletedRegion": _region(edit.place),
            "insertedContent": {"text": edit.replacement},
        }
        by_file.setdefault(edit.place.file, []).append(change)
    return {
        "description": {"text": fix.title},
        "artifactChanges": [
            {"artifactLocation": _artifact(path), "replacements": changes}
            for path, changes in by_file.items()
        ],
    }


def _notification(error: Error) -> dict[str, Any]:
    region = {"startLine": error.line, "startColumn": error.column}
    place = {"artifactLocation": _artifact(error.file), "region": region}
    return {
        "level": "error",
        "message": {"text": _no_link(error_annotation(error))},
        "descriptor": {"id": error_name(error)},
        "locations": [{"physicalLocation": place}],
    }
