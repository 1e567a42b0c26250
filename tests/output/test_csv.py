from __future__ import annotations

import csv
import io
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cadence_lint.finding import Error
from cadence_lint.output import render
from cadence_lint.output.csv import COLUMNS, LARGEST
from cadence_lint.output.terminal import Look
from tests.output.hostile import runs
from tests.output.runs import Story, full_story

if TYPE_CHECKING:
    from cadence_lint.linting.results import Run

SIGNS = "=+-@\uff1d\uff0b\uff0d\uff20"


def table(run: Run) -> list[dict[str, str]]:
    """What a reader of such files makes of the output."""
    reader = csv.DictReader(io.StringIO(render(run, "csv", Look())), strict=True)
    assert reader.fieldnames == list(COLUMNS)
    return list(reader)


def test_a_line_for_each_thing_found() -> None:
    story = full_story()
    story.find("value/empty-follow-up", "my note", touch=3, covered_by="tone/greeting-cliche")
    rows = table(story.run())

    assert len(rows) == 8
    assert rows[1] == {
        "file": "night-audits.yaml",
        "sequence": "Night audits, hotel groups",
        "persona": "Director of Finance",
        "relationship": "cold",
        "segment": "mid-market",
        "steps": "3",
        "verdict": "do not send",
        "score": rows[0]["score"],
        "step": "1",
        "day": "1",
        "date": "",
        "channel": "email",
        "version": "",
        "severity": "warning",
        "rule": "tone/greeting-cliche",
        "what is wrong": "so it starts like every other mail today, and I stop here",
        "what to do": "Start with what made you write to this person.",
        "words": "I hope this email finds you well",
        "line": "10",
    }
    assert rows[0]["step"] == rows[0]["day"] == rows[0]["channel"] == ""
    assert 0 <= int(rows[0]["score"]) < 50


def test_a_sequence_without_faults_has_a_line() -> None:
    (row,) = table(Story().run())

    assert row["sequence"] == "Night audits, hotel groups"
    assert row["verdict"] == "ready"
    assert row["score"] == "100"
    assert row["severity"] == row["rule"] == row["what is wrong"] == ""


def test_what_could_not_be_read_has_a_line() -> None:
    rows = table(Story().run(score=None, errors=(Error("input", "x.yaml", 9, 1, "no day"),)))

    assert (rows[0]["verdict"], rows[0]["score"]) == ("not judged", "")
    assert rows[1]["file"] == "x.yaml"
    assert rows[1]["severity"] == "not read"
    assert rows[1]["what is wrong"] == "no day"
    assert rows[1]["line"] == "9"


def test_what_was_read_in_part_is_not_ready() -> None:
    error = Error("input", "night-audits.yaml", 9, 1, "no day")
    rows = table(Story().run(errors=(error,)))

    assert (rows[0]["verdict"], rows[0]["score"]) == ("read in part", "100")
    assert table(full_story().run(errors=(error,)))[0]["verdict"] == "do not send"


def test_dates_where_the_start_is_known() -> None:
    story = Story()
    story.find("timing/weekend-touch", "call", touch=2)
    steps = story.file().sequences[0].steps
    dated = tuple(step._replace(date=date(2026, 12, 4)) for step in steps)
    (row,) = table(story.run(steps=dated))

    assert (row["date"], row["day"], row["channel"]) == ("2026-12-04", "3", "call")
    assert row["words"] == ""  # a channel is no copy


@pytest.mark.parametrize(
    "words",
    [
        "=1+1",
        "+1 800 555",
        "-2+3",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        ' \u00a0=cmd|"/c calc"!A0',
        "\uff1d1",
        "-",
    ],
)
def test_no_cell_runs_as_a_formula(words: str) -> None:
    story = Story()
    story.find("tone/greeting-cliche", message=words, advice=words, touch=1)
    (row,) = table(story.run(name=words, persona=words))

    for name in ("sequence", "persona", "what is wrong", "what to do"):
        assert row[name][0] == "'"
        assert row[name][1] in SIGNS


@pytest.mark.parametrize("words", ["well;=1+1", "well; =1+1", 'well;"=1+1"', "well;@A1"])
def test_nor_where_a_spreadsheet_splits_at_semicolons(words: str) -> None:
    (row,) = table(Story().run(persona=words))
    inner = row["persona"].partition(";")[2].strip(' "')

    assert inner.startswith("'")


@given(st.text(max_size=60), st.text(alphabet="=+-@;,\"' \t\r\n\x1bé漢", max_size=30))
def test_any_text_is_one_cell_of_one_line(name: str, words: str) -> None:
    story = Story()
    story.find("tone/greeting-cliche", message=words, touch=1)
    run = story.run(name=name)
    out = render(run, "csv", Look())
    (row,) = table(run)

    assert out.count("\n") == 2
    assert not any(ord(sign) < 0x20 for sign in out.replace("\n", ""))
    for cell in row.values():
        assert not cell.startswith(tuple(SIGNS))


@given(runs())
def test_whatever_a_run_says_is_cells(run: Run) -> None:
    rows = table(run)

    assert len(rows) == 9
    for row in rows:
        for cell in row.values():
            assert not cell.startswith((*SIGNS, "\t", "\r"))
            assert "##[" not in cell
            assert not any(ord(sign) < 0x20 or 0x7F <= ord(sign) < 0xA0 for sign in cell)


@pytest.mark.parametrize("sign", ["a", "é", "🌙"])
def test_no_cell_is_longer_than_a_spreadsheet_takes(sign: str) -> None:
    units = len(sign.encode("utf-16-le")) // 2
    fits, longer = "x" + sign * ((LARGEST - 1) // units), "x" + sign * (LARGEST // units + 1)
    whole, short = (table(Story().run(persona=said))[0]["persona"] for said in (fits, longer))

    assert whole == fits
    assert short == longer[: len(short) - 1] + "…"
    assert LARGEST - units < len(short.encode("utf-16-le")) // 2 <= LARGEST


def test_what_needs_no_care_stays_as_it_is() -> None:
    (row,) = table(Story().run(persona="VP, Finance - EMEA; 3+ years"))

    assert row["persona"] == "VP, Finance - EMEA; 3+ years"
