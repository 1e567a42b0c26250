"""Fallbacks: what stands in the place of a field when nothing is known about the reader.

`{{name|there}}`, `{{name || 'there'}}`, `{{name: there}}`, `{{name | default: "there"}}`; a filter
such as `{{name | capitalize}}` is none.
"""

from __future__ import annotations

from cadence_lint.patterns import regex
from cadence_lint.reading.template.names import is_name

_QUOTES = {'"': '"', "'": "'", "“": "”", "‘": "’", "„": "“", "«": "»"}
_FILTER = regex(r"\s*(\w+)\s*(?:[:(|]|\Z)")
_FILTERS = frozenset(
    "abs append capitalise capitalize ceil compact date default divided_by downcase escape first "
    "floor format join last lower lowercase lstrip minus modulo newline_to_br number plus "
    "possessive prepend proper remove replace round rstrip safe size slice sort split strip "
    "strip_html time times title titlecase titleize trim truncate truncatewords uniq upcase upper "
    "uppercase url_encode".split()
)
_DEFAULT = regex(r"(?is)\s*(?:default|default_value|fallback)\s*(?::|=|\((?=.*\)))\s*")
_INSERT = regex(r'(?i)insert\s+([^\s"]+)(?:\s+"default=([^"]*)")?')


def split_fallback(content: str) -> tuple[str, str | None]:
    """The name and the fallback of what stands in `{{…}}`."""
    name, bar, rest = content.partition("|")
    if bar:
        return name, _after_bar(rest)
    if insert := _INSERT.fullmatch(content):
        return insert[1], insert[2]
    for mark in ("??", ",", ":"):
        name, found, rest = content.partition(mark)
        if not found or not is_name(name.strip()):
            continue
        if mark != ",":
            return name, unquoted(rest)
        if default := _DEFAULT.match(rest):
            return name, unquoted(rest[default.end() :])
    return content, None


def _after_bar(rest: str) -> str | None:
    """What stands after the first bar of a field: filters, or what to say when it is empty."""
    if rest.startswith("|"):
        return unquoted(rest[1:])
    filters = rest.split("|")
    for one in filters:
        if default := _DEFAULT.match(one):
            given = one[default.end() :].rstrip()
            return unquoted(given[:-1] if "(" in default[0] else given)
    return None if is_filter(filters[0]) else unquoted(rest)


def is_filter(part: str) -> bool:
    """Whether what stands after a bar begins with a filter."""
    word = _FILTER.match(part)
    return word is not None and word[1].lower() in _FILTERS


def unquoted(text: str) -> str:
    """A text without the space and the quotes around it."""
    return text[slice(*trimmed(text, 0, len(text)))]


def trimmed(value: str, start: int, end: int) -> tuple[int, int]:
    """A stretch of a text without the space and the quotes around it."""
    part = value[start:end]
    start, end = start + len(part) - len(part.lstrip()), start + len(part.rstrip())
    if end - start > 1 and value[end - 1] == _QUOTES.get(value[start]):
        return start + 1, end - 1
    return start, max(start, end)
