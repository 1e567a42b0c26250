from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cadence_lint.spelling import is_one_edit


@pytest.mark.parametrize(
    ("one", "other", "is_one"),
    [
        ("abc", "abc", False),
        ("abc", "abd", True),
        ("abc", "ab", True),
        ("abc", "abcd", True),
        ("abc", "acb", True),
        ("abc", "bac", True),
        ("abc", "cba", False),
        ("abc", "a", False),
        ("abcd", "badc", False),
        ("", "a", True),
    ],
)
def test_one_edit(one: str, other: str, is_one: bool) -> None:
    assert is_one_edit(one, other) is is_one
    assert is_one_edit(other, one) is is_one


NAMES = st.text("abc", max_size=5)


@given(NAMES, NAMES)
def test_one_edit_is_what_it_says(one: str, other: str) -> None:
    edits = {
        *(one[:at] + letter + one[at:] for at in range(len(one) + 1) for letter in "abc"),
        *(one[:at] + one[at + 1 :] for at in range(len(one))),
        *(one[:at] + letter + one[at + 1 :] for at in range(len(one)) for letter in "abc"),
        *(one[:at] + one[at + 1] + one[at] + one[at + 2 :] for at in range(len(one) - 1)),
    }
    assert is_one_edit(one, other) is (other in edits - {one})
