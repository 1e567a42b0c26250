"""Touches and sequences made by hand, for tests that need no file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cadence_lint.sequence import Audience, Message, Sequence, Touch, number_touches
from cadence_lint.source import Source, Span, Text

if TYPE_CHECKING:
    from cadence_lint.sequence import Channel, Part

NOWHERE = Span(0, 0)
_PARTS: tuple[Part, ...] = ("subject", "body", "script", "voicemail")


def text(value: str) -> Text:
    """A text that is the whole of its own source."""
    return Text.verbatim(Source("sequence.yaml", value), 0, len(value))


def touch(day: float | None = None, channel: Channel = "email", **fields: Any) -> Touch:
    """A touch; `subject`, `body`, `script` and `voicemail` make its one message."""
    parts: dict[str, Any] = {
        name: text(value) for name in _PARTS if (value := fields.pop(name, None)) is not None
    }
    if parts:
        fields["messages"] = (Message(**parts),)
    return Touch(channel=channel, span=NOWHERE, about=NOWHERE, day=day, **fields)


def sequence(*touches: Touch, **fields: Any) -> Sequence:
    """A sequence of touches, numbered; fields of the audience can be given by name."""
    audience = {name: fields.pop(name) for name in Audience._fields if name in fields}
    if audience:
        fields["audience"] = Audience(**audience)
    return Sequence(
        source=Source("sequence.yaml", ""),
        id="sequence",
        format="native",
        name="A sequence",
        span=NOWHERE,
        about=NOWHERE,
        touches=number_touches(touches),
    )._replace(**fields)
