"""Where a configuration stands, and its keys as they are written.

One file counts for a linted file: the nearest `cadence-lint.yaml`, `.cadence-lint.yaml` or
`[tool.cadence-lint]` of a `pyproject.toml` from it upward to the repository's root, or the one
that was named.
"""

from __future__ import annotations

import os
from typing import Any

from cadence_lint.patterns import regex
from cadence_lint.source import Fault, Run, SetupError, Source, Span, Text
from cadence_lint.source.tree import Entry, Items, Mapping, Node, Scalar

FILE_NAMES = ("cadence-lint.yaml", ".cadence-lint.yaml", "cadence-lint.yml", ".cadence-lint.yml")
_OUR_TABLE = regex(r"""tool[\s."'\]]*cadence-lint""")


def find_config(file: str) -> str | None:
    """The nearest configuration, from a file's folder up to the repository's root."""
    folder = os.path.dirname(os.path.abspath(file))
    while True:
        for name in FILE_NAMES:
            path = os.path.join(folder, name)
            if os.path.isfile(path):
                return path
        path = os.path.join(folder, "pyproject.toml")
        if _has_table(path):
            return path
        parent = os.path.dirname(folder)
        if parent == folder or os.path.exists(os.path.join(folder, ".git")):
            return None
        folder = parent


def read_root(path: str) -> tuple[Source, Mapping]:
    """The keys of a configuration as they are written.

    Raises:
        SetupError: when it cannot be read, or holds anything else.

    """
    source = Source(shown(path), _read_text(path))
    return source, _toml_tree(source) if path.endswith(".toml") else yaml_tree(source)


def yaml_tree(source: Source) -> Mapping:
    """The keys of a configuration that is written in YAML.

    Raises:
        SetupError: when it is no YAML, or holds anything else.

    """
    from cadence_lint.strict_keys import read_mapping  # not needed where nothing is configured

    return read_mapping(source)


def shown(path: str) -> str:
    """A path as people know it: relative to where they are, if it lies below."""
    try:
        relative = os.path.relpath(path)
    except ValueError:  # on another drive
        return path
    return path if relative.startswith("..") else relative


def _read_text(path: str) -> str:
    try:
        with open(path, encoding="utf-8-sig", newline="") as file:
            return file.read()
    except UnicodeDecodeError:
        said = "this is not UTF-8: save it as UTF-8"
    except OSError as problem:
        said = f"this cannot be read: {problem.strerror or problem}"
    raise SetupError(Source(shown(path), ""), Fault(said, Span(0, 0)))


def _has_table(path: str) -> bool:
    """Whether a TOML file has a table of ours; looking for its name spares us most of them."""
    try:
        with open(path, encoding="utf-8", errors="replace") as file:
            text = file.read()
    except OSError:
        return False
    return bool(_OUR_TABLE.search(text)) and _toml_table(Source(shown(path), text)) is not None


def _toml_table(source: Source) -> dict[str, Any] | None:
    """Our table of a TOML file; None where it has none."""
    import tomllib

    try:
        table = tomllib.loads(source.text).get("tool", {}).get("cadence-lint")
    except tomllib.TOMLDecodeError as error:
        fault = Fault(f"this is no TOML: {error}", Span(0, 0))
        raise SetupError(source, fault) from None
    return table if isinstance(table, dict) else None


def _toml_tree(source: Source) -> Mapping:
    """TOML has no places: all of it stands at the head of our table."""
    table = _toml_table(source)
    if table is None:
        raise SetupError(source, Fault("there is no table [tool.cadence-lint] here", Span(0, 0)))
    found = _OUR_TABLE.search(source.text)
    return _to_mapping(table, source, Span(*found.span()) if found else Span(0, 0))


def _to_mapping(table: dict[str, Any], source: Source, span: Span) -> Mapping:
    mapping = Mapping(span)
    for name, value in table.items():
        mapping.entries[name] = Entry(_scalar(name, source, span), _to_tree(value, source, span))
    return mapping


def _to_tree(value: Any, source: Source, span: Span) -> Node:
    if isinstance(value, dict):
        return _to_mapping(value, source, span)
    if isinstance(value, list):
        items = Items(span)
        items.items = [_to_tree(inner, source, span) for inner in value]
        return items
    said = ("yes" if value else "no") if isinstance(value, bool) else str(value)
    return _scalar(said, source, span)


def _scalar(said: str, source: Source, span: Span) -> Scalar:
    text = Text(said, source, lambda: [Run(0, len(said), span.start, span.end, False)])
    return Scalar(span, text)
