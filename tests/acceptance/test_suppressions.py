from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from cadence_lint.acceptance.suppressions import (
    Comments,
    Decisions,
    Policy,
    Rules,
    Suppression,
    read_comments,
)
from cadence_lint.source import Source, Span
from cadence_lint.source.yaml_tree import read_tree
from tests.findings import finding

if TYPE_CHECKING:
    from cadence_lint.finding import Finding

# Comments


def read(text: str) -> Comments:
    source = Source("a.yaml", text)
    tree = read_tree(source)
    return read_comments(source, tree.documents, tree.scalars)


def reached(text: str) -> list[str]:
    """What each suppression of a text reaches."""
    source = Source("a.yaml", text)
    return [source.slice(one.reach) if one.reach else "file" for one in read(text).suppressions]


def problems(text: str) -> list[str]:
    return [remark.values["problem"] for remark in read(text).remarks]


def test_a_comment_says_which_rules_and_why() -> None:
    (one,) = read("a: b # cadence-lint: ignore[tone/word, tone/*] agreed with legal\n").suppressions
    assert one.rules == ("tone/word", "tone/*")
    assert one.reason == "agreed with legal"
    assert one.until is None
    assert one.span == Span(5, 64)
    assert not one.in_config


def test_spaces_do_not_matter() -> None:
    (one,) = read("#cadence-lint:ignore[ tone/word ,]  why  \na: b\n").suppressions
    assert (one.rules, one.reason) == (("tone/word",), "why")


def test_capitals_do_not_matter() -> None:
    one, two = read(
        "# Cadence-Lint: Ignore[tone/word] why\na: b\n# CADENCE-LINT: IGNORE-FILE[tone/word UNTIL 2027-01-31]\n"
    ).suppressions
    assert one.reach is not None
    assert (two.reach, two.until) == (None, date(2027, 1, 31))


@pytest.mark.parametrize("said", ["2027-01-31", "31 January 2027", "Jan 31, 2027"])
def test_a_suppression_can_end_by_itself(said: str) -> None:
    (one,) = read(f"# cadence-lint: ignore[tone/word until {said}] why\na: b\n").suppressions
    assert (one.rules, one.reason, one.until) == (("tone/word",), "why", date(2027, 1, 31))


def test_other_comments_are_none_of_ours() -> None:
    assert (
        read("# cadence-lint reads this\na: b # see cadence-lint.yaml\n#cadence-lints: x\n")
        == Comments()
    )


@pytest.mark.parametrize(
    ("said", "problem"),
    [
        (": ignore", "write it as"),
        (": ignore tone/word", "write it as"),
        (": ignore[tone/word", "write it as"),
        (": ignore-line[tone/word]", "write it as"),
        (": disable[tone/word]", "write it as"),
        (":", "write it as"),
        (" ignore[tone/word] why", "write it as `# cadence-lint: ignore[family/rule] reason`"),
        (": ignore[]", "name the rules to ignore within the brackets"),
        (": ignore[ , ] why", "name the rules to ignore within the brackets"),
        (": ignore[tone/word until soon]", "'soon' is no date; write it as 2026-12-01"),
        (": ignore[tone/word until 01/02/2027]", "'01/02/2027' is no date"),
    ],
)
def test_a_slip_is_remarked(said: str, problem: str) -> None:
    text = f"a: b\n# cadence-lint{said}\n"
    assert not read(text).suppressions
    (told,) = problems(text)
    assert problem in told
    assert read(text).remarks[0].span == Span(5, len(text) - 1)


@pytest.mark.parametrize(
    "text",
    [
        'body: "see # cadence-lint: ignore[a/b] x"\n',
        "body: 'one\n  # cadence-lint: ignore[a/b] x'\n",
        "body: |\n  one\n  # cadence-lint: ignore[a/b] x\n  two\n",
        "body: |\n  # cadence-lint: ignore[a/b] x\n",
        "body: >-\n  one # cadence-lint: ignore[a/b] x\n",
        "body: one#cadence-lint:ignore[a/b]\n",
        "'# cadence-lint: ignore[a/b] x': one\n",
        "a: b#cadence-lint:x\n",
    ],
)
def test_a_hash_within_copy_is_copy(text: str) -> None:
    assert read(text) == Comments()


