"""What counts as changed, in real repositories."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cadence_lint.acceptance import git as git_module
from cadence_lint.acceptance.changes import Repositories, changes_between, only_changed
from cadence_lint.acceptance.git import Git, GitError
from cadence_lint.linting.request import Request
from cadence_lint.linting.run import lint
from tests import scratch
from tests.scratch import rule_text, use_rules, write

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

RULES = {
    "rules/tone/word.yaml": rule_text(options="{words: [really]}"),
    "rules/frequency/calls.yaml": rule_text(
        check="all-touches", options="{channels: [call]}", message='"{days}"'
    ),
}
WORD = """\
name: Renewals
touches:
  - day: 1
    channel: email
    body: |
      One line.
      We really care.
      Another line.
  - day: 3
    channel: email
    body: |
      A second mail.
      It really helps.
"""
CALLS = """\
name: Calls
touches:
  - {day: 1, channel: call}
  - {day: 2, channel: email}
  - {day: 3, channel: call}
"""


def git(*words: str, cwd: Path) -> None:
    surroundings = {
        "PATH": os.environ["PATH"],
        "HOME": str(cwd),
        "GIT_AUTHOR_NAME": "Mo",
        "GIT_AUTHOR_EMAIL": "mo@larkfield.example",
        "GIT_COMMITTER_NAME": "Mo",
        "GIT_COMMITTER_EMAIL": "mo@larkfield.example",
    }
    subprocess.run(["git", *words], cwd=cwd, env=surroundings, check=True, capture_output=True)


@pytest.fixture(name="folder", autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    use_rules(monkeypatch, write(tmp_path, RULES) / "rules")
    folder = write(tmp_path / "work", {"a.yaml": WORD, "calls.yaml": CALLS})
    git("init", "-q", cwd=folder)
    commit(folder)
    monkeypatch.chdir(folder)
    yield from (folder for _ in scratch.register_checks())


def commit(folder: Path) -> None:
    git("add", "-A", cwd=folder)
    git("commit", "-q", "-m", "More", cwd=folder)


def counting(*paths: str, revision: str = "HEAD") -> list[str]:
    looked_at = paths or (".",)
    repositories = Repositories(looked_at, revision)
    run = lint(Request(looked_at, keeps_sequences=True))
    narrowed = only_changed(run, repositories, revision)
    assert len(narrowed.shown) + len(narrowed.unchanged) == len(run.shown)
    return [f"{each.place.file}:{each.place.line}" for each in narrowed.shown]


def test_nothing_counts_where_nothing_changed() -> None:
    assert counting() == []


@pytest.mark.parametrize("how", ["unstaged", "staged", "committed"])
def test_a_changed_line_counts(how: str, folder: Path) -> None:
    write(folder, {"a.yaml": WORD.replace("We really care.", "We really do care.")})
    if how == "staged":
        git("add", "-A", cwd=folder)
    if how == "committed":
        commit(folder)

    assert counting(revision="HEAD~1" if how == "committed" else "HEAD") == ["a.yaml:7"]


def test_moved_lines_did_not_change(folder: Path) -> None:
    write(folder, {"a.yaml": WORD.replace("One line.", "One line.\n      A new one.")})

    assert counting() == []


def test_an_untracked_file_counts_whole(folder: Path) -> None:
    write(folder, {"new/ä b\n.yaml": WORD.replace("One", "Two").replace("A", "B")})

    assert len(counting()) == 2


def test_a_renamed_file_is_the_same(folder: Path) -> None:
    os.rename(folder / "a.yaml", folder / "-b.yaml")
    write(folder, {"-b.yaml": WORD.replace("It really helps.", "It does really help.")})

    assert counting() == ["-b.yaml:13"]


def test_a_copied_file_is_new(folder: Path) -> None:
    write(folder, {"b.yaml": WORD})

    assert counting() == ["b.yaml:7", "b.yaml:13"]


def test_other_line_ends_are_no_change(folder: Path) -> None:
    (folder / "a.yaml").write_bytes(b"\xef\xbb\xbf" + WORD.replace("\n", "\r\n").encode())

    assert counting() == []


def test_what_is_about_steps_counts_with_what_lies_between(folder: Path) -> None:
    without = CALLS.replace("  - {day: 2, channel: email}\n", "")
    write(folder, {"calls.yaml": without})

    assert counting() == ["calls.yaml:3"]


def test_what_is_about_the_whole_counts_with_any_of_its_lines(folder: Path) -> None:
    both = f"{CALLS}---\n{WORD}"
    write(folder, {"calls.yaml": both})
    commit(folder)

    write(folder, {"calls.yaml": both.replace("A second mail.", "Another mail.")})
    assert counting("calls.yaml") == []
    write(folder, {"calls.yaml": both.replace("name: Calls", "name: More calls")})
    assert counting("calls.yaml") == ["calls.yaml:3"]


def test_a_folder_within_the_repository(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(folder, {"team/a.yaml": WORD})
    commit(folder)
    write(folder, {"team/a.yaml": WORD.replace("We really care.", "We really do care.")})
    monkeypatch.chdir(folder / "team")

    assert counting() == ["a.yaml:7"]


def test_nothing_that_a_repository_names_is_run(folder: Path) -> None:
    trap = folder / "trap.sh"
    trap.write_text('#!/bin/sh\ntouch "$(dirname "$0")/ran"\ncat\n')
    trap.chmod(0o755)
    for key in (
        "core.fsmonitor",
        "core.pager",
        "diff.external",
        "diff.trap.textconv",
        "filter.trap.clean",
        "filter.trap.smudge",
    ):
        git("config", key, str(trap), cwd=folder)
    write(folder, {".gitattributes": "*.yaml diff=trap filter=trap\n"})
    write(folder, {"a.yaml": WORD.replace("We really care.", "We really do care.")})

    assert counting() == ["a.yaml:7"]
    assert not (folder / "ran").exists()


def test_no_git_of_the_folder_itself_is_run(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    trap = folder / "git"
    trap.write_text('#!/bin/sh\ntouch "$(dirname "$0")/ran"\n')
    trap.chmod(0o755)
    monkeypatch.setenv("PATH", os.pathsep.join(["", ".", os.environ["PATH"]]))

    assert counting() == []
    assert not (folder / "ran").exists()


def test_a_repository_within_the_folder_that_is_none_is_not_looked_into(folder: Path) -> None:
    git("init", "-q", "--bare", "inner", cwd=folder)
    git("config", "core.fsmonitor", f"touch {folder}/ran", cwd=folder / "inner")
    write(folder / "inner", {".git/x": "", "a.yaml": WORD})

    with pytest.raises(GitError, match=r"bare repository|not a git repository"):
        counting("inner/a.yaml")
    assert not (folder / "ran").exists()


def test_what_did_not_change_is_not_even_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Git, "contents", None)

    assert counting() == []


def test_a_submodule_is_held_against_the_commit_that_it_had(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    outer = write(tmp_path / "outer", {"b.yaml": WORD})
    git("init", "-q", cwd=outer)
    allowed = ("-c", "protocol.file.allow=always")
    git(*allowed, "submodule", "add", "-q", str(folder), "sub", cwd=outer)
    commit(outer)
    write(outer / "sub", {"a.yaml": WORD.replace("really care", "really do care")})
    commit(outer / "sub")
    write(outer, {"added/a.yaml": WORD.replace("A second", "One more")})
    git("init", "-q", cwd=outer / "added")
    commit(outer / "added")
    monkeypatch.chdir(outer)

    # In `sub` itself HEAD has the change; in the repository that was named it has not.
    assert counting() == ["added/a.yaml:7", "added/a.yaml:13", "sub/a.yaml:7"]
    assert counting("sub") == []


def test_a_shallow_clone_has_what_it_has(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(folder, {"a.yaml": WORD.replace("One line", "A line")})
    commit(folder)
    git("clone", "-q", "--depth", "1", folder.as_uri(), "shallow", cwd=tmp_path)
    monkeypatch.chdir(tmp_path / "shallow")

    assert counting() == []
    with pytest.raises(GitError, match="a shallow clone has only the newest"):
        counting(revision="HEAD~1")


def test_a_clone_without_contents_fetches_none(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    git("config", "uploadpack.allowFilter", "true", cwd=folder)
    words = ("-q", "--filter=blob:none", "--no-checkout", folder.as_uri(), "partial")
    git("clone", *words, cwd=tmp_path)
    write(tmp_path / "partial", {"a.yaml": WORD.replace("One line", "A line")})
    monkeypatch.chdir(tmp_path / "partial")

    with pytest.raises(GitError):
        counting()


def test_a_repository_of_somebody_else_is_told_with_what_to_do(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    others = {"GIT_TEST_ASSUME_DIFFERENT_OWNER": "1"}
    monkeypatch.setattr(git_module, "_SURROUNDINGS", git_module._SURROUNDINGS | others)

    with pytest.raises(GitError, match=r"git config --global --add safe.directory"):
        Repositories(["."], "HEAD")


def test_what_a_hook_says_of_another_repository_is_not_heard(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("GIT_DIR", "/nowhere")
    monkeypatch.setenv("GIT_INDEX_FILE", "/nowhere/index")

    assert counting() == []


@pytest.mark.parametrize("revision", ["nowhere", "--help", "HEAD:a.yaml", "", "-", "HEAD --all"])
def test_a_revision_that_is_none_is_refused(revision: str) -> None:
    with pytest.raises(GitError, match="no revision"):
        Repositories(["."], revision)


def test_a_file_outside_of_any_repository_is_refused(tmp_path: Path) -> None:
    with pytest.raises(GitError, match="in no git repository"):
        Repositories([str(tmp_path)], "HEAD")


def test_git_may_be_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    with pytest.raises(GitError, match="not installed"):
        Repositories(["."], "HEAD")


_lines = st.lists(st.sampled_from("abc"), max_size=8)


@given(_lines, _lines)
def test_what_did_not_change_stands_in_both(before: list[str], after: list[str]) -> None:
    changes = changes_between(before, after)
    same = [line for number, line in enumerate(after, 1) if number not in changes.lines]

    rest = iter(before)
    assert all(line in rest for line in same)
    assert bool(changes.lines or changes.cuts) == (before != after)
