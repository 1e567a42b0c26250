from cadence_lint.checks import Objection
from cadence_lint.checks.soon_after_connect import Options, check
from cadence_lint.config import Config
from cadence_lint.linting.case import Case
from cadence_lint.rulebook import load_book
from cadence_lint.sequence import Action, Touch
from tests.builders import sequence, touch

PITCH = "We help exporters with their boxes. Do you have 15 minutes this week?"
OPTIONS = Options(any=("asks-for-meeting",))


def linkedin(day: float | None, action: Action | None = "message", body: str = PITCH) -> Touch:
    return touch(day, "linkedin", action=action, body=body)


def objections(*touches: Touch) -> list[Objection]:
    return list(check(Case(sequence(*touches), load_book(()), Config()), OPTIONS))


def flagged(*touches: Touch) -> list[int]:
    return [said.touch.number for said in objections(*touches) if said.touch]


REQUEST = linkedin(3, "connect", "Your note on Bergen made me think.")


def test_a_day_is_counted_from_midnight() -> None:
    assert flagged(REQUEST, linkedin(4.9)) == [2]
    assert flagged(REQUEST, linkedin(5)) == []


def test_it_points_at_the_words() -> None:
    (said,) = objections(REQUEST, linkedin(3))
    assert said.values.after == "on the day of"  # type: ignore[attr-defined]
    assert "15 minutes" in said.spots[0].quote
    assert said.spots[0].touch == 2


def test_the_note_of_the_request_is_not_looked_at() -> None:
    assert (
        flagged(linkedin(3, "connect"), linkedin(4, body="What do you do with late boxes?")) == []
    )


def test_after_a_request_just_linkedin_is_a_message() -> None:
    assert flagged(linkedin(3, None, "Hello"), linkedin(4, None)) == [2]
    assert flagged(linkedin(3, None)) == []


def test_a_second_request_starts_anew() -> None:
    assert flagged(REQUEST, linkedin(20, "connect"), linkedin(21)) == [3]


def test_other_touches_and_unknown_days_take_no_part() -> None:
    assert flagged(REQUEST, touch(4, body=PITCH)) == []
    assert flagged(REQUEST, linkedin(4, "comment")) == []
    assert flagged(REQUEST, linkedin(4, "inmail")) == []
    assert flagged(linkedin(None, "connect", ""), linkedin(None)) == []
    assert flagged(linkedin(3)) == []
