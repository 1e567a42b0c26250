"""What a run says, in one of several forms: one file a form.

An output knows nothing of rules or checks; it is given a run, and how it may look.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cadence_lint.linting.results import Run
    from cadence_lint.output.terminal import Look


def render(run: Run, name: str, look: Look) -> str:
    """All that an output says of a run; the output's name is its module's."""
    said: str = import_module(f"{__name__}.{name}").render(run, look)
    return said


def parts(run: Run, name: str, look: Look) -> Iterator[str]:
    """The same, in as many parts as the output makes of it."""
    output = import_module(f"{__name__}.{name}")
    return (
        output.parts(run, look) if hasattr(output, "parts") else iter((output.render(run, look),))
    )
