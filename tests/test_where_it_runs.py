"""The hook, the action and the template, as far as a machine without their services can run them."""

from __future__ import annotations

import importlib.util
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

import pytest
import yaml
from junitparser import JUnitXml

from cadence_lint.cli.plain import FailOn, PresetName

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

ROOT = Path(__file__).resolve().parent.parent
PAGE = (ROOT / "docs" / "continuous-integration.md").read_text("utf-8")
SEQUENCE = "touches: [{day: 1, channel: email, subject: 'Re: hello', body: Just checking in.}]\n"
HAS_SHELL = pytest.mark.skipif(os.name == "nt", reason="for runners with a bin/ and a shell")


def read(name: str) -> Any:
    return yaml.safe_load((ROOT / name).read_text("utf-8"))


def fences(language: str) -> list[str]:
    """The blocks of code on the page about CI."""
    return re.findall(rf"^```{language}\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)


def samples(key: str) -> list[dict[str, Any]]:
    """The YAML on the page about CI that has a key."""
    said = [yaml.load(text, yaml.BaseLoader) for text in fences("yaml")]
    return [each for each in said if key in each]


def program(folder: Path) -> Path:
    """A folder with the program in it, as an installation makes it."""
    path = folder / "cadence-lint"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m cadence_lint "$@"\n')
    path.chmod(0o755)
    return folder


def ran(
    words: Iterable[str], folder: Path, environment: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        list(words),
        cwd=folder,
        env=os.environ | dict(environment or {}),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


# What the services themselves make of the files


@pytest.mark.skipif(
    importlib.util.find_spec("check_jsonschema") is None,
    reason="check-jsonschema is not installed; `make setup` installs it",
)
@pytest.mark.parametrize(
    ("kind", "texts"),
    [
        ("github-actions", [(ROOT / "action.yml").read_text("utf-8")]),
        ("github-workflows", [text for text in fences("yaml") if text.startswith("on:")]),
        ("gitlab-ci", [(ROOT / "templates" / "cadence-lint.yml").read_text("utf-8")]),
        ("gitlab-ci", [text for text in fences("yaml") if text.startswith("include:")]),
    ],
)
def test_the_files_are_valid_for_their_services(
    kind: str, texts: list[str], tmp_path: Path
) -> None:
    assert texts
    paths = [tmp_path / f"{number}.yml" for number in range(len(texts))]
    for path, text in zip(paths, texts, strict=True):
        path.write_text(text, "utf-8")
    words = ("-m", "check_jsonschema", "--builtin-schema", f"vendor.{kind}", *map(str, paths))
    done = ran((sys.executable, *words), tmp_path)

    assert done.returncode == 0, done.stdout + done.stderr


def test_the_page_names_the_inputs_and_variables_that_there_are() -> None:
    inputs = read("action.yml")["inputs"]
    for workflow in samples("jobs"):
        steps = workflow["jobs"]["sequences"]["steps"]
        assert set(steps[-1]["with"]) <= set(inputs)
    listed = re.findall(r"^\| `([\w-]+)` \|", PAGE, re.MULTILINE)
    assert listed == list(inputs)

    variables = read("templates/cadence-lint.yml")["variables"]
    (pipeline,) = samples("include")
    assert set(pipeline["variables"]) <= set(variables)
    assert pipeline["include"][0]["remote"].endswith("/templates/cadence-lint.yml")
    assert set(re.findall(r"CADENCE_LINT_\w+", PAGE)) == set(variables)


def test_the_action_and_the_template_name_the_words_that_the_program_takes() -> None:
    inputs = read("action.yml")["inputs"]
    variables = read("templates/cadence-lint.yml")["variables"]

    for name, words in (("preset", get_args(PresetName)), ("fail-on", get_args(FailOn))):
        variable = variables["CADENCE_LINT_" + name.upper().replace("-", "_")]
        for said in (inputs[name], variable):
            assert all(word in said["description"] for word in words)


def test_the_commands_of_the_page_can_be_run(tmp_path: Path) -> None:
    commands = [
        line.split() for text in fences("sh") for line in text.splitlines() if "docker" not in line
    ]
    assert len(commands) == 2
    (tmp_path / "sequences").mkdir()
    (tmp_path / "sequences" / "a.yaml").write_text(SEQUENCE)
    for _, *words in commands:
        done = ran((sys.executable, "-m", "cadence_lint", *words), tmp_path)
        assert done.returncode == (0 if "--write-baseline" in words else 1), done.stderr

    assert {path.name for path in tmp_path.iterdir()} == {
        "sequences",
        "baseline.json",
        "cadence-lint.xml",
        "checkstyle.xml",
    }


# pre-commit


@pytest.mark.parametrize(
    ("path", "is_looked_at"),
    [
        ("sequences/autumn.yaml", True),
        ("sales/cadences/nl/autumn.yml", True),
        ("cadences/autumn.md", True),
        ("cadence-lint.yaml", False),
        (".github/workflows/sequences.yaml", False),
        ("sequences/logo.png", False),
        ("consequences/autumn.yaml", False),
    ],
)
def test_the_hook_looks_at_folders_for_sequences(path: str, is_looked_at: bool) -> None:
    (hook,) = read(".pre-commit-hooks.yaml")

    assert bool(re.search(hook["files"], path)) is is_looked_at


@pytest.fixture(autouse=True)
def _pre_commit_has_a_home(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PRE_COMMIT_HOME", str(tmp_path_factory.mktemp("pre-commit")))


def pre_commit(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return ran((sys.executable, "-m", "pre_commit", *words), folder)


def configure_here(folder: Path) -> None:
    """Have the hook run in a folder, with the program that is tested."""
    (hook,) = read(".pre-commit-hooks.yaml")
    entry = hook["entry"].replace("cadence-lint", f'"{sys.executable}" -m cadence_lint', 1)
    local = hook | {"language": "system", "entry": entry}
    (folder / ".pre-commit-config.yaml").write_text(
        json.dumps({"repos": [{"repo": "local", "hooks": [local]}]})
    )


def test_pre_commit_takes_the_manifest_and_the_examples(tmp_path: Path) -> None:
    done = pre_commit(tmp_path, "validate-manifest", str(ROOT / ".pre-commit-hooks.yaml"))
    assert done.returncode == 0, done.stdout + done.stderr

    found = [text for text in fences("yaml") if text.startswith("repos:")]
    assert len(found) == 2
    for text in found:
        (tmp_path / "config.yaml").write_text(text)
        done = pre_commit(tmp_path, "validate-config", "config.yaml")
        assert done.returncode == 0, done.stdout + done.stderr


def test_pre_commit_runs_the_hook_on_what_is_staged(tmp_path: Path) -> None:
    configure_here(tmp_path)
    odd = tmp_path / "--output=json:here" / "sequences" / "my plan.yaml"
    odd.parent.mkdir(parents=True)
    odd.write_text(SEQUENCE)
    (tmp_path / "notes.yaml").write_text("a: 1\n")
    for words in (("init", "-q"), ("add", "-A")):
        assert ran(("git", *words), tmp_path).returncode == 0
    done = pre_commit(tmp_path, "run", "--all-files", "--color", "never")

    assert done.returncode == 1, done.stdout + done.stderr
    assert "Failed" in done.stdout
    assert "my plan.yaml" in done.stdout
    assert not (tmp_path / "json").exists()


def test_pre_commit_lets_pass_what_the_configuration_leaves_out(tmp_path: Path) -> None:
    configure_here(tmp_path)
    (tmp_path / "cadence-lint.yaml").write_text("exclude: [sequences/old]\n")
    path = tmp_path / "sequences" / "old" / "a.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(SEQUENCE)
    for words in (("init", "-q"), ("add", "-A")):
        assert ran(("git", *words), tmp_path).returncode == 0
    done = pre_commit(tmp_path, "run", "--all-files", "--color", "never")

    assert done.returncode == 0, done.stdout + done.stderr


# The action


def lint(folder: Path, **inputs: str) -> subprocess.CompletedProcess[str]:
    """Run the step of the action that lints, as a runner runs it."""
    action = read("action.yml")
    (step,) = (step for step in action["runs"]["steps"] if step.get("name") == "Lint")
    program(folder / "runner" / "cadence-lint" / "bin")
    given = {name: said["default"] for name, said in action["inputs"].items()} | {
        name.replace("_", "-"): value for name, value in inputs.items()
    }
    environment = {
        name: re.sub(r"\$\{\{ inputs\.([\w-]+) \}\}", lambda found: given[found[1]], value)
        for name, value in step["env"].items()
    }
    runner = {
        "RUNNER_TEMP": str(folder / "runner"),
        "GITHUB_STEP_SUMMARY": str(folder / "runner" / "summary.md"),
        "GITHUB_OUTPUT": str(folder / "runner" / "outputs"),
    }
    words = ("bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"])
    return ran(words, folder, environment | runner)


@HAS_SHELL
def test_the_action_lints_and_writes_for_code_scanning(tmp_path: Path) -> None:
    (tmp_path / "my sequences").mkdir()
    (tmp_path / "my sequences" / "a.yaml").write_text(SEQUENCE)
    (tmp_path / "-b.yaml").write_text(SEQUENCE)
    done = lint(tmp_path, paths="my sequences\n-b.yaml\n", sarif="out.sarif", preset="strict")

    assert done.returncode == 1, done.stderr
    assert "file=my sequences/a.yaml" in done.stdout
    assert "file=-b.yaml" in done.stdout
    assert (tmp_path / "out.sarif").exists()
    summary = (tmp_path / "runner" / "summary.md").read_text("utf-8")
    assert summary.startswith("## Outreach sequences")


@HAS_SHELL
def test_the_action_uploads_what_was_written_wherever_that_is(tmp_path: Path) -> None:
    (*_, upload) = read("action.yml")["runs"]["steps"]
    assert upload["if"] == "always() && steps.lint.outputs.sarif == 'written'"
    outputs = tmp_path / "runner" / "outputs"
    (tmp_path / "a.yaml").write_text(SEQUENCE)
    elsewhere = tmp_path / "runner" / "out.sarif"

    assert lint(tmp_path, paths="a.yaml").returncode == 1
    assert lint(tmp_path, paths="a.yaml", sarif=str(elsewhere), preset="none").returncode == 2
    assert not outputs.exists()

    assert lint(tmp_path, paths="a.yaml", sarif=str(elsewhere)).returncode == 1
    assert elsewhere.exists()
    assert outputs.read_text("utf-8") == "sarif=written\n"


@HAS_SHELL
def test_the_action_fails_on_what_it_is_told_to(tmp_path: Path) -> None:
    (tmp_path / "b.yaml").write_text(SEQUENCE)
    done = lint(tmp_path, fail_on="never")

    assert done.returncode == 0, done.stderr
    assert not (tmp_path / "out.sarif").exists()


@HAS_SHELL
def test_the_action_looks_at_what_is_new(tmp_path: Path) -> None:
    (tmp_path / "b.yaml").write_text(SEQUENCE)
    words = (sys.executable, "-m", "cadence_lint", "check", "--write-baseline", "known.json")
    ran(words, tmp_path)
    done = lint(tmp_path, baseline="known.json")
    assert (done.returncode, done.stderr) == (0, "")

    (tmp_path / "runner").rename(tmp_path / "before")
    done = lint(tmp_path, changed_since="HEAD")
    assert done.returncode == 2
    assert "in no git repository" in done.stderr


# GitLab's template


def script(folder: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run the script of the template as a runner does, but for what pip does."""
    template = read("templates/cadence-lint.yml")
    install, *lines = template["cadence-lint"]["script"]
    assert install == 'python -m pip install --quiet "$CADENCE_LINT_PACKAGE"'
    defaults = {name: said["value"] for name, said in template["variables"].items()}
    path = f"{program(folder / 'bin')}{os.pathsep}{os.environ['PATH']}"
    words = ("sh", "-e", "-c", "\n".join(lines))
    return ran(words, folder, defaults | variables | {"PATH": path})


@HAS_SHELL
def test_the_template_lints_and_writes_its_reports(tmp_path: Path) -> None:
    (tmp_path / "my sequences").mkdir()
    (tmp_path / "my sequences" / "a.yaml").write_text(SEQUENCE)
    (tmp_path / "$(touch ran) 'b.yaml").write_text(SEQUENCE)
    paths = "my sequences\n\n$(touch ran) 'b.yaml"
    done = script(tmp_path, CADENCE_LINT_PATHS=paths, CADENCE_LINT_PRESET="strict")

    assert done.returncode == 1, done.stderr
    assert not (tmp_path / "ran").exists()
    reports = read("templates/cadence-lint.yml")["cadence-lint"]["artifacts"]["reports"]
    issues = json.loads((tmp_path / reports["codequality"]).read_text("utf-8"))
    assert {each["location"]["path"] for each in issues} == {
        "my sequences/a.yaml",
        "$(touch ran) 'b.yaml",
    }
    assert JUnitXml.fromfile(str(tmp_path / reports["junit"])).failures > 1


@HAS_SHELL
def test_the_template_takes_a_baseline_and_a_level(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(SEQUENCE)
    assert script(tmp_path, CADENCE_LINT_FAIL_ON="never").returncode == 0

    words = (sys.executable, "-m", "cadence_lint", "check", "--write-baseline", "known.json")
    ran(words, tmp_path)
    (tmp_path / "bin").rename(tmp_path / "before")
    done = script(tmp_path, CADENCE_LINT_BASELINE="known.json")
    assert (done.returncode, done.stderr) == (0, "")
