"""Conditions: their tags, put together into choices.

`{% if x %}…{% else %}…{% endif %}`, `{{#if x}}…{{/if}}`, and what else opens, branches and closes.
"""

from __future__ import annotations

from itertools import pairwise
from operator import attrgetter
from typing import TYPE_CHECKING, Literal

from cadence_lint.patterns import regex
from cadence_lint.reading.template import Broken, Choice, Unseen

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cadence_lint.reading.template import Found

_TAG_WORD = regex(r"([#/^]?)\s*(\w*)")
_BLOCKS = frozenset({"if", "unless", "case", "for", "ifchanged", "tablerow", "with"})
_HIDDEN_BLOCKS = frozenset({"comment", "capture"})
_BRANCHES = frozenset({"else", "elseif", "elsif", "elif", "when"})
_STARTS = _BLOCKS | _HIDDEN_BLOCKS
_BARE_TAGS = frozenset({"else", "elseif", "elsif", "elif", "endif"})


class Tag:
    """`{% … %}`, or a `{{…}}` that says the same: `{{#if x}}`, `{{else}}`."""

    __slots__ = ("end", "start", "words")

    def __init__(self, start: int, end: int, words: str) -> None:
        self.start = start
        self.end = end
        self.words = words


class _Block:
    """A condition that is being read: its tags so far."""

    __slots__ = ("tags", "word")

    def __init__(self, word: str, tag: Tag) -> None:
        self.word = word
        self.tags = [tag]


def is_tag(content: str) -> bool:
    """Whether what stands in `{{…}}` is a tag, not a field."""
    return content[0] in "#/^" or content.split(maxsplit=1)[0].lower() in _BARE_TAGS


def read_conditions(tags: Iterable[Tag]) -> list[Found]:
    """Put the tags of conditions together."""
    found: list[Found] = []
    waiting: list[_Block] = []
    names: dict[str, int] = {}
    for tag in sorted(tags, key=attrgetter("start")):
        word, role = _role(tag)
        if role == "opens":
            waiting.append(_Block(word, tag))
            names[word] = names.get(word, 0) + 1
        elif role == "branches" and waiting:
            waiting[-1].tags.append(tag)
        elif role == "closes" and names.get(word):
            while (block := waiting.pop()).word != word:
                names[block.word] -= 1
                found += _left_open(block)
            names[word] -= 1
            found.append(_closed(block, tag))
        elif role == "alone":
            found.append(Unseen(tag.start, tag.end))
        else:
            found.append(Broken(tag.start, tag.end, "stray-tag"))
    for block in waiting:
        found += _left_open(block)
    return found


def _role(tag: Tag) -> tuple[str, Literal["opens", "branches", "closes", "alone"]]:
    """The word of the block that a tag belongs to, and what the tag does in it."""
    found = _TAG_WORD.match(tag.words)
    assert found is not None
    sign, word = found[1], found[2].lower()
    if word in _BRANCHES or (sign == "^" and not word):
        return word, "branches"
    if sign == "/":
        return word, "closes"
    if word.startswith("end") and word[3:] in _STARTS:
        return word[3:], "closes"
    if sign or word in _STARTS:
        return word, "opens"
    return word, "alone"


def _closed(block: _Block, end: Tag) -> Choice | Unseen:
    first, *branches = block.tags
    if block.word in _HIDDEN_BLOCKS:
        return Unseen(first.start, end.end)
    options = [(one.end, two.start) for one, two in pairwise((*block.tags, end))]
    if block.word == "case" and branches:
        del options[0]
    if not (branches and _is_else(branches[-1])):
        options.append((end.start, end.start))
    return Choice(first.start, end.end, tuple(options), first.words.lstrip("#"))


def _is_else(tag: Tag) -> bool:
    """Whether a branch is for all that the others leave out: no `elsif`, no `else if`."""
    return tag.words.strip("#^ ").lower() in ("else", "")


def _left_open(block: _Block) -> Iterator[Found]:
    first, *branches = block.tags
    yield Broken(first.start, first.end, "unclosed-block")
    for tag in branches:
        yield Unseen(tag.start, tag.end)
