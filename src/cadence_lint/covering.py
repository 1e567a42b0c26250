"""One fault, one finding: the strongest rule speaks, the rules that it covers stay silent.

A covering rule that is suppressed still covers, so this comes before suppressions; one that is
switched off never speaks and covers nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cadence_lint.finding import Finding


def cover(findings: list[Finding], covers: Mapping[str, tuple[str, ...]]) -> list[Finding]:
    """Mark the findings that another speaks for; `covers` says which rule covers which."""
    speaking = [finding for finding in findings if covers.get(finding.rule)]
    if not speaking:
        return findings
    return [
        finding._replace(covered_by=_covering(finding, speaking, covers)) for finding in findings
    ]


def _covering(
    finding: Finding, speaking: list[Finding], covers: Mapping[str, tuple[str, ...]]
) -> str | None:
    for other in speaking:
        if finding.rule in covers[other.rule] and _reaches(other, finding):
            return other.rule
    return None


def _reaches(finding: Finding, other: Finding) -> bool:
    """Whether a finding is about all that the other is about: the same touch, words or window."""
    if finding.sequence_id != other.sequence_id or not other.touches <= finding.touches:
        return False
    variants, others = _variants(finding), _variants(other)
    return not variants or not others or bool(variants & others)


def _variants(finding: Finding) -> set[str]:
    return {item.variant for item in finding.evidence if item.variant}
