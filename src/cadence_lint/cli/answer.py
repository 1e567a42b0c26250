"""What `check` says: as it said it before where nothing has changed, else worked out now."""

from __future__ import annotations

import marshal
from functools import cached_property
from typing import TYPE_CHECKING

from cadence_lint import output
from cadence_lint.finding import SEVERITIES
from cadence_lint.record import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from cadence_lint.cache.sealed import Packing
    from cadence_lint.linting.kept import Kept
    from cadence_lint.linting.results import Run
    from cadence_lint.output.terminal import Look


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
        run = self._run()
        if self._kept is not None:
            self._key = self._kept.key()  # files may have changed until they were judged
        return run

    def text(self, name: str, look: Look) -> Iterator[bytes]:
        """All that an output says, as UTF-8 and in parts; what has no UTF-8 is an escape."""
        about = (name, repr(look))
        parts = self._known(about)
        yield from self._said_now(about, look) if parts is None else parts

    def _said_now(self, about: tuple[str, ...], look: Look) -> Iterator[bytes]:
        """The same as the run says it; it is kept unless it is too large for that."""
        packing = self._packing()
        for part in output.parts(self.run, about[0], look):
            data = part.encode("utf-8", "backslashreplace")
            yield data
            if packing is not None:
                packing.add(data)
        self._keep(about, packing)

    @property
    def outcome(self) -> Outcome:
        """What decides on the exit status."""
        parts = self._known(("outcome",))
        if parts is not None:
            return Outcome._make(marshal.loads(b"".join(parts)))
        outcome = _outcome(self.run)
        packing = self._packing()
        if packing is not None:
            packing.add(marshal.dumps(tuple(outcome)))
        self._keep(("outcome",), packing)
        return outcome

    def _packing(self) -> Packing | None:
        """What is said of the run can be packed into it; None where nothing is kept."""
        if self._kept is None:
            return None
        from cadence_lint.cache.sealed import OUTPUTS, Packing

        return Packing(OUTPUTS)

    def _known(self, about: tuple[str, ...]) -> Iterator[bytes] | None:
        """Something about the run, from an earlier one that had the same before it."""
        if self._kept is None or self._key is None:
            return None
        from cadence_lint.cache import sealed  # not for few files

        for day in (None, self._kept.today):
            parts = sealed.parts(sealed.OUTPUTS, sealed.digest(self._key, day, *about))
            if parts is not None:
                return parts
        return None

    def _keep(self, about: tuple[str, ...], packing: Packing | None) -> None:
        if self._kept is None or self._key is None or packing is None:
            return
        from cadence_lint.cache import sealed

        day = self._kept.today if self._kept.rests_on_today else None
        packing.store(sealed.digest(self._key, day, *about))
        sealed.make_room(sealed.OUTPUTS)


def _outcome(run: Run) -> Outcome:
    worst = max((SEVERITIES.index(finding.severity) for finding in run.shown), default=-1)
    return Outcome(bool(run.errors), bool(run.sequences), worst)
