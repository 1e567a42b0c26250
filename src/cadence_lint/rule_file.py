"""One rule file: what it may say, and what is refused with a place and what was meant."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, NoReturn, get_args

from cadence_lint import checks, options
from cadence_lint.finding import SEVERITIES, Confidence, Severity
from cadence_lint.sequence import Channel, Purpose, Relationship, Segment
from cadence_lint.source import Fault, SetupError, Source, Span
from cadence_lint.tree import Items, Mapping, Node, Scalar
from cadence_lint.yaml_tree import YamlError, read_tree

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cadence_lint.options import Plain

Preset = Literal["recommended", "strict", "all"]
PRESETS: tuple[Preset, ...] = get_args(Preset)
Strength = Literal["experiment", "observational", "vendor data", "survey", "convention", "law"]

WHEN: dict[str, tuple[str, ...]] = {
    "purpose": get_args(Purpose),
    "relationship": get_args(Relationship),
    "segment": get_args(Segment),
    "region": (),
    "channel": get_args(Channel),
    "position": ("first", "later", "last"),
}
"""What a rule may depend on, and the words that each takes; () for any word."""

_PLACEHOLDER = re.compile(r"\{(\w+)\}")


class Level(NamedTuple):
    """A severity, and when it holds: a bound for the check's measure, and words for its traits."""

    severity: Severity
    above: float | None = None
    below: float | None = None
    when: dict[str, list[str]] = {}


class Rule(NamedTuple):
    """One thing that the linter objects to: what a run needs to know of it."""

    id: str
    summary: str
    preset: Preset
    severity: Severity
    confidence: Confidence
    check: str
    message: str
    advice: str
    options: dict[str, Plain] = {}
    levels: tuple[Level, ...] = ()
    when: dict[str, list[str]] = {}
    covers: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()

    @property
    def family(self) -> str:
        """The folder that the rule stands in."""
        return self.id.split("/", 1)[0]


class Reference(NamedTuple):
    """A published figure behind a rule, and how far it can be trusted."""

    title: str
    year: str
    says: str
    strength: Strength
    url: str = ""


class Example(NamedTuple):
    """A sequence that a rule must flag, or must pass."""

    name: str
    sequence: str
    at: tuple[str, ...]
    """Where the findings must stand: `touch 5`, `sequence`, `line 7`."""
    source: Source
    """The rule's file; the example's own lines are counted within it."""
    line: int
    settings: str = ""
    """A configuration to lint it with, where the example needs one."""


class RulePage(NamedTuple):
    """All that a rule file says."""

    rule: Rule
    why: str
    serves: tuple[int, ...]
    sources: tuple[Reference, ...]
    flag: tuple[Example, ...]
    passing: tuple[Example, ...]
    path: str


def read_page(source: Source, rule_id: str) -> RulePage:
    """Read a rule file.

    Raises:
        SetupError: with the place of the first thing in it that cannot be taken.

    """
    return _Reader(source, rule_id).page()


_KEYS = (
    "summary", "preset", "severity", "levels", "confidence", "when", "check", "options", "covers",
    "message", "advice", "why", "serves", "sources", "examples", "aliases",
)  # fmt: skip


