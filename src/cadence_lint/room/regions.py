"""Where readers are: countries, their parts, and groups of countries.

Regions are ISO 3166-1 countries (`DE`), their subdivisions (`DE-BY`), and groups of countries
(`EU`, `DACH`), which say whose law holds but have no holidays of their own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadence_lint.patterns import regex

if TYPE_CHECKING:
    from collections.abc import Mapping


def _codes(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


COUNTRIES = _codes("""
    AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR
    BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ
    EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW
    GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY
    KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV
    MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY
    QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG
    TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA
    ZM ZW
    """)
"""ISO 3166-1 alpha-2, and XK, which is in use for Kosovo."""

_EU = _codes("AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK")
_EEA = _EU | {"IS", "LI", "NO"}
_EUROPE = _EEA | _codes("AD AL AX BA BY CH FO GB GG GI IM JE MC MD ME MK RS RU SJ SM TR UA VA XK")
_MIDDLE_EAST = _codes("AE BH IL IQ IR JO KW LB OM PS QA SA SY YE")
_NORTH_AFRICA = _codes("DZ EG EH LY MA SD TN")
_AFRICA = _NORTH_AFRICA | _codes("""
    AO BF BI BJ BW CD CF CG CI CM CV DJ ER ET GA GH GM GN GQ GW KE KM LR LS MG ML MR MU MW MZ NA
    NE NG RE RW SC SH SL SN SO SS ST SZ TD TG TZ UG YT ZA ZM ZW
    """)

GROUPS: Mapping[str, frozenset[str]] = {
    "EU": _EU,
    "EEA": _EEA,
    "EUROPE": _EUROPE,
    "EMEA": _EUROPE | _MIDDLE_EAST | _AFRICA,
    "MENA": _MIDDLE_EAST | _NORTH_AFRICA,
    "DACH": _codes("AT CH DE"),
    "BENELUX": _codes("BE LU NL"),
    "NORDICS": _codes("AX DK FI FO IS NO SE"),
    "UKI": _codes("GB IE"),
    "ANZ": _codes("AU NZ"),
    "APAC": _codes("""
        AU BD BN BT CN FJ HK ID IN JP KH KP KR LA LK MM MN MO MV MY NP NZ PG PH PK SG TH TL TW VN
        """),
    "LATAM": _codes("AR BO BR BZ CL CO CR CU DO EC GT HN HT MX NI PA PE PR PY SV UY VE"),
    "NORAM": _codes("CA US"),
}

NAMES: Mapping[str, str] = {
    "america": "US",
    "argentina": "AR",
    "asia pacific": "APAC",
    "asia-pacific": "APAC",
    "australia": "AU",
    "austria": "AT",
    "belgium": "BE",
    "brazil": "BR",
    "britain": "GB",
    "canada": "CA",
    "chile": "CL",
    "china": "CN",
    "colombia": "CO",
    "czech republic": "CZ",
    "czechia": "CZ",
    "denmark": "DK",
    "deutschland": "DE",
    "england": "GB-ENG",
    "european union": "EU",
    "finland": "FI",
    "france": "FR",
    "germany": "DE",
    "great britain": "GB",
    "greece": "GR",
    "holland": "NL",
    "hong kong": "HK",
    "hungary": "HU",
    "iceland": "IS",
    "india": "IN",
    "ireland": "IE",
    "israel": "IL",
    "italy": "IT",
    "japan": "JP",
    "ksa": "SA",
    "latin america": "LATAM",
    "luxembourg": "LU",
    "mexico": "MX",
    "namer": "NORAM",
    "netherlands": "NL",
    "new zealand": "NZ",
    "nordic": "NORDICS",
    "north america": "NORAM",
    "northern ireland": "GB-NIR",
    "norway": "NO",
    "poland": "PL",
    "portugal": "PT",
    "romania": "RO",
    "saudi arabia": "SA",
    "scotland": "GB-SCT",
    "singapore": "SG",
    "south africa": "ZA",
    "south korea": "KR",
    "spain": "ES",
    "sweden": "SE",
    "switzerland": "CH",
    "taiwan": "TW",
    "turkey": "TR",
    "uae": "AE",
    "uk": "GB",
    "ukraine": "UA",
    "united arab emirates": "AE",
    "united kingdom": "GB",
    "united states": "US",
    "united states of america": "US",
    "usa": "US",
    "wales": "GB-WLS",
}

_SHOWN: Mapping[str, str] = {
    "CA": "Canada",
    "DE": "Germany",
    "EU": "the EU",
    "GB": "the United Kingdom",
    "US": "the United States",
}

_SUBDIVISION = regex(r"([A-Z]{2})-([A-Z0-9]{1,3})")


def normal_region(text: str) -> str | None:
    """The one name of a region, however it is written; None if it is no region.

    `uk`, `U.K.` and `United Kingdom` are `GB`, `uk-sct` is `GB-SCT`, `eu` is `EU`.
    """
    plain = " ".join(text.casefold().replace(".", "").replace("_", "-").split())
    plain = plain.removeprefix("the ")
    if plain in NAMES:
        return NAMES[plain]
    code = plain.upper()
    if code in COUNTRIES or code in GROUPS:
        return code
    subdivision = _SUBDIVISION.fullmatch(code)
    if subdivision:
        country = "GB" if subdivision[1] == "UK" else subdivision[1]
        return f"{country}-{subdivision[2]}" if country in COUNTRIES else None
    return None


def shown_region(region: str) -> str:
    """A region as people say it, where its one name is not what they say."""
    return _SHOWN.get(region, region)


def is_in(region: str, other: str) -> bool:
    """Whether all of a region lies in another: `DE-BY` in `DE`, `DE` in `EU`, `EU` in `EMEA`."""
    inner, outer = normal_region(region), normal_region(other)
    if inner is None or outer is None:
        return False
    if "-" in outer:
        return inner == outer
    return _countries(inner) <= _countries(outer)


def overlaps(region: str, other: str) -> bool:
    """Whether a reader can be in both regions: an `EMEA` audience has readers in `DE`."""
    one, two = normal_region(region), normal_region(other)
    if one is None or two is None:
        return False
    if "-" in one and "-" in two:
        return one == two
    return not _countries(one).isdisjoint(_countries(two))


def is_group(region: str) -> bool:
    """Whether a region, by its one name, is a group of countries."""
    return region in GROUPS


def _countries(region: str) -> frozenset[str]:
    return GROUPS.get(region) or frozenset({region.partition("-")[0]})
