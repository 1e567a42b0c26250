"""A sequence's score: 100 less what its faults cost, each cost named.

It is made of every rule as it is written, whatever is selected, configured or suppressed. Faults
cost what they mean to a careful reader: to find nothing in it for oneself, or nothing meant for
oneself, weighs most, then a sender who talks about itself, and least what only the file or the law
wants to know. How much there is in a message for its reader is a matter of degree, so a little
costs something too (`Weighed`).

A fault that stands again costs half as much each time, and what messages hold is averaged over
them, so that a long sequence is not worse for being long. It is not a forecast of replies.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from cadence_lint.linting.case import excuses
from cadence_lint.record import NamedTuple, Record
from cadence_lint.sequence import ALOUD

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from cadence_lint.finding import Finding
    from cadence_lint.linting.case import Case
    from cadence_lint.reading.facts.judgement import Judgement

Band = Literal["ready", "fix first", "do not send"]

_COST = {"error": 25.0, "warning": 15.0, "info": 2.0}
_TRUST = {"high": 1.0, "medium": 0.9, "low": 0.5}
_OF_EACH_MESSAGE = frozenset(
    {"value/nothing-for-the-reader", "value/empty-follow-up", "personalization/generic"}
)
_LEAST_SHARE = 0.4
_READY, _SEND = 80, 50

_NOTHING = "value/nothing-for-the-reader"
_GENERIC = "personalization/generic"
_SELF_FOCUSED = "self-focus/self-focused-copy"
_NEED_NOT_GIVE = ("names-next-contact", "points-to-email")
"""What only tells where to look, or when, need give nothing by itself."""
_GIVES_HALF = ("says-goodbye",)
"""A goodbye may give nothing; one that does is the better for it."""
_LEAST_WORDS = 6
_ENOUGH_MATTER = 12
"""So many specifics are in a message of a few sentences that says something."""
_FREE_SHARE = 0.2


class Weights(NamedTuple):
    """How much faults weigh with a reader, beside their severity and how sure they are."""

    by_rule: Mapping[str, float]
    """How much more, or less, than other faults a rule's or a family's weigh."""
    worth: tuple[float, ...]
    """What a message costs that gives so little, from nothing on."""
    specifics: tuple[float, ...]
    """What a message costs that has so little that is meant for its reader.

    Where a rule objects to either, its finding is what costs.
    """
    share: float
    """What a message would cost that is about the sender only, where no rule objects to that."""
    matter: float
    """What each of the first dozen specifics costs that a message does without.

    Who is told nothing definite is told little, whatever it may be worth; it costs that beside a
    finding, too.
    """
    talk: float
    """What a message would cost, likewise, that only talks of the two and gives nothing by that."""

    def of(self, rule: str) -> float:
        """What multiplies the cost of a rule's findings."""
        weight = self.by_rule.get(rule)
        return self.by_rule.get(rule.partition("/")[0], 1.0) if weight is None else weight


WEIGHTS = Weights(
    by_rule={
        "value/nothing-for-the-reader": 2.1,
        "value/empty-follow-up": 2.8,
        "value/content-dump": 0.9,
        "value/no-next-step": 0.2,
        "value": 0.4,
        "personalization/generic": 1.8,
        "personalization/generic-flattery": 4.0,
        "personalization/impersonal-salutation": 3.0,
        "personalization": 0.3,
        "self-focus/self-focused-copy": 1.3,
        "self-focus/self-focused-opening": 0.5,
        "self-focus/corporate-we": 1.4,
        "self-focus/pitch": 1.3,
        "self-focus": 1.0,
        "tone/greeting-cliche": 3.5,
        "tone/vague-claim": 2.4,
        "tone/shouting": 1.8,
        "tone/follow-up-cliche": 0.9,
        "tone/jargon": 1.6,
        "tone/escalation": 1.2,
        "honesty/fake-urgency": 1.1,
        "honesty": 0.6,
        "timing/crisis-as-hook": 1.7,
        "timing": 0.7,
        "channels": 0.7,
        "craft/heavy-first-email": 1.5,
        "craft/missing-subject": 0.1,
        "craft": 0.3,
        "alignment": 0.2,
        "consent": 0.2,
        "structure": 0.1,
    },
    worth=(16.0, 11.0, 8.0, 4.0),
    specifics=(6.0, 6.0, 6.0, 5.0, 4.0, 2.0, 1.0),
    share=10.0,
    matter=1.2,
    talk=10.0,
)
"""Fitted by `benchmarks/fit_weights.py` to messages that people judged: those of
`benchmarks/labelled`, and some 260 that strangers published with a judgement, which are not ours
to print. Then rounded, and put back where few messages spoke for a weight; `worth` and four rules
were moved a little once more, on 700 others. `matter` and `talk` were chosen, and the other degrees
lowered for them, on 1,080 of which a reader said blind how good they are.
"""


