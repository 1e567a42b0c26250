from __future__ import annotations

from datetime import date
from textwrap import dedent
from typing import TYPE_CHECKING, Any

import pytest

from cadence_lint import formats
from cadence_lint.config import Config
from cadence_lint.config.selection import Choice, UnknownRule
from cadence_lint.finding import fingerprints
from cadence_lint.linting import linter as linters
from cadence_lint.linting import run as runs
from cadence_lint.linting.linter import Linter
from cadence_lint.linting.request import Request
from cadence_lint.linting.run import lint
from cadence_lint.source import SetupError
from tests import scratch
from tests.scratch import rule_text, write

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from cadence_lint.linting.results import Run

TODAY = date(2026, 11, 21)


def remark(kind: str, value: str) -> str:
    return rule_text(check="remark", options=f"{{kind: {kind}}}", message=f'"{kind}: {{{value}}}"')


RULES = {
    "rules/tone/word.yaml": rule_text(options="{words: [really]}"),
    "rules/tone/other.yaml": rule_text(options="{words: [very]}"),
    "rules/tone/strict.yaml": rule_text(options="{words: [quite]}", preset="strict"),
    "rules/structure/unknown.yaml": remark("unknown-key", "key"),
    "rules/structure/unused.yaml": remark("unused-suppression", "rules"),
    "rules/structure/malformed.yaml": remark("malformed-suppression", "problem"),
    "rules/structure/ended.yaml": remark("ended-suppression", "until"),
    "rules/phrases/en/bump.yaml": "phrases: [just checking]\n",
}
PLAIN = """\
name: Renewals
touches:
  - day: 1
    channel: email
    subject: dates
    body: We really care about this and that, and we hope that you do.
  - day: 4
    channel: call
    script: It is very good of you to take the call that we had in mind.
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A repository; the rules are outside of it."""
    yield from scratch.repository(tmp_path, monkeypatch, RULES)


def check(*paths: str, stdin: bytes | None = None, stdin_name: str = "-", **request: Any) -> Run:
    read = (lambda: stdin) if stdin is not None else None
    return lint(Request(paths or (".",), today=TODAY, **request), read, stdin_name)


def findings(run: Run) -> list[str]:
    return [f"{found.place.file}:{found.place.line}: {found.rule}" for found in run.shown]


def errors(run: Run) -> list[str]:
    return [f"{error.file}:{error.line}:{error.column}: {error.message}" for error in run.errors]


def suppressed(run: Run) -> list[str]:
    return [f"{each.finding.rule}: {each.reason}" for each in run.suppressed]


# The whole way


def test_a_file_is_linted_from_its_path_to_its_findings(folder: Path) -> None:
    write(folder, {"a.yaml": PLAIN})
    run = check("a.yaml")
    assert findings(run) == ["a.yaml:6: tone/word", "a.yaml:9: tone/other"]
    (sequence,) = run.sequences
    assert (sequence.id, sequence.file, sequence.line) == ("a.yaml", "a.yaml", 1)
    assert (sequence.name, sequence.format, sequence.span_days) == ("Renewals", "native", 3)
    assert (sequence.relationship, sequence.segment, sequence.persona) == ("cold", "mid", None)
    assert [(step.number, step.channel, step.day, step.line) for step in sequence.steps] == [
        (1, "email", 1, 3),
        (2, "call", 4, 7),
    ]
    assert (run.errors, run.notes, run.suppressed) == ([], [], [])
    assert run.findings == run.shown
    assert set(run.rules) == {name[6:-5] for name in RULES if "phrases" not in name}


def test_files_are_in_order_and_findings_in_the_order_of_their_sequences(folder: Path) -> None:
    several = "sequences:\n" + "".join(
        f"  - name: S{number}\n    touches: [{{day: 1, channel: email, body: really}}]\n"
        for number in range(1, 12)
    )
    write(folder, {"b.yaml": PLAIN, "a/c.yaml": several})
    run = check("b.yaml", "a")
    assert [file.file for file in run.files] == ["a/c.yaml", "b.yaml"]
    assert [sequence.id for sequence in run.sequences][:3] == [
        "a/c.yaml",
        "a/c.yaml#2",
        "a/c.yaml#3",
    ]
    assert [found.sequence for found in run.findings[:11]] == [f"S{n}" for n in range(1, 12)]


