from __future__ import annotations

from textwrap import dedent
from typing import TYPE_CHECKING

import pytest

from cadence_lint import checks
from cadence_lint.checks import Objection
from cadence_lint.config.selection import Choice, all_rules
from cadence_lint.linting.linter import Linter
from cadence_lint.linting.request import Request
from tests import scratch
from tests.scratch import rule_text, use_rules, write

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from cadence_lint.finding import Finding
    from cadence_lint.linting.case import Case
    from cadence_lint.linting.results import FileResult


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    use_rules(monkeypatch, tmp_path / "rules")
    write(tmp_path / "rules", {"phrases/en/bump.yaml": "phrases: [just checking]\n"})
    yield from (tmp_path for _ in scratch.register_checks())


def lint(folder: Path, sequence: str, **rules: str) -> FileResult:
    """Lint a sequence with rules, named `tone_word` for `tone/word`."""
    files = {f"{name.replace('_', '/', 1)}.yaml": text for name, text in rules.items()}
    write(folder / "rules", files)
    request = Request(use_config=False, choice=Choice("all"))
    result = Linter(request).lint_text("a.yaml", dedent(sequence))
    assert not [error for error in result.errors if error.kind == "input"]
    return result


def words(result: FileResult) -> list[str]:
    return [
        f"{finding.touch}: {', '.join(item.quote for item in finding.evidence)}"
        for finding in result.findings
    ]


def only(result: FileResult) -> Finding:
    (finding,) = result.findings
    return finding


TWO = """\
    name: Renewals
    touches:
      - {day: 1, channel: email, subject: a, body: really}
      - {day: 3, channel: call, script: really, voicemail: really very}
    """
TOUCHES = {
    "check": "all-touches",
    "options": "{channels: [email, call]}",
    "message": "touches on {days}",
}

# From an objection to a finding


def test_a_finding_says_what_where_and_why(folder: Path) -> None:
    finding = only(
        lint(folder, TWO, tone_word=rule_text(options="{words: [very]}", confidence="high"))
    )
    assert (finding.rule, finding.severity, finding.confidence) == ("tone/word", "warning", "high")
    assert (finding.message, finding.advice) == ("very is said 1 times", "Leave it out.")
    assert (finding.sequence, finding.sequence_id) == ("Renewals", "a.yaml")
    assert (finding.touch, finding.channel, finding.variant) == (2, "call", None)
    assert finding.touches == {2}
    assert finding.is_named
    (item,) = finding.evidence
    assert (item.text, item.quote, item.touch, item.variant) == ("very", "very", 2, None)
    assert item.line_text.strip().startswith("- {day: 3")
    assert finding.place == item.place
    assert (item.place.line, item.place.end_column - item.place.column) == (4, 4)


def test_a_finding_points_at_words_else_at_its_touch_else_at_the_name(folder: Path) -> None:
    each = rule_text(check="each-touch", options="{channels: call}", message="day {days}")
    whole = rule_text(check="whole", options="", message="named {name}")
    result = lint(folder, TWO, a_each=each, b_whole=whole)
    header, touch = result.findings
    assert (header.rule, header.touch, header.channel) == ("b/whole", None, None)
    assert (header.place.line, header.place.column) == (1, 7)
    assert header.touches == {1, 2}
    assert (touch.rule, touch.touch, touch.evidence) == ("a/each", 2, ())
    assert (touch.place.line, touch.place.column) == (4, 6)


def test_without_a_name_it_points_at_the_list(folder: Path) -> None:
    whole = rule_text(check="whole", options="", message="named {name}")
    finding = only(lint(folder, "touches:\n- {day: 1, channel: email}\n", b_whole=whole))
    assert (finding.place.line, finding.place.column) == (1, 1)
    assert not finding.is_named


def test_findings_are_in_order(folder: Path) -> None:
    both = "{words: [really, very]}"
    result = lint(
        folder,
        TWO,
        z_word=rule_text(options=both),
        a_word=rule_text(options=both),
        b_all=rule_text(**TOUCHES),
    )
    said = [(finding.touch, finding.place.column, finding.rule) for finding in result.findings]
    assert said == sorted(said, key=lambda each: (each[0] or 0, *each[1:]))
    assert [rule for _, _, rule in said] == [
        "b/all", "a/word", "z/word", "a/word", "z/word", "a/word", "z/word", "a/word", "z/word",
    ]  # fmt: skip


def test_a_long_quote_is_cut_in_a_message(folder: Path) -> None:
    long = "so " * 40 + "on"
    text = rule_text(options=f"{{words: ['{long}']}}", message='"“{quote}”"')
    finding = only(lint(folder, f"touches:\n- {{day: 1, body: '{long}'}}\n", tone_word=text))
    assert finding.message == "“" + "so " * 25 + "…”"
    assert finding.evidence[0].quote == long


