"""A folder of rule files: rules by their paths, and `phrases/LANGUAGE/FACT.yaml` beside them."""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeAlias

from cadence_lint import checks, rulebook
from cadence_lint.patterns import regex
from cadence_lint.reading import facts
from cadence_lint.reading.phrases import Phrase, PhraseList
from cadence_lint.reading.phrases.index import build_index
from cadence_lint.reading.phrases.language import PhraseError, parse_group, parse_phrase
from cadence_lint.rulebook import options, rule_files
from cadence_lint.rulebook.rule_file import read_page
from cadence_lint.source import Fault, SetupError, Source, Span
from cadence_lint.source.tree import Items, Mapping, Node, Scalar
from cadence_lint.strict_keys import read_mapping, read_strictly

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cadence_lint.reading.phrases.parts import Part
    from cadence_lint.rulebook import Folder
    from cadence_lint.rulebook.rule import Rule
    from cadence_lint.rulebook.rule_file import RulePage

Groups: TypeAlias = dict[str, tuple[str, ...]]

KEYS = {
    "means": "What a message does that says one of these, in a few words",
    "groups": "Words that several phrases share: with `outcome: [growth, bottom line]`,"
    " `<outcome>` in a phrase is any of them",
    "phrases": "The phrases, in the language of phrases",
    "spare": "Innocent phrases that look like them",
    "unless": "What excuses a sentence: one that also says this is not meant",
}
"""The keys of a phrase list and what they mean."""
PHRASE = {
    "say": "The phrase",
    "advice": "What to change where these words are said, in place of the rule's own advice",
    "instead": "What to write instead",
}

_RULE = regex(r"([a-z0-9]+(?:-[a-z0-9]+)*/[a-z0-9]+(?:-[a-z0-9]+)*)\.ya?ml")
_PHRASES = regex(r"phrases/([a-z]{2})/([a-z0-9]+(?:-[a-z0-9]+)*)\.ya?ml")


def rule_pages(folder: Folder) -> Iterator[RulePage]:
    """The rule files of a folder.

    Raises:
        SetupError: at the first that cannot be taken.

    """
    for name, path in rule_files(folder):
        if not name.startswith("phrases/"):
            yield _page(name, path)


def rule_page(path: str) -> RulePage:
    """One rule file of a folder.

    Raises:
        SetupError: when it cannot be taken.

    """
    return _page("/".join(os.path.abspath(path).split(os.sep)[-2:]), path)


def _page(name: str, path: str) -> RulePage:
    found = _RULE.fullmatch(name)
    source = _source(path)
    if not found:
        said = "a rule's file is family/name.yaml, in small letters with hyphens"
        raise SetupError(source, Fault(said, Span(0, 0)))
    return read_page(source, found[1])


def compile_folders(folders: Iterable[Folder]) -> dict[str, Any]:
    """All rules and phrase lists of some folders, as plain data.

    Raises:
        SetupError: when a rule file or a phrase list cannot be taken.

    """
    pages: dict[str, RulePage] = {}
    lists: dict[str, dict[str, PhraseList]] = {}
    for folder in {os.path.realpath(folder): folder for folder in folders}.values():
        for page in rule_pages(folder):
            if page.rule.id in pages:
                raise _refused(page, "check", _taken(page.rule.id))
            pages[page.rule.id] = page
        for language, fact, phrases in phrase_lists(folder):
            known = lists.setdefault(language, {})
            known[fact] = _added(known.get(fact, PhraseList(())), phrases)
    asked = set(_check_facts(pages.values(), {name for known in lists.values() for name in known}))
    _check_lists(folders, asked)
    return {
        "rules": [rule._asdict() for rule in _settled(pages)],
        "phrases": {language: build_index(found) for language, found in lists.items()},
    }


