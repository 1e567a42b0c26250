"""`cadence-lint test-rules [WHAT]...`: rules against their own examples."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from cadence_lint.cli.ground import find_page, find_rule, rule_folders, settings_for
from cadence_lint.cli.plain import UsageError
from cadence_lint.config.selection import ActiveRule, UnknownRule
from cadence_lint.output.terminal import one_line, page
from cadence_lint.rulebook import built_in_folder, rule_files
from cadence_lint.rulebook.options import fact_options
from cadence_lint.rulebook.rule_folder import rule_page, rule_pages
from cadence_lint.rulebook.rule_tests import run_examples
from cadence_lint.source.names import YAML_NAMES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cadence_lint.rulebook.rule import Rule
    from cadence_lint.rulebook.rule_file import RulePage

    Chosen = tuple[Iterable[RulePage], tuple[str, ...]]
    """Rules, and the rule folders beside the built-in one that they need."""


def run_tests(targets: tuple[str, ...]) -> int:
    """Test the rules that some words mean, or all built-in ones and those configured here.

    Raises:
        UnknownRule: for a word that means no rule, with what was probably meant.
        UsageError: for a folder or a file without rules.

    """
    pages: dict[str, RulePage] = {}
    folders: dict[str, None] = {}
    for found, needed in map(_meant, targets) if targets else [_all()]:
        pages.update((each.rule.id, each) for each in found)
        folders.update(dict.fromkeys(needed))
    tally = run_examples(pages.values(), tuple(folders))
    lines = [
        f"{one_line(os.path.relpath(each.file))}:{each.line}: {each.rule}:"
        f" {one_line(each.example)}: {one_line(each.problem)}"
        for each in tally.failures
    ]
    sys.stdout.write(page([*lines, f"{tally.passed} passed, {len(tally.failures)} failed"]))
    return 1 if tally.failures else 0


def _all() -> Chosen:
    extra = rule_folders(settings_for().config)
    return (each for folder in (built_in_folder(), *extra) for each in rule_pages(folder)), extra


def _meant(target: str) -> Chosen:
    """The rules of a folder or a file, or those of a name."""
    if os.path.isdir(target):
        return _of_folder(target)
    if target.endswith(YAML_NAMES):
        if not os.path.isfile(target):
            raise UsageError(f"there is no file {target}")
        folder = os.path.dirname(os.path.dirname(os.path.abspath(target)))
        if os.path.basename(folder) == "phrases":
            return _listening(os.path.splitext(os.path.basename(target))[0])
        return [rule_page(target)], _beside_ours(os.path.relpath(folder))
    return _named(target)


def _of_folder(folder: str) -> Chosen:
    """The rules of a rule folder, or of one of its families."""
    names = rule_files(folder)
    if not names:
        raise UsageError(f"there are no rules in {folder}")
    if any("/" in name for name, _ in names):
        return rule_pages(folder), _beside_ours(os.path.normpath(folder))
    around = os.path.relpath(os.path.dirname(os.path.abspath(folder)))
    return [rule_page(path) for _, path in names], _beside_ours(around)


def _beside_ours(folder: str) -> tuple[str, ...]:
    is_built_in = os.path.realpath(folder) == os.path.realpath(built_in_folder())
    return () if is_built_in else (folder,)


def _named(name: str) -> Chosen:
    """A rule by its name, or a family of them."""
    settings = settings_for()
    rules = [rule for rule in settings.book.rules.values() if rule.family == name]
    try:
        rules = rules or [find_rule(name, settings.book)]
    except UnknownRule as unknown:
        raise UnknownRule(f"there is no folder {name}, and {unknown}") from None
    return [find_page(rule, settings.config) for rule in rules], rule_folders(settings.config)


def _listening(fact: str) -> Chosen:
    """The rules that ask for what a list of phrases says."""
    settings = settings_for()
    rules = [rule for rule in settings.book.rules.values() if _asks_for(fact, rule)]
    if not rules:
        raise UsageError(f"no rule asks for {fact!r}, so there is nothing to test it by")
    return [find_page(rule, settings.config) for rule in rules], rule_folders(settings.config)


def _asks_for(fact: str, rule: Rule) -> bool:
    active = ActiveRule(rule)
    named = fact_options(active.check.Options)
    return any(fact in getattr(active.options, option) for option in named)
