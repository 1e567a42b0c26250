"""What a merge field or a blank tells the reader about themselves.

`{{first_name}}` and `{{company}}` are on every list that was ever bought; `{{new_property}}` is
known of this reader only; `[Similar Company]` is somebody else.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from cadence_lint.patterns import regex
from cadence_lint.reading.template.names import LONGEST_NAME, owner_of

Kind = Literal["list", "own", "third", "figure", "none"]
"""On any list, known of this reader only, about a third party, a result, or none of them."""

_ON_LISTS = frozenset(
    "name first last full given family nick nickname preferred surname fname lname firstname"
    " lastname fullname company account organization organisation org business firm employer"
    " agency brand industry vertical sector market niche segment field space trade city"
    " state country region"
    " location title job role position jobtitle department team email phone mobile website"
    " domain url contact lead prospect recipient person candidate customer client your their"
    " his her the of my size headcount employees persona salutation investor donor host influencer"
    " winery hotel restaurant bakery shop store brewery clinic practice school gym church venue"
    " seniority mr ms mrs dr platform school university here reader hiring manager"
    " blog site channel podcast show magazine journal publication newsletter outlet club editor"
    " abc xyz acme john jane smith doe"
    # what is written for a list, trade by trade
    " pain pains point points problem problems challenge challenges struggle struggles area areas"
    " day days date time timeframe tag you solve a b c d"
    # who they are
    " fund nonprofit charity foundation hospice founder partner guest professor doctor executive"
    " recruiter college high major degree graduation".split()
)
TRADES = frozenset("industry vertical sector market niche segment trade field space".split())
_THIRD = frozenset(
    "similar competitor competitors peer peers other another example reference existing case"
    " mutual referrer referral connection colleague friend comparable well-known known named"
    " portfolio".split()
)
_RESULTS = frozenset(
    "result results outcome metric metrics number figure stat statistic percentage percent amount"
    " roi".split()
)
_OFFERED = frozenset(
    "value proposition prop benefit benefits service services offer offering feature features"
    " solution product products usp price skill skills expertise".split()
)
"""What the sender has to sell; who fills it in writes the same to everybody."""
_WARES = frozenset("service services solution product products feature features tool app".split())
_LINKS = frozenset("link url website portfolio demo page video calendar".split())
_NOT_TOLD = frozenset(
    "link url html handle redacted withheld deleted omitted sic generic boilerplate canned".split()
)
"""A link or an account of whoever writes, where somebody took out what was written, or a story
for everybody."""
_PARTS = regex(r"[^\W\d_]+")
_CAMEL_HUMP = regex(r"(?<=[a-zß-ÿ])(?=[A-Z])")


@lru_cache(maxsize=4096)
def kind_of(name: str) -> Kind:
    """What a field tells, by its name."""
    owner = owner_of(name)
    if name.strip().lower() in _LINKS:
        return "none"
    if owner not in ("reader", "company"):
        return "none"
    parts = _parts(name)
    if not "".join(parts).strip("x") or not _NOT_TOLD.isdisjoint(parts):
        return "none"
    if not _RESULTS.isdisjoint(parts):
        return "figure"
    if not _OFFERED.isdisjoint(parts):
        return "none"
    if not _THIRD.isdisjoint(parts[:2]):
        return "third"
    if parts[0] in ("customer", "client") and len(parts) > 1 and parts[1] in ("name", "logo"):
        return "list"
    return "list" if all(part in _ON_LISTS for part in parts) else "own"


@lru_cache(maxsize=4096)
def names_trade(name: str) -> bool:
    """Whether a field holds a trade, in which the reader is one of many: `{{industry}}`."""
    parts = _parts(name)
    return bool(parts) and parts[-1] in TRADES


@lru_cache(maxsize=4096)
def names_ware(name: str) -> bool:
    """Whether a field is for a thing that is sold: `[Product]`, `<Cool Service>`."""
    named = [part for part in _parts(name) if part != "name"]
    return bool(named) and named[-1] in _WARES


def _parts(name: str) -> list[str]:
    """The words of a name: `productName`, `product_name` and `Product Name` have the same."""
    return [part.lower() for part in _PARTS.findall(_CAMEL_HUMP.sub(" ", name[:LONGEST_NAME]))]
