"""`check` with a baseline, since a revision, and with statistics, as a process."""

from __future__ import annotations

import json
import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.cli.program import HASTY, WEEK, run
from tests.scratch import write

if TYPE_CHECKING:
    from pathlib import Path

ONLY = ("--select", WEEK, "--format", "concise")


@pytest.fixture(name="folder")
def _folder(tmp_path: Path) -> Path:
    return write(tmp_path, {"a.yaml": HASTY})


def test_what_is_written_is_accepted_and_what_is_new_fails(folder: Path) -> None:
    written = run("check", "--write-baseline", "b.json", *ONLY, cwd=folder)
    assert (written.status, written.err) == (
        0,
        "cadence-lint: b.json knows 1 finding now: 1 new, 0 gone\n",
    )

    known = run("check", "--baseline", "b.json", *ONLY, cwd=folder)
    assert known.status == 0
    assert known.out == "1 sequence in 1 file: 0 errors, 0 warnings, 0 infos, 1 known\n"

    write(folder, {"b.yaml": HASTY.replace("Night", "Day")})
    new = run("check", "--baseline", "b.json", *ONLY, cwd=folder)
    assert new.status == 1
    assert new.out.startswith("b.yaml:")


def test_what_is_gone_is_told_and_forgotten(folder: Path) -> None:
    run("check", "--write-baseline", "b.json", *ONLY, cwd=folder)
    write(folder, {"a.yaml": "name: Night audits\ntouches:\n  - {day: 1, channel: email}\n"})

    told = run("check", "--baseline", "b.json", *ONLY, cwd=folder)
    assert told.status == 0
    assert told.out.splitlines()[-1] == (
        "1 of the baseline is gone: write it anew with --write-baseline b.json"
    )
    pretty = run("check", "--baseline", "b.json", "--select", WEEK, cwd=folder)
    assert "1 of the baseline is gone" in pretty.out

    written = run("check", "--write-baseline", "b.json", *ONLY, cwd=folder)
    assert written.err.endswith("b.json knows 0 findings now: 0 new, 1 gone\n")
    again = run("check", "--baseline", "b.json", *ONLY, cwd=folder)
    assert "gone" not in again.out


def test_programs_get_the_counts(folder: Path) -> None:
    run("check", "--write-baseline", "b.json", *ONLY, cwd=folder)
    words = ("--baseline", "b.json", "--select", WEEK, "--format", "json")
    said = json.loads(run("check", *words, cwd=folder).out)

    assert said["findings"] == []
    assert said["summary"]["known"] == 1
    assert said["summary"]["gone"] == 0


@pytest.mark.parametrize("option", ["--baseline", "--write-baseline"])
def test_no_other_file_is_taken_for_a_baseline_or_written_over(option: str, folder: Path) -> None:
    done = run("check", option, "a.yaml", *ONLY, cwd=folder)

    assert done.status == 2
    assert done.err.startswith("cadence-lint: a.yaml:1:1: this is no baseline")
    assert len(done.err.splitlines()) == 1
    assert (folder / "a.yaml").read_text() == HASTY


def test_a_missing_baseline_is_an_error(folder: Path) -> None:
    done = run("check", "--baseline", "b.json", *ONLY, cwd=folder)

    assert (done.status, done.out) == (2, "")
    assert "there is no b.json" in done.err


def test_a_baseline_is_not_written_where_not_all_could_be_read(folder: Path) -> None:
    write(folder, {"broken.yaml": "touches:\n  - day: 1\n   channel: email\n"})
    done = run("check", "--write-baseline", "b.json", *ONLY, cwd=folder)

    assert done.status == 2
    assert not (folder / "b.json").exists()


def test_only_what_changed_counts(folder: Path) -> None:
    def git(*words: str) -> None:
        who = ("-c", "user.name=Mo", "-c", "user.email=mo@larkfield.example")
        subprocess.run(["git", *who, *words], cwd=folder, check=True, capture_output=True)

    git("init", "-q")
    git("add", "-A")
    git("commit", "-q", "-m", "Hasty")
    same = run("check", "--changed-since", "HEAD", *ONLY, cwd=folder)
    assert same.status == 0
    assert same.out.endswith("0 infos, 1 not changed since HEAD\n")

    write(folder, {"a.yaml": HASTY.replace("day: 4", "day: 3")})
    assert run("check", "--changed-since", "HEAD", *ONLY, cwd=folder).status == 1

    piped = ("-", "--stdin-filename", "a.yaml", "--changed-since", "HEAD", *ONLY)
    assert run("check", *piped, cwd=folder, stdin=HASTY.encode()).status == 0
    hastier = HASTY.replace("day: 4", "day: 3").encode()
    assert run("check", *piped, cwd=folder, stdin=hastier).status == 1

    nowhere = run("check", "--changed-since", "nowhere", *ONLY, cwd=folder)
    assert nowhere.status == 2
    assert nowhere.err.startswith("cadence-lint: --changed-since: there is no revision 'nowhere'")


def test_without_a_repository_nothing_has_changed_since(folder: Path) -> None:
    done = run("check", "--changed-since", "HEAD", *ONLY, cwd=folder)

    assert done.status == 2
    assert "no git repository" in done.err


def test_statistics_stand_beside_what_programs_read(folder: Path) -> None:
    people = run("check", "--statistics", *ONLY, cwd=folder)
    assert people.out.endswith(
        f"\n\nby rule\n  1  {WEEK}\n\nby sequence\n  1  Night audits  a.yaml\n"
    )

    programs = run("check", "--statistics", "--select", WEEK, "--format", "json", cwd=folder)
    assert json.loads(programs.out)["summary"]["sequences"] == 1
    assert "by rule" in programs.err