# Levels and conditions


@pytest.mark.parametrize(
    ("levels", "severity"),
    [
        ("[{severity: error, above: 2}]", "warning"),
        ("[{severity: error, above: 1}]", "error"),
        ("[{severity: error, below: 2}]", "warning"),
        ("[{severity: error, below: 3}]", "error"),
        ("[{severity: error, above: 5}, {severity: info, above: 1}, {severity: error}]", "info"),
        ("[{severity: error, where: [subject]}]", "warning"),
        ("[{severity: error, where: [subject, body]}]", "error"),
        ("[{severity: error, channel: call}]", "warning"),
        ("[{severity: error, channel: email, position: first, segment: mid}]", "error"),
        ("[{severity: error, relationship: customer}]", "warning"),
        ("[{severity: error, region: DE}]", "warning"),
    ],
)
def test_the_first_level_that_fits_gives_the_severity(
    folder: Path, levels: str, severity: str
) -> None:
    sequence = "touches:\n- {day: 1, channel: email, body: really really}\n"
    finding = only(lint(folder, sequence, tone_word=rule_text(levels=levels)))
    assert finding.severity == severity


def test_a_level_with_a_bound_needs_a_number(folder: Path) -> None:
    each = rule_text(
        check="each-touch",
        options="{channels: call}",
        message="day {days}",
        levels="[{severity: error, above: 0}, {severity: error, below: 9}]",
    )
    assert only(lint(folder, TWO, a_each=each)).severity == "warning"


@pytest.mark.parametrize(
    ("when", "holds"),
    [
        ("{relationship: [cold, warm]}", True),
        ("{relationship: [customer]}", False),
        ("{relationship: cold, purpose: nurture}", False),
        ("{relationship: cold, purpose: [nurture, sales], segment: mid}", True),
        ("{region: US}", False),
        ("{region: [US, DE]}", True),
        ("{region: EMEA}", True),
    ],
)
def test_conditions_all_hold_by_any_of_their_words(folder: Path, when: str, holds: bool) -> None:
    sequence = "region: DE\ntouches:\n- {day: 1, channel: email, body: really}\n"
    assert bool(lint(folder, sequence, tone_word=rule_text(when=when)).findings) is holds


FOUR = """\
    touches:
      - {day: 1, channel: task, body: really}
      - {day: 1, channel: email, body: really}
      - {day: 2, channel: linkedin, action: like}
      - {day: 3, channel: call, script: really}
      - {day: 4, channel: email, body: really}
      - {day: 9, channel: task}
    """


@pytest.mark.parametrize(
    ("when", "touches"),
    [
        ("", [2, 4, 5]),
        ("{channel: email}", [2, 5]),
        ("{channel: [call, sms]}", [4]),
        ("{position: first}", [2]),
        ("{position: later}", [4, 5]),
        ("{position: last}", [5]),
        ("{position: [first, last], channel: email}", [2, 5]),
        ("{position: later, channel: email}", [5]),
    ],
)
def test_positions_are_those_that_the_prospect_notices(
    folder: Path, when: str, touches: list[int]
) -> None:
    result = lint(folder, FOUR, tone_word=rule_text(when=when))
    assert [finding.touch for finding in result.findings] == touches


def test_a_position_never_holds_where_nothing_is_noticed(folder: Path) -> None:
    each = rule_text(
        check="each-touch",
        options="{channels: task}",
        message="day {days}",
        when="{position: [first, last]}",
    )
    assert not lint(folder, "touches:\n- {day: 1, channel: task, body: x}\n", a_each=each).findings


