from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from cadence_lint.output.terminal import OBEYED, Look, width_of
from cadence_lint.output.timeline.screen import render
from cadence_lint.score import Score
from tests.output.timeline.plans import BOILERS, TIMED, drawn
from tests.timeline.drawn import timelines

if TYPE_CHECKING:
    from cadence_lint.timeline import Timeline

_COLOR = re.compile(r"\x1b\[[\d;]*m")


def lines(plan: str, start: date | None = None, width: int = 80) -> list[str]:
    return render([drawn(plan, start)], Look(width)).splitlines()


def test_a_plan_without_a_start() -> None:
    assert lines(BOILERS) == [
        "Boilers, depots                                                       not judged",
        "Head of Facilities, cold, mid-market, DE · 4 steps from day 1 to 23",
        "plan.yaml",
        "",
        "             email  LinkedIn  call",
        "",
        "week 1 · 2 contacts",
        "  day 1      ●      ·         ·     1  boiler 3",
        "  day 2      ·      ○         ·     2  view",
        "  day 3      ·      ·         ●     3  voicemail",
        "  day 4–7    ·      ·         ·",
        "",
        "weeks 2 to 3 · nothing",
        "",
        "week 4 · 1 contact",
        "  day 22     ·      ·         ·",
        "  day 23     ●      ·         ·     4  Re: boiler 3",
        "",
        "● a step, ○ a step that the reader does not notice, --start 2026-12-01 shows",
        "dates and days off",
        "",
        "what arrives",
        "",
        "  day 1   Bo Lind                                                 step 1 · email",
        "          boiler 3",
        "          Hi Ada, Who looks? Best, Bo Lind",
        "↳ day 23  Bo Lind                                                 step 4 · email",
        "          Re: boiler 3",
        "          Hi Ada, The log says it lost pressure twice in May.",
        "",
        "  day 2   Bo Lind viewed your profile                          step 2 · LinkedIn",
        "",
        "  day 3   Missed call from an unknown number                       step 3 · call",
        "          voicemail: Hi Ada, Bo Lind about boiler 3.",
    ]


def test_a_start_brings_dates_and_days_off() -> None:
    shown = lines(BOILERS, date(2026, 12, 3))
    assert shown[6:22] == [
        "week 1 · 30 Nov to 6 Dec · 2 contacts",
        "  Mon – Wed   ·      ·         ·",
        "  Thu  3 Dec  ●      ·         ·     1  boiler 3",
        "  Fri  4 Dec  ·      ○         ·     2  view",
        "  Sat  5 Dec  ·      ·         ●     3  voicemail",
        "                                        weekend",
        "  Sun  6 Dec                         weekend",
        "",
        "weeks 2 to 3 · nothing",
        "",
        "week 4 · 21 Dec to 27 Dec · 1 contact",
        "  Mon – Wed   ·      ·         ·",
        "  Thu 24 Dec  ·      ·         ·     year-end close",
        "  Fri 25 Dec  ●      ·         ·     4  Re: boiler 3",
        "                                        Christmas Day, year-end close",
        shown[21],
    ]
    assert shown[21].startswith(" " * 40 + "• ")


def test_times_stand_in_the_lanes_and_a_crowd_beside_its_days() -> None:
    assert lines(TIMED)[4:17] == [
        "           email  call   SMS",
        "",
        "week 1 · 5 contacts, crowded",
        "┃ day 1    09:30  ·      ·      1  boiler 3",
        "┃                                  03:30 in New York",
        "┃ day 2    ·      10:00  ·      2  no voicemail",
        "┃                                  04:00 in New York",
        "┃ day 3    ·      11:15  ·      3  no voicemail",
        "┃                                  05:15 in New York",
        "┃ day 4    ·      ·      ●      4  Saw my call?",
        "┃ day 5    08:00  ·      ·      5  the rota",
        "┃                                  02:00 in New York",
        "┃                                  • 5 contacts from day 1 to day 5: this person",
    ]


def test_one_lane_names_the_channels_where_there_is_no_room_for_more() -> None:
    assert lines(TIMED, width=56)[4:8] == [
        "week 1 · 5 contacts, crowded",
        "┃ day 1    09:30 email  1  boiler 3",
        "┃                          03:30 in New York",
        "┃ day 2    10:00 call   2  no voicemail",
    ]


def test_the_words_stand_below_where_there_is_no_room_beside() -> None:
    assert lines(TIMED, width=40)[4:8] == [
        "week 1 · 5 contacts, crowded",
        "┃ day 1    09:30 email",
        "┃   1  boiler 3",
        "┃      03:30 in New York",
    ]


def test_steps_without_a_day_are_below_the_weeks() -> None:
    shown = lines("touches:\n  - {channel: email, subject: hi, body: One.}\n  - {channel: call}\n")
    at = shown.index("on no known day")
    assert shown[at + 1 : at + 3] == ["    ●      ·     1  hi", "    ·      ●     2  no voicemail"]


def test_versions_that_differ_are_told_apart() -> None:
    versions = ", ".join(
        f"{{label: {label}, subject: hi, body: {body}}}"
        for label, body in (("A", "One."), ("B", "Two."), ("C", "Two."))
    )
    shown = lines(f"touches:\n  - {{day: 1, channel: email, variants: [{versions}]}}\n")
    told = [line.strip() for line in shown[-6:]]
    assert told == ['version "A"', "hi", "One.", 'or version "B"', "hi", "Two."]


def test_only_what_is_grave_is_told_unless_all_is_asked_for() -> None:
    timeline = drawn(TIMED)
    (finding,) = (each for moment in timeline.moments for each in moment.findings)
    info = finding._replace(severity="info", message="a detail")
    timeline = timeline._replace(findings=(info,))
    assert "a detail" not in render([timeline], Look())
    assert "a detail" in render([timeline], Look(verbose=True))


def test_two_faults_of_a_step_are_told_and_the_others_counted() -> None:
    timeline = drawn(TIMED)
    last = timeline.weeks[0].days[4].moments[0]
    many = last._replace(findings=last.findings * 4)
    day = timeline.weeks[0].days[4]._replace(moments=(many,))
    days = (*timeline.weeks[0].days[:4], day)
    timeline = timeline._replace(weeks=(timeline.weeks[0]._replace(days=days),))
    shown = render([timeline], Look())
    assert shown.count("this person") == 2
    assert "and 2 more" in shown
    assert render([timeline], Look(verbose=True)).count("this person") == 4


def test_a_part_of_a_file_that_could_not_be_read_is_never_ready() -> None:
    timeline = drawn(BOILERS)
    ready = timeline.sequence._replace(score=Score(100, ()))
    timeline = timeline._replace(sequence=ready)
    assert render([timeline], Look()).splitlines()[0].endswith(" ready")
    in_part = render([timeline._replace(is_whole=False)], Look()).splitlines()[0]
    assert in_part.endswith("read in part")


@settings(max_examples=30, deadline=None)
@given(timelines(), st.sampled_from([32, 40, 60, 80, 120]), st.booleans())
def test_any_text_is_shown_and_never_obeyed(timeline: Timeline, width: int, color: bool) -> None:
    shown = render([timeline, timeline], Look(width, color=color))
    bare = _COLOR.sub("", shown) if color else shown
    assert not any(ord(sign) < 0x20 or ord(sign) in OBEYED for sign in bare.replace("\n", ""))
    as_meant = bare.replace(": :", "::").replace("## [", "##[")  # what was kept from a CI service
    assert [line for line in as_meant.split("\n") if width_of(line) > width] == []
    assert not re.search(r"(?m)^\s*::\w|##\[", bare)
