from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

import pytest

from cadence_lint.output import render
from cadence_lint.output.terminal import Look, width_of
from tests.output.runs import full_story, many, run_of

if TYPE_CHECKING:
    from cadence_lint.linting.results import Run


def shown(run: Run, **look: Any) -> str:
    return render(run, "pretty", Look(**look))


def too_wide(out: str, width: int) -> list[str]:
    return [line for line in out.splitlines() if width_of(line) > width]


@pytest.mark.parametrize("width", [60, 80, 120])
def test_many_sequences_are_a_table(width: int) -> None:
    run = many(15)
    out = shown(run, width=width)
    bands = Counter(each.score.band for each in run.sequences if each.score)
    assert len(bands) == 3
    rows = [line for line in out.splitlines() if line.startswith(("do not", "fix f", "ready"))]

    counts = ", ".join(f"{bands[band]} {band}" for band in ("do not send", "fix first", "ready"))
    assert out.startswith(f"15 sequences: {counts}\n")
    assert "the worst 10 of 15" in out
    assert len(rows) == 10
    assert rows[0].startswith("do not send")
    assert "what they have in common" in out
    assert "More touches in a week than a stranger welcomes" in out
    assert "reader thinks" not in out
    assert [line for line in too_wide(out, width) if "--select" not in line] == []


@pytest.mark.parametrize("width", [32, 40, 50])
def test_a_narrow_screen_keeps_the_files(width: int) -> None:
    out = shown(many(13), width=width)

    assert "/outbound-6.yaml" in out
    assert "what they have in common" in out
    assert "must fix  " not in out


def test_sequences_that_are_ready_are_not_among_the_worst() -> None:
    run = run_of(*many(7).files[:1] * 6, *many(7).files[6:])
    out = shown(run)

    assert "the worst 1 of 7" in out
    assert out.count("outbound-") == 2  # in the table, and where to look next


def test_nothing_in_common_and_nothing_bad() -> None:
    out = shown(run_of(*many(1).files * 6))

    assert out.startswith("6 sequences: 6 ready\n")
    assert "in common" not in out
    assert "the worst" not in out
    assert "where to look next" not in out


def test_it_says_where_to_look_next() -> None:
    out = shown(many(13), width=120)

    assert "cadence-lint check cadences/emea/outbound-6.yaml" in out
    assert "cadence-lint explain frequency/too-many-touches-in-a-week" in out
    assert "add --output csv:cadences.csv" in out


def test_a_file_name_is_no_command_for_the_shell() -> None:
    story = full_story()
    file = story.file()
    bad = file.sequences[0]._replace(file="$(reboot) '.yaml", id="x")
    findings = tuple(finding._replace(sequence_id="x") for finding in file.findings)
    run = run_of(*many(6).files, file._replace(sequences=(bad,), findings=findings))

    assert "check '$(reboot) '\"'\"'.yaml'" in shown(run, width=120)


def test_long_names_and_files_keep_what_tells_them_apart() -> None:
    files = []
    for file in many(13).files:
        sequence = file.sequences[0]._replace(
            file=f"a/very/long/way/down/to/{file.file}", name="Night audits " * 9
        )
        files.append(file._replace(sequences=(sequence,)))
    out = shown(run_of(*files))

    assert "…/outbound-12.yaml" in out
    assert "Night audits" in out
    assert max(map(width_of, out.splitlines())) <= 80


def test_sequences_of_one_file_are_told_apart_by_their_names() -> None:
    sequences, findings = [], []
    for number in range(6):
        story = full_story()
        (sequence,) = story.file().sequences
        sequences.append(sequence._replace(id=f"{number}", name=f"Night audits {number}"))
        findings += [finding._replace(sequence_id=f"{number}") for finding in story.findings]
    file = full_story().file()._replace(sequences=tuple(sequences), findings=tuple(findings))

    for width in (40, 60, 80):
        assert "Night audits 3" in shown(run_of(file), width=width)
    assert "cadence-lint check night-audits.yaml -v" in shown(run_of(file))
