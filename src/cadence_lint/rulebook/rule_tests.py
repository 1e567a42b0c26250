"""Each rule against its own examples: what it must flag, and what it must let pass."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadence_lint import checks
from cadence_lint.config import Config
from cadence_lint.config.config_reader import parse_config
from cadence_lint.config.selection import Choice
from cadence_lint.linting.linter import Linter
from cadence_lint.linting.request import Request
from cadence_lint.record import NamedTuple
from cadence_lint.source import SetupError, Source

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cadence_lint.finding import Finding
    from cadence_lint.linting.results import FileResult
    from cadence_lint.rulebook.rule_file import Example, Rule, RulePage


class Failure(NamedTuple):
    """An example that a rule does not do justice to."""

    file: str
    line: int
    rule: str
    example: str
    problem: str


class Tally(NamedTuple):
    """How the examples of some rules came out."""

    passed: int
    failures: tuple[Failure, ...]


def run_examples(pages: Iterable[RulePage], folders: tuple[str, ...] = ()) -> Tally:
    """Lint the examples of some rules, each with its rule only.

    `folders` are the rule folders beside the built-in one that the rules need.

    Raises:
        SetupError: when one of those folders cannot be taken.

    """
    passed = 0
    failures: list[Failure] = []
    for page in pages:
        for example in (*page.flag, *page.passing):
            problem = _problem(page.rule, example, example in page.flag, folders)
            if problem is None:
                passed += 1
            else:
                where = example.source.path, example.line
                failures.append(Failure(*where, page.rule.id, example.name, problem))
    return Tally(passed, tuple(failures))


def _problem(rule: Rule, example: Example, must_flag: bool, folders: tuple[str, ...]) -> str | None:
    """What is wrong with what a rule says of an example."""
    try:
        result = lint_example(rule, example, folders)
    except SetupError as refused:
        if not example.settings or refused.place.file != example.source.path:
            raise
        return f"its settings cannot be taken: {refused.message}"
    for error in result.errors:
        return f"line {error.line} of the example: {error.message}"
    findings = [finding for finding in result.findings if finding.rule == rule.id]
    places = [_place(finding) for finding in findings]
    if not must_flag:
        return f"must pass, and is flagged at {_listed(places)}" if places else None
    if not example.at:
        return f"does not say where, under `at`; it is flagged at {_listed(places)}"
    return " and ".join(_differences(example.at, findings)) or None


def lint_example(rule: Rule, example: Example, folders: tuple[str, ...]) -> FileResult:
    """Lint an example with one rule; what a file says of rules takes all of them."""
    config = (
        parse_config(Source(example.source.path, example.settings))
        if example.settings
        else Config()
    )
    check = checks.find_check(rule.check)
    names = () if check and check.SCOPE == "remark" else (rule.id,)
    request = Request(choice=Choice("all", names), wants_score=False)
    linter = Linter(request, config._replace(rule_folders=folders + config.rule_folders))
    return linter.lint_text("example", example.sequence)


def _differences(wanted: tuple[str, ...], findings: list[Finding]) -> Iterator[str]:
    places = _listed([_place(finding) for finding in findings])
    missing = [at for at in wanted if not any(_stands(finding, at) for finding in findings)]
    for at in missing:
        yield f"must be flagged at {at}, and is flagged at {places}"
    for finding in () if missing else findings:
        if not any(_stands(finding, at) for at in wanted):
            yield f"is flagged at {_place(finding)} too ({finding.message})"


def _stands(finding: Finding, at: str) -> bool:
    """Whether a finding stands at `sequence`, `touch 5` or `line 7`."""
    kind, _, number = at.partition(" ")
    if kind == "line":
        return str(finding.place.line) == number.strip()
    return _place(finding) == " ".join(at.split())


def _place(finding: Finding) -> str:
    return "sequence" if finding.touch is None else f"touch {finding.touch}"


def _listed(places: list[str]) -> str:
    return ", ".join(dict.fromkeys(places)) or "nothing"
