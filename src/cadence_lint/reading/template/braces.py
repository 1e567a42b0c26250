"""Braces: which one closes which, what their pairs are, and those that close nothing.

Pairs that close together are one `{{…}}`; a brace without its pair is a mistake to report.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadence_lint.patterns import regex
from cadence_lint.reading.template import Broken, Choice
from cadence_lint.reading.template.conditions import Tag
from cadence_lint.reading.template.contents import NEAR, Pair, read_pair

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cadence_lint.reading.template import Found

MAX_DEPTH = 20
"""How deep choices nest; what lies deeper is no copy that a person wrote."""

_SIGNS = ("{", "}", "<%")
_BRACE_OR_BAR = regex(r"\{%[^{}]*%\}|\$\{[^{}]*\}|<%[^<>%]*%>|<%=|\{|\}|\|")
_OPENING_NAME = regex(r"\{+[%\s]*([^\W\d][\w.]*)?")
_NAME_BEFORE_CLOSING = regex(r"(?<![\w.])[^\W\d][\w.]*\s?(?=\}\})")


def read_braces(value: str) -> list[Found | Tag]:
    """Whatever is written with braces; the tags of conditions are not yet put together."""
    if not any(sign in value for sign in _SIGNS):
        return []
    braces = _pair_braces(value)
    found = braces.tags
    found += _read_pairs(value, braces)
    found += _unclosed(value, braces)
    found += _unopened(value, braces.unopened)
    return found


class _Braces:
    """The braces of a text: those that pair, those that do not, and the tags between them.

    `unclosed` holds opening braces in the order of the text, each with the bars that follow it;
    `spare` those that may be one too many for what they stand before.
    """

    __slots__ = ("pairs", "spare", "tags", "unclosed", "unopened")

    def __init__(self) -> None:
        self.pairs: dict[int, Pair] = {}
        self.tags: list[Found | Tag] = []
        self.unclosed: dict[int, list[int]] = {}
        self.unopened: set[int] = set()
        self.spare: set[int] = set()


def _pair_braces(value: str) -> _Braces:
    braces = _Braces()
    waiting: list[tuple[int, list[int]]] = []
    for token in _BRACE_OR_BAR.finditer(value):
        at, end = token.span()
        if end - at > 1:
            braces.tags.append(_tag_or_code(value, at, end))
        elif value[at] == "{":
            waiting.append((at, []))
        elif value[at] == "|":
            if waiting:
                waiting[-1][1].append(at)
        elif waiting:
            start, bars = waiting.pop()
            braces.pairs[start] = Pair(start, at, bars)
        else:
            braces.unopened.add(at)
    braces.unclosed = dict(waiting)
    braces.spare = set(braces.unclosed)
    return braces


def _tag_or_code(value: str, start: int, end: int) -> Tag | Broken:
    if value[start] == "{":
        return Tag(start, end, value[start + 2 : end - 2].strip("-~ \t\r\n"))
    return Broken(start, end, "code")


def _read_pairs(value: str, braces: _Braces) -> Iterator[Found | Tag]:
    around: list[int] = []
    resume = 0
    for start in sorted(braces.pairs):
        while around and around[-1] <= start:
            around.pop()
        if start < resume or len(around) >= MAX_DEPTH:
            continue
        inner, layers = _innermost(braces.pairs, start)
        end = inner.close + layers
        resume = start + layers
        reading = read_pair(value, inner, layers)
        if reading is None:
            # In {{first_name} } the first brace may be one too many for what follows it.
            braces.spare.update({start} if layers == 1 else ())
            continue
        if isinstance(reading, Choice):
            around.append(end)
        else:
            resume = end
        whole = _with_spare_braces(braces, start, end)
        if whole != (start, end):
            yield Broken(*whole, "unbalanced")
        if whole == (start, end) or isinstance(reading, Choice):
            yield reading


def _innermost(pairs: dict[int, Pair], start: int) -> tuple[Pair, int]:
    """The innermost of the pairs that open and close next to each other, and how many they are."""
    pair, layers = pairs[start], 1
    while (inner := pairs.get(pair.start + 1)) and inner.close == pair.close - 1:
        pair, layers = inner, layers + 1
    return pair, layers


def _with_spare_braces(braces: _Braces, start: int, end: int) -> tuple[int, int]:
    """The stretch with the braces next to it that pair with none; they are settled with it."""
    while start - 1 in braces.spare:
        start -= 1
        braces.spare.remove(start)
        if start in braces.pairs:
            braces.unopened.add(braces.pairs[start].close)
    while end in braces.unopened:
        braces.unopened.remove(end)
        end += 1
    return start, end


def _unclosed(value: str, braces: _Braces) -> Iterator[Broken]:
    """The opening braces that were meant as template syntax and never close."""
    resume = 0
    for start, bars in braces.unclosed.items():
        if start < resume or start not in braces.spare:
            continue
        opening = _OPENING_NAME.match(value, start)
        assert opening is not None
        resume = opening.end()
        name = opening[1] or ""
        if opening[0].startswith("{{") or (opening[0].startswith("{%") and name):
            yield Broken(start, resume, "unclosed")
        elif bars and bars[0] - start <= NEAR:
            yield Broken(start, bars[0] + 1, "unclosed-choice")
        elif "_" in name.strip("_"):
            yield Broken(start, resume, "unclosed")


def _unopened(value: str, unopened: set[int]) -> Iterator[Broken]:
    """The `}}` that close nothing, with the name before them."""
    for name in _NAME_BEFORE_CLOSING.finditer(value) if unopened else ():
        start, end = name.span()
        if end in unopened and end + 1 in unopened:
            yield Broken(start, end + 2, "unopened")
