"""Regular expressions that are compiled on their first use.

A run that reads one small sequence needs few of ours: compiled at import they would take longer
than all the rest.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    import re
    from collections.abc import Callable

    from cadence_lint.cues import Cues

_IGNORECASE = 2  # re.IGNORECASE, where `re` need not be loaded
_METHODS = ("findall", "finditer", "fullmatch", "match", "search", "split", "sub")


def regex(text: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern that is compiled when somebody first asks it to match."""
    return cast("re.Pattern[str]", _Pattern(text, flags))


class _Pattern:
    """Stands for a compiled pattern; after the first use its methods are the pattern's own."""

    def __init__(self, text: str, flags: int) -> None:
        self.pattern = text
        self.flags = flags

    def __getattr__(self, name: str) -> Any:
        if name not in _METHODS:
            raise AttributeError(name)
        # Not before something is matched.
        from cadence_lint.cache.kept_patterns import compile_kept, kept_cues

        compiled = compile_kept(self.pattern, self.flags)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        if cues := kept_cues(self.pattern, self.flags):
            has_cue = _has_cue_in_ascii if compiled.flags & _IGNORECASE else _has_cue
            self.search = _searching(compiled.search, cues, has_cue)
            self.sub = _replacing(compiled.sub, cues, has_cue)
        return getattr(self, name)


# A text that holds none of the texts of which every match has one is not searched at all.


def _searching(search: Any, cues: Cues, has_cue: Callable[[Cues, str], bool]) -> Any:
    def searched(text: str, *stretch: int) -> re.Match[str] | None:
        found: re.Match[str] | None = search(text, *stretch) if has_cue(cues, text) else None
        return found

    return searched


def _replacing(sub: Any, cues: Cues, has_cue: Callable[[Cues, str], bool]) -> Any:
    def replaced(by: Any, text: str, count: int = 0) -> str:
        said: str = sub(by, text, count) if has_cue(cues, text) else text
        return said

    return replaced


def _has_cue(cues: Cues, text: str) -> bool:
    for cue in cues:  # noqa: SIM110  # half of the time that any() takes
        if cue in text:
            return True
    return False


def _has_cue_in_ascii(cues: Cues, text: str) -> bool:
    """Whether a text has a cue in whatever case; beyond ASCII that is not known."""
    return not text.isascii() or _has_cue(cues, text.lower())
