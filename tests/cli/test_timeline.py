"""`timeline` as a process."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import icalendar
import pytest

from tests.cli.program import Outcome, run
from tests.scratch import write

if TYPE_CHECKING:
    from pathlib import Path

FILES = {
    "boilers.yaml": """\
name: Boilers, depots
audience: {relationship: cold, region: DE, timezone: Europe/Berlin}
touches:
  - {day: 1, channel: email, time: "09:30", subject: boiler 3, body: Who looks at it?}
  - {day: 4, channel: call}
""",
    "two.yaml": """\
touches:
  - {day: 1, channel: email, subject: boiler 3, body: Who looks at it?}
---
name: The other
touches:
  - {day: 1, channel: call}
""",
    "dated.yaml": """\
start: 2026-12-01
touches:
  - {day: 1, channel: email, subject: boiler 3, body: Who looks at it?}
""",
    "cadence-lint.yaml": "room:\n  - {name: stocktaking, from: 12-01, to: 12-04}\n",
    "broken.yaml": "touches: [\n",
    "partly.yaml": "touches:\n  - {day: 1, channel: email, body: Hi}\n  - {day: x, channel: call}\n",
    "other.yaml": "colour: blue\n",
}


@pytest.fixture(name="folder")
def _folder(tmp_path: Path) -> Path:
    return write(tmp_path, FILES)


def timeline(*words: str, folder: Path, stdin: bytes = b"") -> Outcome:
    return run("timeline", *words, cwd=folder, stdin=stdin)


def told(*words: str, folder: Path) -> list[dict[str, Any]]:
    ran = timeline(*words, "--format", "json", folder=folder)
    assert (ran.status, ran.err) == (0, "")
    found: list[dict[str, Any]] = json.loads(ran.out)["timelines"]
    return found


def test_findings_are_no_failure_of_a_drawing(folder: Path) -> None:
    ran = timeline("boilers.yaml", folder=folder)
    assert (ran.status, ran.err) == (0, "")
    assert "• " in ran.out
    assert "what arrives" in ran.out


def test_a_start_brings_holidays_and_the_room_of_the_configuration(folder: Path) -> None:
    (drawn,) = told("boilers.yaml", "--start", "2026-12-01", folder=folder)
    names = [mark["name"] for mark in drawn["weeks"][0]["days"][1]["marks"]]
    assert names == ["stocktaking"]
    (plain,) = told("boilers.yaml", "--start", "2026-12-01", "--no-config", folder=folder)
    assert plain["weeks"][0]["days"][1]["marks"] == []


def test_every_sequence_of_a_file_is_drawn(folder: Path) -> None:
    assert [each["sequence"] for each in told("two.yaml", folder=folder)] == ["two", "The other"]


def test_several_starts_are_compared(folder: Path) -> None:
    starts = ("--start", "2026-12-01", "--start", "2026-12-03")
    assert [each["start"] for each in told("boilers.yaml", *starts, folder=folder)] == [
        "2026-12-01",
        "2026-12-03",
    ]
    assert "no start has less against it" in timeline("boilers.yaml", *starts, folder=folder).out


def test_every_weekday_from_a_known_start_on(folder: Path) -> None:
    week = ["2026-12-01", "2026-12-02", "2026-12-03", "2026-12-04", "2026-12-07"]
    for words in (("dated.yaml",), ("boilers.yaml", "--start", "2026-12-01")):
        drawn = told(*words, "--weekday", folder=folder)
        assert [each["start"] for each in drawn] == week


def test_every_weekday_without_a_start_is_one_of_the_coming_days(folder: Path) -> None:
    drawn = told("boilers.yaml", "--weekday", folder=folder)
    assert len({each["start"] for each in drawn}) == 5


def test_standard_input_is_drawn_as_often_as_asked(folder: Path) -> None:
    text = FILES["boilers.yaml"].encode()
    words = ("-", "--start", "2026-12-01", "--start", "2026-12-02", "--format", "json")
    ran = timeline(*words, folder=folder, stdin=text)
    assert ran.status == 0
    assert len(json.loads(ran.out)["timelines"]) == 2


def test_a_picture_in_a_file(folder: Path) -> None:
    ran = timeline("boilers.yaml", "--format", "svg", "-o", "plan.svg", folder=folder)
    assert (ran.status, ran.out) == (0, "")
    root = ET.parse(folder / "plan.svg").getroot()
    assert root.tag == "{http://www.w3.org/2000/svg}svg"


def test_a_calendar_has_its_own_line_ends(folder: Path) -> None:
    words = ("boilers.yaml", "--start", "2026-12-01", "--format", "ics")
    piped = timeline(*words, folder=folder).out
    timeline(*words, "-o", "plan.ics", folder=folder)
    written = (folder / "plan.ics").read_bytes()
    assert written.decode() == piped
    assert written.count(b"\n") == written.count(b"\r\n") > 10
    assert len(icalendar.Calendar.from_ical(written).walk("VEVENT")) == 2


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("boilers.yaml", "--format", "ics"), "needs dates"),
        (("dated.yaml", "--weekday", "--format", "ics"), "one start"),
        (("boilers.yaml", "--start", "soon"), "'soon' is no date"),
        (("boilers.yaml", "--start", "9999-12-31", "--weekday"), "a year from 1900 to 2199"),
        (("boilers.yaml", "--start", "2026-12-01", "--start", "2026-12-02", "--weekday"), "one"),
        (("boilers.yaml", "--config", "cadence-lint.yaml", "--no-config"), "leave one out"),
        (("boilers.yaml", "--config", ""), "--config says nothing"),
        (("absent.yaml",), "absent.yaml:1: cannot be read"),
        (("broken.yaml",), "broken.yaml:"),
        (("other.yaml",), "other.yaml"),
        ((), "FILE"),
        (("boilers.yaml", "--format", "pdf"), "pdf"),
    ],
)
def test_what_cannot_be_done_is_said(words: tuple[str, ...], said: str, folder: Path) -> None:
    ran = timeline(*words, folder=folder)
    assert (ran.status, ran.out) == (2, "")
    assert said in ran.err
    assert "Traceback" not in ran.err


def test_what_could_be_read_is_drawn_all_the_same(folder: Path) -> None:
    ran = timeline("partly.yaml", folder=folder)
    assert ran.status == 2
    assert "partly.yaml:3:" in ran.err
    assert "what arrives" in ran.out
