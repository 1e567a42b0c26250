from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from cadence_lint import lint_text
from cadence_lint.score import Cost, Weighed, band, score
from tests.findings import evidence, finding

if TYPE_CHECKING:
    from cadence_lint.finding import Finding


def test_nothing_to_object_to_is_the_full_score() -> None:
    assert score([]).points == 100
    assert score([]).costs == ()
    assert score([]).band == "ready"


@pytest.mark.parametrize(
    ("points", "said"),
    [
        (100, "ready"),
        (80, "ready"),
        (79, "fix first"),
        (50, "fix first"),
        (49, "do not send"),
        (0, "do not send"),
    ],
)
def test_a_score_has_a_band(points: int, said: str) -> None:
    assert band(points) == said


def test_what_is_surer_and_worse_costs_more() -> None:
    def points(**fields: Any) -> int:
        return score([finding(**fields)]).points

    assert points(severity="error") < points() < points(severity="info") < 100
    assert points() < points(confidence="medium") < points(confidence="low") < 100


def test_a_fault_that_stands_again_costs_half_as_much_each_time() -> None:
    result = score([finding(touch=number) for number in (1, 2, 3)])
    assert result.costs == (Cost("tone/word", round(15 + 7.5 + 3.75, 1), 3, (1, 2, 3)),)
    assert score([finding(touch=number) for number in range(1, 200)]).points >= 100 - 30


def test_the_worst_of_a_rules_findings_counts_in_full() -> None:
    lesser, worse = finding(severity="info"), finding(touch=2, severity="error")
    assert (
        score([lesser, worse]).costs
        == score([worse, lesser]).costs
        == (Cost("tone/word", 26.0, 2, (1, 2)),)
    )


def test_costs_are_named_the_dearest_first() -> None:
    costs = score(
        [finding("a/info", severity="info"), finding("b/warning"), finding("a/warning")]
    ).costs
    assert [cost.rule for cost in costs] == ["a/warning", "b/warning", "a/info"]


def test_no_score_is_below_nothing() -> None:
    assert score([finding(f"a/{number}", severity="error") for number in range(9)]).points == 0


def test_a_covered_finding_costs_nothing() -> None:
    assert score([finding(covered_by="tone/other")]).points == 100


def in_variants(rule: str, *variants: str, touch: int = 1) -> Finding:
    words = tuple(evidence("word", each) for each in variants)
    return finding(rule, touch, evidence=words, variant=variants[0] if len(variants) == 1 else None)


def test_the_worst_variant_of_a_touch_counts() -> None:
    bad = finding("a/error", severity="error", variant="B")
    good = finding("a/info", severity="info", variant="A")
    assert score([good, bad]).points == score([bad]).points
    assert score([bad, good]).costs == score([bad]).costs


def test_the_worst_variants_of_all_touches_count_together() -> None:
    first = finding("a/first", 1, variant="A")
    second = finding("a/second", 2, variant="B")
    assert score([first, second]).points == 100 - 15 - 15


def test_a_finding_in_several_variants_counts_in_each() -> None:
    both = finding("a/both", evidence=(evidence("word", "A"), evidence("word", "B")))
    one = finding("a/one", variant="B")
    other = finding("a/other", severity="info", variant="C")
    assert score([both, one, other]).points == 100 - 15 - 15


def test_a_finding_about_a_touch_or_the_sequence_counts_in_every_variant() -> None:
    whole = finding("a/whole", None, evidence=(evidence("word", "B", touch=1),))
    touch = finding("a/touch")
    worst = finding("a/worst", severity="error", variant="A")
    assert score([whole, touch, worst]).points == 100 - 15 - 15 - 25


def test_evidence_in_another_touch_says_nothing_of_this_ones_variants() -> None:
    repeated = finding(
        "a/again", 2, evidence=(evidence("word", touch=2), evidence("word", "B", touch=1))
    )
    assert score([repeated]).points == 85
    other = finding("a/other", 2, variant="A", severity="error")
    assert score([repeated, other]).points == 100 - 15 - 25


def test_what_matters_to_the_reader_costs_more_than_what_the_file_wants() -> None:
    def cost(rule: str) -> float:
        return score([finding(rule)]).costs[0].points

    assert cost("value/nothing-for-the-reader") > cost("personalization/generic")
    assert cost("personalization/generic") > cost("self-focus/self-focused-copy")
    assert cost("self-focus/self-focused-copy") > cost("tone/word") > cost("craft/email-too-long")
    assert cost("consent/missing-opt-out") < 5 > cost("structure/unknown-key")


def test_who_speaks_for_a_graver_fault_pays_for_it() -> None:
    speaker = "self-focus/self-focused-opening"
    nothing = "value/nothing-for-the-reader"
    alone = score([finding(speaker)]).points
    covering = score([finding(speaker), finding(nothing, covered_by=speaker)])
    assert covering.points < alone
    assert [cost.rule for cost in covering.costs] == [speaker]
    assert covering.points > score([finding(speaker), finding(nothing)]).points
    elsewhere = score([finding(speaker), finding(nothing, touch=2, covered_by=speaker)])
    assert elsewhere.points == alone


def test_what_copy_holds_is_averaged_over_its_touches() -> None:
    generic = "personalization/generic"
    one = [Weighed(1, generic, 8.0)]
    assert score([], one).costs == (Cost(generic, 8.0, 0, (1,)),)
    assert score([], [*one, Weighed(2, generic, 8.0)]).costs == (Cost(generic, 8.0, 0, (1, 2)),)
    assert score([], [*one, Weighed(2, generic, 0.0)]).costs == (Cost(generic, 4.0, 0, (1,)),)
    assert score([], [Weighed(1, generic, 0.0)]) == score([])


