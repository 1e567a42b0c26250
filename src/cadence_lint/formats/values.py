"""What people write as values: days, delays, times, dates, channels, yes and no.

Each function takes the text of a value and gives what it means, or raises `Unreadable` with a
sentence that says what would be understood.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cadence_lint.patterns import regex
from cadence_lint.record import NamedTuple

if TYPE_CHECKING:
    from datetime import date

    from cadence_lint.sequence import Action, Channel


class Unreadable(Exception):
    """A value that cannot be taken; the message says why and what to write instead."""


class Way(NamedTuple):
    """A channel, and what is done on it where the word says so."""

    channel: Channel
    action: Action | None = None
    voicemail: bool = False


_WAYS: dict[str, Way] = {
    "email": Way("email"),
    "autoemail": Way("email"),
    "manualemail": Way("email"),
    "followupemail": Way("email"),
    "emailreply": Way("email"),
    "call": Way("call"),
    "phone": Way("call"),
    "phonecall": Way("call"),
    "coldcall": Way("call"),
    "dial": Way("call"),
    "voicemail": Way("call", voicemail=True),
    "vm": Way("call", voicemail=True),
    "linkedin": Way("linkedin"),
    "li": Way("linkedin"),
    "linkedinconnect": Way("linkedin", "connect"),
    "linkedinconnection": Way("linkedin", "connect"),
    "linkedinconnectionrequest": Way("linkedin", "connect"),
    "connectionrequest": Way("linkedin", "connect"),
    "linkedinrequest": Way("linkedin", "connect"),
    "linkedininvite": Way("linkedin", "connect"),
    "linkedininvitation": Way("linkedin", "connect"),
    "linkedinmessage": Way("linkedin", "message"),
    "linkedindm": Way("linkedin", "message"),
    "linkedininmail": Way("linkedin", "inmail"),
    "inmail": Way("linkedin", "inmail"),
    "linkedinview": Way("linkedin", "view"),
    "linkedinprofileview": Way("linkedin", "view"),
    "linkedinvisit": Way("linkedin", "view"),
    "profileview": Way("linkedin", "view"),
    "linkedinlike": Way("linkedin", "like"),
    "linkedincomment": Way("linkedin", "comment"),
    "linkedinengage": Way("linkedin", "like"),
    "sms": Way("sms"),
    "text": Way("sms"),
    "textmessage": Way("sms"),
    "video": Way("video"),
    "videomessage": Way("video"),
    "mail": Way("mail"),
    "directmail": Way("mail"),
    "letter": Way("mail"),
    "postcard": Way("mail"),
    "gift": Way("mail"),
    "task": Way("task"),
    "todo": Way("task"),
    "research": Way("task"),
    "deadline": Way("task"),
    "manualtask": Way("task"),
    "social": Way("other"),
    "twitter": Way("other"),
    "x": Way("other"),
    "whatsapp": Way("other"),
    "meeting": Way("other"),
    "event": Way("other"),
}
CHANNEL_WORDS = tuple(_WAYS)
_CHANNELS = "email, call, linkedin, sms, video, mail, task"
_SURE = frozenset(
    word
    for word in _WAYS
    if word not in {"text", "video", "mail", "task", "x", "social", "meeting", "event", "dial",
                    "gift", "letter", "research", "deadline", "li", "vm", "todo"}
)  # fmt: skip
"""Words that name a channel wherever they stand, also under `type` or `kind`."""

ACTIONS: dict[str, Action] = {
    "connect": "connect",
    "connection": "connect",
    "connectionrequest": "connect",
    "invite": "connect",
    "request": "connect",
    "message": "message",
    "dm": "message",
    "directmessage": "message",
    "inmail": "inmail",
    "view": "view",
    "profileview": "view",
    "viewprofile": "view",
    "visit": "view",
    "visitprofile": "view",
    "like": "like",
    "react": "like",
    "likepost": "like",
    "engage": "like",
    "comment": "comment",
    "commentpost": "comment",
}

THREADS = {"reply": True, "same": True, "samethread": True, "new": False, "newthread": False}
YES = frozenset({"yes", "y", "true", "on", "1"})
NO = frozenset({"no", "n", "false", "off", "0"})
_BETWEEN = regex(r"[\s_\-/:]+")
_UNTIL = regex(r" ?(?:[-–—]|\b(?:to|through)\b) ?")
_LISTED = regex(r"[^,;&\s]+")
_THOUSANDS = regex(r"[\s,._']")
_COUNT = regex(r"[0-9]{1,12}")
DAY = regex(r"(?:d(?:ay)?[\s_]*)?\+?(\d+)(?:\.0+)?", re.IGNORECASE)
DELAY = regex(
    r"\+?\s*(-?\d+(?:[.,]\d+)?)[\s_-]*+(?:(?:business|working|calendar)[\s_-]*+)?"
    r"(d|days?|w|weeks?|h|hrs?|hours?|m|mins?|minutes?|s|secs?|seconds?)?(?:\s*+(?<=\s)(?:later|after))?",
    re.IGNORECASE,
)
_IN_DAYS = {"": 1.0, "d": 1.0, "w": 7.0, "h": 1 / 24, "m": 1 / 1440, "s": 1 / 86400}
TIME = regex(
    r"(\d{1,2})(?:[:.h](\d{2})(?::\d{2})?)?\s*+(am|pm|a\.m\.|p\.m\.)?(?:\s*+h)?", re.IGNORECASE
)
ISO_DATE = regex(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?")
_LONG_DATE = regex(
    r"(?=.*\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))(?=.*\b\d{4}\b).{6,40}",
    re.IGNORECASE,
)
"""A month's name and a whole year, so that no number can be taken for another."""
LATEST_DAY = 3650
FIRST_YEAR, LAST_YEAR = 1900, 2199
"""Of a start: no other is meant, and the calendars of the time zones end somewhere."""
_LONGEST_SHOWN = 60
WHOLE_WEEK = {
    "weekdays": frozenset(range(5)),
    "workdays": frozenset(range(5)),
    "weekends": frozenset({5, 6}),
    "daily": frozenset(range(7)),
}
WEEKDAY_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
LANGUAGE = regex(r"([a-z]{2,3})(?:[-_][a-z0-9]{2,8})*", re.IGNORECASE)
LANGUAGES = {
    "danish": "da", "dutch": "nl", "english": "en", "finnish": "fi", "french": "fr",
    "german": "de", "deutsch": "de", "italian": "it", "norwegian": "no", "polish": "pl",
    "portuguese": "pt", "spanish": "es", "swedish": "sv",
}  # fmt: skip


