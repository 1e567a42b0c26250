"""The names of fields: what is one, when two are the same, and whose a field is."""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import pairwise
from typing import Literal

from cadence_lint.patterns import regex

Owner = Literal["reader", "company", "sender", "copy", "system"]
"""Whose a field is.

The reader's (what stands for the person), their company's (and any other fact about them), the
sender's, prepared copy that hides its words (an icebreaker), or the system's (links, dates).
"""

_Where = Literal["first", "anywhere", "whole"]

# The first row that fits says whose a field is. Words that belong together are written together:
# `jobtitle` stands for "job title" too, and `email#` for "email_1".
_OWNERS: tuple[tuple[Owner, _Where, str], ...] = (
    ("system", "anywhere", "unsubscribe unsub optout calendar calendly booking meetinglink"),
    ("system", "anywhere", "schedulinglink eventlink webinarlink postaladdress physicaladdress"),
    ("system", "anywhere", "mailingaddress previoussubject timeofday dayofweek"),
    ("system", "first", "dn sl current today tomorrow now"),
    ("system", "whole", "date day weekday time month year week quarter season timezone"),
    ("system", "whole", "nextweek nextmonth nextquarter thisweek thismonth thisquarter lastmonth"),
    ("sender", "first", "we my our your sender sending user me from rep sdr bdr ae mailbox seller"),
    ("sender", "anywhere", "sender signature owner myname mycompany myemail myphone mytitle"),
    ("sender", "anywhere", "yourname yourcompany youremail yourphone yourtitle yourfirstname"),
    ("sender", "anywhere", "sendername senderfirstname sendercompany sendertitle senderemail"),
    ("sender", "whole", "teamname teamnumber teamnamenumber"),
    ("copy", "first", "ai specific genuine generated"),
    ("copy", "anywhere", "icebreaker personalization personalisation personalized personalised"),
    ("copy", "anywhere", "personalnote personalline opener hook snippet compliment observation"),
    ("copy", "anywhere", "firstline secondline lastline introline openingline customline line#"),
    ("copy", "anywhere", "firstsentence openingsentence customsentence subjectline intro"),
    ("copy", "anywhere", "introduction sentence paragraph blurb pitch cta postscript bullet"),
    ("copy", "whole", "line message body copy content note ps subject text custom opening"),
    ("copy", "whole", "# email# linkedin# message# sms# call# voicemail# text# body# ps#"),
    ("company", "first", "referrer referral mutual colleague manager ceo competitor"),
    ("reader", "anywhere", "firstname lastname fullname givenname familyname nickname surname"),
    ("reader", "anywhere", "fname lname preferredname salutation jobtitle roletitle"),
    ("reader", "anywhere", "vorname nachname anrede prénom prenom nombre apellido voornaam"),
    ("reader", "whole", "name first last title role position designation seniority email"),
    ("reader", "whole", "emailaddress phone phonenumber mobile contact lead prospect recipient"),
    ("reader", "whole", "person candidate subscriber nom"),
    ("company", "anywhere", "company companyname account organization organisation org business"),
    ("company", "anywhere", "firm employer industry vertical sector market niche segment city"),
    ("company", "anywhere", "competitor customer client website domain state country region"),
    ("company", "anywhere", "location department team technology tool stack product service"),
    ("company", "anywhere", "pain painpoint challenge problem topic event news funding trigger"),
    ("company", "anywhere", "headcount employees revenue role article podcast webinar project"),
    ("company", "anywhere", "connection initiative goal metric result number amount platform"),
    ("company", "anywhere", "investor donor partner brand influencer school university persona"),
    ("company", "whole", "link url post job size value benefit feature solution reason"),
)

# What stands before a name and says no more than that it is kept for the reader.
_RECORDS = frozenset(
    "contact contacts lead leads prospect prospects recipient person people candidate subscriber "
    "receiver to custom field fields customfield attribute attributes var vars variable merge "
    "property properties data".split()
)
_NAME = regex(r"[^\W\d][\w .-]*")
_PARTS = regex(r"[^\W\d_]+|\d+")
_CAMEL_HUMP = regex(r"(?<=[a-zß-ÿ])(?=[A-Z])")
_NOISE = str.maketrans("", "", "-_.")
LONGEST_NAME = 80


def is_name(text: str) -> bool:
    """Whether a text can be the name of a field."""
    return _NAME.fullmatch(text) is not None


@lru_cache(maxsize=4096)
def field_key(name: str) -> str:
    """The name as names compare: `First Name`, `first_name` and `firstName` are one."""
    return "".join(name.split()).translate(_NOISE).lower()


@lru_cache(maxsize=4096)
def record_key(name: str) -> str:
    """The name as names compare, without the record that it is kept in: `contact.first_name`."""
    return "".join(_words(name)) or field_key(name)


def owner_of(name: str) -> Owner:
    """Whose a field is, by its name; an unknown name is taken for a fact about the reader."""
    return known_owner(name) or "company"


@lru_cache(maxsize=4096)
def known_owner(name: str) -> Owner | None:
    """Whose a field is, if its name says so."""
    words = ["#" if word.isdigit() else word for word in _words(name)]
    if not words:
        return None
    table = _table()
    hits = [table["first"].get(words[0]), table["whole"].get("".join(words))]
    hits += [table["anywhere"].get(word) for word in words]
    hits += [table["anywhere"].get(one + two) for one, two in pairwise(words)]
    return min((hit for hit in hits if hit), default=(0, None))[1]


def _words(name: str) -> list[str]:
    """The words of a name, without those that say where it is kept."""
    parts = _PARTS.findall(_CAMEL_HUMP.sub(" ", name[:LONGEST_NAME]))
    words = [part.lower() for part in parts]
    while len(words) > 1 and words[0] in _RECORDS:
        del words[0]
    return words


@cache
def _table() -> dict[_Where, dict[str, tuple[int, Owner]]]:
    """For each way to fit, each word's first row and whose it says that a field is."""
    table: dict[_Where, dict[str, tuple[int, Owner]]] = {"first": {}, "anywhere": {}, "whole": {}}
    for row, (owner, where, words) in enumerate(_OWNERS):
        for word in words.split():
            table[where].setdefault(word, (row, owner))
    return table
