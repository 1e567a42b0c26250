"""A sequence and the rules that are on for it, to findings.

A rule that raises is an error of that rule with its place, and costs no other rule's findings.
"""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import TYPE_CHECKING, Any

from cadence_lint.finding import SEVERITIES, Error, Evidence, Finding
from cadence_lint.linting.covering import cover
from cadence_lint.record import Record
from cadence_lint.rulebook.rule import fill

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cadence_lint.checks import Objection, Spot
    from cadence_lint.config.selection import ActiveRule
    from cadence_lint.finding import Severity
    from cadence_lint.linting.case import Case
    from cadence_lint.rulebook.rule import Rule
    from cadence_lint.sequence import Message, Remark, Sequence, Touch
    from cadence_lint.source import Source, Span


Found = list[tuple["Finding", "Span"]]
"""Findings, each with its span in the source."""


class Judgement(Record):
    """What some rules say of a sequence."""

    findings: Found
    errors: list[Error]


def judge(
    case: Case,
    rules: list[ActiveRule],
    remarks: tuple[Remark, ...] = (),
    known: dict[str, Found] | None = None,
) -> Judgement:
    """Run rules over a sequence, settle which of them speak, and put their findings in order.

    `known` keeps what rules say that hold as they are written, from one call to the next.
    """
    judgement = Judgement([], [])
    known = {} if known is None else known
    covers: dict[str, tuple[str, ...]] = {}
    for active in rules:
        found = known.get(active.rule.id) if active.is_as_written else None
        if found is None:
            try:
                found = _findings(case, active, remarks)
            except Exception as problem:
                judgement.errors.append(_broken(case, active.rule, problem))
                continue
            if active.is_as_written:
                known[active.rule.id] = found
        if found:
            judgement.findings.extend(found)
            covers[active.rule.id] = active.rule.covers
    covered = cover([finding for finding, _ in judgement.findings], covers)
    spans = [span for _, span in judgement.findings]
    pairs = sorted(zip(covered, spans, strict=True), key=lambda pair: order(pair[0]))
    return Judgement(pairs, judgement.errors)


def order(finding: Finding) -> tuple[Any, ...]:
    """How findings of one sequence are sorted: touch, place, rule."""
    return (finding.touch or 0, finding.place, finding.rule)


def _broken(case: Case, rule: Rule, problem: Exception) -> Error:
    place = case.sequence.source.place(case.sequence.about)
    said = f"{type(problem).__name__}: {problem}"
    return Error(
        "rule",
        place.file,
        place.line,
        place.column,
        f"the rule {rule.id} failed here ({said}); the other rules ran. Switch it off with"
        f" `{rule.id}: off`, and report it",
        rule.id,
    )


def _findings(case: Case, active: ActiveRule, remarks: tuple[Remark, ...]) -> Found:
    rule = active.rule
    if not holds_for_sequence(rule.when, case):
        return []
    if active.wanted and active.wanted.isdisjoint(case.heard_facts):
        return []
    found = [_finding(case, active, objection) for objection in _objections(case, active, remarks)]
    return _joined(found) if active.check.SCOPE == "message" else found


def _objections(case: Case, active: ActiveRule, remarks: tuple[Remark, ...]) -> Iterator[Objection]:
    check, settings, when = active.check, active.options, active.rule.when
    if check.SCOPE == "sequence":
        for objection in check.check(case, settings):
            if objection.touch is None or holds_for_touch(when, objection.touch, case):
                yield objection
    elif check.SCOPE == "remark":
        for remark in remarks:
            yield from check.check(case, remark, settings)
    elif check.SCOPE == "touch":
        for touch in case.touches:
            if holds_for_touch(when, touch, case):
                yield from check.check(case, touch, settings)
    else:
        heard = case.doing(active.wanted) if active.wanted else case.heard
        for touch, message, reading in heard:
            if holds_for_touch(when, touch, case):
                said = check.check(case, touch, reading, settings)
                yield from _placed(said, touch, message)


def _placed(objections: Iterable[Objection], touch: Touch, message: Message) -> Iterator[Objection]:
    """What a check has against a reading, as it is about the message that was read."""
    for objection in objections:
        part = None if objection.about_part is None else message.part(objection.about_part)
        yield objection._replace(
            touch=touch,
            variant=message.variant,
            about=objection.about if part is None else part.span(0, len(part.value)),
            spots=tuple(
                spot.said_in(touch, message) if spot.touch in (None, touch.number) else spot
                for spot in objection.spots
            ),
        )


def _joined(found: Found) -> Found:
    """The same finding in several variants of a touch is one, with the words of each.

    The same are those that say the same, and those that stand alone in their variants.
    """
    if all(finding.variant is None for finding, _ in found):
        return found
    counts = Counter((finding.touch, finding.variant) for finding, _ in found)
    rows: dict[int | None, list[_Row]] = {}
    for finding, span in found:
        new = _Row(finding, span, counts)
        row = rows.setdefault(finding.touch, [])
        same = next((each for each in row if each.takes(new)), None)
        if same is None:
            row.append(new)
        else:
            same.add(new)
    return [row.joined() for of_touch in rows.values() for row in of_touch]


