"""A configuration from its keys: every value checked, and refused with its place.

Paths in a configuration are relative to it.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, get_args

from cadence_lint.config import Config, Files, Ignore, Override, RuleSetting, Vocabulary
from cadence_lint.config.config_file import read_root, yaml_tree
from cadence_lint.config.selection import is_exact
from cadence_lint.discovery.path_patterns import read_patterns
from cadence_lint.finding import SEVERITIES
from cadence_lint.formats.values import Unreadable, is_yes, read_date, read_weekdays
from cadence_lint.rulebook import options
from cadence_lint.rulebook.rule import PRESETS
from cadence_lint.sequence import Purpose, Relationship, Segment
from cadence_lint.source.tree import Entry, Mapping, Node, Scalar
from cadence_lint.strict_keys import StrictKeys

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from cadence_lint.config import Assumed
    from cadence_lint.finding import Severity
    from cadence_lint.room import Period
    from cadence_lint.source import Source

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

OVERRIDE = {
    "files": "The files for which it holds, as in .gitignore",
    "rules": "The settings of rules for them, as under the `rules` of all files",
    "assume": "What to take for granted in them where they do not say",
}
PERIOD = {
    "name": "What it is called; shown when a touch lands in it",
    "from": "Its first day: 12-15 for every year, or 2026-12-15",
    "to": "Its last day; one day long without it",
    "who": "Whom it concerns; everybody without it",
    "advice": "What to do about it, in a few words",
}
IGNORE = {
    "rule": "A rule, a family or a pattern such as `tone/*`",
    "files": "Only in these files, as in .gitignore",
    "touch": "Only at the touch with this number",
    "reason": "Why you live with it",
    "until": "The last day on which it is ignored, as 2026-12-01",
}
SUPPRESSIONS = {
    "require_reason": "Whether each suppression needs a reason: yes or no",
    "never": "Rules that nobody may suppress",
}

ASSUMABLE: dict[str, tuple[str, ...]] = {
    "purpose": get_args(Purpose),
    "relationship": get_args(Relationship),
    "segment": get_args(Segment),
    "region": (),
    "send_days": (),
}
PLATFORM_ADDS = ("unsubscribe", "postal_address", "signature")


def read_config(path: str, _trail: tuple[str, ...] = ()) -> Config:
    """Read a configuration; `_trail` is the files that led to it by extending it.

    Raises:
        SetupError: when it cannot be read, or something in it cannot be taken, with its place.

    """
    source, root = read_root(path)
    trail = (*_trail, os.path.realpath(path))
    return _Reader(source, os.path.dirname(os.path.abspath(path)), trail).config(root)


def parse_config(source: Source) -> Config:
    """Read a configuration that is no file of its own.

    Raises:
        SetupError: when something in it cannot be taken, with its place.

    """
    folder = os.path.dirname(os.path.abspath(source.path))
    return _Reader(source, folder, ()).config(yaml_tree(source))


class _Reader(StrictKeys):
    def __init__(self, source: Source, folder: str, trail: tuple[str, ...]) -> None:
        super().__init__(source)
        self.folder = folder
        self.trail = trail

    def config(self, root: Mapping) -> Config:
        self.only(root, KEYS, "key")
        base = self._extended(root)
        suppressions = self.mapping(root, "suppressions", SUPPRESSIONS)
        exclude = self._files(root, "exclude")
        return base._replace(
            path=self.source.path,
            folder=self.folder,
            rule_folders=_added(base.rule_folders, self._folders(root)),
            plugins=_added(base.plugins, self._words(root, "plugins")),
            rules=base.rules + self._rules(self.mapping(root, "rules", None)),
            overrides=base.overrides + tuple(map(self._override, self.items(root, "overrides"))),
            assume=base.assume | self._assume(self.mapping(root, "assume", ASSUMABLE)),
            vocabulary=self._vocabulary(root, base.vocabulary),
            positioning=base.positioning + self._words(root, "positioning"),
            platform_adds=base.platform_adds | self._platform_adds(root),
            room=base.room + tuple(map(self._period, self.items(root, "room"))),
            include=self._files(root, "include") or base.include,
            exclude=base.exclude + ((exclude,) if exclude else ()),
            ignore=base.ignore + tuple(map(self._ignore, self.items(root, "ignore"))),
            require_reason=self._yes(suppressions, "require_reason", default=base.require_reason),
            never_suppress=base.never_suppress + self.scalars(suppressions, "never"),
            texts=(*base.texts, self.source.text),
        )

    def _extended(self, root: Mapping) -> Config:
        node = root.get("extends")
        if node is None or (isinstance(node, Scalar) and node.is_null):
            return Config()
        if not isinstance(node, Scalar):
            self.refuse("`extends` is a preset or a path", node.span)
        if node.value in PRESETS:
            return Config(preset=node.value)
        path = os.path.join(self.folder, node.value)
        if not os.path.isfile(path):
            choices = ", ".join(PRESETS)
            self.refuse(f"{node.value!r} is neither a file nor a preset ({choices})", node.span)
        if os.path.realpath(path) in self.trail:
            self.refuse("these configurations extend each other in a circle", node.span)
        return read_config(path, self.trail)

    def _folders(self, root: Mapping) -> tuple[str, ...]:
        folders = []
        for scalar in self.scalars(root, "rule_folders"):
            path = os.path.normpath(os.path.join(self.folder, scalar.value))
            if not os.path.isdir(path):
                self.refuse(f"there is no folder {scalar.value!r} beside this file", scalar.span)
            folders.append(path)
        return tuple(folders)

    def _files(self, node: Mapping, key: str) -> Files | None:
        patterns = self.scalars(node, key)
        for pattern in patterns:
            if not read_patterns([pattern.value]):
                said = f"{pattern.value!r} is no pattern as in .gitignore, such as `drafts/**`"
                self.refuse(said, pattern.span)
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
            self.refuse("a rule's setting is a severity, `off`, or options", node.span)
        severity, is_off = None, False
        limits = Mapping(node.span)
        for name, inner in node.entries.items():
            if name == "severity":
                severity, is_off = self._severity(inner.value)
            else:
                limits.entries[name] = inner
        setting = RuleSetting(entry.key, severity, is_off, limits, self.source)
        if limits.entries and not is_exact(setting.pattern):
            self.refuse("options belong to one rule: write its whole id", entry.key.span)
        return setting

    def _severity(self, node: Node) -> tuple[Severity | None, bool]:
        said = node.value if isinstance(node, Scalar) else ""
        for severity in SEVERITIES:
            if said == severity:
                return severity, False
        if said not in ("on", "off"):
            self.refuse(options.unknown("severity", said, (*SEVERITIES, "on", "off")), node.span)
        return None, said == "off"

    def _override(self, node: Node) -> Override:
        if not isinstance(node, Mapping):
            self.refuse("an override is keys with values: files, rules, assume", node.span)
        self.only(node, OVERRIDE, "key")
        files = self._files(node, "files")
        if files is None:
            self.refuse("an override says for which `files` it holds", node.span)
        return Override(
            files,
            self._rules(self.mapping(node, "rules", None)),
            self._assume(self.mapping(node, "assume", ASSUMABLE)),
        )

    # What is taken for granted

    def _assume(self, node: Mapping) -> Assumed:
        assumed = {}
        for name in node.entries:
            words = self.scalars(node, name)
            for word in words:
                self._check_assumed(name, word)
            if len(words) > 1 and ASSUMABLE[name]:
                self.refuse(f"a sequence has one {name}", words[1].span)
            if words:
                assumed[name] = tuple(word.value for word in words)
        return assumed

    def _check_assumed(self, name: str, word: Scalar) -> None:
        from cadence_lint.room.regions import normal_region

        if ASSUMABLE[name] and word.value not in ASSUMABLE[name]:
            self.refuse(options.unknown(name, word.value, ASSUMABLE[name]), word.span)
        if name == "region" and normal_region(word.value) is None:
            self.refuse(f"there is no region {word.value!r}; write DE or US-CA", word.span)
        if name == "send_days":
            try:
                read_weekdays([word.value])
            except Unreadable as problem:
                self.refuse(str(problem), word.span)

    def _vocabulary(self, root: Mapping, base: Vocabulary) -> Vocabulary:
        node = self.mapping(root, "vocabulary", Vocabulary._fields)
        prefer = self.mapping(node, "prefer", None)
        return Vocabulary(
            base.company + self._words(node, "company"),
            base.products + self._words(node, "products"),
            base.allow + self._words(node, "allow"),
            base.prefer | self._pairs(prefer, prefer.entries),
        )

    def _platform_adds(self, root: Mapping) -> frozenset[str]:
        words = self.scalars(root, "platform_adds")
        for word in words:
            if word.value not in PLATFORM_ADDS:
                self.refuse(options.unknown("addition", word.value, PLATFORM_ADDS), word.span)
        return frozenset(word.value for word in words)

    def _period(self, node: Node) -> Period:
        from cadence_lint.room import PeriodError, read_period

        if not isinstance(node, Mapping):
            self.refuse("a period is keys with values: name, from, to, who, advice", node.span)
        self.only(node, PERIOD, "key")
        who = self.mapping(node, "who", None)
        try:
            return read_period(
                self._pairs(node, ("name", "from", "to", "advice")),
                {name: self._words(who, name) for name in who.entries},
            )
        except PeriodError as problem:
            entry = node.entries.get(problem.key)
            self.refuse(str(problem), entry.value.span if entry else node.span)

    # Suppressions

    def _ignore(self, node: Node) -> Ignore:
        if not isinstance(node, Mapping):
            self.refuse(
                "what to ignore is keys with values: rule, files, touch, reason, until", node.span
            )
        self.only(node, IGNORE, "key")
        rule, touch = self._word(node, "rule"), self._word(node, "touch")
        if rule is None:
            self.refuse("say which `rule` to ignore", node.span)
        if touch and not touch.value.isdecimal():
            self.refuse("`touch` is the number of a touch", touch.span)
        return Ignore(
            rule,
            self._files(node, "files"),
            int(touch.value) if touch else None,
            " ".join(self._words(node, "reason")),
            self._date(node, "until"),
        )

    # Values

    def _words(self, node: Mapping, key: str) -> tuple[str, ...]:
        return tuple(scalar.value for scalar in self.scalars(node, key))

    def _word(self, node: Mapping, key: str) -> Scalar | None:
        words = self.scalars(node, key)
        if len(words) > 1:
            self.refuse(f"`{key}` is one value", words[1].span)
        return words[0] if words else None

    def _pairs(self, node: Mapping, keys: Iterable[str]) -> dict[str, str]:
        """Those of some keys that are there, with one word each."""
        return {key: word.value for key in keys if (word := self._word(node, key))}

    def _date(self, node: Mapping, key: str) -> date | None:
        word = self._word(node, key)
        try:
            return read_date(word.value) if word else None
        except Unreadable as problem:
            self.refuse(str(problem), node.entries[key].value.span)

    def _yes(self, node: Mapping, key: str, *, default: bool) -> bool:
        word = self._word(node, key)
        try:
            return is_yes(word.value) if word else default
        except Unreadable as problem:
            self.refuse(str(problem), node.entries[key].value.span)


def _added(before: tuple[str, ...], more: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(before + more))
