"""What one line of a pasted sequence is: the heading of a touch, a label, or neither.

People write "Day 3 – Email", "## Step 2 (call), day 5", "**Touch 2 | Day 4 | Email 2 of 3**". A
heading is cut at its dashes, colons, commas and brackets; every part is then read word by word.
What stands first must be understood in full, which keeps "Day 3 of the trial is when…" copy.
"""

from __future__ import annotations

import re
from typing import NamedTuple

LONGEST = 160
"""A longer line is never a heading."""

HASH, BOLD, PLAIN, LIST = "hash", "bold", "plain", "list"


class Phrase(NamedTuple):
    """A value, where it is written, and the words that introduce it."""

    value: str
    start: int
    end: int
    key_start: int
    key_end: int


class Contact(NamedTuple):
    """A channel and what is done on it."""

    channel: Phrase
    action: Phrase | None = None
    is_voicemail: bool = False


class Parts(NamedTuple):
    """What the words of a heading or of a label's value say."""

    day: Phrase | None
    delay: Phrase | None
    time: Phrase | None
    thread: Phrase | None
    manual: Phrase | None
    step: Phrase | None
    contacts: tuple[Contact, ...]
    title: Phrase | None
    noun: str
    """What is counted, for an ordinal: step, touch, email, …; `day` for a day; or nothing."""
    number: int
    is_known: bool
    """Whether every part was understood."""
    is_hinted: bool = False
    """Whether the channel is only a word in a part that was not."""


class Heading(NamedTuple):
    """A line that opens a touch, if what stands around it agrees."""

    line: int
    start: int
    end: int
    rank: str
    level: int
    """How deep a Markdown heading is; 0 for any other line."""
    parts: Parts

    @property
    def is_counted(self) -> bool:
        """Whether it says when the touch comes: a day, a wait, or a number."""
        return bool(self.parts.day or self.parts.delay or self.parts.noun)

    @property
    def is_wait(self) -> bool:
        """Whether it only says how long to wait until the next touch."""
        parts = self.parts
        return bool(parts.delay and not (parts.noun or parts.day or parts.contacts))

    @property
    def depth(self) -> int:
        """How deep it stands among the headings of its text."""
        rank = self.level if self.rank == HASH else {BOLD: 7, PLAIN: 8}.get(self.rank, 9)
        return 2 * rank + (not self.is_counted)

    @property
    def is_firm(self) -> bool:
        """Whether it is a heading wherever it is set off from the lines around it."""
        parts = self.parts
        if not self.is_counted:
            return False
        if parts.is_known or self.rank in (HASH, BOLD):
            return True
        return parts.noun not in ("day", "step", "") or bool(
            (parts.day or parts.delay) and (parts.step or (parts.contacts and not parts.is_hinted))
        )


_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_COUNT = rf"\d{{1,3}}|{'|'.join(_WORDS)}"
_END = r"(?!\w|:\d|[.,]\d|%|['’]\w)"

