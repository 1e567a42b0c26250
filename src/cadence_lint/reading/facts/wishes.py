"""What a sentence wants of the reader: their time, a signature, a favour."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from cadence_lint.reading.facts.directions import PLEAS, warns

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cadence_lint.reading.facts.saying import Saying

_SEEKS = frozenset("look looking seek seeking search searching".split())
_WANTS = frozenset(
    "asks-for-meeting names-a-slot asks-for-referral asks-to-send asks-to-sign-up asks-to-visit"
    " asks-to-buy hurries".split()
)
"""What phrases say of one who wants something of the reader."""
_TALKS = frozenset(
    "call chat talk meet meeting minutes discuss explore schedule demo time week calendar".split()
)
_LIKES = {("like", "to"), ("love", "to")}
_WOULD = frozenset("would i'd we'd".split())


def asks_something(saying: Saying) -> bool:
    """Whether a sentence asks something of the reader: their time, a signature, a favour."""
    said = saying.plain.words
    return (
        (not _WANTS.isdisjoint(saying.phrases) and not _only_connects(said))
        or (said[0] in PLEAS and not warns(said))
        or _would_like_to(said)
    )


def looks_for(said: Sequence[str]) -> bool:
    """Whether it says that the reader looks for somebody."""
    return any(
        word in ("you", "you're") and not _SEEKS.isdisjoint(said[at + 1 : at + 4])
        for at, word in enumerate(said)
    )


def _would_like_to(said: Sequence[str]) -> bool:
    """`We print menus, and would like to print yours`."""
    return not _WOULD.isdisjoint(said) and any(
        pair in _LIKES and at and said[at - 1] in _WOULD for at, pair in enumerate(pairwise(said))
    )


def _only_connects(said: Sequence[str]) -> bool:
    """`Wanted to connect and follow your posts`: no call, and no time of theirs."""
    return "connect" in said and _TALKS.isdisjoint(said)