class Cost(NamedTuple):
    """What one rule's findings, and what it weighs, take off the score."""

    rule: str
    points: float
    findings: int
    """How many; 0 where no rule objects, and a little is lacking all the same."""
    touches: tuple[int, ...] = ()
    """The touches that it is about; none where it is about the whole sequence."""


class Score(Record):
    """The score of one sequence, and what cost what."""

    points: int
    costs: tuple[Cost, ...]

    @property
    def band(self) -> Band:
        """The score in words."""
        return band(self.points)

    @property
    def exact(self) -> float:
        """The score unrounded and unbounded, to tell close ones apart."""
        return 100 - sum(cost.points for cost in self.costs)


class Weighed(NamedTuple):
    """What a touch's copy costs by degrees: the rule that stands for it, and the points."""

    touch: int
    rule: str
    points: float
    is_beside: bool = False
    """Whether it costs that beside a finding of the rule, too."""


def band(points: int) -> Band:
    """A score in words: ready from 80, do not send under 50, fix first between."""
    if points >= _READY:
        return "ready"
    return "fix first" if points >= _SEND else "do not send"


def score(
    findings: Iterable[Finding],
    weighed: Sequence[Weighed] = (),
    messages: int = 1,
    weights: Weights = WEIGHTS,
) -> Score:
    """The score of a sequence whose reader meets the worst variant of each touch.

    `messages` is how many touches say something: of what counts in each of them, one in seven is
    less of a fault than one of one.
    """
    every = list(findings)
    shown = [finding for finding in every if finding.is_shown]
    costs = _costs_with_covered(every, weights)
    by_rule: dict[str, list[float]] = {}
    touches: dict[str, set[int]] = {}
    for finding in _met(shown, weights):
        share = _share(finding.rule, messages)
        by_rule.setdefault(finding.rule, []).append(share * costs[id(finding)])
        touches.setdefault(finding.rule, set()).update(_touches(finding))
    points = {rule: _diminishing(each) for rule, each in by_rule.items()}
    lacking = _lacking(weighed, every)
    for each in lacking:
        points[each.rule] = points.get(each.rule, 0.0) + each.points
        touches.setdefault(each.rule, set()).add(each.touch)
    named = [
        Cost(rule, round(each, 1), len(by_rule.get(rule, ())), tuple(sorted(touches[rule])))
        for rule, each in sorted(points.items())
    ]
    named.sort(key=lambda cost: -cost.points)
    return Score(max(0, round(100 - sum(cost.points for cost in named))), tuple(named))


# What findings cost


def _share(rule: str, messages: int) -> float:
    """How much one message with a fault counts among so many."""
    is_of_each = rule in _OF_EACH_MESSAGE or rule.startswith("self-focus/")
    return _LEAST_SHARE + (1 - _LEAST_SHARE) / max(1, messages) if is_of_each else 1.0


def _touches(finding: Finding) -> set[int]:
    """The touches that a finding is about, or whose words it rests on."""
    said = (finding.touch, *(item.touch for item in finding.evidence))
    return {touch for touch in said if touch is not None}


def _cost(finding: Finding, weights: Weights) -> float:
    return weights.of(finding.rule) * _COST[finding.severity] * _TRUST[finding.confidence]


def _costs_with_covered(findings: Sequence[Finding], weights: Weights) -> dict[int, float]:
    """What each finding that is shown costs: as much as the dearest fault that it speaks for."""
    covered: dict[tuple[str, int | None], dict[str, float]] = {}
    for finding in findings:
        if finding.covered_by:
            by_rule = covered.setdefault((finding.covered_by, finding.touch), {})
            by_rule[finding.rule] = max(by_rule.get(finding.rule, 0.0), _cost(finding, weights))
    return {
        id(finding): _diminishing(
            [_cost(finding, weights), *covered.get((finding.rule, finding.touch), {}).values()]
        )
        for finding in findings
        if finding.is_shown
    }


def _met(findings: list[Finding], weights: Weights) -> list[Finding]:
    """The findings that such a reader meets."""
    sums: dict[int | None, dict[str, float]] = {}
    for finding in findings:
        for variant in _variants(finding):
            labels = sums.setdefault(finding.touch, {})
            labels[variant] = labels.get(variant, 0) + _cost(finding, weights)
    worst = {
        touch: max(sorted(labels), key=labels.__getitem__)
        for touch, labels in sums.items()
        if touch is not None
    }
    return [
        finding
        for finding in findings
        if finding.touch is None
        or not (variants := _variants(finding))
        or worst[finding.touch] in variants
    ]


