"""Compiled regular expressions, kept in the user's cache from one run to the next.

Python compiles a pattern in 0.3 to 10 milliseconds, and a run that reads one small sequence needs a
hundred of them: half of its time. What `re` makes of a pattern is a list of numbers; they are kept
under the interpreter's version and handed to its matcher, which checks them before it uses them.
Where anything is not as this Python has it, the pattern is compiled as usual.
"""

from __future__ import annotations

import marshal
import re
import sys
from array import array
from contextlib import contextmanager
from importlib import import_module
from typing import TYPE_CHECKING, Any, cast

from cadence_lint import cache
from cadence_lint.version import VERSION

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cadence_lint.cues import Cues

_PREFIX = "patterns-"
_FORM = 2
"""Of what is kept: one more whenever it changes."""
_NAME = f"{_PREFIX}{_FORM}-{sys.implementation.cache_tag}-{sys.hexversion:x}-{VERSION}"
_FILES = 4
"""How many versions' patterns the cache holds."""
_MOST = 2000

Kept = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...], "Cues | None"]
"""Flags, code, how many groups there are and what they are called, and what a match must have."""


class _Shelf:
    """The patterns of earlier runs, and those that this one had to compile."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, int], Kept] | None = None
        self.has_more = False

    def load(self) -> dict[tuple[str, int], Kept]:
        if self.kept is None:
            data = cache.load(_NAME)
            try:
                self.kept = marshal.loads(data) if data is not None else {}
            except (EOFError, ValueError, TypeError):
                self.kept = {}
        return self.kept


_SHELF = _Shelf()


_COMPILE = re.compile


def compile_kept(text: str, flags: int = 0) -> re.Pattern[str]:
    """A compiled pattern: from an earlier run where there is one.

    Raises:
        re.error: when it is no pattern.

    """
    flags = int(flags)
    kept = _SHELF.load().get((text, flags))
    if kept is not None:
        try:
            return _revive(text, kept)
        except (AttributeError, ImportError, RuntimeError, TypeError, ValueError, OverflowError):
            pass
    compiled = _COMPILE(text, flags)
    try:
        _SHELF.load()[text, flags] = _taken_apart(text, flags, compiled)
        _SHELF.has_more = True
    except (AttributeError, ImportError, TypeError, OverflowError):
        pass  # this Python keeps its patterns in another way
    return compiled


def kept_cues(text: str, flags: int = 0) -> Cues | None:
    """Texts of which every match of a pattern that was compiled here has one; None if unknown."""
    kept = _SHELF.load().get((text, int(flags)))
    return None if kept is None else kept[-1]


@contextmanager
def while_importing() -> Iterator[None]:
    """Keep what a library compiles as it is imported, too."""
    re.compile = cast("Any", compile_kept)
    try:
        yield
    finally:
        re.compile = cast("Any", _COMPILE)


def keep() -> None:
    """Keep what this run had to compile for the next one."""
    if _SHELF.has_more and len(_SHELF.load()) <= _MOST:
        cache.store(_NAME, marshal.dumps(_SHELF.load()))
        cache.drop_others(_PREFIX, _FILES)
        _SHELF.has_more = False


def _revive(text: str, kept: Kept) -> re.Pattern[str]:
    flags, code, groups, groupindex, indexgroup, _ = kept
    matcher: Any = import_module("_sre")
    numbers = array("I", code).tolist()
    revived: re.Pattern[str] = matcher.compile(text, flags, numbers, groups, groupindex, indexgroup)
    return revived


def _taken_apart(text: str, flags: int, compiled: re.Pattern[str]) -> Kept:
    """What `re` makes of a pattern before it hands it to the matcher, as `re` itself makes it."""
    from cadence_lint.cues import cues_of  # only for a pattern that is new

    parser: Any = import_module("re._parser")
    compiler: Any = import_module("re._compiler")
    parsed = parser.parse(text, flags)
    code = array("I", compiler._code(parsed, flags)).tobytes()
    state = parsed.state
    indexgroup: list[str | None] = [None] * state.groups
    for name, number in state.groupdict.items():
        indexgroup[number] = name
    groups = (state.groups - 1, dict(state.groupdict), tuple(indexgroup))
    return compiled.flags, code, *groups, cues_of(parsed, compiled.flags)
