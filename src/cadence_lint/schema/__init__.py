"""JSON Schemas of the files that people write, so that editors complete and check them.

They are made of the definitions that the readers themselves go by. Draft 7: the YAML language
server, which most editors use, knows all of it, and later drafts only in part. Where a schema
cannot say all that a reader asks for it lets pass; it refuses nothing that the reader takes.

Values are meant as YAML 1.2 has them, in which `yes`, `on` and `9:30` are text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from cadence_lint.rulebook import Book
    from cadence_lint.schema.parts import Schema

Kind = Literal["sequence", "config", "rule", "phrases"]

TITLES: dict[Kind, str] = {
    "sequence": "A sequence for cadence-lint",
    "config": "A configuration of cadence-lint",
    "rule": "A rule of cadence-lint",
    "phrases": "A list of phrases for cadence-lint",
}


def schema_of(kind: Kind, book: Book) -> Schema:
    """The schema of a kind of files; configurations may name the rules of a rule book."""
    from cadence_lint.schema.portable import portable
    from cadence_lint.schema.sharing import shared

    head = {"$schema": "http://json-schema.org/draft-07/schema#", "title": TITLES[kind]}
    return head | shared(portable(_schema(kind, book)))


def _schema(kind: Kind, book: Book) -> Schema:
    if kind == "sequence":
        from cadence_lint.schema.sequences import sequence_schema

        return sequence_schema()
    if kind == "config":
        from cadence_lint.schema.configurations import config_schema

        return config_schema(book)
    if kind == "rule":
        from cadence_lint.schema.rules import rule_schema

        return rule_schema(book)
    from cadence_lint.schema.phrase_lists import phrases_schema

    return phrases_schema()
