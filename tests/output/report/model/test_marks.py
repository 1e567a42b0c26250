from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from cadence_lint.finding import SEVERITIES
from cadence_lint.linting.portrait import Said
from cadence_lint.output.report.model.marks import Claim, Claims, part_of
from cadence_lint.source import Source, Span, Text

if TYPE_CHECKING:
    from cadence_lint.output.report.model import Piece

LENGTH = 12
STRETCHES = st.tuples(st.integers(0, LENGTH), st.integers(0, LENGTH)).map(sorted)
CLAIMS = st.builds(
    lambda stretch, number, severity: Claim(Span(*stretch), number, severity),
    STRETCHES,
    st.integers(1, 4),
    st.sampled_from(SEVERITIES),
)
FIELDS = st.lists(STRETCHES.map(tuple).filter(lambda each: each[0] < each[1]), max_size=3)


def pieces(
    value: str, claims: list[Claim], fields: tuple[tuple[int, int], ...] = ()
) -> tuple[Piece, ...]:
    said = Said("body", Text.of(value), (), tuple(sorted(fields)))
    return part_of(said, Claims(claims)).pieces


@given(st.text("ab ", min_size=LENGTH, max_size=LENGTH), st.lists(CLAIMS, max_size=5), FIELDS)
def test_each_character_has_the_marks_of_the_claims_about_it(
    value: str, claims: list[Claim], fields: list[tuple[int, int]]
) -> None:
    at = LENGTH - len(value.lstrip())
    found = pieces(value, claims, tuple(fields))
    for piece in found:
        for place in range(at, at + len(piece.words)):
            about = [each for each in claims if each.span.start <= place < each.span.end]
            assert piece.numbers == tuple(sorted({each.number for each in about}))
            assert piece.severity == max(
                (each.severity for each in about), key=SEVERITIES.index, default=None
            )
            assert piece.is_field == any(start <= place < end for start, end in fields)
        at += len(piece.words)
        ending = {each.number for each in claims if each.span.end == at > each.span.start}
        assert ending <= set(piece.ending)
    assert "".join(piece.words for piece in found) == value.strip()


def test_as_many_claims_as_a_long_text_has_sentences() -> None:
    """A walk over all claims for each piece would not end."""
    count = 20_000
    lines = "".join(f"      We lead {each % 10}.\n" for each in range(count))
    source = Source("plan.yaml", lines)
    claims = [
        Claim(Span(at + 6, at + 16), number, "info")
        for number, at in enumerate(source.line_starts[:count], 1)
    ]
    found = pieces(source.text, claims)
    assert sum(len(piece.ending) for piece in found) == count
