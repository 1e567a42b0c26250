"""What is kept from earlier runs: never another answer than that of a run without it."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cadence_lint import cache, formats
from cadence_lint.cache import sealed
from cadence_lint.cli.answer import Answer
from cadence_lint.cli.plain import Output
from cadence_lint.config.selection import Choice
from cadence_lint.linting import kept
from cadence_lint.linting.linter import Linter
from cadence_lint.linting.request import Request
from cadence_lint.linting.run import Job
from cadence_lint.output.terminal import Look
from tests import scratch
from tests.cli.program import run
from tests.scratch import rule_text, write

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

TODAY = date(2026, 11, 21)
RULES = {
    "rules/tone/word.yaml": rule_text(options="{words: [really]}"),
    "rules/tone/other.yaml": rule_text(options="{words: [very]}", preset="strict"),
    "rules/structure/ended.yaml": rule_text(
        check="remark", options="{kind: ended-suppression}", message='"ended: {until}"'
    ),
    "rules/structure/unused.yaml": rule_text(
        check="remark", options="{kind: unused-suppression}", message='"unused: {rules}"'
    ),
    "rules/timing/old.yaml": rule_text(
        check="stale", options="{reviewed_within: 90}", message='"{what}: {days}"'
    ),
    "rules/phrases/en/bump.yaml": "phrases: [just checking]\n",
}
FORMS = [name for name in get_args(Output) if name != "html"]
"""All but the one that needs what the files say."""
MANY = 21
"""Files, of which fewer are not kept."""


def sequence(word: str = "really", head: str = "", tail: str = "") -> str:
    return f"{head}touches:\n  - day: 1\n    channel: email\n    body: It is {word} so.{tail}\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A repository; the rules and the cache are outside of it."""
    for folder in scratch.repository(tmp_path, monkeypatch, RULES):
        fill(folder)
        yield folder


def fill(folder: Path) -> None:
    write(folder, {f"{number % 3}/{number}.yaml": sequence() for number in range(MANY)})


def said(request: Request, look: Look | None = None) -> tuple[object, ...]:
    """All that a run says, in every form, and what decides on its status."""
    job = Job(Linter(request))
    answer = Answer(job.kept, job.run)
    texts = [b"".join(answer.text(name, look or Look())) for name in FORMS]
    return (*texts, answer.outcome)


def agree(**asked: Any) -> tuple[object, ...]:
    """What a run says with the cache, held against one without."""
    request = Request(**({"today": TODAY} | asked))
    found = said(request._replace(uses_cache=True))
    assert found == said(request)
    return found


# What is spared


