"""An example of a rule as a salesperson reads it: its steps, with the words in question marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadence_lint import checks
from cadence_lint.formats import read
from cadence_lint.output.terminal import cut, hang, one_line, safe, width_of
from cadence_lint.output.words import step_words
from cadence_lint.source import Source, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cadence_lint.finding import Finding
    from cadence_lint.linting.results import FileResult, Step
    from cadence_lint.output.terminal import Look
    from cadence_lint.rulebook.rule_file import Example, Rule
    from cadence_lint.sequence import Message, Sequence, Touch
    from cadence_lint.source import Text

Cell = tuple[str, bool]
"""A sign, and whether it is marked."""

_INDENT = 4
_LABELS = {
    "subject": "Subject: ",
    "body": "",
    "script": "On the call: ",
    "voicemail": "Voicemail: ",
}
_STYLE = "yellow"


def example_lines(rule: Rule, example: Example, result: FileResult, look: Look) -> Iterator[str]:
    """An example, with the words marked that the result of linting it points at."""
    source = Source("example", example.sequence)
    sequences = read(source, is_named=True).sequences
    marked = [span for finding in result.findings for span in _spans(source, finding)]
    if example.settings:
        yield from _faint("in cadence-lint.yaml:", look)
        yield from _raw(Source("settings", example.settings), [], look)
        yield ""
    check = checks.find_check(rule.check)
    is_about_file = check is not None and check.SCOPE == "remark"
    if is_about_file or len(sequences) != 1 or sequences[0].format != "native":
        yield from _raw(source, marked, look)
        return
    sequence = sequences[0]
    yield from _raw(source, marked, look, _header(source, sequence))
    about = {touch for finding in result.findings for touch in _touches(finding)}
    for step, touch in zip(result.sequences[0].steps, sequence.touches, strict=True):
        is_about = touch.number in about
        yield from _touch(step, touch, marked, look, is_whole=is_about or not about)


def _spans(source: Source, finding: Finding) -> Iterator[Span]:
    for place in [item.place for item in finding.evidence] or [finding.place]:
        start = source.line_starts[place.line - 1] + place.column - 1
        yield Span(start, source.line_starts[place.end_line - 1] + place.end_column - 1)


def _touches(finding: Finding) -> set[int | None]:
    """The steps that a finding points at; one about the whole plan points at none."""
    return {finding.touch, *(item.touch for item in finding.evidence)} - {None}


def _faint(text: str, look: Look) -> Iterator[str]:
    for line in hang("", text, look.width, _INDENT):
        yield look.paint("dim", line)


# What stands in the file


def _header(source: Source, sequence: Sequence) -> list[int]:
    """The lines that say something of the whole sequence."""
    taken: set[int] = set()
    for touch in sequence.touches:
        place = source.place(touch.span)
        taken.update(range(place.line, place.end_line + 1))
    lines = [line for line in range(1, len(source.line_starts) + 1) if line not in taken]
    return [line for line in lines if _says_something(source.line_text(line))]


def _says_something(line: str) -> bool:
    """Whether a line is more than white space, or the key that the steps stand under."""
    return bool(line.strip()) and line.strip() not in ("touches:", "steps:", "-")


def _raw(
    source: Source, marked: list[Span], look: Look, wanted: Iterable[int] | None = None
) -> Iterator[str]:
    lines = range(1, len(source.line_starts) + 1) if wanted is None else wanted
    for line in lines:
        start, text = source.line_starts[line - 1], source.line_text(line)
        indent = len(text) - len(text.lstrip())
        cells = [
            (safe(sign), any(span.start <= at < span.end for span in marked))
            for at, sign in enumerate(text, start)
        ]
        if cells[indent:]:
            yield from _marked(cells[indent:], look, _INDENT + indent)


# Steps


def _touch(
    step: Step, touch: Touch, marked: list[Span], look: Look, *, is_whole: bool
) -> Iterator[str]:
    """A step and its copy; of one that is not in question, only how its copy begins."""
    texts = [text for message in touch.messages for text in message.parts.values()]
    copy = [text.span(0, len(text.value)) for text in texts]
    is_marked = any(
        touch.span.holds(span) and not any(part.holds(span) for part in copy) for span in marked
    )
    lines = hang("", " · ".join((step_words(step), *_more(touch))), look.width, _INDENT)
    if is_marked:
        lines[0] = f"  • {lines[0][_INDENT:]}"
    yield from (look.paint(_STYLE if is_marked else "dim", line) for line in lines)
    for message in touch.messages:
        yield from _message(message, marked, look, is_whole=is_whole)


def _more(touch: Touch) -> Iterator[str]:
    """What a step's head does not say by itself."""
    if touch.minute is not None:
        yield "{:02}:{:02}".format(*divmod(touch.minute, 60))
    if touch.manual:
        yield "by hand"


def _message(message: Message, marked: list[Span], look: Look, *, is_whole: bool) -> Iterator[str]:
    indent = _INDENT + 2
    for name, text in message.parts.items():
        label = f"Version {message.variant}: " if message.variant and name != "subject" else ""
        label += _LABELS[name]
        if not is_whole:
            first = one_line(text.value.strip().partition("\n")[0])
            yield look.paint("dim", " " * indent + cut(label + first, look.width - indent))
            continue
        cells: list[Cell] = [(sign, False) for sign in label]
        for sign, is_marked in _cells(text, marked):
            if sign == "\n":
                yield from _marked(cells, look, indent)
                cells = []
            else:
                cells.append((safe(sign), is_marked))
        if cells:
            yield from _marked(cells, look, indent)


def _cells(text: Text, marked: list[Span]) -> Iterator[Cell]:
    end = len(text.value.rstrip())
    for at, sign in enumerate(text.value[:end]):
        span = text.span(at, at + 1)
        yield sign, any(each.start < span.end and span.start < each.end for each in marked)


def _marked(cells: list[Cell], look: Look, indent: int) -> Iterator[str]:
    """Signs in as many rows as they take, each with its marks below it."""
    room = max(look.width - indent, 20)
    if not cells:
        yield ""
    while cells:
        end = _row_end(cells, room)
        row, cells = cells[:end], cells[end:]
        while row and row[-1][0] == " ":
            row.pop()
        yield " " * indent + "".join(sign for sign, _ in row)
        marks = "".join((" ", "~")[is_marked] * width_of(sign) for sign, is_marked in row).rstrip()
        if marks:
            yield " " * indent + look.paint(_STYLE, marks)


def _row_end(cells: list[Cell], room: int) -> int:
    """Where a row ends: after the last word that fits."""
    used = end = 0
    while end < len(cells) and used + width_of(cells[end][0]) <= room:
        used += width_of(cells[end][0])
        end += 1
    if end == len(cells) or cells[end][0] == " ":
        return min(end + 1, len(cells))
    space = next((at for at in range(end - 1, 0, -1) if cells[at][0] == " "), None)
    return end if space is None else space + 1
