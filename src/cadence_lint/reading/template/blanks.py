"""What is written without braces: `[First Name]`, `<first name>`, `%signature%`, `XX`, `TBD`.

Most of it somebody has still to fill in; some of it a sending tool does.
"""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING

from cadence_lint.patterns import regex
from cadence_lint.reading.template import Broken, Choice, Field, Placeholder
from cadence_lint.reading.template.names import is_name, known_owner
from cadence_lint.reading.text.markup import HTML_NAMES

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterator, Sequence

    from cadence_lint.reading.template import Found

    Reader = Callable[[str, re.Match[str]], Found | None]


def read_blanks(value: str, found: Sequence[Found]) -> Iterator[Found]:
    """What is written without braces, outside of what was found in them."""
    written = [
        (match.start(), match.end(), match, read)
        for sign, pattern, read in _KINDS
        if sign in value
        for match in pattern.finditer(value)
    ]
    if not written:
        return
    taken = [(one.start, one.end, None, None) for one in found if not isinstance(one, Choice)]
    reach = 0
    for start, end, match, read in sorted([*taken, *written], key=itemgetter(0)):
        if match and read and start >= reach and (reading := read(value, match)):
            yield reading
        if match is None or start >= reach:
            reach = max(reach, end)


def _to_fill_in(_value: str, match: re.Match[str]) -> Found:
    return Placeholder(*match.span(), match[match.lastindex or 0])


def _field(_value: str, match: re.Match[str]) -> Found:
    return Field(*match.span(), match["name"].strip())


def _known_field(value: str, match: re.Match[str]) -> Found | None:
    """A field, if its name says whose it is; else a quotation, a hash tag, a word like others."""
    name = match["name"].strip()
    return _field(value, match) if is_name(name) and known_owner(name) else None


# Square brackets -------------------------------------------------------------------------------

_EDITORS_NOTES = frozenset(
    "sic redacted unclear inaudible external ext internal urgent invite invitation pause beep "
    "laughs laughter applause emphasis pdf docx xlsx pptx csv mp3 mp4 zip see fig figure table "
    "appendix cf ibid yes no ok okay stop yes/no y/n".split()
)
_LEFT_OUT = frozenset("deleted removed redacted omitted withheld hidden".split())
"""How an editor says that something stood there: `[address removed]`."""
_EDITED = frozenset("redacted omitted snip snipped anonymised anonymized".split())
"""The same, wherever it stands: `[name redacted for privacy]`."""
_TAGS = frozenset(
    "webinar video podcast report guide ebook whitepaper event reminder update action new free "
    "case news newsletter survey template checklist recording live workshop rsvp important fyi "
    "download study".split()
)
"""What people put in brackets at the start of a subject: `[Webinar] Rates in May`."""
_FUNCTION_WORDS = frozenset(
    "a an and are as at but by for has have he her his i in is it its my no not of on or our she "
    "so that the their them they this to us was we were with you your".split()
)
_NO_BLANK = regex(
    r"(?s)\W*"  # ellipses, an empty box
    r"|[\W\d]+"  # footnotes, 3/6, a time
    r"|x"  # a ticked box
    r"|\w-\w"  # a range of characters
    r"|[A-Z]{2,10}-\d+"  # the number of a ticket
    r"|[A-Z][\w-]+(?: (?:et al\.?|(?:and|&) [A-Z][\w-]+))?,? (?:19|20)\d\d"  # what a paper cites
    r"|[A-Z].{0,200} \((?:19|20)\d\d\)\W.{0,80}\d"  # the volume and the pages
    r"|[\"'“].*"  # a list in code
    r"|.*(?:://|@).*|(?:www\.)?[\w-]+\.[a-z]{2,}(?:/\S*)?"  # an address
    r"|(?:image|cid|video|gif)\s?:.*"  # what a mail program leaves of a picture
)
_LIST = regex(r"[a-z\d]+(?:-[a-z\d]+)+")
_REPLY_BEFORE = regex(r"(?i)\s*(?:(?:re|fw|fwd|aw|wg)\s*:\s*)+")
"""What stands before the name of a mailing list: `Re: [r-users] odd ties`."""
_BLANK_LETTERS = frozenset("NXYZ")
_BOX_BEFORE = regex(r"(?:^|\n)[ \t]*+(?:(?:[-*+]|\d+[.)])[ \t]*+)?\Z")


def _square(value: str, match: re.Match[str]) -> Found | None:
    """`[First Name]`; never a link, a footnote, an ellipsis, a box to tick or code."""
    start, end = match.span()
    words = match[1].strip()
    if words == "object Object":
        return Broken(start, end, "code")
    if _is_code_or_link(value, start, end) or _NO_BLANK.fullmatch(words):
        return None
    if len(words) == 1:
        boxed = _BOX_BEFORE.search(value[max(start - 40, 0) : start])
        return Placeholder(start, end, words) if words in _BLANK_LETTERS and not boxed else None
    first, last = words.split()[0].lower().rstrip(".:"), words.split()[-1].lower()
    if last in _LEFT_OUT or not _EDITED.isdisjoint(words.lower().split()):
        return None
    if first in _EDITORS_NOTES or words.lower() in _FUNCTION_WORDS:
        return None
    if first in _TAGS and not value[:start].strip() and value[end:].strip():
        return None
    if _LIST.fullmatch(words) and _REPLY_BEFORE.fullmatch(value[:start]):
        return Placeholder(start, end, words) if known_owner(words) else None
    return Placeholder(start, end, " ".join(words.split()))


def _double_square(value: str, match: re.Match[str]) -> Found | None:
    """`[[firstname]]`, `[[MISSING TOKEN - X]]`."""
    if field := _known_field(value, match):
        return field
    words = match["name"].strip()
    return None if _NO_BLANK.fullmatch(words) else Placeholder(*match.span(), words)


