"""The configuration: which rules are on, with which limits, and what a team takes for granted.

One file counts for a linted file: the nearest `cadence-lint.yaml`, `.cadence-lint.yaml` or
`[tool.cadence-lint]` of a `pyproject.toml` from it upward to the repository's root, or the one
that was named. Paths in it are relative to it.
"""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING, Any, NamedTuple, NoReturn, get_args

from cadence_lint import options
from cadence_lint.finding import SEVERITIES
from cadence_lint.formats.values import Unreadable, is_yes, read_date
from cadence_lint.rule_file import PRESETS, read_mapping
from cadence_lint.sequence import Purpose, Relationship, Segment
from cadence_lint.source import Fault, SetupError, Source, Span
from cadence_lint.tree import Entry, Items, Mapping, Node, Scalar

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from cadence_lint.finding import Severity
    from cadence_lint.room import Period

FILE_NAMES = ("cadence-lint.yaml", ".cadence-lint.yaml", "cadence-lint.yml", ".cadence-lint.yml")
_DEEPEST_EXTENDS = 10

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


class RuleSetting(NamedTuple):
    """What a configuration says of a rule, or of all rules that a glob matches."""

    key: Scalar
    severity: Severity | None
    is_off: bool
    options: Mapping | None
    """Options as they are written; they are read once the rule's check is known."""
    source: Source

    @property
    def pattern(self) -> str:
        """The rule's id, or a glob for several."""
        return self.key.value

    @property
    def is_glob(self) -> bool:
        """Whether it speaks of several rules."""
        return "*" in self.pattern


class Override(NamedTuple):
    """Other settings for some of the files."""

    files: tuple[str, ...]
    rules: tuple[RuleSetting, ...]
    assume: dict[str, str]


class Ignore(NamedTuple):
    """A decision to live with a finding, for files that can hold no comment."""

    rule: str
    files: tuple[str, ...]
    touch: int | None
    reason: str
    until: date | None
    line: int


class Vocabulary(NamedTuple):
    """A team's own names and words."""

    company: tuple[str, ...] = ()
    products: tuple[str, ...] = ()
    allow: tuple[str, ...] = ()
    prefer: dict[str, str] = {}


class Config(NamedTuple):
    """A configuration as it was read, with what it extends already in it."""

    path: str | None = None
    folder: str = ""
    preset: str = "recommended"
    rule_folders: tuple[str, ...] = ()
    plugins: tuple[str, ...] = ()
    rules: tuple[RuleSetting, ...] = ()
    overrides: tuple[Override, ...] = ()
    assume: dict[str, str] = {}
    vocabulary: Vocabulary = Vocabulary()
    positioning: tuple[str, ...] = ()
    platform_adds: frozenset[str] = frozenset()
    room: tuple[Period, ...] = ()
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    ignore: tuple[Ignore, ...] = ()
    require_reason: bool = False
    never_suppress: tuple[str, ...] = ()


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
        if os.path.isfile(path) and _toml_table(path) is not None:
            return path
        parent = os.path.dirname(folder)
        if parent == folder or os.path.exists(os.path.join(folder, ".git")):
            return None
        folder = parent


def read_config(path: str, _depth: int = 0) -> Config:
    """Read a configuration.

    Raises:
        SetupError: when something in it cannot be taken, with its place.
        OSError: when the file cannot be read.

    """
    source, root = read_root(path)
    return _Reader(source, os.path.dirname(os.path.abspath(path)), _depth).config(root)


def read_root(path: str) -> tuple[Source, Mapping]:
    """The keys of a configuration as they are written.

    Raises:
        SetupError: when it holds anything else.
        OSError: when the file cannot be read.

    """
    source = Source(_shown(path), _read_text(path))
    return source, _toml_tree(path, source) if path.endswith(".toml") else read_mapping(source)


def parse_config(source: Source) -> Config:
    """Read a configuration that is no file of its own.

    Raises:
        SetupError: when something in it cannot be taken, with its place.

    """
    folder = os.path.dirname(os.path.abspath(source.path))
    return _Reader(source, folder, 0).config(read_mapping(source))


def _shown(path: str) -> str:
    """A path as people know it: relative to where they are, if it lies below."""
    relative = os.path.relpath(path)
    return path if relative.startswith("..") else relative


def _read_text(path: str) -> str:
    try:
        with open(path, encoding="utf-8-sig", newline="") as file:
            return file.read()
    except UnicodeDecodeError:
        raise SetupError(
            Source(_shown(path), ""), Fault("this is not UTF-8: save it as UTF-8", Span(0, 0))
        ) from None