def shown(word: str) -> str:
    """A value as a message quotes it: on one line, and not all of a long one."""
    plain = " ".join(word.split())
    return repr(plain if len(plain) <= _LONGEST_SHOWN else plain[:_LONGEST_SHOWN] + "…")


def _folded(word: str) -> str:
    return _BETWEEN.sub("", word.strip().lower())


def is_channel_word(word: str, *, surely: bool = False) -> bool:
    """Whether a word names a channel; `surely`: under a key that may mean something else."""
    return _folded(word) in (_SURE if surely else _WAYS)


def read_channel(word: str) -> Way:
    """The channel that a word names."""
    way = _WAYS.get(_folded(word))
    if way is None:
        raise Unreadable(f"{shown(word)} is no channel that I know; write one of {_CHANNELS}")
    return way


def read_action(word: str) -> Action | None:
    """What is done on LinkedIn; None for a word that says something else."""
    return ACTIONS.get(_folded(word).removeprefix("linkedin"))


def is_truth(word: str) -> bool:
    """Whether a word says yes or no."""
    return word.strip().lower() in YES | NO


def is_yes(word: str) -> bool:
    """Whether a word says yes."""
    if is_truth(word):
        return word.strip().lower() in YES
    raise Unreadable(f"{shown(word)} is neither yes nor no")


def is_reply(word: str) -> bool:
    """Whether a word, or a yes, says that an email goes on in the thread before it."""
    folded = _folded(word)
    if folded in THREADS:
        return THREADS[folded]
    if is_truth(word):
        return is_yes(word)
    raise Unreadable(f"{shown(word)} says nothing of a thread; write `reply` or `new`")


def read_day(word: str) -> float:
    """An absolute day: `3`, `010`, `Day 3`."""
    found = DAY.fullmatch(word.strip())
    day = float(found[1]) if found else -1.0
    if not 0 <= day <= LATEST_DAY:
        raise Unreadable(f"{shown(word)} is no day; write a whole number from 0, such as 3")
    return day