class _Row:
    """The same finding in some variants of a touch."""

    def __init__(
        self, finding: Finding, span: Span, counts: Counter[tuple[int | None, str | None]]
    ) -> None:
        self.findings = [finding]
        self.span = span
        self.variants = {item.variant for item in finding.evidence} or {finding.variant}
        self.is_alone = all(counts[finding.touch, each] == 1 for each in self.variants)

    def takes(self, other: _Row) -> bool:
        """Whether another finding is the same one in another variant."""
        first, new = self.findings[0], other.findings[0]
        is_same = (self.is_alone and other.is_alone) or first.message == new.message
        return is_same and new.variant not in self.variants

    def add(self, other: _Row) -> None:
        """Take another finding in."""
        self.findings += other.findings
        self.variants |= other.variants
        self.is_alone &= other.is_alone

    def joined(self) -> tuple[Finding, Span]:
        """One finding with what all of them say."""
        first, *others = self.findings
        if not others:
            return first, self.span
        severities = (finding.severity for finding in self.findings)
        return first._replace(
            severity=max(severities, key=SEVERITIES.index),
            variant=None,
            evidence=tuple(item for finding in self.findings for item in finding.evidence),
        ), self.span


def holds_for_sequence(when: dict[str, list[str]], case: Case) -> bool:
    """Whether a sequence is one of those for which a rule speaks."""
    if not when:
        return True
    audience = case.sequence.audience
    if "relationship" in when and audience.relationship not in when["relationship"]:
        return False
    if "purpose" in when and case.sequence.purpose not in when["purpose"]:
        return False
    if "segment" in when and audience.segment not in when["segment"]:
        return False
    return "region" not in when or _is_in_any(audience.regions, when["region"])


def _is_in_any(regions: tuple[str, ...], wanted: list[str]) -> bool:
    from cadence_lint.room.regions import overlaps

    return any(overlaps(region, other) for region in regions for other in wanted)


def holds_for_touch(when: dict[str, list[str]], touch: Touch, case: Case) -> bool:
    """Whether a touch is one of those for which a rule speaks."""
    if "channel" in when and touch.channel not in when["channel"]:
        return False
    return "position" not in when or any(
        _stands(touch, position, case) for position in when["position"]
    )


def _stands(touch: Touch, position: str, case: Case) -> bool:
    """Where a touch stands among those that the prospect notices."""
    first, last = case.first_and_last
    if position == "last":
        return touch.number == last
    return touch.is_noticed and (touch.number == first) == (position == "first")


# From an objection to a finding


def _finding(case: Case, active: ActiveRule, objection: Objection) -> tuple[Finding, Span]:
    rule, sequence = active.rule, case.sequence
    evidence = tuple(_evidence(sequence.source, spot) for spot in objection.spots)
    span = _span(sequence, objection)
    values = objection.values._asdict()
    values["quote"] = _one_line(evidence[0].quote) if evidence else ""
    touch = objection.touch
    finding = Finding(
        rule=rule.id,
        severity=active.severity or _severity(rule, objection, case),
        confidence=rule.confidence,
        message=fill(rule.message, values),
        advice=fill(objection.advice or rule.advice, values),
        place=evidence[0].place if evidence else sequence.source.place(span),
        sequence=sequence.name,
        sequence_id=sequence.id,
        touch=touch.number if touch else None,
        channel=touch.channel if touch else None,
        variant=objection.variant,
        evidence=evidence,
        touches=objection.touches or (_only(touch.number) if touch else sequence.numbers),
        is_named="name" in sequence.places,
        is_whole=objection.is_whole,
    )
    return finding, span


@cache
def _only(number: int) -> frozenset[int]:
    """The same object for all findings about a step of this number."""
    return frozenset({number})


def _span(sequence: Sequence, objection: Objection) -> Span:
    if objection.spots:
        return objection.spots[0].span
    if objection.about is not None:
        return objection.about
    return objection.touch.about if objection.touch else sequence.about


def _evidence(source: Source, spot: Spot) -> Evidence:
    place = source.place(spot.span)
    text = source.slice(spot.span)
    return Evidence(
        place,
        spot.quote if text == spot.quote else text,  # one of both, where many are kept
        spot.quote,
        spot.touch,
        spot.variant,
        source.line_text(place.line),
    )


def _one_line(quote: str) -> str:
    words = " ".join(quote.split())
    return words if len(words) <= 80 else words[:77].rsplit(" ", 1)[0] + " …"


def _severity(rule: Rule, objection: Objection, case: Case) -> Severity:
    """The severity of the first level that fits, else the rule's own."""
    for level in rule.levels:
        measure = objection.measure
        if level.above is not None and (measure is None or measure <= level.above):
            continue
        if level.below is not None and (measure is None or measure >= level.below):
            continue
        if all(_fits(name, words, objection, case) for name, words in level.when.items()):
            return level.severity
    return rule.severity


def _fits(name: str, words: list[str], objection: Objection, case: Case) -> bool:
    if name in objection.traits:
        return objection.traits[name] in words
    if name in ("channel", "position"):
        return objection.touch is not None and holds_for_touch({name: words}, objection.touch, case)
    return holds_for_sequence({name: words}, case)