_MARKS = re.compile(
    r"[ \t]*+(?:>[ \t]*+)*+(?P<hash>\#{1,6}[ \t]++)?"
    r"(?P<list>(?:[-+*•◦▪‣]|\d{1,2}[.)])[ \t]+)?(?P<bold>\*\*|__)?"
    r"(?:\d{1,2}[.)][ \t]+)?[^\w\s\"'“”‘’({\[<>$€£%&@#+\-–—|`]{0,3}[ \t]*"
)
_FLAT = str.maketrans("*`", "  ")
_CUT = re.compile(
    r"\s*(?<!\S)-{1,2}(?=\s|$)\s*|(?<=\w)-(?=(?:day|step|touch|e-?mail|call|linked)\b)"
    r"|\s*(?<!\d)[–—]\s*|\s*[–—](?!\d)\s*|:(?=\s|$)|\s*(?:\||→|⟶|[-=]>|[;,·•]|[()\[\]])\s*",
    re.IGNORECASE,
)
_CONDITION = re.compile(
    r"(?:only\s+)?(?:if|when|unless|once|assuming)\b.*|no\s+reply", re.IGNORECASE
)
_DAY = re.compile(
    rf"(?:on\s+)?(?:days?\s*[#+]?\s*|[dt]\+?(?=\d))(?P<n>{_COUNT})"
    rf"(?:\s*(?:-|–|—|to|or|/)\s*\d{{1,3}})?{_END}",
    re.IGNORECASE,
)
_ORDINAL = re.compile(
    r"(?P<noun>step|touch(?:\s?point)?|e-?mail|(?:phone\s+|cold\s+)?call|message|msg"
    r"|follow[- ]?up(?:\s+(?:e-?mail|call|message))?|sms|text|linked-?in(?:\s+(?:message|dm))?"
    r"|dm|inmail|voice\s?mail|letter|video|contact)"
    rf"\s*(?:\#|no\.\s*|number\s+)?\s*(?P<n>{_COUNT})[a-f]?(?:\s*(?:of|/)\s*\d{{1,2}})?{_END}",
    re.IGNORECASE,
)
_DELAY = re.compile(
    rf"(?:(?:wait|after|send|plus|another|about|sent)\s++|\+\s*+)*+(?P<n>{_COUNT}|a)\s*-?"
    r"(?P<unit>(?:(?:business|working|calendar|full)\s+)?(?:days?|d|weeks?|wks?|w|hours?|hrs?|h))"
    r"(?!\w)(?:\s+(?:later|wait|delay|gap|(?:after|from|since)(?:\s+(?:the|that|your))?"
    r"(?:\s+(?:previous|last|prior|first|initial|connecting|connection|acceptance|accepted))?"
    rf"(?:\s+(?:step|touch|e-?mail|call|message|one)(?:\s*\#?\d{{1,2}})?)?))?{_END}",
    re.IGNORECASE,
)
_SAME_DAY = re.compile(
    rf"(?:later\s+(?:the\s+)?)?(?P<same>same\s+day)|(?:the\s+)?next\s+day{_END}", re.IGNORECASE
)
_TIME = re.compile(
    r"(?:at\s+|@\s*)?(?P<hour>\d{1,2})(?:(?:[:.h](?P<minute>\d{2}))?\s*(?P<half>[ap])\.?m\b\.?"
    r"|[:h](?P<minute24>\d{2})(?!\d))"
    r"(?:\s+(?:local|their|recipient)(?:\s+time)?|\s+[a-z]{1,3}t\b)?",
    re.IGNORECASE,
)
_THREAD = re.compile(
    r"(?P<reply>(?:in\s+|on\s+)?(?:the\s+)?(?:same|existing|previous)\s+(?:e-?mail\s+)?thread"
    r"|threaded(?:\s+reply)?|threads|in[- ]thread"
    r"|(?:reply|replies)(?:\s+(?:in|to|on)\s+.{1,40})?)"
    rf"|(?P<new>(?:in\s+)?(?:a\s+)?(?:new|fresh|separate)\s+thread|new\s+subject){_END}",
    re.IGNORECASE,
)
_MANUAL = re.compile(rf"manual(?:ly)?{_END}", re.IGNORECASE)
_FILLER = re.compile(
    r"(?:auto(?:mated|matic)?|cold|warm|intro(?:duct(?:ion|ory))?|initial|opening|opener|first|second"
    r"|third|fourth|fifth|final|last|\d(?:st|nd|rd|th)|follow[- ]?ups?|break[- ]?up|bump|nudge"
    r"|check[- ]?in|value(?:[- ]add)?|touch|outreach|message|note|attempt|script|template|optional"
    r"|send|sent|today|immediate(?:ly)?|morning|afternoon|evening|am|pm|personal(?:i[sz]ed)?"
    r"|short|quick|case\s+study|social\s+proof|resource|direct|soft|the|an?|and|then|with|plus"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|wed|thu|fri|sat|sun"
    rf"|step|task)s?{_END}|[+&/@]|w/",
    re.IGNORECASE,
)
_PURPOSE = re.compile(
    r"(?:the\s+)?(?:final\s+|last\s+|first\s+)?(?:intro(?:duction)?|follow[- ]?up|break[- ]?up|bump"
    r"|nudge|check[- ]?in|value(?:[- ]add)?|case\s+study|social\s+proof|resource)"
    r"(?:\s+(?:note|message))?",
    re.IGNORECASE,
)
"""Words that say why a touch is sent; they are its label."""
_LINKED = r"(?:linked-?in|li)"
_CHANNELS = (
    (
        "linkedin",
        "view",
        (
            rf"{_LINKED}\s+(?:profile\s+)?(?:view|visit)"
            rf"|(?:view|visit)\s+(?:their\s+)?(?:{_LINKED}\s+)?profile(?:\s+on\s+{_LINKED})?"
            r"|profile\s+(?:view|visit)"
        ),
    ),
    (
        "linkedin",
        "comment",
        (
            rf"{_LINKED}\s+(?:post\s+)?comment|comment\s+on\s+(?:a|their|an)?\s*(?:recent\s+)?"
            rf"(?:{_LINKED}\s+)?post(?:\s+on\s+{_LINKED})?"
        ),
    ),
    (
        "linkedin",
        "like",
        (
            rf"{_LINKED}\s+(?:post\s+)?(?:like|engage(?:ment)?|reaction)"
            rf"|like\s+(?:a|their|an)?\s*(?:recent\s+)?(?:{_LINKED}\s+)?post(?:\s+on\s+{_LINKED})?"
        ),
    ),
    (
        "linkedin",
        "connect",
        (
            rf"{_LINKED}\s+(?:connect(?:ion)?|invit(?:e|ation)|request)"
            r"(?:\s+(?:request|invit(?:e|ation)|message|note))?(?:\s+with(?:out)?\s+(?:a\s+)?note)?"
            rf"|connect(?:ion\s+request)?\s+on\s+{_LINKED}|connect(?:ion)?\s+request"
        ),
    ),
    ("linkedin", "inmail", rf"(?:{_LINKED}\s+)?in-?mail"),
    (
        "linkedin",
        "message",
        rf"{_LINKED}\s+(?:message|msg|dm|note|voice\s+(?:note|message))|dm",
    ),
    ("linkedin", "", "linked-?in(?:\\s+touch)?"),
    ("voicemail", "", r"voice\s?mail(?:\s+(?:drop|script|message))?|vm"),
    ("call", "", r"(?:phone\s?calls?|calls?|phone|dial)(?:\s+(?:attempt|script|task))?"),
    ("whatsapp", "", r"whats\s?app(?:\s+message)?"),
    ("sms", "", r"sms|text(?:\s+message)?"),
    ("video", "", r"(?:video|loom|vidyard)(?:\s+(?:message|e-?mail))?"),
    ("mail", "", r"(?:direct|physical|snail)\s+mail|letter|postcard|handwritten\s+note|gift"),
    ("email", "", r"e-?mails?(?:\s+(?:message|template|copy|body))?"),
    ("task", "", r"task|to-?do"),
)
_CHANNEL = re.compile(
    rf"(?:{'|'.join(f'(?P<n{n}>{pattern})' for n, (*_, pattern) in enumerate(_CHANNELS))}){_END}",
    re.IGNORECASE,
)
_HINT = re.compile(
    r"\b(?P<any>e-?mail|linked-?in|sms|whats\s?app|in-?mail|voice\s?mail|loom)\b"
    r"|^(?P<first>call|phone|text|video)\b|\b(?P<last>call|phone|text|video|dm)$",
    re.IGNORECASE,
)
_NOUN_CHANNELS = (
    ("voice", "voicemail"),
    ("call", "call"),
    ("mail", "email"),
    ("sms", "sms"),
    ("text", "sms"),
    ("video", "video"),
    ("letter", "mail"),
    ("linked", "linkedin"),
    ("dm", "linkedin"),
)
_FIRST_WORD = re.compile(r"[(\[]?[ \t]*(?:([^\W\d_]+)|\d|\+)")
_OPENERS = """
    a about after afternoon am an another attempt auto automated automatic break breakup bump call
    calls case check checkin cold comment connect connection contact d day days dial direct dm e
    email emails evening fifth final first follow followup followups fourth fresh fri friday gift
    handwritten immediate immediately in initial inmail intro introduction introductory last later
    letter li like linked linkedin loom mail manual manually message mon monday morning msg new next
    note nudge on opener opening optional outreach personal personalised personalized phone physical
    plus pm postcard profile quick reply resource same sat saturday second send sent separate short
    sms snail social soft step sun sunday t task text the third threaded thu thursday to today todo
    touch touchpoint tue tuesday value video vidyard view visit vm voice voicemail wait warm wed
    wednesday whats whatsapp delay
"""
_FIRST_WORDS = frozenset(_OPENERS.split())
"""With which a heading can begin; it spares most lines of a copy the full reading."""
_WAIT = re.compile(r"[\[(]?\s*(?:wait|delay|\+)", re.IGNORECASE)
_LAST_WORD = re.compile(r"[.;,]$|[.!?]\s")