def test_one_empty_message_of_seven_is_less_of_a_fault_than_one_of_one() -> None:
    empty = finding("value/empty-follow-up")
    assert score([empty], messages=7).points > score([empty], messages=1).points + 20
    word = finding("tone/word")
    assert score([word], messages=7) == score([word], messages=1)


def test_a_touch_that_a_rule_objects_to_is_not_weighed_as_well() -> None:
    rule = "personalization/generic"
    objected = score([finding(rule)], [Weighed(1, rule, 8.0), Weighed(2, rule, 8.0)])
    assert objected.costs[0].points == score([finding(rule)]).costs[0].points + 4
    assert objected.costs[0].findings == 1


def test_the_exact_score_tells_the_bad_from_the_worse() -> None:
    bad = score([finding(f"a/{number}", severity="error") for number in range(5)])
    worse = score([finding(f"a/{number}", severity="error") for number in range(9)])
    assert bad.points == worse.points == 0
    assert bad.exact > worse.exact
    assert score([]).exact == 100


def scored(body: str) -> float:
    plan = {"touches": [{"channel": "email", "subject": "lanes", "body": body}]}
    (sequence,) = lint_text(json.dumps(plan), filename="plan.yaml").sequences
    assert sequence.score
    return sequence.score.exact


def test_a_message_is_scored_by_what_it_gives_and_to_whom() -> None:
    much = (
        "Hi Ada, your gate at Harbour Road opens at six, and on Monday eleven lorries stood there by"
        " ten past. The yard at Orrin & Sons gave three hauliers a fixed slot, and its queue went from"
        " 50 minutes to 15. Who decides on slots at yours?"
    )
    little = "Hi Ada, your gate opens at six. Who decides on slots at yours?"
    nothing = "Hi Ada, I look after the north for Larkfield. Do you have 15 minutes this week?"
    assert scored(much) > scored(little) > scored(nothing)
    assert scored(much) >= 85
    assert scored(nothing) < 50


def test_what_prepared_copy_says_is_neither_praised_nor_blamed() -> None:
    hidden = scored("{{icebreaker}} Do you have 15 minutes this week?")
    assert hidden > scored("Hi Ada, do you have 15 minutes this week?")


def test_length_is_neither_rewarded_nor_punished() -> None:
    line = "Your gate at Harbour Road opens at six, and eleven lorries stood there on Monday. "
    body = f"Hi Ada, {line}Who decides on slots at yours?"
    longer = f"Hi Ada, {line}{line}{line}{line}Who decides on slots at yours?"
    assert abs(scored(body) - scored(longer)) <= 10


def costs_of(channel: str, **said: str) -> float:
    """What a single touch costs that gives its reader little."""
    plan = {"touches": [{"channel": channel, **said}]}
    (sequence,) = lint_text(json.dumps(plan), filename="plan.yaml").sequences
    assert sequence.score
    rules = ("value/nothing-for-the-reader", "personalization/generic")
    return sum(cost.points for cost in sequence.score.costs if cost.rule in rules)


def test_what_is_spoken_is_weighed_as_half_a_letter() -> None:
    asked = "Who prints the menus at yours?"
    assert 0 < costs_of("call", script=asked) < costs_of("linkedin", body=asked)
    seen = "I saw that the Swan in Otley has a new menu from Monday, at 14 pounds."
    assert costs_of("call", script=f"{seen} {asked}") < costs_of("call", script=asked)


def test_a_talk_that_listens_costs_less_than_one_that_does_not() -> None:
    said = "It is Margaret from Plumtree in Otley. I only rang to let you know that we are here."
    listens = costs_of("call", script=f"{said} Who prints the menus at yours?")
    assert 0 < listens < costs_of("call", script=said)
    bare = costs_of("call", script="It is Margaret from Plumtree. Did I ring at a bad time?")
    cold = "It is Margaret from Plumtree. I am calling cold: do you have a minute?"
    candid = costs_of("call", script=cold)
    assert 0 < candid < bare < costs_of("call", voicemail=said)
    empty = "It is Margaret from Plumtree. Call me back when you have a moment."
    half = costs_of("call", voicemail=empty) / 2
    assert (bare, candid) == pytest.approx((half, half / 2), rel=0.1)


def test_few_words_are_weighed_where_they_are_spoken() -> None:
    said = "Hi, is Greta there?"
    assert costs_of("call", script=said) > 0
    assert costs_of("linkedin", body=said) == 0
    assert costs_of("call", script="Hi Greta, how are you today?") > 0


def test_who_says_something_definite_pays_less_than_who_says_nothing() -> None:
    vague = "Hi Ada, we have a few ideas for the yard, and would like to share them with you soon."
    definite = "Hi Ada, the crane in bay 3 costs 40 euros an hour, driver and diesel included."
    assert scored(definite) >= scored(vague) + 10


def test_what_is_left_unsaid_costs_beside_a_finding_of_the_rule() -> None:
    rule = "value/nothing-for-the-reader"
    found = score([finding(rule)])
    assert score([finding(rule)], [Weighed(1, rule, 10.0)]).exact == found.exact
    assert score([finding(rule)], [Weighed(1, rule, 10.0, is_beside=True)]).exact < found.exact


def test_a_goodbye_that_gives_something_is_the_better_one() -> None:
    goodbye = "Hi Ada, this is my last note. All the best to you and to everybody at the yard."
    gives = "Your gate at Harbour Road opens at six, and eleven lorries stood there on Monday."
    assert scored(f"{goodbye} {gives}") > scored(goodbye) >= 80


def test_a_goodbye_need_not_give_anything() -> None:
    goodbye = "Hi Ada, this is my last note about the lanes on Harbour Road. All the best to you."
    assert scored(goodbye) > scored("Hi Ada, this is a note about the lanes on Harbour Road today.")
