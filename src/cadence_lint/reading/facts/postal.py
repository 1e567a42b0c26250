"""Postal addresses: whether a text has one, as people write them in several countries.

Generous on purpose: what looks like an address counts as one, so that nobody is told that theirs
is missing.
"""

from __future__ import annotations

import re

from cadence_lint.patterns import regex

_BOX = (
    r"\b(?:p\.? ?o\.? ?box|post(?:al)? box|private (?:mail)?(?:box|bag)|pmb|postfach|postbus"
    r"|postboks|bo[iî]te postale|apartado(?: de correos)?|casella postale|locked bag)\b"
)
_STREET = (
    r"\b\d{1,5}[a-z]?(?:[-/–]\d{1,4}[a-z]?)?,? (?:[\w.'’-]+ ){0,4}?"
    r"(?:street|st|avenue|ave|road|rd|lane|ln|drive|dr|boulevard|blvd|court|ct|square|sq|place|pl|parkway|pkwy|terrace|crescent|close"
    r"|quay|wharf|highway|hwy|plaza|mews|row|hill|gardens|broadway|way|rue|quai|cours)\b"
)
_STREET_FIRST = (
    r"(?:\b[^\W\d][\w.'’-]{0,40}(?:stra(?:ß|ss)e|str\.|weg|platz|allee|gasse|ufer|damm|ring|laan|straat"
    r"|gracht|plein|kade|gade|vej|gatan|vägen|katu|gate|veien)"
    r"|\b(?:rue|via|viale|piazza|calle|avenida|plaza|paseo|rua|ulica|ul\.)(?: [\w.'’-]+){1,4}),?"
    r" \d{1,4}\b"
)
_POSTCODE = (
    r"\b[A-Z]{2},? \d{5}(?:-\d{4})?\b"  # US
    r"|\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b"  # United Kingdom
    r"|\b[A-Z]\d[A-Z] ?\d[A-Z]\d\b"  # Canada
    r"|(?:^|[,·|] *)(?:[A-Z]{1,2}-)?\d{4,5}(?: [A-Z]{2})? +[A-ZÀ-Ý][\w'’-]+"  # the continent
    r"|\b(?:NSW|VIC|QLD|WA|SA|TAS|ACT|NT) \d{4}\b"  # Australia
)
_WORDS = regex(rf"{_BOX}|{_STREET}|{_STREET_FIRST}", re.IGNORECASE)
_CODES = regex(_POSTCODE, re.MULTILINE)


def has_postal_address(value: str) -> bool:
    """Whether a text has a postal address, or a box."""
    return bool(_WORDS.search(value) or _CODES.search(value))
