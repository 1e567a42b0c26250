"""One fault, one finding: what breaks many rules at once comes out as the one that says it best."""

from __future__ import annotations

from datetime import date

from cadence_lint.config import Config
from cadence_lint.room import Period
from cadence_lint.run import Linter, Request

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
