from __future__ import annotations

from typing import TYPE_CHECKING

from cadence_lint.linting.covering import cover
from tests.findings import evidence, finding

if TYPE_CHECKING:
    from cadence_lint.finding import Finding

COVERS = {"a": ("b",), "b": ("c",), "c": ()}


def covered(*findings: Finding, covers: dict[str, tuple[str, ...]] = COVERS) -> list[str | None]:
    return [each.covered_by for each in cover(list(findings), covers)]


def window(rule: str, *touches: int) -> Finding:
    return finding(rule, touches[0], touches=frozenset(touches))


def variants(rule: str, *labels: str) -> Finding:
    return finding(rule, evidence=tuple(evidence("word", label) for label in labels))


def test_without_covering_rules_nothing_changes() -> None:
    findings = [finding("a"), finding("b")]
    assert cover(findings, {}) == findings


def test_the_covering_rule_speaks_for_the_same_touch() -> None:
    assert covered(finding("a", 1), finding("b", 1)) == [None, "a"]
    assert covered(finding("b", 1), finding("a", 1)) == ["a", None]


def test_it_does_not_speak_for_another_touch() -> None:
    assert covered(finding("a", 1), finding("b", 2)) == [None, None]


def test_a_window_covers_what_lies_within_it() -> None:
    assert covered(window("a", 1, 2, 3), finding("b", 2)) == [None, "a"]
    assert covered(window("a", 1, 2, 3), window("b", 2, 3)) == [None, "a"]
    assert covered(window("a", 1, 2, 3), window("b", 3, 4)) == [None, None]
    assert covered(finding("a", 1), window("b", 1, 2)) == [None, None]


def test_the_whole_sequence_covers_every_touch() -> None:
    assert covered(finding("a", None), finding("b", 3), finding("b", None)) == [None, "a", "a"]
    assert covered(finding("b", None), finding("a", 3)) == [None, None]


def test_a_sequence_without_touches_has_no_windows() -> None:
    empty = finding("b", None, touches=frozenset())
    assert covered(finding("a", None, touches=frozenset()), empty) == [None, None]


def test_a_variant_covers_itself_only() -> None:
    assert covered(variants("a", "A"), variants("b", "A")) == [None, "a"]
    assert covered(variants("a", "A"), variants("b", "B")) == [None, None]
    assert covered(variants("a", "A", "B"), variants("b", "B")) == [None, "a"]
    assert covered(variants("a", "A"), variants("b", "A", "B")) == [None, None]
    assert covered(finding("a"), variants("b", "A", "B")) == [None, "a"]


def test_what_is_covered_covers_on_and_the_one_that_speaks_is_named() -> None:
    assert covered(finding("a"), finding("b"), finding("c")) == [None, "a", "a"]
    assert covered(finding("c"), finding("b"), finding("a")) == ["a", "a", None]
    assert covered(finding("b"), finding("c")) == [None, "b"]
    assert covered(finding("a"), finding("c")) == [None, None]


def test_the_first_that_reaches_it_covers_it() -> None:
    covers: dict[str, tuple[str, ...]] = {"a": ("c",), "b": ("c",)}
    assert covered(finding("a", 2), finding("b", 1), finding("c", 1), covers=covers)[2] == "b"
    assert covered(finding("a", 1), finding("b", 1), finding("c", 1), covers=covers)[2] == "a"


def test_many_findings_take_no_long_time() -> None:
    findings = [finding(rule, number) for number in range(1, 5000) for rule in "abc"]
    assert covered(*findings).count(None) == 4999
