from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from cadence_lint.discovery import find_files
from tests.scratch import close_folder, write

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def found(*paths: str) -> list[str]:
    """The files under some paths; a named one with a star."""
    return [each.path + "*" * each.is_named for each in find_files(paths)]


def test_a_folder_is_walked_for_names_that_may_hold_a_sequence(tmp_path: Path) -> None:
    write(
        tmp_path,
        dict.fromkeys(("b.yaml", "a.YML", "c/d.txt", "c/a.md", "c/e/f.yaml", "x.py", "y"), ""),
    )
    assert found(".") == ["a.YML", "b.yaml", "c/a.md", "c/d.txt", "c/e/f.yaml"]


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        (".", "a/b.yaml"),
        ("a", "a/b.yaml"),
        ("a/", "a/b.yaml"),
        ("./a", "./a/b.yaml"),
        ("a/../a", "a/../a/b.yaml"),
    ],
)
def test_paths_are_as_they_were_given(tmp_path: Path, path: str, shown: str) -> None:
    write(tmp_path, {"a/b.yaml": ""})
    assert found(path) == [shown]


def test_a_whole_path_stays_whole(tmp_path: Path) -> None:
    write(tmp_path, {"a/b.yaml": ""})
    assert found(str(tmp_path)) == [str(tmp_path / "a/b.yaml")]


def test_hidden_and_other_peoples_folders_are_passed_over(tmp_path: Path) -> None:
    names = ("node_modules/a.yaml", ".git/a.yaml", "b/.hidden.yaml", "b/venv/a.yaml", "b/a.yaml")
    write(tmp_path, dict.fromkeys(names, ""))
    assert found(".") == ["b/a.yaml"]
    assert found(".git", "node_modules") == [".git/a.yaml", "node_modules/a.yaml"]


def test_a_named_file_is_read_whatever_its_name_and_whether_it_exists(tmp_path: Path) -> None:
    write(tmp_path, {"notes": "", ".hidden.yaml": ""})
    assert found("notes", ".hidden.yaml", "gone.yaml", "-") == [
        "notes*", ".hidden.yaml*", "gone.yaml*", "-*",
    ]  # fmt: skip


def test_a_file_is_read_once_and_is_named_if_it_was_anywhere(tmp_path: Path) -> None:
    write(tmp_path, {"a.yaml": "", "b.yaml": ""})
    assert found("a.yaml", "./a.yaml", str(tmp_path / "a.yaml")) == ["a.yaml*"]
    assert found(".", "b.yaml", "a/../b.yaml") == ["a.yaml", "b.yaml*"]


def test_links_to_files_are_read_once_and_links_to_folders_are_not_followed(tmp_path: Path) -> None:
    write(tmp_path, {"a/b.yaml": ""})
    (tmp_path / "a/again.yaml").symlink_to("b.yaml")
    (tmp_path / "a/circle").symlink_to("..")
    (tmp_path / "linked").symlink_to("a")
    assert found(".") == ["a/b.yaml"]
    assert found("linked") == ["linked/b.yaml"]
    assert found("a/again.yaml", ".") == ["a/again.yaml*"]


def test_links_out_of_the_folder_that_is_walked_are_not_followed(tmp_path: Path) -> None:
    write(tmp_path, {"work/in/a.yaml": "", "secret.yaml": "", "work-too/b.yaml": ""})
    (tmp_path / "work/out.yaml").symlink_to("../secret.yaml")
    (tmp_path / "work/beside.yaml").symlink_to(tmp_path / "work-too/b.yaml")
    (tmp_path / "work/nowhere.yaml").symlink_to("../gone.yaml")
    (tmp_path / "work/inner.yaml").symlink_to("in/a.yaml")
    assert found("work") == ["work/in/a.yaml"]
    assert found("work/out.yaml") == ["work/out.yaml*"]


def test_a_folder_that_is_a_link_is_walked_where_it_is_named(tmp_path: Path) -> None:
    write(tmp_path, {"work/in/a.yaml": ""})
    (tmp_path / "linked").symlink_to("work")
    (tmp_path / "work/in/b.yaml").symlink_to("../../linked/in/c.yaml")
    assert found("linked") == ["linked/in/a.yaml", "linked/in/b.yaml"]


def test_a_link_that_leads_nowhere_is_found_for_its_fault_to_be_told(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").symlink_to("gone.yaml")
    (tmp_path / "b.yaml").symlink_to("b.yaml")
    assert found(".") == ["a.yaml", "b.yaml"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_in_a_folder_is_passed_over(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.yaml")
    assert found(".") == []
    assert found("a.yaml") == ["a.yaml*"]


def test_a_folder_that_cannot_be_looked_into_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, {"a/b.yaml": "", "closed/c.yaml": ""})
    close_folder("closed", monkeypatch)
    files = list(find_files(["."]))
    assert [(each.path, each.problem) for each in files] == [
        ("a/b.yaml", None),
        ("closed", "Permission denied"),
    ]
