"""What a message gives the reader to read, watch or use, each once; and links to a calendar.

A link and the words that announce it are one resource. The sender's home page, a profile, a way
out and an address for mail are none.
"""

from __future__ import annotations

from functools import cache, partial
from typing import TYPE_CHECKING

from cadence_lint.patterns import regex
from cadence_lint.reading.text.segments import PASSED_OVER
from cadence_lint.reading.text.words import FIELD

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from cadence_lint.reading import Fact, Passage

_CALENDAR = regex(
    r"calend|chilipiper|savvycal|hubspot\.com/meet|meetings\.|/meetings?\b|\bcal\.com/|zcal\.co"
    r"|/book(?:ing|-|/|$)|schedul|booking|meeting_?link|youcanbook"
)
_NO_RESOURCE = regex(r"unsub|opt-?out|preferences|linkedin\.com/in/|\bmaps?\.|tel:|mailto:")
_HAS_PATH = regex(r"(?:https?://)?[^/\s]+/[^\s]")
_KINDS = frozenset(
    "guide report checklist video film recording article post study template worksheet calculator"
    " benchmark paper whitepaper ebook webinar podcast summary list plan sheet model audit analysis"
    " comparison breakdown teardown deck talk case one-pager page tool survey story map kit episode"
    " menu playbook handbook".split()
)
_LINKS = frozenset({"field", "url"})
_LINK_FIELD = regex(
    r"\b(?:link|url|doc|pdf|video|attachment|asset|resource|photo|picture"
    r"|screenshot|image|recording|chart)\b|link$|url$"
)

_FARTHEST = 20
"""A link is announced at most so many announcements of other things before it."""


def find_resources(
    passage: Passage, phrases: Iterable[Fact]
) -> Iterator[tuple[str, int, int, int]]:
    """`resource` and `sends-calendar-link`, each with its sentence, its start and its end."""
    if passage.part == "subject":
        return
    announced = sorted(
        {
            fact.sentence
            for fact in phrases
            if fact.name == "shares-resource" and fact.segment not in PASSED_OVER
        }
    )
    kinds_of = cache(partial(_kinds, passage))  # a sentence may hold any number of links
    waiting: list[int] = []  # announced before the link, and not linked yet
    ahead = 0
    for at, sentence in _links(passage):
        start, end = passage.words.starts[at], passage.words.ends[at]
        name = _link_name(passage, at)
        if _CALENDAR.search(name):
            yield "sends-calendar-link", sentence, start, end
        elif _is_resource(passage, at, name):
            while ahead < len(announced) and announced[ahead] <= sentence:
                waiting.append(announced[ahead])
                ahead += 1
            _take_announcements(sentence, waiting, kinds_of)
            yield "resource", sentence, start, end
    seen: set[str] = set()
    last = -1
    for sentence in (*waiting, *announced[ahead:]):
        kinds = kinds_of(sentence)
        goes_on = last == sentence - 1 and _points_back(passage, sentence)
        last = sentence
        if goes_on or (kinds and kinds <= seen):
            continue
        seen |= kinds
        said_in = passage.sentences[sentence]
        yield "resource", sentence, said_in.start, said_in.end


def _take_announcements(
    sentence: int, waiting: list[int], kinds_of: Callable[[int], set[str]]
) -> None:
    """Take out what announces the link in a sentence: its own, and earlier ones of its kind."""
    if waiting and waiting[-1] == sentence:
        waiting.pop()
    kinds = kinds_of(sentence)
    others_of_kind: list[int] = []
    while waiting and len(others_of_kind) < _FARTHEST:
        before = waiting.pop()
        others = kinds_of(before)
        if kinds and others and kinds.isdisjoint(others):
            others_of_kind.append(before)
        elif others:
            break
    waiting.extend(reversed(others_of_kind))


def _kinds(passage: Passage, sentence: int) -> set[str]:
    """What a sentence says that it gives: `guide`, `report`."""
    first, last = passage.sentences[sentence].first, passage.sentences[sentence].last
    words = passage.words.folded[first:last]
    return {word.rstrip("s") for word in words if word.rstrip("s") in _KINDS}


def _points_back(passage: Passage, sentence: int) -> bool:
    """Whether it is about the thing in the sentence before: `I wrote a list. It is attached.`."""
    first = passage.words.folded[passage.sentences[sentence].first]
    return first in ("it", "it's", "they", "they're", "both")


def _links(passage: Passage) -> Iterator[tuple[int, int]]:
    """The words that are links, or fields, each with the index of its sentence."""
    words = passage.words
    kinds = words.kinds
    has_links = "url" in kinds and "." in passage.text.value
    if not has_links and "field" not in kinds:
        return
    sentences = passage.sentences
    index = 0
    for at in [at for at, kind in enumerate(kinds) if kind in _LINKS]:
        while sentences[index].last <= at:
            index += 1
        if passage.segments[index] not in PASSED_OVER:
            yield at, index


def _link_name(passage: Passage, at: int) -> str:
    """A link, or what the field or the blank that holds one is called, in lower case."""
    words = passage.words
    if words.folded[at] != FIELD:
        return words.folded[at]
    return passage.field_names.get(words.starts[at], "").lower().replace("_", " ")


def _is_resource(passage: Passage, at: int, name: str) -> bool:
    if "@" in name or _NO_RESOURCE.search(name):
        return False
    if passage.words.folded[at] == FIELD:
        return bool(_LINK_FIELD.search(name))
    return bool(_HAS_PATH.match(name))
