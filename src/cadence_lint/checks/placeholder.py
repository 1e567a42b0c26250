"""A blank that somebody was to fill in still stands in the copy.

A blank is a slip where the file's own fields look different; where all are written so, it is
the file's way of writing fields, and is said once. On a touch that a person does by hand it is
a reminder. What a call script tells the caller to do, as `[If they pick up]`, is no blank.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadence_lint.checks import Objection, Spot
from cadence_lint.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cadence_lint.linting.case import Case
    from cadence_lint.sequence import Touch

SCOPE = "sequence"
TRAITS = {"kind": ("slip", "style", "by-hand")}

_SPOKEN = frozenset({"script", "voicemail"})
_DIRECTS = frozenset(
    "if when once wait pause let listen stop smile don't do ask leave only hang end take".split()
)


class Options(Record):
    """This check has no options."""


class Values(Record):
    """What a message may name."""

    count: int
    blanks: str
    """`1 blank`, `2 blanks`."""
    thought: str
    """What the reader thinks of them, or what the rep has to fill in first."""


def check(case: Case, options: Options) -> Iterator[Objection]:
    """Object touch by touch, or once where the whole file is written with blanks.

    The trait `kind` is `slip`, `style` or `by-hand`.
    """
    blanks = {touch.number: tuple(_blanks(case, touch)) for touch in case.touches}
    by_hand = [touch for touch in case.touches if touch.manual or touch.channel == "call"]
    for touch in by_hand:
        if blanks[touch.number]:
            yield _objection(touch, blanks[touch.number], "by-hand")
    sent = [t for t in case.touches if t not in by_hand and blanks[t.number]]
    if not sent:
        return
    if _has_fields(case):
        for touch in sent:
            yield _objection(touch, blanks[touch.number], "slip")
    else:
        spots = tuple(spot for touch in sent for spot in blanks[touch.number])
        whole = _objection(sent[0], spots, "style")
        yield whole._replace(touches=frozenset(touch.number for touch in sent))


_THOUGHTS = {
    "slip": 'I read "{first}": a letter for anybody, and nobody looked before it went out',
    "style": 'unless your tool fills that in, I read "{first}": a letter for anybody',
    "by-hand": 'there are {blanks} for the rep to fill; one forgotten, and I read "{first}"',
}
_ONE = 'there is 1 blank for the rep to fill; forgotten, I read "{first}"'


def _blanks(case: Case, touch: Touch) -> Iterator[Spot]:
    for message in touch.messages:
        for part, passage in case.reading(message).passages.items():
            for blank in passage.template.placeholders:
                spot = passage.quote(blank.start, blank.end)
                if part in _SPOKEN and _is_direction(spot.quote):
                    continue
                yield spot.said_in(touch, message)


def _is_direction(quote: str) -> bool:
    """Whether it tells the caller what to do, and is not to be said."""
    words = quote.strip("[]<>() ").casefold().split()
    return bool(words) and (words[0] in _DIRECTS or words[-1].endswith((".", ":")))


def _has_fields(case: Case) -> bool:
    """Whether the file writes fields in another way, well or badly."""
    return any(
        passage.template.fields or passage.template.broken
        for _, message in case.messages()
        for passage in case.reading(message).passages.values()
    )


def _objection(touch: Touch, spots: tuple[Spot, ...], kind: str) -> Objection:
    blanks = "1 blank" if len(spots) == 1 else f"{len(spots)} blanks"
    thought = _ONE if (kind, len(spots)) == ("by-hand", 1) else _THOUGHTS[kind]
    said = thought.format(blanks=blanks, first=" ".join(spots[0].quote.split()))
    return Objection(
        values=Values(len(spots), blanks, said),
        spots=spots,
        touch=touch,
        traits={"kind": kind},
        measure=len(spots),
    )
