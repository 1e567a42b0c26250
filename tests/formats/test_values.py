from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cadence_lint.formats import values
from cadence_lint.formats.values import Unreadable, Way

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize(
    ("word", "way"),
    [
        ("email", Way("email")),
        ("E-mail", Way("email")),
        (" EMAIL ", Way("email")),
        ("follow_up_email", Way("email")),
        ("call", Way("call")),
        ("phone", Way("call")),
        ("Phone call", Way("call")),
        ("voicemail", Way("call", voicemail=True)),
        ("linkedin", Way("linkedin")),
        ("LinkedIn: connect", Way("linkedin", "connect")),
        ("linkedin_connect", Way("linkedin", "connect")),
        ("linkedin_connection_request", Way("linkedin", "connect")),
        ("linkedin_message", Way("linkedin", "message")),
        ("linkedin-dm", Way("linkedin", "message")),
        ("InMail", Way("linkedin", "inmail")),
        ("linkedin_profile_view", Way("linkedin", "view")),
        ("sms", Way("sms")),
        ("text", Way("sms")),
        ("whatsapp", Way("other")),
        ("social", Way("other")),
        ("video", Way("video")),
        ("direct mail", Way("mail")),
        ("task", Way("task")),
    ],
)
def test_channels(word: str, way: Way) -> None:
    assert values.read_channel(word) == way
    assert values.is_channel_word(word)


@pytest.mark.parametrize("word", ["pigeon", "", "value_add", "breakup", "emial"])
def test_what_is_no_channel(word: str) -> None:
    assert not values.is_channel_word(word)
    with pytest.raises(Unreadable, match="write one of email, call, linkedin"):
        values.read_channel(word)


@pytest.mark.parametrize("word", ["text", "video", "task", "x", "mail", "event", "meeting"])
def test_words_that_mean_other_things_elsewhere(word: str) -> None:
    assert values.is_channel_word(word)
    assert not values.is_channel_word(word, surely=True)


@pytest.mark.parametrize(
    ("word", "action"),
    [
        ("connect", "connect"),
        ("linkedin_connect", "connect"),
        ("Connection request", "connect"),
        ("dm", "message"),
        ("inmail", "inmail"),
        ("view profile", "view"),
        ("react", "like"),
        ("comment", "comment"),
        ("send", None),
    ],
)
def test_actions(word: str, action: str | None) -> None:
    assert values.read_action(word) == action


READABLE: list[tuple[Callable[[str], Any], str, Any]] = [
    *((values.is_yes, word, True) for word in ("yes", "Y", "true", "TRUE", "on", "1", " yes ")),
    *((values.is_yes, word, False) for word in ("no", "N", "false", "off", "0")),
    *((values.is_reply, word, True) for word in ("reply", "Reply", "yes", "same", "same_thread")),
    *((values.is_reply, word, False) for word in ("new", "NEW", "false", "new thread")),
    (values.read_day, "3", 3.0),
    (values.read_day, "0", 0.0),
    (values.read_day, "010", 10.0),
    (values.read_day, "+3", 3.0),
    (values.read_day, "3.0", 3.0),
    (values.read_day, "Day 3", 3.0),
    (values.read_day, "day_3", 3.0),
    (values.read_day, "D3", 3.0),
    (values.read_delay, "2", 2.0),
    (values.read_delay, "010", 10.0),
    (values.read_delay, "0", 0.0),
    (values.read_delay, "3d", 3.0),
    (values.read_delay, "2 days", 2.0),
    (values.read_delay, "+2 days", 2.0),
    (values.read_delay, "2 business days", 2.0),
    (values.read_delay, "2 days later", 2.0),
    (values.read_delay, "1.5 days", 1.5),
    (values.read_delay, "1,5 days", 1.5),
    (values.read_delay, "1 week", 7.0),
    (values.read_delay, "2w", 14.0),
    (values.read_delay, "12 hours", 0.5),
    (values.read_delay, "12h", 0.5),
    (values.read_delay, "720 minutes", 0.5),
    (values.read_delay, "720 min", 0.5),
    (values.read_delay, "43200s", 0.5),
    (values.read_time, "10:30", 630),
    (values.read_time, "9:05", 545),
    (values.read_time, "09:30:15", 570),
    (values.read_time, "9", 540),
    (values.read_time, "9am", 540),
    (values.read_time, "2:15 PM", 855),
    (values.read_time, "2:15 p.m.", 855),
    (values.read_time, "12am", 0),
    (values.read_time, "12pm", 720),
    (values.read_time, "14h30", 870),
    (values.read_time, "14.30", 870),
    (values.read_time, "14 h", 840),
    (values.read_time, "00:00", 0),
    (values.read_date, "2026-12-01", date(2026, 12, 1)),
    (values.read_date, "2026-12-01T09:00:00Z", date(2026, 12, 1)),
    (values.read_date, "2026/12/1", date(2026, 12, 1)),
    (values.read_date, "1 December 2026", date(2026, 12, 1)),
    (values.read_date, "Dec 1, 2026", date(2026, 12, 1)),
    (values.read_date, "Tuesday, 1 Dec 2026", date(2026, 12, 1)),
    (values.read_start, "1900-01-01", date(1900, 1, 1)),
    (values.read_start, "31 Dec 2199", date(2199, 12, 31)),
    (values.read_count, "1200", 1200),
    (values.read_count, "1,200", 1200),
    (values.read_count, "1 200", 1200),
    (values.read_language, "en", "en"),
    (values.read_language, "NO", "NO"),
    (values.read_language, "de-AT", "de-AT"),
    (values.read_language, "German", "de"),
]


