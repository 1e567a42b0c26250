"""Patterns of paths, as `.gitignore` and the configuration have them.

Both come with the repository that is linted, so they are matched without regular expressions: in
time that grows with the pattern and the path, whatever somebody puts into either.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

P = TypeVar("P")
T = TypeVar("T")

_ANYTHING = "**"
"""Any number of folders."""


class _Sign(NamedTuple):
    """What may stand in one place of a name: a `*` for anything, else one of some characters."""

    is_star: bool
    ranges: tuple[tuple[str, str], ...] = ()
    is_other: bool = False
    """Whether it is any character that is not in the ranges."""

    def takes(self, character: str) -> bool:
        """Whether a character may stand here."""
        return any(low <= character <= high for low, high in self.ranges) != self.is_other


_STAR = _Sign(True)
_ONE = _Sign(False, (), True)
_CLASSES = {
    "alnum": (("0", "9"), ("A", "Z"), ("a", "z")),
    "alpha": (("A", "Z"), ("a", "z")),
    "digit": (("0", "9"),),
    "lower": (("a", "z"),),
    "upper": (("A", "Z"),),
    "space": ((" ", " "), ("\t", "\r")),
}

_Name = tuple[_Sign, ...]


class PathPattern(NamedTuple):
    """One line of such a file."""

    parts: tuple[_Name | str, ...]
    """The names on the way, and `**` for any number of folders."""
    is_negated: bool
    only_folders: bool

    def matches(self, path: Sequence[str], *, is_folder: bool = False) -> bool:
        """Whether it means just this path, given as its names."""
        if self.only_folders and not is_folder:
            return False
        return _fits(self.parts, path, _is_any_folder, _fits_name)

    def reaches(self, path: Sequence[str]) -> bool:
        """Whether it means a file, or a folder that the file is in."""
        return self.matches(path) or any(
            self.matches(path[:count], is_folder=True) for count in range(1, len(path))
        )


def read_patterns(lines: Iterable[str]) -> tuple[PathPattern, ...]:
    """The patterns of some lines; comments, empty lines and what is no pattern mean nothing."""
    return tuple(pattern for line in lines if (pattern := read_pattern(line)))


def read_pattern(line: str) -> PathPattern | None:
    """The pattern of one line; None where it is a comment, empty, or no pattern."""
    text = _without_spaces(line.rstrip("\r\n"))
    if not text or text.startswith("#"):
        return None
    is_negated = text.startswith("!")
    text = text[is_negated:]
    only_folders = text.endswith("/")
    text = text.rstrip("/") if only_folders else text
    if not text:
        return None
    names = text.removeprefix("/").split("/")
    parts: list[_Name | str] = [] if "/" in text else [_ANYTHING]
    for name in names:
        part = _ANYTHING if name == _ANYTHING else _read_name(name)
        if part is None:
            return None
        parts.append(part)
    if parts[-1] == _ANYTHING and len(parts) > 1:
        parts.append((_STAR,))  # what is in the folder, not the folder itself
    return PathPattern(tuple(parts), is_negated, only_folders)


def last_match(
    patterns: Sequence[PathPattern], path: Sequence[str], *, is_folder: bool
) -> bool | None:
    """What the last pattern that means a path says: taken, taken back, or None."""
    for pattern in reversed(patterns):
        if pattern.matches(path, is_folder=is_folder):
            return not pattern.is_negated
    return None


def hold(patterns: Sequence[PathPattern], path: Sequence[str]) -> bool:
    """Whether patterns mean a file, or a folder that it is in; the last one that does decides."""
    for pattern in reversed(patterns):
        if pattern.reaches(path):
            return not pattern.is_negated
    return False


def _without_spaces(text: str) -> str:
    stripped = text.rstrip(" ")
    is_escaped = (len(stripped) - len(stripped.rstrip("\\"))) % 2 and stripped != text
    return f"{stripped} " if is_escaped else stripped


def _read_name(name: str) -> _Name | None:
    """The places of one name; None where a bracket or an escape is not ended."""
    signs: list[_Sign] = []
    at = 0
    while at < len(name):
        character = name[at]
        at += 1
        if character == "*":
            if signs[-1:] != [_STAR]:
                signs.append(_STAR)
        elif character == "?":
            signs.append(_ONE)
        elif character == "[":
            found = _read_brackets(name, at)
            if found is None:
                return None
            sign, at = found
            signs.append(sign)
        else:
            if character == "\\":
                if at == len(name):
                    return None
                character, at = name[at], at + 1
            signs.append(_Sign(False, ((character, character),)))
    return tuple(signs)


def _read_brackets(name: str, at: int) -> tuple[_Sign, int] | None:
    """What stands in brackets, and where it goes on after them."""
    is_other = name[at : at + 1] in ("!", "^")
    at += is_other
    ranges: list[tuple[str, str]] = []
    is_first = True
    while at < len(name):
        character = name[at]
        if character == "]" and not is_first:
            return _Sign(False, tuple(ranges), is_other), at + 1
        is_first = False
        if character == "[" and name[at + 1 : at + 2] == ":":
            end = name.find(":]", at + 2)
            if end < 0:
                return None
            ranges += _CLASSES.get(name[at + 2 : end], ())
            at = end + 2
            continue
        if character == "\\":
            at += 1
        low = name[at : at + 1]
        at += 1
        high = low
        if name[at : at + 1] == "-" and name[at + 1 : at + 2] not in ("]", ""):
            at += 1 + (name[at + 1] == "\\")
            high = name[at : at + 1]
            at += 1
        if low and high:
            ranges.append((low, high))
    return None


def _fits(
    parts: Sequence[P],
    things: Sequence[T],
    is_star: Callable[[P], bool],
    takes: Callable[[P, T], bool],
) -> bool:
    """Whether things are what parts ask for, a star being any number of them.

    Only the last star is ever tried with more: what an earlier one could take instead, it can.
    """
    part = thing = 0
    star = resume = -1
    while thing < len(things):
        if part < len(parts) and is_star(parts[part]):
            star, resume = part, thing
            part += 1
        elif part < len(parts) and takes(parts[part], things[thing]):
            part += 1
            thing += 1
        elif star >= 0:
            resume += 1
            part, thing = star + 1, resume
        else:
            return False
    return all(map(is_star, parts[part:]))


def _is_any_folder(part: _Name | str) -> bool:
    return part == _ANYTHING


def _fits_name(part: _Name | str, name: str) -> bool:
    return not isinstance(part, str) and _fits(part, name, _is_any_text, _Sign.takes)


def _is_any_text(sign: _Sign) -> bool:
    return sign.is_star
