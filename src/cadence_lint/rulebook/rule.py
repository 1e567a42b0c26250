"""A rule as a run knows it: which check, with which limits, how severe, and in which words.

Light enough to be loaded from the compiled rule book alone; `rule_file` reads rules from files.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, Literal, get_args

from cadence_lint.patterns import regex
from cadence_lint.record import NamedTuple, Record

if TYPE_CHECKING:
    from cadence_lint.finding import Confidence, Severity
    from cadence_lint.rulebook.options import Plain

Preset = Literal["recommended", "strict", "all"]
PRESETS: tuple[Preset, ...] = get_args(Preset)

_PLACEHOLDER = regex(r"(?<!\{)\{(\w+)\}(?!\})")
"""`{count}` is the check's value; `{{first_name}}` is a merge field that the words speak of."""


class Level(NamedTuple):
    """A severity, and when it holds: a bound for the check's measure, and words for its traits."""

    severity: Severity
    above: float | None = None
    below: float | None = None
    when: dict[str, list[str]] = {}


class Rule(Record):
    """One thing that the linter objects to: what a run needs to know of it."""

    id: str
    summary: str
    preset: Preset
    severity: Severity
    confidence: Confidence
    check: str
    message: str
    advice: str
    options: dict[str, Plain] = {}
    levels: tuple[Level, ...] = ()
    when: dict[str, list[str]] = {}
    covers: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    why: str = ""
    """Why a reader minds, in a few sentences."""

    @property
    def family(self) -> str:
        """The folder that the rule stands in."""
        return self.id.split("/", 1)[0]


def named_values(template: str) -> list[str]:
    """The values that a message or an advice names."""
    return _PLACEHOLDER.findall(template)


def fill(template: str, values: dict[str, Any]) -> str:
    """A rule's message or advice with the check's values in it."""
    if "{" not in template:
        return template
    first, *others = _parts_of(template)
    named = zip(others[::2], others[1::2], strict=True)
    shown = (_shown(values.get(name, f"{{{name}}}")) + text for name, text in named)
    return first + "".join(shown)


@lru_cache(maxsize=1024)
def _parts_of(template: str) -> list[str]:
    """A text, the name of a value, a text and so on."""
    return _PLACEHOLDER.split(template)


def _shown(value: Any) -> str:
    return f"{value:g}" if isinstance(value, float) else str(value)
