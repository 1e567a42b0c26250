"""A blank that somebody was to fill in still stands in the copy.

A blank is a slip where the file's own fields look different; where all are written so, it is
the file's way of writing fields, and is said once. On a touch that a person does by hand it is
a reminder. Of several the worst is quoted: an order to the writer before a name, and what stands
in the subject or the greeting before a footer. What a call script tells the caller to do, as
`[If they pick up]`, is no blank.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadence_lint.checks import Objection, Spot
from cadence_lint.record import Record
from cadence_lint.sequence import ALOUD

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cadence_lint.linting.case import Case
    from cadence_lint.reading import Passage
    from cadence_lint.sequence import Touch

SCOPE = "sequence"
TRAITS = {"kind": ("slip", "style", "by-hand")}

_DIRECTS = frozenset(
    "if when once wait pause let listen stop smile don't do ask leave only hang end take".split()
)
_ORDERS = frozenset(
    "insert add mention include describe explain enter fill customise customize personalise"
    " personalize".split()
)
_MOST_NAMED = 3
"""Words of a blank that may name what stands there later; a longer one orders it."""
_FOOT = frozenset({"sign-off", "signature", "opt-out"})


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
    blanks = {touch.number: list(_blanks(case, touch)) for touch in case.touches}
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
        whole = _objection(
            sent[0], [each for touch in sent for each in blanks[touch.number]], "style"
        )
        yield whole._replace(touches=frozenset(touch.number for touch in sent))


_THOUGHTS = {
    "slip": 'I read "{worst}": a letter for anybody, and nobody looked before it went out',
    "style": 'unless your tool fills that in, I read "{worst}": a letter for anybody',
    "by-hand": 'there are {blanks} for the rep to fill; one forgotten, and I read "{worst}"',
}
_ONE = 'there is 1 blank for the rep to fill; forgotten, I read "{worst}"'


class _Blank(Record):
    spot: Spot
    rank: int
    """How much it embarrasses: 0 most."""


def _blanks(case: Case, touch: Touch) -> Iterator[_Blank]:
    for message in touch.messages:
        for part, passage in case.reading(message).passages.items():
            for blank in passage.template.placeholders:
                spot = passage.quote(blank.start, blank.end)
                if part in ALOUD and _is_direction(spot.quote):
                    continue
                yield _Blank(spot.said_in(touch, message), _rank(spot.quote, passage, blank.start))


def _rank(quote: str, passage: Passage, at: int) -> int:
    words = quote.strip("[]<>(){} ").casefold().split()
    if len(words) > _MOST_NAMED or (words and words[0].rstrip(":") in _ORDERS):
        return 0
    pairs = zip(passage.sentences, passage.segments, strict=True)
    segment = next(
        (each for sentence, each in pairs if sentence.start <= at < sentence.end), "body"
    )
    if passage.part == "subject" or segment == "greeting":
        return 1
    return 3 if segment in _FOOT else 2


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


def _objection(touch: Touch, found: list[_Blank], kind: str) -> Objection:
    count = len(found)
    blanks = "1 blank" if count == 1 else f"{count} blanks"
    thought = _ONE if (kind, count) == ("by-hand", 1) else _THOUGHTS[kind]
    worst = min(found, key=lambda blank: blank.rank).spot
    return Objection(
        values=Values(
            count, blanks, thought.format(blanks=blanks, worst=" ".join(worst.quote.split()))
        ),
        spots=tuple(blank.spot for blank in found),
        touch=touch,
        traits={"kind": kind},
        measure=count,
    )
