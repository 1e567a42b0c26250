"""Why a rule is silent about an example that it must flag: where its author looks next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadence_lint.config.selection import ActiveRule
from cadence_lint.linting.case import Case
from cadence_lint.linting.engine import holds_for_sequence, holds_for_touch

if TYPE_CHECKING:
    from cadence_lint.linting.request import Settings
    from cadence_lint.rulebook.rule import Rule
    from cadence_lint.sequence import Sequence, Touch


def why_silent(rule: Rule, at: tuple[str, ...], sequence: Sequence, settings: Settings) -> str:
    """What keeps a rule from speaking at some places of a sequence, or what to compare."""
    case = Case(sequence, settings.book, settings.config)
    for name, words in rule.when.items():
        if not holds_for_sequence({name: words}, case):
            asked = f"its `when` asks for the {name} {_either(words)}"
            return f"{asked}, and here it is {_has(name, case)}"
    touches = [touch for touch in case.touches if f"touch {touch.number}" in at] or case.touches
    where = f"touch {touches[0].number}" if len(touches) == 1 else "the example"
    spoken_of = [touch for touch in touches if holds_for_touch(rule.when, touch, case)]
    if not spoken_of:
        asked = " and ".join(
            f"the {name} {_either(rule.when[name])}"
            for name in ("channel", "position")
            if name in rule.when
        )
        return f"its `when` asks for {asked}, and {where} is something else"
    return _unheard(rule, spoken_of, case, where) or (
        f"compare `options`, `when` and what the check `{rule.check}` does with {where}"
    )


def _unheard(rule: Rule, touches: list[Touch], case: Case, where: str) -> str | None:
    """That no message says what the rule listens for; None where one does, or it needs nothing."""
    wanted = ActiveRule(rule).wanted
    if not wanted:
        return None
    if not case.is_understood:
        return (
            f"the copy is taken for another language ({case.language}) than there are phrases for"
        )
    readings = [case.reading(message) for touch in touches for message in touch.messages]
    found = [fact for reading in readings for fact in reading.facts(*sorted(wanted))]
    if found:
        quote = " ".join(found[0].quote.split())
        return f'"{quote}" is heard, and one of its `options` lets it pass'
    names = _either([f"`{name}`" for name in sorted(wanted)])
    return f"nothing in {where} is heard as {names}: compare its words with the phrases"


def _has(name: str, case: Case) -> str:
    """What a sequence says where a rule asks for something else."""
    audience = case.sequence.audience
    said = {
        "relationship": audience.relationship,
        "purpose": case.sequence.purpose,
        "segment": audience.segment,
        "region": ", ".join(audience.regions),
    }
    return said[name] or "not said"


def _either(words: list[str]) -> str:
    *others, last = words
    return f"{', '.join(others)} or {last}" if others else last
