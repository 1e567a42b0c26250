"""What `check` says: as it said it before where nothing has changed, else worked out now."""

from __future__ import annotations

import marshal
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple, TypeVar, cast

from cadence_lint.finding import SEVERITIES
from cadence_lint.output import render

if TYPE_CHECKING:
    from collections.abc import Callable

    from cadence_lint.linting.kept import Kept
    from cadence_lint.linting.results import Run
    from cadence_lint.output.terminal import Look


Said = TypeVar("Said", str, tuple[int, ...])


class Outcome(NamedTuple):
    """What decides on the exit status."""

    has_errors: bool
    has_sequences: bool
    worst: int
    """The position of the worst severity of what is shown; -1 where nothing is."""


class Answer:
    """What a run says, in as many forms as are asked for; it is run only if it has to be."""

    def __init__(self, kept: Kept | None, run: Callable[[], Run]) -> None:
        self._kept = kept
        self._run = run
        self._key = self._kept.key() if self._kept is not None else None

    @cached_property
    def run(self) -> Run:
        """The run itself."""
        return self._run()

    def text(self, name: str, look: Look) -> str:
        """All that an output says."""
        return self._known((name, repr(look)), lambda: render(self.run, name, look))

    @property
    def outcome(self) -> Outcome:
        """What decides on the exit status."""
        return Outcome._make(self._known(("outcome",), lambda: tuple(_outcome(self.run))))

    def _known(self, about: tuple[str, ...], work_out: Callable[[], Said]) -> Said:
        """Something about the run: from an earlier one that had the same before it, or new."""
        if self._kept is None:
            return work_out()
        from cadence_lint.cache import sealed  # not for few files

        if self._key is not None:
            data = sealed.load(sealed.digest(self._key, *about))
            if data is not None:
                day, said = marshal.loads(data)
                if day in (None, self._kept.today):
                    return cast("Said", said)
        said = work_out()
        key = self._kept.key()  # files may have changed until they were judged
        if key is not None:
            day = self._kept.today if self._kept.rests_on_today else None
            sealed.store(sealed.digest(key, *about), marshal.dumps((day, said)))
            sealed.make_room()
        return said


def _outcome(run: Run) -> Outcome:
    worst = max((SEVERITIES.index(finding.severity) for finding in run.shown), default=-1)
    return Outcome(bool(run.errors), bool(run.sequences), worst)
