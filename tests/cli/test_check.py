"""`check` as a process: exit status, what goes where, and hostile text."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree

import pytest

from tests.cli.program import HASTY, WEEK, run, runner

if TYPE_CHECKING:
    from pathlib import Path

CALM = """\
name: Night audits, slowly
touches:
  - {day: 1, channel: email}
  - {day: 9, channel: call}
"""
BROKEN = "touches:\n  - day: 1\n   channel: email\n"


@pytest.fixture(name="folder")
def _folder(tmp_path: Path) -> Path:
    (tmp_path / "hasty.yaml").write_text(HASTY)
    (tmp_path / "calm.yaml").write_text(CALM)
    (tmp_path / "broken.yaml").write_text(BROKEN)
    (tmp_path / "empty").mkdir()
    (tmp_path / "bad-config.yaml").write_text("rulez: {}\n")
    (tmp_path / "severe.yaml").write_text(f"rules:\n  {WEEK}: error\n")
    (tmp_path / "mild.yaml").write_text(f"rules:\n  {WEEK}: info\n")
    (tmp_path / "plugin.yaml").write_text("plugins: [cadence-lint-of-nobody]\n")
    return tmp_path


ONLY = ("--select", WEEK)


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (0, ["calm.yaml", *ONLY]),
        (1, ["hasty.yaml", *ONLY]),
        (1, ["calm.yaml", "hasty.yaml", *ONLY]),
        (0, ["hasty.yaml", *ONLY, "--fail-on", "error"]),
        (1, ["hasty.yaml", *ONLY, "--fail-on=error", "--config", "severe.yaml"]),
        (0, ["hasty.yaml", *ONLY, "--config", "mild.yaml"]),
        (1, ["hasty.yaml", *ONLY, "--fail-on", "info", "--config", "mild.yaml"]),
        (0, ["hasty.yaml", *ONLY, "--fail-on", "never"]),
        (0, ["hasty.yaml", "--ignore", "*"]),
        (2, ["broken.yaml"]),
        (2, ["broken.yaml", "hasty.yaml", *ONLY]),
        (2, ["broken.yaml", "--fail-on", "never"]),
        (2, ["broken.yaml", "--allow-empty"]),
        (2, ["nothing.yaml"]),
        (2, ["nothing.yaml", "calm.yaml", *ONLY]),
        (2, ["empty"]),
        (0, ["empty", "--allow-empty"]),
        (0, ["-", "--allow-empty"]),
        (1, ["-", "hasty.yaml", "--allow-empty"]),
        (2, ["-"]),
        (2, ["empty", "--allow-empty", "--select", "nobody/knows"]),
        (2, ["hasty.yaml", "--select", "nobody/knows"]),
        (2, ["hasty.yaml", "--ignore", "nobody/knows"]),
        (2, ["hasty.yaml", "--config", "bad-config.yaml"]),
        (2, ["empty", "--allow-empty", "--config", "bad-config.yaml"]),
        (2, ["hasty.yaml", "--config", "no-config.yaml"]),
        (2, ["hasty.yaml", "--config", "plugin.yaml"]),
        (2, ["hasty.yaml", "--config", "mild.yaml", "--no-config"]),
        (2, ["hasty.yaml", "--verbose", "--quiet"]),
        (2, ["hasty.yaml", "--start", "tomorrow"]),
        (2, ["hasty.yaml", "--start", "9999-12-27"]),
        (2, ["hasty.yaml", "--output", "xml:out.xml"]),
        (2, ["hasty.yaml", "--output", "json"]),
        (2, ["hasty.yaml", "--output", "json:no/such/folder.json"]),
        (2, ["hasty.yaml", "--format", "xml"]),
        (2, ["hasty.yaml", "--format"]),
        (2, ["hasty.yaml", "--fail-on", "sometimes"]),
        (2, ["hasty.yaml", "--nope"]),
    ],
)
def test_exit_status(folder: Path, status: int, words: list[str]) -> None:
    outcome = run("check", *words, cwd=folder)

    assert outcome.status == status, outcome
    assert "Traceback" not in outcome.out + outcome.err


def test_a_refusal_says_what_was_meant(folder: Path) -> None:
    rule = run("check", "--select", WEEK.replace("week", "weak"), "hasty.yaml", cwd=folder)
    option = run("check", "--slect", "x", cwd=folder)
    command = run("chekc", "hasty.yaml", cwd=folder)
    forgotten = run("hasty.yaml", cwd=folder)

    assert WEEK in rule.err
    assert "--select" in option.err
    assert "'check'" in command.err
    assert "cadence-lint check hasty.yaml" in forgotten.err
    assert {rule.status, option.status, command.status, forgotten.status} == {2}
    assert rule.out == option.out == command.out == forgotten.out == ""


def test_without_words_the_help_is_shown(tmp_path: Path) -> None:
    outcome = run(cwd=tmp_path)

    assert outcome.status == 2
    assert "check" in outcome.out
    assert run("--help", cwd=tmp_path).status == 0


def test_the_version_needs_no_typer(tmp_path: Path) -> None:
    outcome = run("--version", cwd=tmp_path)

    assert outcome.status == 0
    assert outcome.out.startswith("cadence-lint ")
    assert run("check", "--version", cwd=tmp_path).status == 2


def test_a_broken_file_costs_no_other_file(folder: Path) -> None:
    outcome = run(
        "check", "hasty.yaml", "broken.yaml", "gone.yaml", *ONLY, "--format", "json", cwd=folder
    )
    said = json.loads(outcome.out)

    assert [finding["rule"] for finding in said["findings"]] == [WEEK]
    assert [error["file"] for error in said["errors"]] == ["broken.yaml", "gone.yaml"]
    assert outcome.status == 2


@pytest.mark.parametrize("format_name", ["json", "sarif", "gitlab", "jsonl", "junit", "checkstyle"])
def test_a_broken_configuration_costs_nobody_elses_result(folder: Path, format_name: str) -> None:
    for team, config in (("ours", "extends: all\n"), ("theirs", "rulez: {}\n")):
        (folder / team).mkdir()
        (folder / team / "cadence-lint.yaml").write_text(config)
        (folder / team / "hasty.yaml").write_text(HASTY)
    words = ("--format", format_name, "--output", f"{format_name}:said")
    outcome = run("check", "ours", "theirs", *ONLY, *words, cwd=folder)

    assert (outcome.status, outcome.err) == (2, "")
    assert outcome.out == (folder / "said").read_text("utf-8")
    assert outcome.out.count("ours/hasty.yaml") > 0
    assert "theirs/hasty.yaml" not in outcome.out
    assert outcome.out.count("there is no key") == 1
    if format_name in ("junit", "checkstyle"):
        ElementTree.fromstring(outcome.out)
    else:
        parts = outcome.out.splitlines() if format_name == "jsonl" else [outcome.out]
        assert all(map(json.loads, parts))


def test_standard_input_takes_the_name_it_is_given(folder: Path) -> None:
    words = ("check", "-", *ONLY, "--format=json")
    named = run(*words, "--stdin-filename", "sub/x.yaml", cwd=folder, stdin=HASTY.encode())
    unnamed = run(*words, cwd=folder, stdin=HASTY.encode())

    assert json.loads(named.out)["findings"][0]["file"] == "sub/x.yaml"
    assert json.loads(unnamed.out)["findings"][0]["file"] == "-"
    assert named.status == unnamed.status == 1


def test_standard_input_goes_by_the_configuration_of_its_name(folder: Path) -> None:
    (folder / "sub").mkdir()
    (folder / "sub" / "cadence-lint.yaml").write_text(f"rules:\n  {WEEK}: off\n")
    name = ("--stdin-filename", "sub/x.yaml")
    words = ("check", "-", "--format=json", "--ignore", "structure")
    outcome = run(*words, *name, cwd=folder, stdin=HASTY.encode())

    assert WEEK not in {finding["rule"] for finding in json.loads(outcome.out)["findings"]}


def test_each_output_goes_to_its_own_file(folder: Path) -> None:
    words = ("--output", "json:a.json", "--output=concise:b.txt", "--output", "pretty:c.txt")
    outcome = run("check", "hasty.yaml", *ONLY, *words, "--color", "always", cwd=folder)

    assert json.loads((folder / "a.json").read_text("utf-8"))["summary"]["warnings"] == 1
    assert (folder / "b.txt").read_text("utf-8").startswith(f"hasty.yaml:7:11: warning {WEEK} ")
    assert "\x1b" not in (folder / "c.txt").read_text("utf-8")
    assert "\x1b[" in outcome.out
    assert outcome.status == 1


def test_quiet_leaves_the_problems_and_the_counts(folder: Path) -> None:
    for name in ("pretty", "concise"):
        outcome = run("check", "hasty.yaml", "broken.yaml", "-q", "--format", name, cwd=folder)

        assert WEEK not in outcome.out
        assert "broken.yaml" in outcome.out
        assert "1 sequence" in outcome.out
        assert outcome.status == 2


def test_verbose_says_the_score_and_the_rules(folder: Path) -> None:
    brief = run("check", "hasty.yaml", cwd=folder).out
    full = run("check", "hasty.yaml", "-v", cwd=folder).out

    assert "rule           " not in brief
    assert f"rule           {WEEK}" in full


def test_colour_is_for_those_who_want_it(folder: Path) -> None:
    def has_color(*words: str) -> bool:
        environment = {"NO_COLOR": "1"}
        outcome = run("check", "hasty.yaml", *words, cwd=folder, environment=environment)
        return "\x1b[" in outcome.out

    assert not has_color()
    assert has_color("--color", "always")
    assert not has_color("--color", "never")


def test_the_locale_does_not_matter(folder: Path) -> None:
    (folder / "hasty.yaml").write_text(HASTY.replace("Night audits", "Überblick 🌙"), "utf-8")
    environment = {"LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    outcome = run("check", "hasty.yaml", "--no-config", cwd=folder, environment=environment)

    assert "Überblick 🌙" in outcome.out


@pytest.mark.skipif(os.name == "nt", reason="such names cannot exist there")
def test_a_name_that_is_not_unicode(folder: Path) -> None:
    (folder / os.fsdecode(b"caf\xe9.yaml")).write_text(HASTY)
    for name in ("pretty", "concise", "json"):
        outcome = run("check", ".", *ONLY, "--format", name, cwd=folder)

        assert "\\udce9" in outcome.out
        assert "Traceback" not in outcome.err


@pytest.mark.skipif(os.name == "nt", reason="such names cannot exist there")
@pytest.mark.parametrize("format_name", ["json", "jsonl", "gitlab", "sarif"])
def test_a_name_that_is_not_unicode_is_one_for_programs_too(folder: Path, format_name: str) -> None:
    (folder / os.fsdecode(b"caf\xe9 \xf0\x9f.yaml")).write_text(HASTY.partition("\n")[2])
    outcome = run("check", ".", *ONLY, "--format", format_name, cwd=folder)
    text = outcome.out if format_name != "jsonl" else f"[{','.join(outcome.out.splitlines())}]"
    said = json.dumps(json.loads(text), ensure_ascii=False)

    said.encode("utf-8")
    name = r"caf\\udce9 \\udcf0\\udc9f.yaml"
    assert name in said or format_name == "sarif"
    assert '"caf%E9%20%F0%9F.yaml"' in said or format_name != "sarif"


HOSTILE = "\\e[31m[bold]red[/bold]\\a \\u202ereversed\\u202c \\x9b2J \\u2028line ::error::title ##[error]x"


def _hostile(folder: Path) -> None:
    (folder / "hostile.yaml").write_text(
        f'name: "::error file=a::{HOSTILE}"\n'
        f'touches:\n  - channel: "{HOSTILE}"\n    day: 1\n'
        f'  - day: 2\n    channel: email\n    subject: "{HOSTILE}"\n'
        f'    body: "{{{{first_nam}}}} ::error::Just checking in {HOSTILE}"\n'
    )


@pytest.mark.parametrize("words", [["pretty"], ["pretty", "-v"], ["concise"], ["csv"], ["json"]])
def test_hostile_text_is_shown_and_not_obeyed(folder: Path, words: list[str]) -> None:
    _hostile(folder)
    config = folder / "cadence-lint.yaml"
    config.write_text("extends: all\n")
    out = run("check", "hostile.yaml", "--format", *words, cwd=folder).out

    assert out.count("\n") > 1
    for sign in "\x1b\x07\x9b\u202e\u202c\u2028":
        assert sign not in out
    assert not [line for line in out.splitlines() if line.lstrip().startswith("::")]
    if words != ["json"]:
        assert "##[" not in out


def test_brackets_are_no_markup(folder: Path) -> None:
    (folder / "a.yaml").write_text(HASTY.replace("Night", "[bold]Night[/bold]"))

    assert "[bold]Night[/bold] audits" in run("check", "a.yaml", cwd=folder).out


@pytest.mark.skipif(os.name == "nt", reason="head is not there")
def test_a_closed_pipe_ends_quietly(folder: Path) -> None:
    many = "---\n".join(HASTY for _ in range(400))
    (folder / "many.yaml").write_text(many)
    program = [sys.executable, "-m", "cadence_lint", "check", "many.yaml", "--format", "json"]
    with subprocess.Popen(
        program, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.readline()
        process.stdout.close()

        assert process.stderr.read() == b""
        assert process.wait() == 1


def test_a_module_beside_the_sequences_is_never_imported(folder: Path) -> None:
    for name in ("json", "yaml", "typing", "sitecustomize", "holidays"):
        (folder / f"{name}.py").write_text("raise SystemExit('imported!')\n")

    outcome = run("check", "hasty.yaml", *ONLY, cwd=folder)

    assert outcome.status == 1
    assert "imported!" not in outcome.out + outcome.err


# The JSON, key by key

SEQUENCE_KEYS = [
    "id", "file", "line", "name", "format", "touches", "span_days", "score", "band", "assumed",
]  # fmt: skip
FINDING_KEYS = [
    "rule", "severity", "confidence", "message", "advice",
    "file", "line", "column", "end_line", "end_column",
    "sequence", "sequence_id", "touch", "channel", "variant",
    "evidence", "covered_by", "fix", "fingerprint",
]  # fmt: skip
EVIDENCE_KEYS = [
    "file", "line", "column", "end_line", "end_column", "text", "quote", "touch", "variant",
]  # fmt: skip
SUMMARY_KEYS = [
    "files", "sequences", "touches", "errors", "warnings", "infos", "suppressed", "covered",
]  # fmt: skip


def _json(folder: Path, *words: str) -> Any:
    return json.loads(run("check", *words, "--format", "json", cwd=folder).out)


def test_the_json_has_every_key_in_order(folder: Path) -> None:
    (folder / "a.yaml").write_text(
        f"# cadence-lint: ignore-file[{WEEK}] agreed with the team\n{HASTY}"
    )
    said = _json(folder, "a.yaml", "hasty.yaml", "broken.yaml", *ONLY)

    assert list(said) == [
        "version", "tool", "summary", "sequences", "findings", "suppressed", "notes", "errors",
    ]  # fmt: skip
    assert said["version"] == 1
    assert list(said["tool"]) == ["name", "version"]
    assert said["tool"]["name"] == "cadence-lint"
    assert list(said["summary"]) == SUMMARY_KEYS
    assert [list(each) for each in said["sequences"]] == [SEQUENCE_KEYS, SEQUENCE_KEYS]
    assert [list(each) for each in said["findings"]] == [FINDING_KEYS]
    assert [list(each) for each in said["findings"][0]["evidence"]] == [EVIDENCE_KEYS] * len(
        said["findings"][0]["evidence"]
    )
    assert [list(each) for each in said["suppressed"]] == [[*FINDING_KEYS, "reason", "until"]]
    assert said["suppressed"][0]["reason"] == "agreed with the team"
    assert said["suppressed"][0]["until"] is None
    assert [list(each) for each in said["notes"]] == [["file", "line", "message"]] * 2
    assert [list(each) for each in said["errors"]] == [
        ["kind", "file", "line", "column", "message", "rule"]
    ]
    assert said["errors"][0] | {"message": ""} == {
        "kind": "input", "file": "broken.yaml", "line": 3, "column": said["errors"][0]["column"],
        "message": "", "rule": None,
    }  # fmt: skip


@pytest.mark.parametrize(
    "option",
    ["--select", "--ignore", "--config", "--baseline", "--write-baseline", "--changed-since",
     "--stdin-filename", "--start", "--preset", "--output", "--fail-on", "--jobs"],
)  # fmt: skip
def test_an_option_that_says_nothing_is_refused(
    option: str, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    outcome = runner(folder, monkeypatch, capsys)("check", "hasty.yaml", option, "")
    assert (outcome.status, outcome.out) == (2, "")
    assert option in outcome.err


def test_what_is_piped_in_is_read_where_nothing_may_be(folder: Path) -> None:
    piped = run("check", "-", "--allow-empty", *ONLY, cwd=folder, stdin=HASTY.encode())
    assert piped.status == 1


def test_the_json_counts(folder: Path) -> None:
    said = _json(folder, "hasty.yaml", "calm.yaml", "broken.yaml", "--select", "frequency")
    shown = [finding for finding in said["findings"] if finding["covered_by"] is None]
    summary = said["summary"]

    assert summary["files"] == 2
    assert summary["sequences"] == 2
    assert summary["touches"] == 7
    assert summary["errors"] + summary["warnings"] + summary["infos"] == len(shown)
    assert summary["covered"] == len(said["findings"]) - len(shown)


def test_a_start_that_no_calendar_reaches_costs_that_value_only(folder: Path) -> None:
    far = (folder / "hasty.yaml").read_text().replace("touches:", "start: 9999-12-27\ntouches:")
    (folder / "far.yaml").write_text(far)

    outcome = run("check", "far.yaml", "hasty.yaml", *ONLY, cwd=folder)
    assert outcome.status == 2
    assert "hasty.yaml" in outcome.out
    assert "far.yaml" in outcome.out
    assert "9999-12-27 is too far away to start on" in outcome.out + outcome.err
    assert "Traceback" not in outcome.err


def test_a_sequence_without_copy_has_no_score(folder: Path) -> None:
    [sequence] = _json(folder, "calm.yaml")["sequences"]

    assert sequence["score"] is None
    assert sequence["band"] is None
    assert sequence["format"] == "native"
    assert sequence["span_days"] == 8
    assert sequence["assumed"]["relationship"] == "cold"


def test_findings_are_in_order_of_the_files(folder: Path) -> None:
    for name in ("b.yaml", "a.yaml"):
        (folder / name).write_text(HASTY)
    said = _json(folder, "b.yaml", "a.yaml", *ONLY)

    assert [finding["file"] for finding in said["findings"]] == ["a.yaml", "b.yaml"]
    assert len({finding["fingerprint"] for finding in said["findings"]}) == 2


def test_what_stands_in_a_configuration_is_in_that_order_too(folder: Path) -> None:
    (folder / "known.yaml").write_text("ignore: [{rule: tone/guilt-trip, until: 2020-01-01}]\n")
    ended = run(
        *("check", "hasty.yaml", "--config", "known.yaml", "--format", "json"),
        cwd=folder,
    )
    files = [each["file"] for each in json.loads(ended.out)["findings"]]

    assert files == ["hasty.yaml", "known.yaml"]


def test_a_suppressed_finding_leaves_the_fingerprints_of_its_equals_alone(folder: Path) -> None:
    twice = f"{HASTY}---\n{HASTY}"
    (folder / "a.yaml").write_text(twice)
    before = [finding["fingerprint"] for finding in _json(folder, "a.yaml", *ONLY)["findings"]]
    spared = twice.replace(
        "  - {day: 5", f"  # cadence-lint: ignore[{WEEK}] agreed\n  - {{day: 5", 1
    )
    (folder / "a.yaml").write_text(spared)
    said = _json(folder, "a.yaml", *ONLY)

    assert [finding["fingerprint"] for finding in said["suppressed"]] == before[:1]
    assert [finding["fingerprint"] for finding in said["findings"]] == before[1:]


def test_a_table_in_a_file_has_the_mark_that_excel_needs_and_one_in_a_pipe_has_none(
    folder: Path,
) -> None:
    words = ("check", "hasty.yaml", *ONLY, "--format", "csv")
    piped = run(*words, "--output", "csv:named.csv", cwd=folder)
    with (folder / "redirected.csv").open("wb") as file:
        command = [sys.executable, "-m", "cadence_lint", *words]
        subprocess.run(command, cwd=folder, stdout=file, check=False)

    assert piped.out.startswith("file,sequence,")
    assert (folder / "named.csv").read_bytes().startswith(b"\xef\xbb\xbffile,sequence,")
    assert (folder / "redirected.csv").read_bytes() == (folder / "named.csv").read_bytes()
    with (folder / "named.csv").open(encoding="utf-8-sig", newline="") as file:
        (row,) = csv.DictReader(file, strict=True)
    assert row["rule"] == WEEK
