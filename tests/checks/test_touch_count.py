from typing import TYPE_CHECKING, Any

from hypothesis import given
from hypothesis import strategies as st

from cadence_lint import lint_text
from cadence_lint.checks import Objection
from cadence_lint.checks.touch_count import Options, Values, check
from cadence_lint.config import Config
from cadence_lint.linting.case import Case
from cadence_lint.rulebook import Book
from tests.builders import sequence, touch

if TYPE_CHECKING:
    from cadence_lint.sequence import Touch

WEEK = Options(max=4, within=7)
DAY = Options(max=2, within=1)


def objections(options: Options, *touches: "Touch", **fields: Any) -> list[Objection]:
    case = Case(sequence(*touches, **fields), Book({"rules": [], "phrases": {}}), Config())
    return list(check(case, options))


def counts(options: Options, *days: float | None, **fields: Any) -> list[int]:
    said = objections(options, *(touch(day) for day in days), **fields)
    return [values(each).count for each in said]


def values(objection: Objection) -> Values:
    assert isinstance(objection.values, Values)
    return objection.values


class TestInAll:
    def test_as_many_as_the_limit_are_welcome(self) -> None:
        assert counts(Options(max=3), 1, 10, 20) == []
        assert counts(Options(max=3), 1, 10, 20, 30) == [4]

    def test_touches_without_a_day_count(self) -> None:
        assert counts(Options(max=3), None, None, None, None) == [4]

    def test_it_points_at_the_first_beyond_the_limit_and_names_all(self) -> None:
        (said,) = objections(Options(max=2), touch(1), touch(2), touch(3), touch(4))
        assert said.touch is not None
        assert said.touch.number == 3
        assert said.touches == {1, 2, 3, 4}
        assert [spot.touch for spot in said.spots] == [3, 1, 2, 4]
        assert values(said).excess == 2
        assert said.measure == 4

    def test_tasks_views_and_likes_do_not_count(self) -> None:
        unseen = (
            touch(1, "task"),
            touch(1, "linkedin", action="view"),
            touch(1, "linkedin", action="like"),
        )
        assert objections(Options(max=2), touch(1), touch(1), *unseen) == []
        assert len(objections(Options(max=2), *unseen, *(touch(1) for _ in range(3)))) == 1

    def test_comments_and_requests_to_connect_count(self) -> None:
        seen = (touch(1, "linkedin", action="comment"), touch(2, "linkedin", action="connect"))
        assert len(objections(Options(max=1), *seen)) == 1

    def test_the_limit_may_depend_on_the_segment_and_the_purpose(self) -> None:
        limits = Options(max={"exec": 1, "mid": 2, "recruiting": 3})
        assert counts(limits, 1, 9, segment="exec") == [2]
        assert counts(limits, 1, 9, segment="mid") == []
        assert counts(limits, 1, 9, 18, segment="exec", purpose="recruiting") == []

    def test_no_limit_for_the_segment_says_nothing(self) -> None:
        assert counts(Options(max={"exec": 1}), *range(20), segment="smb") == []


