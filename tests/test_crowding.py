from __future__ import annotations

from cadence_lint.crowding import crowded_days
from tests.output.runs import Story

DAYS = {1: 1, 2: 3, 3: 4, 4: 20}


def test_a_crowd_fills_the_days_between_its_first_and_its_last_step() -> None:
    crowd = Story().find("frequency/too-many-touches-in-a-week", touches=frozenset({1, 2, 3}))
    assert crowded_days([crowd], DAYS, 7) == dict.fromkeys((1, 2, 3, 4), "warning")


def test_the_gravest_of_several_speaks_for_a_day() -> None:
    story = Story()
    story.find("frequency/too-many-touches-in-a-week", touches=frozenset({1, 3}))
    story.find("frequency/same-channel-too-soon", touches=frozenset({2, 3}), severity="error")
    assert crowded_days(story.findings, DAYS, 7) == {
        1: "warning",
        2: "warning",
        3: "error",
        4: "error",
    }


def test_more_than_a_week_of_many_steps_is_no_crowd() -> None:
    many = Story().find("frequency/too-many-touches", touches=frozenset({1, 2, 3, 4}))
    assert crowded_days([many], DAYS, 7) == {}


def test_only_what_was_found_about_frequency_counts() -> None:
    found = Story().find("tone/jargon", touches=frozenset({1, 2}))
    single = Story().find("frequency/too-many-touches-in-a-day", touches=frozenset({1, 9}))
    assert crowded_days([found, single], DAYS, 7) == {}
