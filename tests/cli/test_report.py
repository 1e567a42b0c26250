"""`report`, and the same page from `check`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cli.program import HASTY, runner
from tests.scratch import write

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.program import Outcome


@pytest.fixture(name="folder")
def _folder(tmp_path: Path) -> Path:
    return write(tmp_path, {"plans/hasty.yaml": HASTY, "plans/other.yaml": HASTY})


@pytest.fixture(name="run")
def _run(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., Outcome]:
    return runner(folder, monkeypatch, capsys)


def test_a_page_is_written_whatever_was_found(folder: Path, run: Callable[..., Outcome]) -> None:
    done = run("report", "plans", "-o", "page.html")
    assert (done.status, done.out) == (0, "")
    assert done.err == "page.html: 2 sequences; open it in a browser\n"
    assert (folder / "page.html").read_text("utf-8").startswith("<!doctype html>")


def test_without_a_name_it_is_called_report(folder: Path, run: Callable[..., Outcome]) -> None:
    assert run("report", "plans").status == 0
    assert (folder / "report.html").is_file()


def test_check_prints_and_writes_the_same_page(folder: Path, run: Callable[..., Outcome]) -> None:
    run("report", "plans", "-o", "page.html")
    page = (folder / "page.html").read_text("utf-8")
    printed = run("check", "plans", "--format", "html")
    assert (printed.status, printed.out) == (1, page)
    assert run("report", "plans", "-o", "-").out == page
    run("check", "plans", "--output", "html:beside.html")
    assert (folder / "beside.html").read_text("utf-8") == page


def test_what_could_not_be_read_is_told_and_a_failure(
    folder: Path, run: Callable[..., Outcome]
) -> None:
    write(folder, {"plans/broken.yaml": "touches: [{day: soon, channel: email}]"})
    done = run("report", "plans", "-o", "page.html")
    assert done.status == 2
    assert "plans/broken.yaml:1:" in done.err
    assert "What could not be read" in (folder / "page.html").read_text("utf-8")


def test_nothing_to_report_is_a_failure(folder: Path, run: Callable[..., Outcome]) -> None:
    (folder / "empty").mkdir()
    done = run("report", "empty", "-o", "page.html")
    assert done.status == 2
    assert "no sequence in empty" in done.err
    assert not (folder / "page.html").exists()


def test_a_page_that_cannot_be_written_is_a_failure(run: Callable[..., Outcome]) -> None:
    done = run("report", "plans", "-o", "nowhere/page.html")
    assert done.status == 2
    assert "nowhere/page.html" in done.err
