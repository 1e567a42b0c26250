"""Parts that are not there."""

import pytest

from cadence_lint import lint_text

SUBJECT = "craft/missing-subject"
EMPTY = "craft/empty-message"


def lines(text: str, rule: str, filename: str = "plan.yaml") -> list[tuple[str, int]]:
    findings = lint_text(text, filename=filename, select=[rule]).findings
    return [(each.severity, each.place.line) for each in findings]


def test_an_empty_subject_is_pointed_at() -> None:
    text = "touches:\n  - day: 1\n    channel: email\n    subject: ''\n    body: Who plans it?\n"
    assert lines(text, SUBJECT) == [("error", 4)]


def test_an_absent_one_is_the_touch() -> None:
    text = "touches:\n  - day: 1\n    channel: email\n    body: Who plans the crane days?\n"
    assert lines(text, SUBJECT) == [("error", 2)]


def test_an_empty_body_is_pointed_at() -> None:
    text = "touches:\n  - day: 1\n    channel: email\n    subject: crane days\n    body:\n"
    assert [severity for severity, _ in lines(text, EMPTY)] == ["error"]


@pytest.mark.parametrize("channel", ["call", "video", "task", "linkedin"])
def test_what_may_be_without_words(channel: str) -> None:
    text = f"touches:\n  - {{channel: {channel}, body: ''}}\n  - {{channel: email, body: crane}}\n"
    assert lines(text, EMPTY) == []


class TestPastedText:
    """Whoever pastes the bodies only has the subjects elsewhere."""

    def test_no_subject_anywhere(self) -> None:
        text = "Day 1 – Email\n\nHi Ada, who plans it?\n\nDay 4 – Email\n\nTwo yards share one.\n"
        assert [severity for severity, _ in lines(text, SUBJECT, "plan.txt")] == ["info"]

    def test_one_forgotten(self) -> None:
        text = (
            "Day 1 – Email\n\nHi Ada, who plans it?\n\n"
            "Day 4 – Email\nSubject: one crane\n\nTwo yards share one.\n"
        )
        assert [severity for severity, _ in lines(text, SUBJECT, "plan.txt")] == ["error"]


def test_two_versions_are_one_finding() -> None:
    text = "touches:\n  - channel: email\n    variants:\n      - body: Who?\n      - body: When?\n"
    assert len(lines(text, SUBJECT)) == 1
