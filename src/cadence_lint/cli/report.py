"""`cadence-lint report`: one page about all sequences and each of them, for a browser."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from cadence_lint.cli import FAILED, complain
from cadence_lint.cli.check import for_a_report, request_of
from cadence_lint.cli.progress import Progress
from cadence_lint.cli.targets import named, refuse_overwriting
from cadence_lint.linting.linter import Linter
from cadence_lint.linting.run import Job
from cadence_lint.output import render
from cadence_lint.output.summary import number
from cadence_lint.output.terminal import Look, one_line

if TYPE_CHECKING:
    from cadence_lint.cli.plain import CheckOptions

STANDARD_OUTPUT = "-"


def report(options: CheckOptions, output: str) -> int:
    """Write the page, whatever was found; what could not be read is a failure all the same."""
    job = Job(Linter(for_a_report(request_of(options))), sys.stdin.buffer.read)
    if output != STANDARD_OUTPUT:
        refuse_overwriting("--output", [output], job.files)
    with Progress() as progress:
        run = job.run(progress)
    if not run.sequences and not run.errors:
        where = ", ".join(options.paths) or os.curdir
        return complain(f"nothing to report: no sequence in {where}")
    page = render(run, "html", Look())
    if output == STANDARD_OUTPUT:
        sys.stdout.write(page)
    else:
        with named(output), open(output, "w", encoding="utf-8", errors="backslashreplace") as file:
            file.write(page)
        said = f"{one_line(output)}: {number(len(run.sequences), 'sequence')}; open it in a browser"
        sys.stderr.write(f"{said}\n")
    for error in run.errors:
        complain(f"{error.file}:{error.line}:{error.column}: {error.message}")
    return FAILED if run.errors else 0
