"""Whether what is said of the reader tells them anything, or only recites what they know.

"You have eleven hectares and harvest by hand" is the reader's own leaflet, read out to them. "Two
of your eleven hectares are not on the map" has something in it: a lack, a contrast, a cause, a
comparison, something to do, something that somebody tried or counted, or what they asked for.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from cadence_lint.reading.text.word_set import word_set
from cadence_lint.reading.whom.people import FIRST

if TYPE_CHECKING:
    from collections.abc import Sequence

_LACKS = word_set(
    "not no never without nothing nobody none cannot can't don't doesn't didn't isn't aren't wasn't"
    " weren't won't hasn't haven't hadn't couldn't wouldn't neither nor hardly only missing missed"
    " lost lose loses short shut late wrong broke broken breaks fails failed fail faulty error"
    " errors bug bugs typo leaves leaks leaking stuck gone dead empty slow sold expired out left"
    " skips skip splits split loses leaking wet cracked loose soft old outdated"
)
_CONTRASTS = word_set(
    "but although while whereas instead rather more less fewer worse longer shorter higher"
    " lower dearer cheaper later earlier than too still already yet again twice between except"
)
_CAUSES = word_set("because if unless until till before after when whenever once why means")
_DUTIES = word_set("should must need needs may might could would can allowed ends end expires")
_WISHES = word_set("asked wanted wished requested wondered ordered looking promised agreed")
_TRIED = word_set(
    "counted measured tried rang drove walked tripped sat bought played tested timed stayed ate"
    " compared added checked phoned queued rode parked ran"
)
_STOOD = word_set("stood waited queued stands waits")
_LIKENESSES = word_set("reminded reminds same likewise")
_CUES = _LIKENESSES | _LACKS | _CONTRASTS | _CAUSES | _DUTIES | _WISHES | _STOOD


def tells_more(said: Sequence[str]) -> bool:
    """Whether plain words about the reader say more than what the reader is or did."""
    if not _CUES.isdisjoint(said) or ("think", "of") in pairwise(said):
        return True
    return not _TRIED.isdisjoint(said) and not FIRST.isdisjoint(said)


def asks_for(said: Sequence[str]) -> bool:
    """Whether plain words recall what the reader asked for."""
    return not _WISHES.isdisjoint(said)
