"""One fault, one finding: the strongest rule speaks, the rules that it covers stay silent.

A covering rule that is suppressed still covers, so this comes before suppressions; one that is
switched off never speaks and covers nothing. What covers may itself be covered: then all that
either covers is covered by the one that speaks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cadence_lint.finding import Finding

_Index = dict[tuple[str, int], list[int]]
"""The findings that may speak for a rule's findings on a touch, by their places in the list."""


def cover(findings: list[Finding], covers: Mapping[str, tuple[str, ...]]) -> list[Finding]:
    """Mark the findings that another speaks for; `covers` says which rule covers which.

    No rule covers itself, on whatever way: the rule book sees to that.
    """
    index = _index(findings, covers)
    by = [_covering(finding, findings, index) if index else None for finding in findings]
    covered = []
    for place, finding in enumerate(findings):
        speaker = place
        while (above := by[speaker]) is not None:
            speaker = above
        rule = findings[speaker].rule
        covered.append(finding if speaker == place else finding._replace(covered_by=rule))
    return covered


def _index(findings: list[Finding], covers: Mapping[str, tuple[str, ...]]) -> _Index:
    index: _Index = {}
    for place, finding in enumerate(findings):
        for rule in covers.get(finding.rule, ()):
            for touch in finding.touches:
                index.setdefault((rule, touch), []).append(place)
    return index


def _covering(finding: Finding, findings: list[Finding], index: _Index) -> int | None:
    """The place of the finding that speaks for another."""
    touch = min(finding.touches, default=0)
    candidates = index.get((finding.rule, touch), ())
    return next((place for place in candidates if _reaches(findings[place], finding)), None)


def _reaches(finding: Finding, other: Finding) -> bool:
    """Whether a finding is about all that the other is about: the same touch, words or window."""
    if not other.touches <= finding.touches:
        return False
    variants, others = _variants(finding), _variants(other)
    return not variants or others <= variants


def _variants(finding: Finding) -> set[str]:
    return {item.variant for item in finding.evidence if item.variant}
