"""The command line.

Importing Typer takes longer than linting a sequence. So the everyday call, `check` with its
documented options, is read by `plain`; whatever `plain` does not know goes to the Typer app, which
defines every command and reports every mistake.
"""

from __future__ import annotations

import gc
import os
import sys

COMPLETION = "_CADENCE_LINT_COMPLETE"
"""Set by a shell that asks for completions."""
FAILED = 2
"""The exit status of a run that could not be done as asked."""
_INTERRUPTED = 130


def main() -> int:
    """Be the program: run what the command line asks for, and return the exit status."""
    # Little that is made here is ever garbage, and looking for it is a tenth of a short run.
    gc.set_threshold(100_000, 50, 50)
    _open_streams()
    try:
        status = run(sys.argv[1:])
    except Exception:  # a mistake of ours, whose usual status would mean that something was found
        sys.excepthook(*sys.exc_info())
        status = FAILED
    if "cadence_lint.cache.kept_patterns" in sys.modules:
        from cadence_lint.cache.kept_patterns import keep

        keep()
    gc.freeze()
    return status


def run(words: list[str]) -> int:
    """Run what some words ask for, and return the exit status."""
    _speak_utf8()
    try:
        status = _run(words)
        flush()
    except BrokenPipeError:
        leave_pipe()
        return 0
    except KeyboardInterrupt:
        return _INTERRUPTED
    except Exception as problem:
        said = _said(problem)
        if said is None:
            raise
        return complain(said)
    return status


def complain(message: str) -> int:
    """Say why the run could not be done, and return the exit status for it."""
    from cadence_lint.output.terminal import safe  # only on the way out

    sys.stderr.write(f"cadence-lint: {safe(message)}\n")
    return FAILED


def _run(words: list[str]) -> int:
    if words == ["--version"]:
        from cadence_lint.version import VERSION

        sys.stdout.write(f"cadence-lint {VERSION}\n")
        return 0
    if words[:1] == ["check"] and COMPLETION not in os.environ:
        from cadence_lint.cli.plain import read_check

        options = read_check(words[1:])
        if options is not None:
            from cadence_lint.cli.check import check

            return check(options)
    from cadence_lint.cli.app import run_app  # Typer, which takes its time

    return run_app(words)


def _said(problem: Exception) -> str | None:
    """What to tell about a problem that is not ours; None for one that is."""
    from cadence_lint.cli.plain import UsageError  # only on the way out
    from cadence_lint.config.selection import UnknownRule
    from cadence_lint.source import SetupError

    if isinstance(problem, SetupError):
        at = problem.place
        return f"{_from_here(at.file)}:{at.line}:{at.column}: {problem.message}"
    if isinstance(problem, (UsageError, UnknownRule)):
        return str(problem)
    if isinstance(problem, OSError):
        reason = problem.strerror or str(problem)
        return f"{problem.filename}: {reason}" if problem.filename else reason
    return None


def _from_here(path: str) -> str:
    """A path as it is typed here, where it lies in this folder."""
    here = os.path.join(os.getcwd(), "")
    return path.removeprefix(here)


def _open_streams() -> None:
    """Give what was started without standard streams some that lead nowhere."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, os.fdopen(os.open(os.devnull, os.O_RDWR), mode))


def _speak_utf8() -> None:
    """Write UTF-8 whatever the locale says; what has no UTF-8 is written as an escape."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")


def flush() -> None:
    """Say all that is left to say, if anybody reads it."""
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        leave_pipe()


def leave_pipe() -> None:
    """Let all that is still said go nowhere: nobody reads any more."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
