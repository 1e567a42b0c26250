"""The room: what the days are like for the recipient.

Three things make a day unlike others: a public holiday where the reader is, a weekend, and a
period that the team declares in its configuration ("year-end close").

Regions are ISO 3166-1 countries (`DE`), their subdivisions (`DE-BY`), and groups of countries
(`EU`, `DACH`), which say whose law holds but have no holidays of their own.
"""

from __future__ import annotations

import datetime
import re
from functools import lru_cache
from typing import TYPE_CHECKING, get_args

from cadence_lint.patterns import regex
from cadence_lint.record import Record
from cadence_lint.sequence import WORKING_DAYS, Purpose, Relationship, Segment

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from cadence_lint.sequence import Sequence

# --- Regions


def _codes(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


_COUNTRIES = _codes("""
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

_GROUPS: Mapping[str, frozenset[str]] = {
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

_NAMES: Mapping[str, str] = {
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

_SUBDIVISION = regex(r"([A-Z]{2})-([A-Z0-9]{1,3})")


def normal_region(text: str) -> str | None:
    """The one name of a region, however it is written; None if it is no region.

    `uk`, `U.K.` and `United Kingdom` are `GB`, `uk-sct` is `GB-SCT`, `eu` is `EU`.
    """
    plain = " ".join(text.casefold().replace(".", "").replace("_", "-").split())
    plain = plain.removeprefix("the ")
    if plain in _NAMES:
        return _NAMES[plain]
    code = plain.upper()
    if code in _COUNTRIES or code in _GROUPS:
        return code
    subdivision = _SUBDIVISION.fullmatch(code)
    if subdivision:
        country = "GB" if subdivision[1] == "UK" else subdivision[1]
        return f"{country}-{subdivision[2]}" if country in _COUNTRIES else None
    return None


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


def _countries(region: str) -> frozenset[str]:
    return _GROUPS.get(region) or frozenset({region.partition("-")[0]})


# --- Weekends

_SUNDAY_TO_THURSDAY = frozenset({6, 0, 1, 2, 3})
_FRIDAY_SATURDAY_WEEKENDS = _codes("BD BH DJ DZ EG IL IQ JO KW MV OM QA SA SD SY YE")
"""As the `holidays` library has them. The Emirates have worked on Fridays since 2022."""


def send_days_of(sequence: Sequence) -> frozenset[int]:
    """The weekdays on which touches go out, Monday is 0.

    Where the file does not say: Sunday to Thursday if all its readers work so, else Monday to
    Friday.
    """
    if sequence.send_days:
        return sequence.send_days
    countries = {region.partition("-")[0] for region in sequence.audience.regions}
    if countries and countries <= _FRIDAY_SATURDAY_WEEKENDS:
        return _SUNDAY_TO_THURSDAY
    return WORKING_DAYS


# --- Public holidays


def public_holidays(region: str, dates: Iterable[datetime.date]) -> dict[datetime.date, str]:
    """Those of `dates` that are public holidays in a region, and what the day is called.

    Names are English where the `holidays` library has them. Groups of countries, and countries
    that the library does not know, have none; a subdivision that it does not know has those of
    its country.
    """
    named: dict[datetime.date, str] = {}
    for date in dates:
        name = _holidays_in(region, date.year).get(date)
        if name is not None:
            named[date] = name
    return named


_WHERE_MOST_LIVE = {"GB": "ENG"}
"""Subdivision whose holidays stand for a country that shares few of them.

Easter Monday and the summer bank holiday are in England, which has 84 % of the people, but not
in all of the United Kingdom.
"""


@lru_cache(maxsize=256)
def _holidays_in(region: str, year: int) -> Mapping[datetime.date, str]:
    normal = normal_region(region)
    if normal is None or normal in _GROUPS:
        return {}
    country, _, subdivision = normal.partition("-")
    wanted = subdivision or _WHERE_MOST_LIVE.get(country)
    found = _look_up(country, wanted, year)
    if found is None and wanted:
        found = _look_up(country, None, year)
    return found or {}


def _look_up(
    country: str, subdivision: str | None, year: int
) -> Mapping[datetime.date, str] | None:
    """What the library knows about a year; None if it does not know the country or its part."""
    import holidays

    try:
        calendar = holidays.country_holidays(country, subdivision)
        # Without a language the library takes that of the machine it runs on.
        language = _english(calendar.supported_languages) or calendar.default_language or "en_US"
        return dict(holidays.country_holidays(country, subdivision, year, language=language))
    except NotImplementedError:
        return None


def _english(languages: Iterable[str]) -> str | None:
    return next((language for language in sorted(languages) if language.startswith("en")), None)


# --- Declared periods

_WHO: Mapping[str, tuple[str, ...] | None] = {
    "persona": None,
    "region": None,
    "segment": get_args(Segment),
    "relationship": get_args(Relationship),
    "purpose": get_args(Purpose),
}
"""What a period can ask about a sequence, and the values that it can ask for."""


class PeriodError(ValueError):
    """A period that cannot be understood: which of its keys, and what to write instead."""

    def __init__(self, key: str, message: str) -> None:
        super().__init__(message)
        self.key = key


class Period(Record):
    """A time in which some readers have other things on their mind."""

    name: str
    first: tuple[int, ...]
    """The first day: month and day in every year, or year, month and day."""
    last: tuple[int, ...]
    """The last day, which belongs to the period, written as the first is."""
    who: Mapping[str, tuple[str, ...]] = {}
    """Whom it concerns: all of the keys, any of the values of each; everybody when empty."""
    advice: str = ""

    def holds(self, date: datetime.date) -> bool:
        """Whether a date lies in the period; one of every year may go over new year."""
        day = (date.year, date.month, date.day)[-len(self.first) :]
        if self.first <= self.last:
            return self.first <= day <= self.last
        return day >= self.first or day <= self.last

    def concerns(self, sequence: Sequence) -> bool:
        """Whether it is about a sequence's audience; what the file does not say is no match."""
        return all(_matches(sequence, key, values) for key, values in self.who.items())


def read_period(values: Mapping[str, str], who: Mapping[str, Iterable[str]]) -> Period:
    """Read a period as a team declares it; one without a `to` is one day long.

    Raises:
        PeriodError: with a sentence that says what to write instead.
    """
    for key, reason in (("name", "shown when a touch lands in it"), ("from", "its first day")):
        if not values.get(key, "").strip():
            raise PeriodError(key, f"a period needs a `{key}`, {reason}")
    first = _read_day("from", values["from"])
    last = _read_day("to", values["to"]) if "to" in values else first
    if len(first) != len(last):
        raise PeriodError(
            "to",
            f'"{values["from"]}" and "{values["to"]}": write the year in both, for one period, '
            "or in neither, for every year",
        )
    if len(first) == 3 and last < first:
        raise PeriodError(
            "to",
            f'the period ends on "{values["to"]}", before it begins on "{values["from"]}"',
        )
    return Period(
        values["name"].strip(),
        first,
        last,
        {key: _read_who(key, wanted) for key, wanted in who.items()},
        values.get("advice", "").strip(),
    )


_DAY = regex(r"(?:(\d{4})-)?(\d{1,2})-(\d{1,2})", re.ASCII)
_HOW = "write month and day, such as 12-15, or a full date, such as 2026-12-15"
_LEAP_YEAR = 2024


def _read_day(key: str, text: str) -> tuple[int, ...]:
    written = _DAY.fullmatch(text.strip())
    parts = tuple(int(part) for part in written.groups() if part) if written else _in_words(text)
    if not parts:
        raise PeriodError(key, f'"{text}" is not a day that can be read; {_HOW}')
    try:
        datetime.date(*(parts if len(parts) == 3 else (_LEAP_YEAR, *parts)))
    except ValueError:
        raise PeriodError(key, f'"{text}" is not a day of the calendar; {_HOW}') from None
    return parts


def _in_words(text: str) -> tuple[int, ...]:
    """A day such as "15 December" or "Dec 15, 2026"; empty if there is no telling which.

    Figures alone are refused: 1/2 is in January for some and in February for others. What the
    text leaves open is seen by filling it in twice, with different days of two leap years.
    """
    if not re.search(r"[^\W\d_]{3}", text):
        return ()
    from dateutil.parser import parse

    try:
        one = parse(text, default=datetime.datetime(2000, 1, 1), ignoretz=True)
        two = parse(text, default=datetime.datetime(2004, 2, 2), ignoretz=True)
    except (ValueError, OverflowError):
        return ()
    if (one.month, one.day) != (two.month, two.day):
        return ()
    return (one.month, one.day) if one.year != two.year else (one.year, one.month, one.day)


def _read_who(key: str, values: Iterable[str]) -> tuple[str, ...]:
    if key not in _WHO:
        raise PeriodError("who", f'"{key}" is unknown; use {_either(_WHO)}')
    listed = [value for value in values if value.strip()]
    if not listed:
        raise PeriodError("who", f"{key} is empty; leave it out to mean everybody")
    return tuple(_read_value(key, value) for value in listed)


def _read_value(key: str, value: str) -> str:
    if key == "region":
        region = normal_region(value)
        if region is None:
            raise PeriodError(
                "who", f'"{value}" is not a region; write a country such as DE, or EU or EMEA'
            )
        return region
    plain = value.strip().casefold()
    known = _WHO[key]
    if known and plain not in known:
        raise PeriodError("who", f'"{value}" is not a {key}; use {_either(known)}')
    return plain


def _either(names: Iterable[str]) -> str:
    *others, last = names
    return f"{', '.join(others)} or {last}"


def _matches(sequence: Sequence, key: str, values: tuple[str, ...]) -> bool:
    audience = sequence.audience
    if key == "region":
        return any(overlaps(region, value) for region in audience.regions for value in values)
    if key == "persona":
        return any(_names(audience.persona or "", value) for value in values)
    if key == "purpose":
        return sequence.purpose in values
    return getattr(audience, key) in values


def _names(persona: str, wanted: str) -> bool:
    """Whether a persona names what a period is about: "VP Finance" names finance.

    The match begins where a word does; up to three letters are a word of their own, so that "IT"
    is not in "Credit Analyst" nor "Italy Lead".
    """
    end = r"(?!\w)" if len(wanted) <= 3 else ""
    return re.search(rf"(?<!\w){re.escape(wanted)}{end}", persona.casefold()) is not None


# --- The room


class Holiday(Record):
    """A public holiday, and where it is one."""

    region: str
    name: str


class Day(Record):
    """What is going on for the recipient on one day."""

    holidays: tuple[Holiday, ...] = ()
    periods: tuple[Period, ...] = ()

    @property
    def is_ordinary(self) -> bool:
        """Whether nothing is going on that is known of."""
        return not (self.holidays or self.periods)


class Room(Record):
    """What is going on for the readers of a sequence."""

    periods: tuple[Period, ...] = ()
    """The declared periods that concern them."""
    regions: tuple[str, ...] = ()

    def on(self, date: datetime.date) -> Day:
        """What is going on that day."""
        return Day(
            tuple(
                Holiday(region, name)
                for region in self.regions
                for name in public_holidays(region, (date,)).values()
            ),
            tuple(period for period in self.periods if period.holds(date)),
        )


def room_of(sequence: Sequence, periods: Iterable[Period]) -> Room:
    """The room of a sequence: its regions, and those of the declared periods that concern it."""
    return Room(
        tuple(period for period in periods if period.concerns(sequence)),
        sequence.audience.regions,
    )
