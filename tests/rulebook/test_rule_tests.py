from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cadence_lint.rulebook.rule_file import read_page
from cadence_lint.rulebook.rule_tests import Tally, run_examples
from cadence_lint.source import Source
from tests.cli.program import run

if TYPE_CHECKING:
    from pathlib import Path

RULE_ID = "frequency/too-many-touches-in-a-day"
"""A rule of the book, whose file is replaced here by one with other examples."""

RULE = """\
summary: More touches in a day than a reader can overlook
preset: recommended
severity: warning
confidence: high
check: touch-count
options: {max: 2, within: 1 day}
message: "{count} touches land on day {first_day}"
advice: Keep {max} on a day.
why: A third contact on one day looks like a machine.
serves: [1]
examples:
"""
THREE = """\
        touches:
          - {day: 1, channel: email}
          - {day: 1, channel: call}
          - {day: 1, channel: linkedin, action: connect}
"""
TWO = THREE[: THREE.rindex("          -")]
SIX = THREE + THREE.replace("day: 1", "day: 9").partition("\n")[2]


def tally(examples: str) -> Tally:
    return run_examples([read_page(Source("day.yaml", RULE + examples), RULE_ID)], ())


def flag(at: str, sequence: str = THREE) -> str:
    return f"  flag:\n    - name: three in a day\n{at}      sequence: |\n{sequence}"


def passing(sequence: str = TWO) -> str:
    return f"  pass:\n    - name: two in a day\n      sequence: |\n{sequence}"


def test_examples_that_come_out_as_they_should() -> None:
    assert tally(flag("      at: [touch 3]\n") + passing()) == Tally(2, ())
    assert tally(flag("      at: [line 4]\n")) == Tally(1, ())


@pytest.mark.parametrize(
    ("examples", "problem"),
    [
        (flag("      at: [touch 2]\n"), "must be flagged at touch 2, and is flagged at touch 3"),
        (flag("      at: [touch 3, sequence]\n"), "must be flagged at sequence"),
        (flag("      at: [touch 3]\n", SIX), "is flagged at touch 6 too ("),
        (flag("      at: [touch 3]\n", TWO), "and is flagged at nothing"),
        (flag(""), "does not say where, under `at`; it is flagged at touch 3"),
        (passing(THREE), "must pass, and is flagged at touch 3"),
        (passing("        touches: [1]\n"), "line 1 of the example"),
        (passing("        name: nothing\n"), "of the example: "),
    ],
)
def test_examples_that_do_not(examples: str, problem: str) -> None:
    passed, [failure] = tally(examples)

    assert passed == 0
    assert problem in failure.problem
    assert (failure.file, failure.rule) == ("day.yaml", RULE_ID)
    assert failure.line > 11


def test_an_example_may_bring_its_settings() -> None:
    settings = f"      settings: |\n        rules: {{{RULE_ID}: {{max: 4}}}}\n"

    assert tally(passing(THREE) + settings) == Tally(1, ())


def test_settings_that_cannot_be_taken() -> None:
    [failure] = tally(passing() + "      settings: |\n        rulez: {}\n").failures

    assert "its settings cannot be taken" in failure.problem


# The command


def _folder(tmp_path: Path, examples: str) -> Path:
    family = tmp_path / "our-rules" / "ours"
    family.mkdir(parents=True)
    (family / "three-in-a-day.yaml").write_text(RULE + examples)
    return tmp_path


def test_a_teams_folder_that_passes(tmp_path: Path) -> None:
    _folder(tmp_path, flag("      at: [touch 3]\n") + passing())
    outcome = run("test-rules", "our-rules", cwd=tmp_path)

    assert outcome.out == "2 passed, 0 failed\n"
    assert outcome.status == 0


def test_a_teams_folder_that_fails(tmp_path: Path) -> None:
    _folder(tmp_path, flag("      at: [touch 3]\n") + passing(THREE))
    outcome = run("test-rules", "our-rules", cwd=tmp_path)
    where = "our-rules/ours/three-in-a-day.yaml:21"

    assert outcome.out.splitlines() == [
        f"{where}: ours/three-in-a-day: two in a day: must pass, and is flagged at touch 3",
        "1 passed, 1 failed",
    ]
    assert outcome.status == 1


def test_a_phrase_list_that_cannot_be_taken_is_named_itself(tmp_path: Path) -> None:
    _folder(tmp_path, passing())
    phrases = tmp_path / "our-rules" / "phrases" / "en"
    phrases.mkdir(parents=True)
    (phrases / "bump.yaml").write_text("phrases:\n  - <number>% off\n")
    outcome = run("test-rules", "our-rules", cwd=tmp_path)

    assert outcome.status == 2
    assert "bump.yaml:2:13: column 9 of “<number>% off”: leave out `%`" in outcome.err
    assert not outcome.out


def test_the_folders_of_the_configuration_are_tested_too(tmp_path: Path) -> None:
    _folder(tmp_path, passing(THREE))
    (tmp_path / "cadence-lint.yaml").write_text("rule_folders: [our-rules]\n")
    outcome = run("test-rules", cwd=tmp_path)

    assert "ours/three-in-a-day: two in a day" in outcome.out


@pytest.mark.parametrize("name", ["gone", "empty", "broken"])
def test_a_folder_that_cannot_be_read(tmp_path: Path, name: str) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "broken" / "ours").mkdir(parents=True)
    (tmp_path / "broken" / "ours" / "rule.yaml").write_text("sumary: x\n")
    outcome = run("test-rules", name, cwd=tmp_path)

    assert outcome.status == 2
    assert name in outcome.err
    assert "Traceback" not in outcome.err


def test_the_rules_that_come_with_the_program_pass() -> None:
    from cadence_lint.rulebook import read_pages

    assert run_examples(read_pages(), ()).failures == ()
