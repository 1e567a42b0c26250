from pathlib import Path

from cadence_lint import lint_paths, lint_text

TOUCHES = "touches:\n- {day: 1, channel: email}\n"
AUDIENCE = "alignment/audience-undeclared"


def test_what_is_assumed_for_a_file_is_not_said() -> None:
    assert [each.rule for each in lint_text(TOUCHES, select=[AUDIENCE]).findings] == [AUDIENCE]


def test_what_a_team_assumes_for_some_files_is_said(tmp_path: Path) -> None:
    (tmp_path / "cadence-lint.yaml").write_text(
        "extends: strict\noverrides:\n- {files: [warm/**], assume: {relationship: warm}}\n"
    )
    (tmp_path / "warm").mkdir()
    for path in (tmp_path / "warm" / "a.yaml", tmp_path / "b.yaml"):
        path.write_text(TOUCHES)
    run = lint_paths([str(tmp_path)], select=[AUDIENCE])
    assert [Path(each.place.file).name for file in run.files for each in file.findings] == [
        "b.yaml"
    ]


def test_a_format_without_a_place_for_it_is_left_alone() -> None:
    cadence = "nights:\n  cadence:\n    1:\n      - {channel: email}\n"
    assert lint_text(cadence, select=["alignment/no-reply-plan", AUDIENCE]).findings == ()
