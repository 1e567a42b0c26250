"""What stands in a text for words that each reader gets differently."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cadence_lint.reading.template.fields import read_template
from cadence_lint.reading.template.stand_ins import StandIn, nests_a_blank, stand_ins


def read(value: str) -> list[StandIn]:
    return list(stand_ins(read_template(value), value))


@pytest.mark.parametrize(
    ("value", "name", "owner", "hides_copy"),
    [
        ("Hi {{first_name}},", "first_name", "reader", False),
        ("{{icebreaker}} Who bakes?", "icebreaker", "copy", True),
        ("Who bakes at ${company}?", "company", "company", False),
        ("${icebreaker} Who bakes?", "icebreaker", "copy", True),
        ("Hi [First Name],", "First Name", "reader", False),
        (
            "[what they posted on their blog] Who bakes?",
            "what they posted on their blog",
            "copy",
            True,
        ),
        ("The ad: [link to the job description]", "link to the job description", "system", False),
        ("We rang XXX twice.", "XXX", "system", False),
    ],
)
def test_whom_it_is_about_and_whether_it_hides(
    value: str, name: str, owner: str, hides_copy: bool
) -> None:
    (one,) = read(value)
    assert (one.name, one.owner, one.hides_copy) == (name, owner, hides_copy)


def test_an_expression_of_a_program_is_meant_for_no_field() -> None:
    assert read("It is ${4 + 5} euro.") == []


def test_a_blank_in_a_blank() -> None:
    assert nests_a_blank('[Quick update, e.g. "we opened [place]"]')
    assert not nests_a_blank("[First Name], [Company]")


@given(st.text(alphabet="{}[]$|Xab _", max_size=40))
def test_all_lie_within_the_text(value: str) -> None:
    assert all(0 <= one.start < one.end <= len(value) for one in read(value))
