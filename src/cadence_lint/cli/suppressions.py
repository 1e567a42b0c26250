"""`cadence-lint suppressions PATHS`: what is ignored on purpose, and whether it still has to be."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Any

from cadence_lint.cli import FAILED, complain
from cadence_lint.cli.jobs import cpus
from cadence_lint.config.leftovers import holds_all
from cadence_lint.linting.file_work import decided_in_config
from cadence_lint.linting.linter import Linter
from cadence_lint.linting.request import Request
from cadence_lint.linting.run import lint_with
from cadence_lint.output.summary import number
from cadence_lint.output.terminal import hang, look_for, one_line, page

if TYPE_CHECKING:
    from datetime import date

    from cadence_lint.acceptance.suppressions import Outcome
    from cadence_lint.linting.results import Decided, Run
    from cadence_lint.output.terminal import Look

_WORDS: dict[Outcome, str] = {
    "used": "in use",
    "unused": "not needed",
    "ended": "ended",
    "unknown": "no effect",
}
_STYLES: dict[Outcome, str] = {
    "used": "green",
    "unused": "yellow",
    "ended": "yellow",
    "unknown": "dim",
}
_STATE = 12
_MANY_DAYS, _MANY_WEEKS, _MONTH = 14, 9, 30.4
_COLUMNS = ("file", "line", "rules", "state", "since", "until", "reason")


def suppressions(
    paths: tuple[str, ...], *, form: str, config: str | None, use_config: bool, color: str
) -> int:
    """List comments and entries of configurations, and what came of each."""
    linter = Linter(
        Request(
            paths or (os.curdir,),
            config,
            use_config,
            wants_score=False,
            keeps_decisions=True,
            jobs=cpus(),
        )
    )
    run = lint_with(linter, sys.stdin.buffer.read)
    found = _all(linter, run)
    dates = _dates(found)
    if form == "json":
        sys.stdout.write(_json(found, dates))
    elif form == "csv":
        sys.stdout.write(_csv(found, dates))
    else:
        sys.stdout.write(page(_listing(found, dates, _today(linter), look_for(sys.stdout, color))))
    for error in run.errors:
        complain(f"{error.file}:{error.line}:{error.column}: {error.message}")
    return FAILED if run.errors else 0


Dates = dict[tuple[str, int], "date"]
"""Since when a line of a file is as it is, as far as git knows."""


def _all(linter: Linter, run: Run) -> list[Decided]:
    """Each decision once; one of a configuration is settled by all files that it is about."""
    today = _today(linter)
    everywhere: dict[tuple[str, int, tuple[str, ...]], list[Decided]] = {}
    in_part: set[tuple[str, int, tuple[str, ...]]] = set()
    for config in linter.configs:
        for ignore in config.ignore:
            has_ended = ignore.until is not None and ignore.until < today
            each = decided_in_config(ignore, "ended" if has_ended else "unknown")
            key = (each.file, each.line, each.rules)
            everywhere[key] = [each]
            if run.errors or not holds_all(linter.request.paths, config):
                in_part.add(key)
    beside = []
    seen: dict[tuple[str, int, tuple[str, ...]], list[Decided]] = {}
    for file in run.files:
        for each in file.decided:
            if each.in_config:
                seen.setdefault((each.file, each.line, each.rules), []).append(each)
            else:
                beside.append(each)
    settled = [
        _settled(seen.get(key, declared), in_part=key in in_part)
        for key, declared in everywhere.items()
    ]
    return sorted([*beside, *settled], key=lambda each: (each.file, each.line, each.rules))


def _settled(outcomes: list[Decided], *, in_part: bool) -> Decided:
    """The outcome over all files; what was looked at in part is not called unused."""
    order: tuple[Outcome, ...] = ("used", "unknown", "unused", "ended")
    found = min(outcomes, key=lambda each: order.index(each.outcome))
    return found._replace(outcome="unknown") if in_part and found.outcome == "unused" else found


def _dates(found: list[Decided]) -> Dates:
    """When the lines were written, where git knows."""
    from cadence_lint.acceptance.history import dates_of

    lines: dict[str, list[int]] = {}
    for each in found:
        lines.setdefault(each.file, []).append(each.line)
    return {
        (file, line): day
        for file, numbers in lines.items()
        for line, day in dates_of(file, numbers).items()
    }


def _listing(found: list[Decided], dates: Dates, today: date, look: Look) -> list[str]:
    """A block for each: its state, its rules, where it is, and why."""
    if not found:
        return ["nothing is ignored here"]
    lines: list[str] = []
    for each in found:
        state = look.paint(_STYLES[each.outcome], f"{_WORDS[each.outcome]:{_STATE}}")
        lines.append(f"{state}{one_line(', '.join(each.rules))}")
        since = dates.get((each.file, each.line))
        about = [
            f"{one_line(each.file)}:{each.line}",
            f"since {since}{_age(since, today)}" if since else "",
            f"until {each.until}" if each.until else "",
        ]
        lines += hang("", " · ".join(filter(None, about)), look.width, _STATE)
        lines += hang("", each.reason or "no reason given", look.width, _STATE)
        lines.append("")
    states = [(_WORDS[name], sum(e.outcome == name for e in found)) for name in _WORDS]
    counts = ", ".join(f"{count} {word}" for word, count in states if count)
    return [*lines, f"{number(len(found), 'suppression')}: {counts}"]


def _today(linter: Linter) -> date:
    from datetime import date

    return linter.request.today or date.today()


def _age(since: date, today: date) -> str:
    """How long ago that is, as people say it."""
    days = (today - since).days
    if days < _MANY_DAYS:
        return f" ({number(days, 'day')})" if days > 0 else ""
    if days < _MANY_WEEKS * 7:
        return f" ({number(days // 7, 'week')})"
    return f" ({number(round(days / _MONTH), 'month')})"


def _json(found: list[Decided], dates: Dates) -> str:
    import json

    from cadence_lint.output.json import inert

    said = {"version": 1, "suppressions": [_plain(each, dates) for each in found]}
    return inert(json.dumps(said, indent=2, ensure_ascii=False)) + "\n"


def _plain(each: Decided, dates: Dates) -> dict[str, Any]:
    since = dates.get((each.file, each.line))
    return {
        "file": each.file,
        "line": each.line,
        "rules": list(each.rules),
        "reason": each.reason,
        "since": since.isoformat() if since else None,
        "until": each.until.isoformat() if each.until else None,
        "outcome": each.outcome,
        "in_configuration": each.in_config,
    }


def _csv(found: list[Decided], dates: Dates) -> str:
    import csv
    import io

    from cadence_lint.output.csv import cell

    text = io.StringIO()
    table = csv.writer(text, lineterminator="\n")
    table.writerow(_COLUMNS)
    for each in found:
        values = (
            each.file,
            each.line,
            ", ".join(each.rules),
            _WORDS[each.outcome],
            str(dates.get((each.file, each.line), "")),
            str(each.until or ""),
            each.reason,
        )
        table.writerow([cell(value) for value in values])
    return page(text.getvalue().removesuffix("\n").split("\n"))
