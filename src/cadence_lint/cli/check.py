"""`cadence-lint check`: lint sequences, print what was found, and say it in the exit status."""

from __future__ import annotations

import os
import stat
import sys
from typing import TYPE_CHECKING, get_args

from cadence_lint.cli import FAILED, complain, flush, leave_pipe
from cadence_lint.cli.answer import Answer
from cadence_lint.cli.jobs import jobs_of
from cadence_lint.cli.plain import VALUES, CheckOptions, Format, Output, UsageError
from cadence_lint.cli.progress import Progress
from cadence_lint.config.selection import Choice
from cadence_lint.finding import SEVERITIES
from cadence_lint.linting.linter import Linter
from cadence_lint.linting.request import Request
from cadence_lint.linting.run import Job
from cadence_lint.output.terminal import look_for

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date
    from typing import IO

    from cadence_lint.cli.answer import Outcome
    from cadence_lint.linting.results import Run


def check(options: CheckOptions) -> int:
    """Lint as the options say, and return the exit status."""
    files = [_output(word) for word in options.output]
    request = request_of(options)
    if "html" in (options.format, *(name for name, _ in files)):
        request = for_a_report(request)
    narrow = narrowing(options) if _is_narrowed(options) else None
    request, read = _without_nothing(request) if options.allow_empty else (request, read_stdin)
    job = Job(Linter(request), read, options.stdin_filename or "-")
    if files:
        from cadence_lint.cli.targets import refuse_overwriting  # only where files are written

        baselines = options.baseline, options.write_baseline
        refuse_overwriting("--output", [path for _, path in files], job.files, baselines)

    def run() -> Run:
        with Progress() as progress:
            done = job.run(progress)
        return done if narrow is None else narrow(done)

    answer = Answer(job.kept if narrow is None else None, run)
    look = look_for(sys.stdout, options.color, verbose=options.verbose, quiet=options.quiet)
    name = _format(options.format)
    try:
        _write(sys.stdout, name, answer.text(name, look))
        flush()
    except BrokenPipeError:  # whoever reads has enough; files and the status are for others
        leave_pipe()
    if files:
        _write_files(files, answer, options)
    if options.statistics:
        _count(answer.run, options, name)
    return _status(answer.outcome, options)


def _write_files(files: list[tuple[Output, str]], answer: Answer, options: CheckOptions) -> None:
    from cadence_lint.cli.targets import named  # only where files are written

    for format_name, path in files:
        with named(path), open(path, "w", encoding="utf-8", errors="backslashreplace") as file:
            look = look_for(file, "never", verbose=options.verbose)
            _write(file, format_name, answer.text(format_name, look))


def _count(run: Run, options: CheckOptions, name: Output) -> None:
    """Print the counts, beside what programs read."""
    from cadence_lint.output.statistics import statistics  # only when asked for

    stream = sys.stdout if name in ("pretty", "concise") else sys.stderr
    stream.write(statistics(run, look_for(stream, options.color)))


def _write(stream: IO[str], format_name: str, parts: Iterator[bytes]) -> None:
    """Write an output, of which nothing is written before there is any."""
    first = next(parts, b"")
    stream.write(_mark(format_name, stream))
    if os.linesep != "\n" or not hasattr(stream, "buffer"):
        stream.write(b"".join((first, *parts)).decode("utf-8"))
        return
    stream.flush()
    stream.buffer.write(first)
    stream.buffer.writelines(parts)


def _mark(format_name: str, stream: IO[str]) -> str:
    """A byte order mark, without which Excel takes a table in a file for no UTF-8.

    A program at the other end of a pipe would take it for a part of the first name.
    """
    if format_name != "csv":
        return ""
    try:
        is_file = stat.S_ISREG(os.fstat(stream.fileno()).st_mode)
    except OSError:  # a stream without a file
        return ""
    return "\ufeff" if is_file else ""


