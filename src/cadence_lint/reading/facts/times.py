"""Times of the year that a sentence speaks of, and whether they fit the day on which it is read.

Only what looks forward, or greets, can be too old: "before summer", "Happy New Year". "Since
2019", "in March you opened" and "by spring they had" are history, and history does not age.
"""

from __future__ import annotations

import datetime
import re
from typing import TYPE_CHECKING

from cadence_lint.patterns import regex
from cadence_lint.reading.facts.year import (
    easter_sunday,
    holidays,
    last_of,
    months,
    quarters,
    seasons,
    years_around,
)
from cadence_lint.record import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from cadence_lint.reading.facts.year import Season

Span = tuple[int, int]

_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SOON = 150
"""What begins in that many days, or fewer, can be meant already."""
_OVER, _MONTH_OVER, _PLAN_OVER = 90, 75, 30
"""What ended that many days ago, or fewer, was meant; after that, the next one may be. Whoever
plans is early."""
_LAG = 60
_LEAD = 120
"""Days around a season in which "this summer" can still be, or already be, understood."""
_QUARTER_GRACE = 14


class Reader(NamedTuple):
    """When and where a sentence is read."""

    day: datetime.date
    is_south: bool | None = False
    """South of the equator, where summer begins in December; None where both are meant."""


def stale_in(sentence: str, reader: Reader) -> Iterator[Span]:
    """The stretches of a sentence that speak of a time that is over, or is not yet."""
    if not _HINT.search(sentence):
        return
    found: list[Span] = []
    for span in _all_stale(sentence, reader):
        if not any(span[0] < end and start < span[1] for start, end in found):
            found.append(span)
    yield from sorted(found)


def _all_stale(sentence: str, reader: Reader) -> Iterator[Span]:
    for greeting, fits in _GREETINGS:
        for match in greeting.finditer(sentence):
            if not fits(match, reader):
                yield match.span()
    if _HISTORY.search(sentence):
        return
    for find in (_stale_dates, _stale_periods, _stale_seasons):
        yield from find(sentence, reader)


_HINT = regex(
    r"\b(?:january|february|march|april|may|june|july|august|september|october|november|december"
    r"|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|\w+day|spring|summer|autumn|fall|winter"
    r"|year'?s?|week|weekend|q[1-4]|20\d\d|christmas|xmas|holidays?|festive|thanksgiving|easter"
    r"|halloween|valentine'?s|tgif|july)\b",
    re.IGNORECASE,
)

_HISTORY = regex(
    r"\b(?:was|wasn't|were|weren't|had|did|didn't|been|went|saw|met|won|lost|ran|came|grew|fell"
    r"|took|made|sold|built|spent|told|said|wrote|knew|became|began|brought|got|gave|kept|led"
    r"|left(?! (?:in|until|before|to|for)\b)"
    r"|paid|held|felt|last year|since"
    r"|(?!(?:need|feed|speed|seed|indeed|exceed|proceed|succeed|based|interested|limited|scheduled"
    r"|planned|booked|expected|needed|excited|required|reserved|fixed|locked|overloaded|red|bed"
    r"|shed|hundred|embed|staffed|prepared|stocked|supposed|concerned|related)\b)[a-z]{2,}ed)\b",
    re.IGNORECASE,
)
"""Words that tell of what has been. Some others, such as "cut", are told apart by nobody."""


# Greetings and wishes

_NICE = r"(?:a |an )?(?:very |really )?(?:great|good|nice|lovely|wonderful|fantastic|fabulous|relaxing|amazing|happy|restful|productive|strong|fun|pleasant)"  # noqa: E501
_HAD = r"\b(?:hope|trust) (?:that )?(?:you|you've|you all|everyone|your team) (?:had|have had|enjoyed) "  # noqa: E501
_WEEKDAY = rf"({'|'.join(_WEEKDAYS)})"


def _within(first: tuple[int, int], last: tuple[int, int]) -> Callable[..., bool]:
    """Days of the year, as month and day, from the first to the last; they may go over new year."""

    def fits(_match: re.Match[str], reader: Reader) -> bool:
        day = (reader.day.month, reader.day.day)
        return first <= day <= last if first <= last else day >= first or day <= last

    return fits