@pytest.mark.parametrize(
    "text",
    [
        "body: |  # cadence-lint: ignore[a/b] x\n  one\n",
        "body: >- # cadence-lint: ignore[a/b] x\n  one\n  two\n",
        "body: one # cadence-lint: ignore[a/b] x\n",
        "body: 'one' # cadence-lint: ignore[a/b] x\n",
        "# cadence-lint: ignore[a/b] x\nbody: one\n",
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_key_is_reached_on_its_line_and_above_it(text: str, end: str) -> None:
    written = text.replace("\n", end)
    (span,) = [one.reach for one in read(written).suppressions]
    assert span is not None
    inner = written.index("one")
    assert span.holds(Span(written.index("body"), inner + 3))
    assert read(written).suppressions[0].reason == "x"


TOUCHES = """\
name: Renewals
touches:
  - day: 1 {0}
    subject: {1}
    body: | {2}
      one
      two
  - day: 2
    body: three
"""


def placed(*comments: str) -> list[str]:
    filled = [f"# cadence-lint: ignore[{said}]" if said else "" for said in comments]
    return reached(TOUCHES.format(*(*filled, "", "", "")[:3]))


def test_on_the_first_line_of_a_touch_it_reaches_the_touch() -> None:
    (text,) = placed("a/b")
    assert text.startswith("day: 1")
    assert text.endswith("two")


def test_on_a_key_it_reaches_the_key_with_all_below() -> None:
    (text,) = placed("", "", "a/b")
    assert text.startswith("body: |")
    assert text.endswith("two")


def test_on_an_empty_value_it_reaches_the_line() -> None:
    (text,) = placed("", "a/b")
    assert text.strip().startswith("subject:")


@pytest.mark.parametrize(
    ("text", "reach"),
    [
        # above a touch, over other comments and blank lines
        (
            "touches:\n  # cadence-lint: ignore[a/b]\n\n  # and so on\n  - day: 1\n    body: x\n  - day: 2\n",
            "day: 1\n    body: x",
        ),
        # beside the hyphen, or above it
        ("- # cadence-lint: ignore[a/b]\n  day: 1\n  body: x\n- day: 2\n", "day: 1\n  body: x"),
        ("# cadence-lint: ignore[a/b]\n-\n  day: 1\n  body: x\n- day: 2\n", "day: 1\n  body: x"),
        # above the list
        (
            "name: x\n# cadence-lint: ignore[a/b]\ntouches:\n- day: 1\n- day: 2\n",
            "touches:\n- day: 1\n- day: 2",
        ),
        # the name of a sequence, and a whole sequence in a list of them
        ("# cadence-lint: ignore[a/b]\nname: x\ntouches: []\n", "name: x"),
        (
            "- # cadence-lint: ignore[a/b]\n  name: x\n  touches: [{day: 1}]\n- name: y\n",
            "name: x\n  touches: [{day: 1}]",
        ),
        # in brackets
        (
            "touches:\n  - {day: 1, body: x} # cadence-lint: ignore[a/b]\n  - {day: 2}\n",
            "  - {day: 1, body: x} # cadence-lint: ignore[a/b]",
        ),
        (
            "touches: [\n  {day: 1}, # cadence-lint: ignore[a/b]\n  {day: 2}]\n",
            "  {day: 1}, # cadence-lint: ignore[a/b]",
        ),
        # the last thing in a file
        ("a: b\n# cadence-lint: ignore[a/b]\n", ""),
        ("a: b\n# cadence-lint: ignore[a/b]", ""),
        # the second of two documents
        ("a: b\n---\n# cadence-lint: ignore[a/b]\nc: d\n", "c: d"),
        # all of the file
        ("# cadence-lint: ignore-file[a/b]\na: b\n", "file"),
    ],
)
def test_it_reaches_the_node_that_starts_there(text: str, reach: str) -> None:
    assert reached(text) == [reach]


def test_an_alias_is_reached_where_it_stands() -> None:
    text = "x: &x {day: 1}\ntouches:\n  - *x\n  # cadence-lint: ignore[a/b]\n  - *x\n"
    assert reached(text) == ["  - *x"]


def test_a_comment_below_a_block_of_text_is_a_comment() -> None:
    text = "touches:\n  - body: |\n      one\n  # cadence-lint: ignore[a/b]\n  - body: two\n"
    assert reached(text) == ["  - body: two"]


def test_many_comments_take_no_long_time() -> None:
    text = "touches:\n" + "  - {day: 1} # cadence-lint: ignore[a/b]\n" * 300
    assert len(read(text).suppressions) == 300


# Decisions

TODAY = date(2026, 11, 21)
IDS = ("consent/law", "tone/other", "tone/word")
HERE = Span(10, 20)
INSIDE = Span(12, 15)


def means(word: str) -> frozenset[str]:
    return frozenset(
        name for name in IDS if word in (name, name.split("/")[0], name.split("/")[0] + "/*")
    )


def ignore(*rules: str, reach: Span | None = HERE, **fields: Any) -> Suppression:
    return Suppression(rules, "agreed", None, Span(0, 5), reach)._replace(**fields)


def decisions(
    *decided: Suppression,
    require_reason: bool = False,
    never: tuple[str, ...] = (),
    idle: tuple[str, ...] = (),
) -> Decisions:
    ran = frozenset(IDS) - frozenset(idle)
    rules = Rules(means, IDS, ran, frozenset(idle))
    return Decisions(decided, rules, Policy(require_reason, frozenset(never)), TODAY)


def suppressed(desk: Decisions, *findings: Finding, span: Span = INSIDE) -> list[str]:
    pairs = [(each, span) for each in findings or (finding(),)]
    return [f"{each.finding.rule}: {each.reason}" for each in desk.sort(pairs).suppressed]


def remarks(desk: Decisions) -> list[str]:
    return [f"{remark.kind}: {', '.join(remark.values.values())}" for remark in desk.remarks()]


def test_what_lies_within_reach_is_suppressed() -> None:
    desk = decisions(ignore("tone/word", until=date(2027, 1, 31)))
    inside, outside, other = finding(), finding(touch=2), finding("tone/other")
    result = desk.sort([(inside, Span(10, 20)), (outside, Span(10, 21)), (other, Span(10, 20))])
    assert result.standing == [outside, other]
    (told,) = result.suppressed
    assert (told.finding, told.reason, told.until) == (inside, "agreed", "2027-01-31")
    assert remarks(desk) == []


@pytest.mark.parametrize("word", ["tone/word", "tone", "tone/*"])
def test_a_family_and_a_glob_mean_their_rules(word: str) -> None:
    desk = decisions(ignore("consent/law", word))
    assert suppressed(desk, finding(), finding("tone/other"))[0] == "tone/word: agreed"


def test_a_file_or_a_touch_can_be_reached() -> None:
    assert suppressed(decisions(ignore("tone/word", reach=None)), span=Span(900, 901))
    of_touch = ignore("tone/word", reach=None, touch=2)
    assert not suppressed(decisions(of_touch))
    assert suppressed(decisions(of_touch), finding(touch=2))


def test_a_covered_finding_stays_and_the_suppression_is_used() -> None:
    desk = decisions(ignore("tone/word"))
    covered = finding(covered_by="tone/other")
    assert desk.sort([(covered, HERE)]).standing == [covered]
    assert remarks(desk) == []


def test_the_nearest_gives_the_reason_and_all_are_used() -> None:
    desk = decisions(
        ignore("tone/word", reach=None, reason="all"),
        ignore("tone/word", reach=Span(0, 50), reason="touch"),
        ignore("tone/word", reason="line"),
    )
    assert suppressed(desk) == ["tone/word: line"]
    assert remarks(desk) == []


def test_one_that_suppressed_nothing_is_unused() -> None:
    desk = decisions(ignore("tone/word", "tone/other"))
    assert suppressed(desk, finding("consent/law")) == []
    assert remarks(desk) == ["unused-suppression: tone/word, tone/other"]


def test_one_of_its_rules_is_use_enough() -> None:
    desk = decisions(ignore("tone/word", "tone/other"))
    assert suppressed(desk)
    assert remarks(desk) == []


def test_it_is_not_unused_if_a_rule_did_not_run() -> None:
    assert remarks(decisions(ignore("tone/word"), idle=("tone/word",))) == []
    assert remarks(decisions(ignore("tone/word", "tone/other"), idle=("tone/word",))) == []
    assert remarks(decisions(ignore("tone/*"), idle=("tone/other",))) == []
    assert remarks(decisions(ignore("tone/word"), idle=("tone/other",))) != []


def test_one_of_the_configuration_is_not_remarked() -> None:
    assert remarks(decisions(ignore("tone/wrd", in_config=True, until=date(2020, 1, 1)))) == []


def test_one_that_has_ended_suppresses_nothing_and_is_remarked() -> None:
    desk = decisions(ignore("tone/word", until=date(2026, 11, 20)))
    assert not suppressed(desk)
    assert remarks(desk) == ["ended-suppression: 2026-11-20"]
    assert suppressed(decisions(ignore("tone/word", until=TODAY)))


def test_one_that_names_no_rule_is_remarked_and_the_others_hold() -> None:
    desk = decisions(ignore("tone/wrd", "tone/word"))
    assert suppressed(desk)
    assert remarks(desk) == [
        "malformed-suppression: there is no rule 'tone/wrd'; did you mean 'tone/word'?"
    ]


def test_a_reason_can_be_demanded() -> None:
    desk = decisions(ignore("tone/word", reason=""), require_reason=True)
    assert not suppressed(desk)
    assert remarks(desk) == ["malformed-suppression: write a reason after the brackets"]
    assert suppressed(decisions(ignore("tone/word"), require_reason=True))
    assert suppressed(decisions(ignore("tone/word", reason="")))


@pytest.mark.parametrize("word", ["consent/law", "consent", "consent/*"])
def test_what_nobody_may_suppress_stands(word: str) -> None:
    desk = decisions(ignore(word, "tone/word"), never=("consent/law",))
    assert suppressed(desk, finding("consent/law"), finding()) == ["tone/word: agreed"]
    assert remarks(desk) == [
        "malformed-suppression: the configuration says that nobody may ignore consent/law"
    ]


def test_what_may_not_be_suppressed_is_not_called_unused_too() -> None:
    assert len(remarks(decisions(ignore("consent/law"), never=("consent/law",)))) == 1
