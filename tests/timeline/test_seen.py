from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cadence_lint.timeline.seen import PHONE, field_words, preview, seen
from tests.builders import text


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Hi {{first_name|there}},\n\nwelcome", "Hi ‹first name›, welcome"),
        ("{Hi|Hello} {{contact.firstName}}", "Hi ‹first name›"),
        ("<p>Hi <b>you</b></p>", "Hi you"),
        ("Hi {% if a %}A{% else %}B{% endif %}", "Hi A"),
        ("Hi [First Name]", "Hi [First Name]"),
    ],
)
def test_what_the_reader_sees(written: str, shown: str) -> None:
    assert seen(text(written)) == shown


def test_nothing_is_seen_of_no_text() -> None:
    assert seen(None) == preview(None) == ""


def test_a_phone_shows_ninety_characters() -> None:
    assert preview(text("a" * 90)) == "a" * 90
    assert preview(text("a" * 91)) == "a" * 90 + "…"


def test_an_accent_stays_with_its_letter() -> None:
    assert preview(text("abe\u0301fg"), 3) == "abe\u0301…"


def test_nobody_knows_what_comes_after_prepared_copy() -> None:
    assert (
        preview(text("Hi {{first_name}},\n{{icebreaker}}\nWe")) == "Hi ‹first name›, ‹icebreaker›…"
    )
    assert seen(text("{{icebreaker}} We")) == "‹icebreaker› We"


@pytest.mark.parametrize(
    ("name", "said"),
    [("first_name", "first name"), ("Account.IndustryName", "industry name"), ("...", "")],
)
def test_a_field_is_called_what_people_call_it(name: str, said: str) -> None:
    assert field_words(name) == said


@given(st.text())
def test_a_preview_is_one_short_line(written: str) -> None:
    shown = preview(text(written))
    assert "\n" not in shown
    bare = "".join(each for each in shown if each.isprintable() and each.isascii())
    assert len(bare) <= PHONE
