from __future__ import annotations

import pytest

from cadence_lint.record import Record


class Limit(Record):
    max: float
    within: float | None = None


class NamedLimit(Limit):
    name: str = "limit"


def test_fields_are_set_by_place_and_by_name() -> None:
    assert Limit(3, within=7) == Limit(max=3, within=7)
    assert Limit(3).within is None


def test_a_subclass_adds_fields() -> None:
    assert NamedLimit._fields == ("max", "within", "name")
    assert NamedLimit(1)._asdict() == {"max": 1, "within": None, "name": "limit"}


def test_a_record_is_frozen() -> None:
    limit = Limit(3)
    with pytest.raises(AttributeError, match="Limit is frozen"):
        limit.max = 4  # type: ignore[misc]


@pytest.mark.parametrize(("values", "named"), [((), {}), ((1, 2, 3), {}), ((1,), {"often": 2})])
def test_wrong_fields_are_refused(values: tuple[int, ...], named: dict[str, int]) -> None:
    with pytest.raises(TypeError, match="Limit lacks"):
        Limit(*values, **named)


def test_a_changed_copy_leaves_the_record_alone() -> None:
    limit = Limit(3)
    assert limit._replace(max=4) == Limit(4)
    assert limit == Limit(3)


def test_equal_records_of_one_kind_have_one_hash() -> None:
    assert len({Limit(3), Limit(3), NamedLimit(3)}) == 2
    assert Limit(3) != NamedLimit(3)


def test_it_shows_what_it_holds() -> None:
    assert repr(Limit(3)) == "Limit(max=3, within=None)"
