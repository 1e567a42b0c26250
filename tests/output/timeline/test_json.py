from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

from hypothesis import given, settings

from cadence_lint.output.terminal import OBEYED
from cadence_lint.output.timeline.json import render
from tests.output.timeline.plans import BOILERS, TIMED, drawn
from tests.timeline.drawn import timelines

if TYPE_CHECKING:
    from cadence_lint.timeline import Timeline


def told(*timelines: Timeline) -> list[dict[str, Any]]:
    said: dict[str, Any] = json.loads(render(timelines))
    assert said["version"] == 1
    found: list[dict[str, Any]] = said["timelines"]
    return found


def test_weeks_days_and_steps() -> None:
    (timeline,) = told(drawn(BOILERS, date(2026, 12, 3)))
    assert timeline["start"] == "2026-12-03"
    assert [week["week"] for week in timeline["weeks"]] == [1, 4]
    christmas = timeline["weeks"][1]["days"][4]
    assert christmas["date"] == "2026-12-25"
    assert [mark["kind"] for mark in christmas["marks"]] == ["holiday", "period"]
    (touch,) = christmas["touches"]
    assert (touch["touch"], touch["channel"], touch["time"]) == (4, "email", None)
    assert [each["rule"] for each in touch["findings"]] == ["timing/public-holiday"]


def test_times_and_crowds() -> None:
    (timeline,) = told(drawn(TIMED))
    assert timeline["start"] is None
    first, *_, last = timeline["weeks"][0]["days"][:5]
    assert first["touches"][0]["time"] == "09:30"
    assert first["touches"][0]["elsewhere"] == [
        {"timezone": "America/New_York", "times": ["03:30"]}
    ]
    assert last["crowded"] in ("warning", "error")


def test_the_inbox_has_its_threads() -> None:
    (timeline,) = told(drawn(BOILERS))
    assert [[entry["touch"] for entry in thread] for thread in timeline["inbox"]] == [
        [1, 4],
        [2],
        [3],
    ]
    reply = timeline["inbox"][0][1]
    assert reply["sender"] == "Bo Lind"
    assert reply["versions"] == [
        {
            "variant": None,
            "subject": "Re: boiler 3",
            "preview": "Hi Ada, The log says it lost pressure twice in May.",
            "voicemail": "",
            "script": "",
        }
    ]


def test_a_timeline_for_each_start() -> None:
    starts = [date(2026, 12, 1), date(2026, 12, 2)]
    timelines = told(*(drawn(BOILERS, start) for start in starts))
    assert [each["start"] for each in timelines] == ["2026-12-01", "2026-12-02"]


@settings(max_examples=25, deadline=None)
@given(timelines())
def test_any_text_comes_back_as_it_was(timeline: Timeline) -> None:
    text = render([timeline])
    assert not any(ord(sign) in OBEYED for sign in text)
    (said,) = json.loads(text)["timelines"]
    assert said["sequence"] == _in_letters(timeline.sequence.name)
    assert said["inbox"][0][0]["headline"] == _in_letters(timeline.inbox[0].entries[0].headline)


def _in_letters(text: str) -> str:
    """The same but for halves of characters, which no JSON may hold."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")
