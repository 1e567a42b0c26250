"""Paths as code hosts want them, in real folders."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from jsonschema import Draft7Validator

from tests.cli.program import run
from tests.output.test_sarif import SCHEMA
from tests.scratch import write

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SEQUENCE = "touches: [{day: 1, channel: email, subject: 'Re: hello', body: Just checking in.}]\n"
FILE = "team/sequences/my plan.yaml"


@pytest.fixture(name="folder")
def _folder(tmp_path: Path) -> Path:
    (tmp_path / "work" / ".git").mkdir(parents=True)
    return write(tmp_path / "work", {FILE: SEQUENCE})


def github(folder: Path, path: str) -> str:
    out = run("check", path, "--format", "github", cwd=folder).out
    return out.partition("file=")[2].partition(",line=")[0]


def gitlab(folder: Path, path: str) -> str:
    said = json.loads(run("check", path, "--format", "gitlab", cwd=folder).out)
    return str(said[0]["location"]["path"])


def sarif(folder: Path, path: str) -> str:
    said = json.loads(run("check", path, "--format", "sarif", cwd=folder).out)
    Draft7Validator(SCHEMA, format_checker=Draft7Validator.FORMAT_CHECKER).validate(said)
    place = said["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
    return str(place["artifactLocation"]["uri"]).replace("%20", " ")


@pytest.mark.parametrize("read", [github, gitlab, sarif])
def test_paths_begin_at_the_root_of_the_repository(
    read: Callable[[Path, str], str], folder: Path
) -> None:
    assert read(folder, FILE) == FILE
    assert read(folder, f"./{FILE}") == FILE
    assert read(folder / "team", "sequences") == FILE
    assert read(folder / "team" / "sequences", "../sequences/my plan.yaml") == FILE
    assert read(folder / "team", str(folder / FILE)) == FILE


def test_what_lies_outside_is_named_whole(folder: Path, tmp_path: Path) -> None:
    outside = write(tmp_path / "else", {"a.yaml": SEQUENCE}) / "a.yaml"

    assert gitlab(folder, str(outside)) == outside.as_posix()
    assert sarif(folder, str(outside)) == outside.as_uri()
    assert sarif(folder, "../else/a.yaml") == "../else/a.yaml"
