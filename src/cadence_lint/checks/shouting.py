"""Words in capital letters in a row, or several exclamation marks: it sounds loud.

Known acronyms and the team's own names and words (`vocabulary`) are no shouting, and neither is an
exclamation mark in a greeting, in a sign-off, in a name that has one, or, to somebody who is no
stranger, in a thank-you or a good wish. What is said on the phone is not heard as it is written.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from cadence_lint.checks import Objection
from cadence_lint.patterns import regex
from cadence_lint.reading.text.segments import NOT_WRITTEN
from cadence_lint.reading.text.words import fold
from cadence_lint.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cadence_lint.checks import Spot
    from cadence_lint.linting.case import Case
    from cadence_lint.reading import Passage, Reading
    from cadence_lint.sequence import Touch

SCOPE = "message"
TRAITS = {"kind": ("capitals", "marks")}

_SHORTEST = 4
"""Shorter words in capitals are mostly acronyms."""
_ACRONYMS = frozenset(
    "aabb adhd aiops ajax ansi asap asos atex bant basf bipoc cagr capex ccpa cctv cefr cern ciam"
    " cisa cmmc cobit cobol coppa covid cpra csrd dach defra dsgvo ebit ebitda echa eftpos emea"
    " eofy epos esma esop eudr faqs fatca fdic fema ferpa finra fips fmcg fmea ftse gaap gdpr gmbh"
    " haccp hepa hipaa hitech hmrc hsbc html http https hvac iata iban icao ieee ifrs ikea intl"
    " ipaas isbn itar itil jpeg json kpis kpmg latam leed lego lgbt lgbtq lidar meddic meddpicc"
    " mena mifid mlops nafta nasa nasdaq nato nerc nist nvidia nyse ocpp oecd okrs opex osha owasp"
    " paye pdpa pfas pipeda ppap radar raid reach rfid rfps riddor roas rohs rsvp saas saml sase"
    " scada scim sepa siem skus smbs soap spac spin swat swift swot tisax tldr totp ucaas ukas"
    " unesco unicef usda usps visa voip wcag wlan wysiwyg xlsx ymca zara".split()
)
_LABELS = frozenset("press release media advisory alert".split())
"""`PRESS RELEASE:` says of what kind it is, as editors expect it."""
_LONGEST_ACRONYM = 5
_LISTED = frozenset({",", ", ", "/", " / ", " + ", " & "})
_CAPITALS = regex(r"[A-Z][A-Z]{3}")
_NO_SMALL_LETTERS = regex(r"[^\W\d_a-zß-ÿ]{4}")
"""Four letters in a row of which none is a small one."""
_EXCLAIMED_NAMES = frozenset({"yahoo", "yum", "jeopardy"})
_CHEERS = frozenset(
    "thanks thank congratulations congrats bravo welcome cheers happy merry enjoy hooray".split()
)
_CHEERFUL = frozenset({("well", "done"), ("good", "luck"), ("what", "a"), ("what", "an")})
"""How a thank-you, a good wish or a delight begins, which may end with one such mark."""
_FRIENDLY = frozenset({"greeting", "sign-off"})


class Options(Record):
    """What a rule may set."""

    words: int = 2
    """So many words in capitals in a row are shouting."""
    marks: int = 2
    """So many exclamation marks in a message are shouting."""


class Values(Record):
    """What a message may name."""

    words: str
    """The words in capitals, or those before the exclamation marks, in quotes, the first three."""
    count: int
    """How many runs of capitals, or exclamation marks."""


def check(case: Case, touch: Touch, reading: Reading, options: Options) -> Iterator[Objection]:
    """Object to words in capitals, and to exclamation marks, once each in a message."""
    passages = [
        each
        for each in reading.passages.values()
        if each.part in ("subject", "body") and _may_shout(each.text.value)
    ]
    if not passages:
        return
    vocabulary = case.config.vocabulary
    own = (*vocabulary.company, *vocabulary.products, *vocabulary.allow)
    names = _ACRONYMS.union(*(fold(text).split() for text in own))
    capitals = [spot for each in passages for spot in _capitals(each, names, options.words)]
    if capitals:
        yield _objection("capitals", capitals, len(capitals))
    is_stranger = case.sequence.audience.relationship == "cold"
    exclaimed = [
        found for each in passages for found in _exclaimed(each, names, is_stranger=is_stranger)
    ]
    count = sum(marks for _, marks in exclaimed)
    if exclaimed and count >= options.marks:
        yield _objection("marks", [spot for spot, _ in exclaimed], count)


def _may_shout(value: str) -> bool:
    """Whether there is anything to look at; in ASCII that is found in a tenth of the time."""
    capitals = _CAPITALS if value.isascii() else _NO_SMALL_LETTERS
    return "!" in value or capitals.search(value) is not None


def _objection(kind: str, spots: list[Spot], count: int) -> Objection:
    quotes = dict.fromkeys(" ".join(spot.quote.split()) for spot in spots)
    return Objection(
        values=Values(", ".join(f'"{quote}"' for quote in list(quotes)[:3]), count),
        spots=tuple(spots),
        measure=count,
        traits={"kind": kind},
    )


def _capitals(passage: Passage, names: frozenset[str], least: int) -> Iterator[Spot]:
    """The runs of so many words in capitals."""
    for sentence, segment in zip(passage.sentences, passage.segments, strict=True):
        if segment not in NOT_WRITTEN:
            yield from _runs(passage, range(sentence.first, sentence.last), names, least)


def _runs(
    passage: Passage, places: Iterable[int], names: frozenset[str], least: int
) -> Iterator[Spot]:
    words, value = passage.words, passage.text.value
    for is_loud, run in groupby(places, lambda place: _is_loud(passage, place, names)):
        found = list(run)
        if is_loud and len(found) >= least and not _is_label_or_list(passage, found):
            start, end = words.starts[found[0]], words.ends[found[-1]]
            mark = value[end : end + 1] == "!"
            yield passage.quote(start, end + mark)


def _is_label_or_list(passage: Passage, run: list[int]) -> bool:
    """`PRESS RELEASE: …`, and the names in `PHP, MERN, MEAN`."""
    words = passage.words
    if words.folded[run[0]] in ("press", "media") and words.gaps[run[-1] + 1][:1] == ":":
        return _LABELS.issuperset(words.folded[at] for at in run)
    return all(words.gaps[at] in _LISTED for at in run[1:]) and all(
        len(words.folded[at]) <= _LONGEST_ACRONYM for at in run
    )


def _is_loud(passage: Passage, place: int, names: frozenset[str]) -> bool:
    words = passage.words
    folded = words.folded[place]
    if len(folded) < _SHORTEST or not folded.isalpha() or folded in names:
        return False
    return passage.text.value[words.starts[place] : words.ends[place]].isupper()


def _is_cheerful(folded: list[str], first: int) -> bool:
    """`Thank you, Linda!`, `And well done on the extra bay!`."""
    first += folded[first] == "and"
    return not _CHEERS.isdisjoint(folded[first : first + 1]) or (
        tuple(folded[first : first + 2]) in _CHEERFUL
    )


def _exclaimed(
    passage: Passage, names: frozenset[str], *, is_stranger: bool
) -> Iterator[tuple[Spot, int]]:
    """The last word before each exclamation mark with it, and how many marks there are."""
    words, value = passage.words, passage.text.value
    if "!" not in value:
        return
    for sentence, segment in zip(passage.sentences, passage.segments, strict=True):
        if segment in NOT_WRITTEN:
            continue
        for place in range(sentence.first, sentence.last):
            gap = words.gaps[place + 1]
            marks = len(gap) - len(gap.lstrip("!?"))
            count = gap[:marks].count("!")
            is_cheer = not is_stranger and _is_cheerful(words.folded, sentence.first)
            if count == 1 and (is_cheer or segment in _FRIENDLY):
                continue
            if count and words.folded[place] not in names | _EXCLAIMED_NAMES:
                start = words.starts[max(sentence.first, place - 2)]
                yield passage.quote(start, words.ends[place] + marks), count
