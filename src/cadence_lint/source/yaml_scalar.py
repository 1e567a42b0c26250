"""Where each character of a YAML scalar stands in its source.

PyYAML gives a scalar's value and the range of its text, not which character came from where.
Since the value is known, the text is read once more along it: `_along` walks both, and every
difference between them (indentation, a folded line end, an escape) becomes a run of its own.
"""

from __future__ import annotations

import re

from cadence_lint.patterns import regex
from cadence_lint.source import Run, Span

_BREAKS = "\n\r\x85\u2028\u2029"
_BREAK = regex(f"\r\n|[{_BREAKS}]")
_PROPERTIES = regex(
    rf"(?:(?:!<[^>]*>|![^\s,\[\]{{}}]*|&[\w-]+)(?:[ \t]|\r\n|[{_BREAKS}]|#[^{_BREAKS}]*+)*+)*"
)
"""An anchor and a tag before the value, with the comments between them."""
_ORDINARY = {
    "": regex(f"[^ \t{_BREAKS}]+"),
    "'": regex(f"[^' \t{_BREAKS}]+"),
    '"': regex(f"[^\\\\ \t{_BREAKS}]+"),
}
"""Characters of each style that stand for themselves, come what may."""
_BLANKS = regex(r"[ \t]*")
_FOLD = regex(rf"[ \t]*+((?:(?:\r\n|[{_BREAKS}])[ \t]*+)+)")
_ESCAPE = regex(
    r"\\(?:x[0-9A-Fa-f]{2}|u[dD][89abAB][0-9A-Fa-f]{2}\\u[dD][c-fC-F][0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}"
    r"|U[0-9A-Fa-f]{8}|.)",
    re.DOTALL,
)
_CONTINUATION = regex(rf"\\(?:\r\n|[{_BREAKS}])[ \t]*")
_SAID = {"\u2028": "\u2028", "\u2029": "\u2029"}
"""What a line end is in the value: itself for these two, a line feed for all others."""
_FIRST_TEXT = regex("(?:^|(?<=[\n\u2028\u2029]))( *)[^ \n\u2028\u2029]")
_SPACES = regex(" *")


def block_content(text: str, span: Span) -> int:
    """The offset at which the content of a block scalar starts: after the line of its `|`."""
    found = _BREAK.search(text, _after_properties(text, span))
    return found.end() if found else len(text)


def scalar_runs(text: str, span: Span, value: str, style: str | None) -> list[Run]:
    """The runs of a scalar that stands at `span` of `text`, in order, without gaps."""
    start, end = _after_properties(text, span), span.end
    if style in ("'", '"'):
        start, end = start + 1, end - 1
    if not value:
        return [Run(0, 0, start, start, True)]
    if style in ("|", ">"):
        walk = _Walk(text, len(text), value)
        position = block_content(text, span)
        return walk.plain_block(position) or walk.block(position)
    if text[start:end] == value:
        return [Run(0, len(value), start, end, True)]
    return _Walk(text, end, value).flow(start, style or "")


def _after_properties(text: str, span: Span) -> int:
    found = _PROPERTIES.match(text, *span)
    return found.end() if found else span.start


class _Walk:
    """Reads a scalar's text along its known value."""

    def __init__(self, text: str, end: int, value: str) -> None:
        self.text = text
        self.end = end
        self.value = value
        self.runs: list[Run] = []
        self.at = 0

    def _take(self, length: int, start: int, end: int) -> None:
        """Say that the next `length` characters of the value were read from `start` to `end`."""
        if not length:
            return
        verbatim = self.text[start:end] == self.value[self.at : self.at + length]
        last = self.runs[-1] if self.runs else None
        if verbatim and last and last.verbatim and last.end == start:
            self.runs[-1] = Run(last.at, last.length + length, last.start, end, True)
        else:
            self.runs.append(Run(self.at, length, start, end, verbatim))
        self.at += length

    def _take_break(self, start: int, end: int, *, alone: bool = True) -> None:
        """Take a line end as the value has it: kept, folded into a space, or swallowed.

        Only one that stands alone, without blank lines after it, folds into a space.
        """
        said = self.value[self.at : self.at + 1]
        if (alone and said == " ") or said == _SAID.get(self.text[start:end], "\n"):
            self._take(1, start, end)

    # Literal and folded blocks

    def plain_block(self, position: int) -> list[Run]:
        """Read a block whose lines are kept as they are written; none where some are not."""
        indent = self._indent(position)
        text, runs, at = self.text, [], 0
        for line in self.value.splitlines(keepends=True):
            start = position if line == "\n" else position + indent
            if text[position:start].strip(" ") or not text.startswith(line, start):
                return []
            runs.append(Run(at, len(line), start, start + len(line), True))
            at += len(line)
            position = start + len(line)
        return runs

    def block(self, position: int) -> list[Run]:
        """Read a block's lines: strip the indentation, keep or fold the line ends."""
        indent = self._indent(position)
        while self.at < len(self.value) and position < self.end:
            line_end, next_line = self._line(position)
            content = min(position + indent, line_end)
            length = min(line_end - content, len(self.value) - self.at)
            self._take(length, content, content + length)
            if self.at < len(self.value):
                self._take_break(line_end, next_line)
            position = next_line
        return self.runs

    def _indent(self, position: int) -> int:
        """How many columns the block is indented: its first line tells, beside its value."""
        said = _FIRST_TEXT.search(self.value)
        widest = 0
        while position < self.end:
            line_end, next_line = self._line(position)
            spaces = _SPACES.match(self.text, position, line_end)
            width = spaces.end() - position if spaces else 0
            if position + width < line_end:
                return width - len(said[1]) if said else widest - self._widest_blank()
            widest = max(widest, width)
            position = next_line
        return widest - self._widest_blank()

    def _widest_blank(self) -> int:
        """In a value of white space alone, the spaces of its longest line."""
        return max(map(len, _BREAK.split(self.value)))

    def _line(self, position: int) -> tuple[int, int]:
        """Where the line that starts at `position` ends, and where the next one starts."""
        found = _BREAK.search(self.text, position, self.end)
        return found.span() if found else (self.end, self.end)

    # Plain and quoted scalars

    def flow(self, position: int, style: str) -> list[Run]:
        """Read a plain or quoted scalar: folded line ends, escapes, doubled quotes."""
        while self.at < len(self.value) and position < self.end:
            position = self._flow_step(position, style)
        return self.runs

    def _flow_step(self, position: int, style: str) -> int:
        """Read what starts at `position`, and say where it ends."""
        if fold := _FOLD.match(self.text, position, self.end):
            self._fold(fold)
            return fold.end()
        if style == '"' and (continuation := _CONTINUATION.match(self.text, position, self.end)):
            # A line that ends in a backslash goes on without a space.
            return continuation.end()
        verbatim = _ORDINARY[style].match(self.text, position, self.end)
        found = verbatim or _BLANKS.match(self.text, position, self.end)
        if found and found[0]:
            self._take(len(found[0]), *found.span())
            return found.end()
        escape = _ESCAPE.match(self.text, position, self.end) if style == '"' else None
        end = escape.end() if escape else position + 2  # otherwise a quotation mark, doubled
        self._take(1, position, end)
        return end

    def _fold(self, fold: re.Match[str]) -> None:
        breaks = list(_BREAK.finditer(self.text, *fold.span()))
        for found in breaks:
            if self.at < len(self.value):
                self._take_break(*found.span(), alone=len(breaks) == 1)