class _Words:
    """Reads the words of one line, part by part."""

    def __init__(self, text: str, offset: int) -> None:
        self.text = text
        self.offset = offset
        self.said: dict[str, Phrase] = {}
        self.contacts: list[Contact] = []
        self.noun = ""
        self.number = 0
        self.is_hinted = False

    def take_all(self, start: int, end: int) -> bool:
        """Read a part; whether every word of it was understood."""
        at = start
        while at < end:
            if self.text[at].isspace():
                at += 1
                continue
            after = self._take(at, end)
            if after <= at:
                return False
            at = after
        return True

    def take_hint(self, start: int, end: int) -> None:
        """Find the channel in a part that says more than a heading's usual words."""
        hint = _HINT.search(self.text[start:end])
        if hint is None or self.contacts:
            return
        found = _CHANNEL.match(hint.group())
        if found:
            at = (start + hint.start(), start + hint.end())
            self._add_contact(*_channel_of(found), *at)
            self.is_hinted = True

    def _take(self, at: int, end: int) -> int:
        found = _CONDITION.match(self.text, at, end)
        if found:
            return found.end()
        for take in (self._day, self._ordinal, self._delay, self._time, self._channel, self._rest):
            after = take(at, end)
            if after > at:
                return after
        return at

    def _say(self, key: str, value: str, start: int, end: int, first: int, last: int) -> None:
        move = self.offset
        phrase = Phrase(value, start + move, end + move, first + move, last + move)
        self.said.setdefault(key, phrase)

    def _day(self, at: int, end: int) -> int:
        found = _DAY.match(self.text, at, end)
        if found is None:
            return at
        value = _digits(found["n"])
        self._say("day", value, *found.span("n"), *found.span())
        if not self.noun:
            self.noun, self.number = "day", int(value)
        return found.end()

    def _ordinal(self, at: int, end: int) -> int:
        found = _ORDINAL.match(self.text, at, end)
        if found is None:
            return at
        noun = found["noun"].lower().replace("-", "").replace(" ", "")
        value = _digits(found["n"])
        is_step = noun.startswith(("step", "touch"))
        if is_step:
            self._say("step", value, *found.span("n"), *found.span())
        for start, channel in _NOUN_CHANNELS:
            if start in noun:
                self._add_contact(channel, "", *found.span("noun"))
                break
        if self.noun in ("", "day") or is_step:
            self.noun, self.number = noun, int(value)
        return found.end()

    def _delay(self, at: int, end: int) -> int:
        found = _DELAY.match(self.text, at, end)
        if found:
            count = 1 if found["n"].lower() == "a" else int(_digits(found["n"]))
            unit = found["unit"].lower().split()[-1][0]
            value = f"{count} hours" if unit == "h" else f"{count * (7 if unit == 'w' else 1)} days"
            self._say("delay", value, found.start("n"), found.end("unit"), *found.span())
            return found.end()
        found = _SAME_DAY.match(self.text, at, end)
        if found is None:
            return at
        self._say("delay", "0 days" if found["same"] else "1 days", *found.span(), *found.span())
        return found.end()

    def _time(self, at: int, end: int) -> int:
        found = _TIME.match(self.text, at, end)
        value = clock(found) if found else None
        if found is None or value is None:
            return at
        last = found.end("half") + 1 if found["half"] else found.end("minute24")
        self._say("time", value, found.start("hour"), last, *found.span())
        return found.end()

    def _channel(self, at: int, end: int) -> int:
        found = _CHANNEL.match(self.text, at, end)
        if found is None:
            return at
        self._add_contact(*_channel_of(found), *found.span())
        return found.end()

    def _add_contact(self, channel: str, action: str, start: int, end: int) -> None:
        first, last = start + self.offset, end + self.offset
        contact = Contact(
            Phrase("call" if channel == "voicemail" else channel, first, last, first, last),
            Phrase(action, first, last, first, last) if action else None,
            channel == "voicemail",
        )
        if channel == "voicemail" and any(c.channel.value == "call" for c in self.contacts):
            return
        for index, other in enumerate(self.contacts):
            if other.channel.value != contact.channel.value:
                continue
            # "LinkedIn message (connection request)": the narrower word counts.
            if other.action is None or contact.action is None:
                self.contacts[index] = other if contact.action is None else contact
            return
        self.contacts.append(contact)

    def _rest(self, at: int, end: int) -> int:
        found = _THREAD.match(self.text, at, end)
        if found:
            value = "reply" if found["reply"] else "new"
            self._say("thread", value, *found.span(), *found.span())
            return found.end()
        found = _MANUAL.match(self.text, at, end)
        if found:
            self._say("manual", "true", *found.span(), *found.span())
            return found.end()
        found = _FILLER.match(self.text, at, end)
        return found.end() if found else at


