"""JUnit's XML, which most CI servers show: a suite a file, a test a sequence, rule and step.

A sequence with nothing to fix is one passing test. Details of taste are told in a test's output
and fail nothing.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from cadence_lint.output.annotation import annotation, error_annotation, error_name
from cadence_lint.output.xml import attributes, text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cadence_lint.finding import Finding
    from cadence_lint.linting.results import FileResult, Run
    from cadence_lint.output.terminal import Look


def render(run: Run, look: Look) -> str:
    """The suites of all files, with their counts."""
    suites = [list(_cases(file)) for file in run.files]
    lines = ['<?xml version="1.0" encoding="UTF-8"?>']
    lines.append(f"<testsuites{_counts([case for suite in suites for case in suite])}>")
    for file, cases in zip(run.files, suites, strict=True):
        name = attributes(name=file.file)
        lines += [f"  <testsuite{name}{_counts(cases)}>", *cases, "  </testsuite>"]
    return "".join(f"{line}\n" for line in (*lines, "</testsuites>"))


def _counts(cases: list[str]) -> str:
    failures = sum("<failure" in case for case in cases)
    errors = sum("<error" in case for case in cases)
    return attributes(tests=len(cases), failures=failures, errors=errors, skipped=0, time=0)


def _cases(file: FileResult) -> Iterator[str]:
    """The tests of a file: no two have the same name, of which a server would show only one."""
    met: Counter[str] = Counter()
    for name, body in _named(file):
        met[name] += 1
        said = name if met[name] == 1 else f"{name} ({met[name]})"
        about = attributes(classname=file.file, name=said, file=file.file, time=0)
        yield f"    <testcase{about}>{body}</testcase>" if body else f"    <testcase{about}/>"


def _named(file: FileResult) -> Iterator[tuple[str, str]]:
    for sequence in file.sequences:
        findings = [each for each in file.findings if each.sequence_id == sequence.id]
        shown = [each for each in findings if each.is_shown]
        failing = [each for each in shown if each.severity != "info"]
        details = [each for each in shown if each.severity == "info"]
        for finding in failing:
            step = "" if finding.touch is None else f", step {finding.touch}"
            yield f"{sequence.name}: {finding.rule}{step}", _failure(finding)
        if not failing:
            yield f"{sequence.name}: nothing to fix", _details(details)
        elif details:
            yield f"{sequence.name}: details", _details(details)
    for error in file.errors:
        said = attributes(message=error_annotation(error), type=error_name(error))
        yield f"line {error.line}: {error_name(error)}", f"\n      <error{said}/>"


def _failure(finding: Finding) -> str:
    at = finding.place
    said = attributes(message=annotation(finding), type=finding.severity)
    quotes = "\n".join(dict.fromkeys(item.text.strip() for item in finding.evidence))
    where = f"{at.file}:{at.line}:{at.column}"
    body = text(f"{where}\n{quotes}".strip())
    return f"\n      <failure{said}>{body}</failure>"


def _details(findings: list[Finding]) -> str:
    if not findings:
        return ""
    said = "\n".join(f"line {each.place.line}: {annotation(each)}" for each in findings)
    return f"\n      <system-out>{text(said)}</system-out>"
