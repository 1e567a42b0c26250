"""The file says what ends the sequence for a person, and an answer is not among it.

A file that says nothing leaves it to the sending tool. Words that are no known end, such as
"they write back", may mean an answer, and pass.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadence_lint.checks import Objection, Spot
from cadence_lint.patterns import regex
from cadence_lint.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cadence_lint.linting.case import Case

SCOPE = "sequence"

_NEVER = frozenset({"no", "none", "never", "nothing", "false", "off", "n/a"})
_OTHER_ENDS = frozenset(
    "meeting meetings call calls demo demos booked booking scheduled held opt out opts opted"
    " optout optouts unsubscribe unsubscribes unsubscribed unsub bounce bounces bounced hard soft"
    " deal deals closed won lost opportunity opportunities created purchase purchases purchased"
    " bought order orders converted conversion finished completed end last step touch link click"
    " clicks clicked open opens opened form filled signup sign signed up trial do not contact dnc"
    " job change changed left company or and a an the on is after email by they until when if stage"
    " accepted made taken".split()
)
_WORDS = regex(r"[a-z/]+")


class Options(Record):
    """What a rule may set: nothing."""


class Values(Record):
    """What a message may name."""

    ends: str
    """What ends it, as the file has it: `meeting, opt_out`."""


def check(case: Case, options: Options) -> Iterator[Objection]:
    """Object once, at what the file says."""
    ends = case.sequence.stop_on
    if not ends or sum(touch.is_noticed for touch in case.touches) < 2:
        return
    if all(map(_is_no_answer, ends)):
        span = case.sequence.place_of("stop_on")
        yield Objection(
            values=Values(", ".join(ends)),
            spots=(Spot(span, case.sequence.source.slice(span)),),
        )


def _is_no_answer(end: str) -> bool:
    """Whether what ends a sequence is known, and is no answer."""
    words = _WORDS.findall(end.lower().replace("_", " "))
    return " ".join(words) in _NEVER or all(word in _OTHER_ENDS for word in words)
