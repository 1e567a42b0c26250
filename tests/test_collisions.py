"""One fault, one finding: what breaks many rules at once comes out as the one that says it best."""

from __future__ import annotations

from datetime import date

import pytest

from cadence_lint.config import Config
from cadence_lint.linting.linter import Linter
from cadence_lint.linting.request import Request
from cadence_lint.room import Period

OPENING = """
  - day: 1
    channel: email
    subject: the second desk in Mill Lane
    body: |
      Hi {{first_name|there}},

      Your house in Mill Lane closes two desks by hand, going by the job advert for a night
      auditor. The Harbour House moved its audit to noon and went from 140 minutes to 40.
      Which of the two desks keeps your people longest?

      Reply "no" and I will stop.

      Mo
"""


YEAR_END = Period("year-end close", (12, 20), (1, 15), advice="pause")


def shown(touches: str, start: date | None = None, config: Config | None = None) -> list[str]:
    """The rules that warn about a sequence of the recommended kind, and where."""
    header = "audience: {relationship: cold, region: DE}\nconsent: express\ntouches:"
    linter = Linter(Request(start=start), config or Config())
    result = linter.lint_text("sequence.yaml", header + touches)
    assert result.errors == ()
    return [
        f"{each.rule} at step {each.touch}"
        for each in result.findings
        if each.is_shown and each.severity != "info"
    ]


def test_the_bump() -> None:
    bump = """
  - day: 6
    channel: email
    body: |
      Hi {{first_name|there}},

      Just circling back on my note below. Did you get a chance to look at it?

      Mo
"""
    assert shown(OPENING + bump) == ["value/empty-follow-up at step 2"]


def test_the_pitch() -> None:
    pitch = """
  - day: 1
    channel: email
    subject: Tallyroom
    body: |
      Hi {{first_name|there}},

      We make night audit software for hotels. Our platform closes the day, matches card receipts
      with room bills and files the tourist tax. It also exports to Excel, prints the breakfast
      list and has an app for the phone. We would like to show it to you on Thursday.

      Reply "no" and we will stop.

      Mo
"""
    (found,) = shown(pitch)
    assert found in {"self-focus/pitch at step 1", "self-focus/masked-pitch at step 1"}


def test_the_crowded_week() -> None:
    touches = OPENING + "".join(
        f"  - {{day: {day}, channel: {channel}}}\n"
        for day, channel in ((1, "linkedin"), (1, "call"), (2, "email"), (3, "email"), (4, "call"))
    )
    found = shown(touches)
    assert [each for each in found if each.startswith("frequency/")] == [
        "frequency/too-many-touches-in-a-week at step 5"
    ]


def test_the_break_up() -> None:
    goodbye = """
  - day: 14
    channel: email
    body: |
      Hi {{first_name|there}},

      I have emailed three times and have not heard back, so I assume that you are not interested
      and will close your file. You must be busy. This is my last email.

      Mo
"""
    assert shown(OPENING + goodbye) == ["tone/guilt-trip at step 2"]


def test_the_holiday() -> None:
    call = """
  - day: 26
    channel: call
    script: Which of the two desks keeps your people longest?
"""
    found = shown(OPENING + call, date(2026, 12, 1), Config(room=(YEAR_END,)))
    assert found == ["timing/touch-in-sensitive-period at step 2"]


def later_email(day: int, words: str) -> str:
    return f"""
  - day: {day}
    channel: email
    body: |
      Hi {{{{first_name|there}}}},

      {words}

      Mo
"""


@pytest.mark.parametrize(
    "words",
    [
        "Just bumping this to the top of your inbox. Any thoughts?",
        "Hope you are well. Did you see my last email?",
        "Following up on the below. Would love to hear from you.",
        "Any update on this?",
        "I wanted to check in and see if you had a chance to read my email. Any questions?",
        "Sending this again in case it got buried. Is this still of interest?",
        "Quick nudge on my message from last week. When could we talk?",
    ],
)
def test_other_bumps(words: str) -> None:
    assert shown(OPENING + later_email(6, words)) == ["value/empty-follow-up at step 2"]


@pytest.mark.parametrize(
    "words",
    [
        (
            "We help builders with payroll. We offer weekly runs, we handle the industry levy, and we"
            " manage holiday stamps. Our app tracks hours on site. Free for 15 minutes on Tuesday?"
        ),
        (
            "Our agency builds websites, runs ads, writes newsletters and manages social media for"
            " dentists. Can we jump on a call?"
        ),
        (
            "Our system handles bookings, reads licence plates, reports on water and orders chemicals."
            " May I book a demo for you next week?"
        ),
    ],
)
def test_other_pitches(words: str) -> None:
    first = later_email(1, words).replace("body: |", "subject: Mondays\n    body: |")
    (found,) = shown(first.replace("\n      Mo\n", '\n      Reply "no" and we will stop.\n'))
    assert found in {"self-focus/pitch at step 1", "self-focus/masked-pitch at step 1"}


@pytest.mark.parametrize(
    "days",
    [
        ((1, "call"), (2, "linkedin"), (2, "email"), (3, "call"), (4, "email")),
        ((1, "linkedin"), (2, "email"), (3, "email"), (4, "email"), (5, "email")),
        ((1, "call"), (2, "email"), (2, "linkedin"), (3, "email"), (5, "call")),
    ],
)
def test_other_crowded_weeks(days: tuple[tuple[int, str], ...]) -> None:
    touches = OPENING + "".join(
        f"  - {{day: {day}, channel: {channel}}}\n" for day, channel in days
    )
    (found,) = (each for each in shown(touches) if each.startswith("frequency/"))
    assert found.startswith("frequency/too-many-touches-in-a-week at ")


@pytest.mark.parametrize(
    "words",
    [
        (
            "Since I have not heard from you, I take it the timing is wrong. I will close your file"
            " and not write again."
        ),
        (
            "I have tried to reach you several times without success. Should I assume that you have no"
            " interest? This will be my final email."
        ),
        (
            "This is my third and last email. As I have had no answer, I guess it is not a priority"
            " for you, so I am closing your file."
        ),
    ],
)
def test_other_break_ups(words: str) -> None:
    assert shown(OPENING + later_email(14, words)) == ["tone/guilt-trip at step 2"]


@pytest.mark.parametrize("touch", ["channel: email", "channel: call", "channel: linkedin"])
@pytest.mark.parametrize("day", [25, 26, 27, 32, 46])
def test_other_holidays(touch: str, day: int) -> None:
    asks = "script" if "call" in touch else "body"
    later = f"""
  - day: {day}
    {touch}
    {asks}: Which of the two desks keeps your people longest?
"""
    found = shown(OPENING + later, date(2026, 12, 1), Config(room=(YEAR_END,)))
    about_days = [each for each in found if each.startswith("timing/")]
    assert about_days == ["timing/touch-in-sensitive-period at step 2"]


@pytest.mark.parametrize(
    ("body", "rule"),
    [
        ("We are Emberline. We make kiln software, and our team grew.", "self-focused-copy"),
        ("Our team has built kilns since 1990. Could you see me?", "self-focused-opening"),
        ("Our software logs each firing, books the kiln and orders the gas.", "pitch"),
        ("As a potter you know how it is. We offer logs, plans and books.", "masked-pitch"),
    ],
)
def test_who_talks_of_themselves_is_not_told_besides_that_nothing_is_in_it(
    body: str, rule: str
) -> None:
    found = shown(f"\n  - {{channel: email, subject: kilns, body: 'Hi Ada, {body} A call?'}}")
    assert f"self-focus/{rule} at step 1" in found
    assert "value/nothing-for-the-reader at step 1" not in found
