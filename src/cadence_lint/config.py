"""The configuration: which rules are on, with which limits, and what a team takes for granted.

One file counts for a linted file: the nearest `cadence-lint.yaml`, `.cadence-lint.yaml` or
`[tool.cadence-lint]` of a `pyproject.toml` from it upward to the repository's root, or the one
that was named. Paths in it are relative to it.
"""

from __future__ import annotations

import os
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NoReturn, get_args

from cadence_lint import options
from cadence_lint.finding import SEVERITIES
from cadence_lint.formats.values import Unreadable, is_yes, read_date, read_weekdays
from cadence_lint.patterns import regex
from cadence_lint.record import Record
from cadence_lint.rule import PRESETS
from cadence_lint.selection import is_exact
from cadence_lint.sequence import Purpose, Relationship, Segment
from cadence_lint.source import Fault, SetupError, Source, Span
from cadence_lint.tree import Entry, Items, Mapping, Node, Scalar

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from pathspec import GitIgnoreSpec

    from cadence_lint.finding import Severity
    from cadence_lint.room import Period

FILE_NAMES = ("cadence-lint.yaml", ".cadence-lint.yaml", "cadence-lint.yml", ".cadence-lint.yml")
_OUR_TABLE = regex(r"""tool[\s."'\]]*cadence-lint""")

KEYS = {
    "extends": "A preset (recommended, strict, all), or the path of another configuration",
    "rule_folders": "Folders with rules and phrase lists of your own",
    "plugins": "Installed packages that bring checks and rules",
    "rules": "A rule's severity, `off`, or its options, by id; a severity or `off` also by glob",
    "overrides": "Other rules and assumptions for some files: {files, rules, assume}",
    "assume": "What to take for granted where a file does not say: purpose, relationship, "
    "segment, region, send_days",
    "vocabulary": "Your names and words: company, products, allow, prefer",
    "positioning": "The lines that sales and marketing agreed on",
    "platform_adds": "What your platform adds to each email: unsubscribe, postal_address, "
    "signature",
    "room": "Periods in which your readers have other worries: {name, from, to, who, advice}",
    "include": "Only these files, as in .gitignore",
    "exclude": "Not these files, as in .gitignore; also when they are named",
    "ignore": "Findings to live with: {rule, files, touch, reason, until}",
    "suppressions": "What suppressions must be like: {require_reason: yes, never: [rules]}",
}
"""The keys of a configuration and what they mean."""

_ASSUMABLE: dict[str, tuple[str, ...]] = {
    "purpose": get_args(Purpose),
    "relationship": get_args(Relationship),
    "segment": get_args(Segment),
    "region": (),
    "send_days": (),
}
_PLATFORM_ADDS = ("unsubscribe", "postal_address", "signature")


Assumed = dict[str, tuple[str, ...]]
"""What to take for granted, by key."""


class Files(Record):
    """Some files, by patterns as in .gitignore."""

    folder: str
    """What the patterns are relative to: where the configuration stands that has them."""
    patterns: tuple[str, ...]

    def hold(self, path: str) -> bool:
        """Whether a file is one of them."""
        try:
            relative = os.path.relpath(os.path.abspath(path), self.folder)
        except ValueError:  # on another drive
            return False
        return _spec(self.patterns).match_file(relative.replace(os.sep, "/"))


@lru_cache(maxsize=64)
def _spec(patterns: tuple[str, ...]) -> GitIgnoreSpec:
    from pathspec import GitIgnoreSpec

    return GitIgnoreSpec.from_lines(pattern.removeprefix("./") for pattern in patterns)


class RuleSetting(Record):
    """What a configuration says of a rule, or of all rules that a glob matches."""

    key: Scalar
    severity: Severity | None
    is_off: bool
    options: Mapping | None
    """Options as they are written; they are read once the rule's check is known."""
    source: Source

    @property
    def pattern(self) -> str:
        """The rule's id, or a family or a glob for several."""
        return self.key.value


class Override(Record):
    """Other settings for some of the files."""

    files: Files
    rules: tuple[RuleSetting, ...]
    assume: Assumed


class Ignore(Record):
    """A decision to live with a finding, for files that can hold no comment."""

    rule: Scalar
    """A rule's id, a family or a glob, with its place."""
    files: Files | None
    """None for all files."""
    touch: int | None
    reason: str
    until: date | None


class Vocabulary(Record):
    """A team's own names and words."""

    company: tuple[str, ...] = ()
    products: tuple[str, ...] = ()
    allow: tuple[str, ...] = ()
    prefer: dict[str, str] = {}


