"""The template syntax of a text: fields, choices, what is broken and what is left to fill in.

A copy is written for many readers: `Hi {{first_name|there}}`, `{Hi|Hello}`, `{% if industry %}`.
Every sending tool has its own way to write that, and people mix them, so all are read at once:
braces are paired first, whatever stands between them, and only then is a pair asked what it is.
Pairs that close together are one `{{…}}`; a brace without its pair is a mistake to report.

Reading takes time in proportion to the text, whatever the text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Literal, NamedTuple

from cadence_lint.reading.markup import HTML_NAMES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

Owner = Literal["reader", "company", "sender", "copy", "system"]

Mistake = Literal[
    "unbalanced",  # {{first_name}
    "unclosed",  # {{first_name
    "unopened",  # first_name}}
    "unclosed-choice",  # {Hi|Hello
    "unclosed-block",  # {% if industry %} without its end
    "stray-tag",  # {% endif %} without its start
    "code",  # ${first_name}
    "empty",  # {{}}
]


class Field(NamedTuple):
    """What the sending tool replaces by something about one reader.

    `owner` says whose it is: the reader's (what stands for the person), their company's (and any
    other fact about them), the sender's, prepared copy that hides its words (an icebreaker), or
    the system's (links, dates). `fallback` is what stands there when nothing is known.
    """

    start: int
    end: int
    name: str
    key: str
    fallback: str | None
    owner: Owner


class Choice(NamedTuple):
    """Alternatives, of which each reader sees one: spintax, or the branches of a condition.

    A condition without an else has an empty option, for the readers that it leaves out. Choices
    nest or stand apart: a choice within another lies within one of its options.
    """

    start: int
    end: int
    options: tuple[tuple[int, int], ...]
    condition: str | None = None


class Broken(NamedTuple):
    """Template syntax that reaches the reader as it is written, or loses text on the way."""

    start: int
    end: int
    kind: Mistake


class Placeholder(NamedTuple):
    """What somebody has still to fill in: `[First Name]`, `XX%`, `<insert link>`."""

    start: int
    end: int
    words: str


class Unseen(NamedTuple):
    """A tag or comment that leaves nothing behind: `{% assign x = 1 %}`, `{{! note }}`."""

    start: int
    end: int


class Template(NamedTuple):
    """The template syntax of a text; each kind in the order of the text."""

    fields: tuple[Field, ...] = ()
    choices: tuple[Choice, ...] = ()
    broken: tuple[Broken, ...] = ()
    placeholders: tuple[Placeholder, ...] = ()
    unseen: tuple[Unseen, ...] = ()


class _Tag(NamedTuple):
    """`{% … %}`, or a `{{…}}` that says the same: `{{#if x}}`, `{{else}}`."""

    start: int
    end: int
    words: str


_Found = Field | Choice | Broken | Placeholder | Unseen | _Tag


@lru_cache(maxsize=16)
def read_template(value: str) -> Template:
    """Find the template syntax of a text."""
    found: list[_Found] = []
    if any(sign in value for sign in _BRACE_SIGNS):
        found += _read_braces(value)
        found += _read_blocks(tag for tag in found if isinstance(tag, _Tag))
    if any(sign in value for sign in _LOOSE_SIGNS):
        found += _read_loose(value, found)
    if not found:
        return _PLAIN
    found.sort(key=_position)
    return Template(
        tuple(one for one in found if isinstance(one, Field)),
        _nested(one for one in found if isinstance(one, Choice)),
        tuple(one for one in found if isinstance(one, Broken)),
        tuple(one for one in found if isinstance(one, Placeholder)),
        tuple(one for one in found if isinstance(one, Unseen)),
    )


def _words(words: str) -> frozenset[str]:
    return frozenset(words.split())


_PLAIN = Template()
_BRACE_SIGNS = ("{", "}", "<%")
_LOOSE_SIGNS = ("[", "<", "(", "%", "#", "«", "X", "TB", "TODO", "FIXME", "___", "*|")
_MAX_DEPTH = 20
"""How deep choices nest; what lies deeper is no copy that a person wrote."""


def _position(one: _Found) -> tuple[int, int]:
    return one.start, -one.end


def _nested(choices: Iterable[Choice]) -> tuple[Choice, ...]:
    """The choices without those that cross another, or that lie too deep."""
    kept: list[Choice] = []
    around: list[Choice] = []
    for choice in choices:
        while around and around[-1].end <= choice.start:
            around.pop()
        if around and not _lies_in_an_option(choice, around[-1]):
            continue
        if len(around) < _MAX_DEPTH:
            kept.append(choice)
            around.append(choice)
    return tuple(kept)


def _lies_in_an_option(inner: Choice, outer: Choice) -> bool:
    at = bisect_right(outer.options, inner.start, key=_start) - 1
    return at >= 0 and inner.end <= outer.options[at][1]


def _start(span: tuple[int, ...]) -> int:
    return span[0]


# Whose a field is ------------------------------------------------------------------------------

_Where = Literal["first", "anywhere", "whole"]

# The first row that fits says whose a field is. Words that belong together are written together:
# `jobtitle` stands for "job title" too, and `email#` for "email_1".
_OWNERS: tuple[tuple[Owner, _Where, str], ...] = (
    ("system", "anywhere", "unsubscribe unsub optout calendar calendly booking meetinglink"),
    ("system", "anywhere", "schedulinglink eventlink webinarlink postaladdress physicaladdress"),
    ("system", "anywhere", "mailingaddress previoussubject timeofday dayofweek"),
    ("system", "first", "dn sl current today tomorrow now"),
    ("system", "whole", "date day weekday time month year week quarter season timezone"),
    ("system", "whole", "nextweek nextmonth nextquarter thisweek thismonth thisquarter lastmonth"),
    ("sender", "first", "my our your sender sending user me from rep sdr bdr ae mailbox seller"),
    ("sender", "anywhere", "sender signature owner myname mycompany myemail myphone mytitle"),
    ("sender", "anywhere", "yourname yourcompany youremail yourphone yourtitle yourfirstname"),
    ("sender", "anywhere", "sendername senderfirstname sendercompany sendertitle senderemail"),
    ("copy", "first", "ai specific genuine generated"),
    ("copy", "anywhere", "icebreaker personalization personalisation personalized personalised"),
    ("copy", "anywhere", "personalnote personalline opener hook snippet compliment observation"),
    ("copy", "anywhere", "firstline secondline lastline introline openingline customline line#"),
    ("copy", "anywhere", "firstsentence openingsentence customsentence subjectline intro"),
    ("copy", "anywhere", "introduction sentence paragraph blurb pitch cta postscript bullet"),
    ("copy", "whole", "line message body copy content note ps subject text custom opening"),
    ("copy", "whole", "# email# linkedin# message# sms# call# voicemail# text# body# ps#"),
    ("company", "first", "referrer referral mutual colleague manager ceo competitor"),
    ("reader", "anywhere", "firstname lastname fullname givenname familyname nickname surname"),
    ("reader", "anywhere", "fname lname preferredname salutation jobtitle roletitle"),
    ("reader", "anywhere", "vorname nachname anrede prénom prenom nombre apellido voornaam"),
    ("reader", "whole", "name first last title role position designation seniority email"),
    ("reader", "whole", "emailaddress phone phonenumber mobile contact lead prospect recipient"),
    ("reader", "whole", "person candidate subscriber nom"),
    ("company", "anywhere", "company companyname account organization organisation org business"),
    ("company", "anywhere", "firm employer industry vertical sector market niche segment city"),
    ("company", "anywhere", "competitor customer client website domain state country region"),
    ("company", "anywhere", "location department team technology tool stack product service"),
    ("company", "anywhere", "pain painpoint challenge problem topic event news funding trigger"),
    ("company", "anywhere", "headcount employees revenue role article podcast webinar project"),
    ("company", "anywhere", "connection initiative goal metric result number amount platform"),
    ("company", "anywhere", "investor donor partner brand influencer school university persona"),
    ("company", "whole", "link url post job size value benefit feature solution reason"),
)

# What stands before a name and says no more than that it is kept for the reader.
_RECORDS = _words(
    "contact contacts lead leads prospect prospects recipient person people candidate subscriber "
    "receiver to custom field fields customfield attribute attributes var vars variable merge "
    "property properties data"
)
_NAME_PARTS = re.compile(r"[^\W\d_]+|\d+")
_CAMEL_HUMP = re.compile(r"(?<=[a-zß-ÿ])(?=[A-Z])")
_KEY_NOISE = re.compile(r"[-_.\s]+")


@lru_cache(maxsize=4096)
def field_key(name: str) -> str:
    """The name as names compare: `First Name`, `first_name` and `firstName` are one."""
    return _KEY_NOISE.sub("", name).lower()


def owner_of(name: str) -> Owner:
    """Whose a field is, by its name; an unknown name is taken for a fact about the reader."""
    return _known_owner(name) or "company"


@lru_cache(maxsize=4096)
def _known_owner(name: str) -> Owner | None:
    parts = _NAME_PARTS.findall(_CAMEL_HUMP.sub(" ", name[:_LONGEST_NAME]))
    words = ["#" if part.isdigit() else part.lower() for part in parts]
    while len(words) > 1 and words[0] in _RECORDS:
        del words[0]
    if not words:
        return None
    table = _owners()
    hits = [table["first"].get(words[0]), table["whole"].get("".join(words))]
    hits += [table["anywhere"].get(word) for word in words]
    hits += [table["anywhere"].get(one + two) for one, two in pairwise(words)]
    return min((hit for hit in hits if hit), default=(0, None))[1]


@lru_cache(maxsize=1)
def _owners() -> dict[_Where, dict[str, tuple[int, Owner]]]:
    """For each way to fit, each word's first row and whose it says that a field is."""
    table: dict[_Where, dict[str, tuple[int, Owner]]] = {"first": {}, "anywhere": {}, "whole": {}}
    for row, (owner, where, words) in enumerate(_OWNERS):
        for word in words.split():
            table[where].setdefault(word, (row, owner))
    return table


