"""What everything that people read has in common: safe text, colour, width."""

from __future__ import annotations

import os
from typing import IO, TYPE_CHECKING

from cadence_lint.patterns import regex
from cadence_lint.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterator

OBEYED = frozenset(
    {
        *range(0x7F, 0xA0),  # DEL and C1
        0x061C,  # what turns the direction of writing, and so shows words in another order
        0x200E,
        0x200F,
        *range(0x202A, 0x202F),
        *range(0x2066, 0x206A),
        0x2028,  # line ends to some, not to others
        0x2029,
    }
)
"""Characters that terminals, or the eye, obey instead of showing; C0 is not among them."""

_ESCAPES = {
    **{code: f"\\u{code:04x}" for code in OBEYED},
    **{code: f"\\x{code:02x}" for code in (*range(0x20), *range(0x7F, 0xA0))},
    ord("\t"): "    ",
    ord("\n"): "\\n",
    ord("\r"): "\\r",
}
_COMMAND = regex(r"(?m)^((?:[^\S\n]|\x1b\[[0-9;]*m)*:):(?=\w)|##(?=\[)")
"""What GitHub's runner takes for a command: `::` at the start of a line, `##[` anywhere."""
_SGR = {"bold": "1", "dim": "2", "red": "31", "green": "32", "yellow": "35", "cyan": "36"}
"""Colours that a theme may choose; magenta stands for yellow, which is lost on white."""
SHADES = {"dim": 243, "red": 196, "green": 28, "yellow": 166, "cyan": 31}
"""Where there are 256 colours, those that can be read on white and on black alike."""
_NARROWEST, _WIDEST, _USUAL = 32, 120, 80


class Look(Record):
    """How an output may look."""

    width: int = _USUAL
    color: bool = False
    verbose: bool = False
    quiet: bool = False
    has_shades: bool = False
    """Whether there are 256 colours to choose from."""

    def paint(self, style: str, text: str) -> str:
        """A text in a colour, where colour is welcome."""
        if not self.color or not text:
            return text
        shade = SHADES.get(style) if self.has_shades else None
        code = _SGR[style] if shade is None else f"38;5;{shade}"
        return f"\x1b[{code}m{text}\x1b[0m"


def look_for(stream: IO[str], color: str, *, verbose: bool = False, quiet: bool = False) -> Look:
    """What suits a stream: the terminal's width, and colour where it is welcome."""
    is_terminal = stream.isatty()
    width = _USUAL
    if is_terminal or "COLUMNS" in os.environ:
        from shutil import get_terminal_size  # slow to load

        width = get_terminal_size((_USUAL, 24)).columns
    wants = color == "always" or (color == "auto" and is_terminal and _likes_color())
    width = max(_NARROWEST, min(width, _WIDEST))
    return Look(width, wants, verbose, quiet, wants and _has_shades())


def _has_shades() -> bool:
    named = os.environ.get("TERM", "")
    return "256" in named or any(name in os.environ for name in ("COLORTERM", "WT_SESSION"))


def _likes_color() -> bool:
    return not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


# Text


def safe(text: str) -> str:
    """A text that a terminal shows and does not obey."""
    if text.isascii() and text.isprintable():
        return text
    return text.translate(_ESCAPES)


def one_line(text: str) -> str:
    """A safe text without line ends."""
    return safe(" ".join(text.split()))


def page(lines: list[str]) -> str:
    """All lines of an output, none of which a CI system takes for a command."""
    text = "\n".join(lines) + "\n"
    if "::" not in text and "##[" not in text:
        return text
    return _COMMAND.sub(lambda found: f"{found[1]} :" if found[1] else "## ", text)


# Width


_SINGLE = frozenset(map(chr, range(0x20, 0x300))) | frozenset("…●·│─→•◦✗“”‘’–—€")
"""Signs that take one column: those of most languages of Europe, and our own."""
_JOINER = "\u200d"
_AS_EMOJI = "\ufe0f"
_SOFT_HYPHEN = "\u00ad"
_SKIN = range(0x1F3FB, 0x1F400)
_JAMO = range(0x1160, 0x1200)
"""Vowels and endings of Korean syllables, which stand in the block of their first letter."""


def signs(text: str) -> Iterator[tuple[str, int]]:
    """What is seen as one sign, an accent with its letter, and how many columns it takes."""
    from unicodedata import category, east_asian_width  # only for what is not ASCII

    seen, width, is_joined = "", 0, False
    for each in text:
        is_emoji = width == 2
        adds = category(each) in ("Mn", "Me", "Cf") and each != _SOFT_HYPHEN
        adds = adds or ord(each) in _JAMO or (is_emoji and (is_joined or ord(each) in _SKIN))
        if seen and adds:
            seen += each
            if each == _AS_EMOJI and not seen[0].isalpha():
                width = 2
        else:
            if seen:
                yield seen, width
            seen, width = each, 0 if adds else 1 + (east_asian_width(each) in "WF")
        is_joined = each == _JOINER
    if seen:
        yield seen, width


def width_of(text: str) -> int:
    """How many columns a text takes."""
    if text.isascii() or _SINGLE.issuperset(text):
        return len(text)
    return sum(width for _, width in signs(text))


def padded(text: str, width: int) -> str:
    """A text with spaces after it, up to some columns."""
    return text + " " * (width - width_of(text))


def cut(text: str, width: int) -> str:
    """A text that takes no more than some columns, with … where it goes on."""
    if width_of(text) <= width:
        return text
    kept, used = "", 0
    for sign, columns in signs(text):
        used += columns
        if used > width - 1:
            break
        kept += sign
    return f"{kept.rstrip()}…"


def wrap(text: str, width: int) -> list[str]:
    """The lines of a text, broken between words; never none."""
    lines: list[str] = []
    line = ""
    for word in _words(one_line(text), width):
        if not line:
            line = word
        elif width_of(line) + 1 + width_of(word) <= width:
            line = f"{line} {word}"
        else:
            lines.append(line)
            line = word
    return [*lines, line]


def _words(text: str, width: int) -> Iterator[str]:
    for word in text.split(" "):
        rest = word
        while width_of(rest) > width:
            size = max(1, width // 2) if not rest.isascii() else width
            yield rest[:size]
            rest = rest[size:]
        yield rest


def hang(first: str, text: str, width: int, indent: int) -> list[str]:
    """A wrapped text after `first`, its further lines indented to stand below one another."""
    head, *rest = wrap(text, max(width - indent, 10))
    return [padded(first, indent) + head, *(" " * indent + line for line in rest)]