class Config(Record):
    """A configuration as it was read, with what it extends already in it."""

    path: str | None = None
    folder: str = ""
    preset: str = "recommended"
    rule_folders: tuple[str, ...] = ()
    plugins: tuple[str, ...] = ()
    rules: tuple[RuleSetting, ...] = ()
    overrides: tuple[Override, ...] = ()
    assume: Assumed = {}
    vocabulary: Vocabulary = Vocabulary()
    positioning: tuple[str, ...] = ()
    platform_adds: frozenset[str] = frozenset()
    room: tuple[Period, ...] = ()
    include: Files | None = None
    """The only files to lint; None for all."""
    exclude: tuple[Files, ...] = ()
    ignore: tuple[Ignore, ...] = ()
    require_reason: bool = False
    never_suppress: tuple[Scalar, ...] = ()
    """What nobody may suppress: ids, families and globs, with their places."""

    def includes(self, path: str) -> bool:
        """Whether a file is to be linted."""
        if self.include is not None and not self.include.hold(path):
            return False
        return not any(files.hold(path) for files in self.exclude)


# Finding and reading


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


def read_config(path: str, _trail: tuple[str, ...] = ()) -> Config:
    """Read a configuration; `_trail` is the files that led to it by extending it.

    Raises:
        SetupError: when it cannot be read, or something in it cannot be taken, with its place.

    """
    source, root = read_root(path)
    trail = (*_trail, os.path.realpath(path))
    return _Reader(source, os.path.dirname(os.path.abspath(path)), trail).config(root)


def read_root(path: str) -> tuple[Source, Mapping]:
    """The keys of a configuration as they are written.

    Raises:
        SetupError: when it cannot be read, or holds anything else.

    """
    source = Source(_shown(path), _read_text(path))
    return source, _toml_tree(source) if path.endswith(".toml") else _yaml_tree(source)


def parse_config(source: Source) -> Config:
    """Read a configuration that is no file of its own.

    Raises:
        SetupError: when something in it cannot be taken, with its place.

    """
    folder = os.path.dirname(os.path.abspath(source.path))
    return _Reader(source, folder, ()).config(_yaml_tree(source))


def _yaml_tree(source: Source) -> Mapping:
    from cadence_lint.rule_file import read_mapping  # not needed where nothing is configured

    return read_mapping(source)


def _shown(path: str) -> str:
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
    raise SetupError(Source(_shown(path), ""), Fault(said, Span(0, 0)))


def _has_table(path: str) -> bool:
    """Whether a TOML file has a table of ours; looking for its name spares us most of them."""
    try:
        with open(path, encoding="utf-8", errors="replace") as file:
            text = file.read()
    except OSError:
        return False
    return bool(_OUR_TABLE.search(text)) and _toml_table(Source(_shown(path), text)) is not None


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
    from cadence_lint.source import Run, Text

    text = Text(said, source, lambda: [Run(0, len(said), span.start, span.end, False)])
    return Scalar(span, text)