def _is_weekday(match: re.Match[str], reader: Reader) -> bool:
    named = (match[1] or "friday").lower()
    return _WEEKDAYS[reader.day.weekday()] == named


def _on_weekdays(*days: int) -> Callable[..., bool]:
    return lambda _match, reader: reader.day.weekday() in days


def _around_easter(before: int, after: int) -> Callable[..., bool]:
    def fits(_match: re.Match[str], reader: Reader) -> bool:
        days = (reader.day - easter_sunday(reader.day.year)).days
        return -before <= days <= after

    return fits


def _in_season(before: int, after: int) -> Callable[..., bool]:
    """From some days before a season begins to some days after it ends."""

    def fits(match: re.Match[str], reader: Reader) -> bool:
        if reader.is_south is None:
            return True
        named = next(word for word in match.groups() if word)
        return any(
            first - datetime.timedelta(before) <= reader.day <= last + datetime.timedelta(after)
            for first, last in _occurrences(named.lower(), reader)
        )

    return fits


_SEASON = r"(?P<season>spring|summer|autumn|fall|winter)"
_GREETINGS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], Reader], bool]], ...] = tuple(
    (regex(text, re.IGNORECASE), fits)
    for text, fits in (
        (r"\b(?:happy|prosperous) new year\b(?! eve)", _within((12, 15), (2, 5))),
        (
            r"\b(?:happy|prosperous|healthy|successful) (?:and \w+ )?20[2-4]\d\b",
            _within((12, 15), (2, 5)),
        ),
        (r"\bnew year, new \w+", _within((12, 15), (2, 28))),
        (r"\bnew year'?s resolutions?\b", _within((12, 10), (2, 28))),
        (
            rf"\b{_NICE} start (?:to|of|into|in) (?:the|this|your) (?:new )?year\b",
            _within((12, 26), (3, 31)),
        ),
        (
            r"\bnew year (?:is|has been) (?:off to|treating|going|started|started off)\b",
            _within((1, 1), (3, 15)),
        ),
        (
            (
                r"\b(?:merry|happy) (?:christmas|xmas)\b|\bseason'?s greetings\b"
                r"|\b(?:happy|enjoy (?:the|your)) (?:festive|christmas) (?:season|break|holidays)\b"
                r"|\bhappy holidays\b"
            ),
            _within((11, 20), (1, 7)),
        ),
        (
            rf"{_HAD}{_NICE} (?:christmas|xmas|festive season|festive break|christmas break)\b",
            _within((12, 24), (1, 31)),
        ),
        (r"\bhappy thanksgiving\b", _within((10, 5), (11, 30))),
        (rf"{_HAD}{_NICE} thanksgiving\b", _within((10, 8), (12, 10))),
        (r"\bhappy easter\b", _around_easter(21, 8)),
        (rf"{_HAD}{_NICE} easter\b", _around_easter(-1, 35)),
        (r"\bhappy halloween\b", _within((10, 10), (11, 3))),
        (r"\bhappy valentine'?s(?: day)?\b", _within((2, 1), (2, 18))),
        (r"\bhappy (?:4th|fourth) of july\b", _within((6, 20), (7, 10))),
        (rf"\bhappy {_WEEKDAY}\b(?! (?:hour|meal))|\btgif\b", _is_weekday),
        (rf"\bhope (?:that )?your {_WEEKDAY} is\b", _is_weekday),
        (
            rf"\b(?:have|enjoy) (?:{_NICE}|your|the) (?:rest of (?:the|your) )?(?:long )?weekend\b",
            _on_weekdays(2, 3, 4, 5, 6),
        ),
        (
            (
                rf"{_HAD}{_NICE} (?:long )?weekend\b"
                r"|\bhope (?:that )?(?:your|the) weekend (?:was|went)\b"
            ),
            _on_weekdays(5, 6, 0, 1, 2),
        ),
        (
            (
                rf"\b{_NICE} start (?:to|of|into) (?:the|this|your) week\b"
                r"|\byour week (?:is|has) (?:off to|started|starting)\b"
            ),
            _on_weekdays(6, 0, 1, 2),
        ),
        (
            (
                rf"\b(?:happy|enjoy(?:ing)? (?:the|your)|(?:hope|trust) your) {_SEASON}"
                r"(?= is\b|[.,!?]|$)"
                rf"|\bhave {_NICE} {_SEASON.replace('season', 'season_')}\b"
            ),
            _in_season(30, 30),
        ),
        (rf"{_HAD}{_NICE} {_SEASON}\b", _in_season(-30, 75)),
        (
            (
                rf"\b{_SEASON} (?:is (?:finally |already |now )?(?:here|in the air|in full swing)"
                r"|has (?:finally )?(?:arrived|come|sprung))\b"
            ),
            _in_season(21, 21),
        ),
        (
            (
                r"\bas (?:the|this) year (?:winds down|comes to (?:an end|a close)|draws to a close"
                r"|wraps up|is coming to an end|nears its end)\b"
                r"|\bas we (?:wrap up|close out|wind down|come to the end of) the year\b"
            ),
            _within((10, 1), (1, 8)),
        ),
    )
)