# Braces ----------------------------------------------------------------------------------------

_BRACE_OR_BAR = re.compile(r"\{%[^{}]*%\}|\$\{[^{}]*\}|<%[^<>%]*%>|<%=|\{|\}|\|")
_OPENING_NAME = r"\{+[%\s]*([^\W\d][\w.]*)?"
_NAME_BEFORE_CLOSING = r"(?<![\w.])[^\W\d][\w.]*\s?(?=\}\})"
_LONGEST_NAME = 80
_LONGEST_FIELD = 2000
_NEAR = 200
"""How far after an opening brace a bar still says that a choice was meant."""


class _Pair(NamedTuple):
    """A brace, the one that closes it, and the bars between them that belong to no other pair."""

    start: int
    close: int
    bars: tuple[int, ...]


class _Braces:
    """The braces of a text: those that pair, those that do not, and the tags between them.

    `unclosed` holds opening braces in the order of the text, each with the bars that follow it;
    `spare` those that may be one too many for what they stand before.
    """

    __slots__ = ("pairs", "spare", "tags", "unclosed", "unopened")

    def __init__(self) -> None:
        self.pairs: dict[int, _Pair] = {}
        self.tags: list[_Found] = []
        self.unclosed: dict[int, list[int]] = {}
        self.unopened: set[int] = set()
        self.spare: set[int] = set()


