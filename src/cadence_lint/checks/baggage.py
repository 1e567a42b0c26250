"""The first email to a stranger brings links, a picture or an attachment along.

Not counted are what stands in the signature or the opt-out, a profile on LinkedIn, addresses to
write to or to call, the same link twice, and links of which each reader gets one.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from cadence_lint.checks import Objection, Spot
from cadence_lint.patterns import regex
from cadence_lint.reading.template.fields import read_template
from cadence_lint.reading.text.markup import images, links
from cadence_lint.reading.text.segments import PASSED_OVER
from cadence_lint.record import NamedTuple, Record

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cadence_lint.linting.case import Case
    from cadence_lint.reading import Passage, Reading
    from cadence_lint.reading.template.fields import Template
    from cadence_lint.sequence import Touch

SCOPE = "message"
TRAITS = {"kind": ("mailing", "enclosure")}

_NO_PAGE = regex(r"(?i)(?:mailto|tel|sms|cid):|linkedin\.com/in/|unsub|opt-?out")
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
    """Object to the first email of a sequence for all that it brings.

    The trait `kind` is `enclosure` for a file alone that comes with something written for this
    reader only: that does not look like a `mailing`.
    """
    passage = reading.passages.get("body")
    if passage is None or touch is not case.first_email:
        return
    is_of_the_body = _Body(passage).holds
    found = [each for each in _links(passage) if is_of_the_body(each.start, each.end)]
    pictures = [each for each in images(passage.raw) if is_of_the_body(*each)]
    files = [fact for fact in reading.facts(*options.attaches) if fact.segment not in PASSED_OVER]
    counted = found if len(found) > options.max_links else []
    if not (counted or pictures or files):
        return
    raw = passage.raw
    stretches = [(one.start, one.end) for one in counted] + pictures
    spots = [
        Spot(raw.span(*each), raw.value[slice(*each)], part="body") for each in sorted(stretches)
    ]
    spots += [fact.spot() for fact in files]
    is_enclosed = not (counted or pictures) and reading.is_for_one
    yield Objection(
        values=Values(_what(len(counted), len(pictures), len(files)), len(found)),
        spots=tuple(spots),
        measure=len(counted) + len(pictures) + len(files),
        traits={"kind": "enclosure" if is_enclosed else "mailing"},
    )


def _what(links: int, pictures: int, files: int) -> str:
    said = [f"{links} links"] if links else []
    said += [["a picture", f"{pictures} pictures"][pictures > 1]] if pictures else []
    said += ["an attachment"] if files else []
    return " and ".join(filter(None, (", ".join(said[:-1]), said[-1])))


def _links(passage: Passage) -> Iterator[_Link]:
    """The links that a reader gets, each target once."""
    value = passage.raw.value
    template = passage.template if value == passage.text.value else read_template(value)
    written = [_Link(one.start, one.end, one.href) for one in links(passage.raw)]
    fields: list[_Link] = []
    starts = [one.start for one in written]
    named = [(one.start, one.end, one.name) for one in template.fields]
    named += [(one.start, one.end, one.words) for one in template.placeholders]
    for at, stop, name in named:
        before = bisect_right(starts, at) - 1
        is_inside = before >= 0 and at < written[before].end
        if not is_inside and _LINK_NAME.search(name) and not _NO_LINK_NAME.search(name):
            fields.append(_Link(at, stop, name))
    written += fields
    seen: set[str] = set()
    for link in _for_one_reader(sorted(written), template):
        target = link.target.strip().rstrip("/").lower()
        if target not in seen and not _NO_PAGE.search(link.target):
            seen.add(target)
            yield link


def _for_one_reader(found: Iterable[_Link], template: Template) -> Iterator[_Link]:
    """The links without those that only readers of another option get."""
    taken: dict[int, int] = {}
    choices = [one for one in template.choices if one.options]
    starts = [one.start for one in choices]
    for link in found:
        at = bisect_right(starts, link.start) - 1
        if at >= 0 and link.start < choices[at].end:
            option = bisect_right(choices[at].options, (link.start, link.end)) - 1
            if taken.setdefault(at, option) != option:
                continue
        yield link


class _Body:
    """Tells what stands in the body from what stands in the signature or the opt-out."""

    def __init__(self, passage: Passage) -> None:
        self._raw = passage.raw
        self._segments = passage.segments
        self._starts = [
            passage.text.span(sentence.start, sentence.end).start for sentence in passage.sentences
        ]

    def holds(self, start: int, end: int) -> bool:
        """Whether something stands in the body; without words, it goes with those before it."""
        at = self._raw.span(start, end)
        first = max(bisect_right(self._starts, at.start) - 1, 0)
        last = bisect_right(self._starts, at.end - 1)
        kinds = self._segments[first : max(last, first + 1)]
        return not any(kind in PASSED_OVER for kind in kinds)
