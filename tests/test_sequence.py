from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cadence_lint.sequence import Message, number_touches
from cadence_lint.source import Span
from tests.builders import NOWHERE, sequence, text, touch


class TestMessage:
    def test_its_parts_come_in_the_order_in_which_they_are_read(self) -> None:
        message = Message(voicemail=text("v"), body=text("b"), subject=text("s"))
        assert list(message.parts) == ["subject", "body", "voicemail"]
        assert message.part("script") is None


class TestTouch:
    @pytest.mark.parametrize(
        ("one", "is_noticed"),
        [
            (touch(channel="email"), True),
            (touch(channel="task"), False),
            (touch(channel="linkedin", action="view"), False),
            (touch(channel="linkedin", action="like"), False),
            (touch(channel="linkedin", action="comment"), True),
            (touch(channel="other"), True),
        ],
    )
    def test_what_the_prospect_notices(self, one: object, is_noticed: bool) -> None:
        assert one.is_noticed is is_noticed  # type: ignore[attr-defined]

    def test_an_empty_text_is_no_copy(self) -> None:
        assert touch(body="Hi").has_copy
        assert not touch(subject="", body=" \n").has_copy
        assert not touch().has_copy

    def test_a_key_without_a_value_stands_where_the_touch_does(self) -> None:
        one = touch(places={"day": Span(3, 4)})
        assert (one.place_of("day"), one.place_of("time")) == (Span(3, 4), NOWHERE)


class TestSequence:
    @pytest.mark.parametrize(
        ("days", "span"),
        [
            ([], 0),
            ([None], 0),
            ([3], 0),
            ([0, 4, 9], 9),
            ([9, 1], 8),
            ([1, None], None),
            ([1.5, 3], 2),
        ],
    )
    def test_span_days(self, days: list[float | None], span: int | None) -> None:
        assert sequence(*(touch(day) for day in days)).span_days == span

    def test_copy_is_that_of_any_touch(self) -> None:
        assert sequence(touch(1), touch(2, body="Hi")).has_copy
        assert not sequence(touch(1, subject="")).has_copy

    def test_a_key_without_a_value_stands_where_the_name_does(self) -> None:
        one = sequence(places={"goal": Span(3, 4)})
        assert (one.place_of("goal"), one.place_of("start")) == (Span(3, 4), NOWHERE)


def landing(*touches: tuple[float | None, int | None]) -> list[int]:
    """The indices of touches with a day and a minute, in the order in which they land."""
    made = [touch(day, minute=minute, label=str(at)) for at, (day, minute) in enumerate(touches)]
    return [int(each.label or "") for each in number_touches(made)]


class TestOrder:
    def test_by_day_and_then_as_in_the_file(self) -> None:
        assert landing((3, None), (1, None), (3, None), (1, None)) == [1, 3, 0, 2]

    def test_by_time_where_both_have_one(self) -> None:
        assert landing((1, 600), (1, 540)) == [1, 0]
        assert landing((1, 600), (1, None), (1, 540)) == [0, 1, 2]
        assert landing((1, 600), (2, 540)) == [0, 1]

    def test_an_unknown_day_follows_the_touch_before(self) -> None:
        assert landing((5, None), (None, None), (2, None), (None, None)) == [2, 3, 0, 1]
        assert landing((None, None), (1, None)) == [0, 1]

    def test_numbers_count_from_one(self) -> None:
        assert [each.number for each in number_touches([touch(2), touch(1), touch(3)])] == [1, 2, 3]

    @given(st.lists(st.tuples(st.integers(0, 3), st.none() | st.integers(0, 3)), max_size=8))
    def test_no_touch_is_lost_and_days_never_fall(
        self, touches: list[tuple[float, int | None]]
    ) -> None:
        order = landing(*touches)
        assert sorted(order) == list(range(len(touches)))
        days = [touches[at][0] for at in order]
        assert days == sorted(days)
