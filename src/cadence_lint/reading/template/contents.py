"""What a pair of braces holds: a field, a choice, a tag, or what is still to fill in."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from cadence_lint.patterns import regex
from cadence_lint.reading.template import Broken, Choice, Field, Placeholder, Unseen
from cadence_lint.reading.template.conditions import Tag, is_tag
from cadence_lint.reading.template.fallbacks import is_filter, split_fallback, trimmed, unquoted
from cadence_lint.reading.template.names import LONGEST_NAME, is_name, known_owner

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from cadence_lint.reading.template import Found

NEAR = 200
"""How far after an opening brace a bar still says that a choice was meant."""

_AI_PROMPT = regex(r"(?i)ai\s*:")
_SPIN = frozenset({"random", "spintax", "spin"})
_MACHINE_NAME = regex(r"\w[^\W_]*+(?:_?\.|_)\w[\w.]*|[a-z]+[A-Z]\w*|[A-Z][A-Z\d]+")
_LOWER_NAME = regex(r"[a-zß-ÿ][\w.-]*")
_GREETINGS = frozenset({"hi", "hey", "hello", "dear", "howdy", "greetings", "morning", "thanks"})
_RECORD_FIELD = regex(r"\s*\w*field\s*=")
_JSON_KEY = regex(r"""\s*+(?:"[^"'{}|]*"|'[^"'{}|]*')\s*+:""")
_MARKERS = frozenset({"TBA", "TBC", "TBD", "TODO"})
_MOST_WORDS_IN_A_NAME = 4
_MOST_BRACES = 3
_LONGEST_FIELD = 2000


class Pair:
    """A brace, the one that closes it, and the bars between them that belong to no other pair."""

    __slots__ = ("bars", "close", "start")

    def __init__(self, start: int, close: int, bars: Sequence[int]) -> None:
        self.start = start
        self.close = close
        self.bars = bars


def read_pair(value: str, inner: Pair, layers: int) -> Found | Tag | None:
    """What stands in so many pairs of braces; None is a text that has them for its own reasons."""
    if layers == 1:
        return _read_choice(value, inner) if inner.bars else _read_single(value, inner)
    if layers > _MOST_BRACES:
        content = value[inner.start + 1 : inner.close]
        whole = (inner.start - layers + 1, inner.close + layers)
        return Broken(*whole, "unbalanced") if is_name(content.strip()) else None
    return _read_double(value, inner, layers)


def _read_choice(value: str, pair: Pair) -> Found | None:
    """`{Hi|Hello}`, or a field with a fallback: `{contactfield=firstname|there}`."""
    start, end, first = pair.start, pair.close + 1, pair.bars[0]
    head = _head(value, pair)
    record = _RECORD_FIELD.match(head)
    if record or (_MACHINE_NAME.fullmatch(head) and known_owner(head)):
        name = head[record.end() :] if record else head
        return Field(start, end, name.strip(), unquoted(value[first + 1 : pair.close]))
    if _JSON_KEY.match(head) or value[first - 1 : first + 3] == " || ":
        return None
    return Choice(start, end, tuple(_between(pair)))


def _read_single(value: str, pair: Pair) -> Found | None:
    """`{first_name}`, `{!Contact.FirstName}`, `{contactfield=firstname}`."""
    start, end = pair.start, pair.close + 1
    if pair.close - start > LONGEST_NAME:
        return None
    content = value[start + 1 : pair.close]
    if content.startswith("!") and is_name(content[1:]) and " " not in content:
        return Field(start, end, content[1:])
    if record := _RECORD_FIELD.match(content):
        return Field(start, end, content[record.end() :].strip())
    if content.startswith("%"):
        return Broken(start, end, "unclosed")
    return _named(start, end, content) if is_name(content.strip()) else None


def _read_double(value: str, inner: Pair, layers: int) -> Found | Tag:
    """`{{…}}`: a field, a tag, a comment, spintax, or what is still to fill in."""
    start, end = inner.start - layers + 1, inner.close + layers
    content = value[inner.start + 1 : inner.close].strip("~ \t\r\n")
    if not content:
        return Broken(start, end, "empty")
    if is_tag(content):
        return Tag(start, end, content)
    if inner.bars and _is_choice(value, inner):
        return _spun(value, inner, start, end)
    if " " not in content and is_name(content):
        return _named(start, end, content)
    if content.startswith("!"):
        return Unseen(start, end)
    if _AI_PROMPT.match(content):
        _, bar, fallback = content.rpartition("|")
        return Field(start, end, "AI", unquoted(fallback) if bar else None)
    if len(content) > _LONGEST_FIELD:
        return Broken(start, start + layers, "unclosed")
    if "{" in content.partition("|")[0]:
        return Broken(start, end, "unbalanced")
    return _named(start, end, *split_fallback(content))


def _is_choice(value: str, pair: Pair) -> bool:
    """Whether the bars of a `{{…}}` part alternatives, not a field from its fallback."""
    head = _head(value, pair).strip()
    if _AI_PROMPT.match(head) or pair.bars[0] + 1 in pair.bars[1:2]:
        return False
    if head.lower() in _SPIN:
        return True
    if is_filter(value[pair.bars[0] + 1 : pair.bars[0] + NEAR]):
        return False
    if known_owner(head) and len(head.split()) <= _MOST_WORDS_IN_A_NAME:
        return not is_name(head)
    if _MACHINE_NAME.fullmatch(head):
        return False
    # One lower-case word that nobody knows: with one alternative it is a field, with more spintax.
    return not _LOWER_NAME.fullmatch(head) or head in _GREETINGS or len(pair.bars) > 1


def _head(value: str, pair: Pair) -> str:
    """What stands before the first bar, as far as it could be a name."""
    return value[pair.start + 1 : min(pair.bars[0], pair.start + NEAR)]


def _spun(value: str, pair: Pair, start: int, end: int) -> Choice:
    """`{{RANDOM | Hi | Hello}}`, `{{SPINTAX | "Hi" | "Hello"}}`, `{{I saw|I read}}`."""
    parts = list(_between(pair))
    if value[slice(*parts[0])].strip().lower() in _SPIN:
        del parts[0]
    return Choice(start, end, tuple(trimmed(value, *part) for part in parts))


def _between(pair: Pair) -> Iterable[tuple[int, int]]:
    """The stretches that the bars part."""
    return ((one + 1, two) for one, two in pairwise((pair.start, *pair.bars, pair.close)))


def _named(start: int, end: int, name: str, fallback: str | None = None) -> Field | Placeholder:
    """A field, unless its name is an instruction to whoever prepares the copy."""
    words = " ".join(name.split())
    if fallback is None and _is_to_fill_in(words):
        return Placeholder(start, end, words)
    return Field(start, end, words, fallback)


def _is_to_fill_in(words: str) -> bool:
    if "/" in words or not words.strip("X") or words in _MARKERS:
        return True
    if words.lower().startswith("insert "):
        return True
    return words.count(" ") >= _MOST_WORDS_IN_A_NAME and known_owner(words) != "system"
