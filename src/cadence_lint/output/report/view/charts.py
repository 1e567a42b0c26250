"""Charts: pictures where they say more than a number, each with the same in words.

Sizes are attributes, never styles, which the page's security policy would refuse. Colours and
patterns come from the style sheet, by class.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadence_lint.output.report.view.markup import Html, el, join

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from cadence_lint.output.report.model import Sentence, Week
    from cadence_lint.reading.whom.about import About

_UNIT = 12.0
"""How high a contact is, where there is room."""
_SMALLEST = 5.0
_SPACE = 1.5
_HIGHEST = 120.0
_COLUMN = 22
_BAR = 14
_FOOT = 16
_MARGIN = 64
"""Room for the words beside the limit."""
_SHORT = 3

ABOUT: dict[About, str] = {
    "sender": "about the sender",
    "reader": "about the reader",
    "both": "about both",
    "neither": "about neither",
}
"""Whom a sentence is about, in the order in which shares are shown."""

PATTERNS = el(
    "svg.patterns",
    el(
        "defs",
        el(
            "pattern",
            el("path", d="M-1,1 l2,-2 M0,5 l5,-5 M4,6 l2,-2"),
            id="hatch",
            width=5,
            height=5,
            patternUnits="userSpaceOnUse",
        ),
    ),
    width=0,
    height=0,
    aria_hidden="true",
)
"""What fills the parts of charts that have to be told apart without colour."""


def shares(parts: Iterable[tuple[str, float]], said: str = "") -> Html:
    """A bar cut into the shares of a whole; each part's class is what it is called."""
    counted = [(name, count) for name, count in parts if count]
    total = sum(count for _, count in counted) or 1
    cells: list[Html] = []
    at = 0.0
    for name, count in counted:
        width = 100 * count / total
        kind = f"rect.is-{name.replace(' ', '-')}"
        cells.append(el(kind, x=f"{at:.4g}%", width=f"{width:.4g}%", height="100%"))
        at += width
    return _picture("svg.shares", said, *cells)


def bar(count: float, most: float, kind: str = "rect") -> Html:
    """A bar as long as a number is, compared with the largest; the number stands beside it."""
    width = 100 * count / most if most else 0
    return _picture("svg.bar", "", el(kind, width=f"{width:.4g}%", height="100%"))


def bars(rows: Iterable[tuple[str, Html, str]]) -> Html:
    """A table of bars: what each is of, the bar, and its figure."""
    return el(
        "table.bars",
        el(
            "tbody",
            [
                el("tr", el("th", of, scope="row"), el("td", drawn), el("td.figure", figure))
                for of, drawn, figure in rows
            ],
        ),
    )


def panel(title: Html, *content: Html) -> Html:
    """A chart below its title."""
    return el("div.panel", title, content)


def sentence_bar(sentences: Iterable[Sentence]) -> Html:
    """Sentence by sentence, as long as each is: whom it is about; `talk_words` says the same."""
    return shares((sentence.about, sentence.words) for sentence in sentences)


def talk_words(sentences: Iterable[Sentence]) -> str:
    """How many sentences are about whom: `3 about the sender, 1 about the reader`."""
    subjects = [sentence.about for sentence in sentences]
    found = ((subjects.count(name), said) for name, said in ABOUT.items())
    return ", ".join(f"{count} {said}" for count, said in found if count)


def weeks_chart(weeks: Sequence[Week], limit: int | None) -> Html:
    """A column for each week, a square for each contact, a line where it becomes too much."""
    most = max([week.contacts for week in weeks] + [limit or 0])
    unit = min(_UNIT, _HIGHEST / most)
    floor = most * unit + 10
    width = len(weeks) * _COLUMN
    welcome = most if limit is None else limit
    within, over = "", ""
    labels: list[Html] = []
    for place, week in enumerate(weeks):
        x = place * _COLUMN + (_COLUMN - _BAR) / 2
        within += _squares(x, floor, unit, range(min(week.contacts, welcome)))
        over += _squares(x, floor, unit, range(welcome, week.contacts))
        if len(week.label) < _SHORT or place % 3 == 0:
            labels.append(_label(week.label, x + _BAR / 2, floor + 13))
    return _picture(
        "svg.weeks",
        _weeks_words(weeks, limit),
        el("path.is-within", d=within),
        el("path.is-over", d=over) if over else Html(),
        *labels,
        *_limit(limit, floor - welcome * unit - 0.5, width),
        el("line.floor", x1=0, x2=width, y1=floor + 0.5, y2=floor + 0.5),
        width=width + _MARGIN,
        height=floor + _FOOT,
        viewBox=f"0 0 {width + _MARGIN} {floor + _FOOT:g}",
    )


def _squares(x: float, floor: float, unit: float, contacts: range) -> str:
    """The way round a square for each contact, or round all where they would be too small."""
    if unit < _SMALLEST and contacts:
        y, height = floor - contacts.start * unit - 0.5, len(contacts) * unit
        return f"M{x:g} {y:g}h{_BAR}v{-height:.4g}h-{_BAR}z"
    return "".join(
        f"M{x:g} {floor - count * unit - 0.5:g}h{_BAR}v{_SPACE - unit:g}h-{_BAR}z"
        for count in contacts
    )


def _limit(limit: int | None, y: float, width: float) -> Iterator[Html]:
    if limit is not None:
        yield el("line.limit", x1=0, x2=width, y1=y, y2=y)
        yield el("text", f"at most {limit}", x=width + 4, y=y + 4)


def _weeks_words(weeks: Sequence[Week], limit: int | None) -> str:
    each = ", ".join(f"{week.label}: {week.contacts}" for week in weeks if week.contacts)
    welcome = "" if limit is None else f"; at most {limit} a week are welcome"
    return f"Contacts by week: {each}{welcome}"


def _label(words: str, x: float, y: float) -> Html:
    return el("text", words, x=x, y=y, text_anchor="middle")


def _picture(kind: str, said: str, *cells: Html, **attributes: str | float) -> Html:
    """A picture with its words, or one that only repeats the words beside it."""
    told = {"role": "img", "aria_label": said} if said else {"aria_hidden": "true"}
    return el(kind, join(*cells), **told, **attributes)