def test_nothing_is_read_again_where_nothing_changed(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = agree()
    monkeypatch.setattr(Job, "run", refuse)
    assert said(Request(today=TODAY, uses_cache=True)) == first


def judged_from_here(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files that are judged from here on, and not only looked up."""
    judged: list[str] = []
    lint_file = Linter.lint_file

    def noted(linter: Linter, path: str, *, is_named: bool) -> object:
        judged.append(path)
        return lint_file(linter, path, is_named=is_named)

    monkeypatch.setattr(Linter, "lint_file", noted)
    return judged


def test_only_what_changed_is_judged_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    agree()
    judged = judged_from_here(monkeypatch)
    write(folder, {"1/4.yaml": sequence("really, really"), "new.yaml": sequence()})
    (folder / "2/8.yaml").rename(folder / "2/moved.yaml")
    request = Request(today=TODAY, uses_cache=True)
    with_cache = said(request)
    assert sorted(judged) == ["1/4.yaml", "2/moved.yaml", "new.yaml"]
    assert with_cache == said(Request(today=TODAY))


def test_few_folders_are_in_memory_and_all_are_kept(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept, "_MOST_OPEN", 1)
    agree()
    in_memory: list[int] = []
    close = kept.Kept._close_one

    def watched(one: kept.Kept) -> None:
        in_memory.append(sum("entries" in vars(each) for each in one._folders.values()))
        close(one)

    monkeypatch.setattr(kept.Kept, "_close_one", watched)
    write(folder, {"0/3.yaml": sequence("really, really"), "2/8.yaml": sequence("very")})
    agree()
    assert in_memory
    assert max(in_memory) <= 2
    write(folder, {"1/4.yaml": sequence("very")})
    judged = judged_from_here(monkeypatch)
    said(Request(today=TODAY, uses_cache=True))
    assert judged == ["1/4.yaml"]


def test_several_processes_keep_what_they_judged(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = agree(jobs=2)
    monkeypatch.setattr(Linter, "lint_file", refuse)
    look = Look(width=100)  # another form of the same results
    assert len(said(Request(today=TODAY, uses_cache=True), look)) == len(first)


def test_no_file_is_read_twice(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    odd = {"notes.md": "# Notes\n", "other.yaml": "a: b\n", "broken.yml": "a: [\n", "in/e.yaml": ""}
    write(folder, odd)
    (folder / "latin.yaml").write_bytes(b"a: caf\xe9\n")
    read: list[str] = []
    real = open

    def watched(path: Any, *words: Any, **named: Any) -> Any:
        if str(path).endswith((".yaml", ".yml", ".md")) and "rules" not in str(path):
            read.append(str(path))
        return real(path, *words, **named)

    monkeypatch.setattr("builtins.open", watched)
    for uses_cache in (False, True, True):
        read.clear()
        said(Request(today=TODAY, uses_cache=uses_cache))
        assert len(read) == len(set(read)) == MANY + len(odd) + 1


def refuse(*_: object, **__: object) -> object:
    raise AssertionError("it is known")


_MODULES = """
import sys
from cadence_lint.cli import main
sys.argv = ["cadence-lint", "check", *sys.argv[1:]]
main()
print(*sys.modules, file=sys.stderr)
"""


def modules_of(folder: Path, *words: str) -> set[str]:
    """What a run of the program imports."""
    command = [sys.executable, "-c", _MODULES, *words]
    return set(
        subprocess.run(command, cwd=folder, capture_output=True, check=False)
        .stderr.decode()
        .split()
    )


def test_nothing_is_imported_that_is_not_needed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    fill(tmp_path / "work")
    few = modules_of(tmp_path / "work", "0/0.yaml")
    ours = {f"cadence_lint.linting.{name}" for name in ("kept", "program", "plain_data", "workers")}
    assert "cadence_lint.reading" in few
    assert not few & {*ours, "cadence_lint.cache.sealed", "multiprocessing"}
    modules_of(tmp_path / "work", "--jobs=1")
    known = modules_of(tmp_path / "work", "--jobs=1")
    assert "cadence_lint.linting.kept" in known
    others = {"cadence_lint.reading", "cadence_lint.formats", "cadence_lint.linting.engine", "yaml"}
    assert not known & {*others, "cadence_lint.output.pretty", "typer", "rich", "multiprocessing"}


def test_what_is_piped_in_is_read_each_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    fill(tmp_path / "work")
    write(tmp_path / "work", {"cadence-lint.yaml": "exclude: ['/a.yaml']\n", "-": sequence()})
    words = ("check", ".", "-", "--format=concise", "--select=craft")
    said = {}
    for name in ("b.yaml", "a.yaml", "b.yaml"):
        named = (*words, "--stdin-filename", name)
        text = sequence(tail=" Also {{.").encode()
        said[name] = run(*named, cwd=tmp_path / "work", stdin=text)
        assert said[name] == run(*named, "--no-cache", cwd=tmp_path / "work", stdin=text)
    assert said["a.yaml"] != said["b.yaml"]


def test_an_output_that_says_nothing_is_said_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    fill(tmp_path / "work")
    words = ("check", "--format=github", "--select=consent", "--output=csv:out.txt")
    first = run(*words, "--no-cache", cwd=tmp_path / "work")
    table = (tmp_path / "work/out.txt").read_bytes()
    (tmp_path / "work/out.txt").unlink()
    for _ in range(2):
        assert run(*words, cwd=tmp_path / "work") == first
        assert (tmp_path / "work/out.txt").read_bytes() == table
        (tmp_path / "work/out.txt").unlink()


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_baseline_is_held_against_what_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, jobs: str
) -> None:
    """The files are read again, for their steps; what they came to is known."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    work = tmp_path / "work"
    fill(work)
    words = ("check", "--jobs", jobs, "--select=tone,craft", "--format=json")
    alone = (*words, "--no-cache")
    run(*words, "--write-baseline", "b.json", cwd=work)
    first = (work / "b.json").read_text()
    run(*alone, "--write-baseline", "b.json", cwd=work)
    assert (work / "b.json").read_text() == first
    for text in (sequence("a game-changer"), sequence()):
        write(work, {"1/4.yaml": text})
        with_cache = run(*words, "--baseline", "b.json", cwd=work)
        assert with_cache == run(*alone, "--baseline", "b.json", cwd=work)
        few = run(*alone, "--baseline", "b.json", "1", cwd=work)
        assert with_cache.status == few.status
    assert "known" in with_cache.out


@pytest.mark.parametrize(
    "asked",
    [
        {"keeps_portraits": True},
        {"keeps_decisions": True},
        {"paths": ("0",)},
        {"uses_cache": False},
    ],
    ids=["portraits", "decisions", "few", "not asked for"],
)
def test_nothing_is_kept_of(folder: Path, asked: dict[str, Any]) -> None:
    said(Request(**({"uses_cache": True} | asked)))
    assert not kept_files()


def test_what_could_not_be_taken_is_told_each_time(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(folder, {"broken.yaml": "touches: [\n"})
    (folder / "latin.yaml").write_bytes(b"touches:\n- body: caf\xe9\n")
    first = agree()
    assert first[-1].has_errors  # type: ignore[attr-defined]
    monkeypatch.setattr(Job, "run", refuse)
    assert said(Request(today=TODAY, uses_cache=True)) == first


def test_what_its_configuration_could_not_be_taken_for_is_tried_each_time(folder: Path) -> None:
    write(folder, {"z/cadence-lint.yaml": "rulez: {}\n", "z/a.yaml": sequence()})
    first = agree()
    assert first[-1].has_errors  # type: ignore[attr-defined]
    write(folder, {"z/cadence-lint.yaml": "extends: all\n"})
    assert not agree()[-1].has_errors  # type: ignore[attr-defined]


def test_what_failed_is_tried_each_time(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A rule, or all of a file: it may have been for want of memory."""
    write(
        folder.parent,
        {"rules/structure/all.yaml": rule_text(check="whole", options="", message="x")},
    )
    whole = scratch.CHECKS["whole"].check
    for kind, broken in (("rule", scratch.broken), ("input", refuse)):
        with monkeypatch.context() as patch:
            patch.setattr(*{
                "rule": (scratch.CHECKS["whole"], "check", broken),
                "input": (formats, "read", broken),
            }[kind])  # fmt: skip
            assert said(Request(today=TODAY, uses_cache=True))[-1].has_errors  # type: ignore[attr-defined]
        assert not agree()[-1].has_errors  # type: ignore[attr-defined]
        shutil.rmtree(cache.folder())
    assert scratch.CHECKS["whole"].check is whole


# Never stale

WORDS = ("really", "very", "just", "really very")
FILES = st.sampled_from([f"{number % 3}/{number}.yaml" for number in range(0, MANY, 4)])
TEXTS = st.one_of(
    st.sampled_from(WORDS).map(sequence),
    st.sampled_from(
        [
            sequence(head="reviewed: 2026-08-22\n"),
            sequence(head="reviewed: 2026-08-24\n", tail="  # cadence-lint: ignore[tone] we do"),
            sequence(tail="  # cadence-lint: ignore[tone/word until 2026-11-21] soon"),
            sequence(tail="  # cadence-lint: ignore[tone/other] never"),
            sequence(head="name: N\nstart: 2026-11-02\nreviewed: 2026-01-01\n"),
            "notes: none of ours\n",
            "touches: [\n",
            "",
        ]
    ),
)
CONFIGS = st.sampled_from(
    [
        "",
        "extends: strict\n",
        "extends: ./base.yaml\n",
        "rules: {tone/word: error}\n",
        "rules: {tone/word: off}\n",
        "rules: {tone/word: {words: [so]}}\n",
        "rule_folders: [../ours]\n",
        "exclude: ['1/**']\n",
        "include: ['/0/*', '/2/*']\n",
        "overrides: [{files: ['0/**'], rules: {tone/word: info}, assume: {segment: smb}}]\n",
        "ignore: [{rule: tone/word, files: ['0/'], until: 2026-11-21, reason: soon}]\n",
        "ignore: [{rule: tone/other, reason: unused}]\n",
        "vocabulary: {company: [Larkfield], prefer: {so: thus}}\n",
        "suppressions: {require_reason: yes, never: [tone/word]}\n",
    ]
)
OURS = st.sampled_from(["[so]", "[It]", "[really]"])
EDITS = st.one_of(
    st.tuples(st.just("write"), FILES, TEXTS),
    st.tuples(st.just("remove"), FILES, st.just("")),
    st.tuples(st.just("swap"), FILES, FILES),
    st.tuples(st.just("write"), st.just("cadence-lint.yaml"), CONFIGS),
    st.tuples(st.just("write"), st.sampled_from(["base.yaml", "0/cadence-lint.yaml"]), CONFIGS),
    st.tuples(st.just("rule"), st.just("../ours/tone/ours.yaml"), OURS),
    st.tuples(st.just("rule"), st.just("../rules/tone/word.yaml"), OURS),
    st.tuples(st.just("write"), st.just(".gitignore"), st.sampled_from(["", "/1/", "*4.yaml"])),
)
ASKED = st.fixed_dictionaries(
    {},
    optional={
        "choice": st.sampled_from(
            [Choice("strict"), Choice("all"), Choice(None, ("tone",)), Choice(None, (), ("tone",))]
        ),
        "today": st.sampled_from([date(2026, 11, 20), date(2026, 11, 22), date(2027, 1, 1)]),
        "start": st.sampled_from([date(2026, 12, 1), date(2027, 3, 1)]),
        "paths": st.sampled_from(
            [("0", "1", "2"), ("../work",), ("2", "./1", "0"), (".", "0/0.yaml")]
        ),
        "use_config": st.just(False),
        "config": st.sampled_from([None, "base.yaml"]),
        "jobs": st.just(2),
        "wants_score": st.just(False),
    },
)


def edit(folder: Path, kind: str, name: str, what: str) -> None:
    path = folder / name
    if kind == "remove":
        path.unlink(missing_ok=True)
    elif kind == "swap":
        other = folder / what
        if path.exists() and other.exists() and path != other:
            path.rename(folder / "between")
            other.rename(path)
            (folder / "between").rename(other)
    elif kind == "rule":
        write(folder, {name: rule_text(options=f"{{words: {what}}}")})
    else:
        write(folder, {name: what})


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.tuples(EDITS, ASKED), min_size=1, max_size=5))
def test_it_says_what_a_run_without_it_says(
    folder: Path, steps: list[tuple[tuple[str, str, str], dict[str, Any]]]
) -> None:
    """Whatever is edited in between, and whatever is asked for."""
    for old in (folder, folder.parent / "ours", folder.parent / "cache"):
        shutil.rmtree(old, ignore_errors=True)
    (folder / ".git").mkdir(parents=True)
    os.chdir(folder)
    fill(folder)
    write(folder, {"base.yaml": "rules: {tone/other: error}\n"} | RULES_OF_OURS)
    write(folder.parent, RULES)
    outcome(folder)
    for how, asked in steps:
        edit(folder, *how)
        assert outcome(folder, uses_cache=True, **asked) == outcome(folder, **asked)


RULES_OF_OURS = {"../ours/tone/ours.yaml": rule_text(options="{words: [so]}")}


def outcome(folder: Path, **asked: Any) -> object:
    """What a run says, or why it cannot be done."""
    try:
        return said(Request(**({"today": TODAY} | asked)))
    except Exception as problem:
        return str(problem)


def test_another_folder_is_another_run(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    agree()
    monkeypatch.chdir(folder.parent)
    agree(paths=("work",))
    shutil.copytree(folder, folder.parent / "copy")
    monkeypatch.chdir(folder.parent / "copy")
    agree()


def test_another_look_is_another_text(folder: Path) -> None:
    request = Request(today=TODAY, uses_cache=True)
    texts = [
        said(request, look)[0]
        for look in (Look(), Look(color=True), Look(verbose=True), Look(), Look(quiet=True))
    ]
    assert texts[0] == texts[3]
    assert len(set(texts)) == 4


def test_another_program_is_another_run(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    agree()
    monkeypatch.setattr(kept, "program", lambda: b"another")
    monkeypatch.setattr(Job, "run", refuse)
    with pytest.raises(AssertionError, match="it is known"):
        said(Request(today=TODAY, uses_cache=True))


# Damage, strangers, and others at work


def kept_files() -> list[Path]:
    folder = Path(cache.folder())
    return sorted((*folder.glob("results-*"), *folder.glob("output-*"))) if folder.exists() else []


def swap_all(files: list[Path]) -> None:
    """Each under the name of the next."""
    texts = [file.read_bytes() for file in files]
    for file, text in zip(files, texts[1:] + texts[:1], strict=True):
        file.write_bytes(text)


def flip(file: Path) -> None:
    data = bytearray(file.read_bytes())
    for at in (len(data) // 9, len(data) // 2, len(data) - 2):
        data[at] ^= 0x55
    file.write_bytes(data)


def become_a_folder(file: Path) -> None:
    file.unlink()
    file.mkdir()


def each(damage: Callable[[Path], object]) -> Callable[[list[Path]], None]:
    def damage_all(files: list[Path]) -> None:
        for file in files:
            damage(file)

    return damage_all


DAMAGE: dict[str, Callable[[list[Path]], None]] = {
    "empty": each(lambda file: file.write_bytes(b"")),
    "cut off": each(lambda file: file.write_bytes(file.read_bytes()[:-3])),
    "other bytes": each(flip),
    "a folder": each(become_a_folder),
    "swapped": swap_all,
    "unreadable": each(partial(Path.chmod, mode=0)),
}


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE)
def test_what_is_not_as_it_was_kept_was_never_there(
    folder: Path, damage: Callable[[list[Path]], None]
) -> None:
    first = agree()
    damage(kept_files())
    assert agree() == first
    assert agree() == first


def test_what_others_can_write_is_not_believed(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    agree()
    for file in kept_files():
        file.chmod(0o622)
    monkeypatch.setattr(Job, "run", refuse)
    with pytest.raises(AssertionError, match="it is known"):
        said(Request(today=TODAY, uses_cache=True))


@pytest.mark.skipif(os.name != "posix", reason="permissions as on POSIX")
def test_nobody_else_can_read_it(folder: Path) -> None:
    agree()
    assert os.stat(cache.folder()).st_mode & 0o777 == 0o700
    assert {file.stat().st_mode & 0o777 for file in kept_files()} == {0o600}


def test_it_takes_no_more_than_its_space(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("RESULTS", "OUTPUTS"):
        monkeypatch.setattr(sealed, name, getattr(sealed, name)._replace(space=200_000))
    for number in range(12):
        write(folder, {"0/0.yaml": sequence(f"really {number}")})
        agree(choice=Choice("all"))
    for shelf in (sealed.RESULTS, sealed.OUTPUTS):
        kept = (file for file in kept_files() if file.name.startswith(shelf.prefix))
        assert 0 < sum(file.stat().st_size for file in kept) <= 200_000


def program_in(folder: Path) -> subprocess.Popen[bytes]:
    words = [sys.executable, "-m", "cadence_lint", "check", "--format=json", "--select=tone,craft"]
    return subprocess.Popen(
        words, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
    )


def test_several_at_once_say_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    fill(tmp_path / "work")
    programs = [program_in(tmp_path / "work") for _ in range(3)]
    said = {program.communicate(timeout=120) for program in programs}
    alone = program_in(tmp_path / "work").communicate(timeout=60)
    assert said == {alone}
    assert alone[1] == b""
    words = ("check", "--format=json", "--select=tone,craft", "--no-cache")
    assert run(*words, cwd=tmp_path / "work").out == alone[0].decode()


@pytest.mark.skipif(os.name != "posix", reason="ends a process as on POSIX")
def test_a_run_that_is_killed_leaves_nothing_wrong(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    fill(tmp_path / "work")
    for patience in (0.2, 0.5, 0.8):
        program = program_in(tmp_path / "work")
        try:
            program.communicate(timeout=patience)
        except subprocess.TimeoutExpired:
            os.killpg(program.pid, signal.SIGKILL)
            program.communicate()
    words = ("check", "--format=json", "--select=tone,craft")
    without = run(*words, "--no-cache", cwd=tmp_path / "work")
    assert run(*words, cwd=tmp_path / "work") == without
    assert run(*words, cwd=tmp_path / "work") == without


def test_a_cache_that_cannot_be_written_is_no_failure(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    assert agree() == agree()
