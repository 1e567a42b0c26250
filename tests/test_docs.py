from __future__ import annotations

import io
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from cadence_lint.cli import run as cadence_lint
from cadence_lint.config.config_reader import parse_config
from cadence_lint.config.selection import check_config
from cadence_lint.linting.linter import Linter
from cadence_lint.linting.request import Request
from cadence_lint.rulebook import load_book
from cadence_lint.rulebook.rule_folder import rule_pages
from cadence_lint.rulebook.rule_tests import run_examples
from cadence_lint.source import Source

ROOT = Path(__file__).resolve().parent.parent
PAGES = sorted(
    path.relative_to(ROOT).as_posix()
    for path in (*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"))
    if "templates" not in path.parts
)
FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
PUT_IN = re.compile(r"\b[A-Z]{2,}\b")
"""A word such as FILE, for which the reader puts in one of theirs."""
LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)\s]+)\)")


def read(page: str) -> str:
    return (ROOT / page).read_text(encoding="utf-8")


def samples(page: str, language: str, start: str) -> list[str]:
    """The blocks of code on a page that begin in a certain way."""
    return [
        text
        for found, text in FENCE.findall(read(page))
        if found == language and text.startswith(start)
    ]


def anchors(page: str) -> set[str]:
    """The anchors of a page's headings, as GitHub makes them."""
    heads = re.findall(r"^#+ (.+)$", FENCE.sub("", read(page)), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-") for head in heads}


def test_the_reference_says_what_the_code_and_the_rules_say() -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "docs.generate", "--check"],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr


@pytest.mark.parametrize("page", [page for page in PAGES if not page.startswith("docs/rules/")])
def test_links_lead_somewhere(page: str) -> None:
    assert dead_links(page) == []


def test_links_from_the_pages_of_rules_lead_somewhere() -> None:
    pages = [page for page in PAGES if page.startswith("docs/rules/")]
    assert {page: dead for page in pages if (dead := dead_links(page))} == {}


def dead_links(page: str) -> list[str]:
    dead = []
    for link in LINK.findall(FENCE.sub("", read(page))):
        if re.match(r"[a-z]+:", link):
            continue
        path, _, anchor = link.partition("#")
        target = (ROOT / page).parent / path if path else ROOT / page
        is_page = target.suffix == ".md" and target.is_file()
        if not target.exists() or (
            anchor and is_page and anchor not in anchors(str(target.resolve().relative_to(ROOT)))
        ):
            dead.append(link)
    return dead


@pytest.mark.parametrize("page", ["README.md", "docs/sequence-files.md", "docs/configuration.md"])
def test_the_sequences_of_the_reference_can_be_read(page: str) -> None:
    found = samples(page, "yaml", "touches:") + samples(page, "yaml", "name:")
    assert found
    for text in found:
        result = Linter(Request(use_config=False)).lint_text("sample.yaml", text)
        assert not result.errors


def test_the_pasted_text_of_the_reference_can_be_read() -> None:
    (text,) = samples("docs/sequence-files.md", "text", "Sequence:")
    result = Linter(Request(use_config=False)).lint_text("sample.txt", text)
    assert not result.errors
    assert [step.channel for step in result.sequences[0].steps] == ["email", "call"]


@pytest.mark.parametrize("page", ["docs/configuration.md", "README.md"])
def test_the_configurations_of_the_docs_can_be_read(page: str) -> None:
    (text,) = samples(page, "yaml", "extends:")
    config = parse_config(Source("cadence-lint.yaml", text))
    check_config(config, load_book())
    assert config.rules
    assert config.vocabulary.company


SHELL = "sh"
SETUP = ("pipx install .", "pip install .", "source .venv/bin/activate")
"""Commands that change more than a test may; that the clone has what they need is seen at once."""


def commands(page: str) -> list[str]:
    """The commands of a page: those in its blocks, and those in its text that name no WORD."""
    blocks = "".join(text for language, text in FENCE.findall(read(page)) if language == SHELL)
    lines = [line.partition(" #")[0].strip() for line in blocks.splitlines()]
    inline = re.findall(r"`(cadence-lint [^`]+)`", FENCE.sub("", read(page)))
    return [line for line in lines if line] + [each for each in inline if not PUT_IN.search(each)]


def test_the_commands_of_the_readme_run_in_a_clone_as_they_are_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    monkeypatch.chdir(tmp_path)
    targets = set(re.findall(r"^([a-z]+):", read("Makefile"), re.MULTILINE))
    run = []
    for command in commands("README.md"):
        program, *words = shlex.split(command)
        if program == "make":
            assert set(words) <= targets, command
        elif command not in SETUP:
            assert program == "cadence-lint", command
            pasted = "Day 1 - Email\nSubject: night audits\n\nWho signs them off?\n"
            answers = "\n\n\n" if words[0] == "init" else pasted
            monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(answers.encode())))
            assert cadence_lint(words) in (0, 1), f"{command}: {capsys.readouterr().err}"
            run.append(words[0])
    assert {"check", "explain", "init", "report", "test-rules", "timeline"} <= set(run)
    assert (tmp_path / "my-weeks.svg").exists()


def test_whoever_tries_it_has_the_command_in_the_terminal_before_it_is_used() -> None:
    tried = commands("README.md")
    first = next(at for at, command in enumerate(tried) if command.startswith("cadence-lint"))
    assert {"make examples", "source .venv/bin/activate"} <= set(tried[:first])


def test_the_line_that_the_readme_asks_about_has_findings() -> None:
    (asked,) = (
        each for each in commands("README.md") if each.startswith("cadence-lint explain ex")
    )
    path, _, number = asked.split()[2].partition(":")
    result = Linter(Request(use_config=False)).lint_text(path, read(path))
    assert int(number) in {finding.place.line for finding in result.findings}


def test_the_first_rule_passes_its_examples(tmp_path: Path) -> None:
    files = samples("CONTRIBUTING.md", "yaml", "# rules/")
    for text in files:
        # Under another name, so that whoever follows the guide may have the rule already.
        name = text.splitlines()[0].removeprefix("# rules/").replace("tone/", "first/")
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    pages = list(rule_pages(tmp_path))
    tally = run_examples(pages, (str(tmp_path),))
    assert (tally.passed, tally.failures) == (4, ())


def test_the_picture_says_what_the_screen_says() -> None:
    from xml.etree import ElementTree

    texts = ElementTree.fromstring(read("docs/screen.svg")).iter("{http://www.w3.org/2000/svg}text")
    words = " ".join(text.text or "" for text in texts)

    assert words.startswith("$ cadence-lint check examples/read-the-room.yaml")
    for said in ("do not send", "LinkedIn", "crowded", "step 1 · day 1 · email", "change to"):
        assert said in words
