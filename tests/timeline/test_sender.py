from __future__ import annotations

import pytest

from cadence_lint.timeline.sender import UNKNOWN, sender_of
from tests.builders import sequence, touch


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("Hi you,\n\nOne question.\n\nBest regards,\nAda Brandt\nLarkfield GmbH", "Ada Brandt"),
        ("Hi you,\n\nOne question.\n\n{{sender_name}}, Kwelwater", "‹sender name›"),
        ("Hi you,\n\nOne question.\n\n-- \nAda", "Ada"),
        ("One question: who looks at the boiler?", UNKNOWN),
        ("", UNKNOWN),
    ],
)
def test_who_signs_is_who_it_is_from(body: str, name: str) -> None:
    assert sender_of(sequence(touch(1, body=body))) == name


def test_the_first_email_that_is_signed_tells() -> None:
    unsigned, signed = touch(1, body="Hello?"), touch(2, body="One question.\n\nBest,\nAda Brandt")
    spoken = touch(1, "call", script="One question.\n\nBest,\nBo")
    assert sender_of(sequence(spoken, unsigned, signed)) == "Ada Brandt"
