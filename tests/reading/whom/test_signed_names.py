"""Names under a message."""

import pytest

from tests.reading.whom.test_own_names import own


@pytest.mark.parametrize(
    "value",
    [
        "Brandl was founded in a barn.\n\nBest regards,\nAlois Brandl",
        "Much has happened at Brandl.\n\nKind regards,\nThe Brandl Trust",
        "Brandl has a new hall.\n\nEveryone at Brandl",
        "Brandl's halls are full.\n\nCheers\nMo\nBrandl Hauliers",
    ],
)
def test_who_signs_is_the_sender(value: str) -> None:
    assert [word.removesuffix("'s") for word in own(value)] == ["brandl"]


@pytest.mark.parametrize(
    "value",
    [
        "Mark the date.\n\nBest,\nMark",
        "The director came.\n\nBest regards,\nMo Kern\nCommercial Director",
        "The yard in Leith is full.\n\nBest,\nMo\n12 Dock Street, Leith EH6",
        "Kern & Co. moved.",
    ],
)
def test_what_is_no_name_of_the_senders(value: str) -> None:
    assert own(value) == []