def _variants(finding: Finding) -> set[str]:
    """The variants of its own touch that a finding is about; none when it is about all."""
    said = {item.variant for item in finding.evidence if item.touch in (None, finding.touch)}
    return {variant for variant in (finding.variant, *said) if variant}


def _diminishing(costs: list[float]) -> float:
    ordered = sorted(costs, reverse=True)
    return round(sum(cost * 0.5**count for count, cost in enumerate(ordered)), 1)


# What copy costs by degrees


def messages_of(case: Case) -> int:
    """How many touches say something that the reader hears."""
    return sum(bool(touch.messages) for touch in case.touches if touch.is_noticed)


def weigh(case: Case, weights: Weights = WEIGHTS) -> list[Weighed]:
    """What the written touches of a sequence give their reader, as far as it can be seen."""
    if not case.is_understood:
        return []
    not_weighed = {
        _GENERIC if case.sequence.audience.relationship == "customer" else "",
        _SELF_FOCUSED if case.sequence.purpose == "fundraising" else "",
    }
    weighed: list[Weighed] = []
    for touch in case.touches:
        if not touch.is_noticed:
            continue
        degrees: dict[tuple[str, bool], float] = {}
        for message in touch.messages:
            reading = case.reading(message)
            for judgement in reading.hearings:
                facts = reading.facts(*excuses(touch, judgement, _NEED_NOT_GIVE))
                excused = {fact.part for fact in facts}
                if not excused.isdisjoint(passage.part for passage in judgement.passages):
                    continue
                half = 0.5 if reading.facts(*excuses(touch, judgement, _GIVES_HALF)) else 1.0
                weight = half * _heard_as(judgement)
                is_theirs = case.goes_on_about_theirs(touch)
                for rule, points in _degrees_of(judgement, is_theirs, weights):
                    degrees[rule, False] = max(degrees.get((rule, False), 0.0), weight * points)
                unsaid = half * _unsaid(judgement, weights)
                degrees[_NOTHING, True] = max(degrees.get((_NOTHING, True), 0.0), unsaid)
        weighed += [
            Weighed(touch.number, rule, points, is_beside)
            for (rule, is_beside), points in degrees.items()
            if rule not in not_weighed
        ]
    return weighed


def _heard_as(judgement: Judgement) -> float:
    """How much of what `Weights` would take off for a letter it costs.

    What is spoken counts as half a letter, whether or not it listens. A call that only asks for a
    moment has said nothing yet: it costs the first of `worth` and the first of `specifics` in full,
    which makes it about half of what a single voicemail with nothing in it costs. Where it says
    that it is a cold call, or that it will tell why, it costs half of that again.
    """
    if judgement.passages[0].part not in ALOUD:
        return 1.0
    return 1.0 if judgement.only_opens and not judgement.is_candid else 0.5


def _degrees_of(
    judgement: Judgement, is_theirs: bool, weights: Weights
) -> Iterable[tuple[str, float]]:
    is_spoken = judgement.passages[0].part in ALOUD
    if judgement.is_hidden or (judgement.length < _LEAST_WORDS and not is_spoken):
        return
    if judgement.only_opens:
        yield _NOTHING, weights.worth[0]
        yield _GENERIC, weights.specifics[0]
        return
    yield _NOTHING, _step(weights.worth, judgement.worth_beside(is_theirs=is_theirs))
    yield _GENERIC, _step(weights.specifics, judgement.specifics)
    share = judgement.sender_share or 0.0
    yield _SELF_FOCUSED, weights.share * max(0.0, share - _FREE_SHARE)


def _unsaid(judgement: Judgement, weights: Weights) -> float:
    """What it costs to say little that is definite, and to talk of the two of them instead.

    A call has as much room for that as a letter, and one that only opens has not talked yet.
    """
    if judgement.is_hidden or judgement.length < _LEAST_WORDS:
        return 0.0
    lacking = weights.matter * max(0, _ENOUGH_MATTER - judgement.matter)
    if judgement.only_opens:
        return lacking * _heard_as(judgement)
    return lacking + weights.talk * judgement.talk_share


def _step(steps: Sequence[float], weight: int) -> float:
    return steps[weight] if weight < len(steps) else 0.0


def _lacking(weighed: Sequence[Weighed], findings: Sequence[Finding]) -> list[Weighed]:
    """What each touch adds to the average; one to which a rule objects pays for that instead."""
    count = len({each.touch for each in weighed})
    said = {(finding.rule, finding.touch) for finding in findings}
    return [
        each._replace(points=each.points / count)
        for each in weighed
        if each.points and (each.is_beside or (each.rule, each.touch) not in said)
    ]