# Times that lie ahead, as a sentence has it

_AHEAD = (
    r"\b(?:(?:before|by|until|till) (?:the )?(?:end|start|close|beginning) of|before|by|until|till"
    r"|ahead of|in time for|heading into|going into|moving into|head into|go into|gearing up for"
    r"|gear up for|ready for|prepar(?:e|ing) for|plan(?:ning|s)? for|as you plan|budgets? for"
    r"|finali[sz](?:e|ing)|looking ahead to|upcoming|this coming|the coming)"
)
_COMING = (
    r"(?:(?:(?:is|are) )?(?:just |right |already |almost |nearly |fast )*(?:around the corner"
    r"|approaching|coming up|upon us|drawing near)"
    r"|(?:is|are) (?:coming|here|on its way|on the way)"
    r"|(?:is|are) (?:only )?(?:a few|two|three|four|five|six|\d+) (?:days|weeks) (?:away|off|out)"
    r"|approaches|nears|draws near|comes around|kicks off)"
)
_OWN = r" (?:the |this |your |our |for |a |busy |early |mid-?|late )*"
_PERIOD = (
    r"(?:(?P<season>spring|summer|autumn|fall|winter)"
    r"(?! (?:road|street|garden|school|camp|water|roll|mattress|onion|behind|short|off|apart|out"
    r"|back|into|down|through|arrest|protection))"
    r"|(?P<holiday>christmas|xmas|black friday|cyber monday|thanksgiving|easter|halloween"
    r"|the new year|new year|the holidays|holiday season)"
    r"|[qQ](?P<quarter>[1-4])(?:[ /-]*(?:of )?(?P<quarter_year>20\d\d))?"
    r"|(?P<month>(?-i:January|February|March|April|May|June|July|August|September|October|November"
    r"|December))(?! \d)(?: (?P<month_year>20\d\d))?"
    r"|(?P<year>20[2-4]\d))(?![\w%])(?!-)"
)
_LIES_AHEAD = regex(rf"{_AHEAD}{_OWN}{_PERIOD}", re.IGNORECASE)
_COMES = regex(rf"\b{_PERIOD} {_COMING}\b", re.IGNORECASE)
_PLANS_OF_YEAR = regex(
    r"\b(?:your|the|our) (?P<year>20[2-4]\d)"
    r" (?:budgets?|planning|plans|goals|priorities|kick-?off)\b",
    re.IGNORECASE,
)
_IS_NOW = regex(
    r"\b(?:as (?:we|you) (?:enter|start|begin|kick off|go through|close out|wrap up)"
    r"|now that (?:we're|we are|you're|you are) in|(?:we're|we are) (?:now |already )?in)"
    rf"{_OWN}{_PERIOD}",
    re.IGNORECASE,
)
_PASSES = regex(
    rf"\b(?:as|now that) {_PERIOD} (?:begins|starts|gets underway|is underway|is under way|ends"
    r"|closes|wraps up|winds down|comes to an end|comes to a close|draws to a close)\b",
    re.IGNORECASE,
)
_NEXT_YEAR = regex(r",? (?:of )?(?:next year|the next|the following)\b", re.IGNORECASE)
_PLANS = regex(r"plan|as you plan|budget|finali|looking ahead|prepar", re.IGNORECASE)
_LAST_OF_HOLIDAYS = 3
_FISCAL = regex(
    r"\b(?:fiscal|financial|fy ?\d*|tax year|school|academic|semester)\b", re.IGNORECASE
)


