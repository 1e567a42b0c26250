"""`cadence-lint rules`: every rule, what it is about, and whether it is on."""

from __future__ import annotations

import sys
from itertools import groupby
from typing import TYPE_CHECKING, Any

from cadence_lint.cli.ground import settings_for
from cadence_lint.output.summary import number
from cadence_lint.output.terminal import hang, look_for, one_line, page

if TYPE_CHECKING:
    from cadence_lint.finding import Severity
    from cadence_lint.linting.request import Settings
    from cadence_lint.output.terminal import Look
    from cadence_lint.rulebook.rule_file import Rule


def rules(
    *, as_json: bool, config: str | None, use_config: bool, preset: str | None, color: str
) -> int:
    """List the rules by family."""
    settings = settings_for(config=config, use_config=use_config, preset=preset)
    if as_json:
        import json

        text = json.dumps(_report(settings), indent=2, ensure_ascii=False) + "\n"
    else:
        text = page(_listing(settings, look_for(sys.stdout, color)))
    sys.stdout.write(text)
    return 0


def _sorted(settings: Settings) -> list[Rule]:
    return sorted(settings.book.rules.values(), key=lambda rule: rule.id)


def _severities(settings: Settings) -> dict[str, Severity]:
    """The severity of each rule that is on."""
    return {each.rule.id: each.severity or each.rule.severity for each in settings.rules}


def _report(settings: Settings) -> dict[str, Any]:
    on = _severities(settings)
    return {
        "version": 1,
        "rules": [
            {
                "id": rule.id,
                "family": rule.family,
                "summary": rule.summary,
                "severity": on.get(rule.id, rule.severity),
                "confidence": rule.confidence,
                "preset": rule.preset,
                "enabled": rule.id in on,
                "aliases": list(rule.aliases),
            }
            for rule in _sorted(settings)
        ],
    }


def _listing(settings: Settings, look: Look) -> list[str]:
    on = _severities(settings)
    lines: list[str] = []
    for family, members in groupby(_sorted(settings), key=lambda rule: rule.family):
        lines += [look.paint("bold", family)]
        for rule in members:
            severity = on.get(rule.id)
            state = severity or f"off ({rule.preset})"
            style = {"error": "red", "warning": "yellow", "info": "cyan"}.get(severity or "", "dim")
            summary = hang("", rule.summary, look.width, 4)
            lines.append(f"  {one_line(rule.id)}  {look.paint(style, state)}")
            lines += summary
        lines.append("")
    count = len(settings.book.rules)
    origin = settings.config.path or "no configuration"
    said = f"{number(count, 'rule')}, {len(on)} on here ({origin})"
    return [*lines, *hang("", said, look.width, 0), "why: cadence-lint explain RULE"]
