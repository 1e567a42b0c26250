from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from cadence_lint.linting import program as module
from cadence_lint.linting.program import program
from tests.scratch import write

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FILES = {
    "package/a.py": "one = 1\n",
    "package/in/b.py": "two = 2\n",
    "zones/tzdata.zi": "# version 2026a\n",
    "site/other-1.0.dist-info/METADATA": "",
}


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    write(tmp_path, FILES)
    monkeypatch.setattr(module, "_PACKAGE", str(tmp_path / "package"))
    monkeypatch.setattr(module, "_ZONES", (str(tmp_path / "zones"),))
    monkeypatch.syspath_prepend(str(tmp_path / "site"))
    yield tmp_path
    program.cache_clear()


def name() -> bytes:
    program.cache_clear()
    return program()


def test_it_is_the_same_as_long_as_nothing_changes(folder: Path) -> None:
    before = name()
    os.utime(folder / "package/a.py", (0, 0))
    write(folder, {"package/__pycache__/a.pyc": "x", "package/notes.txt": "y"})
    assert name() == before


@pytest.mark.parametrize(
    "change",
    [
        {"package/a.py": "one = 3\n"},
        {"package/in/b.py": "two = 3\n"},
        {"package/c.py": ""},
        {"zones/tzdata.zi": "# version 2026b\n"},
        {"site/other-1.1.dist-info/METADATA": ""},
    ],
    ids=["a source", "an inner source", "a new source", "time zones", "a package"],
)
def test_it_changes_with(folder: Path, change: dict[str, str]) -> None:
    before = name()
    times = os.stat(folder / "package/a.py")
    write(folder, change)
    os.utime(folder / "package/a.py", ns=(times.st_atime_ns, times.st_mtime_ns))
    assert name() != before


def test_it_changes_with_where_time_zones_are(monkeypatch: pytest.MonkeyPatch) -> None:
    before = name()
    monkeypatch.setenv("PYTHONTZPATH", "/nowhere")
    assert name() != before
