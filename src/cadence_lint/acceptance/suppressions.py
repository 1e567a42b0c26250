"""Decisions to live with a finding: comments in a file, and `ignore` in the configuration.

`# cadence-lint: ignore[rule, …] reason` on or above a line covers the findings whose place lies
in the node that starts there: a touch, a block of text, a key. `ignore-file[…]` covers the file;
`until DATE` within the brackets ends a suppression by itself. A `#` inside a text is copy.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from cadence_lint.finding import Suppressed
from cadence_lint.patterns import regex
from cadence_lint.record import Record
from cadence_lint.sequence import Remark
from cadence_lint.source import Span
from cadence_lint.source.tree import Items, Node, Scalar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date

    from cadence_lint.finding import Finding
    from cadence_lint.source import Source

MARK = "cadence-lint"
_COMMENT = regex(r"(?i)#[ \t]*cadence-lint(:|[ \t]+(?=ignore))[ \t]*([^\r\n]*)")
"""A comment to us; one that wants something ignored and lacks the colon is told so."""
_HOW = "write it as `# cadence-lint: ignore[family/rule] reason`"
_DIRECTIVE = regex(r"(?i)(ignore|ignore-file)[ \t]*\[([^\]]*)\][ \t]*+(.*)")
_UNTIL = regex(r"(?si)(.*?)(?<![ \t])[ \t]+until[ \t]+(.+)")


class Suppression(Record):
    """One decision to live with findings of some rules."""

    rules: tuple[str, ...]
    reason: str
    until: date | None
    span: Span
    """The comment, or nothing for one of the configuration."""
    reach: Span | None
    """Where a finding's place must lie; None for the whole file."""
    touch: int | None = None
    in_config: bool = False


class Comments(Record):
    """The suppressions of a file, and what is wrong with those that are none."""

    suppressions: tuple[Suppression, ...] = ()
    remarks: tuple[Remark, ...] = ()


def read_comments(source: Source, documents: list[Node], scalars: list[Span]) -> Comments:
    """Find the suppressions in a YAML file's comments."""
    if MARK not in source.text.lower():
        return Comments()
    found: list[Suppression] = []
    remarks: list[Remark] = []
    reaches = _Reaches(source, documents)
    for comment in _COMMENT.finditer(source.text):
        span = Span(comment.start(), comment.start() + len(comment[0].rstrip()))
        if not _is_comment(source, span.start, scalars):
            continue
        problem = _HOW
        if comment[1] == ":":
            problem = _read_one(span, comment[2].strip(), reaches, found)
        if problem:
            remarks.append(Remark("malformed-suppression", span, {"problem": problem}))
    return Comments(tuple(found), tuple(remarks))


def _is_comment(source: Source, at: int, scalars: list[Span]) -> bool:
    if at and source.text[at - 1] not in " \t\r\n":
        return False
    before = bisect_right(scalars, at, key=lambda span: span.start) - 1
    return before < 0 or scalars[before].end <= at


def _read_one(span: Span, said: str, reaches: _Reaches, found: list[Suppression]) -> str:
    """Read one directive into `found`, or say what is wrong with it."""
    directive = _DIRECTIVE.fullmatch(said)
    if not directive:
        return _HOW
    names, until = directive[2].strip(), None
    if ends := _UNTIL.fullmatch(names):
        # The formats import this module.
        from cadence_lint.formats.values import Unreadable, read_date

        names = ends[1]
        try:
            until = read_date(ends[2])
        except Unreadable as problem:
            return str(problem)
    rules = tuple(name.strip() for name in names.split(",") if name.strip())
    if not rules:
        return "name the rules to ignore within the brackets"
    is_for_all = directive[1].lower() == "ignore-file"
    reach = None if is_for_all else reaches.of(span)
    found.append(Suppression(rules, directive[3].strip(), until, span, reach))
    return ""


class _Reaches:
    """How far comments reach."""

    def __init__(self, source: Source, documents: list[Node]) -> None:
        self._source = source
        self._documents = documents
        self._saying: dict[int, int] = {}
        """The first line that says something, for the lines above it."""

    def of(self, span: Span) -> Span:
        """The node that starts on the comment's line, or on the next line with anything else."""
        source = self._source
        line = source.line_of(span.start)
        before = source.text[source.line_starts[line - 1] : span.start]
        if not before.strip(" \t-"):  # above what follows, or beside the hyphen that it belongs to
            line = self._first_saying(line + 1)
        if line > len(source.line_starts):
            return Span(span.start, span.start)
        start = source.line_starts[line - 1]
        whole = Span(start, start + len(source.line_text(line)))
        return max(whole, self._widest.get(line, whole), key=lambda each: each.end)

    def _first_saying(self, line: int) -> int:
        passed: list[int] = []
        lines = len(self._source.line_starts)
        while line <= lines and _says_nothing(self._source.line_text(line)):
            if line in self._saying:
                line = self._saying[line]
                break
            passed.append(line)
            line += 1
        self._saying.update(dict.fromkeys(passed, line))
        return line

    @cached_property
    def _widest(self) -> dict[int, Span]:
        """The widest node that starts on each line: a touch before its first key."""
        widest: dict[int, Span] = {}
        for document in self._documents:
            for span in _spans(document):
                line = self._source.line_of(span.start)
                if line not in widest or span.end > widest[line].end:
                    widest[line] = Span(span.start, span.end)
        return widest


