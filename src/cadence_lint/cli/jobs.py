"""How many processes may read files."""

from __future__ import annotations

import os

from cadence_lint.cli.plain import UsageError

_MOST = 256


def jobs_of(said: str | None) -> int:
    """How many processes may read files."""
    if said is None:
        return cpus()
    if said not in map(str, range(1, _MOST + 1)):
        raise UsageError(f"--jobs: {said!r} is no number from 1 to {_MOST}")
    return int(said)


def cpus() -> int:
    """The CPUs that this process may use, as far as the system tells."""
    count = getattr(os, "process_cpu_count", None)  # from Python 3.13 on
    if count is not None:
        return count() or 1
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