class TestWithinDays:
    def test_a_week_is_seven_days(self) -> None:
        assert counts(WEEK, 1, 2, 3, 4, 7) == [5]
        assert counts(WEEK, 1, 2, 3, 4, 8) == []

    def test_a_week_of_working_days_is_five(self) -> None:
        assert counts(WEEK, 1, 2, 3, 4, 5, business_days=True) == [5]
        assert counts(WEEK, 1, 2, 3, 4, 6, business_days=True) == []

    def test_the_week_may_begin_anywhere(self) -> None:
        assert counts(WEEK, 1, 12, 13, 14, 15, 18) == [5]

    def test_it_speaks_once_about_the_fullest(self) -> None:
        (said,) = objections(WEEK, *(touch(day) for day in (1, 2, 3, 4, 5, 31, 32, 33, 34, 35, 36)))
        assert (values(said).first_day, values(said).last_day) == ("31", "36")

    def test_the_earliest_of_equals(self) -> None:
        (said,) = objections(WEEK, *(touch(day) for day in (1, 2, 3, 4, 5, 31, 32, 33, 34, 35)))
        assert values(said).first_day == "1"

    def test_the_first_day_may_be_0(self) -> None:
        (said,) = objections(WEEK, *(touch(day) for day in range(5)))
        assert (values(said).first_day, values(said).last_day) == ("0", "4")
        assert said.touch is not None
        assert said.touch.number == 5

    def test_touches_without_a_day_are_in_no_week(self) -> None:
        assert counts(WEEK, 1, 2, 3, 4, None, None) == []

    def test_each_full_day_speaks_for_itself(self) -> None:
        said = objections(DAY, *(touch(day) for day in (1, 1, 1, 2, 5, 5, 5, 5)))
        assert [values(each).first_day for each in said] == ["1", "5"]
        assert [each.touch.number for each in said if each.touch] == [3, 7]

    def test_hours_do_not_part_a_day(self) -> None:
        assert counts(DAY, 1, 1.25, 1.875) == [3]
        assert counts(DAY, 1.5, 1.75, 2) == []

    def test_of_one_day_the_latest_by_the_clock_is_beyond_the_limit(self) -> None:
        (said,) = objections(
            DAY, touch(1, minute=960), touch(1, "call", minute=540), touch(1, "sms", minute=600)
        )
        assert said.touch is not None
        assert (said.touch.number, said.touch.channel) == (3, "email")

    @given(st.lists(st.integers(0, 40), max_size=25), st.integers(1, 6), st.booleans())
    def test_like_counting_every_week(self, days: list[int], limit: int, business: bool) -> None:
        length = 5 if business else 7
        fullest = max(
            (sum(day <= other < day + length for other in days) for day in days), default=0
        )
        found = counts(Options(max=limit, within=7), *days, business_days=business)
        assert found == ([fullest] if fullest > limit else [])

    @given(st.lists(st.integers(0, 10), max_size=25), st.integers(1, 4))
    def test_like_counting_every_day(self, days: list[int], limit: int) -> None:
        full = [days.count(day) for day in sorted(set(days)) if days.count(day) > limit]
        assert counts(Options(max=limit, within=1), *days) == full


class TestExpected:
    options = Options(max=2, within=7, extra_when_expected=2)

    def test_quick_contact_after_a_request_is_welcome(self) -> None:
        assert counts(self.options, 0, 0, 1, 5, relationship="inbound") == []
        assert counts(self.options, 0, 0, 1, 5, relationship="cold") == [4]

    def test_and_after_an_event(self) -> None:
        assert counts(self.options, 1, 1, 2, 6, context={"event": "Hotel Tech Days"}) == []

    def test_what_it_adds_is_said(self) -> None:
        days = (0, 0, 1, 4, 5)
        (said,) = objections(self.options, *map(touch, days), relationship="inbound")
        assert (values(said).count, values(said).max) == (5, 4)
        assert said.measure == 3

    def test_only_in_the_first_48_hours(self) -> None:
        assert counts(self.options, 1, 3, 4, relationship="inbound") == []
        assert counts(self.options, 1, 3, 4, 5, relationship="inbound") == [4]
        assert counts(self.options, 1, 11, 12, 13, relationship="inbound") == [3]


class TestChannels:
    def test_only_these_count(self) -> None:
        calls = Options(max=1, channels=("call",))
        assert objections(calls, touch(1, "call"), touch(2), touch(3, "sms")) == []
        (said,) = objections(calls, touch(1, "call"), touch(2), touch(3, "call"))
        assert said.touches == {1, 3}


