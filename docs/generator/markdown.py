"""Markdown, and the words around it."""

from __future__ import annotations

import inspect
import re
from pathlib import Path
from string import Template
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_LINE_END = "\n"
_TEMPLATES = Path(__file__).resolve().parent / "templates"


def code(words: object) -> str:
    """Words in the letters of code."""
    return f"`{words}`"


def table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """A table; a column without any words is left out."""
    cells = [[cell.replace("|", "\\|").replace("\n", " ") for cell in row] for row in rows]
    names = list(head)
    used = [at for at in range(len(names)) if any(row[at] for row in cells)]
    lines = [[names[at] for at in used], ["---"] * len(used)]
    lines += [[row[at] for at in used] for row in cells]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def fenced(text: str, language: str = "yaml") -> str:
    """A block of code."""
    return f"```{language}\n{text.strip(_LINE_END)}\n```\n"


def either(words: Iterable[str]) -> str:
    """Some words as a choice: `cold or inbound`."""
    *others, last = words
    return f"{', '.join(others)} or {last}" if others else last


def listed(words: Iterable[str]) -> str:
    """Some words in the letters of code, one after the other."""
    return ", ".join(map(code, words))


def filled(template: str, **parts: str) -> str:
    """A template of the folder beside this file, with what is read from the code in it."""
    text = (_TEMPLATES / f"{template}.md").read_text(encoding="utf-8")
    return Template(text).substitute(parts)


def docstring(thing: object) -> str:
    """A docstring as Markdown paragraphs."""
    return inspect.getdoc(thing) or ""


def escaped(text: str) -> str:
    """Words that Markdown shows as they are."""
    return re.sub(r"([<>*_\[\]\\])", r"\\\1", text) if "`" not in text else text
