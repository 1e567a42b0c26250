"""Re: and Fwd: without anything before them."""

import json
from typing import TYPE_CHECKING, Literal

import pytest

from cadence_lint import lint_text
from cadence_lint.checks import Objection
from cadence_lint.checks.reply_prefix import Options, Values, check
from cadence_lint.config import Config, Vocabulary
from cadence_lint.linting.case import Case
from cadence_lint.rulebook import Book
from tests.builders import sequence, touch

if TYPE_CHECKING:
    from cadence_lint.sequence import Touch


def objections(
    *touches: "Touch", allow: tuple[str, ...] = (), kind: Literal["fake", "doubled"] = "fake"
) -> list[Objection]:
    config = Config(vocabulary=Vocabulary(allow=allow))
    case = Case(sequence(*touches), Book({"rules": [], "phrases": {}}), config)
    return list(check(case, Options(kind=kind)))


@pytest.mark.parametrize(
    "subject",
    ["Re: audits", "RE: audits", "re : audits", "Fwd: audits", "FW: audits", "AW: x", "Re[2]: x"],
)
def test_the_first_email_answers_nothing(subject: str) -> None:
    (said,) = objections(touch(1, subject=subject))
    assert isinstance(said.values, Values)
    assert said.spots[0].quote == said.values.prefix
    assert said.values.subject in ("audits", "x")


@pytest.mark.parametrize(
    "subject", ["Re-thinking audits", "Fwd-looking", "Reply: audits", "re audits"]
)
def test_what_only_looks_like_a_prefix(subject: str) -> None:
    assert objections(touch(1, subject=subject)) == []


def test_an_answer_to_an_earlier_subject() -> None:
    first = touch(1, subject="night  audits")
    assert objections(first, touch(4, subject="Re: Night audits")) == []
    assert objections(first, touch(4, subject="Re: Fwd: night audits")) == []
    assert len(objections(first, touch(4, subject="Re: your order"))) == 1


def test_an_answer_to_most_of_an_earlier_subject() -> None:
    first = touch(1, subject="quick look at night audits")
    assert objections(first, touch(4, subject="Re: night audits")) == []
    assert objections(first, touch(4, subject="Re: quick look at night audits - a figure")) == []
    assert len(objections(first, touch(4, subject="Re: audits"))) == 1
    assert len(objections(first, touch(4, subject="Re: nights"))) == 1


def test_a_follow_up_without_the_rest_of_its_thread() -> None:
    late = "touches: [{channel: email, subject: 'Re: audits', body: 'I sent you an email in May.'}]"
    found = lint_text(
        late.replace("I sent you an email in May", "Who signs the audits off")
    ).findings
    assert "honesty/fake-reply-subject" not in {f.rule for f in lint_text(late).findings}
    assert "honesty/fake-reply-subject" in {finding.rule for finding in found}


def test_an_answer_by_its_thread() -> None:
    assert objections(touch(1, subject="audits"), touch(4, subject="Re: x", thread="reply")) == []
    assert len(objections(touch(4, subject="Re: x", thread="reply"))) == 1


@pytest.mark.parametrize(
    "subject",
    ["Re: {{previous_subject}}", "Re: [Original subject]", "Re: [Original subject] - news"],
)
def test_a_field_for_the_earlier_subject(subject: str) -> None:
    assert objections(touch(1, subject="audits"), touch(4, subject=subject)) == []
    assert len(objections(touch(1, subject=subject), touch(4, subject="audits", body="Yes"))) == 1


def test_a_field_for_a_subject_that_is_in_no_file() -> None:
    assert objections(touch(1, subject="Re: {{original_subject}}")) == []
    assert len(objections(touch(1, subject="Re: {{topic}}"))) == 1
    assert len(objections(touch(1, subject="Re: {{subject}}"))) == 1


def test_only_emails_have_threads() -> None:
    assert (
        len(objections(touch(1, "linkedin", subject="audits"), touch(4, subject="Re: audits"))) == 1
    )


def test_a_word_of_the_trade() -> None:
    assert objections(touch(1, subject="RE: flats in Mill Lane"), allow=("RE",)) == []
    assert len(objections(touch(1, subject="Re: flats"), allow=("RE",))) == 1


class TestDoubled:
    FIRST = touch(1, subject="night audits")

    def test_a_typed_prefix_in_a_reply(self) -> None:
        reply = touch(4, subject="Re: night audits", thread="reply")
        (said,) = objections(self.FIRST, reply, kind="doubled")
        assert said.values == Values("Re:", "night audits")

    def test_two_typed_ones(self) -> None:
        second = touch(4, subject="Re: RE: night audits", thread="new")
        (said,) = objections(self.FIRST, second, kind="doubled")
        assert said.values == Values("Re:", "night audits")

    def test_where_nobody_adds_one(self) -> None:
        typed = touch(4, subject="Re: night audits", thread="new")
        bare = touch(4, subject="night audits", thread="reply")
        first = touch(1, subject="Re: night audits", thread="reply")
        assert objections(self.FIRST, typed, kind="doubled") == []
        assert objections(self.FIRST, bare, kind="doubled") == []
        assert objections(first, kind="doubled") == []

    def test_a_field_for_the_subject_of_the_thread(self) -> None:
        filled = touch(4, subject="Re: {{previous_subject}}", thread="reply")
        assert objections(self.FIRST, filled, kind="doubled") == []


def test_a_thread_that_is_elsewhere_may_have_two_prefixes() -> None:
    planned = {"day": 1, "channel": "email", "subject": "oak beams"}
    late = {
        "day": 5,
        "channel": "email",
        "subject": "Re: Re: oak beams",
        "body": "Bumping this: the beams are in.",
    }

    def found(*touches: dict[str, object]) -> int:
        file = json.dumps({"touches": touches})
        return len(lint_text(file, select=["honesty/doubled-reply-prefix"]).findings)

    assert found(planned, late) == 0
    assert found({**planned, "body": "Which beams do you need?"}, late) == 1
