"""A folder of rule files: rules by their paths, and `phrases/LANGUAGE/FACT.yaml` beside them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from cadence_lint import options
from cadence_lint.reading.phrases import Phrase, PhraseError, PhraseList, build_index
from cadence_lint.rule_file import read_mapping, read_page
from cadence_lint.rulebook import rule_files
from cadence_lint.source import Fault, SetupError, Source, Span
from cadence_lint.tree import Items, Mapping, Node, Scalar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cadence_lint.rule_file import RulePage
    from cadence_lint.rulebook import Folder

_RULE = re.compile(r"([a-z0-9]+(?:-[a-z0-9]+)*/[a-z0-9]+(?:-[a-z0-9]+)*)\.ya?ml")
_PHRASES = re.compile(r"phrases/([a-z]{2})/([a-z0-9]+(?:-[a-z0-9]+)*)\.ya?ml")


def rule_pages(folder: Folder) -> Iterator[RulePage]:
    """The rule files of a folder.

    Raises:
        SetupError: at the first that cannot be taken.

    """
    for name, path in rule_files(folder):
        if not name.startswith("phrases/"):
            found = _RULE.fullmatch(name)
            source = _source(path)
            if not found:
                raise SetupError(
                    source,
                    Fault(
                        "a rule's file is family/name.yaml, in small letters with hyphens",
                        Span(0, 0),
                    ),
                )
            yield read_page(source, found[1])


def compile_folders(folders: Iterable[Folder]) -> dict[str, Any]:
    """All rules and phrase lists of some folders, as plain data."""
    rules: dict[str, Any] = {}
    lists: dict[str, dict[str, PhraseList]] = {}
    for folder in folders:
        for page in rule_pages(folder):
            taken = rules.get(page.rule.id)
            if taken:
                raise SetupError(
                    _source(page.path),
                    Fault(
                        f"the id {page.rule.id!r} is taken; change a built-in rule under `rules:`"
                        " in the configuration, or give yours another name",
                        Span(0, 0),
                    ),
                )
            rules[page.rule.id] = page
        for language, fact, phrases in phrase_lists(folder):
            known = lists.setdefault(language, {})
            before = known.get(fact, PhraseList((), ()))
            known[fact] = PhraseList(before.phrases + phrases.phrases, before.spare + phrases.spare)
    _check_covers(rules)
    return {
        "rules": [page.rule._asdict() for page in rules.values()],
        "phrases": {language: build_index(found) for language, found in lists.items()},
    }


def _check_covers(rules: dict[str, RulePage]) -> None:
    for page in rules.values():
        for covered in page.rule.covers:
            if covered not in rules:
                raise SetupError(
                    _source(page.path), Fault(options.unknown("rule", covered, rules), Span(0, 0))
                )


def phrase_lists(folder: Folder) -> Iterator[tuple[str, str, PhraseList]]:
    """The phrase lists of a folder: language, fact, phrases."""
    for name, path in rule_files(folder):
        if name.startswith("phrases/"):
            found = _PHRASES.fullmatch(name)
            source = _source(path)
            if not found:
                raise SetupError(source, Fault("a phrase list is phrases/en/name.yaml", Span(0, 0)))
            yield found[1], found[2], _read_list(source)


def _read_list(source: Source) -> PhraseList:
    root = read_mapping(source)
    for name, entry in root.entries.items():
        if name not in ("means", "phrases", "spare"):
            fault = options.unknown("key", name, ("means", "phrases", "spare"))
            raise SetupError(source, Fault(fault, entry.key.span))
    phrases = tuple(_phrase(source, node) for node in _items(root, "phrases"))
    spare = tuple(_phrase(source, node).say for node in _items(root, "spare"))
    return PhraseList(phrases, spare)


def _items(root: Mapping, key: str) -> list[Node]:
    node = root.get(key)
    return node.items if isinstance(node, Items) else []


def _phrase(source: Source, node: Node) -> Phrase:
    if isinstance(node, Scalar):
        phrase, at = Phrase(node.value, None, None), node
    elif isinstance(node, Mapping) and isinstance(say := node.get("say"), Scalar):
        said = {
            name: entry.value.value
            for name, entry in node.entries.items()
            if isinstance(entry.value, Scalar)
        }
        phrase, at = Phrase(say.value, said.get("advice"), said.get("instead")), say
    else:
        raise SetupError(
            source, Fault("a phrase is words, or {say: …, advice: …, instead: …}", node.span)
        )
    try:
        build_index({"checked": PhraseList((phrase,), ())})
    except PhraseError as error:
        start = at.text.span(error.column - 1, error.column - 1).start
        raise SetupError(source, Fault(str(error), Span(start, start))) from None
    return phrase


def _source(path: str) -> Source:
    with open(path, encoding="utf-8", newline="") as file:
        return Source(path, file.read())
