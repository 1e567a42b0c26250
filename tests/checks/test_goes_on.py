import pytest

from cadence_lint import lint_text

TOUCHES = "\ntouches:\n  - {day: 1, channel: email}\n  - {day: 5, channel: email}\n"


def quotes(header: str, touches: str = TOUCHES) -> list[str]:
    findings = lint_text(header + touches, select=["alignment/no-stop-on-reply"]).findings
    return [finding.evidence[0].text for finding in findings]


@pytest.mark.parametrize(
    "ends",
    [
        "meeting",
        "[meeting, opt_out]",
        "[Meeting booked, Unsubscribed, bounce]",
        "opt-out",
        "never",
        "no",
        "none",
        "the last step",
    ],
)
def test_an_answer_does_not_end_it(ends: str) -> None:
    assert quotes(f"stop_on: {ends}") == [ends]


@pytest.mark.parametrize(
    "ends",
    [
        "reply",
        "[reply]",
        "[any response, meeting]",
        "[meeting, replied]",
        "they write back",
        "[meeting, a call back from them]",
        "yes",
        "",
        "[]",
        "Antwort",
    ],
)
def test_an_answer_may_end_it(ends: str) -> None:
    assert quotes(f"stop_on: {ends}") == []


def test_tasks_do_not_go_on_to_anybody() -> None:
    one = "\ntouches:\n  - {day: 1, channel: email}\n  - {day: 5, channel: task}\n"
    assert quotes("stop_on: meeting", one) == []
