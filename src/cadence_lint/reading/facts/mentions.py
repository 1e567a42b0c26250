"""Whether a sentence says something of its reader, or only speaks to them.

"We would be glad to show the books at your stores", "this is to inform you that we …", "if you
like it", "you will find it on page 4" have the reader in them and say nothing of them: they are
asked, told, wished or promised something. "Your third lift stands still" and "you opened in Leeds"
say something of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadence_lint.reading.text.plain import PAUSE, READER
from cadence_lint.reading.text.word_set import word_set
from cadence_lint.reading.whom.people import FIRST, SERVES, YOU, YOU_DO, YOU_OR_YOUR

if TYPE_CHECKING:
    from collections.abc import Sequence

_MENTIONS = YOU_OR_YOUR | {"yours", "yourself"}
_TO_THEM = word_set(
    "to for with of from by at about give send show tell inform invite ask asking help let lets"
    " make host offer thank pay join allow enable helps gives than like as remind see"
)
"""Before `you`: something is done to them, or for them."""
_ONLY_MAY = word_set(
    "can will could may might would should must receive get find gain need want deserve register"
    " choose save to not"
) | {PAUSE}
"""After `you`: nothing of them, but what may come of it, or what they are to do."""
_CONDITIONS = word_set("if when once unless should whether until case")
_NEAR = 4
_WHAT_ANYBODY_HAS = word_set(
    "company business organization organisation firm site website blog audience readers listeners"
    " viewers clients customers users side calendar schedule availability response reply email"
    " inbox address number phone cell resume cv name team brand stores store shop products product"
    " support convenience approval permission consideration time attention interest review"
    " feedback budget needs requirements requirement goals success career future suppliers show"
    " podcast role account friends network behalf area industry space profile experience"
    " background data channel page"
)
"""After `your`: what every reader has, and nothing is said of it unless it is the subject."""
_COSTS = word_set("took takes cost costs")
_NEEDS = word_set("need needs")
_MANY = word_set("most many other all as like")
"""Before `{{title}}s` or `yours`: not this reader, but all of their kind."""
_SENDS_AWAY = word_set("say go decide delete dismiss ignore answer reply leave")
"""`Before you say no` speaks of the letter."""
_PLACES = word_set("site website blog shop store stores page channel podcast show")
_WANTED = word_set(
    "wanted hoped needed decided liked attached copied interested excited pleased delighted"
    " thrilled honoured honored prepared"
)
_FOUND_OUT = word_set(
    "saw read reading met heard found sat bought ran wrote drove rode went stood told put taught"
    " struck drawn taken caught blown spent"
)
_SOON = 5
_SHORTEST = 2


def says_something_of_reader(said: Sequence[str]) -> bool:
    """Whether something is said of the reader in plain words, and not only to them.

    A sentence that begins with `if you` speaks to those of whom it is true.
    """
    if said[0] == "if" and said[1:2] and said[1] in YOU:
        return said[1] != "your" or said[2:3] == [] or said[2] not in _WHAT_ANYBODY_HAS
    return any(word in _MENTIONS and _tells_of_them(said, at) for at, word in enumerate(said))


def names_a_thing_of_theirs(said: Sequence[str]) -> bool:
    """Whether a title names a thing of theirs: `your tender 2231`; not `a guest for your show`."""
    return any(
        word == "your"
        and said[at + 1 : at + 2] != []
        and said[at + 1] not in _WHAT_ANYBODY_HAS
        and (at == 0 or said[at - 1] not in SERVES)
        for at, word in enumerate(said)
    )


def tried_something(said: Sequence[str]) -> bool:
    """Whether the sender tells what they did: `I asked for a quote`; not what they wanted."""
    return said[0] in FIRST and any(
        word in _FOUND_OUT or (word.endswith("ed") and word not in _WANTED)
        for word in said[1:_SOON]
    )


def _tells_of_them(said: Sequence[str], at: int) -> bool:
    word = said[at]
    before = said[at - 1] if at else PAUSE
    after = said[at + 1] if at + 1 < len(said) else PAUSE
    if word in ("yours", READER) and before in _MANY:
        return False
    if word == "your":
        if not _NEEDS.isdisjoint(said[:at]) and not FIRST.isdisjoint(said[:at]):
            return False  # we'd only need a copy of your latest statement
        if after not in _WHAT_ANYBODY_HAS:
            return after != PAUSE and said[max(0, at - 2) : at] != ["case", "of"]
        if after in _PLACES and (at == 1 or tried_something(said)):
            return True  # on your page, the link is dead; I ordered it at your shop
        return before == PAUSE or before in _COSTS
    if word in YOU_DO:
        only_may = at > 0 and after in _ONLY_MAY and said[at + 2 : at + 3] != ["not"]
        to_them = before in _TO_THEM and not _was_done_with_them(said, at)
        of_the_letter = before == "before" and after in _SENDS_AWAY
        is_only_to_them = word == "you" and (only_may or to_them or of_the_letter)
        return not is_only_to_them and not _is_condition(said, at)
    return True


def _was_done_with_them(said: Sequence[str], at: int) -> bool:
    """`She taught with you at Bryn`; not `to connect with you`."""
    if said[at - 1] != "with" or at < _SHORTEST:
        return False
    return said[at - 2] in _FOUND_OUT or said[at - 2].endswith("ed")


def _is_condition(said: Sequence[str], at: int) -> bool:
    """Whether it says what holds once they do something: `… once you have posted it`."""
    first = at
    while first and said[first - 1] != PAUSE:
        first -= 1
    return not _CONDITIONS.isdisjoint(said[max(first, at - _NEAR) : at])
