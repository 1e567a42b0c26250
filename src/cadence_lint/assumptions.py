"""What a file leaves unsaid, and what is assumed for it: by a team's configuration, else by us."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cadence_lint.formats.values import read_weekdays
from cadence_lint.room import send_days_of
from cadence_lint.room.regions import normal_region
from cadence_lint.sequence import WEEKDAYS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cadence_lint.sequence import Sequence

DEFAULTS = {"purpose": "sales", "relationship": "cold", "segment": "mid"}
"""What is taken for granted where neither the file nor the configuration says otherwise."""


def settle(sequence: Sequence, assume: Mapping[str, tuple[str, ...]]) -> Sequence:
    """Fill in what the file does not say, and remember that it was assumed."""
    said = {name: (word,) for name, word in DEFAULTS.items()} | dict(assume)
    audience = sequence.audience
    assumed: dict[str, str] = {}
    header: dict[str, Any] = {}
    inner: dict[str, Any] = {}
    if sequence.purpose is None:
        header["purpose"] = assumed["purpose"] = said["purpose"][0]
    if audience.relationship is None:
        inner["relationship"] = assumed["relationship"] = said["relationship"][0]
    if audience.segment is None:
        inner["segment"] = assumed["segment"] = said["segment"][0]
    if not audience.regions and "region" in said:
        inner["regions"] = tuple(filter(None, map(normal_region, said["region"])))
        assumed["region"] = ", ".join(inner["regions"])
    settled = sequence._replace(**header, audience=audience._replace(**inner), assumed=assumed)
    if settled.send_days is not None:
        return settled
    words = said.get("send_days")
    days = read_weekdays(list(words)) if words else send_days_of(settled)
    assumed["send_days"] = ", ".join(WEEKDAYS[day] for day in sorted(days))
    return settled._replace(send_days=days)