POINTED_TO = """\
touches:
  - {day: 1, channel: email, subject: night audits, body: "Who signs off night audits?"}
  - {day: 4, channel: call, voicemail: "It is Mo from Larkfield. I sent you an email."}
  - {day: 4, channel: email, body: Here are the two figures.}
  - {day: 4, channel: linkedin, action: connect}
"""


class TestVoicemailAndEmail:
    rule = "frequency/too-many-touches-in-a-day"

    def test_are_one_contact_where_it_points_to_the_email(self) -> None:
        assert lint_text(POINTED_TO, select=[self.rule]).findings == ()

    def test_are_two_where_it_does_not(self) -> None:
        text = POINTED_TO.replace("I sent you an email", "Please call me back")
        assert [f.touch for f in lint_text(text, select=[self.rule]).findings] == [4]

    def test_are_one_contact_in_all(self) -> None:
        text = "purpose: recruiting\n" + POINTED_TO
        text += "  - {day: 9, channel: email}\n  - {day: 15, channel: email}\n"
        rule = "frequency/too-many-touches"
        assert lint_text(text, select=[rule]).findings == ()
        text = text.replace("I sent you an email", "Please call me back")
        assert [f.touch for f in lint_text(text, select=[rule]).findings] == [6]

    def test_such_an_email_is_still_an_email(self) -> None:
        text = "audience: {segment: exec}\n" + POINTED_TO
        text += "".join(f"  - {{day: {day}, channel: email}}\n" for day in (11, 18, 25))
        findings = lint_text(text, select=["frequency/too-many-emails"]).findings
        assert [(f.touch, f.message[:8]) for f in findings] == [(7, "5 emails")]


class TestSeverity:
    def severities(self, rule: str, touches: str) -> list[str]:
        return [f.severity for f in lint_text(f"touches:\n{touches}", select=[rule]).findings]

    def test_too_many_touches(self) -> None:
        rule = "frequency/too-many-touches"
        line = "  - {channel: call}\n"
        assert self.severities(rule, 12 * line) == []
        assert self.severities(rule, 18 * line) == ["warning"]
        assert self.severities(rule, 19 * line) == ["error"]

    def test_too_many_emails(self) -> None:
        rule = "frequency/too-many-emails"
        line = "  - {channel: email}\n"
        assert self.severities(rule, 5 * line) == []
        assert self.severities(rule, 8 * line) == ["warning"]
        assert self.severities(rule, 9 * line) == ["error"]

    def test_too_many_calls_in_a_day(self) -> None:
        rule = "frequency/too-many-calls-in-a-day"
        line = "  - {day: 2, channel: call}\n"
        assert self.severities(rule, line) == []
        assert self.severities(rule, 3 * line) == ["warning"]
        assert self.severities(rule, 4 * line) == ["error"]

    def test_three_calls_are_one_fault(self) -> None:
        text = "touches:\n" + 3 * "  - {day: 2, channel: call}\n"
        found = {f.rule: f.covered_by for f in lint_text(text).findings}
        assert found["frequency/too-many-calls-in-a-day"] is None
        assert found["frequency/too-many-touches-in-a-day"] == "frequency/too-many-calls-in-a-day"


def test_only_contacts_that_leave_something() -> None:
    options = Options(max=1, part="voicemail")
    silent = (
        touch(1, "call"),
        touch(2, "call", script="Who closes?"),
        touch(3, "call", voicemail=" "),
    )
    left = (touch(5, "call", voicemail="It's Mo."), touch(9, "call", voicemail="It's Mo again."))
    assert objections(options, *silent, left[0]) == []
    (said,) = objections(options, *silent, *left)
    assert said.touch is not None
    assert said.touch.number == 5


def test_it_says_when() -> None:
    (said,) = objections(Options(max=2, within=7), touch(1), touch(3), touch(5))
    assert values(said).when == "from day 1 to day 5"
    (said,) = objections(Options(max=2, within=7), touch(1), touch(1), touch(1))
    assert values(said).when == "on day 1"