def _stale_periods(sentence: str, reader: Reader) -> Iterator[Span]:
    """What lies ahead there and is over: "before Q3 ends", "spring is around the corner"."""
    if _FISCAL.search(sentence):
        return
    for match in _LIES_AHEAD.finditer(sentence):
        if not _NEXT_YEAR.match(sentence, match.end()) and _is_over(match, reader):
            yield match.span()
    for match in _PLANS_OF_YEAR.finditer(sentence):
        if reader.day.year > int(match["year"]):
            yield match.span()
    for pattern, lead, lag in ((_COMES, 110, 10), (_IS_NOW, 45, 21), (_PASSES, 45, 21)):
        for match in pattern.finditer(sentence):
            if not _is_around(_times_of(match, reader), reader.day, lead, lag):
                yield match.span()


def _is_around(times: list[Season], day: datetime.date, lead: int, lag: int) -> bool:
    """Whether a day lies in a time, or a little before or after; yes where none is known."""
    before, after = datetime.timedelta(lead), datetime.timedelta(lag)
    return not times or any(first - before <= day <= last + after for first, last in times)


def _times_of(match: re.Match[str], reader: Reader) -> list[Season]:
    """When what a sentence names takes place, this year and in those around; empty if unclear."""
    day = reader.day
    if match["season"]:
        name = match["season"].lower()
        return [] if reader.is_south is None else list(_occurrences(name, reader))
    if match["holiday"]:
        return list(holidays(match["holiday"].lower(), day))
    if match["year"]:
        year = int(match["year"])
        return [(datetime.date(year, 1, 1), datetime.date(year, 12, 31))]
    if match["month"]:
        times = list(months(_MONTHS.index(match["month"].lower()) + 1, day))
    else:
        times = list(quarters(int(match["quarter"]), day))
    named = match["month_year"] or match["quarter_year"]
    return [time for time in times if not named or time[0].year == int(named)]


def _is_over(match: re.Match[str], reader: Reader) -> bool:
    day = reader.day
    if match["year"]:
        return day.year > int(match["year"])
    if match["quarter"]:
        return _quarter_is_over(int(match["quarter"]), match["quarter_year"], day)
    if match["month_year"]:
        month = _MONTHS.index(match["month"].lower()) + 1
        return day > last_of(int(match["month_year"]), month)
    most = _PLAN_OVER if _PLANS.match(match[0]) else _OVER
    if match["season"]:
        times = _occurrences(match["season"].lower(), reader)
        return reader.is_south is not None and 0 < _ago(times, day) <= most
    if match["month"]:
        month = _MONTHS.index(match["month"].lower()) + 1
        return 0 < _ago(months(month, day), day) <= min(most, _MONTH_OVER)
    name = match["holiday"].lower()
    if name == "the holidays" and day.month > _LAST_OF_HOLIDAYS:
        return False  # those of summer, by then
    return 0 < _ago(holidays(name, day), day) <= most


def _ago(times: Iterator[Season], day: datetime.date) -> int:
    """How many days ago the nearest time of that name ended; not above 0 where it is on or near."""
    ends = [last for first, last in times if first <= day + datetime.timedelta(_SOON)]
    return (day - max(ends)).days if ends else 0


def _quarter_is_over(quarter: int, year: str | None, day: datetime.date) -> bool:
    month = 3 * quarter
    if year:
        return (day - last_of(int(year), month)).days > _QUARTER_GRACE
    return _QUARTER_GRACE < _ago(quarters(quarter, day), day) <= _OVER


# Seasons


