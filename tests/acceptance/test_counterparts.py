from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cadence_lint.acceptance.counterparts import Print, counterparts


def email(plain: str = "", flagged: str = "") -> Print:
    return Print("email", frozenset(plain.split()), frozenset(flagged.split()))


CALL = Print("call")
BUMP = email("", "bump")


def test_an_inserted_step_moves_those_after_it() -> None:
    before = [email("hi a"), email("hi b"), CALL]
    after = [email("hi a"), email("hi new"), email("hi b"), CALL]

    assert counterparts(before, after) == {0: 0, 1: 2, 2: 3}


def test_a_step_is_known_by_what_it_says_besides_a_fault() -> None:
    before = [email("a b", "bump"), email("c d")]
    after = [email("a b mended"), email("c d", "bump")]

    assert counterparts(before, after) == {0: 0, 1: 1}


def test_a_step_with_nothing_but_a_fault_is_known_by_its_place() -> None:
    before = [email("a"), BUMP, email("c"), email("d"), email("e")]
    after = [email("a"), email("mended"), email("c"), BUMP, email("e")]

    assert counterparts(before, after) == {0: 0, 1: 1, 2: 2, 3: 3, 4: 4}


def test_a_step_with_nothing_but_a_fault_can_move_where_nothing_took_its_place() -> None:
    before = [email("a"), BUMP, email("c"), email("d")]
    after = [email("a"), email("c"), BUMP, email("d")]

    assert counterparts(before, after) == {0: 0, 1: 2, 2: 1, 3: 3}


def test_a_copied_step_is_not_the_one_it_was_copied_from() -> None:
    before = [email("a", "bump"), email("c")]
    after = [email("a", "bump"), email("c"), email("a", "bump")]

    assert counterparts(before, after) == {0: 0, 1: 1}


def test_a_silent_call_is_known_by_the_steps_beside_it() -> None:
    before = [email("a"), CALL, email("b")]

    assert counterparts(before, [email("new"), email("a"), CALL, email("b")]) == {0: 1, 1: 2, 2: 3}
    assert counterparts(before, [email("a"), email("b"), CALL]) == {0: 0, 2: 1}


_prints = st.builds(
    Print,
    st.sampled_from(["email", "call"]),
    st.frozensets(st.sampled_from("abcdefgh"), max_size=3),
    st.frozensets(st.sampled_from("xyz"), max_size=2),
)


@given(st.lists(_prints, max_size=6), st.lists(_prints, max_size=6))
def test_each_step_has_one_counterpart_at_most(before: list[Print], after: list[Print]) -> None:
    pairs = counterparts(before, after)

    assert len(set(pairs.values())) == len(pairs)
    assert all(old < len(before) and new < len(after) for old, new in pairs.items())


@given(st.lists(_prints, max_size=8))
def test_what_did_not_change_is_what_it_was(prints: list[Print]) -> None:
    assert counterparts(prints, prints) == {place: place for place in range(len(prints))}
