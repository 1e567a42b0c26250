"""Whether there is a text that a pattern takes long to match: longer than in proportion to it.

Python's matcher tries one way to read a text after the other. They grow in number with the text
where some stretch leads from a place in a loop of the pattern back to that place, and as well from
there to a place in a loop, and from that one back to itself, or twice in two ways to the same: that
stretch many times over, and then something that does not match. A search has a loop in front.
(A. Weber and H. Seidl, On the degree of ambiguity of finite automata, 1991.)
"""

from __future__ import annotations

from collections import deque
from functools import cache
from itertools import product
from typing import TYPE_CHECKING

from tests.pattern_places import Places

if TYPE_CHECKING:
    from collections.abc import Iterator

    Three = tuple[int, int, int]


@cache
def slow_stretch(
    text: str, flags: int = 0, *, is_searched: bool = True, is_whole: bool = False
) -> str | None:
    """A stretch that makes matching slow where a text repeats it; None where nothing can.

    A pattern is searched in a text, or must match the whole of it, or else its beginning.
    """
    places = Places(text, flags, is_searched=is_searched, is_whole=is_whole)
    within = [{place for place in places.reads if place in loop.states} for loop in places.loops]
    entered_again = [
        inner for inner, loop in zip(within, places.loops, strict=True) if not loop.is_atomic
    ]
    for into in within:
        leading = _leading_to(into, places)
        for out_of in entered_again:
            for one, other in product(out_of & leading, into):
                found = (
                    _stretch(places, one, other, (out_of, leading, into)) if one != other else None
                )
                if found:
                    return found
    return next(filter(None, (_read_twice(places, inner) for inner in entered_again)), None)


def _stretch(places: Places, one: int, other: int, within: tuple[set[int], ...]) -> str | None:
    """What leads from a place to itself and to another, and from that one to itself."""
    start, goal = (one, one, other), (one, other, other)
    common = places.reads[one] & places.reads[other]
    firsts = {
        _told_apart(places, start, each): each for each in places.characters if each in common
    }
    for told, first in firsts.items():
        seen = {(start, first)}
        ahead = deque([(start, first, "")])
        while ahead:
            at, read, said = ahead.popleft()
            for following, reached in _in_step(places, at, read, within):
                if reached == goal and _told_apart(places, start, following) == told:
                    return said + following
                if (reached, following) not in seen:
                    seen.add((reached, following))
                    ahead.append((reached, following, said + following))
    return None


def _told_apart(places: Places, at: Three, read: str) -> tuple[tuple[bool, ...], ...]:
    return tuple(places.told_apart(place, read) for place in at)


def _in_step(
    places: Places, at: Three, read: str, within: tuple[set[int], ...]
) -> Iterator[tuple[str, Three]]:
    """What can be read next at all three places, and where that leads."""
    first, second, third = (places.steps(place, read) for place in at)
    for following in second:
        if following in first and following in third:
            yield from (
                (following, reached)
                for reached in product(
                    within[0].intersection(first[following]),
                    within[1].intersection(second[following]),
                    within[2].intersection(third[following]),
                )
            )


def _read_twice(places: Places, loop: set[int]) -> str | None:
    """What can be read in a loop in two ways that lead over the same places."""
    for place, read in product(loop, places.characters):
        if read in places.reads[place]:
            for following, reached in places.steps(place, read).items():
                again = [each for each in reached if each in loop]
                if len(again) > len(set(again)):
                    return read + following
    return None


def _leading_to(loop: set[int], places: Places) -> set[int]:
    """The places from which there is a way into a loop."""
    before: dict[int, list[int]] = {}
    for place in places.reads:
        for following in places.successors(place):
            before.setdefault(following, []).append(place)
    found: set[int] = set()
    ahead = [*loop]
    while ahead:
        place = ahead.pop()
        if place not in found:
            found.add(place)
            ahead += before.get(place, ())
    return found
