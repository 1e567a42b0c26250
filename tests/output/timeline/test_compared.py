from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from hypothesis import given, settings

from cadence_lint.output.terminal import OBEYED, Look
from cadence_lint.output.timeline.compared import render
from tests.output.timeline.plans import BOILERS, TIMED, drawn
from tests.timeline.drawn import timelines

if TYPE_CHECKING:
    from cadence_lint.timeline import Timeline

FIRST, THIRD = date(2026, 12, 1), date(2026, 12, 3)
UNDATED = "touches:\n  - {channel: email, body: One.}\n  - {channel: call}\n"


def lines(*timelines: Timeline) -> list[str]:
    return render(timelines, Look(80)).splitlines()


def test_a_row_for_each_start() -> None:
    assert lines(drawn(BOILERS, FIRST), drawn(BOILERS, THIRD))[:6] == [
        "Boilers, depots",
        "Head of Facilities, cold, mid-market, DE · 4 steps from day 1 to 23",
        "",
        "start      verdict     to fix  on days off  last step",
        "Tue 1 Dec  not judged  0       -            Wed 23 Dec",
        "Thu 3 Dec  not judged  1       2            Fri 25 Dec",
    ]


def test_below_a_start_stands_only_what_it_brings() -> None:
    shown = lines(drawn(BOILERS, FIRST), drawn(BOILERS, THIRD))
    (fault,) = (place for place, line in enumerate(shown) if line.startswith("• "))
    assert shown[fault].startswith("• step 4: Friday 25 December is Christmas Day")
    assert fault > shown.index("from Thu 3 Dec 2026")
    assert shown[-1] == "least against it: a start on Tue 1 Dec"


def test_what_is_wrong_whatever_the_start_is_counted_once() -> None:
    shown = lines(drawn(TIMED, FIRST), drawn(TIMED, THIRD))
    assert not any(line.startswith("• ") for line in shown)
    assert shown[-1].endswith("; 1 thing to fix whatever the start")


def test_starts_that_are_alike_make_no_difference() -> None:
    shown = lines(drawn(TIMED, FIRST), drawn(TIMED, date(2026, 12, 8)))
    assert shown[-2:] == [
        "the start makes no difference to what is wrong; 1 thing to fix whatever the",
        "start",
    ]


def test_starts_that_come_to_the_same_day_are_one() -> None:
    plan = f"business_days: yes\n{BOILERS}"
    shown = lines(*(drawn(plan, date(2026, 12, day)) for day in (5, 6, 7)))
    assert [line for line in shown if line.startswith("from ")] == ["from Mon 7 Dec 2026"]


def test_each_sequence_is_compared_with_itself() -> None:
    plans = [drawn(plan, start) for plan in (BOILERS, TIMED) for start in (FIRST, THIRD)]
    for place, plan in enumerate(plans):
        plans[place] = plan._replace(sequence=plan.sequence._replace(id=f"{place // 2}"))
    assert sum(line.startswith("least against it") for line in lines(*plans)) == 2


def test_steps_without_days_have_nothing_to_compare() -> None:
    shown = lines(drawn(UNDATED, FIRST), drawn(UNDATED, THIRD))
    assert shown[-1] == "the file does not say on which days its steps land"


@settings(max_examples=25, deadline=None)
@given(timelines())
def test_any_text_is_shown_and_never_obeyed(timeline: Timeline) -> None:
    shown = render([timeline, timeline._replace(start=THIRD)], Look(60))
    assert not any(ord(sign) < 0x20 or ord(sign) in OBEYED for sign in shown.replace("\n", ""))
    assert not re.search(r"(?m)^\s*::\w|##\[", shown)
