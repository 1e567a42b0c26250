from cadence_lint.checks.by_itself import Options, check
from cadence_lint.config import Config
from cadence_lint.linting.case import Case
from cadence_lint.rulebook import Book
from cadence_lint.sequence import Touch
from tests.builders import sequence, touch

AUTOMATIC = (touch(1), touch(4, "sms"), touch(9, body="Who signs off?"))


def is_flagged(*touches: Touch) -> bool:
    case = Case(sequence(*touches), Book({"rules": [], "phrases": {}}), Config())
    return bool(list(check(case, Options())))


def test_emails_and_text_messages() -> None:
    assert is_flagged(*AUTOMATIC)
    assert not is_flagged(*AUTOMATIC[:2])


def test_a_person_somewhere() -> None:
    for channel in ("call", "linkedin", "video", "mail", "other"):
        assert not is_flagged(*AUTOMATIC, touch(12, channel))
    assert not is_flagged(*AUTOMATIC, touch(12, manual=True))
    assert not is_flagged(*AUTOMATIC, touch(12, body="{{icebreaker}} Who signs off?"))


def test_what_the_reader_does_not_notice_is_no_person() -> None:
    assert is_flagged(
        *AUTOMATIC, touch(12, "task", manual=True), touch(13, "linkedin", action="view")
    )
