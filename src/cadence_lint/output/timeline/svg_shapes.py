"""The shapes that a picture of a timeline is made of."""

from __future__ import annotations

from cadence_lint.output.terminal import cut, one_line
from cadence_lint.output.xml import text

_LETTER = 6
"""What a letter takes, at most, of the smaller text."""


def box(style: str, left: float, top: float, width: float, height: float) -> str:
    """A rectangle."""
    return f'<rect class="{style}" x="{left:g}" y="{top:g}" width="{width:g}" height="{height:g}"/>'


def label(said: str, left: float, top: float, style: str = "", more: str = "") -> str:
    """A line of text; `more` stands behind it, made already."""
    named = f' class="{style}"' if style else ""
    return f'<text{named} x="{left:g}" y="{top:g}">{text(said)}{more}</text>'


def span(said: str, style: str) -> str:
    """A part of a line in another style."""
    return f'<tspan class="{style}">{text(said)}</tspan>'


def hint(said: str) -> str:
    """What a pointer shows on what it stands in."""
    return f"<title>{text(said)}</title>"


def fitted(said: str, width: float) -> str:
    """A text in one line that takes no more than a width."""
    return cut(one_line(said), max(int(width / _LETTER), 1))
