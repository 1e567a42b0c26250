"""Lines of copy as they stand in the file, with the words in question marked below them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadence_lint.output.terminal import safe, signs, width_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cadence_lint.finding import Evidence
    from cadence_lint.linting.results import Step
    from cadence_lint.output.terminal import Look

Cell = tuple[str, bool, int]
"""A sign as it is shown, whether it is marked, and how many columns it takes."""

_ROWS = 3
_LEAD = 40
"""How many columns of a long line may stand before the first marked word."""


def is_copy(item: Evidence, step: Step | None) -> bool:
    """Whether evidence is words to show, and no day, time or channel."""
    quote = " ".join(item.quote.casefold().split())
    known = {step.channel, step.action, step.label, f"{step.channel} {step.action}"} if step else ()
    return any(sign.isalpha() for sign in quote) and quote not in known


def excerpt(items: list[Evidence], look: Look, style: str, indent: int) -> list[str]:
    """The line on which the first of some evidence stands, and those on which it goes on.

    All that stands on these lines is marked.
    """
    room = max(look.width - indent - 3, 20)
    rows = [
        (f"{line}" if count == 0 else "", *row)
        for line, cells in _lines(items)
        for count, row in enumerate(_rows(cells, room))
    ]
    if len(rows) > _ROWS and not rows[_ROWS - 1][1].endswith("…"):
        number, text, marks = rows[_ROWS - 1]
        rows[_ROWS - 1] = (number, f"{text} …", marks)
    lines = []
    for number, text, marks in rows[:_ROWS]:
        lines.append(f"{look.paint('dim', f'{number:>{indent}} │')} {text}")
        if marks:
            lines.append(f"{look.paint('dim', ' ' * indent + ' │')} {look.paint(style, marks)}")
    return lines


def _lines(items: list[Evidence]) -> Iterator[tuple[int, list[Cell]]]:
    first = items[0]
    line = first.place.line
    yield line, _cells(first.line_text, list(_ranges(items, line)))
    _, *others = first.text.splitlines() or [""]
    full = {item.place.line: item.line_text for item in items}
    for count, text in enumerate(others, 1):
        ranges = [(0, len(text)), *_ranges(items, line + count)]
        yield line + count, _cells(full.get(line + count, text), ranges)


def _ranges(items: list[Evidence], line: int) -> Iterator[tuple[int, int]]:
    """The columns, from 0, that are marked on a line."""
    for item in items:
        place = item.place
        if place.line == line:
            end = place.end_column - 1 if place.end_line == line else len(item.line_text)
            yield place.column - 1, max(end, place.column)


def _cells(line: str, ranges: list[tuple[int, int]]) -> list[Cell]:
    """The signs of a line as they are shown, each with whether it is marked."""
    cells: list[Cell] = []
    at = 0
    for sign in line if line.isascii() else (sign for sign, _ in signs(line)):
        end = at + len(sign)
        is_marked = any(start < end and at < stop for start, stop in ranges)
        if len(sign) == 1 and " " <= sign <= "~":
            cells.append((sign, is_marked, 1))
        else:
            shown = safe(sign)
            cells.append((shown, is_marked, width_of(shown)))
        at = end
    while cells and not cells[0][0].strip():
        cells.pop(0)
    while cells and not cells[-1][0].strip():
        cells.pop()
    return cells


def _rows(cells: list[Cell], room: int) -> Iterator[tuple[str, str]]:
    """The rows that the marked words need, each with the marks that stand below it."""
    start = _start(cells, room)
    is_first, count = True, 0
    last_mark = max((at for at, (_, marked, _) in enumerate(cells) if marked), default=0)
    while start < len(cells) and count < _ROWS:
        lead = "" if is_first and start == 0 else "… " if is_first else ""
        end = _row_end(cells, start, room - len(lead) - 2)
        is_last = end > last_mark or count == _ROWS - 1
        tail = " …" if is_last and end < len(cells) else ""
        row = cells[start:end]
        text = lead + "".join(sign for sign, _, _ in row).rstrip() + tail
        marks = " " * len(lead) + "".join(
            ("~" if marked else " ") * width for _, marked, width in row
        )
        yield text, marks.rstrip()
        if is_last:
            return
        start, is_first, count = end, False, count + 1


def _start(cells: list[Cell], room: int) -> int:
    """Where a long line is taken up: a few words before the first marked one."""
    first = next((at for at, (_, marked, _) in enumerate(cells) if marked), 0)
    if first <= min(_LEAD, room // 2) or len(cells) <= room:
        return 0
    start = first - min(_LEAD, room // 2)
    while start < first and cells[start][0] != " ":
        start += 1
    return start + 1 if start < first else first


def _row_end(cells: list[Cell], start: int, room: int) -> int:
    """Where a row ends: after the last word that fits."""
    used, at = 0, start
    while at < len(cells) and used + cells[at][2] <= room:
        used += cells[at][2]
        at += 1
    if at == len(cells):
        return at
    space = at
    while space > start and cells[space][0] != " ":
        space -= 1
    return space + 1 if space > start else max(at, start + 1)
