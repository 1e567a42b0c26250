"""The template syntax of a text: what it can hold.

A copy is written for many readers: `Hi {{first_name|there}}`, `{Hi|Hello}`, `{% if industry %}`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from cadence_lint.reading.template.names import field_key, owner_of
from cadence_lint.record import NamedTuple, Record

if TYPE_CHECKING:
    from cadence_lint.reading.template.names import Owner

Mistake = Literal[
    "unbalanced",  # {{first_name}
    "unclosed",  # {{first_name
    "unopened",  # first_name}}
    "unclosed-choice",  # {Hi|Hello
    "unclosed-block",  # {% if industry %} without its end
    "stray-tag",  # {% endif %} without its start
    "code",  # ${first_name}
    "empty",  # {{}}
]


class Field(Record):
    """What the sending tool replaces by something about one reader.

    `fallback` is what stands there when nothing is known.
    """

    start: int
    end: int
    name: str
    fallback: str | None = None

    @property
    def key(self) -> str:
        """The name as names compare."""
        return field_key(self.name)

    @property
    def owner(self) -> Owner:
        """Whose it is."""
        return owner_of(self.name)


class Choice(Record):
    """Alternatives, of which each reader sees one: spintax, or the branches of a condition.

    A condition without an else has an empty option, for the readers that it leaves out. Choices
    nest or stand apart: a choice within another lies within one of its options.
    """

    start: int
    end: int
    options: tuple[tuple[int, int], ...]
    condition: str | None = None


class Broken(Record):
    """Template syntax that reaches the reader as it is written, or loses text on the way."""

    start: int
    end: int
    kind: Mistake


class Placeholder(Record):
    """What somebody has still to fill in: `[First Name]`, `XX%`, `<insert link>`."""

    start: int
    end: int
    words: str


class Unseen(Record):
    """A tag or comment that leaves nothing behind: `{% assign x = 1 %}`, `{{! note }}`."""

    start: int
    end: int


Found = Field | Choice | Broken | Placeholder | Unseen


class Template(NamedTuple):
    """The template syntax of a text; each kind in the order of the text."""

    fields: tuple[Field, ...] = ()
    choices: tuple[Choice, ...] = ()
    broken: tuple[Broken, ...] = ()
    placeholders: tuple[Placeholder, ...] = ()
    unseen: tuple[Unseen, ...] = ()
