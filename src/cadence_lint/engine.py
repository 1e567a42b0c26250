"""A sequence and the rules that are on for it, to findings.

A rule that raises is an error of that rule with its place, and costs no other rule's findings.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from cadence_lint import checks
from cadence_lint.covering import cover
from cadence_lint.finding import Error, Evidence, Finding
from cadence_lint.rule import fill

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cadence_lint.case import Case
    from cadence_lint.checks import CheckModule, Objection, Spot
    from cadence_lint.finding import Severity
    from cadence_lint.rule import Rule
    from cadence_lint.selection import ActiveRule
    from cadence_lint.sequence import Message, Remark, Sequence, Touch
    from cadence_lint.source import Source, Span


class Judgement(NamedTuple):
    """What some rules say of a sequence."""

    findings: list[tuple[Finding, Span]]
    """Each with its span in the source."""
    errors: list[Error]


def judge(case: Case, rules: list[ActiveRule], remarks: tuple[Remark, ...] = ()) -> Judgement:
    """Run rules over a sequence, settle which of them speak, and put their findings in order."""
    judgement = Judgement([], [])
    for active in rules:
        try:
            judgement.findings.extend(_findings(case, active, remarks))
        except Exception as problem:
            judgement.errors.append(_broken(case, active.rule, problem))
    covers = {active.rule.id: active.rule.covers for active in rules}
    covered = cover([finding for finding, _ in judgement.findings], covers)
    spans = [span for _, span in judgement.findings]
    pairs = sorted(zip(covered, spans, strict=True), key=lambda pair: order(pair[0]))
    return Judgement(pairs, judgement.errors)


def order(finding: Finding) -> tuple[Any, ...]:
    """How findings of one file are sorted: sequence, touch, place, rule."""
    return (finding.sequence_id, finding.touch or 0, finding.place, finding.rule)


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


def _findings(
    case: Case, active: ActiveRule, remarks: tuple[Remark, ...]
) -> Iterator[tuple[Finding, Span]]:
    rule = active.rule
    if not _holds_for_sequence(rule.when, case):
        return
    check = checks.find_check(rule.check)
    if check is None:
        raise LookupError(f"there is no check {rule.check!r}")
    objections = list(_objections(case, active, check, remarks))
    if check.SCOPE == "message":
        objections = list(_joined(objections))
    for objection in objections:
        yield _finding(case, active, check, objection)


def _objections(
    case: Case, active: ActiveRule, check: CheckModule, remarks: tuple[Remark, ...]
) -> Iterator[Objection]:
    settings = active.options(check)
    when = active.rule.when
    if check.SCOPE == "sequence":
        for objection in check.check(case, settings):
            if objection.touch is None or _holds_for_touch(when, objection.touch, case):
                yield objection
    elif check.SCOPE == "remark":
        for remark in remarks:
            yield from check.check(case, remark, settings)
    else:
        for touch in case.touches:
            if not _holds_for_touch(when, touch, case):
                continue
            if check.SCOPE == "touch":
                yield from check.check(case, touch, settings)
            else:
                for message in touch.messages:
                    yield from _about_message(check, case, touch, message, settings)


def _about_message(
    check: CheckModule, case: Case, touch: Touch, message: Message, settings: Any
) -> Iterator[Objection]:
    for objection in check.check(case, touch, case.reading(message), settings):
        yield objection._replace(
            touch=touch,
            variant=message.variant,
            spots=tuple(
                spot._replace(touch=spot.touch or touch.number, variant=message.variant)
                if spot.touch in (None, touch.number)
                else spot
                for spot in objection.spots
            ),
        )


def _joined(objections: list[Objection]) -> Iterator[Objection]:
    """The same objection to several variants of a touch is one, with the words of each."""
    counts: dict[tuple[int, str | None], int] = {}
    joined: dict[tuple[int, int], Objection] = {}
    for objection in objections:
        number = objection.touch.number if objection.touch else 0
        count = counts[number, objection.variant] = counts.get((number, objection.variant), 0) + 1
        first = joined.get((number, count))
        if first is None:
            joined[number, count] = objection
        else:
            variant = first.variant if first.variant == objection.variant else None
            joined[number, count] = first._replace(
                spots=first.spots + objection.spots, variant=variant
            )
    yield from joined.values()


def _holds_for_sequence(when: dict[str, list[str]], case: Case) -> bool:
    sequence = case.sequence
    audience = sequence.audience
    said = {
        "purpose": sequence.purpose,
        "relationship": audience.relationship,
        "segment": audience.segment,
    }
    if any(name in when and value not in when[name] for name, value in said.items()):
        return False
    return "region" not in when or _is_in_any(audience.regions, when["region"])


def _is_in_any(regions: tuple[str, ...], wanted: list[str]) -> bool:
    from cadence_lint.room import overlaps

    return any(overlaps(region, other) for region in regions for other in wanted)


def _holds_for_touch(when: dict[str, list[str]], touch: Touch, case: Case) -> bool:
    if "channel" in when and touch.channel not in when["channel"]:
        return False
    return "position" not in when or any(
        _stands(touch, position, case) for position in when["position"]
    )


def _stands(touch: Touch, position: str, case: Case) -> bool:
    """Where a touch stands among those that the prospect notices."""
    noticed = [each.number for each in case.touches if each.is_noticed]
    if not noticed:
        return False
    if position == "last":
        return touch.number == noticed[-1]
    return (touch.number == noticed[0]) == (position == "first")


# From an objection to a finding


def _finding(
    case: Case, active: ActiveRule, check: CheckModule, objection: Objection
) -> tuple[Finding, Span]:
    rule, sequence = active.rule, case.sequence
    evidence = tuple(_evidence(sequence.source, spot) for spot in objection.spots)
    span = _span(sequence, objection)
    names: tuple[str, ...] = getattr(check.Values, "_fields", ())
    values = dict(zip(names, objection.values, strict=True))
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
        touches=objection.touches or _touches(sequence, touch),
    )
    return finding, span


def _touches(sequence: Sequence, touch: Touch | None) -> frozenset[int]:
    return frozenset({touch.number} if touch else (each.number for each in sequence.touches))


def _span(sequence: Sequence, objection: Objection) -> Span:
    if objection.spots:
        return objection.spots[0].span
    if objection.about is not None:
        return objection.about
    return objection.touch.about if objection.touch else sequence.about


def _evidence(source: Source, spot: Spot) -> Evidence:
    place = source.place(spot.span)
    return Evidence(
        place,
        source.slice(spot.span),
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
        return objection.touch is not None and _holds_for_touch(
            {name: words}, objection.touch, case
        )
    return _holds_for_sequence({name: words}, case)
