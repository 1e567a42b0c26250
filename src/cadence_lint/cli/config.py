"""`cadence-lint config FILE`: what holds for a file, and where each value comes from."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from cadence_lint.assumptions import DEFAULTS
from cadence_lint.cli.ground import as_yaml, settings_for
from cadence_lint.config.config_file import find_config, read_root
from cadence_lint.config.selection import matches
from cadence_lint.output.summary import number
from cadence_lint.output.terminal import cut, hang, look_for, one_line, page
from cadence_lint.record import NamedTuple
from cadence_lint.rulebook.rule_file import PRESETS
from cadence_lint.source.tree import Items, Mapping, Scalar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cadence_lint.config import RuleSetting
    from cadence_lint.config.selection import ActiveRule
    from cadence_lint.linting.request import Settings
    from cadence_lint.output.terminal import Look
    from cadence_lint.source import Source
    from cadence_lint.source.tree import Node

_BY_DEFAULT = "by default"


class Value(NamedTuple):
    """A value of a configuration, and where it was written."""

    key: str
    said: str
    origin: str


def config(path: str, *, config_path: str | None, color: str) -> int:
    """Show the configuration of a file."""
    settings = settings_for(path, config=config_path)
    found = config_path or find_config(path)
    files = list(_files(found)) if found else []
    values = [value for source, root in files for value in _written(source, root)]
    values = _settled([*_defaults(), *values, *_overridden(files, settings)])
    look = look_for(sys.stdout, color)
    head = hang("", f"what holds for {path}", look.width, 0)
    lines = [look.paint("bold", line) for line in head]
    lines += ["", *_values(values, look), "", *_rules(settings, look)]
    sys.stdout.write(page(lines))
    return 0


# Values


def _files(path: str) -> Iterator[tuple[Source, Mapping]]:
    """A configuration after those that it extends."""
    source, root = read_root(path)
    base = root.get("extends")
    if isinstance(base, Scalar) and base.value not in PRESETS:
        yield from _files(os.path.join(os.path.dirname(os.path.abspath(path)), base.value))
    yield source, root


def _written(source: Source, root: Mapping) -> Iterator[Value]:
    """What a configuration says for every file."""
    for name, entry in root.entries.items():
        if name not in ("rules", "overrides"):
            yield from _leaves(name, entry.value, source)


def _overridden(files: list[tuple[Source, Mapping]], settings: Settings) -> Iterator[Value]:
    """What overrides say for this file; they were read in the same order."""
    nodes = [
        (source, node)
        for source, root in files
        if isinstance(items := root.get("overrides"), Items)
        for node in items.items
    ]
    for (source, node), override in zip(nodes, settings.config.overrides, strict=True):
        if (
            isinstance(node, Mapping)
            and override in settings.overrides
            and "assume" in node.entries
        ):
            yield from _leaves("assume", node.entries["assume"].value, source)


def _leaves(key: str, node: Node, source: Source) -> Iterator[Value]:
    origin = f"{source.path}:{source.line_of(node.span.start)}"
    if isinstance(node, Mapping):
        for name, entry in node.entries.items():
            yield from _leaves(f"{key}.{name}", entry.value, source)
    elif isinstance(node, Scalar):
        yield Value(key, node.value, origin)
    elif all(isinstance(item, Scalar) for item in node.items):
        words = [item.value for item in node.items if isinstance(item, Scalar)]
        yield Value(key, ", ".join(words), origin)
    else:
        for count, item in enumerate(node.items, 1):
            yield from _leaves(f"{key}.{count}", item, source)


def _defaults() -> Iterator[Value]:
    """What holds where the configuration says nothing."""
    yield Value("extends", PRESETS[0], _BY_DEFAULT)
    for key, word in DEFAULTS.items():
        yield Value(f"assume.{key}", word, _BY_DEFAULT)


def _settled(values: list[Value]) -> list[Value]:
    """The values that hold: the last of each key, and all of those that add up."""
    last = {value.key: value for value in values if not _adds_up(value)}
    holding = [value for value in values if _adds_up(value) or last[value.key] is value]
    return sorted(holding, key=lambda value: value.key.partition(".")[0])


def _adds_up(value: Value) -> bool:
    """Whether a value comes on top of what the extended configuration says of its key."""
    if value.key == "extends":
        return value.said not in PRESETS
    return not value.key.startswith(("assume.", "include", "vocabulary.prefer."))


def _values(values: list[Value], look: Look) -> Iterator[str]:
    key_width = min(max(len(value.key) for value in values), 26) + 2
    origin_width = min(max(len(value.origin) for value in values), 30)
    room = look.width - key_width - origin_width - 2
    for value in values:
        key, origin = cut(one_line(value.key), key_width - 2), one_line(value.origin)
        lines = hang("", value.said, room, 0)
        yield f"{key:{key_width}}{lines[0]:{room}}  {look.paint('dim', origin)}"
        for line in lines[1:]:
            yield " " * key_width + line


# Rules


def _rules(settings: Settings, look: Look) -> Iterator[str]:
    on = {active.rule.id: active for active in settings.rules}
    rules = sorted(settings.book.rules)
    name_width = max(map(len, rules), default=0) + 2
    yield look.paint("bold", f"{len(on)} of {number(len(rules), 'rule')} on")
    yield ""
    for name in rules:
        active = on.get(name)
        changes = list(_changes(name, settings))
        if active is None and not changes:
            continue
        state = "off" if active is None else active.severity or active.rule.severity
        by = ", ".join(changes) or f"in {settings.book.rules[name].preset}"
        yield f"{state:9}{name:{name_width}}{look.paint('dim', by)}"
        if active and active.set_options:
            yield from hang("", _limits(active), look.width, 10)


def _limits(active: ActiveRule) -> str:
    return ", ".join(f"{name}: {as_yaml(said)}" for name, said in active.set_options.items())


def _changes(name: str, settings: Settings) -> Iterator[str]:
    """The places that speak of a rule."""
    rule = settings.book.rules[name]
    spoken: list[RuleSetting] = [*settings.config.rules]
    for override in settings.overrides:
        spoken += override.rules
    for setting in spoken:
        if matches(setting.pattern, rule):
            line = setting.source.line_of(setting.key.span.start)
            yield f"{setting.source.path}:{line}"
