"""What git ignores, we pass over: held against git itself."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cadence_lint.discovery import find_files
from cadence_lint.discovery.gitignore import Ignored
from tests.discovery.git import git

if TYPE_CHECKING:
    from pathlib import Path

FILES = ("a.yaml", "b.yaml", "in/a.yaml", "in/b.yaml", "in/deep/a.yaml", "in/deep/c.yaml")
PATTERNS = st.sampled_from(
    [
        *("a.yaml", "/a.yaml", "in/", "/in/deep", "**/b.yaml", "!a.yaml", "!in/", "*.yaml"),
        *("in/*", "!in/deep/", "deep/**", "# a.yaml", "", "[", "c.yaml ", "!/in/a.yaml"),
    ]
)
LINES = st.lists(PATTERNS, max_size=4)


def write(folder: Path, *lines: str) -> None:
    (folder / ".gitignore").write_text("\n".join(lines) + "\n", encoding="utf-8")


def repository(folder: Path) -> Path:
    git(folder, "init", "--quiet")
    for name in FILES:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("touches: []\n", encoding="utf-8")
    return folder


def found(folder: Path, under: str = ".") -> set[str]:
    top = folder / under
    return {os.path.relpath(each.path, folder) for each in find_files([str(top)])}


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(LINES, LINES, LINES)
def test_what_git_ignores_is_passed_over(
    tmp_path: Path, top: list[str], inner: list[str], private: list[str]
) -> None:
    folder = tmp_path / "repository"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    repository(folder)
    write(folder, *top)
    write(folder / "in", *inner)
    (folder / ".git" / "info" / "exclude").write_text("\n".join(private), encoding="utf-8")
    kept = git(folder, "ls-files", "--others", "--cached", "--exclude-standard")
    assert found(folder) == {name for name in kept.splitlines() if name.endswith(".yaml")}


def test_files_above_the_walked_folder_count(tmp_path: Path) -> None:
    folder = repository(tmp_path)
    write(folder, "/in/deep/a.yaml")
    write(folder / "in", "b.yaml")
    assert found(folder, "in") == {"in/a.yaml", "in/deep/c.yaml"}
    assert found(folder, "in/deep") == {"in/deep/c.yaml"}


def test_a_named_file_is_read_although_git_ignores_it(tmp_path: Path) -> None:
    folder = repository(tmp_path)
    write(folder, "*.yaml")
    named = str(folder / "a.yaml")
    assert [each.path for each in find_files([named, str(folder)])] == [named]


def test_outside_of_a_repository_nothing_is_ignored(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("", encoding="utf-8")
    write(tmp_path, "*")
    assert not Ignored.above(str(tmp_path)).holds(str(tmp_path / "a.yaml"))