def _pair_braces(value: str) -> _Braces:
    braces = _Braces()
    waiting: list[tuple[int, list[int]]] = []
    for token in _BRACE_OR_BAR.finditer(value):
        at, end = token.span()
        if end - at > 1:
            braces.tags.append(_tag_or_code(value, at, end))
        elif value[at] == "{":
            waiting.append((at, []))
        elif value[at] == "|":
            if waiting:
                waiting[-1][1].append(at)
        elif waiting:
            start, bars = waiting.pop()
            braces.pairs[start] = _Pair(start, at, tuple(bars))
        else:
            braces.unopened.add(at)
    braces.unclosed = dict(waiting)
    braces.spare = set(braces.unclosed)
    return braces


def _tag_or_code(value: str, start: int, end: int) -> _Tag | Broken:
    if value[start] == "{":
        return _Tag(start, end, value[start + 2 : end - 2].strip("-~ \t\r\n"))
    return Broken(start, end, "code")


def _read_braces(value: str) -> list[_Found]:
    """Whatever is written with braces; the tags of conditions are not yet put together."""
    braces = _pair_braces(value)
    found = braces.tags
    around: list[int] = []
    resume = 0
    for start in sorted(braces.pairs):
        while around and around[-1] <= start:
            around.pop()
        if start < resume or len(around) >= _MAX_DEPTH:
            continue
        inner, layers = _innermost(braces.pairs, start)
        end = inner.close + layers
        resume = start + layers
        reading = _read_pair(value, inner, layers)
        if reading is None:
            # In {{first_name} } the first brace may be one too many for what follows it.
            braces.spare.update({start} if layers == 1 else ())
            continue
        whole = _with_spare_braces(braces, start, end)
        if whole != (start, end):
            found.append(Broken(*whole, "unbalanced"))
        if isinstance(reading, Choice):
            around.append(end)
        else:
            resume = end
        if whole == (start, end) or isinstance(reading, Choice):
            found.append(reading)
    found += _unclosed(value, braces)
    found += _unopened(value, braces.unopened)
    return found


