"""The schemas of regions and time zones, which an editor completes."""

from __future__ import annotations

from functools import cache

from cadence_lint.room.regions import COUNTRIES, GROUPS, NAMES
from cadence_lint.schema.parts import BLANK, Schema, ignoring_case, one_of

_SEVERAL: Schema = {"type": "string", "pattern": r"[,;]"}
"""Several in one text are taken apart, and looked at, when they are read."""


@cache
def region(*, several: bool) -> Schema:
    """A region, in any of the ways in which `normal_region` takes one; or several in one text."""
    codes = "|".join(_dotted(code.lower()) for code in sorted({*COUNTRIES, "UK"}))
    names = "|".join(map(_dotted, (*sorted(NAMES), *(group.lower() for group in GROUPS))))
    part = r"\.*[-_]\.*(?:[A-Za-z0-9]\.*){1,3}"
    written = rf"^[\s.]*(?:[tT][hH][eE]\s[\s.]*)?(?:(?:{codes})(?:{part})?|{names})[\s.]*$"
    return one_of(
        {"enum": [*sorted(COUNTRIES), *GROUPS]},
        {"type": "string", "pattern": written, "patternErrorMessage": "no region: DE, US-CA, EU"},
        *(_SEVERAL, *BLANK["anyOf"]) if several else (),
    )


def _dotted(name: str) -> str:
    """A pattern for a name in any case, with full stops anywhere: `U.K.`."""
    between = {" ": r"\s[\s.]*", "-": r"[-_]\.*"}
    return "".join(between.get(sign) or rf"{ignoring_case(sign)}\.*" for sign in name)


@cache
def zone() -> Schema:
    """The name of a time zone; text with space around it is looked at when it is read."""
    from zoneinfo import available_timezones

    known = sorted(name for name in available_timezones() if name[0].isupper())
    spaced: Schema = {"type": "string", "pattern": r"^\s|\s$"}
    return one_of({"enum": known}, spaced, _SEVERAL, *BLANK["anyOf"])
