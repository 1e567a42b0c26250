"""`cadence-lint test-rules [FOLDER]`: every rule against its own examples."""

from __future__ import annotations

import os
import sys

from cadence_lint.cli import complain
from cadence_lint.cli.ground import rule_folders, settings_for
from cadence_lint.output.terminal import one_line, page
from cadence_lint.rulebook import built_in_folder
from cadence_lint.rulebook.rule_folder import rule_pages
from cadence_lint.rulebook.rule_tests import run_examples


def run_tests(folder: str | None) -> int:
    """Test the rules of a folder, or the built-in ones and those of the configuration here."""
    built_in = built_in_folder()
    if folder is None:
        extra = rule_folders(settings_for().config)
        tested = [built_in, *extra]
    else:
        if not os.path.isdir(folder):
            return complain(f"there is no folder {folder}")
        is_built_in = os.path.realpath(folder) == os.path.realpath(built_in)
        extra = () if is_built_in else (os.path.normpath(folder),)
        tested = [folder]
    pages = [found for each in tested for found in rule_pages(each)]
    if not pages:
        return complain(f"there are no rules in {folder or built_in}")
    tally = run_examples(pages, extra)
    lines = [
        f"{one_line(os.path.relpath(each.file))}:{each.line}: {each.rule}:"
        f" {one_line(each.example)}: {one_line(each.problem)}"
        for each in tally.failures
    ]
    sys.stdout.write(page([*lines, f"{tally.passed} passed, {len(tally.failures)} failed"]))
    return 1 if tally.failures else 0
