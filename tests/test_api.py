from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

import cadence_lint
from cadence_lint import UnknownRule, lint_paths, lint_text

if TYPE_CHECKING:
    from pathlib import Path

WEEK = "frequency/too-many-touches-in-a-week"
HASTY = "touches:\n" + "".join(f"  - {{day: {day}, channel: call}}\n" for day in range(1, 7))


def test_paths(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(HASTY)
    run = lint_paths([tmp_path], select=[WEEK])

    assert [finding.rule for finding in run.findings] == [WEEK]


def test_a_text_goes_by_no_configuration_unless_it_is_named(tmp_path: Path) -> None:
    config = tmp_path / "cadence-lint.yaml"
    config.write_text(f"rules: {{{WEEK}: off}}\n")

    assert [each.rule for each in lint_text(HASTY, select=[WEEK]).findings] == [WEEK]
    assert WEEK not in {each.rule for each in lint_text(HASTY, config=str(config)).findings}


def test_the_name_of_a_text_tells_its_format() -> None:
    result = lint_text("Day 1 - Email\nHi Ada,\nDay 3 - Call\nring\n", filename="plan.txt")

    assert result.sequences[0].format == "text"


def test_an_unknown_rule() -> None:
    with pytest.raises(UnknownRule):
        lint_text(HASTY, select=["nobody/knows"])


def test_every_public_name_can_be_had() -> None:
    for name in cadence_lint.__all__:
        assert getattr(cadence_lint, name) is not None
    assert dir(cadence_lint) == sorted(cadence_lint.__all__)
    with pytest.raises(AttributeError, match="no attribute 'lint_everything'"):
        cadence_lint.lint_everything  # noqa: B018


def test_importing_it_costs_nothing() -> None:
    program = "import cadence_lint, sys; print(sorted(m for m in sys.modules if 'cadence' in m))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)

    assert done.stdout.decode().strip() == "['cadence_lint', 'cadence_lint.version']"
