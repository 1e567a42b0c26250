"""Many files in several processes: the same results, and a clean end whatever happens."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from datetime import date
from typing import TYPE_CHECKING, get_args

import pytest

from cadence_lint.cli.plain import Output
from cadence_lint.linting.request import Request
from cadence_lint.linting.run import lint
from cadence_lint.linting.workers import Lost
from tests import scratch
from tests.cli.program import run
from tests.scratch import close_folder, rule_text, write

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from cadence_lint.linting.results import Run

ON_LINUX = sys.platform == "linux"
only_on_linux = pytest.mark.skipif(not ON_LINUX, reason="looks at processes as Linux shows them")
FORMS = [name for name in get_args(Output) if name != "html"]
"""All but the one that needs what the files say."""
RULES = {
    "rules/tone/word.yaml": rule_text(options="{words: [really]}"),
    "rules/tone/other.yaml": rule_text(options="{words: [very]}"),
    "rules/structure/ended.yaml": rule_text(
        check="remark", options="{kind: ended-suppression}", message='"ended: {until}"'
    ),
}
CONFIG = """\
ignore:
  - {rule: tone/other, until: 2026-01-01, reason: old}
  - {rule: tone/word, files: [other-3.yaml], reason: theirs}
"""
ODD = {
    "broken.yaml": "touches:\n  - day: [\n",
    "empty.yaml": "",
    "notes.md": "# Nothing\n",
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A repository with files of all kinds; the rules are outside of it."""
    for folder in scratch.repository(tmp_path, monkeypatch, RULES):
        write(folder, {f"in/{name}": text for name, text in ODD.items()})
        write(folder, {f"a/{number}.yaml": sequence(number) for number in range(40)})
        write(folder, {f"other-{number}.yaml": sequence(number) for number in range(8)})
        yield folder


def sequence(number: int) -> str:
    words = " and ".join(["really"] * (number % 4) + ["very"] * (number % 3))
    return f"name: S{number}\ntouches:\n  - day: 1\n    channel: email\n    body: It is {words}.\n"


def linted(jobs: int, *paths: str) -> Run:
    return lint(Request(paths or (".",), today=date(2026, 11, 21), jobs=jobs))


# The same, whatever the number


@pytest.mark.parametrize("jobs", [2, 3, 40])
def test_results_are_the_same_whatever_the_number_of_processes(folder: Path, jobs: int) -> None:
    write(folder, {"cadence-lint.yaml": CONFIG})
    alone, together = linted(1), linted(jobs)
    assert together.files == alone.files
    assert set(together.rules) == set(alone.rules)
    assert [found.rule for found in alone.findings].count("structure/ended") == 1
    assert len(alone.errors) == 1
    assert len(alone.suppressed) == 1