def _innermost(pairs: dict[int, _Pair], start: int) -> tuple[_Pair, int]:
    """The innermost of the pairs that open and close next to each other, and how many they are."""
    pair, layers = pairs[start], 1
    while (inner := pairs.get(pair.start + 1)) and inner.close == pair.close - 1:
        pair, layers = inner, layers + 1
    return pair, layers


def _with_spare_braces(braces: _Braces, start: int, end: int) -> tuple[int, int]:
    """The stretch with the braces next to it that pair with none; they are settled with it."""
    while start - 1 in braces.spare:
        start -= 1
        braces.spare.remove(start)
        if start in braces.pairs:
            braces.unopened.add(braces.pairs[start].close)
    while end in braces.unopened:
        braces.unopened.remove(end)
        end += 1
    return start, end


def _unclosed(value: str, braces: _Braces) -> Iterable[Broken]:
    """The opening braces that were meant as template syntax and never close."""
    opening_name = re.compile(_OPENING_NAME)
    resume = 0
    for start, bars in braces.unclosed.items():
        if start < resume or start not in braces.spare:
            continue
        opening = opening_name.match(value, start)
        assert opening is not None
        resume = opening.end()
        name = opening[1] or ""
        if opening[0].startswith("{{") or (opening[0].startswith("{%") and name):
            yield Broken(start, resume, "unclosed")
        elif bars and bars[0] - start <= _NEAR:
            yield Broken(start, bars[0] + 1, "unclosed-choice")
        elif "_" in name.strip("_"):
            yield Broken(start, resume, "unclosed")


def _unopened(value: str, unopened: set[int]) -> Iterable[Broken]:
    """The `}}` that close nothing, with the name before them."""
    for name in re.finditer(_NAME_BEFORE_CLOSING, value) if unopened else ():
        start, end = name.span()
        if end in unopened and end + 1 in unopened:
            yield Broken(start, end + 2, "unopened")


# What a pair of braces holds -------------------------------------------------------------------

_BARE_TAGS = frozenset({"else", "elseif", "elsif", "elif", "endif"})
_AI_PROMPT = r"(?i)ai\s*:"
_SPIN = frozenset({"random", "spintax", "spin"})
_SIMPLE_NAME = re.compile(r"[^\W\d][\w .-]*")
_MACHINE_NAME = r"\w+[_.]\w[\w.]*|[a-z]+[A-Z]\w*|[A-Z][A-Z\d]+"
_LOWER_NAME = r"[a-zß-ÿ][\w.-]*"
_GREETINGS = frozenset({"hi", "hey", "hello", "dear", "howdy", "greetings", "morning", "thanks"})
_RECORD_FIELD = r"\s*\w*field\s*="
_JSON_KEY = r"""\s*(["'])[^"'{}|]*\1\s*:"""
_MARKERS = frozenset({"TBA", "TBC", "TBD", "TODO"})
_MOST_WORDS_IN_A_NAME = 4


def _read_pair(value: str, inner: _Pair, layers: int) -> _Found | None:
    """What stands in braces; None is a text that has braces for its own reasons."""
    if layers == 1:
        return _read_single(value, inner)
    return _read_double(value, inner, layers) if layers <= 3 else None


def _read_single(value: str, pair: _Pair) -> _Found | None:
    """`{first_name}`, `{Hi|Hello}`, `{contactfield=firstname|there}`."""
    start, end = pair.start, pair.close + 1
    if pair.bars:
        head = _head(value, pair)
        record = re.match(_RECORD_FIELD, head)
        if record or (re.fullmatch(_MACHINE_NAME, head) and _known_owner(head)):
            name = head[record.end() :] if record else head
            return _field(start, end, name, _unquoted(value[pair.bars[0] + 1 : pair.close]))
        first = pair.bars[0]
        if re.match(_JSON_KEY, head) or value[first - 1 : first + 3] == " || ":
            return None
        return Choice(start, end, tuple(_between(start, pair.bars, pair.close)))
    if pair.close - start > _LONGEST_NAME:
        return None
    content = value[start + 1 : pair.close]
    if record := re.match(_RECORD_FIELD, content):
        return _field(start, end, content[record.end() :], None)
    if content.startswith("%"):
        return Broken(start, end, "unclosed")
    return _named(start, end, content, None) if _SIMPLE_NAME.fullmatch(content.strip()) else None


