"""How far a long run has come, on the terminal of whoever waits for it."""

from __future__ import annotations

import sys
from time import monotonic
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType
    from typing import IO

_PATIENCE = 1.0
"""Seconds that nobody minds waiting for."""
_EVERY = 0.1
_CLEAR = "\r\x1b[K"


class Progress:
    """One line, `read 137 of 412 files`, that appears when it takes long and is gone at the end."""

    def __init__(
        self, stream: IO[str] | None = None, clock: Callable[[], float] = monotonic
    ) -> None:
        self._stream = sys.stderr if stream is None else stream
        self._clock = clock
        self._next = clock() + _PATIENCE
        self._is_shown = False
        self._is_welcome = self._stream.isatty()

    def __call__(self, done: int, total: int) -> None:
        """Say how many are done, and of how many."""
        if not self._is_welcome or self._clock() < self._next:
            return
        self._next = self._clock() + _EVERY
        self._is_shown = True
        self._stream.write(f"{_CLEAR}read {done} of {total} file{'' if total == 1 else 's'} …")
        self._stream.flush()

    def __enter__(self) -> Progress:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        problem: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._is_shown:
            self._stream.write(_CLEAR)
            self._stream.flush()
