"""Everything that a run says, as one JSON object for programs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from cadence_lint.output.annotation import Identities
from cadence_lint.output.summary import summarize
from cadence_lint.output.terminal import OBEYED
from cadence_lint.patterns import regex
from cadence_lint.version import VERSION

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cadence_lint.finding import Error, Evidence, Finding, Fix, Note
    from cadence_lint.linting.results import Run, SequenceResult
    from cadence_lint.output.terminal import Look
    from cadence_lint.source import Place

FORMAT_VERSION = 1
ESCAPES = {code: f"\\u{code:04x}" for code in OBEYED}
_OBEYED = regex("[" + "".join(map(chr, sorted(OBEYED))) + r"\ud800-\udfff]")
_LONE = regex(r"[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]")
"""Half of a character, as names of files have that are no Unicode; readers of JSON refuse it."""


def render(run: Run, look: Look) -> str:
    """One object, a line for each thing in it, with nothing that a terminal would obey."""
    return "".join(parts(run, look))


def parts(run: Run, look: Look) -> Iterator[str]:  # every output takes the same
    """The same, thing by thing, so that a run of many files is in memory only once."""
    start = "{"
    for key, value in members(run).items():
        yield f"{start}\n  {said(key)}: "
        if isinstance(value, dict | int):
            yield inert(said(value))
        else:
            yield from _lines(value)
        start = ","
    yield "\n}\n"


def inert(text: str) -> str:
    """JSON that says the same, with nothing in it that a terminal or a CI service obeys.

    Such characters stand in strings only; GitHub takes `##[` for a command wherever it stands.
    Half a character is told as the screen tells it, in letters.
    """
    if _OBEYED.search(text):  # to translate takes long
        text = _LONE.sub(lambda half: rf"\\u{ord(half[0]):04x}", text.translate(ESCAPES))
    return text.replace("##[", r"\u0023#[")


def _lines(items: Iterable[Any]) -> Iterator[str]:
    """A list with a line for each item: to indent further takes ten times as long."""
    start = "["
    for item in items:
        yield f"{start}\n    {inert(said(item))}"
        start = ","
    yield "[]" if start == "[" else "\n  ]"


said = json.JSONEncoder(ensure_ascii=False).encode
"""A value as JSON."""


def members(run: Run) -> dict[str, Any]:
    """What the report holds; of lists the things one after another, to be asked for in order."""
    suppressed: dict[int, str] = {}
    return {
        "version": FORMAT_VERSION,
        "tool": {"name": "cadence-lint", "version": VERSION},
        "summary": summarize(run)._asdict() | _narrowed(run),
        "sequences": map(_sequence, run.sequences),
        "findings": _findings(run, suppressed),
        "suppressed": (
            _finding(each.finding, suppressed) | {"reason": each.reason, "until": each.until}
            for each in run.suppressed
        ),
        "notes": map(_note, run.notes),
        "errors": map(_error, run.errors),
    }


def _findings(run: Run, suppressed: dict[int, str]) -> Iterator[dict[str, Any]]:
    """The findings of a run; the fingerprints of those that are suppressed are noted.

    What stands in a configuration is told with one of its files, and listed under its own name.
    """
    identities = Identities()
    names: dict[int, str] = {}
    for file in run.files:
        known = identities.of(file)
        names.update((id(each), known[id(each)]) for each in file.findings)
        suppressed.update((id(each.finding), known[id(each.finding)]) for each in file.suppressed)
    for finding in sorted(run.findings, key=lambda finding: finding.place.file):
        yield _finding(finding, names)


def _narrowed(run: Run) -> dict[str, Any]:
    """What a baseline and a revision left out, where there are any."""
    said: dict[str, Any] = {}
    if run.baseline:
        said |= {"known": len(run.known), "gone": run.baseline.gone}
    if run.since is not None:
        said["unchanged"] = len(run.unchanged)
    return said


def _sequence(sequence: SequenceResult) -> dict[str, Any]:
    return {
        "id": sequence.id,
        "file": sequence.file,
        "line": sequence.line,
        "name": sequence.name,
        "format": sequence.format,
        "touches": len(sequence.steps),
        "span_days": sequence.span_days,
        "score": sequence.score.points if sequence.score else None,
        "band": sequence.score.band if sequence.score else None,
        "assumed": dict(sequence.assumed),
    }


def _finding(finding: Finding, names: dict[int, str]) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "severity": finding.severity,
        "confidence": finding.confidence,
        "message": finding.message,
        "advice": finding.advice,
        **_place(finding.place),
        "sequence": finding.sequence,
        "sequence_id": finding.sequence_id,
        "touch": finding.touch,
        "channel": finding.channel,
        "variant": finding.variant,
        "evidence": [_evidence(item) for item in finding.evidence],
        "covered_by": finding.covered_by,
        "fix": _fix(finding.fix) if finding.fix else None,
        "fingerprint": names[id(finding)],
    }


def _evidence(item: Evidence) -> dict[str, Any]:
    return {
        **_place(item.place),
        "text": item.text,
        "quote": item.quote,
        "touch": item.touch,
        "variant": item.variant,
    }


def _fix(fix: Fix) -> dict[str, Any]:
    edits: Iterable[Any] = fix.edits
    return {
        "safety": fix.safety,
        "title": fix.title,
        "edits": [{**_place(edit.place), "replacement": edit.replacement} for edit in edits],
    }


def _note(note: Note) -> dict[str, Any]:
    return {"file": note.file, "line": note.line, "message": note.message}


def _error(error: Error) -> dict[str, Any]:
    return {
        "kind": error.kind,
        "file": error.file,
        "line": error.line,
        "column": error.column,
        "message": error.message,
        "rule": error.rule,
    }


def _place(place: Place) -> dict[str, Any]:
    return place._asdict()
