"""Which lines may be headings: "Day 3 – Email", "## Step 2 (call), day 5", "**Touch 2 | Day 4**".

What stands first must be understood in full, which keeps "Day 3 of the trial is when…" copy.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cadence_lint.formats.text.words import read_parts
from cadence_lint.patterns import regex
from cadence_lint.record import NamedTuple
from cadence_lint.source import Span

if TYPE_CHECKING:
    from cadence_lint.formats.text.words import Parts

_LONGEST = 160
"""A longer line is never a heading."""

HASH, BOLD, PLAIN, LIST = "hash", "bold", "plain", "list"

_MARKS = regex(
    r"[ \t]*+(?:>[ \t]*+)*+(?P<hash>\#{1,6}[ \t]++)?"
    r"(?P<list>(?:[-+*•◦▪‣]|\d{1,2}[.)])[ \t]+)?(?P<bold>\*\*|__)?"
    r"(?:\d{1,2}[.)][ \t]+)?[^\w\s\"'“”‘’({\[<>$€£%&@#+\-–—|`]{0,3}[ \t]*"
)
_WAIT = regex(r"[\[(]?\s*(?:wait|delay|\+)", re.IGNORECASE)
_SENTENCE = regex(r"[.;,]$|[.!?]\s")


class Heading(NamedTuple):
    """A line that opens a touch, if what stands around it agrees."""

    line: int
    at: Span
    rank: str
    level: int
    """How deep a Markdown heading is; 0 for any other line."""
    parts: Parts

    @property
    def depth(self) -> int:
        """How deep it stands among the headings of its text."""
        rank = self.level if self.rank == HASH else {BOLD: 7, PLAIN: 8}.get(self.rank, 9)
        return 2 * rank + (not self.parts.is_counted)

    @property
    def is_firm(self) -> bool:
        """Whether it is a heading wherever it is set off from the lines around it."""
        parts = self.parts
        if not parts.is_counted:
            return False
        if parts.is_known or self.rank in (HASH, BOLD) or parts.noun not in ("", "step"):
            return True
        has_channel = bool(parts.channels) and not parts.is_hinted
        return bool("day" in parts.said or "delay" in parts.said) and (
            has_channel or parts.noun == "step"
        )


def read_heading(text: str, line: int, at: Span) -> Heading | None:
    """The heading that a line may be; whether it is one depends on the lines around it."""
    marks = _MARKS.match(text, *at) if at.end - at.start <= _LONGEST else None
    if marks is None:
        return None
    at = Span(marks.end(), at.end)
    parts = read_parts(text, at)
    if parts is None or not (parts.is_counted or parts.channels):
        return None
    if parts.is_wait and not (parts.is_known and _WAIT.match(text, *at)):
        return None
    rank = HASH if marks["hash"] else LIST if marks["list"] else BOLD if marks["bold"] else PLAIN
    label = parts.said.get("label")
    if label and rank not in (HASH, BOLD) and _SENTENCE.search(label.value):
        return None
    return Heading(line, at, rank, len((marks["hash"] or "").strip()), parts)
