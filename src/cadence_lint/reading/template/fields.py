"""Reads the template syntax of a text.

Every sending tool has its own way to write fields and choices, and people mix them, so all are
read at once. `braces` pairs braces, whatever stands between them, and only then does `contents`
ask a pair what it is; `conditions` puts the tags among them together; `blanks` reads what is
written without braces.

Reading takes time in proportion to the text, whatever the text.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache
from typing import TYPE_CHECKING

from cadence_lint.reading.template import Broken, Choice, Field, Placeholder, Template, Unseen
from cadence_lint.reading.template.blanks import read_blanks
from cadence_lint.reading.template.braces import MAX_DEPTH, read_braces
from cadence_lint.reading.template.conditions import Tag, read_conditions
from cadence_lint.reading.template.names import Owner, field_key, owner_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cadence_lint.reading.template import Found

__all__ = [
    "Broken",
    "Choice",
    "Field",
    "Owner",
    "Placeholder",
    "Template",
    "Unseen",
    "field_key",
    "owner_of",
    "read_template",
]


@lru_cache(maxsize=16)
def read_template(value: str) -> Template:
    """Find the template syntax of a text."""
    found: list[Found] = []
    tags: list[Tag] = []
    for one in read_braces(value):
        if isinstance(one, Tag):
            tags.append(one)
        else:
            found.append(one)
    found += read_conditions(tags)
    found += read_blanks(value, found)
    if not found:
        return _PLAIN
    found.sort(key=_position)
    return Template(
        tuple(one for one in found if isinstance(one, Field)),
        _nested(one for one in found if isinstance(one, Choice)),
        tuple(one for one in found if isinstance(one, Broken)),
        tuple(one for one in found if isinstance(one, Placeholder)),
        tuple(one for one in found if isinstance(one, Unseen)),
    )


_PLAIN = Template()


def _position(one: Found) -> tuple[int, int]:
    return one.start, -one.end


def _nested(choices: Iterable[Choice]) -> tuple[Choice, ...]:
    """The choices without those that cross another, or that lie too deep."""
    kept: list[Choice] = []
    around: list[Choice] = []
    for choice in choices:
        while around and around[-1].end <= choice.start:
            around.pop()
        if around and not _lies_in_an_option(choice, around[-1]):
            continue
        if len(around) < MAX_DEPTH:
            kept.append(choice)
            around.append(choice)
    return tuple(kept)


def _lies_in_an_option(inner: Choice, outer: Choice) -> bool:
    at = bisect_right(outer.options, inner.start, key=_start) - 1
    return at >= 0 and inner.end <= outer.options[at][1]


def _start(span: tuple[int, int]) -> int:
    return span[0]
