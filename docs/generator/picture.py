"""The picture of the screen in the README: what a run prints, as SVG.

Every word is set to its columns, whatever letters the viewer's machine has. The colours are those
of the program, which hold on white and on black; the ground follows the viewer's choice.
"""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from docs.generator.printed import printed

if TYPE_CHECKING:
    from collections.abc import Iterator

COMMAND = "cadence-lint check examples/read-the-room.yaml"
COLUMNS = 80
FIRST, LAST = 4, 2
"""How many parts of the output are shown, from its beginning and its end."""

_COLUMN, _LINE, _SIZE, _MARGIN = 7.8, 18, 13, 18
_SGR = re.compile(r"\x1b\[([\d;]*)m")
_CUBE = (0, 95, 135, 175, 215, 255)
_GREYS = 232
"""From this colour of 256 on they are grey; those before are a cube of six steps."""
_STYLE = """\
text { font: 13px ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace;
  fill: #1f2328; white-space: pre; }
.bold { font-weight: 700; }
rect { fill: #ffffff; stroke: #d0d7de; }
@media (prefers-color-scheme: dark) {
  text { fill: #e6edf3; }
  rect { fill: #0d1117; stroke: #30363d; }
}
"""


def picture() -> str:
    """The SVG of the beginning and the end of what the example prints."""
    lines = [f"\x1b[1m$ {COMMAND}\x1b[0m", "", *_shown(_in_colour())]
    width = round(COLUMNS * _COLUMN + 2 * _MARGIN)
    height = len(lines) * _LINE + 2 * _MARGIN
    texts = "\n".join(_drawn(lines))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}"'
        f' viewBox="0 0 {width} {height}">\n'
        f"<title>{COMMAND}</title>\n<style>\n{_STYLE}</style>\n"
        f'<rect x="0.5" y="0.5" width="{width - 1}" height="{height - 1}" rx="8"/>\n'
        f"{texts}\n</svg>\n"
    )


def _in_colour() -> str:
    words = f"{COMMAND.partition(' ')[2]} --color always"
    return printed(words, TERM="xterm-256color", COLUMNS=str(COLUMNS))


def _shown(said: str) -> list[str]:
    """The first parts and the last."""
    parts = said.strip().split("\n\n")
    if len(parts) > FIRST + LAST:
        parts = [*parts[:FIRST], "…", *parts[-LAST:]]
    return "\n\n".join(parts).split("\n")


def _drawn(lines: list[str]) -> Iterator[str]:
    for count, line in enumerate(lines):
        y = _MARGIN + _LINE * count + _SIZE
        column = 0
        for text, style in _runs(line):
            x, length = _MARGIN + column * _COLUMN, len(text) * _COLUMN
            column += len(text)
            if text.strip():
                yield (
                    f'<text x="{x:.1f}" y="{y}" textLength="{length:.1f}"{style}>'
                    f"{escape(text)}</text>"
                )


def _runs(line: str) -> Iterator[tuple[str, str]]:
    """The parts of a line that look alike, each with its attributes."""
    style = ""
    for count, part in enumerate(_SGR.split(line)):
        if count % 2:
            style = "" if part in ("", "0") else style + _attribute(part)
            continue
        for _, run in groupby(part, lambda sign: sign == " "):
            yield "".join(run), style


def _attribute(code: str) -> str:
    """What a code for colour or weight is in SVG."""
    if code == "1":
        return ' class="bold"'
    number = int(code.removeprefix("38;5;"))
    red, rest = divmod(number - 16, 36)
    parts = [_CUBE[part] for part in (red, rest // 6, rest % 6)] if number < _GREYS else []
    parts = parts or [8 + 10 * (number - _GREYS)] * 3
    return f' style="fill:#{bytes(parts).hex()}"'
