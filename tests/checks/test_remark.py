from datetime import date

import pytest

from cadence_lint import FileResult, lint_text
from cadence_lint.linting.linter import Linter
from cadence_lint.linting.request import Request

START = "touches:\n  - {day: 1, channel: email}\n"


def said(result: FileResult, rule: str) -> list[tuple[int, str]]:
    return [
        (finding.place.line, finding.message)
        for finding in result.findings
        if finding.rule == f"structure/{rule}"
    ]


class TestUnknownKey:
    def test_it_names_the_key_that_was_meant(self) -> None:
        (finding,) = lint_text(
            "touches:\n  - {day: 1, channel: email, boddy: Hello}\n",
            select=["structure/unknown-key"],
        ).findings
        assert (finding.touch, finding.evidence[0].text) == (1, "boddy")
        assert "`body`" in finding.advice

    @pytest.mark.parametrize("key", ["owner", "sender", "x", "to", "reviewed_by_mo"])
    def test_keys_that_resemble_none_are_left_alone(self, key: str) -> None:
        assert said(lint_text(f"{key}: Mo\n{START}"), "unknown-key") == []

    def test_in_the_header_it_is_about_no_touch(self) -> None:
        text = f"gaol: a call\n{START}"
        (finding,) = lint_text(text, select=["structure/unknown-key"]).findings
        assert finding.touch is None


class TestMixedTiming:
    def test_it_says_both_days(self) -> None:
        result = lint_text(f"{START}  - {{day: 5, delay: 2 days, channel: call}}\n")
        ((line, message),) = said(result, "mixed-timing")
        assert line == 3
        assert "day 5" in message
        assert "day 3" in message

    def test_agreement_is_fine(self) -> None:
        result = lint_text(f"{START}  - {{day: 3, delay: 2 days, channel: call}}\n")
        assert said(result, "mixed-timing") == []

    def test_the_first_touch_has_nothing_to_disagree_with(self) -> None:
        text = "touches:\n  - {day: 0, delay: 0, channel: email}\n  - {day: 3, channel: call}\n"
        assert said(lint_text(text), "mixed-timing") == []

    def test_nor_has_one_after_a_touch_without_a_day(self) -> None:
        text = "touches:\n  - {channel: email}\n  - {day: 3, delay: 2 days, channel: call}\n"
        assert said(lint_text(text), "mixed-timing") == []


class TestDayGoesBack:
    def test_it_says_both_days(self) -> None:
        result = lint_text(
            f"{START}  - {{day: 9, channel: call}}\n  - {{day: 4, channel: email}}\n"
        )
        ((line, message),) = said(result, "day-goes-back")
        assert line == 4
        assert "day 4" in message
        assert "day 9" in message

    def test_delays_never_go_back(self) -> None:
        result = lint_text(f"{START}  - {{delay: 3 days, channel: call}}\n")
        assert said(result, "day-goes-back") == []


RULE = "frequency/too-many-calls-in-a-day"
TWICE = f"touches:\n  - {{day: 1, channel: call}}\n  # cadence-lint: ignore[{RULE}] agreed\n"
AGAIN = "  - {day: 1, channel: call}\n"


class TestSuppressions:
    def test_one_that_is_used_is_fine(self) -> None:
        result = lint_text(TWICE + AGAIN)
        assert [each.finding.rule for each in result.suppressed] == [RULE]
        assert said(result, "unused-suppression") == []

    def test_one_that_is_not(self) -> None:
        result = lint_text(TWICE + AGAIN.replace("1", "2"))
        assert said(result, "unused-suppression") == [
            (3, f"{RULE} finds nothing here that could be ignored")
        ]

    def test_a_rule_that_is_off_says_nothing_of_its_use(self) -> None:
        result = lint_text(TWICE + AGAIN.replace("1", "2"), ignore=[RULE])
        assert said(result, "unused-suppression") == []

    @pytest.mark.parametrize("comment", ["ignore", f"ignore {RULE}", "ignore[]", "skip[x]"])
    def test_one_that_is_malformed(self, comment: str) -> None:
        result = lint_text(f"{START}  # cadence-lint: {comment}\n{AGAIN}")
        assert [line for line, _ in said(result, "malformed-suppression")] == [3]

    def test_one_that_names_no_rule_says_what_was_meant(self) -> None:
        result = lint_text(TWICE.replace("calls", "cals") + AGAIN)
        ((_, message),) = said(result, "malformed-suppression")
        assert f"did you mean '{RULE}'" in message

    @pytest.mark.parametrize(("today", "lines"), [(1, []), (2, []), (3, [3])])
    def test_one_ends_after_its_day(self, today: int, lines: list[int]) -> None:
        text = TWICE.replace("]", " until 2026-11-02]") + AGAIN
        linter = Linter(Request(use_config=False, today=date(2026, 11, today)))
        result = linter.lint_text("sequence.yaml", text)
        assert [line for line, _ in said(result, "ended-suppression")] == lines
        assert bool(result.suppressed) == (not lines)
