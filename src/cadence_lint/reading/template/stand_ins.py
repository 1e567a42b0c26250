"""What stands in a text for words that each reader gets differently: one word to whoever reads it.

Merge fields, blanks that are still to be filled in, and the `${company}` of a program, which is a
mistake where it stands and plainly meant for a field.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadence_lint.patterns import regex
from cadence_lint.reading.template.names import is_name, owner_of
from cadence_lint.record import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cadence_lint.reading.template import Placeholder, Template
    from cadence_lint.reading.template.names import Owner

_SHORTEST_COPY = 2
_LONGEST_BLANK_NAME = 3
_SAME_FOR_ALL = frozenset("link links url generic boilerplate canned".split())
"""What a blank stands for that is written, or linked, once for everybody."""
_NESTED_BLANK = regex(r"\[[^\[\]\n]{12,200}\[[^\[\]\n]{2,60}\][^\[\]\n]{0,100}\]")
"""`[Quick update, e.g. "we opened [place]"]`"""


class StandIn(NamedTuple):
    """A field or a blank, and whom what belongs there is about."""

    start: int
    end: int
    name: str
    owner: Owner
    hides_copy: bool
    """Whether prepared copy belongs there, or some that is still to be written."""


def stand_ins(template: Template, value: str) -> Iterator[StandIn]:
    """All that stand in a text, kind by kind."""
    for field in template.fields:
        yield _field(field.start, field.end, field.name)
    for broken in template.broken:
        name = value[broken.start + 2 : broken.end - 1]
        if value.startswith("${", broken.start) and is_name(name):
            yield _field(broken.start, broken.end, name)
    for blank in template.placeholders:
        yield _blank(blank)


def nests_a_blank(value: str) -> bool:
    """Whether a blank stands within another, which is told in words: prepared copy as well."""
    return _NESTED_BLANK.search(value) is not None


def _field(start: int, end: int, name: str) -> StandIn:
    owner = owner_of(name)
    return StandIn(start, end, name, owner, owner == "copy")


def _blank(blank: Placeholder) -> StandIn:
    """A blank for a sentence or a thought hides it; one for a name does not: `[First Name]`.

    A `[link to the job description]` says nothing, a `[generic pitch about us]` nothing to one, and
    XXX nothing of what belongs there.
    """
    start, end, words = blank.start, blank.end, blank.words.split()
    if not _SAME_FOR_ALL.isdisjoint(map(str.lower, words)):
        return StandIn(start, end, blank.words, "system", hides_copy=False)
    owner = owner_of(blank.words)
    if len(words) > _LONGEST_BLANK_NAME or (owner == "copy" and len(words) >= _SHORTEST_COPY):
        hides, owner = True, "copy"
    else:
        hides = False
    if not blank.words.strip("X$€£%_ "):
        owner = "system"
    return StandIn(start, end, blank.words, owner, hides)
