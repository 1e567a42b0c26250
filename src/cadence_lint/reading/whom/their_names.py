"""Names that do what products do, and are the reader's: of a plant, a shop, a line.

"Elmsport serves 900 lunches, as your minutes have it" says where it stands, "what does Elmsport do
on Sundays?" asks about it, and "your Elmsport kitchen" says whose it is. No seller speaks so of
what is for sale.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadence_lint.reading.text.word_set import word_set
from cadence_lint.reading.whom.people import FIRST, US, YOU

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from cadence_lint.reading.text.sentences import Sentence
    from cadence_lint.reading.text.words import Words

_BY = word_set("per by from to as if")
_LEADS = {"from": ("judging", "going"), "to": ("according",)}
"""`Judging from your menu`; not `it makes a forecast from your menu`."""
_OWNERS = word_set("the your")
_RIGHT = word_set("right correct true")
_SOURCES = word_set(
    "slide slides talk speech keynote panel minutes report reports accounts plan plans notice"
    " brochure dashboard menu menus post article interview filing filings deck letter tender board"
    " sign map timetable licence license permit register application survey figures numbers memo"
    " newsletter release leaflet bulletin podcast episode presentation paper advert ad schedule log"
    " logs records sheet poster invoice"
)
_RECORDS = word_set(
    "minutes slide slides filing filings permit licence timetable register accounts notice menu"
    " menus tender sign"
)
"""What nobody cites for what they sell, whoever's it is."""
_TELLS = word_set(
    "told tell said say says wrote write writes showed show shows put puts posted post shared gave"
    " give reported published presented filed printed counted have has had mentioned announced"
    " named read signed"
)
_SITES = word_set(
    "plant site depot line branch yard ward kitchen warehouse factory mill school clinic practice"
    " hospital hotel building campus terminal port berth dock hangar farm station garage bakery"
    " surgery shift"
)
_WHOSE = word_set("the your")
_WITHIN = word_set("at in")
_ASKS = word_set("does do did is are was were has have had will can")
_WIDELY = word_set("how why what")
_FITS = word_set(
    "help helps work works sound stand mean make offer offers right fit different worth for"
)
"""`How does Larkfield help?`, `is Larkfield right for anybody?` are put by a seller."""
_PLACES = word_set(
    "london manchester birmingham leeds glasgow edinburgh liverpool bristol sheffield cardiff"
    " belfast dublin cork newcastle nottingham leicester hull bradford aberdeen dundee swansea"
    " southampton portsmouth plymouth norwich exeter oxford cambridge chicago boston dallas"
    " houston denver seattle detroit memphis atlanta miami cleveland pittsburgh cincinnati"
    " philadelphia baltimore milwaukee minneapolis nashville louisville omaha tulsa sacramento"
    " toledo columbus indianapolis toronto montreal vancouver calgary sydney melbourne brisbane"
    " perth auckland paris berlin munich hamburg frankfurt cologne stuttgart vienna zurich geneva"
    " basel milan rome turin naples madrid barcelona valencia lisbon porto amsterdam rotterdam"
    " antwerp brussels copenhagen oslo stockholm gothenburg helsinki warsaw prague budapest athens"
    " istanbul dubai mumbai delhi bangalore bengaluru chennai singapore tokyo osaka seoul shanghai"
    " beijing lagos nairobi johannesburg durban ohio texas florida michigan illinois california"
    " england scotland wales ireland france germany spain italy"
)
"""Places that are called so in many letters, and that hardly anybody called a product after."""
_LONGEST_SOURCE = 8
_NEAR = 4
_FAR = 60


def theirs_of(
    names: Iterable[tuple[str, ...]], words: Words, sentences: Sequence[Sentence]
) -> Iterator[tuple[str, ...]]:
    """Those of some names that are of something of the reader's, as often as that shows."""
    heads: dict[str, list[tuple[str, ...]]] = {}
    for name in names:
        heads.setdefault(name[0], []).append(name)
    for sentence in sentences if heads else ():
        said = words.folded[sentence.first : sentence.last]
        is_put_to_them = sentence.is_question and FIRST.isdisjoint(said) and US.isdisjoint(said)
        for at, word in enumerate(said):
            for name in heads.get(word, ()):
                end = at + len(name)
                if tuple(said[at:end]) == name and (
                    (word in _PLACES and len(name) == 1)
                    or _cites_them(said[end : end + _FAR])
                    or _is_of_theirs(said, at, end, is_put_to_them=is_put_to_them)
                ):
                    yield name


def _cites_them(said: Sequence[str]) -> bool:
    """`…, per the slide you showed`, `as your minutes have it`, `going by your talk`."""
    for at, word in enumerate(said):
        if word not in _BY or (word in _LEADS and said[max(at - 1, 0)] not in _LEADS[word]):
            continue
        after = said[at + 1 : at + _LONGEST_SOURCE]
        is_told = not _TELLS.isdisjoint(after)
        if word == "as" and after[:1] == ["you"] and is_told:
            return True
        if (word == "as" and not is_told) or (word == "if" and _RIGHT.isdisjoint(after)):
            continue
        if _is_source(after):
            return True
    return False


def _is_source(said: Sequence[str]) -> bool:
    """`Your annual report`, `the slide you showed`, `the council's minutes`."""
    if not said or (said[0] not in _OWNERS and not said[0].endswith("'s")):
        return False
    return not _RECORDS.isdisjoint(said[1:_NEAR]) or not (
        YOU.isdisjoint(said) or _SOURCES.isdisjoint(said[1:_NEAR])
    )


def _is_of_theirs(said: Sequence[str], at: int, end: int, *, is_put_to_them: bool) -> bool:
    """`The Elmsport plant`, `who counts at Elmsport?`, `is Elmsport short of drivers?`."""
    before, after = said[at - 1 : at], said[end : end + _FAR]
    if not _WHOSE.isdisjoint(before) and not _SITES.isdisjoint(after[:1]):
        return True
    if not is_put_to_them:
        return False
    if not _WITHIN.isdisjoint(before):
        return True
    is_wide = before != [] and not _WIDELY.isdisjoint(said[max(0, at - 2) : at - 1])
    return not (
        is_wide
        or _ASKS.isdisjoint(before)
        or not YOU.isdisjoint(after)
        or not _FITS.isdisjoint(after)
    )
