"""Markup: what a reader sees of an HTML body, and where its links lead.

Fields and template tags are not markup, whatever characters they hold: they are masked while the
text is scanned, so that `{% if seats > 5 %}` opens no tag and `{{a & b}}` is no entity.

Scanning takes time in proportion to the text, whatever the text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadence_lint.patterns import regex
from cadence_lint.record import Record
from cadence_lint.source import Piece

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cadence_lint.source import Text

HTML_NAMES = frozenset(
    word
    for line in (
        "a abbr address area article aside audio b base bdi bdo big blockquote body br button",
        "canvas caption center cite code col colgroup data dd del details dfn dialog div dl dt em",
        "embed fieldset figcaption figure font footer form h1 h2 h3 h4 h5 h6 head header hr html",
        "i iframe img input ins kbd label legend li link main map mark meta nav noscript object ol",
        "optgroup option output p picture pre progress q s samp script section select small source",
        "span strike strong style sub summary sup svg table tbody td template textarea tfoot th",
        "thead time title tr track tt u ul var video wbr",
    )
    for word in line.split()
)
"""The names of HTML's elements."""


class Link(Record):
    """Where a reader can click: from `start` to `end` of the text that was searched.

    `words` are what the reader sees of it; for a bare address, the address.
    """

    start: int
    end: int
    href: str
    words: str


def is_html(value: str) -> bool:
    """Whether a text is written in HTML: it holds a tag that bodies are made of."""
    return "<" in value and _SURE_TAG.search(_mask(value)) is not None


def without_markup(text: Text) -> Text:
    """What a reader sees of a text; a text without markup is returned as it is.

    A plain text with no more markup than a link or a bold word keeps its line ends: whoever wrote
    it meant them, and sending tools keep them.
    """
    if not is_html(text.value):
        return text
    masked = _mask(text.value)
    page = _Page(text.value, keeps_lines=_LINE_TAG.search(masked) is None)
    for token in _tokens(masked):
        page.take(token)
    return text.derive(page.pieces())


def links(text: Text) -> tuple[Link, ...]:
    """The links of a text, in order: anchors, Markdown links and bare addresses."""
    value, masked = text.value, _mask(text.value)
    if not is_html(value):
        return tuple(_links_in_plain(value, masked, 0, len(value)))
    return tuple(_links_in_html(value, masked))


def images(text: Text) -> tuple[tuple[int, int], ...]:
    """Where a text shows pictures, by the start of what shows them."""
    if "<" not in text.value and "![" not in text.value:
        return ()
    return tuple(found.span() for found in _IMAGE.finditer(_mask(text.value)))


# The scan --------------------------------------------------------------------------------------

# Patterns are left to `re` to compile, when a text first needs them.

_TEMPLATE = regex(r"\{\{[^{}]*\}\}|\{%[^{}]*%\}")
_SURE_TAG = regex(
    r"(?i)</?(?:p|div|br|span|a|html|body|table|tr|td|ul|ol|li|strong|em|b|i|u|h[1-6]|img|font"
    r"|blockquote|pre)(?:\s*/?|\s[^<>=]*=[^<>]*)>"
)
_LINE_TAG = regex(r"(?i)</?(?:p|div|br|tr|li|body|html|h[1-6]|blockquote|table|pre)[\s/>]")
_ENTITY = regex(r"&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z\d]{1,31});")
_TOKEN = regex(
    r"(?P<words>[^\s&<]+(?: [^\s&<]+)*)"
    r"|(?P<space>[^\S\xa0]+)"
    r"""|(?P<tag></?(?P<name>[A-Za-z][\w:-]*+)(?:[^"'<>]++|"[^"]*+"|'[^']*+')*+>)"""
    rf"|(?P<entity>{_ENTITY.pattern})"
    r"|(?P<comment><!--)"
    r"|(?P<declaration><[!?][^<>]*>)"
    r"|(?P<sign>[&<\xa0])"
)
_IMAGE = regex(r"(?i)<img[\s/]|!\[[^\[\]\n]{0,300}\]\(")
_NEVER_SEEN = frozenset({"head", "script", "style", "template", "title"})