def _says_nothing(line: str) -> bool:
    """Whether a line is empty, a comment, or a hyphen whose item follows below."""
    return not line.strip(" \t-") or line.strip().startswith("#")


def _spans(document: Node) -> Iterator[Span]:
    """The spans of all list items and keys, each node once."""
    waiting: list[Node] = [document]
    seen: set[int] = set()
    while waiting:
        node = waiting.pop()
        if isinstance(node, Scalar) or id(node) in seen:
            continue
        seen.add(id(node))
        if isinstance(node, Items):
            for item in node.items:
                yield item.span
                waiting.append(item)
        else:
            for entry in node.entries.values():
                yield entry.span
                waiting.append(entry.value)


class Rules(Record):
    """The rules of a run, as far as suppressions speak of them."""

    means: Callable[[str], frozenset[str]]
    """The ids that a word (an id, an old one, a family, a glob) means."""
    known: Iterable[str]
    ran: frozenset[str]
    idle: frozenset[str]
    """Rules that this run left out, or that failed: a suppression may be there for them."""


class Policy(Record):
    """What a team demands of suppressions."""

    require_reason: bool = False
    never: frozenset[str] = frozenset()
    """The ids that nobody may suppress."""


class Sorted(Record):
    """Findings after suppressions: those that stand, and those that somebody lives with."""

    standing: list[Finding]
    suppressed: list[Suppressed]


Outcome = Literal["used", "unused", "ended", "unknown"]
"""What came of a suppression; unknown where what it is about did not run."""


class Decisions:
    """What was decided about the findings of one file, and what came of it."""

    def __init__(
        self, decided: Iterable[Suppression], rules: Rules, policy: Policy, today: date
    ) -> None:
        self.rules = rules
        self.policy = policy
        self.today = today
        self._decided = tuple(decided)
        self._used: set[Suppression] = set()

    def sort(self, findings: Iterable[tuple[Finding, Span]]) -> Sorted:
        """Take out what somebody decided to live with; each finding comes with its own span.

        A covered finding stays where it is: it is not shown anyway.
        """
        result = Sorted([], [])
        for finding, span in findings:
            holding = self._holding.get(finding.rule, ())
            by = [one for one in holding if _reaches(one, finding, span)]
            self._used.update(by)
            if by and finding.is_shown:
                nearest = min(by, key=_width)
                until = nearest.until.isoformat() if nearest.until else None
                suppressed = Suppressed(finding, nearest.reason, until, nearest.in_config)
                result.suppressed.append(suppressed)
            else:
                result.standing.append(finding)
        return result

    def remarks(self) -> Iterator[Remark]:
        """What is wrong with the suppressions in the file, after its findings were sorted."""
        for one in self._decided:
            if not one.in_config:
                for problem in self._problems(one):
                    yield Remark("malformed-suppression", one.span, {"problem": problem})
                if self._has_ended(one):
                    yield Remark("ended-suppression", one.span, {"until": str(one.until)})
                elif self._is_unused(one):
                    said = {"rules": ", ".join(one.rules)}
                    yield Remark("unused-suppression", one.span, said)

    def outcome(self, one: Suppression) -> Outcome:
        """What came of one of them, after the findings were sorted."""
        if self._has_ended(one):
            return "ended"
        if one in self._used:
            return "used"
        return "unused" if self._is_unused(one) else "unknown"

    @cached_property
    def _holding(self) -> dict[str, list[Suppression]]:
        """The suppressions that hold, by the rules that they are about."""
        holding: dict[str, list[Suppression]] = {}
        for one in filter(self._holds, self._decided):
            ids = frozenset[str]().union(*map(self.rules.means, one.rules))
            for rule in ids - self.policy.never:
                holding.setdefault(rule, []).append(one)
        return holding

    def _holds(self, one: Suppression) -> bool:
        return not self._has_ended(one) and bool(one.reason or not self.policy.require_reason)

    def _has_ended(self, one: Suppression) -> bool:
        return one.until is not None and one.until < self.today

    def _is_unused(self, one: Suppression) -> bool:
        """Whether it suppressed nothing although all that it is about ran."""
        means = [self.rules.means(word) for word in one.rules]
        return (
            self._holds(one)
            and one not in self._used
            and all(ids & self.rules.ran and not ids & self.rules.idle for ids in means)
            and not any(ids & self.policy.never for ids in means)
        )

    def _problems(self, one: Suppression) -> Iterator[str]:
        for word in one.rules:
            ids = self.rules.means(word)
            if not ids:
                from cadence_lint.rulebook.options import unknown  # loads what only mistakes need

                yield unknown("rule", word, self.rules.known)
            for rule in sorted(ids & self.policy.never):
                yield f"the configuration says that nobody may ignore {rule}"
        if self.policy.require_reason and not one.reason:
            yield "write a reason after the brackets"


def _reaches(one: Suppression, finding: Finding, span: Span) -> bool:
    return (one.reach is None or one.reach.holds(span)) and one.touch in (None, finding.touch)


def _width(one: Suppression) -> float:
    """How far a suppression reaches: the nearest one says why a finding is lived with."""
    return one.reach.end - one.reach.start if one.reach else float("inf")
