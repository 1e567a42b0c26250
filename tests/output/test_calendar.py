from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cadence_lint.linting.results import Step
from cadence_lint.output.calendar import strip
from cadence_lint.output.terminal import Look, width_of
from cadence_lint.room import Day, Period, Room
from tests.output.runs import Story

if TYPE_CHECKING:
    from cadence_lint.finding import Finding
    from cadence_lint.linting.results import SequenceResult

WORKDAYS = frozenset(range(5))


def plan(*landings: tuple[float, str], start: date | None = None, **fields: Any) -> SequenceResult:
    """A sequence with a touch for each day and channel; dates count days from the start."""
    first = landings[0][0] if landings else 1
    steps = tuple(
        Step(
            number,
            channel,
            None,
            None,
            day,
            number,
            channel != "task",
            start + timedelta(days=int(day - first)) if start else None,
        )
        for number, (day, channel) in enumerate(landings, 1)
    )
    return Story().file().sequences[0]._replace(steps=steps, send_days=WORKDAYS, **fields)


def crowd(*touches: int, rule: str = "frequency/too-many-touches-in-a-week") -> Finding:
    return Story().find(rule, touches=frozenset(touches))


def drawn(sequence: SequenceResult, *findings: Finding, width: int = 80) -> list[str]:
    return strip(sequence, findings, Look(width))


def test_a_week_with_three_channels() -> None:
    story = plan((1, "email"), (2, "call"), (3, "call"), (4, "linkedin"), (4, "call"), (5, "email"))

    assert drawn(story, crowd(1, 2, 3, 4, 5, 6)) == [
        "day       1  2  3  4  5  6  7",
        "email     ●  ·  ·  ·  ●  ·  ·",
        "call      ·  ●  ●  ●  ·  ·  ·",
        "LinkedIn  ·  ·  ·  ●  ·  ·  ·",
        "crowded   ~~~~~~~~~~~~~",
    ]


def test_days_are_counted_as_the_file_counts_them() -> None:
    assert drawn(plan((0, "email"), (6.25, "sms")))[0] == "day    0  1  2  3  4  5  6"
    worked = plan((1, "email"), (6, "call"), days_in_week=5)
    assert drawn(worked)[:2] == [
        "workday  1  2  3  4  5   6  7  8  9  10",
        "email    ●  ·  ·  ·  ·   ·  ·  ·  ·  ·",
    ]


def test_several_on_a_channel_and_day_are_a_figure() -> None:
    assert "call  2  ·  ·  ●" in drawn(plan((1, "call"), (1, "call"), (4, "call")))[1]


def test_what_the_reader_never_sees_has_a_row_of_its_own() -> None:
    assert drawn(plan((1, "email"), (3, "task")))[2].startswith("unseen  ·  ·  ●")


def test_crowded_are_days_close_together_and_no_whole_plan() -> None:
    sequence = plan((1, "email"), (3, "email"), (30, "email"))

    assert drawn(sequence, crowd(1, 2, 3))[-1].startswith("email")
    assert drawn(sequence, crowd(1, 2))[-1].startswith("crowded  ~")
    assert drawn(sequence, crowd(1, 2, rule="value/repeated-content"))[-1].startswith("email")


def test_dates_weekends_holidays_and_busy_times() -> None:
    room = Room((Period("year-end close", (12, 29), (1, 5)),), ("DE",))
    sequence = plan(
        (1, "email"), (6, "call"), (12, "email"), (15, "email"), start=date(2026, 12, 14), room=room
    )

    assert drawn(sequence) == [
        "         14 Dec                21 Dec                28 Dec",
        "         Mo Tu We Th Fr Sa Su  Mo Tu We Th Fr Sa Su  Mo Tu We Th Fr Sa Su",
        "email    ●  ·  ·  ·  ·         ·  ·  ·  ·  ●         ●  ·  ·  ·",
        "call     ·  ·  ·  ·  ·  ●      ·  ·  ·  ·            ·  ·  ·  ·",
        "day off                 ^",
        "holiday                                    ^  ^                  ^",
        "busy                                                    ~~~~~~~~~~~~~~~~",
        "         25 Dec Christmas Day, 26 Dec Second Day of Christmas, year-end close, 1",
        "         Jan New Year's Day",
    ]


def test_holidays_of_several_countries_say_where() -> None:
    sequence = plan(
        (1, "email"), (3, "call"), start=date(2026, 11, 25), room=Room((), ("US", "GB"))
    )

    assert drawn(sequence)[-1].strip() == "26 Nov Thanksgiving Day (US)"


def test_a_long_plan_takes_two_rows_of_weeks_and_a_longer_one_a_column_a_week() -> None:
    long = plan((1, "email"), (75, "call"))
    assert [line.split()[0] for line in drawn(long) if line] == ["day", "email", "call"] * 2

    longer = plan((1, "email"), (3, "email"), (200, "call"))
    lines = drawn(longer, crowd(1, 2))
    assert lines[0].startswith("week     1 2 3")
    assert lines[1].startswith("email    2 · ·")
    assert lines[3].startswith("crowded  ~")


def test_a_long_plan_with_dates_has_a_column_a_week_under_the_mondays() -> None:
    longer = plan((1, "email"), (200, "call"), start=date(2026, 12, 2))

    assert drawn(longer)[0].startswith("week     30 Nov")


@pytest.mark.parametrize(
    "sequence",
    [
        plan(),
        plan((1, "email")),
        plan((1, "email"), (700, "email")),
        plan((1, "email"), (10.0**15, "email")),
        plan((1, "email"), (2, "call"))._replace(
            steps=(
                Step(1, "email", None, None, 1, 1, True),
                Step(2, "call", None, None, None, 2, True),
            )
        ),
    ],
)
def test_no_strip_where_it_would_say_nothing(sequence: SequenceResult) -> None:
    assert drawn(sequence) == []


def test_no_day_of_a_plan_over_centuries_is_looked_up() -> None:
    class Unasked(Room):
        def on(self, date: date) -> Day:
            raise AssertionError(date)

    sequence = plan((1, "email"), (900_000, "call"), start=date(2026, 12, 2), room=Unasked((), ()))
    assert drawn(sequence) == []


@given(
    st.lists(
        st.tuples(st.integers(0, 300), st.sampled_from(["email", "call", "linkedin", "task"])),
        min_size=2,
        max_size=12,
    ),
    st.integers(32, 120),
    st.booleans(),
)
def test_a_strip_fits_and_shows_every_step(
    landings: list[tuple[int, str]], width: int, has_start: bool
) -> None:
    landings.sort()
    start = date(2026, 2, 26) if has_start else None
    lines = drawn(plan(*landings, start=start), crowd(1, 2), width=width)
    names = ("email", "call", "LinkedIn", "unseen")
    rows = [line for line in lines if line.startswith(names)]
    signs = [sign for line in rows for sign in line if sign == "●" or sign.isdigit()]
    shown = sum(1 if sign == "●" else int(sign) for sign in signs)

    assert [line for line in lines if width_of(line) > width] == []
    assert shown == len(landings) or "9" in signs or (not lines and width < 80)


def test_colour_changes_no_letter() -> None:
    import re

    sequence = plan((1, "email"), (3, "email"), (30, "call"))
    painted = strip(sequence, [crowd(1, 2)], Look(color=True))

    assert [re.sub(r"\x1b\[[\d;]+m", "", line) for line in painted] == drawn(sequence, crowd(1, 2))
    assert "\x1b[" in painted[0]
