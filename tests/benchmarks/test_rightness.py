import json
import math
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from tests.benchmarks.scripts import script

GOOD = {
    "id": "good",
    "claimed": "good",
    "pair": "kilns",
    "reasons": ["about the reader"],
    "reader_score": 80,
    "reader_flags": [],
    "subject": "the second kiln",
    "body": "Hi Ines, you fire two kilns on one meter. Which of them drew 40 kW on Sunday night?",
}
BAD = {
    "id": "bad",
    "claimed": "bad",
    "pair": "kilns",
    "reasons": ["about the sender"],
    "reader_score": 10,
    "reader_flags": ["self_focused"],
    "subject": "Quick question",
    "body": "Hi Ines, we are the leading provider of kiln software. Do you have 30 minutes?",
}


@pytest.fixture(scope="module")
def bench() -> ModuleType:
    return script("rightness")


def test_the_area_under_the_curve_counts_ties_half(bench: ModuleType) -> None:
    assert bench.auc([3, 2], [1, 0]) == 1
    assert bench.auc([1, 0], [3, 2]) == 0
    assert bench.auc([1, 1], [1, 1]) == 0.5
    assert math.isnan(bench.auc([], [1]))


def test_a_share_of_few_lies_in_a_wide_interval(bench: ModuleType) -> None:
    few, many = bench.wilson(1, 2), bench.wilson(500, 1000)
    assert few.value == many.value == 0.5
    assert few.low < many.low < 0.5 < many.high < few.high


def test_both_of_a_pair_are_in_one_half(bench: ModuleType) -> None:
    assert bench.half_of(GOOD) == bench.half_of(BAD)
    halves = [bench.half_of({"id": f"message {number}"}) for number in range(400)]
    assert 150 < sum(halves) < 250


def test_ranks_that_agree_correlate(bench: ModuleType) -> None:
    judged = [bench.judge(row) for row in (GOOD, BAD)]
    assert bench.rank_correlation(judged) == pytest.approx(1)
    turned = [each._replace(reader_score=100 - (each.reader_score or 0)) for each in judged]
    assert bench.rank_correlation(turned) == pytest.approx(-1)


def test_a_flag_is_compared_with_the_rules_that_answer_for_it(bench: ModuleType) -> None:
    judged = [bench.judge(row) for row in (GOOD, BAD)]
    said = bench.agreement(judged, "self_focused", ["self-focus/"], covered=True)
    assert said.startswith("F1 1.00")
    assert bench.agreement(judged, "self_focused", ["nothing/"], covered=True).startswith("F1 0.00")


def test_a_report_of_a_file(
    bench: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "messages.jsonl"
    swapped: list[dict[str, Any]] = [
        {**GOOD, "id": "praised", "claimed": "bad", "pair": None},
        {**BAD, "id": "offered", "claimed": "good", "pair": None},
    ]
    file.write_text("\n".join(json.dumps(row) for row in (GOOD, BAD, *swapped)))

    assert bench.main([str(file)]) == 0

    said = capsys.readouterr().out
    assert "4 messages: 2 good, 2 bad, 0 unscored" in said
    assert "area under the curve 0.500" in said
    assert "pairs in which the after scores higher: 1 of 1" in said
    assert "== offered: good" in said
    assert "good, and warned of" in said
    assert "warning self-focus/self-focused-opening" in said


def test_a_half_of_a_file_without_disagreements(
    bench: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "messages.jsonl"
    file.write_text("\n".join(json.dumps(row) for row in (GOOD, BAD)))
    half = bench.half_of(GOOD)

    bench.main([str(file), "--half", str(half), "--quiet"])
    bench.main([str(file), "--half", str(1 - half), "--quiet"])

    said = capsys.readouterr().out
    assert said.count("2 messages") == 1
    assert said.count("0 messages") == 1
    assert "==" not in said


def test_a_message_is_linted_on_its_occasion(bench: ModuleType) -> None:
    voicemail = {**GOOD, "subject": None, "channel": "voicemail"}
    answer = {**GOOD, "subject": "Re: the second kiln", "touch": "follow-up"}

    said = [
        {finding.rule for finding in bench.judge(row).shown if finding.severity != "info"}
        for row in (voicemail, answer)
    ]

    assert said == [set(), set()]


def test_a_message_can_be_linted_as_a_cold_email(
    bench: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "messages.jsonl"
    answer = {**GOOD, "subject": "Re: the second kiln", "touch": "follow-up"}
    file.write_text("\n".join(json.dumps(row) for row in (answer, BAD)))

    bench.main([str(file), "--as-email"])

    assert "error honesty/fake-reply-subject" in capsys.readouterr().out
