"""Patterns of paths: held against git's own, and never slow."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cadence_lint.discovery.path_patterns import hold, last_match, read_patterns
from tests.discovery.git import git

if TYPE_CHECKING:
    from pathlib import Path

NAMES = ("a", "b", "ab", "ba", "a.b", "-", "]", "a]", "!a", "aab", "[a", "a b", "\\")
PATHS = [*NAMES, *(f"{x}/{y}" for x in NAMES[:5] for y in NAMES[:6])]
PATHS += [f"{x}/{y}/{z}" for x in NAMES[:3] for y in NAMES[:3] for z in NAMES[:3]]


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("repository")
    git(folder, "init", "--quiet")
    return folder


def ignored_by_git(folder: Path, lines: list[str]) -> set[str]:
    (folder / ".gitignore").write_text("\n".join(lines), encoding="utf-8")
    asked = ("check-ignore", "--no-index", "-z", "--stdin")
    out = git(folder, *asked, said="\0".join(PATHS), may_fail=True)  # as it does on no match
    return set(out.split("\0")) - {""}


def ignored_by_us(lines: list[str]) -> set[str]:
    """Walked as discovery walks: what lies in an ignored folder is ignored."""
    patterns = read_patterns(lines)

    def is_ignored(path: str) -> bool:
        names = path.split("/")
        return any(
            last_match(patterns, names[:count], is_folder=count < len(names))
            for count in range(1, len(names) + 1)
        )

    return {path for path in PATHS if is_ignored(path)}


SIGNS = st.sampled_from(
    ["a", "b", "*", "**", "/", "?", "[", "]", "!", "-", "^", "\\", ".", " ", "#"]
)
LINE = st.lists(SIGNS, min_size=1, max_size=6).map("".join)
LINES = st.lists(LINE.filter(lambda line: "*\\/" not in line), min_size=1, max_size=3)
"""Without `**\\/`, where git wants a folder that it does not want with `**/`."""


@settings(max_examples=300, deadline=None)
@given(LINES)
def test_they_mean_what_git_takes_them_for(repository: Path, lines: list[str]) -> None:
    assert ignored_by_us(lines) == ignored_by_git(repository, lines)


STARS = st.sampled_from(["a", "b", "**", "**/", "/", "?", "***/"])
STARRED = st.lists(STARS, min_size=2, max_size=6).map("".join)


@settings(max_examples=200, deadline=None)
@given(st.lists(STARRED, min_size=1, max_size=2))
def test_two_stars_mean_what_git_takes_them_for(repository: Path, lines: list[str]) -> None:
    assert ignored_by_us(lines) == ignored_by_git(repository, lines)


@pytest.mark.parametrize(
    ("line", "path", "is_held"),
    [
        ("[a/]", "a", True),
        ("[a/]", "in/a", False),
        (r"a\/b", "a/b", True),
        ("nurture/**", "nurture/a.yaml", True),
        ("nurture", "nurture/in/a.yaml", True),
        ("nurture/", "nurture/in/a.yaml", True),
        ("*.yaml", "in/a.yaml", True),
        ("in/*.yaml", "in/deep/a.yaml", False),
        ("/a.yaml", "in/a.yaml", False),
    ],
)
def test_a_file_is_reached_through_its_folders(line: str, path: str, is_held: bool) -> None:
    assert hold(read_patterns([line]), path.split("/")) == is_held


@pytest.mark.parametrize("line", ["", "   ", "# drafts", "!", "/", "a[", "a\\"])
def test_what_is_no_pattern(line: str) -> None:
    assert read_patterns([line]) == ()


@pytest.mark.parametrize(
    ("line", "path"),
    [
        ("*a" * 2000 + "b", "a" * 4000),
        ("**/a/" * 1000 + "b", "a/" * 1000 + "c"),
        ("[" * 5000, "[" * 5000),
        ("*" * 5000 + "b", "a" * 5000),
        ("a" + "**/" * 5000 + "b", "a/" * 1000 + "c"),
        ("a**/" * 1000 + "b", "a/" * 1000 + "c"),
    ],
)
def test_hostile_patterns_end(line: str, path: str) -> None:
    assert not hold(read_patterns([line]), path.split("/"))
