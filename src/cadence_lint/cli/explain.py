"""`cadence-lint explain`: why a reader minds, and what stands at a place in a file.

It explains a rule, lists a family of rules, or says what is found at `FILE:LINE`.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from cadence_lint.cli.check import request_of
from cadence_lint.cli.ground import NOWHERE, find_page, find_rule
from cadence_lint.cli.plain import UsageError
from cadence_lint.linting.linter import Linter
from cadence_lint.output.terminal import hang, look_for, page, wrap
from cadence_lint.patterns import regex
from cadence_lint.rulebook.principles import FAMILIES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cadence_lint.cli.plain import CheckOptions
    from cadence_lint.linting.request import Settings
    from cadence_lint.output.terminal import Look

SEVERITY_WORDS = {
    "error": "must be fixed",
    "warning": "should be fixed",
    "info": "a detail",
}
_PLACE = regex(r"(.+?):(\d+)(?::(\d+))?")


def explain(target: str, options: CheckOptions) -> int:
    """Explain a rule, a family of rules, or a place in a file, under the options of `check`.

    Raises:
        UnknownRule: with what was probably meant.
        UsageError: when a file is named without a line, or an option makes no sense.

    """
    request = request_of(options)
    look = look_for(sys.stdout, options.color, verbose=options.verbose)
    place = _PLACE.fullmatch(target)
    if place and (os.path.exists(place[1]) or not os.path.exists(target)):
        from cadence_lint.cli.explain_line import Spot, explain_line

        spot = Spot(int(place[2]), int(place[3]) if place[3] else None)
        return explain_line(place[1], spot, request, look)
    settings = Linter(request).settings(NOWHERE)
    families = {rule.family for rule in settings.book.rules.values()}
    if target in families:
        sys.stdout.write(page(list(_family(target, settings, look))))
        return 0
    if os.path.isfile(target) and target not in settings.book.rules:
        raise UsageError(
            f"which line of it? `cadence-lint explain {target}:12` explains line 12,"
            f" `cadence-lint check {target}` checks it all"
        )
    from cadence_lint.cli.explain_rule import explanation

    rule = find_rule(target, settings.book)
    found = find_page(rule, settings.config)
    sys.stdout.write(page(list(explanation(found, settings, look))))
    return 0


def _family(name: str, settings: Settings, look: Look) -> Iterator[str]:
    """The rules of a family, and which of them are on."""
    on = {active.rule.id: active.severity or active.rule.severity for active in settings.rules}
    yield look.paint("bold", name)
    if name in FAMILIES:
        yield from wrap(FAMILIES[name], look.width)
    for rule in sorted(settings.book.rules.values(), key=lambda rule: rule.id):
        if rule.family == name:
            severity = on.get(rule.id)
            state = SEVERITY_WORDS[severity] if severity else f"off, in the preset {rule.preset}"
            yield ""
            yield from hang("", rule.summary, look.width, 2)
            for line in hang("", f"{rule.id} · {state}", look.width, 2):
                yield look.paint("dim", line)
    yield ""
    yield from wrap(f"to see why: cadence-lint explain {name}/RULE", look.width)
