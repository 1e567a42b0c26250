"""What people type wrongly in YAML, and the line as it should be.

YAML's own words help nobody who writes sequences. A correction is shown only when it has been
tried and carries the reading further.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import chain, islice

from cadence_lint.formats import keys
from cadence_lint.formats.alignment import Lines, Shift
from cadence_lint.formats.excerpt import excerpt
from cadence_lint.formats.intake import quoted
from cadence_lint.patterns import regex
from cadence_lint.record import Record
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
_COMMENT = r"(?<![ \t])(?P<comment>[ \t]+#(?:[ \t](?s:.*))?)?[ \t]*"
_VALUE = regex(rf"(?P<before>[ \t]*+(?:-[ \t]++)*+[\w \"'-]+?:[ \t]++)(?P<value>\S.*?){_COMMENT}")
_ITEM = regex(rf"(?P<before>[ \t]*-[ \t]+)(?P<value>\S.*?){_COMMENT}")
_KEY = regex(
    r"(?P<indent>[ \t]*(?:-[ \t]+)*)"
    r"(?P<key>[\"'“”]?\w[\w/ -]*?[\"'“”]?)"
    r"(?P<value>(?<![ \t])[ \t]*:(?:[ \t].*)?)?"
)
_LOOSE_KEY = regex(
    r"(?P<indent>[ \t]*(?:-[ \t]+)*)(?P<key>\w[\w-]*)(?:[ \t]*[:=：][ \t]*|[ \t]+)(?P<value>\S.*)"
)
_GLUED_KEY = regex(r"(?P<indent>[ \t]*(?:-[ \t]+)*)(?P<key>\w[\w/-]*):(?P<value>[^\s/:].*)")
"""A key whose value follows without a space: `day:1`, and no `https://`."""
_BLOCK_MARK = regex(r"[|>][-+\d]{0,2}")
_PAIR = regex(r"(?P<key>[\w-]+):[ \t]+(?P<value>\S.*?)(?P<next>,[ \t]*(?=[\w-]+:[ \t])|$)")
"""A key and its value within `{ }`, up to the next key."""
_NEEDS_QUOTES = regex(r"[-?:,\[\]{}#&*!|>'\"%@`]|.*:(?:[ \t]|$)|.*[ \t]#")
_HIDDEN_LINE_END = regex("[\x85\u2028\u2029]")
_IN_QUOTES = regex(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'")
_COPY = frozenset(
    name for key in ("subject", "body", "script", "voicemail") for name in keys.TOUCH_NAMES[key]
)
_KNOWN = frozenset(
    name
    for table in (keys.HEADER_NAMES, keys.AUDIENCE_NAMES, keys.TOUCH_NAMES, keys.VARIANT_NAMES)
    for names in table.values()
    for name in names
) | frozenset(keys.LIST_NAMES)
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


class _Correction(Record):
    """Lines that are put in the place of others."""

    first: int
    last: int
    lines: str
    remedy: str
    says_what: bool = True
    """Whether it has to be said what YAML stumbled over, since the remedy does not."""


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
    return Fault(f"this is no YAML that can be read: {what}; {_REMEDY}", fault.span)


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
    lines = Lines(part, None if is_strict else _may_be_key)
    shifts = chain(lines.odd(line), lines.around(line, _LINES_ABOVE))
    found = _first_sound(part, map(_shifted, shifts), is_sound)
    is_good = found and (part is source or is_sound(_corrected(source, found)))
    return Fault(found.remedy, _said(source, found.first)) if found and is_good else None


def _is_too_long(source: Source) -> bool:
    return len(source.text) > _LONGEST or len(source.line_starts) > _MOST_LINES


def _correction(
    source: Source, error: YamlError, is_sound: IsSound | None, *, is_strict: bool
) -> _Correction | None:
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


def _holds(source: Source, part: Source, correction: _Correction, error: YamlError) -> bool:
    """Whether what was found in a part carries the reading of the whole file further."""
    lines = range(correction.first, correction.last + 1)
    is_all_there = all(part.line_text(each) == source.line_text(each) for each in lines)
    return is_all_there and _goes_further(source, correction, error.began or error.fault.span)


def _sound(
    source: Source, error: YamlError, is_sound: IsSound | None, *, is_strict: bool
) -> _Correction | None:
    """The likeliest correction that makes the whole file good."""
    suspects = _suspects(source, error)
    if is_sound is None or not suspects:
        return None
    lines = Lines(source, None if is_strict else _may_be_key)
    likely = chain(
        map(_shifted, lines.odd(suspects[0])),
        _in_lines(source, suspects),
        _without_colons(source, suspects if is_strict else []),
        map(_shifted, lines.around(suspects[0], _LINES_AROUND)),
        _of_several_lines(source, suspects),
    )
    return _first_sound(source, likely, is_sound)


def _further(source: Source, error: YamlError) -> _Correction | None:
    """The likeliest correction with which YAML gets further."""
    suspects = _suspects(source, error)
    likely = chain(_in_lines(source, suspects), _of_several_lines(source, suspects))
    began = error.began or error.fault.span
    tried = islice(likely, _most(source))
    return next((each for each in tried if _goes_further(source, each, began)), None)


def _may_be_key(name: str) -> bool:
    """Whether what stands before a colon is rather a key than the beginning of a sentence."""
    return keys.fold(name) in _KNOWN or (name.isidentifier() and name[0].islower())


def _shifted(shift: Shift) -> _Correction:
    return _Correction(shift.first, shift.last, shift.lines, shift.remedy, says_what=False)


def _first_sound(
    source: Source, corrections: Iterable[_Correction], is_sound: IsSound
) -> _Correction | None:
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


def _in_lines(source: Source, lines: list[int]) -> Iterator[_Correction]:
    for line in lines:
        if found := _GLUED_KEY.fullmatch(source.line_text(line)):
            yield _written(line, f"{found['indent']}{found['key']}: {found['value']}")
    for line in lines:
        yield from _in_line(source, line)


def _of_several_lines(source: Source, lines: list[int]) -> Iterator[_Correction]:
    for line in lines:
        yield from _without_tabs(source, line)
        yield from _as_block(source, line)
    for line in lines:
        yield from _beside_the_key_above(source, line)


def _without_colons(source: Source, lines: list[int]) -> Iterator[_Correction]:
    """Lines whose first word may be a key, if it is one that the file can have."""
    for line in lines:
        if found := _LOOSE_KEY.fullmatch(source.line_text(line)):
            yield _written(line, f"{found['indent']}{found['key']}: {found['value']}")


def _written(line: int, corrected: str) -> _Correction:
    return _Correction(line, line, corrected, f"write the line as: {corrected.strip()}")


def _indented(line: int, indented: str) -> _Correction:
    width = len(indented) - len(indented.lstrip(" "))
    spaces = "1 space" if width == 1 else f"{width} spaces"
    remedy = f"write the line with {spaces} in front: {indented.strip()}"
    return _Correction(line, line, indented, remedy)


def _in_line(source: Source, line: int) -> Iterator[_Correction]:
    """A line as it may be meant, by itself."""
    text = source.line_text(line)
    for indented in _indentations(source, line, text):
        yield _indented(line, indented)
    for corrected in (*_quotations(text), *_separations(text)):
        if corrected != text:
            yield _written(line, corrected)


def _indentations(source: Source, line: int, text: str) -> Iterator[str]:
    stripped = text.lstrip()
    indent = text[: len(text) - len(stripped)]
    if "\t" in indent:
        yield indent.replace("\t", "  ") + stripped
    found = _KEY.fullmatch(text)
    if "\t" in indent or (found and keys.fold(found["key"]) in _KNOWN):
        for above in range(line - 1, 0, -1):
            other = _KEY.fullmatch(source.line_text(above))
            if other and keys.fold(other["key"]) in _KNOWN:
                yield " " * len(other["indent"]) + stripped
                return


def _beside_the_key_above(source: Source, line: int) -> Iterator[_Correction]:
    """A key of any name, where the key above it stands."""
    text = source.line_text(line)
    if (found := _KEY.fullmatch(text)) and found["value"]:
        for above in range(line - 1, 0, -1):
            other = _KEY.fullmatch(source.line_text(above))
            if other and other["value"]:
                width = len(other["indent"])
                if other["value"].strip() != ":" and width != len(found["indent"]):
                    yield _indented(line, " " * width + text.lstrip())
                return


def _without_tabs(source: Source, line: int) -> Iterator[_Correction]:
    """All the lines in a row that are indented with tabs, with spaces instead."""
    lines: list[str] = []
    while line + len(lines) <= len(source.line_starts):
        text = source.line_text(line + len(lines))
        stripped = text.lstrip()
        indent = text[: len(text) - len(stripped)]
        if "\t" not in indent:
            break
        lines.append(indent.replace("\t", "  ") + stripped)
    if lines:
        remedy = f"write two spaces for each tab, here and in the lines below: {lines[0].strip()}"
        yield _Correction(line, line + len(lines) - 1, "\n".join(lines), remedy)


def _quotations(text: str) -> Iterator[str]:
    key = _KEY.fullmatch(text)
    is_known = key is not None and keys.fold(key["key"]) in _KNOWN
    for pattern in (_VALUE, _ITEM) if is_known else (_ITEM, _VALUE):
        found = pattern.fullmatch(text)
        if found and not _BLOCK_MARK.fullmatch(found["value"]):
            value, comment = found["value"], found["comment"] or ""
            if key is None or keys.fold(key["key"]) not in _COPY:
                inner = list(_in_brackets(value))
                for corrected in inner:
                    yield found["before"] + corrected + comment
                if inner:
                    continue
            if value[0] in "\"'":
                yield found["before"] + value + value[0] + comment
            yield found["before"] + quoted(_unquoted(value)) + comment


def _in_brackets(value: str) -> Iterator[str]:
    """A list or keys in brackets, with quotes around what needs them."""
    closing = {"[": "]", "{": "}"}.get(value[0], "")
    inner = value[1:].removesuffix(closing).strip() if closing else ""
    if closing == "}" and value.endswith("}"):
        pairs = list(_PAIR.finditer(inner))
        if pairs and pairs[0].start() == 0:
            said = (f"{each['key']}: {_in_need(each['value'])}{each['next']}" for each in pairs)
            yield "{" + "".join(said) + "}"
    elif closing == "]" and inner and not inner.startswith(("[", "{")) and "]" not in inner:
        if not value.endswith("]"):
            yield f"[{inner}]"
        said = (_in_need(each.strip().strip("\"'")) for each in inner.split(",") if each.strip())
        yield "[" + ", ".join(said) + "]"


def _in_need(value: str) -> str:
    """A value within brackets, in quotes where YAML would read it as something else."""
    is_nested = (value[0], value[-1]) in (("[", "]"), ("{", "}")) and not value.startswith("{{")
    if is_nested or _IN_QUOTES.fullmatch(value) or not _NEEDS_QUOTES.match(value):
        return value
    return quoted(_unquoted(value))


def _unquoted(value: str) -> str:
    is_quoted = len(value) > 1 and value[0] == value[-1] and value[0] in "\"'"
    return value[1:-1] if is_quoted else value


def _separations(text: str) -> Iterator[str]:
    """A key and its value with the colon and the space between them."""
    found = _LOOSE_KEY.fullmatch(text)
    if found and keys.fold(found["key"]) in _KNOWN and not _BLOCK_MARK.fullmatch(found["value"]):
        for value in (found["value"], quoted(_unquoted(found["value"]))):
            yield f"{found['indent']}{found['key']}: {value}"


def _as_block(source: Source, line: int) -> Iterator[_Correction]:
    """A text of several lines, written below a `|`."""
    for first in range(line, 0, -1):
        found = _KEY.fullmatch(source.line_text(first))
        if not found or keys.fold(found["key"]) not in _KNOWN:
            continue
        if found["value"] is None or keys.fold(found["key"]) not in _COPY:
            return
        indent = " " * (len(found["indent"]) + 2)
        said = found["value"].strip().removeprefix(":").strip()
        texts = [] if not said or _BLOCK_MARK.fullmatch(said) else [_unquoted(said)]
        last = _end_of_text(source, first, len(found["indent"]))
        texts += [source.line_text(each).strip() for each in range(first + 1, last + 1)]
        head = f"{found['indent']}{found['key']}: |"
        lines = "\n".join([head, *(indent + text if text else "" for text in texts)])
        remedy = (
            f"write the text below a line with `{head.strip()}`,"
            f" each of its lines with {len(indent)} spaces in front"
        )
        yield _Correction(first, last, lines, remedy)
        return


def _end_of_text(source: Source, first: int, indent: int) -> int:
    """The last line before one that is a key again."""
    line = first
    while line < len(source.line_starts):
        found = _KEY.fullmatch(source.line_text(line + 1))
        is_key = found and found["value"] is not None and keys.fold(found["key"]) in _KNOWN
        if found and is_key and (len(found["indent"]) <= indent or "-" in found["indent"]):
            break
        line += 1
    return line


def _said(source: Source, line: int) -> Span:
    """A line without its indentation."""
    start, end = _line_span(source, line)
    return Span(end - len(source.text[start:end].lstrip()), end)


def _line_span(source: Source, line: int) -> Span:
    start = source.line_starts[line - 1]
    return Span(start, start + len(source.line_text(line)))


def _goes_further(source: Source, correction: _Correction, began: Span) -> bool:
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


def _corrected(source: Source, correction: _Correction) -> Source:
    start = _line_span(source, correction.first).start
    end = _line_span(source, correction.last).end
    return Source(source.path, source.text[:start] + correction.lines + source.text[end:])
