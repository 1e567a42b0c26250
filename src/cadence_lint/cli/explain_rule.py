"""All that a reader of a rule wants to know, the prospect's side first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cadence_lint import checks
from cadence_lint.cli.explain import SEVERITY_WORDS
from cadence_lint.cli.ground import as_yaml, rule_folders
from cadence_lint.cli.shown_example import example_lines
from cadence_lint.config.selection import matches
from cadence_lint.declared import declared
from cadence_lint.output.terminal import hang, one_line, wrap
from cadence_lint.output.words import CHANNELS, SEGMENTS, voice
from cadence_lint.rulebook.options import fields_of
from cadence_lint.rulebook.principles import PRINCIPLES, SURE, TRUST
from cadence_lint.rulebook.rule_file import WHEN
from cadence_lint.rulebook.rule_tests import lint_example

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from cadence_lint.config.selection import ActiveRule
    from cadence_lint.linting.request import Settings
    from cadence_lint.output.terminal import Look
    from cadence_lint.rulebook.rule_file import Example, RulePage

_WHEN: dict[str, tuple[str, dict[str, str], str]] = {
    "relationship": (
        "for",
        {
            "cold": "strangers",
            "warm": "people who know you",
            "inbound": "people who asked",
            "customer": "customers",
        },
        "",
    ),
    "segment": ("among", SEGMENTS, ""),
    "purpose": ("in", {}, " sequences"),
    "region": ("in", {}, ""),
    "channel": ("by", CHANNELS, ""),
    "position": ("in the", {"later": "later", "first": "first", "last": "last"}, " steps"),
}
"""What a rule may depend on, as people say it."""
_TEXT = 17
"""The column in which what the reader thinks begins."""


def explanation(found: RulePage, settings: Settings, look: Look) -> Iterator[str]:
    """Why a reader minds, an example before and after, what is known, how to change the rule."""
    return _Explanation(found, settings, look).lines()


class _Explanation:
    def __init__(self, found: RulePage, settings: Settings, look: Look) -> None:
        self.found = found
        self.rule = found.rule
        self.settings = settings
        self.look = look
        on = (active for active in settings.rules if active.rule.id == self.rule.id)
        self.active: ActiveRule | None = next(on, None)

    def lines(self) -> Iterator[str]:
        for line in wrap(self.rule.summary, self.look.width):
            yield self.look.paint("bold", line)
        yield from self._faint(" · ".join((self.rule.id, *self._state())), 0)
        yield ""
        yield from wrap(self.found.why, self.look.width)
        if self.rule.when:
            yield ""
            yield from wrap(_when(self.rule.when), self.look.width)
        count = None if self.look.verbose else 1
        for example in self.found.flag[:count]:
            yield from self._marked(example)
        for example in self.found.passing[:count]:
            yield from self._fine(example)
        yield from self._figures()
        yield from self._principles()
        yield from self._neighbours()
        yield from self._change()

    def _head(self, words: str) -> Iterator[str]:
        yield ""
        yield from (self.look.paint("bold", line) for line in wrap(words, self.look.width))

    def _faint(self, words: str, indent: int) -> Iterator[str]:
        for line in hang("", words, self.look.width, indent):
            yield self.look.paint("dim", line)

    def _state(self) -> Iterator[str]:
        if self.active is None:
            yield f"off here (it is in the preset {self.rule.preset})"
        else:
            yield SEVERITY_WORDS[self.active.severity or self.rule.severity]
        yield SURE[self.rule.confidence]

    # Before and after

    def _marked(self, example: Example) -> Iterator[str]:
        yield from self._head(f"this is marked: {example.name}")
        result = lint_example(self.rule, example, rule_folders(self.settings.config))
        yield from example_lines(self.rule, example, result, self.look)
        for finding in result.findings[:1]:
            yield ""
            said = voice(finding.rule, finding.message)
            yield from hang(f"  {said}", finding.message, self.look.width, _TEXT)
            if finding.advice:
                yield from hang("  change to", finding.advice, self.look.width, _TEXT)

    def _fine(self, example: Example) -> Iterator[str]:
        yield from self._head(f"this is fine: {example.name}")
        result = lint_example(self.rule, example, rule_folders(self.settings.config))
        yield from example_lines(self.rule, example, result, self.look)

    # What stands behind it

    def _figures(self) -> Iterator[str]:
        if self.found.sources:
            yield from self._head("what is known, and how far to trust it")
        for source in self.found.sources:
            yield from hang("  •", source.says, self.look.width, 4)
            yield from self._faint(f"{source.title}, {source.year} ({TRUST[source.strength]})", 4)
            if source.url and self.look.verbose:
                yield from self._faint(source.url, 4)

    def _principles(self) -> Iterator[str]:
        if self.found.serves:
            yield from self._head("what it is for")
        for number in self.found.serves:
            yield from hang("  •", PRINCIPLES[number - 1], self.look.width, 4)

    def _neighbours(self) -> Iterator[str]:
        yield from self._others("when it speaks, these say nothing of the same", self.rule.covers)
        if self.look.verbose:
            rules = self.settings.book.rules.values()
            by = [rule.id for rule in rules if self.rule.id in rule.covers]
            yield from self._others("it says nothing where one of these speaks of the same", by)

    def _others(self, head: str, names: Iterable[str]) -> Iterator[str]:
        rules = [rule for name in names if (rule := self.settings.book.get(name))]
        if rules:
            yield from self._head(head)
        for rule in rules:
            yield from hang("  •", rule.summary, self.look.width, 4)
            if self.look.verbose:
                yield from self._faint(rule.id, 4)

    # To change it

    def _change(self) -> Iterator[str]:
        name = one_line(self.rule.id)
        limits = list(self._limits())
        yield from self._head("to change it for your team, in cadence-lint.yaml")
        yield "    rules:"
        if limits:
            yield f"      {name}:"
            yield from limits
            yield from self._head("to switch it off")
            yield "    rules:"
        yield f"      {name}: off  # or error, warning, info"
        if any(matches(each.value, self.rule) for each in self.settings.config.never_suppress):
            yield ""
            yield from wrap("Your configuration says that nobody may ignore it.", self.look.width)
            return
        yield from self._head("to let one case pass, a comment above it in the file")
        yield f"    # cadence-lint: ignore[{name}] and your reason"

    def _limits(self) -> Iterator[str]:
        """The numbers that a team may want to be others; everything for who wants it all."""
        check = checks.find_check(self.rule.check)
        if check is None:
            return
        said = self.rule.options | (self.active.set_options if self.active else {})
        meanings = declared(check.Options)
        for field in fields_of(check.Options):
            value = said.get(field.name, field.default)
            if field.name not in said and not (self.look.verbose and _is_set(value)):
                continue
            if not self.look.verbose and not _is_number(value):
                continue
            meaning = meanings[field.name]
            if meaning.means:
                for line in wrap(meaning.means, self.look.width - 10):
                    yield self.look.paint("dim", f"        # {line}")
            shown = _shown(value, meaning.annotation)
            first, *rest = wrap(f"{field.name}: {shown}", self.look.width - 10)
            yield f"        {first}"
            yield from (f"          {line}" for line in rest)


def _when(when: Mapping[str, Sequence[str]]) -> str:
    """For what a rule speaks, in a sentence."""
    said = [_condition_words(name, when[name]) for name in _WHEN if when.get(name)]
    only = ", ".join(words for is_not, words in said if not is_not)
    never = " or ".join(words for is_not, words in said if is_not)
    if not only:
        return f"It says nothing {never}."
    return f"It speaks only {only}{', and not ' if never else ''}{never}."


def _condition_words(name: str, words: Sequence[str]) -> tuple[bool, str]:
    """Whether it is easier to say where a rule is silent, and the words for it."""
    before, known, after = _WHEN[name]
    others = [word for word in WHEN[name] if word not in words]
    is_not = name == "purpose" and len(words) > len(others) > 0
    *some, last = [known.get(word, word) for word in (others if is_not else words)]
    return is_not, f"{before} {', '.join(some)}{' or ' if some else ''}{last}{after}"


def _is_set(value: object) -> bool:
    return value not in (None, (), [], "", {})


def _is_number(value: object) -> bool:
    if isinstance(value, dict):
        return all(map(_is_number, value.values()))
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def _shown(value: Any, annotation: str) -> str:
    if annotation.startswith("Days") and isinstance(value, (int, float)):
        return f"{value:g} day{'' if value == 1 else 's'}"
    return as_yaml(value)