def request_of(options: CheckOptions) -> Request:
    """What to lint, and how.

    Raises:
        UsageError: when a value makes no sense.

    """
    for option, (field, _) in VALUES.items():
        refuse_blank(option, getattr(options, field))
    if options.verbose and options.quiet:
        raise UsageError("--verbose and --quiet cannot both hold; leave one out")
    if options.config is not None and options.no_config:
        raise UsageError("--config and --no-config cannot both hold; leave one out")
    if options.write_baseline is not None and options.changed_since is not None:
        raise UsageError("--write-baseline and --changed-since cannot both hold; leave one out")
    return Request(
        paths=options.paths or (".",),
        config=options.config,
        use_config=not options.no_config,
        choice=Choice(options.preset, _words(options.select), _words(options.ignore)),
        start=read_date(options.start) if options.start is not None else None,
        jobs=jobs_of(options.jobs),
        uses_cache=not options.no_cache,
        keeps_sequences=_is_narrowed(options),
    )


def for_a_report(request: Request) -> Request:
    """The same request, whose results keep all that a report shows."""
    return request._replace(keeps_sequences=True, keeps_portraits=True, keeps_decisions=True)


def _is_narrowed(options: CheckOptions) -> bool:
    """Whether only some of the findings count."""
    return any((options.baseline, options.write_baseline, options.changed_since))


def refuse_blank(option: str, said: str | tuple[str, ...] | None) -> None:
    """Refuse an option that says nothing: in a script, a variable that is not set.

    Raises:
        UsageError: when it does.

    """
    given = said if isinstance(said, tuple) else (said,)
    if any(each is not None and not each.strip() for each in given):
        raise UsageError(f"{option} says nothing; leave it out, or put a value after it")


def narrowing(options: CheckOptions) -> Callable[[Run], Run]:
    """What leaves only the findings that count, with a baseline or since a revision."""
    from cadence_lint.cli.narrowing import Narrowing  # only when asked for

    return Narrowing(options)


def _words(said: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word for each in said for part in each.split(",") if (word := part.strip()))


def read_date(said: str) -> date:
    """The date that follows `--start`.

    Raises:
        UsageError: when it is none, or none to start on.

    """
    from datetime import date  # only for --start

    from cadence_lint.formats.values import start_problem

    try:
        start = date.fromisoformat(said)
    except ValueError:
        raise UsageError(f"--start: {said!r} is no date; write it as 2026-12-01") from None
    if problem := start_problem(start):
        raise UsageError(f"--start: {problem}")
    return start


def _format(said: Format) -> Output:
    """The output that is meant."""
    if said != "auto":
        return said
    return "github" if os.environ.get("GITHUB_ACTIONS") == "true" else "pretty"


def _output(said: str) -> tuple[Output, str]:
    """A format and a file, written FORMAT:FILE."""
    name, _, path = said.partition(":")
    for known in get_args(Output):
        if name == known and path:
            return known, path
    formats = ", ".join(get_args(Output))
    raise UsageError(
        f"--output: {said!r} is not FORMAT:FILE, as in json:findings.json;"
        f" FORMAT is one of {formats}"
    )


def _without_nothing(request: Request) -> tuple[Request, Callable[[], bytes]]:
    """The request without standard input where that is empty, and what reads it else."""
    if "-" not in request.paths:
        return request, read_stdin
    data = read_stdin()
    paths = request.paths if data.strip() else tuple(path for path in request.paths if path != "-")
    return request._replace(paths=paths), lambda: data


def read_stdin() -> bytes:
    """All of standard input."""
    return sys.stdin.buffer.read()


def _status(outcome: Outcome, options: CheckOptions) -> int:
    if outcome.has_errors:
        return FAILED
    if not outcome.has_sequences and not options.allow_empty:
        where = ", ".join(options.paths) or os.curdir
        return complain(f"nothing to lint: no sequence in {where} (--allow-empty accepts that)")
    if options.fail_on == "never":
        return 0
    return int(outcome.worst >= SEVERITIES.index(options.fail_on))
