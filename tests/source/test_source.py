from __future__ import annotations

import itertools
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cadence_lint.source import Fault, Piece, Place, SetupError, Source, Span, Text

TEXTS = st.text(st.sampled_from("ab \t\n\r\x85\u2028\u2029\x0b\x0cé\U0001f600\ufeff"), max_size=30)


def place(text: str, start: int, end: int) -> tuple[int, int, int, int]:
    return Source("a.yaml", text).place(Span(start, end))[1:]


class TestSource:
    def test_a_byte_order_mark_has_no_column(self) -> None:
        source = Source("a.yaml", "\ufeffname: x")
        assert source.text == "name: x"
        assert source.place(Span(0, 4)) == Place("a.yaml", 1, 1, 1, 5)

    def test_only_the_first_byte_order_mark_is_one(self) -> None:
        assert Source("a.yaml", "\ufeff\ufeffx").text == "\ufeffx"

    def test_paths_have_slashes(self) -> None:
        assert Source("a\\b.yaml", "").path == "a/b.yaml"

    @pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
    def test_lines_end_at_lf_crlf_and_cr(self, end: str) -> None:
        source = Source("a.yaml", f"one{end}{end}three")
        assert [source.line_text(line) for line in (1, 2, 3)] == ["one", "", "three"]
        assert source.line_of(source.text.index("three")) == 3

    @pytest.mark.parametrize("character", "\x85\u2028\u2029\x0b\x0c\x1c")
    def test_lines_end_at_nothing_else(self, character: str) -> None:
        assert place(f"one{character}two", 4, 7) == (1, 5, 1, 8)

    def test_columns_count_code_points(self) -> None:
        assert place("\U0001f600\u00e9e\u0301x", 4, 5) == (1, 5, 1, 6)

    def test_an_end_at_the_start_of_a_line_belongs_to_the_line_before(self) -> None:
        assert place("one\ntwo\n", 0, 4) == (1, 1, 1, 5)
        assert place("one\r\ntwo\r\n", 0, 5) == (1, 1, 1, 6)

    def test_nothing_at_the_start_of_a_line_stands_there(self) -> None:
        assert place("one\ntwo", 4, 4) == (2, 1, 2, 1)

    def test_the_end_of_a_text_has_a_place(self) -> None:
        assert place("one\n", 4, 4) == (2, 1, 2, 1)
        assert place("", 0, 0) == (1, 1, 1, 1)

    @given(TEXTS, st.integers(0, 30), st.integers(0, 30))
    def test_a_place_leads_back_to_its_characters(self, text: str, one: int, other: int) -> None:
        source = Source("a.yaml", text)
        start, end = sorted((min(one, len(source.text)), min(other, len(source.text))))
        found = source.place(Span(start, end))
        starts = [0, *(each.end() for each in re.finditer("\r\n|\n|\r", source.text))]
        assert starts[found.line - 1] + found.column - 1 == start
        assert starts[found.end_line - 1] + found.end_column - 1 == end
        assert (found.line, found.column) <= (found.end_line, found.end_column)


class TestSpan:
    def test_it_holds_what_lies_within(self) -> None:
        assert Span(2, 5).holds(Span(2, 5))
        assert Span(2, 5).holds(Span(3, 3))
        assert not Span(2, 5).holds(Span(1, 3))
        assert not Span(2, 5).holds(Span(4, 6))


def test_a_setup_error_says_where() -> None:
    problem = SetupError(Source("rules/a.yaml", "one\ntwo"), Fault("is wrong", Span(4, 7)))
    assert str(problem) == "rules/a.yaml:2:1: is wrong"
    assert (problem.place.line, problem.message) == (2, "is wrong")


def verbatim(value: str, before: str = "") -> Text:
    return Text.verbatim(Source("a.yaml", before + value), len(before), len(before + value))


