from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.cli.program import run

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("kind", ["sequence", "config", "rule", "phrases"])
def test_a_schema_is_printed(tmp_path: Path, kind: str) -> None:
    done = run("schema", kind, cwd=tmp_path)

    assert (done.status, done.err) == (0, "")
    assert json.loads(done.out)["$schema"] == "http://json-schema.org/draft-07/schema#"


def test_a_schema_is_written_to_a_file(tmp_path: Path) -> None:
    done = run("schema", "phrases", "-o", "phrases.json", cwd=tmp_path)

    assert (done.status, done.out) == (0, "")
    assert "groups" in json.loads((tmp_path / "phrases.json").read_text("utf-8"))["properties"]


def test_there_is_no_schema_of_anything_else(tmp_path: Path) -> None:
    done = run("schema", "emails", cwd=tmp_path)

    assert done.status == 2
    assert "'sequence', 'config', 'rule', 'phrases'" in done.err


def test_the_rules_of_a_team_are_offered(tmp_path: Path) -> None:
    (tmp_path / "ours" / "house").mkdir(parents=True)
    (tmp_path / "ours" / "house" / "short.yaml").write_text(
        "summary: Too long for us\ncheck: length\noptions: {max: 50}\n"
        "message: a\nadvice: b\nwhy: c\n"
    )
    (tmp_path / "cadence-lint.yaml").write_text("rule_folders: [ours]\n")
    rules = json.loads(run("schema", "config", cwd=tmp_path).out)["definitions"]["rules"]

    assert rules["anyOf"][0]["properties"]["house/short"]["description"] == "Too long for us"
