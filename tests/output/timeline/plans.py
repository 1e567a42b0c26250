"""Plans for tests of what draws them, under few rules, so that others may change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadence_lint.room import Period
from tests.timeline.drawn import timeline

if TYPE_CHECKING:
    from datetime import date

    from cadence_lint.timeline import Timeline

RULES = ("frequency/too-many-touches-in-a-week", "timing/public-holiday")
CLOSE = Period("year-end close", (12, 24), (12, 31))
BOILERS = """\
name: Boilers, depots
audience: {persona: Head of Facilities, relationship: cold, segment: mid, region: DE}
touches:
  - {day: 1, channel: email, subject: boiler 3, body: "Hi Ada,\\n\\nWho looks?\\n\\nBest,\\nBo Lind"}
  - {day: 2, channel: linkedin, action: view}
  - {day: 3, channel: call, voicemail: "Hi Ada, Bo Lind about boiler 3."}
  - {day: 23, channel: email, body: "Hi Ada,\\n\\nThe log says it lost pressure twice in May."}
"""
TIMED = """\
name: Boilers, depots
audience: {relationship: cold, timezone: [Europe/Berlin, America/New_York]}
touches:
  - {day: 1, channel: email, time: "09:30", subject: boiler 3, body: Who looks?}
  - {day: 2, channel: call, time: "10:00"}
  - {day: 3, channel: call, time: "11:15"}
  - {day: 4, channel: sms, body: Saw my call?}
  - {day: 5, channel: email, time: "08:00", subject: the rota, body: Any thoughts?}
"""


def drawn(text: str, start: date | None = None) -> Timeline:
    """The timeline of a plan, in a team's room."""
    return timeline(text, start, [CLOSE], *RULES)