class TestText:
    def test_it_finds_its_runs_only_when_asked(self) -> None:
        def fail() -> list[object]:
            raise AssertionError

        text = Text("x", Source("a.yaml", "x"), fail)  # type: ignore[arg-type]
        assert text.value == "x"
        with pytest.raises(AssertionError):
            _ = text.runs

    def test_nothing_has_a_place(self) -> None:
        assert verbatim("", "name: ").span(0, 0) == Span(6, 6)

    def test_replaced_words_stand_where_they_were_made_from(self) -> None:
        text = verbatim("Hi {{name}}, you", "# ")
        derived = text.derive([Piece("Hi ", 0, 3), Piece("Anna", 3, 11), Piece(", you", 11, 16)])
        assert derived.value == "Hi Anna, you"
        assert derived.span(3, 7) == text.span(3, 11)
        assert derived.span(4, 5) == text.span(3, 11)
        assert derived.span(7, 8) == text.span(11, 12)
        assert derived.span(0, 12) == text.span(0, 16)

    def test_between_two_characters_of_a_replaced_word(self) -> None:
        derived = verbatim("{{name}}").derive([Piece("Anna", 0, 8)])
        assert derived.span(0, 0) == Span(0, 0)
        assert derived.span(2, 2) == Span(8, 8)

    def test_what_is_cut_from_a_replaced_word_stands_where_all_of_it_does(self) -> None:
        derived = verbatim("{{name}}").derive([Piece("Anna", 0, 8)]).cut(1, 3)
        assert (derived.value, derived.span(0, 1)) == ("nn", Span(0, 8))

    def test_all_cut_away_still_has_a_place(self) -> None:
        text = verbatim("Hello", "> ")
        assert text.cut(3, 3).span(0, 0) == Span(5, 5)
        assert text.derive([]).span(0, 0) == Span(2, 2)

    @given(st.lists(st.integers(0, 9), min_size=2, max_size=8), st.integers(-2, 12), st.data())
    def test_what_was_read_from_a_stretch(
        self, cuts: list[int], start: int, data: st.DataObject
    ) -> None:
        text = verbatim("0123456789", "# ")
        kept = sorted({0, *cuts})
        derived = text.derive(
            Piece(text.value[one:two] if one % 2 else "xy", one, two)
            for one, two in itertools.pairwise(kept)
        )
        span = Span(start, data.draw(st.integers(start + 1, 14)))
        made = [
            at
            for at in range(len(derived.value))
            if (place := derived.span(at, at + 1)).start < span.end and span.start < place.end
        ]
        assert derived.stretch(span) == ((made[0], made[-1] + 1) if made else None)

    def test_many_stretches_of_a_text_of_many_lines(self) -> None:
        """A walk over all its lines for each stretch would not end."""
        count = 40_000
        whole = verbatim("ab" * count)
        text = whole.derive(Piece("c", at, at + 2) for at in range(0, 2 * count, 2))
        found = (text.stretch(Span(at, at + 2)) for at in range(0, 2 * count, 2))
        assert all(stretch == (at, at + 1) for at, stretch in enumerate(found))

    @pytest.mark.parametrize("value", ["", "  ", "x", " x", "x ", " \n x \r\n "])
    def test_strip(self, value: str) -> None:
        text = verbatim(value, "# ")
        stripped = text.strip()
        assert stripped.value == value.strip()
        assert text.source.slice(stripped.span(0, len(stripped.value))) == value.strip()

    def test_it_shows_its_value(self) -> None:
        assert repr(verbatim("Hi")) == "Text('Hi')"

    @given(TEXTS, st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=4))
    def test_cuts_of_cuts_keep_every_place(self, value: str, cuts: list[tuple[int, int]]) -> None:
        text = verbatim(value, "# ")
        for one, other in cuts:
            start, end = sorted((min(one, len(text.value)), min(other, len(text.value))))
            wanted = text.value[start:end]
            text = text.cut(start, end)
            assert text.value == wanted
            for at in range(len(wanted)):
                assert text.source.slice(text.span(at, at + 1)) == wanted[at]
            assert text.source.slice(text.span(0, len(wanted))) == wanted