def read_delay(word: str, unit: str = "") -> float:
    """A wait, in days: `2`, `3d`, `4 hours`; `unit` is what the key's name says."""
    found = DELAY.fullmatch(word.strip())
    said = (found[2] or unit)[:1].lower() if found else ""
    days = float(found[1].replace(",", ".")) * _IN_DAYS[said] if found else -1.0
    if not 0 <= days <= LATEST_DAY:
        raise Unreadable(f"{shown(word)} is no wait; write something like `2 days` or `4 hours`")
    return days


def read_time(word: str) -> int:
    """A time of day, in minutes after midnight: `09:30`, `9am`, `2:15 pm`."""
    found = TIME.fullmatch(word.strip())
    hour, minute = (int(found[1]), int(found[2] or 0)) if found else (24, 0)
    half = found[3] if found else None
    if half and 1 <= hour <= 12:
        hour = hour % 12 + (12 if half[0] in "pP" else 0)
    elif half:
        hour = 24
    if hour > 23 or minute > 59:
        raise Unreadable(f"{shown(word)} is no time of day; write something like 09:30")
    return hour * 60 + minute


def read_date(word: str) -> date:
    """A date: `2026-12-01`, or one with the month's name; never one that can be read two ways."""
    from datetime import date

    found = ISO_DATE.fullmatch(word.strip())
    try:
        if found:
            return date(int(found[1]), int(found[2]), int(found[3]))
        if _LONG_DATE.fullmatch(word.strip()):
            return _read_long_date(word)
    except (ValueError, OverflowError):
        pass
    raise Unreadable(f"{shown(word)} is no date; write it as 2026-12-01")


def read_start(word: str) -> date:
    """The date of a first touch, of a year in which somebody can be written to."""
    start = read_date(word)
    if problem := start_problem(start):
        raise Unreadable(problem)
    return start


def start_problem(start: date) -> str | None:
    """Why nothing can start on a date; None where it can."""
    if FIRST_YEAR <= start.year <= LAST_YEAR:
        return None
    return f"{start} is too far away to start on; write a year from {FIRST_YEAR} to {LAST_YEAR}"


def _read_long_date(word: str) -> date:
    from datetime import datetime

    from dateutil.parser import parse

    # Read over two backgrounds: what differs was not said.
    first, second = (
        parse(word, default=datetime(year, month, day))
        for year, month, day in ((2001, 1, 1), (2002, 2, 2))
    )
    if first.date() != second.date():
        raise ValueError(word)
    return first.date()


def read_weekdays(words: list[str]) -> frozenset[int]:
    """Weekdays, Monday is 0: names in any length, numbers with 1 for Monday, `mon-fri`."""
    days: set[int] = set()
    said = " ".join(" ".join(words).lower().split())
    joined = _UNTIL.sub("-", said)
    for word in _LISTED.findall(joined):
        if word in WHOLE_WEEK:
            days |= WHOLE_WEEK[word]
        elif word != "and":
            first, dash, last = word.partition("-")
            start = _weekday(first)
            end = _weekday(last) if dash else start
            days |= {(start + more) % 7 for more in range((end - start) % 7 + 1)}
    return frozenset(days)


def _weekday(word: str) -> int:
    if word in ("1", "2", "3", "4", "5", "6", "7"):
        return int(word) - 1
    name = word.removesuffix(".").removesuffix("s")
    for day, whole in enumerate(WEEKDAY_NAMES):
        if len(name) > 1 and whole.startswith(name):
            return day
    raise Unreadable(f"{shown(word)} is no weekday; write mon, tue, wed, thu, fri, …")


def read_count(word: str) -> int:
    """A number of people: `1200`, `1,200`, `1 200`."""
    digits = _THOUSANDS.sub("", word)
    if not _COUNT.fullmatch(digits):
        raise Unreadable(f"{shown(word)} is no number of people; write something like 1200")
    return int(digits)


def read_language(word: str) -> str:
    """A language's code, as it is written: `en`, `de-AT`; or its English name."""
    folded = word.strip().lower()
    if folded in LANGUAGES:
        return LANGUAGES[folded]
    if not LANGUAGE.fullmatch(folded):
        raise Unreadable(f"{shown(word)} is no language; write its two letters, such as en or de")
    return word.strip()