def test_a_rule_about_sequences_asks_for_the_touch_that_it_is_about(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def check(case: Case, options: object) -> Iterator[Objection]:
        for touch in case.touches:
            days = scratch.DayValues("some")
            yield Objection(days, touch=touch, about=touch.place_of("day"))
        yield Objection(days)

    monkeypatch.setattr(scratch.CHECKS["all-touches"], "check", check)
    text = rule_text(**TOUCHES, when="{channel: call}")
    whole, call = lint(folder, TWO, a_all=text).findings
    assert (whole.touch, call.touch) == (None, 2)
    assert (call.place.line, call.place.column) == (4, 11)
    assert not lint(folder, TWO, a_all=rule_text(**TOUCHES, when="{segment: exec}")).findings


# Variants

VARIANTS = """\
    touches:
      - day: 1
        channel: email
        variants:
          - {label: A, body: "really, really"}
          - {label: B, body: so very}
          - {label: C, body: nothing}
      - day: 5
        channel: email
        variants:
          - {label: A, body: very}
          - {label: B, body: really}
    """


def test_the_same_finding_in_several_variants_is_one(folder: Path) -> None:
    options = "{words: [really]}"
    sequence = VARIANTS.replace("so very", "so really").replace("nothing", "really")
    first, second = lint(folder, sequence, tone_word=rule_text(options=options)).findings
    assert [item.variant for item in first.evidence] == ["A", "A", "B", "C"]
    assert (first.touch, first.variant) == (1, None)
    assert first.place == first.evidence[0].place
    assert (second.touch, second.variant) == (2, "B")


def test_what_stands_alone_in_its_variant_is_the_same_in_other_words(folder: Path) -> None:
    first, second = lint(
        folder, VARIANTS, tone_word=rule_text(options="{words: [really, very]}")
    ).findings
    assert [(item.variant, item.quote) for item in first.evidence] == [
        ("A", "really"), ("A", "really"), ("B", "very"),
    ]  # fmt: skip
    assert [(item.variant, item.quote) for item in second.evidence] == [
        ("A", "very"),
        ("B", "really"),
    ]


def test_of_several_in_a_variant_those_are_the_same_that_say_the_same(folder: Path) -> None:
    sequence = """\
        touches:
          - day: 1
            channel: email
            variants:
              - {label: A, body: really very}
              - {label: B, body: very}
              - {label: C, body: so very}
        """
    options = "{words: [really, very, so]}"
    found = lint(folder, sequence, tone_word=rule_text(options=options)).findings
    assert [
        (finding.variant, [item.variant for item in finding.evidence]) for finding in found
    ] == [
        ("A", ["A"]),
        (None, ["A", "B", "C"]),
        ("C", ["C"]),
    ]


def test_the_worst_variant_gives_the_severity(folder: Path) -> None:
    text = rule_text(options="{words: [really, very]}", levels="[{severity: error, above: 1}]")
    sequence = VARIANTS.replace("really, really", "really").replace("so very", "very very")
    first, second = lint(folder, sequence, tone_word=text).findings
    assert (first.severity, second.severity) == ("error", "warning")


def test_two_findings_in_one_message_stay_two(folder: Path) -> None:
    text = rule_text(options="{words: [really, very]}", message="a word")
    sequence = "touches:\n- {day: 1, body: really very}\n"
    assert len(lint(folder, sequence, tone_word=text).findings) == 2


# Covering


def test_a_covering_rule_marks_what_it_covers(folder: Path) -> None:
    result = lint(
        folder,
        TWO,
        a_all=rule_text(**TOUCHES, covers="[tone/word]"),
        tone_word=rule_text(options="{words: [very]}"),
    )
    speaking, covered = result.findings
    assert (speaking.rule, speaking.covered_by) == ("a/all", None)
    assert (covered.rule, covered.covered_by) == ("tone/word", "a/all")


def test_a_rule_that_is_off_covers_nothing(folder: Path) -> None:
    covering = rule_text(**TOUCHES, covers="[tone/word]")
    write(folder / "rules", {"a/all.yaml": covering, "tone/word.yaml": rule_text()})
    request = Request(use_config=False, choice=Choice(ignore=("a/all",)))
    result = Linter(request).lint_text("a.yaml", dedent(TWO))
    assert {finding.covered_by for finding in result.findings} == {None}


# Faults


def test_a_rule_that_fails_costs_no_other(folder: Path) -> None:
    result = lint(
        folder,
        TWO,
        a_broken=rule_text(check="broken", options="", message="x"),
        tone_word=rule_text(options="{words: [very]}"),
    )
    assert words(result) == ["2: very"]
    (error,) = result.errors
    assert (error.kind, error.rule, error.file) == ("rule", "a/broken", "a.yaml")
    assert (error.line, error.column) == (1, 7)
    assert error.message == (
        "the rule a/broken failed here (ValueError: out of order); the other rules ran."
        " Switch it off with `a/broken: off`, and report it"
    )
    assert result.sequences[0].score is None


def test_a_rule_that_fails_and_is_off_is_nobodys_trouble(folder: Path) -> None:
    write(
        folder / "rules",
        {"a/broken.yaml": rule_text(check="broken", options="", message="x", preset="strict")},
    )
    result = Linter(Request(use_config=False)).lint_text("a.yaml", dedent(TWO))
    assert not result.errors
    assert result.sequences[0].score is not None


def test_a_rule_whose_check_is_gone_fails(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = rule_text(check="whole", options="", message="x")
    assert only(lint(folder, TWO, a_whole=text)).rule == "a/whole"
    del checks._EXTRA["whole"]
    for cached in (checks.find_check, all_rules):  # as in a process that starts without it
        cached.cache_clear()
    result = Linter(Request(use_config=False)).lint_text("a.yaml", dedent(TWO))
    assert "there is no check 'whole'" in result.errors[0].message
