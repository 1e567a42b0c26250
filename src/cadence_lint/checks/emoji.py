"""Pictures and smileys in what is written: 🚀, 👋, `:-)`; and words that are written like them.

Signs that print as text, such as ✓, →, ★ or ™, are none.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from cadence_lint.checks import FactName, Objection
from cadence_lint.patterns import regex
from cadence_lint.reading.text.segments import NOT_WRITTEN
from cadence_lint.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cadence_lint.checks import Spot
    from cadence_lint.linting.case import Case
    from cadence_lint.reading import Passage, Reading
    from cadence_lint.sequence import Touch

SCOPE = "message"

_EMOJI = regex(
    "(?:[\U0001f1e6-\U0001f1ff]{2}"
    "|[\U0001f300-\U0001faff\u231a\u231b\u23e9-\u23ec\u23f0\u23f3\u25fd\u25fe\u2614\u2615"
    "\u2648-\u2653\u267f\u2693\u26a1\u26aa\u26ab\u26bd\u26be\u26c4\u26c5\u26ce\u26d4\u26ea\u26f2"
    "\u26f3\u26f5\u26fa\u26fd\u2705\u270a\u270b\u2728\u274c\u274e\u2753-\u2755\u2757"
    "\u2795-\u2797\u27b0\u27bf\u2b1b\u2b1c\u2b50\u2b55]"
    "|[\u00a9\u00ae\u203c-\u3299]\ufe0f)"
    "[\ufe0f\U0001f3fb-\U0001f3ff]*(?:\u200d[\u2190-\U0001faff]\ufe0f?)*"
    r"|(?<![^\s.,!?])[:;]-?[)D](?![^\s.,!?])"
)
_NOT_CHATTED = NOT_WRITTEN | {"sign-off"}
"""Where such a word can be a name: `Lol, signwriter`."""


class Options(Record):
    """What a rule may set."""

    max: int = 0
    """How many are still fine."""
    words: tuple[FactName, ...] = ()
    """The facts that are words of the same kind, such as `omg`."""


class Values(Record):
    """What a message may name."""

    emoji: str
    """The first three of them; words stand in quotes."""
    count: int


def check(case: Case, touch: Touch, reading: Reading, options: Options) -> Iterator[Objection]:
    """Object once to a message with more of them than that."""
    spots = [spot for passage in reading.passages.values() for spot in _found(passage)]
    said = [fact for fact in reading.facts(*options.words) if fact.segment not in _NOT_CHATTED]
    count = len(spots) + len(said)
    if count > options.max:
        shown = [
            *(spot.quote for spot in spots),
            *(f'"{" ".join(fact.quote.split())}"' for fact in said),
        ]
        yield Objection(
            values=Values(" ".join(list(dict.fromkeys(shown))[:3]), count),
            spots=(*spots, *(fact.spot() for fact in said)),
            measure=count,
        )


def _found(passage: Passage) -> Iterator[Spot]:
    found = list(_EMOJI.finditer(passage.text.value))
    if not found:
        return
    starts = [sentence.start for sentence in passage.sentences]
    for each in found:
        at = bisect_right(starts, each.start()) - 1
        is_said = at < 0 or each.start() >= passage.sentences[at].end
        if is_said or passage.segments[at] not in NOT_WRITTEN:
            yield passage.quote(*each.span())