_Token = tuple[str, int, int, str]
"""A stretch of an HTML text: its kind (words, white space, an entity, a tag) and a tag's name."""


def _mask(value: str) -> str:
    """The text with every field and template tag replaced by as many letters."""
    if "{" not in value:
        return value
    return _TEMPLATE.sub(lambda token: "x" * len(token[0]), value)


def _tokens(masked: str) -> Iterator[_Token]:
    """The tokens of a masked HTML text, without what no reader sees."""
    hidden = _Hidden(masked)
    at = 0
    while match := _TOKEN.match(masked, at):
        start, at = match.span()
        kind, name = match.lastgroup or "", (match["name"] or "").lower()
        if kind == "comment":
            at = hidden.after("-->", at, endless=len(masked))
        elif kind == "tag" and name in _NEVER_SEEN and masked[start + 1] != "/":
            at = hidden.after(f"</{name}", at, endless=at)
        elif kind == "tag" and name not in HTML_NAMES and ":" not in name:
            yield "words", start, at, ""
        elif kind == "tag":
            yield "close" if masked[start + 1] == "/" else "open", start, at, name
        elif kind != "declaration":
            yield kind, start, at, ""


class _Hidden:
    """Finds where hidden parts end; an end that was once not found is not searched for again."""

    __slots__ = ("_absent", "_lowered")

    def __init__(self, masked: str) -> None:
        self._lowered = masked.lower()
        self._absent: set[str] = set()

    def after(self, mark: str, at: int, *, endless: int) -> int:
        """The offset behind the next `mark`, or `endless` if there is none."""
        end = -1 if mark in self._absent else self._lowered.find(mark, at)
        if end < 0:
            self._absent.add(mark)
            return endless
        return self._lowered.find(">", end + len(mark) - 1) + 1 or len(self._lowered)


# What is seen ----------------------------------------------------------------------------------

