"""`cadence-lint timeline FILE`: the weeks ahead, as the reader will live them."""

from __future__ import annotations

import datetime
import sys
from typing import TYPE_CHECKING, Literal

from cadence_lint.cli import FAILED, complain
from cadence_lint.cli.check import read_date, read_stdin, refuse_blank
from cadence_lint.cli.plain import Color, UsageError
from cadence_lint.cli.targets import named, refuse_overwriting
from cadence_lint.discovery import find_files
from cadence_lint.linting.request import Request
from cadence_lint.linting.run import lint
from cadence_lint.output.terminal import look_for, one_line
from cadence_lint.record import Record
from cadence_lint.timeline import timeline_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cadence_lint.finding import Error
    from cadence_lint.timeline import Timeline

_WEEK = 7


class TimelineOptions(Record):
    """What the words after `timeline` say."""

    path: str
    format: Literal["pretty", "json", "svg", "ics"] = "pretty"
    start: tuple[str, ...] = ()
    weekday: bool = False
    output: str | None = None
    config: str | None = None
    use_config: bool = True
    verbose: bool = False
    color: Color = "auto"


def timeline(options: TimelineOptions) -> int:
    """Draw what the options ask for, and return the exit status.

    Raises:
        UsageError: when a value makes no sense.

    """
    if options.output:
        refuse_overwriting("--output", [options.output], find_files((options.path,)))
    drawing = _Drawing(options)
    starts = tuple(map(read_date, options.start))
    if options.weekday:
        starts = drawing.weekdays(starts)
    timelines = drawing.timelines(starts)
    for error in drawing.errors:
        complain(f"{one_line(error.file)}:{error.line}: {error.message}")
    if timelines:
        _write(_drawn(timelines, options, is_compared=len(starts) > 1), options)
    elif not drawing.errors:
        return complain(f"there is no sequence in {options.path}")
    return FAILED if drawing.errors else 0


class _Drawing:
    """The timelines of a file, from one start or several."""

    def __init__(self, options: TimelineOptions) -> None:
        refuse_blank("--config", options.config)
        if options.config is not None and not options.use_config:
            raise UsageError("--config and --no-config cannot both hold; leave one out")
        self.request = Request(
            (options.path,), options.config, options.use_config, keeps_sequences=True
        )
        self.errors: tuple[Error, ...] = ()
        self._stdin: bytes | None = None

    def timelines(self, starts: Sequence[datetime.date]) -> list[Timeline]:
        """Those of each sequence, from each of the starts; from the file's own without any."""
        found: dict[str, list[Timeline]] = {}
        for start in starts or (None,):
            for each in self._from(start):
                found.setdefault(each.sequence.id, []).append(each)
        return [each for group in found.values() for each in group]

    def weekdays(self, starts: Sequence[datetime.date]) -> tuple[datetime.date, ...]:
        """The send days of a week that begins with the known start, or with today."""
        if len(starts) > 1:
            raise UsageError("--weekday goes on from one --start; leave the others out")
        known = self._from(starts[0] if starts else None)
        first = next((each.start for each in known if each.start), None)
        first = first or (starts[0] if starts else datetime.date.today())
        days = {day for each in known for day in each.sequence.send_days} or set(range(_WEEK))
        week = (first + datetime.timedelta(days=count) for count in range(_WEEK))
        return tuple(day for day in week if day.weekday() in days)

    def _from(self, start: datetime.date | None) -> list[Timeline]:
        run = lint(self.request._replace(start=start), self._read)
        self.errors = tuple(run.errors)
        return [
            timeline_of(sequence, file.findings, is_whole=not file.errors)
            for file in run.files
            for sequence in file.sequences
        ]

    def _read(self) -> bytes:
        """Standard input, which is there once."""
        if self._stdin is None:
            self._stdin = read_stdin()
        return self._stdin


def _drawn(timelines: list[Timeline], options: TimelineOptions, *, is_compared: bool) -> str:
    """The timelines in the format that was asked for."""
    if options.format == "json":
        from cadence_lint.output.timeline import json

        return json.render(timelines)
    if options.format == "svg":
        from cadence_lint.output.timeline import svg

        return svg.document(timelines)
    if options.format == "ics":
        from cadence_lint.output.timeline import ics

        if is_compared:
            raise UsageError("--format ics is for one start; leave the others out")
        if not any(each.start for each in timelines):
            raise UsageError("--format ics needs dates: add --start 2026-12-01")
        return ics.render(timelines)
    from cadence_lint.output.timeline import compared, screen

    look = look_for(sys.stdout, options.color, verbose=options.verbose)
    return compared.render(timelines, look) if is_compared else screen.render(timelines, look)


def _write(text: str, options: TimelineOptions) -> None:
    """Write what was drawn, with the line ends that it has."""
    data = text.encode("utf-8", "backslashreplace")
    if options.output:
        with named(options.output), open(options.output, "wb") as file:
            file.write(data)
    elif options.format == "ics":  # whose line ends no platform may change
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
    else:
        sys.stdout.write(text)
