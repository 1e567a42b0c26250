"""Regular expressions that are compiled on their first use.

Python compiles a pattern in 0.3 to 3 milliseconds, and a run that reads one small sequence needs
few of ours: compiled at import they would take as long as all the rest.
"""

from __future__ import annotations

import re
from typing import Any, cast

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
        compiled = re.compile(self.pattern, self.flags)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)
