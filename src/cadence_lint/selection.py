"""Which rules are on for a file, and with which limits.

Precedence: the preset, then `rules`, then `overrides` in order, then the command line. Within
each, an exact id beats a glob; a glob's severity changes rules that are on and enables none.
"""

from __future__ import annotations

from fnmatch import fnmatchcase
from typing import TYPE_CHECKING, Any, NamedTuple

from cadence_lint import checks, options
from cadence_lint.rule import PRESETS
from cadence_lint.source import Fault, SetupError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cadence_lint.config import Config, Override, RuleSetting
    from cadence_lint.finding import Severity
    from cadence_lint.options import Plain
    from cadence_lint.rule import Rule
    from cadence_lint.rulebook import Book


class Choice(NamedTuple):
    """What the command line says about rules; it has the last word."""

    preset: str | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()


class ActiveRule(NamedTuple):
    """A rule that is on for a file, with the limits that hold there."""

    rule: Rule
    severity: Severity | None = None
    """The configured severity, which stands for all of the rule's levels."""
    set_options: dict[str, Plain] = {}
    """The options that the configuration sets, over the rule's own."""

    def options(self, check: checks.CheckModule) -> Any:
        """The limits that hold, as the check's own type."""
        return options.make(check.Options, self.rule.options | self.set_options)


class UnknownRule(Exception):
    """A name on the command line that no rule has."""


def matches(pattern: str, rule: Rule) -> bool:
    """Whether a pattern (an id, an old id, a family, a glob) means a rule."""
    if "*" in pattern:
        return fnmatchcase(rule.id, pattern)
    return pattern in (rule.id, rule.family) or pattern in rule.aliases


def check_choice(choice: Choice, book: Book) -> None:
    """Refuse names on the command line that mean no rule.

    Raises:
        UnknownRule: with what was probably meant.

    """
    for pattern in (*choice.select, *choice.ignore):
        if not any(matches(pattern, rule) for rule in book.rules.values()):
            raise UnknownRule(options.unknown("rule", pattern, book.rules))


def check_config(config: Config, book: Book) -> None:
    """Refuse rules and options in a configuration that do not exist.

    Raises:
        SetupError: with the place and what was probably meant.

    """
    for setting in (*config.rules, *(s for o in config.overrides for s in o.rules)):
        if not any(matches(setting.pattern, rule) for rule in book.rules.values()):
            message = options.unknown("rule", setting.pattern, book.rules)
            raise SetupError(setting.source, Fault(message, setting.key.span))
        _set_options(setting, book)


def select_rules(
    book: Book, config: Config, overrides: Iterable[Override], choice: Choice
) -> list[ActiveRule]:
    """The rules that are on, for a file to which these overrides apply."""
    on = _of_preset(book, choice.preset or config.preset)
    _apply(config.rules, book, on)
    for override in overrides:
        _apply(override.rules, book, on)
    if choice.select:
        on = {
            rule.id: on.get(rule.id, ActiveRule(rule))
            for rule in book.rules.values()
            if any(matches(pattern, rule) for pattern in choice.select)
        }
    return [
        active
        for active in on.values()
        if not any(matches(pattern, active.rule) for pattern in choice.ignore)
    ]


def all_rules(book: Book) -> list[ActiveRule]:
    """Every rule as it is written: what the score is made of."""
    return [ActiveRule(rule) for rule in book.rules.values()]


def _of_preset(book: Book, preset: str) -> dict[str, ActiveRule]:
    reach = PRESETS.index(preset)
    return {
        rule.id: ActiveRule(rule)
        for rule in book.rules.values()
        if PRESETS.index(rule.preset) <= reach
    }


def _apply(settings: Iterable[RuleSetting], book: Book, on: dict[str, ActiveRule]) -> None:
    for setting in settings:
        for rule in book.rules.values():
            if not matches(setting.pattern, rule):
                continue
            is_exact = book.get(setting.pattern) is rule
            if setting.is_off:
                on.pop(rule.id, None)
            elif rule.id in on or is_exact:
                before = on.get(rule.id, ActiveRule(rule))
                on[rule.id] = ActiveRule(
                    rule,
                    setting.severity or before.severity,
                    before.set_options | _set_options(setting, book),
                )


def _set_options(setting: RuleSetting, book: Book) -> dict[str, Plain]:
    rule = book.get(setting.pattern)
    if rule is None or setting.options is None or not setting.options.entries:
        return {}
    check = checks.find_check(rule.check)
    if check is None:
        return {}
    read, faults = options.read_options(setting.options, check.Options)
    for fault in faults:
        raise SetupError(setting.source, fault)
    return read
