"""Which rules are on for a file, and with which limits.

Precedence: the preset, then `rules`, then `overrides` in order, then the command line. Within
each, an exact id beats a glob; a glob's severity changes rules that are on and enables none.
"""

from __future__ import annotations

from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any

from cadence_lint import checks
from cadence_lint.record import Record
from cadence_lint.rulebook.rule import PRESETS
from cadence_lint.source import Fault, SetupError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cadence_lint.config import Config, Ignore, Override, RuleSetting
    from cadence_lint.finding import Severity
    from cadence_lint.rulebook import Book
    from cadence_lint.rulebook.options import Plain
    from cadence_lint.rulebook.rule import Rule
    from cadence_lint.source.tree import Scalar


class Choice(Record):
    """What the command line says about rules; it has the last word."""

    preset: str | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()


class ActiveRule(Record):
    """A rule that is on for a file, with the limits that hold there."""

    rule: Rule
    severity: Severity | None = None
    """The configured severity, which stands for all of the rule's levels."""
    set_options: dict[str, Plain] = {}
    """The options that the configuration sets, over the rule's own."""

    @cached_property
    def is_as_written(self) -> bool:
        """Whether the configuration leaves it as its file has it."""
        return self.severity is None and not self.set_options

    @cached_property
    def options(self) -> Any:
        """The limits that hold, as the check's own type.

        Raises:
            LookupError: when there is no such check.

        """
        from cadence_lint.rulebook import options  # not where all is known

        merged = _merged(self.rule.options, self.set_options)
        return options.make(self.check.Options, merged)

    @cached_property
    def check(self) -> checks.CheckModule:
        """The mechanism that the rule is made of.

        Raises:
            LookupError: when there is none of its name.

        """
        check = checks.find_check(self.rule.check)
        if check is None:
            raise LookupError(f"there is no check {self.rule.check!r}")
        return check

    @cached_property
    def wanted(self) -> frozenset[str] | None:
        """The facts of which a message must have one; None where it may speak of any."""
        return checks.wanted_facts(self.check, self.options)


class UnknownRule(Exception):
    """A name on the command line that no rule has."""


def is_exact(pattern: str) -> bool:
    """Whether a pattern means one rule, not a family or all that a glob matches."""
    return "/" in pattern and "*" not in pattern


def matches(pattern: str, rule: Rule) -> bool:
    """Whether a pattern (an id, an old id, a family, a glob) means a rule."""
    if "*" in pattern:
        from fnmatch import fnmatchcase  # seldom needed

        return fnmatchcase(rule.id, pattern)
    return pattern in (rule.id, rule.family) or pattern in rule.aliases


def named(pattern: str, book: Book) -> list[Rule]:
    """The rules that a pattern means."""
    return [rule for rule in book.rules.values() if matches(pattern, rule)]


def check_choice(choice: Choice, book: Book) -> None:
    """Refuse names on the command line that mean no rule.

    Raises:
        UnknownRule: with what was probably meant.

    """
    for pattern in (*choice.select, *choice.ignore):
        if not named(pattern, book):
            raise UnknownRule(_unknown_rule(pattern, book))


def check_config(config: Config, book: Book) -> None:
    """Refuse what a configuration says of rules and options that do not exist.

    Raises:
        SetupError: with the place and what was probably meant.

    """
    for setting in (*config.rules, *(s for o in config.overrides for s in o.rules)):
        _check_name(setting.key, book)
        _set_options(setting, book)
    for name in config.never_suppress:
        _check_name(name, book)
    for ignore in config.ignore:
        _check_name(ignore.rule, book)
        _check_ignore(ignore, config, book)


def _check_name(name: Scalar, book: Book) -> None:
    if not named(name.value, book):
        raise _refused(name, _unknown_rule(name.value, book))


def _unknown_rule(name: str, book: Book) -> str:
    """That there is no such rule, and what was meant or where they are listed."""
    from cadence_lint.rulebook import options  # only on the way out

    told = options.unknown("rule", name, book.rules)
    return told if told.endswith("?") else f"{told}; `cadence-lint rules` lists them all"


def _check_ignore(ignore: Ignore, config: Config, book: Book) -> None:
    """Hold what a configuration ignores to what it demands of suppressions itself."""
    if config.require_reason and not ignore.reason:
        raise _refused(ignore.rule, "write a `reason` beside it: `suppressions` demands one")
    forbidden = {rule.id for name in config.never_suppress for rule in named(name.value, book)}
    for rule in named(ignore.rule.value, book):
        if rule.id in forbidden:
            raise _refused(ignore.rule, f"`suppressions` says that nobody may ignore {rule.id}")


def _refused(name: Scalar, message: str) -> SetupError:
    return SetupError(name.text.source, Fault(message, name.span))


def select_rules(
    book: Book, config: Config, overrides: Iterable[Override], choice: Choice
) -> list[ActiveRule]:
    """The rules that are on, for a file to which these overrides apply."""
    reach = PRESETS.index(choice.preset or config.preset)
    state = _State(
        {active.rule.id: active for active in all_rules(book)},
        {rule.id for rule in book.rules.values() if PRESETS.index(rule.preset) <= reach},
    )
    for settings in (config.rules, *(override.rules for override in overrides)):
        for setting in settings:
            _apply(setting, book, state)
    return [active for active in state.rules.values() if _is_chosen(active.rule, choice, state.on)]


def _is_chosen(rule: Rule, choice: Choice, on: set[str]) -> bool:
    """Whether the command line leaves a rule on, or switches it on."""
    selected = [pattern for pattern in choice.select if matches(pattern, rule)]
    ignored = [pattern for pattern in choice.ignore if matches(pattern, rule)]
    if ignored and any(map(is_exact, selected)):
        return not any(map(is_exact, ignored))
    return not ignored and (bool(selected) if choice.select else rule.id in on)


@lru_cache(maxsize=8)
def all_rules(book: Book) -> list[ActiveRule]:
    """Every rule as it is written: what the score is made of, and what settings start from."""
    return [ActiveRule(rule) for rule in book.rules.values()]


class _State(Record):
    """What settings make of the rules, one after the other."""

    rules: dict[str, ActiveRule]
    """All rules; one that is off keeps its limits, since it may come on again."""
    on: set[str]


def _apply(setting: RuleSetting, book: Book, state: _State) -> None:
    set_options = _set_options(setting, book)
    for rule in named(setting.pattern, book):
        before = state.rules[rule.id]
        if setting.is_off:
            state.on.discard(rule.id)
        elif is_exact(setting.pattern):
            state.on.add(rule.id)
        elif rule.id not in state.on:
            continue
        state.rules[rule.id] = ActiveRule(
            rule,
            setting.severity or before.severity,
            _merged(before.set_options, set_options),
        )


def _merged(before: dict[str, Plain], said: dict[str, Plain]) -> dict[str, Plain]:
    """Options over options: numbers for some audiences leave those for others as they are."""
    merged = before | said
    for name, value in said.items():
        below = before.get(name)
        if isinstance(value, dict) and isinstance(below, dict):
            merged[name] = below | value
    return merged


def _set_options(setting: RuleSetting, book: Book) -> dict[str, Plain]:
    rule = book.get(setting.pattern)
    if rule is None or setting.options is None or not setting.options.entries:
        return {}
    check = checks.find_check(rule.check)
    if check is None:
        return {}
    from cadence_lint.rulebook import options  # not without options

    read, faults = options.read_options(setting.options, check.Options)
    for fault in faults:
        raise SetupError(setting.source, fault)
    return read
