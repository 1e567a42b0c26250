"""What is common to everything that people read: safe text, colour, width."""

from __future__ import annotations

import os
import re
from typing import IO, NamedTuple

OBEYED = frozenset(
    {
        *range(0x7F, 0xA0),  # DEL and C1; JSON escapes C0 itself
        0x061C,  # what turns the direction of writing, and so shows words in another order
        0x200E,
        0x200F,
        *range(0x202A, 0x202F),
        *range(0x2066, 0x206A),
        0x2028,  # line ends to some, not to others
        0x2029,
    }
)
"""Characters beside C0 that terminals, or the eye, obey instead of showing."""

_ESCAPES = {
    **{code: f"\\u{code:04x}" for code in OBEYED},
    **{code: f"\\x{code:02x}" for code in (*range(0x20), *range(0x7F, 0xA0))},
    ord("\t"): "    ",
    ord("\n"): "\\n",
    ord("\r"): "\\r",
}
_COMMAND = re.compile(r"(?<!\S)::(?=[a-z])|##(?=\[)")
"""How lines start that GitHub's runner takes for commands."""
_NARROWEST, _WIDEST, _USUAL = 40, 120, 80


class Look(NamedTuple):
    """How an output may look."""

    width: int = _USUAL
    color: bool = False
    verbose: bool = False
    quiet: bool = False


def look_for(stream: IO[str], color: str, *, verbose: bool = False, quiet: bool = False) -> Look:
    """What suits a stream: the terminal's width, and colour where it is welcome."""
    is_terminal = stream.isatty()
    width = _USUAL
    if is_terminal or "COLUMNS" in os.environ:
        from shutil import get_terminal_size  # slow to load

        width = get_terminal_size((_USUAL, 24)).columns
    wants = color == "always" or (color == "auto" and is_terminal and _likes_color())
    return Look(max(_NARROWEST, min(width, _WIDEST)), wants, verbose, quiet)


def _likes_color() -> bool:
    return not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def safe(text: str) -> str:
    """A text that a terminal shows and does not obey."""
    if text.isascii() and text.isprintable() and "::" not in text and "##" not in text:
        return text
    return _COMMAND.sub(_spaced, text.translate(_ESCAPES))


def one_line(text: str) -> str:
    """A safe text without line ends."""
    return safe(" ".join(text.split()))


def _spaced(found: re.Match[str]) -> str:
    return ": :" if found[0] == "::" else "## "