def test_a_folder_without_sequences_gives_nothing(folder: Path) -> None:
    write(folder, {"a.yaml": "a: b\n", "README.md": "# Hello\n", "b.yml": "broken: [\n"})
    run = check()
    assert (run.sequences, run.findings, run.errors) == ([], [], [])


def test_a_text_can_be_linted_without_a_file(folder: Path) -> None:
    result = Linter(Request(use_config=False)).lint_text("nowhere/a.yaml", PLAIN)
    assert [found.rule for found in result.findings] == ["tone/word", "tone/other"]


def test_standard_input_is_linted_under_its_name(folder: Path) -> None:
    write(folder, {"cadence-lint.yaml": "exclude: [old/]\nrules: {tone/other: off}\n"})
    run = check("-", stdin=PLAIN.encode(), stdin_name="new/a.yaml")
    assert findings(run) == ["new/a.yaml:6: tone/word"]
    assert check("-", stdin=PLAIN.encode(), stdin_name="old/a.yaml").files == ()
    assert findings(check("-", stdin=PLAIN.encode())) == ["-:6: tone/word"]


def test_standard_input_that_nobody_gives_is_a_missing_file() -> None:
    assert errors(check("-")) == ["-:1:1: cannot be read: No such file or directory"]


# Bad input


@pytest.mark.parametrize(
    ("encoding", "expected"), [("utf-8-sig", 2), ("utf-16", 2), ("utf-32", 2), ("utf-8", 2)]
)
def test_encodings_with_a_mark_are_read(folder: Path, encoding: str, expected: int) -> None:
    (folder / "a.yaml").write_bytes(PLAIN.encode(encoding))
    run = check("a.yaml")
    assert findings(run) == ["a.yaml:6: tone/word", "a.yaml:9: tone/other"]
    assert run.findings[0].place.column == 14


BAD = {
    "latin.yaml": PLAIN.replace("care", "cäre").encode("latin-1"),
    "nul.yaml": PLAIN.replace("care", "c\0re").encode(),
    "wide.yaml": PLAIN.encode("utf-16-le"),
    "pasted.txt": "Day 1 – Email\nSubject: hello\n\nHi there\n\nDay 3 – Call\n\nHello\n".encode(
        "cp1252"
    ),
}


def test_bad_bytes_are_an_error_with_their_place_and_the_remedy(folder: Path) -> None:
    for name, data in BAD.items():
        (folder / name).write_bytes(data)
    wanted = [
        "latin.yaml:6:22: is not UTF-8: save it as text in UTF-8",
        "nul.yaml:6:22: holds NUL bytes, as no text does: save it as text in UTF-8",
        "pasted.txt:1:7: is not UTF-8: save it as text in UTF-8",
        "wide.yaml:1:2: holds NUL bytes, as no text does: save it as text in UTF-8",
    ]
    assert errors(check(*BAD)) == wanted
    assert errors(check()) == wanted


def test_bytes_that_were_no_sequence_are_passed_over_unless_named(folder: Path) -> None:
    (folder / "a.yaml").write_bytes(b"\x89PNG\r\n\x1a\n\0\0")
    (folder / "b.txt").write_bytes("Grüße aus Köln\n".encode("latin-1"))
    write(folder, {"c.yaml": PLAIN})
    assert errors(check()) == []
    assert len(errors(check("a.yaml", "b.txt"))) == 2


def test_what_cannot_be_read_costs_nobody_else(folder: Path) -> None:
    write(folder, {"a.yaml": PLAIN, "b.yaml": "touches: [\n", "c.yaml": "a: b\n", "e.yaml": ""})
    (folder / "link.yaml").symlink_to("link.yaml")
    (folder / "broken.yaml").symlink_to("nowhere.yaml")
    run = check("a.yaml", "b.yaml", "c.yaml", "e.yaml", "gone.yaml", "link.yaml", "broken.yaml")
    assert len(run.findings) == 2
    told = dict(line.split(":", 1) for line in errors(run))
    assert set(told) == {"b.yaml", "c.yaml", "e.yaml", "gone.yaml", "link.yaml", "broken.yaml"}
    assert told["gone.yaml"] == "1:1: cannot be read: No such file or directory"
    assert "symbolic links" in told["link.yaml"]
    assert "this file is empty" in told["e.yaml"]


