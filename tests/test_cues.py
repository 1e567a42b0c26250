"""What a pattern cannot match without is looked for first, and never costs a match."""

from __future__ import annotations

import random
import re
import string
from importlib import import_module
from typing import TYPE_CHECKING, Any

import pytest

from cadence_lint.cues import cues_of
from cadence_lint.patterns import _Pattern, regex
from tests.test_patterns import _patterns

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_PARSER: Any = import_module("re._parser")
_ROUNDS = 5


def cues(text: str, flags: int = 0) -> tuple[str, ...] | None:
    parsed = _PARSER.parse(text, flags)
    return cues_of(parsed, parsed.state.flags)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (r"\bon your radar\b", ("on your radar",)),
        (r"\b(?:survey|reports?) by\b", ("report by", "reports by", "survey by")),
        (r"\d+ ?(?:minutes?|mins?)\b", ("min",)),
        (r"^[ \t]*(?:--|__+)[ \t]*$", ("--", "_")),
        (r"colou?r (?:\w+ ){0,3}of sky", ("of sky",)),
        (r"[,;]\s*P\.S\.", ("P.S.",)),
        (r"(?i)Voice ?Mail", ("voice mail", "voicemail")),
        (r"(?=never)(?<!not )once", ("once",)),
        (r"(?:one){2,}thrice", ("thrice",)),
        (r"(?>fast|slow) lane", ("fast lane", "slow lane")),
    ],
)
def test_a_match_cannot_do_without(text: str, found: tuple[str, ...]) -> None:
    assert cues(text) == found


@pytest.mark.parametrize(
    "text",
    [
        r"\d+%?",
        r"(?:\w+|you)",
        r"(?:free)?",
        r"[^x]",
        r"(?:the|a) ?",
        r"(?i:some) other time|\d",
        r"(?i)straße",
    ],
)
def test_some_match_without_anything_rare(text: str) -> None:
    assert cues(text) is None


def test_what_lacks_a_cue_is_not_searched() -> None:
    minutes = regex(r"(\d+) ?minutes")
    assert minutes.search("in 15 minutes")
    assert not minutes.search("in 15 hours")
    assert minutes.sub("a while", "15 minutes, 20minutes") == "a while, a while"
    assert minutes.sub("a while", "15 hours") == "15 hours"
    found = regex(r"ago").search("days ago", 2, 8)
    assert found is not None
    assert found.span() == (5, 8)


def test_case_is_ignored_beyond_ascii_too() -> None:
    wishes = regex(r"\bkind wishes\b", re.IGNORECASE)
    for said in ("Kind Wishes", "kind wi\u017fhes", "\u212aind wishes"):
        assert wishes.search(said), said
    assert not wishes.search("Kind regards")


def test_all_that_our_patterns_match_has_a_cue() -> None:
    """Texts are made up from the parsed patterns: what is found in them holds a cue."""
    dice = random.Random(7)
    checked = 0
    for text, flags in {(used.text, used.flags) for used in _patterns()}:
        known, compiled = cues(text, flags), re.compile(text, flags)
        for _ in range(_ROUNDS if known else 0):
            said = "".join(_written(_PARSER.parse(text, flags), dice))
            pattern = _Pattern(text, flags)
            found = compiled.search(said)
            checked += found is not None
            assert repr(pattern.search(said)) == repr(found), (text, known)
            assert pattern.sub("", said) == compiled.sub("", said)
    assert checked > 300


def _written(items: Iterable[tuple[Any, Any]], dice: random.Random) -> Iterator[str]:
    """A text that a parsed pattern may match, but for what it asks of the text around it."""
    for kind, value in items:
        match str(kind):
            case "LITERAL":
                yield chr(value)
            case "IN":
                yield _one_of(value, dice)
            case "SUBPATTERN":
                yield from _written(value[-1], dice)
            case "ATOMIC_GROUP":
                yield from _written(value, dice)
            case "BRANCH":
                yield from _written(dice.choice(value[1]), dice)
            case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
                for _ in range(dice.randint(value[0], min(int(value[1]), value[0] + 2))):
                    yield from _written(value[2], dice)
            case "ANY" | "NOT_LITERAL":
                yield dice.choice(string.ascii_lowercase)


def _one_of(members: list[tuple[Any, Any]], dice: random.Random) -> str:
    """A character of a class."""
    kind, value = dice.choice(members)
    match str(kind):
        case "LITERAL":
            return chr(value)
        case "RANGE":
            return chr(dice.randint(*value))
        case "CATEGORY":
            signs = {"DIGIT": "7", "SPACE": " ", "WORD": "w"}
            is_not = "NOT" in str(value)
            return "-" if is_not else signs[str(value).rpartition("_")[2]]
        case _:  # all but the others
            return "w"
