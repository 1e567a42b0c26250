"""`cadence-lint explain RULE`: why a reader minds, with an example, and how to change the rule."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from cadence_lint import checks
from cadence_lint.cli.ground import as_yaml, find_page, find_rule, rule_folders, settings_for
from cadence_lint.options import fields_of
from cadence_lint.output.terminal import hang, look_for, page, safe, wrap
from cadence_lint.output.words import listed
from cadence_lint.rule_tests import lint_example

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cadence_lint.output.terminal import Look
    from cadence_lint.rule_file import Example, RulePage
    from cadence_lint.run import Settings
    from cadence_lint.selection import ActiveRule

_TRUST = {
    "experiment": "an experiment: as good as figures get",
    "observational": "seen in practice, cause not proven",
    "vendor data": "a vendor's own figures: read them with care",
    "survey": "what people said in a survey",
    "convention": "convention: nobody has measured it",
    "law": "the law",
}
_SURE = {"high": "nearly always", "medium": "mostly", "low": "sometimes"}


def explain(rule_id: str, *, config: str | None, use_config: bool, color: str) -> int:
    """Say all that there is to say about a rule."""
    settings = settings_for(config=config, use_config=use_config)
    rule = find_rule(rule_id, settings.book)
    found = find_page(rule, settings.config)
    look = look_for(sys.stdout, color)
    sys.stdout.write(page(list(_Explanation(found, settings, look).lines())))
    return 0


class _Explanation:
    def __init__(self, found: RulePage, settings: Settings, look: Look) -> None:
        self.found = found
        self.rule = found.rule
        self.settings = settings
        self.look = look
        on = (active for active in settings.rules if active.rule.id == self.rule.id)
        self.active: ActiveRule | None = next(on, None)

    def lines(self) -> Iterator[str]:
        """The reader's side first, then examples, figures, and how to change it."""
        yield from (
            self.look.paint("bold", line) for line in wrap(self.rule.summary, self.look.width)
        )
        yield self.look.paint("dim", f"{safe(self.rule.id)}, {self._state()}")
        yield ""
        yield from wrap(self.found.why, self.look.width)
        for example in self.found.flag[:1]:
            yield from self._example(f"what it marks: {example.name}", example)
            yield from self._said(example)
        for example in self.found.passing[:1]:
            yield from self._example(f"what it lets pass: {example.name}", example)
        yield from self._figures()
        yield from self._change()

    def _head(self, words: str) -> Iterator[str]:
        yield ""
        yield from (self.look.paint("bold", line) for line in wrap(words, self.look.width))

    def _state(self) -> str:
        if self.active is None:
            return f"off (it is in the preset {self.rule.preset!r})"
        severity = self.active.severity or self.rule.severity
        return f"{severity}, {_SURE[self.rule.confidence]} right"

    def _example(self, head: str, example: Example) -> Iterator[str]:
        yield from self._head(head)
        for line in example.sequence.strip("\n").splitlines():
            indent = 4 + len(line) - len(line.lstrip())
            yield from hang("", line, self.look.width, indent) if line.strip() else [""]

    def _said(self, example: Example) -> Iterator[str]:
        """What is said of an example."""
        result = lint_example(self.rule, example, rule_folders(self.settings.config))
        for finding in result.findings[:1]:
            where = "the whole plan" if finding.touch is None else f"step {finding.touch}"
            yield ""
            yield self.look.paint("dim", f"  at {where}")
            yield from hang("  reader thinks", finding.message, self.look.width, 17)
            yield from hang("  change to", finding.advice, self.look.width, 17)

    def _figures(self) -> Iterator[str]:
        if self.found.sources:
            yield from self._head("what is known")
        for source in self.found.sources:
            yield from hang("  •", source.says, self.look.width, 4)
            said = f"{source.title}, {source.year} ({_TRUST[source.strength]})"
            for line in hang("", said, self.look.width, 4):
                yield self.look.paint("dim", line)
        if self.found.serves:
            numbers = [str(number) for number in self.found.serves]
            yield ""
            yield f"it serves principle{'s' * (len(numbers) > 1)} {listed(numbers)}"

    def _change(self) -> Iterator[str]:
        yield from self._head("to change it, in cadence-lint.yaml")
        yield "    rules:"
        yield f"      {self.rule.id}: off          # or error, warning, info"
        limits = list(self._limits())
        if limits:
            yield from self._head("its limits, and what they are here")
            yield "    rules:"
            yield f"      {self.rule.id}:"
            yield from limits
        yield from self._head("to let one case pass, a comment above it in the file")
        yield f"    # cadence-lint: ignore[{self.rule.id}] and your reason"

    def _limits(self) -> Iterator[str]:
        check = checks.find_check(self.rule.check)
        if check is None:
            return
        said = self.rule.options | (self.active.set_options if self.active else {})
        for field in fields_of(check.Options):
            value = said.get(field.name, field.default)
            if field.name in self.rule.options or value not in (None, (), [], "", {}):
                first, *rest = wrap(f"{field.name}: {as_yaml(value)}", self.look.width - 10)
                yield f"        {first}"
                yield from (f"          {line}" for line in rest)