def test_a_file_without_rights_is_an_error(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(folder, {"a.yaml": PLAIN, "b.yaml": PLAIN})
    real = open

    def refuse(path: Any, *more: Any, **named: Any) -> Any:
        if str(path) == "a.yaml":
            raise PermissionError(13, "Permission denied", path)
        return real(path, *more, **named)

    monkeypatch.setattr("builtins.open", refuse)
    run = check()
    assert errors(run) == ["a.yaml:1:1: cannot be read: Permission denied"]
    assert len(run.findings) == 2


def test_a_folder_without_rights_is_an_error(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from cadence_lint.discovery import Found

    monkeypatch.setattr(
        runs, "find_files", lambda paths: [Found("closed", True, "Permission denied")]
    )
    assert errors(check()) == ["closed:1:1: cannot be looked into: Permission denied"]


def test_a_huge_file_is_refused_or_passed_over(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(folder, {"a.yaml": PLAIN, "b.yaml": PLAIN + "#" * 1000})
    monkeypatch.setattr(linters, "LARGEST", 1000)
    run = check("b.yaml")
    assert errors(run) == ["b.yaml:1:1: larger than 0 MB, as no sequence is: split the file"]
    run = check()
    assert len(run.findings) == 2
    assert [(note.file, note.message) for note in run.notes] == [
        ("b.yaml", "passed over: larger than 0 MB, as no sequence is")
    ]


def test_a_text_that_may_be_meant_is_told_of_and_read_when_named(folder: Path) -> None:
    plain = "Hi Sam,\n\nthe quay lights are out. Who mends them?\n"
    write(folder, {"a.yaml": PLAIN, "mail.txt": plain, "pins.txt": "lights==1\n"})
    run = check()
    assert [note.file for note in run.notes] == ["mail.txt"]
    assert "to have such a file read all the same, name it" in run.notes[0].message
    assert not run.errors
    assert [each.file for each in check("mail.txt").sequences] == ["mail.txt"]
    assert not [note for note in check("mail.txt").notes if "passed over" in note.message]


def test_a_file_named_twice_is_linted_once(folder: Path) -> None:
    write(folder, {"a.yaml": PLAIN})
    assert len(check("a.yaml", ".", str(folder / "a.yaml")).sequences) == 1


def test_a_fault_of_ours_costs_one_file(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(folder, {"a.yaml": PLAIN, "b.yaml": PLAIN})
    real = formats.read

    def fail(source: Any, **named: Any) -> Any:
        if source.path == "a.yaml":
            raise RecursionError("too deep")
        return real(source, **named)

    monkeypatch.setattr(formats, "read", fail)
    run = check()
    assert errors(run) == ["a.yaml:1:1: cannot be linted (RecursionError: too deep); report it"]
    assert len(run.findings) == 2


def test_a_value_that_cannot_be_taken_is_an_error_and_the_rest_is_linted(folder: Path) -> None:
    write(folder, {"a.yaml": PLAIN.replace("day: 4", "day: soon")})
    run = check("a.yaml")
    assert [line.split(": ")[0] for line in errors(run)] == ["a.yaml:7:10"]
    assert len(run.findings) == 2


# Notes and assumptions


def test_without_copy_there_is_one_note_and_no_score(folder: Path) -> None:
    write(folder, {"a.yaml": "touches:\n- {day: 1, channel: email}\n- {day: 3, channel: call}\n"})
    run = check("a.yaml")
    assert [(note.file, note.line, note.message) for note in run.notes] == [
        ("a.yaml", 1, "copy rules skipped: the file holds no copy")
    ]
    assert run.sequences[0].score is None


def test_a_language_that_is_not_understood_is_noted(folder: Path) -> None:
    write(folder, {"a.yaml": "language: de\n" + PLAIN})
    run = check("a.yaml")
    (note,) = run.notes
    assert note.message == "rules about wording skipped: the copy is in 'de', not in English"
    assert run.sequences[0].score is None


HIDDEN = """\
touches:
  - {day: 1, channel: email, subject: dates, body: "{{icebreaker}} Who signs the dates off?"}
  - {day: 3, channel: email, body: "Hi {{first_name}}, who signs the dates off at {{company}}?"}
  - {day: 5, channel: email, body: "{{first_line}} {{second_line}} Who signs the dates off?"}
"""


def test_copy_that_is_not_here_is_noted_once(folder: Path) -> None:
    write(folder, {"a.yaml": HIDDEN})
    (note,) = check("a.yaml").notes
    assert note.message == (
        "rules about what is missing skipped in steps 1 and 3: {{icebreaker}} stands for copy that"
        " is not in the file"
    )


def test_copy_that_is_not_here_is_noted_for_each_sequence(folder: Path) -> None:
    write(folder, {"a.yaml": HIDDEN + "---\n" + HIDDEN})
    assert [note.line for note in check("a.yaml").notes] == [1, 6]


def test_what_was_assumed_is_said(folder: Path) -> None:
    write(
        folder,
        {
            "a.yaml": "purpose: sales\n" + PLAIN,
            "b/a.yaml": PLAIN,
            "cadence-lint.yaml": dedent("""\
                assume: {segment: exec, region: US}
                overrides:
                  - {files: b, assume: {segment: smb, purpose: nurture}}
                """),
        },
    )
    first, second = check().sequences
    days = {"send_days": "mon, tue, wed, thu, fri"}
    assert first.assumed == {"relationship": "cold", "segment": "exec", "region": "US"} | days
    assert (
        second.assumed
        == {
            "purpose": "nurture",
            "relationship": "cold",
            "segment": "smb",
            "region": "US",
        }
        | days
    )
    assert (first.segment, second.segment) == ("exec", "smb")


# Configuration


def test_each_file_has_its_nearest_configuration(folder: Path) -> None:
    write(
        folder,
        {
            "cadence-lint.yaml": "rules: {tone/word: off}\n",
            "a.yaml": PLAIN,
            "b/cadence-lint.yaml": "rules: {tone/other: off}\n",
            "b/c/a.yaml": PLAIN,
        },
    )
    assert findings(check()) == ["a.yaml:9: tone/other", "b/c/a.yaml:6: tone/word"]
    assert findings(check(config="b/cadence-lint.yaml")) == [
        "a.yaml:6: tone/word",
        "b/c/a.yaml:6: tone/word",
    ]
    assert len(check(use_config=False).findings) == 4


def test_a_file_that_is_not_included_is_not_linted_even_if_it_is_named(folder: Path) -> None:
    write(
        folder,
        {
            "a.yaml": PLAIN,
            "b/a.yaml": PLAIN,
            "b/old.yaml": PLAIN,
            "cadence-lint.yaml": "include: [b]\nexclude: [old.yaml]\n",
        },
    )
    assert [file.file for file in check("a.yaml", "b/a.yaml", "b/old.yaml").files] == ["b/a.yaml"]
    assert errors(check("gone.yaml")) == [
        "gone.yaml:1:1: cannot be read: No such file or directory"
    ]


def test_overrides_hold_for_their_files(folder: Path) -> None:
    text = "overrides: [{files: ['b/**'], rules: {tone/word: {severity: info}, tone/other: off}}]\n"
    write(folder, {"a.yaml": PLAIN, "b/a.yaml": PLAIN, "cadence-lint.yaml": text})
    run = check()
    assert findings(run) == ["a.yaml:6: tone/word", "a.yaml:9: tone/other", "b/a.yaml:6: tone/word"]
    assert [found.severity for found in run.findings] == ["warning", "warning", "info"]


def test_a_mistake_in_the_configuration_that_is_named_stops_the_run(folder: Path) -> None:
    write(folder, {"a.yaml": PLAIN, "wrong.yaml": "rules: {tone/wrd: off}\n"})
    with pytest.raises(SetupError, match="did you mean 'tone/word'"):
        check("a.yaml", config="wrong.yaml")
    with pytest.raises(SetupError, match="cannot be read"):
        check(config="gone.yaml")


@pytest.mark.parametrize(
    ("broken", "place", "whose", "what"),
    [
        (
            {"b/cadence-lint.yaml": "\nrulez: {}\n"},
            "b/cadence-lint.yaml:2:1",
            "this configuration",
            "there is no key 'rulez'; did you mean 'rules'?",
        ),
        (
            {"b/cadence-lint.yaml": "rules: {tone/wrd: off}\n"},
            "b/cadence-lint.yaml:1:9",
            "this configuration",
            "there is no rule 'tone/wrd'; did you mean 'tone/word'?",
        ),
        (
            {
                "b/cadence-lint.yaml": "rule_folders: [ours]\n",
                "b/ours/our/rule.yaml": "\nsumary: x\n",
            },
            "b/ours/our/rule.yaml:2:1",
            "b/cadence-lint.yaml",
            "there is no key 'sumary'; did you mean 'summary'?",
        ),
        (
            {"b/cadence-lint.yaml": "extends: ../base.yaml\n", "base.yaml": "rulez: {}\n"},
            "base.yaml:1:1",
            "b/cadence-lint.yaml",
            "there is no key 'rulez'; did you mean 'rules'?",
        ),
        (
            {"b/pyproject.toml": "[tool.cadence-lint]\nrules = {\n"},
            "b/pyproject.toml:1:1",
            "this configuration",
            "this is no TOML: ",
        ),
    ],
    ids=["key", "rule", "rule file", "extends", "toml"],
)
def test_a_mistake_in_one_configuration_costs_only_the_files_that_it_holds_for(
    folder: Path, broken: dict[str, str], place: str, whose: str, what: str
) -> None:
    write(folder, {"a/a.yaml": PLAIN, "b/a.yaml": PLAIN, "b/c/b.yaml": PLAIN} | broken)
    alone = check("a")
    run = check()
    assert findings(run) == findings(alone) != []
    assert [each.file for each in run.sequences] == ["a/a.yaml"]
    (error,) = errors(run)
    assert error.startswith(f"{place}: the files of {whose} are not linted: {what}")
    assert errors(check("b/c/b.yaml")) == [error]
    assert errors(check("-", stdin=PLAIN.encode(), stdin_name="b/x.yaml")) == [error]
    assert errors(check("a/a.yaml", "b/a.yaml", choice=Choice(select=("tone",)))) == [error]


def test_a_mistake_in_a_configuration_with_nothing_to_hold_for_is_told_too(folder: Path) -> None:
    write(folder, {"cadence-lint.yaml": "rulez: {}\n", "empty/notes.pdf": ""})
    with pytest.raises(SetupError, match="did you mean 'rules'"):
        check("empty")


def test_a_name_on_the_command_line_that_means_no_rule_stops_the_run(folder: Path) -> None:
    with pytest.raises(UnknownRule, match="did you mean 'tone/word'"):
        check(choice=Choice(select=("tone/wrd",)))
    write(folder, {"a.yaml": PLAIN})
    with pytest.raises(UnknownRule):
        Linter(Request(choice=Choice(ignore=("x",)))).lint_text("a.yaml", PLAIN)


def test_a_teams_rules_come_on_top(folder: Path) -> None:
    write(
        folder,
        {
            "a.yaml": PLAIN,
            "ours/team/hope.yaml": rule_text(options="{words: [hope]}"),
            "cadence-lint.yaml": "rule_folders: [ours]\n",
        },
    )
    assert "a.yaml:6: team/hope" in findings(check("a.yaml"))


def test_plugins_bring_rule_folders(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(folder, {"a.yaml": PLAIN, "theirs/team/hope.yaml": rule_text(options="{words: [hope]}")})
    monkeypatch.setattr(
        "cadence_lint.rulebook.plugins.load_plugins", lambda config: (str(folder / "theirs"),)
    )
    result = Linter(Request(), Config(plugins=("theirs",))).lint_text("a.yaml", PLAIN)
    assert "team/hope" in [found.rule for found in result.findings]


def test_settings_hold_for_files_that_need_not_exist(folder: Path) -> None:
    write(folder, {"cadence-lint.yaml": "overrides: [{files: b, rules: {tone/word: off}}]\n"})
    linter = Linter(Request())
    assert [
        active.rule.id
        for active in linter.settings("b/x.yaml").rules
        if active.rule.family == "tone"
    ] == ["tone/other"]
    assert linter.settings("b/x.yaml").rules is linter.settings("b/y.yaml").rules
    assert len(linter.settings("a.yaml").overrides) == 0


# Suppressions


def with_comment(comment: str, line: int = 6, text: str = PLAIN) -> str:
    """A text with a comment on a line of its own before another."""
    lines = text.split("\n")
    indent = lines[line - 1][: len(lines[line - 1]) - len(lines[line - 1].lstrip(" "))]
    return "\n".join([*lines[: line - 1], f"{indent}# cadence-lint: {comment}", *lines[line - 1 :]])


def check_text(folder: Path, text: str, config: str = "", **request: Any) -> Run:
    write(folder, {"a.yaml": text, "cadence-lint.yaml": config})
    return check("a.yaml", **request)


@pytest.mark.parametrize("line", [2, 3, 6])
def test_a_comment_suppresses_what_lies_below_it(folder: Path, line: int) -> None:
    run = check_text(folder, with_comment("ignore[tone/word] agreed", line))
    assert suppressed(run) == ["tone/word: agreed"]
    assert findings(run) == ["a.yaml:10: tone/other"]


def test_lines_may_end_as_on_windows(folder: Path) -> None:
    text = with_comment("ignore[tone/word] agreed").replace("\n", "\r\n")
    run = check_text(folder, text)
    assert suppressed(run) == ["tone/word: agreed"]
    assert findings(run) == ["a.yaml:10: tone/other"]


def test_a_suppression_of_the_file_holds_for_all_of_it(folder: Path) -> None:
    run = check_text(folder, with_comment("ignore-file[tone/*] agreed", 1))
    assert suppressed(run) == ["tone/word: agreed", "tone/other: agreed"]
    assert findings(run) == []


def test_a_covered_finding_is_not_suppressed(folder: Path) -> None:
    write(
        folder.parent,
        {"rules/tone/word.yaml": rule_text(options="{words: [really]}", covers="tone/other")},
    )
    text = PLAIN.replace("We really", "We really very")
    run = check_text(folder, with_comment("ignore[tone/word] agreed", 3, text))
    assert suppressed(run) == ["tone/word: agreed"]
    assert [(found.rule, found.touch, found.covered_by) for found in run.findings] == [
        ("tone/other", 1, "tone/word"),
        ("tone/other", 2, None),
    ]


@pytest.mark.parametrize(
    ("comment", "said"),
    [
        ("ignore[tone/strict] x", None),  # off in the configuration
        ("ignore[tone/other] x", "unused-suppression: tone/other"),
        ("ignore[tone/wrd] x", "malformed-suppression: there is no rule 'tone/wrd'; did you"),
        ("ignore tone/word", "malformed-suppression: write it as"),
        ("ignore[tone/word until 2026-11-20] x", "ended-suppression: 2026-11-20"),
    ],
)
def test_what_is_odd_about_a_suppression_is_a_finding(
    folder: Path, comment: str, said: str | None
) -> None:
    run = check_text(folder, with_comment(comment))
    odd = [found for found in run.findings if found.rule.startswith("structure/")]
    assert [found.message.startswith(said or "?") for found in odd] == ([True] if said else [])
    assert [(found.touch, found.place.line) for found in odd] == ([(1, 6)] if said else [])
    assert run.findings == sorted(run.findings, key=lambda found: (found.touch, found.place))


def test_one_is_not_unused_where_its_rule_was_not_selected(folder: Path) -> None:
    text = with_comment("ignore[tone/*] x", 7)
    assert "structure/unused" in str(findings(check_text(folder, text.replace("very", "so"))))
    choice = Choice(select=("tone/word", "structure"))
    assert findings(check_text(folder, text, choice=choice)) == ["a.yaml:6: tone/word"]


def test_one_is_not_unused_where_its_rule_failed(folder: Path) -> None:
    write(
        folder.parent,
        {"rules/tone/broken.yaml": rule_text(check="broken", options="", message="x")},
    )
    run = check_text(folder, with_comment("ignore[tone/broken] x"))
    assert len(run.errors) == 1
    assert "structure/unused" not in str(findings(run))


@pytest.mark.parametrize(
    "config",
    [
        "rules: {structure/unused: off}",
        "rules: {structure/*: off}",
        "ignore: [{rule: structure/unused}]",
        "ignore: [{rule: structure/*}]",
    ],
)
def test_remarks_on_suppressions_can_be_done_without(folder: Path, config: str) -> None:
    run = check_text(folder, with_comment("ignore[tone/other] x"), config)
    assert findings(run) == ["a.yaml:7: tone/word", "a.yaml:10: tone/other"]


@pytest.mark.parametrize("word", ["structure/unused", "structure/*", "structure"])
def test_a_comment_can_suppress_remarks_on_suppressions(folder: Path, word: str) -> None:
    text = with_comment(f"ignore-file[{word}] agreed", 1, with_comment("ignore[tone/other] x"))
    run = check_text(folder, text)
    assert findings(run) == ["a.yaml:8: tone/word", "a.yaml:11: tone/other"]
    assert "structure/unused: agreed" in suppressed(run)


def test_a_remark_on_a_suppression_is_about_the_sequence_that_it_stands_in(folder: Path) -> None:
    text = dedent("""\
        # cadence-lint: ignore[tone/none]
        sequences:
          - name: One
            touches:
              - {day: 1, channel: email, body: a}
          - name: Two
            touches:
              - {day: 1, channel: email, body: a}
              # cadence-lint: ignore[tone/none]
              - day: 3  # cadence-lint: ignore[tone/none]
                channel: email
                body: b
        """)
    found = check_text(folder, text).findings
    assert [(each.sequence, each.touch, each.place.line) for each in found] == [
        ("One", None, 1),
        ("Two", None, 9),
        ("Two", 2, 10),
    ]


def test_a_configuration_can_ignore_what_files_cannot_say(folder: Path) -> None:
    config = (
        "ignore: [{rule: tone/*, files: '*.yaml', touch: 2, reason: agreed, until: 2026-11-21}]\n"
    )
    assert suppressed(check_text(folder, PLAIN, config)) == ["tone/other: agreed"]
    assert suppressed(check_text(folder, PLAIN, config.replace("-21}", "-20}"))) == []
    assert suppressed(check_text(folder, PLAIN, config.replace("*.yaml", "*.txt"))) == []


@pytest.mark.parametrize(
    ("ignore", "said"),
    [
        ("{rule: tone/other}", []),
        ("{rule: tone/other, files: a.yaml}", []),
        ("{rule: tone/*, touch: 1}", []),
        ("{rule: tone/other, touch: 1}", ["structure/unused: unused-suppression: tone/other"]),
        ("{rule: tone/word, files: b.yaml}", ["structure/unused: unused-suppression: tone/word"]),
        ("{rule: tone/strict}", []),  # off
        ("{rule: tone/other, files: gone.yaml}", []),  # about nothing that is here
        (
            "{rule: tone/other, until: 2026-11-20}",
            ["structure/ended: ended-suppression: 2026-11-20"],
        ),
        ("{rule: structure/*}", []),
    ],
)
def test_what_a_configuration_ignores_and_need_not(
    folder: Path, ignore: str, said: list[str]
) -> None:
    write(
        folder,
        {
            "cadence-lint.yaml": f"# ours\nignore:\n  - {ignore}\n",
            "a.yaml": PLAIN,
            "b.yaml": "touches: [{day: 1, channel: email, body: no such word}]\n",
        },
    )
    left = [each for each in check().findings if each.rule.startswith("structure/")]

    assert [f"{each.rule}: {each.message}" for each in left] == said
    for each in left:
        assert each.place.file.endswith("cadence-lint.yaml")
        assert each.place[1:] == (3, 12, 3, 12 + len(each.evidence[0].quote))
        assert each.touch is None


def test_only_who_looked_at_everything_calls_an_entry_unused(folder: Path) -> None:
    write(
        folder,
        {
            "cadence-lint.yaml": "ignore: [{rule: tone/other, touch: 1}]\n",
            "a.yaml": PLAIN,
            "broken/b.yaml": "touches: [\n",
        },
    )
    unused = "structure/unused"
    assert unused not in str(findings(check()))  # who knows what is in the other file
    (folder / "broken/b.yaml").unlink()
    assert unused in str(findings(check()))
    assert unused not in str(findings(check("a.yaml")))
    assert unused not in str(findings(check(choice=Choice(ignore=("tone/other",)))))


def test_an_entry_that_ended_is_told_once_and_can_be_lived_with(folder: Path) -> None:
    ended = "{rule: tone/other, until: 2026-11-20}"
    files = {"a.yaml": PLAIN, "b.yaml": PLAIN}
    write(folder, files | {"cadence-lint.yaml": f"ignore: [{ended}]\n"})
    assert [each.rule for each in check("b.yaml").shown].count("structure/ended") == 1
    assert [each.rule for each in check().shown].count("structure/ended") == 1
    both = f"ignore: [{ended}, {{rule: structure/ended, reason: until May}}]\n"
    write(folder, {"cadence-lint.yaml": both})
    run = check()
    assert "structure/ended: until May" in suppressed(run)
    assert "structure/ended" not in str(findings(run))


def test_a_configuration_can_demand_reasons_and_forbid(folder: Path) -> None:
    config = "suppressions: {require_reason: yes, never: [tone/oth*]}\n"
    run = check_text(folder, with_comment("ignore-file[tone/*]", 1), config)
    assert suppressed(run) == []
    messages = [found.message for found in run.findings if found.rule == "structure/malformed"]
    assert sorted(messages) == [
        "malformed-suppression: the configuration says that nobody may ignore tone/other",
        "malformed-suppression: write a reason after the brackets",
    ]
    run = check_text(folder, with_comment("ignore-file[tone/*] agreed", 1), config)
    assert suppressed(run) == ["tone/word: agreed"]


def test_the_day_is_today_unless_it_is_said(folder: Path) -> None:
    text = with_comment("ignore[tone/word until 2999-12-31] x")
    write(folder, {"a.yaml": text})
    assert suppressed(lint(Request(("a.yaml",)))) == ["tone/word: x"]


# The score


def scores(run: Run) -> list[int | None]:
    return [each.score.points if each.score else None for each in run.sequences]


def test_the_score_is_made_of_all_rules_whatever_is_asked_for(folder: Path) -> None:
    text = PLAIN.replace("hope", "quite hope")
    plain = scores(check_text(folder, text))
    assert plain[0] is not None
    assert plain[0] < 90
    for config in (
        "rules: {'*': off}",
        "rules: {tone/*: info, tone/word: {at_least: 9}}",
        "extends: all",
        "ignore: [{rule: '*'}]",
    ):
        assert scores(check_text(folder, text, config)) == plain, config
    assert scores(check_text(folder, text, choice=Choice(select=("structure",)))) == plain
    assert scores(check_text(folder, with_comment("ignore-file[tone/*] x", 1, text))) == plain


def test_the_score_can_be_done_without(folder: Path) -> None:
    assert scores(check_text(folder, PLAIN, wants_score=False)) == [None]


def test_a_rule_that_is_as_written_runs_once(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[str] = []

    def count(case: object, *more: object) -> Iterator[Any]:
        calls.append("run")
        yield from ()

    whole = scratch.CHECKS["whole"]
    monkeypatch.setattr(whole, "check", count)
    write(
        folder.parent, {"rules/tone/whole.yaml": rule_text(check="whole", options="", message="x")}
    )
    check_text(folder, PLAIN)
    assert len(calls) == 1


# Fingerprints


def names(folder: Path, text: str, file: str = "a.yaml") -> list[str]:
    write(folder, {file: text})
    return fingerprints(check(file).findings)


def test_fingerprints_survive_moves(folder: Path) -> None:
    before = names(folder, PLAIN)
    assert len(set(before)) == 2
    assert names(folder, "# a comment\n\n" + PLAIN) == before
    assert names(folder, PLAIN, "b/renamed.yaml") == before
    touch = "touches:\n  - {day: 0, channel: email, body: Hello there}\n"
    assert names(folder, PLAIN.replace("touches:\n", touch)) == before
    shorter = PLAIN.replace("name: Renewals\n", "")
    assert names(folder, shorter) == names(folder, shorter, "b/renamed.yaml") != before


def test_fingerprints_tell_equals_apart(folder: Path) -> None:
    text = PLAIN.replace("very", "really")
    assert len(set(names(folder, text))) == 2


def test_bytes_that_are_no_text_are_told_of_where_a_list_of_touches_stands(tmp_path: Path) -> None:
    (tmp_path / "ours.yaml").write_bytes(b"touches:\n - day: 1\0\n")
    (tmp_path / "other.yaml").write_bytes(b"jobs:\n - day: 1\0\n")
    run = lint(Request(paths=(str(tmp_path),), use_config=False))
    assert [(error.file.rsplit("/", 1)[-1], error.line, error.column) for error in run.errors] == [
        ("ours.yaml", 2, 10)
    ]