def _toml_table(path: str) -> dict[str, Any] | None:
    text = _read_text(path)
    # Reading TOML takes longer than looking for a table of ours.
    if not re.search(r"""tool[\s."'\]]*cadence-lint""", text):
        return None
    import tomllib

    try:
        table = tomllib.loads(text).get("tool", {}).get("cadence-lint")
    except tomllib.TOMLDecodeError as error:
        fault = Fault(f"this is no TOML: {error}", Span(0, 0))
        raise SetupError(Source(_shown(path), text), fault) from None
    return table if isinstance(table, dict) else None


def _toml_tree(path: str, source: Source) -> Mapping:
    """TOML has no places: all of it stands at the head of our table."""
    at = max(source.text.find("[tool.cadence-lint"), 0)
    span = Span(at, at + len("[tool.cadence-lint"))
    root = _to_tree(_toml_table(path) or {}, source, span)
    return root if isinstance(root, Mapping) else Mapping(span)


def _to_tree(value: Any, source: Source, span: Span) -> Node:
    if isinstance(value, dict):
        mapping = Mapping(span)
        for name, inner in value.items():
            key = _scalar(str(name), source, span)
            mapping.entries[str(name)] = Entry(key, _to_tree(inner, source, span))
        return mapping
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
    def __init__(self, source: Source, folder: str, depth: int) -> None:
        self.source = source
        self.folder = folder
        self.depth = depth

    def config(self, root: Mapping) -> Config:
        self._only(root, KEYS, "key")
        base = self._extended(root)
        suppressions = self._mapping(root, "suppressions", ("require_reason", "never"))
        return base._replace(
            path=self.source.path,
            folder=self.folder,
            rule_folders=base.rule_folders + self._folders(root),
            plugins=base.plugins + self._words(root, "plugins"),
            rules=base.rules + self._rules(self._mapping(root, "rules", None)),
            overrides=base.overrides + tuple(map(self._override, self._items(root, "overrides"))),
            assume=base.assume | self._assume(self._mapping(root, "assume", _ASSUMABLE)),
            vocabulary=self._vocabulary(root, base.vocabulary),
            positioning=base.positioning + self._words(root, "positioning"),
            platform_adds=base.platform_adds | self._platform_adds(root),
            room=base.room + tuple(map(self._period, self._items(root, "room"))),
            include=self._words(root, "include") or base.include,
            exclude=base.exclude + self._words(root, "exclude"),
            ignore=base.ignore + tuple(map(self._ignore, self._items(root, "ignore"))),
            require_reason=self._yes(suppressions, "require_reason", default=base.require_reason),
            never_suppress=base.never_suppress + self._words(suppressions, "never"),
        )

    def _extended(self, root: Mapping) -> Config:
        node = root.get("extends")
        if node is None:
            return Config()
        if not isinstance(node, Scalar):
            self._refuse("`extends` is a preset or a path", node.span)
        if node.value in PRESETS:
            return Config(preset=node.value)
        path = os.path.join(self.folder, node.value)
        if not os.path.isfile(path):
            choices = ", ".join(PRESETS)
            self._refuse(f"{node.value!r} is neither a file nor a preset ({choices})", node.span)
        if self.depth >= _DEEPEST_EXTENDS:
            self._refuse("these configurations extend each other in a circle", node.span)
        return read_config(path, self.depth + 1)

    def _folders(self, root: Mapping) -> tuple[str, ...]:
        folders = []
        node = root.get("rule_folders")
        for scalar in self._scalars(node) if node else []:
            path = os.path.normpath(os.path.join(self.folder, scalar.value))
            if not os.path.isdir(path):
                self._refuse(f"there is no folder {scalar.value!r} beside this file", scalar.span)
            folders.append(path)
        return tuple(folders)

    def _rules(self, node: Mapping) -> tuple[RuleSetting, ...]:
        """The settings of rules, globs first, so that an exact id has the last word."""
        settings = [self._rule(entry) for entry in node.entries.values()]
        return tuple(sorted(settings, key=lambda setting: not setting.is_glob))

    def _rule(self, entry: Entry) -> RuleSetting:
        pattern, node = entry.key.value, entry.value
        if isinstance(node, Scalar):
            return RuleSetting(entry.key, *self._severity(node), None, self.source)
        if not isinstance(node, Mapping):
            self._refuse("a rule's setting is a severity, `off`, or options", node.span)
        if "*" in pattern:
            self._refuse("options belong to one rule: write its whole id", entry.key.span)
        severity, is_off = None, False
        said = Mapping(node.span)
        for name, inner in node.entries.items():
            if name == "severity" and isinstance(inner.value, Scalar):
                severity, is_off = self._severity(inner.value)
            else:
                said.entries[name] = inner
        return RuleSetting(entry.key, severity, is_off, said, self.source)

    def _severity(self, node: Scalar) -> tuple[Severity | None, bool]:
        if node.value == "off":
            return None, True
        if node.value == "on":
            return None, False
        if node.value not in SEVERITIES:
            self._refuse(f"{node.value!r} is none of error, warning, info, off", node.span)
        return node.value, False

    def _override(self, node: Node) -> Override:
        if not isinstance(node, Mapping):
            self._refuse("an override is keys with values: files, rules, assume", node.span)
        self._only(node, ("files", "rules", "assume"), "key")
        files = self._words(node, "files")
        if not files:
            self._refuse("an override says for which `files` it holds", node.span)
        return Override(
            files,
            self._rules(self._mapping(node, "rules", None)),
            self._assume(self._mapping(node, "assume", _ASSUMABLE)),
        )

    def _assume(self, node: Mapping) -> dict[str, str]:
        assumed = {}
        for name, entry in node.entries.items():
            words = [scalar.value for scalar in self._scalars(entry.value)]
            for word in words:
                if _ASSUMABLE[name] and word not in _ASSUMABLE[name]:
                    self._refuse(options.unknown(name, word, _ASSUMABLE[name]), entry.value.span)
            assumed[name] = ", ".join(words)
        return assumed

    def _vocabulary(self, root: Mapping, base: Vocabulary) -> Vocabulary:
        node = self._mapping(root, "vocabulary", Vocabulary._fields)
        prefer = self._mapping(node, "prefer", None)
        return Vocabulary(
            base.company + self._words(node, "company"),
            base.products + self._words(node, "products"),
            base.allow + self._words(node, "allow"),
            base.prefer
            | {
                name: entry.value.value
                for name, entry in prefer.entries.items()
                if isinstance(entry.value, Scalar)
            },
        )

    def _platform_adds(self, root: Mapping) -> frozenset[str]:
        words = self._words(root, "platform_adds")
        for word in words:
            if word not in _PLATFORM_ADDS:
                span = root.entries["platform_adds"].value.span
                self._refuse(options.unknown("addition", word, _PLATFORM_ADDS), span)
        return frozenset(words)

    def _period(self, node: Node) -> Period:
        from cadence_lint.room import read_period

        if not isinstance(node, Mapping):
            self._refuse("a period is keys with values: name, from, to, who, advice", node.span)
        self._only(node, ("name", "from", "to", "who", "advice"), "key")
        who = self._mapping(node, "who", ("persona", *_ASSUMABLE))
        try:
            return read_period(
                {
                    name: entry.value.value
                    for name, entry in node.entries.items()
                    if isinstance(entry.value, Scalar)
                },
                {
                    name: [scalar.value for scalar in self._scalars(entry.value)]
                    for name, entry in who.entries.items()
                },
            )
        except ValueError as problem:
            self._refuse(str(problem), node.span)

    def _ignore(self, node: Node) -> Ignore:
        if not isinstance(node, Mapping):
            self._refuse(
                "what to ignore is keys with values: rule, files, touch, reason, until", node.span
            )
        self._only(node, ("rule", "files", "touch", "reason", "until"), "key")
        rule = self._words(node, "rule")
        if len(rule) != 1:
            self._refuse("say which one `rule` to ignore", node.span)
        touch = self._words(node, "touch")
        if touch and not touch[0].isdigit():
            self._refuse("`touch` is the number of a touch", node.entries["touch"].value.span)
        until = self._words(node, "until")
        try:
            end = read_date(until[0]) if until else None
        except Unreadable as problem:
            self._refuse(str(problem), node.entries["until"].value.span)
        return Ignore(
            rule[0],
            self._words(node, "files"),
            int(touch[0]) if touch else None,
            " ".join(self._words(node, "reason")),
            end,
            self.source.line_of(node.span.start),
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

    def _scalars(self, node: Node) -> list[Scalar]:
        nodes = node.items if isinstance(node, Items) else [node]
        for item in nodes:
            if not isinstance(item, Scalar):
                self._refuse("wants a word or a list of words here", item.span)
        return [item for item in nodes if isinstance(item, Scalar) and not item.is_null]

    def _words(self, node: Mapping, key: str) -> tuple[str, ...]:
        value = node.get(key)
        return tuple(scalar.value for scalar in self._scalars(value)) if value else ()

    def _yes(self, node: Mapping, key: str, *, default: bool) -> bool:
        value = node.get(key)
        if not isinstance(value, Scalar):
            return default
        try:
            return is_yes(value.value)
        except Unreadable as problem:
            self._refuse(str(problem), value.span)
