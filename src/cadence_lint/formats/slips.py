"""What people type wrongly in YAML, and the lines as they may be meant.

Each correction is a guess: whoever asks tries them, the likeliest first, until one is good.
"""

from __future__ import annotations

import re
from itertools import islice
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
_ITEM_BEHIND_KEY = regex(
    rf"(?P<key>(?P<indent>[ \t]*)(?:{'|'.join(keys.LIST_KEYS)})[ \t]*:)[ \t]+(?P<item>-[ \t]+\S.*)",
    re.IGNORECASE,
)
_SECOND_KEY = regex(r"\b(?P<key>[a-z][a-z_]{1,30}):(?=[ \t]|$)", re.IGNORECASE)
_COMMENT_LINE = regex(r"[ \t]*#")
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


def with_lost_signs(source: Source, line: int) -> Iterator[Correction]:
    """A line with the dash that it has lost; it, or the one above, with the # of a comment."""
    yield from _with_its_dash(source, line)
    above = (each for each in range(line - 1, 0, -1) if _says_something(source, each))
    for each in (line, *islice(above, 1)):
        text = source.line_text(each)
        key = _KEY.fullmatch(text)
        is_beside = _is_comment(source, each - 1) or _is_comment(source, each + 1)
        if is_beside and not (key and keys.fold(key["key"]) in _KNOWN):
            indent = " " * (len(text) - len(text.lstrip()) - 1)
            remedy = f"if this is a comment, write the line as: # {text.strip()}"
            yield Correction(each, each, f"{indent}# {text.strip()}", remedy)


def _says_something(source: Source, line: int) -> bool:
    return bool(source.line_text(line).strip()) and not _is_comment(source, line)


def _is_comment(source: Source, line: int) -> bool:
    return 0 < line <= len(source.line_starts) and bool(_COMMENT_LINE.match(source.line_text(line)))


def _with_its_dash(source: Source, line: int) -> Iterator[Correction]:
    """A key that the item above has already, as the first of an item of its own."""
    found = _KEY.fullmatch(source.line_text(line))
    if found is None or "-" in found["indent"]:
        return
    key, has_it = keys.fold(found["key"]), False
    for above in range(line - 1, 0, -1):
        other = _KEY.fullmatch(source.line_text(above))
        if other is None:
            continue
        has_it = has_it or keys.fold(other["key"]) == key
        if "-" in other["indent"]:
            if has_it:
                before = other["indent"].partition("-")[0]
                yield _indented(line, f"{before}- {source.line_text(line).strip()}")
            return


def with_line_ends(source: Source, lines: list[int]) -> Iterator[Correction]:
    """Lines on which a second key, or the first item of a list, stands behind a key."""
    for line in lines:
        text = source.line_text(line)
        if found := _ITEM_BEHIND_KEY.fullmatch(text):
            below = source.line_text(line + 1) if line < len(source.line_starts) else ""
            depth = max(len(below) - len(below.lstrip()) - 2, len(found["indent"]))
            yield _parted(line, found["key"], depth, found["item"])
        first = _KEY.fullmatch(text)
        if not first or not first["value"] or keys.fold(first["key"]) in _COPY:
            continue
        for second in _SECOND_KEY.finditer(text, first.end("key") + 1):
            word, end = second["key"], second.end("key")
            known = (word[cut:] for cut in range(len(word)) if keys.fold(word[cut:]) in _KNOWN)
            if key := next(known, None):
                head, rest = text[: end - len(key)].rstrip(), text[end - len(key) :]
                for depth in dict.fromkeys((len(first["indent"]), 0)):
                    yield _parted(line, head, depth, rest)


def _parted(line: int, first: str, depth: int, second: str) -> Correction:
    spaces = {0: "no space", 1: "1 space"}.get(depth, f"{depth} spaces")
    remedy = f"write what follows on a line of its own, with {spaces} in front: {second.strip()}"
    return Correction(line, line, f"{first}\n{' ' * depth}{second}", remedy)


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
    if "\t" in indent and found and found["value"]:  # of a file that is no sequence
        before = _KEY.fullmatch(source.line_text(line - 1)) if line > 1 else None
        if before and before["value"]:
            yield " " * len(before["indent"]) + stripped


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
            if key and keys.fold(key["key"]) in keys.LIST_NAMES and value[0] not in "[{":
                return
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
    """A key and its value with the colon and the space between them, or a list's key alone."""
    if keys.fold(text) in keys.LIST_NAMES:
        yield f"{text.rstrip()}:"
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
