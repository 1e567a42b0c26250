"""What the words of a heading mean: a day, a wait, a time, a channel, a number, or filler.

A line is cut at its dashes, colons, commas and brackets; every part is then read word by word.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from cadence_lint.formats import values
from cadence_lint.formats.text.page import Phrase
from cadence_lint.patterns import regex
from cadence_lint.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterator


class Parts:
    """What the words of a heading or of a label's value say."""

    def __init__(self) -> None:
        self.said: dict[str, Phrase] = {}
        """Values by their keys: `day`, `delay`, `time`, `thread`, `manual`, `label`."""
        self.channels: list[Phrase] = []
        self.noun = ""
        """What is counted: step, touch, email, …; nothing where there is no number."""
        self.number = 0
        self.is_known = True
        """Whether every part was understood."""
        self.is_hinted = False
        """Whether the channel is only a word in a part that was not."""

    @property
    def day(self) -> int | None:
        """The day, where one is said."""
        return int(self.said["day"].value) if "day" in self.said else None

    @property
    def is_counted(self) -> bool:
        """Whether they say when the touch comes: a day, a wait, or a number."""
        return bool("day" in self.said or "delay" in self.said or self.noun)

    @property
    def is_wait(self) -> bool:
        """Whether they only say how long to wait until the next touch."""
        return "delay" in self.said and not (self.noun or self.channels or "day" in self.said)


# Phrases and what they mean. A phrase is written without spaces, hyphens and `_SMALL` words.
_CHANNELS = {
    "calltask": "call",
    "dm": "linkedin message",
    "emailtask": "email",
    "handwrittennote": "mail",
    "linkedinnote": "linkedin message",
    "linkedintask": "linkedin",
    "loom": "video",
    "loomvideo": "video",
    "physicalmail": "mail",
    "vidyard": "video",
    "vm": "voicemail",
}
_ON_LINKEDIN = frozenset(
    "commentpost likepost viewprofile visitprofile profileview connectionrequest".split()
)
_VALUES = {
    **dict.fromkeys("reply replies thread threads threaded".split(), ("thread", "reply")),
    **dict.fromkeys("samethread existingthread previousthread".split(), ("thread", "reply")),
    **dict.fromkeys("sameemailthread inthread threadedreply".split(), ("thread", "reply")),
    **dict.fromkeys("newthread freshthread separatethread newsubject".split(), ("thread", "new")),
    **dict.fromkeys(("manual", "manually"), ("manual", "true")),
    "sameday": ("delay", "0 days"),
    "nextday": ("delay", "1 day"),
}
_NOUNS = frozenset("step touch touchpoint message msg followup contact email".split())
_PURPOSES = frozenset(
    "intro introduction followup breakup bump nudge checkin value valueadd casestudy socialproof "
    "resource".split()
)
"""Words that say why a touch is sent; they are its label."""
_FILLER = frozenset(
    "auto automated automatic cold warm introductory initial opening opener first second third "
    "fourth fifth final last 1st 2nd 3rd 4th 5th outreach note attempt script template optional "
    "send sent today immediate immediately morning afternoon evening am pm personal personalized "
    "personalised short quick direct soft then with plus about another only wait later delay gap "
    "local time recipient est edt cst cdt mst mdt pst pdt et ct mt pt gmt bst cet cest utc "
    "monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun "
    "task w noreply of voice drop @ &".split()
)
_SMALL = frozenset("a an the and on in at to their your that recent".split())
_UP_TO_THE_END = frozenset("if when unless once assuming after since from".split())
"""Words after which the rest of a part is a condition, or what a wait counts from."""
_LONGEST_PHRASE = 5

_END = r"(?!\w|:\d|[.,]\d|%|['’]\w|-\d)"
_NUMBERS = {
    "day": r"(?:days?\s*+(?:[#+]\s*+)?|[dt]\+?(?=\d))(\d{1,3})(?:\s*(?:[-–—/]|to|or)\s*\d{1,3})?",
    "delay": r"(\d{1,3}\s*-?(?:(?:business|working|calendar)\s+)?"
    r"(?:days?|d|weeks?|w|hours?|hrs?|h))",
    "time": r"((?:1[0-2]|0?[1-9])(?:[:.][0-5]\d)?\s*[ap](?:m\b|\.m\.)"
    r"|(?:[01]?\d|2[0-3])[:h][0-5]\d)",
}
_TIMING = {key: regex(pattern + _END, re.IGNORECASE) for key, pattern in _NUMBERS.items()}
_NUMBER = regex(
    rf"\s*+(?:(?:\#|no\.|number\s)\s*+)?(\d{{1,3}})[a-f]?(?:\s*(?:of|/)\s*\d{{1,2}})?{_END}",
    re.IGNORECASE,
)
_WORD = regex(r"[^\s+@&/#-]+(?:-[^\s+@&/#-]+)*|[@&]")
_CUT = regex(r"(?<!\S)-{1,2}(?=\s|$)|(?<!\d)[–—]|[–—](?!\d)|:(?=\s|$)|[-=]>|[|→⟶;,·•()\[\]]")
_NOISE = regex(r"[-'’.!*_]")


