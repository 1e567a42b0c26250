"""Judgements of plain words that are remembered: teams say the same sentences again and again."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from cadence_lint.reading.facts import asks, directions, substance
from cadence_lint.reading.whom import about as whom
from cadence_lint.reading.whom import people

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cadence_lint.reading.whom.about import About

_MOST = 20_000
"""Sentences that are remembered, of each judgement.

They are kept as tuples, and judged as the lists that the judgements compare with.
"""


def about(said: Sequence[str], *, is_question: bool) -> About:
    """Whom a sentence is about."""
    return _about(tuple(said), is_question)


def has_substance(said: Sequence[str], *, is_question: bool) -> bool:
    """Whether a sentence says something beyond the contact itself."""
    return _has_substance(tuple(said), is_question)


def asks_about_work(said: Sequence[str], *, is_question: bool) -> bool:
    """Whether a sentence asks about the reader's own work."""
    return _asks_about_work(tuple(said), is_question)


def asks_something(said: Sequence[str]) -> bool:
    """Whether a question is one, and not for time, interest, a favour or for its effect."""
    return _asks_something(tuple(said))


def mentions_reader(said: Sequence[str]) -> bool:
    """Whether the reader occurs in a sentence."""
    return _mentions_reader(tuple(said))


def directs(said: Sequence[str]) -> bool:
    """Whether a sentence tells the reader what to do."""
    return _directs(tuple(said))


@lru_cache(maxsize=_MOST)
def _about(said: tuple[str, ...], is_question: bool) -> About:
    return whom.about(list(said), is_question=is_question)


@lru_cache(maxsize=_MOST)
def _has_substance(said: tuple[str, ...], is_question: bool) -> bool:
    return substance.has_substance(list(said), is_question=is_question)


@lru_cache(maxsize=_MOST)
def _asks_about_work(said: tuple[str, ...], is_question: bool) -> bool:
    asked = asks.question_about_them(list(said), is_question=is_question)
    return bool(asked) and (
        asks.asks_what_they_do(asked or ())
        or substance.has_substance(asked or (), is_question=True)
    )


@lru_cache(maxsize=_MOST)
def _asks_something(said: tuple[str, ...]) -> bool:
    return asks.question_about_them(list(said), is_question=True) is not None


@lru_cache(maxsize=_MOST)
def _mentions_reader(said: tuple[str, ...]) -> bool:
    return people.mentions_reader(list(said))


@lru_cache(maxsize=_MOST)
def _directs(said: tuple[str, ...]) -> bool:
    return directions.directs(list(said))