class _Reader:
    def __init__(self, source: Source, rule_id: str) -> None:
        self.source = source
        self.rule_id = rule_id

    def page(self) -> RulePage:
        root = read_mapping(self.source)
        self._only(root, _KEYS, "key")
        examples = self._mapping(root, "examples")
        self._only(examples, ("flag", "pass"), "key")
        return RulePage(
            rule=self._rule(root),
            why=self._text(root, "why"),
            serves=tuple(int(word) for word in self._words(root, "serves") if word.isdigit()),
            sources=tuple(self._references(root)),
            flag=tuple(self._examples(examples, "flag")),
            passing=tuple(self._examples(examples, "pass")),
            path=self.source.path,
        )

    def _rule(self, root: Mapping) -> Rule:
        name = self._text(root, "check")
        check = checks.find_check(name)
        if check is None:
            entry = root.entries["check"]
            self._refuse(options.unknown("check", name, checks.check_names()), entry.value.span)
        set_options = self._options(root, check)
        rule = Rule(
            id=self.rule_id,
            summary=self._text(root, "summary"),
            preset=self._choice(root, "preset", PRESETS, "recommended"),
            severity=self._choice(root, "severity", SEVERITIES, "warning"),
            confidence=self._choice(root, "confidence", get_args(Confidence), "medium"),
            check=name,
            message=self._template(root, "message", check),
            advice=self._template(root, "advice", check),
            options=set_options,
            levels=tuple(self._levels(root)),
            when=self._when(root.get("when")),
            covers=tuple(self._words(root, "covers")),
            aliases=tuple(self._words(root, "aliases")),
        )
        if rule.confidence == "low" and rule.preset == "recommended":
            self._refuse(
                "a rule that is seldom right does not belong into `recommended`",
                root.entries["confidence"].value.span,
            )
        return rule

    def _options(self, root: Mapping, check: checks.CheckModule) -> dict[str, Plain]:
        node = self._mapping(root, "options")
        read, faults = options.read_options(node, check.Options)
        for fault in faults:
            raise SetupError(self.source, fault)
        for name in options.missing_options(read, check.Options):
            span = node.span if node.entries else root.span
            self._refuse(f"the check {self._text(root, 'check')!r} wants the option {name!r}", span)
        return read

    def _levels(self, root: Mapping) -> Iterator[Level]:
        for item in self._items(root, "levels"):
            if not isinstance(item, Mapping):
                self._refuse(
                    "a level is keys with values, as {severity: error, above: 8}", item.span
                )
            bounds: dict[str, float] = {}
            for name in ("above", "below"):
                node = item.get(name)
                if node is not None:
                    bounds[name] = self._number(node)
            traits = {
                name: self._list_of_words(entry.value)
                for name, entry in item.entries.items()
                if name not in ("severity", "above", "below")
            }
            severity = self._choice(item, "severity", SEVERITIES, "")
            yield Level(severity, bounds.get("above"), bounds.get("below"), traits)

    def _when(self, node: Node | None) -> dict[str, list[str]]:
        if node is None:
            return {}
        if not isinstance(node, Mapping):
            self._refuse("`when` is keys with values, as {relationship: [cold]}", node.span)
        self._only(node, tuple(WHEN), "condition")
        conditions = {}
        for name, entry in node.entries.items():
            words = self._list_of_words(entry.value)
            for word in words:
                if WHEN[name] and word not in WHEN[name]:
                    self._refuse(options.unknown(name, word, WHEN[name]), entry.value.span)
            conditions[name] = words
        return conditions

    def _template(self, root: Mapping, key: str, check: checks.CheckModule) -> str:
        text = self._text(root, key)
        offered = (*getattr(check.Values, "_fields", ()), "quote")
        for name in _PLACEHOLDER.findall(text):
            if name not in offered:
                entry = root.entries[key]
                self._refuse(options.unknown("value", name, offered), entry.value.span)
        return text

    def _references(self, root: Mapping) -> Iterator[Reference]:
        for item in self._items(root, "sources"):
            if not isinstance(item, Mapping):
                self._refuse("a source is keys with values: title, year, says, strength", item.span)
            self._only(item, Reference._fields, "key")
            yield Reference(
                title=self._text(item, "title"),
                year=self._text(item, "year"),
                says=self._text(item, "says"),
                strength=self._choice(item, "strength", get_args(Strength), ""),
                url=self._text(item, "url", ""),
            )

    def _examples(self, examples: Mapping, key: str) -> Iterator[Example]:
        for item in self._items(examples, key):
            if not isinstance(item, Mapping):
                self._refuse("an example is keys with values: name, at, sequence", item.span)
            self._only(item, ("name", "at", "sequence", "settings"), "key")
            yield Example(
                name=self._text(item, "name"),
                sequence=self._text(item, "sequence"),
                at=tuple(self._words(item, "at")),
                source=self.source,
                line=self.source.line_of(item.span.start),
                settings=self._text(item, "settings", ""),
            )

    # Values

    def _refuse(self, message: str, span: Span) -> NoReturn:
        raise SetupError(self.source, Fault(message, span))

    def _only(self, node: Mapping, known: tuple[str, ...], kind: str) -> None:
        for name, entry in node.entries.items():
            if name not in known:
                self._refuse(options.unknown(kind, name, known), entry.key.span)

    def _text(self, node: Mapping, key: str, default: str | None = None) -> str:
        value = node.get(key)
        if value is None:
            if default is not None:
                return default
            self._refuse(f"{key!r} is missing here", Span(node.span.start, node.span.start))
        if not isinstance(value, Scalar):
            self._refuse(f"{key!r} is text", node.entries[key].value.span)
        return value.value.strip() if key != "sequence" else value.value

    def _choice(self, node: Mapping, key: str, choices: tuple[str, ...], default: str) -> Any:
        value = self._text(node, key, default or None)
        if value not in choices:
            self._refuse(options.unknown(key, value, choices), node.entries[key].value.span)
        return value

    def _number(self, node: Node) -> float:
        try:
            return float(node.value) if isinstance(node, Scalar) else float("nan")
        except ValueError:
            self._refuse("a number is wanted here", node.span)

    def _mapping(self, node: Mapping, key: str) -> Mapping:
        value = node.get(key)
        if value is None:
            return Mapping(node.span)
        if not isinstance(value, Mapping):
            self._refuse(f"{key!r} is keys with values", value.span)
        return value

    def _items(self, node: Mapping, key: str) -> list[Node]:
        value = node.get(key)
        if value is None or (isinstance(value, Scalar) and value.is_null):
            return []
        if not isinstance(value, Items):
            self._refuse(f"{key!r} is a list", value.span)
        return value.items

    def _words(self, node: Mapping, key: str) -> list[str]:
        value = node.get(key)
        return [] if value is None else self._list_of_words(value)

    def _list_of_words(self, node: Node) -> list[str]:
        nodes = node.items if isinstance(node, Items) else [node]
        for item in nodes:
            if not isinstance(item, Scalar):
                self._refuse("wants words here", item.span)
        return [item.value for item in nodes if isinstance(item, Scalar)]


def read_mapping(source: Source) -> Mapping:
    """The keys of a YAML file that holds just keys.

    Raises:
        SetupError: when it does not.

    """
    try:
        tree = read_tree(source)
    except YamlError as error:
        raise SetupError(source, error.fault) from None
    for fault in tree.faults:
        raise SetupError(source, fault)
    root = tree.documents[0] if tree.documents else Mapping(Span(0, 0))
    if isinstance(root, Scalar) and root.is_null:
        return Mapping(root.span)
    if not isinstance(root, Mapping):
        raise SetupError(source, Fault("keys with values are expected here", root.span))
    return root


def fill(template: str, values: dict[str, Any]) -> str:
    """A rule's message or advice with the check's values in it."""
    return _PLACEHOLDER.sub(lambda found: _shown(values.get(found[1], found[0])), template)


def _shown(value: Any) -> str:
    return f"{value:g}" if isinstance(value, float) else str(value)
