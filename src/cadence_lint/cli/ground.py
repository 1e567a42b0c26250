"""What the commands about rules stand on: a configuration, and the rules that it brings."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from cadence_lint.config.selection import Choice, UnknownRule
from cadence_lint.linting.linter import Linter
from cadence_lint.linting.request import Request, Settings
from cadence_lint.rulebook import built_in_folder
from cadence_lint.rulebook.plugins import load_plugins

if TYPE_CHECKING:
    from cadence_lint.config import Config
    from cadence_lint.rulebook import Book
    from cadence_lint.rulebook.rule_file import Rule, RulePage

_MOST_MEANT = 3

NOWHERE = os.path.join(os.curdir, "sequence.yaml")
"""A file in this folder: what would hold for it holds here."""


def settings_for(
    path: str = NOWHERE,
    *,
    config: str | None = None,
    use_config: bool = True,
    preset: str | None = None,
) -> Settings:
    """What holds for a file: its configuration, and the rules that are on."""
    return Linter(Request((), config, use_config, Choice(preset))).settings(path)


def rule_folders(config: Config) -> tuple[str, ...]:
    """The rule folders that a configuration brings, beside the built-in one."""
    return (load_plugins(config) if config.plugins else ()) + config.rule_folders


def find_rule(name: str, book: Book) -> Rule:
    """A rule by its id or an old one, or by the part after the slash where only one has it.

    Raises:
        UnknownRule: with those that were probably meant.

    """
    rule = book.get(name)
    short = [each for each in book.rules.values() if each.id.partition("/")[2] == name]
    if rule is None and len(short) == 1:
        return short[0]
    if rule is None:
        raise UnknownRule(_unknown(name, book))
    return rule


def _unknown(name: str, book: Book) -> str:
    """A sentence that refuses the name of a rule and says which have one like it."""
    from difflib import get_close_matches

    tail = name.rpartition("/")[2]
    near = get_close_matches(name, book.rules, n=3, cutoff=0.75)
    tails = {rule.id.partition("/")[2]: rule.id for rule in book.rules.values()}
    near += (tails[each] for each in get_close_matches(tail, tails, n=3, cutoff=0.75))
    near += (rule for rule in book.rules if tail and tail in rule)
    meant = [repr(each) for each in dict.fromkeys(near)][:_MOST_MEANT]
    if not meant:
        return f"there is no rule {name!r}; `cadence-lint rules` lists them all"
    *others, last = meant
    return (
        f"there is no rule {name!r}; did you mean {', '.join(others)}{' or ' * bool(others)}{last}?"
    )


def find_page(rule: Rule, config: Config) -> RulePage:
    """All that a rule's file says.

    Raises:
        UnknownRule: when the file has gone since the rule book was compiled.

    """
    from cadence_lint.rulebook.rule_file import read_page
    from cadence_lint.source import Source

    for folder in (built_in_folder(), *rule_folders(config)):
        for ending in (".yaml", ".yml"):
            path = os.path.join(folder, f"{rule.id}{ending}")
            if os.path.isfile(path):
                with open(path, encoding="utf-8", newline="") as file:
                    return read_page(Source(path, file.read()), rule.id)
    raise UnknownRule(f"the file of {rule.id} is gone; reinstall cadence-lint")


def as_yaml(value: object) -> str:
    """A value as it would be written in a configuration."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:g}"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{name}: {as_yaml(inner)}" for name, inner in value.items()) + "}"
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(as_yaml(inner) for inner in value) + "]"
    return str(value)
