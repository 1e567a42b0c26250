from __future__ import annotations

from typing import Any

import pytest

from cadence_lint.finding import fingerprints
from tests.findings import evidence, finding, place


def name(**fields: Any) -> str:
    return fingerprints([finding(**fields)])[0]


def quoting(*quotes: str, **fields: Any) -> str:
    return name(evidence=tuple(map(evidence, quotes)), **fields)


def test_a_covered_finding_is_not_shown() -> None:
    assert finding().is_shown
    assert not finding(covered_by="tone/other").is_shown


def test_a_fingerprint_is_short_and_plain() -> None:
    assert len(name()) == 16
    assert int(name(), 16) >= 0


@pytest.mark.parametrize(
    "fields",
    [
        {"place": place(line=70, column=9)},
        {"place": place(file="folder/b.yaml"), "sequence_id": "folder/b.yaml#2"},
        {"touch": 5, "touches": frozenset({5, 6})},
        {"message": "6 words", "advice": "other", "severity": "error", "confidence": "low"},
        {"covered_by": "tone/other", "channel": "call", "variant": "B"},
    ],
)
def test_it_survives_what_moves(fields: dict[str, Any]) -> None:
    assert name(**fields) == name()


@pytest.mark.parametrize(
    "quote",
    [
        "3",
        "13",
        "Day 4",
        "day 10",
        "+2",
        "2.5",
        "3d",
        "2 days",
        "48 hours",
        "2 business days",
        "1 week",
    ],
)
def test_a_day_or_a_wait_does_not_count(quote: str) -> None:
    assert quoting("checking in", quote) == quoting("checking in")


def test_the_number_of_touches_does_not_count() -> None:
    assert quoting("1", "3", "5") == quoting("1", "3", "5", "7", "8")
    assert quoting("channel", "channel") == quoting("channel")


def test_how_words_are_set_does_not_count() -> None:
    assert quoting("Just   checking\n in") == quoting("just checking in")


@pytest.mark.parametrize("quote", ["21:30", "three days", "40%", "$5", "2026-12-25", "24 hotels"])
def test_other_words_do(quote: str) -> None:
    assert quoting(quote) != quoting()


def test_rule_sequence_and_words_tell_findings_apart() -> None:
    names = {
        name(),
        name(rule="tone/other"),
        name(sequence="Nurture"),
        quoting("really"),
        quoting("very"),
        quoting("really", "very"),
    }
    assert len(names) == 6


def test_equals_are_told_apart_by_their_count() -> None:
    first, second, other = fingerprints([finding(), finding(touch=2), finding("tone/other")])
    assert len({first, second, other}) == 3
    assert fingerprints([finding("tone/other"), finding(), finding()]) == [other, first, second]


def test_a_name_made_from_the_files_does_not_count() -> None:
    assert name(sequence="a", is_named=False) == name(sequence="b", is_named=False)
    assert name(sequence="a", is_named=False) != name(sequence="a")
