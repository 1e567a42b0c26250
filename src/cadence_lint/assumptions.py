"""What a file leaves unsaid, and what is assumed for it: by a team's configuration, else by us."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from cadence_lint.formats.values import read_weekdays
from cadence_lint.room import normal_region, send_days_of
from cadence_lint.sequence import WEEKDAYS

if TYPE_CHECKING:
    from cadence_lint.sequence import Sequence

DEFAULTS = {"purpose": "sales", "relationship": "cold", "segment": "mid"}
"""What is taken for granted where neither the file nor the configuration says otherwise."""


def settle(sequence: Sequence, assume: dict[str, str]) -> Sequence:
    """Fill in what the file does not say, and remember that it was assumed."""
    said = DEFAULTS | assume
    audience = sequence.audience
    assumed: dict[str, str] = {}
    header: dict[str, Any] = {}
    inner: dict[str, Any] = {}
    if sequence.purpose is None:
        header["purpose"] = assumed["purpose"] = said["purpose"]
    if audience.relationship is None:
        inner["relationship"] = assumed["relationship"] = said["relationship"]
    if audience.segment is None:
        inner["segment"] = assumed["segment"] = said["segment"]
    if not audience.regions and "region" in said:
        inner["regions"] = _regions(said["region"])
        assumed["region"] = ", ".join(inner["regions"])
    settled = sequence._replace(**header, audience=audience._replace(**inner), assumed=assumed)
    if settled.send_days is not None:
        return settled
    days = (
        read_weekdays(_words(said["send_days"])) if "send_days" in said else send_days_of(settled)
    )
    assumed["send_days"] = ", ".join(WEEKDAYS[day] for day in sorted(days))
    return settled._replace(send_days=days)


def _regions(words: str) -> tuple[str, ...]:
    return tuple(region for word in _words(words) if (region := normal_region(word)))


def _words(words: str) -> list[str]:
    return [word for word in re.split(r"[,\s]+", words) if word]
