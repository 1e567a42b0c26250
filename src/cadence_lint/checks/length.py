"""A part of a message is longer than its channel carries, or than its reader reads.

Where a text has choices, the longest text that a reader can get counts: of each choice the
longest option, or whichever option makes a text message need the larger alphabet.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Literal

from cadence_lint.checks import Objection, PerAudience
from cadence_lint.checks.reply_prefix import starts_as_reply
from cadence_lint.reading import Passage
from cadence_lint.reading.template.fields import Choice, read_template
from cadence_lint.reading.text.markup import without_markup
from cadence_lint.reading.text.segments import PASSED_OVER
from cadence_lint.record import Record
from cadence_lint.sequence import ALOUD, Action
from cadence_lint.source import Piece

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from cadence_lint.linting.case import Case
    from cadence_lint.reading import Reading
    from cadence_lint.reading.template.fields import Unseen
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


class Options(Record):
    """What a rule may set."""

    max: PerAudience
    """The longest that is still fine."""
    unit: Literal["words", "characters", "segments"] = "words"
    """Segments are those of a text message: 160 characters of GSM-7, or 70 of any others."""
    part: Literal["subject", "body", "script", "voicemail"] = "body"
    actions: tuple[Action, ...] = ()
    """Only touches with this action, on LinkedIn."""
    max_first: PerAudience | None = None
    """What holds in place of `max` for the first contact, where it says anything."""
    max_characters: PerAudience | None = None
    """Where words are counted: the most characters, whatever the words."""


class Values(Record):
    """What a message may name."""

    length: int
    max: float
    seconds: int
    """How long it takes to say, at 150 words a minute."""
    excess: int
    because: str
    """For a text message: ` because of "’"`, which is not in the small alphabet; else empty."""


def check(case: Case, touch: Touch, reading: Reading, options: Options) -> Iterator[Objection]:
    """Object to a part that is too long in the longest text that a reader can get."""
    passage = reading.passages.get(options.part)
    if passage is None or (options.actions and touch.action not in options.actions):
        return
    limit = _limit(case, touch, options)
    length = _MEASURES[options.unit](passage) if limit is not None else 0
    if limit is None or (length <= limit and not _is_wide(case, passage, options)):
        return
    if options.part == "subject" and starts_as_reply(passage.text.value):
        return  # it is as long as what it answers
    start, end = _said(passage.text.value)
    yield Objection(
        values=Values(
            length,
            limit,
            round(length / _WORDS_A_SECOND),
            max(length - int(limit), 0),
            _because(passage) if options.unit == "segments" else "",
        ),
        spots=(passage.quote(start, end),),
        measure=length,
        is_whole=True,
    )


def _limit(case: Case, touch: Touch, options: Options) -> float | None:
    if options.max_first is not None and touch.number == case.first_and_last[0]:
        of_first = case.limit(options.max_first)
        if of_first is not None:
            return of_first
    return case.limit(options.max)


def _is_wide(case: Case, passage: Passage, options: Options) -> bool:
    """Whether it has few words, and too many characters all the same."""
    if options.max_characters is None:
        return False
    limit = case.limit(options.max_characters)
    return limit is not None and _characters(passage) > limit


def _said(value: str) -> tuple[int, int]:
    start = len(value) - len(value.lstrip())
    return start, max(start, len(value.rstrip()))


def _words(passage: Passage) -> int:
    return max(map(_words_of, _passages(passage)))


def _words_of(passage: Passage) -> int:
    skipped = () if passage.part in ALOUD else PASSED_OVER  # a call is heard to the end
    return sum(
        sentence.last - sentence.first
        for sentence, segment in zip(passage.sentences, passage.segments, strict=True)
        if segment not in skipped
    )


def _characters(passage: Passage) -> int:
    return max(len(_filled(text.value)) for text in _texts(passage))


def _segments(passage: Passage) -> int:
    return max(_segments_of(_filled(text.value)) for text in _texts(passage))


def _segments_of(text: str) -> int:
    if not any(map(_is_odd, text)):
        length = sum(2 if character in _GSM_7_TWICE else 1 for character in text)
        return 1 if length <= 160 else -(-length // 153)
    units = len(text.encode("utf-16-le", "surrogatepass")) // 2
    return 1 if units <= 70 else -(-units // 67)


def _is_odd(character: str) -> bool:
    return character not in _GSM_7 and character not in _GSM_7_TWICE


def _because(passage: Passage) -> str:
    longest = max((_filled(text.value) for text in _texts(passage)), key=_segments_of)
    odd = next(filter(_is_odd, longest), None)
    return f' because of "{odd}"' if odd else ""


# The longest text that a reader can get


def _passages(passage: Passage) -> Iterator[Passage]:
    yield passage
    for text in _texts(passage)[1:]:
        yield Passage(passage.part, text, None)


def _texts(passage: Passage) -> tuple[Text, ...]:
    """The renderings, and one in which every choice falls on its longest option."""
    if len(passage.renderings) == 1:
        return passage.renderings
    plain = without_markup(passage.raw)
    template = read_template(plain.value)
    parts: list[Choice | Unseen] = [*template.choices, *template.unseen]
    parts.sort(key=lambda part: (part.start, -part.end))
    longest = plain.derive(_longest(plain.value, 0, len(plain.value), parts))
    return (*passage.renderings, longest)


def _longest(value: str, start: int, end: int, parts: Sequence[Choice | Unseen]) -> list[Piece]:
    """What is left of a stretch of a text when each choice falls on its longest option.

    `parts` are sorted by where they start. Choices nest only so deep.
    """
    pieces: list[Piece] = []
    nothing: list[Piece] = []
    at = start
    first = bisect_left(parts, start, key=lambda part: part.start)
    for index in range(first, len(parts)):
        part = parts[index]
        if part.start >= end:
            break
        if part.start < at:
            continue
        pieces.append(Piece(value[at : part.start], at, part.start))
        options = part.options if isinstance(part, Choice) else ()
        ways = [_longest(value, *option, parts) for option in options]
        longest = max(ways, key=_length, default=nothing)
        pieces += longest
        at = part.end
    return [*pieces, Piece(value[at:end], at, end)]


def _length(pieces: list[Piece]) -> int:
    return len(_filled("".join(piece.value for piece in pieces)))


def _filled(value: str) -> str:
    """A text without the white space around it, and with something short in each of its fields."""
    said = value.strip()
    filled, at = [], 0
    for field in read_template(said).fields:
        filled += [said[at : field.start], "x" * _FIELD_LENGTH]
        at = field.end
    return "".join(filled) + said[at:]


_MEASURES: dict[str, Callable[[Passage], int]] = {
    "words": _words,
    "characters": _characters,
    "segments": _segments,
}