def _read_double(value: str, inner: _Pair, layers: int) -> _Found:
    """`{{…}}`: a field, a tag, a comment, spintax, or what is still to fill in."""
    start, end = inner.start - layers + 1, inner.close + layers
    content = value[inner.start + 1 : inner.close].strip("~ \t\r\n")
    if not content:
        return Broken(start, end, "empty")
    if content[0] in "#/^" or content.split(maxsplit=1)[0].lower() in _BARE_TAGS:
        return _Tag(start, end, content)
    if inner.bars and _is_choice(value, inner):
        return _spun(value, inner, start, end)
    if _SIMPLE_NAME.fullmatch(content) and " " not in content:
        return _named(start, end, content, None)
    if content.startswith("!"):
        return Unseen(start, end)
    if re.match(_AI_PROMPT, content):
        _, bar, fallback = content.rpartition("|")
        return _field(start, end, "AI", _unquoted(fallback) if bar else None)
    if len(content) > _LONGEST_FIELD:
        return Broken(start, start + layers, "unclosed")
    name, bar, rest = content.partition("|")
    if "{" in name:
        return Broken(start, end, "unbalanced")
    if bar:
        return _named(start, end, name, _fallback(rest))
    return _named(start, end, *_split_fallback(content))


def _is_choice(value: str, pair: _Pair) -> bool:
    """Whether the bars of a `{{…}}` part alternatives, not a field from its fallback."""
    head = _head(value, pair).strip()
    if re.match(_AI_PROMPT, head) or pair.bars[0] + 1 in pair.bars[1:2]:
        return False
    if head.lower() in _SPIN:
        return True
    if _known_owner(head) and len(head.split()) <= _MOST_WORDS_IN_A_NAME:
        return not _SIMPLE_NAME.fullmatch(head)
    if re.fullmatch(_MACHINE_NAME, head):
        return False
    rest = value[pair.bars[0] + 1 : pair.bars[0] + _NEAR]
    if _is_filter(rest):
        return False
    # One lower-case word that nobody knows: with one alternative it is a field, with more spintax.
    return not re.fullmatch(_LOWER_NAME, head) or head in _GREETINGS or len(pair.bars) > 1


def _head(value: str, pair: _Pair) -> str:
    """What stands before the first bar, as far as it could be a name."""
    return value[pair.start + 1 : min(pair.bars[0], pair.start + _NEAR)]


def _spun(value: str, pair: _Pair, start: int, end: int) -> Choice:
    """`{{RANDOM | Hi | Hello}}`, `{{SPINTAX | "Hi" | "Hello"}}`, `{{I saw|I read}}`."""
    parts = list(_between(pair.start, pair.bars, pair.close))
    if value[slice(*parts[0])].strip().lower() in _SPIN:
        del parts[0]
    return Choice(start, end, tuple(_trimmed(value, *part) for part in parts))


def _between(start: int, bars: Sequence[int], close: int) -> Iterable[tuple[int, int]]:
    return ((one + 1, two) for one, two in pairwise((start, *bars, close)))


def _trimmed(value: str, start: int, end: int) -> tuple[int, int]:
    """An option without the space and the quotes around it."""
    part = value[start:end]
    start, end = start + len(part) - len(part.lstrip()), start + len(part.rstrip())
    if end - start > 1 and value[start] in _QUOTES and value[end - 1] == _QUOTES[value[start]]:
        return start + 1, end - 1
    return start, max(start, end)


def _named(start: int, end: int, name: str, fallback: str | None) -> Field | Placeholder:
    """A field, unless its name is an instruction to whoever prepares the copy."""
    words = " ".join(name.split())
    if fallback is None and _is_to_fill_in(words):
        return Placeholder(start, end, words)
    return _field(start, end, words, fallback)


def _is_to_fill_in(words: str) -> bool:
    if "/" in words or not words.strip("X") or words in _MARKERS:
        return True
    if words.lower().startswith("insert "):
        return True
    return words.count(" ") >= _MOST_WORDS_IN_A_NAME and _known_owner(words) != "system"


def _field(start: int, end: int, name: str, fallback: str | None) -> Field:
    name = name.strip()
    return Field(start, end, name, field_key(name), fallback, owner_of(name))


