"""Each rule against its own examples: what it must flag, and what it must let pass."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadence_lint import checks
from cadence_lint.config import Config
from cadence_lint.config.config_reader import parse_config
from cadence_lint.config.selection import ActiveRule, Choice
from cadence_lint.linting.linter import Linter
from cadence_lint.linting.request import Request
from cadence_lint.patterns import regex
from cadence_lint.record import NamedTuple
from cadence_lint.rulebook.silence import why_silent
from cadence_lint.source import SetupError, Source

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cadence_lint.finding import Finding
    from cadence_lint.linting.results import FileResult
    from cadence_lint.rulebook.rule_file import Example, Rule, RulePage

_NARROWER = "narrow its `when` or its `options`"
_SPACES = regex(r"(?<= with )\d+(?= spaces? in front)")
_WITHOUT = (
    "nothing shows what it does: write under `examples` at least two sequences that it must `flag`"
    " and two that it must `pass`"
)


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
        if not (page.flag or page.passing):
            failures.append(Failure(page.path, 1, page.rule.id, "no examples", _WITHOUT))
        linter = _linter(page.rule, Config(), folders)
        for example in (*page.flag, *page.passing):
            problem = _problem(page.rule, example, example in page.flag, linter, folders)
            if problem is None:
                passed += 1
            else:
                line, said = problem
                file = example.source.path
                failures.append(Failure(file, line, page.rule.id, example.name, said))
    return Tally(passed, tuple(failures))


def _problem(
    rule: Rule, example: Example, must_flag: bool, linter: Linter, folders: tuple[str, ...]
) -> tuple[int, str] | None:
    """What is wrong with what a rule says of an example, and on which line of its file."""
    try:
        if example.settings:
            linter = _linter(rule, _config(example), folders)
        result = linter.lint_text("example", example.sequence)
    except SetupError as refused:
        if not example.settings or refused.place.file != example.source.path:
            raise
        line = example.line_of(refused.place.line, example.settings_text)
        return line, f"its settings cannot be taken: {refused.message}"
    for error in result.errors:
        return example.line_of(error.line), _as_in_file(error.message, example)
    for line, slip in _slips(rule, result):
        return example.line_of(line), slip
    findings = [finding for finding in result.findings if finding.rule == rule.id]
    if must_flag:
        said = (
            " and ".join(_differences(example, findings))
            if findings
            else (_missed(rule, example, result, linter))
        )
    else:
        said = _objection(rule, findings) if findings else ""
    return (example.line, said) if said else None


def _as_in_file(message: str, example: Example) -> str:
    """A message whose spaces count from the margin of the rule's file, not of the example."""
    place = example.source.place(example.text.span(0, 0))
    before = example.source.line_text(place.line)[: place.column - 1]
    deeper = len(before) if not before.strip() else 0
    return _SPACES.sub(lambda found: f"{int(found[0]) + deeper}", message)


def lint_example(rule: Rule, example: Example, folders: tuple[str, ...]) -> FileResult:
    """Lint an example with one rule; what a file says of rules takes all of them."""
    linter = _linter(rule, _config(example), folders)
    return linter.lint_text("example", example.sequence)


def _config(example: Example) -> Config:
    if not example.settings:
        return Config()
    return parse_config(Source(example.source.path, example.settings))


def _linter(rule: Rule, config: Config, folders: tuple[str, ...]) -> Linter:
    check = checks.find_check(rule.check)
    names = () if check and check.SCOPE == "remark" else (rule.id,)
    request = Request(choice=Choice("all", names), wants_score=False, keeps_sequences=True)
    return Linter(request, config._replace(rule_folders=folders + config.rule_folders))


def _slips(rule: Rule, result: FileResult) -> Iterator[tuple[int, str]]:
    """The keys of an example that are mistyped, unless that is what the rule is about."""
    for sequence in filter(None, (each.sequence for each in result.sequences)):
        for remark in sequence.remarks:
            if remark.kind == "unknown-key" and rule.options.get("kind") != remark.kind:
                line = sequence.source.line_of(remark.span.start)
                key, meant = remark.values["key"], remark.values["meant"]
                yield line, f"the key {key!r} is not read; did you mean {meant!r}?"


def _objection(rule: Rule, findings: list[Finding]) -> str:
    """That an innocent example is flagged, and what to do about it."""
    said = f"must pass, and is flagged at {_listed(findings)}"
    if not ActiveRule(rule).wanted:
        return f"{said}: {_NARROWER}"
    quotes = dict.fromkeys(item.quote for finding in findings for item in finding.evidence)
    words = ", ".join(f'"{" ".join(quote.split())}"' for quote in list(quotes)[:2])
    spare = "put what is innocent under `spare` in its list of phrases"
    return f"{said} for {words}: {spare}, or {_NARROWER}"


def _missed(rule: Rule, example: Example, result: FileResult, linter: Linter) -> str:
    """That nothing is flagged, and where to look next."""
    at = f" at {', '.join(example.at)}" if example.at else ""
    said = f"must be flagged{at}, and is flagged at nothing"
    sequences = [each.sequence for each in result.sequences if each.sequence]
    if len(sequences) != 1:
        return said
    return f"{said}: {why_silent(rule, example.at, sequences[0], linter.settings('example'))}"


def _differences(example: Example, findings: list[Finding]) -> Iterator[str]:
    places = _listed(findings)
    if not example.at:
        yield f"does not say where it is flagged: write `at: [{places}]`"
        return
    missing = [at for at in example.at if not any(_stands(finding, at) for finding in findings)]
    if missing:
        yield (
            f"must be flagged at {', '.join(missing)}, and is flagged at {places}:"
            f" if that is right, write `at: [{places}]`"
        )
        return
    for finding in findings:
        if not any(_stands(finding, at) for at in example.at):
            yield (
                f"is flagged at {_place(finding)} too ({finding.message}):"
                f" if that is right, write `at: [{places}]`, else {_NARROWER}"
            )


def _stands(finding: Finding, at: str) -> bool:
    """Whether a finding stands at `sequence`, `touch 5` or `line 7`."""
    kind, _, number = at.partition(" ")
    if kind == "line":
        return str(finding.place.line) == number.strip()
    return _place(finding) == " ".join(at.split())


def _place(finding: Finding) -> str:
    return "sequence" if finding.touch is None else f"touch {finding.touch}"


def _listed(findings: list[Finding]) -> str:
    return ", ".join(dict.fromkeys(map(_place, findings)))
