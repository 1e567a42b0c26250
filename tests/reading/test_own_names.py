"""The sender's own names."""

import pytest

from cadence_lint.reading import Passage
from tests.builders import text


def own(value: str) -> list[str]:
    passage = Passage("body", text(value), None)
    return [
        passage.words.folded[index]
        for index, owner in sorted(passage.owners.items())
        if owner == "sender"
    ]


@pytest.mark.parametrize(
    "value",
    [
        "This is Mo from Larkfield.",
        "At Larkfield, we fit stair lifts.",
        "Larkfield is a leading provider of lifts.",
        "Larkfield, a provider of lifts, is hiring.",
    ],
)
def test_said_outright(value: str) -> None:
    assert "larkfield" in own(value)


def test_a_greeting_is_no_introduction() -> None:
    assert own("Hi Ada,\n\nA leading firm needs you.") == []
