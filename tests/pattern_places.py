r"""A regular expression as its places: where it reads a character, and what may be read next.

What Python's `re` parses becomes an automaton in which every step reads one character. A condition
on the characters beside a step (`\b`, `^`, `(?!x)`) stays with the step; what looks at more than one
character counts as true, so that the automaton matches at least what the pattern does. Repetitions
up to a fixed number are made shorter: how often they go round does not matter to how time grows.
"""

from __future__ import annotations

import re
from functools import cache
from re import _compiler, _parser  # type: ignore[attr-defined]
from re import _constants as op  # type: ignore[attr-defined]
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

Chars = frozenset[str]

_ENDLESS = 1000
"""A repetition that may go round more often than this counts as one without an end."""
_COPIES = 2
_EDGE: Chars = frozenset({""})
"""Stands for what is beside the first and the last character of a text."""
_SAMPLE = "".join(map(chr, range(0x100))) + "āſ\u0301א\u2009–—’“”…€←☀中\ufe0f😀🇦"
_READS = (op.LITERAL, op.NOT_LITERAL, op.IN, op.ANY)
_REPEATS = (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT)


class _Way(NamedTuple):
    """A way to a state that reads nothing, and what must stand before and after it, if anything."""

    state: int
    before: Chars | None = None
    after: Chars | None = None


class Loop(NamedTuple):
    """A repetition without an end."""

    states: range
    """Those within it, that of its beginning first."""
    is_atomic: bool
    """Whether nothing goes back into it once it has matched."""
    is_all: bool
    """Whether it reads whatever comes, one character at a time."""


