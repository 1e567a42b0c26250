from typing import TYPE_CHECKING, Any

import pytest

from cadence_lint import lint_text
from cadence_lint.checks.connect_first import Options, check
from cadence_lint.config import Config
from cadence_lint.linting.case import Case
from cadence_lint.rulebook import Book
from tests.builders import sequence, touch

if TYPE_CHECKING:
    from cadence_lint.sequence import Touch


def linkedin(day: float, action: str | None = None, **fields: Any) -> "Touch":
    return touch(day, "linkedin", action=action, **fields)


def flagged(*touches: "Touch") -> list[int]:
    case = Case(sequence(*touches), Book({"rules": [], "phrases": {}}), Config())
    return [said.touch.number for said in check(case, Options()) if said.touch]


def test_a_message_first() -> None:
    assert flagged(linkedin(1, "message")) == [1]
    assert flagged(touch(1), linkedin(2, "message"), linkedin(9, "message")) == [2]


def test_a_request_first() -> None:
    assert flagged(linkedin(1, "connect"), linkedin(5, "message")) == []


def test_a_request_that_comes_too_late() -> None:
    assert flagged(linkedin(1, "message"), linkedin(5, "connect")) == [1]


def test_the_order_is_that_of_the_days() -> None:
    assert flagged(linkedin(5, "message"), linkedin(1, "connect")) == []


@pytest.mark.parametrize("action", ["view", "like", "comment", "inmail"])
def test_what_is_no_request(action: str) -> None:
    assert flagged(linkedin(1, action)) == []
    assert flagged(linkedin(1, action), linkedin(2, "message")) == [2]


class TestJustLinkedIn:
    """A file may not say what is done there."""

    def test_it_may_be_the_request(self) -> None:
        assert flagged(linkedin(1), linkedin(5, "message")) == []
        assert flagged(linkedin(1, body="Glad to connect."), linkedin(5, "message")) == []

    def test_unless_it_is_too_long_for_a_note(self) -> None:
        assert flagged(touch(1), linkedin(3, body=301 * "x")) == [2]

    def test_or_is_the_whole_of_a_file(self) -> None:
        assert flagged(linkedin(1, body=301 * "x")) == []
        assert flagged(linkedin(1, "message", body=301 * "x")) == [1]
        assert flagged(linkedin(1, body=300 * "x" + "\n")) == []

    def test_with_a_subject_it_is_an_inmail(self) -> None:
        assert flagged(linkedin(1, subject="night audits", body=900 * "x")) == []
        assert flagged(linkedin(1, subject="x", body="y"), linkedin(5, "message")) == [2]


def test_the_rule_points_at_the_action() -> None:
    text = "touches:\n  - {day: 1, channel: linkedin, action: message}\n"
    (finding,) = lint_text(text, select=["channels/linkedin-message-before-connect"]).findings
    assert finding.evidence[0].text == "message"


def test_customers_may_be_connections_already() -> None:
    text = "touches:\n  - {day: 1, channel: linkedin, action: message}\n"
    text = "audience: {relationship: customer}\n" + text
    rule = ["channels/linkedin-message-before-connect"]
    assert lint_text(text, select=rule).findings == ()
