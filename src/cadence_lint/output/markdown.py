"""A summary in Markdown, for a pull request or a CI job's page.

Copy is shown as text whatever stands in it: every sign that Markdown, HTML or a code host would
obey is written as a character reference.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadence_lint.finding import SEVERITIES
from cadence_lint.output.annotation import error_annotation
from cadence_lint.output.summary import left_out, number, summarize
from cadence_lint.output.terminal import one_line
from cadence_lint.patterns import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cadence_lint.finding import Finding, Severity
    from cadence_lint.linting.results import Run, SequenceResult
    from cadence_lint.output.terminal import Look

_MOST = 200
"""Findings that are written out: code hosts cut a page off, and nobody reads more."""
_NAMES: dict[Severity, str] = {
    "error": "must be fixed",
    "warning": "should be fixed",
    "info": "detail",
}
_ADDRESS = regex(r"(?i)(www)\.")
_SIGNS = frozenset("&<>|`*_[]#@\\~:$")
"""What may be markup, a formula, a mention, an issue's number, an emoji or a link."""


def render(run: Run, look: Look) -> str:
    """What must be fixed, sequence by sequence, then what could not be read."""
    lines = ["## Outreach sequences", "", _counts(run), ""]
    shown = sorted(run.shown, key=lambda each: -SEVERITIES.index(each.severity))
    told = [finding for finding in shown if finding.severity != "info"] if not look.quiet else []
    if run.sequences:
        lines += [*_table(run), ""]
    for sequence in run.sequences:
        lines += _sequence(sequence, [f for f in told[:_MOST] if f.sequence_id == sequence.id])
    if len(told) > _MOST:
        lines += [f"… and {len(told) - _MOST} more.", ""]
    if run.errors:
        lines += ["### Could not be read", ""]
        lines += [
            f"- {_text(error.file)}, line {error.line}: {_text(error_annotation(error))}"
            for error in run.errors
        ]
        lines.append("")
    return "\n".join(lines).rstrip("\n") + "\n"


def _counts(run: Run) -> str:
    found = summarize(run)
    counts = [
        f"{found.errors} must be fixed" if found.errors else "",
        f"{found.warnings} should be fixed" if found.warnings else "",
        number(found.infos, "detail") if found.infos else "",
        f"{found.suppressed} ignored as asked" if found.suppressed else "",
        *map(_text, left_out(run)),
    ]
    said = ", ".join(filter(None, counts)) or "nothing to fix"
    return f"{number(found.sequences, 'sequence')}, {number(found.touches, 'step')}: {said}."


def _table(run: Run) -> Iterator[str]:
    yield "| Sequence | Verdict | Must be fixed | Should be fixed | Details |"
    yield "| --- | --- | ---: | ---: | ---: |"
    for sequence in run.sequences:
        findings = [each for each in run.shown if each.sequence_id == sequence.id]
        counts = [
            str(sum(finding.severity == severity for finding in findings))
            for severity in reversed(SEVERITIES)
        ]
        band = sequence.score.band if sequence.score else "copy not seen"
        yield f"| {_text(sequence.name)} | {band} | {' | '.join(counts)} |"


def _sequence(sequence: SequenceResult, findings: list[Finding]) -> Iterator[str]:
    if not findings:
        return
    yield f"### {_text(sequence.name)}"
    yield ""
    yield f"<sub>{_text(sequence.file)}</sub>"
    yield ""
    for finding in sorted(findings, key=lambda each: (each.touch or 0, each.place)):
        where = "the whole plan" if finding.touch is None else f"step {finding.touch}"
        kind = _NAMES[finding.severity]
        yield f"- **{where}**, line {finding.place.line} ({kind}): {_text(finding.message)}"
        if finding.advice:
            yield f"  <br>change to: {_text(finding.advice)}"
        yield f"  <br><sub>{_text(finding.rule)}</sub>"
    yield ""


def _text(value: str) -> str:
    said = "".join(f"&#{ord(sign)};" if sign in _SIGNS else sign for sign in one_line(value))
    return _ADDRESS.sub(r"\1&#46;", said)
