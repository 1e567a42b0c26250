"""A fault of YAML's in plain words, with the line as it should be.

YAML's own words help nobody who writes sequences. A correction is shown only when it has been
tried and carries the reading further; of a long file only the part at fault is tried first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import chain, islice

from cadence_lint.formats.alignment import Lines, Shift
from cadence_lint.formats.excerpt import excerpt
from cadence_lint.formats.slips import (
    Correction,
    in_lines,
    may_be_key,
    of_several_lines,
    with_line_ends,
    with_lost_signs,
    without_colons,
)
from cadence_lint.patterns import regex
from cadence_lint.source import Fault, Source, Span
from cadence_lint.source.yaml_tree import YamlError, check_syntax

_LONGEST = 200_000
"""Characters of a file beyond which no corrections are tried."""
_LONGEST_LINE = 1000
_LINES_ABOVE = 3
_LINES_AROUND = 40
"""Lines around one at which YAML stumbled of which any may be out of line."""
_MOST_LINES = 15_000
"""Lines of a file beyond which none are tried either."""
_MOST_TRIED = 1_500_000
"""Work that goes into corrected files to find a good one: as much as a character costs is 1."""
_WORK_OF_LINE = 3
_WORK_OF_VALUE = 20
_END_OF_VALUE = regex(r"\S[,:\r\n]")
_HIDDEN_LINE_END = regex("[\x85\u2028\u2029]")
_TAB = "a tab stands where YAML wants spaces"
_PLAIN_WORDS = (
    ("mapping values are not allowed", "a colon with a space after it starts a new key"),
    ("'\\t'", _TAB),
    ("tab character", _TAB),
    ("cannot start any token", "a value cannot start with this character"),
    ("could not find expected ':'", "this is neither `key: value` nor part of the text above"),
    ("unexpected end of stream", "a quotation mark or bracket is never closed"),
    ("unexpected document indicator", "a quotation mark or bracket is never closed"),
    ("unknown escape character", 'a \\ within "…" starts an escape, and this is none'),
    ("Unicode character escape", 'a \\ within "…" starts an escape, and this is none'),
    ("did not find expected", "the quotation marks, brackets or indentation do not fit"),
    ("not allowed in this context", "a value cannot start with this character"),
    ("scanning a directive", "a line that starts with % is an order to YAML"),
)
_STUMBLED = "YAML cannot read on from here"
_REMEDY = (
    "put a text with special characters in quotes, or write it after `|`, on lines of its own;"
    " indent with spaces"
)
_JSON = regex(r"\s*+[\[{]\s*+[\"{\[]")
_REMEDY_OF_JSON = (
    "look for a comma, a quotation mark or a bracket that is missing here or just above"
)

IsSound = Callable[[Source], bool]


def explain(
    source: Source, error: YamlError, is_sound: IsSound | None = None, *, is_strict: bool = False
) -> Fault:
    """A fault of YAML's in plain words, with the corrected line where one can be found.

    `is_sound` says whether a file is good in all respects: a correction that makes it so comes
    before one that only carries the reading further. In a strict file all that looks like a key
    is meant as one.
    """
    fault = error.fault
    if error.began is None:
        return fault
    if hidden := _hidden_line_end(source, fault):
        return hidden
    what = next((said for known, said in _PLAIN_WORDS if known in fault.message), _STUMBLED)
    if source.text.startswith("\t", fault.span.start):
        what = _TAB
    found = _correction(source, error, is_sound, is_strict=is_strict)
    if found is not None:
        said = f"{what}; " if found.says_what else ""
        return Fault(f"{said}{found.remedy}", _said(source, found.first))
    remedy = _REMEDY_OF_JSON if _JSON.match(source.text) else _REMEDY
    return Fault(f"this is no YAML that can be read: {what}; {remedy}", fault.span)


def _hidden_line_end(source: Source, fault: Fault) -> Fault | None:
    """The character that ends a line for YAML, and shows as none, if nothing else is wrong."""
    hidden = list(_HIDDEN_LINE_END.finditer(source.text, 0, fault.span.start))
    if not hidden:
        return None
    try:
        check_syntax(Source(source.path, _HIDDEN_LINE_END.sub(" ", source.text)))
    except YamlError:
        return None
    message = (
        f"YAML takes the character U+{ord(hidden[-1][0]):04X} for a line end, and nobody can see"
        " it: put a line end that can be seen, or a space, in its place"
    )
    return Fault(message, Span(*hidden[-1].span()))


def realigned(
    source: Source, line: int, is_sound: IsSound, *, is_strict: bool = True
) -> Fault | None:
    """The line near another that stands too far in or out, if with it mended the file is good."""
    if _is_too_long(source):
        return None
    part = excerpt(source, line)
    if part is not source and is_sound(part):
        part = source
    lines = Lines(part, None if is_strict else may_be_key)
    shifts = chain(lines.odd(line), lines.around(line, _LINES_ABOVE))
    found = _first_sound(part, map(_shifted, shifts), is_sound)
    is_good = found and (part is source or is_sound(_corrected(source, found)))
    return Fault(found.remedy, _said(source, found.first)) if found and is_good else None


def _is_too_long(source: Source) -> bool:
    return len(source.text) > _LONGEST or len(source.line_starts) > _MOST_LINES


def _correction(
    source: Source, error: YamlError, is_sound: IsSound | None, *, is_strict: bool
) -> Correction | None:
    """The likeliest correction, looked for in the part of a long file that is at fault first."""
    if _is_too_long(source):
        return None
    part, stumble = _part(source, error)
    found = _sound(part, stumble, is_sound, is_strict=is_strict) or _further(part, stumble)
    if found and (part is source or _holds(source, part, found, error)):
        return found
    return None


def _part(source: Source, error: YamlError) -> tuple[Source, YamlError]:
    """The part of a file that is at fault, or the whole where YAML does not stumble there too."""
    near = source.line_of((error.began or error.fault.span).start)
    part = excerpt(source, near)
    if part is not source:
        try:
            check_syntax(part)
        except YamlError as stumble:
            if stumble.began and part.line_of(stumble.began.start) == near:
                return part, stumble
    return source, error


def _holds(source: Source, part: Source, correction: Correction, error: YamlError) -> bool:
    """Whether what was found in a part carries the reading of the whole file further."""
    lines = range(correction.first, correction.last + 1)
    is_all_there = all(part.line_text(each) == source.line_text(each) for each in lines)
    return is_all_there and _goes_further(source, correction, error.began or error.fault.span)


def _sound(
    source: Source, error: YamlError, is_sound: IsSound | None, *, is_strict: bool
) -> Correction | None:
    """The likeliest correction that makes the whole file good."""
    suspects = _suspects(source, error)
    if is_sound is None or not suspects:
        return None
    lines = Lines(source, None if is_strict else may_be_key)
    likely = chain(
        map(_shifted, lines.odd(suspects[0])),
        with_lost_signs(source, suspects[0]),
        in_lines(source, suspects),
        with_line_ends(source, suspects),
        without_colons(source, suspects if is_strict else []),
        map(_shifted, lines.around(suspects[0], _LINES_AROUND)),
        of_several_lines(source, suspects),
    )
    return _first_sound(source, likely, is_sound)


def _further(source: Source, error: YamlError) -> Correction | None:
    """The likeliest correction with which YAML gets further."""
    suspects = _suspects(source, error)
    likely = chain(in_lines(source, suspects), of_several_lines(source, suspects))
    began = error.began or error.fault.span
    tried = islice(likely, _most(source))
    return next((each for each in tried if _goes_further(source, each, began)), None)


def _shifted(shift: Shift) -> Correction:
    return Correction(shift.first, shift.last, shift.lines, shift.remedy, says_what=False)


def _first_sound(
    source: Source, corrections: Iterable[Correction], is_sound: IsSound
) -> Correction | None:
    for correction in islice(corrections, _most(source)):
        if is_sound(_corrected(source, correction)):
            return correction
    return None


def _most(source: Source) -> int:
    """How many corrections of a file may be tried."""
    values = len(_END_OF_VALUE.findall(source.text))
    lines = len(source.line_starts)
    work = len(source.text) + _WORK_OF_LINE * lines + _WORK_OF_VALUE * values
    return max(_MOST_TRIED // work, 1)


def _suspects(source: Source, error: YamlError) -> list[int]:
    """The lines that may be wrong, the likeliest first: YAML often stumbles only later."""
    at = source.line_of(error.fault.span.start)
    began = source.line_of(error.began.start) if error.began else at
    above = (line for line in range(at - 1, 0, -1) if source.line_text(line).strip())
    # A quotation mark that is never closed is closed by the next one, however far below.
    before = range(at, max(at - _LINES_AROUND, 0), -1)
    unclosed = (line for line in before if source.line_text(line).count('"') % 2)
    lines = dict.fromkeys([at, began, *islice(above, _LINES_ABOVE), *islice(unclosed, 1)])
    return [line for line in lines if len(source.line_text(line)) <= _LONGEST_LINE]


def _said(source: Source, line: int) -> Span:
    """A line without its indentation."""
    start, end = _line_span(source, line)
    return Span(end - len(source.text[start:end].lstrip()), end)


def _line_span(source: Source, line: int) -> Span:
    start = source.line_starts[line - 1]
    return Span(start, start + len(source.line_text(line)))


def _goes_further(source: Source, correction: Correction, began: Span) -> bool:
    """Whether YAML gets past the corrected lines and past where it stumbled before."""
    end = _line_span(source, correction.last).end
    changed = _corrected(source, correction)
    try:
        check_syntax(changed)
    except YamlError as error:
        stumbled = (error.began or error.fault.span).start
        left_before = len(source.text) - max(began.start, end)
        return len(changed.text) - stumbled < left_before
    return True


def _corrected(source: Source, correction: Correction) -> Source:
    start = _line_span(source, correction.first).start
    end = _line_span(source, correction.last).end
    return Source(source.path, source.text[:start] + correction.lines + source.text[end:])