# Fallbacks -------------------------------------------------------------------------------------

_QUOTES = {'"': '"', "'": "'", "“": "”", "‘": "’", "„": "“", "«": "»"}
_FILTER = r"\s*(\w+)\s*(?:[:(|]|\Z)"
_FILTERS = _words(
    "abs append capitalise capitalize ceil compact date default divided_by downcase escape first "
    "floor format join last lower lowercase lstrip minus modulo newline_to_br number plus "
    "possessive prepend proper remove replace round rstrip safe size slice sort split strip "
    "strip_html time times title titlecase titleize trim truncate truncatewords uniq upcase upper "
    "uppercase url_encode"
)
_DEFAULT = r"(?is)\s*(?:default|default_value|fallback)\s*(?::|=|\((?=.*\)))\s*"
_INSERT = r'(?i)insert\s+([^\s"]+)(?:\s+"default=([^"]*)")?'


def _fallback(rest: str) -> str | None:
    """What stands after the first bar of a field: filters, or what to say when it is empty."""
    if rest.startswith("|"):
        return _unquoted(rest[1:])
    filters = rest.split("|")
    for one in filters:
        if default := re.match(_DEFAULT, one):
            given = one[default.end() :].rstrip()
            return _unquoted(given[:-1] if "(" in default[0] else given)
    return None if _is_filter(filters[0]) else _unquoted(rest)


def _is_filter(part: str) -> bool:
    word = re.match(_FILTER, part)
    return word is not None and word[1].lower() in _FILTERS


def _split_fallback(content: str) -> tuple[str, str | None]:
    """The name and fallback of a field without bars: `first_name: there`, `name,fallback=X`."""
    if insert := re.fullmatch(_INSERT, content):
        return insert[1], insert[2]
    for mark in ("??", ",", ":"):
        name, found, rest = content.partition(mark)
        if not found or not _SIMPLE_NAME.fullmatch(name.strip()):
            continue
        if mark != ",":
            return name.strip(), _unquoted(rest)
        if default := re.match(_DEFAULT, rest):
            return name.strip(), _unquoted(rest[default.end() :])
    return content, None


def _unquoted(text: str) -> str:
    text = text.strip()
    quoted = len(text) > 1 and text[-1] == _QUOTES.get(text[0])
    return text[1:-1] if quoted else text


# Conditions ------------------------------------------------------------------------------------

_TAG_WORD = re.compile(r"([#/^]?)\s*(\w*)")
_BLOCKS = frozenset({"if", "unless", "case", "for", "ifchanged", "tablerow", "with"})
_HIDDEN_BLOCKS = frozenset({"comment", "capture"})
_BRANCHES = frozenset({"else", "elseif", "elsif", "elif", "when"})
_STARTS = _BLOCKS | _HIDDEN_BLOCKS


class _Block:
    """A condition that is being read: its tags so far."""

    __slots__ = ("tags", "word")

    def __init__(self, word: str, tag: _Tag) -> None:
        self.word = word
        self.tags = [tag]


def _read_blocks(tags: Iterable[_Tag]) -> list[_Found]:
    """Put the tags of conditions together."""
    found: list[_Found] = []
    waiting: list[_Block] = []
    names: dict[str, int] = {}
    for tag in sorted(tags):
        word, role = _role(tag)
        if role == "opens":
            waiting.append(_Block(word, tag))
            names[word] = names.get(word, 0) + 1
        elif role == "branches" and waiting:
            waiting[-1].tags.append(tag)
        elif role == "closes" and names.get(word):
            while (block := waiting.pop()).word != word:
                names[block.word] -= 1
                found += _left_open(block)
            names[word] -= 1
            found.append(_closed(block, tag))
        elif role == "alone":
            found.append(Unseen(tag.start, tag.end))
        else:
            found.append(Broken(tag.start, tag.end, "stray-tag"))
    for block in waiting:
        found += _left_open(block)
    return found


def _role(tag: _Tag) -> tuple[str, Literal["opens", "branches", "closes", "alone"]]:
    """The word of the block that a tag belongs to, and what the tag does in it."""
    found = _TAG_WORD.match(tag.words)
    assert found is not None
    sign, word = found[1], found[2].lower()
    if word in _BRANCHES or (sign == "^" and not word):
        return word, "branches"
    if sign == "/":
        return word, "closes"
    if word.startswith("end") and word[3:] in _STARTS:
        return word[3:], "closes"
    if sign or word in _STARTS:
        return word, "opens"
    return word, "alone"