def _stale_seasons(sentence: str, reader: Reader) -> Iterator[Span]:
    """Seasons that could be the last or the next: "this summer" in December."""
    if reader.is_south is None:
        return
    for match in _THIS_SEASON.finditer(sentence):
        lead, lag = datetime.timedelta(_LEAD), datetime.timedelta(_LAG)
        times = _occurrences(match["season"].lower(), reader)
        if not any(first - lead <= reader.day <= last + lag for first, last in times):
            yield match.span()


_THIS_SEASON = regex(rf"\bthis {_SEASON}\b", re.IGNORECASE)


def _occurrences(season: str, reader: Reader) -> Iterator[Season]:
    return seasons(season, reader.day, is_south=bool(reader.is_south))


# Days of the calendar

_SHORT = {name[:3]: number for number, name in enumerate(_MONTHS, 1)} | {"sept": 9}
_NUMBERS = {name: number for number, name in enumerate(_MONTHS, 1)} | _SHORT
_MONTH = (
    r"(?-i:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)"
)
_DAY = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
_DATE = (
    rf"(?:(?P<d1>{_DAY}) (?:of )?(?P<m1>{_MONTH})\b\.?|(?P<m2>{_MONTH})\.? (?:the )?(?P<d2>{_DAY}))"
    r"(?:,? (?P<y>20\d\d))?(?![\w%]|[.,:]\d)|(?P<iso>20\d\d-\d\d-\d\d)"
)
_DATE_AHEAD = regex(
    rf"\b(?:before|by|until|till|ahead of|valid through|no later than"
    r"|(?:deadline is|closes|ends|expires|due|renews)(?: on| by)?)"
    rf"(?: the| your| our| {_WEEKDAY},?)*(?: the)? (?:{_DATE})",
    re.IGNORECASE,
)
_DATE_COMES = regex(rf"(?:{_DATE})(?: \w+){{0,3}} {_COMING}", re.IGNORECASE)
_DATE_INVITES = regex(
    r"(?:\b(?:join (?:us|me)|sign up|save the date|rsvp|(?:webinar|workshop|breakfast|event) is"
    r"|we(?:'re| are) hosting|i(?:'m| am) hosting|takes? place|see you|are you (?:free|available"
    r"|around)|how about|what about|(?:could|can|shall) we (?:meet|talk|speak|chat)|does|do)\b)"
    rf"(?: [\w'-]+){{0,6}},? (?P<date>{_DATE})(?! (?:renewal|contract|lease|release|version))",
    re.IGNORECASE,
)
_DOES = regex(r"(?:does|do)\b", re.IGNORECASE)
_WORKS = regex(r"(?: at [\w:.]+)?(?:,? or [\w ]{1,20})? (?:work|suit|fit)\b", re.IGNORECASE)
_RECENT = 120


def _stale_dates(sentence: str, reader: Reader) -> Iterator[Span]:
    """Days that are gone: "before 31 March" on 10 April, "join us on 4 May" on 5 May."""
    for pattern in (_DATE_AHEAD, _DATE_COMES, _DATE_INVITES):
        for match in pattern.finditer(sentence):
            date = _date_of(match, reader.day)
            is_asked = pattern is _DATE_INVITES and _DOES.match(match[0]) is not None
            if is_asked and not _WORKS.match(sentence, match.end()):
                continue
            if date is not None and date < reader.day:
                yield match.span("date") if "date" in match.re.groupindex else match.span()


def _date_of(match: re.Match[str], near: datetime.date) -> datetime.date | None:
    """The day that is named; without a year the one next to `near`, unless that is unclear."""
    try:
        if match["iso"]:
            return datetime.date.fromisoformat(match["iso"])
        month = _NUMBERS[(match["m1"] or match["m2"]).lower()]
        day = int("".join(sign for sign in match["d1"] or match["d2"] if sign.isdecimal()))
        if match["y"]:
            return datetime.date(int(match["y"]), month, day)
        dates = [datetime.date(year, month, day) for year in years_around(near)]
    except ValueError:
        return None
    nearest = min(dates, key=lambda date: abs((date - near).days))
    return nearest if abs((nearest - near).days) <= _RECENT else None
