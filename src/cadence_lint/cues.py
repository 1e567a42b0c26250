"""What a regular expression cannot match without: texts of which every match holds one.

To look for a few dozen short texts in a sentence costs a tenth of what it costs to try an
expression at each of its characters, and most of ours look for what most sentences do not say.
Cues are worked out from the parsed expression, once: they are kept with the compiled one.
"""

from __future__ import annotations

import re
from itertools import product
from typing import TYPE_CHECKING, Any

from cadence_lint.record import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Cues = tuple[str, ...]

_MOST_TEXTS = 100
"""So many texts that a part can be, or so many cues, are not worth asking one by one."""
_MOST_CHARACTERS = 8
"""A class of more characters says next to nothing."""
_SHARES = (1.0, 0.9, 0.25, 0.06, 0.02, 0.01)
"""How many sentences hold a given text of no letter, one letter, two letters and so on, roughly."""
_RARE = 0.03
"""The same for a sign that is neither a letter nor a space."""
_MOST_SHARE = 0.9
"""Cues that more sentences hold spare nothing."""


class _Said(NamedTuple):
    """What is known of all that a part matches."""

    exact: frozenset[str] | None
    """All texts that it can be; None where there are too many."""
    cues: frozenset[str] | None
    """Texts of which it always holds one; None where that is not known."""


_NOTHING = frozenset({""})
_UNKNOWN = _Said(None, None)


def cues_of(parsed: Any, flags: int) -> Cues | None:
    """The cues of an expression that `re` has parsed; None where it has none that spare anything.

    Those of one that ignores case are in small letters, and hold for ASCII.
    """
    cues = _sequence(parsed).cues
    if cues is None:
        return None
    if flags & re.IGNORECASE:
        cues = frozenset(cue.lower() for cue in cues)
        if not all(map(str.isascii, cues)):
            return None
    least = sorted(_shortest(cues))
    return tuple(least) if len(least) <= _MOST_TEXTS and _share(least) <= _MOST_SHARE else None


def _sequence(items: Iterable[tuple[Any, Any]]) -> _Said:
    """What is known of parts that stand one after the other."""
    known: list[frozenset[str]] = []
    ends: frozenset[str] = _NOTHING
    is_exact = True
    for kind, value in items:
        said = _part(str(kind), value)
        if said.exact is not None and len(ends) * len(said.exact) <= _MOST_TEXTS:
            ends = frozenset(map("".join, product(ends, said.exact)))
            continue
        is_exact = False
        known += filter(None, (ends, said.cues))
        ends = said.exact or _NOTHING
    known.append(ends)
    usable = [cues for cues in known if "" not in cues]
    best = min(usable, key=_share, default=None)
    return _Said(ends if is_exact else None, best)


def _part(kind: str, value: Any) -> _Said:
    """What is known of one part of an expression."""
    match kind:
        case "LITERAL":
            return _known(chr(value))
        case "IN":
            return _known(*_characters(value))
        case "AT" | "ASSERT" | "ASSERT_NOT":
            return _known("")
        case "ATOMIC_GROUP":
            return _sequence(value)
        case "SUBPATTERN":
            _, added, dropped, items = value
            return _UNKNOWN if added or dropped else _sequence(items)
        case "BRANCH":
            return _branch([_sequence(items) for items in value[1]])
        case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
            return _repeat(*value)
        case _:
            return _UNKNOWN


def _known(*texts: str) -> _Said:
    exact = frozenset(texts)
    return _Said(exact, exact) if exact else _UNKNOWN


def _characters(members: list[tuple[Any, Any]]) -> Iterator[str]:
    """The characters of a class; none where they are many, or all but some."""
    found: list[str] = []
    for kind, value in members:
        match str(kind):
            case "LITERAL":
                found.append(chr(value))
            case "RANGE" if value[1] - value[0] < _MOST_CHARACTERS:
                found += map(chr, range(value[0], value[1] + 1))
            case _:
                return
    if len(found) <= _MOST_CHARACTERS:
        yield from found


def _branch(branches: list[_Said]) -> _Said:
    """What is known of one of several."""
    exacts = [each.exact for each in branches if each.exact is not None]
    cues = [each.cues for each in branches if each.cues is not None]
    exact = frozenset[str]().union(*exacts)
    is_exact = len(exacts) == len(branches) and len(exact) <= _MOST_TEXTS
    return _Said(
        exact if is_exact else None,
        frozenset[str]().union(*cues) if len(cues) == len(branches) else None,
    )


def _repeat(least: int, most: Any, items: Iterable[tuple[Any, Any]]) -> _Said:
    """What is known of a part that stands there more than once, or need not."""
    said = _sequence(items)
    if int(most) == 1 and said.exact is not None:
        return _Said(said.exact | _NOTHING, None) if least == 0 else said
    return _Said(None, said.cues if least else None)


def _shortest(cues: frozenset[str]) -> Iterator[str]:
    """Those that hold no other."""
    for cue in cues:
        if not any(other in cue for other in cues if other != cue):
            yield cue


def _share(cues: Iterable[str]) -> float:
    """How many sentences hold one of them, roughly."""
    return sum(map(_share_of, cues))


def _share_of(cue: str) -> float:
    if len(cue) == 1 and not (cue.isalnum() or cue.isspace()):
        return _RARE
    return _SHARES[min(len(cue), len(_SHARES) - 1)]