class Places:
    """The places of a pattern. A search reads whatever comes before it, in a loop of its own."""

    def __init__(self, text: str, flags: int, *, is_searched: bool, is_whole: bool) -> None:
        parsed = _parser.parse(text, flags)
        self._groups = parsed.state
        self._sample = "".join(dict.fromkeys([*_SAMPLE, *text]))
        self._any: Chars = frozenset(self._sample)
        self._links: list[list[_Way]] = []
        self._after: dict[int, int] = {}
        self._loops: list[Loop] = []
        self._exits: dict[int, int] = {}
        self.reads: dict[int, Chars] = {}
        """What can be read at each place."""
        first = self._state()
        if is_searched:
            first = self._endless(first, op.MIN_REPEAT, [(op.ANY, None)], re.DOTALL)
        self._end = self._sequence(first, parsed, parsed.state.flags)
        self._next = {place: list(self._ways(_Way(self._after[place]))) for place in self.reads}
        self._steps: dict[tuple[int, str], dict[str, list[int]]] = {}
        self.loops = list(self._that_may_fail(self._loops, is_whole))
        """The outermost loops after which the rest of the pattern can fail to match."""
        self.characters = self._characters()
        """One character of each kind that the pattern tells apart."""

    def steps(self, place: int, read: str) -> dict[str, list[int]]:
        """What can follow when a character was read at a place: characters, and where they are read.

        A place stands there once for each way that leads to it.
        """
        key = (place, read)
        if key not in self._steps:
            found = self._steps[key] = {}
            for way in self._next[place]:
                if way.before is None or read in way.before:
                    for following in self._kinds(way):
                        found.setdefault(following, []).append(way.state)
        return self._steps[key]

    def told_apart(self, place: int, read: str) -> tuple[bool, ...]:
        """What the ways out of a place make of the character that was read there."""
        return tuple(way.before is None or read in way.before for way in self._next[place])

    def successors(self, place: int) -> set[int]:
        """The places that can come next after one."""
        return {way.state for way in self._next[place]}

    def _can_end(self, state: int) -> bool:
        """Whether the pattern has matched at a state, whatever follows."""
        passed: set[int] = set()
        ahead = [state]
        while ahead:
            at = ahead.pop()
            if at not in passed:
                passed.add(at)
                ahead += [link.state for link in self._links[at] if link[1:] == (None, None)]
                ahead += [self._exits[at]] if at in self._exits else []
        return self._end in passed

    @cache  # noqa: B019  a pattern's places live as long as its analysis
    def _kinds(self, way: _Way) -> list[str]:
        reads = _both(self.reads.get(way.state, frozenset()), way.after) or frozenset()
        return [each for each in self.characters if each in reads]

    def _characters(self) -> list[str]:
        sets = set(self.reads.values())
        for links in self._links:
            sets.update(beside for _, *both in links for beside in both if beside is not None)
        kinds: dict[tuple[bool, ...], str] = {}
        for character in self._sample:
            kinds.setdefault(tuple(character in each for each in sets), character)
        return list(kinds.values())

    def _that_may_fail(self, loops: list[Loop], is_whole: bool) -> Iterator[Loop]:
        """Where nothing has to come after a loop, what it has read by then is matched for good."""
        passed: set[int] = set()
        for loop in sorted(loops, key=lambda loop: len(loop.states), reverse=True):
            if loop.states[0] in passed:
                continue
            if not self._can_end(loop.states[0]) or (is_whole and not loop.is_all):
                passed.update(loop.states)
                yield loop

    def _ways(self, way: _Way, passed: frozenset[int] = frozenset()) -> Iterator[_Way]:
        """The ways to the places that can be next, and to the end."""
        if way.state in self.reads or way.state == self._end:
            yield way
            return
        for link in self._links[way.state]:
            before, after = _both(way.before, link.before), _both(way.after, link.after)
            if link.state not in passed and before != frozenset() and after != frozenset():
                yield from self._ways(_Way(link.state, before, after), passed | {way.state})

    # From what `re` parses to states

    def _state(self, *links: _Way) -> int:
        self._links.append([*links])
        return len(self._links) - 1

    def _link(
        self, at: int, to: int, before: Chars | None = None, after: Chars | None = None
    ) -> None:
        self._links[at].append(_Way(to, before, after))

    def _sequence(self, at: int, parsed: Any, flags: int) -> int:
        for kind, value in parsed:
            at = self._item(at, kind, value, flags)
        return at

    def _item(self, at: int, kind: Any, value: Any, flags: int) -> int:
        if kind in _READS:
            return self._reading(at, self._set(kind, value, flags))
        if kind is op.GROUPREF:
            return self._reading(at, self._any)
        if kind is op.SUBPATTERN:
            return self._sequence(at, value[3], (flags | value[1]) & ~value[2])
        if kind is op.BRANCH:
            return self._branches(at, value[1], flags)
        if kind in _REPEATS:
            return self._repeat(at, kind, value, flags)
        if kind is op.AT:
            return self._anchor(at, value, flags)
        if kind in (op.ASSERT, op.ASSERT_NOT):
            return self._look(at, kind is op.ASSERT, value, flags)
        raise NotImplementedError(kind)

    def _reading(self, at: int, reads: Chars) -> int:
        place = self._state()
        self._link(at, place)
        self.reads[place] = reads
        self._after[place] = self._state()
        return self._after[place]

    def _branches(self, at: int, branches: list[Any], flags: int) -> int:
        ends = [self._sequence(at, branch, flags) for branch in branches]
        end = self._state()
        for each in ends:
            self._link(each, end)
        return end

    def _repeat(self, at: int, kind: Any, value: Any, flags: int) -> int:
        least, most, body = value
        for _ in range(min(least, _COPIES)):
            at = self._sequence(at, body, flags)
        if most > _ENDLESS:
            return self._endless(at, kind, body, flags)
        end = self._state()
        self._link(at, end)
        for _ in range(min(most - least, _COPIES)):
            at = self._sequence(at, body, flags)
            self._link(at, end)
        return end

    def _endless(self, at: int, kind: Any, body: Any, flags: int) -> int:
        is_atomic = kind is op.POSSESSIVE_REPEAT
        only = self._only(body, flags) if is_atomic else None
        entry, again, first = self._state(), self._state(), self._state()
        self._link(at, entry)
        self._link(self._sequence(first, body, flags), again)
        is_all = self._only(body, flags) == self._any
        self._loops.append(Loop(range(entry, len(self._links)), is_atomic, is_all))
        end = self._state()
        for each in (entry, again):
            self._link(each, first)
            self._link(each, end, None, self._other(only))
            self._exits[each] = end
        return end

    def _anchor(self, at: int, kind: Any, flags: int) -> int:
        word = frozenset(re.findall(r"\w", self._sample))
        other = self._other(word)
        line = _EDGE | ({"\n"} if flags & re.MULTILINE else set())
        beside: dict[Any, list[tuple[Chars | None, Chars | None]]] = {
            op.AT_BEGINNING: [(line, None)],
            op.AT_BEGINNING_STRING: [(_EDGE, None)],
            op.AT_END: [(None, _EDGE | {"\n"})],
            op.AT_END_STRING: [(None, _EDGE)],
            op.AT_BOUNDARY: [(word, other), (other, word)],
            op.AT_NON_BOUNDARY: [(word, word), (other, other)],
        }
        end = self._state()
        for before, after in beside[kind]:
            self._link(at, end, before, after)
        return end

    def _look(self, at: int, is_wanted: bool, value: Any, flags: int) -> int:
        """What is looked at must be there or not; looking ahead, it is read as well."""
        direction, body = value
        only = self._only(body[-1:] if is_wanted and direction < 0 else body, flags)
        beside = only if is_wanted else self._other(only)
        if direction > 0 and only is None:
            self._sequence(at, body, flags)
        end = self._state()
        self._link(at, end, *((beside, None) if direction < 0 else (None, beside)))
        return end

    def _only(self, body: Any, flags: int) -> Chars | None:
        """The characters that a body matches if it matches one character, and no other text."""
        if len(body) != 1:
            return None
        kind, value = body[0]
        if kind in _READS:
            return self._set(kind, value, flags)
        if kind is op.SUBPATTERN:
            return self._only(value[3], (flags | value[1]) & ~value[2])
        if kind is op.BRANCH:
            sets = [self._only(branch, flags) for branch in value[1]]
            return None if None in sets else frozenset[str]().union(*filter(None, sets))
        return None

    def _other(self, only: Chars | None) -> Chars | None:
        return None if only is None else (self._any | _EDGE) - only

    def _set(self, kind: Any, value: Any, flags: int) -> Chars:
        flags &= re.IGNORECASE | re.DOTALL
        if kind is op.LITERAL and not flags & re.IGNORECASE:
            return frozenset({chr(value)})
        return _matched(repr(value), self._sample, flags, _Node(self._groups, kind, value))


class _Node:
    """A node of what `re` parses, which a cache knows by its text."""

    def __init__(self, groups: Any, kind: Any, value: Any) -> None:
        self.parsed = _parser.SubPattern(groups, [(kind, value)])
        self._said = repr(self.parsed.data)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Node) and other._said == self._said

    def __hash__(self) -> int:
        return hash(self._said)


@cache
def _matched(_: str, sample: str, flags: int, node: _Node) -> Chars:
    return frozenset(found[0] for found in _compiler.compile(node.parsed, flags).finditer(sample))


def _both(one: Chars | None, other: Chars | None) -> Chars | None:
    return other if one is None else one if other is None else one & other
