"""Regular expressions that are compiled on their first use.

A run that reads one small sequence needs few of ours: compiled at import they would take longer
than all the rest.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    import re

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
        from cadence_lint.cache.kept_patterns import compile_kept  # not before something is matched

        compiled = compile_kept(self.pattern, self.flags)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)
