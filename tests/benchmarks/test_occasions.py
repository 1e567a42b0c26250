from types import ModuleType
from typing import Any

import pytest

from tests.benchmarks.scripts import script


@pytest.fixture(scope="module")
def occasions() -> ModuleType:
    return script("occasions")


def touches(occasions: ModuleType, **row: object) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = occasions.as_sequence({"body": "Hi Ines, …", **row})["touches"]
    return found


def test_a_voicemail_and_a_script_are_calls(occasions: ModuleType) -> None:
    assert touches(occasions, channel="voicemail") == [
        {"channel": "call", "voicemail": "Hi Ines, …", "day": 1}
    ]
    assert touches(occasions, channel="call")[0]["script"] == "Hi Ines, …"


def test_a_reply_has_the_email_before_it_that_it_answers(occasions: ModuleType) -> None:
    before, answer = touches(occasions, touch="follow-up", subject="Re: the kiln")
    assert before == {"day": 1, "channel": "email", "subject": "the kiln"}
    assert (answer["subject"], answer["day"]) == ("Re: the kiln", 5)


def test_a_follow_up_without_a_subject_stays_in_the_thread(occasions: ModuleType) -> None:
    assert touches(occasions, touch="breakup")[-1]["thread"] == "reply"


def test_a_short_first_line_on_linkedin_is_a_note_and_a_later_one_a_message(
    occasions: ModuleType,
) -> None:
    assert [each["action"] for each in touches(occasions, channel="linkedin")] == ["connect"]
    later = touches(occasions, channel="linkedin", touch="follow-up")
    assert [each["action"] for each in later] == ["connect", "message"]
    titled = touches(occasions, channel="linkedin", subject="the kiln")
    assert titled[0]["action"] == "inmail"


def test_the_occasion_says_what_for_and_to_whom(occasions: ModuleType) -> None:
    renewal = occasions.as_sequence({"body": "Hi Ines, …", "touch": "renewal"})
    assert renewal["purpose"] == "renewal"
    assert renewal["audience"] == {"relationship": "customer"}
    known = occasions.as_sequence({"body": "Hi Ines, …", "relationship": "warm"})
    assert known["audience"] == {"relationship": "warm"}
    assert "purpose" not in known