@pytest.mark.parametrize(("read", "word", "meant"), READABLE)
def test_what_is_meant(read: Callable[[str], Any], word: str, meant: Any) -> None:
    assert read(word) == meant


UNREADABLE: list[tuple[Callable[[str], Any], str]] = [
    *((values.is_yes, word) for word in ("maybe", "", "2", "ja")),
    *((values.is_reply, word) for word in ("maybe", "thread 3")),
    *((values.read_day, word) for word in ("-1", "soon", "1.5", "1e3", "3651", "9" * 5000, "²", "1-3", "")),
    *((values.read_delay, word) for word in ("-1", "soon", "1e3", "1 month", "9" * 5000, "99 years", "d")),
    *((values.read_time, word) for word in ("24:00", "9:60", "13pm", "0am", "morning", "9-10", "0930", "1e3")),
    *(
        (values.read_date, word)
        for word in (
            "2026-13-01", "2026-02-30", "01/02/2026", "1/2/2026 UTC", "12.1.2026", "tomorrow", "monday",
            "Dec 2026", "1 Dec", "1 Dec 26", "0000-01-01", "December " * 100, "1 2026 Dec 3 4 5", "Dec 41 2026",
        )
    ),
    *(
        (values.read_start, word)
        for word in ("soon", "9999-12-27", "2200-01-01", "1899-12-31", "0001-01-01", "1 Dec 9026")
    ),
    *((values.read_count, word) for word in ("many", "-3", "²", "9" * 5000, "")),
    *((values.read_language, word) for word in ("Klingon", "e", "", "en,de", "42")),
]  # fmt: skip


@pytest.mark.parametrize(("read", "word"), UNREADABLE)
def test_what_cannot_be_taken(read: Callable[[str], Any], word: str) -> None:
    with pytest.raises(Unreadable) as caught:
        read(word)
    assert len(str(caught.value)) < 200
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("word", "unit", "days"),
    [("12", "h", 0.5), ("720", "m", 0.5), ("2 days", "h", 2.0), ("3d", "m", 3.0), ("3", "", 3.0)],
)
def test_a_keys_name_may_say_the_unit(word: str, unit: str, days: float) -> None:
    assert values.read_delay(word, unit) == pytest.approx(days)


@pytest.mark.parametrize(
    ("words", "days"),
    [
        (["mon", "tue"], {0, 1}),
        (["Monday", "TUES", "weds", "thurs", "Fri."], {0, 1, 2, 3, 4}),
        (["1", "7"], {0, 6}),
        (["mon-fri"], {0, 1, 2, 3, 4}),
        (["Mon – Fri"], {0, 1, 2, 3, 4}),
        (["monday to wednesday"], {0, 1, 2}),
        (["mon", "-", "wed"], {0, 1, 2}),
        (["sat-mon"], {5, 6, 0}),
        (["1-5"], {0, 1, 2, 3, 4}),
        (["weekdays"], {0, 1, 2, 3, 4}),
        (["daily"], {0, 1, 2, 3, 4, 5, 6}),
        (["mon, wed and fri"], {0, 2, 4}),
        (["Mondays"], {0}),
        ([], set()),
    ],
)
def test_weekdays(words: list[str], days: set[int]) -> None:
    assert values.read_weekdays(words) == days


@pytest.mark.parametrize(
    "word", ["month", "0", "8", "²", "9" * 5000, "someday", "m", "mon-", "-", "sunny"]
)
def test_what_is_no_weekday(word: str) -> None:
    with pytest.raises(Unreadable, match="is no weekday"):
        values.read_weekdays([word])


def test_a_long_value_is_not_shown_whole() -> None:
    assert values.shown("a\n b") == "'a b'"
    assert len(values.shown("x" * 1000)) < 80


ALL = (
    values.read_channel, values.is_yes, values.is_reply, values.read_day, values.read_delay,
    values.read_time, values.read_date, values.read_start, values.read_count, values.read_language,
    lambda word: values.read_weekdays([word]),
)  # fmt: skip
WORDS = st.text(max_size=20) | st.text(
    st.sampled_from("0123456789 -/:.,+eTZapmdhwDecJan²٣"), max_size=20
)


@given(st.sampled_from(ALL), WORDS)
def test_nothing_but_unreadable_is_raised(read: Callable[[str], Any], word: str) -> None:
    try:
        read(word)
    except Unreadable as problem:
        message = str(problem)
    else:
        message = "it was read"
    assert message
