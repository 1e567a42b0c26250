"""What people type wrongly in YAML, and the lines as they may be meant.

Each correction is a guess: whoever asks tries them, the likeliest first, until one is good.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadence_lint.formats import keys
from cadence_lint.formats.intake import quoted
from cadence_lint.patterns import regex
from cadence_lint.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cadence_lint.source import Source

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


class Correction(Record):
    """Lines that are put in the place of others."""

    first: int
    last: int
    lines: str
    remedy: str
    says_what: bool = True
    """Whether it has to be said what YAML stumbled over, since the remedy does not."""


def may_be_key(name: str) -> bool:
    """Whether what stands before a colon is rather a key than the beginning of a sentence."""
    return keys.fold(name) in _KNOWN or (name.isidentifier() and name[0].islower())


def in_lines(source: Source, lines: list[int]) -> Iterator[Correction]:
    """Some lines, each by itself."""
    for line in lines:
        if found := _GLUED_KEY.fullmatch(source.line_text(line)):
            yield _written(line, f"{found['indent']}{found['key']}: {found['value']}")
    for line in lines:
        yield from _in_line(source, line)


def of_several_lines(source: Source, lines: list[int]) -> Iterator[Correction]:
    """Some lines together with those around them: tabs, a text in several lines, a key's depth."""
    for line in lines:
        yield from _without_tabs(source, line)
        yield from _as_block(source, line)
    for line in lines:
        yield from _beside_the_key_above(source, line)


def without_colons(source: Source, lines: list[int]) -> Iterator[Correction]:
    """Lines whose first word may be a key, if it is one that the file can have."""
    for line in lines:
        if found := _LOOSE_KEY.fullmatch(source.line_text(line)):
            yield _written(line, f"{found['indent']}{found['key']}: {found['value']}")


def _written(line: int, corrected: str) -> Correction:
    return Correction(line, line, corrected, f"write the line as: {corrected.strip()}")


def _indented(line: int, indented: str) -> Correction:
    width = len(indented) - len(indented.lstrip(" "))
    spaces = "1 space" if width == 1 else f"{width} spaces"
    remedy = f"write the line with {spaces} in front: {indented.strip()}"
    return Correction(line, line, indented, remedy)


def _in_line(source: Source, line: int) -> Iterator[Correction]:
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


def _beside_the_key_above(source: Source, line: int) -> Iterator[Correction]:
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


def _without_tabs(source: Source, line: int) -> Iterator[Correction]:
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
        yield Correction(line, line + len(lines) - 1, "\n".join(lines), remedy)


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
        bare = (each.strip().strip("\"'") for each in inner.split(","))
        said = (_in_need(each) for each in bare if each)
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


def _as_block(source: Source, line: int) -> Iterator[Correction]:
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
        yield Correction(first, last, lines, remedy)
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
