"""Times of the year, read on a certain day."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cadence_lint.reading.facts.times import Reader, stale_in

STALE = [
    ("2026-09-07", "With spring around the corner, who oils the gates?"),
    ("2026-07-20", "Is there budget left before the end of June?"),
    ("2026-09-07", "Wishing you a happy 2026!"),
    ("2026-10-07", "Summer is coming, and with it the queue."),
    ("2026-12-01", "Spring is finally here, are the gates oiled?"),
    ("2026-12-01", "As we enter Q3, which depot grows?"),
    ("2026-03-01", "As we wrap up 2025, who counts the stock?"),
    ("2026-06-01", "Now that winter is under way, who clears the yard?"),
    ("2026-02-20", "Is your 2025 budget final?"),
    ("2026-04-10", "Your lease ends on 31 March."),
    ("2026-05-10", "Does 7 May at 10:30 work?"),
    ("2026-03-16", "Happy New Year, {{first_name}}!"),
    ("2026-03-03", "Merry Christmas to your team."),
    ("2026-12-01", "Happy Friday!"),
    ("2026-12-03", "Hope you had a great weekend."),
    ("2026-12-07", "Have a great weekend!"),
    ("2026-10-01", "Are your depots ready for summer?"),
    ("2026-10-01", "Before summer, most depots check their gates."),
    ("2026-06-15", "How do you heat the hall this winter?"),
    ("2026-12-15", "Who covers the gates this summer?"),
    ("2026-04-10", "Could we talk before the end of March?"),
    ("2026-11-10", "Before Q3 ends, which depot closes?"),
    ("2026-02-10", "Planning for 2025: which depot grows?"),
    ("2026-01-12", "By the end of 2025 the ban reaches depots."),
    ("2026-04-10", "Before your 31 March renewal, which contract stays?"),
    ("2026-05-05", "Join us on 4 May in Leeds."),
    ("2026-05-12", "Does Thursday 7 May work for you?"),
    ("2026-05-12", "Register by May 8th."),
    ("2026-03-01", "Christmas is around the corner."),
    ("2027-01-20", "Are you stocked up before Black Friday?"),
    ("2026-04-25", "As we head into the new year, budgets reset."),
    ("2026-06-10", "Hope 2026 brings a great start to the year!"),
    ("2026-06-20", "Spring is just around the corner."),
    ("2026-10-10", "Hope you're enjoying the summer!"),
    ("2026-12-20", "Hope you had a great summer."),
    ("2026-04-20", "As the year winds down, who counts the stock?"),
    ("2026-05-20", "Until Easter two gates stay shut."),
    ("2026-07-20", "Before July 4th, who covers the desk?"),
]
FITS = [
    ("2026-09-07", "By May next year every bakery has to log its hours."),
    ("2026-10-15", "Here is the list of fairs until June."),
    ("2026-10-15", "Christmas is 70 days away."),
    ("2026-03-15", "Christmas is nine months away."),
    ("2026-04-10", "Spring is finally here, are the gates oiled?"),
    ("2026-11-02", "Spring Street is here on the map."),
    ("2026-07-01", "As we enter Q3, which depot grows?"),
    ("2026-11-10", "As we enter fiscal Q3, which depot grows?"),
    ("2026-12-28", "As we wrap up 2026, who counts the stock?"),
    ("2026-11-20", "Is your 2027 budget final?"),
    ("2026-02-20", "Did you reach your 2025 goals?"),
    ("2026-10-20", "The rule applies from 1 October."),
    ("2026-03-01", "Your lease ends on 31 March."),
    ("2026-05-03", "Does 7 May at 10:30 work?"),
    ("2027-01-11", "Happy New Year!"),
    ("2027-03-01", "Happy Chinese New Year!"),
    ("2026-12-04", "Happy Friday!"),
    ("2026-12-07", "Hope you had a great weekend."),
    ("2026-12-04", "Have a great weekend!"),
    ("2026-03-01", "Before summer, most depots check their gates."),
    ("2026-11-15", "How do you heat the hall this winter?"),
    ("2026-09-15", "What you launched this summer"),
    ("2026-12-10", "Could we talk before the end of March?"),
    ("2026-04-10", "In March you opened a second hall."),
    ("2026-04-10", "By March Brandt had moved to nights."),
    ("2026-08-10", "Before Q3 ends, which depot closes?"),
    ("2026-11-10", "In Q3 last year you opened two halls."),
    ("2026-11-10", "Your Q3 report names two gates."),
    ("2024-11-10", "Planning for 2025: which depot grows?"),
    ("2026-02-10", "Since 2019 your depots have doubled."),
    ("2026-02-10", "In 2024 you opened two halls."),
    ("2026-02-10", "Before your 31 March renewal, which contract stays?"),
    ("2026-04-10", "Your 31 March renewal went through."),
    ("2026-05-03", "Join us on 4 May in Leeds."),
    ("2026-05-12", "Does your lease of 7 May cover the yard?"),
    ("2026-05-12", "Here is the recording of our webinar on 4 May."),
    ("2026-11-20", "Christmas is around the corner."),
    ("2026-10-10", "Are you stocked for Black Friday?"),
    ("2026-11-25", "As we head into the new year, budgets reset."),
    ("2026-05-14", "May 14 may work."),
    ("2026-06-20", "The Spring Street depot is around the corner."),
    ("2026-06-20", "You may fall behind before spring water runs."),
    ("2026-07-10", "Hope you're enjoying the summer!"),
    ("2026-09-20", "Hope you had a great summer."),
    ("2026-09-10", "Your fiscal Q1 begins in October, so before Q1 we count."),
    ("2026-06-10", "We deliver by spring-loaded gate."),
    ("2026-10-10", "Planning for summer starts in October at most fairs."),
    ("2026-11-20", "Three alternatives to the Marlow gate in 2026"),
    ("2027-02-20", "The 2024 guide to gates"),
    ("2026-11-20", "The target was two depots by Q1 2024."),
    ("2026-06-10", "Which of the halls opens by summer?"),
    ("2026-01-20", "Until Easter two gates stay shut."),
    ("2026-12-03", "Happy Friday hour is at six."),
    ("2026-07-01", "Ordering for autumn starts before July."),
    ("2026-06-29", "before 4 July"),
    ("2026-07-20", "We have had no drivers since 4 July."),
]


def stale(sentence: str, day: str, *, is_south: bool | None = False) -> list[str]:
    reader = Reader(datetime.date.fromisoformat(day), is_south)
    return [sentence[start:end] for start, end in stale_in(sentence, reader)]


@pytest.mark.parametrize(("day", "sentence"), STALE)
def test_out_of_date(day: str, sentence: str) -> None:
    assert len(stale(sentence, day)) == 1


@pytest.mark.parametrize(("day", "sentence"), FITS)
def test_it_fits_or_is_history(day: str, sentence: str) -> None:
    assert stale(sentence, day) == []


def test_seasons_of_the_south() -> None:
    ready = "Are the gates ready for summer?"
    assert stale(ready, "2026-10-01") == ["ready for summer"]
    assert stale(ready, "2026-10-01", is_south=True) == []
    assert stale(ready, "2026-04-01", is_south=True) == ["ready for summer"]


def test_where_readers_live_on_both_sides_no_season_is_wrong() -> None:
    for sentence in ("Ready for summer?", "Happy spring!", "Hope you had a great winter."):
        for month in range(1, 13):
            assert stale(sentence, f"2026-{month:02}-15", is_south=None) == []


def test_every_day_of_the_year_has_a_season_to_look_forward_to() -> None:
    day = datetime.date(2027, 1, 1)
    for _ in range(366):
        said = [stale(f"Before {name}?", str(day)) for name in ("spring", "summer", "winter")]
        assert not all(said)
        day += datetime.timedelta(1)


def test_the_words_themselves() -> None:
    sentence = "Happy New Year! Is the gate ready for the end of summer, or before 4 May?"
    assert stale(sentence, "2026-05-20") == ["Happy New Year", "before 4 May"]


@pytest.mark.parametrize("date", ["31 June", "0 May", "30 February", "2026-13-40"])
def test_a_day_that_does_not_exist(date: str) -> None:
    assert stale(f"Before {date}?", "2026-06-20") == []


@given(
    st.lists(
        st.sampled_from(
            "before by the end of 31 29 February 2025 May Q4 summer Happy New Year is around the"
            " corner Friday this winter until Easter Join us on , . -".split(" ")
        ),
        max_size=14,
    ),
    st.dates(datetime.date(2, 1, 1), datetime.date(9997, 12, 31)),
    st.sampled_from([True, False, None]),
)
def test_any_words_on_any_day(words: list[str], day: datetime.date, is_south: bool | None) -> None:
    sentence = " ".join(words)
    spans = list(stale_in(sentence, Reader(day, is_south)))
    assert spans == sorted(spans)
    assert all(0 <= start < end <= len(sentence) for start, end in spans)
