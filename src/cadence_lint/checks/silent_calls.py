"""Calls that leave nothing behind when nobody answers.

Only calls whose script is written out count: where a file says just "call", or has a note for
whoever calls, what is left on the machine may be written elsewhere. Any mention of a voicemail in
the copy shows that somebody has thought of it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cadence_lint.checks import Objection
from cadence_lint.patterns import regex
from cadence_lint.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cadence_lint.linting.case import Case
    from cadence_lint.sequence import Touch

SCOPE = "sequence"

_THOUGHT_OF = regex(
    r"voice ?-?mail|\bvms?\b|answering machine|\bafter the (?:beep|tone)\b"
    r"|\b(?:leave|left|leaving) (?:no|a|you a|him a|her a|them a|my|the) (?:\w+ )?message",
    re.IGNORECASE,
)


_TO_THE_READER = regex(
    r"\?|\byou(?:r|rs|'\w+|’\w+)?\b|\b(?:hi|hello|hey)\b|\{\s*first", re.IGNORECASE
)


class Options(Record):
    """What a rule may set."""

    from_calls: int = 2
    """How many silent calls there are at least."""


class Values(Record):
    """What a message may name."""

    count: int


def check(case: Case, options: Options) -> Iterator[Objection]:
    """Object once, at the first silent call."""
    silent = [touch for touch in case.touches if touch.channel == "call" and _is_spoken(touch)]
    if len(silent) < options.from_calls or any(map(_mentions_voicemail, case.touches)):
        return
    yield Objection(
        values=Values(len(silent)),
        touch=silent[0],
        about=silent[0].place_of("channel"),
        touches=frozenset(touch.number for touch in silent),
    )


def _is_spoken(touch: Touch) -> bool:
    """Whether the script is what the reader hears, not a note to whoever calls."""
    scripts = (message.script for message in touch.messages)
    return any(script is not None and _TO_THE_READER.search(script.value) for script in scripts)


def _mentions_voicemail(touch: Touch) -> bool:
    return "voicemail" in touch.places or any(
        _THOUGHT_OF.search(text.value)
        for message in touch.messages
        for text in message.parts.values()
    )
