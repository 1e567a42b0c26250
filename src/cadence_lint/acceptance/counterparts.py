"""Which step of a sequence was which of its steps before, by what they say.

Sentences that something was found in prove little: whoever mends a step and writes the same fault
into another one has not moved a step. So a step is known by the rest of what it says, and one
that says nothing else by the steps beside it.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from cadence_lint.record import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence


class Print(NamedTuple):
    """What a touch is known by."""

    way: str
    """Its channel, and what is done there."""
    plain: frozenset[str] = frozenset()
    """Names of the sentences that nothing was found in."""
    flagged: frozenset[str] = frozenset()
    """Names of the others."""

    @property
    def all(self) -> frozenset[str]:
        """All that it says."""
        return self.plain | self.flagged


_MANY = 2
"""As many sentences with faults are not written twice by chance."""

Pairs = dict[int, int]


def counterparts(before: Sequence[Print], after: Sequence[Print]) -> Pairs:
    """The touches of a sequence that are still there, and what they are now, by their places."""
    pairs = _alike(before, after)
    for neighbours in (_both, _one_before, _one_after):
        _fill(before, after, pairs, neighbours)
    _moved(before, after, pairs)
    return pairs


def _alike(before: Sequence[Print], after: Sequence[Print]) -> Pairs:
    """The touches that say what no other touch of their sequence says."""
    own_before, own_after = _own(before), _own(after)
    found: list[tuple[float, bool, int, int, int]] = []
    for old, new in _meeting(own_before, own_after):
        was, now = before[old], after[new]
        shared = own_before[old] & own_after[new]
        share = len(shared) / len(own_before[old] | own_after[new])
        faults = shared & (was.flagged | now.flagged)
        if shared - faults or (len(faults) >= _MANY and share >= 0.5):
            found.append((-share, was.way != now.way, abs(old - new), old, new))
    return one_to_one((old, new) for *_, old, new in sorted(found))


def one_to_one(pairs: Iterable[tuple[int, int]]) -> dict[int, int]:
    """The pairs of which neither side was paired before, the best first."""
    paired: dict[int, int] = {}
    taken: set[int] = set()
    for one, other in pairs:
        if one not in paired and other not in taken:
            paired[one] = other
            taken.add(other)
    return paired


def _own(prints: Sequence[Print]) -> list[frozenset[str]]:
    """What each touch says that no other does: no greeting, no signature."""
    counts = Counter(name for each in prints for name in each.all)
    return [frozenset(name for name in each.all if counts[name] == 1) for each in prints]


def _meeting(
    before: list[frozenset[str]], after: list[frozenset[str]]
) -> Iterator[tuple[int, int]]:
    """The touches that have a sentence in common."""
    where = {name: new for new, names in enumerate(after) for name in names}
    for old, names in enumerate(before):
        for new in sorted({where[name] for name in names if name in where}):
            yield old, new


Neighbours = tuple[int | None, int | None]


def _both(beside: Neighbours) -> object:
    return beside


def _one_before(beside: Neighbours) -> object:
    return beside[0]


def _one_after(beside: Neighbours) -> object:
    return beside[1]


def _fill(
    before: Sequence[Print],
    after: Sequence[Print],
    pairs: Pairs,
    neighbours: Callable[[Neighbours], object],
) -> None:
    """Pair what stands between the same touches, or beside the same one."""
    back = {new: old for old, new in pairs.items()}
    left = [old for old in range(len(before)) if old not in pairs]
    come = [new for new in range(len(after)) if new not in back]
    groups: dict[tuple[str, object], tuple[list[int], list[int]]] = {}
    for old in left:
        beside = neighbours(_beside(old, len(before), pairs))
        groups.setdefault((before[old].way, beside), ([], []))[0].append(old)
    own = {new: new for new in back}
    for new in come:
        beside = neighbours(_beside(new, len(after), own))
        groups.setdefault((after[new].way, beside), ([], []))[1].append(new)
    for olds, news in groups.values():
        if not olds or not news:
            continue
        said = [before[old].all for old in olds]
        says = [after[new].all for new in news]
        if len(olds) != len(news) or Counter(said) == Counter(says):
            _pair_equal(before, after, olds, news, pairs)
        pairs.update(zip(olds, news, strict=False))


def _beside(place: int, count: int, pairs: Pairs) -> Neighbours:
    """What the nearest known touches on either side are now; None for none."""
    earlier = (pairs[each] for each in range(place - 1, -1, -1) if each in pairs)
    later = (pairs[each] for each in range(place + 1, count) if each in pairs)
    return next(earlier, None), next(later, None)


def _pair_equal(
    before: Sequence[Print],
    after: Sequence[Print],
    olds: list[int],
    news: list[int],
    pairs: Pairs,
) -> None:
    """Pair the touches that say exactly the same, and take them out of the lists."""
    for old in list(olds):
        equal = (new for new in news if after[new].all == before[old].all)
        new = next(equal, None)
        if new is not None:
            pairs[old] = new
            olds.remove(old)
            news.remove(new)


def _moved(before: Sequence[Print], after: Sequence[Print], pairs: Pairs) -> None:
    """Pair what is left and says exactly the same elsewhere: nothing took its place."""
    taken = set(pairs.values())
    for old, was in enumerate(before):
        if old in pairs or not was.all:
            continue
        for new, now in enumerate(after):
            if new not in taken and (now.way, now.all) == (was.way, was.all):
                pairs[old] = new
                taken.add(new)
                break
