"""Where the fields of a message stand, in whichever of its texts a reader gets them."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from cadence_lint.patterns import regex
from cadence_lint.reading import Passage
from cadence_lint.reading.template.fields import read_template
from cadence_lint.reading.template.names import record_key
from cadence_lint.reading.text.markup import without_markup
from cadence_lint.record import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cadence_lint.checks import Spot
    from cadence_lint.reading import Reading
    from cadence_lint.reading.template.fields import Field
    from cadence_lint.reading.text.segments import Segment
    from cadence_lint.source import Span, Text

_MOST_AROUND = 3
"""Words shown on either side of a gap."""
_AROUND = 60
_IN_ADDRESS = frozenset("/=&?#@")
_NAMES = regex(r"[^\W\d][\w.-]*")
_SIGNS = "{%[<*#«"


class Occurrence(NamedTuple):
    """A field where it stands, and what its reader sees around it."""

    field: Field
    key: str
    """Its name as names compare, without the record that it is kept in."""
    spot: Spot
    segment: Segment
    is_asked_for: bool
    """Whether it stands in a condition that asks whether there is something to fill in."""
    is_in_address: bool
    """Whether it is a part of a link, which nobody reads."""
    passage: Passage

    @property
    def gap(self) -> str:
        """What is read there when nobody fills it in: `Hi ,`."""
        return _gap(self.passage, self.field)


def field_occurrences(reading: Reading) -> Iterator[Occurrence]:
    """Every field of a message once, part by part."""
    for passage in reading.passages.values():
        if not any(sign in passage.raw.value for sign in _SIGNS):
            continue
        seen: set[Span] = set()
        for one in _ways(passage):
            for occurrence in _in_text(one, passage.raw):
                if occurrence.spot.span not in seen:
                    seen.add(occurrence.spot.span)
                    yield occurrence


def _ways(passage: Passage) -> Iterator[Passage]:
    yield passage
    for text in passage.renderings[1:]:
        yield Passage(passage.part, text, None)


def _in_text(passage: Passage, raw: Text) -> Iterator[Occurrence]:
    if not passage.template.fields:
        return
    asked = _asked(raw) if passage.text.value != raw.value else {}
    starts = [sentence.start for sentence in passage.sentences]
    for field in passage.template.fields:
        key = record_key(field.name)
        spot = passage.quote(field.start, field.end)
        at = bisect_right(starts, field.start) - 1
        yield Occurrence(
            field,
            key,
            spot,
            passage.segments[at] if at >= 0 else "body",
            any(span.holds(spot.span) for span in asked.get(key, ())),
            passage.text.value[max(field.start - 1, 0) : field.start] in _IN_ADDRESS,
            passage,
        )


def _asked(raw: Text) -> dict[str, list[Span]]:
    """The stretches that only those readers get of whom something is known, by its name."""
    plain = without_markup(raw)
    asked: dict[str, list[Span]] = {}
    for choice in read_template(plain.value).choices:
        for name in _NAMES.findall(choice.condition or ""):
            asked.setdefault(record_key(name), []).append(plain.span(choice.start, choice.end))
    return asked


def _gap(passage: Passage, field: Field) -> str:
    """The words on either side with nothing between them; what other fields bring is dots."""
    value = passage.text.value
    before = value[max(field.start - _AROUND, 0) : field.start]
    after = value[field.end : field.end + _AROUND]
    left = before.rpartition("\n")[2]
    right = after.partition("\n")[0]
    if not any(map(str.isalpha, left + right)):
        right = after
    first = " ".join(_without_fields(left).split()[-_MOST_AROUND:])
    last = " ".join(
        _without_fields(right).split()[: 1 if first and right[:1].strip() else _MOST_AROUND]
    )
    is_apart = left[-1:].isspace() or right[:1].isspace()
    return f"{first}{' ' if is_apart and first else ''}{last}".strip()


def _without_fields(text: str) -> str:
    for field in reversed(read_template(text).fields):
        text = f"{text[: field.start]}…{text[field.end :]}"
    return text