def test_what_is_no_plain_file_stays_with_the_first_process(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Standard input can be read once, and a folder that is closed is no file."""
    close_folder("in", monkeypatch)
    runs = [
        lint(
            Request((".", "-"), today=date(2026, 11, 21), jobs=jobs),
            lambda: sequence(3).encode(),
            "piped.yaml",
        )
        for jobs in (1, 3)
    ]
    assert runs[0].files == runs[1].files
    assert "cannot be looked into" in runs[0].errors[0].message
    assert "piped.yaml" in [each.file for each in runs[0].sequences]


def test_a_process_that_is_no_copy_reads_the_rules_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where there are threads, a process is started anew, as it is on macOS and Windows."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    work = write(tmp_path / "work", {f"{number}.yaml": sequence(number) for number in range(24)})
    # What lies in the folder that is linted is not run.
    trap = f"open({str(tmp_path / 'sprung')!r}, 'w').close()\n"
    write(work, {"bisect.py": trap, "multiprocessing/__init__.py": trap, "yaml.py": trap})
    monkeypatch.chdir(work)
    alone = linted(1)
    done = threading.Event()
    thread = threading.Thread(target=done.wait)
    thread.start()
    try:
        together = linted(2)
    finally:
        done.set()
        thread.join()
    assert together.files == alone.files
    assert alone.findings
    assert not (tmp_path / "sprung").exists()


def test_few_files_stay_in_one_process(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "cadence_lint.linting.workers", None)
    assert len(linted(8, "other-1.yaml", "other-2.yaml").files) == 2


# What goes wrong


def test_a_fault_in_one_file_costs_that_file(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rule = rule_text(check="whole", options="", message='"{name}"')
    write(folder.parent, {"rules/structure/whole.yaml": rule})
    monkeypatch.setattr(scratch.CHECKS["whole"], "check", fails_on_s33)
    run = linted(2)
    assert [error.file for error in run.errors if error.kind == "rule"] == ["a/33.yaml"]
    assert len(run.sequences) == 48


def fails_on_s33(case: object, options: object) -> Iterator[object]:
    if case.sequence.name == "S33":  # type: ignore[attr-defined]
        raise ValueError("out of order")
    yield from ()


def test_a_configuration_that_cannot_be_taken_is_told_once(folder: Path) -> None:
    files = {f"z/{name}.yaml": sequence(1) for name in "abc"}
    write(folder, files | {"z/cadence-lint.yaml": "rles: {}\n"})
    run = linted(2)
    assert run == linted(1)
    assert [error.file for error in run.errors][1:] == ["z/cadence-lint.yaml"]
    assert len(run.sequences) == 48


@only_on_linux
def test_a_process_that_is_killed_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(
        folder.parent,
        {"rules/structure/whole.yaml": rule_text(check="whole", options="", message="x")},
    )
    parent = os.getpid()

    def kills(case: object, options: object) -> Iterator[object]:
        if case.sequence.name == "S33" and os.getpid() != parent:  # type: ignore[attr-defined]
            os.kill(os.getpid(), signal.SIGKILL)
        yield from ()

    monkeypatch.setattr(scratch.CHECKS["whole"], "check", kills)
    with pytest.raises(Lost, match=r"a process ended \(by SIGKILL\) while it read a/.*--jobs 1"):
        linted(2)


# The program


def many(folder: Path, count: int) -> Path:
    body = " ".join(f"We are the leading provider of dates, part {n}." for n in range(12))
    touch = f"  - day: 1\n    channel: email\n    subject: dates\n    body: {body}\n"
    text = f"touches:\n{touch}"
    return write(folder, {f"{number:03}.yaml": text for number in range(count)})


def children(parent: int) -> list[int]:
    """The processes that another one started."""
    with open(f"/proc/{parent}/task/{parent}/children", encoding="ascii") as file:
        return [int(word) for word in file.read().split()]


def is_alive(process: int) -> bool:
    try:
        with open(f"/proc/{process}/stat", encoding="ascii") as file:
            return file.read().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def started(folder: Path) -> tuple[subprocess.Popen[bytes], list[int]]:
    """The program, once it has started others to read files."""
    words = [sys.executable, "-m", "cadence_lint", "check", "--jobs", "2", "--format", "json"]
    program = subprocess.Popen(
        words,
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
        # Whoever runs the tests in the background may have told them to ignore it.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    while program.poll() is None:
        others = children(program.pid)
        if len(others) == 2:
            time.sleep(0.1)
            return program, others
        time.sleep(0.01)
    raise AssertionError("it was done before there was anything to see")


def wait_for_the_end(processes: list[int]) -> None:
    patience = time.monotonic() + 20
    while any(map(is_alive, processes)) and time.monotonic() < patience:
        time.sleep(0.05)
    assert not any(map(is_alive, processes))


@only_on_linux
@pytest.mark.parametrize("is_for_all", [False, True], ids=["the program", "all of them"])
def test_ctrl_c_ends_all_of_them_without_a_word(tmp_path: Path, is_for_all: bool) -> None:
    program, others = started(many(tmp_path, 300))
    (os.killpg if is_for_all else os.kill)(program.pid, signal.SIGINT)
    out, err = program.communicate(timeout=30)
    assert (program.returncode, out, err) == (130, b"", b"")
    wait_for_the_end(others)


@only_on_linux
def test_the_others_end_when_the_program_is_killed(tmp_path: Path) -> None:
    program, others = started(many(tmp_path, 300))
    program.kill()
    program.communicate(timeout=30)
    wait_for_the_end(others)


def test_outputs_are_the_same_byte_by_byte(tmp_path: Path) -> None:
    write(tmp_path, {f"{number:02}.yaml": sequence(number) for number in range(24)})
    others = [f"--output={form}:{form}" for form in FORMS]
    said = []
    for jobs in ("1", "3"):
        done = run("check", "--preset", "all", "--jobs", jobs, *others, cwd=tmp_path)
        said.append((done, *((tmp_path / form).read_bytes() for form in FORMS)))
    assert said[0] == said[1]
    assert said[0][0].status == 1


@pytest.mark.parametrize("said", ["0", "-1", "two", "1.5", "257", ""])
def test_a_number_of_processes_that_makes_no_sense_is_refused(tmp_path: Path, said: str) -> None:
    many(tmp_path, 1)
    done = run("check", f"--jobs={said}", cwd=tmp_path)
    assert done.status == 2
    assert "--jobs" in done.err
