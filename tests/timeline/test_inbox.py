from __future__ import annotations

import pytest

from tests.timeline.drawn import timeline

PLAN = """\
audience: {relationship: RELATIONSHIP}
touches:
  - day: 1
    channel: email
    variants:
      - {label: A, subject: boiler 3, body: "Hi {{first_name}},\\n\\nOne.\\n\\nBest,\\nAda Brandt\\nLarkfield"}
      - {label: B, subject: the rota, body: "Hi {{first_name}},\\n\\nTwo."}
  - {day: 2, channel: call}
  - {day: 3, channel: email, subject: another matter, body: Three.}
  - {day: 4, channel: call, script: "Good morning", voicemail: "This is {{ sender.name }}."}
  - day: 5
    channel: email
    thread: reply
    variants:
      - {label: A, body: Four.}
      - {label: B, body: Four.}
  - {day: 6, channel: linkedin, action: connect, body: Glad to be in touch}
  - {day: 6, channel: linkedin, action: view}
  - {day: 7, channel: sms, body: Five.}
  - {day: 8, channel: task}
"""
COLD = PLAN.replace("RELATIONSHIP", "cold")


def test_an_email_in_a_thread_stands_with_the_one_that_began_it() -> None:
    threads = timeline(COLD).inbox
    steps = [[entry.moment.step.number for entry in thread.entries] for thread in threads]
    assert steps == [[1], [2], [3, 5], [4], [6], [7], [8]]


def test_a_reply_has_the_subject_of_its_thread() -> None:
    (reply,) = (each for thread in timeline(COLD).inbox for each in thread.entries[1:])
    assert {version.subject for version in reply.versions} == {"Re: another matter"}


def test_a_reply_follows_the_version_that_the_reader_had() -> None:
    text = "\n".join(line for line in COLD.splitlines() if "another matter" not in line)
    reply = timeline(text).inbox[0].entries[1]
    assert [version.subject for version in reply.versions] == ["Re: boiler 3", "Re: the rota"]


@pytest.mark.parametrize("typed", ["Re: boiler 3", "RE : boiler 3", "Fwd: re: boiler 3"])
def test_re_stands_there_once(typed: str) -> None:
    first = "{channel: email, day: 1, subject: boiler 3, body: One.}"
    second = f'{{channel: email, day: 2, thread: reply, subject: "{typed}", body: Two.}}'
    drawn = timeline(f"touches:\n  - {first}\n  - {second}\n")
    assert drawn.inbox[0].entries[1].versions[0].subject == "Re: boiler 3"


def test_a_reply_to_what_the_file_does_not_have_is_one_all_the_same() -> None:
    drawn = timeline(
        "touches:\n  - {channel: email, thread: reply, body: And now?}\n  - {channel: call}\n"
    )
    assert drawn.inbox[0].entries[0].versions[0].subject == "Re: (an earlier email)"


@pytest.mark.parametrize(
    ("relationship", "number"), [("cold", "an unknown number"), ("customer", "Ada Brandt")]
)
def test_the_phone_says_who_it_is(relationship: str, number: str) -> None:
    entries = timeline(PLAN.replace("RELATIONSHIP", relationship)).inbox
    said = {thread.entries[0].moment.step.number: thread.entries[0].headline for thread in entries}
    assert said == {
        1: "Ada Brandt",
        2: f"Missed call from {number}",
        3: "Ada Brandt",
        4: f"Missed call from {number}",
        6: "Ada Brandt would like to connect",
        7: "Ada Brandt viewed your profile",
        8: f"Text message from {number}",
    }


def test_a_call_has_what_is_left_and_what_is_heard() -> None:
    (call,) = (
        each for thread in timeline(COLD).inbox for each in thread.entries
        if each.moment.step.number == 4
    )  # fmt: skip
    assert call.versions[0].voicemail == "This is ‹name›."
    assert call.versions[0].script == "Good morning"


def test_silence_is_known_where_the_file_has_copy() -> None:
    entries = (entry for thread in timeline(COLD).inbox for entry in thread.entries)
    assert [entry.moment.step.number for entry in entries if entry.is_silent] == [2]
    bare = (
        "touches:\n  - {day: 1, channel: call}\n  - {day: 2, channel: linkedin, action: connect}\n"
    )
    assert not any(entry.is_silent for thread in timeline(bare).inbox for entry in thread.entries)
    (noted, *_) = timeline(bare + "  - {day: 3, channel: sms, body: Hi}\n").inbox
    assert noted.entries[0].is_silent


def test_a_missing_subject_is_named() -> None:
    drawn = timeline("touches:\n  - {channel: email, body: Hello there}\n  - {channel: call}\n")
    assert drawn.inbox[0].entries[0].versions[0].subject == "(no subject)"
