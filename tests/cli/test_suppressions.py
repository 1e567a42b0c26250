"""`suppressions` as a process."""

from __future__ import annotations

import csv
import json
import subprocess
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from tests.cli.program import run
from tests.scratch import write

if TYPE_CHECKING:
    from pathlib import Path

WEEK = "frequency/too-many-touches-in-a-week"
FILES = {
    "hasty.yaml": f"""\
name: Night audits
# cadence-lint: ignore-file[{WEEK}] agreed with the hotels
touches:
  - {{day: 1, channel: email}}
  - {{day: 2, channel: call}}
  - {{day: 3, channel: call}}
  - {{day: 4, channel: email}}
  # cadence-lint: ignore[{WEEK} until 2020-01-31] last year
  - {{day: 5, channel: call}}
""",
    "calm.yaml": f"""\
name: Night audits, slowly
# cadence-lint: ignore-file[{WEEK}]
touches:
  - {{day: 1, channel: email}}
  - {{day: 9, channel: call}}
""",
    "cadence-lint.yaml": f"""\
ignore:
  - {{rule: {WEEK}, files: [calm.yaml], reason: "=to be sure"}}
  - {{rule: tone/jargon, files: [nowhere.yaml], reason: gone, until: 2020-01-31}}
""",
}


@pytest.fixture(name="folder")
def _folder(tmp_path: Path) -> Path:
    return write(tmp_path, FILES)


def listed(folder: Path, *words: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(
        run("suppressions", *words, "--format", "json", cwd=folder).out
    )["suppressions"]
    return found


def test_each_is_listed_with_its_place_and_outcome(folder: Path) -> None:
    assert [
        (each["file"].rpartition("/")[2], each["line"], each["outcome"]) for each in listed(folder)
    ] == [
        ("cadence-lint.yaml", 2, "unused"),
        ("cadence-lint.yaml", 3, "ended"),
        ("calm.yaml", 2, "unused"),
        ("hasty.yaml", 2, "used"),
        ("hasty.yaml", 8, "ended"),
    ]


def test_an_entry_is_not_called_unused_where_not_all_was_looked_at(folder: Path) -> None:
    outcomes = {each["reason"]: each["outcome"] for each in listed(folder, "calm.yaml")}

    assert outcomes["=to be sure"] == "unknown"


def test_people_see_states_places_and_reasons(folder: Path) -> None:
    done = run("suppressions", "hasty.yaml", "--no-config", cwd=folder)

    assert done.status == 0
    assert done.out == (
        f"in use      {WEEK}\n"
        "            hasty.yaml:2\n"
        "            agreed with the hotels\n"
        "\n"
        f"ended       {WEEK}\n"
        "            hasty.yaml:8 · until 2020-01-31\n"
        "            last year\n"
        "\n"
        "2 suppressions: 1 in use, 1 ended\n"
    )


def test_a_spreadsheet_runs_nothing(folder: Path) -> None:
    done = run("suppressions", "--format", "csv", cwd=folder)
    rows = list(csv.DictReader(done.out.splitlines()))

    assert rows[0]["reason"] == "'=to be sure"
    assert {row["state"] for row in rows} == {"in use", "not needed", "ended"}


def git(folder: Path, *words: str) -> None:
    who = ("-c", "user.name=Mo", "-c", "user.email=mo@larkfield.example")
    subprocess.run(["git", *who, *words], cwd=folder, check=True, capture_output=True)


def commit(folder: Path, day: str) -> None:
    git(folder, "add", "hasty.yaml")
    git(folder, "commit", "-q", "-m", "Hasty", "--date", f"{day}T12:00:00Z")


def test_git_knows_since_when(folder: Path) -> None:
    git(folder, "init", "-q")
    commit(folder, "2026-03-04")
    moved = FILES["hasty.yaml"].replace("name:", "# a line\nname:").replace("last", "some")
    write(folder, {"hasty.yaml": moved})

    since = {each["line"]: each["since"] for each in listed(folder, "hasty.yaml", "--no-config")}
    assert since == {3: "2026-03-04", 9: None}


@pytest.mark.parametrize(
    ("days", "said"), [(0, ""), (1, " (1 day)"), (20, " (2 weeks)"), (250, " (8 months)")]
)
def test_people_see_how_old_each_is(days: int, said: str, folder: Path) -> None:
    since = date.today() - timedelta(days=days)
    git(folder, "init", "-q")
    commit(folder, since.isoformat())
    out = run("suppressions", "hasty.yaml", "--no-config", cwd=folder).out

    assert f"hasty.yaml:2 · since {since}{said}\n" in out


def test_a_shallow_clone_does_not_know_since_when(folder: Path) -> None:
    git(folder, "init", "-q")
    commit(folder, "2026-03-04")
    write(folder, {"hasty.yaml": FILES["hasty.yaml"].replace("last year", "some year")})
    commit(folder, "2026-04-05")
    write(folder, {"hasty.yaml": FILES["hasty.yaml"].replace("last year", "the year before")})
    commit(folder, "2026-05-06")

    git(folder, "clone", "-q", "--depth", "2", folder.as_uri(), "shallow")
    since = {each["line"]: each["since"] for each in listed(folder / "shallow")}
    assert since == {2: None, 8: "2026-05-06"}


def test_a_time_that_no_calendar_has_is_no_time(folder: Path) -> None:
    git(folder, "init", "-q")
    commit(folder, "2026-03-04")
    said = subprocess.run(
        ["git", "cat-file", "commit", "HEAD"], cwd=folder, check=True, capture_output=True
    ).stdout.replace(b"> 17", b"> 99999999917", 1)
    made = subprocess.run(
        ["git", "hash-object", "-t", "commit", "-w", "--literally", "--stdin"],
        cwd=folder,
        input=said,
        check=True,
        capture_output=True,
    ).stdout.decode()
    git(folder, "update-ref", "HEAD", made.strip())

    assert {each["since"] for each in listed(folder, "hasty.yaml")} == {None}


def test_what_cannot_be_read_is_told(folder: Path) -> None:
    write(folder, {"broken.yaml": "touches:\n  - day: 1\n   channel: email\n"})
    done = run("suppressions", cwd=folder)

    assert done.status == 2
    assert "broken.yaml" in done.err
    assert "in use" in done.out


def test_nothing_ignored_is_said(folder: Path) -> None:
    write(folder, {"plain/a.yaml": "touches:\n  - {day: 1, channel: email}\n"})

    assert (
        run("suppressions", "plain", "--no-config", cwd=folder).out == "nothing is ignored here\n"
    )