def _settled(pages: dict[str, RulePage]) -> Iterator[Rule]:
    """The rules, each of which covers others by the ids that they have now."""
    ids = {name: name for name in pages}
    for page in pages.values():
        for alias in page.rule.aliases:
            if alias in ids:
                raise _refused(page, "aliases", _taken(alias), alias)
            ids[alias] = page.rule.id
    covers: dict[str, tuple[str, ...]] = {}
    for page in pages.values():
        for word in page.rule.covers:
            if word not in ids:
                raise _refused(page, "covers", options.unknown("rule", word, pages), word)
        covers[page.rule.id] = tuple(ids[word] for word in page.rule.covers)
    for page in pages.values():
        if page.rule.id in _reached(page.rule.id, covers):
            said = "this rule would cover itself, on the way over what it covers"
            raise _refused(page, "covers", said)
        yield page.rule._replace(covers=covers[page.rule.id])


def _check_facts(pages: Iterable[RulePage], lists: set[str]) -> Iterator[str]:
    """The facts that rules ask for, each of which has to be a phrase list or one of the code's.

    Raises:
        SetupError: at the first that is neither.

    """
    for page in pages:
        check = checks.find_check(page.rule.check)
        for option in options.fact_options(check.Options) if check else ():
            said = page.rule.options.get(option)
            for name in said if isinstance(said, list) else ():
                if name not in lists and name not in facts.NAMES:
                    known = options.unknown("fact", name, lists | facts.NAMES)
                    raise _refused(page, "options", known, name, option)
                yield name


def _check_lists(folders: Iterable[Folder], asked: set[str]) -> None:
    """Refuse a team's list of phrases under a name that no rule asks for: most likely a slip."""
    built_in = os.path.realpath(rulebook.built_in_folder())
    ours = {name.rpartition("/")[2] for name, _ in rule_files(built_in)}
    known = asked | {name.rpartition(".")[0] for name in ours}
    for folder in folders:
        if os.path.realpath(folder) == built_in:
            continue
        for name, path in rule_files(folder):
            found = _PHRASES.fullmatch(name)
            if found and found[2] not in known:
                said = options.unknown("fact", found[2], asked)
                told = f"no rule asks for what this list is called: {said}"
                raise SetupError(_source(path), Fault(told, Span(0, 0)))


def _reached(start: str, covers: dict[str, tuple[str, ...]]) -> set[str]:
    """All that a rule covers, and what that covers in turn."""
    reached: set[str] = set()
    waiting = [start]
    while waiting:
        new = set(covers[waiting.pop()]) - reached
        reached |= new
        waiting += new
    return reached


def _taken(name: str) -> str:
    return (
        f"the id {name!r} is taken; change a built-in rule under `rules:` in the configuration,"
        " or give yours another name"
    )


def _refused(
    page: RulePage, key: str, message: str, word: str | None = None, below: str = ""
) -> SetupError:
    """An error at a key of a rule's file, or at one of the words under it."""
    source = _source(page.path)
    entry = read_mapping(source).entries[key]
    if below and isinstance(entry.value, Mapping):
        entry = entry.value.entries[below]
    nodes = entry.value.items if isinstance(entry.value, Items) else [entry.value]
    said = [node.span for node in nodes if isinstance(node, Scalar) and node.value == word]
    return SetupError(source, Fault(message, said[0] if said else entry.key.span))


def phrase_lists(folder: Folder) -> Iterator[tuple[str, str, PhraseList]]:
    """The phrase lists of a folder: language, fact, phrases."""
    for name, path in rule_files(folder):
        if name.startswith("phrases/"):
            found = _PHRASES.fullmatch(name)
            source = _source(path)
            if not found:
                raise SetupError(source, Fault("a phrase list is phrases/en/name.yaml", Span(0, 0)))
            yield found[1], found[2], read_strictly(source, _read_list)


