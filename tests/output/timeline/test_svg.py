from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings

from cadence_lint.output.timeline.svg import STYLE, description, document, picture
from tests.output.timeline.plans import BOILERS, TIMED, drawn
from tests.timeline.drawn import timelines

if TYPE_CHECKING:
    from cadence_lint.timeline import Timeline

SVG = "{http://www.w3.org/2000/svg}"
DRAWN = {"svg", "title", "desc", "style", "g", "rect", "text", "tspan"}


def texts(drawn: str) -> list[str]:
    return ["".join(each.itertext()) for each in ET.fromstring(drawn).iter(f"{SVG}text")]


def test_weeks_days_and_steps_are_named() -> None:
    said = texts(picture(drawn(BOILERS)))
    assert said[0] == "week 1 · 2 contacts"
    assert {"day 1", "1 email", "boiler 3", "2 LinkedIn", "view"}.issubset(said)
    assert "weeks 2 to 3 · nothing" in said


def test_days_off_periods_and_times() -> None:
    said = texts(picture(drawn(BOILERS, date(2026, 12, 3))))
    assert {"Sat 5 Dec · off", "Su 6", "year-end close"}.issubset(said)
    assert any(each.endswith("Christmas Day") for each in said)
    assert "09:30" in texts(picture(drawn(TIMED)))


def test_what_is_wrong_is_a_sign_on_its_step_and_a_word_above_its_week() -> None:
    said = texts(picture(drawn(TIMED)))
    assert said.count("•") == 1
    assert said[0].endswith("5 contacts, crowded")


def test_a_picture_says_in_words_what_it_shows() -> None:
    timeline = drawn(TIMED)
    root = ET.fromstring(picture(timeline, "s3"))
    assert root.get("role") == "img"
    named = (root.get("aria-labelledby") or "").split()
    found = {each.get("id"): each for each in root}
    assert [found[each].tag for each in named] == [f"{SVG}title", f"{SVG}desc"]
    assert found["s3-d"].text == description(timeline)
    assert description(timeline).startswith("week 1: day 1 09:30 email; day 2 10:00 call;")


def test_a_document_brings_its_own_style_and_a_part_of_a_page_none() -> None:
    assert STYLE in document([drawn(BOILERS)])
    assert "<style" not in picture(drawn(BOILERS))


def test_a_document_holds_several_one_below_another() -> None:
    starts = [date(2026, 12, 1), date(2026, 12, 2)]
    said = texts(document([drawn(BOILERS, start) for start in starts]))
    assert [each for each in said if each.startswith("Boilers")] == [
        "Boilers, depots, from 1 Dec 2026",
        "Boilers, depots, from 2 Dec 2026",
    ]


def test_it_is_small_and_needs_nothing_from_elsewhere() -> None:
    text = document([drawn(TIMED, date(2026, 12, 1))])
    assert len(text) < 8_000
    assert "http" not in text.replace('xmlns="http://www.w3.org/2000/svg"', "")
    assert "@import" not in text
    assert "url(" not in text


def test_every_colour_is_a_property_that_a_page_may_set() -> None:
    rules = re.sub(r"--tl-\w+:#\w+", "", STYLE)
    assert "#" not in rules
    assert set(re.findall(r"var\((--tl-\w+)\)", STYLE)) == set(re.findall(r"(--tl-\w+):#", STYLE))


def _luminance(color: str) -> float:
    full = color if len(color) == 6 else "".join(each * 2 for each in color)
    parts = [int(full[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (
        each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_words_can_be_read_on_every_ground(scheme: int) -> None:
    blocks = re.findall(r":where\(\.tl\)\{([^}]*)\}", STYLE)
    colors = dict(re.findall(r"--tl-(\w+):#(\w+)", blocks[scheme]))
    grounds = ("ground", "off", "crowd", "step", "period")
    for ink in ("ink", "dim", "error", "warning"):
        for ground in grounds:
            one, two = sorted(_luminance(colors[each]) for each in (ink, ground))
            assert (two + 0.05) / (one + 0.05) >= 4.5, (ink, ground)


@settings(max_examples=25, deadline=None)
@given(timelines())
def test_any_text_is_text(timeline: Timeline) -> None:
    root = ET.fromstring(document([timeline, timeline]))
    assert {each.tag.removeprefix(SVG) for each in root.iter()} <= DRAWN
    assert not any(
        name.startswith("on") or name == "href" for each in root.iter() for name in each.attrib
    )
    ET.fromstring(picture(timeline, "s1"))