def _channel_of(found: re.Match[str]) -> tuple[str, str]:
    channel, action, _ = _CHANNELS[int((found.lastgroup or "n0")[1:])]
    return channel, action


def _digits(word: str) -> str:
    lowered = word.lower()
    return str(_WORDS.index(lowered) + 1) if lowered in _WORDS else word


def clock(found: re.Match[str]) -> str | None:
    """A time as `HH:MM`; None for one that no clock shows."""
    hour, minute = int(found["hour"]), int(found["minute"] or found["minute24"] or 0)
    half = (found["half"] or "").lower()
    if half and not 1 <= hour <= 12:
        return None
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    return f"{hour:02}:{minute:02}" if hour < 24 and minute < 60 else None


def read_parts(text: str, start: int, end: int, *, strict: bool = True) -> Parts | None:
    """What the words from `start` to `end` say; None when `strict` and they open no touch."""
    line = text[start:end].translate(_FLAT).replace("__", "  ").rstrip(" \t#")
    words = _Words(line, start)
    is_known, first = True, True
    title: Phrase | None = None
    at = 0
    for cut_start, cut_end in [*(cut.span() for cut in _CUT.finditer(line)), (len(line), 0)]:
        part_start, part_end = at, max(at, cut_start)
        at = cut_end
        while part_start < part_end and line[part_start].isspace():
            part_start += 1
        part_end = part_start + len(line[part_start:part_end].rstrip())
        if part_start == part_end:
            continue
        if not words.take_all(part_start, part_end):
            if first and strict:
                return None
            words.take_hint(part_start, part_end)
            is_known = False
            title = title or _phrase(text, start + part_start, start + part_end)
        elif _PURPOSE.fullmatch(line, part_start, part_end):
            title = title or _phrase(text, start + part_start, start + part_end)
        first = False
    said = words.said
    return Parts(
        said.get("day"),
        said.get("delay"),
        said.get("time"),
        said.get("thread"),
        said.get("manual"),
        said.get("step"),
        tuple(words.contacts),
        title,
        words.noun,
        words.number,
        is_known,
        words.is_hinted,
    )


def _phrase(text: str, start: int, end: int) -> Phrase:
    return Phrase(text[start:end], start, end, start, end)


def read_heading(text: str, line: int, start: int, end: int) -> Heading | None:
    """The heading that a line may be; whether it is one depends on the lines around it."""
    if end - start > LONGEST:
        return None
    marks = _MARKS.match(text, start, end)
    first = marks.end() if marks else start
    word = _FIRST_WORD.match(text, first, end)
    if word is None or (word[1] and word[1].lower() not in _FIRST_WORDS):
        return None
    parts = read_parts(text, first, end)
    if parts is None or not (parts.noun or parts.day or parts.delay or parts.contacts):
        return None
    is_wait = parts.delay and not (parts.noun or parts.day or parts.contacts)
    if is_wait and not (parts.is_known and _WAIT.match(text, first, end)):
        return None
    hashes = (marks["hash"] or "").strip() if marks else ""
    if hashes:
        rank = HASH
    elif marks and marks["list"]:
        rank = LIST
    elif marks and marks["bold"]:
        rank = BOLD
    else:
        rank = PLAIN
    if parts.title and rank not in (HASH, BOLD) and _LAST_WORD.search(parts.title.value):
        return None
    return Heading(line, first, end, rank, len(hashes), parts)
