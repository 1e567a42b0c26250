"""Decisions to live with a finding: comments in a file, and `ignore` in the configuration.

`# cadence-lint: ignore[rule, …] reason` on or above a line covers the findings whose place lies
in the node that starts there: a touch, a block of text, a key. `ignore-file[…]` covers the file;
`until DATE` within the brackets ends a suppression by itself. A `#` inside a text is copy.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from cadence_lint.finding import Suppressed
from cadence_lint.sequence import Remark
from cadence_lint.source import Span
from cadence_lint.tree import Items, Node, Scalar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from cadence_lint.finding import Finding
    from cadence_lint.source import Source

MARK = "cadence-lint:"
_COMMENT = re.compile(r"#[ \t]*cadence-lint:[ \t]*([^\r\n]*)")
_DIRECTIVE = re.compile(r"(ignore|ignore-file)[ \t]*\[([^\]]*)\][ \t]*(.*)")
_UNTIL = re.compile(r"(.*?)[ \t]+until[ \t]+(\S+)[ \t]*")


class Suppression(NamedTuple):
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


class Comments(NamedTuple):
    """The suppressions of a file, and what is wrong with those that are none."""

    suppressions: tuple[Suppression, ...] = ()
    remarks: tuple[Remark, ...] = ()


def read_comments(source: Source, documents: list[Node], scalars: list[Span]) -> Comments:
    """Find the suppressions in a YAML file's comments."""
    if MARK not in source.text:
        return Comments()
    found: list[Suppression] = []
    remarks: list[Remark] = []
    for comment in _COMMENT.finditer(source.text):
        span = Span(comment.start(), comment.start() + len(comment[0].rstrip()))
        if not _is_comment(source, span.start, scalars):
            continue
        problem = _read_one(source, span, comment[1].strip(), documents, found)
        if problem:
            remarks.append(Remark("malformed-suppression", span, {"problem": problem}))
    return Comments(tuple(found), tuple(remarks))


def _is_comment(source: Source, at: int, scalars: list[Span]) -> bool:
    if at and source.text[at - 1] not in " \t\r\n":
        return False
    return not any(span.start <= at < span.end for span in scalars)


def _read_one(
    source: Source, span: Span, said: str, documents: list[Node], found: list[Suppression]
) -> str | None:
    """Read one directive into `found`, or say what is wrong with it."""
    directive = _DIRECTIVE.fullmatch(said)
    if not directive:
        return "write it as ignore[family/rule] and a reason"
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
    reach = None if directive[1] == "ignore-file" else _reach(source, span, documents)
    found.append(Suppression(rules, directive[3].strip(), until, span, reach))
    return None


def _reach(source: Source, span: Span, documents: list[Node]) -> Span:
    """The node that starts on the comment's line, or on the next line with anything else."""
    line = source.line_of(span.start)
    before = source.text[source.line_starts[line - 1] : span.start]
    if not before.strip():
        line += 1
        while line <= len(source.line_starts) and _says_nothing(source.line_text(line)):
            line += 1
    if line > len(source.line_starts):
        return Span(span.start, span.start)
    start = source.line_starts[line - 1]
    end = start + len(source.line_text(line))
    widest = Span(start, end)
    for node in documents:
        widest = _widest_from(node, start, end, widest)
    return widest


def _says_nothing(line: str) -> bool:
    return not line.strip() or line.strip().startswith("#")


def _widest_from(node: Node, start: int, end: int, widest: Span) -> Span:
    """The widest node that starts on a line: a touch before its first key."""
    for inner in _spans(node):
        if start <= inner.start <= end and inner.end > widest.end:
            widest = Span(inner.start, inner.end)
    return widest


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


class Names(NamedTuple):
    """What a suppression's words mean in this run."""

    means: Callable[[str, str], bool]
    """Whether a word (an id, a family, a glob) means a rule."""
    problem: Callable[[str], str | None]
    """What is wrong with a word that means no rule."""
    ran: Callable[[str], bool]
    """Whether any rule that a word means was on."""


class Policy(NamedTuple):
    """What a team demands of suppressions."""

    require_reason: bool = False
    never: tuple[str, ...] = ()
    """Rules that nobody may suppress."""


class Sorted(NamedTuple):
    """Findings after suppressions: those that stand, those that do not, what is left over."""

    standing: list[Finding]
    suppressed: list[Suppressed]
    remarks: list[Remark]


def apply(
    findings: list[tuple[Finding, Span]],
    suppressions: tuple[Suppression, ...],
    names: Names,
    policy: Policy,
    today: date,
) -> Sorted:
    """Take out what somebody decided to live with; each finding comes with its own span."""
    remarks = [problem for one in suppressions for problem in _problems(one, names, policy, today)]
    usable = [one for one in suppressions if _holds(one, names, policy, today)]
    standing: list[Finding] = []
    suppressed: list[Suppressed] = []
    used: set[Suppression] = set()
    for finding, span in findings:
        by = next((one for one in usable if _suppresses(one, finding, span, names)), None)
        if by:
            used.add(by)
        if by and finding.is_shown:
            until = by.until.isoformat() if by.until else None
            suppressed.append(Suppressed(finding, by.reason, until))
        else:
            standing.append(finding)
    remarks += [
        Remark("unused-suppression", one.span, {"rules": ", ".join(one.rules)})
        for one in usable
        if one not in used and not one.in_config and all(map(names.ran, one.rules))
    ]
    return Sorted(standing, suppressed, remarks)


def _holds(one: Suppression, names: Names, policy: Policy, today: date) -> bool:
    has_reason = bool(one.reason) or not policy.require_reason
    return has_reason and not _has_ended(one, today) and not _forbidden(one, names, policy)


def _has_ended(one: Suppression, today: date) -> bool:
    return one.until is not None and one.until < today


def _forbidden(one: Suppression, names: Names, policy: Policy) -> list[str]:
    return [rule for rule in policy.never if any(names.means(word, rule) for word in one.rules)]


def _problems(one: Suppression, names: Names, policy: Policy, today: date) -> Iterator[Remark]:
    if one.in_config:
        return
    said: list[str] = [problem for word in one.rules if (problem := names.problem(word))]
    if policy.require_reason and not one.reason:
        said.append("write a reason after the brackets")
    said += [
        f"the configuration says that nobody may ignore {rule}"
        for rule in _forbidden(one, names, policy)
    ]
    for problem in said:
        yield Remark("malformed-suppression", one.span, {"problem": problem})
    if one.until and _has_ended(one, today):
        yield Remark("ended-suppression", one.span, {"until": one.until.isoformat()})


def _suppresses(one: Suppression, finding: Finding, span: Span, names: Names) -> bool:
    return (
        (one.reach is None or one.reach.holds(span))
        and (one.touch is None or one.touch == finding.touch)
        and any(names.means(word, finding.rule) for word in one.rules)
    )