_EMPTY_LINES_AROUND = frozenset({"blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "p", "pre"})
_LINES = frozenset(
    {"address", "article", "aside", "body", "center", "dd", "div", "dl", "dt", "fieldset", "figure"}
    | {"footer", "form", "header", "hr", "html", "li", "main", "nav", "ol", "section", "table"}
    | {"tbody", "tfoot", "thead", "tr", "ul"}
)
_CELLS = frozenset({"td", "th"})


class _Page:
    """Sets an HTML text as a reader sees it: lines, words, one space between them.

    Line ends, spaces and bullets are owed until something is said after them, so that none pile
    up where elements meet.
    """

    __slots__ = ("_breaks", "_bullet", "_lines_owed", "_pre", "_said", "_space", "_tag", "_value")

    def __init__(self, value: str, *, keeps_lines: bool = False) -> None:
        self._value = value
        self._said: list[Piece] = []
        self._breaks = 0
        self._lines_owed = 0
        self._tag = (0, 0)
        self._space: tuple[int, int] | None = None
        self._bullet: tuple[int, int] | None = None
        self._pre = int(keeps_lines)

    def take(self, token: _Token) -> None:
        """Set the next token."""
        kind, start, end, name = token
        match kind:
            case "open" | "close":
                self._take_tag(kind, start, end, name)
            case "space" if not self._pre:
                self._space = self._space or (start, end)
            case "entity":
                self._say(_unescape(self._value[start:end]).replace("\xa0", " "), start, end)
            case "sign" if self._value[start] == "\xa0":
                self._say(" ", start, end)
            case _:
                self._say(self._value[start:end], start, end)

    def pieces(self) -> list[Piece]:
        """What was said, without the white space at its end."""
        while self._said and self._said[-1].value.isspace():
            self._said.pop()
        return self._said

    def _take_tag(self, kind: str, start: int, end: int, name: str) -> None:
        if name == "br":
            self._break_line(start, end)
        elif name in _EMPTY_LINES_AROUND:
            self._owe_lines(2, start, end)
        elif name in _LINES:
            self._owe_lines(1, start, end)
        elif name in _CELLS:
            self._space = self._space or (start, end)
        if name == "pre":
            self._pre = max(self._pre + (1 if kind == "open" else -1), 0)
        elif name == "li":
            self._bullet = (start, end) if kind == "open" else None

    def _owe_lines(self, count: int, start: int, end: int) -> None:
        self._space = None
        if self._said:
            self._tag = self._tag if self._lines_owed else (start, end)
            self._lines_owed = max(self._lines_owed, count)

    def _break_line(self, start: int, end: int) -> None:
        self._space = None
        if self._said and not self._bullet:
            self._pay_lines()
            self._said.append(Piece("\n", start, end))
            self._breaks += 1

    def _pay_lines(self) -> None:
        missing = self._lines_owed - self._breaks
        self._lines_owed = 0
        if missing > 0:
            self._said.append(Piece("\n" * missing, *self._tag))
            self._breaks += missing

    def _say(self, words: str, start: int, end: int) -> None:
        self._pay_lines()
        if self._bullet:
            self._said.append(Piece("- ", *self._bullet))
        elif self._space and self._said and not self._breaks:
            self._said.append(Piece(" ", *self._space))
        self._bullet = self._space = None
        self._said.append(Piece(words, start, end))
        self._breaks = 1 if words.endswith("\n") else 0


# Links -----------------------------------------------------------------------------------------

_HREF = regex(r"""(?i)(?<![\w-])href\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
_PLAIN_LINK = regex(
    r"(?i)(?<!!)\[(?P<words>[^\[\]\n]{1,300})\]\((?P<target>[^()\s]{1,2000})\)"
    r"|(?:https?://|www\.)[^\s<>\"]+"
    r"|(?<![\w@./:-])(?:[a-z\d-]+\.)+(?:com|io|co|net|org|ly|ai|app|dev|me)/[^\s<>\"]*"
)
_AFTER_ADDRESS = ".,;:!?'’”*_]}|"


def _links_in_plain(value: str, masked: str, start: int, end: int) -> Iterable[Link]:
    """Markdown links and bare addresses between two offsets."""
    for match in _PLAIN_LINK.finditer(masked, start, end):
        if match["target"]:
            href = value[slice(*match.span("target"))]
            yield Link(match.start(), match.end(), href, value[slice(*match.span("words"))])
            continue
        stop = match.start() + _address_length(match[0])
        href = value[match.start() : stop]
        yield Link(match.start(), stop, href, href)


def _address_length(found: str) -> int:
    """How long an address is without what the sentence around it put at its end."""
    address = found.rstrip(_AFTER_ADDRESS)
    bare = address.rstrip(")")
    if bare == address:
        return len(address)
    opened = bare.count("(") - bare.count(")")
    return len(bare.rstrip(_AFTER_ADDRESS) if opened <= 0 else address[: len(bare) + opened])


def _links_in_html(value: str, masked: str) -> Iterable[Link]:
    anchor: tuple[int, str] | None = None
    page = _Page(value)
    for token in _tokens(masked):
        kind, start, end, name = token
        if name == "a":
            if anchor:
                yield _anchor(anchor, end if kind == "close" else start, page)
            anchor = _opened(value, masked, start, end) if kind == "open" else None
            page = _Page(value)
        elif anchor:
            page.take(token)
        elif kind == "words":
            yield from _links_in_plain(value, masked, start, end)
    if anchor:
        yield _anchor(anchor, len(value), page)


def _anchor(opened: tuple[int, str], end: int, page: _Page) -> Link:
    start, href = opened
    return Link(start, end, href, "".join(piece.value for piece in page.pieces()).strip())


def _opened(value: str, masked: str, start: int, end: int) -> tuple[int, str] | None:
    """Where an anchor starts and leads to; None for one that leads nowhere."""
    href = _HREF.search(masked, start, end)
    if href is None:
        return None
    return start, _decoded(value, masked, *href.span(href.lastindex or 0)).strip()


def _decoded(value: str, masked: str, start: int, end: int) -> str:
    """A part of the text with its entities decoded, except within fields."""
    parts: list[str] = []
    for entity in _ENTITY.finditer(masked, start, end):
        parts += value[start : entity.start()], _unescape(entity[0])
        start = entity.end()
    return "".join((*parts, value[start:end]))


def _unescape(entity: str) -> str:
    from html import unescape  # its table of names costs more than reading a text

    return unescape(entity)