class _Reader:
    """Reads the words of one line, part by part."""

    def __init__(self, text: str, offset: int) -> None:
        self.text = text
        self.offset = offset
        self.parts = Parts()
        self.is_purpose = False
        """Whether the part only says why a touch is sent."""

    def read(self, start: int, end: int) -> bool:
        """Read a part; whether every word of it was understood."""
        words = [(*word.span(), _fold(word[0])) for word in _WORD.finditer(self.text, start, end)]
        kinds: set[str] = set()
        at = 0
        while at < len(words) and words[at][2] not in _UP_TO_THE_END:
            kind, after = self._number(words[at][0], end) or self._phrase(words, at, end)
            if not kind:
                return False
            kinds.add(kind)
            while at < len(words) and words[at][0] < after:
                at += 1
        self.is_purpose = "purpose" in kinds and kinds <= {"purpose", "filler"}
        return True

    def hint(self, start: int, end: int) -> None:
        """Find the channel in a part that says more than a heading's usual words."""
        for word in () if self.parts.channels else _WORD.finditer(self.text, start, end):
            if values.is_channel_word(_fold(word[0]), surely=True):
                self._add_channel(_fold(word[0]), *word.span())
                self.parts.is_hinted = True
                return

    def _phrase_at(self, value: str, at: tuple[int, int], about: tuple[int, int]) -> Phrase:
        at, about = ((start + self.offset, end + self.offset) for start, end in (at, about))
        return Phrase(value, Span(*at), Span(*about))

    def _say(self, key: str, value: str, at: tuple[int, int], about: tuple[int, int]) -> None:
        self.parts.said.setdefault(key, self._phrase_at(value, at, about))

    def _number(self, at: int, end: int) -> tuple[str, int] | None:
        """A day, a wait or a time; returns what it is and where it ends."""
        for key, pattern in _TIMING.items():
            if found := pattern.match(self.text, at, end):
                self._say(key, found[1], found.span(1), found.span())
                return key, found.end()
        return None

    def _phrase(self, words: list[tuple[int, int, str]], at: int, end: int) -> tuple[str, int]:
        """The longest phrase that means something, with the number behind it."""
        start = words[at][0]
        for last in range(min(at + _LONGEST_PHRASE, len(words)), at, -1):
            _, stop, word = words[last - 1]
            said = "".join(word for *_, word in words[at:last] if word not in _SMALL)
            if (word not in _SMALL or not said) and (kind := self._take(said, start, stop)):
                is_noun = kind == "channel" or said in _NOUNS
                after = self._count(said, stop, end) if is_noun else stop
                return "number" if after > stop else kind, after
        return "", start

    def _take(self, said: str, start: int, end: int) -> str:
        """Take a phrase; returns what it is, nothing for one that means nothing here."""
        if channel := channel_of(said):
            self._add_channel(channel, start, end)
            return "channel"
        if value := _VALUES.get(said):
            self._say(*value, (start, end), (start, end))
            return value[0]
        if said in _PURPOSES:
            return "purpose"
        return "filler" if not said or said in _FILLER or said in _NOUNS else ""

    def _count(self, said: str, stop: int, end: int) -> int:
        """Take the number of a step, a touch, an email; returns where it ends."""
        number = _NUMBER.match(self.text, stop, end)
        if number is None:
            return stop
        noun = "step" if said.startswith(("step", "touch")) else said
        if noun == "step" or not self.parts.noun:
            self.parts.noun, self.parts.number = noun, int(number[1])
        return number.end()

    def _add_channel(self, channel: str, start: int, end: int) -> None:
        """Take a channel; of two words for one, as in "LinkedIn (connect)", the longer counts."""
        new = self._phrase_at(channel, (start, end), (start, end))
        way = values.read_channel(channel)
        for index, old in enumerate(self.parts.channels):
            if values.read_channel(old.value).channel == way.channel:
                if way.action and not values.read_channel(old.value).action:
                    self.parts.channels[index] = new
                return
        self.parts.channels.append(new)


@lru_cache(maxsize=1024)
def channel_of(said: str) -> str | None:
    """The channel that a phrase names, and what is done on it, as a sequence file has it."""
    if said in _CHANNELS or said.startswith("manual"):
        return _CHANNELS.get(said)
    rest = said.replace("linkedin", "", 1)
    if (rest != said or said in _ON_LINKEDIN) and (action := values.read_action(rest)):
        return f"linkedin {action}"
    for word in (said, said.removesuffix("s")):
        if values.is_channel_word(word) and word != "x":
            way = values.read_channel(word)
            is_plain = way.channel != "other" and not way.voicemail
            return f"{way.channel} {way.action or ''}".strip() if is_plain else word
    return None


def _fold(word: str) -> str:
    return _NOISE.sub("", word).lower()


_FLAT = str.maketrans("*`", "  ")


def read_parts(text: str, at: Span, *, strict: bool = True) -> Parts | None:
    """What some words say; None when `strict` and they open no touch."""
    line = text[at.start : at.end].translate(_FLAT).replace("__", "  ").rstrip(" \t#")
    reader = _Reader(line, at.start)
    parts = reader.parts
    for index, (start, end) in enumerate(_cut(line)):
        is_known = reader.read(start, end)
        if not is_known:
            if strict and not index:
                return None
            reader.hint(start, end)
            parts.is_known = False
        if not is_known or reader.is_purpose:
            span = Span(start + at.start, end + at.start)
            parts.said.setdefault("label", Phrase(text[slice(*span)], span, span))
    return parts


def _cut(line: str) -> Iterator[tuple[int, int]]:
    """The parts of a line, without the white space around them."""
    at = 0
    for start, after in [*(cut.span() for cut in _CUT.finditer(line)), (len(line), len(line))]:
        part = line[at:start]
        if part.strip():
            yield at + len(part) - len(part.lstrip()), at + len(part.rstrip())
        at = after
