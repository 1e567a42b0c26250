"""Whether a sentence without any person speaks of the sender's own house.

"The trustees met in October", "the combined firm will have 44 partners", "there are 85 of us now":
as long as nothing was said of the reader, the firm, the board and the team are the sender's.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from cadence_lint.reading.text.plain import PAUSE
from cadence_lint.reading.text.word_set import word_set
from cadence_lint.reading.whom.people import CONVERSATIONS, YOU

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_HOUSE = word_set(
    "company firm firms group team board trustees charity trust foundation practice studio office"
    " branch centre center society association club agency bureau business products brand founder"
    " founders directors management staff crew programme institute academy workshop fund app"
    " platform start-up startup partnership merger cooperative union orchestra choir ensemble"
    " newsletter collection range"
)
_DETERMINERS = word_set("the our both all its")
_ELSEWHERE = word_set("at of near behind beside that which who next")
"""After the firm, these say which one is meant: the firm at the corner, the board of Orrin."""
_TALKS = CONVERSATIONS | word_set("proposal agreement question thread")
"""What a house stands before only to say what was talked of: `the partnership conversation`."""
_KINDS = word_set(
    "combined whole new entire young small little old managing executive local test training"
    " research head parent sister merged larger wider resulting main first second third fourth"
)
_BELONGING = word_set("by from with to after for about")
"""After these it is somebody else's doing: `after a letter to the union`."""
_LATEST = 9
_STARTS = word_set("there's there there're these those they all both each founded built loved made"
    " trusted designed used rated backed run owned led")  # fmt: skip
"""What goes on about the one of whom the sentence before was."""


ON_THE_PAGE = word_set("below attached enclosed overleaf")


def speaks_of_house(said: Sequence[str]) -> bool:
    """Whether its subject is a house, of which it does not say whose it is."""
    if any(near == ("of", "us") and said[at][:1].isdecimal() for at, near in _pairs_after(said)):
        return True
    for at, word in enumerate(said[:_LATEST]):
        if word == PAUSE and said[0] in _DETERMINERS:
            return False
        if word in _DETERMINERS and (at == 0 or said[at - 1] not in _BELONGING):
            if at > 1 and said[at - 1] == "and" and said[at - 2] in YOU:
                continue  # I hope the frost was kind to you and the crew
            noun = at + 2 if said[at + 1 : at + 2] and said[at + 1] in _KINDS else at + 1
            if at > 1 and said[at - 1] == "of" and said[at - 2] != "behalf":
                continue  # after a letter of the union
            if said[noun : noun + 1] and said[noun] in _HOUSE:
                return (_ELSEWHERE | _TALKS).isdisjoint(said[noun + 1 : noun + 2])
    return False


def _pairs_after(said: Sequence[str]) -> Iterator[tuple[int, tuple[str, str]]]:
    """Each word near the start with the two that follow it: `85 of us`."""
    return enumerate(pairwise(said[1:_LATEST]))


def goes_on_about_it(said: Sequence[str]) -> bool:
    """Whether a sentence starts as one that goes on: `There are two halls`, `Built by nurses`."""
    return said[0] in _STARTS and ON_THE_PAGE.isdisjoint(said)
