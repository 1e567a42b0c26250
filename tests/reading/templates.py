"""What tests of the template syntax ask of a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadence_lint.reading.template.fields import Template, read_template

if TYPE_CHECKING:
    from cadence_lint.reading.template.fields import Choice, Field


def the_field(text: str) -> Field:
    """The only thing that is read in a text, a field."""
    template = read_template(text)
    (field,) = template.fields
    assert template == Template(fields=(field,))
    return field


def options(text: str, choice: Choice) -> list[str]:
    return [text[start:end] for start, end in choice.options]


def the_options(text: str) -> list[str]:
    (choice,) = read_template(text).choices
    return options(text, choice)