def _added(one: PhraseList, other: PhraseList) -> PhraseList:
    """One list of what two folders bring."""
    groups = dict(one.groups)
    for name, words in other.groups.items():
        groups[name] = groups.get(name, ()) + words
    return PhraseList(
        one.phrases + other.phrases, one.spare + other.spare, one.unless + other.unless, groups
    )


def _read_list(source: Source) -> PhraseList:
    root = read_mapping(source)
    _only(source, root, KEYS)
    groups = _groups(source, root)
    parts = {name: parse_group(name, words) for name, words in groups.items()}
    return PhraseList(
        tuple(_phrase(source, node, parts) for node in _items(source, root, "phrases")),
        tuple(_phrase(source, node, parts).say for node in _items(source, root, "spare")),
        tuple(_excuse(source, node, parts) for node in _items(source, root, "unless")),
        groups,
    )


def _only(source: Source, node: Mapping, known: Iterable[str]) -> None:
    for name, entry in node.entries.items():
        if name not in known:
            raise SetupError(source, Fault(options.unknown("key", name, known), entry.key.span))


def _items(source: Source, root: Mapping, key: str) -> list[Node]:
    node = root.get(key)
    if node is None or (isinstance(node, Scalar) and node.is_null):
        return []
    if not isinstance(node, Items):
        raise SetupError(source, Fault(f"{key!r} is a list of phrases", node.span))
    return node.items


def _groups(source: Source, root: Mapping) -> Groups:
    node = root.get("groups")
    if node is None:
        return {}
    if not isinstance(node, Mapping):
        raise SetupError(source, Fault("'groups' has names, each with a list of words", node.span))
    groups: Groups = {}
    for name, entry in node.entries.items():
        says = _items(source, node, name)
        for say in says:
            if not isinstance(say, Scalar):
                raise SetupError(source, Fault("a group is a list of words", say.span))
            with _placed(source, say):
                parse_group("group", [say.value])
        groups[name] = tuple(say.value for say in says if isinstance(say, Scalar))
        with _placed(source, entry.key):
            parse_group(name, groups[name])
    return groups


def _phrase(source: Source, node: Node, groups: dict[str, Part]) -> Phrase:
    if isinstance(node, Scalar):
        phrase, at = Phrase(node.value, None, None), node
    elif isinstance(node, Mapping) and isinstance(say := node.get("say"), Scalar):
        _only(source, node, PHRASE)
        advice, instead = (_text(source, node, key) for key in ("advice", "instead"))
        phrase, at = Phrase(say.value, advice, instead), say
    else:
        said = "a phrase is words, or {say: …, advice: …, instead: …}"
        raise SetupError(source, Fault(said, node.span))
    with _placed(source, at):
        parse_phrase(phrase.say, groups)
    return phrase


def _excuse(source: Source, node: Node, groups: dict[str, Part]) -> str:
    if not isinstance(node, Scalar):
        raise SetupError(source, Fault("what excuses a sentence is a phrase", node.span))
    with _placed(source, node):
        parse_phrase(node.value, groups, is_anchored=False)
    return node.value


@contextmanager
def _placed(source: Source, at: Scalar) -> Iterator[None]:
    """Refuse a phrase where it stands in its file."""
    try:
        yield
    except PhraseError as error:
        start = at.text.span(error.column - 1, error.column - 1).start
        raise SetupError(source, Fault(str(error), Span(start, start))) from None


def _text(source: Source, node: Mapping, key: str) -> str | None:
    value = node.get(key)
    if value is not None and not isinstance(value, Scalar):
        raise SetupError(source, Fault(f"{key!r} is text", value.span))
    return value.value if value else None


def _source(path: str) -> Source:
    try:
        with open(path, encoding="utf-8", newline="") as file:
            return Source(path, file.read())
    except UnicodeDecodeError:
        said = "this is not UTF-8: save it as UTF-8"
    except OSError as problem:
        said = f"this cannot be read: {problem.strerror or problem}"
    raise SetupError(Source(path, ""), Fault(said, Span(0, 0)))
