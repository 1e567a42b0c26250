from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from cadence_lint import cache

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return tmp_path / "cadence-lint"


def test_what_is_stored_is_loaded(folder: Path) -> None:
    assert cache.load("a.json") is None
    cache.store("a.json", b"text \xf0\x00\r\n\n")
    assert cache.load("a.json") == b"text \xf0\x00\r\n\n"
    assert [path.name for path in folder.iterdir()] == ["a.json"]


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: b"",
        lambda data: data[:-1],
        lambda data: data.replace(b"e", b"i"),
        lambda data: data + b" ",
        lambda data: b"\xff" * 20,
        lambda data: data.partition(b"\n")[2],
    ],
)
def test_what_is_damaged_was_never_there(folder: Path, damage: object) -> None:
    assert callable(damage)
    cache.store("a.json", b"some text")
    path = folder / "a.json"
    path.write_bytes(damage(path.read_bytes()))
    assert cache.load("a.json") is None


def test_a_folder_that_cannot_be_written_is_no_failure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    cache.store("a.json", b"text")
    cache.drop_others("a", 1)
    assert cache.load("a.json") is None


def test_a_write_that_fails_leaves_nothing_behind(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*paths: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "replace", refuse)
    cache.store("a.json", b"text")
    assert list(folder.iterdir()) == []


def test_parallel_writers_leave_one_whole_text(folder: Path) -> None:
    texts = [str(number).encode() * 100_000 for number in range(8)]

    def work(text: bytes) -> bool:
        cache.store("a.json", text)
        return cache.load("a.json") in texts

    with ThreadPoolExecutor(8) as pool:
        assert all(pool.map(work, texts * 4))
    assert [path.name for path in folder.iterdir()] == ["a.json"]


def test_the_newest_are_kept(folder: Path) -> None:
    for age, name in enumerate(("a-1", "a-2", "a-3", "b-1")):
        cache.store(name, b"text")
        os.utime(folder / name, (100 - age, 100 - age))
    cache.drop_others("a-", 2)
    assert sorted(path.name for path in folder.iterdir()) == ["a-1", "a-2", "b-1"]


@pytest.mark.parametrize(
    ("platform", "environment", "expected"),
    [
        ("linux", {"XDG_CACHE_HOME": "/caches"}, "/caches/cadence-lint"),
        ("linux", {"XDG_CACHE_HOME": "caches"}, "/home/sam/.cache/cadence-lint"),
        ("linux", {}, "/home/sam/.cache/cadence-lint"),
        ("win32", {"LOCALAPPDATA": "/local"}, "/local/cadence-lint/cache"),
        ("win32", {}, "/home/sam/cadence-lint/cache"),
    ],
)
def test_the_folder_is_where_the_system_keeps_caches(
    monkeypatch: pytest.MonkeyPatch, platform: str, environment: dict[str, str], expected: str
) -> None:
    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.delenv("LOCALAPPDATA", raising=False)
    monkeypatch.setenv("HOME", "/home/sam")
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr("sys.platform", platform)
    assert cache.folder() == expected
