"""A part of a message is longer than its channel carries, or than its reader reads."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from cadence_lint.checks import Objection, PerAudience

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from cadence_lint.case import Case
    from cadence_lint.reading import Passage, Reading
    from cadence_lint.sequence import Touch
    from cadence_lint.source import Text

SCOPE = "message"

_FIELD_LENGTH = 6
"""Characters that a merge field is counted as: a short name, so that no text is blamed for one."""
_WORDS_A_SECOND = 2.5
"""150 words a minute, the usual speed of speech."""
_GSM_7 = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡"
    "ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
_GSM_7_TWICE = frozenset("^{}\\[~]|€")
"""Characters that take two places in a GSM-7 message."""


class Options(NamedTuple):
    """What a rule may set."""

    max: PerAudience
    """The longest that is still fine."""
    unit: Literal["words", "characters", "segments"] = "words"
    """Segments are those of a text message: 160 characters of GSM-7, or 70 of any others."""
    part: Literal["subject", "body", "script", "voicemail"] = "body"
    actions: tuple[str, ...] = ()
    """Only touches with this action, on LinkedIn."""


class Values(NamedTuple):
    """What a message may name."""

    length: int
    max: float
    seconds: int
    """How long it takes to say, at 150 words a minute."""
    excess: int


def check(case: Case, touch: Touch, reading: Reading, options: Options) -> Iterator[Objection]:
    """Object to a part that is too long in its longest rendering."""
    limit = case.limit(options.max)
    passage = reading.passages.get(options.part)
    if limit is None or passage is None:
        return
    if options.actions and touch.action not in options.actions:
        return
    length = _MEASURES[options.unit](passage)
    if length <= limit:
        return
    start, end = _said(passage.text.value)
    yield Objection(
        values=Values(length, limit, round(length / _WORDS_A_SECOND), length - int(limit)),
        spots=(passage.quote(start, end),),
        measure=length,
    )


def _said(value: str) -> tuple[int, int]:
    start = len(value) - len(value.lstrip())
    return start, max(start, len(value.rstrip()))


def _words(passage: Passage) -> int:
    return sum(
        sentence.last - sentence.first
        for sentence, segment in zip(passage.sentences, passage.segments, strict=True)
        if segment not in ("quoted", "signature", "opt-out")
    )


def _characters(passage: Passage) -> int:
    return max(len(_filled(text)) for text in passage.renderings)


def _segments(passage: Passage) -> int:
    return max(_segments_of(_filled(text)) for text in passage.renderings)


def _segments_of(text: str) -> int:
    if all(character in _GSM_7 or character in _GSM_7_TWICE for character in text):
        length = sum(2 if character in _GSM_7_TWICE else 1 for character in text)
        return 1 if length <= 160 else -(-length // 153)
    units = len(text.encode("utf-16-le")) // 2
    return 1 if units <= 70 else -(-units // 67)


def _filled(text: Text) -> str:
    """A text with something short in each of its fields."""
    from cadence_lint.reading.fields import read_template

    value = text.value.strip()
    filled, at = [], 0
    for field in read_template(value).fields:
        filled += [value[at : field.start], "x" * _FIELD_LENGTH]
        at = field.end
    return "".join(filled) + value[at:]


_MEASURES: dict[str, Callable[[Passage], int]] = {
    "words": _words,
    "characters": _characters,
    "segments": _segments,
}
