from __future__ import annotations

import copy
import pickle

import pytest

from cadence_lint.record import NamedTuple, Record


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


class Stop(NamedTuple):
    day: int
    channel: str = "email"


def test_a_named_tuple_is_a_tuple() -> None:
    stop = Stop(3)
    day, channel = stop
    assert (day, channel) == stop == (3, "email")
    assert hash(stop) == hash((3, "email"))
    assert min(Stop(3), Stop(1, "call")).channel == "call"
    assert repr(stop) == "Stop(day=3, channel='email')"


def test_a_named_tuple_has_the_helpers_of_typings() -> None:
    assert Stop(3)._replace(channel="call") == Stop(3, "call") == Stop._make([3, "call"])
    assert Stop(channel="call", day=3)._asdict() == {"day": 3, "channel": "call"}
    assert Stop._fields == ("day", "channel")


def test_a_named_tuple_is_matched_by_its_fields() -> None:
    match Stop(3, "call"):
        case Stop(day, channel="call"):
            assert day == 3
        case _:
            pytest.fail("it is no stop")


def test_a_named_tuple_is_frozen_and_holds_nothing_else() -> None:
    with pytest.raises(AttributeError):
        Stop(3).day = 4  # type: ignore[misc]
    with pytest.raises(AttributeError):
        Stop(3).hour = 4  # type: ignore[attr-defined]


def test_a_named_tuple_comes_back_from_a_copy_and_from_another_process() -> None:
    stop = Stop(3, "call")
    assert copy.deepcopy(stop) == pickle.loads(pickle.dumps(stop)) == stop
    assert type(pickle.loads(pickle.dumps(stop))) is Stop


@pytest.mark.parametrize(
    ("values", "named"), [((), {}), ((1, "x", 3), {}), ((1,), {"often": 2}), ((1,), {"day": 2})]
)
def test_wrong_fields_of_a_named_tuple_are_refused(
    values: tuple[int, ...], named: dict[str, int]
) -> None:
    with pytest.raises(TypeError, match="Stop"):
        Stop(*values, **named)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="Stop has no"):
        Stop(3)._replace(often=2)  # type: ignore[call-arg]
