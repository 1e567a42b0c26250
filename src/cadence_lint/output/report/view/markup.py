"""HTML made of elements: a text becomes a part of it only by being escaped.

    el("p.note", "5 < 7 ", el("b", "holds"), id="first")

makes `<p class="note" id="first">5 &lt; 7 <b>holds</b></p>`. Only `Html` is taken as it is, and
only this module makes it from texts.
"""

from __future__ import annotations

import json
from functools import lru_cache
from html import escape
from typing import TYPE_CHECKING, TypeAlias

from cadence_lint.output.terminal import OBEYED
from cadence_lint.patterns import regex

if TYPE_CHECKING:
    from collections.abc import Iterable

_EMPTY = frozenset({"br", "input", "link", "meta"})
"""Elements without content, which have no end either."""
_SHOWN = {
    **{code: f"\\u{code:04x}" for code in (*OBEYED, *range(0xFFFE, 0x10000))},
    **{code: f"\\x{code:02x}" for code in (*range(0x20), *range(0x7F, 0xA0))},
    **{code: f"\\u{code:04x}" for code in range(0xD800, 0xE000)},
    ord("\t"): "\t",
    ord("\n"): "\n",
    ord("\r"): "",
}
"""What no page may hold, and what would turn the direction of its words, as it is written."""

_PLAIN = regex(r"[ !#-%(-;=?-~]*").fullmatch
"""Whether a text stands in HTML as it is."""


class Html(str):
    """HTML that stands as it is."""

    __slots__ = ()


Content: TypeAlias = "str | Iterable[Content] | None"
Value = str | int | float | bool | None


def el(kind: str, *content: Content, **attributes: Value) -> Html:
    """An element: `p`, or `p.note.wide` with classes.

    An attribute's name may end in `_`, and has `-` for `_`. One that is None or False is left out,
    one that is True has no value.
    """
    tag, classes = _kind(kind)
    start = f"<{tag}{classes}"
    for name, value in attributes.items():
        if value is True:
            start += f" {_name(name)}"
        elif value is not None and value is not False:
            start += f' {_name(name)}="{text(value if isinstance(value, str) else f"{value:g}")}"'
    if tag in _EMPTY:
        return Html(f"{start}>")
    return Html(f"{start}>{join(*content)}</{tag}>")


def join(*content: Content) -> Html:
    """Contents one after the other."""
    return Html("".join([_html(each) for each in content]))


def text(words: str) -> Html:
    """A text as HTML shows it, with nothing in it that a browser would obey."""
    if _PLAIN(words):
        return Html(words)
    if not (words.isascii() and words.isprintable()):
        words = words.translate(_SHOWN)
    return Html(escape(words))


def prose(words: str) -> Html:
    """A sentence of ours, in which what stands between `` ` `` is code."""
    parts = words.split("`")
    if len(parts) % 2 == 0:
        return text(words)
    return join(el("code", part) if place % 2 else part for place, part in enumerate(parts))


def data(value: object) -> Html:
    """Data as a block of JSON in a page holds it, with nothing that would end the block."""
    return Html(json.dumps(value).replace("<", "\\u003c"))


def _html(content: Content) -> str:
    if isinstance(content, Html):
        return content
    if isinstance(content, str):
        return text(content)
    return "" if content is None else join(*content)


@lru_cache(maxsize=1000)
def _kind(kind: str) -> tuple[str, str]:
    tag, *classes = kind.split(".")
    return tag, f' class="{" ".join(classes)}"' if classes else ""


@lru_cache(maxsize=200)
def _name(name: str) -> str:
    return name.removesuffix("_").replace("_", "-")
