from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest

from cadence_lint.cli.progress import Progress

if TYPE_CHECKING:
    from collections.abc import Callable


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def _clock(*seconds: float) -> Callable[[], float]:
    """A clock that shows these times, and the last of them ever after."""
    times = list(seconds)
    return lambda: times.pop(0) if len(times) > 1 else times[0]


def test_a_short_run_shows_nothing() -> None:
    terminal = _Terminal()
    with Progress(terminal, _clock(0, 0.9)) as progress:
        for done in range(400):
            progress(done, 400)

    assert terminal.getvalue() == ""


def test_a_long_run_says_how_far_it_is_and_clears_the_line() -> None:
    terminal = _Terminal()
    with Progress(terminal, _clock(0, 1.2)) as progress:
        progress(137, 412)

    assert terminal.getvalue() == "\r\x1b[Kread 137 of 412 files …\r\x1b[K"


def test_it_does_not_flicker() -> None:
    terminal = _Terminal()
    with Progress(terminal, _clock(0, 1.2)) as progress:
        for done in range(50):
            progress(done, 50)

    assert terminal.getvalue().count("read ") == 1


def test_what_is_no_terminal_gets_nothing() -> None:
    pipe = io.StringIO()
    with Progress(pipe, _clock(0, 99)) as progress:
        progress(1, 2)

    assert pipe.getvalue() == ""


def test_the_line_is_gone_after_a_failure_too() -> None:
    terminal = _Terminal()

    def interrupted() -> None:
        with Progress(terminal, _clock(0, 2)) as progress:
            progress(0, 1)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert terminal.getvalue().endswith("read 0 of 1 file …\r\x1b[K")