def _is_code_or_link(value: str, start: int, end: int) -> bool:
    """Whether the brackets continue a word, or stand for a link, an index or a footnote."""
    before, after = value[start - 1 : start], value[end : end + 1]
    at_line_start = not before or before == "\n"
    return (
        before.isalnum()
        or after.isalpha()
        or after in ("(", "[")
        or (before == "]" and value[start - 2 : start - 1] != "[")
        or (after == ":" and at_line_start and "://" in value[end : end + 12])
    )


# Angle brackets --------------------------------------------------------------------------------

_HTML_FLAGS = frozenset("async checked compact controls disabled hidden nowrap readonly /".split())
_ORDERS = frozenset("insert add your their enter fill write describe mention".split())
_BLANK_WORDS = regex(r"[^\W\d][\w '’/#,-]*")


def _angle(value: str, match: re.Match[str]) -> Found | None:
    """`<first name>`, `<insert a link>`; never HTML or an address."""
    words = match["name"]
    parts = words.lower().split()
    if parts[0] in _ORDERS and len(parts) > 1:
        return Placeholder(*match.span(), words)
    if not _BLANK_WORDS.fullmatch(words):
        return None
    if parts[0] in HTML_NAMES:
        plain = len(parts) > 1 and parts[1] not in _HTML_FLAGS
    else:
        plain = len(parts) > 1 or "_" in words or known_owner(words) is not None
    return Placeholder(*match.span(), words) if plain else None


def _double_angle(value: str, match: re.Match[str]) -> Found | None:
    """`<<company>>`, `<<insert a link>>`."""
    return _known_field(value, match) or _angle(value, match)


# Round brackets --------------------------------------------------------------------------------

_ORDER = regex(
    r"\(((?i:insert\s[^(){}\n]{1,120}"
    r"|add\s(?:[^\W\d]+\s){0,3}?(?:link|names?|company|details?|personal\w*|note|line|sentence|figure"
    r"|example|reference|signature|logo|stat|statistic|number|proof|quote|screenshot|image|title"
    r"|topic|reason|trigger|event)\b[^(){}\n]{0,80}))\)"
)


# Crosses ---------------------------------------------------------------------------------------

_NUMERALS_FOLLOW = frozenset(
    "article bowl century chapter charles generation louis mark part phase pope rocky section "
    "title type volume war windows".split()
)


def _crosses(value: str, match: re.Match[str]) -> Found | None:
    """`XXX`, `$X`, `X%`; never a Roman numeral or an X that stands alone."""
    start = match.start()
    before = value[max(start - 20, 0) : start].split()
    numeral = match[0] == "XX" and before and before[-1].lower() in _NUMERALS_FOLLOW
    return None if match[0] == "X" or numeral else _to_fill_in(value, match)


# What is not decided yet -----------------------------------------------------------------------

_WORD = regex(r"[\w-]+")
_OPEN_TO_ALL = frozenset(
    "agenda date dates day details lineup line-up location place price room speaker speakers time "
    "venue".split()
)


def _undecided(value: str, match: re.Match[str]) -> Found | None:
    """`TBD`, unless it tells the reader that something is open to all: `venue TBC`."""
    before = _WORD.findall(value[max(match.start() - 30, 0) : match.start()].lower())
    return None if _OPEN_TO_ALL.intersection(before[-3:]) else _to_fill_in(value, match)


# A sign that every such blank holds, what it looks like, and who reads it.
_KINDS: tuple[tuple[str, re.Pattern[str], Reader], ...] = (
    ("[[", regex(r"\[\[(?P<name>[^\[\]{}\n]{1,120})\]\]"), _double_square),
    ("[", regex(r"\[([^\[\]{}]{1,120})\]"), _square),
    ("<<", regex(r"<<(?P<name>[^\W\d][^<>{}\n]{0,80})>>"), _double_angle),
    ("<", regex(r"<(?P<name>[^\W\d][^<>{}\n]{0,120})>"), _angle),
    ("«", regex(r"«(?P<name>[^\W\d][^«»{}\n]{0,80})»"), _known_field),
    ("(", _ORDER, _to_fill_in),
    (
        "(",
        regex(r"\(((?i:(?:first|last|full|company|recipient|prospect|your)[ _-]?name))\)"),
        _to_fill_in,
    ),
    (
        "NAME",
        regex(r"(?<![\w{%*|#<\[-])((?:FIRST|LAST|FULL|COMPANY)_?NAME|FNAME)(?![\w}%*|#>\]-])"),
        _to_fill_in,
    ),
    (
        "%",
        regex(r"(?<![\w%{])(?P<sign>%%?)(?P<name>[^\W\d][\w.]{0,60})(?P=sign)(?![\w%}])"),
        _field,
    ),
    ("#", regex(r"(?<![\w#])#(?P<name>[^\W\d]\w{0,60})#(?![\w#])"), _known_field),
    ("*|", regex(r"(?<![\w*])\*\|(?P<name>[A-Z][A-Z\d_:]{0,60})\|\*(?![\w*])"), _field),
    ("X", regex(r"[$€£]?(?<!\w)(X++)(?!\w)%?"), _crosses),
    ("TB", regex(r"(?<!\w)TB[ACD](?!\w)"), _undecided),
    ("TODO", regex(r"(?<!\w)TODO(?!\w| (?:list|app|comment|item))"), _to_fill_in),
    ("FIXME", regex(r"(?<!\w)FIXME(?!\w)"), _to_fill_in),
    (
        "___",
        regex(r"(?:(?<=[^\W_] )|(?<=[,:$] ))___+(?!\w)"),
        _to_fill_in,
    ),  # no line of a signature
)
