"""One rule file: what it may say, and what is refused with a place and what was meant."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Literal, get_args

from cadence_lint import checks
from cadence_lint.finding import SEVERITIES, Confidence
from cadence_lint.formats.values import Unreadable
from cadence_lint.patterns import regex
from cadence_lint.record import NamedTuple
from cadence_lint.room.regions import normal_region
from cadence_lint.rulebook import options
from cadence_lint.rulebook.principles import PRINCIPLES
from cadence_lint.rulebook.rule import PRESETS, Level, Rule, named_values
from cadence_lint.sequence import Channel, Purpose, Relationship, Segment
from cadence_lint.source import SetupError, Source, Span, Text
from cadence_lint.source.tree import Mapping, Node, Scalar
from cadence_lint.strict_keys import StrictKeys, read_mapping, read_strictly

if TYPE_CHECKING:
    from cadence_lint.rulebook.options import Plain

__all__ = [
    "PRESETS",
    "Example",
    "Level",
    "Reference",
    "Rule",
    "RulePage",
    "read_page",
]

Strength = Literal["experiment", "observational", "vendor data", "survey", "convention", "law"]

WHEN: dict[str, tuple[str, ...]] = {
    "purpose": get_args(Purpose),
    "relationship": get_args(Relationship),
    "segment": get_args(Segment),
    "region": (),
    "channel": get_args(Channel),
    "position": ("first", "later", "last"),
}
"""What a rule may depend on, and the words that each takes; () for any region."""


class Reference(NamedTuple):
    """A published figure behind a rule, and how far it can be trusted."""

    title: str
    """What it is called."""
    year: str
    """When it was published."""
    says: str
    """What it found, in your own words."""
    strength: Strength
    """How far it can be trusted."""
    url: str = ""
    """Where it can be read."""


class Example(NamedTuple):
    """A sequence that a rule must flag, or must pass."""

    name: str
    text: Text
    """The sequence file, each character of which knows where it stands in the rule's file."""
    at: tuple[str, ...]
    """Where the findings must stand: `touch 5`, `sequence`, `line 7`."""
    source: Source
    """The rule's file."""
    line: int
    settings_text: Text
    """A configuration to lint it with; empty where the example needs none."""

    @property
    def sequence(self) -> str:
        """The sequence file, without its places."""
        return self.text.value

    @property
    def settings(self) -> str:
        """The configuration, without its places."""
        return self.settings_text.value

    def line_of(self, line: int, text: Text | None = None) -> int:
        """Where in the rule's file a line of the sequence stands, or one of another text."""
        text = text or self.text
        start = Source("", text.value).line_starts[line - 1]
        return self.source.line_of(text.span(start, start).start)


class RulePage(NamedTuple):
    """All that a rule file says."""

    rule: Rule
    serves: tuple[int, ...]
    sources: tuple[Reference, ...]
    flag: tuple[Example, ...]
    passing: tuple[Example, ...]
    path: str

    @property
    def why(self) -> str:
        """Why a reader minds."""
        return self.rule.why


def read_page(source: Source, rule_id: str) -> RulePage:
    """Read a rule file.

    Raises:
        SetupError: with the place of the first thing in it that cannot be taken.

    """
    return read_strictly(source, lambda each: _Reader(each, rule_id).page())


KEYS = {
    "summary": "What it objects to, in one line",
    "preset": "The smallest choice of rules that it is in",
    "severity": "How grave it is",
    "levels": "Other severities, the first that fits: `{severity: error, above: 8}` compares the"
    " number that the check measures (`above`, `below`); other keys ask for the check's traits",
    "confidence": "How often it is right. A rule of `low` confidence is not in `recommended`",
    "when": "For which sequences and touches it speaks: all keys must fit, and of the words of one"
    " key any",
    "check": "The check that it is made of",
    "options": "The options of that check",
    "covers": "Rules that stay silent on the same words, touch or days when this one speaks",
    "message": "What the reader thinks, in one sentence; `{count}` is a value of the check",
    "advice": "What to change, in one sentence; values as in `message`",
    "why": "Two or three sentences that a salesperson understands, the reader's side first",
    "serves": "Numbers of the principles of the rule book",
    "sources": "Published figures, and how far each can be trusted",
    "examples": "What it must flag and what it must let pass: its tests and its documentation",
    "aliases": "Names that the rule once had",
}
"""The keys of a rule file and what they mean."""

