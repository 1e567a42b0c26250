"""What people type wrongly in YAML, and the line as it should be.

YAML's own words help nobody who writes sequences. A correction is shown only when it has been
tried and carries the reading further.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cadence_lint.formats.canonical import quoted
from cadence_lint.source import Fault, Source, Span
from cadence_lint.yaml_tree import YamlError, read_tree

if TYPE_CHECKING:
    from collections.abc import Iterator

_VALUE = re.compile(r"(\s*(?:-\s+)*[\w \"'-]+?:\s+)(\S.*?)\s*$")
_ITEM = re.compile(r"(\s*-\s+)(\S.*?)\s*$")
_PLAIN_WORDS = (
    ("mapping values are not allowed", "a colon with a space after it starts a new key"),
    ("'\\t'", "a tab stands where YAML wants spaces"),
    ("tab character", "a tab stands where YAML wants spaces"),
    ("cannot start any token", "a value cannot start with this character"),
    ("could not find expected ':'", "this is neither `key: value` nor part of the text above"),
    ("unexpected end of stream", "a quotation mark or bracket is never closed"),
    ("unexpected document indicator", "a quotation mark or bracket is never closed"),
    ("did not find expected", "the quotation marks, brackets or indentation do not fit"),
)


def explain(source: Source, fault: Fault) -> Fault:
    """A fault of YAML's in plain words, with the corrected line where one can be found."""
    what = next((said for known, said in _PLAIN_WORDS if known in fault.message), fault.message)
    for line, corrected in _corrections(source, source.line_of(fault.span.start)):
        if _goes_further(source, line, corrected, fault):
            start = source.line_starts[line - 1]
            span = Span(start, start + len(source.line_text(line)))
            return Fault(f"{what}; write the line as: {corrected.strip()}", span)
    return Fault(f"this is no YAML that can be read: {what}", fault.span)


def _corrections(source: Source, line: int) -> Iterator[tuple[int, str]]:
    """Lines that may be meant, for the line of the fault and the lines just above it."""
    for number in range(line, max(line - 3, 0), -1):
        if number > len(source.line_starts):
            continue
        text = source.line_text(number)
        if "\t" in text[: len(text) - len(text.lstrip())]:
            yield number, text.replace("\t", "  ")
            above = source.line_text(number - 1) if number > 1 else ""
            yield (
                number,
                above[: len(above) - len(above.lstrip(" -"))].replace("-", " ") + text.strip(),
            )
        for pattern in (_VALUE, _ITEM):
            found = pattern.match(text)
            if found and found[2][0] not in "|>&*":
                yield number, found[1] + quoted(_unquoted(found[2]))


def _unquoted(value: str) -> str:
    for mark in "\"'":
        if len(value) > 1 and value[0] == mark and value[-1] == mark:
            return value[1:-1]
    return value


def _goes_further(source: Source, line: int, corrected: str, fault: Fault) -> bool:
    start = source.line_starts[line - 1]
    end = start + len(source.line_text(line))
    changed = Source(source.path, source.text[:start] + corrected + source.text[end:])
    try:
        read_tree(changed)
    except YamlError as error:
        before = len(source.text) - max(fault.span.start, end)
        after = len(changed.text) - error.fault.span.start
        return after < before
    return True
