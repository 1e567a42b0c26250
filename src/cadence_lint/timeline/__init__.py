"""A sequence as its reader lives it: the weeks, and what arrives in them.

`timeline_of` makes a `Timeline` of one sequence of a run whose request has `keeps_sequences`:

    run = lint(Request(paths, keeps_sequences=True))
    for file in run.files:
        for sequence in file.sequences:
            timeline = timeline_of(sequence, file.findings)

Nothing in it is escaped: texts are as the file has them, and each output makes them safe.
"""

from __future__ import annotations

from cadence_lint.timeline.model import Day, Entry, Mark, Moment, Thread, Timeline, Version, Week
from cadence_lint.timeline.weeks import timeline_of

__all__ = [
    "Day",
    "Entry",
    "Mark",
    "Moment",
    "Thread",
    "Timeline",
    "Version",
    "Week",
    "timeline_of",
]