EXAMPLES = {
    "flag": "Sequences in which it speaks, at least two",
    "pass": "The nearest innocents, in which it stays silent, at least two",
}
EXAMPLE = {
    "name": "What the example shows, in a few words",
    "at": "Where the findings stand: `touch 5`, `sequence`, or `line 7` of the example",
    "sequence": "A sequence file, after `|`",
    "settings": "A configuration, where the example needs one",
}

BOUNDS = ("above", "below")
_SWALLOWED = regex(rf"^ {{0,4}}({'|'.join(KEYS)}):(?= |$)", re.MULTILINE)
"""A key of a rule that stands in a text."""
_FURTHER_IN = 4
"""Spaces by which a key may stand too far in to be read."""
POSITION = regex(r"sequence|(?:touch|line) +\d+")


class _Reader(StrictKeys):
    def __init__(self, source: Source, rule_id: str) -> None:
        super().__init__(source)
        self.rule_id = rule_id

    def page(self) -> RulePage:
        root = read_mapping(self.source)
        self.only(root, KEYS, "key")
        examples = self.mapping(root, "examples")
        self.only(examples, EXAMPLES, "key")
        return RulePage(
            rule=self._rule(root),
            serves=tuple(map(self._principle, self.scalars(root, "serves"))),
            sources=tuple(map(self._reference, self.items(root, "sources"))),
            flag=tuple(map(self._example, self.items(examples, "flag"))),
            passing=tuple(map(self._example, self.items(examples, "pass"))),
            path=self.source.path,
        )

    def _rule(self, root: Mapping) -> Rule:
        name = self._text(root, "check")
        check = checks.find_check(name)
        if check is None:
            said = options.unknown("check", name, checks.check_names())
            self.refuse(said, root.entries["check"].value.span)
        rule = Rule(
            id=self.rule_id,
            summary=self._prose(root, "summary"),
            preset=self._choice(root, "preset", PRESETS, "recommended"),
            severity=self._choice(root, "severity", SEVERITIES, "warning"),
            confidence=self._choice(root, "confidence", get_args(Confidence), "medium"),
            check=name,
            message=self._template(root, "message", check),
            advice=self._template(root, "advice", check),
            options=self._options(root, check),
            levels=tuple(self._level(item, check) for item in self.items(root, "levels")),
            when=self._when(self.mapping(root, "when")),
            covers=tuple(word.value for word in self.scalars(root, "covers")),
            aliases=tuple(map(self._alias, self.scalars(root, "aliases"))),
            why=self._prose(root, "why"),
        )
        if rule.confidence == "low" and rule.preset == "recommended":
            self.refuse(
                "a rule that is seldom right does not belong into `recommended`",
                root.entries["confidence"].value.span,
            )
        return rule

    def _options(self, root: Mapping, check: checks.CheckModule) -> dict[str, Plain]:
        node = self.mapping(root, "options")
        read, faults = options.read_options(node, check.Options)
        for fault in faults:
            raise SetupError(self.source, fault)
        for name in options.missing_options(read, check.Options):
            entry = root.entries.get("options") or root.entries["check"]
            said = f"the check {self._text(root, 'check')!r} wants the option {name!r}"
            self.refuse(said, entry.key.span)
        return read

    def _level(self, node: Node, check: checks.CheckModule) -> Level:
        if not isinstance(node, Mapping):
            self.refuse("a level is keys with values, as {severity: error, above: 8}", node.span)
        traits = WHEN | checks.traits_of(check)
        self.only(node, ("severity", *BOUNDS, *traits), "key")
        bounds = {name: self._number(node, name) for name in BOUNDS}
        return Level(
            self._choice(node, "severity", SEVERITIES, ""),
            **bounds,
            when={
                name: self._conditions(name, entry.value, traits[name])
                for name, entry in node.entries.items()
                if name in traits
            },
        )

    def _when(self, node: Mapping) -> dict[str, list[str]]:
        self.only(node, tuple(WHEN), "condition")
        return {
            name: self._conditions(name, entry.value, WHEN[name])
            for name, entry in node.entries.items()
        }

    def _conditions(self, name: str, node: Node, allowed: tuple[str, ...]) -> list[str]:
        """The words of which one must hold."""
        words = self.words_of(node)
        if not words:
            self.refuse(f"say for which {name} this holds", node.span)
        for word in words:
            if allowed and word.value not in allowed:
                self.refuse(options.unknown(name, word.value, allowed), word.span)
            if name == "region" and normal_region(word.value) is None:
                self.refuse(f"there is no region {word.value!r}; write DE or US-CA", word.span)
        return [word.value for word in words]

    def _template(self, root: Mapping, key: str, check: checks.CheckModule) -> str:
        text = self._prose(root, key)
        offered = (*check.Values._fields, "quote")
        for name in named_values(text):
            if name not in offered:
                said = options.unknown("value", name, offered)
                self.refuse(said, root.entries[key].value.span)
        return text

    def _principle(self, word: Scalar) -> int:
        if not word.value.isdecimal():
            self.refuse("`serves` is the numbers of principles, as [1, 9]", word.span)
        number = int(word.value)
        if not 1 <= number <= len(PRINCIPLES):
            self.refuse(f"the principles are numbered from 1 to {len(PRINCIPLES)}", word.span)
        return number

    def _alias(self, word: Scalar) -> str:
        if "/" not in word.value:
            self.refuse("an old id is family/name, as ids are", word.span)
        return word.value

    def _reference(self, node: Node) -> Reference:
        if not isinstance(node, Mapping):
            self.refuse("a source is keys with values: title, year, says, strength", node.span)
        self.only(node, Reference._fields, "key")
        return Reference(
            title=self._text(node, "title"),
            year=self._text(node, "year"),
            says=self._text(node, "says"),
            strength=self._choice(node, "strength", get_args(Strength), ""),
            url=self._text(node, "url", ""),
        )

    def _example(self, node: Node) -> Example:
        if not isinstance(node, Mapping):
            self.refuse("an example is keys with values: name, at, sequence", node.span)
        self.only(node, EXAMPLE, "key")
        self._text(node, "sequence")
        return Example(
            name=self._text(node, "name"),
            text=self._as_written(node, "sequence"),
            at=tuple(map(self._position, self.scalars(node, "at"))),
            source=self.source,
            line=self.source.line_of(node.span.start),
            settings_text=self._as_written(node, "settings"),
        )

    def _position(self, word: Scalar) -> str:
        if not POSITION.fullmatch(word.value):
            self.refuse("`at` is `touch 5`, `line 7` or `sequence`", word.span)
        return word.value

    # Values

    def _as_written(self, node: Mapping, key: str) -> Text:
        value = node.get(key)
        if value is not None and not isinstance(value, Scalar):
            said = f"{key!r} is text: write `{key}: |`, and the text on the lines below, further in"
            self.refuse(said, value.span)
        return value.text if value else Text.of("")

    def _text(self, node: Mapping, key: str, default: str | None = None) -> str:
        text = self._as_written(node, key).value.strip() or default
        if text is None:
            entry = node.entries.get(key)
            means = KEYS.get(key) or EXAMPLE.get(key, "")
            said = f": {means[0].lower()}{means[1:]}" if means else ""
            span = entry.key.span if entry else self._lost(node, key)
            self.refuse(f"{key!r} is missing here{said}", span)
        return text

    def _prose(self, root: Mapping, key: str) -> str:
        """A text of the rule; no line of it is one of the rule's keys that stands too far in."""
        text = self._text(root, key)
        value = root.get(key)
        if isinstance(value, Scalar) and (found := _SWALLOWED.search(value.value)):
            said = f"{found[1]!r} is read as part of {key!r} here"
            self.refuse(said, value.text.span(*found.span(1)))
        return text

    def _lost(self, node: Mapping, key: str) -> Span:
        """Where a key stands that was taken for part of the text above it, else where it should."""
        place = self.source.place(node.span)
        for line in range(place.line + 1, place.end_line + 1):
            text = self.source.line_text(line)
            further_in = len(text) - len(text.lstrip()) - (place.column - 1)
            if 0 < further_in <= _FURTHER_IN and text.lstrip().startswith(f"{key}:"):
                at = self.source.line_starts[line - 1] + text.index(key)
                return Span(at, at + len(key))
        return Span(node.span.start, node.span.start)

    def _choice(self, node: Mapping, key: str, choices: tuple[str, ...], default: str) -> Any:
        value = self._text(node, key, default or None)
        if value not in choices:
            self.refuse(options.unknown(key, value, choices), node.entries[key].value.span)
        return value

    def _number(self, node: Mapping, key: str) -> float | None:
        entry = node.entries.get(key)
        if entry is None:
            return None
        try:
            return options.read_number(self._text(node, key))
        except Unreadable as problem:
            self.refuse(f"{key}: {problem}", entry.value.span)
