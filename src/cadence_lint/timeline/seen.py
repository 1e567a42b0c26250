"""A text as its reader sees it on a phone, before anybody knows who that is.

Of what differs by reader the first option stands for all. A merge field is shown by its name,
`‹first name›`, whatever its fallback: most readers see the field filled.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from unicodedata import category

from cadence_lint.patterns import regex
from cadence_lint.reading.template.fields import read_template
from cadence_lint.reading.text.visible import renderings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cadence_lint.source import Text

PHONE = 90
"""How many characters of a text a phone shows beside a subject."""
_BETWEEN = regex(r"[\W_]+")
_HUMP = regex(r"(?<=[a-zß-ÿ])(?=[A-Z])")
_LONGEST_FIELD = 40


def seen(text: Text | None) -> str:
    """All of a text, in one line."""
    return _squeezed("".join(part for part, _ in _parts(text)))


def preview(text: Text | None, length: int = PHONE) -> str:
    """The first characters of a text, with … where it goes on.

    It ends where prepared copy begins, of which nobody knows how long it is.
    """
    shown = ""
    for part, is_prepared in _parts(text):
        shown += part
        if is_prepared:
            return _cut(f"{_squeezed(shown)}…", length)
    return _cut(_squeezed(shown), length)


def field_words(name: str) -> str:
    """The name of a field as people say it: `first name` for `contact.firstName`."""
    spaced = _HUMP.sub(" ", name.rpartition(".")[2] or name)
    return " ".join(_BETWEEN.split(spaced)).strip().lower()[:_LONGEST_FIELD]


def _parts(text: Text | None) -> Iterator[tuple[str, bool]]:
    """The stretches of what is seen, and whether each is prepared copy."""
    if text is None:
        return
    value = renderings(text)[0].value
    at = 0
    for field in read_template(value).fields:
        if field.start < at:
            continue  # a field within a field
        yield value[at : field.start], False
        yield f"‹{field_words(field.name)}›", field.owner == "copy"
        at = field.end
    yield value[at:], False


def _squeezed(value: str) -> str:
    return " ".join(value.split())


def _cut(value: str, length: int) -> str:
    """As many characters as there is room for; an accent goes with its letter."""
    if len(value) <= length:
        return value
    end = length
    while end < len(value) and category(value[end]) in ("Mn", "Me", "Cf"):
        end += 1
    return value if end == len(value) else f"{value[:end].rstrip().removesuffix('…')}…"