def _closed(block: _Block, end: _Tag) -> Choice | Unseen:
    first = block.tags[0]
    if block.word in _HIDDEN_BLOCKS:
        return Unseen(first.start, end.end)
    options = [(one.end, two.start) for one, two in pairwise((*block.tags, end))]
    if block.word == "case" and len(options) > 1:
        del options[0]
    last = _TAG_WORD.match(block.tags[-1].words)
    plain_else = last is not None and last[2].lower() in ("else", "")
    has_else = len(block.tags) > 1 and plain_else and " if" not in block.tags[-1].words.lower()
    if not has_else:
        options.append((end.start, end.start))
    return Choice(first.start, end.end, tuple(options), first.words.lstrip("#"))


def _left_open(block: _Block) -> Iterable[_Found]:
    first, *branches = block.tags
    yield Broken(first.start, first.end, "unclosed-block")
    for tag in branches:
        yield Unseen(tag.start, tag.end)


# What is written without braces ----------------------------------------------------------------

# Every alternative starts with a plain character, so that `re` leaps from one to the next.
_LOOSE = re.compile(
    r"\[\[[^\[\]{}\n]{1,120}\]\]"
    r"|\[[^\[\]{}]{1,120}\]"
    r"|<<[^\W\d][^<>{}\n]{0,80}>>"
    r"|<[^\W\d][^<>{}\n]{0,120}>"
    r"|«[^\W\d][^«»{}\n]{0,80}»"
    r"|\((?i:insert|add)\s[^(){}\n]{1,120}\)"
    r"|%%[^\W\d][\w.]{0,60}%%"
    r"|%[^\W\d][\w.]{0,60}%"
    r"|#[^\W\d]\w{0,60}#"
    r"|\*\|[A-Z][A-Z\d_:]{0,60}\|\*"
    r"|XX*(?!\w)"
    r"|TB[ACD](?!\w)"
    r"|TODO(?!\w)"
    r"|FIXME(?!\w)"
    r"|___+(?!\w)"
)


def _read_loose(value: str, found: Sequence[_Found]) -> list[_Found]:
    """What is written without braces, outside of what was found in them."""
    taken = sorted(
        (one.start, one.end) for one in found if not isinstance(one, Choice | Placeholder)
    )
    loose: list[_Found] = []
    at = reach = 0
    for match in _LOOSE.finditer(value):
        while at < len(taken) and taken[at][0] <= match.start():
            reach = max(reach, taken[at][1])
            at += 1
        if match.start() < reach:
            continue
        reading = _LOOSE_READERS[match[0][0]](value, match)
        if reading:
            loose.append(reading)
    return loose


_FUNCTION_WORDS = _words(
    "a an and are as at but by for has have he her his i in is it its my no not of on or our she "
    "so that the their them they this to us was we were with you your"
)
_EDITORS_NOTES = _words(
    "sic redacted unclear inaudible external ext internal urgent invite invitation pause beep "
    "laughs laughter applause emphasis"
)
_NO_BLANK = (
    r"(?s)\W*"  # ellipses, an empty box
    r"|[\W\d]+"  # footnotes, 3/6, a time
    r"|x"  # a ticked box
    r"|\w-\w"  # a range of characters
    r"|[\"'“].*"  # a list in code
    r"|.*(?:://|@).*|(?:www\.)?[\w-]+\.[a-z]{2,}(?:/\S*)?"  # an address
    r"|(?:image|cid|video|gif)\s?:.*"  # what a mail program leaves of a picture
)
_BLANK_LETTERS = frozenset("NXYZ")
_BOX_BEFORE = r"(?:^|\n)[ \t]*(?:[-*+]|\d+[.)])?[ \t]*\Z"


def _square(value: str, match: re.Match[str]) -> _Found | None:
    """`[First Name]`; never a link, a footnote, an ellipsis, a box to tick or code."""
    start, end = match.span()
    if value.startswith("[[", start):
        words = match[0][2:-2].strip()
        if _SIMPLE_NAME.fullmatch(words) and _known_owner(words):
            return _field(start, end, words, None)
        return None if re.fullmatch(_NO_BLANK, words) else Placeholder(start, end, words)
    words = match[0][1:-1].strip()
    if words == "object Object":
        return Broken(start, end, "code")
    if _is_code_or_link(value, start, end) or re.fullmatch(_NO_BLANK, words):
        return None
    if len(words) == 1:
        boxed = re.search(_BOX_BEFORE, value[max(start - 40, 0) : start])
        return Placeholder(start, end, words) if words in _BLANK_LETTERS and not boxed else None
    first = words.split()[0].lower()
    if first in _EDITORS_NOTES or words.lower() in _FUNCTION_WORDS:
        return None
    return Placeholder(start, end, " ".join(words.split()))


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


