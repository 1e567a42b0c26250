"""Patterns of paths, as `.gitignore` and the configuration have them.

Both come with the repository that is linted, so they are matched without regular expressions: in
time that grows with the pattern and the path, whatever somebody puts into either.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import dropwhile
from operator import methodcaller
from typing import TYPE_CHECKING, TypeVar

from cadence_lint.record import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

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


_SPECIAL = frozenset("*?[\\")
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

_Name = Callable[[str], bool]
"""Whether a name is one that a pattern means."""


class PathPattern(NamedTuple):
    """A path, or some, that a line of such a file means."""

    name: _Name | None
    """The name that it means wherever it stands; None where it says more than a name."""
    parts: tuple[_Name | None, ...]
    """The names on the way, and None for any number of folders."""
    is_negated: bool
    only_folders: bool
    depth: int | None
    """How many names a path has that it means; None where that varies."""

    def matches(self, path: Sequence[str], *, is_folder: bool = False) -> bool:
        """Whether it means just this path, given as its names."""
        if self.only_folders and not is_folder:
            return False
        if self.name is not None:
            return self.name(path[-1])
        if self.depth is not None and self.depth != len(path):
            return False
        last = self.parts[-1]
        if last is not None and not last(path[-1]):
            return False
        return _fits(self.parts, path, _is_any_folder, _fits_name)

    def reaches(self, path: Sequence[str]) -> bool:
        """Whether it means a file, or a folder that the file is in."""
        return self.matches(path) or any(
            self.matches(path[:count], is_folder=True) for count in range(1, len(path))
        )


def read_patterns(lines: Iterable[str]) -> tuple[PathPattern, ...]:
    """The patterns of some lines; comments, empty lines and what is no pattern mean nothing."""
    return tuple(pattern for line in lines for pattern in _read_line(line))


def _read_line(line: str) -> Iterator[PathPattern]:
    """What one line means, which is one pattern but for what `_spelled_out` knows."""
    text = _without_spaces(line.rstrip("\r\n"))
    if not text or text.startswith("#"):
        return
    is_negated = text.startswith("!")
    text = text[is_negated:]
    only_folders = text.endswith("/")
    text = text.removesuffix("/")
    names = _split(text.removeprefix("/")) if text else None
    if names is None:
        return
    for spelled in _spelled_out(names) if "/" in text else [[_ANYTHING, *names]]:
        parts = _read_names(spelled)
        if parts is not None:
            anywhere = parts[1] if len(parts) == 2 and parts[0] is None else None
            depth = None if None in parts else len(parts)
            yield PathPattern(anywhere, tuple(parts), is_negated, only_folders, depth)


def _read_names(names: list[str]) -> list[_Name | None] | None:
    """What the names of a pattern mean; None where one of them means nothing."""
    parts: list[_Name | None] = []
    for name in names:
        part = None if _is_anything(name) else _read_name(name)
        if part is None and not _is_anything(name):
            return None
        parts.append(part)
    if parts[-1] is None and len(parts) > 1:
        parts.append(_any_name)  # what is in the folder, not the folder itself
    return parts


def _is_anything(name: str) -> bool:
    return len(name) > 1 and not name.strip("*")


def _spelled_out(names: list[str]) -> Iterator[list[str]]:
    """The names of patterns that mean together what these mean in one.

    The manual of git says that the stars of `a**/b` are as good as one. But git compares what
    stands before the first sign by itself, and the rest then begins with `**/`: it means `ab`,
    and `b` in whatever lies in a folder that begins with `a`.
    """
    at = next((at for at, name in enumerate(names) if _SPECIAL.intersection(name)), len(names))
    first = names[at] if at < len(names) else ""
    start = first.rstrip("*")
    if not start or _SPECIAL.intersection(start) or len(first) - len(start) < 2:
        yield names
        return
    before, rest = names[:at], list(dropwhile(_is_anything, names[at + 1 :]))
    yield [*before, f"{start}*", _ANYTHING, *rest]
    yield [*before, f"{start}{rest[0]}", *rest[1:]] if rest else [*before, f"{start}*"]


def last_match(
    patterns: Sequence[PathPattern], path: Sequence[str], *, is_folder: bool
) -> bool | None:
    """What the last pattern that means a path says: taken, taken back, or None."""
    last = path[-1]
    for pattern in reversed(patterns):
        name = pattern.name
        if pattern.only_folders and not is_folder:
            continue
        # Every file is held against every pattern, and most patterns are a name.
        if name(last) if name is not None else pattern.matches(path, is_folder=is_folder):
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


def _split(text: str) -> list[str] | None:
    """The names of a pattern; None where a bracket is not ended. A slash in one parts nothing."""
    names = [""]
    at = 0
    while at < len(text):
        start, character = at, text[at]
        at += 1
        if character == "[":
            found = _read_brackets(text, at)
            if found is None:
                return None
            at = found[1]
        elif character == "\\":
            if text[at : at + 1] == "/":
                start = at  # an escaped slash is a slash
            at += 1
        if text[start:at] == "/":
            names.append("")
        else:
            names[-1] += text[start:at]
    return names


def _read_name(name: str) -> _Name | None:
    """What names one name means; None where a bracket or an escape is not ended."""
    literal = name.strip("*")
    if not _SPECIAL.intersection(literal):
        if literal == name:
            return name.__eq__
        if name == f"*{literal}":
            return methodcaller("endswith", literal)
        if name == f"{literal}*":
            return methodcaller("startswith", literal)
    signs = _read_signs(name)
    return None if signs is None else _meant_by(signs)


def _meant_by(signs: tuple[_Sign, ...]) -> _Name:
    """What tells the names that some places mean; most are told by their last character."""
    last = signs[-1]

    def is_meant(name: str) -> bool:
        if not last.is_star and not last.takes(name[-1]):
            return False
        return _fits(signs, name, _is_any_text, _Sign.takes)

    return is_meant


def _any_name(_: str) -> bool:
    return True


def _read_signs(name: str) -> tuple[_Sign, ...] | None:
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


def _is_any_folder(part: _Name | None) -> bool:
    return part is None


def _fits_name(part: _Name | None, name: str) -> bool:
    return part is not None and part(name)


def _is_any_text(sign: _Sign) -> bool:
    return sign.is_star
