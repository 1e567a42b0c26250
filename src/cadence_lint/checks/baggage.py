"""The first email to a stranger brings links, a picture or an attachment along.

Not counted are what stands in the signature or the opt-out, a profile on LinkedIn, addresses to
write to or to call, the same link twice, and links of which each reader gets one.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from cadence_lint.checks import Objection, Spot
from cadence_lint.patterns import regex
from cadence_lint.reading.fields import read_template
from cadence_lint.reading.markup import images, links
from cadence_lint.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cadence_lint.case import Case
    from cadence_lint.reading import Passage, Reading
    from cadence_lint.reading.fields import Template
    from cadence_lint.reading.segments import Segment
    from cadence_lint.sequence import Touch

SCOPE = "message"

_PASSED_OVER = ("signature", "sign-off", "opt-out", "quoted")
_NO_PAGE = regex(r"(?i)\s*(?:mailto|tel|sms|cid):|linkedin\.com/in/|unsub|opt-?out")
_LINK_NAME = regex(r"(?i)(?:^|[\W_]|(?<=[a-z]))(?:link|url)s?[\W_]?\d*$")
_NO_LINK_NAME = regex(r"(?i)unsub|opt.?out|linked.?in|preference|signature|sender")


class Options(Record):
    """What a rule may set."""

    max_links: int = 1
    """How many links are still fine."""
    attaches: tuple[str, ...] = ("attaches",)
    """The facts that say that a file comes along."""


class Values(Record):
    """What a message may name."""

    what: str
    """`2 links`, `a picture`, `3 links and an attachment`."""
    links: int


class _Link(NamedTuple):
    start: int
    end: int
    target: str


def check(case: Case, touch: Touch, reading: Reading, options: Options) -> Iterator[Objection]:
    """Object to the first email of a sequence for all that it brings."""
    passage = reading.passages.get("body")
    if passage is None or touch.number != _first_email(case):
        return
    found = [each for each in _links(passage) if _is_of_the_body(passage, each.start, each.end)]
    pictures = [each for each in images(passage.raw) if _is_of_the_body(passage, *each)]
    files = [fact for fact in reading.facts(*options.attaches) if fact.segment not in _PASSED_OVER]
    counted = found if len(found) > options.max_links else []
    if not (counted or pictures or files):
        return
    raw = passage.raw
    stretches = [(one.start, one.end) for one in counted] + pictures
    spots = [Spot(raw.span(*each), raw.value[slice(*each)]) for each in sorted(stretches)]
    spots += [fact.spot() for fact in files]
    yield Objection(
        values=Values(_what(len(counted), len(pictures), len(files)), len(found)),
        spots=tuple(spots),
        measure=len(counted) + len(pictures) + len(files),
    )


def _first_email(case: Case) -> int:
    return next((touch.number for touch in case.touches if touch.channel == "email"), 0)


def _what(links: int, pictures: int, files: int) -> str:
    said = [f"{links} links"] if links else []
    said += [["a picture", f"{pictures} pictures"][pictures > 1]] if pictures else []
    said += ["an attachment"] if files else []
    return " and ".join(filter(None, (", ".join(said[:-1]), said[-1])))


def _links(passage: Passage) -> Iterator[_Link]:
    """The links that a reader gets, each target once."""
    value = passage.raw.value
    template = read_template(value)
    written = [_Link(one.start, one.end, one.href) for one in links(passage.raw)]
    inside = [(one.start, one.end) for one in written]
    named = [(one.start, one.end, one.name) for one in template.fields]
    named += [(one.start, one.end, one.words) for one in template.placeholders]
    for at, stop, name in named:
        is_link = _LINK_NAME.search(name) and not _NO_LINK_NAME.search(name)
        if is_link and not any(start <= at < end for start, end in inside):
            written.append(_Link(at, stop, name))
    seen: set[str] = set()
    for link in _for_one_reader(sorted(written), template):
        target = link.target.strip().rstrip("/").lower()
        if target not in seen and not _NO_PAGE.search(link.target):
            seen.add(target)
            yield link


def _for_one_reader(found: Iterable[_Link], template: Template) -> Iterator[_Link]:
    """The links without those that only readers of another option get."""
    taken: dict[tuple[int, int], int] = {}
    for link in found:
        around = next((one for one in template.choices if one.start <= link.start < one.end), None)
        if around is not None:
            option = bisect_right(around.options, (link.start, link.end)) - 1
            if taken.setdefault((around.start, around.end), option) != option:
                continue
        yield link


def _is_of_the_body(passage: Passage, start: int, end: int) -> bool:
    """Whether something stands neither in the signature nor in the opt-out.

    What holds no words of its own belongs to the sentence before it.
    """
    at = passage.raw.span(start, end)
    kinds: list[Segment] = []
    for sentence, kind in zip(passage.sentences, passage.segments, strict=True):
        place = passage.text.span(sentence.start, sentence.end).start
        if place <= at.start:
            kinds = [kind]
        elif place < at.end:
            kinds.append(kind)
    return not any(kind in _PASSED_OVER for kind in kinds)
