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
    r"\b(?:rue|via|viale|piazza|calle|avenida|plaza|paseo|rua|ulica|ul\.)(?: [\w.'’-]+){1,4}"
    r",? \d{1,4}\b"
)
_STREET_NAME = regex(
    r"\b[^\W\d][\w.'’-]{0,40}(?:stra(?:ß|ss)e|str\.|weg|platz|allee|gasse|ufer|damm|ring|laan"
    r"|straat|gracht|plein|kade|gade|vej|gatan|vägen|katu|gate|veien)\Z"
)
_LONGEST_STREET_NAME = 60
_HOUSE_NUMBER = regex(r",? \d{1,4}\b")
_POSTCODE = (
    r"\b[A-Z]{2},? \d{5}(?:-\d{4})?\b"  # US
    r"|\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b"  # United Kingdom
    r"|\b[A-Z]\d[A-Z] ?\d[A-Z]\d\b"  # Canada
    r"|(?:^|[,·|] *)(?:[A-Z]{1,2}-)?\d{4,5}(?: [A-Z]{2})? +[A-ZÀ-Ý][\w'’-]+"  # the continent
    r"|\b(?:NSW|VIC|QLD|WA|SA|TAS|ACT|NT) \d{4}\b"  # Australia
)
_BOXES = regex(_BOX)
_STREETS = regex(rf"{_STREET}|{_STREET_FIRST}")
_CODES = regex(_POSTCODE, re.MULTILINE)
_DIGIT = regex(r"\d")
_FOUR_DIGITS = regex(r"\d\d{3}")
_LETTER_AND_DIGIT = regex(r"[A-Z]\d")


def has_postal_address(value: str) -> bool:
    """Whether a text has a postal address, or a box."""
    said = value.lower()
    if _BOXES.search(said):
        return True
    if not _DIGIT.search(said):  # all others have a number
        return False
    return (
        _STREETS.search(said) is not None
        or any(_follows_street(said, number.start()) for number in _HOUSE_NUMBER.finditer(said))
        or (_may_have_code(value) and _CODES.search(value) is not None)
    )


def _may_have_code(value: str) -> bool:
    """Whether a text has what every code has; most have none of it."""
    return bool(_FOUR_DIGITS.search(value) or _LETTER_AND_DIGIT.search(value))


def _follows_street(said: str, at: int) -> bool:
    """Whether a number stands behind the name of a street: `Lindenweg 12`."""
    return _STREET_NAME.search(said[max(at - _LONGEST_STREET_NAME, 0) : at]) is not None