_HTML_FLAGS = _words("async checked compact controls disabled hidden nowrap readonly /")
_ORDERS = _words("insert add your their enter fill write describe mention")


def _angle(value: str, match: re.Match[str]) -> _Found | None:
    """`<first name>`, `<insert a link>`, `<<company>>`; never HTML or an address."""
    start, end = match.span()
    doubled = value.startswith("<<", start)
    words = match[0][2:-2] if doubled else match[0][1:-1]
    parts = words.lower().split()
    if doubled and _known_owner(words) and _SIMPLE_NAME.fullmatch(words):
        return _field(start, end, words, None)
    if parts[0] in _ORDERS and len(parts) > 1:
        return Placeholder(start, end, words)
    if not re.fullmatch(_BLANK_WORDS, words):
        return None
    if parts[0] in HTML_NAMES:
        plain = len(parts) > 1 and parts[1] not in _HTML_FLAGS
    else:
        plain = len(parts) > 1 or "_" in words or _known_owner(words) is not None
    return Placeholder(start, end, words) if plain else None


_BLANK_WORDS = r"[^\W\d][\w '’/#,-]*"


def _guillemets(value: str, match: re.Match[str]) -> _Found | None:
    """`«First Name»`, as word processors merge; else a quotation."""
    words = match[0][1:-1].strip()
    known = _SIMPLE_NAME.fullmatch(words) and _known_owner(words)
    return _field(*match.span(), words, None) if known else None


def _round(value: str, match: re.Match[str]) -> _Found | None:
    """`(insert link)`."""
    return Placeholder(*match.span(), match[0][1:-1])


def _wrapped(value: str, match: re.Match[str]) -> _Found | None:
    """`%signature%`, `%%first_name%%`, `#firstname#`, `*|FNAME|*`."""
    if _touches_a_word(value, match):
        return None
    name = match[0].strip("%#*|")
    if match[0][0] == "#" and not _known_owner(name):
        return None
    return _field(*match.span(), name, None)


_NUMERALS_FOLLOW = _words(
    "article bowl century chapter charles generation louis mark part phase pope rocky section "
    "title type volume war windows"
)


def _crosses(value: str, match: re.Match[str]) -> _Found | None:
    """`XXX`, `$X`, `X%`; never a Roman numeral."""
    start, end = match.span()
    price = value[start - 1 : start] in ("$", "€", "£")
    share = value[end : end + 1] == "%"
    if _touches_a_word(value, match) or not (end - start > 1 or price or share):
        return None
    before = value[max(start - 20, 0) : start].split()
    if end - start == 2 and before and before[-1].lower() in _NUMERALS_FOLLOW:
        return None
    return Placeholder(start - price, end + share, match[0])


def _marker(value: str, match: re.Match[str]) -> _Found | None:
    """`TBD`, `TODO`."""
    return None if _touches_a_word(value, match) else Placeholder(*match.span(), match[0])


def _blank(value: str, match: re.Match[str]) -> _Found | None:
    """`Hi ____,`; never a line that parts a letter from its signature."""
    before = value[max(match.start() - 2, 0) : match.start()]
    if len(before) == 2 and before[1] == " " and (before[0].isalnum() or before[0] in ",:$"):
        return Placeholder(*match.span(), match[0])
    return None


def _touches_a_word(value: str, match: re.Match[str]) -> bool:
    start, end = match.span()
    before, after = value[start - 1 : start], value[end : end + 1]
    sign = match[0][0]
    return before.isalnum() or before in ("_", sign) or after.isalnum() or after in ("_", sign)


_LOOSE_READERS: dict[str, Callable[[str, re.Match[str]], _Found | None]] = {
    "[": _square,
    "<": _angle,
    "«": _guillemets,
    "(": _round,
    "%": _wrapped,
    "#": _wrapped,
    "*": _wrapped,
    "X": _crosses,
    "T": _marker,
    "F": _marker,
    "_": _blank,
}