class _Reader:
    def __init__(self, source: Source, folder: str, trail: tuple[str, ...]) -> None:
        self.source = source
        self.folder = folder
        self.trail = trail

    def config(self, root: Mapping) -> Config:
        self._only(root, KEYS, "key")
        base = self._extended(root)
        suppressions = self._mapping(root, "suppressions", ("require_reason", "never"))
        exclude = self._files(root, "exclude")
        return base._replace(
            path=self.source.path,
            folder=self.folder,
            rule_folders=_added(base.rule_folders, self._folders(root)),
            plugins=_added(base.plugins, self._words(root, "plugins")),
            rules=base.rules + self._rules(self._mapping(root, "rules", None)),
            overrides=base.overrides + tuple(map(self._override, self._items(root, "overrides"))),
            assume=base.assume | self._assume(self._mapping(root, "assume", _ASSUMABLE)),
            vocabulary=self._vocabulary(root, base.vocabulary),
            positioning=base.positioning + self._words(root, "positioning"),
            platform_adds=base.platform_adds | self._platform_adds(root),
            room=base.room + tuple(map(self._period, self._items(root, "room"))),
            include=self._files(root, "include") or base.include,
            exclude=base.exclude + ((exclude,) if exclude else ()),
            ignore=base.ignore + tuple(map(self._ignore, self._items(root, "ignore"))),
            require_reason=self._yes(suppressions, "require_reason", default=base.require_reason),
            never_suppress=base.never_suppress + self._scalars(suppressions, "never"),
        )

    def _extended(self, root: Mapping) -> Config:
        node = root.get("extends")
        if node is None or (isinstance(node, Scalar) and node.is_null):
            return Config()
        if not isinstance(node, Scalar):
            self._refuse("`extends` is a preset or a path", node.span)
        if node.value in PRESETS:
            return Config(preset=node.value)
        path = os.path.join(self.folder, node.value)
        if not os.path.isfile(path):
            choices = ", ".join(PRESETS)
            self._refuse(f"{node.value!r} is neither a file nor a preset ({choices})", node.span)
        if os.path.realpath(path) in self.trail:
            self._refuse("these configurations extend each other in a circle", node.span)
        return read_config(path, self.trail)

    def _folders(self, root: Mapping) -> tuple[str, ...]:
        folders = []
        for scalar in self._scalars(root, "rule_folders"):
            path = os.path.normpath(os.path.join(self.folder, scalar.value))
            if not os.path.isdir(path):
                self._refuse(f"there is no folder {scalar.value!r} beside this file", scalar.span)
            folders.append(path)
        return tuple(folders)

    def _files(self, node: Mapping, key: str) -> Files | None:
        patterns = self._scalars(node, key)
        for pattern in patterns:
            try:
                _spec((pattern.value,))
            except ValueError:
                said = f"{pattern.value!r} is no pattern as in .gitignore, such as `drafts/**`"
                self._refuse(said, pattern.span)
        return Files(self.folder, tuple(each.value for each in patterns)) if patterns else None

    # Rules

    def _rules(self, node: Mapping) -> tuple[RuleSetting, ...]:
        """The settings of rules, an exact id last, so that it has the last word."""
        settings = [self._rule(entry) for entry in node.entries.values()]
        return tuple(sorted(settings, key=lambda setting: is_exact(setting.pattern)))

    def _rule(self, entry: Entry) -> RuleSetting:
        node = entry.value
        if isinstance(node, Scalar):
            return RuleSetting(entry.key, *self._severity(node), None, self.source)
        if not isinstance(node, Mapping):
            self._refuse("a rule's setting is a severity, `off`, or options", node.span)
        severity, is_off = None, False
        limits = Mapping(node.span)
        for name, inner in node.entries.items():
            if name == "severity":
                severity, is_off = self._severity(inner.value)
            else:
                limits.entries[name] = inner
        setting = RuleSetting(entry.key, severity, is_off, limits, self.source)
        if limits.entries and not is_exact(setting.pattern):
            self._refuse("options belong to one rule: write its whole id", entry.key.span)
        return setting

    def _severity(self, node: Node) -> tuple[Severity | None, bool]:
        said = node.value if isinstance(node, Scalar) else ""
        for severity in SEVERITIES:
            if said == severity:
                return severity, False
        if said not in ("on", "off"):
            self._refuse(options.unknown("severity", said, (*SEVERITIES, "on", "off")), node.span)
        return None, said == "off"

    def _override(self, node: Node) -> Override:
        if not isinstance(node, Mapping):
            self._refuse("an override is keys with values: files, rules, assume", node.span)
        self._only(node, ("files", "rules", "assume"), "key")
        files = self._files(node, "files")
        if files is None:
            self._refuse("an override says for which `files` it holds", node.span)
        return Override(
            files,
            self._rules(self._mapping(node, "rules", None)),
            self._assume(self._mapping(node, "assume", _ASSUMABLE)),
        )

    # What is taken for granted

    def _assume(self, node: Mapping) -> Assumed:
        assumed = {}
        for name in node.entries:
            words = self._scalars(node, name)
            for word in words:
                self._check_assumed(name, word)
            if len(words) > 1 and _ASSUMABLE[name]:
                self._refuse(f"a sequence has one {name}", words[1].span)
            if words:
                assumed[name] = tuple(word.value for word in words)
        return assumed

    def _check_assumed(self, name: str, word: Scalar) -> None:
        from cadence_lint.room import normal_region

        if _ASSUMABLE[name] and word.value not in _ASSUMABLE[name]:
            self._refuse(options.unknown(name, word.value, _ASSUMABLE[name]), word.span)
        if name == "region" and normal_region(word.value) is None:
            self._refuse(f"there is no region {word.value!r}; write DE or US-CA", word.span)
        if name == "send_days":
            try:
                read_weekdays([word.value])
            except Unreadable as problem:
                self._refuse(str(problem), word.span)

    def _vocabulary(self, root: Mapping, base: Vocabulary) -> Vocabulary:
        node = self._mapping(root, "vocabulary", Vocabulary._fields)
        prefer = self._mapping(node, "prefer", None)
        return Vocabulary(
            base.company + self._words(node, "company"),
            base.products + self._words(node, "products"),
            base.allow + self._words(node, "allow"),
            base.prefer | self._pairs(prefer, prefer.entries),
        )

    def _platform_adds(self, root: Mapping) -> frozenset[str]:
        words = self._scalars(root, "platform_adds")
        for word in words:
            if word.value not in _PLATFORM_ADDS:
                self._refuse(options.unknown("addition", word.value, _PLATFORM_ADDS), word.span)
        return frozenset(word.value for word in words)

    def _period(self, node: Node) -> Period:
        from cadence_lint.room import PeriodError, read_period

        if not isinstance(node, Mapping):
            self._refuse("a period is keys with values: name, from, to, who, advice", node.span)
        self._only(node, ("name", "from", "to", "who", "advice"), "key")
        who = self._mapping(node, "who", None)
        try:
            return read_period(
                self._pairs(node, ("name", "from", "to", "advice")),
                {name: self._words(who, name) for name in who.entries},
            )
        except PeriodError as problem:
            entry = node.entries.get(problem.key)
            self._refuse(str(problem), entry.value.span if entry else node.span)

    # Suppressions

    def _ignore(self, node: Node) -> Ignore:
        if not isinstance(node, Mapping):
            self._refuse(
                "what to ignore is keys with values: rule, files, touch, reason, until", node.span
            )
        self._only(node, ("rule", "files", "touch", "reason", "until"), "key")
        rule, touch = self._word(node, "rule"), self._word(node, "touch")
        if rule is None:
            self._refuse("say which `rule` to ignore", node.span)
        if touch and not touch.value.isdecimal():
            self._refuse("`touch` is the number of a touch", touch.span)
        return Ignore(
            rule,
            self._files(node, "files"),
            int(touch.value) if touch else None,
            " ".join(self._words(node, "reason")),
            self._date(node, "until"),
        )

    # Values

    def _refuse(self, message: str, span: Span) -> NoReturn:
        raise SetupError(self.source, Fault(message, span))

    def _only(self, node: Mapping, known: Iterable[str], kind: str) -> None:
        names = tuple(known)
        for name, entry in node.entries.items():
            if name not in names:
                self._refuse(options.unknown(kind, name, names), entry.key.span)

    def _mapping(self, node: Mapping, key: str, known: Iterable[str] | None) -> Mapping:
        value = node.get(key)
        if value is None or (isinstance(value, Scalar) and value.is_null):
            return Mapping(node.span)
        if not isinstance(value, Mapping):
            self._refuse(f"`{key}` is keys with values", value.span)
        if known is not None:
            self._only(value, known, "key")
        return value

    def _items(self, node: Mapping, key: str) -> list[Node]:
        value = node.get(key)
        if value is None or (isinstance(value, Scalar) and value.is_null):
            return []
        if not isinstance(value, Items):
            self._refuse(f"`{key}` is a list", value.span)
        return value.items

    def _scalars(self, node: Mapping, key: str) -> tuple[Scalar, ...]:
        """The words under a key, one or a list."""
        value = node.get(key)
        nodes = value.items if isinstance(value, Items) else [value] if value else []
        words = []
        for item in nodes:
            if not isinstance(item, Scalar):
                self._refuse("wants a word or a list of words here", item.span)
            if not item.is_null:
                words.append(item)
        return tuple(words)

    def _words(self, node: Mapping, key: str) -> tuple[str, ...]:
        return tuple(scalar.value for scalar in self._scalars(node, key))

    def _word(self, node: Mapping, key: str) -> Scalar | None:
        words = self._scalars(node, key)
        if len(words) > 1:
            self._refuse(f"`{key}` is one value", words[1].span)
        return words[0] if words else None

    def _pairs(self, node: Mapping, keys: Iterable[str]) -> dict[str, str]:
        """Those of some keys that are there, with one word each."""
        return {key: word.value for key in keys if (word := self._word(node, key))}

    def _date(self, node: Mapping, key: str) -> date | None:
        word = self._word(node, key)
        try:
            return read_date(word.value) if word else None
        except Unreadable as problem:
            self._refuse(str(problem), node.entries[key].value.span)

    def _yes(self, node: Mapping, key: str, *, default: bool) -> bool:
        word = self._word(node, key)
        try:
            return is_yes(word.value) if word else default
        except Unreadable as problem:
            self._refuse(str(problem), node.entries[key].value.span)


def _added(before: tuple[str, ...], more: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(before + more))
